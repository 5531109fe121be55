"""Archives, read member by member without unpacking to disk.

Refused with a sentence: bombs (by ratio, size, number, depth), absolute paths, `..`, links, devices
and encrypted members. What is refused is set aside; the rest of the archive goes on.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, Any, cast

from newsdesk.errors import UnreadableDocument
from newsdesk.intake import office
from newsdesk.intake.item import HEAD, Found, Item, buffered, plain_words, printable, size
from newsdesk.intake.settings import IntakeSettings
from newsdesk.limits import more_time

DEBRIS = re.compile(r"(?:^|/)(?:__MACOSX(?:/|$)|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.I)
PACKING = re.compile(r"(?<=.)\.(?:gz|bz2|xz)$|(?<=\.t)(?:gz|bz2?|xz)$", re.I)
XZ_MEMORY = 256 * 2**20
DRIVE = re.compile(r"^[A-Za-z]:")
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Packed(io.RawIOBase):
    """The packed side of a member: counts what is taken from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """Return True: it is read only."""
        return True

    def read(self, count: int = -1) -> bytes:
        """Return up to `count` packed bytes."""
        data = self.stream.read(count)
        self.taken += len(data)
        return data


def damaged(what: str, error: Exception) -> UnreadableDocument:
    """Return the error of a packing that cannot be read to its end."""
    return UnreadableDocument(
        f"{what} is damaged: {plain_words(error)}. Get a whole copy of it and ingest it again."
    )


class Unpacked(io.RawIOBase):
    """The unpacked side: stops with a sentence where it grows past what is allowed."""

    def __init__(
        self, stream: IO[bytes], item: Item, limits: IntakeSettings, packed: Packed
    ) -> None:
        self.stream, self.item, self.limits, self.packed = stream, item, limits, packed
        self.given = 0

    def readable(self) -> bool:
        """Return True: it is read only."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill `buffer`; raises UnreadableDocument at a limit or where the packing is damaged."""
        try:
            data = self.stream.read(len(buffer))
        except UnreadableDocument:
            raise
        except BROKEN as error:
            raise damaged("Its packing", error) from error
        self.given += len(data)
        self._check(len(data))
        buffer[: len(data)] = data
        return len(data)

    def _check(self, count: int) -> None:
        limits = self.limits
        more_time()
        self.item.allowance.bytes_left -= count
        if self.item.allowance.bytes_left < 0:
            raise UnreadableDocument(
                f"Unpacking stopped here: the dump unpacks to over {size(limits.max_expanded)}."
            )
        if self.given > limits.ratio_grace and self.given > limits.max_ratio * self.packed.taken:
            raise UnreadableDocument(
                f"It unpacks to over {limits.max_ratio} times its size, as a bomb does."
            )


def read_compressed(item: Item, limits: IntakeSettings) -> Iterator[Found]:
    """Yield the one file that a .gz, .bz2 or .xz holds, under the same locator."""
    packed = Packed(item.stream)
    unpacked = Unpacked(_unpacker(item.head(), packed), item, limits, packed)
    name = PACKING.sub("", item.name)
    yield replace(item, name=name, stream=buffered(unpacked), depth=item.depth + 1)


def _unpacker(head: bytes, packed: Packed) -> IO[bytes]:
    opener: Callable[[Any], Any] = Unxz
    if head.startswith(b"\x1f\x8b"):
        opener = _gunzip
    elif head.startswith(b"BZh"):
        opener = bz2.BZ2File
    return cast("IO[bytes]", opener(packed))


def _gunzip(packed: Packed) -> gzip.GzipFile:
    return gzip.GzipFile(fileobj=packed)


