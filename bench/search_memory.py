"""The memory a process and all its children take together, watched while they work (Linux)."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from pathlib import Path
from types import TracebackType

PAGE = os.sysconf("SC_PAGE_SIZE")


def _tree(root: int) -> int:
    """Return the resident bytes of a process and its descendants; shared pages count each time."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    resident = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it has just ended
            continue
        number = int(stat.parent.name)
        children[int(fields[1])].append(number)
        resident[number] = int(fields[21]) * PAGE
    total, waiting = 0, [root]
    while waiting:
        number = waiting.pop()
        total += resident.get(number, 0)
        waiting += children[number]
    return total


class Watch:
    """Notes the greatest memory taken while its block runs: `with Watch() as watch: ...`."""

    def __enter__(self) -> Watch:
        """Begin to look, ten times a second."""
        self.peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop looking."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(0.1):
            self.peak = max(self.peak, _tree(os.getpid()))

    @property
    def megabytes(self) -> int:
        """Return the greatest memory so far."""
        return self.peak // 1_000_000
