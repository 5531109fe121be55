"""Pagefind after the pages: its indexes by year or month, id tables, word list and manifest.

Runs on Pelican's `finalized`; `building.py` does the work and names the settings. Pelican imports
every plugin it finds at every start, so what is heavy is imported when there is something to do.
"""

from __future__ import annotations

from typing import Any

from blinker import signal
from pelican import signals

# Sent when the index of a site is built, with the Pelican object: `finalized` has no order.
indexed = signal("search_index_indexed")


def begin_ahead(generator: Any) -> None:
    """Begin to index what changed, beside the reading of stories and the making of pages."""
    edition = generator.context.get("edition")
    if edition is None:  # press is not there
        return
    from .memory import index_path

    edition.writer.reserved[index_path(generator.settings)] = "search"
    if edition.streams and not edition.company:
        from .building import begin_ahead as begin

        edition.ahead = begin(generator.settings)


def index_site(pelican: Any) -> None:
    """Build the search index of the site just written."""
    from pelican.plugins.press.errors import refused

    from .building import index_site as build

    try:
        build(pelican)
    except OSError as error:
        raise refused(error, "The pages are new, the search index is as it was.") from error
    indexed.send(pelican)


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_init.connect(begin_ahead)
    signals.finalized.connect(index_site)
