"""What the tables hold: their columns, in one place for every format and the data package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["string", "integer", "boolean", "date"]
Value = str | int | bool | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and a sentence for who opens the file."""

    name: str
    kind: Kind
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, its key, and the columns that point to other tables."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    points_to: Mapping[str, tuple[str, str]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


STORIES = Table(
    "stories",
    "One row for each story.",
    (
        Column("id", "string", "SHA-256 of the raw document; a story's id for ever.", True),
        Column("title", "string", "The headline.", True),
        Column("date", "date", "The day it is dated; empty when undated."),
        Column("time", "string", "The time of day as the story states it, seldom with a zone."),
        Column("partial_date", "string", "What is known of an undated story's date (EDTF)."),
        Column("source", "string", "Who wrote it."),
        Column("syndicator", "string", "Who passed it on."),
        Column("byline", "string", "Its authors."),
        Column("dateline", "string", "The dateline as printed."),
        Column("place", "string", "The place of the dateline."),
        Column("lang", "string", "Its language (BCP 47)."),
        Column("dir", "string", "ltr or rtl."),
        Column("text", "string", "Its paragraphs, an empty line between them."),
        Column("words", "integer", "How many words the text has, parted at white space."),
        Column("truncated", "boolean", "Whether the dump held only a part of it."),
        Column("twins", "integer", "Stories with one number here are near-copies of each other."),
        Column("wire_id", "string", "The agency's own number."),
        Column("rights", "string", "What it says about rights."),
        Column("original", "string", "Its address at its publisher."),
        Column("permalink", "string", "Its address in the archive's site.", True),
        Column("dump", "string", "Where the raw document lay: dump!locator."),
    ),
    ("id",),
    {},
)
HEADINGS = Table(
    "headings",
    "One row for each country and organisation that a story bears.",
    (
        Column("id", "string", "country/ISO code, or organization/key.", True),
        Column("kind", "string", "country or organization.", True),
        Column("code", "string", "ISO 3166 code, or the organisation's key.", True),
        Column("name", "string", "The heading.", True),
        Column("wikidata", "string", "Its Wikidata id."),
    ),
    ("id",),
    {},
)
TAGS = Table(
    "tags",
    "One row for each heading on each story.",
    (
        Column("story", "string", "The story's id.", True),
        Column("heading", "string", "The heading's id.", True),
        Column("about", "boolean", "Whether the story is about it, or only mentions it.", True),
        Column("evidence", "string", "Why it bears the heading."),
    ),
    ("story", "heading"),
    {"story": ("stories", "id"), "heading": ("headings", "id")},
)
TABLES = (STORIES, HEADINGS, TAGS)
