"""Photograph the kinds of page of a built site: `python tests/site/screenshots.py SITE FOLDER`.

Every page in light and dark, 1280 and 390 pixels wide. Pages are found in the built site, so the
program needs no list that goes stale.
"""

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def first(site, pattern, telling=""):
    """Return the first page that fits the pattern and holds the words, or None."""
    for path in sorted(site.glob(pattern)):
        if telling in path.read_text(encoding="utf-8"):
            return path.relative_to(site).as_posix()
    return None


def shown_pages(site):
    """Return name -> path of one page of each kind that this site has."""
    day = "[12][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]"
    country = sorted(site.glob("country/*/index.html"), key=lambda p: -p.stat().st_size)
    found = {
        "front": "index.html",
        "story": first(site, f"{day}/*-*.html", 'class="story" lang="en"'),
        "story-rtl": first(site, f"{day}/*-*.html", 'dir="rtl">\n<header>'),
        "day": first(site, f"{day}/index.html"),
        "month": first(site, "[12][0-9][0-9][0-9]/[0-9][0-9]/index.html"),
        "year": first(site, "[12][0-9][0-9][0-9]/index.html"),
        "country": country[0].relative_to(site).as_posix() if country else None,
        "countries": first(site, "country/index.html"),
        "source": first(site, "source/*/index.html"),
        "search": first(site, "search/index.html"),
    }
    return {name: path for name, path in found.items() if path}


def photograph(site, folder, only=()):
    """Write NAME-SCHEME-WIDTH.png for every kind of page."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        for scheme in SCHEMES:
            for width in WIDTHS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                page = context.new_page()
                for name, path in shown_pages(site).items():
                    if only and name not in only:
                        continue
                    page.goto(f"{address}/{path}")
                    page.screenshot(path=folder / f"{name}-{scheme}-{width}.png", full_page=True)
                context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    photograph(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
