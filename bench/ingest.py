"""Time ingest: clean, tag and file raw dumps into an empty archive.

    python -m bench.ingest DUMP... [--work DIR] [--rounds 3]

Prints stories a second of wall time, CPU of all processes and the largest resident set, medians of
the rounds. Each round is a process of its own that starts with nothing loaded, register, twins and
notices included, as `./inv ingest` does. `--work` decides the disk: give /dev/shm for memory.

Each round has a folder of its own in it, and all go at the end: for some minutes after many files
were deleted ext4 passes over their numbers one by one whenever a file is made (`recently_deleted`
in fs/ext4/ialloc.c), which made 15,000 files .5 ms slower each, a third of the whole ingest.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from bench.build import ROOT, Timing, median, timed

INGEST = """
import sys
from pathlib import Path
from newsdesk import pipeline
from newsdesk.archive import Archive

if __name__ == "__main__":
    summary = pipeline.ingest(list(map(Path, sys.argv[2:])), Archive(Path(sys.argv[1])))
    print(summary.accepted)
"""


def ingest(dumps: list[Path], archive: Path) -> Timing:
    """Fill an archive that is not there yet from dumps."""
    archive.mkdir(parents=True)
    program = archive.with_suffix(".py")
    program.write_text(INGEST, encoding="utf-8")
    return timed([sys.executable, str(program), str(archive), *map(str, dumps)])


def filed(archive: Path) -> int:
    """Return how many stories an archive holds."""
    return sum(1 for _ in (archive / "content" / "articles").rglob("*.html"))


def main() -> None:
    """Run the bench and print its figures."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("dumps", type=Path, nargs="+")
    words.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench-ingest")
    words.add_argument("--rounds", type=int, default=3)
    options = words.parse_args()
    work = options.work / f"{time.time_ns()}"
    archives = [work / f"round-{number}" for number in range(1, options.rounds + 1)]
    one = median([ingest(options.dumps, archive) for archive in archives])
    stories = filed(archives[0])
    shutil.rmtree(work)
    print(f"{stories:,} stories: {stories / one.wall:.0f} a second, {one.wall:.1f} s of wall time,")
    print(f"{one.cpu:.1f} s of CPU, {one.memory:.0f} MB in the largest process")


if __name__ == "__main__":
    main()
