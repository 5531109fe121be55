"""Pages of time: days, months, years, and the stories without a date."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from pelican.plugins.press.dates import day_text, month_text, short_month, undated, weekdays
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum, Here
from pelican.plugins.press.record import Brief, Record, day_url

from .data import JSON, address, described, plan_json, plan_list_data, shown, story_facts
from .lists import plan_list

HEADLINES = 5  # stories of a day that its month's page names


class Link(NamedTuple):
    """A labelled address."""

    label: str
    url: str


class Point(NamedTuple):
    """A day as front and term pages name it."""

    label: str
    url: str
    iso: str


class Cell(NamedTuple):
    """A day in a calendar, or a month in the heat map (`day` is then its number)."""

    day: int
    url: str | None
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month in a calendar."""

    label: str
    name: str
    url: str | None
    count: int
    level: int
    weeks: Sequence[Sequence[Cell | None]] = ()


@dataclass(frozen=True, slots=True)
class DayLines:
    """A day on its month's page."""

    label: str
    url: str
    count: int
    stories: Sequence[Brief | None]
    more: int


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time and what lies in it: see docs/theme.md."""

    kind: str
    label: str
    url: str
    iso: str
    count: int | None
    previous: Link | None = None
    next: Link | None = None
    parents: Sequence[Link] = ()
    months: Sequence[Month] = ()
    days: Sequence[DayLines] = ()
    weekdays: Sequence[str] = field(default_factory=weekdays)


@cache
def weeks_of(year: int, month: int) -> tuple[tuple[int, ...], ...]:
    """Return the weeks of a month, Monday first; 0 stands for days of other months."""
    return tuple(tuple(week) for week in Calendar().monthdayscalendar(year, month))


def level(count: int, most: int) -> int:
    """Return how dark a cell of a heat map is, 0 (none) to 4 (a fifth or more of the darkest)."""
    if not count:
        return 0
    share = count / most
    return 1 if share <= 0.1 else 2 if share <= 0.3 else 3 if share <= 0.6 else 4


class Chronology:
    """Stories by day, month and year; dated ones only."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._settings = edition.settings
        dated = [record for record in edition.catalogue if record.iso]
        self.undated = [record for record in edition.catalogue if not record.iso]
        self.days = {
            day: list(group) for day, group in groupby(dated, key=lambda record: record.day)
        }
        self.months = {
            month: list(days) for month, days in groupby(self.days, key=lambda day: day[:7])
        }
        self.years = {
            year: list(months) for year, months in groupby(self.months, key=lambda month: month[:4])
        }
        self.counts = {day: len(records) for day, records in self.days.items()}
        self.counts |= {
            month: sum(self.counts[d] for d in days) for month, days in self.months.items()
        }
        self.counts |= {
            year: sum(self.counts[m] for m in months) for year, months in self.years.items()
        }

    def url(self, iso: str) -> str:
        """Return the address of a day, month or year that holds stories."""
        name = {4: "YEAR", 7: "MONTH", 10: "DAY"}[len(iso)]
        if name == "DAY":
            return day_url(self._settings, iso)
        first = f"{iso}-01-01"[:10] if name == "YEAR" else f"{iso}-01"
        return _period_url(str(self._settings[f"{name}_ARCHIVE_URL"]), first)

    def point(self, day: str) -> Point:
        """Return a day with its label and address."""
        return Point(day_text(day), self.url(day), day)

    def month(self, iso: str, most: int, with_days: bool = False) -> Month:
        """Return a month of a calendar; `most` is the count of the darkest."""
        count = self.counts.get(iso, 0)
        weeks = self._weeks(iso) if with_days else ()
        return Month(
            short_month(int(iso[5:7])),
            month_text(iso),
            self.url(iso) if count else None,
            count,
            level(count, most),
            weeks,
        )

    def _weeks(self, iso: str) -> list[list[Cell | None]]:
        counts, most = (
            self.counts,
            max((self.counts[d] for d in self.months.get(iso, ())), default=1),
        )
        return [
            [self._cell(f"{iso}-{day:02d}", day, counts, most) if day else None for day in week]
            for week in weeks_of(int(iso[:4]), int(iso[5:7]))
        ]

    def _cell(self, iso: str, day: int, counts: Mapping[str, int], most: int) -> Cell:
        count = counts.get(iso, 0)
        return Cell(day, self.url(iso) if count else None, count, level(count, most))


@cache
def _period_url(pattern: str, first: str) -> str:
    from datetime import date

    return pattern.format(date=date.fromisoformat(first))


