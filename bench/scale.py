"""Measure an archive at several sizes: ingest, pages, index; time, memory, files, bytes.

    python -m bench.scale CONTENT [--sizes 1000 10000 100000] [--work DIR] [--index] [--ingest]

CONTENT is a content folder of many stories; archives of the sizes are made of it, spread over
twenty years (bench/made_archive.py). `--index` builds the search index too, `--ingest` also files
the made stories from a raw dump of them. Prints the table of docs/scale.md.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

from pelican.plugins.press.contentfile import Sheet, parse

from bench.build import ROOT, Bench, Timing, timed
from bench.ingest import ingest

TAG = re.compile("<[^>]*>")
STEPS = ("full", "unchanged", "+100")


def main() -> None:
    """Measure each size and print a line of the table."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("content", type=Path)
    words.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    words.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench-scale")
    words.add_argument("--index", action="store_true")
    words.add_argument("--ingest", action="store_true")
    options = words.parse_args()
    head = ["stories", "files", "MB", "cache MB", *(f"{step}, CPU s" for step in STEPS)]
    head += ["full, wall s", "largest process, MB"]
    head += [f"index {step}, CPU s" for step in STEPS] + ["index MB"] if options.index else []
    head += ["ingest, stories/s", "ingest, CPU s"] if options.ingest else []
    print(f"| {' | '.join(head)} |", "|---" * len(head) + "|", sep="\n", flush=True)
    folder = options.work / f"{time.time_ns()}"
    for size in options.sizes:
        work = folder / str(size)  # all go at the end: see bench/ingest.py
        made = work / "made"
        make(options.content, made, size)
        row = [f"{size:,}", *pages(work / "site", made)]
        row += index(work / "indexed", made) if options.index else []
        row += filing(work / "archive", made) if options.ingest else []
        print(f"| {' | '.join(row)} |", flush=True)
    shutil.rmtree(folder)


def make(content: Path, made: Path, size: int) -> None:
    """Make an archive of some size."""
    program = Path(__file__).with_name("made_archive.py")
    subprocess.run(
        [sys.executable, str(program), str(content), str(made), "--stories", str(size)], check=True
    )


def pages(work: Path, made: Path) -> list[str]:
    """Return what the pages of a site take and hold."""
    bench = _bench(work, made, False)
    full, unchanged, more = (_run(bench, "press", step) for step in STEPS)
    files, size = held(bench.output)
    return [
        *(f"{files:,}", f"{size:.0f}", f"{held(bench.cache)[1]:.0f}"),
        *(f"{step.cpu:.1f}" for step in (full, unchanged, more)),
        *(f"{full.wall:.1f}", f"{max(full.memory, more.memory):.0f}"),
    ]


def index(work: Path, made: Path) -> list[str]:
    """Return what pages and index together take, and the bytes of the index."""
    bench = _bench(work, made, True)
    steps = [_run(bench, "press + index", step) for step in STEPS]
    return [*(f"{step.cpu:.1f}" for step in steps), f"{held(bench.output / 'pagefind')[1]:.0f}"]


def filing(work: Path, made: Path) -> list[str]:
    """Return how fast the stories are filed from a dump of one JSON line each."""
    files = sorted((made / "articles").rglob("*.html"))
    dump = work.with_name("dump.jsonl")
    with dump.open("w", encoding="utf-8") as lines:
        for file in files:
            sheet = parse(file.read_text(encoding="utf-8"))
            assert sheet, "made_archive writes what filing writes"
            lines.write(json.dumps(raw(sheet), ensure_ascii=False) + "\n")
    took = ingest([dump], work)
    return [f"{len(files) / took.wall:.0f}", f"{took.cpu:.0f}"]


def raw(sheet: Sheet) -> dict[str, str]:
    """Return a story as a dump would hold it."""
    paragraphs = sheet.body.replace("</p>\n", "\n\n")
    return {
        "title": unescape(sheet.title),
        "date": sheet.facts.get("date", ""),
        "source": sheet.facts.get("source", ""),
        "text": unescape(TAG.sub("", paragraphs)),
    }


def held(folder: Path) -> tuple[int, float]:
    """Return how many files lie below a folder, and their megabytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def _bench(work: Path, made: Path, indexed: bool) -> Bench:
    files = sorted((made / "articles").rglob("*.html"))
    return Bench(work, files, made / "articles", str(ROOT / "theme"), indexed, alone=True)


def _run(bench: Bench, who: str, step: str) -> Timing:
    _, prepare, command = next(s for s in bench.steps() if s[0] == f"{who} {step}")
    prepare()
    return timed(command)


if __name__ == "__main__":
    main()
