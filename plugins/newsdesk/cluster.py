"""Work handed to a Dask cluster, in order: the same seam as workers.py, other machines behind it.

A worker that dies loses nothing: the scheduler gives what it held to another. The results come
back here, where one writer enters them, so nothing is entered twice either.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from newsdesk.archive import Archive
from newsdesk.errors import NotPossible

Task = TypeVar("Task")
Result = TypeVar("Result")

BATCH = 50
AHEAD = 4  # batches in flight for each thread of the cluster
SECONDS_TO_CONNECT = 10

_settled: set[tuple[Any, ...]] = set()


def in_order(
    address: str,
    tasks: Iterable[Task],
    work: Callable[[list[Task]], list[Result]],
    settle: Callable[..., None],
    facts: tuple[Any, ...] = (),
) -> Generator[tuple[Task, Result | None]]:
    """Yield every task with its result, in order; None where the task killed each worker it met.

    `address` is that of a Dask scheduler, "tcp://host:8786"; `work` makes the results of a batch,
    in its order; `settle(*facts)` prepares a worker once. Raises NotPossible when there is no
    scheduler, no worker, or no Dask here.
    """
    client = _client(address)
    try:
        threads = sum(client.nthreads().values())
        if not threads:
            raise NotPossible(
                f"The scheduler at {address} has no workers. Start some (dask worker {address}) "
                "and run this again; nothing was filed."
            )
        executor = client.get_executor(pure=False)
        waiting: deque[tuple[list[Task], Any]] = deque()
        tasks = iter(tasks)
        while batch := list(islice(tasks, BATCH)):
            waiting.append((batch, executor.submit(_work_through, work, batch, settle, facts)))
            if len(waiting) > AHEAD * threads:
                yield from _done(executor, *waiting.popleft(), work, settle, facts)
        while waiting:
            yield from _done(executor, *waiting.popleft(), work, settle, facts)
    finally:
        client.close()


def fingerprint(archive: Archive) -> str:
    """Return the hash of an archive's own rules and headings, for workers elsewhere to compare."""
    digest = sha256(repr(sorted(archive.settings.items())).encode())
    for folder in filter(None, (archive.rules, archive.authority)):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(archive.root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def same_everywhere(root: Path, expected: str) -> None:
    """Refuse to work by other rules than those of the machine that asked. Raises NotPossible."""
    if fingerprint(Archive.open(root)) != expected:
        raise NotPossible(
            f"A worker of the cluster finds other rules or headings in {root} than this machine. "
            "Let all of them see the archive's folder at the same path; nothing was filed."
        )


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise NotPossible(
            "Handing work to a cluster needs the extra dask: run this again with "
            "BACKFILE_EXTRAS=dask; nothing was filed."
        ) from None
    try:
        return Client(address, timeout=SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NotPossible(
            f"No Dask scheduler answers at {address} ({error}). "
            "Start it (dask scheduler) or mend the address; nothing was filed."
        ) from None


def _done(
    executor: Any,
    batch: list[Task],
    given: Any,
    work: Callable[[list[Task]], list[Result]],
    settle: Callable[..., None],
    facts: tuple[Any, ...],
) -> Iterator[tuple[Task, Result | None]]:
    from distributed import KilledWorker

    try:
        yield from zip(batch, given.result(), strict=True)
    except KilledWorker:  # a document of this batch took several workers along: find it
        for task in batch:
            try:
                (result,) = executor.submit(_work_through, work, [task], settle, facts).result()
            except KilledWorker:
                result = None
            yield task, result


def _work_through(
    work: Callable[[list[Task]], list[Result]],
    batch: list[Task],
    settle: Callable[..., None],
    facts: tuple[Any, ...],
) -> list[Result]:
    key = (settle.__qualname__, *map(str, facts))
    if key not in _settled:
        settle(*facts)
        _settled.add(key)
    return work(batch)
