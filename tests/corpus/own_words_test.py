#!/usr/bin/env python3
"""No digest repeats eight words in a row of an official text: compared with every law in ../shared/data.

Words that only name a penalty are no text of anybody's ("is punished by imprisonment for up to two years, or a fine, or both"), so a run of
eight that holds nothing else is let pass. Exit code 77: skipped."""
import html
import pathlib
import re
import subprocess
import sys
import tarfile

from corpus_files import ROOT, all_provisions

LENGTH = 8
ARCHIVES = ["fr", "gb", "us", "us-states", "pk", "commonwealth", "ca"]
TEXTS = (".xml", ".json", ".md", ".txt", ".html", ".htm", ".asp", ".zst")
PENALTY_WORDS = set(
    """a an and any one at be both by by class conviction deux cinq classe contraventions d de des dix euros et exceeding fine for from huit imprisonment
    in indictment is it la le less level life l limit magistrates court general months month not of on or punished punie puni punis emprisonnement amende
    pour prévue scale sept six standard statutory summary than the third three to trois two un une up with year years ans an mois peine est sont maximum
    jours au plus par first rupees hundred thousand five seven ten simple rigorous offence liable term which shall may extend les il si lorsqu à ces faits
    1re 2e 3e 4e 5e montant amount set forth guilty person punishable mort elle minorée majorée forfaitaire indictable imprisoned any but more misdemeanor infraction felony b c""".split()
)
WORD = re.compile(r"\w+")


def words_of(text):
    return WORD.findall(text.lower())


def is_penalty_formula(words):
    return all(word in PENALTY_WORDS or word.isdigit() for word in words)


def shingles_of_digests():
    """Eight words -> where they stand."""
    found = {}
    for provision in all_provisions():
        words = words_of(provision.text)
        for i in range(len(words) - LENGTH + 1):
            shingle = tuple(words[i : i + LENGTH])
            if not is_penalty_formula(shingle):
                found.setdefault(shingle, f"{provision.file} {provision.eid}")
    return found


def official_texts(folder):
    for name in ARCHIVES:
        archive = folder / f"{name}.tar.zst"
        stream = subprocess.Popen(["zstd", "-dcq", "--long=27", str(archive)], stdout=subprocess.PIPE)
        with tarfile.open(fileobj=stream.stdout, mode="r|") as tar:
            for member in tar:
                if member.isfile() and member.name.lower().endswith(TEXTS):
                    data = tar.extractfile(member).read()
                    if member.name.endswith(".zst"):
                        data = subprocess.run(["zstd", "-dcq"], input=data, capture_output=True, check=True).stdout
                    yield f"{name}: {member.name}", data.decode("utf-8", errors="replace")
        stream.wait()


def plain(text):
    text = re.sub(r"<[^>]*>", " ", text.replace("\\n", " ").replace('\\"', '"'))
    return html.unescape(text) if "&" in text else text


def repeated(text, shingles, known):
    """The shingles that `text` holds. Only stretches of words that all occur in some digest are looked at, which keeps this linear and quick."""
    words = words_of(text)
    marks = bytes(word in known for word in words)
    for stretch in re.finditer(b"\x01{%d,}" % LENGTH, marks):
        for i in range(stretch.start(), stretch.end() - LENGTH + 1):
            shingle = tuple(words[i : i + LENGTH])
            if shingle in shingles:
                yield shingle


def main():
    folder = pathlib.Path(ROOT / "../shared/data")
    if not folder.is_dir():
        print("skipped: ../shared/data is absent")
        return 77
    shingles = shingles_of_digests()
    known = {word for shingle in shingles for word in shingle}
    copies = {}
    count = 0
    for name, text in official_texts(folder):
        count += 1
        for shingle in repeated(plain(text), shingles, known):
            copies.setdefault(shingle, name)
    for shingle, name in sorted(copies.items(), key=lambda item: shingles[item[0]]):
        print(f'{shingles[shingle]} repeats "{" ".join(shingle)}" of {name}')
    print(f"{len(shingles)} runs of {LENGTH} words compared with {count} official files: {len(copies)} repeated")
    return 1 if copies else 0


if __name__ == "__main__":
    sys.exit(main())
