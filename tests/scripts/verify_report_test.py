#!/usr/bin/env python3
"""`synoptic verify` and scripts/verify-report find the same cells wrong: one changed byte in a source, a span, a number, a quotation.

    verify_report_test.py SYNOPTIC

Works on a copy of corpus/digests, half of it inside an archive. A change is made twice: as it is, and with all checksums written anew, as
somebody would do who wants to deceive.
"""
import contextlib, copy, importlib.machinery, importlib.util, io, json, os, re, subprocess, sys, tarfile, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SYNOPTIC = os.path.abspath(sys.argv[1])
FIXED_DAY = {"SOURCE_DATE_EPOCH": "1790812800"}
loader = importlib.machinery.SourceFileLoader("verify_report", os.path.join(ROOT, "scripts", "verify-report"))
verify_report = importlib.util.module_from_spec(importlib.util.spec_from_loader("verify_report", loader))
sys.dont_write_bytecode = True
loader.exec_module(verify_report)
failures = 0


def expect(condition, what):
    global failures
    if not condition:
        failures += 1
        print("FAILED:", what)


def run(*command):
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **FIXED_DAY}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def cells(report):
    return [path for path, _ in verify_report.cells(report)]


def at(report, path):
    for part in path.split("/")[1:]:
        report = report[int(part)] if isinstance(report, list) else report[part]
    return report


def sealed_anew(report):
    for path in sorted(cells(report), key=lambda p: -p.count("/")):
        at(report, path)["checksum"] = verify_report.checksum(at(report, path))
    report["checksum"] = verify_report.checksum(report)
    return report


class Case:
    def __init__(self, folder):
        self.folder = folder
        sources = os.path.join(folder, "sources")
        os.makedirs(sources)
        subprocess.run(["cp", "-r", *(os.path.join(ROOT, "corpus", "digests", code) for code in ("FR", "US", "US-DC", "CA")), sources], check=True)
        self.archive = os.path.join(folder, "sources", "rest.tar.zst")
        self.pack([(code, os.path.join(ROOT, "corpus", "digests", code)) for code in ("GB", "PK", "IN")])
        self.index = os.path.join(folder, "index")
        done = run(SYNOPTIC, "ingest", sources, "--index", self.index)
        expect(done.returncode == 0, "the digests can be ingested: " + done.stderr)

    def pack(self, folders):
        plain = self.archive[:-4]
        with tarfile.open(plain, "w") as archive:
            for name, path in folders:
                archive.add(path, name)
        subprocess.run(["zstd", "-q", "-f", "--rm", plain, "-o", self.archive], check=True)

    def compare(self, topic, *more):
        path = os.path.join(self.folder, topic + ".json")
        done = run(SYNOPTIC, "compare", topic, "--in", "FR,US,US-DC,GB,PK,IN,CA", "--as-of", "2026-10-01", "--format", "json", "-o", path, "--index", self.index, *more)
        expect(done.returncode in (0, 1), f"{topic} can be compared: {done.stderr}")
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def judged(self, reports, *more):
        """for each report the cells that each of the two finds wrong; and the two exit codes"""
        paths = [os.path.join(self.folder, f"changed-{number}.json") for number in range(len(reports))]
        for path, report in zip(paths, reports):
            with open(path, "w", encoding="utf-8") as file:
                json.dump(report, file, ensure_ascii=False)
        ours = run(SYNOPTIC, "verify", *paths, *more)
        expect(ours.returncode in (0, 1), f"it ends in order: {ours.stderr}")
        sys.argv, said = ["verify-report", *paths, *more], io.StringIO()
        with contextlib.redirect_stdout(said):
            code = verify_report.main()
        expect(all(output.count(" cells verified against ") == len(reports) for output in (ours.stdout, said.getvalue())), "each report has its result")
        return list(zip(failed_cells(ours.stdout), failed_cells(said.getvalue()))), (ours.returncode, code)

    def wrong(self, report, *more):
        """the cells that each of the two finds wrong, with the exit codes"""
        judged, codes = self.judged([report], *more)
        return *judged[0], codes

    def caught(self, changes):
        """`changes`: (report, path of the changed cell, what was changed, whether the two find the same cells wrong)"""
        judged, codes = self.judged([report for report, *_ in changes])
        expect(codes == (1, 1), f"exit codes {codes}")
        for (ours, theirs), (_, path, what, exactly) in zip(judged, changes):
            expect(path in ours, f"{what} at {path}: not found by synoptic verify, which finds {sorted(ours)}")
            expect(path in theirs, f"{what} at {path}: not found by scripts/verify-report, which finds {sorted(theirs)}")
            expect(not exactly or ours == theirs, f"{what} at {path}: they differ: {sorted(ours ^ theirs)}")


