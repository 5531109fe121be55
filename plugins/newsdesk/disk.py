"""The disk: what was written is there to stay, and what it refuses is told as a sentence."""

from __future__ import annotations

import ctypes
import errno
import os
import sqlite3
import sys
from pathlib import Path

from newsdesk.errors import DiskRefused

ADVICE = {
    errno.ENOSPC: "make room on the disk and run this again",
    errno.EDQUOT: "make room within your quota and run this again",
    errno.EFBIG: "this disk, or the limit of this user, takes no larger file",
    errno.EROFS: "the disk is mounted for reading only",
    errno.EACCES: "let this user write there",
    errno.EPERM: "let this user write there",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EIO: "the disk may be failing: check it, and restore from a copy if files are damaged",
}
SQLITE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}
WORKING_FOLDER = -100  # AT_FDCWD of <fcntl.h>
EXCHANGE = 2  # RENAME_EXCHANGE of <linux/fs.h>


def lasting(folder: Path) -> None:
    """Return when all that was written to the file system of `folder` lies on the disk itself.

    A new name may reach the disk before the bytes of its file do: after a power cut the file would
    be there, and empty. One call for many files costs a fraction of one call for each.
    """
    if sys.platform == "linux":
        place = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(place):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(place)
    elif hasattr(os, "sync"):
        os.sync()


def swap(fresh: Path, target: Path) -> None:
    """Let two folders of one file system change places: at no moment is there no `target`.

    Where the system cannot do that in one step there is such a moment.
    """
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc and hasattr(libc, "renameat2"):
        names = os.fsencode(fresh), os.fsencode(target)
        if not libc.renameat2(WORKING_FOLDER, names[0], WORKING_FOLDER, names[1], EXCHANGE):
            return
    between = fresh.with_name(f"{fresh.name}.swap")
    target.rename(between)
    fresh.rename(target)
    between.rename(fresh)


def write_aside(path: Path, data: bytes) -> None:
    """Write a file so that a reader finds the old bytes or the new, never half.

    So does a reader after a power cut once `disk.lasting` was called, as the register does.
    """
    aside = path.with_name(f".{path.name}.new"[-250:])
    try:
        try:
            aside.write_bytes(data)
        except FileNotFoundError:  # the folder is new; most are not
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)  # a full disk needs the room
        error.filename = str(path)
        raise


def write_changed(path: Path, data: bytes) -> None:
    """Write a file, unless it is so already: what did not change need not be sent again."""
    if not path.is_file() or path.read_bytes() != data:
        write_aside(path, data)


def told(error: OSError | sqlite3.Error) -> DiskRefused | None:
    """Return what the disk refused as a sentence; None if it is an error of another kind."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes keep theirs below
        number, where = SQLITE.get(code, 0), "The register"
    else:
        number, where = error.errno or 0, str(error.filename or "A file")
    if number not in ADVICE:
        return None
    return DiskRefused(f"{where} could not be written: {os.strerror(number)}; {ADVICE[number]}.")
