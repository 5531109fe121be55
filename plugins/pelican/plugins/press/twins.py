"""Twins of stories: the newsdesk's list of near-copies, read for "also ran in".

`twins.tsv` lies beside the articles; a line holds a group of content files, apart by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .changes import Comparison
from .record import Brief, Record
from .terms import Terms
from .versions import in_order

TWINS = "twins.tsv"
SHOWN = 12
COMPARED = 3  # versions a story is compared with word by word: the nearest in order


class Twin(Brief):
    """A near-copy as a story's page names it, with what it says otherwise."""

    __slots__ = ("comparison",)

    def __init__(self, record: Record, terms: Terms, comparison: Comparison | None) -> None:
        super().__init__(record, terms)
        self.comparison = comparison

    @property
    def version(self) -> str:
        """What its agency calls this version: "UPDATE 2", or nothing."""
        return self._record.version


def twins_of(settings: Mapping[str, Any], records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the twins of each story that has any, by the story's address, first version first."""
    path = Path(settings["PATH"], TWINS)
    if not path.exists():
        return {}
    by_file = {name_in_list(record.path, settings): record for record in records}
    twins: dict[str, list[Record]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        group = [by_file[name] for name in line.split("\t") if name in by_file]
        group.sort(key=in_order)
        for at, story in enumerate(group):
            first = min(max(0, at - SHOWN // 2), max(0, len(group) - SHOWN - 1))
            others = [g for g in group[first : first + SHOWN + 1] if g is not story][:SHOWN]
            if others:
                twins[story.url] = others
    return twins


def nearest(record: Record, twins: Iterable[Record]) -> list[Record]:
    """Return the versions before and after a story that it is compared with."""
    ordered = sorted((record, *twins), key=in_order)
    at = ordered.index(record)
    near = sorted((r for r in ordered if r is not record), key=lambda r: abs(ordered.index(r) - at))
    return near[:COMPARED]


def name_in_list(path: str, settings: Mapping[str, Any]) -> str:
    """Return a content file as the newsdesk's lists name it, relative to the articles' folder."""
    for folder in filter(None, settings["ARTICLE_PATHS"]):
        path = path.removeprefix(f"{folder}/")
    return path
