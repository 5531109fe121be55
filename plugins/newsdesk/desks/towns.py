"""Small towns: what a story that hardly names a country tells by the places around it.

Alone the name of a town of 2,000 people is more often a person or a word; two of one country are
an address. They are heard as words of daily life are (see home.py and resolve.py), and only where
the story leaves a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from newsdesk.authority import rows
from newsdesk.authority.tables import several
from newsdesk.desks.gazetteer import CUE, TOWN, Gazetteer, bare
from newsdesk.desks.home import TOWN_AFTER, TOWNS
from newsdesk.desks.sightings import ASIDE, SHARED, Sighting, without_possessive

WHY = "a town there"
# A run of capitalised words: "Tipp City", "Stoke-on-Trent", "Caleta de Fuste". The letters are
# named, for "a capital" said as a class of \w takes three times as long.
CAPITAL = r"[A-ZÀ-ÞĀ-Ž][\w'’-]+"
RUN = re.compile(rf"{CAPITAL}(?: (?:(?:of|on|upon|the|de|la|le|del) )?{CAPITAL}){{0,3}}")
KEPT = 1 << 15  # Runs whose reading is kept: days, months and names come again and again.
OPENERS = frozenset("In At From Near The But And To Around Outside Both Nearby".split())


@cache
def towns() -> Mapping[str, str]:
    """Return the town names that one country has to itself, without accents -> its code."""
    listed = [row for row in rows("regions.csv") if row["kind"] == TOWN]
    return {name: r["code"] for r in (*rows("towns.csv"), *listed) for name in several(r["names"])}


def doubtful(seen: Sequence[Sighting], gazetteer: Gazetteer) -> bool:
    """Does the story name no country, one by a name of several places, or the life of another?"""
    named: dict[str, str] = {}
    sure, lived, vague = set(), set(), set()
    for s in seen:
        if s.kind == CUE:
            lived.add(s.code)
        elif s.kind not in ASIDE:
            if named.setdefault(s.code, s.surface) != s.surface:
                sure.add(s.code)
            if s.surface in gazetteer.namesakes and (s.kind in TOWNS or s.kind == SHARED):
                vague.add(s.code)
    return not named or not lived <= named.keys() or not vague <= sure


def town_sightings(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """Return the small towns in `text` besides what was `seen`, people called like them left out.

    A town is a whole run of capitalised words, so "Nancy Dalton" is not of Dalton, nor is "Dalton"
    anywhere else in her story.
    """
    busy = {s.start for s in seen}
    found: list[Sighting] = []
    people: set[str] = set()
    for run in RUN.finditer(text):
        name, code, shift = _read(run[0])
        if not code:
            people.add(name)
        elif (start := run.start() + shift) not in busy:
            found.append(_town(start, name, code))
    return [s for s in found if s.surface not in people] if found else found


@lru_cache(KEPT)
def _read(run: str) -> tuple[str, str, int]:
    """Return the town that a run names, its country and how far in it starts.

    Without a country it is the last word: a person's name, as far as towns are concerned.
    """
    known = towns()
    if code := known.get(run):
        return run, code, 0
    name, shift = _within(run)
    code = known.get(bare(name), "")
    return (name, code, shift) if code else (name.rpartition(" ")[2], "", 0)


def _within(run: str) -> tuple[str, int]:
    """Return the name in "In Barrie", "Barrie's", "Nashua High School", and where it starts."""
    start = 0
    first, _, rest = run.partition(" ")
    if rest:
        if first in OPENERS:
            run, start = rest, len(first) + 1
        if school := TOWN_AFTER.search(run):
            run = run[: school.start()]
    return without_possessive(run), start


def _town(start: int, name: str, code: str) -> Sighting:
    town = Sighting(start, start + len(name), code, CUE, name)
    town.why = WHY
    return town
