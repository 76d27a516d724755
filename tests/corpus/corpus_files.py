"""Reads the shipped corpus for its tests: digests (Akoma Ntoso) and the provisions named in the concepts (Turtle)."""
import dataclasses
import pathlib
import re
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SYN = "{urn:synoptic:ns}"


@dataclasses.dataclass
class DigestProvision:
    file: str
    work: str
    version: str
    eid: str
    attributes: dict  # of its syn:provision
    text: str


def digest_files():
    return sorted((ROOT / "corpus/digests").glob("*/*.xml"))


def provisions_of(path):
    """The provisions of one digest file; raises ValueError with what is wrong about the file."""
    root = ET.parse(path).getroot()
    name = str(path.relative_to(ROOT))
    expression = root.find(f".//{AKN}FRBRExpression")
    work = root.find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value")
    version = expression.find(f"{AKN}FRBRdate").get("date")
    uri = expression.find(f"{AKN}FRBRuri").get("value")
    language = expression.find(f"{AKN}FRBRlanguage").get("language")
    if uri != f"{work}/{language}@{version}":
        raise ValueError(f"{name}: FRBRExpression says {uri}, work, language and date say otherwise")
    if root.find(f".//{SYN}digest") is None:
        raise ValueError(f"{name}: not marked as a digest")
    facts = [element.attrib for element in root.iter(f"{SYN}provision")]
    bodies = [element for element in root.find(f".//{AKN}body")]
    if [fact["eId"] for fact in facts] != [body.get("eId") for body in bodies]:
        raise ValueError(f"{name}: syn:provision elements and the body differ")
    return [
        DigestProvision(name, work, version, body.get("eId"), fact, "\n".join(" ".join(p.itertext()) for p in body.iter(f"{AKN}p")))
        for fact, body in zip(facts, bodies)
    ]


def all_provisions():
    return [provision for path in digest_files() for provision in provisions_of(path)]


def concept_iris():
    """(file, IRI) of every provision that a concept names."""
    pairs = []
    for path in sorted((ROOT / "corpus/concepts").glob("*.ttl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.lstrip().startswith("#"):
                pairs += [(path.name, iri) for iri in re.findall(r"<(/akn/[^>]*)>", line)]
    return pairs
