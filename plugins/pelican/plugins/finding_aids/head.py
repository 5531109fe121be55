"""Metadata of pages: canonical address, OpenGraph, Dublin Core, `citation_*`, JSON-LD.

Zotero prefers COinS to better metadata, so there are none.
"""

from __future__ import annotations

from typing import Any

import orjson
from markupsafe import Markup, escape
from pelican.plugins.press.contentfile import plain
from pelican.plugins.press.here import UNSEEN, Here
from pelican.plugins.press.story import Story
from pelican.plugins.press.terms import Tag, Term

from .opensearch import PATH, TYPE, has_opensearch
from .settings import site_feed

WIKIDATA = "https://www.wikidata.org/wiki/"
DUBLIN_CORE = '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n'
TYPES = {"country": "Country", "organization": "Organization", "source": "Organization"}


class Metadata:
    """Writes the metadata of every page; what is said of a term is made once."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._site = str(settings["SITEURL"])
        self._name = Markup(settings["SITENAME"]).striptags()
        self._motto = Markup(settings["SITESUBTITLE"] or "").striptags()
        self._lang = settings["DEFAULT_LANG"]
        self._feeds = [site_feed(settings)]
        self._subjects: dict[Term, tuple[str, str]] = {}
        self._site_name = f'<meta property="og:site_name" content="{escape(self._name)}">\n'
        self._search = _search_link(settings) if has_opensearch(settings) else ""
        self._collection = {"@type": "Collection", "name": self._name, "url": f"{self._site}/"}

    def list(self, here: Here) -> Here:
        """Complete what a list, or any page that is not a story, says about itself."""
        address = f"{self._site}/{here.url}"
        here.feeds = here.feeds or self._feeds
        here.metadata = Markup(
            _description(here.description or self._stands_for(here.title))
            + self._canonical(address)
            + _open_graph("website", here.title or escape(self._name), address)
            + self._site_name
            + self._search
        )
        return here

    def story(self, story: Story) -> Here:
        """Return what a story's page says about itself."""
        address = f"{self._site}/{story.url}"
        if story.withdrawn:
            return self._tombstone(story, address)
        title, lang = str(story.title), story.lang
        source = str(story.source) if story.source else ""
        creators = "".join([_twice("creator", "author", escape(name)) for name in story.signed])
        tags = [*story.countries, *story.organizations]
        subjects = "".join([self._subject(tag.term)[0] for tag in tags])
        rights = f'<meta name="DC.rights" content="{story.rights}">\n' if story.rights else ""
        metadata = (
            f"{_description(str(story.summary))}{self._canonical(address)}"
            f"{_open_graph('article', title, address)}{self._site_name}{self._search}"
            f'{DUBLIN_CORE}<meta name="DC.type" content="newspaperArticle">\n'
            f'<meta name="DC.title" content="{title}">\n'
            f'<meta name="DC.language" content="{lang}">\n'
            f'<meta name="DC.identifier" content="{address}">\n'
            f'<meta name="citation_title" content="{title}">\n'
            f'<meta name="citation_language" content="{lang}">\n'
            f'<meta name="citation_public_url" content="{address}">\n'
            f"{_dates(story.iso) if story.iso else ''}"
            f"{_paper(source) if source else ''}{creators}"
            f"{rights}{subjects}{self._linked_data(story, address, tags)}"
        )
        return Here(
            *("story", story.url, story.title, story.summary, self._lang, ""),
            feeds=self._feeds,
            metadata=Markup(metadata),
        )

    def _tombstone(self, story: Story, address: str) -> Here:
        """Return what is said of a withdrawn story: that it was there and is no more."""
        facts: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "url": address,
            "creativeWorkStatus": "Withdrawn",
            "dateModified": story.facts["withdrawn"],
            "isPartOf": self._collection,
        }
        if story.headline:
            facts["headline"] = story.plain_title
        if story.iso:
            facts["datePublished"] = story.iso
        metadata = UNSEEN + Markup(self._canonical(address) + _script(orjson.dumps(facts).decode()))
        return Here(
            "withdrawn",
            story.url,
            story.title,
            lang=self._lang,
            feeds=self._feeds,
            metadata=metadata,
        )

    def _canonical(self, address: str) -> str:
        """Return the link to the page's one address; without SITEURL nobody knows it yet."""
        return f'<link rel="canonical" href="{address}">\n' if self._site else ""

    def _stands_for(self, title: str) -> str:
        """Return a description of a page that has none: its title in this archive."""
        return " - ".join(filter(None, (title, escape(self._name), escape(self._motto))))

    def _subject(self, term: Term) -> tuple[str, str]:
        """Return a term as `<meta>` and as JSON."""
        made = self._subjects.get(term)
        if made is None:
            thing = {
                "@type": TYPES[term.kind],
                "name": term.name,
                "url": f"{self._site}/{term.url}",
            }
            if term.wikidata:
                thing["sameAs"] = WIKIDATA + term.wikidata
            meta = (
                f'<meta name="DC.subject" content="{term.heading}">\n'
                f'<meta property="article:tag" content="{term.heading}">\n'
            )
            made = self._subjects[term] = meta, orjson.dumps(thing).decode()
        return made

    def _linked_data(self, story: Story, address: str, tags: list[Tag]) -> str:
        facts: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.plain_title,
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": story.lang,
            "isPartOf": self._collection,
        }
        if story.iso:
            facts["datePublished"] = story.iso
        if story.summary:
            facts["description"] = plain(str(story.summary))
        if place := story.facts.get("dateline"):
            facts["dateline"] = place
        if people := story.signed:
            facts["author"] = [{"@type": "Person", "name": name} for name in people]
        if story.source:
            publisher = {"@type": "Organization", "name": story.source.name}
            facts["publisher"] = publisher
            facts.setdefault("author", publisher)
        if story.facts.get("story"):
            facts["identifier"] = f"sha256:{story.facts['story']}"
        about = ",".join(self._subject(tag.term)[1] for tag in tags if tag.primary)
        mentions = ",".join(self._subject(tag.term)[1] for tag in tags if not tag.primary)
        more = (f',"about":[{about}]' if about else "") + (
            f',"mentions":[{mentions}]' if mentions else ""
        )
        return _script(orjson.dumps(facts).decode()[:-1] + more + "}")


