"""Twins of stories: the newsdesk's list of near-copies, read for "also ran in".

`twins.tsv` lies beside the articles; a line holds a group of content files, apart by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .story import Record

TWINS = "twins.tsv"
SHOWN = 12


def twins_of(settings: Mapping[str, Any], records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return the twins of each story that has any, by the story's address, oldest first."""
    path = Path(settings["PATH"], TWINS)
    if not path.exists():
        return {}
    folders = [f"{folder}/" for folder in settings["ARTICLE_PATHS"] if folder]
    by_file = {_name(record.path, folders): record for record in records}
    twins: dict[str, list[Record]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        group = [by_file[name] for name in line.split("\t") if name in by_file]
        group.sort(key=lambda record: (record.iso, record.url))
        for story in group:
            others = [other for other in group if other is not story][:SHOWN]
            if others:
                twins[story.url] = others
    return twins


def _name(path: str, folders: Iterable[str]) -> str:
    for folder in folders:
        path = path.removeprefix(folder)
    return path
