"""The editor: copydesk and desks with their rules loaded, over as many cores as there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from newsdesk import cluster, copydesk, desks, garbage
from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.copydesk import language
from newsdesk.copydesk.rulebook import rule_tried
from newsdesk.errors import NewsdeskError
from newsdesk.intake import IntakeSettings
from newsdesk.intake.item import plain_words
from newsdesk.limits import TOO_MUCH_MEMORY, clock, growing_by
from newsdesk.records import Article, RawDocument, SetAside, TaggedArticle
from newsdesk.workers import in_order

Edited = TaggedArticle | SetAside
Ready = TypeVar("Ready")
Subject = TypeVar("Subject", RawDocument, Article)

# Starting processes costs about as much as editing this many stories in one.
WORTH_A_POOL = 200


class Editor:
    """RawDocument in, TaggedArticle out.

    Raises BadRule or BadSetting on construction when a pack, a heading or a setting is wrong.
    """

    def __init__(self, archive: Archive, scheduler: str = "") -> None:
        self._archive, self._scheduler = archive, scheduler
        self._limits = IntakeSettings.from_table(archive.settings.get("intake", {}))
        with garbage.put_off():
            self._rulebook = copydesk.load_rulebook(archive.rules)
            self._desks = desks.load_desks(
                archive.authority, desks.desk_settings(archive.settings.get("desks", {}))
            )

    @property
    def authority(self) -> Authority:
        """The headings, with the owner's own tables laid over them."""
        return self._desks.authority

    def __call__(self, raw: RawDocument) -> Edited:
        """Clean and tag one document; whatever is wrong with it stays with it."""
        return self.together([raw])[0]

    def together(self, batch: Sequence[RawDocument]) -> list[Edited]:
        """Clean all documents of a batch, then tag all of them.

        One desk's code and tables stay in the processor's cache that way: a sixth less time than
        story by story.
        """
        cleaned = [self._kept_in_hand(self._clean, raw, raw) for raw in batch]
        return [
            each if isinstance(each, SetAside) else self._kept_in_hand(self._desks.tag, each, raw)
            for raw, each in zip(batch, cleaned, strict=True)
        ]

    def _clean(self, raw: RawDocument) -> Article | SetAside:
        article = copydesk.clean(raw, self._rulebook)
        if article.title or article.paragraphs:
            return article
        return SetAside(raw.provenance, NO_WORDS)  # a web page that is only a program

    def _kept_in_hand(
        self, step: Callable[[Subject], Ready], subject: Subject, raw: RawDocument
    ) -> Ready | SetAside:
        try:
            with clock(self._limits.max_seconds, rule_tried):
                return step(subject)
        except NewsdeskError as error:
            return SetAside(raw.provenance, str(error))
        except MemoryError:
            return SetAside(raw.provenance, TOO_MUCH_MEMORY)
        except Exception as error:
            return SetAside(
                raw.provenance,
                f"The copydesk failed on it ({type(error).__name__}: {plain_words(error)}). "
                "It was left out; please report it together with the file.",
            )

    def edit(self, documents: Iterable[RawDocument]) -> Generator[Edited]:
        """Edit documents in order, on all cores once there are enough of them.

        Whoever may leave off before the end closes it.
        """
        return (edited for _, edited in self.prepare(documents, _as_it_is))

    def prepare(
        self, documents: Iterable[RawDocument], finish: Callable[[TaggedArticle], Ready]
    ) -> Generator[tuple[RawDocument, Ready | SetAside]]:
        """Edit documents in order; yield each with what `finish` makes of it where it was edited.

        `finish` is a function of a module: what it gives back is all that leaves the process.
        Whoever may leave off before the end closes it.
        """
        all_of_them = self._all_of(iter(documents), finish)
        with growing_by(self._limits.max_memory), closing(all_of_them):
            for raw, ready in all_of_them:
                yield raw, ready or SetAside(raw.provenance, DIED)

    def _all_of(
        self, documents: Iterator[RawDocument], finish: Callable[[TaggedArticle], Ready]
    ) -> Generator[tuple[RawDocument, Ready | SetAside | None]]:
        work = partial(_edit, finish)
        if self._scheduler:
            facts = (self._archive.root.resolve(), cluster.fingerprint(self._archive))
            return cluster.in_order(self._scheduler, documents, work, _settle_elsewhere, facts)
        first = list(islice(documents, WORTH_A_POOL))
        cores = os.cpu_count() or 1
        if len(first) < WORTH_A_POOL or cores == 1:
            return ((raw, _finished(self(raw), finish)) for raw in chain(first, documents))
        global _editor
        _editor = self  # a forked process inherits it and need not load the rules again,
        self(first[0])  # nor compile those that are compiled when they are first needed
        language.load_model()
        return in_order(chain(first, documents), work, cores, _settle, (self._archive,))


NO_WORDS = "It has neither a headline nor a paragraph; there is nothing to file."
DIED = (
    "The process that read it died of it; it was left out. "
    "With rules of your own, run ./inv rules check: one of them may be at fault."
)
_editor: Editor | None = None


def _settle(archive: Archive) -> None:
    global _editor
    _editor = _editor or Editor(archive)


def _settle_elsewhere(root: Path, fingerprint: str) -> None:
    cluster.same_everywhere(root, fingerprint)
    global _editor
    _editor = Editor(Archive.open(root))


def _edit(
    finish: Callable[[TaggedArticle], Ready], batch: Sequence[RawDocument]
) -> list[Ready | SetAside]:
    assert _editor is not None, "every worker settles first"
    return [_finished(edited, finish) for edited in _editor.together(batch)]


def _finished(edited: Edited, finish: Callable[[TaggedArticle], Ready]) -> Ready | SetAside:
    return edited if isinstance(edited, SetAside) else finish(edited)


def _as_it_is(tagged: TaggedArticle) -> TaggedArticle:
    return tagged
