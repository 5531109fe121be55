"""The front page: what the archive holds, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pelican.plugins.press.dates import day_and_month, day_text
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Feed, Here
from pelican.plugins.press.story import Brief
from pelican.plugins.press.terms import Kind

from .headings import TOP, Counted, Shelves
from .lists import plan_list
from .periods import Chronology, Month, Point

THIS_DAY = 3  # stories named for the same day in another year


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the heat map."""

    label: str
    url: str
    count: int
    months: Sequence[Month]


class SameDay(NamedTuple):
    """The front page's day in another year."""

    label: str
    url: str
    count: int
    stories: Sequence[Brief | None]


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
    top_countries: Sequence[Counted]
    top_organizations: Sequence[Counted]
    top_sources: Sequence[Counted]
    undated: int


def plan_front(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the front page and the list of all stories behind it."""
    settings = edition.settings
    here = Here("front", "", lang=settings["DEFAULT_LANG"], feeds=[site_feed(settings)])
    facts = digest(b"".join(record.digest for record in edition.catalogue))
    plan_list(
        edition, here, "index", edition.catalogue,
        lambda: {"front": _front(edition, shelves, time)}, lambda: {"front": None}, facts,
    )  # fmt: skip


def site_feed(settings: dict[str, Any]) -> Feed:
    """Return the feed of the whole site."""
    return Feed("feed.xml", settings["SITENAME"])


def _front(edition: Edition, shelves: Shelves, time: Chronology) -> Front:
    days = list(time.days)
    return Front(
        len(edition.catalogue),
        len(shelves.counts["source"]),
        len(shelves.counts["country"]),
        len(shelves.counts["organization"]),
        time.point(days[0]) if days else None,
        time.point(days[-1]) if days else None,
        _years(time),
        _this_day(edition, time),
        day_and_month(days[-1]) if days else "",
        _top(edition, shelves, "country"),
        _top(edition, shelves, "organization"),
        _top(edition, shelves, "source"),
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


def _this_day(edition: Edition, time: Chronology) -> list[SameDay]:
    """Return other years' stories of the newest story's day: the same for every reader."""
    if not time.days:
        return []
    newest = list(time.days)[-1]
    same = [f"{year}{newest[4:]}" for year in reversed(time.years) if year != newest[:4]]
    return [
        SameDay(
            day_text(day),
            time.url(day),
            time.counts[day],
            [edition.brief(record) for record in time.days[day][: -THIS_DAY - 1 : -1]],
        )
        for day in same
        if day in time.days
    ]


def _top(edition: Edition, shelves: Shelves, kind: Kind) -> list[Counted]:
    last = edition.catalogue[-1].iso[:4] if edition.catalogue else ""
    recent: Counter[str] = Counter()
    for record in reversed(edition.catalogue):
        if record.iso[:4] != last:
            break
        recent.update(shelves.codes(record, kind))
    return shelves.counted(kind, shelves.most(kind, shelves.counts[kind], TOP), recent)
