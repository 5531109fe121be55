"""The worksheet of one document: its blocks in rows, and what is found out about each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from newsdesk.copydesk.blocks import Block
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.rulebook import Rule, Rulebook
from newsdesk.records import Doubt, RawDocument

# What a value was read from, the more telling the higher: an explicit code, what the format
# states, a header line, the dateline, an address, running text, a picture's credit.
RANKS = {
    "code": 50,
    "stated": 45,
    "header": 40,
    "dateline": 30,
    "url": 20,
    "text": 10,
    "credit": 5,
    "site": 3,
}

OF_EXPORTS = "export."  # the pack of database exports: its marks mean something else on a page

STOP = re.compile(r"(?:[.!?…。！？؟۔।;]|\.\.\.)(?:[\"')\]»”’“」』]*|\s\([A-Z]{1,3}\))\s*$")
HAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{5}")  # Thai, Lao, Burmese, Khmer
LEAST_SENTENCE = 14  # words: Thai sets neither spaces nor full stops
PAGE = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)
HOME = re.compile(r"https?:/*[^/?#]*/?#?|[\w-]+(?:\.[\w-]+)+/?")  # a paper's home page: no story's
SENTENCES = re.compile(r"[.!?…。！？؟۔][\"')\]»”’“」』]*(?=\s|$|[\u4e00-\u9fff])")


class Candidate(NamedTuple):
    """A value a field could have, the rule that read it and the words it was read from."""

    field: str
    value: str
    rule: str
    quote: str
    rank: int


class Piece(NamedTuple):
    """A stretch of the original with the rule that cuts it, '' where it is kept."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Strike:
    """A stretch of a block that goes, and the rule that says so."""

    first: int
    last: int
    rule: str


