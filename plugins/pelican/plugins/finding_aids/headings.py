"""Pages of headings: every country, organisation and source, and the index of each kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, NamedTuple
from unicodedata import normalize

from pelican.plugins.press.dates import day_text, short_month_text
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Feed, Here
from pelican.plugins.press.story import Record
from pelican.plugins.press.terms import KINDS, PLURALS, TITLES, Kind, Term

from .lists import plan_list
from .periods import Chronology, Point

COMPANIONS = 10
TOP = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """A term and how many stories bear it."""

    heading: str
    url: str
    code: str
    count: int
    acronym: str = ""
    recent: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A year or a month in a term's chart; `height` is 100 for the fullest."""

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
    countries: Sequence[Counted]
    organizations: Sequence[Counted]
    sources: Sequence[Counted]
    gaps: Sequence[SimpleNamespace]


class Group(NamedTuple):
    """Terms that begin with one letter."""

    letter: str
    terms: Sequence[Counted]


@dataclass(frozen=True, slots=True)
class Index:
    """All terms of a kind."""

    kind: str
    title: str
    count: int
    groups: Sequence[Group]
    top: Sequence[Counted]


class Shelves:
    """Stories by heading. Spellings of a source that make one address share a shelf."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.shelves: dict[Kind, dict[str, list[Record]]] = {}
        for kind in KINDS:
            by_code: dict[str, list[Record]] = defaultdict(list)
            for record in edition.catalogue:
                for code in codes_of(record, kind):
                    by_code[code].append(record)
            self.shelves[kind] = by_code
        self.spellings: dict[str, str] = {}
        self._join_spellings()
        self.counts = {
            kind: {code: len(records) for code, records in shelf.items()}
            for kind, shelf in self.shelves.items()
        }

    def term(self, kind: Kind, code: str) -> Term:
        """Return the term of a shelf."""
        return self._edition.terms.get(kind, code)

    def counted(
        self, kind: Kind, counts: Iterable[tuple[str, int]], recent: Counter[str] | None = None
    ) -> list[Counted]:
        """Return terms with their counts, for a template."""
        counted = []
        for code, count in counts:
            term = self.term(kind, code)
            news = recent[code] if recent else 0
            counted.append(Counted(term.heading, term.url, term.code, count, term.acronym, news))
        return counted

    def most(self, kind: Kind, counts: dict[str, int], number: int) -> list[tuple[str, int]]:
        """Return the terms with the highest counts; equal ones by name."""
        return sorted(counts.items(), key=lambda pair: (-pair[1], self.term(kind, pair[0]).name))[
            :number
        ]

    def codes(self, record: Record, kind: Kind) -> tuple[str, ...]:
        """Return the shelves of one kind that a story stands on."""
        if kind == "source" and record.source in self.spellings:
            return (self.spellings[record.source],)
        return codes_of(record, kind)

    def _join_spellings(self) -> None:
        """Put "REUTERS" on the shelf of "Reuters": the most frequent spelling names it."""
        by_url: dict[str, list[str]] = defaultdict(list)
        shelf = self.shelves["source"]
        for name in shelf:
            by_url[self.term("source", name).url].append(name)
        for names in by_url.values():
            best, *others = sorted(names, key=lambda name: (-len(shelf[name]), name))
            for other in others:
                shelf[best] += shelf.pop(other)
                self.spellings[other] = best
            if others:
                shelf[best].sort(key=lambda record: (record.iso, record.url))


def codes_of(record: Record, kind: Kind) -> tuple[str, ...]:
    """Return the codes of one kind that a story bears."""
    if kind == "country":
        return record.countries
    if kind == "organization":
        return record.organizations
    return (record.source,) if record.source else ()


def plan_headings(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the lists of every term, and the index of each kind."""
    for kind in KINDS:
        for code, records in sorted(shelves.shelves[kind].items()):
            _plan_term(edition, shelves, time, kind, code, records)
        _plan_index(edition, shelves, kind)


def term_feed(edition: Edition, term: Term) -> Feed:
    """Return the feed of a term."""
    return Feed(term.feed, f"{edition.settings['SITENAME']}: {term.heading}")


