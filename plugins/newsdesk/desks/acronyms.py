"""Acronyms that a story defines itself: `International Tin Council (ITC)`, or the other way round.

The method is Schwartz and Hearst's (2003): every letter of the acronym is looked for from right to
left in the words before the bracket, the first one at the start of a word. Two checks of our own
make it fit names: the long form starts with a capital, and most letters start a word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# "(ITC)", "(the ITC)", '("ITC")', "(ITC, ...": what may hold an acronym.
BRACKETED = re.compile(r"\(\s?(?:the |or )?[\"“']?([A-Z][A-Za-z.&-]{1,9})[\"”']?\s?[),;]")
# "ITC (International Tin Council)": the acronym first.
# Looked for by the brackets, as capitals are many; then by what stands before them.
EXPLAINED = re.compile(r"\(((?:the )?[A-Z][^()\n]{6,120})\)")
BEFORE = re.compile(r"(?<![\w.])[A-Z][A-Za-z.&-]{1,9}(?= \Z)")
LONGEST_ACRONYM = 10
WORD = re.compile(r"[^\W\d_][\w'’]*")
LONGEST_WINDOW = 140
MOST_INITIALS = 0.6


class Definition(NamedTuple):
    """A story's own definition: `text[start:end]` is the long form of `acronym`."""

    acronym: str
    long: str
    start: int
    end: int


def definitions(text: str) -> list[Definition]:
    """Return the acronym definitions of a story in order."""
    if "(" not in text:
        return []
    found = [made for match in BRACKETED.finditer(text) if (made := _before(text, match))]
    found += [made for match in EXPLAINED.finditer(text) if (made := _inside(text, match))]
    return sorted(found, key=lambda definition: definition.start)


def _before(text: str, match: re.Match[str]) -> Definition | None:
    """Return the definition whose long form stands before the bracket."""
    acronym = match[1]
    if not _is_acronym(acronym):
        return None
    low = max(text.rfind("\n", 0, match.start()) + 1, match.start() - LONGEST_WINDOW)
    window = text[low : match.start()].rstrip()
    letters = re.sub(r"[^A-Za-z]", "", acronym)
    words = list(WORD.finditer(window))[-min(len(letters) + 6, 2 * len(letters) + 2) :]
    if not words:
        return None
    first = _long_form(letters, window, words[0].start())
    if first is None or not _is_name(window[first:], letters):
        return None
    return Definition(acronym, window[first:], low + first, low + len(window))


def _inside(text: str, match: re.Match[str]) -> Definition | None:
    """Return the definition whose long form stands in the bracket."""
    start = match.start()
    before = BEFORE.search(text, max(0, start - 1 - LONGEST_ACRONYM), start)
    if not before:
        return None
    acronym, long = before[0], match[1].removeprefix("the ")
    letters = re.sub(r"[^A-Za-z]", "", acronym)
    if not _is_acronym(acronym) or _long_form(letters, long, 0) != 0 or not _is_name(long, letters):
        return None
    return Definition(acronym, long, match.end() - 1 - len(long), match.end() - 1)


def _is_acronym(form: str) -> bool:
    return sum(letter.isupper() for letter in form) >= 2


def _long_form(letters: str, window: str, floor: int) -> int | None:
    """Return where in `window` the long form of `letters` starts, None when it has none."""
    position = len(window) - 1
    for number in range(len(letters) - 1, -1, -1):
        wanted = letters[number].lower()
        while position >= floor and not (
            window[position].lower() == wanted and (number or _starts_name(window, position))
        ):
            position -= 1
        if position < floor:
            return None
        position -= 1
    return position + 1


def _starts_name(window: str, position: int) -> bool:
    """Does a capitalised word start there (not the "for" of "Fund for Mountain Schools")?"""
    return window[position].isupper() and not window[position - 1 : position].isalnum()


def _is_name(long: str, letters: str) -> bool:
    """Is it a name of two words or more, most letters of the acronym starting one of them?"""
    initials = [word[0].lower() for word in WORD.findall(long)]
    if len(initials) < 2 or re.search(r"[.;:]\s", long):
        return False
    fits = sum(letter.lower() in initials for letter in letters)
    return fits >= MOST_INITIALS * len(letters)
