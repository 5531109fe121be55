"""What speaks for and against each block of a page being part of the story.

Each piece of evidence has a name and a weight (see html_verdict.py). Words of class and id names
count only below the element that holds most of the prose: what is above it holds the story too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from newsdesk.copydesk.html_blocks import PageBlock, PageText

WORD = re.compile(r"\w+")
STOPS = re.compile(r"(?:[.!?…。！？؟۔।:;]|\.\.\.)[\"'”’»)\]]*$")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# Names of classes and ids, cut into words.
NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
TROUBLE = {
    "share": "share sharing social facebook twitter whatsapp pinterest sharebar follow",
    "related": "related recommended recommend recommendation recommendations more most popular"
    " trending readmore also similar recirc recirculation teaser teasers promo promos outbrain"
    " taboola latest headlines next previous prev pagination pager river inlinelinks seealso",
    "letter": "newsletter newsletters subscribe subscription signup sign login register paywall"
    " membership donate donation email offer cta",
    "ad": "ad ads advert advertisement advertising sponsor sponsored dfp banner commercial",
    "comment": "comment comments disqus respond reply replies discussion commentlist livefyre",
    "picture": "caption captions credit image img photo gallery slideshow figure media video"
    " player carousel thumbnail wp",
    "byline": "byline author authors bio contributor dateline timestamp date time published meta"
    " info posted pubdate updated kicker",
    "furniture": "sidebar side rail widget widgets nav navigation menu breadcrumb breadcrumbs"
    " footer header toolbar tools tool masthead cookie consent gdpr modal popup overlay skip search"
    " tags tag tagged topics topic keywords category categories label copyright disclaimer legal"
    " hidden print noprint screen sr tooltip rollover print",
    "title": "title headline hed dek deck subtitle subhead standfirst summary",
}
TROUBLES = {word: kind for kind, words in TROUBLE.items() for word in words.split()}
GOOD = frozenset(
    "article body story entry post content text paragraph main articlebody storybody".split()
)
APART = frozenset("aside nav footer form header figure figcaption table address dialog".split())

TEXTS = {
    "says-share": r"\b(?:share (?:this|on|via)|tweet(?: this)?|facebook|twitter|whatsapp|pinterest"
    r"|linkedin|email this|print this|follow (?:us|him|her|me|@)|@\w+ on twitter|teilen|partager"
    r"|compartir|condividi|поделиться|シェア|ツイート)\b",
    "says-more": r"^(?:\W*)(?:read (?:more|also|next|the|full)|more (?:on|from|stories|about|news|in)"
    r"|related|see also|see more|don['’]t miss|continue reading|click here|watch:|exclusive:|just in|also (?:read|see|on)|recommended|up next|watch|click|view|don.t miss"
    r"|you (?:may|might) (?:also )?like|continue reading|load more|next|previous|popular|trending"
    r"|most (?:read|popular|viewed)|top stories|what to read|listen|download|lesen sie|mehr (?:zum"
    r"|zu)|à lire|lire aussi|voir aussi|lea (?:también|más)|ver más|leggi|lees|читайте|ещё"
    r"|関連|続きを読む|相关|اقرأ|بیشتر|daha)\b",
    "says-letter": r"\b(?:newsletters?|subscri(?:be|bers?|ption)|sign[ -]?(?:up|in)|log ?in|inbox"
    r"|register|unsubscribe|free trial|membership|email address|privacy policy|terms of (?:use"
    r"|service)|cookies?|notifications?|abonnieren|abonnez|suscr[ií]bete|подпи(?:сывайтесь|шитесь)"
    r"|consent)\b",
    "says-ad": r"^(?:advert|advertise?ment|advertising|sponsored?|promoted|anzeige|werbung|publicit[ée]"
    r"|publicidad|реклама|広告|story continues|article continues|continue reading|ad|loading|javascript|this slideshow)\b",
    "says-rights": r"(?:©|\(c\)|copyright|all rights reserved|may not be (?:published|reproduced)"
    r"|rights reserved|reprint|alle rechte|tous droits|reservados|все права)",
    "says-credit": r"(?:\b(?:getty|shutterstock|istock|ap photo|photo(?:graph|s)?(?: by|:|/)"
    r"|image(?:s)?(?: by|:| via| courtesy| credit)|credit|courtesy of|file photo|picture:|foto:"
    r"|reuters/|/afp|via ap|screenshot|illustration)|写真|фото)\b",
    "ends-credit": r"\((?:image|photo|picture|pic|credit|source|ap|file|getty|reuters|afp)\b[^()]{0,80}\)\W*$"
    r"|\b(?:getty images|associated press|/ap|/afp|reuters|shutterstock)\W*$",
    "says-comment": r"\b(?:comments?|repl(?:y|ies)|leave a|join the (?:conversation|discussion)"
    r"|post a|kommentare?|commentaires?|comentarios?|коммент\w*)\b",
    "says-who": r"^(?:by |von |par |por |di |written by|reporting by|editing by|updated|published"
    r"|posted|last (?:updated|modified)|contact|about the author|follow|tags?:|topics?:|filed under"
    r"|categor|author|source:|via:|editor|this (?:article|story|post) (?:was|is|originally|has)"
    r"|correction|image|photo|credit)",
    "says-date": r"\b(?:\d{1,2}:\d\d|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[/.]\d\d?[/.](?:19|20)?"
    r"\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? (?:19|20)\d\d"
    r"|\d{1,2}\.? \w+\.? (?:19|20)\d\d|ago)\b",
}
SAYS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TEXTS.items()}


@dataclass(slots=True)
class Place:
    """Where a block stands: its chain of elements up from its own, and the words it holds."""

    chain: list[int]
    words: int
    link_share: float
    prose: bool


@dataclass(slots=True)
class Surroundings:
    """What is known of a page as a whole before its blocks are judged."""

    places: list[Place]
    centre: int
    inside: list[bool]
    mass: dict[int, float]
    first: int
    last: int
    title: int
    members: set[int] = field(default_factory=set)
    title_words: list[str] = field(default_factory=list)


def word_count(text: str) -> int:
    """Return the number of words; two Chinese, Japanese or Korean characters count as one."""
    wide = len(WIDE.findall(text))
    return len(WORD.findall(WIDE.sub(" ", text) if wide else text)) + wide // 2


def place_of(page: PageText, one: PageBlock) -> Place:
    """Return where a block stands."""
    chain = []
    at = one.element
    while at >= 0 and len(chain) < 64:
        chain.append(at)
        at = page.elements[at].parent
    text = one.block.text
    words = word_count(text)
    share = one.linked / max(1, len(text))
    prose = words >= 8 and share < 0.5 and (bool(STOPS.search(text[-6:])) or words >= 25)
    return Place(chain, words, share, prose)


def marks(page: PageText, number: int, cache: dict[int, tuple[frozenset[str], bool]]) -> tuple[frozenset[str], bool]:
    """Return the kinds of trouble that an element's name, class and id speak of, and any good."""
    if number not in cache:
        element = page.elements[number]
        found = element.attributes if "=" in element.written else {}
        names = " ".join(
            found.get(k, "")
            for k in ("class", "id", "role", "itemprop", "data-component", "data-type", "data-testid", "aria-label")
        )
        parts = {part.lower() for part in NAME_PART.findall(names[:400])}
        kinds = {TROUBLES[part] for part in parts if part in TROUBLES}
        cache[number] = (frozenset(kinds), bool(parts & GOOD))
    return cache[number]


