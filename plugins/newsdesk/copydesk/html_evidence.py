"""What speaks for and against each block of a page being part of the story.

Every piece of evidence has a name and a value from 0 to 1; its weight is in `web-weights.json`.
Names of classes count only below the centre of the prose: what is above it holds the story too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log

from newsdesk.copydesk.html_blocks import PageBlock, PageText
from newsdesk.copydesk.html_survey import LEAVES, STOPS, WORD, Form, Survey, form_of, survey_page
from newsdesk.copydesk.html_words import SAYS
from newsdesk.copydesk.sentences import speaks_of_no_page

Evidence = dict[str, float]

TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li td div span section figcaption blockquote pre dd dt article".split()
)
APART = frozenset("aside nav footer form header figure figcaption table address dialog".split())
# Read more books, she urged: such a sentence is no button.
OF_BUTTONS = frozenset("says-share says-more says-letter says-ad says-comment".split())
HOLDERS = {"ul": "in-list", "ol": "in-list", "blockquote": "in-quote"}

# What of the two blocks before and the two after counts for a block.
LENT = (
    "length prose linked inside child form-any all-linked short headline emphasised in-list"
    " named-related named-share named-ad named-letter named-picture says-more says-letter"
).split()
LONGEST_STATED = 100_000
NEIGHBOURS = (("prev", -1), ("next", 1), ("prev2", -2), ("next2", 2))


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page's metadata says of the story."""

    title: str = ""
    description: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """What the evidence of all blocks of a page draws on."""

    found: Survey
    repeated: Counter[str]
    forms: Counter[Form]
    heaviest: float
    description: str
    body: str


def gather_evidence(page: PageText, stated: Stated) -> tuple[list[Evidence], list[int]]:
    """Return the evidence in and around each block, and the list or table each block is in."""
    found = survey_page(page, stated.title)
    forms = Counter(
        form_of(page, one)
        for one, place, inside in zip(page.blocks, found.places, found.inside, strict=True)
        if inside and place.prose
    )
    common = Common(
        found,
        Counter(one.block.text for one in page.blocks),
        forms,
        max(found.mass.values(), default=1.0) or 1.0,
        plain_words(stated.description[:LONGEST_STATED]),
        plain_words(stated.body[:LONGEST_STATED]),
    )
    groups = found.groups()
    of_groups = group_evidence(page, found, groups)
    rows = []
    for number, one in enumerate(page.blocks):
        row = of_text(one, found.places[number].words, found.places[number].linked)
        row |= of_place(page, number, common)
        row |= of_words(one, found.places[number].words)
        row |= of_order(number, found)
        row |= of_metadata(one, common)
        row |= of_groups.get(groups[number], {})
        rows.append({name: value for name, value in row.items() if value})
    return with_neighbours(rows), groups


def plain_words(text: str) -> str:
    """Return the words of a text in lower case with single spaces."""
    return " ".join(WORD.findall(text.lower()))


def of_text(one: PageBlock, words: int, linked: float) -> Evidence:
    """Return what length, punctuation, links and letters say."""
    text = one.block.text
    start = text[:300]
    letters = sum(map(str.isalpha, start)) or 1
    capitals = sum(map(str.isupper, start)) > 0.6 * letters
    stops = bool(STOPS.search(text[-6:]))
    return {
        "length": min(log(1 + words), 5) / 5,
        "long": float(words >= 25),
        "short": float(words <= 4),
        "stops": float(stops),
        "prose": float(words >= 8 and linked < 0.5 and (stops or words >= 25)),
        "linked": linked,
        "all-linked": float(linked > 0.9),
        "linked-capitals": float(capitals and linked > 0.9),
        "emphasised": float(one.emphasised > 0.9 * len(text)),
        "commas": min(text.count(",") + text.count("、"), 4) / 4,
        "capitals": float(capitals),
        "starts-low": float(text[:1].islower()),
        "digits": sum(map(str.isdigit, start)) / len(start),
    }


