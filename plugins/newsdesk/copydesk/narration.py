"""A notice does not narrate: a sentence in the tense of stories is one, however it begins.

`Copyright © 2023 was stamped under it.`, `Haberin devamı için beklemek gerekiyordu.`: of the past
a page says only that something was published, updated, translated.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.people import share_of_publishing, words_of

LONGEST_NARRATED = 16  # words of a sentence that one verb can prove to be the story's
LATEST_MENTION = 6  # words behind a colon: Photo: that was the name he hated.
WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
OF_ITSELF = frozenset(  # This story was produced by the Kelby Argus.
    folded(
        "this dieser diese dieses cet cette ce este esta esto questo questa bu этот эта هذا هذه اين"
    ).split()
)
ACTS = frozenset("took gave stood sat began felt met fell rose drew grew spoke broke chose".split())
LABELLED = re.compile(r"[^\W\d_][^:.]{0,24}:\s?")
NARRATED_LAST = re.compile(
    r"[^。]*[\u3040-\u30ff][^。]*(?:た|ていない|ではない)。"
)  # 写真はなかった。
PAST = re.compile(  # has drawn, covered the
    r"(?:\b(?:has|have|had) (?=\w+(?:ed|n|t|ne|ade|old|ept|ut)\b)(\w{3,})"
    r"|\b(\w{3,}ed) (?:the|an?|to|that|on|h(?:is|er|im)|its|their|them|it|up|out|more|\d|[A-Z]))\b"
)
TAG = re.compile(  # Follow us, the guide yelled. / Folgen Sie uns, verkündete das Schild.
    folded(
        r", (?:(?:the|an?|his|her) (?:\w+ )?\w+ (?:\w+ed|(?:used to|would) \w+)"
        r"|(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)? [a-z]\w+ed)"
        r"|\w{3,}a(?:it)? (?:l[ea]s? |l'|s(?:on|a) )\w+"
        r"|\w{3,}ten? (?:der|die|das|eine?|seine?|ihre?) \w+"
        r"|\w{3,}(?:ó|aban?|ían?) (?:el|la|los|las|una?|su) \w+|\w{3,} ה\w{2,}"
        r"|\w{2,}(?:ал|ил|ел|ул|ял)[аи]? \w{2,})(?: [^,.;]{2,40})?[,.;]"
    ),
    re.IGNORECASE,
)


def narrates(plain: str) -> bool:
    """Tell whether a sentence tells what was: its verb is of the past, and of no publishing."""
    printed = WORD.findall(plain)
    words = [word.lower() for word in printed]
    if not words or words[0] in OF_ITSELF:
        return False
    if TAG.search(plain):
        return True
    if NARRATED_LAST.fullmatch(plain):
        return not share_of_publishing(plain[-9:])[0]  # 2024年に公開された。
    endings = narrated_endings()
    for number, word in enumerate(words[:LONGEST_NARRATED]):
        name = number > 0 and printed[number] != word  # Read it on New Era, and `era` is `was`
        if not name and (word in words_of("narrated") or word.endswith(endings)):
            # It was published; but no notice says that it took a click.
            return word in ACTS or not share_of_publishing(" ".join(words[number:]))[0]
    return False


def happened(plain: str) -> bool:
    """Tell whether an English sentence has a verb of the past that no notice has.

    A page tells that a story was published, edited, reserved: `has drawn criticism`, it never says.
    """
    words = (found[1] or found[2] for found in PAST.finditer(plain))
    return any(not word.startswith(words_of_notices()) for word in words)


def recounts(plain: str) -> bool:
    """Tell whether a sentence tells what was or what happened, as no notice does."""
    return narrates(plain) or happened(plain)


def mentions(plain: str) -> bool:
    """Tell whether a sentence speaks of the word before its colon: `Photo: a word he hated.`

    A credit names who made a picture: `Photo: he tore it up.` names nobody.
    """
    label = LABELLED.match(plain)
    first = WORD.findall(plain[label.end() :].lower())[:LATEST_MENTION] if label else []
    return len(first) > 1 and not words_of("mention").isdisjoint(first)


@lru_cache(maxsize=1)
def words_of_notices() -> tuple[str, ...]:
    """Return how the participles begin that notices are worded with: `publish-`."""
    return tuple(words_of("noticed"))


@lru_cache(maxsize=1)
def narrated_endings() -> tuple[str, ...]:
    """Return the endings of verbs of the past: `-yordu`."""
    return tuple(word[1:] for word in words_of("narrated") if word[0] == "-")
