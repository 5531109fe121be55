"""A story's chain, from the raw dump to the page: each link looked at again now.

    raw dump -> decoded original -> kept text + cuts -> content file -> page

What is behind the content file belongs to the site's engine: whoever calls brings that link.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from newsdesk import copydesk, filing, intake, journal
from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.corrections import corrected, lines_by_hand, with_lines
from newsdesk.editor import Editor
from newsdesk.entry import Filed
from newsdesk.errors import BadCorrection, NotPossible
from newsdesk.intake import IntakeSettings, walk
from newsdesk.lookup import find_story
from newsdesk.records import Article, RawDocument, SetAside, TaggedArticle
from newsdesk.register import Register
from newsdesk.withdrawal import places_of, tombstone

State = Literal["holds", "broken", "unknown"]
PLACES = 8  # where a story lay that are looked at; the register counts the others


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: what lies where, under which SHA-256, and what is true of it now."""

    name: str
    place: str
    sha256: str
    state: State
    sentence: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of one story, its links in order, and what the journal says of it."""

    filed: Filed
    links: tuple[Link, ...]
    history: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether no link is broken; one that could not be looked at breaks nothing."""
        return all(link.state != "broken" for link in self.links)


# The site's part: the content file's path below articles and its bytes in, the page's link out.
Pages = Callable[[str, bytes], Link]


def trace(
    archive: Archive,
    words: str,
    *,
    raw: Iterable[Path] = (),
    pages: Pages | None = None,
    editor: Editor | None = None,
) -> Chain:
    """Follow the story that `words` name from its dump to its page, checking each link now.

    `raw` are the paths under which dumps are looked for; `editor` is one that is loaded already,
    where many stories are traced. Raises NoSuchStory, or NotPossible where the register cannot be
    read.
    """
    editor = editor or Editor(archive)
    try:
        with Register.open(archive.register, archive.lock, "trace", reading=True) as register:
            filed = find_story(register, words)
            data = _bytes(archive.articles / filed.path)
            links = list(_links(register, filed, data, list(raw), archive, editor))
            lines = tuple(_about(register.journal(), filed.sha256))
    except sqlite3.DatabaseError as error:
        raise NotPossible(
            f"The register is damaged ({error}): ./inv verify names what is wrong in it."
        ) from None
    if pages is not None:
        links.append(pages(filed.path, data or b""))
    return Chain(filed, tuple(links), lines)


def _links(
    register: Register,
    filed: Filed,
    data: bytes | None,
    raw: Sequence[Path],
    archive: Archive,
    editor: Editor,
) -> Iterator[Link]:
    """Yield the links up to the content file, whose bytes `data` are."""
    how = register.withdrawal(filed.sha256)
    purged = how is not None and how.state != "withdrawn"
    document = _document(register, filed, how is not None)
    text = document.text if isinstance(document, RawDocument) and not purged else ""
    yield from _raw_links(register, filed, text, raw, archive)
    yield _original(register, filed, document, purged)
    if how is not None:
        ((date, source),) = register.rows(
            "SELECT date, source FROM document WHERE sha256 = ?", filed.sha256
        )
        stands = tombstone(how, filed.path, date, source).encode()
        yield _content(filed, data, stands, "the notice of its withdrawal")
        return
    written = None
    if isinstance(document, RawDocument):
        edited = editor(document)
        yield _cuts(register, filed, document, edited)
        written = _rendered(edited, filed, data, editor.authority)
    yield _content(filed, data, written, "what is kept, as filing writes it today")


def _document(register: Register, filed: Filed, withdrawn: bool) -> RawDocument | str:
    """Return the decoded original, or what is wrong with it."""
    try:
        for document, _ in register.documents((filed.sha256,), withdrawn=withdrawn):
            return document
    except (zlib.error, ValueError) as error:
        return f"holds an original that cannot be read any more ({error})"
    return "does not say in which dump it lay"


def _raw_links(
    register: Register, filed: Filed, text: str, raw: Sequence[Path], archive: Archive
) -> Iterator[Link]:
    limits = IntakeSettings.from_table(archive.settings.get("intake", {}))
    rows = register.rows(
        "SELECT dump FROM sighting WHERE sha256 = ? ORDER BY dump, locator", filed.sha256
    )
    places = places_of(register, filed)
    for (dump,), place in list(zip(rows, places, strict=True))[:PLACES]:
        paths = [path for path in (_found(root, dump) for root in raw) if path]
        faults = [_read_again(path, filed.sha256, text, limits) for path in paths]
        if not paths:
            told = "Its dump is in none of the folders named (--raw, or [custody] in archive.toml)."
            yield Link("raw dump", place, filed.sha256, "unknown", told)
        elif all(faults):
            yield Link("raw dump", place, filed.sha256, "broken", faults[0])
        else:
            told = f"Read again from {paths[faults.index('')]}: these bytes are in it."
            yield Link("raw dump", place, filed.sha256, "holds", told)


