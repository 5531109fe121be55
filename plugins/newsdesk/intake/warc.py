"""WARC: the pages and feeds of a web crawl, by warcio. Only answers that may hold a story count."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.item import Found, Item, buffered, size
from newsdesk.intake.settings import IntakeSettings

PAGES = frozenset(
    "text/html application/xhtml+xml text/plain application/json application/rss+xml"
    " application/atom+xml application/rdf+xml application/feed+json".split()
)


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield each page of the crawl as an item, its address among its fields."""
    try:
        iterator = importlib.import_module("warcio.archiveiterator").ArchiveIterator
        failures = importlib.import_module("warcio.exceptions").ArchiveLoadFailed
    except ImportError as error:
        reason = "It is a WARC, for which warcio is needed (pip install warcio)."
        raise UnreadableDocument(reason) from error
    number = 0
    try:
        for record in iterator(item.stream):
            kind, charset = _media_type(record)
            if kind not in PAGES:
                continue
            number += 1
            yield _page(item, record, kind, charset, item.numbered(number), settings)
    except (failures, ValueError, EOFError, KeyError, AttributeError) as error:
        if isinstance(error, UnreadableDocument):
            raise
        raise UnreadableDocument(f"The crawl is damaged after page {number}.") from error


def _media_type(record: Any) -> tuple[str, str]:
    """Return the media type and charset of a record that holds a page; ('', '') for others."""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return "", ""
        stated = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in {"resource", "conversion"}:
        stated = record.rec_headers.get_header("Content-Type") or ""
    else:
        return "", ""
    kind, _, rest = stated.partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
    return kind.strip().lower(), charset


def _page(
    item: Item, record: Any, kind: str, charset: str, where: str, settings: IntakeSettings
) -> Found:
    data: bytes = record.content_stream().read(settings.max_document + 1)
    if len(data) > settings.max_document:
        return item.set_aside(f"It is a page of over {size(settings.max_document)}.", where)
    return replace(
        item,
        locator=where,
        name="",
        stream=buffered(data),
        charset=charset,
        media_type="text/html" if "html" in kind else kind,
        fields={"url": record.rec_headers.get_header("WARC-Target-URI") or ""},
        depth=item.depth + 1,
    )
