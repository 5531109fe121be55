"""press's settings and their defaults; docs/press.md explains each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import Refused

DEFAULTS: dict[str, Any] = {
    # Where terms live. `{slug}` is made from the heading.
    "COUNTRY_URL": "country/{slug}/",
    "ORGANIZATION_URL": "organization/{slug}/",
    "SOURCE_URL": "source/{slug}/",
    "COUNTRIES_URL": "country/",
    "ORGANIZATIONS_URL": "organization/",
    "SOURCES_URL": "source/",
    # Undated stories: they have no year to live under.
    "UNDATED_URL": "undated/",
    "UNDATED_ARTICLE_URL": "undated/{slug}.html",
    # A folder with the owner's own countries.csv and organizations.csv; None: beside the content.
    "AUTHORITY_PATH": None,
    # Processes that read and write at once; None: as many as there are cores and work.
    "PRESS_WORKERS": None,
    # Stories on one page of a list.
    "STORIES_PER_PAGE": 20,
}

# Pelican leaves these empty, and an archive is browsed by them.
ARCHIVE_URLS = {
    "YEAR_ARCHIVE_URL": "{date:%Y}/",
    "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/",
    "DAY_ARCHIVE_URL": "{date:%Y}/{date:%m}/{date:%d}/",
}

# Settings that count something, of which there must be one.
WHOLE_NUMBERS = ("STORIES_PER_PAGE", "PRESS_WORKERS", "SEARCH_INDEX_MEMORY")
# Settings of Pelican that stories would not hear: why, and what to do.
UNHEARD = {
    "WITH_FUTURE_DATES": (
        True,
        "every story filed is published. Leave it out, and give a story that has to wait the "
        "status draft",
    ),
    "DELETE_OUTPUT_DIRECTORY": (
        False,
        "what is stale goes at the end of every build, and until then the last good site stays. "
        "Leave it out (and -d); ./inv rebuild makes everything anew",
    ),
    "TYPOGRIFY": (False, "a story is shown as it was filed. Leave it out"),
    "DEFAULT_METADATA": ({}, "what is said of a story stands in its content file. Write it there"),
}


def check(settings: Mapping[str, Any], streams: bool) -> None:
    """Raise Refused for a setting that cannot be heard; `streams` is True on our own road."""
    if streams and settings["RELATIVE_URLS"]:
        raise Refused(
            "RELATIVE_URLS does not work with this theme: its cards are made once and stand on "
            "lists of every depth. Leave it out and set SITEURL, or make an offline edition."
        )
    for name in WHOLE_NUMBERS:
        given = settings.get(name)
        if given is not None and (not isinstance(given, int) or given < 1):
            raise Refused(f"{name} is {given!r}, not a whole number from 1 on: mend it.")
    for name, (heard, reason) in UNHEARD.items():
        if settings[name] != heard:
            raise Refused(f"{name} = {settings[name]!r} is not heard here: {reason}.")
    folders = tuple(f"{folder}/" for folder in settings["ARTICLE_PATHS"])
    for path in settings["EXTRA_PATH_METADATA"]:
        if path.startswith(folders):
            raise Refused(
                f"EXTRA_PATH_METADATA speaks of {path}, but what is said of a story stands in its "
                "content file: write it there."
            )
