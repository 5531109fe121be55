"""Shelves: the stories of every country, organisation and source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pelican.plugins.press.edition import Edition
from pelican.plugins.press.record import Record
from pelican.plugins.press.terms import KINDS, Kind, Term


@dataclass(frozen=True, slots=True)
class Counted:
    """A term and how many stories bear it."""

    heading: str
    url: str
    code: str
    count: int
    acronym: str = ""
    recent: int = 0


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


def is_about(record: Record, kind: Kind, code: str) -> bool:
    """Tell whether a story is about a country or an organisation; no story is about a source."""
    if kind == "country":
        return code in record.countries[: record.about_countries]
    return kind == "organization" and code in record.organizations[: record.about_organizations]
