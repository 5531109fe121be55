"""A page as a whole, before its blocks are judged: where the prose is, and where the headline."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from newsdesk.copydesk.html_blocks import PageBlock, PageText
from newsdesk.copydesk.html_words import GOOD, NAMED_IN, TROUBLES

WORD = re.compile(r"\w+")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
STOPS = re.compile(r"(?:[.!?…。！？؟۔।:;]|\.\.\.)[\"'”’»)\]]*$")
NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LEAVES = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote pre dd dt td".split())
DEEPEST = 64
GROUPS = frozenset("table ul ol dl".split())
USUAL = 0.25

Form = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its elements from its own upwards, its words, its share of links."""

    chain: tuple[int, ...]
    words: int
    linked: float
    prose: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element's class, id and role speak of: kinds of furniture, or the story itself."""

    kinds: frozenset[str]
    good: bool


@dataclass(slots=True)
class Survey:
    """What is known of a page as a whole.

    `centre` holds the elements where most prose is: one, or several of one make. `above` tells how
    far an element is above the centre (0 for the centre). `first` and `last` are the numbers of
    the outermost blocks of prose in it, `headline` that of the headline, -1 where there is none.
    """

    page: PageText
    places: list[Place]
    mass: dict[int, float] = field(default_factory=dict)
    centre: frozenset[int] = frozenset()
    above: dict[int, int] = field(default_factory=dict)
    inside: list[bool] = field(default_factory=list)
    first: int = 0
    last: int = 0
    headline: int = -1
    known: dict[int, Marks] = field(default_factory=dict)

    def groups(self) -> list[int]:
        """Return for each block the list or data table it is in, -1 where there is none near."""
        groups = [group_of(self.page, one.element) for one in self.page.blocks]
        words: Counter[int] = Counter()
        prose: Counter[int] = Counter()
        for group, place in zip(groups, self.places, strict=True):
            words[group] += place.words
            prose[group] += place.words * place.prose
        layout = {
            group
            for group in words
            if self.page.elements[group].name == "table" and prose[group] > words[group] / 2
        }
        return [-1 if group in layout else group for group in groups]

    def marks(self, number: int) -> Marks:
        """Return what an element's names speak of."""
        if number not in self.known:
            self.known[number] = read_marks(self.page, number)
        return self.known[number]


def survey_page(page: PageText, title: str) -> Survey:
    """Return what is known of a page as a whole."""
    found = Survey(page, [place_of(page, one) for one in page.blocks])
    found.mass = masses(page, found.places)
    found.centre = centre_of(found)
    found.above = heights(page, found.centre)
    found.inside = [not found.centre.isdisjoint(place.chain) for place in found.places]
    prose = [n for n, place in enumerate(found.places) if place.prose and found.inside[n]]
    found.first, found.last = (prose[0], prose[-1]) if prose else (0, 0)
    found.headline = headline_of(found, title)
    return found


def heights(page: PageText, centre: frozenset[int]) -> dict[int, int]:
    """Return how far above the nearest element of the centre each of their holders is."""
    above = dict.fromkeys(centre, 0)
    waiting = list(above)
    for hops in range(1, DEEPEST):
        holders = {page.elements[e].parent for e in waiting} - above.keys() - {-1}
        above.update(dict.fromkeys(holders, hops))
        waiting = list(holders)
    return above


def word_count(text: str) -> int:
    """Return the number of words; two Chinese, Japanese or Korean characters count as one."""
    wide = len(WIDE.findall(text))
    return len(WORD.findall(WIDE.sub(" ", text) if wide else text)) + wide // 2


def place_of(page: PageText, one: PageBlock) -> Place:
    """Return where a block stands."""
    chain: list[int] = []
    at = one.element
    while at >= 0 and len(chain) < DEEPEST:
        chain.append(at)
        at = page.elements[at].parent
    text = one.block.text
    words = word_count(text)
    linked = one.linked / max(1, len(text))
    stops = bool(STOPS.search(text[-6:]))
    return Place(
        tuple(chain), words, linked, words >= 8 and linked < 0.5 and (stops or words >= 25)
    )


