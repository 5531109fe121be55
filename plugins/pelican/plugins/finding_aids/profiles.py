"""What an archive holds about a country, organisation or source, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from types import SimpleNamespace

from markupsafe import escape
from newsdesk.authority.names import country_names
from pelican.plugins.press.dates import day_text, short_month_text
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.record import Record
from pelican.plugins.press.terms import KINDS, Kind

from .periods import Chronology, Point
from .shelves import Counted, Shelves, codes_of, is_about

COMPANIONS = 10
LEAST_SCALE = 4  # one story a month is no full bar


@dataclass(frozen=True, slots=True)
class Bar:
    """A year or a month in a term's chart; `height` is of 100, which stands for `scale` stories."""

    label: str
    url: str | None
    count: int
    height: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What the archive holds about a term: see docs/theme.md."""

    count: int
    primary: int
    first: Point | None
    last: Point | None
    periods: Sequence[Bar]
    scale: int
    countries: Sequence[Counted]
    organizations: Sequence[Counted]
    sources: Sequence[Counted]
    gaps: Sequence[SimpleNamespace]
    names: Sequence[str] = ()
    before: Sequence[Counted] = ()
    after: Sequence[Counted] = ()


def profile_of(
    edition: Edition,
    shelves: Shelves,
    time: Chronology,
    kind: Kind,
    code: str,
    records: list[Record],
) -> Profile:
    """Return what the archive holds about a term; its stories come oldest first."""
    days = [record.day for record in records if record.iso]
    periods, scale = _bars(time, days)
    companions = {
        other: _companions(shelves, records, other, code if other == kind else "")
        for other in KINDS
    }
    return Profile(
        len(records),
        sum(is_about(record, kind, code) for record in records),
        time.point(days[0]) if days else None,
        time.point(days[-1]) if days else None,
        periods,
        scale,
        companions["country"],
        companions["organization"],
        companions["source"],
        _gaps(days, edition.settings["GAP_DAYS"]) if kind == "source" else (),
        _other_names(edition, code) if kind == "country" else (),
        _kin(shelves, edition.terms.predecessors(code)) if kind == "country" else (),
        _kin(shelves, edition.terms.successors(code)) if kind == "country" else (),
    )


def _other_names(edition: Edition, code: str) -> list[str]:
    heading = edition.terms.get("country", code).name
    return [escape(name) for name in country_names().get(code, ()) if name != heading]


def _kin(shelves: Shelves, codes: Sequence[str]) -> list[Counted]:
    """Return the countries before or after one that have stories too."""
    counts = shelves.counts["country"]
    return shelves.counted("country", [(code, counts[code]) for code in codes if code in counts])


def _companions(shelves: Shelves, records: list[Record], kind: Kind, itself: str) -> list[Counted]:
    if kind == "source":
        names = Counter(record.source for record in records if record.source)
        counts: Counter[str] = Counter()
        for name, count in names.items():
            counts[shelves.spellings.get(name, name)] += count
    else:
        counts = Counter(chain.from_iterable(codes_of(record, kind) for record in records))
    del counts[itself]
    return shelves.counted(kind, shelves.most(kind, counts, COMPANIONS))


def _bars(time: Chronology, days: list[str]) -> tuple[list[Bar], int]:
    """Return every year from first to last, or month where that is three years or fewer, and what
    the greatest height stands for."""
    if not days:
        return [], 0
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (days[0], days[-1]))
    if last - first < 36:
        span = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]
    else:
        span = [f"{year:04d}" for year in range(first // 12, last // 12 + 1)]
    counts = Counter(day[: len(span[0])] for day in days)
    scale = max(*counts.values(), LEAST_SCALE)
    bars = [
        Bar(
            iso if len(iso) == 4 else short_month_text(iso),
            time.url(iso) if counts[iso] else None,
            counts[iso],
            round(100 * counts[iso] / scale),
        )
        for iso in span
    ]
    return bars, scale


def _gaps(days: list[str], least: int) -> list[SimpleNamespace]:
    found = []
    for before, after in pairwise(days):
        length = date.fromisoformat(after).toordinal() - date.fromisoformat(before).toordinal() - 1
        if length >= least:
            gap = {"from": day_text(before), "to": day_text(after), "days": length}
            found.append(SimpleNamespace(**gap))
    return found
