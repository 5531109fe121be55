"""Reading the CSV tables of the authority, ours and the user's, with sentences for errors."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from newsdesk.errors import BadSetting

SEVERAL = "|"


def rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our own tables, as `rows("countries.csv")`."""
    source = resources.files("newsdesk.authority") / table
    yield from csv.DictReader(source.read_text(encoding="utf-8").splitlines())


def own_rows(path: Path, columns: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of a user's table; cells are stripped, missing ones empty.

    Raises BadSetting when the file is not UTF-8 or has columns nobody knows.
    """
    known = set(columns)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if strange := set(reader.fieldnames or ()) - known:
                raise BadSetting(
                    f"{path}: unknown column {sorted(strange)[0]!r}; "
                    f"the columns are {', '.join(sorted(known))}."
                )
            for row in reader:
                cells = {column: (row.get(column) or "").strip() for column in known}
                if any(cells.values()):
                    yield reader.line_num, cells
    except UnicodeDecodeError as error:
        raise BadSetting(f"{path} is not UTF-8; save it as CSV in UTF-8.") from error


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold several."""
    return tuple(part.strip() for part in cell.split(SEVERAL) if part.strip())
