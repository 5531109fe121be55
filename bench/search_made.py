"""Makes a large archive out of a small one: the same stories again, spread over many years.

`python -m bench.search_made CONTENT OUT --stories 100000 --years 20` copies content files with
another year and name; `python -m bench.search --content OUT` then measures.
"""

from __future__ import annotations

import argparse
import re
from itertools import cycle, islice
from pathlib import Path

FIRST_YEAR = 2006
DATE = re.compile(r'(<meta name="date" content=")(\d{4})')
SLUG = re.compile(r'(<meta name="slug" content=")([^"]+)')


def make(content: Path, out: Path, stories: int, years: int) -> int:
    """Write that many stories to out; returns how many. Undated stories are left out."""
    sources = sorted((content / "articles").glob("[0-9]*/*/*/*.html"))
    for number, path in enumerate(islice(cycle(sources), stories)):
        year = str(FIRST_YEAR + number * 7919 % years)
        name = f"{path.stem}-{number}"
        text = DATE.sub(rf"\g<1>{year}", path.read_text("utf-8"), count=1)
        text = SLUG.sub(rf"\g<1>{name}", text, count=1)
        day = "28" if path.parts[-3:-1] == ("02", "29") else path.parts[-2]
        text = text.replace(f'content="{year}-02-29', f'content="{year}-02-28', 1)
        target = out / "articles" / year / path.parts[-3] / day / f"{name}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return stories if sources else 0


def main() -> None:
    """Make an archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--years", type=int, default=20)
    told = parser.parse_args()
    print(make(told.content, told.out, told.stories, told.years), "stories")


if __name__ == "__main__":
    main()
