"""press's settings and their defaults; docs/press.md explains each."""

from __future__ import annotations

from typing import Any

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
