"""Editions for people without a network: the whole site, searchable, from a folder.

Editions are made of a finished site when somebody asks for one: `./inv offline` calls `orders`.
As a plugin it makes the site an app that a browser keeps (`app`), where OFFLINE_APP says so.
Pelican imports every plugin it finds at every start, so all of that is imported when it is wanted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any


def make_app(pelican: Any) -> None:
    """Make the app of the site just written, search index included, if OFFLINE_APP says so."""
    wanted, site = pelican.settings.get("OFFLINE_APP"), Path(pelican.settings["OUTPUT_PATH"])
    if not wanted and not (site / "sw.js").exists():
        return
    from pelican.plugins.press.errors import refused

    from .app import make_app as make
    from .app import remove_app

    try:
        make(pelican) if wanted else remove_app(site)
    except OSError as error:
        raise refused(error, "Pages and search are new, the app is as it was.") from error


def register() -> None:
    """Connect to the search index, which is packed too."""
    from pelican.plugins.search_index import indexed

    indexed.connect(make_app)
