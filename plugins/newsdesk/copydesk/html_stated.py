"""The story that a page states as data and does not show: a script would have drawn it.

It is read where it stands, in the JSON-LD of the page, so each of its characters has its place.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdesk.copydesk.blocks import Block, read_blocks
from newsdesk.copydesk.html_blocks import PageText
from newsdesk.copydesk.html_evidence import plain_words
from newsdesk.copydesk.html_metadata import HALF, LEAST_PROSE, as_offered

BODY = re.compile(r'"articleBody"\s*+:\s*+"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
WRITTEN = re.compile(r"(?:\\u[dD][89abAB]\w\w)?\\u\w{4}|\\.|[^\\]+", re.DOTALL)
MOST_SHOWN = 4  # a page that shows a quarter of as much prose has a story of its own


def stated_story(
    page: PageText, source: str, kept: Sequence[Block], body: str
) -> tuple[Block, ...]:
    """Return the blocks of the stated `body` if the page shows no story, else nothing.

    `kept` are the blocks of the page that are its story by their evidence.
    """
    prose = [block.text for block in kept if len(block.text) > LEAST_PROSE]
    if not body or MOST_SHOWN * sum(map(len, prose)) > len(body):
        return ()
    told = plain_words(body)
    if any(plain_words(text) in told for text in prose):
        return ()  # the beginning of what only subscribers read
    literals = (written for written in bodies(page, source) if as_offered(written[0]) == body)
    text, places = next(literals, ("", array("q")))
    return tuple(placed(block, places) for block in read_blocks(text))


def bodies(page: PageText, source: str) -> Iterator[tuple[str, array[int]]]:
    """Yield each `articleBody` of the page's scripts as text, and the place of each character."""
    for element, start, end in page.raw:
        if page.elements[element].name == "script":
            for found in BODY.finditer(source, start, end):
                yield decoded(source, found.start(1), found.end(1))


def decoded(source: str, start: int, end: int) -> tuple[str, array[int]]:
    """Return a string of JSON as text, and the places of its characters and of its end."""
    parts: list[str] = []
    places = array("q")
    for found in WRITTEN.finditer(source, start, end):
        plain = escaped(found[0]) if found[0][0] == "\\" else found[0]
        parts.append(plain)
        whole = len(plain) == len(found[0])
        places.extend(range(found.start(), found.end()) if whole else [found.start()] * len(plain))
    places.append(end)
    return "".join(parts), places


def escaped(written: str) -> str:
    """Return the character that an escape stands for, nothing for half of one or a bad one."""
    try:
        return HALF.sub("", json.loads(f'"{written}"'))
    except ValueError:
        return ""


def placed(block: Block, places: array[int]) -> Block:
    """Return a block of a text with the places of that text's characters."""
    offsets = array("q", (places[at] for at in block.offsets))
    return replace(block, offsets=offsets, end=places[block.end])
