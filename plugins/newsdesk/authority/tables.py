"""Reading the CSV tables of the authority, ours and the user's, with sentences for errors."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from newsdesk.errors import BadSetting

SEVERAL = "|"
FORMULA = tuple("=+-@")  # What a spreadsheet takes a cell that begins so for.


def rows(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of our own tables, as `rows("countries.csv")`."""
    source = resources.files("newsdesk.authority") / table
    cells = csv.reader(source.read_text(encoding="utf-8").splitlines())
    columns = next(cells)
    yield from (dict(zip(columns, row, strict=True)) for row in cells)


def raw(table: str) -> bytes:
    """Return one of our own tables as it lies on the disk."""
    return (resources.files("newsdesk.authority") / table).read_bytes()


def own_rows(path: Path, columns: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of a user's table; cells are stripped, missing ones empty.

    Commas, semicolons or tabs may part the cells, and an apostrophe that keeps a spreadsheet from
    reading a cell as a formula is dropped.
    Raises BadSetting when the file is not UTF-8, has columns nobody knows or a row too long.
    """
    known = set(columns)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head = lines.readline()
            lines.seek(0)
            reader = csv.DictReader(lines, delimiter=parted_by(head))
            if strange := {name.strip() for name in reader.fieldnames or ()} - known:
                raise BadSetting(
                    f"{path}, line 1: unknown column {sorted(strange)[0]!r}; "
                    f"the columns are {', '.join(sorted(known))}."
                )
            reader.fieldnames = [name.strip() for name in reader.fieldnames or ()]
            for row in reader:
                if None in row:
                    raise BadSetting(
                        f"{path}, line {reader.line_num}: the row has more cells than there are "
                        f"columns, from «{row[None][0]}» on. Put a cell that holds the separator "
                        'in double quotes: "Korea, North".'
                    )
                cells = {column: _cell(row.get(column)) for column in known}
                if any(cells.values()):
                    yield reader.line_num, cells
    except UnicodeDecodeError as error:
        raise BadSetting(f"{path} is not UTF-8; save it as CSV in UTF-8.") from error


def parted_by(head: str) -> str:
    """Return what parts the cells: a spreadsheet writes `;` where the comma is a decimal point."""
    return max(",;\t", key=head.count)


def _cell(value: str | None) -> str:
    cell = (value or "").strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold several."""
    return tuple(part.strip() for part in cell.split(SEVERAL) if part.strip())
