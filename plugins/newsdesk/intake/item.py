"""An item: one file, archive member or attachment on its way to a reader, not yet in memory."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.errors import UnreadableDocument
from newsdesk.records import Provenance, RawDocument, SetAside

HEAD = 8192  # bytes looked at to tell a format
CHUNK = 2**20


@dataclass(slots=True)
class Allowance:
    """What the archives inside one dump file may still unpack to, shared by all of them."""

    bytes_left: int
    members_left: int


@dataclass(frozen=True, slots=True)
class Item:
    """A named stream of bytes. `locator` is the way to it inside `dump`, `depth` its nesting.

    `charset`, `media_type` and `fields` are what its container states of it; `digest` is the hash
    to know it by where the stream is only a part of it (the words of an e-mail).
    """

    dump: str
    locator: str
    name: str
    stream: io.BufferedReader
    allowance: Allowance
    depth: int = 0
    charset: str = ""
    media_type: str = ""
    digest: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def head(self) -> bytes:
        """Return the first bytes without consuming them."""
        return self.stream.peek(HEAD)[:HEAD]

    def read(self, limit: int) -> bytes:
        """Return all bytes; raises UnreadableDocument above `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise UnreadableDocument(
                f"It is larger than the {size(limit)} read in one piece. Cut it up, or raise "
                "max_document in archive.toml, under a line [intake]; then ingest it again."
            )
        return data

    def inside(self, member: str) -> str:
        """Return the locator of a member called `member`."""
        return f"{self.locator}!{member}" if self.locator else member

    def numbered(self, number: int) -> str:
        """Return the locator of the story that is number `number` in this item."""
        return f"{self.locator}#{number}"

    def set_aside(self, reason: str, locator: str | None = None, data: bytes = b"") -> SetAside:
        """Return the note that this item, or the part of it at `locator`, was not read."""
        where = self.locator if locator is None else locator
        return SetAside(Provenance(self.dump, where, sha256(data) if data else ""), reason)


Found = RawDocument | SetAside | Item


def buffered(data: bytes | io.RawIOBase) -> io.BufferedReader:
    """Return a stream that can be peeked into."""
    return io.BufferedReader(io.BytesIO(data) if isinstance(data, bytes) else data, HEAD)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex."""
    return hashlib.sha256(data).hexdigest()


def size(count: int) -> str:
    """Return a number of bytes as people say it: '32 MB'."""
    for unit, step in (("GB", 2**30), ("MB", 2**20), ("KB", 2**10)):
        if count >= step:
            return f"{count / step:.4g} {unit}"
    return f"{count} bytes"


def plain_words(error: BaseException) -> str:
    """Return what an error says, on one line and fit for a terminal."""
    text = re.sub(r"[^\x20-\x7e]", "?", str(error)).rstrip(".")[:120]
    return text or type(error).__name__


UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069!#%]")


def printable(name: str) -> str:
    """Return a file name without what could mislead a terminal, a page or the locator's own marks.

    Control and direction characters, undecodable bytes, `!`, `#` and `%` are percent-encoded.
    """
    name = unicodedata.normalize("NFC", name)
    return "".join(
        "".join(f"%{b:02X}" for b in c.encode("utf-8", "surrogateescape"))
        if UNSAFE.match(c) or "\ud800" <= c <= "\udfff"
        else c
        for c in name
    )
