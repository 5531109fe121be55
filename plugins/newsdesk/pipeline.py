"""The order of work, readable in one screen.

    dump -> intake -> RawDocument -> copydesk -> Article -> desks -> TaggedArticle -> filing

Intake, filing and the register work here, at the edge; copydesk and desks are pure (editor.py).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from newsdesk import copydesk, disk, filing, intake
from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.corrections import corrected, lines_by_hand, tags_as_edited, with_lines
from newsdesk.editor import Edited, Editor
from newsdesk.entry import Entry, Filed, entry_of
from newsdesk.errors import BadCorrection
from newsdesk.intake import Gauge, remote
from newsdesk.records import Article, RawDocument, SetAside, TaggedArticle
from newsdesk.register import Register
from newsdesk.twins import clusters

COMMIT_SECONDS = 2.0

Progress = Callable[["Summary"], None]
Result = TypeVar("Result")
Ready = tuple[Entry, bytes]


@dataclass(slots=True)
class Summary:
    """What one run did, counted as it goes."""

    accepted: int = 0
    known: int = 0
    undated: int = 0
    repaired: int = 0
    rewritten: int = 0
    unchanged: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    kept_by_hand: list[str] = field(default_factory=list)
    gauge: Gauge = field(default_factory=Gauge)

    @property
    def seen(self) -> int:
        """How many documents the run has dealt with."""
        filed = self.accepted + self.known + self.rewritten + self.unchanged
        return filed + len(self.set_aside) + len(self.kept_by_hand)

    @property
    def share(self) -> float:
        """How much of the dump that is, from 0 to 1; 0 where nobody knows."""
        return self.gauge.share(self.seen)


def ingest(
    paths: Iterable[Path | str],
    archive: Archive,
    *,
    progress: Progress = lambda _: None,
    scheduler: str = "",
) -> Summary:
    """File every story found under `paths` that the archive does not have yet.

    A path may be the address of a dump elsewhere ("s3://bucket/dump"); `scheduler` is the address
    of a Dask cluster that shall clean and tag. Raises BadRule or BadSetting before anything is
    filed, RegisterInUse when another run is on, NotPossible when a dump or a cluster is not there.
    A document that can't be read is set aside and listed; the rest goes on.
    """
    paths = list(paths)
    summary, editor = Summary(gauge=Gauge.of(paths)), Editor(archive, scheduler)
    settings = intake.IntakeSettings.from_table(archive.settings.get("intake", {}))
    documents = (found for path in paths for found in _read(path, settings, summary.gauge))
    with Register.open(archive.register, archive.lock, "ingest") as register:
        waiting: dict[str, Filed | None] = {}
        news = _unseen(documents, register, summary, waiting)
        with closing(editor.prepare(news, ready_to_file)) as ready:
            for raw, story in _committing(ready, archive, register, summary, progress):
                old = waiting.pop(raw.provenance.sha256)
                if old and not isinstance(story, SetAside):  # purged, and welcome again
                    story = _at_its_address(editor(raw), old)
                if isinstance(story, SetAside):
                    _put_aside(story, register, summary)
                else:
                    summary.repaired += bool(raw.provenance.repairs)
                    _accept(story, old, archive, register, summary)
        register.readmit()
        settle(archive, register)
    return summary


def _read(
    path: Path | str, settings: intake.IntakeSettings, gauge: Gauge
) -> Iterator[RawDocument | SetAside]:
    if isinstance(path, str):
        return remote.read(path, settings=settings)
    return intake.read(path, settings=settings, gauge=gauge)


def refile(
    archive: Archive,
    *,
    only: Collection[str] | None = None,
    progress: Progress = lambda _: None,
) -> Summary:
    """Clean and tag every registered story again; write those that rules or headings changed.

    A content file that a person has edited, moved or deleted since is left alone and listed; one
    where only the lines by hand were edited is filed again as they say (see corrections.py).
    A story keeps its file, and so its permalink, whatever its title or date become.
    `only` are the SHA-256 of the documents to look at; without it, all.
    """
    summary, editor = Summary(), Editor(archive)
    with Register.open(archive.register, archive.lock, "refile") as register:
        news = (raw for raw, _ in register.documents(only))
        with closing(editor.edit(news)) as edits:
            for edited in _committing(edits, archive, register, summary, progress):
                if isinstance(edited, SetAside):
                    summary.set_aside.append(edited)
                else:
                    _replace(edited, archive, register, editor.authority, summary)
        settle(archive, register)
    return summary


def recleaned(archive: Archive) -> Iterator[Article]:
    """Clean every registered story again, one at a time, writing nothing."""
    rulebook = copydesk.load_rulebook(archive.rules)
    with Register.open(archive.register, archive.lock, "rules") as register:
        for raw, _ in register.documents():
            yield copydesk.clean(raw, rulebook)


def _unseen(
    documents: Iterable[RawDocument | SetAside],
    register: Register,
    summary: Summary,
    waiting: dict[str, Filed | None],
) -> Iterator[RawDocument]:
    """Let through what was never filed; note every other place where a known document lies.

    `waiting` are the SHA-256 of those let through and not filed yet, and what was filed of them
    before they were purged.
    """
    for document in documents:
        if isinstance(document, SetAside):
            _put_aside(document, register, summary)
            continue
        key = document.provenance.sha256
        register.sight(document.provenance)
        old = None if key in waiting else register.find(key)
        if key in waiting or (old and not register.awaits(key)):
            summary.known += 1
        else:
            waiting[key] = old
            yield document


def _put_aside(refused: SetAside, register: Register, summary: Summary) -> None:
    summary.set_aside.append(refused)
    register.set_aside(refused)


def ready_to_file(
    tagged: TaggedArticle, path: str = "", lines: Mapping[str, str] | None = None
) -> Ready:
    """Return a story's entry for the register and the bytes of its content file.

    `path` is where it lies already, if it does; `lines` are those that a person wrote into it.
    """
    path = path or str(filing.path_of(tagged))
    page = filing.render(tagged, slug=PurePosixPath(path).stem)
    data = with_lines(page, lines).encode() if lines else page.encode()
    sha256 = tagged.article.raw.provenance.sha256
    return entry_of(tagged, Filed(sha256, path, _sha256(data))), data


def _at_its_address(edited: Edited, old: Filed) -> Ready | SetAside:
    return edited if isinstance(edited, SetAside) else ready_to_file(edited, old.path)


def _accept(
    ready: Ready, old: Filed | None, archive: Archive, register: Register, summary: Summary
) -> None:
    entry, data = ready
    target = archive.articles / entry.filed.path
    summary.undated += entry.filed.path.startswith(filing.UNDATED)
    there = _sha256(target.read_bytes()) if target.exists() else ""
    if there and there not in (entry.filed.file_sha256, old.file_sha256 if old else ""):
        summary.kept_by_hand.append(entry.filed.path)
    else:
        summary.accepted += 1
        disk.write_aside(target, data)
    register.enter(entry, known=old is not None)
    if old:
        register.reinstate(old.sha256)


def _replace(
    tagged: TaggedArticle,
    archive: Archive,
    register: Register,
    authority: Authority,
    summary: Summary,
) -> None:
    old = register.find(tagged.article.raw.provenance.sha256)
    assert old is not None, "refile only sees registered documents"
    target = archive.articles / old.path
    page = page_of(old, archive)
    lines, data = lines_by_hand(page or ""), b""
    ours = page is not None and unedited(page, old, register)
    try:
        tagged = corrected(tagged, lines, authority)
        entry, data = ready_to_file(tagged, old.path, lines)
    except BadCorrection as error:
        if ours:
            summary.set_aside.append(SetAside(tagged.article.raw.provenance, str(error)))
            return
    # A run that was cut off may have written the file and not entered it: nobody's hand did that.
    if not ours and (page is None or page.encode() != data):
        summary.kept_by_hand.append(old.path)
        if page is not None:
            register.retag(old.sha256, tags_as_edited(page, authority))
        return
    if entry.filed.file_sha256 == old.file_sha256:
        summary.unchanged += 1
        return
    summary.rewritten += 1
    disk.write_aside(target, data)
    register.enter(entry)


def settle(archive: Archive, register: Register) -> None:
    """Make the files beside the articles that are due, also after a run that was cut off."""
    if not register.beside().get(archive.twins.name):
        _group_twins(archive, register)
    _list_notices(archive, register)
    lines = "".join(f"{line}\n" for line in register.journal()).encode()
    if lines and (not archive.journal.exists() or archive.journal.read_bytes() != lines):
        disk.write_aside(archive.journal, lines)


def page_of(filed: Filed, archive: Archive) -> str | None:
    """Return a story's content file as it is now; None if it is gone or is no UTF-8 any more."""
    try:
        return (archive.articles / filed.path).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def unedited(page: str, filed: Filed, register: Register) -> bool:
    """Is a content file as filing left it, whatever its lines by hand say now?"""
    as_filed = with_lines(page, register.by_hand(filed.sha256))
    return filed.file_sha256 in (_sha256(page.encode()), _sha256(as_filed.encode()))


