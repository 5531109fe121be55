"""The world by coverage: a map of squares, one for each country, for all years and for each.

All squares have one size, so small countries are as easy to see as large ones. The table below the
map says the same in words. The places of the squares are those of the search page's map.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, log
from pathlib import Path
from typing import Any, NamedTuple

from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum, Here

from .data import JSON, address, plan_json
from .periods import Chronology, Link
from .shelves import Counted, Shelves

GRID = Path(__file__).parents[1] / "search_index" / "worldgrid.csv"
DARKEST = 4


class Square(NamedTuple):
    """A country on the map; `level` is 0 to 4, `term` None without a story."""

    code: str
    column: int
    row: int
    level: int
    term: Counted | None


@dataclass(frozen=True, slots=True)
class World:
    """A map and its table: see docs/theme.md."""

    label: str
    years: Sequence[Link]
    squares: Sequence[Square]
    columns: int
    rows: int
    table: Sequence[Counted]
    elsewhere: Sequence[Counted]


@cache
def grid() -> dict[str, tuple[int, int]]:
    """Return the column and row of every country's square."""
    with GRID.open(encoding="utf-8", newline="") as rows:
        places = {r["code"]: (int(r["column"]), int(r["row"])) for r in csv.DictReader(rows)}
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    return {code: (column - left, row - top) for code, (column, row) in places.items()}


def shade(count: int, most: int) -> int:
    """Return how dark a square is, by the order of magnitude beside the greatest."""
    return max(1, ceil(DARKEST * log(1 + count) / log(1 + most))) if count else 0


def year_url(edition: Edition, year: str) -> str:
    """Return the address of a year's map."""
    return f"{edition.settings['WORLD_URL']}{year}/"


def plan_world(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the map of all years and one of each."""
    by_year: dict[str, Counter[str]] = defaultdict(Counter)
    for record in edition.catalogue:
        by_year[record.iso[:4]].update(record.countries)
    by_year.pop("", None)
    url = str(edition.settings["WORLD_URL"])
    years = [Link(year, year_url(edition, year)) for year in reversed(time.years)]
    _plan(edition, shelves, url, "", shelves.counts["country"], years)
    for link in years:
        _plan(edition, shelves, link.url, link.label, by_year[link.label], years)


def _plan(
    edition: Edition,
    shelves: Shelves,
    url: str,
    label: str,
    counts: dict[str, int],
    years: Sequence[Link],
) -> None:
    said = edition.settings["JINJA_GLOBALS"]["_"]
    title = said("The world") if not label else f"{said('The world')}, {label}"
    data = [Datum(f"{url}index.json", JSON, "JSON")]
    here = Here("world", url, title, lang=edition.settings["DEFAULT_LANG"], data=data)
    inputs = digest(repr((sorted(counts.items()), years)).encode())

    def variables() -> dict[str, Any]:
        return {"world": _world(shelves, label, counts, years)}

    def content() -> dict[str, Any]:
        ranked = shelves.most("country", counts, len(counts))
        return {
            "kind": "world",
            "year": label or None,
            "years": {link.label: address(edition, link.url) for link in years},
            "countries": dict(ranked),
        }

    edition.page(f"{url}index.html", "world", inputs, here, variables)
    plan_json(edition, url, inputs, make=content)


def _world(shelves: Shelves, label: str, counts: dict[str, int], years: Sequence[Link]) -> World:
    ranked = shelves.counted("country", shelves.most("country", counts, len(counts)))
    terms = {counted.code: counted for counted in ranked}
    most = max(counts.values(), default=1)
    squares = [
        Square(code, column, row, shade(counts.get(code, 0), most), terms.get(code))
        for code, (column, row) in grid().items()
    ]
    return World(
        label,
        years,
        sorted(squares, key=lambda square: (square.row, square.column)),
        1 + max(square.column for square in squares),
        1 + max(square.row for square in squares),
        ranked,
        [counted for counted in ranked if counted.code not in grid()],
    )
