"""What a story is about: a small logistic model over things an editor would look at.

The weights are data (authority/country-weights.json), trained by bench/train_salience.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from math import exp, log, log1p

from newsdesk.desks.candidates import Candidate
from newsdesk.desks.sightings import COMPANY, MONEY
from newsdesk.desks.story import Story
from newsdesk.desks.where import Dateline

LIKELY = 0.5
HUBS = ("LONDON", "WASHINGTON", "NEW YORK", "BRUSSELS", "GENEVA", "PARIS", "TOKYO")


@dataclass(frozen=True, slots=True)
class Salience:
    """The model: it looks at each country alone, then again knowing its scores of the others."""

    first: Mapping[str, float]
    second: Mapping[str, float]
    threshold: float

    def primary(
        self, story: Story, candidates: Sequence[Candidate], filed: Dateline
    ) -> list[tuple[Candidate, float, bool]]:
        """Return each candidate with its probability and whether the story is about it."""
        rows = [values for _, values in features(story, candidates, filed)]
        look = [probability(self.first, values) for values in rows]
        again = second_look(candidates, look)
        scores = [
            probability(self.second, values | more)
            for values, more in zip(rows, again, strict=True)
        ]
        best = max(scores, default=0.0)
        return [
            (candidate, score, score >= min(self.threshold, best))
            for candidate, score in zip(candidates, scores, strict=True)
        ]


def probability(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Return the probability that a country with these features is what the story is about."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in values.items())))


def second_look(candidates: Sequence[Candidate], look: Sequence[float]) -> list[dict[str, float]]:
    """Return what the first scores say of each candidate among the others."""
    states = max((p for c, p in zip(candidates, look, strict=True) if c.code == "US"), default=0.0)
    listed = [p for c, p in zip(candidates, look, strict=True) if c.listed]
    top = sorted(look, reverse=True)[:2]
    total, likely = sum(look), sum(p > LIKELY for p in look)
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
        out.append({name: float(value) for name, value in row.items() if value})
    return out


def load_salience() -> Salience:
    """Return the trained model."""
    source = resources.files("newsdesk.authority") / "country-weights.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return Salience(data["first"], data["second"], data["threshold"])


def features(
    story: Story, candidates: Sequence[Candidate], filed: Dateline
) -> list[tuple[Candidate, dict[str, float]]]:
    """Return what the model looks at, by name, for each candidate; zero values are left out."""
    total = sum(c.count for c in candidates)
    most = max((c.count for c in candidates), default=0)
    several = sum(c.count > 0 for c in candidates)
    headed = sum(c.title > 0 for c in candidates)
    tickers = sum(c.tickers for c in candidates)
    words = max(30, (len(story.text) - story.body) / 6)
    hub = filed.city.upper() if filed.city.upper() in HUBS else ""
    out = []
    for candidate in candidates:
        row = _own(candidate, total, most, several, words)
        others = total - candidate.count
        row |= _around(candidate, others, headed, tickers, filed, hub)
        if candidate.code == "US":
            row |= {f"US {name}": row[name] for name in US_TOO if row.get(name)}
            row["US"] = 1.0
        out.append((candidate, {name: float(value) for name, value in row.items() if value}))
    return out


US_TOO = (
    "dateline", "other mentions", "money", "mentions", "one mention", "unseen", "headline", "lead",
    "tickers", "dateline only", "institutions", "regions", "top", "company forms", "companies",
    "two mentions", "headline without it", "listed", "share", "first", "dateline elsewhere",
    "demonyms only", "places only", "length", "most of it", "small share",
)  # fmt: skip


def _own(c: Candidate, total: int, most: int, several: int, words: float) -> dict[str, float]:
    """What the candidate itself shows."""
    kinds = c.kinds
    local = kinds["city"] + kinds["shared"] + kinds["region"] + kinds["abbreviation"]
    return {
        "always": 1.0,
        "mentions": log1p(c.count),
        "names": log1p(kinds["name"]),
        "demonyms": log1p(kinds["demonym"]),
        "capitals": log1p(kinds["capital"]),
        "cities": log1p(kinds["city"]),
        "regions": log1p(kinds["region"] + kinds["abbreviation"]),
        "institutions": log1p(kinds["institution"]),
        "currency": log1p(kinds[MONEY]),
        "currency only": kinds[MONEY] > 0 and c.count == 0,
        "headline": c.title > 0,
        "lead": c.lead > 0,
        "lead mentions": log1p(c.lead),
        "first": c.first,
        "share": c.count / total if total else 0.0,
        "relative": c.count / most if most else 0.0,
        "top": most > 0 and c.count == most,
        "candidates": log1p(several),
        "only candidate": several == 1 and c.count > 0,
        "one mention": c.count == 1,
        "one, late": c.count == 1 and not c.lead and not c.title,
        "density": c.count / words * 100,
        "demonyms only": c.count > 0 and kinds["demonym"] == c.count,
        "capitals only": c.count > 0 and kinds["capital"] == c.count,
        "places only": c.count > 0 and local == c.count,
        "unseen": c.count == 0 and not c.dateline,
        "length": log(words),
        "length, one mention": log(words) if c.count == 1 else 0.0,
        "listed": c.listed > 0,
        "listed early": c.listed_early,
        "listed, one mention": c.listed > 0 and c.count == 1,
        "list length": log1p(c.listed),
        "list, short story": (c.listed > 0) / max(1.0, words / 100),
        "money": log1p(c.money),
        "tickers": log1p(c.tickers),
        "late": c.first > 0.5,
        "companies": log1p(kinds[COMPANY]),
        "company in headline": c.company_title > 0,
        "company forms": log1p(c.forms),
        "first in headline": c.title_first,
        "opens headline": c.title_opens,
        "adjective in headline": c.title > 0 and c.title == c.title_demonyms,
        "headline twice": c.title > 1,
        "paragraphs": log1p(len(c.paragraphs)),
        "headline only": c.title > 0 and c.count == c.title,
        "mentions, share": log1p(c.count) * (c.count / total if total else 0.0),
        "mentions, length": log1p(c.count) * log(words),
        "share, length": (c.count / total if total else 0.0) * log(words),
        "two mentions": c.count == 2,
        "three or four": c.count in (3, 4),
        "five or more": c.count > 4,
        "small share": 0 < c.count < total / 8,
        "quarter share": total / 8 <= c.count < total / 4,
        "most of it": c.count * 2 > total > 0,
        "at once": c.first < 0.04,
        "early": c.first < 0.15,
        "headline and lead": c.title > 0 and c.lead > 0,
        "headline, small share": c.title > 0 and c.count < total / 4,
        "lead, no headline": c.lead > 0 and not c.title,
        "long story, one": c.count == 1 and words > 250,
        "long story, two": c.count == 2 and words > 250,
        "short story": words < 80,
        "short, lead": words < 80 and c.lead > 0,
    }


def _around(
    c: Candidate, others: int, headed: int, tickers: int, filed: Dateline, hub: str
) -> dict[str, float]:
    """What the rest of the story says about it."""
    titled = headed > 0
    only = c.dateline and c.count == 0
    row: dict[str, float] = {
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
    if hub and c.dateline:
        row[f"dateline {hub}"] = 1.0
        row[f"dateline only {hub}"] = only
    return row