def survey(page: PageText, title: str) -> Surroundings:
    """Find the element that holds most of the page's prose, and the story's likely extent."""
    places = [place_of(page, one) for one in page.blocks]
    mass: dict[int, float] = Counter()
    for place in places:
        if place.prose:
            weight = place.words * (1 - place.link_share)
            for step, element in enumerate(place.chain[1:4]):
                mass[element] += weight * (1.0, 0.6, 0.35)[step]
    grouped: dict[object, float] = Counter()
    for element, value in mass.items():
        grouped[group_of(page, element)] += value
    cache: dict[int, tuple[frozenset[str], bool]] = {}

    def standing(element: int) -> float:
        kinds, good = marks(page, element, cache)
        value = grouped[group_of(page, element)]
        at, hops = element, 0
        while at > 0 and hops < 12:
            kinds, _ = marks(page, at, cache)
            if kinds & {"comment"} or page.elements[at].name in ("aside", "footer", "nav"):
                value *= 0.3
            elif kinds & {"related", "letter", "furniture"}:
                value *= 0.8
            at, hops = page.elements[at].parent, hops + 1
        return value * (1.5 if "rticle" in page.elements[element].written and good else 1.25 if good else 1.0)

    centre = max(mass, key=standing, default=0)
    group = group_of(page, centre)
    members = {e for e in mass if group_of(page, e) == group} | {centre}
    inside = [not members.isdisjoint(place.chain) for place in places]
    proses = [i for i, p in enumerate(places) if p.prose and inside[i]]
    found = Surroundings(
        places, centre, inside, mass, proses[0] if proses else 0, proses[-1] if proses else 0, -1
    )
    found.title_words = [w.lower() for w in WORD.findall(title)]
    found.title = title_block(page, found)
    found.members = members
    return found


