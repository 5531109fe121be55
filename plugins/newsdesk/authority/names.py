"""What countries are called, in English and in other languages: for readers, not for the desks."""

from __future__ import annotations

from functools import cache

from newsdesk.authority.tables import rows, several


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Return code -> its other names: English ones first, then those of CLDR, each once."""
    names: dict[str, dict[str, None]] = {}
    for row in rows("country_english.csv"):
        names.setdefault(row["code"], {}).update(dict.fromkeys(several(row["names"])))
    for row in sorted(rows("country_cldr.csv"), key=lambda row: row["lang"]):
        names.setdefault(row["code"], {})[row["name"]] = None
    return {code: tuple(each) for code, each in names.items()}
