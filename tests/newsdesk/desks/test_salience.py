"""The salience model adds up what its trainer sees by name."""

from __future__ import annotations

from math import exp

import pytest
from newsdesk.desks.candidates import Candidate
from newsdesk.desks.salience import ASKED, US_TOO, Look, features
from newsdesk.desks.story import read_story
from newsdesk.desks.where import Dateline
from newsdesk.records import Article, Provenance, RawDocument

STORY = read_story(
    Article(RawDocument("", Provenance("t", "1", "")), "Talks", ("x" * 900,), (), ())
)
# Every name has a weight of its own, so that none may stand in for another.
NAMES = [*ASKED, "US", *(f"US {name}" for name in US_TOO), "dateline LONDON", "alone"]
WEIGHTS = {name: (number % 17 - 8) / 50 for number, name in enumerate(NAMES)}


@pytest.mark.parametrize("code", ["US", "KG"])
def test_the_order_of_asking_gives_what_the_names_give(code: str) -> None:
    candidate = Candidate(code, [], title=1, lead=2, first=0.1, dateline=True, count=4, money=3)
    candidate.kinds["demonym"] = 4
    [row, _] = features(
        STORY, [candidate, Candidate("UZ", [], count=1)], Dateline("London", code, 9)
    )
    more = {"alone": 1.0, "never weighed": 5.0}
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in (row.named() | more).items())
    assert Look(WEIGHTS).probability(row, more) == pytest.approx(1 / (1 + exp(-total)), abs=1e-12)
    assert ("US" in row.named()) == (code == "US")
