"""The markup of a saved page, read in one pass: elements, and runs of text that know their place.

A tolerant reader after the main rules of the HTML standard: elements without an end, implied ends,
end tags that close nothing, raw text. It does not recurse and reads nothing twice, so 100,000
nested elements or an unclosed comment cost no more time than their length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

LONGEST_TAG = 8192
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
ATTRIBUTE = re.compile(r"([^\s=>\"'/]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")

VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
RAW = frozenset("script style textarea title noscript iframe xmp noembed noframes template".split())
# Opening the key ends an open element of these names, unless a fence stands between.
PARAGRAPH = frozenset({"p"})
DRAWN = frozenset("circle ellipse g line path polygon polyline rect use".split())
ENDS = dict.fromkeys(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table"
    " ul".split(),
    PARAGRAPH,
) | {
    "li": frozenset({"p", "li"}),
    "dt": frozenset({"p", "dt", "dd"}),
    "dd": frozenset({"p", "dt", "dd"}),
    "tr": frozenset({"p", "tr", "td", "th"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "option": frozenset({"option"}),
}
FENCES = frozenset("article aside blockquote body div dl main ol section select table ul".split())


@dataclass(slots=True)
class Element:
    """An element of the page; `parent` is its number in the page, -1 above the root."""

    name: str
    parent: int
    depth: int
    written: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes as a mapping; read from what is written each time."""
        return attributes(self.written)


class Event(NamedTuple):
    """What the reader meets: text, a start or an end of `element`, raw text (of a script ...)."""

    kind: str
    start: int
    end: int
    element: int


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag: names in lower case, the first of a name wins."""
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(text):
        if name.lower() not in found:
            value = values[0] or values[1] or values[2]
            found[name.lower()] = unescape(value) if "&" in value else value
    return found


class MarkupReader:
    """Reads one page; `events()` may be run through once, `elements` grows on the way."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.elements: list[Element] = [Element("", -1, 0)]
        self.open: list[int] = [0]
        self.names: Counter[str] = Counter()
        self.missing: set[str] = set()

    def events(self) -> Iterator[Event]:
        """Yield text, starts, ends and raw text in the order of the page."""
        source, at, size = self.source, 0, len(self.source)
        while at < size:
            start = source.find("<", at)
            if start < 0:
                start = size
            if start > at:
                yield Event("text", at, start, self.open[-1])
            if start == size:
                return
            if self.find(">", start) < 0:
                yield Event("text", start, size, self.open[-1])
                return
            at = start
            tag = TAG.match(source, start, min(size, start + LONGEST_TAG))
            if tag:
                at = tag.end()
                name = tag[2].lower()
                if tag[1]:
                    yield from self.close(name, tag.start(), tag.end())
                else:
                    yield from self.start(name, tag)
                    if name in RAW:
                        at = self.raw_end(name, at)
                        yield Event("raw", tag.end(), at, len(self.elements) - 1)
                continue
            at = self.skip_oddity(start)
            if at == start:
                yield Event("text", start, start + 1, self.open[-1])
                at = start + 1

    def find(self, what: str, at: int) -> int:
        """Return where `what` comes next, or -1; a vain search is made only once."""
        if what in self.missing:
            return -1
        found = self.source.find(what, at)
        if found < 0:
            self.missing.add(what)
        return found

    def skip_oddity(self, start: int) -> int:
        """Return the end of a comment, declaration or broken tag; `start` for a lone `<`."""
        source = self.source
        following = source[start + 1 : start + 4]
        if following == "!--":
            end = self.find("-->", start + 4)
            return len(source) if end < 0 else end + 3
        if following[:1].isalpha() or following[:1] in ("!", "?", "/"):
            end = self.find(">", start + 1)
            return start if end < 0 else end + 1
        return start

    def raw_end(self, name: str, at: int) -> int:
        """Return where the raw text of a script, style ... ends: at its end tag, or the page's."""
        key = "</" + name
        if key in self.missing:
            return len(self.source)
        found = re.compile(re.escape(key) + r"(?=[\s/>])", re.IGNORECASE).search(self.source, at)
        if found:
            return found.start()
        self.missing.add(key)
        return len(self.source)

    def start(self, name: str, tag: re.Match[str]) -> Iterator[Event]:
        """Open an element, after ending what it implies to have ended."""
        ends = ENDS.get(name)
        while ends and self.elements[self.open[-1]].name in ends:
            yield self.pop(tag.start())
        if ends and any(self.names[one] for one in ends):
            yield from self.imply_ends(ends, tag.start())
        parent = self.open[-1]
        self.elements.append(Element(name, parent, self.elements[parent].depth + 1, tag[3]))
        number = len(self.elements) - 1
        yield Event("start", tag.start(), tag.end(), number)
        if name not in VOID and name not in RAW and not (name in DRAWN and tag[3].endswith("/")):
            self.open.append(number)
            self.names[name] += 1

    def imply_ends(self, ends: frozenset[str], at: int) -> Iterator[Event]:
        """End the elements of these names below the nearest fence, with what is inside them."""
        deepest = 0
        for back in range(1, min(len(self.open), 24)):
            name = self.elements[self.open[-back]].name
            if name in FENCES:
                break
            if name in ends:
                deepest = back
        for _ in range(deepest):
            yield self.pop(at)

    def close(self, name: str, start: int, end: int) -> Iterator[Event]:
        """End the nearest open element of this name; an end tag that closes nothing is skipped."""
        if name in {"br", "p"} and not self.names[name]:
            yield Event("break", start, end, self.open[-1])
            return
        if not self.names[name] or self.crosses(name):
            return
        while len(self.open) > 1:
            event = self.pop(start)
            yield event
            if self.elements[event.element].name == name:
                return

    def crosses(self, name: str) -> bool:
        """Tell whether an end tag of an inline element would close a block around it."""
        if name in FENCES or name in ENDS:
            return False
        for back in range(1, min(len(self.open), 24)):
            opened = self.elements[self.open[-back]].name
            if opened == name:
                return False
            if opened in FENCES:
                return True
        return True

    def pop(self, at: int) -> Event:
        """End the innermost open element."""
        number = self.open.pop()
        self.names[self.elements[number].name] -= 1
        return Event("end", at, at, number)
