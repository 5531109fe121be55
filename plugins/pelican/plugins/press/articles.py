"""The streaming road: Pelican's ArticlesGenerator for archives that do not fit in memory.

Reads every story that changed since the last build, keeps a record of each and lets its text go;
then plans one page a story. Lists are the work of finding_aids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, overload

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from . import workforce
from .changes import compared
from .digests import digest
from .edition import Edition, Job, Renderer, templates_told
from .errors import Refused, UrlClash
from .here import Here
from .notices import Link, notices_of
from .reading import Desk
from .record import Record
from .scan import Found, content_files
from .story import Story
from .threads import NO_THREAD, Thread, threads
from .twins import Twin, nearest, twins_of
from .writer import ALWAYS

CARD = "parts/card"
TOMBSTONE = "withdrawn"


OWN_LIST = (
    "A plugin changes the list generator.articles, but press reads the stories one by one: set a "
    "story's status in its content file or at content_object_init, or set "
    "PELICAN_CLASS = 'pelican.Pelican'."
)


class Stories(Sequence[Story]):
    """All stories, newest first, read when asked for: what `context["articles"]` is."""

    def __init__(self, edition: Edition, desk: Desk, kept: dict[str, Story]) -> None:
        self._edition, self._desk, self._kept = edition, desk, kept

    def __len__(self) -> int:
        return self._edition.count

    @overload
    def __getitem__(self, at: int) -> Story: ...
    @overload
    def __getitem__(self, at: slice) -> list[Story]: ...
    def __getitem__(self, at: int | slice) -> Story | list[Story]:
        newest_first = self._edition.catalogue[::-1]
        if isinstance(at, slice):
            return [self.read(record) for record in newest_first[at]]
        return self.read(newest_first[at])

    def __iter__(self) -> Iterator[Story]:
        return (self.read(record) for record in reversed(self._edition.catalogue))

    def __getattr__(self, name: str) -> Any:
        if hasattr(list, name):
            raise Refused(OWN_LIST)
        raise AttributeError(name)

    def _refuse(self, *_: Any) -> Any:
        raise Refused(OWN_LIST)

    __setitem__ = __delitem__ = __iadd__ = _refuse

    def read(self, record: Record) -> Story:
        """Return the story of a record."""
        story = self._kept.get(record.path)
        if story is None:
            story = self._desk.story(record.path, self._desk.bytes(record.path))
        assert story is not None  # it had a record
        if record.links:
            self._desk.resolve(story)
        return story


class StreamedArticles(ArticlesGenerator):
    """Stories of an archive: read month by month, one page each."""

    notices: dict[str, list[Link]]

    def generate_context(self) -> None:
        """Read what changed, and know a record of every story."""
        self.edition = self.context["edition"]
        self.cache = self.edition.cache
        self.desk = Desk(self.settings, self.context, self.readers, self.edition.terms)
        self.kept: dict[str, Story] = {}
        self.found = self._content_files()
        self.edition.take(self.found)
        self.edition.look()
        self._cards = Renderer(self.env, self.settings, self.cache, self.edition.facts)
        self.edition.card = self._cards.digest(CARD)
        if not self.edition.unchanged:
            every = self._catalogue()
            self.edition.catalogue = [record for record in every if not record.withdrawn]
            self.edition.withdrawn = [record for record in every if record.withdrawn]
            self.edition.count = len(self.edition.catalogue)
            links = {link for record in self.edition.catalogue for link in record.links}
            self.edition.static_links = sorted(links - {""})
        self.context["static_links"] |= self.desk.there(self.edition.static_links)
        self.articles = self.dates = Stories(self.edition, self.desk, self.kept)
        signals.article_generator_pretaxonomy.send(self)
        if not isinstance(self.articles, Stories):
            raise Refused(OWN_LIST)
        self.context.update(
            articles=self.articles, dates=self.dates, drafts=[], hidden_articles=[],
            related_posts=[], tags=[], categories=[], authors=[], period_archives={},
        )  # fmt: skip
        signals.article_generator_finalized.send(self)

    def _content_files(self) -> list[Found]:
        """Return the files a reader knows; tell of those that one would know, were it installed."""
        disabled = tuple(f".{extension}" for extension in self.readers.disabled_extensions)
        known = {*self.readers.extensions, *self.readers.disabled_extensions}
        found = content_files(self.settings, frozenset(known))
        for one in found:
            if one.path.endswith(disabled):
                self.readers.check_file(one.path)
        return [one for one in found if not one.path.endswith(disabled)]

    def check_disabled_readers(self) -> None:
        """Do nothing: `_content_files` tells of them."""

    def refresh_metadata_intersite_links(self) -> None:
        """Do nothing: links were resolved when the stories were read."""

    def generate_output(self, writer: Any) -> None:
        """Plan a page for each story and each direct template."""
        edition = self.edition
        chrome = (f"{page.url}\0{page.title}".encode() for page in self.context.get("pages", ()))
        edition.open(Renderer(self.env, self.context, self.cache, edition.facts), chrome)
        writer.chrome = self._chrome
        if edition.unchanged:
            return
        if edition.company:
            self._tell_guests()
            self._plan_stories()
        else:
            edition.plan_late(self._plan_stories)
        for name in self.settings["DIRECT_TEMPLATES"]:
            if name != "index":
                self._plan_direct(name)
        signals.article_writer_finalized.send(self, writer=writer)

    def _tell_guests(self) -> None:
        """Let other people's plugins see each story, and make the records of what they made of it.

        Lists, feeds and neighbours are made of records.
        """
        edition = self.edition
        for part in (edition.catalogue, edition.withdrawn):
            for at, record in enumerate(part):
                story = self.articles.read(record)
                signals.article_generator_write_article.send(self, content=story)
                story.hear()
                story.__dict__.pop("plain_title", None)
                card = self._cards(CARD, story=story)
                part[at] = story.record(record.digest, card, record.links)

    def _plan_stories(self) -> None:
        """Plan a page for each story, which takes what all stories say of threads and twins."""
        edition = self.edition
        records = edition.catalogue
        twins = twins_of(self.settings, records)
        apart = {url: {twin.url for twin in others} for url, others in twins.items()}
        matters = threads(records, apart)
        self.notices = notices_of(self.settings, [*records, *edition.withdrawn])
        for at, record in enumerate(records):
            before, after = records[at - 1 : at], records[at + 1 : at + 2]
            earlier, later = (
                r[0] if r and r[0].day == record.day else None for r in (before, after)
            )
            thread = matters.get(record.url, NO_THREAD)
            self._plan(record, earlier, later, twins.get(record.url, ()), thread)
        known = f"{TOMBSTONE}.html" in self.env.list_templates() if edition.withdrawn else False
        for record in edition.withdrawn:
            self._plan(record, None, None, (), NO_THREAD, TOMBSTONE if known else "article")

    def _chrome(self, path: str, variables: dict[str, Any]) -> dict[str, Any]:
        """Return `here` for a page that Pelican's own generators write."""
        page = variables.get("page")
        url, title = (page.url, page.title) if page else (path, "")
        return {
            "here": self.edition.metadata.list(
                Here("page", url, title, lang=self.settings["DEFAULT_LANG"])
            )
        }

    def _plan(
        self,
        record: Record,
        earlier: Record | None,
        later: Record | None,
        twins: Sequence[Record],
        thread: Thread,
        template: str = "article",
    ) -> None:
        edition = self.edition
        near = nearest(record, twins) if twins else ()
        notices = self.notices.get(record.url, ())

        def page() -> bytes:
            story = self.articles.read(record)
            story.previous, story.next = edition.brief(earlier), edition.brief(later)
            story.twins = [self._twin(story, twin, twin in near) for twin in twins]
            story.earlier = [edition.brief(other) for other in thread.earlier]
            story.later = [edition.brief(other) for other in thread.later]
            story.notices = [link._replace(story=edition.brief(link.story)) for link in notices]
            return edition.render(
                template if record.withdrawn else story.template,
                article=story,
                here=edition.metadata.story(story),
                output_file=record.url,
            ).encode()

        beside = (earlier, later, *twins, None, *thread.earlier, None, *thread.later)
        beside += tuple(link.story for link in notices)
        shown = "\0".join(part for other in beside for part in _shown(other))
        shown += "".join(link.word for link in notices)
        texts = [twin.digest for twin in near]
        key = edition.key(template, record.digest, record.url.encode(), shown.encode(), *texts)
        if record.links:
            key = ALWAYS  # where they lead is known when all else is made
        edition.plan(Job(record.url, key, page, template), record.path)

    def _twin(self, story: Story, twin: Record, is_near: bool) -> Twin:
        """Return a twin for a story's page, compared word by word if it is near in order."""
        other = self.articles.read(twin) if is_near else None
        comparison = compared(str(other.content), str(story.content)) if other else None
        return Twin(twin, self.edition.terms, comparison)

    def _plan_direct(self, name: str) -> None:
        path = self.settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
        url = self.settings.get(f"{name.upper()}_URL", path)
        title = self.settings.get(f"{name.upper()}_TITLE", name.capitalize())
        if path:
            here = Here(name, url, title, lang=self.settings["DEFAULT_LANG"])
            self.edition.page(path, name, b"", here, lambda: {"output_file": path})

    def _catalogue(self) -> list[Record]:
        shards: dict[str, list[Found]] = defaultdict(list)
        for found in self.found:
            shards[found.shard].append(found)
        key = digest(self.edition.facts, self.edition.card)
        records: dict[Found, Record] = {}
        due: list[Found] = []
        touched = set()
        for name, members in shards.items():
            known = {} if self.edition.company else self.cache.shard(name, key)
            for found in members:
                stamp, record = known.get(found.path, (None, None))
                if record is not None and stamp == found.stamp and any(stamp):
                    records[found] = record
                else:
                    due.append(found)
                    touched.add(name)
            if len(known) != len(members):
                touched.add(name)
        self._read(due, records)
        self.cache.forget_summary()
        for name in touched:
            members = ((found, records[found]) for found in shards[name] if found in records)
            self.cache.save_shard(name, key, members)
        self.cache.keep_shards(set(shards))
        return _in_order(records.values())

    def _read(self, due: list[Found], records: dict[Found, Record]) -> None:
        company = self.edition.company
        self.edition.read = len(due)
        self._cards.prepare(CARD, len(due))
        workers = 1 if company else workforce.size(self.settings["PRESS_WORKERS"], len(due))

        def work(number: int, share: Sequence[Found]) -> list[tuple[Any, ...] | None]:
            with templates_told():
                return [self._record(found) for found in share]

        for number, rows in enumerate(workforce.share(due, workers, work)):
            for found, row in zip(due[number::workers], rows, strict=True):
                if row is not None:
                    records[found] = Record._make(row)

    def _record(self, found: Found) -> tuple[Any, ...] | None:
        data = self.desk.bytes(found.path)
        story = self.desk.story(found.path, data)
        if story is None:
            return None
        if self.edition.company:
            self.kept[found.path] = story
        card = self._cards(CARD, story=story)
        return tuple(story.record(digest(data), card, self.desk.links(story)))


def _shown(beside: Record | None) -> tuple[str, ...]:
    """Return what a story's page shows of a neighbour or twin."""
    if beside is None:
        return ("",)
    when = (beside.iso, beside.partial_date, beside.version)
    return (beside.url, beside.title, beside.lang, beside.dir, beside.source, *when)


def _in_order(records: Any) -> list[Record]:
    """Sort records oldest first; refuse two stories with one address."""
    ordered = sorted(records, key=lambda record: (record.iso, record.url))
    places: dict[str, str] = {}
    for record in ordered:
        other = places.setdefault(record.url, record.path)
        if other is not record.path:
            raise UrlClash(
                f"{other} and {record.path} both want to be {record.url}: "
                "give one of them another slug, or delete the one that is not wanted."
            )
    return ordered
