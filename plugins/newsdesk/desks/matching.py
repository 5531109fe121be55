"""One pass over a story for every name the desks know: longest match, token borders, case rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import ahocorasick_rs as ahocorasick

from newsdesk.records import Desk

# Letters that Arabic and Hebrew write onto the next word: "and", "in", "to", "the", "from".
PROCLITICS = frozenset("وفبكلاسהוובלמכש")
LONGEST_PROCLITIC = 4
# An unspaced script starts at U+2E80 (CJK radicals); Hangul has spaces but joins its particles.
FIRST_UNSPACED = "\u2e80"
KATAKANA = ("\u30a1", "\u30fe")  # "Thai" (タイ) in "title" (タイトル); the middle dot parts words.
HANGUL = ("\uac00", "\ud7a3")
ARABIC_AND_HEBREW = ("\u0590", "\u08ff")


@dataclass(frozen=True, slots=True)
class Name:
    """A written form and what it stands for.

    `code` is the country code or organisation key; empty for a trap: a phrase that is matched only
    so that the shorter name inside it is not ("Indian Ocean"). `kind` is the desk's own word for
    the sort of name. `caps` lets the form also match in CAPITALS, as in headlines: switch it off
    where the capitals are another word. `country` is the country an organisation's name speaks of
    ("Bank of England": GB), else empty.
    """

    surface: str
    desk: Desk
    code: str
    kind: str
    caps: bool = True
    country: str = ""


class Match(NamedTuple):
    """A stretch `text[start:end]` and every name it may stand for (more than one: ambiguous)."""

    start: int
    end: int
    names: tuple[Name, ...]

    @property
    def name(self) -> Name:
        """The first of the names: the only one, for nearly all matches."""
        return self.names[0]


class Matcher:
    """All names in one Aho-Corasick automaton; made once, then read only."""

    def __init__(self, names: Iterable[Name]) -> None:
        forms = _forms(names)
        self._surfaces = list(forms)
        self._names = [tuple(dict.fromkeys(found)) for found in forms.values()]
        self._automaton = ahocorasick.AhoCorasick(
            self._surfaces, matchkind=ahocorasick.MatchKind.LeftmostLongest
        )

    def __len__(self) -> int:
        return len(self._surfaces)

    def knows(self, surface: str) -> tuple[Name, ...]:
        """Return the names written exactly so (empty when there is none)."""
        found = self.find(surface)
        whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(surface))
        return found[0].names if whole else ()

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Match]:
        """Return the names in `text[start:end]`, longest first from the left, none overlapping."""
        found: list[Match] = []
        length = len(text)
        end = length if end is None else end
        part = text if start == 0 and end == length else text[start:end]
        busy = start
        for number, low, high in self._automaton.find_matches_as_indexes(part):
            low, high = low + start, high + start
            if low < busy:
                continue
            if (low == 0 or not text[low - 1].isalnum() or _starts_word(text, low)) and (
                high == length or not text[high].isalnum() or _ends_word(text, high)
            ):
                found.append(Match(low, high, self._names[number]))
            elif (again := _next_word(text, low, high)) < high:
                # "South Korea" does not fit "South Korean", but "Korean" inside it does.
                more = self.find(text, again, _word_end(text, high))
                found += more
                busy = more[-1].end if more else busy
        return found


def _forms(names: Iterable[Name]) -> dict[str, list[Name]]:
    """Return surface -> names; a form written so itself outranks another's capitals."""
    written: dict[str, list[Name]] = {}
    for name in names:
        for surface in {name.surface, name.surface.replace("'", "’")}:
            written.setdefault(surface, []).append(name)
    shouted: dict[str, list[Name]] = {}
    for surface, found in written.items():
        if surface.lower() != surface and (loud := surface.upper()) not in written:
            shouted.setdefault(loud, []).extend(name for name in found if name.caps)
    return written | {loud: found for loud, found in shouted.items() if found}


def _starts_word(text: str, start: int) -> bool:
    """Is there a token border before `start`, though a letter or digit stands there?"""
    before = text[start - 1]
    if before < ARABIC_AND_HEBREW[0]:
        return False
    if before <= ARABIC_AND_HEBREW[1]:
        return _only_proclitics(text, start)
    return before >= FIRST_UNSPACED and text[start] >= FIRST_UNSPACED and not _one_word(text, start)


def _only_proclitics(text: str, start: int) -> bool:
    """Is what stands before `start` in its token only "and", "in", "the"...?"""
    for back in range(start - 1, max(start - 1 - LONGEST_PROCLITIC, -1), -1):
        if not text[back].isalnum():
            return True
        if text[back] not in PROCLITICS:
            return False
    return start <= LONGEST_PROCLITIC


def _ends_word(text: str, end: int) -> bool:
    """Is there a token border at `end`, though a letter or digit stands there?"""
    return text[end - 1] >= FIRST_UNSPACED and not _katakana(text[end - 1 : end + 1])


def _one_word(text: str, middle: int) -> bool:
    """Do the letters on both sides belong to one Korean word, or one borrowed into Japanese?"""
    two = text[middle - 1 : middle + 1]
    return _katakana(two) or all(HANGUL[0] <= letter <= HANGUL[1] for letter in two)


def _katakana(two: str) -> bool:
    return all(KATAKANA[0] <= letter <= KATAKANA[1] for letter in two)


def _next_word(text: str, low: int, high: int) -> int:
    """Return where the next token after `low` starts (`high` when there is none before it)."""
    position = low
    while position < high and text[position].isalnum():
        position += 1
    while position < high and not text[position].isalnum():
        position += 1
    return position


def _word_end(text: str, position: int) -> int:
    """Return where the token around `position` ends."""
    while position < len(text) and text[position].isalnum():
        position += 1
    return position
