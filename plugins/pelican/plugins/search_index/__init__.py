"""Pagefind after the pages: one index a year, the id tables, the word list and the manifest.

Runs on Pelican's `finalized`; `building.py` does the work and names the settings. Pelican imports
every plugin it finds at every start, so what is heavy is imported when there is something to do.
"""

from __future__ import annotations

from typing import Any

from blinker import signal
from pelican import signals

# Sent when the index of a site is built, with the Pelican object: `finalized` has no order.
indexed = signal("search_index_indexed")


def index_site(pelican: Any) -> None:
    """Build the search index of the site just written."""
    from .building import index_site as build

    build(pelican)
    indexed.send(pelican)


def register() -> None:
    """Connect to Pelican."""
    signals.finalized.connect(index_site)
