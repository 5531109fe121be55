"""The blocks of a saved page: paragraphs, headings, items and lines, each with its surroundings."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from html import unescape

from newsdesk.copydesk.blocks import Block, BlockKind
from newsdesk.copydesk.html_markup import RAW, VOID, Element, Event, MarkupReader

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp"
    " small span strike strong sub sup time tt u var wbr img".split()
)
# What these hold is never read as text.
UNREAD = frozenset("head svg math object audio video canvas select button datalist map".split())
EMPHASIS = frozenset("b em i strong u".split())
# What shows nothing, or shows it apart from the text around.
SILENT = frozenset("area base col embed input link meta param source textarea title track".split())
SILENT |= RAW
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th", "caption"), "table"),
    "figcaption": "caption",
    "blockquote": "quote",
}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
WORD = re.compile(r"\w")
LONGEST_TEXT = 5_000_000
MOST_BLOCKS = 20_000
MOST_ELEMENTS = 400_000
POPS_UP = re.compile(r"tooltip|popup|popover|rollover-\w+-block|sr-only|visually-?hidden")
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


@dataclass(slots=True)
class PageText:
    """A page taken apart: its elements, its blocks in reading order, and its scripts."""

    elements: list[Element]
    blocks: list[PageBlock] = field(default_factory=list)
    raw: list[tuple[int, int, int]] = field(default_factory=list)
    read_to: int = -1  # where reading was given up, -1 for a page read to its end


class Collector:
    """Collects the text of one block after the other."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.clear()

    def clear(self) -> None:
        """Begin with nothing."""
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
        found = None
        text = "".join(self.pieces)
        if WORD.search(text):
            block = Block(text, self.offsets, self.end, kind)
            found = PageBlock(block, element, self.linked, self.emphasised, self.links)
        self.clear()
        return found


def read_page_text(source: str) -> PageText:
    """Return the elements and blocks of a page. Linear in its length."""
    return PageReader(source).read()


class PageReader:
    """Turns the events of the markup into blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.markup = MarkupReader(source)
        self.page = PageText(self.markup.elements)
        self.collector = Collector(source)
        self.holders = [0]  # the open elements that make blocks, innermost last
        self.closing: dict[int, str] = {}  # what ends with an open element
        self.within = dict.fromkeys(("link", "emphasis", "unread"), 0)
        self.breaks = 0
        self.words_read = 0

    def read(self) -> PageText:
        """Return the page taken apart."""
        for event in self.markup.events():
            if self.is_full(event):
                self.page.read_to = event.start
                break
            if event.kind == "text":
                if not self.within["unread"]:
                    self.add_text(event.start, event.end)
            elif event.kind == "start":
                self.open(event.element)
            elif event.kind == "end":
                self.close(event.element)
            elif event.kind == "break":
                self.breaks += 1
            else:
                self.page.raw.append((event.element, event.start, event.end))
        self.flush()
        return self.page

    def is_full(self, event: Event) -> bool:
        """Tell whether the page is larger than any news page, so that reading ends here."""
        if event.kind == "text":
            self.words_read += event.end - event.start
        return (
            self.words_read > LONGEST_TEXT
            or len(self.page.blocks) >= MOST_BLOCKS
            or len(self.page.elements) >= MOST_ELEMENTS
        )

    def add_text(self, start: int, end: int) -> None:
        """Add text to the block; two line breaks before it begin a new one, one is a space."""
        blank = self.source[start:end].isspace()
        if self.breaks and not blank:
            if self.breaks > 1:
                self.flush()
            elif self.collector.space < 0:
                self.collector.space = start
            self.breaks = 0
        self.collector.add(start, end, self.within["link"] > 0, self.within["emphasis"] > 0)

    def open(self, number: int) -> None:
        """Note what an element begins: a link, emphasis, something unread, or a block."""
        element = self.markup.elements[number]
        name = element.name
        if name == "br":
            self.breaks += 1
        elif name in UNREAD or is_hidden(element) or (name in INLINE and pops_up(element)):
            self.enter(number, "unread")
        elif name == "a":
            self.collector.links += 1
            self.enter(number, "link")
        elif name in EMPHASIS and name in INLINE:
            self.enter(number, "emphasis")
        elif name not in INLINE and name not in SILENT and "-" not in name:
            self.flush()
            if name not in VOID:
                self.holders.append(number)
                self.closing[number] = "block"

    def enter(self, number: int, what: str) -> None:
        """Count an element in, if it will end."""
        if self.markup.elements[number].name not in VOID:
            self.within[what] += 1
            self.closing[number] = what

    def close(self, number: int) -> None:
        """Note what an element ends."""
        what = self.closing.pop(number, "")
        if what == "block":
            self.flush()
            self.holders.pop()
        elif what:
            self.within[what] -= 1

    def flush(self) -> None:
        """End the block, and keep it if it holds a word."""
        self.breaks = 0
        element = self.holders[-1]
        kind = KINDS.get(self.page.elements[element].name, "text")
        found = self.collector.take(element, kind)
        if found:
            self.page.blocks.append(found)


def is_hidden(element: Element) -> bool:
    """Tell whether the page itself hides an element."""
    if "none" not in element.written and "hidden" not in element.written:
        return False
    found = element.attributes
    hides = found.get("hidden", "no") in ("", "hidden", "true")
    return hides or bool(HIDDEN_STYLE.search(found.get("style", "")))


def pops_up(element: Element) -> bool:
    """Tell whether an element's class says that its text shows only on pointing at a word."""
    return "class" in element.written and bool(POPS_UP.search(element.attributes.get("class", "")))
