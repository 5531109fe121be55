"""Reading a content file as filing writes it: one regular expression instead of an HTML parser.

A file of any other shape (edited by hand, written by another program) is not refused: `parse`
returns None and the caller asks Pelican's own reader.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

HEAD_END = "\n</head>\n<body>\n"
BODY_END = "\n</body>\n</html>\n"
OPENING = re.compile(
    r'<!DOCTYPE html>\n<html lang="[^"\n]*"(?: dir="(?:ltr|rtl)")?>\n<head>\n'
    r'<meta charset="utf-8">\n<title>([^<\n]*)</title>\n'
)
META = re.compile(r'^<meta name="([a-z_]+)" content="([^"\n]*)">$', re.MULTILINE)
# Full of quotation marks and seldom wanted: whoever reads them calls `plain`.
JSON = frozenset(("cuts", "evidence"))
# What html.escape writes, the ampersand last.
ENTITIES = (("&quot;", '"'), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"))


class Sheet(NamedTuple):
    """What a content file says: the title and body are HTML, the facts plain text but for JSON."""

    title: str
    facts: dict[str, str]
    body: str


def parse(text: str) -> Sheet | None:
    """Return what a content file says, or None when filing would not have written it so."""
    head, found, rest = text.partition(HEAD_END)
    opening = OPENING.match(head)
    if not found or opening is None:
        return None
    pairs = META.findall(head, opening.end())
    facts = {
        name: plain(value) if "&" in value and name not in JSON else value for name, value in pairs
    }
    lines = head.count("\n", opening.end()) + 1
    if len(facts) != lines or not rest.endswith(BODY_END):
        return None
    return Sheet(opening[1], facts, rest[: -len(BODY_END)])


def plain(value: str) -> str:
    """Return an attribute's value without entities: quickly those that filing writes."""
    text = value
    for entity, letter in ENTITIES:
        text = text.replace(entity, letter)
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    return unescape(value)


def escaped(text: str) -> str:
    """Return text for HTML, attributes too: as markupsafe does, in a quarter of the time."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text or ">" in text:
        text = text.replace("<", "&lt;").replace(">", "&gt;")
    if '"' in text or "'" in text:
        text = text.replace('"', "&#34;").replace("'", "&#39;")
    return text


def several(value: str) -> list[str]:
    """Return the parts of a fact that holds a list, as `"AF*; TJ;"`."""
    return [part for part in (piece.strip() for piece in value.split(";")) if part]
