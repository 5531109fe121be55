"""A story: Pelican's Article with everything that is dear computed once, or not at all.

Pelican works out url and save_as anew at every use, formats dates with the C library's locale and
gives each article its own tags: fine for a blog, most of the time of an archive's build.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import orjson
from markupsafe import Markup
from pelican.contents import Article
from pelican.plugins import signals
from pelican.urlwrappers import Category
from pelican.urlwrappers import Tag as PelicanTag
from pelican.utils import set_date_tzinfo, strftime, temporary_locale

from .citations import Citation, Cited, authors, citations, known
from .contentfile import Sheet, escaped, plain, several
from .dates import day_text, is_day
from .errors import BrokenStory
from .record import Record, date_text, day_url
from .terms import Kind, Tag, Term, Terms
from .threads import traces
from .versions import version_of

# Templates of other themes ask for `article.date.isoformat()`: an undated story needs some date
# there, and must never get today's.
NO_DATE = datetime(1, 1, 1)
SECONDS = re.compile(r"(?::\d\d(?:\.\d+)?)?Z?")  # an hour of another zone would be told wrongly
UNFIT = re.compile(r"[<>\"&?#%:*|\\\x00-\x1f]")
LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # the form of a tag by RFC 5646


class CutShown(NamedTuple):
    """A stretch the copydesk cut, escaped."""

    rule: str
    text: str


class Day(NamedTuple):
    """A link to a day's page."""

    label: str
    url: str


class Places:
    """Where stories live: the ARTICLE_SAVE_AS pattern, filled in once for each day."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._dated = str(settings["ARTICLE_SAVE_AS"])
        self._undated = str(settings["UNDATED_ARTICLE_URL"])
        self._days: dict[str, str] = {}

    def of(self, iso: str, slug: str) -> str:
        """Return the address of a story, relative to SITEURL."""
        if not iso:
            return self._undated.replace("{slug}", slug)
        pattern = self._days.get(iso[:10])
        if pattern is None:
            day = datetime.fromisoformat(iso[:10])
            pattern = self._days[iso[:10]] = self._dated.format(
                date=day, slug="{slug}", lang="{lang}"
            )
        return pattern.replace("{slug}", slug)


class Fact:
    """An attribute that gives a fact of the content file as escaped text."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, story: Story | None, owner: type) -> Any:
        if story is None:
            return self
        value = story.__dict__[self._name] = escaped(story.facts.get(self._name, ""))
        return value


