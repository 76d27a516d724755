#!/usr/bin/env python3
"""scripts/fetch-corpus against a server on loopback that behaves as servers do: drops the line, is busy, changes a file, answers nonsense."""
import hashlib
import http.server
import io
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import threading
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACT = b"<Legislation>" + b"<P>Invented text of an invented Act.</P>" * 5000 + b"</Legislation>"


def archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("usc18.xml", ACT)
    return buffer.getvalue()


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves `files`; `plans` holds, by path, what is to go wrong on the next requests: a status, or "cut" for half an answer."""

    files, plans, log = {}, {}, []

    def log_message(self, *_):
        pass

    def do_GET(self):
        Handler.log.append((self.path, dict(self.headers)))
        plan = Handler.plans.get(self.path, [])
        step = plan.pop(0) if plan else None
        body = Handler.files.get(self.path)
        if isinstance(step, int) or body is None:
            self.send_response(step if isinstance(step, int) else 404)
            self.send_header("Retry-After", "0")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        start = 0
        if "Range" in self.headers and self.headers.get("If-Range") == tag:
            start = int(self.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        self.send_response(206 if start else 200)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        self.wfile.write(body[start : (start + len(body)) // 2] if step == "cut" else body[start:])


class Fetch(unittest.TestCase):
    def setUp(self):
        Handler.files, Handler.plans, Handler.log = {}, {}, []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.folder = tempfile.TemporaryDirectory()
        self.into = pathlib.Path(self.folder.name) / "official"

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def fetch(self, *rows, arguments=(), environment=None):
        sources = pathlib.Path(self.folder.name) / "sources.tsv"
        sources.write_text("# comment\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        command = [sys.executable, str(ROOT / "scripts/fetch-corpus"), "--sources", str(sources), "--into", str(self.into), "--wait", "0.01",
                   "--retries", "2", "--base-url", base, *arguments]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "no_proxy": "127.0.0.1", **(environment or {})}, timeout=60)

    def manifest(self):
        lines = (self.into / "manifest.tsv").read_text(encoding="utf-8").splitlines()
        return [line.split("\t") for line in lines if not line.startswith("#")]

    ROW = ("GB", "An Act", "url", "https://www.law.example/act/1/data.xml", "clml", "a licence")
    PATH = "/www.law.example/act/1/data.xml"

    def test_a_file_is_fetched_checked_and_entered_once(self):
        Handler.files[self.PATH] = ACT
        first = self.fetch(self.ROW)
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertEqual((self.into / "GB/act-1-data.xml").read_bytes(), ACT)
        file, jurisdiction, work, address, fetched, size, digest, kind, licence = self.manifest()[0]
        self.assertEqual((file, jurisdiction, work, address), ("GB/act-1-data.xml", "GB", "An Act", self.ROW[3]))
        self.assertEqual((int(size), digest, kind, licence), (len(ACT), hashlib.sha256(ACT).hexdigest(), "clml", "a licence"))
        self.assertRegex(fetched, r"^\d{4}-\d\d-\d\d$")
        self.assertIn("synoptic", Handler.log[0][1]["User-Agent"])
        second = self.fetch(self.ROW)
        self.assertIn("there already", second.stdout)
        self.assertEqual(len(Handler.log), 1)

    def test_a_dropped_line_resumes_where_it_stopped(self):
        Handler.files[self.PATH] = ACT
        Handler.plans[self.PATH] = ["cut", "cut"]
        result = self.fetch(self.ROW)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual((self.into / "GB/act-1-data.xml").read_bytes(), ACT)
        self.assertEqual(Handler.log[1][1]["Range"], f"bytes={len(ACT) // 2}-")
        self.assertEqual(sorted(path.name for path in (self.into / "GB").iterdir()), ["act-1-data.xml"])

    def test_a_later_run_resumes_and_a_file_that_changed_starts_again(self):
        Handler.files[self.PATH] = ACT
        Handler.plans[self.PATH] = ["cut", 404]
        self.assertEqual(self.fetch(self.ROW).returncode, 1)
        self.assertTrue((self.into / "GB/act-1-data.xml.part").exists())
        Handler.files[self.PATH] = ACT.replace(b"invented", b"reworded")
        self.assertEqual(self.fetch(self.ROW).returncode, 0)
        self.assertEqual((self.into / "GB/act-1-data.xml").read_bytes(), Handler.files[self.PATH])

    def test_a_busy_server_is_asked_again_and_a_missing_file_is_not(self):
        Handler.files[self.PATH] = ACT
        Handler.plans[self.PATH] = [503, 429]
        missing = ("GB", "No Act", "url", "https://www.law.example/none", "clml", "a licence")
        result = self.fetch(missing, self.ROW)
        self.assertEqual(result.returncode, 1)
        self.assertIn("HTTP 404", result.stderr)
        self.assertEqual(len(self.manifest()), 1)
        self.assertEqual([path for path, _ in Handler.log], ["/www.law.example/none"] + [self.PATH] * 3)

    def test_what_is_not_of_its_format_is_rejected(self):
        Handler.files[self.PATH] = b"<html><p>We are sorry"
        result = self.fetch(self.ROW)
        self.assertEqual(result.returncode, 1)
        self.assertIn("not a whole clml file", result.stderr)
        self.assertFalse((self.into / "GB/act-1-data.xml").exists())
        self.assertTrue((self.into / "GB/act-1-data.xml.rejected").exists())

    def test_the_latest_release_is_found_on_a_page(self):
        page = b'<a href="points/us/pl/119/9/xml_usc18@119-9.zip">old</a> <a href="points/us/pl/119/36/xml_usc18@119-36.zip">new</a> <a href="x.zip">'
        Handler.files["/code.example/download.html"] = page
        Handler.files["/code.example/points/us/pl/119/36/xml_usc18@119-36.zip"] = archive()
        glob = "https://code.example/points/us/pl/*/xml_usc18@*.zip"
        result = self.fetch(("US", "Title 18", "latest", f"https://code.example/download.html {glob}", "uslm.zip", "public domain"))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(self.manifest()[0][3].endswith("@119-36.zip"))

    def test_a_package_comes_through_the_npm_client(self):
        fake = pathlib.Path(self.folder.name) / "npm"
        fake.write_text(
            "#!/bin/sh\n"
            'if [ "$1" = view ]; then echo \'"1.2.3"\'; exit; fi\n'
            'while [ "$1" != --pack-destination ]; do shift; done\n'
            'cd "$2" && echo text >law.json && tar czf scope-law-1.2.3.tgz law.json && rm law.json\n'
            'echo \'[{"filename": "@scope/law-1.2.3.tgz"}]\'\n'
        )
        fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
        row = ("FR", "Codes", "npm", "@scope/law", "legi_json.tar.gz", "a licence")
        for answer in ("bytes", "there already"):
            result = self.fetch(row, environment={"NPM": str(fake)})
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertIn(answer, result.stdout)
        self.assertEqual(self.manifest()[0][3], "npm:@scope/law@1.2.3")

    def test_a_jurisdiction_without_a_source_is_wrong_usage(self):
        self.assertEqual(self.fetch(self.ROW, arguments=["XX"]).returncode, 2)
        self.assertIn("An Act", self.fetch(self.ROW, arguments=["uk", "--list"]).stdout)


if __name__ == "__main__":
    unittest.main()
