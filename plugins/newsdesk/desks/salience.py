"""What a story is about: a small logistic model over things an editor would look at.

The weights are data (authority/country-weights.json), trained by bench/train_salience.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import repeat
from math import exp, log, log1p
from operator import mul
from typing import NamedTuple

from newsdesk.desks.candidates import Candidate
from newsdesk.desks.sightings import COMPANY, MONEY
from newsdesk.desks.story import Story
from newsdesk.desks.where import Dateline

LIKELY = 0.5
NOTHING: Mapping[str, float] = {}
ZEROS = repeat(0.0)  # A feature too small to have a weight weighs nothing.
HUBS = ("LONDON", "WASHINGTON", "NEW YORK", "BRUSSELS", "GENEVA", "PARIS", "TOKYO")


Values = Mapping[str, float]


class Row(NamedTuple):
    """What the model looks at, by name: what it asks of every candidate, and of some only.

    For the United States (`us`) what is in US_TOO has a second weight, as "US dateline".
    """

    every: Values
    some: Values
    us: bool

    def named(self) -> dict[str, float]:
        """Return all of it, what is looked at twice under both names."""
        twice = {f"US {name}": self.every[name] for name in US_TOO} | {"US": 1.0}
        return {**self.every, **self.some, **(twice if self.us else {})}


class Look:
    """One look's weights; those of what is asked of every candidate lie in the order of asking."""

    def __init__(self, weights: Values) -> None:
        self._weights = weights
        self._every = tuple(weights.get(name, 0.0) for name in ASKED)
        twice = {name: weights.get(f"US {name}", 0.0) for name in US_TOO}
        twice["always"] = weights.get("US", 0.0)
        self._us = tuple(
            weight + twice.get(name, 0.0) for name, weight in zip(ASKED, self._every, strict=True)
        )

    def probability(self, row: Row, more: Values) -> float:
        """Return the probability that a country like this is what the story is about."""
        weights = self._us if row.us else self._every
        total: float = sum(map(mul, weights, row.every.values()))
        for values in (row.some, more):
            total = sum(map(mul, map(self._weights.get, values, ZEROS), values.values()), total)
        return 1 / (1 + exp(-total))


@dataclass(frozen=True, slots=True)
class Salience:
    """The model: it looks at each country alone, then again knowing its scores of the others."""

    first: Look
    second: Look
    threshold: float

    def primary(
        self, story: Story, candidates: Sequence[Candidate], filed: Dateline
    ) -> list[tuple[Candidate, float, bool]]:
        """Return each candidate with its probability and whether the story is about it."""
        rows = features(story, candidates, filed)
        look = [self.first.probability(row, NOTHING) for row in rows]
        again = second_look(candidates, look)
        scores = list(map(self.second.probability, rows, again))
        least = min(self.threshold, max(scores, default=0.0))
        return [
            (candidate, score, score >= least)
            for candidate, score in zip(candidates, scores, strict=True)
        ]


def second_look(candidates: Sequence[Candidate], look: Sequence[float]) -> list[dict[str, float]]:
    """Return what the first look's scores say of each candidate among the others."""
    states = next((p for c, p in zip(candidates, look, strict=True) if c.code == "US"), 0.0)
    listed = [p for c, p in zip(candidates, look, strict=True) if c.listed]
    top = sorted(look, reverse=True)[:2]
    total, likely = sum(look), sum([p > LIKELY for p in look])
    out = []
    for candidate, own in zip(candidates, look, strict=True):
        rival = max((top[1] if own == top[0] else top[0]) if len(top) > 1 else 0.0, 0.0)
        others = likely - (own > LIKELY)
        sure = min(max(own, 1e-6), 1 - 1e-6)
        row = {
            "first look": log(sure / (1 - sure)) / 10,
            "best other": rival,
            "one other likely": others > 0,
            "two others likely": others > 1,
            "three others likely": others > 2,
            "others together": (total - own) / 5,
            "best of all": own >= rival,
            "ahead by": own - rival,
            "alone": len(look) == 1,
            "in a crowd": min(3, others) / 3 * own,
        }
        if candidate.code != "US":
            row |= {"with the US": states, "US there": states > 0}
        if candidate.listed and len(listed) > 1:
            row["its list"] = (sum(listed) - own) / (len(listed) - 1) - 0.5
        out.append(row)
    return out


def load_salience() -> Salience:
    """Return the trained model."""
    source = resources.files("newsdesk.authority") / "country-weights.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return Salience(Look(data["first"]), Look(data["second"]), data["threshold"])


def features(story: Story, candidates: Sequence[Candidate], filed: Dateline) -> list[Row]:
    """Return what the model looks at for each candidate."""
    counts = [c.count for c in candidates]
    total, most = sum(counts), max(counts, default=0)
    several = len(counts) - counts.count(0)
    headed = sum([c.title > 0 for c in candidates])
    tickers = sum([c.tickers for c in candidates])
    words = max(30, (len(story.text) - story.body) / 6)
    hub = filed.city.upper() if filed.city.upper() in HUBS else ""
    out = []
    for candidate in candidates:
        every = _own(candidate, total, most, several, words)
        others = total - candidate.count
        every |= _around(candidate, others, headed, tickers, filed)
        some: dict[str, float] = {}
        if hub and candidate.dateline:
            some[f"dateline {hub}"] = 1.0
            some[f"dateline only {hub}"] = every["dateline only"]
        out.append(Row(every, some, candidate.code == "US"))
    return out


