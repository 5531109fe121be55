"""The same lists for machines: index.json beside each list, its stories as CSV.

CSV files are filled from the oldest story like pages and parts of the sitemap, so a full one never
changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson
from newsdesk.cells import row
from pelican.plugins.press.contentfile import plain
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum
from pelican.plugins.press.record import Record

NEWEST = 20  # stories that the index.json of a long list names
COLUMNS = ("date", "title", "source", "countries", "organizations", "lang", "url", "sha256")
JSON, CSV = "application/json", "text/csv"


def described(records: Sequence[Record], url: str, rows: int) -> list[Datum]:
    """Return what a list offers to machines: its index.json, and its stories as CSV."""
    files = range(1, max(1, -(-len(records) // rows)) + 1)
    return [
        Datum(f"{url}index.json", JSON, "JSON"),
        *(
            Datum(f"{url}stories-{n}.csv", CSV, f"CSV {n}" if len(files) > 1 else "CSV")
            for n in files
        ),
    ]


def plan_list_data(
    edition: Edition, url: str, records: Sequence[Record], facts: Mapping[str, Any]
) -> None:
    """Plan index.json and the CSV files of a list. `facts` are what only this kind of list has."""
    rows: int = edition.settings["CSV_ROWS"]
    files = [d.url for d in described(records, url, rows) if d.type == CSV]
    for number, path in enumerate(files):
        plan_csv(edition, path, records[number * rows : (number + 1) * rows])
    newest = records[: -NEWEST - 1 : -1]
    told = {**facts, "stories": len(records), "by_year": by_year(records)}

    def content() -> dict[str, Any]:
        return {
            **told,
            "csv": [address(edition, path) for path in files],
            "newest": [story_facts(edition, record) for record in newest],
        }

    plan_json(edition, url, repr(told).encode(), shown(newest), make=content)


def plan_json(
    edition: Edition, url: str, *inputs: bytes, make: Callable[[], dict[str, Any]]
) -> None:
    """Plan the index.json of a page at `url`, from the hash of what `make` puts into it."""
    path = f"{url}index.json"

    def text() -> str:
        return orjson.dumps(
            {"url": address(edition, url), **make()}, option=orjson.OPT_INDENT_2
        ).decode()

    edition.file(path, digest(b"json", url.encode(), *inputs), text)


def plan_csv(edition: Edition, path: str, records: Sequence[Record]) -> None:
    """Plan a CSV file of stories, oldest first."""

    def text() -> str:
        return "".join((row(COLUMNS), *(story_row(edition, record) for record in records)))

    edition.file(path, digest(b"csv", shown(records)), text)


def story_row(edition: Edition, record: Record) -> str:
    """Return a story as a line of CSV, made once however many files it is in."""
    line = edition.lines.get(record.url)
    if line is None:
        line = edition.lines[record.url] = row(
            (
                record.iso or record.partial_date,
                plain(record.title),
                record.source,
                "; ".join(record.countries),
                "; ".join(record.organizations),
                record.lang,
                address(edition, record.url),
                record.story,
            )
        )
    return line


def story_facts(edition: Edition, record: Record) -> dict[str, Any]:
    """Return a story as index.json names it."""
    return {
        "title": plain(record.title),
        "url": address(edition, record.url),
        "date": record.iso or record.partial_date,
        "lang": record.lang,
        "source": record.source,
        "countries": record.countries,
        "organizations": record.organizations,
        "sha256": record.story,
    }


def by_year(records: Sequence[Record]) -> dict[str, int]:
    """Return how many stories there are of each year; undated ones are in none."""
    counts = Counter(record.iso[:4] for record in records if record.iso)
    return dict(sorted(counts.items()))


def address(edition: Edition, url: str) -> str:
    """Return the address of a page: whole, or from the site's root when it has no SITEURL."""
    return f"{edition.settings['SITEURL']}/{url}"


def shown(records: Sequence[Record]) -> bytes:
    """Return the hash of all that data files say of some stories."""
    urls = "\n".join(record.url for record in records)
    return digest(b"".join(record.digest for record in records), urls.encode())
