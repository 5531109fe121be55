"""What is remembered between builds, in JSON files that may be deleted at any time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson


def recall(path: Path) -> Any:
    """Return what a file remembers; None if there is none or a power failure cut it off."""
    try:
        return orjson.loads(path.read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return None
