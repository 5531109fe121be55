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


_KINDS = "".join([unicodedata.category(chr(code))[0] for code in range(0x20000)])


def _ranges(kinds: str) -> str:
    """Return a regex class of all characters whose Unicode category starts with one of kinds."""
    runs = re.finditer(f"[{kinds}]+", _KINDS)
    return "".join(f"\\U{run.start():08x}-\\U{run.end() - 1:08x}" for run in runs)


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


class Stretch(NamedTuple):
    """What stands between two blanks: its words as they are indexed, and for readers.

    `words` and `shown` have equally many parts, but a stretch without words is shown as one.
    `forms` are pairs: a word as written (lower case), and its plain form.
    """

    words: tuple[str, ...]
    shown: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]


@lru_cache(maxsize=200_000)
def stretch(text: str) -> Stretch:
    """Take apart a stretch of text without blanks; an archive has few different ones.

    What stands between two words goes to the left one, what stands before the first to that.
    """
    found = list(tokens(text))
    starts = [0, *(token.start for token in found[1:]), len(text)]
    shown = [text[start:end].replace(PARAGRAPH, "") for start, end in pairwise(starts)]
    return Stretch(
        tuple(token.plain for token in found),
        (*(piece + JOIN for piece in shown[:-1]), shown[-1]),
        tuple((token.form, token.plain) for token in found),
    )


class IndexText(NamedTuple):
    """A text as `words` for the index and `shown` to readers: as many parts, blanks between them.

    `plain` are its words, each once; `stretches` what stands between its blanks, each once, for
    `forms_of`; `length` counts the words.
    """

    words: str
    shown: str
    plain: set[str]
    stretches: set[str]
    length: int


def index_text(blocks: Iterable[str]) -> IndexText:
    """Return the index text of title and paragraphs, parted by PARAGRAPH.

    A position found in the words is a part of the shown text.
    """
    words: list[str] = []
    shown: list[str] = []
    stretches: set[str] = set()
    length = 0
    for block in blocks:
        parts = block.split()
        stretches.update(parts)
        found, read = _in_parts(parts)
        if found:
            words += (PARAGRAPH, *found) if words else found
            shown += (PARAGRAPH, *read) if shown else read
            length += len(found)
    plain = set(words) - {PARAGRAPH}
    return IndexText(" ".join(words), " ".join(shown), plain, stretches, length)


def forms_of(stretches: Iterable[str]) -> dict[str, str]:
    """Return for each word as written (lower case) in some stretches its plain form."""
    return {form: plain for text in stretches for form, plain in stretch(text).forms}


def _in_parts(parts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words of a block, and what is shown for each.

    What has no word, as a dash between blanks, is shown with the word before it, or after it at
    the start of a block.
    """
    words: list[str] = []
    shown: list[str] = []
    waiting = ""
    for plain, pieces, _ in map(stretch, parts):
        if plain:
            words += plain
            shown += (waiting + pieces[0], *pieces[1:]) if waiting else pieces
            waiting = ""
        elif pieces[0] and shown:
            shown[-1] += BLANK + pieces[0]
        elif pieces[0]:
            waiting += pieces[0] + BLANK
    return words, shown