def failed_cells(output):
    """the cells listed as failed, for each report"""
    reports = re.split(r"^\d+ of \d+ cells verified against .*\n", output, flags=re.M)[:-1]
    return [{line.split()[1] for line in report.splitlines() if line.startswith("FAILED")} for report in reports]


def changes_of(cell):
    """(what, whether the checksums are written anew, change) for one cell"""
    def span(which, by):
        def change(target):
            target["evidence"]["spans"][which and -1][which] += by
        return change

    def number(target):
        amount = next(a for a in [target.get("max"), target.get("min"), (target.get("resolved") or {}).get("max")] if isinstance(a, dict) and a["value"] is not None)
        amount["value"] = amount["value"] + 1

    def words(target):
        key = "quote" if "quote" in target else "text"
        place = next(i for i in range(len(target[key]) // 2, len(target[key])) if target[key][i].isalnum())
        target[key] = target[key][:place] + ("q" if target[key][place] != "q" else "z") + target[key][place + 1:]

    def hash_digit(target):
        digest = target["evidence"]["sha256"]
        target["evidence"]["sha256"] = ("1" if digest[0] != "1" else "2") + digest[1:]

    for anew in (False, True):
        yield from ((f"span {'end' if which else 'start'} {by:+}", anew, span(which, by)) for which in (0, 1) for by in (-1, 1))
        yield "words", anew, words
        yield "hash", anew, hash_digit
        if any(isinstance(a, dict) and a.get("value") for a in (cell.get("min"), cell.get("max"), (cell.get("resolved") or {}).get("max"))):
            yield "number", anew, number


def kinds(report):
    """a cell of each kind, from a plain file and from the archive; the law in force and the former law are of one kind"""
    seen = {}
    for path in cells(report):
        cell = at(report, path)
        shape = "".join(c for c in "/".join(path.split("/")[4:]) if not c.isdigit())
        seen.setdefault((shape, cell.get("kind") if "/penalties/" in path else None, "!" in cell["evidence"]["file"]), path)
    return seen.values()


def main():
    with tempfile.TemporaryDirectory() as folder:
        case = Case(folder)
        for topic in ("street-harassment", "stalking", "workplace-harassment", "voyeurism"):
            report = case.compare(topic)
            total = list(cells(report))
            expect(len(total) > 5 and all(at(report, path)["evidence"]["exact"] for path in total), f"{topic}: every one of {len(total)} cells names its bytes")
            expect(case.wrong(report) == (set(), set(), (0, 0)), f"{topic}: all verified")
        report = case.compare("street-harassment")
        changes = []
        for path in kinds(report):
            for what, anew, change in changes_of(at(report, path)):
                changed = copy.deepcopy(report)
                change(at(changed, path))
                changes.append((sealed_anew(changed) if anew else changed, path, what + (", sealed anew" if anew else ""), not anew))
        expect(len(changes) > 80, f"only {len(changes)} changes were tried")
        case.caught(changes)

        # a byte of a source inside the words of a cell, and one outside of all
        for path in (next(p for p in cells(report) if "penalties" in p), "outside"):
            cell = at(report, path) if path != "outside" else at(report, cells(report)[0])
            file, place = cell["evidence"]["file"], cell["evidence"]["spans"][0][0] if path != "outside" else 60
            with open(file, "rb") as source:
                before = source.read()
            with open(file, "wb") as source:
                source.write(before[:place] + bytes([before[place] ^ 1]) + before[place + 1:])
            ours, theirs, codes = case.wrong(report)
            affected = {p for p in cells(report) if at(report, p)["evidence"]["file"] == file}
            expect(codes == (1, 1) and affected <= ours and ours == theirs, f"a byte changed in {file}: {codes}, {sorted(ours ^ theirs)}")
            with open(file, "wb") as source:
                source.write(before)
        expect(case.wrong(report)[2] == (0, 0), "all is well again")

        # the sources elsewhere; a member of the archive gone; no source at all
        moved = os.path.join(folder, "moved")
        os.rename(os.path.join(folder, "sources"), moved)
        ours, theirs, codes = case.wrong(report)
        expect(codes == (1, 1) and ours == theirs == set(cells(report)), "without sources nothing is verified")
        expect(case.wrong(report, "--sources", moved) == (set(), set(), (0, 0)), "sources that have moved are found below --sources")
        case.archive = os.path.join(moved, "rest.tar.zst")
        case.pack([("GB", os.path.join(ROOT, "corpus", "digests", "GB"))])
        ours, theirs, codes = case.wrong(report, "--sources", moved)
        gone = {p for p in cells(report) if "rest.tar.zst!GB" not in at(report, p)["evidence"]["file"] and "!" in at(report, p)["evidence"]["file"]}
        expect(codes == (1, 1) and gone and ours == theirs == gone, "what is gone from an archive is not verified, the rest is")
    print("the two verifiers agree" if not failures else f"{failures} expectations failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
