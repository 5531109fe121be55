"""The settings of finding_aids and their defaults; docs/finding_aids.md explains each."""

from __future__ import annotations

from typing import Any, NamedTuple

from pelican.plugins.press.engine import Press
from pelican.plugins.press.errors import Refused
from pelican.plugins.press.here import Feed


class MenuItem(NamedTuple):
    """An entry of the main menu; it is current on pages of `kinds`."""

    kind: str
    label: str
    url: str
    kinds: tuple[str, ...]


SCOPES = ("primary", "mentioned")
DEFAULTS: dict[str, Any] = {
    # Which stories the feed and the search filter of a country or organisation hold: those about
    # it ("primary"), or every one that touches it ("mentioned").
    "TAG_SCOPE": "primary",
    # Entries of a feed.
    "FEED_ENTRIES": 50,
    # Addresses in one part of the sitemap: its standard allows no more.
    "SITEMAP_SIZE": 50_000,
    # Where the direct template `search` goes, if DIRECT_TEMPLATES names it.
    "SEARCH_URL": "search/",
    # Stories in one CSV file of a list.
    "CSV_ROWS": 20_000,
    # Where the world by coverage, and what occurs with what, are shown.
    "WORLD_URL": "world/",
    "TOGETHER_URL": "together/",
    # Days without a story that a source's page calls a gap.
    "GAP_DAYS": 30,
}


def prepare(pelican: Any) -> None:
    """Fill in defaults; refuse to run without press, whose records these pages are made of."""
    if not isinstance(pelican, Press):
        raise Refused(
            "The plugin finding_aids needs press: write `from pelican.plugins.press import Press` "
            "and `PELICAN_CLASS = Press` in pelicanconf.py, or take finding_aids out of PLUGINS."
        )
    for name, value in DEFAULTS.items():
        pelican.settings.setdefault(name, value)
    if (scope := pelican.settings["TAG_SCOPE"]) not in SCOPES:
        raise Refused(f"TAG_SCOPE is «{scope}»; write one of {', '.join(SCOPES)}.")


def menu(settings: dict[str, Any], world: bool) -> list[MenuItem]:
    """Return the main menu, with the world and a search page where there are such."""
    bodies = settings["ORGANIZATIONS_URL"]
    items = [
        MenuItem("front", "Front page", "", ("front", "day", "month", "year", "undated")),
        MenuItem("countries", "Countries", settings["COUNTRIES_URL"], ("countries", "country")),
        MenuItem("organizations", "Organizations", bodies, ("organizations", "organization")),
        MenuItem("sources", "Sources", settings["SOURCES_URL"], ("sources", "source")),
    ]
    if world:
        items.append(MenuItem("world", "World", settings["WORLD_URL"], ("world", "together")))
    if "search" in settings["DIRECT_TEMPLATES"]:
        items.append(MenuItem("search", "Search", settings["SEARCH_URL"], ("search",)))
    return items


def site_feed(settings: dict[str, Any]) -> Feed:
    """Return the feed of the whole site."""
    return Feed("feed.xml", settings["SITENAME"])
