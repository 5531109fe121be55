"""The agencies and press-release wires that datelines name, read from rules/agencies.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from newsdesk.copydesk.calendars import folded


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency, or a wire that carries the releases of others (`is_wire`)."""

    name: str
    is_wire: bool


@lru_cache(maxsize=1)
def agencies() -> dict[str, Agency]:
    """Return every agency by each form of its name, folded and in lower case."""
    table = tomllib.loads((files("newsdesk.rules") / "agencies.toml").read_text("utf-8"))
    known: dict[str, Agency] = {}
    for row in table["agency"]:
        agency = Agency(row["name"], row["kind"] == "wire")
        for form in row["names"]:
            known.setdefault(folded(form).lower(), agency)
    return known


def agency_of(words: str) -> Agency | None:
    """Return the agency a text names, None if it names none. `dpa/sn` is dpa's Saxon desk."""
    plain = folded(words).lower().strip(" .,:;'\"«»*")
    known = agencies()
    found = known.get(plain)
    if found is None and "/" in plain:
        found = known.get(plain.split("/")[0].strip())
    if found is None and "-" in plain:
        found = known.get(plain.split("-")[0].strip())
    return found


def credit(words: str) -> str:
    """Return the name a story is credited to: the agency's own, or the printed non-Latin form."""
    agency = agency_of(words)
    bare = words.strip(" ,:;«»/[]*")
    if agency is not None or bare.count("(") != bare.count(")"):
        bare = bare.strip(".()")
    if agency is None or (not bare[:1].isascii() and not "\u00c0" <= bare[:1] <= "\u024f"):
        return bare
    return agency.name
