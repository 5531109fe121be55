"""An archive as a bag (BagIt, RFC 8493): content, register, settings and the raw dumps at hand.

    bag/bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  raw-dumps.tsv
    bag/data/content/...  bag/data/settings/...  bag/data/raw/FOLDER/...

The archive keeps no raw dump, only what it decoded. So a bag holds the dumps that somebody points
at, and `raw-dumps.tsv` says of every dump that the register knows whether it is inside.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from newsdesk import __version__, intake
from newsdesk.archive import Archive
from newsdesk.errors import NotPossible
from newsdesk.filing import plain
from newsdesk.fixity import MANIFEST, TAG_MANIFEST, as_manifest, files_in, sha256_of
from newsdesk.intake import IntakeSettings, walk
from newsdesk.records import RawDocument
from newsdesk.register import Register

BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
AGENT = "Backfile"
DUMPS = "raw-dumps.tsv"
CHUNK = 1 << 20
SETTINGS = ("archive.toml", "rules", "authority")
# A dump's file is one row, its documents those that the register saw in it.
FIND_DUMPS = """
CREATE TEMP TABLE dump AS
SELECT dump AS name, count(*) AS documents, 0 AS missing, '' AS path, max(sha256 IN (
    SELECT sha256 FROM withdrawal WHERE state <> 'withdrawn')) AS purged, '' AS state
FROM sighting GROUP BY dump;
INSERT INTO dump SELECT DISTINCT dump, 0, 0, '', 0, '' FROM set_aside
WHERE dump NOT IN (SELECT name FROM dump);
CREATE UNIQUE INDEX dump_name ON dump (name);
CREATE TEMP TABLE expected AS SELECT dump, sha256 FROM sighting;
CREATE INDEX expected_of ON expected (dump, sha256);
"""
IN_BAG = "in the bag"
CHANGED = "in the bag, changed: documents are missing"
ELSEWHERE = "elsewhere"  # in none of the folders named; the dump may be gone, too
WITHHELD = "left out: a story in it was purged"


@dataclass(slots=True)
class Bagged:
    """What a bag holds: files and bytes of its payload, and dumps by what became of them."""

    files: int = 0
    bytes: int = 0
    dumps: dict[str, int] = field(default_factory=dict)

    @property
    def raw(self) -> str:
        """Say in a sentence which raw dumps the bag holds."""
        told = "; ".join(f"{number:,} {state}" for state, number in sorted(self.dumps.items()))
        return f"Of {sum(self.dumps.values()):,} raw dump files: {told or 'none'}."


def make_bag(
    archive: Archive,
    target: Path,
    raw: Iterable[Path] = (),
    *,
    about: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> Bagged:
    """Put the archive, and the raw dumps found under the paths `raw`, into a bag at `target`.

    An older bag there is replaced when the new one is whole. `about` are more lines for
    bag-info.txt. A dump's file that holds a purged story is left out. Raises NotPossible when
    something else lies at `target`, a path of `raw` is not there, or the older bag holds dumps
    that the new one would not; then nothing was changed.
    """
    raw = list(raw)
    _may_write(archive, target, raw)
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    limits = IntakeSettings.from_table(archive.settings.get("intake", {}))
    try:
        with (
            Register.open(archive.register, archive.lock, "bag", reading=True),
            closing(sqlite3.connect(f"{archive.register.absolute().as_uri()}?mode=ro", uri=True))
            as db,
            _payload(fresh) as payload,
        ):  # fmt: skip
            db.executescript(FIND_DUMPS)
            payload.add_tree(archive.content, "content")
            for name in SETTINGS:
                payload.add_tree(archive.root / name, f"settings/{name}")
            for number, path in enumerate(raw):
                taken = {one.name for one in raw[:number]}
                _add_dumps(path, _folder_name(path, taken, number), payload, db, limits)
            made = Bagged(payload.files, payload.bytes, _tell_dumps(db, fresh / DUMPS))
        _write_tags(fresh, made, about or {}, at or datetime.now(UTC))
        _loses_nothing(fresh, target)
        _replace(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return made


@dataclass(slots=True)
class Payload:
    """The payload of a bag in the making: each file is copied and hashed in one reading."""

    folder: Path
    manifest: IO[str]
    files: int = 0
    bytes: int = 0

    def add_tree(self, path: Path, name: str) -> None:
        """Add a file, or every file of a folder; what is not there is left out."""
        if path.is_file():
            self.add(path, name)
        elif path.is_dir():
            for inside in files_in(path):
                if not (path / inside).is_symlink():
                    self.add(path / inside, f"{name}/{inside}")

    def add(self, source: Path, name: str) -> str:
        """Add one file as data/NAME; return that path, spelt so that every reader agrees on it."""
        # RFC 8493 wants % written %25 in a manifest; the Library of Congress's own validator
        # (1.9.0) does not read that back. So no name in a bag has a %.
        path = f"data/{name}".replace("%", "=")
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as old, target.open("xb") as new:
            while chunk := old.read(CHUNK):
                digest.update(chunk)
                new.write(chunk)
                self.bytes += len(chunk)
        shutil.copystat(source, target)
        self.files += 1
        self.manifest.write(as_manifest({path: digest.hexdigest()}))
        return path


@contextmanager
def _payload(folder: Path) -> Iterator[Payload]:
    folder.mkdir(parents=True)
    with (folder / MANIFEST).open("w", encoding="utf-8", newline="\n") as manifest:
        yield Payload(folder, manifest)


def _add_dumps(
    path: Path, folder: str, payload: Payload, db: sqlite3.Connection, limits: IntakeSettings
) -> None:
    """Add the files under a path that the register knows, unless they hold a purged story."""
    single = not path.is_dir()
    for name, found in walk.files(path):
        due = "SELECT 1 FROM dump WHERE name = ? AND state = '' AND NOT purged"
        if not db.execute(due, (name,)).fetchone() or walk.refusal(found, named=single):
            continue
        place = payload.add(found, f"raw/{name}" if single else f"raw/{folder}/{name}")
        missing = _missing(name, found, db, limits)
        changes = (CHANGED if missing else IN_BAG, missing, place, name)
        db.execute("UPDATE dump SET state = ?, missing = ?, path = ? WHERE name = ?", changes)


def _missing(name: str, path: Path, db: sqlite3.Connection, limits: IntakeSettings) -> int:
    """Read a dump's file again; return how many documents are missing that ingest found in it."""
    for found in intake.read(path, settings=limits):
        if isinstance(found, RawDocument):
            key = (name, found.provenance.sha256)
            db.execute("DELETE FROM expected WHERE dump = ? AND sha256 = ?", key)
    query = "SELECT count(DISTINCT sha256) FROM expected WHERE dump = ?"
    (missing,) = db.execute(query, (name,)).fetchone()
    return int(missing)


