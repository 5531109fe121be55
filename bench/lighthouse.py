"""Lighthouse over a built site: `python bench/lighthouse.py SITE [FLOOR]`.

Measures front, story, country and search page in the system's Chromium and fails below FLOOR (95)
in any of the four categories. Needs node's lighthouse: `npm install -g lighthouse`, or set
LIGHTHOUSE to its path.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "front": "index.html",
    "story": "[12][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]/*-*.html",
    "country": "country/*/index.html",
    "search": "search/index.html",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def scores(program, address):
    """Return category -> score from 0 to 100."""
    words = [program, address, "--quiet", "--output=json", "--output-path=stdout"]
    words.append("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(words, capture_output=True, check=True, env=environment)
    report = json.loads(done.stdout)
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}


def measure(site, floor):
    """Print the scores of the largest page of each kind; return those below the floor."""
    program = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not program:
        sys.exit("Lighthouse is not there: npm install -g lighthouse, or set LIGHTHOUSE.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    low = []
    for kind, pattern in PAGES.items():
        path = max(site.glob(pattern), key=lambda p: (p.stat().st_size, p)).relative_to(site)
        address = f"http://127.0.0.1:{server.server_address[1]}/{path.as_posix()}"
        found = scores(program, address.removesuffix("index.html"))
        print(f"{kind:8}", *(f"{name} {score}" for name, score in found.items()), sep="  ")
        low += [f"{kind}: {name} {score}" for name, score in found.items() if score < floor]
    server.shutdown()
    return low


if __name__ == "__main__":
    below = measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 95)
    sys.exit("\n".join(["Below the floor:", *below]) if below else 0)
