"""Which Cyrillic code page a line is in: read in another it has the wrong letters.

«Капитан» of KOI8-R is «лБРЙФБО» in Windows-1251. A line in capitals alone is no less a line, so the
letters that Slavs write most are counted, small or capital. The two pages write each other's small
letters as capitals: «оНВЕЛС ОНД» is no better a reading of a line that begins «Почему под».
"""

from __future__ import annotations

import re

PAGES = ("sloppy-windows-1251", "koi8-r", "koi8-u", "cp866", "cp1125", "iso8859-5")
FREQUENT = frozenset("оеаиінтсрвлОЕАИІНТСРВЛ")
LEAST_MORE = 3  # letters, in a line however short
CAPITAL_FIRST = re.compile(r"\b[А-ЯЁ] ?[а-яё]")
CAPITAL_AMID = re.compile(r"[а-яё][А-ЯЁ]")
SHARE_MORE = 0.1  # of its letters: of 3,100 lines read in their own page none had so many


def page_of(line: bytes, name: str) -> str:
    """Return the code page in which a line reads surely better than in `name`, else `name`."""
    if name not in PAGES or line.isascii():
        return name
    cased = [page for page in PAGES if _is_cased(line, page)]
    best = max(cased or PAGES, key=lambda page: (_frequent(line, page), page == name))
    more = _frequent(line, best) - _frequent(line, name)
    if cased and name not in cased:
        return best if more > 0 else name
    return best if more > max(LEAST_MORE, SHARE_MORE * sum(b > 0x7F for b in line)) else name


def _is_cased(line: bytes, page: str) -> bool:
    """Tell whether capitals begin words in a reading, one at least, and stand amid none."""
    text = line.decode(page, "replace")
    return bool(CAPITAL_FIRST.search(text)) and not CAPITAL_AMID.search(text)


def _frequent(line: bytes, page: str) -> int:
    return sum(letter in FREQUENT for letter in line.decode(page, "replace"))
