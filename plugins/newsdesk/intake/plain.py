"""Plain text: one story, or the many of a database export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode
from newsdesk.intake.exports import stories
from newsdesk.intake.item import Found, Item, sha256
from newsdesk.intake.settings import IntakeSettings
from newsdesk.records import Provenance, RawDocument

OF_ONE = frozenset({"title", "url", "wire_id"})  # a mail's subject is no headline of its clippings


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of a text file."""
    data = item.read(settings.max_document)
    decoded = decode(data, stated=item.charset)
    origin = Provenance(
        item.dump, item.locator, item.digest or sha256(data), decoded.encoding, decoded.repairs
    )
    yield from split(decoded.text, origin, item.fields)


def split(text: str, origin: Provenance, fields: Mapping[str, str]) -> Iterator[RawDocument]:
    """Yield each story of a decoded text; `origin` is that of the whole document.

    Raises UnreadableDocument if it holds no letter or digit.
    """
    if not any(c.isalnum() for c in text):
        raise UnreadableDocument("It holds no text.")
    spans = stories(text)
    if len(spans) < 2:
        yield RawDocument(text, origin, fields=fields)
        return
    shared = {name: value for name, value in fields.items() if name not in OF_ONE}
    for number, (start, end) in enumerate(spans, 1):
        story = text[start:end]
        where = Provenance(
            origin.dump,
            f"{origin.locator}#{number}",
            sha256(story.encode()),
            origin.encoding,
            origin.repairs,
        )
        yield RawDocument(story, where, fields=shared)
