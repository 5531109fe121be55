"""Which of several countries a name means, told by the rest of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsdesk.desks.gazetteer import CUE, Gazetteer
from newsdesk.desks.home import NATIONAL, own_towns
from newsdesk.desks.sightings import ASIDE, SHARED, Sighting
from newsdesk.desks.where import Dateline

SURE = frozenset({"name", "demonym", "region", "abbreviation", "institution"})
GEORGIA = frozenset({"Georgia", "GEORGIA"})
GEORGIAN = frozenset({"Georgian", "Georgians", "GEORGIAN"})
GEORGIA_NEIGHBOURS = frozenset("RU SU AM AZ UA TR MD".split())
KOREA = frozenset({"Korea", "Korean", "Koreans", "KOREA", "KOREAN", "KOREANS"})
COMMONS = frozenset({"House of Commons", "HOUSE OF COMMONS"})
PUNJAB = frozenset({"Punjab", "PUNJAB", "Punjabi", "PUNJABI"})
JERSEY = frozenset({"Jersey", "JERSEY"})
CONGO = frozenset({"Congo", "CONGO", "the Congo", "Congolese", "CONGOLESE"})
# A state that is no more, the country its capital lies in now, and its last year.
ERAS = (
    ("SU", "RU", 1991),
    ("CSHH", "CZ", 1992),
    ("YU", "RS", 1992),
    ("ZR", "CD", 1996),
    ("BU", "MM", 1988),
)
LATER = frozenset(later for _, later, _ in ERAS)
MOVABLE = frozenset({"city", "capital", SHARED})
PLACED = frozenset({"region", "abbreviation", "city", "capital"})
FEW = 3
ENOUGH_CUES = 2
MOST_HINTS = 4
CLOSED = (". ", ", ", ".", "", ".\n")  # "Mexico, Missouri, hires": what may end a town's name.
BURMA_RENAMED = 1989  # And still called so by many: after that year it is the same state.
CONGO_RENAMED = 1997  # Zaire became the Democratic Republic of the Congo in May 1997.


def resolve(
    text: str, seen: list[Sighting], dateline: Dateline, home: str, gazetteer: Gazetteer, year: int
) -> None:
    """Give each ambiguous sighting the country that this story means (in place)."""
    own_towns(text, seen, dateline, home, gazetteer)
    cues = [s for s in seen if s.kind == CUE]
    seen[:] = [s for s in seen if s.kind != CUE]
    if seen:
        _senses(text, seen, cues, dateline, home, gazetteer, year)
    if told := _daily_life(cues, seen, dateline):
        seen[:] = sorted((*seen, *told), key=lambda s: s.start)


def _daily_life(
    cues: Sequence[Sighting], seen: Sequence[Sighting], dateline: Dateline
) -> list[Sighting]:
    """Return the cues of countries that nothing else speaks for, as sightings, where two do.

    Under a dateline only towns count: any country may have its "school board".
    """
    if not cues:
        return []
    others = {s.code for s in seen if s.kind not in ASIDE}
    heard: dict[str, list[Sighting]] = {}
    for cue in cues:
        if cue.code not in others and (cue.why or not dateline.code):
            heard.setdefault(cue.code, []).append(cue)
    told = [found for found in heard.values() if _enough(found, alone=not others)]
    for cue in (cue for found in told for cue in found):
        cue.kind = "city" if cue.why else "institution"
        cue.why = cue.why or "spoken of so only there"
    return [cue for found in told for cue in found]


def _enough(cues: Sequence[Sighting], alone: bool) -> bool:
    """Do they speak for a country? Where others are named the same word twice is not enough."""
    count = len(cues) if alone else len({cue.surface for cue in cues})
    return count >= ENOUGH_CUES


def _senses(
    text: str,
    seen: list[Sighting],
    cues: Sequence[Sighting],
    dateline: Dateline,
    home: str,
    gazetteer: Gazetteer,
    year: int,
) -> None:
    _city_and_state(text, seen, gazetteer)
    _shortened(seen)
    counts = Counter([s.code for s in seen if s.kind in SURE])
    surfaces = {s.surface for s in seen}
    if surfaces & GEORGIA:
        _georgia(seen, dateline, home)
    if surfaces & KOREA and "KP" in counts:
        _korea(seen)
    if surfaces & CONGO:
        _congo(seen, counts, year)
    if surfaces & COMMONS and "CA" in counts:
        _the_others(seen, COMMONS, "GB", "CA", "Canada's, as Britain is not spoken of")
    if surfaces & PUNJAB:
        _the_others(seen, PUNJAB, "IN", "PK", "Pakistan's, as India is not spoken of")
    if surfaces & JERSEY:
        _jersey(seen)
    if "Indians" in surfaces:
        _indians(seen, cues)
    _namesakes(seen, cues, dateline, home, gazetteer)
    _former(seen, counts, year)
    if "BU" in counts and (counts["MM"] or year > BURMA_RENAMED):
        _burma(seen)


def _city_and_state(text: str, seen: Sequence[Sighting], gazetteer: Gazetteer) -> None:
    """Give "London" in "London, Ontario" the country of what follows the comma."""
    moved: dict[str, Sighting] = {}
    for first, second in pairwise(seen):
        if second.start - first.end != 2 or first.code == second.code or second.kind == "demonym":
            continue
        if text[first.end : second.start] != ", ":
            continue
        if first.kind == second.kind == "capital":
            continue  # "Paris, Washington and Moscow" is a list.
        namesake = second.code in gazetteer.namesakes.get(first.surface, ())
        if first.kind == "name":  # "to Mexico, Texas and Ohio" and "China, Japan" are lists.
            namesake &= second.kind == "region" and text[second.end : second.end + 2] in CLOSED
        if namesake or second.kind == "abbreviation":
            first.code, first.kind = second.code, "city"
            first.why = f"followed by {second.surface}"
            moved[first.surface] = first
    for sighting in seen if moved else ():  # What it is once, it is all through the story.
        if (sense := moved.get(sighting.surface)) and sighting is not sense:
            sighting.code, sighting.kind, sighting.why = sense.code, sense.kind, sense.why


def _shortened(seen: Sequence[Sighting]) -> None:
    """Read "Santiago" as "Santiago de Compostela" where the story writes that too."""
    full = {s.surface: s for s in seen if s.kind == "city" and " " in s.surface}
    for sighting in seen if full else ():
        if sighting.kind not in MOVABLE:
            continue
        for surface, long in full.items():
            if long.code != sighting.code and surface.startswith(sighting.surface + " "):
                sighting.code, sighting.kind = long.code, "city"
                sighting.why = f"short for {surface}"


def _georgia(seen: Sequence[Sighting], dateline: Dateline, home: str) -> None:
    """Georgia is the American state unless the Caucasus is in the story."""
    sure = Counter(s.code for s in seen if s.surface not in GEORGIA and s.kind not in ASIDE)
    caucasian = dateline.code == "GE" or sure["GE"] > sum(s.surface in GEORGIAN for s in seen)
    neighbours = any(sure[code] for code in GEORGIA_NEIGHBOURS)
    american = home == "US" or sure["US"] >= 2 or dateline.code == "US"
    if caucasian or ((neighbours or sure["GE"]) and not american):
        return
    for sighting in seen:
        if sighting.surface in GEORGIA:
            sighting.code, sighting.kind = "US", "region"
            sighting.why = "the American state, as nothing speaks of the Caucasus"


def _korea(seen: Sequence[Sighting]) -> None:
    """Where only the North is named in full, "Korea" is the North."""
    if any(s.code == "KR" and s.surface not in KOREA for s in seen):
        return
    for sighting in seen:
        if sighting.surface in KOREA:
            sighting.code = "KP"


def _congo(seen: Sequence[Sighting], counts: Counter[str], year: int) -> None:
    """Congo is Kinshasa's since 1997, unless Brazzaville or Zaire is named."""
    brazzaville = any(s.code == "CG" and s.surface not in CONGO for s in seen)
    kinshasa = counts["CD"] > 0
    old = 0 < year < CONGO_RENAMED or counts["ZR"] > 0
    if kinshasa or not (brazzaville or old):
        for sighting in seen:
            if sighting.surface in CONGO:
                sighting.code = "CD"


