"""Pagefind's meta index: which pages there are, in which order, and which chunk holds a word.

The file is CBOR behind a signature and gzip: an array of the version, the pages (each its name and
its number of words), the chunks (each its first word, its last and its file), filters and more.
A version of Pagefind that writes it differently is refused with a sentence.
"""

from __future__ import annotations

import gzip
import itertools
import re
from collections.abc import Sequence
from typing import Any

from .pagefind_service import PagefindFailed

SIGNATURE = b"pagefind_dcd"
TEXT, ARRAY = 3, 4  # major types of CBOR
_PAGE = re.compile(rb"[\x60-\x77](und_[0-9a-f]{7,19})")


def _strange(found: int, expected: int) -> PagefindFailed:
    return PagefindFailed(
        f"Pagefind's meta index has {found} of {expected} pages where they are expected; "
        "is this version of Pagefind newer than the one this was written for?"
    )


def _pages(data: bytes, ids: Sequence[str]) -> list[re.Match[bytes]]:
    """Return the places of the pages' names: a short text is one byte 0x60 + length, then it."""
    known = {one.encode() for one in ids}
    found = [
        place
        for place in _PAGE.finditer(data)
        if place[1] in known and place[0][0] == 0x60 + len(place[1])
    ]
    if len(found) != len(ids) or not data.startswith(SIGNATURE):
        raise _strange(len(found), len(ids))
    return found


def number_pages(raw: bytes, ids: Sequence[str]) -> bytes:
    """Return the meta index with every page named by its row in the id table.

    Pagefind names a page by a hash, four bytes each that no compression takes away; with the row
    number the meta index is a third as large and a hit says which row it is. Raises PagefindFailed.
    """
    data = gzip.decompress(raw)
    rows = {one.encode(): str(number).encode() for number, one in enumerate(ids)}
    parts, last = [], 0
    for place in _pages(data, ids):
        row = rows[place[1]]
        parts += [data[last : place.start()], bytes([0x60 + len(row)]), row]
        last = place.end()
    return gzip.compress(b"".join([*parts, data[last:]]), 9, mtime=0)


class _Cbor:
    """Reads what there is in a row, from a place on."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def head(self) -> tuple[int, int]:
        """Return the next thing's major type and its number or length."""
        first = self.data[self.at]
        size = {24: 1, 25: 2, 26: 4}.get(first & 31, 0)
        self.at += 1 + size
        number = int.from_bytes(self.data[self.at - size : self.at], "big") if size else first & 31
        return first >> 5, number

    def text(self) -> str:
        """Return the next thing, a text."""
        kind, length = self.head()
        self.at += length
        if kind != TEXT:
            raise ValueError("not a text")
        return self.data[self.at - length : self.at].decode()


def _chunks(data: bytes, behind: int) -> list[tuple[str, str, str]]:
    """Return the chunks as (first word, last word, file); `behind` the last page's name."""
    reader = _Cbor(data, behind)
    reader.head()  # the last page's number of words
    kind, count = reader.head()
    if kind != ARRAY:
        raise ValueError("not an array")
    found = []
    for _ in range(count):
        if reader.head() != (ARRAY, 3):
            raise ValueError("not three things")
        found.append((reader.text(), reader.text(), reader.text()))
    return found


def postings(raw: bytes, ids: Sequence[str]) -> dict[str, Any]:
    """Return what reading the index needs of the meta index as Pagefind wrote it.

    `pages` is the row of the first page and for every further page the step from the one before;
    `from` and `files` are each chunk's first word and its file. Raises PagefindFailed.
    """
    data = gzip.decompress(raw)
    places = _pages(data, ids)
    number = {one.encode(): row for row, one in enumerate(ids)}
    rows = [number[place[1]] for place in places]
    try:
        chunks = _chunks(data, places[-1].end())
    except (ValueError, IndexError):
        raise _strange(0, len(ids)) from None
    return {
        "pages": [rows[0], *(b - a for a, b in itertools.pairwise(rows))],
        "from": [first for first, _, _ in chunks],
        "files": " ".join(file for _, _, file in chunks),
    }
