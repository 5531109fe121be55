"""Saved pages: the story's blocks, in reading order, and what the page states about it.

The page is read as text with places (html_markup, html_blocks), surveyed (html_survey), its blocks
are weighed by their evidence (html_evidence, html_verdict), and its metadata is read
(html_metadata). Nothing is run and nothing is fetched; of links and images only words remain.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.copydesk.blocks import Block
from newsdesk.copydesk.html_blocks import PageText, read_page_text
from newsdesk.copydesk.html_evidence import Stated
from newsdesk.copydesk.html_metadata import Metadata, read_metadata, without_site
from newsdesk.copydesk.html_stated import stated_story
from newsdesk.copydesk.html_verdict import WEIGHED, judge_page
from newsdesk.copydesk.sheet import Piece
from newsdesk.records import Evidence, RawDocument

MOST_ABOVE = 6  # blocks between headline and story that may tell who wrote it and when
LONGEST_ABOVE = 110  # characters
OF_A_TEXT = frozenset(
    "p br h1 h2 h3 h4 h5 h6 b i em strong a q cite sub sup blockquote ul ol li img hr".split()
) | {""}
FIELDS = ("title", "date", "byline", "source", "lang", "url", "rights")


@dataclass(frozen=True, slots=True)
class Page:
    """The story of a saved page: its blocks with their places in the source, and its fields.

    `above` are the short lines between headline and story: who wrote it and when, perhaps.
    `dropped` are the places of the other blocks, each with the reason as the rule of its cut.
    """

    blocks: tuple[Block, ...]
    fields: dict[str, str]
    evidence: tuple[Evidence, ...] = ()
    above: tuple[Block, ...] = ()
    dropped: tuple[Piece, ...] = ()


def read_page(raw: RawDocument) -> Page:
    """Return the story's blocks of a page and the fields it states. Never fails on bad markup."""
    text = read_page_text(raw.text)
    metadata = read_metadata(text, raw.text)
    story, dropped = parted(text, raw.text, metadata)
    if text.read_to >= 0:
        dropped = (*dropped, Piece(text.read_to, len(raw.text), "page.not-read"))
    fields, offers = fields_of(text, metadata), tuple(metadata.offers)
    return Page(story, fields, offers, lines_above(text, story[:1]), dropped)


def parted(
    text: PageText, source: str, metadata: Metadata
) -> tuple[tuple[Block, ...], tuple[Piece, ...]]:
    """Return the blocks that the evidence says are the story (all where it says none), and the
    places of the others. A story that is stated and not shown stands for those of the page."""
    if is_fragment(text):
        return tuple(one.block for one in text.blocks), ()
    rules = [one.rule for one in judge_page(text, stated_in(metadata))]
    for number in headings_left(text, [not rule for rule in rules]):
        rules[number] = "page.heading-alone"
    judged = [(one.block, rule) for one, rule in zip(text.blocks, rules, strict=True)]
    kept = [block for block, rule in judged if not rule]
    if stated := stated_story(text, source, kept, metadata.best("body")):
        return stated, tuple(Piece(b.start, b.end, rule or WEIGHED) for b, rule in judged)
    if all(rules):
        return tuple(one.block for one in text.blocks), ()
    return tuple(kept), tuple(Piece(b.start, b.end, rule) for b, rule in judged if rule)


def is_fragment(text: PageText) -> bool:
    """Tell whether markup is a story's own, as feeds send it, with no page around."""
    return all(element.name in OF_A_TEXT for element in text.elements)


def lines_above(text: PageText, first: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the short lines between a page's headline and its story, else those above both."""
    number = next((n for n, one in enumerate(text.blocks) if one.block in first), 0)
    near = text.blocks[max(0, number - MOST_ABOVE) : number]
    headlines = [n for n, one in enumerate(near) if one.block.kind == "heading"]
    below = near[headlines[-1] + 1 :] if headlines else []
    return tuple(one.block for one in below or near if len(one.block.text) <= LONGEST_ABOVE)


def headings_left(text: PageText, kept: list[bool]) -> set[int]:
    """Return the headings of boxes of which nothing else is kept: they go with their box."""
    words: set[int] = set()
    dropped: set[int] = set()
    headings = []
    for number, (one, stays) in enumerate(zip(text.blocks, kept, strict=True)):
        if stays and one.block.kind == "heading":
            headings.append((number, text.elements[one.element].parent))
            continue
        at, holders = one.element, words if stays else dropped
        while at >= 0 and at not in holders:
            holders.add(at)
            at = text.elements[at].parent
    return {number for number, box in headings if box in dropped and box not in words}


def stated_in(metadata: Metadata) -> Stated:
    """Return what helps to tell the story from the rest."""
    return Stated(metadata.best("title"), metadata.best("description"), metadata.best("body"))


def fields_of(text: PageText, metadata: Metadata) -> dict[str, str]:
    """Return the best value of each field that the page states."""
    found = {name: metadata.best(name) for name in FIELDS}
    if not found["title"]:
        found["title"] = next((b.block.text for b in text.blocks if b.block.kind == "heading"), "")
    found["title"] = without_site(found["title"], found["source"])
    if text.read_to >= 0:
        found["truncated"] = f"more than a news page holds; read up to character {text.read_to:,}"
    return {name: value for name, value in found.items() if value}
