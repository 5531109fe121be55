"""What counts as a word: the one rule for indexing and for asking, mirrored in search-tokens.js.

Pagefind is given words that are already plain (lower case, no diacritics, no punctuation), one
per stretch of white space, so its own splitting and stemming have nothing left to decide and the
rules below are all the rules there are. docs/search.md states them for readers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

PARAGRAPH = "¶"  # takes a position and matches nothing: no phrase runs over it
JOIN = "\u2060"  # "first-⁠ quarter": this blank is not in the text
BLANK = "\u2800"  # a blank inside one word's stretch, as in "Dushanbe –"

# Scripts written without blanks: every sign is a word, a query becomes a phrase of signs.
SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0002fa1f"
)
APOSTROPHE = "'’ʼ`´"
# French and Italian little words before an apostrophe: "l'accord" is two words, "o'brien" one.
ELISIONS = ("c", "d", "j", "l", "m", "n", "s", "t", "qu", "all", "dall", "dell", "nell", "sull")

# Letters that Unicode does not take apart but a reader types plainly.
PLAIN = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
        "ð": "d", "þ": "th", "ς": "σ", "ŀ": "l",
        "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ۀ": "ه", "ھ": "ه", "ٱ": "ا", "ـ": "",
        **{chr(0x660 + n): str(n) for n in range(10)},
        **{chr(0x6F0 + n): str(n) for n in range(10)},
    }
)  # fmt: skip


def _ranges(kinds: str) -> str:
    """Return a regex class of all characters whose Unicode category starts with one of kinds."""
    found, start = [], None
    for code in range(0x20000):
        inside = unicodedata.category(chr(code))[0] in kinds
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            found.append((start, code - 1))
            start = None
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in found)


_MARK = _ranges("M")
_WORD = _ranges("LNM") + "\U00020000-\U000323af"
_SIGN = re.compile(f"[{SPACELESS}]")
_TOKEN = re.compile(
    f"[{SPACELESS}][{_MARK}]*"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?"  # U.S., U.N
    r"|\d+(?:[.,]\d+)+"  # 1,234.5
    f"|(?:(?![{SPACELESS}])[{_WORD}])+(?:[{APOSTROPHE}](?:(?![{SPACELESS}])[{_WORD}])+)*"
)
_POSSESSIVE = re.compile(f"[{APOSTROPHE}]s$", re.IGNORECASE)
_ELISION = re.compile(f"^(?:{'|'.join(ELISIONS)})[{APOSTROPHE}](?=\\w\\w)", re.IGNORECASE)
_REST = re.compile(r"[\W_]+")


class Token(NamedTuple):
    """A word: `plain` as it is indexed, `form` as written (lower case), `start:end` its place."""

    plain: str
    form: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return the plain form of a word: lower case, no diacritics, letters and digits only.

    >>> fold("Qur'ān"), fold("U.S."), fold("1,234")
    ('quran', 'us', '1234')
    """
    lower = word.lower()
    if not lower.isascii():
        apart = unicodedata.normalize("NFKD", lower.translate(PLAIN))
        marks = (char for char in apart if unicodedata.category(char)[0] != "M")
        lower = "".join(marks).translate(PLAIN)
    return _REST.sub("", lower)


def tokens(text: str) -> Iterator[Token]:
    """Find the words of a text in reading order."""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        word = found[0]
        if word.isalnum():  # by far the most: nothing to take apart
            form = word.lower()
        else:
            elided = _ELISION.match(word)
            if elided:
                head, start = elided[0], start + elided.end()
                yield Token(fold(head), head.lower(), found.start(), start)
                word = word[elided.end() :]
            form = _POSSESSIVE.sub("", word).lower()
        if plain := fold(form):
            yield Token(plain, form, start, end)


def plain_words(text: str) -> list[str]:
    """Return the plain words of a text."""
    return [token.plain for token in tokens(text)]


def _stretches(text: str, found: list[Token]) -> Iterator[str]:
    """Cut a text into one stretch without white space per token; joined they read as the text.

    What stands between two words goes to the left one up to its last white space.
    """
    start = 0
    for token, after in pairwise(found):
        gap = text[token.end : after.start]
        if gap == " ":
            yield _solid(text[start : token.end])
            start = after.start
        elif blanks := [n for n, char in enumerate(gap) if char.isspace()]:
            yield _solid(text[start : token.end + blanks[-1]])
            start = token.end + blanks[-1] + 1
        else:
            yield _solid(text[start : after.start]) + JOIN
            start = after.start
    yield _solid(text[start:])


def _solid(piece: str) -> str:
    """Return a piece without white space."""
    return piece if piece.isalnum() else BLANK.join(piece.split())


def index_text(blocks: Iterable[str]) -> tuple[str, str, list[Token]]:
    """Return (words for the index, the same text for readers, all tokens) of title and paragraphs.

    Both texts have the same number of blank-separated stretches, so a position found in the first
    is a stretch of the second. Blocks are parted by PARAGRAPH.
    """
    words: list[str] = []
    shown: list[str] = []
    every: list[Token] = []
    for block in blocks:
        found = list(tokens(block))
        if not found:
            continue
        if words:
            words.append(PARAGRAPH)
            shown.append(PARAGRAPH)
        words.extend(token.plain for token in found)
        shown.extend(_stretches(block.replace(PARAGRAPH, ""), found))
        every.extend(found)
    return " ".join(words), " ".join(shown), every
