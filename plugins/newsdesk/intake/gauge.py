"""How far the reading of a dump has come, as far as the bytes of its files tell."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from newsdesk.intake import walk


@dataclass(slots=True)
class Gauge:
    """The bytes of all files of a dump (0: nobody knows), those passed, documents found in them."""

    size: int = 0
    passed: int = 0
    documents: int = 0

    @classmethod
    def of(cls, dumps: Iterable[Path | str]) -> Gauge:
        """Return the gauge of these dumps; it shows nothing if one lies at an address."""
        size = 0
        for dump in dumps:
            if isinstance(dump, str):
                return cls()
            for _, path in walk.files(dump):
                if not walk.refusal(path, named=not dump.is_dir()):
                    with suppress(OSError):  # it went meanwhile
                        size += path.stat().st_size
        return cls(size)

    def at(self, stream: BufferedReader, begun: int, size: int) -> None:
        """Note where a document was found in a file that began when `begun` bytes were passed.

        What is read in one piece stands at its end all the time: it counts when it is through.
        """
        if not stream.closed and stream.tell() < size:
            self.passed = begun + stream.tell()

    def share(self, done: int) -> float:
        """Return how much of the dump that many documents are, from 0 to 1; 0 if nobody knows.

        Reading runs ahead of filing, so the share that is read is more.
        """
        if not self.size or not self.documents:
            return 0.0
        return min(1.0, self.passed / self.size * done / self.documents)
