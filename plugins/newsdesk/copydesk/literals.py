"""The words a pattern cannot match without: most rules need not be tried on most blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

SHORTEST = 2


def required_words(pattern: str) -> frozenset[str]:
    """Return words of which every match holds at least one; empty where none can be named.

    The words are in lower case. `copyright|all rights` needs one of two, `\\d+ words` just one.
    """
    tree = _parser.parse(pattern, re.IGNORECASE)
    return best_of(tree) or frozenset()


def widths(pattern: str) -> tuple[int, int]:
    """Return how short and how long a match can be, in characters."""
    shortest, longest = _parser.parse(pattern, re.IGNORECASE).getwidth()
    return int(shortest), min(int(longest), 1_000_000)


def best_of(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return the most telling set of words that a sequence needs."""
    options: list[frozenset[str]] = []
    run = ""
    for kind, value in tree:
        if kind is _constants.LITERAL and len(chr(value).lower()) == 1:
            run += chr(value).lower()
            continue
        options += [frozenset([run])] if run else []
        run = ""
        inner = needed_by(kind, value)
        options += [inner] if inner else []
    options += [frozenset([run])] if run else []
    options = [words for words in options if all(tells(word) for word in words)]
    return max(options, key=lambda words: (min(min(map(len, words)), 6), -len(words)), default=None)


def tells(word: str) -> bool:
    """Tell whether a word is rare enough to look for: two letters, or one sign beyond ASCII."""
    return len(word) >= SHORTEST or not word.isascii()


def needed_by(kind: Any, value: Any) -> frozenset[str] | None:
    """Return the words one element of a pattern needs, None if it needs none."""
    if kind is _constants.SUBPATTERN:
        return best_of(value[-1])
    if kind is _constants.ATOMIC_GROUP:
        return best_of(value)
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
        return best_of(value[2])
    if kind is _constants.BRANCH:
        branches = [best_of(branch) for branch in value[1]]
        if all(branches):
            return frozenset().union(*(b for b in branches if b))
    return None
