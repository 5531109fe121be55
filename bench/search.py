"""Search: is every hit right, what goes over the wire, how long does it take.

`python -m bench.search --content DIR [--queries 200] [--plain] [--build]` where DIR holds
`articles/`. Opens the built search page in Chromium and compares each query's hits, and the facet
counts, with a search that looks at every story; `--plain` measures first results beside plain
Pagefind in one bundle, `--build` the memory and time of building, and of one changed year.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import median_low as middle
from typing import Any

from pelican.plugins.search_index.building import Place, build_index
from pelican.plugins.search_index.stories import Addresses, Story, read_story

from bench.search_browser import Wire, browser, open_page, serve, write_page
from bench.search_brute import Brute, text
from bench.search_memory import Watch
from bench.search_plain import first_plain, plain_bundle
from bench.search_queries import queries

ROUNDS = 3  # of the queries whose first hits are timed

ASK = """async (q) => {
  const s = window.backfileSearch;
  window.archive = window.archive || await s.openArchive(new URL("../pagefind/", location).href);
  window.words = window.words || s.openWords(window.archive);
  const { tree } = s.parse(q, window.archive.stopwords);
  const prepared = await s.prepare(window.archive, window.words, tree);
  const started = performance.now();
  const found = await s.run(window.archive,
    { tree: prepared, facets: {}, from: "", to: "" }, () => {}, () => false);
  const took = performance.now() - started;
  const urls = [];
  for (const hit of found.hits) urls.push((await hit.shard.listing()).url[hit.row]);
  return { urls, took, counts: Object.fromEntries(found.counts.country) };
}"""


def read_stories(content: Path) -> list[Story]:
    """Read all published stories of a content folder."""
    found = (read_story(path, Addresses()) for path in sorted(content.rglob("*.html")))
    return [story for story in found if story]


def check(page: Any, brute: Brute, count: int) -> dict[str, Any]:
    """Compare the hits of `count` queries; a query the page refuses must have no hits."""
    wrong, times, empty = [], [], 0
    by_url = {one.story.url: one.story for one in brute.stories}
    for tree in queries(brute, count):
        expected = brute.hits(tree)
        try:
            actual = page.evaluate(ASK, text(tree))
        except Exception as error:  # a Mistake: "No story here has ..."
            actual = {"urls": [], "took": 0, "counts": {}, "error": str(error).split("\n")[0]}
        times.append(actual["took"])
        empty += not expected
        counts = Counter(code for url in expected for code in by_url[url].countries)
        if set(actual["urls"]) != expected or actual["counts"] != dict(counts):
            missing, extra = expected - set(actual["urls"]), set(actual["urls"]) - expected
            wrong.append((text(tree), len(expected), len(missing), len(extra), actual.get("error")))
    times.sort()
    return {
        "queries": count,
        "equal": count - len(wrong),
        "without hits": empty,
        "median ms": round(times[len(times) // 2]),
        "slowest ms": round(times[-1]),
        "wrong": wrong[:20],
    }


def two_words(brute: Brute, count: int = 12) -> list[str]:
    """Return pairs of words that stand together in a story, common to rare."""
    found = []
    for one in brute.stories[:: max(1, len(brute.stories) // count)][:count]:
        words = [w for w in dict.fromkeys(one.words) if w.isalpha() and len(w) > 4]
        if len(words) > 6:
            found.append(f"{words[1]} {words[5]}")
    return found


FIRST_HIT = """new MutationObserver((_, watch) => {
  if (!document.querySelector("li.hit")) return;
  watch.disconnect();
  window.firstHit = performance.timeOrigin + performance.now();
}).observe(document, { childList: true, subtree: true });"""


def first_hit(chromium: Any, wire: Wire, query: str) -> tuple[float, int]:
    """Milliseconds until our page has drawn its first hit in a fresh browser, and bytes sent."""
    wire.sent.clear()
    context = chromium.new_context()
    context.add_init_script(FIRST_HIT)
    page = open_page(context, wire.address + "bench-search/?q=" + query)
    moment = page.evaluate("window.firstHit")
    began = page.evaluate("performance.timeOrigin")
    context.close()
    return moment - began, wire.bytes_until(moment)


def first_results(site: Path, plain: Path, asked: list[str]) -> dict[str, Any]:
    """Median bytes and time up to the first hit, ours and plain Pagefind's in turn; the ratio is
    that of each pair, so that a machine that is busy for a while slows both."""
    told: dict[str, list[tuple[float, int]]] = {"ours": [], "plain": []}
    with serve(site) as mine, serve(plain) as theirs, browser() as chromium:
        for query in asked * ROUNDS:
            told["ours"].append(first_hit(chromium, mine, query))
            told["plain"].append(first_plain(chromium, theirs, query))
    pairs = zip(told["ours"], told["plain"], strict=True)
    medians: dict[str, Any] = {
        name: {"ms": round(middle(ms)), "kB": round(middle(sent) / 1000)}
        for name, measured in told.items()
        for ms, sent in [zip(*measured, strict=True)]
    }
    return {
        **medians,
        "time to plain": round(middle(ours[0] / plain[0] for ours, plain in pairs), 2),
    }


def build(content: Path, site: Path, megabytes: int) -> dict[str, Any]:
    """Time a full build and one with a single changed story; peak memory of all processes in MB."""
    memory = site.parent / "memory"
    shutil.rmtree(memory, ignore_errors=True)
    place = Place(content, site / "pagefind", memory, megabytes=megabytes)
    started = time.monotonic()
    with Watch() as watch:
        manifest = build_index(place, place.found())
    whole = time.monotonic() - started
    some = next(iter(sorted(content.rglob("*.html"))))
    before = some.read_bytes()
    some.write_bytes(before.replace(b"</body>", b"<p>One more line.</p></body>"))
    started = time.monotonic()
    build_index(place, place.found())
    again = time.monotonic() - started
    some.write_bytes(before)
    build_index(place, place.found())
    return {
        "stories": manifest["stories"],
        "shards": len(manifest["shards"]),
        "full s": round(whole, 1),
        "one year changed s": round(again, 1),
        "all processes MB": watch.megabytes,
    }


def main() -> None:
    """Measure and print one JSON line a result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, required=True)
    parser.add_argument("--site", type=Path, help="keep the built index here")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--memory", type=int, default=2000)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--build", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = told.site or Path(folder) / "site"
        if told.build:
            print(json.dumps({"build": build(told.content, site, told.memory)}), flush=True)
        else:
            memory = site.parent / "memory"
            place = Place(told.content, site / "pagefind", memory, megabytes=told.memory)
            build_index(place, place.found())
        write_page(site)
        brute = Brute(read_stories(told.content))
        if told.queries:
            with serve(site) as wire, browser() as chromium:
                page = open_page(chromium.new_context(), wire.address + "bench-search/")
                print(json.dumps({"hits": check(page, brute, told.queries)}, ensure_ascii=False))
        if told.plain:
            bundle = plain_bundle([one.story for one in brute.stories], Path(folder) / "plain")
            found = first_results(site, Path(folder) / "plain", two_words(brute))
            print(json.dumps({"first results": {**found, **bundle}}))


if __name__ == "__main__":
    main()