def _tell_dumps(db: sqlite3.Connection, path: Path) -> dict[str, int]:
    """Write what became of every dump; return how many there are of each state."""
    db.execute("UPDATE dump SET state = CASE WHEN purged THEN ? ELSE ? END WHERE state = ''",
               (WITHHELD, ELSEWHERE))  # fmt: skip
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("dump\tdocuments\tmissing\tstate\tpath\n")
        rows = "SELECT name, documents, missing, state, path FROM dump ORDER BY name"
        for facts in db.execute(rows):
            file.write("\t".join(plain(str(fact)) for fact in facts) + "\n")
    return dict(db.execute("SELECT state, count(*) FROM dump GROUP BY 1").fetchall())


def _write_tags(folder: Path, made: Bagged, about: Mapping[str, str], at: datetime) -> None:
    info = {
        **about,
        "Bagging-Date": at.date().isoformat(),
        "Payload-Oxum": f"{made.bytes}.{made.files}",
        "Bag-Software-Agent": f"{AGENT} {__version__}",
        "Raw-Dumps": f"{made.raw} {DUMPS} lists them all.",
    }
    lines = (f"{name}: {plain(value)}\n" for name, value in info.items() if value)
    (folder / "bagit.txt").write_text(BAGIT, encoding="utf-8", newline="\n")
    (folder / "bag-info.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    tags = sorted(path.name for path in folder.iterdir() if path.is_file())
    listed = as_manifest({name: sha256_of(folder / name) for name in tags})
    (folder / TAG_MANIFEST).write_text(listed, encoding="utf-8", newline="\n")


def _folder_name(path: Path, taken: set[str], number: int) -> str:
    name = path.resolve().name or "raw"
    return f"{name}-{number + 1}" if path.name in taken else name


def _may_write(archive: Archive, target: Path, raw: Iterable[Path]) -> None:
    if not archive.register.is_file():
        raise NotPossible("There is no register yet, so nothing to bag. Begin with ./inv ingest.")
    for path in raw:
        if not path.exists():
            raise NotPossible(f"There is no raw dump at {path}; no bag was made.")
    there = target.resolve()
    for place in (archive.content, *raw):
        if there.is_relative_to(place.resolve()) or place.resolve().is_relative_to(there):
            raise NotPossible(f"The bag {target} can neither lie in {place} nor hold it.")
    if target.exists() and any(os.scandir(target)) and not _is_ours(target):
        raise NotPossible(f"{target} holds something else; name an empty or a new folder.")


def _is_ours(folder: Path) -> bool:
    info = folder / "bag-info.txt"
    return info.is_file() and f"Bag-Software-Agent: {AGENT}" in info.read_text("utf-8", "replace")


def _loses_nothing(fresh: Path, target: Path) -> None:
    """Raise NotPossible where the older bag at `target` holds dumps that the new one lacks."""
    old, new = (_states(bag) for bag in (target, fresh))
    held = (IN_BAG, CHANGED)
    lost = [name for name, state in old.items() if state in held and new.get(name) == ELSEWHERE]
    if lost:
        raise NotPossible(
            f"The bag in {target} holds {len(lost):,} raw dump files that are in none of the "
            f"folders named ({lost[0]!r} for one), so the new one would lose them. Name their "
            "folder with --raw, or another place with --to. The old bag stays as it was."
        )


def _states(bag: Path) -> dict[str, str]:
    """Return the state of every dump that a bag lists, by its name."""
    if not (bag / DUMPS).is_file():
        return {}
    lines = (bag / DUMPS).read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {row[0]: row[3] for row in rows if len(row) > 3}


def _replace(fresh: Path, target: Path) -> None:
    """Put the new bag in the place of the old one, which goes last."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
