"""A story as lists, feeds and counts need it: its record, small enough to keep for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from markupsafe import Markup

from .dates import day_text, partial_text
from .terms import Term, Terms


class Record(NamedTuple):
    """What is kept of a story when its text is let go.

    `countries` and `organizations` are codes, primary ones first; `about_countries` says how many
    are primary. `path` is the content file, relative to PATH; `digest` the hash of its bytes;
    `links` the static files it links to, with an empty name where it links to other content;
    `withdrawn` is the day it was taken back: then only its tombstone knows it;
    `version` is what its agency calls it ("UPDATE 2"), `traces` what its thread is found by.
    """

    url: str
    iso: str
    title: str
    lang: str
    dir: str
    source: str
    countries: tuple[str, ...]
    about_countries: int
    organizations: tuple[str, ...]
    about_organizations: int
    summary: str
    partial_date: str
    story: str
    path: str
    digest: bytes
    links: tuple[str, ...] = ()
    card: str = ""
    version: str = ""
    traces: bytes = b""
    withdrawn: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """Oldest first; stories of one minute by address, so that the order never wavers."""
        return self.iso, self.url

    @property
    def day(self) -> str:
        """Its day, "2025-01-12", or empty when undated."""
        return self.iso[:10]


class Brief:
    """A story as lists show it: headline, date and source."""

    __slots__ = ("_record", "_terms")

    def __init__(self, record: Record, terms: Terms) -> None:
        self._record = record
        self._terms = terms

    @property
    def title(self) -> Markup:
        """The headline, escaped."""
        return Markup(self._record.title)

    @property
    def url(self) -> str:
        """The permalink."""
        return self._record.url

    @property
    def lang(self) -> str:
        """The language it is written in."""
        return self._record.lang

    @property
    def dir(self) -> str:
        """The direction it is read in."""
        return self._record.dir

    @property
    def iso(self) -> str:
        """For `<time datetime>`; empty when undated."""
        return self._record.iso

    @property
    def date_text(self) -> str:
        """The day in words."""
        return date_text(self._record.iso, self._record.partial_date)

    @property
    def time_text(self) -> str:
        """The time, or nothing."""
        return self._record.iso[11:]

    @property
    def summary(self) -> Markup:
        """The first words of the text, escaped."""
        return Markup(self._record.summary)

    @property
    def source(self) -> Term | None:
        """Who wrote it."""
        return self._terms.get("source", self._record.source) if self._record.source else None


def date_text(iso: str, partial: str) -> str:
    """Return a story's date in words, or what is known of it."""
    return day_text(iso[:10]) if iso else partial_text(partial)


def day_url(settings: Mapping[str, Any], iso: str) -> str:
    """Return the address of a day's page."""
    return _day_url(str(settings["DAY_ARCHIVE_URL"]), iso[:10])


@cache
def _day_url(pattern: str, day: str) -> str:
    return pattern.format(date=date.fromisoformat(day))
