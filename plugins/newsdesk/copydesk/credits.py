"""The names furniture credits: by the words around them, and by the list of known papers.

`No part may be reproduced without permission from The Fen Post`, `Follow Fen News on WhatsApp`,
`ссылка на «Вестник» обязательна`; rules/credits.toml has the words and the known names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from newsdesk.copydesk.people import is_person, media_name, sections

WORD = r"[A-ZÀ-ÞА-Я](?:[\w&'’/+-]|\.(?=\w))*"
SMALL = "of|the|of the|de|du|des|da|do|del|la|le|el|de l[ao]s?|dell[ao]|di|and|&"
NAME = rf"(?:{WORD}(?: (?:(?:{SMALL}) )?{WORD}){{0,4}})"
ARABIC = r"[\u05d0-\u05ea\u0621-\u06ff]{2,14}(?: [\u05d0-\u05ea\u0621-\u06ff]{2,14}){0,2}?"
ARABIC += r"(?= على | ©| \d|[.،,:|]|$)"
SIGN = r"(?:©|\([cC]\)|(?i:copyright))[\s:,©]*(?i:copyright)?[\s:,©]*"
SIGN += r"(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?)?[\s,]*"
RIGHTS = "(?:All rights|Tous droits|Alle Rechte|Todos los|Todos os|Tutti i|Все права)"
CALLED = re.compile(
    r"(?:Follow|Like|Join|Suivez|Folgen Sie|Sigue|Siga|Segui) (?:(?:the|la|le|il|a|o) )?"
)
QUOTED = '[«"„“]([^«»"„“”]{3,40})[»"“”]'


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, str]]:
    """Return rules/credits.toml: words before and behind a name by language, and known names."""
    return tomllib.loads((files("newsdesk.rules") / "credits.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Context:
    """A pattern of a name beside telling words; `surely` says that no person fits there."""

    words: AhoCorasick
    pattern: re.Pattern[str]
    surely: bool


@lru_cache(maxsize=1)
def contexts() -> tuple[Context, ...]:
    """Return the patterns of names beside telling words, each with the words it needs."""
    name = rf"(?:{QUOTED}|({NAME})|({ARABIC}))"
    apart = r"(?:\s|(?<=[لל])|(?<!\w)|(?<=[\u4e00-\u9fff]))"  # no ending of a verb: تابعونا
    before = rf"(?<!\w)(?i:{{}}){apart}(?:the |la |le |el |der |die |das |сайт )?" + name
    patterns = (
        (["©", "(c)", "copyright"], rf"{SIGN}(?:by |de )?(?:{QUOTED}|({NAME}))", True),
        (["©", "(c)", "copyright"], rf"{SIGN}({NAME}(?: [a-zà-ÿ-]+){{1,3}})\. {RIGHTS}", True),
        (words("before"), before, True),
        (words("calls"), before, False),
        (words("behind"), rf"({NAME})[»\"”’']?\s?(?i:{{}})(?!\w)", False),
    )
    return tuple(
        Context(AhoCorasick(listed), re.compile(pattern.replace("{}", choice(listed))), surely)
        for listed, pattern, surely in patterns
    )


@lru_cache(maxsize=1)
def nobody() -> frozenset[str]:
    """Return the words that make no name: networks, buttons, what a page calls itself."""
    return frozenset(table()["nobody"]["words"].split())


def words(side: str) -> list[str]:
    """Return one side's words of all languages."""
    listed = [
        " ".join(word.split())
        for language in table().values()
        for word in language.get(side, "").replace("\n", "").split("|")
    ]
    return [word for word in listed if word]


def choice(listed: list[str]) -> str:
    """Return words as the alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, listed), key=len, reverse=True))


@lru_cache(maxsize=1)
def known_names() -> tuple[tuple[str, ...], AhoCorasick]:
    """Return the papers known by name, and the automaton that finds them."""
    names = tuple(
        " ".join(name.split()) for name in table()["known"]["names"].replace("\n", "").split("|")
    )
    return names, AhoCorasick(list(names))


def named_in(text: str) -> Iterator[str]:
    """Yield the known papers whose names stand in a text as printed, whole words only."""
    names, automaton = known_names()
    for index, first, last in automaton.find_matches_as_indexes(text, overlapping=True):
        around = text[max(0, first - 1) : first] + text[last : last + 1]
        if not any(c.isalnum() for c in around):
            yield names[index]


def credited_in(text: str) -> Iterator[str]:
    """Yield the names that the words around them make the paper's own."""
    low = text.lower()
    for context in contexts():
        if not context.words.find_matches_as_indexes(low):
            continue
        for found in context.pattern.finditer(text):
            name = next(group for group in found.groups() if group).strip(" .,'’&/-")
            name = CALLED.sub("", name, count=1)  # Follow the Fen Echo on Facebook
            if fits(name) and (context.surely or media_name(name) or not is_person(name)):
                yield name


def fits(name: str) -> bool:
    """Tell whether a credited name could be a paper's: no network, no section, no figure."""
    low = name.lower().split()
    named = len(name) > 1 and not name.isdigit() and not set(low) <= nobody()
    return named and name.lower() not in sections()
