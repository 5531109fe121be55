"""Indexing begun ahead: shards that changed are indexed while the pages are written.

Pages and index ask nothing of each other, and neither keeps every core busy all the time. What is
indexed lies aside, in `.OUTPUT.index/` beside the output, until the pages are in place: a build
that fails leaves the index as it was, too.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from newsdesk.disk import write_aside, write_changed
from newsdesk.workers import end_with

from .bundle import put_in_place
from .shards import Shard, build_shards, building, unchanged
from .sums import forget_sums
from .words import NAME as WORDS
from .words import bring_words

MEMORY = "memory"


class Ahead:
    """A process that finds shards and indexes the changed ones into a folder `aside`."""

    def __init__(self, find: Callable[[], Sequence[Shard]], aside: Path, megabytes: int) -> None:
        self._aside = aside
        shutil.rmtree(aside, ignore_errors=True)

        def work() -> None:
            kept, due = [], []
            for shard in find():
                memory = aside / MEMORY / shard.memory.name
                if facts := unchanged(shard):
                    kept.append(facts)
                else:
                    due.append(replace(shard, folder=aside / shard.name, memory=memory))
            if len(due) == 1:  # every day's case: Pagefind works while the words are written
                for facts in building(due[0]):
                    bring_words([*kept, facts], aside, aside / MEMORY)
            elif due:
                every = [*kept, *(facts for facts, _ in build_shards(due, megabytes))]
                bring_words(every, aside, aside / MEMORY)

        self._child = _begin(work)

    def take_over(self, output: Path, memory: Path) -> set[str] | None:
        """Wait for the process, put what it made in place, and return the names of those shards.

        None when it failed: whoever indexes next tries again and tells why.
        """
        child, self._child = self._child, 0
        _, status = os.waitpid(child, 0)
        made = sorted((self._aside / MEMORY).glob("*.json")) if status == 0 else []
        forget_sums(memory, {facts.stem for facts in made})
        for facts in made:
            fresh, shard = self._aside / facts.stem, output / facts.stem
            (memory / facts.name).unlink(missing_ok=True)  # cut off from here on, it is half made
            if fresh.exists():
                put_in_place(fresh, shard)
            else:  # drafts only
                shutil.rmtree(shard, ignore_errors=True)
            write_aside(memory / facts.name, facts.read_bytes())
        if made:
            put_in_place(self._aside / WORDS, output / WORDS)
            write_aside(memory / WORDS, (self._aside / MEMORY / WORDS).read_bytes())
        for shared in self._aside.glob("*.*") if made else ():
            write_changed(output / shared.name, shared.read_bytes())
        self.drop()
        return None if status else {facts.stem for facts in made}

    def drop(self) -> None:
        """End the process, if it still runs, and throw away what it made."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
            self._child = 0
        shutil.rmtree(self._aside, ignore_errors=True)


def _begin(work: Callable[[], None]) -> int:
    here = os.getpid()
    child = os.fork()
    if child:
        return child
    try:
        end_with(here)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who began this
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)
