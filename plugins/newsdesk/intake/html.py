"""HTML pages: kept as they are, for copydesk reads the markup; only the charset is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode
from newsdesk.intake.export_pages import is_export, lines
from newsdesk.intake.item import Found, Item, sha256
from newsdesk.intake.plain import split
from newsdesk.intake.settings import IntakeSettings
from newsdesk.records import Provenance, RawDocument

META_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
XML_ENCODING = re.compile(rb"<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the page as one story; raises UnreadableDocument if it has no words."""
    data = item.read(settings.max_document)
    decoded = decode(data, stated=item.charset or stated_charset(data))
    if not any(c.isalnum() for c in re.sub(r"<[^<>]*>", "", decoded.text[:100_000])):
        raise UnreadableDocument("It is a page without words.")
    digest = item.digest or sha256(data)
    origin = Provenance(item.dump, item.locator, digest, decoded.encoding, decoded.repairs)
    if is_export(decoded.text):
        read_as = replace(origin, repairs=(*origin.repairs, "an export in HTML, read as lines"))
        yield from split(lines(decoded.text), read_as, item.fields)
        return
    yield RawDocument(decoded.text, origin, "text/html", item.fields)


def stated_charset(data: bytes) -> str:
    """Return the charset that a page or XML document names in its first bytes, or ''."""
    found = XML_ENCODING.match(data) or META_CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""
