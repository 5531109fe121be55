"""A story out of a structured format: its text and fields are repaired, its markup is told."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Literal

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.item import Item
from newsdesk.intake.mending import repair
from newsdesk.records import Provenance, RawDocument

TAGS = r"p|br|div|a|h[1-6]|ul|ol|li|em|strong|b|i|span|figure|img|table|blockquote|script"
MARKUP = re.compile(rf"</?(?:{TAGS})\b[^<>]*>", re.IGNORECASE)
# A wire puts a ticker in angle brackets, "AT&T <T> and Pulitzer <P>", and never closes it.
CLOSED = re.compile(
    rf"</(?:{TAGS})\s*>|<br\s*/>|<(?:{TAGS})\s+[a-z-]+\s*=|<br>.*<br>|<p>.*<p>",
    re.IGNORECASE | re.DOTALL,
)


def story(
    item: Item,
    locator: str,
    text: str,
    fields: Mapping[str, str],
    *,
    sha256: str,
    encoding: str = "utf-8",
    repairs: tuple[str, ...] = (),
    markup: bool | None = None,
) -> RawDocument:
    """Return the story at `locator` of an item; `markup` tells HTML, None lets the text tell.

    Raises UnreadableDocument if the text has no letter or digit.
    """
    text, mended = repair(text)
    if not any(c.isalnum() for c in text):
        raise UnreadableDocument("It holds no text.")
    told = {**item.fields, **{name: on_one_line(name, value) for name, value in fields.items()}}
    if markup is None:
        markup = bool(CLOSED.search(text))
    kind: Literal["text/plain", "text/html"] = "text/html" if markup else "text/plain"
    origin = Provenance(item.dump, locator, sha256, encoding, repairs + mended)
    return RawDocument(text, origin, kind, {name: value for name, value in told.items() if value})


def on_one_line(name: str, value: str) -> str:
    """Return a field's value as plain text on one line, entities resolved and tags dropped."""
    value = repair(value)[0]
    if name != "url":  # an address may hold `&copy=1`
        value = html.unescape(value)
        value = MARKUP.sub("", value) if CLOSED.search(value) else value
    return " ".join(repair(value)[0].split())