def _the_others(
    seen: Sequence[Sighting], names: frozenset[str], first: str, second: str, why: str
) -> None:
    """Give what two countries have to the second: it is spoken of and the first is not."""
    spoken = {s.code for s in seen if s.surface not in names}
    if first in spoken or second not in spoken:
        return
    for sighting in seen:
        if sighting.surface in names:
            sighting.code, sighting.why = second, why


def _jersey(seen: list[Sighting]) -> None:
    """Jersey is a shirt, a cow or New Jersey unless the Channel Islands are near."""
    near = any(s.code in ("GG", "JE") and s.surface not in JERSEY for s in seen)
    british = any(s.code == "GB" for s in seen) and not any(s.code == "US" for s in seen)
    if not near and not british:
        seen[:] = [s for s in seen if s.surface not in JERSEY]


def _indians(seen: list[Sighting], cues: Sequence[Sighting]) -> None:
    """Drop the Indians of an American local story: they are a team or a nation of the continent."""
    local = any(s.code == "US" for s in cues) or any(
        s.code == "US" and s.kind in PLACED and s.kind != "capital" for s in seen
    )
    india = any(s.code == "IN" and s.surface != "Indians" for s in seen)
    states = any(s.code == "US" and s.kind in NATIONAL for s in seen)
    if local and not india and not states:
        seen[:] = [s for s in seen if s.surface != "Indians"]


