"""Datelines inside a line: one-line dumps run headline, dateline and story together."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import (
    WINDOW,
    Dateline,
    is_upper,
    may_name_agency,
    read_dateline,
    towns,
)

BRACKETED = re.compile(r"[(/]([^()/\n]{2,40})[)/]")
CLOSING = re.compile(r"\s?(?:--|-|:)\s")
OPENING = re.compile(r"(?<!\S)[^\W\d_(]")
SHOUTED = re.compile(r"\s?-\s?[A-ZÀ-Þ]{3}")  # (ANSA) - MATERA, 30 MAG - Si entra
BYLINE_BEFORE = re.compile(r"\b(?:By|Par|Por|Von) [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+ $")


SIGNED_PLACE = re.compile(  # allAfrica: ... By Jo Lind Kelby - The ferry
    r"\bBy [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+ (?P<place>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) -{1,2} "
    r"(?=[A-Z\"])"
)


def search_dateline(text: str, limit: int = 500) -> Dateline | None:
    """Return a dateline that names an agency inside a line that begins with the headline.

    One-line dumps run `Headline PIRAEUS, Greece, Jan 15 (Reuters) - Story`: the place is the run
    of capitals before the agency, or the one capitalised name.
    """
    plain = folded(text[:limit])
    for group in BRACKETED.finditer(plain):
        if agency_of(re.split(r"\s+-\s+", group[1])[0]):
            behind = SHOUTED.match(plain, group.end()) and read_dateline(text[group.start() :])
            if behind:
                return replace(behind, start=group.start(), end=group.start() + behind.end)
            found = dateline_before(text, plain, group.end())
            if found:
                return found
    signed = SIGNED_PLACE.search(plain, 15, 300)
    if signed and (plain.count(signed["place"]) > 1 or signed["place"].lower() in towns()):
        return Dateline(signed.start("place"), signed.end(), signed["place"])
    if not may_name_agency(plain[: 320 + WINDOW]):
        return None
    for sign in CLOSING.finditer(plain, 0, 320):
        found = dateline_before(text, plain, sign.end(), named=True)
        if found and found.agency:
            return found
    return None


def dateline_before(text: str, plain: str, end: int, named: bool = False) -> Dateline | None:
    """Return the dateline that reaches at least to `end`, started at the best word before it.

    `named` says that only one which names an agency is of use.
    """
    starts = [m.start() for m in OPENING.finditer(plain, 0, end)][-9:]
    options: list[tuple[int, Dateline]] = []
    if named and starts and not may_name_agency(plain[starts[0] : starts[-1] + WINDOW]):
        return None
    for start in reversed(starts):
        found = read_dateline(text[start:], first=False)
        if found and start + found.end >= end:
            options.append((start, found))
    if not options:
        return None
    capitals = [o for o in options if is_upper(re.split(r",| \(|\.| - ", plain[o[0] :])[0])]
    alone = [
        o for o in options if plain[: o[0]].rstrip()[-1:] in ".!?\"'" or follows_lower(plain, o[0])
    ]
    signed = [o for o in options if BYLINE_BEFORE.search(plain, 0, o[0])]
    known = [o for o in options if folded(o[1].place).lower() in towns()]
    # ... Swap Coal for Heating Kelby, Feb. 5: of the names it is the one that the story repeats.
    again = [o for o in options if o[1].place and plain.count(o[1].place) > 1]
    start, found = (signed or capitals or known or again or alone or options[:1])[-1]
    return Dateline(start, start + found.end, found.place, found.agency, found.byline, found.read)


def follows_lower(plain: str, start: int) -> bool:
    """Tell whether the word before a place begins with a small letter."""
    before = plain[:start].split()
    return bool(before) and before[-1][0].islower()
