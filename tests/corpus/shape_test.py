#!/usr/bin/env python3
"""The shipped corpus is whole: profiles, digests and concepts say what their READMEs promise and point at each other."""
import collections
import datetime
import re
import shutil
import subprocess
import tomllib
import unittest

from corpus_files import ROOT, all_provisions, concept_iris, digest_files

STATUSES = {"in_force", "not_in_force", "repealed", "expired", "bill", "unknown"}
SCHEMA = ROOT / "../shared/data/schemas/akomantoso30.xsd"


class Profiles(unittest.TestCase):
    def test_every_profile_is_complete_and_bears_its_file_name(self):
        files = sorted((ROOT / "corpus/jurisdictions").glob("*.toml"))
        self.assertGreaterEqual(len(files), 7)
        for path in files:
            with self.subTest(path.name):
                profile = tomllib.loads(path.read_text(encoding="utf-8"))
                self.assertEqual(profile["code"], path.stem)
                self.assertTrue({"en", "fr", "ur"} <= set(profile["names"]))
                for source in profile["source"]:
                    self.assertTrue(source["url"].startswith("https://"))
                    self.assertTrue(source["licence"])


class Digests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.provisions = all_provisions()

    def test_there_are_enough_of_them_in_every_jurisdiction_that_the_concepts_cover(self):
        countries = collections.Counter(provision.file.split("/")[2] for provision in self.provisions)
        self.assertGreaterEqual(len(self.provisions), 60)
        profiles = {path.stem for path in (ROOT / "corpus/jurisdictions").glob("*.toml")}
        self.assertEqual(set(countries), {"CA", "FR", "GB", "IN", "PK", "US", "US-DC", "US-HI", "US-NY", "US-VA"})
        self.assertLessEqual(set(countries), profiles)

    def test_each_has_text_link_status_and_dates_that_make_sense(self):
        for provision in self.provisions:
            with self.subTest(f"{provision.file} {provision.eid}"):
                facts = provision.attributes
                self.assertTrue(provision.text.strip())
                self.assertRegex(facts["source"], r"^https://[a-z.-]+/")
                self.assertIn(facts["status"], STATUSES)
                datetime.date.fromisoformat(provision.version)
                start, end = facts.get("validFrom", "0001-01-01"), facts.get("validTo", "9999-12-31")
                self.assertLessEqual(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))
                if facts["status"] in ("repealed", "expired"):
                    self.assertIn("validTo", facts)

    def test_eids_are_unique_in_a_file_and_versions_of_one_eid_do_not_overlap(self):
        by_identity = collections.defaultdict(list)
        for provision in self.provisions:
            facts = provision.attributes
            if facts["status"] != "not_in_force":
                by_identity[provision.work, provision.eid].append((facts.get("validFrom", "0001-01-01"), facts.get("validTo", "9999-12-31")))
        for path in digest_files():
            eids = re.findall(r"<(?:article|section) eId=\"([^\"]+)\"", path.read_text(encoding="utf-8"))
            self.assertEqual(len(eids), len(set(eids)), path)
        for identity, intervals in by_identity.items():
            intervals.sort()
            for (_, end), (start, _) in zip(intervals, intervals[1:]):
                self.assertLess(end, start, identity)

    def test_what_is_doubtful_says_so_where_it_is_noted(self):
        for provision in self.provisions:
            if "unconfirmed" in provision.text:
                self.assertIn("nconfirmed", provision.attributes.get("note", ""), f"{provision.file} {provision.eid}")

    def test_they_are_valid_akoma_ntoso(self):
        if shutil.which("xmllint") is None or not SCHEMA.exists():
            self.skipTest("xmllint or ../shared/data/schemas is absent")
        files = [str(path) for path in digest_files()]
        result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(SCHEMA), *files], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_french_street_harassment_has_four_dated_answers(self):
        street = [p for p in self.provisions if p.eid in ("art_621-1", "art_R625-8-3", "art_222-33-1-1") or p.work == "/akn/fr/bill/an/15/778"]

        def on(day):
            facts = lambda p: (p.attributes.get("validFrom", ""), p.attributes.get("validTo", "9999"))
            return sorted(p.eid for p in street if facts(p)[0] <= day <= facts(p)[1])

        self.assertEqual(on("2017-10-17"), [])
        self.assertEqual(on("2018-04-01"), ["art_4"])
        self.assertEqual(on("2019-01-01"), ["art_621-1"])
        self.assertEqual(on("2026-11-01"), ["art_222-33-1-1", "art_R625-8-3"])


class Concepts(unittest.TestCase):
    def test_every_provision_a_concept_names_has_a_digest(self):
        held = {f"{provision.work}/~{provision.eid}" for provision in all_provisions()}
        missing = sorted({(file, iri) for file, iri in concept_iris() if iri not in held})
        self.assertEqual(missing, [])


if __name__ == "__main__":
    unittest.main()
