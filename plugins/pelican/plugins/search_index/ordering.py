"""Pagefind's filters in an order of their own, so that equal stories make equal indexes.

Pagefind 1.5.2 writes filters, and the values of each, in another order at every run, and names the
files by their bytes. Both are CBOR (RFC 8949): a filter is [name, [[value, pages], ...]], and the
meta index holds [name, file] of each. A filter gets a new name, made of its bytes in order.
"""

from __future__ import annotations

import gzip
import re
from hashlib import sha256

FILTER = re.compile(rb"(\x82[\x60-\x77][a-z]+)[\x60-\x77](und_[0-9a-f]{7,19})")
FILTERS = re.compile(b"(?:" + FILTER.pattern + b")+")
TEXT = 0x60  # the first byte of a text of no length; a short text adds its length
LONG = {24: 1, 25: 2, 26: 4, 27: 8}  # bytes of a number that follows its first byte


def named_by(data: bytes) -> str:
    """Return the name of a file of the index, from its bytes."""
    return f"und_{sha256(data).hexdigest()[:10]}"


def ordered_filter(raw: bytes, signature: bytes) -> bytes:
    """Return a filter file with its values in order."""
    data = gzip.decompress(raw)
    values = _end(data, len(signature) + 1)  # after the head of the pair and the filter's name
    number, at = _number(data, values)
    start, items = at, []
    for _ in range(number):
        end = _end(data, at)
        items.append(data[at:end])
        at = end
    return gzip.compress(data[:start] + b"".join(sorted(items)) + data[at:], 9, mtime=0)


def ordered_meta(raw: bytes, names: dict[str, str]) -> bytes:
    """Return a meta index with its filters in order; `names` maps each to what it is called now."""

    def renamed(pair: tuple[bytes, bytes]) -> bytes:
        new = names[pair[1].decode()].encode()
        return pair[0] + bytes([TEXT + len(new)]) + new

    def ordered(found: re.Match[bytes]) -> bytes:
        return b"".join(sorted(map(renamed, FILTER.findall(found[0]))))

    return gzip.compress(FILTERS.sub(ordered, gzip.decompress(raw)), 9, mtime=0)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Return the number in the head of the item at a place, and where the head ends."""
    short = data[at] & 31
    if short not in LONG:
        return short, at + 1
    end = at + 1 + LONG[short]
    return int.from_bytes(data[at + 1 : end], "big"), end


def _end(data: bytes, at: int) -> int:
    """Return where the item at a place ends: a number, a text or a list of such."""
    kind = data[at] >> 5
    number, at = _number(data, at)
    if kind == 3:
        return at + number
    for _ in range(number if kind == 4 else 0):
        at = _end(data, at)
    return at
