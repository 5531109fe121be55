"""Which words of a line the story repeats: a headline's are, a menu's are not."""

from __future__ import annotations

import re

from newsdesk.copydesk.sheet import Row, Sheet

WORDS = re.compile(
    r"[\u0e00-\u0e7f]{4,}|[\uac00-\ud7a3]{2,}|[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2,}"
)
JOINED = re.compile(r"^[وفبلك]?ال|^[وفبلك](?=..)")  # what Arabic writes together with a word
STEM = 5  # letters: endings differ between a headline and its story


def told_below(sheet: Sheet, first: int) -> frozenset[str]:
    """Return the stems of the running text from a row on."""
    return stems(" ".join(r.plain for r in sheet.rows[first:] if r.prose and not r.cut))


def echo(row: Row, told: frozenset[str]) -> float:
    """Return the share of a line's words that stand in the story, little words left out."""
    own = stems(row.plain)
    return len(own & told) / max(len(own), 2)


def stems(plain: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text; of Chinese, its pairs of signs."""
    words = WORDS.findall(plain.lower())
    if plain.isascii():
        return frozenset(word[:STEM] for word in words)
    found: set[str] = set()
    for word in words:
        if "\u3040" <= word[0] <= "\u9fff":
            found.update(word[n : n + 2] for n in range(len(word) - 1))
        elif "\u0e00" <= word[0] <= "\u0e7f":
            found.update(word[n : n + 4] for n in range(len(word) - 3))
        elif word[0] >= "\uac00":
            found.add(word[:2])  # a particle follows
        else:
            found.add(JOINED.sub("", word)[:STEM])
    return frozenset(found)