def _namesakes(
    seen: list[Sighting],
    cues: Sequence[Sighting],
    dateline: Dateline,
    home: str,
    gazetteer: Gazetteer,
) -> None:
    """Give a city its namesake in the story's own country when nothing else names its own."""
    if not any(
        s.kind == SHARED or s.surface in gazetteer.namesakes for s in seen if s.kind in MOVABLE
    ):
        return
    named = Counter(s.code for s in seen if s.kind in SURE)
    sure = Counter(named)
    if dateline.code:
        sure[dateline.code] += 1
    if home:
        sure[home] += 2
    hints = Counter(s.code for s in cues)
    if not sure and not hints:  # Cities of one meaning tell then.
        sure = Counter(
            s.code for s in seen if s.kind in MOVABLE and not gazetteer.namesakes.get(s.surface)
        )
    for code, count in hints.items():
        sure[code] += min(count, MOST_HINTS)
    own, weight = sure.most_common(1)[0] if sure else ("", 0)
    placed = sum(s.code == own and s.kind in PLACED for s in seen)
    national = sum(s.code == own and s.kind in NATIONAL for s in seen)
    # Geneva in news of the United States is Geneva; beside Ohio and Cleveland it may not be.
    near = placed > 0 and placed + hints[own] >= national
    near |= hints[own] > 0 and not dateline.code
    spoken = placed > 1 or (placed and (weight > 1 or national))
    # A capital is moved only in a story of one place: "London police" beside "Const. Roy".
    local = home == own or (
        len(named) < FEW and (hints[own] > 0 or (near and weight > 1 and not dateline.code))
    )
    anchored = {  # "London" beside "Heathrow" is no namesake.
        s.code
        for s in seen
        if s.kind in MOVABLE - {SHARED} and own not in gazetteer.namesakes.get(s.surface, ())
    }
    for sighting in seen:
        if sighting.kind not in MOVABLE or sighting.code == own:
            continue
        if named[sighting.code] or own not in gazetteer.namesakes.get(sighting.surface, ()):
            continue
        if sighting.code == dateline.code or sighting.code in anchored:
            continue
        rival = own in gazetteer.rivals.get(sighting.surface, ()) and spoken
        if local or rival or (near and sighting.kind == "city") or sighting.kind == SHARED:
            sighting.code, sighting.kind = own, "city"
            sighting.why = "the place of that name in the story's own country"
    seen[:] = [s for s in seen if s.kind != SHARED or sure[s.code]]


def _former(seen: Sequence[Sighting], counts: Counter[str], year: int) -> None:
    """Give Moscow to the Soviet Union in a story of its time, or that speaks only of it."""
    codes = {s.code for s in seen}
    for former, later, last in ERAS:
        of_its_time = 0 < year <= last or (not year and counts[former] > 0)
        if (
            later not in codes
            or not of_its_time
            or any(s.code == later and s.kind in ("name", "demonym") for s in seen)
        ):
            continue
        for sighting in seen:
            if sighting.code == later:
                sighting.code, sighting.why = former, "the state of that time"


def _burma(seen: Sequence[Sighting]) -> None:
    """Where Myanmar is named, or since it is, "Burmese" is of it."""
    for sighting in seen:
        if sighting.code == "BU":
            sighting.code, sighting.why = "MM", "Myanmar by its older name"


def filed_then(code: str, seen: Sequence[Sighting], year: int) -> str:
    """Return the country of a dateline in the time of the story."""
    if code not in LATER:
        return code
    spoken = {s.code for s in seen}
    for former, later, last in ERAS:
        if code == later not in spoken and (0 < year <= last or former in spoken):
            return former
    return code
