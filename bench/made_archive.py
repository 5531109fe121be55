"""Make a big archive from a small one: paragraphs mixed anew, spread over twenty years.

    python bench/made_archive.py CONTENT OUT [--stories 100000] [--from 2000] [--years 20]

Headlines, tags and evidence come from one story, paragraphs from it and two others, dates from a
seeded die with more stories in later years. The same call makes the same archive.
"""

from __future__ import annotations

import argparse
import random
import re
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from pelican.plugins.press.contentfile import HEAD_END, parse

DATE = re.compile(r'<meta name="date" content="[^"]*">')
SLUG = re.compile(r'<meta name="slug" content="([^"]*)-[0-9a-f]{6}">')
STORY = re.compile(r'<meta name="story" content="[^"]*">')


def main() -> None:
    """Write the archive's content files."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("content", type=Path)
    words.add_argument("out", type=Path)
    words.add_argument("--stories", type=int, default=100_000)
    words.add_argument("--from", dest="first", type=int, default=2000)
    words.add_argument("--years", type=int, default=20)
    options = words.parse_args()
    texts = [
        p.read_text(encoding="utf-8")
        for p in sorted((options.content / "articles").rglob("*.html"))
    ]
    texts = [text for text in texts if parse(text) and DATE.search(text) and SLUG.search(text)]
    if not texts:
        raise SystemExit(
            f"No dated story was found below {options.content}/articles; name a content folder."
        )
    bodies = [parse(text).body.split("\n") for text in texts]
    start = date(options.first, 1, 1)
    days = (date(options.first + options.years, 1, 1) - start).days
    chance = random.Random(options.stories)
    for number in range(options.stories):
        day = start + timedelta(int(days * max(chance.random(), chance.random())))
        write(options.out, number, day, chance, texts, bodies)


def write(
    out: Path,
    number: int,
    day: date,
    chance: random.Random,
    texts: list[str],
    bodies: list[list[str]],
) -> None:
    """Write one made story."""
    at = chance.randrange(len(texts))
    head, _, _ = texts[at].partition(HEAD_END)
    name = sha256(f"made {number}".encode()).hexdigest()
    slug = f"{SLUG.search(head)[1]}-{name[:6]}"
    head = SLUG.sub(f'<meta name="slug" content="{slug}">', head)
    head = DATE.sub(f'<meta name="date" content="{day.isoformat()}">', head)
    head = STORY.sub(f'<meta name="story" content="{name}">', head)
    others = [chance.choice(bodies) for _ in range(2)]
    mixed = [*bodies[at][:3], *(chance.choice(body) for body in others), *bodies[at][3:]]
    path = out / "articles" / day.isoformat().replace("-", "/") / f"{slug}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + HEAD_END + "\n".join(mixed) + "\n</body>\n</html>\n", encoding="utf-8")


if __name__ == "__main__":
    main()