def _group_twins(archive: Archive, register: Register) -> None:
    """List near-copies beside the content: a group on each line, its files apart by tabs."""
    groups = clusters(register.sketches())
    data = "".join("\t".join(group) + "\n" for group in groups).encode()
    if not archive.twins.exists() or archive.twins.read_bytes() != data:
        disk.write_aside(archive.twins, data)
    register.written(archive.twins.name, _sha256(data))


def _list_notices(archive: Archive, register: Register) -> None:
    """List confirmed notices beside the content: kind, its file, the file it is about."""
    rows = register.rows(
        "SELECT kind, n.path, t.path FROM notice JOIN document n ON n.sha256 = notice.sha256"
        " JOIN document t ON t.sha256 = target WHERE state = 'confirmed' ORDER BY 2, 3"
    )
    data = "".join("\t".join(row) + "\n" for row in rows).encode()
    known = register.beside().get(archive.notices.name)
    if rows or known:
        if not archive.notices.exists() or archive.notices.read_bytes() != data:
            disk.write_aside(archive.notices, data)
        register.written(archive.notices.name, _sha256(data))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _committing(
    edited: Iterable[Result],
    archive: Archive,
    register: Register,
    summary: Summary,
    progress: Progress,
) -> Iterator[Result]:
    """Pass results on, making the work lasting and telling of it every few seconds."""
    last = time.monotonic()
    for result in edited:
        yield result
        if time.monotonic() - last > COMMIT_SECONDS:
            _mark(archive, register, summary)
            register.commit()
            progress(summary)
            last = time.monotonic()
    _mark(archive, register, summary)
    progress(summary)


def _mark(archive: Archive, register: Register, summary: Summary) -> None:
    """Note that the list of near-copies is to be made anew, where stories came or changed."""
    if summary.accepted or summary.rewritten or summary.kept_by_hand:
        register.written(archive.twins.name)
