"""What was seen of each country in a story, counted for the salience model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from newsdesk.desks.gazetteer import Gazetteer
from newsdesk.desks.sightings import ASIDE, COMPANY, Sighting
from newsdesk.desks.story import Story
from newsdesk.desks.trade import tickers as _tickers
from newsdesk.desks.trade import trade
from newsdesk.desks.where import Dateline

LEAD = 260  # Characters: the lede and a half.
EARLY = 600
# Between the items of an enumeration: "Armenia, Belarus and Kazakhstan".
LIST_GAP = re.compile(
    r"(?:'s|’s)?[,;]?\s*(?:--)?\s*"
    r"(?:(?:and|or|&|the|as well as|both|plus|pct,?|to|with|from|[\d.,]+)\s+){0,3}"
    r"|\s*/\s*|-"
)
LISTED = frozenset({"name", "demonym", "capital", "city"})


@dataclass(slots=True)
class Candidate:
    """A country the story may be about, and what was seen of it."""

    code: str
    sightings: list[Sighting]
    kinds: defaultdict[str, int] = field(default_factory=partial(defaultdict, int))
    title: int = 0
    lead: int = 0
    first: float = 1.0
    listed: int = 0
    listed_early: bool = False
    money: int = 0
    tickers: int = 0
    dateline: bool = False
    count: int = 0
    aside: str = ""
    company_title: int = 0
    forms: int = 0
    title_first: bool = False
    title_opens: bool = False
    title_demonyms: int = 0
    paragraphs: set[int] = field(default_factory=set)

    @property
    def mentioned(self) -> bool:
        """Is the country itself spoken of (not only its money)?"""
        return self.count > 0 or self.dateline


def weigh(
    story: Story, seen: Sequence[Sighting], filed: Dateline, gazetteer: Gazetteer
) -> list[Candidate]:
    """Return the candidates of a story in the order they appear."""
    found: dict[str, Candidate] = {}
    body, lead_end = filed.end, filed.end + LEAD
    length = max(200, len(story.text) - story.body)
    for sighting in seen:
        candidate = found.get(sighting.code)
        if candidate is None:
            candidate = found[sighting.code] = Candidate(sighting.code, [])
        candidate.sightings.append(sighting)
        candidate.kinds[sighting.kind] += 1
        if sighting.kind in ASIDE:
            candidate.company_title += sighting.kind == COMPANY and sighting.start < story.body
            continue
        candidate.count += 1
        if sighting.start < story.body:
            candidate.title_first |= not any(c.title for c in found.values())
            candidate.title += 1
            candidate.title_opens |= sighting.start == 0
            candidate.title_demonyms += sighting.kind == "demonym"
            candidate.first = 0.0
        else:
            candidate.paragraphs.add(bisect_right(story.starts, sighting.start))
            candidate.lead += sighting.start < lead_end
            candidate.first = min(candidate.first, (sighting.start - body) / length)
    _enumerations(story, seen, found, body)
    if filed.code:
        found.setdefault(filed.code, Candidate(filed.code, [])).dateline = True
    _markets(story, found, gazetteer)
    return list(found.values())


def _enumerations(
    story: Story, seen: Sequence[Sighting], found: Mapping[str, Candidate], body: int
) -> None:
    """Mark the countries that stand in a row of three or more."""
    run: list[Sighting] = []
    for sighting in [*(s for s in seen if s.kind in LISTED), None]:
        if sighting and run and _adjoin(story.text, run[-1].end, sighting.start):
            run.append(sighting)
            continue
        if len(run) > 2 and len({s.code for s in run}) > 2:
            for item in run:
                candidate = found[item.code]
                candidate.listed = max(candidate.listed, len(run))
                candidate.listed_early |= item.start < body + EARLY
        run = [sighting] if sighting else []


def _adjoin(text: str, end: int, start: int) -> bool:
    return start - end < 24 and LIST_GAP.fullmatch(text, end, start) is not None


def _markets(story: Story, found: dict[str, Candidate], gazetteer: Gazetteer) -> None:
    """Count money, company forms and tickers; alone they speak only when nothing else does."""
    text = story.text
    money, forms = trade(text, gazetteer.money)
    tickers = _tickers(text)
    for code, candidate in found.items():
        candidate.money, candidate.forms = money.count(code), forms.count(code)
        candidate.tickers = tickers.count(code)
    for code, times in Counter(tickers).items() if tickers else ():
        if code not in found:
            candidate = found[code] = Candidate(code, [], tickers=times)
            candidate.money, candidate.aside = money.count(code), "its stock exchange alone"
    if not found and (money or forms):
        [(code, _)] = Counter(money or forms).most_common(1)
        candidate = found[code] = Candidate(code, [], money=money.count(code))
        candidate.forms = forms.count(code)
        candidate.aside = "its money alone" if money else "the form of a company's name alone"
