"""Retagging: what the headings and rules of today would change in the tags, told before it is done.

`tag_changes` only looks; `pipeline.refile(archive, only=...)` then files those stories again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.corrections import corrected, lines_by_hand
from newsdesk.editor import Editor
from newsdesk.errors import BadCorrection
from newsdesk.pipeline import page_of, unedited
from newsdesk.records import TaggedArticle
from newsdesk.register import Register

Tags = Mapping[tuple[str, str], bool]  # (desk, code) -> whether the story is about it
MARKS = ("+", "-", "up", "down")


@dataclass(frozen=True, slots=True)
class TagChange:
    """The tags of one story as they are filed and as they would be filed now."""

    sha256: str
    path: str
    before: Tags
    after: Tags

    def marks(self) -> list[tuple[str, tuple[str, str]]]:
        """Return what happens to each heading: "+" it comes, "-" it goes.

        "up": the story is about it now; "down": it is only mentioned now.
        """
        both = sorted({*self.before, *self.after})
        return [
            (_mark(self.before.get(key), self.after.get(key)), key)
            for key in both
            if self.before.get(key) != self.after.get(key)
        ]


def tag_changes(
    archive: Archive, progress: Callable[[int], None] = lambda _: None
) -> tuple[list[TagChange], list[str]]:
    """Return every story whose tags would change, and a sentence for each wrong line by hand.

    Writes nothing. A story that a person has edited otherwise is left out: its tags are theirs.
    Raises BadRule or BadSetting when a rule or heading is wrong.
    """
    editor, found, wrong = Editor(archive), [], []
    with (
        Register.open(archive.register, archive.lock, "retag") as register,
        closing(editor.edit(raw for raw, _ in register.documents())) as edits,
    ):
        for number, edited in enumerate(edits, 1):
            if isinstance(edited, TaggedArticle):
                try:
                    change = _change(edited, archive, register, editor.authority)
                except BadCorrection as error:
                    wrong.append(f"{edited.article.title}: {error}")
                    continue
                found += [change] if change else []
            progress(number)
    return found, wrong


def headings_changed(
    changes: Iterable[TagChange], authority: Authority
) -> list[tuple[str, Sequence[int]]]:
    """Return for each heading in how many stories it would come, go, rise and sink; most first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for change in changes:
        for mark, key in change.marks():
            counts.setdefault(key, Counter())[mark] += 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0]))
    return [(_heading(key, authority), [count[m] for m in MARKS]) for key, count in ordered]


def _change(
    tagged: TaggedArticle, archive: Archive, register: Register, authority: Authority
) -> TagChange | None:
    filed = register.find(tagged.article.raw.provenance.sha256)
    assert filed is not None, "retag only sees registered documents"
    page = page_of(filed, archive)
    if page is None or not unedited(page, filed, register):
        return None
    tagged = corrected(tagged, lines_by_hand(page), authority)
    before = register.tags(filed.sha256)
    after: Tags = {(tag.desk, tag.code): tag.primary for tag in tagged.tags}
    if before == after and lines_by_hand(page) == register.by_hand(filed.sha256):
        return None
    return TagChange(filed.sha256, filed.path, before, after)


def _mark(before: bool | None, after: bool | None) -> str:
    if before is None:
        return "+"
    if after is None:
        return "-"
    return "up" if after else "down"


def _heading(key: tuple[str, str], authority: Authority) -> str:
    desk, code = key
    known: Mapping[str, object] = (
        authority.countries if desk == "country" else authority.organizations
    )
    return str(getattr(known.get(code), "heading", code))