class Unxz:
    """A .xz stream read within a memory limit, which the standard library's own file lacks."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self.decoder = lzma.LZMADecompressor(memlimit=XZ_MEMORY)

    def read(self, count: int) -> bytes:
        """Return some of the unpacked bytes, b'' at the end."""
        while True:
            waiting = self.decoder.unused_data if self.decoder.eof else b""
            if self.decoder.eof:
                waiting = waiting.lstrip(b"\0") or self.packed.read(HEAD).lstrip(b"\0")
                if not waiting:
                    return b""
                self.decoder = lzma.LZMADecompressor(memlimit=XZ_MEMORY)
            elif self.decoder.needs_input:
                waiting = self.packed.read(HEAD)
                if not waiting:
                    raise EOFError("it ends in the middle")
            data = self.decoder.decompress(waiting, count)
            if data:
                return data


def read_tar(item: Item, limits: IntakeSettings) -> Iterator[Found]:
    """Yield the members of a tar stream in their order, or why one is refused."""
    names = Names()
    try:
        with tarfile.open(fileobj=item.stream, mode="r|", errors="surrogateescape") as archive:
            for member in archive:
                _forget(archive)  # else tarfile remembers every one it saw
                if member.isdir() or DEBRIS.search(member.name):
                    continue
                yield _tar_member(archive, member, names, item, limits)
    except UnreadableDocument:
        raise
    except BROKEN as error:
        raise damaged("The archive", error) from error


def _forget(archive: Any) -> None:
    archive.members.clear()


def _tar_member(
    archive: tarfile.TarFile,
    member: tarfile.TarInfo,
    names: Names,
    item: Item,
    limits: IntakeSettings,
) -> Found:
    locator = item.inside(names.unique(member.name))
    _count(item, limits)
    if not member.isreg():
        kind = "a link" if member.issym() or member.islnk() else "a device or pipe"
        return item.set_aside(f"It is {kind} inside an archive, which is never followed.", locator)
    reason = outside(member.name)
    if reason:
        return item.set_aside(reason, locator)
    stream = archive.extractfile(member)
    assert stream is not None  # it is a regular file
    packed = Packed(stream)
    packed.taken = member.size  # a tar packs nothing
    counted = Unpacked(stream, item, limits, packed)
    return Item(
        item.dump,
        locator,
        member.name,
        buffered(counted),
        item.allowance,
        item.depth + 1,
    )


def read_zip(item: Item, limits: IntakeSettings) -> Iterator[Found]:
    """Yield the members of a zip in the order of its directory, or why one is refused."""
    names = Names()
    try:
        with zipfile.ZipFile(_seekable(item, limits)) as archive:
            document = office.read_zipped(archive, item, limits)
            if document is not None:
                yield from document
                return
            for member in archive.infolist():
                if member.filename.endswith("/") or DEBRIS.search(member.filename):
                    continue
                yield _zip_member(archive, member, names, item, limits)
    except UnreadableDocument:
        raise
    except BROKEN as error:
        raise damaged("The archive", error) from error


def _seekable(item: Item, limits: IntakeSettings) -> IO[bytes]:
    if item.stream.seekable():
        return item.stream
    return io.BytesIO(item.read(limits.max_container))


def _zip_member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    names: Names,
    item: Item,
    limits: IntakeSettings,
) -> Found:
    name = _zip_name(member)
    locator = item.inside(names.unique(name))
    _count(item, limits)
    if member.flag_bits & 0x1:
        return item.set_aside("It is encrypted inside the archive; unpack it yourself.", locator)
    if member.external_attr >> 28 == 0xA:
        return item.set_aside("It is a link inside an archive, which is never followed.", locator)
    reason = outside(name)
    if reason:
        return item.set_aside(reason, locator)
    try:
        stream = archive.open(member)
    except BROKEN as error:
        return item.set_aside(f"Its packing cannot be read: {plain_words(error)}.", locator)
    packed = Packed(stream)
    packed.taken = member.compress_size  # of the whole member, known beforehand
    counted = Unpacked(stream, item, limits, packed)
    return Item(item.dump, locator, name, buffered(counted), item.allowance, item.depth + 1)


def _zip_name(member: zipfile.ZipInfo) -> str:
    """Return the name; an old zip tool's UTF-8 arrives as cp437."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _count(item: Item, limits: IntakeSettings) -> None:
    item.allowance.members_left -= 1
    if item.allowance.members_left < 0:
        raise UnreadableDocument(
            f"Reading stopped here: the dump has over {limits.max_members} members."
        )


def outside(name: str) -> str:
    """Return why a member's name is refused, '' if it stays inside the archive's folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or DRIVE.match(name):
        return "Its name is an absolute path, which a harmless archive has no need of."
    if ".." in path.parts:
        return "Its name climbs out of the archive with `..`."
    if "\0" in name:
        return "Its name has a NUL inside."
    return ""


class Names:
    """Keeps the locators of one archive apart where members share a name."""

    def __init__(self) -> None:
        self.seen: dict[int, int] = {}

    def unique(self, name: str) -> str:
        """Return `name` made printable, with `~2` after the second of that name."""
        shown = printable(name.replace("\\", "/"))[:1000] or "(no name)"
        key = hash(shown)
        self.seen[key] = self.seen.get(key, 0) + 1
        return shown if self.seen[key] == 1 else f"{shown}~{self.seen[key]}"