class Once:
    """An attribute worked out when first asked for: cached_property without its lock."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, story: Story | None, owner: type) -> Any:
        if story is None:
            return self
        value = story.__dict__[self._name] = self._make(story)
        return value


class Story(Article):
    """One story of the archive, with the attributes Pelican's templates know and our own."""

    url = save_as = summary = None
    status = "published"
    template = "article"
    in_default_lang = True
    translations: tuple[()] = ()
    previous = next = None
    twins: tuple[()] = ()
    earlier: tuple[()] = ()
    later: tuple[()] = ()
    notices: tuple[()] = ()

    def __init__(
        self,
        sheet: Sheet,
        path: str,
        settings: dict[str, Any],
        context: Any,
        places: Places,
        terms: Terms,
    ) -> None:
        facts = sheet.facts
        self.settings = settings
        self._context = context
        self._terms = terms
        self.facts = facts
        self.path = path
        self.title = Markup(sheet.title.replace('"', "&quot;"))
        self.iso = _iso(facts.get("date", ""), path)
        self.slug = facts.get("slug") or _slug(path)
        lang = facts.get("lang", "")  # templates print it as it is
        self.lang = lang if LANGUAGE.fullmatch(lang) else settings["DEFAULT_LANG"]
        self.dir = "rtl" if facts.get("dir") == "rtl" else "ltr"
        self.partial_date = facts.get("partial_date", "")
        self.url = self.save_as = facts.get("save_as") or places.of(self.iso, self.slug)
        self._content = sheet.body  # as in Pelican: `replace` of a Markup would escape
        self.summary = Markup(facts.get("summary", ""))
        self.country_codes, self.about_countries = terms.current(
            "country", *_codes(facts.get("countries", ""))
        )
        self.organization_codes, self.about_organizations = terms.current(
            "organization", *_codes(facts.get("organizations", ""))
        )
        if signals.content_object_init.receivers:
            signals.content_object_init.send(self)
            self.hear()
        if sign := UNFIT.search(self.url):
            raise BrokenStory(
                f"{path}: its address {self.url} holds «{sign[0]}», which addresses or disks do "
                "not take: give it another slug."
            )

    def hear(self) -> None:
        """Take the place that a plugin chose: here a page's address and its file are one."""
        self.url = self.save_as = getattr(self, "override_save_as", self.url)
        if getattr(self, "override_url", self.url) != self.url:
            raise BrokenStory(
                f"{self.path}: a plugin gives it the override_url {self.override_url}, but its "
                f"page is {self.url}: give it an override_save_as that is the same."
            )

    def record(self, digest: bytes, card: str, links: tuple[str, ...] = ()) -> Record:
        """Return what is kept of the story when its text is let go."""
        return Record(
            self.url,
            self.iso,
            str(self.title),
            self.lang,
            self.dir,
            self.facts.get("source", ""),
            self.country_codes,
            self.about_countries,
            self.organization_codes,
            self.about_organizations,
            str(self.summary),
            self.partial_date,
            self.facts.get("story", ""),
            self.path,
            digest,
            links,
            card,
            version_of(self.plain_title, self.facts.get("cuts", "")),
            traces(self.plain_title, str(self._content)),
            self.facts.get("withdrawn", ""),
        )

    @property
    def content(self) -> Markup:
        """The text as templates print it; plugins change `_content`, as they do in Pelican."""
        try:
            return Markup(self.get_content(self.settings["SITEURL"]))
        except AttributeError as error:  # for which Jinja would print nothing, and say nothing
            raise BrokenStory(
                f"{self.path}: what makes its text fails: {error}. Mend the plugin that does."
            ) from error

    @property
    def withdrawn_text(self) -> str:
        """The day it was withdrawn, in words."""
        return day_text(self.withdrawn)

    @Once
    def date_text(self) -> str:
        """The day in words."""
        return date_text(self.iso, self.partial_date)

    @property
    def time_text(self) -> str:
        """The time, or nothing."""
        return self.iso[11:]

    @Once
    def day(self) -> Day:
        """The page of its day, or of the undated stories."""
        if not self.iso:
            return Day(self.date_text, str(self.settings["UNDATED_URL"]))
        return Day(self.date_text, day_url(self.settings, self.iso))

    @Once
    def plain_title(self) -> str:
        """The headline as plain text."""
        return plain(str(self.title)) if "&" in self.title else str(self.title)

    @Once
    def source(self) -> Term | None:
        """Who wrote it."""
        name = self.facts.get("source")
        return self._terms.get("source", name) if name else None

    @Once
    def countries(self) -> list[Tag]:
        """The countries it touches, primary ones first."""
        return self._tags("country", self.country_codes, self.about_countries)

    @Once
    def organizations(self) -> list[Tag]:
        """The organisations it touches, primary ones first."""
        return self._tags("organization", self.organization_codes, self.about_organizations)

    @Once
    def _evidence(self) -> dict[str, str]:
        return self._json("evidence", {})

    @Once
    def cuts(self) -> list[CutShown]:
        """What the copydesk cut: rule and text."""
        return [CutShown(escaped(rule), escaped(text)) for rule, text in self._json("cuts", [])]

    @Once
    def citations(self) -> list[Citation]:
        """Ways to cite it: key, label and text."""
        cited = Cited(
            self.plain_title,
            self.source.name if self.source else "",
            self.iso or known(self.partial_date),
            self.facts.get("byline", ""),
            f"{self.settings['SITEURL']}/{self.url}",
            _without_tags(self.settings["SITENAME"]),
            self.lang,
        )
        return [Citation(key, label, escaped(words)) for key, label, words in citations(cited)]

    @property
    def signed(self) -> list[str]:
        """Who wrote it, as plain text; empty where only the source is known."""
        byline = self.facts.get("byline")
        return authors(byline, self.source.name if self.source else "") if byline else []

    @property
    def truncated(self) -> bool:
        """Whether the dump held only a part of it."""
        return self.facts.get("truncated") == "yes"

    @property
    def original(self) -> str:
        """The story's address at its publisher, if it is a web address."""
        address = self.facts.get("original") or self.facts.get("url", "")
        return escaped(address) if address.startswith(("http://", "https://")) else ""

    syndicator = Fact()
    byline = Fact()
    place = Fact()
    dateline = Fact()
    rights = Fact()
    wire_id = Fact()
    withdrawn = Fact()
    reason = Fact()
    headline = Fact()
    story = Fact()
    dump = Fact()

    def _tags(self, kind: Kind, codes: tuple[str, ...], about: int) -> list[Tag]:
        reasons, get, told = self._evidence, self._terms.get, self._terms.reason
        return [
            Tag(get(kind, code), at < about, escaped(told(reasons.get(code, ""))))
            for at, code in enumerate(codes)
        ]

    def _json(self, name: str, empty: Any) -> Any:
        value = self.facts.get(name)
        if not value:
            return empty
        try:
            return orjson.loads(plain(value) if "&" in value else value)
        except orjson.JSONDecodeError:
            raise BrokenStory(
                f'{self.path}: its <meta name="{name}"> is not JSON any more. '
                "Restore the line or delete it."
            ) from None

    # What templates and plugins of other people ask for.

    @property
    def source_path(self) -> str:
        """The content file's path on this machine."""
        return os.path.join(self.settings["PATH"], self.path)

    @Once
    def date(self) -> datetime:
        """Its date with the site's time zone; the year 1 when undated."""
        when = datetime.fromisoformat(self.iso) if self.iso else NO_DATE
        return set_date_tzinfo(when, self.settings.get("TIMEZONE", "UTC"))

    @Once
    def locale_date(self) -> str:
        """The day as Pelican writes it, by DATE_FORMATS and DEFAULT_DATE_FORMAT."""
        if not self.iso:
            return self.date_text
        settings = self.settings
        form = settings["DATE_FORMATS"].get(self.lang, settings["DEFAULT_DATE_FORMAT"])
        if isinstance(form, str):
            return strftime(self.date, form)
        with temporary_locale(form[0]):
            return strftime(self.date, form[1])

    @Once
    def category(self) -> Category:
        """Its source, as Pelican's one category."""
        return Category(
            self.facts.get("category") or self.settings["DEFAULT_CATEGORY"], self.settings
        )

    @Once
    def tags(self) -> list[PelicanTag]:
        """All its headings, as Pelican's tags."""
        return [PelicanTag(name, self.settings) for name in several(self.facts.get("tags", ""))]

    @Once
    def metadata(self) -> dict[str, Any]:
        """The facts as Pelican's readers give them."""
        return {
            **self.facts,
            "title": self.title,
            "date": self.date,
            "category": self.category,
            "tags": self.tags,
        }

    def get_content(self, siteurl: str) -> str:
        """Return the text; links to other content files are resolved."""
        return self._content

    def get_summary(self, siteurl: str) -> str:
        """Return the first words of the text."""
        return self.summary

    def refresh_metadata_intersite_links(self) -> None:
        """Do nothing: no fact of a story holds links."""


