"""Where a local story is at home: what its dateline and the names of its own town mean.

A local paper writes "ATHENS --" and "the Lebanon council" and means its own; its county, state and
school board say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from newsdesk.desks.gazetteer import CUE, Gazetteer, bare
from newsdesk.desks.sightings import ASIDE, SHARED, Sighting
from newsdesk.desks.where import Dateline

LOCAL = frozenset({"region", "abbreviation", CUE})
NATIONAL = frozenset({"name", "demonym"})
OFFICES = frozenset({"Gov.", "Sen.", "state Rep.", "state Sen."})  # They travel.
COMMONWEALTH = frozenset("AU CA IE IN JM KE MT NG NZ PK ZA".split())
TOWNS = frozenset({"name", "capital", "city"})
ENOUGH = 2
# "the village of Cuba", "Lebanon County", "Peru High School": so one speaks of a town.
TOWN_BEFORE = re.compile(r"\b(?:[Cc]ity|[Tt]owns?|[Vv]illages?|[Bb]orough) of $")
TOWN_AFTER = re.compile(
    r" (?:County|Township|Borough|City (?:Council|Hall|Schools?)|High School|Middle School|Academy|"
    r"Elementary|Junior|School (?:District|Board)|Police Department|Area School|Valley High)\b"
)
# "A London man", "Lima firefighters": of a country or capital it is said as well, so it takes a
# story whose other places are all of one country.
TOWNSFOLK = re.compile(
    r" (?:man|woman|teen|couple|residents?|aldermen|selectmen|firefighters?|police|council|"
    r"native|motorist|high school)\b"
)
# Of a country one says these by its adjective: "a Lebanese man".
NAMED_FOLK = re.compile(
    r" (?:man|woman|teen|couple|residents?|native|motorist|high school|schools)\b"
    r"|['’]s (?:board of education|school board|city council|city manager|mayor|aldermen|schools)\b"
)
# "three miles south of Lebanon": so one finds a town, if nothing else is abroad.
NEAR = re.compile(
    r"\b(?:near|outside|downtown|(?:miles|just) (?:north|south|east|west)(?:east|west)? of) $"
)


def filed_at_home(
    filed: Dateline, seen: Sequence[Sighting], home: str, gazetteer: Gazetteer
) -> Dateline:
    """Return the dateline, moved to its namesake in the country where the story is at home."""
    if not filed.alone or not filed.code or filed.wired:
        return filed
    city = filed.city.title()
    if any(s.code == filed.code and s.surface.title() != city for s in seen):
        return filed
    place = bare(filed.city).upper()
    owners = gazetteer.namesakes.get(filed.city) or gazetteer.namesakes.get(place, frozenset())
    # A place that no country has to itself ("BURLINGTON --") follows the first word of any.
    code = home or _at_home(seen, owners, 1 if city in gazetteer.shared else ENOUGH)
    return replace(filed, code=code) if code in owners else filed


def _at_home(seen: Sequence[Sighting], owners: Collection[str], least: int) -> str:
    """Return the owner whose daily life and places are told of, not the country itself."""
    local: dict[str, set[str]] = {}
    for sighting in seen:
        if sighting.kind in LOCAL and sighting.code in owners and sighting.surface not in OFFICES:
            local.setdefault(sighting.code, set()).add(sighting.surface)
    told = Counter({code: len(surfaces) for code, surfaces in local.items()})
    code, count = told.most_common(1)[0] if told else ("", 0)
    cued = any(s.kind == CUE and s.code == code for s in seen)
    spoken = any(s.kind in NATIONAL and s.code == code for s in seen)
    return code if cued and count >= least and not spoken else ""


def shared_life(seen: Sequence[Sighting], gazetteer: Gazetteer) -> None:
    """Give "councillors" to Canada, where Canada is told of and nothing else is British (in place).

    Words of the list "commonwealth" are cues of Britain, yet said in Ireland and overseas as well.
    """
    shared = [s for s in seen if s.kind == CUE and s.surface in gazetteer.words["commonwealth"]]
    if not shared:
        return
    unclear = {*ASIDE, SHARED}
    told = Counter(s.code for s in seen if s.kind not in unclear)
    if told["GB"] > len(shared):
        return
    code = max(COMMONWEALTH.intersection(told), key=lambda c: (told[c], c), default="")
    for sighting in shared if code else ():
        sighting.code = code


def own_towns(
    text: str, seen: Sequence[Sighting], filed: Dateline, home: str, gazetteer: Gazetteer
) -> None:
    """Give a town called like a country or capital to the country it lies in (in place)."""
    local = Counter([s.code for s in seen if s.kind in LOCAL])
    if home:
        local[home] += ENOUGH
    towns: dict[str, str] = {}
    city = filed.city.title()
    for s in seen:
        if s.kind not in TOWNS or s.surface in towns:
            continue
        if filed.code != s.code and city == s.surface.title():
            towns[s.surface] = filed.code
            continue
        owners = local and gazetteer.namesakes.get(s.surface)
        if not owners:
            continue
        rivals = owners & local.keys() - {s.code}
        own = max(rivals, key=lambda code: (local[code], code), default="")
        if own and _a_town(text, s, seen, own):
            towns[s.surface] = own
    for s in seen if towns else ():
        if s.surface in towns and s.kind in TOWNS:
            s.code, s.kind, s.why = towns[s.surface], "city", "the town of that name there"


def _a_town(text: str, sighting: Sighting, seen: Sequence[Sighting], own: str) -> bool:
    """Does the story speak of a town in `own`, and of the country of that name nowhere else?"""
    surface = sighting.surface
    if any(s.code == sighting.code and s.surface.title() != surface.title() for s in seen):
        return False
    if sighting.kind == "name" and NAMED_FOLK.match(text, sighting.end):
        return True
    if (sighting.kind != "name" and TOWNSFOLK.match(text, sighting.end)) or NEAR.search(
        text, max(0, sighting.start - 24), sighting.start
    ):
        return all(
            s.code in (own, sighting.code) for s in seen if s.kind not in ASIDE and s.kind != CUE
        )
    return any(
        TOWN_AFTER.match(text, found.end())
        or TOWN_BEFORE.search(text, max(0, found.start() - 12), found.start())
        for found in re.finditer(re.escape(surface), text)
    )
