"""Accepting names from outside the file: each becomes a row of the owner's own table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from newsdesk.authority.headings import load
from newsdesk.authority.own import ORGANIZATION_COLUMNS
from newsdesk.authority.tables import FORMULA, parted_by
from newsdesk.errors import BadSetting

TABLE = "organizations.csv"


def accept(folder: Path, names: Iterable[str]) -> list[str]:
    """Add organisations to the owner's `organizations.csv`; return their keys, in order.

    The type is "other" and no country is given: a person fills them in. Raises BadSetting, writing
    nothing, for a name that a heading has already or that holds no letter.
    """
    from slugify import slugify  # takes long to load, and few runs accept a name

    known = load(folder).organizations
    headings = {body.heading.casefold(): key for key, body in known.items()}
    made: dict[str, str] = {}
    for name in (" ".join(name.split()) for name in names):
        if key := headings.get(name.casefold()):
            raise BadSetting(f"«{name}» is the heading of {key} already; nothing was accepted.")
        key = slugify(name).upper()
        if not key:
            raise BadSetting(f"«{name}» holds no letter a key could be made of.")
        while key in known or key in made:
            key += "-2"
        made[key] = name
        headings[name.casefold()] = key
    _append(folder / TABLE, made)
    return list(made)


def _append(path: Path, made: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    head = old.partition("\n")[0] or ",".join(ORGANIZATION_COLUMNS)
    columns = [name.strip() for name in head.split(parted_by(head))]
    if missing := [name for name in ("key", "heading") if name not in columns]:
        raise BadSetting(f"{path} has no column {missing[0]}; add it to the first line.")
    rows = io.StringIO()
    table = csv.DictWriter(rows, columns, delimiter=parted_by(head), lineterminator="\n")
    for key, name in made.items():
        safe = f"'{name}" if name.startswith(FORMULA) else name
        cells = {"key": key, "heading": safe, "type": "other"}
        table.writerow({name: cell for name, cell in cells.items() if name in columns})
    before = old if old.endswith("\n") else f"{old or head}\n"
    path.write_text(before + rows.getvalue(), encoding="utf-8")
