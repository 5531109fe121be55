"""Blocks: a decoded text cut into paragraphs and lines that remember where they came from.

Lines wrapped at a fixed column are joined again; every character of a block knows its offset in
the original, so a verdict on a block is a verdict on a stretch of the original.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from newsdesk.records import Span

BlockKind = Literal["text", "heading", "list-item", "caption", "table", "quote"]

# What ends a line. Some scrapers write the break out as the four characters \r\n.
LINE_END = re.compile(  # a form feed amid a sentence ends a page, and no line
    r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?<![\x0b\x0c](?=[ \t]?[a-zà-ÿа-я]))(?:(?<=\r)\n)?"
)
WRITTEN_OUT_END = re.compile(r"(?:\\r\\n|\\n|\\r)|" + LINE_END.pattern)
SENTENCE_AND_END = re.compile(r"[.!?\"'”»。؟]\\n|\\n\\n")
TAG_END = r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|figure|figcaption)\b[^<>\n]{0,300}>"
TAGGED_END = re.compile(TAG_END + "|" + LINE_END.pattern, re.IGNORECASE)
TAGGED = re.compile(r"<(?:p|br|div|/p)\b[^<>\n]{0,300}>", re.IGNORECASE)

# What cannot stand in a block's text as it is: runs of space, odd spaces, entities, inline tags,
# control characters and invisible ones. The zero-width non-joiner stays: Persian is spelt with it.
ODD = re.compile(
    r"(?P<space>[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}"
    r"|[^\S ]|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<entity>&(?:amp;)?(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});)"
    r"|(?P<escape>(?:\\u[0-9a-fA-F]{4})+|\\(?=[\"/]))"
    r"|(?P<tag></?(?:b|i|em|strong|a|span|u|font|small|sup|sub|img|cite)\b[^<>\n]{0,500}>)"
    r"|(?P<none>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff])"
)
SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|y|o|e|ve|и|или)\b")
HEADER_START = re.compile(  # what no sentence goes on with: a byline, an address
    r"(?:by|par|von|por|di|de|da)\s[^\n]{3,70}$|(?:Page|Seite|Página|Pagina|Стр\.?)\s?\d|[^\n]{0,40}\b(?:19|20|25)\d\d\b[^\n]{0,20}$|[^\n]{0,24}\b\d{1,2}[:.]\d\d$|\d{1,4}\s?/\s?\d|\d{4}-\d\d-\d\d\b|Document\s|[\w:]{2,16}:\s|(?:https?:|www\.|\S+@|\S+\.\w{2,4}(?:\s|/|$))",
    re.MULTILINE,
)
BYLINE_START = re.compile(r"(?:by|par|von|por|di|de|da)\s")
PRINT_FOOT = re.compile(
    r"https?://\S+\s+\d{1,3}\s?/\s?\d{1,3}"
)  # what a browser prints below a page
SIGNS = re.compile(r"([-=_*~#])\1{4,}")  # a rule between the parts of a digest
JOINER = "\u200c"
ARROWS = ">»►▶→•♦"  # a line that points elsewhere
FIELD_START = re.compile(r"[A-Za-z]\w{1,15}:\s")
FIELDS = re.compile(  # two and more of them, below a long headline
    r"[A-Z]\w{1,15}:[ \t]\S[^\n]{0,80}\n[A-Z][\w/ ]{1,20}:[ \t]\S"
)
NO_SENTENCE = re.compile(r"\t|\s\|\s|://")
HANGING = re.compile(  # a line that ends with a little word goes on, whatever follows
    r"\s(?:a|the|of|in|to|and|at|by|for|from|with|that|which|le|la|les|des|du|de|et|en|au|aux|un|une"
    r"|der|die|das|dem|den|des|und|im|zu|von|aus|bei|mit"
    r"|nach|für|am|zum|zur|vom|durch|gegen|über|unter|eine?|eine[mnrs]"
    r"|el|los|las|del|y|che|di|il|gli|и|в|на|с|по|из)$"
)
SENTENCE_ENDS = '.!?:;…"”»)。！？」』）；：؟۔'
FACTIVA_MARKS = ("LP", "TD")  # above its lead and above the rest
LONGEST_THAI = 12  # letters
LONGEST_HEADLINE = 60  # characters of a line that may hang from a little word and is whole yet
LEAST_MARGIN = 8  # columns: fewer tell a paragraph's first line
MOSTLY = 0.9  # of the lines
LEAST_WRAPPED = 45  # characters: no narrower column is set in running text
LEAST_PRINTED = 16  # characters: but a newspaper's is
# First parts of English compounds, which keep their hyphen at the end of a line.
HYPHENATED = frozenset(
    "all anti co cross double ex first full half hard high ill last left long low mid multi near "
    "non off on one over part post pre pro right second self semi short single so third top two "
    "three four five six seven eight nine ten under up vice well world year old day week month "
    "state".split()
)
SUFFIX = re.compile(r"(?:ments?|ly|less|ness|ing|ed|ers?|hood|ship|wide)\b")
BEFORE_DAY = re.compile(  # the day stands in the next line: 26. No tinsel, please.
    r"[a-z,] (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)$"
)
LIST_MARK = re.compile(r"(?:[•▪●◦‣∙·*]|[-–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line: what it says and where it stands in the original.

    `text` has white space folded, wraps joined and entities resolved. `offsets[i]` is the place of
    `text[i]` in the original (a plain `range` where nothing was folded), `end` the place after the
    last character. `indent` and `gap` count the spaces and the empty lines before the block.
    A block that `continues` belongs to the paragraph of the block before it.
    """

    text: str
    offsets: Sequence[int]
    end: int
    kind: BlockKind = "text"
    indent: int = 0
    gap: int = 0
    continues: bool = False

    @classmethod
    def at(cls, text: str, start: int, kind: BlockKind = "text") -> Block:
        """Return a block whose text stands word for word at `start` of the original."""
        return cls(text, range(start, start + len(text)), start + len(text), kind)

    @property
    def start(self) -> int:
        """The place of the first character in the original."""
        return self.offsets[0] if self.text else self.end

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the original behind `text[first:last]`."""
        return Span(self.place(first), self.place(last))

    def place(self, index: int) -> int:
        """Return the offset in the original of `text[index]`; its own end when past the text."""
        return self.offsets[index] if index < len(self.text) else self.end

    def index(self, offset: int) -> int:
        """Return the place in `text` of an offset of the original: the first not before it."""
        return bisect_left(self.offsets, offset)

    def part(self, first: int, last: int, continues: bool = False) -> Block:
        """Return `text[first:last]`, without outer spaces, as a block of its own."""
        while first < last and self.text[first] == " ":
            first += 1
        while last > first and self.text[last - 1] == " ":
            last -= 1
        end = self.offsets[last] if last < len(self.text) else self.end
        if last > first and last < len(self.text) and self.text[last] == " ":
            end = self.offsets[last]
        return Block(
            self.text[first:last],
            self.offsets[first:last],
            end,
            self.kind,
            self.indent if first == 0 else 0,
            self.gap if first == 0 else 0,
            continues,
        )


class Line(NamedTuple):
    """One line of the original with its outer white space left out."""

    start: int
    end: int
    indent: int
    gap: int


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text, in order, empty lines left out."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")  # columns are counted in words
    lines = without_margin(list(read_lines(text)))
    wide = spacing(lines)
    close = [line._replace(gap=max(0, line.gap - wide)) for line in lines] if wide else lines
    width = wrap_width(text, close)
    groups = wrapped_groups(text, close if width else lines, width)
    return tuple(join_lines(text, group, 0 if width else wide) for group in groups)


def without_margin(lines: list[Line]) -> list[Line]:
    """Return the lines without the indent that most have, where no paragraph is told by it.

    A text taken out of an indented file begins flush left, its second line ten columns in.
    """
    indents = sorted(line.indent for line in lines[1:] if line.gap == 0)
    margin = indents[len(indents) // 2] if len(indents) > 2 else 0
    if margin < LEAST_MARGIN or indents.count(margin) < MOSTLY * len(indents):
        return lines
    return [line._replace(indent=max(0, line.indent - margin)) for line in lines]


def spacing(lines: list[Line]) -> int:
    """Return how many empty lines a text spaced wide throughout has between any two of its lines.

    0 where all are equally far apart: that says nothing of which belong together.
    """
    gaps = {line.gap for line in lines[1:]}
    return min(gaps) if len(gaps) > 1 else 0


def read_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text that hold something."""
    gap = 0
    start = 0
    ends = line_ends(text)
    for end, next_start in ends:
        line = text[start:end]
        stripped = line.strip()
        if stripped and not stripped.isspace():
            indent = len(line) - len(line.lstrip())
            first = start + indent
            yield Line(first, first + len(stripped), indent, gap)
            gap = 0
        else:
            gap += 1
        start = next_start


