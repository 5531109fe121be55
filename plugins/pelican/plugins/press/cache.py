"""What the last build left behind: the record of every story, the hash of every page.

Everything here may be deleted at any time; the next build is then a full one.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from newsdesk.disk import write_aside

from .record import Record
from .scan import Found, Stamp

FORMAT = 4


class Made(NamedTuple):
    """A file of the built site: hash of all it depends on, SHA-256 of its bytes, their number, and
    when it was written (nanoseconds since 1970)."""

    key: bytes
    digest: bytes
    size: int
    time: int


class Cache:
    """The build cache of one site, a folder of marshalled tables."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._journal = folder / "unfinished"

    def manifest(self) -> dict[str, Made]:
        """Return every file the last build made, by its path in the output."""
        table = self._load("manifest")
        return {} if table is None else {path: Made(*made) for path, made in table.items()}

    def prepare_manifest(self, manifest: dict[str, Made]) -> None:
        """Write down what this build makes, before it is in place: a full disk shows in time."""
        self._save("coming", {path: tuple(made) for path, made in manifest.items()})

    def save_manifest(self) -> None:
        """Remember as made what was written down."""
        os.replace(self._folder / "coming", self._folder / "manifest")

    def summary(self) -> tuple[Any, ...] | None:
        """Return what was true of the last finished build as a whole."""
        return self._load("summary")

    def save_summary(self, summary: tuple[Any, ...]) -> None:
        """Remember what is true of this build as a whole."""
        self._save("summary", summary)

    def forget_summary(self) -> None:
        """Let no build take this one for finished."""
        (self._folder / "summary").unlink(missing_ok=True)

    @property
    def unfinished(self) -> bool:
        """Whether a build was cut off while it put pages in place: hashes then prove nothing."""
        return self._journal.exists()

    def begun(self) -> list[str]:
        """Return the pages that a build which was cut off may have put in place."""
        return list(self._load(self._journal.name) or ())

    def begin(self, pages: Iterable[str]) -> None:
        """Note that these pages are being put in place, and that no summary is true meanwhile."""
        self.forget_summary()
        self._save(self._journal.name, [*self.begun(), *pages])

    def end(self) -> None:
        """Note that all pages are in place."""
        self._journal.unlink(missing_ok=True)

    def shard(self, name: str, key: bytes | None) -> dict[str, tuple[Stamp, Record]]:
        """Return the records of one month's stories by content file, if made under `key`.

        Without a key: as the last build left them, whatever they were made under.
        """
        table = self._load(f"shard-{name}")
        if table is None or key not in (None, table[0]):
            return {}
        return {
            path: (tuple(stamp), Record._make(record)) for path, (stamp, record) in table[1].items()
        }

    def save_shard(self, name: str, key: bytes, records: Iterable[tuple[Found, Record]]) -> None:
        """Remember the records of one month's stories."""
        rows = {found.path: (found.stamp, tuple(record)) for found, record in records}
        self._save(f"shard-{name}", (key, rows))

    def code(self, template: str, key: bytes) -> CodeType | None:
        """Return the code of a template, if it was made under `key`."""
        kept = self._load(_code_name(template))
        return kept[1] if kept and kept[0] == key else None

    def save_code(self, template: str, key: bytes, code: CodeType | None) -> None:
        """Remember the code of a template, unless another process of this build just did.

        Each compiles what it meets first; of two that write the same file beside its place, one
        finds it moved already.
        """
        if code is not None:
            with suppress(FileNotFoundError):
                self._save(_code_name(template), (key, code))

    def keep_shards(self, names: set[str]) -> None:
        """Delete the records of months that hold no story any more."""
        for path in self._folder.glob("shard-*"):
            if path.name.removeprefix("shard-") not in names:
                path.unlink()

    def _load(self, name: str) -> Any:
        try:
            form, value = marshal.loads((self._folder / name).read_bytes())
        except (OSError, ValueError, EOFError, TypeError):
            return None
        return value if form == FORMAT else None

    def _save(self, name: str, value: Any) -> None:
        write_aside(self._folder / name, marshal.dumps((FORMAT, value)))


def cache_folder(settings: Mapping[str, Any]) -> Path:
    """Return where press remembers the last build of a site."""
    place = "\n".join(os.path.abspath(settings[name]) for name in ("PATH", "OUTPUT_PATH"))
    return Path(settings["CACHE_PATH"]) / f"press-{sha256(place.encode()).hexdigest()[:8]}"


def _code_name(template: str) -> str:
    return f"template-{template.replace('/', '-')}"
