#!/usr/bin/env python3
"""The HTML reports in a browser: a narrow telephone and a desk, by measure and not by eye (WCAG 2.2, level AA).

    html_page_test.py SYNOPTIC

Skipped (77) where no Chromium is installed. With $AXE_CORE naming an axe.min.js, its rules are asked as well.
"""
import html, json, os, re, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HERE = os.path.dirname(os.path.abspath(__file__))
SYNOPTIC = os.path.abspath(sys.argv[1])
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
REPORTS = {
    "street-harassment": ["compare", "street-harassment", "--in", "FR,US,US-DC,GB,PK"],
    "stalking": ["compare", "stalking", "--in", "FR,US,GB-SCT,IN"],
    "pair": ["compare", "/akn/gb/act/ukpga/1986/64/~sec_4A", "/akn/gb/act/ukpga/1986/64/~sec_5"],
    "history": ["history", "street-harassment", "--in", "FR"],
}
WIDTHS = (320, 1280)
failures = []


def run(*command):
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "SOURCE_DATE_EPOCH": "1790812800"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answer_of(browser, folder, page):
    """What the script of `page` leaves in <pre id=answer>."""
    path = os.path.join(folder, "harness.html")
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
    done = run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + os.path.join(folder, "profile"), "--virtual-time-budget=20000", "--dump-dom", "file://" + path)
    found = re.search(r'<pre id="answer">(.*?)</pre>', done.stdout, re.S)
    if not found:
        sys.exit("the browser gave no answer: " + done.stderr[-2000:])
    return json.loads(html.unescape(found.group(1)))


def measured(browser, folder, report, width):
    """The report in a frame of that width, looked at by page_checks.js from outside: the report itself runs no script."""
    with open(os.path.join(HERE, "page_checks.js"), encoding="utf-8") as file:
        checks = file.read()
    page = f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><pre id="answer"></pre><iframe id="report" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(report)}"></iframe>'
    page += f"<script>{checks}\ndocument.getElementById('report').addEventListener('load', (event) => {{ document.getElementById('answer').textContent = JSON.stringify(pageFaults(event.target.contentDocument, {width})); }});</script>"
    return answer_of(browser, folder, page)


def asked_axe(browser, folder, report, axe):
    script = "<script>" + axe.replace("</script", "<\\/script") + "</script><script>axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then((result) => {" \
             "const pre = document.createElement('pre'); pre.id = 'answer'; pre.textContent = JSON.stringify(result.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | ')));" \
             "document.body.append(pre); });</script></body>"
    return answer_of(browser, folder, report.replace("</body>", script))


def main():
    browser = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if not browser:
        print("skipped: no Chromium is installed")
        return 77
    axe_path = os.environ.get("AXE_CORE")
    axe = open(axe_path, encoding="utf-8").read() if axe_path else None
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        done = run(SYNOPTIC, "ingest", os.path.join(ROOT, "corpus", "digests"), "--index", index)
        if done.returncode != 0:
            sys.exit(done.stderr)
        for name, command in REPORTS.items():
            path = os.path.join(folder, name + ".html")
            done = run(SYNOPTIC, *command, "--index", index, "--as-of", "2026-10-01", "-o", path) if command[0] == "compare" else run(SYNOPTIC, *command, "--index", index, "-o", path)
            if not os.path.exists(path):
                sys.exit(name + ": " + done.stderr)
            with open(path, encoding="utf-8") as file:
                report = file.read()
            for width in WIDTHS:
                failures.extend(f"{name} at {width} px: {fault}" for fault in measured(browser, folder, report, width))
            if axe:
                failures.extend(f"{name}, axe: {fault}" for fault in asked_axe(browser, folder, report, axe))
        # The checks themselves: a page with these faults must not pass.
        bad = '<!DOCTYPE html><html><body><script>1</script><h3>x</h3><div style="width:900px">wide</div><p style="color:#ccc">pale</p><a href="javascript:1" style="display:block;height:9px;font-size:8px">a</a><table><tr><th>a</th></tr></table></body></html>'
        faults = "\n".join(measured(browser, folder, bad, 320))
        for part in ("script", "language", "one main", "heading", "wider than", "contrast", "target", "address", "scope"):
            if part not in faults:
                failures.append(f"the checks do not see: {part}\n{faults}")
    for failure in failures:
        print("FAILED:", failure)
    print(f"{len(REPORTS)} reports at {len(WIDTHS)} widths{' and by axe' if axe else ''}: {len(failures)} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
