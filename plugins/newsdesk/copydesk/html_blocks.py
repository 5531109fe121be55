"""The blocks of a saved page: paragraphs, headings, items and lines, each with its surroundings."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from html import unescape

from newsdesk.copydesk.blocks import Block, BlockKind
from newsdesk.copydesk.html_markup import Element, MarkupReader

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q s samp"
    " small span strike strong sub sup time tt u var wbr img".split()
)
# What these hold is never read as text.
UNREAD = frozenset("head svg math object audio video canvas select button datalist map".split())
EMPHASIS = frozenset("b strong em i h1 h2 h3 h4 h5 h6 u".split())
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th", "caption"), "table"),
    "figcaption": "caption",
    "blockquote": "quote",
}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
ODD = re.compile(
    r"(?P<space>[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[^\S ])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});?)"
    r"|(?P<none>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff])"
)


@dataclass(slots=True)
class PageBlock:
    """A block of a page: its text with offsets, its element, and how much of it is what."""

    block: Block
    element: int
    linked: int = 0
    emphasised: int = 0
    links: int = 0
    after_break: bool = False


@dataclass(slots=True)
class PageText:
    """A page taken apart: its elements, its blocks in reading order, and its scripts."""

    elements: list[Element]
    blocks: list[PageBlock] = field(default_factory=list)
    raw: list[tuple[int, int, int]] = field(default_factory=list)


class Collector:
    """Collects the text of one block after the other."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.clear()

    def clear(self) -> None:
        self.pieces: list[str] = []
        self.offsets = array("q")
        self.end = 0
        self.space = -1
        self.linked = self.emphasised = self.links = 0

    def add(self, start: int, end: int, linked: bool, emphasised: bool) -> None:
        """Add a stretch of the source, white space folded and entities resolved."""
        before = len(self.offsets)
        at = start
        if self.source[start].isspace():
            self.space = start if self.space < 0 else self.space
            at = start + 1
        for odd in ODD.finditer(self.source, at, end):
            self.put(self.source[at : odd.start()], at)
            at = odd.end()
            if odd["space"] is not None:
                self.space = odd.start() if self.space < 0 else self.space
            elif odd["entity"] is not None:
                plain = unescape(odd["entity"])
                if plain.isspace():
                    self.space = odd.start() if self.space < 0 else self.space
                else:
                    self.put(plain, odd.start(), repeated=True, end=odd.end())
        last = end
        while last > at and self.source[last - 1].isspace():
            last -= 1
        self.put(self.source[at:last], at)
        if last < end:
            self.space = last if self.space < 0 else self.space
        added = len(self.offsets) - before
        self.linked += added if linked else 0
        self.emphasised += added if emphasised else 0

    def put(self, words: str, at: int, repeated: bool = False, end: int = 0) -> None:
        """Add words, and the space that came before them unless the block begins here."""
        if not words:
            return
        if self.space >= 0:
            if self.offsets:
                self.pieces.append(" ")
                self.offsets.append(self.space)
            self.space = -1
        self.pieces.append(words)
        self.offsets.extend([at] * len(words) if repeated else range(at, at + len(words)))
        self.end = end or at + len(words)

    def take(self, element: int, kind: BlockKind) -> PageBlock | None:
        """Return the block collected so far and begin a new one."""
        text = "".join(self.pieces)
        found = None
        if any(c.isalnum() or c == '_' for c in text):
            block = Block(text, self.offsets, self.end, kind)
            found = PageBlock(block, element, self.linked, self.emphasised, self.links)
        self.clear()
        return found


def read_page_text(source: str) -> PageText:
    """Return the elements and blocks of a page. Linear in its length."""
    reader = MarkupReader(source)
    page = PageText(reader.elements)
    collector = Collector(source)
    unread = linked = emphasised = breaks = 0
    stack: list[int] = [0]  # the open elements that make blocks
    closes: dict[int, str] = {}
    for event in reader.events():
        kind = event.kind
        if kind == "text":
            if unread:
                continue
            if breaks > 1 and not source[event.start : event.end].isspace():
                flush(page, collector, stack[-1])
            elif breaks:
                collector.space = event.start if collector.space < 0 else collector.space
            if not source[event.start : event.end].isspace():
                breaks = 0
            collector.add(event.start, event.end, linked > 0, emphasised > 0)
            continue
        if kind == "raw":
            page.raw.append((event.element, event.start, event.end))
            continue
        if kind == "break":
            breaks += 1
            continue
        name = reader.elements[event.element].name
        if kind == "start":
            if name == "br":
                breaks += 1
            elif name in INLINE:
                if name == "a":
                    linked += 1
                    collector.links += 1
                    closes[event.element] = "a"
                elif name in EMPHASIS:
                    emphasised += 1
                    closes[event.element] = "b"
            elif name in UNREAD or is_hidden(reader.elements[event.element]):
                if name not in ("head",) or True:
                    unread += 1
                    closes[event.element] = "unread"
            elif name not in ("script", "style", "noscript", "template", "iframe", "input", "link", "meta", "source", "track", "param"):
                flush(page, collector, stack[-1])
                breaks = 0
                if name not in ("hr", "col", "area", "base", "embed", "frame", "textarea", "title"):
                    stack.append(event.element)
                    closes[event.element] = "block"
        else:
            what = closes.pop(event.element, "")
            if what == "a":
                linked -= 1
            elif what == "b":
                emphasised -= 1
            elif what == "unread":
                unread -= 1
            elif what == "block":
                flush(page, collector, stack[-1])
                breaks = 0
                stack.pop()
    flush(page, collector, stack[-1])
    return page


def flush(page: PageText, collector: Collector, element: int) -> None:
    """Add the collected block to the page, if it holds a word."""
    if collector.pieces:
        name = page.elements[element].name
        found = collector.take(element, KINDS.get(name, "text"))
        if found:
            page.blocks.append(found)
    else:
        collector.clear()


def is_hidden(element: Element) -> bool:
    """Tell whether the page itself hides an element."""
    written = element.written
    if "none" in written or "hidden" in written:
        found = element.attributes
        return bool(HIDDEN_STYLE.search(found.get("style", ""))) or (
            "hidden" in found and found["hidden"] in ("", "hidden", "true")
        )
    return False
