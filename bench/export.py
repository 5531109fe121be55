"""Measure the export of a large archive: stories a second, and the most memory it takes.

    python -m bench.export --content DIR [--formats jsonl,csv,sqlite]

DIR is a content folder (its stories lie in `articles/`). The export runs in a process of its own,
so that the memory is its own too.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from newsdesk.archive import Archive
from newsdesk.export import Exported, export


def main() -> None:
    """Print one line for each format, and one for all of them at once."""
    words = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    words.add_argument("--content", type=Path, required=True)
    words.add_argument("--formats", default="jsonl,csv,sqlite")
    options = words.parse_args()
    formats = options.formats.split(",")
    each = [[name] for name in formats] if len(formats) > 1 else []
    for wanted in (*each, formats):
        with ProcessPoolExecutor(1) as apart:
            made, seconds, memory = apart.submit(_run, options.content, wanted).result()
        print(
            f"{', '.join(wanted)}: {made.stories:,} stories, {made.bytes / 1e6:,.1f} MB, "
            f"{seconds:.1f} s of processor, {memory / 1e6:,.0f} MB of memory at most"
        )


def _run(content: Path, formats: list[str]) -> tuple[Exported, float, int]:
    """Export once and return what was made, processor seconds and the most bytes of memory."""
    with TemporaryDirectory() as place:
        root = Path(place, "archive")
        root.mkdir()
        (root / "content").symlink_to(content.resolve())
        before = time.process_time()
        made = export(Archive.open(root), Path(place, "out"), formats)
        seconds = time.process_time() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return made, seconds, most * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