def of_place(page: PageText, number: int, common: Common) -> Evidence:
    """Return what a block's element says, and those between it and the centre of the prose."""
    found, one = common.found, page.blocks[number]
    place, name = found.places[number], page.elements[one.element].name
    below = next((n for n, e in enumerate(place.chain) if e in found.above), len(place.chain))
    above = found.above[place.chain[below]] if below < len(place.chain) else 20
    form = common.forms[form_of(page, one)]
    row: Evidence = {
        f"tag-{name if name in TAGS else 'other'}": 1.0,
        "inside": float(above == 0),
        "child": float(above == 0 and below == (name in LEAVES)),
        "depth-inside": min(below, 6) / 6 if above == 0 else 0.0,
        "outside-near": float(1 <= above <= 2),
        "outside-far": float(above > 4),
        "mass": max((found.mass.get(e, 0.0) for e in place.chain[:3]), default=0.0)
        / common.heaviest,
        "form": form / (common.forms.total() or 1),
        "form-any": float(form > 0),
        "odd-among-prose": float(above == 0 and not place.prose and not form),
        "linked-paragraph": float(place.linked > 0.8 and above == 0 and place.words > 4),
        "repeated": float(common.repeated[one.block.text] > 1),
    }
    for element in place.chain[:below]:
        marks = found.marks(element)
        row |= dict.fromkeys((f"named-{kind}" for kind in marks.kinds), 1.0)
        row["named-good"] = max(row.get("named-good", 0.0), float(marks.good))
        holder = page.elements[element].name
        if holder in APART:
            row[f"in-{holder}"] = 1.0
        if holder in HOLDERS:
            row[HOLDERS[holder]] = 1.0
    return row


def group_evidence(page: PageText, found: Survey, groups: list[int]) -> dict[int, Evidence]:
    """Return what speaks for or against each list and table as a whole."""
    members: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        members.setdefault(group, []).append(number)
    members.pop(-1, None)
    made = {}
    for group, numbers in members.items():
        words = sum(found.places[n].words for n in numbers)
        linked = sum(found.places[n].words * found.places[n].linked for n in numbers)
        kind = "table" if page.elements[group].name == "table" else "list"
        made[group] = {
            f"{kind}-length": min(log(1 + words), 7) / 7,
            f"{kind}-linked": linked / max(1, words),
            f"{kind}-inside": float(found.inside[numbers[0]]),
            f"{kind}-plain-inside": float(found.inside[numbers[0]] and linked < 0.2 * words),
        }
    return made


def of_words(one: PageBlock, words: int) -> Evidence:
    """Return what the words of a short block say."""
    row: Evidence = {}
    if words <= 60:
        said = one.block.text[:400]
        told = said[-1:] in ".!?" and words > 3 and speaks_of_no_page(said)
        for name, pattern in SAYS.items():
            if pattern.search(said) and not (told and name in OF_BUTTONS):
                row[name] = 1.0
                row[f"{name}-short"] = float(words <= 12)
    return row


def of_order(number: int, found: Survey) -> Evidence:
    """Return what a block's place before, in or after the prose says."""
    return {
        "before": float(number < found.first),
        "far-before": float(number < found.first - 6),
        "after": float(number > found.last),
        "far-after": float(number > found.last + 6),
        "headline": float(number == found.headline),
        "above-headline": float(number < found.headline),
        "first-prose": float(number == found.first),
        "last-prose": float(number == found.last),
    }


def of_metadata(one: PageBlock, common: Common) -> Evidence:
    """Return whether the page's metadata states the block as part of the story."""
    row: Evidence = {}
    if not common.body and not common.description:
        return row
    words = plain_words(one.block.text)
    if common.body:
        row["in-stated-body"] = float(words in common.body)
        row["not-in-stated-body"] = float(words not in common.body)
    if common.description and len(words) > 30:
        row["description"] = float(words in common.description or common.description in words)
    return row


def with_neighbours(rows: list[Evidence]) -> list[Evidence]:
    """Return the rows with some evidence of the blocks around added to each."""
    wider = []
    for number, row in enumerate(rows):
        lent: Evidence = {}
        for side, step in NEIGHBOURS:
            if 0 <= number + step < len(rows):
                other = rows[number + step]
                lent |= {f"{side}:{name}": other[name] for name in LENT if name in other}
            else:
                lent[f"{side}:none"] = 1.0
        wider.append(row | lent)
    return wider
