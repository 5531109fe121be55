"""The SHA-256 of every file of the index, kept so that a changed byte of it can be named.

A file is summed when this build may have written it. What an unchanged shard holds keeps the sum it
had: summing it again would take a file that somebody changed meanwhile for ours.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from pathlib import Path

import orjson
from newsdesk.filing import write_aside

from .memory import recall

NAME = "files.json"
TWINS = "twins.json"  # written apart from its shard, see copies.py


def write_sums(output: Path, memory: Path, kept: Collection[str]) -> None:
    """Sum the files of the index in `output`; `kept` are the shards that were not built anew."""
    before = read_sums(memory)
    sums = {}
    root = len(str(output)) + 1
    for folder, folders, names in os.walk(output):
        folders.sort()
        inside = f"{folder[root:]}/".replace(os.sep, "/").lstrip("/")
        known = inside.partition("/")[0] in kept
        for name in sorted(names):
            told = inside + name
            ours = known and name != TWINS and told in before
            sums[told] = before[told] if ours else _sha256(output / told)
    lost = {told: digest for told, digest in before.items() if told.partition("/")[0] in kept}
    write_aside(memory / NAME, orjson.dumps({**lost, **sums}))


def forget_sums(memory: Path, shards: Collection[str]) -> None:
    """Forget the sums of shards that are about to be built: cut off, they are not as they were."""
    before = read_sums(memory)
    left = {told: digest for told, digest in before.items() if told.partition("/")[0] not in shards}
    if left != before:
        write_aside(memory / NAME, orjson.dumps(left))


def read_sums(memory: Path) -> dict[str, str]:
    """Return path -> SHA-256 of the index as the last build left it; empty when nobody knows."""
    return dict(recall(memory / NAME) or {})


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
