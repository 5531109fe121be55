"""Who holds what: one run at a time writes an archive, one at a time its site."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from newsdesk.errors import InUse

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock still keeps two writers of a register apart
    fcntl = None  # type: ignore[assignment]

_held: set[IO[str]] = set()


@contextmanager
def held(path: Path, task: str, what: str, error: type[InUse] = InUse) -> Iterator[None]:
    """Hold `what` (as "the register") by the file `path` for one process.

    The system lets go of it even after kill -9; the file stays. Raises `error` with a sentence that
    names the task, the process, its machine and since when, if another run holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _take(file, task, what, error)
        _held.add(file)
        try:
            yield
        finally:
            _held.discard(file)


def _take(file: IO[str], task: str, what: str, error: type[InUse]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise error(
            f"{what[0].upper()}{what[1:]} is held by another run: {_told(file.read())}. "
            "Wait until it ends and run this again; nothing was changed."
        ) from None
    since = datetime.now(UTC).isoformat(" ", "seconds")
    holder = {"task": task, "pid": os.getpid(), "host": socket.gethostname(), "since": since}
    with suppress(OSError):  # on a full disk it is held all the same, by somebody unknown
        file.truncate(0)
        os.write(file.fileno(), json.dumps(holder).encode())


def _told(holder: str) -> str:
    with suppress(ValueError, KeyError, TypeError):
        one = json.loads(holder)
        return f"{one['task']} (process {one['pid']} on {one['host']}, since {one['since']})"
    return "process unknown"


def _let_go_in_child() -> None:
    """Close inherited locks: a worker that outlives its killed parent must not hold on to them."""
    for file in _held:
        with suppress(OSError):
            os.close(file.fileno())
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)