def line_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line ends and where the next one starts."""
    pattern = LINE_END
    if "\\r\\n" in text or (text.count("\n") < 2 and SENTENCE_AND_END.search(text)):
        pattern = WRITTEN_OUT_END
    elif "<" in text and TAGGED.search(text):
        pattern = TAGGED_END
    for match in pattern.finditer(text):
        yield match.start(), match.end()
    yield len(text), len(text)


def wrap_width(text: str, lines: list[Line]) -> int:
    """Return the column a text was wrapped at, 0 where it was not; below 0 for a newspaper's.

    A wrapped line is as long as the column allows: the next line's first word would not fit.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and a.indent < 8]
    if "-\n" in text and is_column(text, pairs):
        sizes = sorted(length(a) for a, _ in pairs)
        return -sizes[len(sizes) * 9 // 10]
    sizes = sorted(size for a, _ in pairs if 40 <= (size := length(a)) <= 130)
    if not sizes:
        return 0
    width = sizes[len(sizes) * 9 // 10]
    if sum(length(a) > width for a, _ in pairs) > len(sizes) // 4:
        return 0
    if sum(length(line) > 1.3 * width and words(text, line) > 15 for line in lines) > 1:
        return 0
    near = [
        (a, b)
        for a, b in pairs
        if 40 <= length(a) <= width and not LIST_MARK.match(text, b.start, b.end)
    ]
    full = [(a, b) for a, b in near if fills(text, a, b, width)]
    broken = any(
        breaks_sentence(text, a, b) and not HEADER_START.match(text, b.start, b.end)
        for a, b in full
    )
    return width if broken and len(full) >= 0.5 * len(near) else ragged_width(text, lines, near)


def is_column(text: str, pairs: list[tuple[Line, Line]]) -> bool:
    """Tell whether most lines are a newspaper column's: narrow, with words broken between them."""
    narrow = [(a, b) for a, b in pairs if LEAST_PRINTED <= length(a) < 60]
    broken = sum(breaks_word(text, a, b) and text[b.start].islower() for a, b in narrow)
    return broken > 1 and len(narrow) > 9 and len(narrow) > 0.9 * len(pairs)


def ragged_width(text: str, lines: list[Line], near: list[tuple[Line, Line]]) -> int:
    """Return the length of the shortest broken line where most lines break amid a sentence.

    Exports wrapped by hand or twice keep no column; German nouns hide that a sentence goes on.
    """
    open_ended = [a for a, _ in near if text[a.end - 1] not in SENTENCE_ENDS and words(text, a) > 5]
    spaced = sum(line.gap > 0 for line in lines) > 3
    long = any(length(line) > 110 for line in lines)
    if long or not spaced or len(open_ended) < 4 or len(open_ended) < 0.7 * len(near):
        return 0
    return min(length(line) for line in open_ended)


def words(text: str, line: Line) -> int:
    """Return the number of words in a line."""
    return text.count(" ", line.start, line.end) + 1


def length(line: Line) -> int:
    """Return the length of a line, its indent included."""
    return line.indent + line.end - line.start


def breaks_sentence(text: str, line: Line, following: Line) -> bool:
    """Tell whether a sentence runs over the end of a line."""
    return text[line.end - 1] not in SENTENCE_ENDS and not text[following.start].isupper()


def fills(text: str, line: Line, following: Line, width: int) -> bool:
    """Tell whether a line is full: the first word of the following one would not have fitted."""
    cut = text.find(" ", following.start, following.end)
    word = (cut if cut >= 0 else following.end) - following.start
    if text[following.start] > "\u2e80":
        word = 1  # Chinese and Japanese break between any two characters
    elif "\u0e00" <= text[following.start] < "\u1100":
        word = min(word, LONGEST_THAI)  # no spaces part the words
    return length(line) + 1 + word > width


def wrapped_groups(text: str, lines: list[Line], width: int) -> Iterator[list[Line]]:
    """Yield the lines of each block: several where the text was wrapped, else one."""
    group: list[Line] = []
    for line in lines:
        if group and line.gap == 0 and continues(text, group[-1], line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def continues(text: str, line: Line, following: Line, width: int) -> bool:
    """Tell whether a line of a wrapped text goes on in the following one."""
    if following.indent > line.indent + 1 and line.indent == 0:
        return False  # an indented first line
    marked = LIST_MARK.match(text, following.start, following.end)
    if (
        marked
        and not text[line.start].isspace()
        and not BEFORE_DAY.search(text, line.start, line.end)
    ):
        return False
    if any(PRINT_FOOT.fullmatch(text, one.start, one.end) for one in (line, following)):
        return False
    if any(SIGNS.fullmatch(text, one.start, one.end) for one in (line, following)):
        return False
    quoted = text[line.start] == "»" and text.find("«", line.start, following.end) > 0
    if text[line.start] in ARROWS and not quoted:
        return False
    if FIELDS.match(text, following.start) or text[following.start] == "©":
        return False
    if text[line.end - 1] == ")" and text[line.start] == text[following.start] == "(":
        return False  # (Reporting by Jo Lind) above ((jo.lind@fen.example))
    if text[following.start : following.end] in FACTIVA_MARKS:
        return False
    if FIELD_START.match(text, line.start) and FIELD_START.match(text, following.start):
        return False  # fields in lines, each with its label
    if width < 0 and is_heading(text, line) and is_heading(text, following):
        return True
    if width < 0 and fills(text, line, following, -width - 4):
        return True
    if hangs_below(text, line, following):
        return True
    filled = width > 0 and fills(text, line, following, width)
    return filled or runs_over(text, line, following, LEAST_PRINTED if width < 0 else LEAST_WRAPPED)


def hangs_below(text: str, line: Line, following: Line) -> bool:
    """Tell whether an indented line goes on flush left: `NOTE: Net includes a gain / of 1986.`"""
    indented = 1 < line.indent < 8 and following.indent == 0
    if not indented or length(line) < LEAST_WRAPPED or words(text, line) < 6:
        return False
    ended = text[line.end - 1] in SENTENCE_ENDS or NO_SENTENCE.search(text, line.start, line.end)
    return not ended and not BYLINE_START.match(text, following.start)


def is_heading(text: str, line: Line) -> bool:
    """Tell whether a line is set in capitals, as headlines over a column are."""
    words = text[line.start : line.end]
    return words.isupper() and not any(c.isdigit() for c in words)


def runs_over(text: str, line: Line, following: Line, least: int = LEAST_WRAPPED) -> bool:
    """Tell whether a sentence goes on in the next line, whatever the width of the text.

    The line is long, ends amid a sentence, and the next begins with a small letter.
    """
    sign = text[following.start]
    hangs = HANGING.search(text, line.start, line.end) and sign.isalnum()
    hangs = hangs and (not sign.isupper() or length(line) > LONGEST_HEADLINE)
    if following.indent > line.indent or not (hangs or text[following.start].islower()):
        return False
    if not hangs and not breaks_sentence(text, line, following):
        return False
    if NO_SENTENCE.search(text, line.start, line.end):
        return False
    if breaks_word(text, line, following) and words(text, line) > 3:
        return True
    enough = line.end - line.start >= least and words(text, line) > (5 if least > 40 else 2)
    return enough and not HEADER_START.match(text, following.start, following.end)


def join_lines(text: str, group: list[Line], wide: int) -> Block:
    """Return one block from the lines of a paragraph, `wide` empty lines above it not counted."""
    first = group[0]
    gap = max(0, first.gap - wide)
    kind: BlockKind = "list-item" if LIST_MARK.match(text, first.start, first.end) else "text"
    words = text[first.start : first.end]
    if len(group) == 1 and (nothing_odd(words) or not ODD.search(words)):
        return Block(words, range(first.start, first.end), first.end, kind, first.indent, gap)
    pieces: list[str] = []
    offsets = array("q")
    for line, following in zip(group, [*group[1:], None], strict=True):
        broken = following is not None and breaks_word(text, line, following)
        drawn = broken and not keeps_hyphen(text, line, following)
        fold(text, line._replace(end=line.end - 1) if drawn else line, pieces, offsets)
        if following is not None and not broken:
            pieces.append(" ")
            offsets.append(following.start - 1)
    return Block("".join(pieces), offsets, group[-1].end, kind, first.indent, gap)


def nothing_odd(words: str) -> bool:
    """Tell whether a text surely holds nothing that `ODD` finds: most lines are plain words."""
    plain = words.isprintable() and "  " not in words
    return plain and "&" not in words and "<" not in words and "\\" not in words


def breaks_word(text: str, line: Line, following: Line) -> bool:
    """Tell whether a line ends within a word: "well-" / "known", "dis-" / "used"."""
    return (
        text[line.end - 1] == "-"
        and text[line.end - 2].isalpha()
        and not SUSPENDED.match(text, following.start)
    )


def keeps_hyphen(text: str, line: Line, following: Line | None) -> bool:
    """Tell whether a word broken at a line's end has its hyphen anyway: a compound has."""
    start = text.rfind(" ", line.start, line.end) + 1
    first = text[max(start, line.start) : line.end - 1]
    if following is None or not text[following.start].islower():
        return True
    if SUFFIX.match(text, following.start):
        return False  # state-ment, world-ly
    return first.lower() in HYPHENATED or "-" in first


def fold(text: str, line: Line, pieces: list[str], offsets: array[int]) -> None:
    """Add a line's words, and where each character stands, with white space folded."""
    at = line.start
    for odd in ODD.finditer(text, line.start, line.end):
        pieces.append(text[at : odd.start()])
        offsets.extend(range(at, odd.start()))
        instead = replacement(odd)
        pieces.append(instead)
        offsets.extend([odd.start()] * len(instead))
        at = odd.end()
    pieces.append(text[at : line.end])
    offsets.extend(range(at, line.end))


def replacement(odd: re.Match[str]) -> str:
    """Return what stands in a block for an odd stretch of the original."""
    if odd["space"] is not None:
        return " "
    if odd["entity"] is not None:
        plain = html.unescape(html.unescape(odd["entity"]))  # &amp;ldquo; was escaped twice
        return " " if plain.isspace() else plain
    if odd["escape"] is not None and len(odd["escape"]) > 1:  # a JSON text saved as it was
        plain = odd["escape"].encode().decode("unicode-escape")
        plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return "".join(sign if sign.isprintable() or sign == JOINER else " " for sign in plain)
    return ""
