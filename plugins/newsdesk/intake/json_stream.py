"""The objects of a JSON list too large to hold: cut out one by one, not parsed as a whole.

The list is the first one that holds objects, wherever it lies: `[{...}, ...]` as well as
`{"status": "ok", "articles": [{...}, ...]}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.item import CHUNK, size

# A whole string, a quotation mark whose string goes on beyond what is read, or a bracket.
TOKEN = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|"|[{}\[\]]', re.DOTALL)


def objects(begun: bytes, stream: IO[bytes], limit: int) -> Iterator[bytes]:
    """Yield the bytes of each object in the list; `begun` is what was read of it already.

    Raises UnreadableDocument where an object is over `limit` bytes or the list never ends.
    """
    held, at = begun, 0
    depth, listed, start = 0, 0, -1
    before = b""  # the bracket before this one, if only white space is between
    while True:
        token = TOKEN.search(held, at)
        if token is None or token[0] == b'"':
            rest = stream.read(CHUNK)
            if not rest:
                raise UnreadableDocument("It is JSON that breaks off before its list ends.")
            keep = start if start >= 0 else (token.start() if token else len(held))
            at = (token.start() if token else len(held)) - keep
            held, start = held[keep:] + rest, 0 if start >= 0 else -1
            if len(held) > limit + 2 * CHUNK:
                raise UnreadableDocument(f"It is JSON that holds an object of over {size(limit)}.")
            continue
        at, mark = token.end(), token[0]
        if mark in (b"{", b"["):
            depth += 1
            if not listed and (before, mark) == (b"[", b"{"):
                listed = depth
            if depth == listed:
                start = token.start()
        elif mark in (b"}", b"]"):
            if depth == listed and start >= 0:
                yield held[start:at]
                start = -1
            depth -= 1
            if listed and depth < listed - 1:
                return
        before = mark
