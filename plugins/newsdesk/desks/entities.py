"""An optional second reader: named entities of a spaCy model that the owner has installed.

Off unless `[desks] ner = "en_core_web_sm"` (a package or a folder) is in archive.toml and the extra
`ner` is installed. Behind the seam of the desks it does two things: a name inside a person's name
is not a place or an organisation ("Jordan" in "Jordan Pickford"), and an organisation that only
the model sees joins the unverified names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from newsdesk.desks.matching import Match
from newsdesk.errors import BadSetting

PERSON = frozenset({"PERSON", "PER"})
BODY = frozenset({"ORG"})
LONGEST = 100_000  # Characters: a model takes about a megabyte of memory for a thousand.
UNUSED = ("lemmatizer", "parser", "tagger", "attribute_ruler", "morphologizer")


class Entity(NamedTuple):
    """A stretch `text[start:end]` that the model names."""

    start: int
    end: int
    label: str


Entities = Callable[[str], Sequence[Entity]]


def load_entities(model: str) -> Entities:
    """Return the reader of a model; BadSetting says what to install when it is not there."""
    try:
        spacy = import_module("spacy")
    except ImportError:
        raise BadSetting(
            f"[desks] ner = {model!r} needs spaCy: run with BACKFILE_EXTRAS=ner, or delete the "
            "line; nothing was filed."
        ) from None
    try:
        known = spacy.load(model, exclude=UNUSED)
    except OSError:
        raise BadSetting(
            f"[desks] ner = {model!r} names no spaCy model that is installed here, nor a folder "
            "with one; install it or delete the line; nothing was filed."
        ) from None
    return lambda text: read(known, text)


def read(model: Any, text: str) -> list[Entity]:
    """Return the entities that a loaded model finds in the first hundred thousand characters."""
    return [Entity(e.start_char, e.end_char, e.label_) for e in model(text[:LONGEST]).ents]


def without_people(matches: Sequence[Match], entities: Sequence[Entity]) -> list[Match]:
    """Return the matches that are no part of a person's longer name."""
    people = [e for e in entities if e.label in PERSON]
    return [
        match
        for match in matches
        if not any(
            person.start <= match.start
            and match.end <= person.end
            and match.end - match.start < person.end - person.start
            for person in people
        )
    ]


def unknown_bodies(
    text: str, entities: Sequence[Entity], matches: Sequence[Match]
) -> tuple[str, ...]:
    """Return the organisations of several words that touch no name the desks know."""
    return tuple(
        name
        for start, end, label in entities
        if label in BODY
        and " " in (name := text[start:end].strip())
        and "\n" not in name
        and not any(match.start < end and start < match.end for match in matches)
    )
