"""The editor: copydesk and desks with their rules loaded, over as many cores as there are."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import chain, islice

from newsdesk import copydesk, desks
from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.errors import NewsdeskError
from newsdesk.records import RawDocument, SetAside, TaggedArticle

Edited = TaggedArticle | SetAside

# Starting processes costs about as much as editing this many stories in one.
WORTH_A_POOL = 200
BATCH = 50


class Editor:
    """RawDocument in, TaggedArticle out.

    Raises BadRule or BadSetting on construction when a pack, a heading or a setting is wrong.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
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
        try:
            return self._desks.tag(copydesk.clean(raw, self._rulebook))
        except NewsdeskError as error:
            return SetAside(raw.provenance, str(error))
        except Exception as error:
            return SetAside(
                raw.provenance,
                f"The copydesk failed on this document ({type(error).__name__}: {error}). "
                "It was left out; please report it together with the file.",
            )

    def edit(self, documents: Iterable[RawDocument]) -> Iterator[Edited]:
        """Edit documents in order, on all cores once there are enough of them."""
        documents = iter(documents)
        first = list(islice(documents, WORTH_A_POOL))
        cores = os.cpu_count() or 1
        if len(first) < WORTH_A_POOL or cores == 1:
            yield from map(self, chain(first, documents))
            return
        global _editor
        _editor = self  # a forked process inherits it and need not load the rules again
        with ProcessPoolExecutor(cores, initializer=_settle, initargs=(self._archive,)) as pool:
            yield from _in_order(pool, chain(first, documents), window=4 * cores)


_editor: Editor | None = None


def _settle(archive: Archive) -> None:
    global _editor
    _editor = _editor or Editor(archive)


def _edit_batch(batch: list[RawDocument]) -> list[Edited]:
    assert _editor is not None, "the pool's initializer sets it"
    return [_editor(raw) for raw in batch]


def _in_order(pool: Executor, documents: Iterator[RawDocument], window: int) -> Iterator[Edited]:
    """Keep `window` batches in flight, so that a dump of any size needs the same memory."""
    waiting: deque[Future[list[Edited]]] = deque()
    while batch := list(islice(documents, BATCH)):
        waiting.append(pool.submit(_edit_batch, batch))
        if len(waiting) > window:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
