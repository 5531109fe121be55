"""The headings themselves: one record per country and organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsdesk.authority.own import (
    COUNTRY_COLUMNS,
    NO_RULES,
    ORGANIZATION_COLUMNS,
    OwnRules,
    overlay,
)
from newsdesk.authority.tables import raw, rows, several

TABLES = ("countries.csv", "organizations.csv")


@dataclass(frozen=True, slots=True)
class Country:
    """A country heading. `code` is ISO 3166-1 alpha-2, or the older code of a `former` one."""

    code: str
    heading: str
    alpha3: str = ""
    wikidata: str = ""
    former: bool = False
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation heading. `key` never changes once published: it is in URLs.

    `rule` says what its ambiguous forms need (see desks/cues.py). A mention of it is one of the
    organisation it is `part_of` too: the first of them that the story speaks of, else the last.
    """

    key: str
    heading: str
    acronym: str = ""
    type: str = ""
    country: str = ""
    wikidata: str = ""
    variants: tuple[str, ...] = ()
    rule: str = ""
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """Both heading lists, looked up by code or key."""

    countries: Mapping[str, Country]
    organizations: Mapping[str, Organization]
    country_rules: OwnRules = NO_RULES
    organization_rules: OwnRules = NO_RULES

    def country(self, code: str) -> Country:
        """Return the country of a code; KeyError when no heading has it."""
        return self.countries[code]

    def organization(self, key: str) -> Organization:
        """Return the organisation of a key; KeyError when no heading has it."""
        return self.organizations[key]

    def successors(self, code: str) -> tuple[Country, ...]:
        """Return the countries that followed a former one (see-also)."""
        return tuple(self.countries[after] for after in self.countries[code].successors)

    def predecessors(self, code: str) -> tuple[Country, ...]:
        """Return the former countries that a country was part of (see-also)."""
        return tuple(c for c in self.countries.values() if code in c.successors)


def load(extra: Path | None = None) -> Authority:
    """Return the authority; `extra` is the user's `authority/` folder, if there is one.

    Raises BadSetting for a row of the user's tables that is wrong.
    """
    countries, organizations = _shipped()
    if extra is None:
        return Authority(countries, organizations)
    countries, country_rules = overlay(countries, extra / "countries.csv", COUNTRY_COLUMNS, Country)
    organizations, organization_rules = overlay(
        organizations, extra / "organizations.csv", ORGANIZATION_COLUMNS, Organization
    )
    return Authority(countries, organizations, country_rules, organization_rules)


@cache
def _shipped() -> tuple[Mapping[str, Country], Mapping[str, Organization]]:
    """Return the headings of our own tables, read once a process however often it builds."""
    return (
        {row["code"]: _country(row) for row in rows("countries.csv")},
        {row["key"]: _organization(row) for row in rows("organizations.csv")},
    )


def written(extra: Path | None = None) -> list[bytes]:
    """Return the bytes of all tables that `load` reads, without reading what they say."""
    own = [extra / name for name in TABLES] if extra else []
    return [*map(raw, TABLES), *(path.read_bytes() for path in own if path.exists())]


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        row["code"],
        row["heading"],
        row["alpha3"],
        row["wikidata"],
        row["former"] == "yes",
        several(row["successors"]),
    )


def _organization(row: Mapping[str, str]) -> Organization:
    return Organization(
        row["key"],
        row["heading"],
        row["acronym"],
        row["type"],
        row["country"],
        row["wikidata"],
        several(row["variants"]),
        row["rule"],
        several(row["part_of"]),
    )
