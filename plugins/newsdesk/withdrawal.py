"""Taking a story back, and giving it back: takedowns, and kills of the wire.

A withdrawn story leaves a tombstone at its address: a content file of status `hidden`, which press
turns into a page that no list, feed, search or sitemap knows. Its text leaves the content at once
and everything made of the content with the next build. The register keeps it, unless it is purged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape
from pathlib import PurePosixPath

from newsdesk import disk, filing
from newsdesk.archive import Archive
from newsdesk.corrections import corrected, lines_by_hand
from newsdesk.editor import Editor
from newsdesk.entry import Filed
from newsdesk.errors import BadCorrection, NotPossible
from newsdesk.lookup import find_story
from newsdesk.pipeline import page_of, ready_to_file, settle, unedited
from newsdesk.records import SetAside
from newsdesk.register import Register, Withdrawal

NO_HEADLINE = "Withdrawn story"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was withdrawn or restored: its file, where it lay in dumps, its near-copies' files."""

    filed: Filed
    places: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    awaited: bool = False
    edited: bool = False  # by hand, and more than the lines by hand
    lost: str = ""  # why the lines by hand could not be obeyed any more


def withdraw(
    archive: Archive,
    words: str,
    *,
    reason: str,
    by: str,
    keep_headline: bool = False,
    purge: bool = False,
    at: datetime | None = None,
) -> Taken:
    """Withdraw the story that `words` name, for `reason`, in the name of `by`.

    With `purge` the register forgets its words too; a withdrawn story may be purged later. Raises
    NoSuchStory, or NotPossible when it is withdrawn (and purged) already.
    """
    at = at or datetime.now(UTC)
    with Register.open(archive.register, archive.lock, "withdraw") as register:
        filed = find_story(register, words)
        taken = take_back(
            archive, register, filed, reason=reason, by=by, at=at,
            keep_headline=keep_headline, purge=purge,
        )  # fmt: skip
        if purge:
            register.compact()
        settle(archive, register)
    return taken


def take_back(
    archive: Archive,
    register: Register,
    filed: Filed,
    *,
    reason: str,
    by: str,
    at: datetime,
    keep_headline: bool = False,
    purge: bool = False,
) -> Taken:
    """Withdraw a story in a register that is open already; `withdraw` says what may be raised."""
    before = register.withdrawal(filed.sha256)
    if before and not (purge and before.state == "withdrawn"):
        raise NotPossible(
            f"{filed.path} was withdrawn on {before.day} ({before.reason}) and is {before.state}; "
            "nothing was changed."
        )
    if not " ".join(reason.split()):
        raise NotPossible("Say why, with --reason: the tombstone shows it; nothing was changed.")
    copies = _copies(archive, filed)
    ((title, date, source),) = register.rows(
        "SELECT title, date, source FROM document WHERE sha256 = ?", filed.sha256
    )
    headline = title if keep_headline else ""
    if before:
        headline = before.headline if keep_headline else ""
    how = Withdrawal(
        filed.sha256, at.date().isoformat(), filing.plain(reason), filing.plain(headline),
        "purged" if purge else "withdrawn",
    )  # fmt: skip
    edited = False
    if not (before or purge):  # what restore could give back
        page = page_of(filed, archive) or ""
        edited = bool(page) and not unedited(page, filed, register)
        register.remember(filed.sha256, lines_by_hand(page))
    data = tombstone(how, filed.path, date, source).encode()
    disk.write_aside(archive.articles / filed.path, data)
    register.withdraw(how, hashlib.sha256(data).hexdigest())
    if purge:
        register.purge(filed.sha256)
    register.note(
        at, by, "purged" if purge else "withdrew",
        story=filed.sha256, file=filed.path, reason=how.reason,
    )  # fmt: skip
    register.written(archive.twins.name)
    return Taken(filed, places_of(register, filed), copies, edited=edited)