def _found(root: Path, dump: str) -> Path | None:
    """Return the file that ingest called `dump` when it was given `root`, if it is there."""
    direct = root / dump
    if root.is_dir() and direct.is_file() and direct.resolve().is_relative_to(root.resolve()):
        return direct  # most names are as they are on disk
    return next((path for name, path in walk.files(root) if name == dump and path.is_file()), None)


def _read_again(path: Path, sha256: str, text: str, limits: IntakeSettings) -> str:
    """Look for a document in its dump; return what is wrong, or nothing."""
    for found in intake.read(path, settings=limits):
        if isinstance(found, RawDocument) and found.provenance.sha256 == sha256:
            if text and found.text != text:
                return "It is there, but decodes to another text than the register's original."
            return ""
    return f"{path} is there, but no document in it has this SHA-256: it was changed or replaced."


def _original(register: Register, filed: Filed, document: RawDocument | str, purged: bool) -> Link:
    name, place = "decoded original", f"register, document {filed.sha256[:12]}"
    faults = list(register.damage(filed.sha256))
    if isinstance(document, str):
        return Link(name, place, "", "broken", f"The register {'; it '.join([document, *faults])}.")
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if faults:
        return Link(name, place, digest, "broken", f"The register {'; it '.join(faults)}.")
    if purged:
        return Link(name, place, "", "holds", "It was purged: its words are gone.")
    origin = document.provenance
    repairs = f", repaired ({', '.join(origin.repairs)})" if origin.repairs else ""
    told = f"{len(document.text):,} characters from {origin.encoding}{repairs}; every seal fits."
    return Link(name, place, digest, "holds", told)


def _cuts(
    register: Register, filed: Filed, document: RawDocument, edited: TaggedArticle | SetAside
) -> Link:
    """Compare the cuts in the register with those of the copydesk today; both must rebuild."""
    noted = register.rows(
        "SELECT start, end, rule FROM cut WHERE sha256 = ? ORDER BY start", filed.sha256
    )
    kept = _kept(document.text, noted)
    rules = Counter(rule for _, _, rule in noted)
    by_rule = ", ".join(rule if n == 1 else f"{rule} {n} times" for rule, n in rules.items())
    name, place = "kept text + cuts", f"{len(noted):,} cuts" + (f" ({by_rule})" if noted else "")
    if kept is None:
        told = "The cuts overlap, or lie outside the original: together they are not the original."
        return Link(name, place, "", "broken", told)
    digest = hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()
    share = f"{len(kept):,} of {len(document.text):,} characters kept"
    if isinstance(edited, SetAside):
        told = f"{share}; the copydesk sets it aside today: {edited.reason}"
    elif copydesk.rebuild(edited.article) != document.text:
        return Link(name, place, digest, "broken", f"{share}, but they do not make the original.")
    elif _cuts_of(edited.article) != noted:
        told = f"{share}; today's rules would cut otherwise (./inv refile shows it)."
    else:
        told = f"{share}; kept and cut make the original, and cutting it again gives the same."
    return Link(name, place, digest, "holds", told)


def _kept(text: str, cuts: Iterable[tuple[int, int, str]]) -> str | None:
    """Return the text without its cuts; None if they do not fit it."""
    parts, at = [], 0
    for start, end, _ in cuts:
        if not at <= start <= end <= len(text):
            return None
        parts.append(text[at:start])
        at = end
    return "".join([*parts, text[at:]])


def _cuts_of(article: Article) -> list[tuple[int, int, str]]:
    return sorted((cut.start, cut.end, cut.rule) for cut in article.cuts)


def _rendered(
    edited: TaggedArticle | SetAside, filed: Filed, data: bytes | None, authority: Authority
) -> bytes | None:
    """Return the content file as filing would write it now, lines by hand obeyed; None if not."""
    if isinstance(edited, SetAside):
        return None
    lines = lines_by_hand((data or b"").decode("utf-8", "replace"))
    try:
        edited = corrected(edited, lines, authority)
    except BadCorrection:
        return None
    return with_lines(filing.render(edited, slug=PurePosixPath(filed.path).stem), lines).encode()


def _content(filed: Filed, data: bytes | None, written: bytes | None, what: str) -> Link:
    name, place = "content file", filed.path
    if data is None:
        return Link(name, place, "", "broken", "The file is gone.")
    digest = hashlib.sha256(data).hexdigest()
    if digest != filed.file_sha256:
        told = f"It was changed since it was filed (then {filed.file_sha256}): by hand, or forged."
        return Link(name, place, digest, "broken", told)
    if written is None:
        told = "As it was filed; from the original it cannot be written anew, to compare."
    elif data != written:
        told = f"As it was filed; {what}, is otherwise: rules or headings were changed since."
    else:
        told = f"As it was filed, and byte for byte {what}."
    return Link(name, place, digest, "holds", told)


def _about(lines: Iterable[str], sha256: str) -> Iterator[str]:
    for line in lines:
        entry = journal.read(line)
        if sha256 in (entry.get("story"), entry.get("notice")):
            reason = f": {entry['reason']}" if entry.get("reason") else ""
            yield f"{entry.get('at')} {entry.get('by')} {entry.get('did')}{reason}"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
