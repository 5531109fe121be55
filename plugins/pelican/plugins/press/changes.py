"""What one version of a story says otherwise than another, word by word.

The words both have once each, in the same order, hold the two texts together (a patience diff);
between them the same is done again, a few times. That takes time in proportion to the words, where
the shortest edit script of two unlike texts would take their product.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

MOST = 3000  # words of a text that are compared
CONTEXT = 5  # words shown on each side of a change
SHOWN = 24  # changes shown
WORDS_SHOWN = 60  # of one insertion or deletion
DEPTH = 6

TAG = re.compile(r"<[^>]*>")
BLOCK_END = re.compile(r"</(?:p|h\d|li|div|blockquote)>")
WORD = re.compile(r"\S+")


class Change(NamedTuple):
    """Words `old[a:b]` of one text stand for words `new[c:d]` of the other; one may be empty."""

    a: int
    b: int
    c: int
    d: int


class Piece(NamedTuple):
    """A run of words as a page shows it: `kind` is same, del (only there), ins (only here), gap."""

    kind: str
    text: Markup


class Comparison(NamedTuple):
    """Two texts beside each other: pieces to show, and how many changes there are in all."""

    pieces: Sequence[Piece]
    changes: int
    more: int


def compared(old: str, new: str) -> Comparison:
    """Compare two texts given as HTML; markup does not count, only words."""
    there, here = words_of(old), words_of(new)
    found = list(changes(there, here))
    return Comparison(_shown(there, here, found[:SHOWN]), len(found), max(0, len(found) - SHOWN))


@lru_cache(maxsize=200)  # near-copies are made one after the other
def words_of(text: str) -> list[str]:
    """Return the words of a text in HTML, still escaped; entities stay whole."""
    plain = TAG.sub("", BLOCK_END.sub(" ", text))
    return [found[0] for found in islice(WORD.finditer(plain), MOST)]


def changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield in order where two lists of words differ."""
    yield from _between(old, new, Change(0, len(old), 0, len(new)), DEPTH)


def _between(old: Sequence[str], new: Sequence[str], part: Change, depth: int) -> Iterator[Change]:
    a, b, c, d = part
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    if a == b and c == d:
        return
    anchors = _anchors(old[a:b], new[c:d]) if depth and a < b and c < d else []
    if not anchors:
        yield Change(a, b, c, d)
        return
    at, to = a, c
    for left, right in [*anchors, (b - a, d - c)]:
        yield from _between(old, new, Change(at, a + left, to, c + right), depth - 1)
        at, to = a + left, c + right


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the words stand that both have once, as many as keep their order."""
    once_there = {word for word, count in Counter(old).items() if count == 1}
    once_here = {word for word, count in Counter(new).items() if count == 1}
    places = {word: at for at, word in enumerate(new) if word in once_here}
    pairs = [(at, places[w]) for at, w in enumerate(old) if w in once_there and w in places]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs` whose second numbers rise."""
    ends: list[int] = []
    ends_at: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        if length:
            before[number] = ends_at[length - 1]
        ends[length : length + 1] = [place]
        ends_at[length : length + 1] = [number]
    kept, at = [], ends_at[-1] if ends_at else -1
    while at >= 0:
        kept.append(pairs[at])
        at = before[at]
    return kept[::-1]


def _shown(old: Sequence[str], new: Sequence[str], found: Sequence[Change]) -> list[Piece]:
    pieces: list[Piece] = []
    done = 0
    for number, (a, b, c, d) in enumerate(found):
        start = max(done, c - CONTEXT)
        if start > done or (not number and start):
            pieces.append(Piece("gap", Markup("…")))
        pieces += _piece("same", new[start:c])
        pieces += _piece("del", old[a:b])
        pieces += _piece("ins", new[c:d])
        following = found[number + 1].c if number + 1 < len(found) else len(new)
        done = min(d + CONTEXT, following)
        pieces += _piece("same", new[d:done])
    if found and done < len(new):
        pieces.append(Piece("gap", Markup("…")))
    return pieces


def _piece(kind: str, words: Sequence[str]) -> list[Piece]:
    if not words:
        return []
    cut = [*words[: WORDS_SHOWN // 2], "…", *words[-WORDS_SHOWN // 2 :]]
    return [Piece(kind, Markup(" ".join(cut if len(words) > WORDS_SHOWN else words)))]