def _script(data: str) -> str:
    """Return JSON-LD: a story may quote "</script>", which must not end it."""
    data = data.replace("<", "\\u003c")  # neither an end tag nor a comment may begin in it
    return f'<script type="application/ld+json">{data}</script>\n'


def _description(text: str) -> str:
    if not text:
        return ""
    return (
        f'<meta name="description" content="{text}">\n'
        f'<meta property="og:description" content="{text}">\n'
    )


def _search_link(settings: dict[str, Any]) -> str:
    name = escape(Markup(settings["SITENAME"]).striptags())
    return f'<link rel="search" type="{TYPE}" title="{name}" href="{settings["SITEURL"]}/{PATH}">\n'


def _open_graph(kind: str, title: str, address: str) -> str:
    return (
        f'<meta property="og:type" content="{kind}">\n'
        f'<meta property="og:title" content="{title}">\n'
        f'<meta property="og:url" content="{address}">\n'
    )


def _twice(dublin_core: str, citation: str, value: str) -> str:
    return (
        f'<meta name="DC.{dublin_core}" content="{value}">\n'
        f'<meta name="citation_{citation}" content="{value}">\n'
    )


def _paper(name: str) -> str:
    """Return who published it: Zotero takes a newspaper's name from DC.source, and without that
    from og:site_name, which is the archive's. As an author it would be taken for a person."""
    return f'<meta name="DC.source" content="{name}">\n' + _twice("publisher", "publisher", name)


def _dates(iso: str) -> str:
    day = iso[:10]
    return (
        f'<meta property="article:published_time" content="{iso}">\n'
        f'<meta name="DC.date" content="{day}">\n'
        f'<meta name="citation_publication_date" content="{day.replace("-", "/")}">\n'
    )
