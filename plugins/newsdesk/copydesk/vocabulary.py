"""A set of words looked for in a text all at once: most texts hold none, and nothing is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick


class Vocabulary:
    """Words of letters, in lower case, found where they stand whole in a text in lower case."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(list(words))

    def spans(self, low: str) -> Iterator[tuple[int, int]]:
        """Yield where each of the words begins and ends, in order."""
        for _, first, last in self._automaton.find_matches_as_indexes(low, overlapping=True):
            joined = (first and is_letter(low[first - 1])) or is_letter(low[last : last + 1])
            if not joined:
                yield first, last

    def speaks_in(self, low: str) -> bool:
        """Tell whether a text holds one of the words."""
        return any(True for _ in self.spans(low))


def is_letter(sign: str) -> bool:
    """Tell whether a character belongs to a word: a letter, or a figure that is no digit."""
    return sign.isalnum() and not sign.isdecimal()
