"""Photographs the kinds of page of a built site: `python tests/site/screenshots.py SITE FOLDER`.

Every kind in light and dark, on a desktop and on a phone, the whole page; names after FOLDER pick
kinds. With `--docs` the few that the documents show, as a screen shows them (`./inv pictures`).
Pages are found in the built site, so there is no list that goes stale.
"""

import os
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SCREENS = {"desktop": {"width": 1280, "height": 860}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
IN_DOCS = (
    "front-desktop-light",
    "front-phone-dark",
    "story-desktop-light",
    "story-rtl-desktop-dark",
    "country-desktop-light",
    "search-desktop-light",
)
DAY = "[12][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def largest(site, pattern, telling=""):
    """Return the largest page that fits the pattern and holds the words, or None."""
    fits = (p for p in site.glob(pattern) if telling in p.read_text(encoding="utf-8"))
    best = max(fits, key=lambda path: (path.stat().st_size, path), default=None)
    return best and best.relative_to(site).as_posix()


def shown_pages(site):
    """Return name -> path of one page of each kind that this site has."""
    found = {
        "front": largest(site, "index.html"),
        "story": largest(site, f"{DAY}/*-*.html", 'class="story" lang="en"'),
        "story-rtl": largest(site, f"{DAY}/*-*.html", 'dir="rtl">\n<header>'),
        "day": largest(site, f"{DAY}/index.html"),
        "month": largest(site, f"{DAY[:-11]}/index.html"),
        "year": largest(site, f"{DAY[:-22]}/index.html"),
        "undated": largest(site, "undated/index.html"),
        "country": largest(site, "country/*/index.html"),
        "countries": largest(site, "country/index.html"),
        "organization": largest(site, "organization/*/index.html"),
        "source": largest(site, "source/*/index.html"),
        "world": largest(site, "world/index.html"),
        "world-year": largest(site, "world/*/index.html"),
        "together": largest(site, "together/index.html"),
        "search": largest(site, "search/index.html"),
        "404": largest(site, "404.html"),
    }
    return {name: path for name, path in found.items() if path}


def photograph(site, folder, kinds=(), for_docs=False):
    """Write NAME-SCREEN-SCHEME.png for every kind of page, or those the documents show."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    wanted = {name: path for name, path in shown_pages(site).items() if not kinds or name in kinds}
    with sync_playwright() as driver:
        program = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=program, args=QUIET)
        for screen, size in SCREENS.items():
            for scheme in SCHEMES:
                page = browser.new_page(viewport=size, color_scheme=scheme)
                for name, path in wanted.items():
                    picture = f"{name}-{screen}-{scheme}"
                    if for_docs and picture not in IN_DOCS:
                        continue
                    page.goto(f"{address}/{path}", wait_until="networkidle")
                    page.screenshot(path=folder / f"{picture}.png", full_page=not for_docs)
                page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    docs, words = "--docs" in sys.argv, [word for word in sys.argv[1:] if word != "--docs"]
    photograph(Path(words[0]), Path(words[1]), words[2:], docs)
