"""What occurs with what: countries against organisations, each cell a search.

The table shows the MOST of each; the CSV file beside it has every pair.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsdesk.cells import row
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum, Here

from .data import CSV, JSON, address, plan_json
from .shelves import Counted, Shelves
from .world import shade

MOST = {"country": 30, "organization": 16}
TOP = 12  # pairs named before the table


class Meeting(NamedTuple):
    """A cell: how many stories bear both headings, how dark it is, and the words that find them."""

    count: int
    level: int
    query: str


class Pair(NamedTuple):
    """A country and an organisation, how many stories bear both, and the words that find them."""

    country: Counted
    organization: Counted
    count: int
    query: str


class Line(NamedTuple):
    """A country and its cells, one for each organisation."""

    term: Counted
    cells: Sequence[Meeting]


@dataclass(frozen=True, slots=True)
class Together:
    """The matrix: see docs/theme.md."""

    organizations: Sequence[Counted]
    lines: Sequence[Line]
    top: Sequence[Pair]
    pairs: int
    csv: str


def plan_together(edition: Edition, shelves: Shelves) -> None:
    """Plan the matrix, its CSV file and its index.json."""
    pairs: Counter[tuple[str, str]] = Counter()
    for record in edition.catalogue:
        for country in record.countries:
            for body in record.organizations:
                pairs[country, body] += 1
    url = str(edition.settings["TOGETHER_URL"])
    path = f"{url}pairs.csv"
    said = edition.settings["JINJA_GLOBALS"]["_"]
    here = Here(
        "together",
        url,
        said("Countries and organizations together"),
        lang=edition.settings["DEFAULT_LANG"],
        data=[Datum(f"{url}index.json", JSON, "JSON"), Datum(path, CSV, "CSV")],
    )
    inputs = digest(repr(sorted(pairs.items())).encode())

    def ranked() -> list[tuple[tuple[str, str], int]]:
        return sorted(pairs.items(), key=_rank)

    def table() -> str:
        term = shelves.term
        lines = (
            (c, term("country", c).name, o, term("organization", o).name, count)
            for (c, o), count in ranked()
        )
        head = ("country", "country_heading", "organization", "organization_heading", "stories")
        return "".join(map(row, [head, *lines]))

    def content() -> dict[str, Any]:
        top = [
            {"country": c, "organization": o, "stories": n}
            for (c, o), n in ranked()[: MOST["country"] * MOST["organization"]]
        ]
        return {"kind": "together", "count": len(pairs), "csv": address(edition, path), "top": top}

    edition.page(
        f"{url}index.html",
        "together",
        inputs,
        here,
        lambda: {"together": _matrix(shelves, pairs, path)},
    )
    edition.file(path, inputs, table)
    plan_json(edition, url, inputs, make=content)


def _matrix(shelves: Shelves, pairs: Counter[tuple[str, str]], path: str) -> Together:
    """Return the matrix of those that meet most often."""
    met = {"country": Counter[str](), "organization": Counter[str]()}
    for (country, body), count in pairs.items():
        met["country"][country] += count
        met["organization"][body] += count
    bodies = shelves.counted(
        "organization", shelves.most("organization", met["organization"], MOST["organization"])
    )
    countries = shelves.counted("country", shelves.most("country", met["country"], MOST["country"]))
    shown = {(c.code, b.code): pairs[c.code, b.code] for c in countries for b in bodies}
    most = max(shown.values(), default=1)
    lines = [Line(c, [_meeting(shown, most, c.code, b.code) for b in bodies]) for c in countries]
    most_often = heapq.nsmallest(TOP, pairs.items(), key=_rank)
    top = [
        Pair(
            *shelves.counted("country", [(country, count)]),
            *shelves.counted("organization", [(body, count)]),
            count,
            _query(country, body),
        )
        for (country, body), count in most_often
    ]
    return Together(bodies, lines, top, len(pairs), path)


def _meeting(shown: dict[tuple[str, str], int], most: int, country: str, body: str) -> Meeting:
    count = shown[country, body]
    return Meeting(count, shade(count, most), _query(country, body))


def _rank(pair: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -pair[1], pair[0]


def _query(country: str, body: str) -> str:
    return f'country:"{country}" organization:"{body}"'