def group_of(page: PageText, element: int) -> object:
    """Return what elements of one make share: name, depth and class, where there is a class."""
    one = page.elements[element]
    made = one.attributes.get("class", "") if "class" in one.written else ""
    return (one.name, one.depth, made) if made else element


def title_block(page: PageText, found: Surroundings) -> int:
    """Return the number of the block that holds the headline, -1 where there is none."""
    want = set(found.title_words)
    if not want:
        return -1
    best, where = 0.6, -1
    for number, one in enumerate(page.blocks):
        if number > found.last:
            break
        words = {w.lower() for w in WORD.findall(one.block.text)}
        if not words or len(words) > 3 * len(want) + 4:
            continue
        likeness = len(words & want) / len(words | want)
        likeness += 0.2 if page.elements[one.element].name == "h1" else 0
        if likeness > best:
            best, where = likeness, number
    return where


def evidence(page: PageText, title: str, description: str = "", body: str = "") -> list[dict[str, float]]:
    """Return, for each block, the evidence found, by name; values are about 0 to 1."""
    found = survey(page, title)
    cache: dict[int, tuple[frozenset[str], bool]] = {}
    repeated = Counter(one.block.text for one in page.blocks)
    up: dict[int, int] = {}
    for member in found.members:
        at, hops = member, 0
        while at >= 0:
            up[at] = min(up.get(at, 99), hops)
            at, hops = page.elements[at].parent, hops + 1
    top_mass = max(found.mass.values(), default=1.0) or 1.0
    forms = Counter(
        form_of(page, one)
        for one, place, inside in zip(page.blocks, found.places, found.inside, strict=True)
        if inside and place.prose
    )
    total_forms = sum(forms.values()) or 1
    body_key = " ".join(WORD.findall(body.lower()))
    description_key = " ".join(WORD.findall(description.lower()))
    rows = [
        block_evidence(
            page, found, number, cache, repeated, up, top_mass, forms, total_forms, body_key, description_key
        )
        for number in range(len(page.blocks))
    ]
    return rows


def form_of(page: PageText, one: PageBlock) -> tuple[str, str]:
    """Return the form of a block: its element's name and class."""
    element = page.elements[one.element]
    return element.name, element.attributes.get("class", "") if "class" in element.written else ""


