"""The records that travel through the newsdesk, each made by one room and read by the next.

RawDocument -> Article -> TaggedArticle. All are frozen: a room never changes what it was given.
Offsets count characters of `RawDocument.text`, the decoded original.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the decoded original: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a raw document came from, so that anyone can find it again.

    `dump` is the path the user named (relative to the folder given to ingest), `locator` the way
    inside it (archive members joined by `!`, then `#` and the story's number in an export: empty
    where the file is the document), `sha256` the hash of the document's own raw bytes.
    """

    dump: str
    locator: str
    sha256: str
    encoding: str = "utf-8"
    repairs: tuple[str, ...] = ()

    def __str__(self) -> str:
        joint = "" if not self.locator or self.locator[0] in "!#" else "!"
        return f"{self.dump}{joint}{self.locator}"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One story as it lay in the dump: decoded, not yet cleaned.

    `fields` holds what the format itself states (a JSON key, an RSS element, an e-mail header),
    under the field names of Article: title, date, source, syndicator, wire_id, byline, place,
    lang, rights, url; `mailed` is when an e-mail was sent. `media_type` says how `text` is written.
    """

    text: str
    provenance: Provenance
    media_type: Literal["text/plain", "text/html"] = "text/plain"
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document that could not be read: `reason` is a sentence, nothing of it is filed."""

    provenance: Provenance
    reason: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the original that is not the story, and the rule that says so."""

    start: int
    end: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value: the rule that read it and the words it was read from."""

    field: str
    value: str
    rule: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A block that stayed although furniture is likely: for the review list."""

    start: int
    end: int
    rule: str
    score: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A clean story: body paragraphs, recovered metadata and the account of what was cut.

    `kept` and `cuts` partition `raw.text`: put together in order of `start` they are the decoded
    original again (`copydesk.rebuild`). `paragraphs` are the kept spans with wraps joined, entities
    resolved and white space folded. `date` is None for an undated story; `partial_date` then holds
    what is known in EDTF form (ISO 8601-2), as `XXXX-01-15` for "Jan 15".
    """

    raw: RawDocument
    title: str
    paragraphs: tuple[str, ...]
    kept: tuple[Span, ...]
    cuts: tuple[Cut, ...]
    date: date | None = None
    time: str = ""
    partial_date: str = ""
    source: str = ""
    syndicator: str = ""
    wire_id: str = ""
    byline: str = ""
    place: str = ""
    dateline: str = ""
    lang: str = ""
    dir: Literal["ltr", "rtl"] = "ltr"
    rights: str = ""
    url: str = ""
    truncated: bool = False
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()


Desk = Literal["country", "organization"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a tag was read: characters `start:end` of paragraph `paragraph` (-1 is the title)."""

    paragraph: int
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A heading of an authority file that a story touches, and the evidence for it.

    `code` is the standard id: ISO 3166-1 alpha-2 (or the 3166-3 code of a former country) for a
    country, the heading's own key for an organisation. `primary` marks what the story is about.
    `reason` is one clause a reader understands ("in the headline and 4 times in the text").
    """

    desk: Desk
    code: str
    heading: str
    primary: bool
    score: float = 0.0
    reason: str = ""
    wikidata: str = ""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """An article with its tags, ready for filing. `unverified` names wait for acceptance."""

    article: Article
    tags: tuple[Tag, ...] = ()
    unverified: tuple[str, ...] = ()

    def of(self, desk: Desk) -> tuple[Tag, ...]:
        """Return the tags of one desk, primary ones first."""
        return tuple(sorted((t for t in self.tags if t.desk == desk), key=lambda t: not t.primary))
