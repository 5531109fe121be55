"""The SHA-256 of every file of the index, kept so that a changed byte of it can be named.

A file is summed when this build may have written it. What an unchanged shard holds keeps the sum it
had: summing it again would take a file that somebody changed meanwhile for ours.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

import orjson
from newsdesk.disk import write_aside

from .memory import recall

NAME = "made.json"
MANIFEST = "manifest.json"
SHARED = ""

Stamp = tuple[int, int]  # size, and time in nanoseconds
TWINS = "twins.json"  # written apart from its shard, see copies.py


def write_sums(output: Path, memory: Path, kept: Collection[str]) -> None:
    """Sum the files of the index in `output`; `kept` are the shards that were not built anew."""
    before = _recalled(memory)
    made = {
        told: file
        for told, file in before.items()
        for shard, _, name in (told.partition("/"),)
        if shard in kept and name != TWINS
    }
    known = {told.partition("/")[0] for told in made}
    for told, stamp in _there(output, known):
        made[told] = _sha256(output / told), *stamp
    write_aside(memory / NAME, orjson.dumps(made))


def forget_sums(memory: Path, shards: Collection[str]) -> None:
    """Forget the sums of shards that are about to be built: cut off, they are not as they were."""
    before = _recalled(memory)
    left = {told: file for told, file in before.items() if told.partition("/")[0] not in shards}
    if left != before:
        write_aside(memory / NAME, orjson.dumps(left))


def read_sums(memory: Path) -> dict[str, str]:
    """Return path -> SHA-256 of the index as the last build left it; empty when nobody knows."""
    return {told: digest for told, (digest, *_) in _recalled(memory).items()}


def remove_made(output: Path, memory: Path) -> None:
    """Delete from `output` every file that the last build made, and folders left empty."""
    for told in read_sums(memory):
        (output / told).unlink(missing_ok=True)
    for folder, _, _ in os.walk(output, topdown=False):
        with suppress(OSError):  # it holds what others put there
            os.rmdir(folder)


def damaged(output: Path, memory: Path) -> set[str]:
    """Return the shards of which a file is gone, or is not the one that the last build left.

    SHARED stands for the files that all of them share.
    """
    there = dict(_there(output))
    return {
        shard if name else SHARED
        for told, (_, *stamp) in _recalled(memory).items()
        if there.get(told) != tuple(stamp)
        for shard, _, name in (told.partition("/"),)
        if name != TWINS and told != MANIFEST  # they are written at every build
    }


def _recalled(memory: Path) -> dict[str, tuple[str, int, int]]:
    return dict(recall(memory / NAME) or {})


def _there(output: Path, known: Collection[str] = ()) -> Iterator[tuple[str, Stamp]]:
    """Yield path and stamp of every file of the index, of `known` shards their list of twins."""
    root = len(str(output)) + 1
    for folder, folders, names in os.walk(output):
        folders.sort()
        if folder[root:] in known:
            folders.clear()
            names = [name for name in names if name == TWINS]
        for name in sorted(names):
            path = f"{folder}{os.sep}{name}"
            stat = os.stat(path)
            yield path[root:].replace(os.sep, "/"), (stat.st_size, stat.st_mtime_ns)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
