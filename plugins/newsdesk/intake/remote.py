"""Dumps that lie elsewhere: addresses that fsspec knows, such as s3://bucket/dumps.

Each file is copied to this machine, read like any other, and deleted again, so that a dump of any
size needs the room of its largest file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newsdesk.errors import NotPossible
from newsdesk.intake import IntakeSettings
from newsdesk.intake import read as read_here
from newsdesk.records import RawDocument, SetAside

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+(?:://|::)", re.IGNORECASE)  # two letters or more: no drive


def is_address(words: str) -> bool:
    """Tell an address ("s3://bucket/dump") from a path."""
    return bool(ADDRESS.match(words))


def read(
    address: str, *, settings: IntakeSettings | None = None
) -> Iterator[RawDocument | SetAside]:
    """Yield every story under an address, as `intake.read` does of a path.

    Raises NotPossible when nothing is there, or when what reaches it is not installed.
    """
    system, root = _opened(address)
    try:
        names = sorted(system.find(root))
    except Exception as error:
        raise NotPossible(
            f"{address} cannot be listed: {_said(error)}; nothing was filed."
        ) from None
    if not names:
        raise NotPossible(f"There is nothing at {address}; nothing was filed.")
    for name in names:
        single = name == root
        inside = posixpath.basename(name) if single else posixpath.relpath(name, root)
        if ".." in inside.split("/"):
            continue
        with TemporaryDirectory() as folder:
            copy = Path(folder, inside)
            copy.parent.mkdir(parents=True, exist_ok=True)
            try:
                system.get_file(name, str(copy))
            except Exception as error:
                raise NotPossible(
                    f"{address} could not be read to its end ({name}: {_said(error)}). "
                    "What came before is filed; run this again to go on."
                ) from None
            yield from read_here(copy if single else Path(folder), settings=settings)


def _opened(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]
    except ImportError:
        raise NotPossible(
            "Reading from elsewhere needs the extra remote: run this again with "
            "BACKFILE_EXTRAS=remote; nothing was filed."
        ) from None
    try:
        system, root = url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise NotPossible(
            f"{address} cannot be opened: {_said(error)}; nothing was filed."
        ) from None
    return system, str(root).rstrip("/")


def _said(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
