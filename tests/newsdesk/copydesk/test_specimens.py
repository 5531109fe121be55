"""Stories in the formats of over 200 houses (bench/specimens), held above floors that only rise.

A file holds specimens: `=== name language`, then the raw lines. `{t}` is the headline, `{1}` a
paragraph of the story, a line with § before it a paragraph of its own, `{{...}}` in it furniture.
"""

import re
import textwrap
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from newsdesk.copydesk import clean, load_rulebook
from newsdesk.records import Provenance, RawDocument

from . import tongues
from .formats import STORIES

BENCH = Path(__file__).resolve().parents[3] / "bench"
FLOORS = tomllib.loads((BENCH / "floors.toml").read_text("utf-8"))["specimens"]
WITHIN = re.compile(r"\{\{(.*?)\}\}")


def specimens() -> dict[str, tuple[str, list[str]]]:
    """Return the raw text of each specimen and the paragraphs of its story."""
    told = {
        **STORIES,
        **tongues.STORIES,
        **tomllib.loads((BENCH / "specimens" / "stories.toml").read_text("utf-8")),
    }
    found = {}
    for file in sorted((BENCH / "specimens").glob("*.txt")):
        for part in re.split(r"(?m)^=== ", file.read_text("utf-8"))[1:]:
            head, _, raw = part.partition("\n")
            found[head.split()[0]] = filled(raw, told[head.split()[1]])
    return found


def filled(raw: str, story: tuple[str, ...]) -> tuple[str, list[str]]:
    """Return a specimen's text and its story's paragraphs; `{1w}` is wrapped at a column."""
    body = []

    def paragraph(found: re.Match[str]) -> str:
        if found[1] == "t":
            return story[0]
        body.append(story[int(found[1][0])])
        return textwrap.fill(body[-1], 72) if found[1].endswith("w") else body[-1]

    lines = []
    for line in raw.rstrip("\n").split("\n"):
        if line.startswith("§"):
            body.append(WITHIN.sub("", line[1:]))
            lines.append(WITHIN.sub(r"\1", line[1:]))
        else:
            lines.append(re.sub(r"\{(t|\dw?)\}", paragraph, line))
    return "\n".join(lines) + "\n", body


def raw_of(text: str) -> RawDocument:
    return RawDocument(text, Provenance("dump.txt", "", "0" * 64))


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    rulebook = load_rulebook()
    words, counts = Counter(), Counter()
    for text, body in specimens().values():
        told = " ".join(body).split()
        cleaned, wide = (
            " ".join(clean(raw_of(each), rulebook).paragraphs).split()
            for each in (text, text.replace("\n", "\n\n"))
        )
        counts.update(specimens=1, exact=cleaned == told, exact_wide=wide == told)
        printed, right = Counter(cleaned), Counter(told)
        words.update(printed=printed.total(), gold=right.total(), both=(printed & right).total())
    return {
        "specimens": counts["specimens"],
        "exact": counts["exact"] / counts["specimens"],
        "exact_wide": counts["exact_wide"] / counts["specimens"],
        "precision": words["both"] / words["printed"],
        "recall": words["both"] / words["gold"],
    }


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_specimens_stay_above_their_floor(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name], f"{name} fell to {figures[name]:.4f}"
