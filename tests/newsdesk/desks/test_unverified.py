"""Names that no file has are looked for around a few words, and still all found."""

from __future__ import annotations

import random

from newsdesk.desks.unverified import ENDING, FIRST, LAST, STARTING, stretches

WORDS = [
    *FIRST, *LAST, "Pamir", "Zarafshan", "Élan", "U.S.", "A&B", "millers", "(Khujand", "met)",
    "“Oxus", "and", "&", "of", "for", "on", "on Monday", "the", "Banks", "Corp.", "Fund,", "x-Bank",
    "Jean-Luc", "said.", "PLLC", "\nBank", "Party\n", "’Union", "", "1987",
]  # fmt: skip


def test_the_look_around_keywords_finds_what_the_patterns_find_anywhere() -> None:
    dice, found = random.Random(7), 0
    for _ in range(3000):
        text = " ".join(dice.choices(WORDS, k=dice.randint(1, 30)))
        body = dice.choice((0, 0, len(text) // 3))
        wanted = [m.span() for p in (ENDING, STARTING) for m in p.finditer(text, body)]
        assert sorted(stretches(text, body)) == sorted(wanted), text
        found += len(wanted)
    assert found > 3000
