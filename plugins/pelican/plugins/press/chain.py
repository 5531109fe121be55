"""The last link of a story's chain: from its content file to its page, as the last build left it.

`./inv trace` shows it behind the newsdesk's own links.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsdesk.fixity import sha256_of
from newsdesk.trace import Link

from .cache import Cache, cache_folder
from .digests import digest
from .record import Record
from .scan import UNKNOWN, Found

NAME = "page"


def page_link(settings: Mapping[str, Any], file: str, data: bytes) -> Link:
    """Return the link from a content file, its path below the articles' folder and its bytes."""
    cache = Cache(cache_folder(settings))
    record = _record(cache, settings, file)
    if record is None:
        told = "No build remembers this content file: build the site (./inv build)."
        return Link(NAME, "", "", "unknown", told)
    made, page = cache.manifest().get(record.url), Path(settings["OUTPUT_PATH"], record.url)
    if made is None:
        return Link(NAME, record.url, "", "unknown", "The last build did not come to its page.")
    if not page.is_file():
        return Link(NAME, record.url, "", "broken", "The page is gone; ./inv build makes it again.")
    found = sha256_of(page)
    if found != made.digest.hex():
        told = f"The page was changed since it was built (then {made.digest.hex()})."
        return Link(NAME, record.url, found, "broken", told)
    if record.digest != digest(data):
        told = "The page was built of other content than the file holds now: run ./inv build."
        return Link(NAME, record.url, found, "broken", told)
    return Link(NAME, record.url, found, "holds", "As it was built, of just this content file.")


def _record(cache: Cache, settings: Mapping[str, Any], file: str) -> Record | None:
    for folder in settings["ARTICLE_PATHS"]:
        path = f"{folder}/{file}" if folder else file
        known = cache.shard(Found(path, UNKNOWN).shard, None)
        if path in known:
            return known[path][1]
    return None