def read_marks(page: PageText, number: int) -> Marks:
    """Return what an element's class, id and role speak of."""
    element = page.elements[number]
    if "=" not in element.written:
        return Marks(frozenset(), False)
    found = element.attributes
    names = " ".join(found.get(name, "") for name in NAMED_IN)
    parts = {part.lower() for part in NAME_PART.findall(names[:400])}
    return Marks(frozenset(TROUBLES[p] for p in parts if p in TROUBLES), bool(parts & GOOD))


def masses(page: PageText, places: list[Place]) -> dict[int, float]:
    """Return how many words of prose lie in or just below each element."""
    mass: defaultdict[int, float] = defaultdict(float)
    for place in places:
        if place.prose:
            weight = place.words * (1 - place.linked)
            leaf = page.elements[place.chain[0]].name in LEAVES
            for element, share in zip(place.chain[leaf : leaf + 3], (1.0, 0.6, 0.35), strict=False):
                mass[element] += weight * share
    return mass


def make_of(page: PageText, element: int) -> object:
    """Return what elements of one make share: name and class, where there is a class."""
    one = page.elements[element]
    made = one.attributes.get("class", "") if "class" in one.written else ""
    return (one.name, made) if made else element


def centre_of(found: Survey) -> frozenset[int]:
    """Return the element with the most prose, and its likes where a story is in several parts."""
    page = found.page
    by_make: defaultdict[object, float] = defaultdict(float)
    for element, value in found.mass.items():
        by_make[make_of(page, element)] += value

    def standing(element: int) -> float:
        value = by_make[make_of(page, element)]
        if found.marks(element).good:
            value *= 1.5 if "rticle" in page.elements[element].written else 1.25
        at = element
        for _ in range(12):
            if at <= 0:
                break
            kinds = found.marks(at).kinds
            if "comment" in kinds or page.elements[at].name in ("aside", "footer", "nav"):
                value *= 0.1
            elif not kinds.isdisjoint(("related", "letter", "furniture")):
                value *= 0.8
            at = page.elements[at].parent
        return value

    centre = max(found.mass, key=standing, default=0)
    make = make_of(page, centre)
    members = frozenset(e for e in found.mass if make_of(page, e) == make) | {centre}
    return members | of_same_form(found, members)


def form_of(page: PageText, one: PageBlock) -> Form:
    """Return the form of a block: its element's name, and the first of its classes."""
    element = page.elements[one.element]
    made = element.attributes.get("class", "").split() if "class" in element.written else ()
    return (element.name, made[0] if made else "")


def of_same_form(found: Survey, centre: frozenset[int]) -> frozenset[int]:
    """Return the elements outside the centre whose prose has the class that prose has in it."""
    page = found.page
    inside: Counter[Form] = Counter()
    outside: dict[int, Form] = {}
    for one, place in zip(page.blocks, found.places, strict=True):
        if place.prose:
            form = form_of(page, one)
            if centre.isdisjoint(place.chain):
                outside[one.element] = form
            else:
                inside[form] += 1
    usual = inside.total() * USUAL
    return frozenset(e for e, form in outside.items() if form[1] and inside[form] > usual)


def headline_of(found: Survey, title: str) -> int:
    """Return the number of the block that repeats the page's title, else of the only h1 above the
    story; -1 where there is none."""
    want = {word.lower() for word in WORD.findall(title)}
    best, where = 0.6, -1
    for number, one in enumerate(found.page.blocks[: found.last + 1] if want else ()):
        if found.places[number].words > 3 * len(want) + 4:
            continue
        words = {word.lower() for word in WORD.findall(one.block.text)}
        likeness = len(words & want) / max(1, len(words | want))
        likeness += 0.2 if found.page.elements[one.element].name == "h1" else 0
        if likeness > best:
            best, where = likeness, number
    if where < 0:
        above = found.page.blocks[: found.first]
        tops = [n for n, one in enumerate(above) if found.page.elements[one.element].name == "h1"]
        where = tops[0] if len(tops) == 1 else -1
    return where


def group_of(page: PageText, element: int) -> int:
    """Return the list or table that an element is in, -1 where there is none near."""
    for _ in range(8):
        if element <= 0:
            break
        if page.elements[element].name in GROUPS:
            return element
        element = page.elements[element].parent
    return -1
