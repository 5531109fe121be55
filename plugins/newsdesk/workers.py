"""Work spread over processes, in order; what kills a process is found, and the rest goes on."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice, product
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

BATCH = 50
GARBAGE = 20_000  # objects: so many left behind are worth a look for those that nobody holds
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
# Ends a process at its work, but never while it sends a result: of half a result the rest would be
# waited for without end. Windows has no such signal: there the batches under way are waited for.
STOP = {getattr(signal, "SIGUSR1", 0)} - {0}


def in_order(
    tasks: Iterable[Task],
    work: Callable[[list[Task]], list[Result]],
    processes: int,
    settle: Callable[..., None],
    facts: tuple[Any, ...] = (),
) -> Generator[tuple[Task, Result | None]]:
    """Yield every task with its result, in order; None where the task killed its process.

    `work` makes the results of a batch of tasks, in its order.
    `settle(*facts)` prepares a process. A few batches are in flight at a time, so that any number
    of tasks needs the same memory. Whoever leaves off before the end closes it: then what is under
    way is given up at once. Left to the garbage collector, it may be closed by a thread of its own.
    """
    tasks = iter(tasks)
    gc.freeze()  # What is loaded now stays, so no look for garbage goes through it.
    crew = _Crew(work, processes, settle, facts)
    try:
        while batch := list(islice(tasks, BATCH)):
            crew.take(batch)
            if len(crew.waiting) > 4 * processes:
                yield from crew.first()
        while crew.waiting:
            yield from crew.first()
    finally:
        crew.dismiss()
        gc.unfreeze()


@dataclass
class _Crew(Generic[Task, Result]):
    """The processes at work, and the batches they were given, oldest first."""

    work: Callable[[list[Task]], list[Result]]
    processes: int
    settle: Callable[..., None]
    facts: tuple[Any, ...]
    waiting: deque[tuple[list[Task], Future[list[Result]]]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.others = set(active_children())
        self.pool = self._pool(self.processes)

    def _pool(self, processes: int) -> ProcessPoolExecutor:
        facts = (os.getpid(), self.settle, self.facts)
        # Forked where that is safe: a process then inherits the rules and need not load them.
        kind = get_context("fork" if sys.platform == "linux" else "spawn")
        return ProcessPoolExecutor(processes, kind, initializer=_begin, initargs=facts)

    def _renew(self, processes: int) -> None:
        self.dismiss()
        self.pool = self._pool(processes)

    def take(self, batch: list[Task]) -> None:
        self.waiting.append((batch, self._given(batch)))

    def first(self) -> list[tuple[Task, Result | None]]:
        """Return the oldest batch with its results, waiting for them."""
        batch, given = self.waiting.popleft()
        try:
            return list(zip(batch, given.result(), strict=True))
        except BrokenExecutor:  # it may have been another batch: all that was under way is lost
            done = self._one_by_one(batch)
            self._renew(self.processes)
            self.waiting = deque((later, self._given(later)) for later, _ in self.waiting)
            return done

    def dismiss(self) -> None:
        for number, child in product(STOP, self._children()):
            if child.pid:
                with suppress(ProcessLookupError):
                    os.kill(child.pid, number)
        self.pool.shutdown(cancel_futures=True)
        for child in self._children():  # Ctrl-C came before the pool knew of them
            child.kill()
            child.join()

    def _children(self) -> set[BaseProcess]:
        return set(active_children()) - self.others

    def _given(self, batch: list[Task]) -> Future[list[Result]]:
        try:
            return self.pool.submit(_work_through, self.work, batch)
        except BrokenExecutor as error:
            broken: Future[list[Result]] = Future()
            broken.set_exception(error)
            return broken

    def _one_by_one(self, batch: list[Task]) -> list[tuple[Task, Result | None]]:
        done: list[tuple[Task, Result | None]] = []
        self._renew(1)
        for task in batch:
            try:
                done += zip([task], self._given([task]).result(), strict=True)
            except BrokenExecutor:
                done.append((task, None))
                self._renew(1)
        return done


def _work_through(work: Callable[[list[Task]], list[Result]], batch: list[Task]) -> list[Result]:
    with _stoppable():
        done = work(batch)
    if gc.get_count()[0] > GARBAGE:
        gc.collect()
    return done


@contextmanager
def _stoppable() -> Iterator[None]:
    if not STOP:
        yield
        return
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOP)


def _begin(parent: int, settle: Callable[..., None], facts: tuple[Any, ...]) -> None:
    if STOP:  # first of all: threads inherit it
        signal.pthread_sigmask(signal.SIG_BLOCK, STOP)
    end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who began this process
    settle(*facts)
    gc.disable()  # Rules and names never go, so garbage is looked for after a batch only that left
    gc.freeze()  # much behind, as web pages do, and among what is new.


def end_with(parent: int) -> None:
    """End this process as soon as `parent`, which began it, is gone, even by kill -9.

    Else it would wait for work for ever, or go on writing beside the next run.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:  # it went before anybody watched
        os._exit(1)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