US_TOO = (
    "dateline", "other mentions", "money", "mentions", "one mention", "unseen", "headline", "lead",
    "tickers", "dateline only", "institutions", "regions", "top", "company forms", "companies",
    "two mentions", "headline without it", "listed", "share", "first", "dateline elsewhere",
    "demonyms only", "places only", "length", "most of it", "small share",
)  # fmt: skip


def _own(c: Candidate, total: int, most: int, several: int, words: float) -> dict[str, float]:
    """What the candidate itself shows."""
    kinds, count, title, lead, first = c.kinds, c.count, c.title, c.lead, c.first
    demonyms, capitals, money = kinds["demonym"], kinds["capital"], kinds[MONEY]
    regions = kinds["region"] + kinds["abbreviation"]
    local = kinds["city"] + kinds["shared"] + regions
    many, length = log1p(count), log(words)
    share = count / total if total else 0.0
    return {
        "always": 1.0,
        "mentions": many,
        "names": log1p(kinds["name"]),
        "demonyms": log1p(demonyms),
        "capitals": log1p(capitals),
        "cities": log1p(kinds["city"]),
        "regions": log1p(regions),
        "institutions": log1p(kinds["institution"]),
        "currency": log1p(money),
        "currency only": money > 0 and count == 0,
        "headline": title > 0,
        "lead": lead > 0,
        "lead mentions": log1p(lead),
        "first": first,
        "share": share,
        "relative": count / most if most else 0.0,
        "top": most > 0 and count == most,
        "candidates": log1p(several),
        "only candidate": several == 1 and count > 0,
        "one mention": count == 1,
        "one, late": count == 1 and not lead and not title,
        "density": count / words * 100,
        "demonyms only": count > 0 and demonyms == count,
        "capitals only": count > 0 and capitals == count,
        "places only": count > 0 and local == count,
        "unseen": count == 0 and not c.dateline,
        "length": length,
        "length, one mention": length if count == 1 else 0.0,
        "listed": c.listed > 0,
        "listed early": c.listed_early,
        "listed, one mention": c.listed > 0 and count == 1,
        "list length": log1p(c.listed),
        "list, short story": (c.listed > 0) / max(1.0, words / 100),
        "money": log1p(c.money),
        "tickers": log1p(c.tickers),
        "late": first > 0.5,
        "companies": log1p(kinds[COMPANY]),
        "company in headline": c.company_title > 0,
        "company forms": log1p(c.forms),
        "first in headline": c.title_first,
        "opens headline": c.title_opens,
        "adjective in headline": title > 0 and title == c.title_demonyms,
        "headline twice": title > 1,
        "paragraphs": log1p(len(c.paragraphs)),
        "headline only": title > 0 and count == title,
        "mentions, share": many * share,
        "mentions, length": many * length,
        "share, length": share * length,
        "two mentions": count == 2,
        "three or four": count in (3, 4),
        "five or more": count > 4,
        "small share": 0 < count < total / 8,
        "quarter share": total / 8 <= count < total / 4,
        "most of it": count * 2 > total > 0,
        "at once": first < 0.04,
        "early": first < 0.15,
        "headline and lead": title > 0 and lead > 0,
        "headline, small share": title > 0 and count < total / 4,
        "lead, no headline": lead > 0 and not title,
        "long story, one": count == 1 and words > 250,
        "long story, two": count == 2 and words > 250,
        "short story": words < 80,
        "short, lead": words < 80 and lead > 0,
    }


def _around(
    c: Candidate, others: int, headed: int, tickers: int, filed: Dateline
) -> dict[str, float]:
    """What the rest of the story says about it."""
    titled = headed > 0
    only = c.dateline and c.count == 0
    return {
        "dateline": c.dateline,
        "dateline only": only,
        "dateline only, no other": only and others == 0,
        "dateline, others": c.dateline * log1p(others),
        "dateline only, others": only * log1p(others),
        "no dateline": not filed.code,
        "dateline elsewhere": filed.code != "" and not c.dateline,
        "headline without it": titled and not c.title,
        "headline shared": c.title > 0 and headed > 1,
        "headline of many": c.title > 0 and headed > 2,
        "headline of two without it": headed > 1 and not c.title,
        "no headline names any, lead": not titled and c.lead > 0,
        "no headline names any": not titled and c.count > 0,
        "listed, headline": c.listed > 0 and titled,
        "tickers elsewhere": tickers > c.tickers,
        "other mentions": log1p(others),
        "headline elsewhere, lead": titled and not c.title and c.lead > 0,
        "dateline and headline": c.dateline and c.title > 0,
        "dateline, headline elsewhere": c.dateline and titled and not c.title,
        "dateline, lead": c.dateline and c.lead > 0,
        "dateline, one mention": c.dateline and c.count == 1,
    }


NOBODY = Candidate("", [])
ASKED = tuple(_own(NOBODY, 0, 0, 0, 1.0) | _around(NOBODY, 0, 0, 0, Dateline("", "", 0)))
