"""Writing the site: only bytes that changed, put in place together at the end.

Pages are written aside, under `.OUTPUT.press/` beside the output, and renamed into place when all
of them are made: a build that fails leaves the last good site untouched. The cache remembers what
is being put in place, so that a build which is cut off is finished by the next one.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from newsdesk.disk import lasting
from pelican.plugins import signals
from pelican.writers import Writer

from .cache import Cache, Made
from .errors import HALF_WAY, PressError, UrlClash, refused

WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
LONGEST = 255  # bytes in the name of a file, on the disks of nearly all systems
ALWAYS = b""  # the key of a file whose inputs nobody listed: made anew at every build


class Pending(NamedTuple):
    """A page written aside, waiting to be renamed into place."""

    aside: str
    path: str


class Folders:
    """Makes each folder once."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def make(self, folder: str) -> None:
        """Make a folder and those above it, unless this object has."""
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)


class Caught(StringIO):
    """A file of Pelican's own making, handed on when it is closed."""

    def __init__(self, hand_on: Callable[[str], None]) -> None:
        super().__init__()
        self._hand_on = hand_on

    def close(self) -> None:
        """Hand on what was written."""
        if not self.closed:
            self._hand_on(self.getvalue())
        super().close()

    def __exit__(self, kind: Any, *error: Any) -> None:
        """Hand on what was written, unless writing failed."""
        if kind is not None:
            self._hand_on = lambda text: None
        super().__exit__(kind, *error)