@cache
def _without_tags(name: str) -> str:
    return Markup(name).striptags()


def _iso(value: str, path: str) -> str:
    """Return "2025-01-12T14:05", "2025-01-12" or "" for the fact `date`."""
    day, _, time = value.strip().replace("T", " ").partition(" ")
    if not day:
        return ""
    time, seconds = time.strip()[:5], time.strip()[5:]
    if not is_day(day) or (time and not _is_time(time)) or not SECONDS.fullmatch(seconds):
        raise BrokenStory(
            f"{path}: its date «{value}» is not a day of the calendar, or not written as one. "
            "Write it as 2025-01-31 or 2025-01-31 14:05, or delete the line."
        )
    return f"{day}T{time}" if time else day


def _is_time(time: str) -> bool:
    hour, _, minute = time.partition(":")
    return (
        len(time) == 5
        and hour.isdigit()
        and minute.isdigit()
        and int(hour) < 24
        and int(minute) < 60
    )


def _slug(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _codes(value: str) -> tuple[tuple[str, ...], int]:
    """Return the codes of `"TJ; AF*;"`, primary ones first, and how many are primary."""
    if not value:
        return (), 0
    codes = several(value)
    primary = [code[:-1] for code in codes if code[-1] == "*"]
    return (*primary, *(code for code in codes if code[-1] != "*")), len(primary)
