"""The archive owner's own authority: add, rename, merge and forbid headings by spreadsheet.

`authority/countries.csv` and `authority/organizations.csv` in the archive folder have a row for
each heading to change; an empty cell leaves what is. An unknown code or key adds a heading.
`names` adds written forms, `forbid` takes some away, `redirect` gives a heading's tags to another,
`formerly` lists headings it had before, whose addresses shall lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TypeVar

from newsdesk.authority.tables import own_rows, several
from newsdesk.errors import BadSetting

COUNTRY_COLUMNS = ("code", "heading", "wikidata", "names", "forbid", "redirect", "formerly")
ORGANIZATION_COLUMNS = (
    "key", "heading", "acronym", "type", "country", "wikidata", "names", "forbid", "redirect",
    "formerly", "rule",
)  # fmt: skip
TYPES = (
    "agency armed-forces armed-group central-bank company court exchange intergovernmental "
    "legislature media ministry ngo other party sport union wire"
).split()
# What a cell must look like, and how to say so.
FORMS = {
    "wikidata": (re.compile(r"Q[1-9]\d*"), "an item of Wikidata, as Q836"),
    "country": (re.compile(r"[A-Z]{2,4}"), "the code of a country, as MM"),
    "type": (re.compile("|".join(TYPES)), f"one of {', '.join(TYPES)}"),
}

H = TypeVar("H")


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What the owner says about the names of one desk."""

    names: Mapping[str, str] = field(default_factory=dict)  # Written form -> code.
    forbidden: frozenset[str] = frozenset()
    redirects: Mapping[str, str] = field(default_factory=dict)  # Code -> code.
    former: Mapping[str, str] = field(default_factory=dict)  # A heading that was -> code.


NO_RULES = OwnRules()


def overlay(
    headings: Mapping[str, H], path: Path, columns: tuple[str, ...], made: Callable[..., H]
) -> tuple[Mapping[str, H], OwnRules]:
    """Return the headings with the owner's table laid over them, and the rules on names.

    Raises BadSetting with file and line for a row without a code, a new heading without a name,
    a code given twice, or a redirect to nowhere or in a circle.
    """
    if not path.exists():
        return headings, NO_RULES
    headings = dict(headings)
    names: dict[str, str] = {}
    forbidden: set[str] = set()
    redirects: dict[str, str] = {}
    former: dict[str, str] = {}
    seen: dict[str, int] = {}
    for line, row in own_rows(path, columns):
        code = row[columns[0]]
        where = f"{path}, line {line}"
        if not code:
            raise BadSetting(f"{where}: the {columns[0]} is empty; every row needs one.")
        if code in seen:
            raise BadSetting(f"{where}: {code} is already in line {seen[code]}; keep one row.")
        seen[code] = line
        if code not in headings and not row["heading"]:
            raise BadSetting(f"{where}: {code} is a new heading and needs its name in `heading`.")
        _check_cells(row, where)
        old = headings.get(code)
        headings[code] = _changed(old, code, row, made)
        was = [*several(row["formerly"]), getattr(old, "heading", "")]
        now = [getattr(headings[code], "heading", "")] if row["redirect"] else []
        former |= dict.fromkeys(was + now, code)
        names |= dict.fromkeys(several(row["names"]), code)
        forbidden |= set(several(row["forbid"]))
        if row["redirect"]:
            redirects[code] = row["redirect"]
    _check_redirects(redirects, headings, path)
    final = {heading: redirects.get(code, code) for heading, code in former.items() if heading}
    moved = {h: code for h, code in final.items() if getattr(headings[code], "heading", "") != h}
    return headings, OwnRules(names, frozenset(forbidden), redirects, moved)


def _check_cells(row: Mapping[str, str], where: str) -> None:
    for column, (form, words) in FORMS.items():
        cell = row.get(column, "")
        if cell and not form.fullmatch(cell):
            raise BadSetting(f"{where}, column {column}: «{cell}» is not {words}.")


def _changed(old: H | None, code: str, row: Mapping[str, str], made: Callable[..., H]) -> H:
    known = {f.name for f in fields(made)}  # type: ignore[arg-type]
    cells: dict[str, object] = {k: v for k, v in row.items() if v and k in known}
    if "variants" in known:
        cells["variants"] = (*getattr(old, "variants", ()), *several(row["names"]))
    return replace(old, **cells) if old is not None else made(**cells)  # type: ignore[type-var]


def _check_redirects(
    redirects: Mapping[str, str], headings: Mapping[str, object], path: Path
) -> None:
    for code, target in redirects.items():
        if target not in headings:
            raise BadSetting(f"{path}: {code} redirects to {target}, which is no heading.")
        if target in redirects:
            raise BadSetting(
                f"{path}: {code} redirects to {target}, which itself redirects; name the last one."
            )