def _plan_term(
    edition: Edition,
    shelves: Shelves,
    time: Chronology,
    kind: Kind,
    code: str,
    records: list[Record],
) -> None:
    term = shelves.term(kind, code)
    here = Here(
        kind,
        term.url,
        term.heading,
        lang=edition.settings["DEFAULT_LANG"],
        feeds=[term_feed(edition, term)],
    )

    def newest() -> dict[str, Any]:
        return {"term": term, "profile": _profile(edition, shelves, time, kind, code, records)}

    spellings = repr(sorted(shelves.spellings.items())).encode()
    facts = digest(b"".join(record.digest for record in records), spellings)
    plan_list(
        edition, here, "term", records, newest, lambda: {"term": term, "profile": None}, facts
    )


def _profile(
    edition: Edition,
    shelves: Shelves,
    time: Chronology,
    kind: Kind,
    code: str,
    records: list[Record],
) -> Profile:
    days = [record.day for record in records if record.iso]
    companions = {
        other: _companions(shelves, records, other, code if other == kind else "")
        for other in KINDS
    }
    return Profile(
        len(records),
        sum(_is_about(record, kind, code) for record in records),
        time.point(days[0]) if days else None,
        time.point(days[-1]) if days else None,
        _bars(time, days),
        companions["country"],
        companions["organization"],
        companions["source"],
        _gaps(days, edition.settings["GAP_DAYS"]) if kind == "source" else (),
    )


def _is_about(record: Record, kind: Kind, code: str) -> bool:
    if kind == "country":
        return code in record.countries[: record.about_countries]
    return kind == "organization" and code in record.organizations[: record.about_organizations]


def _companions(shelves: Shelves, records: list[Record], kind: Kind, itself: str) -> list[Counted]:
    counts = Counter(
        code for record in records for code in shelves.codes(record, kind) if code != itself
    )
    return shelves.counted(kind, shelves.most(kind, counts, COMPANIONS))


def _bars(time: Chronology, days: list[str]) -> list[Bar]:
    """Return every year from first to last; every month where that is three years or fewer."""
    if not days:
        return []
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (days[0], days[-1]))
    if last - first < 36:
        span = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]
    else:
        span = [f"{year:04d}" for year in range(first // 12, last // 12 + 1)]
    counts = Counter(day[: len(span[0])] for day in days)
    most = max(counts.values())
    return [
        Bar(
            iso if len(iso) == 4 else short_month_text(iso),
            time.url(iso) if counts[iso] else None,
            counts[iso],
            round(100 * counts[iso] / most),
        )
        for iso in span
    ]


def _gaps(days: list[str], least: int) -> list[SimpleNamespace]:
    found = []
    for before, after in pairwise(days):
        length = date.fromisoformat(after).toordinal() - date.fromisoformat(before).toordinal() - 1
        if length >= least:
            gap = {"from": day_text(before), "to": day_text(after), "days": length}
            found.append(SimpleNamespace(**gap))
    return found


def _plan_index(edition: Edition, shelves: Shelves, kind: Kind) -> None:
    plural, title = PLURALS[kind], TITLES[kind]
    counts = shelves.counts[kind]
    here = Here(
        plural,
        str(edition.settings[f"{plural.upper()}_URL"]),
        title,
        lang=edition.settings["DEFAULT_LANG"],
    )

    def variables() -> dict[str, Any]:
        groups: dict[str, list[Counted]] = defaultdict(list)
        by_name = sorted((_plain(shelves.term(kind, code).name), code) for code in counts)
        for name, code in by_name:
            groups[name[:1].upper() or "#"] += shelves.counted(kind, [(code, counts[code])])
        listed = [Group(letter, terms) for letter, terms in groups.items()]
        top = shelves.counted(kind, shelves.most(kind, counts, TOP))
        return {"index": Index(plural, title, len(counts), listed, top)}

    edition.page(
        f"{here.url}index.html", "terms", repr(sorted(counts.items())).encode(), here, variables
    )


def _plain(name: str) -> str:
    """Return a name for sorting: "Écrins" stands with E."""
    return "".join(
        letter for letter in normalize("NFKD", name) if letter.isalnum() or letter == " "
    ).casefold()
