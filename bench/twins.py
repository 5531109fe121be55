"""Measure twins: 500 pairs made from real stories, and hard negatives from one mould.

    python -m bench.twins --file STORIES.jsonl.gz

Twins are made by editing (one word in eight replaced), truncating (a third to two thirds kept),
a new headline and credit, and merging into a longer story. Negatives are the same report with
other figures and other names (market reports share 80 % of their words), and different stories
that use most of one another's words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newsdesk.twins import are_twins, clusters, sketch

FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
FEWEST_WORDS = 60
PAIRS = 500

Make = Callable[[random.Random, str, str], str]


def edited(pick: random.Random, text: str, other: str) -> str:
    """Replace one word in eight by a word of another story."""
    words, others = text.split(), other.split()
    return " ".join(pick.choice(others) if pick.random() < 0.125 else word for word in words)


def truncated(pick: random.Random, text: str, other: str) -> str:
    """Keep the first third to two thirds."""
    words = text.split()
    return " ".join(words[: int(len(words) * pick.uniform(0.34, 0.67))])


def credited(pick: random.Random, text: str, other: str) -> str:
    """Put a new first sentence before the story and a credit behind it."""
    return f"This report was first carried by the agency's evening service. {text} Agency desk."


def merged(pick: random.Random, text: str, other: str) -> str:
    """Set the story into a round-up with another one."""
    return f"{other} Meanwhile, {text}"


def other_figures(pick: random.Random, text: str, other: str) -> str:
    """Give a report other figures and swap half of its names: another day's report."""
    text = FIGURE.sub(lambda _: f"{pick.uniform(1, 999):.{pick.randint(0, 2)}f}", text)
    names = [word for word in other.split() if word[:1].isupper()] or ["Orvane"]
    swap = {w: pick.choice(names) for w in set(text.split()) if w[:1].isupper()}
    return " ".join(swap[w] if w in swap and pick.random() < 0.5 else w for w in text.split())


def read(path: Path) -> list[str]:
    """Return the texts of a JSON-lines file that are long enough to be compared."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [text for text in texts if len(text.split()) >= FEWEST_WORDS]


def pairs(texts: list[str], makes: tuple[Make, ...], number: int) -> Iterator[tuple[str, str, str]]:
    """Yield made pairs: how the second was made, the first text, the second."""
    pick = random.Random(21578)
    for at in range(number):
        make = makes[at % len(makes)]
        text, other = pick.sample(texts, 2)
        yield make.__name__, text, make(pick, text, other)


def reports(texts: list[str]) -> list[str]:
    """Return the stories that hold many figures: one word in ten or more."""
    return [text for text in texts if len(FIGURE.findall(text)) * 10 >= len(text.split())]


def main() -> None:
    """Print precision and recall on made pairs, and the time of grouping all stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, required=True)
    texts = read(parser.parse_args().file)
    twins = list(pairs(texts, (edited, truncated, credited, merged), PAIRS))
    moulds = list(pairs(reports(texts), (other_figures,), PAIRS))
    hits = [are_twins(sketch([one]), sketch([other])) for _, one, other in twins]
    false = [are_twins(sketch([one]), sketch([other])) for _, one, other in moulds]
    for kind in dict.fromkeys(name for name, _, _ in twins):
        found = [hit for hit, (name, _, _) in zip(hits, twins, strict=True) if name == kind]
        print(f"{kind:<10} found {sum(found)} of {len(found)}")
    print(f"other figures taken for twins: {sum(false)} of {len(false)}")
    print(
        f"recall {sum(hits) / len(hits):.3f}  precision {sum(hits) / (sum(hits) + sum(false)):.3f}"
    )
    started = time.perf_counter()
    groups = clusters({str(at): sketch([text]) for at, text in enumerate(texts)})
    print(
        f"{len(texts):,} stories grouped in {time.perf_counter() - started:.1f} s: {len(groups):,}"
    )


if __name__ == "__main__":
    main()
