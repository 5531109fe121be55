"""Lighthouse over a built site: `python bench/lighthouse.py SITE [FLOOR]`.

Measures front, story, country and search page in the system's Chromium and fails below FLOOR (95)
in any of the four categories. Lighthouse comes from npm by the lock in bench/node, into .cache/;
LIGHTHOUSE may name another one. Where node or npm is missing it says so and measures nothing.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ROOT = Path(__file__).resolve().parent.parent
LOCKED = Path(__file__).resolve().parent / "node"
NODE = 18  # the oldest that the locked Lighthouse runs on
PAGES = {
    "front": "index.html",
    "story": "[12][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]/*-*.html",
    "country": "country/*/index.html",
    "search": "search/index.html",
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class NotMeasured(Exception):
    """Lighthouse can't run here; a sentence says why."""


def lighthouse():
    """Return the path of Lighthouse, installed by its lock if it is not there yet."""
    if named := os.environ.get("LIGHTHOUSE"):
        return named
    lock = (LOCKED / "package-lock.json").read_bytes()
    folder = ROOT / ".cache" / f"lighthouse-{sha256(lock).hexdigest()[:8]}"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if program.exists():
        return str(program)
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise NotMeasured("node and npm are not installed")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)
    if int(version.stdout.lstrip("v").split(".")[0]) < NODE:
        raise NotMeasured(f"node {version.stdout.strip()} is older than {NODE}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, folder)
    words = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode or not program.exists():
        shutil.rmtree(folder, ignore_errors=True)
        raise NotMeasured(f"npm could not install it:\n{done.stderr.strip()[-600:]}")
    return str(program)


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
    program = lighthouse()
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
    try:
        below = measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 95)
    except NotMeasured as reason:
        sys.exit(print(f"LIGHTHOUSE WAS NOT RUN: {reason}. Nothing is known of its scores."))
    sys.exit("\n".join(["Below the floor:", *below]) if below else 0)