@dataclass(slots=True)
class Row:
    """One block with what is known of it; `kept` where a person's rule says it is the story."""

    number: int
    block: Block
    plain: str
    found: set[str]
    rules: list[Rule]
    first: int = 0
    last: int = 0
    cut: str = ""
    claimed: str = ""
    hint: Rule | None = None
    kept: bool = False
    strikes: list[Strike] = field(default_factory=list)
    counted: tuple[int, int, int, bool] = (-1, -1, 0, False)

    @property
    def text(self) -> str:
        """What is left of the block between the strikes at its edges."""
        return self.block.text[self.first : self.last]

    @property
    def words(self) -> int:
        """The number of words left: of Chinese two characters are one, of Thai five."""
        counted = self.counted
        if counted[0] != self.first or counted[1] != self.last:
            counted = self.count()
        return counted[2]

    def count(self) -> tuple[int, int, int, bool]:
        """Return what is left of the block, its words and whether it stops, and remember it."""
        text = self.text
        count = text.count(" ") + bool(text)
        stops = bool(STOP.search(text[-8:]))
        if not text.isascii():
            count += len(HAN.findall(text[:400])) // 2
            if "\u0e00" <= text[len(text) // 2] < "\u1800":
                count += len(UNSPACED.findall(text[:400]))
                stops = stops or count >= LEAST_SENTENCE
        self.counted = (self.first, self.last, count, stops)
        return self.counted

    @property
    def stops(self) -> bool:
        """Whether what is left ends as a sentence does."""
        counted = self.counted
        if counted[0] != self.first or counted[1] != self.last:
            counted = self.count()
        return counted[3]

    @property
    def prose(self) -> bool:
        """Whether what is left reads as running text."""
        counted = self.counted
        if counted[0] != self.first or counted[1] != self.last:
            counted = self.count()
        return counted[2] >= 26 or (counted[2] >= 7 and counted[3])

    @property
    def sentences(self) -> int:
        """The number of sentence ends in what is left."""
        return len(SENTENCES.findall(self.plain[self.first : self.last][:2000]))

    def strike_edge(self, first: int, last: int, rule: str) -> None:
        """Take away a stretch at the beginning or at the end of what is left."""
        self.strikes.append(Strike(first, last, rule))
        if first <= self.first:
            self.first = last
        else:
            self.last = first
        text = self.block.text
        while self.first < self.last and text[self.first] == " ":
            self.first += 1
        while self.last > self.first and text[self.last - 1] == " ":
            self.last -= 1
        if self.first >= self.last:
            self.cut = self.cut or rule


@dataclass(slots=True)
class Sheet:
    """All rows of a document, the candidates for its fields and the doubts about its blocks.

    `frame` are the first row of the story in a database's export and the one below its last;
    `page` tells that it is a whole web page, whose markup has already told the story from the rest;
    `dropped` are the stretches it is without, which have no rows; `named` has the row in which the
    story first bears a name, once that was asked; the first `undated` candidates are no full dates;
    `second` is the second paragraph that is set apart, once that was asked.
    """

    raw: RawDocument
    rows: list[Row]
    words: set[str]
    candidates: list[Candidate] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    body: int = 0
    length: int = 0
    taken_rest: bool = False
    dateline: str = ""
    page: bool = False
    dropped: tuple[Piece, ...] = ()
    frame: tuple[int, int] | None = None
    answers: frozenset[int] = frozenset()
    named: dict[str, int] | None = None
    undated: int = 0
    second: int | None = None

    def offer(self, name: str, value: str, rule: str, quote: str, rank: str) -> None:
        """Note a value that a field could have."""
        value = " ".join(value.split()).strip(" ,;:|-–—·•\u2066\u2067\u2068\u2069\u200e\u200f")
        if value and not (name == "url" and HOME.fullmatch(value)):
            self.candidates.append(Candidate(name, value, rule, quote[:200], RANKS[rank]))

    def offered(self, name: str) -> bool:
        """Tell whether a field has a candidate."""
        return any(c.field == name for c in self.candidates)

    def sets_apart(self, row: Row) -> bool:
        """Tell whether two paragraphs and more stand above a row with an empty line over each."""
        if self.second is None:
            apart = (r.number for r in self.rows if r.block.gap > 0 and r.prose)
            self.second = next(islice(apart, 1, None), len(self.rows))
        return row.number > self.second

    def below(self, row: Row) -> Row | None:
        """Return the row below a row, None below the last."""
        return self.rows[row.number + 1] if row.number + 1 < len(self.rows) else None

    def gives(self, row: Row) -> bool:
        """Tell whether a line is what the story gives or answers: no end of it is a signature."""
        return row.number in self.answers and not row.prose

    def open_rows(self, first: int = 0, last: int | None = None) -> Iterator[Row]:
        """Yield the rows that nothing has cut or claimed yet."""
        return (r for r in self.rows[first:last] if not r.cut and not r.claimed)


def lay_out(raw: RawDocument, blocks: tuple[Block, ...], rulebook: Rulebook) -> Sheet:
    """Return the worksheet of a document: for each block the rules worth trying on it."""
    rows = []
    everywhere: set[str] = set()
    page = raw.media_type == "text/html" and bool(PAGE.search(raw.text))
    for number, block in enumerate(blocks):
        plain = folded(block.text)
        found = rulebook.words_in(plain)
        everywhere |= found
        rows.append(Row(number, block, plain, found, [], last=len(block.text)))
    for row in rows:
        size, first = len(row.plain), row.plain[:1]
        beyond = not first.isascii()
        row.rules = [
            r
            for r in rulebook.candidates(row.found, size)
            if r.shortest <= size <= r.largest
            and (beyond or first in r.firsts)
            and not (r.anchors and r.anchors.isdisjoint(everywhere))
            and not (page and r.id.startswith(OF_EXPORTS))
        ]
        row.kept = any(r.at == "keep" and r.find(row.plain) for r in row.rules)
        if row.kept:
            row.rules = []
    length = sum(len(row.plain) for row in rows)
    return Sheet(raw, rows, everywhere, length=length, page=page)
