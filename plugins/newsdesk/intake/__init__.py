"""Intake: from a dump of any shape to one RawDocument a story.

`read` walks folders, opens archives and splits exports. A reader yields stories, notes on what
could not be read, and items (archive members, attachments), which are read in their turn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newsdesk.errors import UnreadableDocument
from newsdesk.intake import walk
from newsdesk.intake.formats import reader
from newsdesk.intake.gauge import Gauge
from newsdesk.intake.item import Allowance, Item, plain_words
from newsdesk.intake.settings import IntakeSettings
from newsdesk.limits import TOO_MUCH_MEMORY, TookTooLong, clock
from newsdesk.records import Provenance, RawDocument, SetAside

__all__ = ["Gauge", "IntakeSettings", "read"]


def read(
    path: Path, *, settings: IntakeSettings | None = None, gauge: Gauge | None = None
) -> Iterator[RawDocument | SetAside]:
    """Yield every story under `path` (file or folder) and a note for each document set aside.

    The order is that of names in folders and of members in archives. Raises FileNotFoundError
    if there is nothing at `path`; all else that is wrong with a dump becomes a SetAside.
    `gauge` is kept at how far this has come.
    """
    settings, gauge = settings or IntakeSettings(), gauge or Gauge()
    if not path.exists():
        raise FileNotFoundError(f"There is no file or folder at {path}.")
    single = not path.is_dir()
    for name, found in walk.files(path):
        reason = walk.refusal(found, named=single)
        if reason:
            yield SetAside(Provenance(name, "", ""), reason)
        else:
            yield from _against_the_clock(_file(name, found, settings, gauge), settings.max_seconds)


def _against_the_clock(
    found: Iterator[RawDocument | SetAside], seconds: int
) -> Iterator[RawDocument | SetAside]:
    while True:
        with clock(seconds):
            document = next(found, None)
        if document is None:
            return
        yield document


def _file(
    name: str, path: Path, settings: IntakeSettings, gauge: Gauge
) -> Iterator[RawDocument | SetAside]:
    allowance = Allowance(settings.max_expanded, settings.max_members)
    try:
        with path.open("rb") as stream:
            begun, size = gauge.passed, os.fstat(stream.fileno()).st_size
            for found in _item(Item(name, "", path.name, stream, allowance), settings):
                gauge.documents += 1
                gauge.at(stream, begun, size)
                yield found
            gauge.passed = begun + size
    except OSError as error:
        reason = f"It cannot be read: {(error.strerror or 'unknown error').lower()}."
        yield SetAside(Provenance(name, "", ""), reason)


def _item(item: Item, settings: IntakeSettings) -> Iterator[RawDocument | SetAside]:
    try:
        if item.depth > settings.max_depth:
            raise UnreadableDocument(f"It lies over {settings.max_depth} containers deep.")
        for found in reader(item)(item, settings):
            if isinstance(found, Item):
                yield from _item(found, settings)
            else:
                yield found
    except (UnreadableDocument, TookTooLong) as error:
        yield item.set_aside(str(error))
    except RecursionError:
        yield item.set_aside("It is nested too deep to be read.")
    except MemoryError:
        yield item.set_aside(TOO_MUCH_MEMORY)
    except Exception as error:
        yield item.set_aside(
            f"Intake failed on it ({type(error).__name__}: {plain_words(error)}). "
            "It was left out; please report it together with the file."
        )
