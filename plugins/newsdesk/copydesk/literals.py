"""The words a pattern cannot match without: most rules need not be tried on most blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

SHORTEST = 2
RARE = "@<>[]{}|=_#*+~/:"
MOST_SIGNS = 12  # of a class of signs that are looked for one by one
LONGEST = 1_000_000
# Runs of signs that end with a word: `\d+`, `[\w.-]*`, the `\S+` of an address.
WITHOUT_END = re.compile(r"(\\[dwS]|\[(?!\^)(?:\\[wd]|[^\]\\\s])+\])([+*])")
LONGEST_WORD = 60
LONGEST_RUN = {r"\d": 24, r"\S": 2000}
ASCII = frozenset(map(chr, range(128)))
CATEGORIES = {
    getattr(_constants, f"CATEGORY_{name}"): re.compile(pattern).fullmatch
    for name, pattern in (
        ("DIGIT", r"\d"), ("NOT_DIGIT", r"\D"), ("SPACE", r"\s"), ("NOT_SPACE", r"\S"),
        ("WORD", r"\w"), ("NOT_WORD", r"\W"),
    )
}  # fmt: skip


def required_words(pattern: str) -> tuple[frozenset[str], int]:
    """Return words of which a match holds at least one, and how long a match without can be.

    The words are in lower case. `copyright|all rights` needs one of two, `\\d+ words` just one;
    `copyright|[a-z]{2,4}` needs the word or is no longer than 4.
    """
    words: frozenset[str] = frozenset()
    wordless = 0
    for branch in branches_of(parsed(pattern)):
        needed = best_of(branch)
        words |= needed or frozenset()
        wordless = wordless if needed else max(wordless, min(int(branch.getwidth()[1]), LONGEST))
    return words, wordless


@lru_cache(maxsize=1)  # it is asked for three times in a row
def parsed(pattern: str) -> Any:
    """Return the parsed pattern, its runs of signs with an end: no word is longer than 60."""
    return parse(WITHOUT_END.sub(with_end, pattern))


def parse(pattern: str) -> Any:
    """Return what a pattern is made of; in a block no white space is longer than one space."""
    return _parser.parse(re.sub(r"\\s[*+]\??", r"\\s?", pattern), re.IGNORECASE)


def branches_of(tree: Any) -> list[Any]:
    """Return the alternatives a pattern as a whole consists of."""
    if len(tree) == 1 and tree[0][0] is _constants.SUBPATTERN:
        return branches_of(tree[0][1][-1])
    if len(tree) == 1 and tree[0][0] is _constants.BRANCH:
        return [b for branch in tree[0][1][1] for b in branches_of(branch)]
    return [tree]


def widths(pattern: str) -> tuple[int, int]:
    """Return how short and how long a match can be, in characters."""
    shortest, longest = parsed(pattern).getwidth()
    return int(shortest), min(int(longest), LONGEST)


def with_end(run: re.Match[str]) -> str:
    """Return a run of signs with the greatest length it can have."""
    return f"{run[1]}{{{int(run[2] == '+')},{LONGEST_RUN.get(run[1], LONGEST_WORD)}}}"


def firsts(pattern: str) -> frozenset[str]:
    """Return the ASCII characters a match can begin with, in both cases."""
    signs, empty = firsts_of(parsed(pattern))
    return ASCII if empty else frozenset({*signs, *(sign.upper() for sign in signs)})


def firsts_of(tree: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
    """Return the signs a sequence can begin with, in lower case, and whether it can be empty."""
    found: frozenset[str] = frozenset()
    for kind, value in tree:
        signs, empty = firsts_of_one(kind, value)
        found |= signs
        if not empty:
            return found, False
    return found, True


def firsts_of_one(kind: Any, value: Any) -> tuple[frozenset[str], bool]:
    """Return the signs one element of a pattern can begin with, and whether it can be empty."""
    if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return frozenset(), True
    if kind is _constants.LITERAL:
        return frozenset(chr(value).lower()), False
    if kind is _constants.IN:
        return frozenset(
            sign
            for sign in ASCII
            if sign.islower() or not sign.isalpha()
            if holds(value, sign) or holds(value, sign.upper())
        ), False
    if kind is _constants.SUBPATTERN:
        return firsts_of(value[-1])
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
        signs, empty = firsts_of(value[2])
        return signs, empty or value[0] == 0
    if kind is _constants.BRANCH:
        ways = [firsts_of(branch) for branch in value[1]]
        return frozenset().union(*(signs for signs, _ in ways)), any(empty for _, empty in ways)
    return ASCII, False


def holds(items: Iterable[tuple[Any, Any]], sign: str) -> bool:
    """Tell whether a class of characters, `[^\\W\\d]`, holds a sign."""
    turned = found = False
    for kind, value in items:
        turned = turned or kind is _constants.NEGATE
        found = found or (
            (kind is _constants.LITERAL and value == ord(sign))
            or (kind is _constants.RANGE and value[0] <= ord(sign) <= value[1])
            or (kind is _constants.CATEGORY and bool(CATEGORIES[value](sign)))
        )
    return found is not turned


def best_of(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Return the most telling set of words that a sequence needs."""
    options: list[frozenset[str]] = []
    run = ""
    for kind, value in tree:
        if kind is _constants.LITERAL and len(chr(value).lower()) == 1:
            run += chr(value).lower()
            continue
        begun = openings(kind, value) if run else frozenset()
        options += [frozenset(run + more for more in begun or [""])] if run else []
        run = ""
        inner = needed_by(kind, value)
        options += [inner] if inner else []
    options += [frozenset([run])] if run else []
    options = [words for words in options if all(tells(word) for word in words)]
    return max(options, key=lambda words: (min(*map(rarity, words), 6), -len(words)), default=None)


