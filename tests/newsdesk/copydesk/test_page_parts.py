"""Pages pasted whole, put together by chance from the parts of pages in eight languages."""

import random
import tomllib
from pathlib import Path

import pytest
from newsdesk.copydesk import clean, load_rulebook
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES
from .page_parts import PARTS

RULEBOOK = load_rulebook()
BENCH = Path(__file__).resolve().parents[3] / "bench"
FLOORS = tomllib.loads((BENCH / "floors.toml").read_text("utf-8"))["page_parts"]
PAGES = 25


def page(lang: str, chance: random.Random) -> str:
    """Return a story with parts of a page around and amid it."""
    parts, (title, *story) = PARTS[lang], STORIES[lang]

    def some(kind: str) -> list[str]:
        most = min(5, len(parts[kind]))
        numbers = chance.sample(range(len(parts[kind])), chance.randint(0, most))
        return [parts[kind][number] for number in sorted(numbers)]

    blocks = [*some("top"), title, *some("head")]
    for number, paragraph in enumerate(story):
        blocks.append(paragraph)
        if number < 3 and chance.random() < 0.45:
            blocks.append(chance.choice(parts["mid"]))
    foot = some("foot")
    chance.shuffle(foot)
    return chance.choice(["\n\n", "\n\n", "\n"]).join([*blocks, *foot]) + "\n"


@pytest.mark.parametrize("lang", PARTS)
def test_pages_put_together_by_chance_stay_above_their_floor(lang: str) -> None:
    title, *story = STORIES[lang]
    exact = titled = 0
    for seed in range(PAGES):
        raw = RawDocument(page(lang, random.Random(seed)), Provenance("dump.txt", "", "0" * 64))
        article = clean(raw, RULEBOOK)
        words = " ".join(article.paragraphs).split()
        lost = [p for p in story if not set(p.split()) <= set(words)]
        assert [] == lost
        exact += article.paragraphs == tuple(story)
        titled += article.title == title
    assert exact >= FLOORS["exact"] * PAGES, f"{exact} of {PAGES} pages are clean"
    assert titled >= FLOORS["title"] * PAGES, f"{titled} of {PAGES} headlines are right"
