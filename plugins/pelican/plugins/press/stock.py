"""Pelican's own road, made linear: for themes that do not know the streaming one.

Every story is a Story, all of them are in memory, every page is rendered anew, and still only
changed bytes are written.
"""

from __future__ import annotations

from calendar import month_name
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.urlwrappers import Category, Tag

from .digests import digest
from .reading import Desk
from .scan import content_files
from .story import Story

Write = Callable[..., None]


class StockArticles(ArticlesGenerator):
    """Stories for any theme, with the context Pelican promises."""

    def generate_context(self) -> None:
        """Read all stories into the shared context."""
        edition = self.context["edition"]
        desk = Desk(self.settings, self.context, self.readers, edition.terms)
        found = content_files(self.settings, frozenset(self.readers.extensions))
        edition.take(found)
        pairs = [
            (data, story)
            for f in found
            if (story := desk.story(f.path, data := desk.bytes(f.path)))
        ]
        pairs.sort(key=lambda pair: (pair[1].iso, pair[1].url))
        self.hidden_articles = [story for _, story in pairs if story.withdrawn]
        pairs = [pair for pair in pairs if not pair[1].withdrawn]
        edition.catalogue = [story.record(digest(data), "") for data, story in pairs]
        edition.count = len(pairs)
        self._desk = desk
        self._linked = [story for _, story in pairs if desk.links(story)]
        for story in self._linked:
            self.context["static_links"] |= desk.there(desk.links(story))
        self.articles = [story for _, story in reversed(pairs)]
        signals.article_generator_pretaxonomy.send(self)
        self._sort_by_term()
        self.dates = list(self.articles)
        self.period_archives = self._periods()
        self._update_context(
            (
                "articles",
                "drafts",
                "hidden_articles",
                "dates",
                "tags",
                "categories",
                "authors",
                "related_posts",
            )
        )
        self.context["period_archives"] = self.period_archives
        signals.article_generator_finalized.send(self)

    def check_disabled_readers(self) -> None:
        """Do nothing: files no reader knows are not stories here."""

    def generate_output(self, writer: Any) -> None:
        """Write all pages; links between stories lead somewhere only now."""
        for story in self._linked:
            self._desk.resolve(story)
        super().generate_output(writer)

    def generate_direct_templates(self, write: Write) -> None:
        """Write the direct templates that the theme has: ours may name some it does not know."""
        known = set(self.env.list_templates())
        wanted = self.settings["DIRECT_TEMPLATES"]
        self.settings["DIRECT_TEMPLATES"] = [name for name in wanted if f"{name}.html" in known]
        try:
            super().generate_direct_templates(write)
        finally:
            self.settings["DIRECT_TEMPLATES"] = wanted

    def generate_tags(self, write: Write) -> None:
        """Write a list for each tag."""
        self._lists(write, "tag", self.tags.items())

    def generate_categories(self, write: Write) -> None:
        """Write a list for each category."""
        self._lists(write, "category", self.categories)

    def _lists(self, write: Write, kind: str, terms: Iterable[tuple[Any, list[Story]]]) -> None:
        template = self.get_template(kind)
        for term, articles in terms:
            if term.save_as:
                write(
                    term.save_as, template, self.context, url=term.url, articles=articles,
                    dates=articles, template_name=kind, blog=True, page_name=term.page_name,
                    all_articles=self.articles, **{kind: term},
                )  # fmt: skip

    def _sort_by_term(self) -> None:
        """Group stories by tag and source; a term is one object however many stories bear it."""
        tag = cache(partial(Tag, settings=self.settings))
        category = cache(partial(Category, settings=self.settings))
        for story in self.articles:
            story.tags = [tag(each.name) for each in story.tags]
            story.category = category(story.category.name)
            self.categories[story.category].append(story)
            for each in story.tags:
                self.tags[each].append(story)
        self.categories = sorted(
            self.categories.items(), reverse=self.settings["REVERSE_CATEGORY_ORDER"]
        )
        self.authors = []

    def _periods(self) -> dict[str, list[dict[str, Any]]]:
        """Group dated stories by year, month and day, in one pass each."""
        periods: dict[str, list[dict[str, Any]]] = defaultdict(list)
        dated = [story for story in self.dates if story.iso]
        for name, parts in (("year", 1), ("month", 2), ("day", 3)):
            save_as = self.settings[f"{name.upper()}_ARCHIVE_SAVE_AS"]
            if not save_as:
                continue
            fields = ("date.year", "date.month", "date.day")[:parts]
            for _, group in groupby(dated, key=attrgetter(*fields)):
                stories = list(group)
                date = stories[0].date
                numbers = (date.year, date.month, date.day)[:parts]
                named = (date.year, month_name[date.month], date.day)[:parts]
                periods[name].append({
                    "dates": stories,
                    "articles": stories,
                    "save_as": save_as.format(date=date),
                    "url": self.settings[f"{name.upper()}_ARCHIVE_URL"].format(date=date),
                    "period": named,
                    "period_num": numbers,
                })  # fmt: skip
        return periods
