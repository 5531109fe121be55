"""The entry of one story: all rows the register will hold of it, sealed, made without the register.

Any process can make entries; one writes them down (register.py).
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from newsdesk.records import TaggedArticle
from newsdesk.twins import sketch

UNVERIFIED = "unverified"  # The field, among the evidence, of names that no authority file has.

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """A document's id, its content file and the hash of what filing wrote there."""

    sha256: str
    path: str
    file_sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A story's rows under the names of their tables, those of its seals among them."""

    filed: Filed
    rows: Mapping[str, list[Row]]


def entry_of(tagged: TaggedArticle, filed: Filed) -> Entry:
    """Return the whole account of a story: its document, cuts, doubts, evidence, tags, sketch."""
    article, raw, key = tagged.article, tagged.article.raw, filed.sha256
    day = article.date.isoformat() if article.date else article.partial_date
    document = (
        key, raw.media_type, raw.provenance.encoding, _json(raw.provenance.repairs),
        _json(dict(raw.fields)), zlib.compress(raw.text.encode("utf-8", "surrogatepass")),
        article.title, day, article.source, filed.path, filed.file_sha256,
    )  # fmt: skip
    parts: dict[str, list[Row]] = {
        "sketch": [(key, sketch(article.paragraphs).pack())],
        "cut": [(key, c.start, c.end, c.rule) for c in article.cuts],
        "doubt": [(key, d.start, d.end, d.rule, float(d.score)) for d in article.doubts],
        "evidence": [
            *((key, e.field, e.value, e.rule, e.quote) for e in article.evidence),
            *((key, UNVERIFIED, name, "pattern", "") for name in tagged.unverified),
        ],
        "tag": [
            (key, t.desk, t.code, t.heading, int(t.primary), t.reason,
             _json([[m.paragraph, m.start, m.end, m.reason] for m in t.mentions]))
            for t in tagged.tags
        ],
    }  # fmt: skip
    seals: list[Row] = [(key, part, seal_all(rows)) for part, rows in parts.items()]
    return Entry(filed, {"document": [(*document, seal(document))], **parts, "seal": seals})


def seal(row: Iterable[object]) -> str:
    """Return the checksum of a row, so that a changed byte of it is found."""
    values = [
        value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        for value in row
    ]
    sizes = [len(value).to_bytes(8, "big") for value in values]
    return hashlib.sha256(
        b"".join(chain.from_iterable(zip(sizes, values, strict=True)))
    ).hexdigest()


def seal_all(rows: Iterable[Row]) -> str:
    """Return the checksum of rows, in whatever order they come."""
    return seal(sorted(map(seal, rows)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