def rarity(word: str) -> float:
    """Return how seldom a word stands in prose, by its length: a sign is rarer than two letters."""
    return 2.5 if word in RARE else len(word)


def openings(kind: Any, value: Any) -> frozenset[str]:
    """Return what an element of a pattern can begin with, empty where that is not a few words."""
    if kind is _constants.LITERAL:
        return frozenset([chr(value).lower()])
    if kind is _constants.IN and len(value) <= MOST_SIGNS:
        signs = frozenset(chr(v).lower() for k, v in value if k is _constants.LITERAL)
        return signs if len(signs) == len({v for _, v in value}) else frozenset()
    if kind is _constants.SUBPATTERN:
        return run_of(value[-1])
    if kind is _constants.BRANCH:
        found = [run_of(branch) for branch in value[1]]
        return frozenset().union(*found) if all(found) else frozenset()
    return frozenset()


def run_of(tree: Any) -> frozenset[str]:
    """Return the letters a sequence begins with, or those its first element can begin with."""
    run = ""
    for kind, value in tree:
        if kind is not _constants.LITERAL or len(chr(value).lower()) != 1:
            return frozenset([run]) if run else openings(kind, value)
        run += chr(value).lower()
    return frozenset([run]) if run else frozenset()


def tells(word: str) -> bool:
    """Tell whether a word is rare enough to look for: two letters, or one sign prose has not."""
    return len(word) >= SHORTEST or not word.isascii() or word in RARE


def needed_by(kind: Any, value: Any) -> frozenset[str] | None:
    """Return the words one element of a pattern needs, None if it needs none."""
    if kind is _constants.SUBPATTERN:
        return best_of(value[-1])
    if kind is _constants.ATOMIC_GROUP:
        return best_of(value)
    if kind is _constants.IN:
        return openings(kind, value) or None
    if kind is _constants.ASSERT:
        return best_of(value[1])
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
        return best_of(value[2])
    if kind is _constants.BRANCH:
        branches = [best_of(branch) for branch in value[1]]
        if all(branches):
            return frozenset().union(*(b for b in branches if b))
    return None
