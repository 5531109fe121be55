"""What the owner's own authority changes, and what in it looks wrong: `authority check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from newsdesk.authority.headings import Authority, Country, Organization, load
from newsdesk.authority.own import OwnRules

Heading = Country | Organization


def check(extra: Path) -> list[str]:
    """Return a sentence for each change the owner's tables make, in order of code.

    Raises BadSetting, with file and line, when a row is wrong.
    """
    ours, theirs = load(), load(extra)
    return [
        *_changes("country", ours.countries, theirs.countries, theirs.country_rules),
        *_changes(
            "organisation", ours.organizations, theirs.organizations, theirs.organization_rules
        ),
        *_clashes(theirs),
    ]


def _changes(
    what: str,
    ours: Mapping[str, Heading],
    theirs: Mapping[str, Heading],
    rules: OwnRules,
) -> Iterator[str]:
    for code, heading in sorted(theirs.items()):
        old = ours.get(code)
        if old is None:
            yield f"{code} is a new {what}: {heading.heading}."
        elif old.heading != heading.heading:
            yield f"{code} is renamed from {old.heading} to {heading.heading}."
    for code, target in sorted(rules.redirects.items()):
        yield f"{theirs[code].heading} is merged into {theirs[target].heading}."
    for surface, code in sorted(rules.names.items()):
        yield f'"{surface}" is read as {theirs[code].heading}.'
    for surface in sorted(rules.forbidden):
        yield f'"{surface}" is not read as a {what} any more.'


def _clashes(authority: Authority) -> Iterator[str]:
    """Yield a warning for a heading that two codes share: their pages would be one."""
    tables: tuple[Mapping[str, Heading], ...] = (authority.countries, authority.organizations)
    for headings in tables:
        seen: dict[str, str] = {}
        for code, heading in headings.items():
            if heading.heading in seen:
                first = seen[heading.heading]
                yield f"{first} and {code} are both called {heading.heading}: rename or merge one."
            seen[heading.heading] = code
