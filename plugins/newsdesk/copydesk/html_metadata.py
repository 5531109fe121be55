"""What a page states about its story: JSON-LD, OpenGraph, other meta elements, markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from newsdesk.copydesk.html_blocks import PageText
from newsdesk.copydesk.html_markup import Element
from newsdesk.records import Evidence

HALF = re.compile("[\ud800-\udfff]")  # of a character: JSON may hold "\ud83d" alone
LONGEST_SCRIPT = 2_000_000
STORIES = re.compile(r"(?:Article|Posting|Report|Story)$")
TAG = re.compile(r"<[^<>]{0,2000}>")
YEAR = re.compile(r"[12]\d{3}")
DAY = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d")
ADDRESS = re.compile(r"https?:|www\.|@|/")
BY = re.compile(
    r"^\W*(?:by|written by|von|par|por|di|door|av|af|автор:?|от|بقلم:?|كتبت?:?|نویسنده:?)\s+",
    re.IGNORECASE,
)
BESIDE = frozenset(("aside", "footer", "nav"))
WHOLE_PAGE = frozenset(("html", "body", "main", "article"))
COMMENT = re.compile(r"comments?(?:[-_]\w+)*$", re.IGNORECASE)
NAMELESS = frozenset(  # what pages are called that nobody named
    ("home", "homepage", "live", "login", "log in", "index", "untitled", "untitled document")
)
HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}", re.IGNORECASE)
WORD = re.compile(r"\w{3,}")
LEAST_PROSE = 60  # letters of a block
HIGHEST = 40  # elements looked at above one
SITE_SUFFIX = re.compile(r"\s+(?:[|–—·»:-]|::)\s+([^|–—·»]{2,60})$")

# Names of meta elements for each field, the more telling first.
META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"),
    "date": (
        "article:published_time", "datepublished", "og:article:published_time", "pubdate",
        "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "cxenseparse:"
        "recs:publishtime", "citation_publication_date", "originalpublicationdate",
    ),
    "byline": (
        "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
        "sailthru.author", "byl", "citation_author",
    ),
    "source": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"),
    "lang": ("content-language", "og:locale", "dc.language"),
    "url": ("og:url",),
    "rights": ("dcterms.rights", "dc.rights", "dcterms.license", "rights", "copyright"),
    "description": ("og:description", "description", "twitter:description"),
}  # fmt: skip
LINKED_DATA = {
    "title": "headline",
    "date": "datePublished",
    "byline": "author",
    "source": "publisher",
    "lang": "inLanguage",
    "url": "url",
    "rights": "license",
    "description": "description",
    "body": "articleBody",
}


@dataclass(slots=True)
class Metadata:
    """The values a page offers for each field, the best first, and where each was read."""

    offers: list[Evidence] = field(default_factory=list)

    def offer(self, name: str, value: str, rule: str) -> None:
        """Add a value, unless it is empty or not what the field holds."""
        value = as_offered(value)
        if name == "byline":
            value = BY.sub("", value)
            if ADDRESS.search(value) or len(value) > 120:
                return
        if name == "date" and not YEAR.search(value):
            return  # "0001-01-01T00:00:00" of a page that does not know
        if name == "lang":
            value = value.replace("_", "-")[:12]
        if value and len(value) < (2_000 if name != "body" else LONGEST_SCRIPT):
            self.offers.append(Evidence(name, value, rule, value[:200]))

    def best(self, name: str) -> str:
        """Return the best value of a field, or ''."""
        return next((one.value for one in self.offers if one.field == name), "")


def as_offered(value: str) -> str:
    """Return a stated value on one line, without tags, its entities resolved."""
    return " ".join(unescape(TAG.sub(" ", value)).split())


def read_metadata(page: PageText, source: str) -> Metadata:
    """Return what a page's metadata states. Bad JSON-LD is passed over."""
    found = Metadata()
    shown = [b.block.text for b in page.blocks if page.elements[b.element].name == "h1"]
    shown += filter(None, [title_text(page, source)])
    for story in linked_data(page, source):
        if of_another_page(story, shown):
            continue
        for name, key in LINKED_DATA.items():
            for value in values_of(story.get(key), name):
                found.offer(name, value, f"html.json-ld.{key}")
    offer_meta(page, found)
    offer_markup(page, found)
    offer_title(page, source, found)
    return found


def of_another_page(story: Mapping[str, Any], shown: Sequence[str]) -> bool:
    """Tell whether JSON-LD is of a story whose headline shares no word with what the page shows."""
    headline = story.get("headline")
    if not isinstance(headline, str) or len(shown) < 2 or headline.lower() == headline.upper():
        return False  # scripts without capitals have no spaces either
    words = set(WORD.findall(headline.lower()))
    return bool(words) and all(words.isdisjoint(WORD.findall(text.lower())) for text in shown)


