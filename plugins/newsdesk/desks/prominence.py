"""How much a story is about an organisation: a few countable facts and a small table of weights.

The weights lie in authority/organization-weights.json, made by bench/train_organizations.py.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import repeat
from operator import mul

from newsdesk.desks.story import Story

CREDIT, PART = "credit", "part"
# "(Reuters) -", "told the BBC", "Xinhua reported", "AP Photo", "follow us on Facebook": the story
# says where it has something from; it is not about them.
CREDITED_BEFORE = re.compile(
    r"(?:[(\[]|\b(?:told|to|by|with|via|on|from|for|in|quoted|says?|source|credit|copyright|citing|"
    r"images?|photo)\b[:,]?)\s?(?:the\s|[a-z]+\s|state\s)?$",
    re.IGNORECASE,
)
CREDITED_AFTER = re.compile(
    r"(?:['’]s)?\s?(?:\)|/|\s(?:news\s)?(?:agency|newspaper|channel|television|radio|daily|photo|file|via|"
    r"interview|affiliate|poll|survey|correspondent|reporters?|report|reported|reports|quoted|said|"
    r"says)\b)",
    re.IGNORECASE,
)
NOT_ABOUT = -9.0
LEAD = 320
LETTERS_A_WORD = 6
ZEROS = repeat(0.0)  # A fact without a weight weighs nothing.
# "EC ministers", "the IMF said": here the organisation acts.
ACTING = re.compile(
    r"(?:['’]s)?\s(?:(?:executive|finance|farm|trade|foreign|senior)\s)?"
    r"(?:said|says|will|would|has|had|is|was|plans?|may|agree[sd]?|approve[sd]?|reject(?:s|ed)|"
    r"officials?|sources|spokes\w+|ministers?|commissioners?|presidents?|directors?|chairman|head|"
    r"chief|delegat\w+|members?|council|commission|meetings?|talks|summit|board|secretar\w+|"
    r"decision|statement|report|forecasts?|proposals?|tax|tender|loans?|quotas?)\b",
    re.IGNORECASE,
)
# "exports to the EC", "in the European Community": here it is a place.
AS_PLACE = re.compile(r"\b(?:to|in|into|from|within|outside|inside)\s(?:the\s|other\s)*$", re.I)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A stretch `text[start:end]` that means one organisation, and why we think so."""

    key: str
    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Prominence:
    """A linear model: the score is above 0 for what the story is about."""

    weights: Mapping[str, float]

    def scores(self, story: Story, grouped: Mapping[str, Sequence[Sighting]]) -> dict[str, float]:
        """Return key -> score for the organisations of a story."""
        scores = dict.fromkeys(grouped, NOT_ABOUT)
        told_of = {key: [p for p in places if p.kind != CREDIT] for key, places in grouped.items()}
        for key, found in facts(story, {k: v for k, v in told_of.items() if v}).items():
            scores[key] = sum(map(mul, map(self.weights.get, found, ZEROS), found.values()))
        return scores


def is_credit(text: str, start: int, end: int) -> bool:
    """Is an agency, paper or platform named there only as where something is from?"""
    before = text[max(0, start - 24) : start]
    if before.endswith("\n") and text[end : end + 1] in ("", "\n"):
        return True
    return bool(CREDITED_BEFORE.search(before) or CREDITED_AFTER.match(text, end))


def facts(story: Story, grouped: Mapping[str, Sequence[Sighting]]) -> dict[str, dict[str, float]]:
    """Return key -> the countable facts about that organisation in the story."""
    direct = [sum(place.kind != PART for place in places) for places in grouped.values()]
    total, most = max(1, sum(direct)), max(map(len, grouped.values()), default=1)
    words = max(30.0, (len(story.text) - story.body) / LETTERS_A_WORD)
    return {
        key: _facts(story, places, total, most, words, sum(map(bool, direct)) or 1)
        for key, places in grouped.items()
    }


def _facts(
    story: Story, places: Sequence[Sighting], total: int, most: int, words: float, others: int
) -> dict[str, float]:
    count = len(places)
    title = [place for place in places if place.start < story.body]
    lead = [place for place in places if story.body <= place.start < story.body + LEAD]
    length = max(200, len(story.text) - story.body)
    text = story.text
    acting = [p for p in places if ACTING.match(text, p.end)]
    placed = sum(bool(AS_PLACE.search(text[max(0, p.start - 20) : p.start])) for p in places)
    breaks = {text.count("\n", 0, p.start) for p in places}
    first = 0.0 if title else min(place.start - story.body for place in places) / length
    return {
        "always": 1.0,
        "count": math.log1p(count),
        "title": float(bool(title)),
        "starts title": float(any(place.start == 0 for place in title)),
        "lead": float(bool(lead)),
        "lead count": math.log1p(len(lead)),
        "first": first,
        "acting": len(acting) / count,
        "acting in title": float(any(place.start < story.body for place in acting)),
        "as a place": placed / count,
        "paragraphs": len(breaks) / (text.count("\n") + 1),
        "parts": sum(place.kind == PART for place in places) / count,
        "share": count / total,
        "of most": count / most,
        "density": min(5.0, count / words * 100),
        "log density": math.log(count / words),
        "once": float(count == 1),
        "once, late": float(count == 1 and not lead and not title),
        "organisations": math.log(others),
        "words": math.log(words),
    }


def load_prominence() -> Prominence:
    """Return the model as shipped."""
    source = resources.files("newsdesk.authority") / "organization-weights.json"
    return Prominence(json.loads(source.read_text(encoding="utf-8")))
