"""Measure the folder edition: room it takes, and its search on file:// beside http.

    python -m bench.offline --site output [--rounds 5]

In both browsers every question is asked on http (localhost, text compressed, cacheable) and on
file://, in turns. `first hits`: from opening the search page with the question until the first
hit stands there. `answer`: a question typed into the page when it is open, until all parts of the
archive are searched. The figures are medians.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from pelican.plugins.offline_edition.folder import make_folder

from bench.search_browser import browser, serve
from bench.tabs import Chromium, Tab, firefox

FOLDER = "usb stick ü #1 100%25"
QUERIES = (
    "oil",
    "price",
    "trade surplus",
    '"interest rates"',
    "econom*",
    "wheat OR barley NOT export",
    "country:jp yen",
    "central bank",
    "title:oil",
    "nobodywrotethisword",
)
NOTE_FIRST_HIT = """new MutationObserver(() => {
    if (!window.firstHit && document.querySelector(".hit, [data-state=done]"))
        window.firstHit = performance.now();
}).observe(document, { childList: true, subtree: true, attributes: true })"""
ASK = """(() => { document.querySelector("[data-search]").dataset.state = "asked";
    document.querySelector("#q").value = %r;
    document.querySelector("[data-part=form]").requestSubmit(); })()"""
HITS = "[...document.querySelectorAll('.hit')].slice(0, 10).map((hit) => hit.innerText)"
TOOK = "Number(document.querySelector('[data-search]').dataset.took)"
DONE = "document.querySelector('[data-state=done]')"


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    words.add_argument("--site", type=Path, required=True)
    words.add_argument("--rounds", type=int, default=5)
    options = words.parse_args()
    with TemporaryDirectory() as place:
        edition = Path(place) / FOLDER
        started = time.monotonic()
        made = make_folder(options.site, edition)
        took = time.monotonic() - started
        print(f"edition: {made.stories:,} stories, {made.files:,} files, {made.bytes / 1e6:.1f} MB")
        print(f"made in {took:.1f} s")
        online, offline = (_size(root / "pagefind") for root in (options.site, edition))
        print(f"search part online: {online[0]:,} files, {online[1] / 1e6:.2f} MB")
        print(f"search part of the edition: {offline[0]:,} files, {offline[1] / 1e6:.2f} MB")
        print(f"size to online: {offline[1] / online[1]:.2f}")
        with serve(options.site) as wire:
            addresses = (f"{wire.address}search/", (edition / "search/index.html").as_uri())
            for name, tab in _tabs():
                measure(name, tab, addresses, options.rounds)


def measure(name: str, tab: Tab, addresses: tuple[str, str], rounds: int) -> None:
    """Ask every question on both addresses and print medians and their ratios."""
    first: tuple[list[float], list[float]] = ([], [])
    answer: tuple[list[float], list[float]] = ([], [])
    differing = 0
    for number in range(rounds):
        hits: dict[str, list[list[str]]] = {}
        for side, address in enumerate(addresses):
            for query in QUERIES[:4]:
                tab.goto(f"{address}?q={quote(query)}")
                tab.wait_for(DONE)
                first[side].append(tab.evaluate("window.firstHit"))
            tab.goto(address)
            tab.wait_for(DONE)
            for query in QUERIES:
                tab.evaluate(ASK % query)
                tab.wait_for(DONE)
                hits.setdefault(query, []).append(tab.evaluate(HITS))
                answer[side].append(tab.evaluate(TOOK))
        differing += sum(one[0] != one[1] for one in hits.values()) if not number else 0
    for what, (online, offline) in (("first hits", first), ("answer", answer)):
        web, file = statistics.median(online), statistics.median(offline)
        print(f"{name}, {what}: http {web:.0f} ms, file {file:.0f} ms, ratio {file / web:.2f}")
    print(f"{name}: {differing} of {len(QUERIES)} top tens differ; errors {tab.complaints}")


@contextmanager
def _chromium() -> Iterator[Tab]:
    with browser() as program:
        yield Chromium(program.new_context().new_page())


def _tabs() -> Iterator[tuple[str, Tab]]:
    for name, start in (("Chromium", _chromium), ("Firefox", firefox)):
        with start() as tab:
            tab.before_pages(NOTE_FIRST_HIT)
            yield name, tab


def _size(folder: Path) -> tuple[int, int]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


if __name__ == "__main__":
    main()
