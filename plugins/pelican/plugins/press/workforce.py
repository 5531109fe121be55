"""Sharing work among processes: forked, so that nothing needs to be sent but the results."""

from __future__ import annotations

import gc
import marshal
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from newsdesk.workers import end_with

from .errors import PressError

Task = TypeVar("Task")
# Forking copies the page tables and gathering costs some too: below this it does not pay.
WORTH_SHARING = 1500


def size(wanted: int | None, tasks: int) -> int:
    """Return how many processes to use for some number of pages or stories."""
    if wanted is None:
        wanted = (
            len(os.sched_getaffinity(0))
            if hasattr(os, "sched_getaffinity")
            else os.cpu_count() or 1
        )
        if tasks < WORTH_SHARING:
            return 1
    return max(1, wanted) if hasattr(os, "fork") else 1


Work = Callable[[int, Sequence[Task]], Any]
Child = tuple[int, int]  # its number and the pipe its result comes by


def share(tasks: Sequence[Task], workers: int, work: Work[Task]) -> list[Any]:
    """Run `work(number, its tasks)` in several processes and return their results.

    Results must be what marshal can write. The first share is done here. A PressError raised in
    any process is raised here.
    """
    shares = [tasks[number::workers] for number in range(workers)]
    children = begin(shares[1:], 1, work)
    try:
        results = [work(0, shares[0])]
    finally:
        gathered = gather(children)
    return results + answers(gathered)


def begin(shares: Sequence[Sequence[Task]], first: int, work: Work[Task]) -> list[Child]:
    """Begin work in a process for each share; the first gets this number."""
    gc.freeze()
    return [_fork(work, first + at, tasks) for at, tasks in enumerate(shares)]


def gather(children: Sequence[Child]) -> list[tuple[str, Any]]:
    """Wait for processes to end, whatever became of their work."""
    return [_gather(child) for child in children]


def answers(gathered: Sequence[tuple[str, Any]]) -> list[Any]:
    """Return the results of processes, or raise what one of them raised."""
    for kind, result in gathered:
        if kind != "done":
            raise PressError(result) if kind == "sentence" else RuntimeError(result)
    return [result for _, result in gathered]


def _fork(work: Work[Task], number: int, tasks: Sequence[Task]) -> Child:
    read, write = os.pipe()
    here = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # Python 3.12 warns that the progress display's thread is not copied: it is not needed.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        os.close(write)
        return child, read
    end_with(here)
    os.close(read)
    try:
        answer = ("done", work(number, tasks))
    except PressError as error:
        answer = ("sentence", error.sentence)
    except BaseException:
        answer = ("trace", traceback.format_exc())
    try:
        with os.fdopen(write, "wb") as pipe:
            marshal.dump(answer, pipe)
    finally:
        os._exit(0)


def _gather(child: Child) -> tuple[str, Any]:
    number, read = child
    with os.fdopen(read, "rb") as pipe:
        try:
            answer = marshal.load(pipe)
        except (EOFError, ValueError):
            answer = ("trace", f"A worker process ({number}) died without a word.")
    os.waitpid(number, 0)
    return answer
