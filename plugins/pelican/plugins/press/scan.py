"""Finding the content files, and telling from their stamps which ones changed."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import translate
from typing import Any, NamedTuple

from .errors import BrokenStory

# A file written within this time of the scan may be written again without its stamp changing:
# file systems keep time in steps of up to 10 ms.
UNSURE_NS = 50_000_000
DAY = re.compile(r"(?:^|/)(\d{4})/(\d{2})/\d{2}/[^/]+$")

Stamp = tuple[int, int, int, int]
UNKNOWN: Stamp = (0, 0, 0, 0)


class Found(NamedTuple):
    """A content file: its path relative to PATH, and what tells that it was not touched since."""

    path: str
    stamp: Stamp

    @property
    def shard(self) -> str:
        """The month it is filed under, as `2025-01`; `other` outside the days."""
        day = DAY.search(self.path)
        return f"{day[1]}-{day[2]}" if day else "other"


def content_files(settings: Mapping[str, Any], extensions: frozenset[str]) -> list[Found]:
    """Return every content file of ARTICLE_PATHS that a reader knows, in order of path."""
    root = settings["PATH"]
    excluded = {os.path.normpath(os.path.join(root, path)) for path in settings["ARTICLE_EXCLUDES"]}
    newest = time.time_ns() - UNSURE_NS
    found = {
        found
        for path in settings["ARTICLE_PATHS"]
        for found in _walk(
            os.path.normpath(os.path.join(root, path)), root, excluded, settings, extensions, newest
        )
    }
    ordered = sorted(found)
    try:
        "".join(one.path for one in ordered).encode()
    except UnicodeEncodeError as error:
        raise _unnameable(ordered) from error
    return ordered


def _unnameable(found: Iterable[Found]) -> BrokenStory:
    paths = (one.path for one in found)
    name = next(ascii(path) for path in paths if path.encode(errors="ignore").decode() != path)
    return BrokenStory(f"The name of the content file {name} is not UTF-8: rename it.")


def _walk(
    folder: str,
    root: str,
    excluded: set[str],
    settings: Mapping[str, Any],
    extensions: frozenset[str],
    newest: int,
) -> Iterator[Found]:
    prefix = len(root.rstrip(os.sep)) + 1
    ignored = re.compile("|".join(map(translate, settings["IGNORE_FILES"])) or "(?!)").match
    folders = [folder] if os.path.isdir(folder) else []
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == "." or ignored(name):
                    continue
                if entry.is_dir():
                    if entry.path not in excluded:
                        folders.append(entry.path)
                elif name.rpartition(".")[2] in extensions:
                    yield Found(entry.path[prefix:].replace(os.sep, "/"), _stamp(entry, newest))


def _stamp(entry: os.DirEntry[str], newest: int) -> Stamp:
    stat = entry.stat()
    if max(stat.st_mtime_ns, stat.st_ctime_ns) > newest:
        return UNKNOWN
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino
