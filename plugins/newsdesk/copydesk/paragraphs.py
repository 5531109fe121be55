"""The verdicts drawn up: paragraphs, kept spans and cuts that together are the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from newsdesk.copydesk.sheet import Piece, Row, Sheet
from newsdesk.records import Cut, Span

LONGEST_HEADING = 12  # words
FEW_TAGS = 400  # characters of markup between two entries of a menu


@dataclass(frozen=True, slots=True)
class Text:
    """The body of a story and the account of the rest."""

    paragraphs: tuple[str, ...]
    kept: tuple[Span, ...]
    cuts: tuple[Cut, ...]


def assemble_text(sheet: Sheet) -> Text:
    """Return the paragraphs of a judged worksheet, and spans and cuts that cover the original."""
    paragraphs: list[str] = []
    pieces: list[Piece] = []
    joined = turned = False
    last: Row | None = None
    close = False  # no empty line around the page's mark: it stands amid a paragraph
    for row in sheet.rows:
        pieces += row_pieces(row)
        if row.cut:
            mark = row.cut.rsplit(".", 1)[-1].startswith("page-mark")
            close = mark and row.block.gap == 0 and (close or not joined) and sheet.sets_apart(row)
            joined = joined or mark
            turned = turned or row.cut == "export.page-mark"
            continue
        words = kept_words(row)
        amid = row.block.continues or (close and row.block.gap == 0)
        if last is not None and (amid or (joined and runs_on(last, row, turned))):
            paragraphs[-1] = f"{paragraphs[-1]} {words}"
        else:
            paragraphs.append(words)
        last, joined, turned, close = row, False, False, False
    if sheet.raw.media_type == "text/html":
        pieces = with_markup(sheet.raw.text, sorted([*pieces, *sheet.dropped]))
    kept, cuts = cover(sheet.raw.text, pieces)
    return Text(tuple(paragraphs), kept, cuts)


def runs_on(last: Row, row: Row, turned: bool) -> bool:
    """Tell whether a sentence broken by a page mark goes on in this row.

    Where the page is `turned` by its number a long line without a stop does, whatever follows.
    """
    small = row.text[:1].islower() or not row.text[:1].isupper()
    broken = (turned and last.words > 5) or (last.words > LONGEST_HEADING and row.stops)
    return not last.stops and (small or broken)


def kept_words(row: Row) -> str:
    """Return what is kept of a block's text."""
    at, words = row.first, ""
    for strike in sorted(row.strikes, key=lambda s: s.first):
        if row.first < strike.first and strike.last < row.last:
            words += row.block.text[at : strike.first]
            at = strike.last
    words += row.block.text[at : row.last]
    return (re.sub(r" {2,}", " ", words) if "  " in words else words).strip()


def row_pieces(row: Row) -> list[Piece]:
    """Return the stretches of the original that a block covers, kept and cut."""
    block = row.block
    if row.cut and not row.strikes:
        return [Piece(block.start, block.end, row.cut)]
    pieces: list[Piece] = []
    at = 0
    rest = row.cut
    for strike in sorted(row.strikes, key=lambda s: s.first):
        if strike.first > at:
            pieces.append(Piece(block.place(at), block.place(strike.first), rest))
        if strike.last > at:
            first = max(at, strike.first)
            pieces.append(Piece(block.place(first), block.place(strike.last), strike.rule))
            at = strike.last
    if at < len(block.text):
        pieces.append(Piece(block.place(at), block.end, rest))
    return pieces


def with_markup(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of a page with the markup before, between and after them.

    A few tags between two pieces that one rule cuts go with them: a menu is one cut.
    """
    edges = [
        Piece(0, 0, ""),
        *(p for p in pieces if p.end > p.start),
        Piece(len(text), len(text), ""),
    ]
    whole: list[Piece] = []
    for above, piece in pairwise(edges):
        between = text[above.end : piece.start]
        if above.rule == piece.rule != "" and len(between) <= FEW_TAGS:
            piece = Piece(whole.pop().start, piece.end, piece.rule)
        elif between.strip():
            whole.append(Piece(above.end, piece.start, "markup"))
        whole.append(piece)
    return whole


def cover(text: str, pieces: list[Piece]) -> tuple[tuple[Span, ...], tuple[Cut, ...]]:
    """Return kept spans and cuts without gaps: white space goes with the piece before it."""
    kept: list[Span] = []
    cuts: list[Cut] = []
    pieces = [p for p in pieces if p.end > p.start]
    at = 0
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].start if number + 1 < len(pieces) else len(text)
        end = following
        between = text[piece.end : following]
        if between.strip() and piece.rule == "":
            end = piece.end
        if piece.rule:
            cuts.append(Cut(at, end, piece.rule, text[at:end]))
        else:
            kept.append(Span(at, end))
        if end < following:
            cuts.append(Cut(end, following, "markup", text[end:following]))
        at = following
    if at < len(text):
        cuts.append(Cut(at, len(text), "empty", text[at:]))
    return tuple(kept), tuple(cuts)