def linked_data(page: PageText, source: str) -> Iterator[Mapping[str, Any]]:
    """Yield the stories that the page's JSON-LD describes."""
    for element, start, end in page.raw:
        one = page.elements[element]
        if one.name != "script" or "json" not in one.written or end - start > LONGEST_SCRIPT:
            continue
        if "ld+json" in one.attributes.get("type", "").lower():
            try:
                read = json.loads(source[start:end].strip().strip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from stories_in(read)


def stories_in(read: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON-LD document whose type is a kind of article."""
    waiting, looked = [read], 0
    while waiting and looked < 500:
        one, looked = waiting.pop(0), looked + 1
        if isinstance(one, list):
            waiting += one[:100]
        elif isinstance(one, dict):
            kinds = one.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and STORIES.search(kind) for kind in kinds):
                yield one
            waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def values_of(value: object, name: str) -> Iterator[str]:
    """Yield the words of a JSON-LD value: text, objects with a name, or a list of them."""
    if isinstance(value, str):
        yield HALF.sub("", value)
    elif isinstance(value, dict):
        if name != "byline" or value.get("@type") in (None, "Person", ["Person"]):
            yield from values_of(value.get("name") or value.get("alternateName"), name)
    elif isinstance(value, list) and name == "byline":
        names = [one for part in value[:8] for one in values_of(part, name)]
        yield ", ".join(dict.fromkeys(names))
    elif isinstance(value, list):
        for part in value[:1]:
            yield from values_of(part, name)


def offer_meta(page: PageText, found: Metadata) -> None:
    """Offer what the meta elements and links of the page state."""
    stated: dict[str, list[str]] = {}
    for one in page.elements:
        if one.name == "meta":
            says = one.attributes
            name = says.get("property") or says.get("name") or says.get("itemprop")
            name = (name or says.get("http-equiv", "")).lower()
            if name and says.get("content", "").strip():
                stated.setdefault(name, []).append(says["content"])
        elif one.name == "link" and "canonical" in one.written:
            if one.attributes.get("rel", "").lower() == "canonical":
                found.offer("url", one.attributes.get("href", ""), "html.canonical")
        elif one.name == "html":
            found.offer("lang", one.attributes.get("lang", ""), "html.lang")
    for name, keys in META.items():
        for key in keys:
            for value in stated.get(key, ())[:1]:
                found.offer(name, value, f"html.meta.{key}")


def offer_markup(page: PageText, found: Metadata) -> None:
    """Offer what the text's own markup states: time elements and marked author names."""
    marked = {
        number
        for number, one in enumerate(page.elements)
        if one.written
        and ("author" in one.written or "byline" in one.written)
        and is_author(one.attributes)
    }
    prose = (b.element for b in page.blocks if len(b.block.text) > LEAST_PROSE and not b.linked)
    end = max(prose, default=len(page.elements))
    for number, one in enumerate(page.elements):
        if one.name == "time" or 'itemprop="datePublished"' in one.written:
            if beside_story(page, number, below=number > end):
                continue  # the hour of a comment, the day of another story
            says = one.attributes
            stamp = says.get("datetime") or says.get("content") or ""
            if DAY.match(stamp) and "Modified" not in one.written:
                found.offer("date", stamp, "html.time")
    for block in page.blocks if marked else ():
        if block.element in marked and len(block.block.text) <= 80:
            found.offer("byline", block.block.text, "html.byline")


def beside_story(page: PageText, number: int, below: bool) -> bool:
    """Tell whether an element lies in what pages set beside a story or hang `below` its prose."""
    for _ in range(HIGHEST):
        one = page.elements[number]
        if one.name in BESIDE or (below and one.name == "li"):
            return True
        if one.name not in WHOLE_PAGE and "comment" in one.written and of_comment(one):
            return True
        number = one.parent
        if number < 0:
            break
    return False


def of_comment(one: Element) -> bool:
    """Tell whether an element's class or name says that it holds what readers write."""
    says = one.attributes
    return any(COMMENT.match(word) for key in ("class", "id") for word in says.get(key, "").split())


def is_author(says: Mapping[str, str]) -> bool:
    """Tell whether an element is marked as the author's name."""
    names = set(says.get("class", "").lower().split())
    return (
        says.get("rel") == "author"
        or says.get("itemprop") == "author"
        or not names.isdisjoint(("author", "byline", "author-name", "byline-name"))
    )


def offer_title(page: PageText, source: str, found: Metadata) -> None:
    """Offer the page's title without the name of the site, and that name where none is stated."""
    title = title_text(page, source)
    site = found.best("source")
    suffix = SITE_SUFFIX.search(title)
    if suffix and (not site or same_name(suffix[1], site)):
        if not site:
            found.offer("source", suffix[1], "html.title")
        title = title[: suffix.start()]
    if title.lower() not in NAMELESS and not HOST.fullmatch(title):
        found.offer("title", title, "html.title")


def title_text(page: PageText, source: str) -> str:
    """Return the words of the page's title element, or ''."""
    for element, start, end in page.raw:
        if page.elements[element].name == "title":
            return " ".join(unescape(source[start : min(end, start + 2000)]).split())
    return ""


def same_name(one: str, other: str) -> bool:
    """Tell whether two names of a site are one: the same letters, or one holds the other."""
    a, b = ("".join(c for c in name.lower() if c.isalnum()) for name in (one, other))
    return bool(a and b) and (a in b or b in a)


def without_site(title: str, site: str) -> str:
    """Return a title without the name of the site at its end."""
    suffix = SITE_SUFFIX.search(title)
    return title[: suffix.start()] if suffix and site and same_name(suffix[1], site) else title