def block_evidence(
    page: PageText,
    found: Surroundings,
    number: int,
    cache: dict[int, tuple[frozenset[str], bool]],
    repeated: Counter[str],
    up: dict[int, int],
    top_mass: float,
    forms: Counter[tuple[str, str]],
    total_forms: int,
    body: str,
    description: str,
) -> dict[str, float]:
    """Return the evidence for and against one block."""
    one, place = page.blocks[number], found.places[number]
    text = one.block.text
    element = page.elements[one.element]
    row: dict[str, float] = {}
    words = place.words
    row["length"] = min(log(1 + words), 5) / 5
    row["long"] = float(words >= 25)
    row["short"] = float(words <= 4)
    row["stops"] = float(bool(STOPS.search(text[-6:])))
    row["prose"] = float(place.prose)
    row["linked"] = place.link_share
    row["all-linked"] = float(place.link_share > 0.9)
    row["emphasised"] = float(one.emphasised > 0.9 * len(text))
    row["commas"] = min(text.count(",") + text.count("、"), 4) / 4
    letters = sum(c.isalpha() for c in text[:300]) or 1
    row["capitals"] = float(sum(c.isupper() for c in text[:300]) > 0.6 * letters)
    row["starts-low"] = float(text[:1].islower())
    row["digits"] = sum(c.isdigit() for c in text[:300]) / max(1, len(text[:300]))
    row["repeated"] = float(repeated[text] > 1)
    row["tag-" + element.name if element.name in TAGS else "tag-other"] = 1.0
    steps = next((n for n, e in enumerate(place.chain) if e in up), len(place.chain))
    meeting = place.chain[steps] if steps < len(place.chain) else 0
    below, above = steps, up.get(meeting, 20)
    row["inside"] = float(above == 0)
    row["child"] = float(above == 0 and below == 1)
    row["depth-inside"] = min(below, 6) / 6 if above == 0 else 0.0
    row["outside-near"] = float(1 <= above <= 2)
    row["outside-far"] = float(above > 4)
    row["mass"] = max((found.mass.get(e, 0.0) for e in place.chain[1:3]), default=0) / top_mass
    row["form"] = forms[form_of(page, one)] / total_forms
    row["form-any"] = float(forms[form_of(page, one)] > 0)
    kinds: set[str] = set()
    good = False
    for e in place.chain[:below]:
        k, g = marks(page, e, cache)
        kinds |= k
        good = good or g
        if page.elements[e].name in APART:
            row["in-" + page.elements[e].name] = 1.0
        if page.elements[e].name in ("ul", "ol"):
            row["in-list"] = 1.0
        if page.elements[e].name == "blockquote":
            row["in-quote"] = 1.0
    for kind in kinds:
        row["named-" + kind] = 1.0
    row["named-good"] = float(good)
    for name, pattern in SAYS.items():
        if (words <= 60) and pattern.search(text[:400]):
            row[name] = 1.0
            if words <= 12:
                row[name + "-short"] = 1.0
    row["linked-paragraph"] = float(place.link_share > 0.8 and above == 0 and words > 4)
    row["linked-capitals"] = row["capitals"] * row["all-linked"]
    row["odd-among-prose"] = float(above == 0 and not place.prose and not forms[form_of(page, one)])
    row["before"] = float(number < found.first)
    row["far-before"] = float(number < found.first - 6)
    row["after"] = float(number > found.last)
    row["far-after"] = float(number > found.last + 6)
    row["headline"] = float(number == found.title)
    row["above-headline"] = float(number < found.title)
    row["first-prose"] = float(number == found.first)
    row["last-prose"] = float(number == found.last)
    key = " ".join(WORD.findall(text.lower()))
    if body:
        row["in-stated-body"] = float(key in body)
        row["not-in-stated-body"] = float(key not in body)
    if description and len(key) > 30:
        row["description"] = float(key in description or description in key)
    return row


TAGS = frozenset("p h1 h2 h3 h4 h5 h6 li td div span section figcaption blockquote pre dd dt a article".split())
