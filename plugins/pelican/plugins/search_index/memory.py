"""What is remembered between builds, in JSON files that may be deleted at any time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from pelican.plugins.press.cache import cache_folder


def index_path(settings: Mapping[str, Any]) -> str:
    """Return the folder of a site's index in its output."""
    return str(settings.get("SEARCH_INDEX_PATH", "pagefind"))


def memory_of(settings: Mapping[str, Any]) -> Path:
    """Return the folder of what is remembered of a site's index."""
    return cache_folder(settings) / "search_index"


def recall(path: Path) -> Any:
    """Return what a file remembers; None if there is none or a power failure cut it off."""
    try:
        return orjson.loads(path.read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return None