class PressWriter(Writer):
    """Pelican's writer, with a manifest of what the last build wrote."""

    def __init__(self, output_path: str, settings: dict[str, Any], cache: Cache) -> None:
        super().__init__(output_path, settings)
        self.root = os.path.abspath(output_path)
        self._aside = aside_of(self.root)
        shutil.rmtree(self._aside, ignore_errors=True)
        self.fresh = not os.path.isdir(self.root) or not os.listdir(self.root)
        self.before: dict[str, Made] = {} if self.fresh else cache.manifest()
        # A plugin that is told of a page wants to find it in its place.
        self.direct = bool(signals.content_written.receivers)
        self.origin = ""
        self.chrome: Callable[[str, dict[str, Any]], dict[str, Any]] = lambda name, variables: {}
        self.sure = not cache.unfinished
        self.made: dict[str, Made] = {}
        self.origins: dict[str, str] = {}
        self.reserved: dict[str, str] = {}  # folders of others: whose each is
        self._alike: dict[str, str] = {}  # by address in small letters
        self.pending: list[Pending] = []
        self.written: list[str] = []
        self.removed: list[str] = []
        self._cache = cache
        self._folders = Folders()
        self._worker = ""
        if self.direct:
            cache.begin(())

    def claim(self, path: str, origin: str) -> None:
        """Reserve a place in the site for what `origin` names; UrlClash when it is taken."""
        if path.startswith("/") or ".." in path.split("/"):
            raise PressError(
                f"{origin} would be written to {path}, outside the site: mend its save_as or slug."
            )
        if len(os.fsencode(path)) > LONGEST and _longest(path) > LONGEST:
            raise PressError(
                f"{origin} would be a file with a name of {_longest(path)} bytes, and disks take "
                f"{LONGEST}: give it a shorter slug."
            )
        for folder, owner in self.reserved.items():
            if path.startswith(f"{folder}/"):
                raise UrlClash(f"{origin} wants to be {path}, in the folder of {owner}: move it.")
        other = self.origins.setdefault(path, origin)
        if other is not origin:
            raise UrlClash(
                f"{other} and {origin} both want to be {path}: give one of them another slug, "
                "or delete the one that is not wanted."
            )
        alike = self._alike.setdefault(path.lower(), path)
        if alike != path and alike in self.origins:
            raise UrlClash(
                f"{self.origins[alike]} is {alike} and {origin} is {path}: sticks, Macs and "
                "Windows take these for one file. Give one of them another slug."
            )

    def current(self, path: str, key: bytes) -> bool:
        """Keep a page that the last build made just so, if it still lies there; tell if it did."""
        old = self.before.get(path)
        if old is None or old.key != key or not key or not self._lies_there(path, old):
            return False
        self.made[path] = old
        return True

    def keep_all(self) -> bool:
        """Keep every page of the last build, if all of them lie there."""
        if not self.before or not all(
            self._lies_there(path, made) for path, made in self.before.items()
        ):
            return False
        self.made = dict(self.before)
        return True

    def put(self, path: str, data: bytes, key: bytes = ALWAYS, tell: bool = True) -> None:
        """Write a file of the site, unless these very bytes lie there already.

        `tell` sends Pelican's signal content_written to the plugins that listen to it.
        """
        # Processors of today have SHA-256 built in: half the time of BLAKE2.
        digest = sha256(data).digest()
        time = 0 if self.fresh else self._same(path, digest, data)
        if time:
            self.made[path] = Made(key, digest, len(data), time)
            return
        self.written.append(path)
        place = full = os.path.join(self.root, path)
        if self.fresh and not self.direct:
            place = os.path.join(self._aside, path)
        elif not self.direct:
            place = os.path.join(self._aside, f"{self._worker}{len(self.pending)}")
            self.pending.append(Pending(place, path))
        self.made[path] = Made(key, digest, len(data), self._write(place, data))
        if tell and signals.content_written.receivers:
            signals.content_written.send(full, context={})

    def write_file(
        self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Render and write as Pelican does; the bytes go through `put`."""
        if name:
            self.origin = origin_of(kwargs, name)
            super().write_file(
                name, template, {**context, **self.chrome(name, kwargs)}, *args, **kwargs
            )

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> Caught:
        path = os.path.relpath(filename, self.root).replace(os.sep, "/")
        if override:  # a page that may take another's place, as TEMPLATE_PAGES does
            self.origins.pop(path, None)
        self.claim(path, self.origin)
        return Caught(lambda text: self.put(path, text.encode(encoding), tell=False))

    def part(self, worker: int) -> None:
        """Begin the work of one of several processes."""
        self._worker = f"{worker}-"
        self.made, self.pending, self.written = {}, [], []

    def result(self) -> tuple[Any, ...]:
        """Return what this process wrote, for the one that puts it in place."""
        return (
            {path: tuple(made) for path, made in self.made.items()},
            [tuple(pending) for pending in self.pending],
            self.written,
        )

    def join(self, result: tuple[Any, ...]) -> None:
        """Take over what another process wrote."""
        made, pending, written = result
        self.made.update((path, Made(*row)) for path, row in made.items())
        self.pending += (Pending(*row) for row in pending)
        self.written += written

    def abandon(self) -> None:
        """Throw away what was written aside."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def close(self) -> None:
        """Put every new page in place, then remove those that this build did not make."""
        half_made = () if self.fresh else self._cache.begun()
        self.removed = sorted({*self.before, *half_made} - self.made.keys())
        if self.made != self.before:
            self._cache.prepare_manifest(self.made)
        if self.written or self.removed:
            self._cache.begin(sorted(self.made.keys() - self.before.keys()))
        for _, path in self.pending:  # first what may need room on the disk
            self._folders.make(os.path.dirname(os.path.join(self.root, path)))
        for aside, path in self.pending:
            self._replace(aside, os.path.join(self.root, path))
        if self.fresh and not self.direct:
            self._move_in()
        shutil.rmtree(self._aside, ignore_errors=True)
        alike = {path.lower(): path for path in self.made} if self.removed else {}
        for path in self.removed:
            if not self._renamed(path, alike.get(path.lower())):
                self._remove(path)
        if self.written:
            lasting(Path(self.root))
        if self.made != self.before:
            self._cache.save_manifest()
        self._cache.end()

    def _replace(self, aside: str, full: str) -> None:
        try:
            os.replace(aside, full)
        except OSError as error:
            error.filename, error.filename2 = full, None
            raise refused(error, HALF_WAY) from None

    def _move_in(self, folder: str = "") -> None:
        """Put a whole new site in place: a rename for each thing at its top."""
        aside, root = os.path.join(self._aside, folder), os.path.join(self.root, folder)
        os.makedirs(root, exist_ok=True)
        for name in os.listdir(aside) if os.path.isdir(aside) else ():
            if os.path.isdir(os.path.join(root, name)):  # Pelican's writer makes empty folders
                self._move_in(os.path.join(folder, name))
            else:
                self._replace(os.path.join(aside, name), os.path.join(root, name))

    def _same(self, path: str, digest: bytes, data: bytes) -> int:
        """Return when a page that lies there just so was written; 0 if there is none."""
        old = self.before.get(path)
        if old is not None and self._lies_there(path, old):
            return old.time if old.digest == digest else 0
        try:
            with open(os.path.join(self.root, path), "rb") as file:
                return os.fstat(file.fileno()).st_mtime_ns if file.read() == data else 0
        except OSError:
            return 0

    def _lies_there(self, path: str, made: Made) -> bool:
        """Tell whether nobody touched a page: one from a copy has another time, or another size."""
        try:
            stat = os.stat(f"{self.root}{os.sep}{path}")
        except OSError:
            return False
        return self.sure and (stat.st_size, stat.st_mtime_ns) == (made.size, made.time)

    def _write(self, full: str, data: bytes) -> int:
        """Write a file; return its time."""
        try:
            self._folders.make(os.path.dirname(full))
            place = os.open(full, WRITING, 0o666)
            try:
                written = os.write(place, data)
                time = os.fstat(place).st_mtime_ns
            finally:
                os.close(place)
            if written != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as error:
            error.filename = error.filename or full
            raise refused(error) from None
        return time

    def _renamed(self, path: str, now: str | None) -> bool:
        """Give a file its new name if only the case changed and the disk takes both for one."""
        old, new = (os.path.join(self.root, name) for name in (path, now or path))
        if now is None or not os.path.exists(old) or not os.path.samefile(old, new):
            return False
        os.rename(old, new)
        return True

    def _remove(self, path: str) -> None:
        full = os.path.join(self.root, path)
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            try:
                os.unlink(full)
            except PermissionError as error:  # a story withdrawn must not stay without a word
                raise refused(error, HALF_WAY) from None
        try:
            folder = os.path.dirname(full)
            while folder != self.root:
                os.rmdir(folder)
                folder = os.path.dirname(folder)
        except OSError:
            return  # gone already, or the folder holds what others put there


def aside_of(root: str) -> str:
    """Return where pages are written aside: on the disk of the site itself, or no rename works."""
    if os.path.ismount(root):
        return os.path.join(root, ".press")
    place = os.path.realpath(root)
    return os.path.join(os.path.dirname(place), f".{os.path.basename(place)}.press")


def _longest(path: str) -> int:
    return max(len(os.fsencode(name)) for name in path.split("/"))


def origin_of(kwargs: dict[str, Any], name: str) -> str:
    """Return what to call a page's origin in a message: its content file, or the page itself."""
    content = kwargs.get("page") or kwargs.get("article")
    return str(getattr(content, "source_path", None) or f"the page {name}")