def restore(
    archive: Archive, words: str, *, by: str, reason: str = "", at: datetime | None = None
) -> Taken:
    """Undo a withdrawal: file the story again at its old address.

    The lines by hand come back with it, other changes by hand do not. A purged story is only
    awaited: the next ingest of a dump that holds it files it. Raises NoSuchStory, or NotPossible
    when it is not withdrawn or cannot be edited any more.
    """
    at, lost = at or datetime.now(UTC), ""
    editor = Editor(archive)
    with Register.open(archive.register, archive.lock, "restore") as register:
        filed = find_story(register, words)
        how = register.withdrawal(filed.sha256)
        if how is None:
            raise NotPossible(f"{filed.path} is not withdrawn; nothing was changed.")
        awaited = how.state != "withdrawn"
        if awaited:
            state = Withdrawal(how.sha256, how.day, how.reason, how.headline, "awaited")
            register.withdraw(state, filed.file_sha256)
        else:
            ((raw, _),) = register.documents((filed.sha256,), withdrawn=True)
            edited = editor(raw)
            if isinstance(edited, SetAside):
                raise NotPossible(
                    f"{filed.path} cannot be restored: {edited.reason} It stays withdrawn."
                )
            lines = register.by_hand(filed.sha256)
            try:
                edited = corrected(edited, lines, editor.authority)
            except BadCorrection as error:
                lines, lost = {}, str(error)
            entry, data = ready_to_file(edited, filed.path, lines)
            disk.write_aside(archive.articles / filed.path, data)
            filed = entry.filed
            register.enter(entry)
            register.reinstate(filed.sha256)
            for notice in register.notices("confirmed"):  # else its page said "Withdrawn by"
                if notice.kind == "kill" and notice.target == filed.sha256:
                    register.decide(replace(notice, state="rejected"))
        did = "awaits again" if awaited else "restored"
        register.note(at, by, did, story=filed.sha256, file=filed.path, reason=filing.plain(reason))
        register.written(archive.twins.name)
        settle(archive, register)
        return Taken(filed, places_of(register, filed), awaited=awaited, lost=lost)


def tombstone(how: Withdrawal, path: str, date: str, source: str) -> str:
    """Return the content file that stands in a withdrawn story's place, as HTML.

    It says that there was a story, from when and whom, when it was withdrawn and why.
    """
    facts = (
        ("slug", PurePosixPath(path).stem),
        ("date", "" if date.startswith("XXXX") or len(date) < 10 else date),
        ("status", "hidden"),
        ("category", filing.plain(source).translate({60: None, 62: None}) or "Unknown source"),
        ("source", filing.plain(source)),
        ("story", how.sha256),
        ("withdrawn", how.day),
        ("reason", how.reason),
        ("headline", how.headline),
    )
    head = "\n".join(_meta(facts))
    title = escape(how.headline or NO_HEADLINE, quote=False)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{head}\n</head>\n<body>\n"
        f"<p>This story was withdrawn from the archive on {how.day}.</p>\n"
        f"<p>Reason: {escape(how.reason, quote=False)}</p>\n</body>\n</html>\n"
    )


def places_of(register: Register, filed: Filed) -> tuple[str, ...]:
    """Return where a story lies in dumps, as «dump!locator»."""
    rows = register.rows(
        "SELECT dump, locator FROM sighting WHERE sha256 = ? ORDER BY 1, 2", filed.sha256
    )
    return tuple("!".join(filter(None, row)) for row in rows)


def _meta(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f'<meta name="{name}" content="{escape(value)}">' for name, value in facts if value)


def _copies(archive: Archive, filed: Filed) -> tuple[str, ...]:
    """Return the content files of a story's near-copies, which hold most of its words."""
    if not archive.twins.exists():
        return ()
    lines = archive.twins.read_text(encoding="utf-8").splitlines()
    groups = (line.split("\t") for line in lines)
    return tuple(
        name for group in groups if filed.path in group for name in group if name != filed.path
    )
