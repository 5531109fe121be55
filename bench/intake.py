"""Measure intake: decoding and splitting against gold, and stories a second on any dump.

python bench/intake.py --suite DIR      X.txt raw, X.json gold: logical_text, articles
python bench/intake.py --dump PATH      any file or folder
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from pathlib import Path

from newsdesk.errors import UnreadableDocument
from newsdesk.intake import read
from newsdesk.intake.decode import decode
from newsdesk.records import SetAside


def suite(folder: Path) -> None:
    """Print how many raw files decode exactly and split into the right number of stories."""
    golds = sorted(folder.glob("*.json"))
    decoded = split = 0
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = path.with_suffix(".txt")
        exact = _plain(_text(raw)) == _plain(gold["logical_text"])
        stories = [f for f in read(raw) if not isinstance(f, SetAside)]
        right = len(stories) == len(gold["articles"])
        decoded, split = decoded + exact, split + right
        if not (exact and right):
            print(f"{path.stem}: {'' if exact else 'not '}exact, {len(stories)} stories")
    print(f"decoded exactly {decoded} of {len(golds)}, split rightly {split} of {len(golds)}")


def _text(raw: Path) -> str:
    try:
        return decode(raw.read_bytes()).text
    except UnreadableDocument as error:
        return str(error)


def _plain(text: str) -> str:
    """Return the text with one kind of line break: intake keeps them, the gold may not."""
    return "\n".join(text.splitlines()).strip()


def dump(path: Path) -> None:
    """Print stories, set-asides, characters and speed of one pass over a dump."""
    started, cpu = time.perf_counter(), time.process_time()
    stories = aside = characters = 0
    for found in read(path):
        if isinstance(found, SetAside):
            aside += 1
        else:
            stories, characters = stories + 1, characters + len(found.text)
    wall, used = time.perf_counter() - started, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{stories} stories, {aside} set aside, {characters / 1e6:.1f} M characters")
    print(f"{wall:.2f} s, {used:.2f} s of processor: {stories / used:.0f} stories/s")
    print(f"peak memory {memory:.0f} MB")


def main() -> int:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--suite", type=Path)
    parser.add_argument("--dump", type=Path)
    chosen = parser.parse_args()
    if not (chosen.suite or chosen.dump):
        parser.error("Say what to measure: --suite DIR or --dump PATH.")
    if chosen.suite:
        suite(chosen.suite)
    if chosen.dump:
        dump(chosen.dump)
    return 0


if __name__ == "__main__":
    sys.exit(main())
