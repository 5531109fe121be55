"""The front page: what the archive holds, at a glance."""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup
from pelican.plugins.press.dates import day_and_month, day_text
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum, Here
from pelican.plugins.press.record import Brief
from pelican.plugins.press.terms import KINDS, PLURALS, Kind

from .data import JSON, NEWEST, address, plan_json, shown, story_facts
from .headings import TOP
from .lists import plan_list
from .periods import Chronology, Month, Point
from .settings import site_feed
from .shelves import Counted, Shelves

NOW = 6  # terms named for now, and for then
THIS_DAY = 3  # stories named for the same day in another year
NEAR = 3  # days before or after that will do where that day holds no story


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the heat map."""

    label: str
    url: str
    count: int
    months: Sequence[Month]


class SameDay(NamedTuple):
    """The front page's day in another year, or the nearest to it."""

    label: str
    url: str
    count: int
    stories: Sequence[Brief | None]


class NowAndThen(NamedTuple):
    """Terms with most stories in the newest year, and in all years before it."""

    now_label: str
    now: Sequence[Counted]
    then_label: str
    then: Sequence[Counted]


@dataclass(frozen=True, slots=True)
class Front:
    """What only the front page shows: see docs/theme.md."""

    count: int
    sources: int
    countries: int
    organizations: int
    first: Point | None
    last: Point | None
    years: Sequence[YearRow]
    this_day: Sequence[SameDay]
    this_day_label: str
    this_day_about: bool
    top_countries: NowAndThen
    top_organizations: NowAndThen
    top_sources: Sequence[Counted]
    undated: int


def plan_front(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the front page and the list of all stories behind it."""
    settings = edition.settings
    data = [Datum("index.json", JSON, "JSON")]
    here = Here("front", lang=settings["DEFAULT_LANG"], feeds=[site_feed(settings)], data=data)
    facts = digest(b"".join(record.digest for record in edition.catalogue))
    plan_list(
        edition, here, "index", edition.catalogue,
        lambda: {"front": _front(edition, shelves, time)}, lambda: {"front": None}, facts,
    )  # fmt: skip
    _plan_data(edition, shelves, time)


def _front(edition: Edition, shelves: Shelves, time: Chronology) -> Front:
    days = list(time.days)
    same = _same_days(time)
    return Front(
        len(edition.catalogue),
        len(shelves.counts["source"]),
        len(shelves.counts["country"]),
        len(shelves.counts["organization"]),
        time.point(days[0]) if days else None,
        time.point(days[-1]) if days else None,
        _years(time),
        [_same_day(edition, time, day) for day in same],
        day_and_month(days[-1]) if days else "",
        any(day[4:] != days[-1][4:] for day in same),
        _now_and_then(edition, shelves, time, "country"),
        _now_and_then(edition, shelves, time, "organization"),
        shelves.counted("source", shelves.most("source", shelves.counts["source"], TOP)),
        len(time.undated),
    )


def _years(time: Chronology) -> list[YearRow]:
    most = max((time.counts[month] for month in time.months), default=1)
    return [
        YearRow(
            year,
            time.url(year),
            time.counts[year],
            [time.month(f"{year}-{number:02d}", most) for number in range(1, 13)],
        )
        for year in reversed(time.years)
    ]


def _same_days(time: Chronology) -> list[str]:
    """Return the newest story's day in other years, or the nearest to it that holds stories: the
    same for every reader."""
    if not time.days:
        return []
    newest = date.fromisoformat(list(time.days)[-1])
    found = []
    for year in reversed(time.years):
        # A leap day is looked for at the end of other Februaries.
        leap = (newest.month, newest.day) == (2, 29) and not isleap(int(year))
        then = newest.replace(year=int(year), day=28 if leap else newest.day).toordinal()
        ordinals = range(max(1, then - NEAR), min(then + NEAR, date.max.toordinal()) + 1)
        around = sorted((abs(day - then), day) for day in ordinals)
        days = (date.fromordinal(day).isoformat() for _, day in around)
        nearest = next((day for day in days if day in time.days and day[:4] == year), None)
        if nearest and int(year) != newest.year:
            found.append(nearest)
    return found


def _same_day(edition: Edition, time: Chronology, day: str) -> SameDay:
    newest = time.days[day][: -THIS_DAY - 1 : -1]
    stories = [edition.brief(record) for record in newest]
    return SameDay(day_text(day), time.url(day), time.counts[day], stories)


def _now_and_then(edition: Edition, shelves: Shelves, time: Chronology, kind: Kind) -> NowAndThen:
    """Return the top terms of the newest year, and of all other stories."""
    years = list(time.years) or [""]
    now: Counter[str] = Counter()
    for record in reversed(edition.catalogue):
        if record.iso[:4] != years[-1]:
            break
        now.update(shelves.codes(record, kind))
    then = Counter(shelves.counts[kind]) - now
    earlier = years[:-1]
    label = f"{earlier[0]}–{earlier[-1]}" if len(earlier) > 1 else "".join(earlier)
    return NowAndThen(
        years[-1],
        shelves.counted(kind, shelves.most(kind, now, NOW)),
        label,
        shelves.counted(kind, shelves.most(kind, then, NOW)) if label else [],
    )


def _plan_data(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the front page's index.json, from which a machine finds all others."""
    settings = edition.settings
    newest = edition.catalogue[: -NEWEST - 1 : -1]
    indexes = {PLURALS[kind]: str(settings[f"{PLURALS[kind].upper()}_URL"]) for kind in KINDS}
    indexes |= {"world": settings["WORLD_URL"], "together": settings["TOGETHER_URL"]}
    if time.undated:
        indexes["undated"] = settings["UNDATED_URL"]
    years = {year: time.counts[year] for year in time.years}
    counts = {PLURALS[kind]: len(shelves.counts[kind]) for kind in KINDS}

    def content() -> dict[str, Any]:
        days = list(time.days)
        return {
            "kind": "archive",
            "name": Markup(settings["SITENAME"]).striptags(),
            "stories": len(edition.catalogue),
            "undated": len(time.undated),
            **counts,
            "first": days[0] if days else None,
            "last": days[-1] if days else None,
            "years": {
                year: {"stories": n, "index": address(edition, f"{time.url(year)}index.json")}
                for year, n in years.items()
            },
            "indexes": {k: address(edition, f"{url}index.json") for k, url in indexes.items()},
            "feed": address(edition, site_feed(settings).url),
            "newest": [story_facts(edition, record) for record in newest],
        }

    span = (*time.days,)[:1], (*time.days,)[-1:]
    told = repr((len(edition.catalogue), counts, years, span, len(time.undated))).encode()
    plan_json(edition, "", told, shown(newest), make=content)
