"""What a wire's notices changed: the newsdesk's list of confirmed ones, read for both pages.

`notices.tsv` lies beside the articles; a line holds what the notice does (`correction`,
`update`, `kill`), its content file and the content file it is about, apart by tabs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .record import Record
from .twins import name_in_list

NOTICES = "notices.tsv"
# kind -> what the notice does to the other, what the other suffers
WORDS = {
    "correction": ("corrects", "corrected_by"),
    "update": ("updates", "updated_by"),
    "kill": ("withdraws", "withdrawn_by"),
}


class Link(NamedTuple):
    """A link between a notice and its story, seen from one of them."""

    word: str
    story: Record


def notices_of(settings: Mapping[str, Any], records: Iterable[Record]) -> dict[str, list[Link]]:
    """Return the links of each notice and of each story it is about, by address, oldest first."""
    path = Path(settings["PATH"], NOTICES)
    if not path.exists():
        return {}
    by_file = {name_in_list(record.path, settings): record for record in records}
    links: dict[str, list[Link]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, notice, target = line.split("\t")
        if kind in WORDS and notice in by_file and target in by_file:
            does, suffers = WORDS[kind]
            ours, theirs = by_file[notice], by_file[target]
            links.setdefault(ours.url, []).append(Link(does, theirs))
            links.setdefault(theirs.url, []).append(Link(suffers, ours))
    for found in links.values():
        found.sort(key=lambda link: link.story.order)
    return links
