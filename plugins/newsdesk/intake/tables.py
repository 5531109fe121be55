"""CSV and TSV: one story a row, its columns named as JSON keys are (`newsdesk.intake.keys`), in
capitals or not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode
from newsdesk.intake.item import Found, Item, sha256
from newsdesk.intake.json_stories import build
from newsdesk.intake.keys import KEYS, SUMMARY, TEXT, plain_key
from newsdesk.intake.settings import IntakeSettings

KNOWN = frozenset(name for names in (TEXT, SUMMARY, *KEYS.values()) for name in names)
DELIMITERS = ",\t;|"


def is_head(line: str) -> bool:
    """Tell whether a line names the columns of a table of stories, whatever its file is called:
    at least three, a headline and a text among them, most of them known."""
    parts = line.split(max(DELIMITERS, key=line.count))
    names = [plain_key(name.strip(' "\r')) for name in parts]
    known = KNOWN & set(names)
    whole = not known.isdisjoint(TEXT) and not known.isdisjoint(KEYS["title"])
    return len(names) > 2 and whole and len(known) * 2 >= len(names)


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of a table, one row in memory at a time."""
    head = item.head()
    encoding = _encoding(head)
    first = head.decode(encoding, "replace").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(settings.max_document)
    text = io.TextIOWrapper(item.stream, encoding, errors="replace", newline="")
    number = 0
    try:
        for row in csv.DictReader(text, delimiter=delimiter):
            number += 1
            record = {name.strip(): value for name, value in row.items() if name and value}
            where, own = item.numbered(number), orjson.dumps(record)
            try:
                if row.get(None):
                    raise UnreadableDocument(_too_wide(row))
                yield build(item, record, where, settings, encoding, sha256(own))
            except UnreadableDocument as error:
                yield item.set_aside(str(error), where, own)
    except (csv.Error, UnicodeError) as error:
        raise UnreadableDocument(f"From row {number + 1} on it is no table.") from error
    finally:
        text.detach()


def _too_wide(row: Mapping[Any, Any]) -> str:
    cells = len(row) - 1 + len(row[None])
    return (
        f"Its row has {cells} cells, but the first line names {len(row) - 1} columns: a separator "
        "stands unquoted in a cell. Mend the row and ingest the table again."
    )


def _encoding(head: bytes) -> str:
    """Return the encoding of a table by its head, whose last character may be cut short."""
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    whole = head[: head.rfind(b"\n") + 1] or head
    return decode(whole).encoding if not head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-16"
