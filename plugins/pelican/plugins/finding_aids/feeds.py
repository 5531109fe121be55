"""Atom feeds: the site's, and one for each country, organisation and source.

The feed of a country or organisation holds the stories about it; where others mention it, a second
one (`mentioned.xml`) holds them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from markupsafe import escape
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Feed
from pelican.plugins.press.record import Record
from pelican.plugins.press.terms import KINDS, Kind

from .headings import term_feed
from .redirects import moved
from .settings import site_feed
from .shelves import Shelves

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
HEAD_WITH_DELETED = f'{HEAD[:-1]} xmlns:at="http://purl.org/atompub/tombstones/1.0">'  # RFC 6721
EVERY = "mentioned.xml"
NEVER = "1970-01-01T00:00:00Z"


class Feeds:
    """Plans feeds; an entry is made once however many feeds it is in."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._site = str(edition.settings["SITEURL"])
        self._host = urlsplit(self._site).hostname or "archive.invalid"
        self._entries: dict[str, str] = {}
        self._most: int = edition.settings["FEED_ENTRIES"]

    def plan(self, shelves: Shelves) -> None:
        """Plan the site's feed and one for each term."""
        self._plan(site_feed(self._edition.settings), "", self._edition.catalogue)
        for kind in KINDS:
            for code, records in shelves.shelves[kind].items():
                term = shelves.term(kind, code)
                feed = term_feed(self._edition, term)
                about = self._about(kind, code, records)
                self._plan(feed, term.url, about)
                if len(about) < len(records):
                    every = Feed(f"{term.url}{EVERY}", f"{feed.title}, every mention")
                    self._plan(every, term.url, records)
        for url, term in moved(self._edition, shelves):
            feed = Feed(f"{url}feed.xml", term_feed(self._edition, term).title)
            records = shelves.shelves[term.kind][term.code]
            self._plan(feed, term.url, self._about(term.kind, term.code, records))

    def _about(self, kind: Kind, code: str, records: list[Record]) -> list[Record]:
        """Return what the feed of a heading holds: see TAG_SCOPE."""
        if kind == "source" or self._edition.settings["TAG_SCOPE"] == "mentioned":
            return records
        return [record for record in records if code in _subjects(record, kind)]

    def _plan(self, feed: Feed, about: str, records: Sequence[Record]) -> None:
        # An Atom entry must say when it was updated, which nobody knows of an undated story.
        newest = [record for record in records[: -self._most - 1 : -1] if record.iso]
        gone = self._withdrawn() if records is self._edition.catalogue else []
        inputs = digest(
            feed.title.encode(), feed.url.encode(), *(record.digest for record in (*newest, *gone))
        )
        self._edition.file(feed.url, inputs, lambda: self._atom(feed, about, newest, gone))

    def _withdrawn(self) -> list[Record]:
        """Return the stories taken back most recently: readers that kept them shall drop them."""
        dated = [record for record in self._edition.withdrawn if record.iso]
        return sorted(dated, key=lambda record: record.withdrawn)[: -self._most - 1 : -1]

    def _atom(self, feed: Feed, about: str, records: list[Record], gone: list[Record]) -> str:
        updated = _moment(records[0].iso) if records else NEVER
        parts = [
            f"{HEAD_WITH_DELETED if gone else HEAD}<title>{escape(feed.title)}</title>"
            f'<link rel="alternate" href="{self._site}/{about}"/>'
            f'<link rel="self" href="{self._site}/{feed.url}"/>'
            f"<id>tag:{self._host},2025:/{feed.url}</id><updated>{updated}</updated>"
            f"<author><name>{escape(self._edition.settings['SITENAME'])}</name></author>\n"
        ]
        parts += [self._entry(record) for record in records]
        parts += [
            f'<at:deleted-entry ref="{self._id(record)}" when="{record.withdrawn}T00:00:00Z"/>\n'
            for record in gone
        ]
        parts.append("</feed>\n")
        return "".join(parts)

    def _entry(self, record: Record) -> str:
        entry = self._entries.get(record.url)
        if entry is None:
            entry = self._entries[record.url] = self._made(record)
        return entry

    def _made(self, record: Record) -> str:
        get = self._edition.terms.get
        terms = [get("country", code) for code in record.countries]
        terms += [get("organization", code) for code in record.organizations]
        categories = "".join(f'<category term="{term.heading}"/>' for term in terms)
        author = f"<author><name>{escape(record.source)}</name></author>" if record.source else ""
        moment = _moment(record.iso)
        return (
            f'<entry xml:lang="{record.lang}"><title type="html">{escape(record.title)}</title>'
            f'<link rel="alternate" href="{self._site}/{record.url}"/>'
            f"<id>{self._id(record)}</id>"
            f"<published>{moment}</published><updated>{moment}</updated>{author}"
            f'<summary type="html">{escape(record.summary)}</summary>{categories}</entry>\n'
        )

    def _id(self, record: Record) -> str:
        return f"tag:{self._host},{record.day}:/{record.url}"


def _subjects(record: Record, kind: Kind) -> tuple[str, ...]:
    if kind == "country":
        return record.countries[: record.about_countries]
    return record.organizations[: record.about_organizations]


def _moment(iso: str) -> str:
    return f"{iso[:10]}T{iso[11:] or '00:00'}:00Z"
