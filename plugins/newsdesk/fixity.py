"""Fixity: proof by checksum that an archive's bytes are what they were."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from newsdesk import journal
from newsdesk.archive import Archive
from newsdesk.disk import write_aside
from newsdesk.register import Register

MANIFEST = "manifest-sha256.txt"  # the name and the form BagIt gives it (RFC 8493, 2.1.3)
TAG_MANIFEST = "tagmanifest-sha256.txt"  # of a bag's own papers, the manifest among them (2.2.1)

CHANGED = "is not as it was written: its SHA-256 has changed"


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is not as it was: where it lies, and a sentence that says what is wrong."""

    path: str
    sentence: str


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hex, reading it in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_in(folder: Path) -> Iterator[str]:
    """Yield the files below a folder by relative path with forward slashes, in a fixed order."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        inside = Path(parent).relative_to(folder).as_posix()
        for name in sorted(names):
            yield name if inside == "." else f"{inside}/{name}"


def write_manifest(folder: Path) -> int:
    """Write the manifest of every file in a folder into it; return how many files it lists."""
    listed = {name: sha256_of(folder / name) for name in files_in(folder) if name != MANIFEST}
    write_aside(folder / MANIFEST, as_manifest(listed).encode())
    return len(listed)


def as_manifest(listed: Mapping[str, str]) -> str:
    """Return the manifest of files, given as path -> SHA-256 in hex."""
    return "".join(f"{digest}  {_spelt(name)}\n" for name, digest in listed.items())


def read_manifest(path: Path) -> dict[str, str]:
    """Return path -> SHA-256 from a manifest; ValueError names a line that is not in its form."""
    return parse_manifest(path.read_text(encoding="utf-8"), str(path))


def parse_manifest(text: str, name: str) -> dict[str, str]:
    """Return path -> SHA-256 from a manifest's text; ValueError names a line of `name`."""
    listed = {}
    for number, line in enumerate(text.splitlines(), 1):
        digest, _, path = line.partition("  ")
        if len(digest) != 64 or not path:
            raise ValueError(f"{name}, line {number}: not «SHA-256, two spaces, path».")
        listed[_plain(path)] = digest
    return listed


def check_folder(folder: Path) -> list[Fault]:
    """Compare a folder with its manifest: what is missing, changed or was never listed."""
    listed = read_manifest(folder / MANIFEST)
    if (folder / TAG_MANIFEST).is_file():
        listed |= read_manifest(folder / TAG_MANIFEST)
    present = set(files_in(folder)) - {MANIFEST, TAG_MANIFEST}
    return [*_compared(folder, listed), *_strange(present - set(listed))]


def check_zip(path: Path) -> list[Fault]:
    """Compare the files in a zip with the manifest that lies among them.

    Raises ValueError when it is no zip, or holds no manifest.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
            top = next((name for name in names if name.rpartition("/")[2] == MANIFEST), None)
            if top is None:
                raise ValueError(f"it holds no {MANIFEST}")
            root = top.removesuffix(MANIFEST)
            listed = parse_manifest(packed.read(top).decode(), top)
            faults = list(_compared_packed(packed, root, listed))
    except (zipfile.BadZipFile, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"it cannot be read as a zip ({error})") from None
    known = {root + name for name in listed} | {top}
    return faults + list(_strange(name for name in names if name not in known))


def _compared_packed(
    packed: zipfile.ZipFile, root: str, listed: Mapping[str, str]
) -> Iterator[Fault]:
    names = set(packed.namelist())
    for name, digest in sorted(listed.items()):
        found = ""
        if root + name not in names:
            yield Fault(name, "is missing")
            continue
        with suppress(zipfile.BadZipFile, zlib.error):
            found = hashlib.sha256(packed.read(root + name)).hexdigest()
        if found != digest:
            yield Fault(name, CHANGED)


def check_site(output: Path, sums: Mapping[str, str]) -> list[Fault]:
    """Compare a built site with the SHA-256 that its build noted: path -> hex."""
    present = set(files_in(output))
    return [*_compared(output, sums), *_strange(present - set(sums))]


def check_archive(archive: Archive) -> list[Fault]:
    """Check the register, its journal, and every content file against what was written.

    A content file that a person edited differs too, and is named like any other: only that person
    can say that the change is theirs.
    """
    name = archive.register.name
    try:
        with Register.open(archive.register, archive.lock, "verify", reading=True) as register:
            faults = [Fault(name, words) for words in register.damage()]
            faults += [Fault(name, words) for words in _whole(register)]
            listed = {filed.path: filed.file_sha256 for filed in register.filed()}
            beside, lines = register.beside(), register.journal()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [Fault(name, f"is damaged: {error}")]
    faults += _compared(archive.articles, listed)
    faults += _compared(archive.content, {name: sha for name, sha in beside.items() if sha})
    faults += [Fault(archive.journal.name, words) for words in _journal_faults(archive, lines)]
    return faults + list(_strange(set(files_in(archive.articles)) - set(listed)))


def _whole(register: Register) -> Iterator[str]:
    """Compare the register's file as a whole: its indexes and unused bytes have no other seal."""
    told = register.checksum
    if not told.is_file():
        yield (
            f"has no checksum ({told.name}): the last run was cut off, or the file was taken away. "
            "Its entries were checked one by one; the next ./inv ingest writes the checksum anew"
        )
    elif told.read_bytes() != f"{sha256_of(register.path)}  {register.path.name}\n".encode():
        yield f"is not as it was written: its SHA-256 is not the one in {told.name}"


def _journal_faults(archive: Archive, lines: list[str]) -> Iterator[str]:
    """Follow the journal's chain, and compare the copy that people read."""
    yield from journal.faults(lines)
    copy = archive.journal.read_bytes() if archive.journal.is_file() else b""
    for number, (told, kept) in enumerate(
        zip_longest(copy.splitlines(), (line.encode() for line in lines)), 1
    ):
        if told != kept:
            yield f"is not as it was written: line {number} differs from the register's"
            return


def _compared(folder: Path, listed: Mapping[str, str]) -> Iterator[Fault]:
    for name, digest in sorted(listed.items()):
        path = folder / name
        if not path.is_file():
            yield Fault(name, "is missing")
        elif sha256_of(path) != digest:
            yield Fault(name, CHANGED)


def _strange(names: Iterable[str]) -> Iterator[Fault]:
    for name in sorted(names):
        yield Fault(name, "is in no list: this archive did not write it")


def _spelt(name: str) -> str:
    """Spell a path for a manifest, where a line end in a name would end the line."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _plain(name: str) -> str:
    return name.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
