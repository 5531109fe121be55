"""Plain Pagefind beside ours: one bundle of all stories, its own JavaScript, filters loaded."""

from __future__ import annotations

import base64
import os
import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
from pagefind_bin import get_executable
from pelican.plugins.search_index.stories import Story

from bench.search_browser import Wire

FIRST = """async (q) => {
  const started = performance.now();
  const pagefind = await import(new URL("../pagefind/pagefind.js", location).href);
  await pagefind.init();
  const [, found] = await Promise.all([pagefind.filters(), pagefind.search(q)]);
  if (found.results.length) await found.results[0].data();
  return performance.now() - started;
}"""


def plain_bundle(stories: Sequence[Story], site: Path) -> dict[str, Any]:
    """Index stories as anyone would: English stemming, title, facets, sort by date."""
    started = time.monotonic()
    process = subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin and process.stdout
    messages: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": "en"}}]
    for story in stories:
        filters = {
            "country": list(story.countries),
            "organization": list(story.organizations),
            "source": [story.source],
            "year": [story.year],
            "lang": [story.lang],
        }
        messages.append({
            "type": "AddRecord", "index_id": 0, "url": "/" + story.url, "language": "en",
            "content": ". ".join((story.title, *story.paragraphs)),
            "meta": {"title": story.title, "date": story.date, "source": story.source},
            "filters": {name: values for name, values in filters.items() if any(values)},
            "sort": {"date": story.date or "0000"},
        })  # fmt: skip
    messages.append({"type": "WriteFiles", "index_id": 0, "output_path": str(site / "pagefind")})
    if os.fork() == 0:  # write in a child, so that the pipe of answers can be drained here
        for number, payload in enumerate(messages):
            message = orjson.dumps({"message_id": number, "payload": payload})
            process.stdin.write(base64.b64encode(message) + b",")
        process.stdin.flush()
        os._exit(0)
    answers = 0
    while answers < len(messages):
        answers += process.stdout.read1(1 << 20).count(b",")  # type: ignore[attr-defined]
    entry = site / "pagefind" / "pagefind-entry.json"
    while not (entry.exists() and entry.stat().st_size):  # it answers before it has written
        time.sleep(0.1)
    process.stdin.close()
    process.wait()
    page = site / "plain" / "index.html"
    page.parent.mkdir()
    page.write_text('<!doctype html><html lang="en"><title>Plain</title></html>', encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {"plain build s": round(time.monotonic() - started, 1), "plain build MB": peak}


def first_plain(chromium: Any, wire: Wire, query: str) -> tuple[float, int]:
    """Milliseconds until first hit and facet counts are there (nothing is drawn), and bytes."""
    wire.sent.clear()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(wire.address + "plain/")
    page.evaluate(FIRST, query)
    took = page.evaluate("performance.now()")
    context.close()
    return took, sum(size for _, size in wire.sent)
