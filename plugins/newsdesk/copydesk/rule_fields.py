"""The fields of a rule and of a pack: what each must be, and a sentence for what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, Literal, get_args

from newsdesk.copydesk.literals import parse

Place = Literal["line", "head", "tail", "start", "title", "end", "inside", "keep"]
Takes = Literal["", "before", "above", "next", "lines", "rest"]
Part = Literal["", "cover", "first", "head", "value", "summary", "opens", "tail", "foot", "ends"]
Rank = Literal["code", "header", "dateline", "url", "text", "credit", "site"]

FIELDS = frozenset(
    "title date source syndicator wire_id byline place lang rights url truncated".split()
)
SHOWN = 60  # characters of a wrong value

Kind = tuple[Callable[[Any], bool], str]  # what tells a right value, and what it is in words


def one_of(values: Iterable[str]) -> Kind:
    """Return the kind of a field that has one of a few values."""
    legal = tuple(values)
    return (lambda value: value in legal), f"one of {', '.join(map(repr, legal))}"


TEXT: Kind = (lambda value: isinstance(value, str)), "a text"
TEXTS: Kind = (
    lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value),
    'a list of texts, as ["Tide times: 05:12"]',
)
SWITCH: Kind = (lambda value: isinstance(value, bool)), "true or false"
WEIGHT: Kind = (
    lambda value: type(value) in (int, float) and 0 < value <= 1,
    "a number above 0 and at most 1: evidence below 1, a verdict at 1",
)
SETS: Kind = (
    lambda value: (
        isinstance(value, dict)
        and set(value) <= FIELDS
        and all(isinstance(one, str) for one in value.values())
    ),
    f'a table of texts, as {{ syndicator = "MENAFN" }}, by {", ".join(sorted(FIELDS))}',
)
RULE_KEYS: Mapping[str, Kind] = {
    "id": TEXT, "why": TEXT, "at": one_of(get_args(Place)), "pattern": TEXT, "matches": TEXTS,
    "spares": TEXTS, "takes": one_of(get_args(Takes)), "rank": one_of(get_args(Rank)),
    "weight": WEIGHT, "sets": SETS, "case": SWITCH, "anchors": TEXTS,
    "gives": one_of(sorted(FIELDS)), "ends": SWITCH, "frame": one_of(get_args(Part)),
}  # fmt: skip
PACK_KEYS: Mapping[str, Kind] = {"id": TEXT, "why": TEXT, "anchors": TEXTS}
TABLES: Mapping[str, Kind] = {
    "pack": ((lambda value: isinstance(value, dict)), "a table, [pack]"),
    "rule": (
        lambda value: isinstance(value, list) and all(isinstance(row, dict) for row in value),
        "a list of tables: [[rule]] above each",
    ),
}


def faults_of_pack(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with a pack but for its rules."""
    pack = table.get("pack")
    if not isinstance(pack, dict) or not pack.get("id") or not pack.get("why"):
        yield f"{name} needs a table [pack] with an id and a why."
    yield from wrong(name, table, TABLES)
    yield from wrong(f"{name}, [pack]", pack if isinstance(pack, dict) else {}, PACK_KEYS)


def faults_of_rule(where: str, row: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for every field of a rule that is missing or wrong."""
    missing = [key for key in ("id", "why", "at", "pattern", "matches") if not row.get(key)]
    for key in missing:
        yield f"{where}: the field {key} is missing or empty."
    yield from wrong(where, {key: row[key] for key in row if key not in missing}, RULE_KEYS)
    pattern = row.get("pattern")
    if not row.get("spares") and isinstance(pattern, str) and not is_literal(pattern):
        yield (
            f"{where}: the field spares is missing or empty; give it a block that looks alike and "
            "must stay. Only a pattern that is a text, figures aside, needs none."
        )


def wrong(where: str, table: Mapping[str, Any], keys: Mapping[str, Kind]) -> Iterator[str]:
    """Yield a sentence for every key of a table that is unknown or has no right value."""
    for key, value in table.items():
        if key not in keys:
            yield f"{where}: there is no field called {key}; known are {', '.join(keys)}."
        elif not keys[key][0](value):
            shown = f"{value!r:.{SHOWN}}" + "..." * (len(repr(value)) > SHOWN)
            yield f"{where}: the field {key} is {shown}; it should be {keys[key][1]}."


def is_literal(pattern: str) -> bool:
    """Tell whether a pattern is a text with figures masked, as `rules learn` and `review` write."""
    figures = [(op.IN, [(op.CATEGORY, op.CATEGORY_DIGIT)])]
    try:
        tree = parse(pattern)
    except (op.error, OverflowError, RecursionError):
        return True  # it is told elsewhere that this is no pattern
    return all(
        kind is op.LITERAL or (kind is op.MAX_REPEAT and list(value[2]) == figures)
        for kind, value in tree
    )
