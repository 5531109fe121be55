"""Where a story was filed: the country of its dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.desks.gazetteer import Gazetteer, bare
from newsdesk.desks.story import Story

MONTH = r"(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
# "SALVADOR, Feb 26 -", "KABUL (Pajhwok) --", "Tbilisi, Georgia, March 3:", "WASHINGTON —"
DATED = re.compile(
    r"\s*([^\W\d_][\w.'’/ -]{1,40}?)(?:, ?([^\W\d_][\w.' -]{1,28}?))?"
    rf",? +{MONTH}\.? ?\d{{1,2}}\b"
    r"[^-–—\n]{0,24}?(?:--?|[–—:])?"
)
SHOUTED = re.compile(
    r"\s*([A-Z][A-Z.'’/ -]{2,40}?)(?:, ?([A-Z][\w.' -]{1,28}?))?"
    r"(?: ?\([\w .-]{2,30}\) ?(?:--?|[–—])?| ?(?:--|[–—])| - )"
)
BEHIND = re.compile(  # of: , Ohio, / , Ga. (AP) / (Maharashtra) [India]; no month before its day
    r"\s?[,(]\s?([^\W\d_][\w.'’ -]{1,28}?)(?=\s?[,()/\[–—:]|\s--?\s|\.\s(?!\d)|\.?$)"
)
WIRED = re.compile(r"[\d(]")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place a story was filed from and where the story proper starts in the desks' text.

    `alone`: no state or country stands behind the city. `wired`: a date or an agency does, so a
    wire wrote it: a local paper writes "ATHENS --".
    """

    city: str
    code: str
    end: int
    start: int = -1
    alone: bool = False
    wired: bool = False


def dateline(story: Story, gazetteer: Gazetteer) -> Dateline:
    """Return the dateline of a story: its own place, else one left at the start of the body."""
    if story.article.place:
        city, _, country = story.article.place.partition(",")
        country = country or behind(city, story.article.dateline, gazetteer)
        code = locate(city, country, gazetteer)
        wired = WIRED.search(story.article.dateline) is not None
        return Dateline(city.strip(), code, story.body, alone=not country, wired=wired)
    lead = story.text[story.body : story.body + LONGEST]
    if found := DATED.match(lead) or SHOUTED.match(lead):
        code = locate(found[1], found[2] or "", gazetteer)
        if code:
            start = story.body + found.start(1)
            end = story.body + found.end()
            wired = WIRED.search(found[0]) is not None
            return Dateline(found[1].strip(), code, end, start, not found[2], wired)
    return Dateline("", "", story.body)


def behind(city: str, dateline: str, gazetteer: Gazetteer) -> str:
    """Return the state or country a dateline names behind its city: Ohio of `TOLEDO, Ohio (AP) -`.

    Empty where what stands there is a month, a feast or an agency.
    """
    named = re.search(re.escape(city.strip()), dateline, re.IGNORECASE)
    found = BEHIND.match(dateline, named.end()) if named else None
    return found[1] if found and locate("", found[1], gazetteer) else ""


def locate(city: str, country: str, gazetteer: Gazetteer) -> str:
    """Return the code of "Salvador", "Portland, Ore." or "London/Paris"; empty when unknown."""
    known = gazetteer.datelines
    for part in (country, city, city.split("/")[0], city.rsplit(" ", 1)[-1]):
        place = bare(part).upper().strip(" .,-/")
        if place and (code := known.get(place) or known.get(place + ".")):
            return code
    return ""