def plan_periods(edition: Edition, time: Chronology) -> None:
    """Plan the pages of every day, month and year that holds stories, and of the undated."""
    for kind, isos in (
        ("year", list(time.years)),
        ("month", list(time.months)),
        ("day", list(time.days)),
    ):
        for at, iso in enumerate(isos):
            period = Period(
                kind,
                _label(iso),
                time.url(iso),
                iso,
                time.counts[iso],
                _link(time, isos[at - 1]) if at else None,
                _link(time, isos[at + 1]) if at + 1 < len(isos) else None,
                [_link(time, iso[:end]) for end in (4, 7) if end < len(iso)],
            )
            _plan_day(edition, period, time.days[iso]) if kind == "day" else _plan_span(
                edition, time, period
            )
            _plan_data(edition, time, period)
    if time.undated:
        url = str(edition.settings["UNDATED_URL"])
        _plan_day(edition, Period("undated", undated(), url, "", len(time.undated)), time.undated)
        plan_list_data(edition, url, time.undated, {"kind": "undated"})


def _plan_data(edition: Edition, time: Chronology, period: Period) -> None:
    """Plan a period's index.json: a day's names its stories, a month's and a year's what is below.

    A month has its stories as CSV too.
    """
    facts = {"kind": period.kind, "period": period.iso}
    if period.kind == "day":
        records = time.days[period.iso]

        def stories() -> dict[str, Any]:
            return {**facts, "stories": [story_facts(edition, record) for record in records]}

        plan_json(edition, period.url, shown(records), make=stories)
        return
    below = time.months[period.iso] if period.kind == "month" else time.years[period.iso]
    counts = {
        iso: {"stories": time.counts[iso], "index": address(edition, f"{time.url(iso)}index.json")}
        for iso in below
    }
    if period.kind == "month":
        within = [record for day in below for record in time.days[day]]
        plan_list_data(edition, period.url, within, {**facts, "days": counts})
        return
    told = {**facts, "stories": period.count, "months": counts}
    plan_json(edition, period.url, repr(told).encode(), make=lambda: told)


def _plan_day(edition: Edition, period: Period, records: Sequence[Record]) -> None:
    here = _here(edition, period, () if period.iso else records)
    facts = repr((period.count, period.previous, period.next)).encode()
    inner = replace(period, count=None, previous=None, next=None)
    plan_list(
        edition,
        here,
        "period",
        records,
        lambda: {"period": period},
        lambda: {"period": inner},
        facts,
    )


def _plan_span(edition: Edition, time: Chronology, period: Period) -> None:
    """Plan the page of a month (its days with headlines) or a year (its months as calendars)."""
    months = (
        [period.iso] if period.kind == "month" else [f"{period.iso}-{n:02d}" for n in range(1, 13)]
    )
    most = max(time.counts.get(month, 0) for month in months)
    days = time.months[period.iso] if period.kind == "month" else []

    def variables() -> dict[str, Any]:
        filled = replace(
            period,
            months=[time.month(month, most, with_days=True) for month in months],
            days=[_lines(edition, time, day) for day in days],
        )
        return {"period": filled, "cards": [], "pagination": None}

    counts = [(day, time.counts[day]) for month in months for day in time.months.get(month, ())]
    named = b"".join(record.digest for day in days for record in time.days[day][-HEADLINES:])
    inputs = digest(repr((counts, period.previous, period.next)).encode(), named)
    within = [record for day in days for record in time.days[day]]
    here = _here(edition, period, within)
    edition.page(f"{period.url}index.html", "period", inputs, here, variables)


def _lines(edition: Edition, time: Chronology, day: str) -> DayLines:
    records = time.days[day]
    shown = [edition.brief(record) for record in records[: -HEADLINES - 1 : -1]]
    return DayLines(day_text(day), time.url(day), len(records), shown, len(records) - len(shown))


def _label(iso: str) -> str:
    return day_text(iso) if len(iso) == 10 else month_text(iso) if len(iso) == 7 else iso


def _link(time: Chronology, iso: str) -> Link:
    return Link(_label(iso), time.url(iso))


def _here(edition: Edition, period: Period, stories: Sequence[Record] = ()) -> Here:
    data = described(stories, period.url, edition.settings["CSV_ROWS"]) if stories else []
    return Here(
        period.kind,
        period.url,
        period.label,
        lang=edition.settings["DEFAULT_LANG"],
        data=data or [Datum(f"{period.url}index.json", JSON, "JSON")],
    )
