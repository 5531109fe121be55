"""The accession register: every document seen, where it came from and what became of it.

One SQLite file beside the content. It holds enough to file every story again without its dump:
the decoded original (compressed), the stated fields, the cuts, the evidence, the tags.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from newsdesk import disk, journal
from newsdesk.corrections import RULE
from newsdesk.disk import write_aside
from newsdesk.entry import UNVERIFIED, Entry, Filed, Row, seal, seal_all
from newsdesk.errors import RegisterInUse
from newsdesk.lock import held
from newsdesk.records import Provenance, RawDocument, SetAside, Tag
from newsdesk.twins import Sketch

PAGES_KB = 64 << 10
FEW = 500  # documents that are asked for by name; for more of them all are read
VERSION = 1  # of the tables; raise it when an older register needs more than new empty tables
SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
    sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, encoding TEXT NOT NULL,
    repairs TEXT NOT NULL, fields TEXT NOT NULL, text BLOB NOT NULL,
    title TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE, file_sha256 TEXT NOT NULL, seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sighting (
    sha256 TEXT NOT NULL, dump TEXT NOT NULL, locator TEXT NOT NULL,
    PRIMARY KEY (sha256, dump, locator)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS set_aside (
    dump TEXT NOT NULL, locator TEXT NOT NULL, sha256 TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (dump, locator, sha256)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cut (
    sha256 TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, rule TEXT NOT NULL,
    PRIMARY KEY (sha256, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS evidence (
    sha256 TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, rule TEXT NOT NULL,
    quote TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS evidence_of ON evidence (sha256);
CREATE TABLE IF NOT EXISTS doubt (
    sha256 TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, rule TEXT NOT NULL,
    score REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS doubt_of ON doubt (sha256);
CREATE TABLE IF NOT EXISTS sketch (
    sha256 TEXT PRIMARY KEY, data BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tag (
    sha256 TEXT NOT NULL, desk TEXT NOT NULL, code TEXT NOT NULL, heading TEXT NOT NULL,
    "primary" INTEGER NOT NULL, reason TEXT NOT NULL, mentions TEXT NOT NULL,
    PRIMARY KEY (sha256, desk, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS withdrawal (
    sha256 TEXT PRIMARY KEY, day TEXT NOT NULL, reason TEXT NOT NULL, headline TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notice (
    sha256 TEXT NOT NULL, target TEXT NOT NULL, kind TEXT NOT NULL, quote TEXT NOT NULL,
    why TEXT NOT NULL, score REAL NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (sha256, target)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS journal (number INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS written (
    path TEXT PRIMARY KEY, file_sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seal (
    sha256 TEXT NOT NULL, part TEXT NOT NULL, seal TEXT NOT NULL, PRIMARY KEY (sha256, part)
) STRICT, WITHOUT ROWID;
"""
# Of a withdrawn story nothing is read any more but that it was withdrawn.
IN_FORCE = "sha256 NOT IN (SELECT sha256 FROM withdrawal)"
DETAILS = ("cut", "evidence", "doubt", "tag", "sketch")
OF_STORIES = (*DETAILS, "sighting")  # sealed story by story, under their SHA-256
WHOLE = ("set_aside", "withdrawal", "notice", "journal", "written")  # sealed as one, under ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A story that was taken back: on which day, why, and its headline if that may still be shown.

    `state` is "withdrawn" (the register keeps the text), "purged" (nobody has it any more) or
    "awaited" (purged, but welcome again when a dump brings it).
    """

    sha256: str
    day: str
    reason: str
    headline: str
    state: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A wire's notice and the story it is about: two SHA-256, what it does, the words that say so.

    `kind` is "kill", "correction" or "update"; `why` says what the match rests on and `score` how
    sure it is (0 to 1); `state` is "proposed", "confirmed" or "rejected".
    """

    sha256: str
    target: str
    kind: str
    quote: str
    why: str
    score: float
    state: str


class Register:
    """The open register. One writer at a time; nothing is written unless something is new."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = {}
        self.path = path
        self._touched = False
        self._due: set[str] = set()

    @property
    def _db(self) -> sqlite3.Connection:
        """The database, with all that was entered in it: rows are written many at a time."""
        waiting, self._waiting = self._waiting, {}
        for table, rows in waiting.items():
            self._insert(table, rows)
        return self._connection

    @classmethod
    @contextmanager
    def open(
        cls, path: Path, lock: Path, task: str = "the newsdesk", reading: bool = False
    ) -> Iterator[Register]:
        """Open or create the register at `path` for one run, holding the file `lock` meanwhile.

        When the run ends, the SHA-256 of the whole file is written beside it, unless it was opened
        for `reading`. Raises RegisterInUse when another run holds it, naming that run, and
        DiskRefused when the disk is full: then what was committed stays, and is consistent.
        """
        try:
            with cls._opened(path, lock, task, reading) as register:
                yield register
        except (OSError, sqlite3.Error) as error:
            if told := disk.told(error):
                raise told from error
            raise

    @classmethod
    @contextmanager
    def _opened(cls, path: Path, lock: Path, task: str, reading: bool) -> Iterator[Register]:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held(lock, task, "the register", RegisterInUse):
            db = sqlite3.connect(path, isolation_level="IMMEDIATE")
            register = cls(db, path)
            try:
                # Entries come in no order of their keys: pages must not leave memory to come back.
                db.execute(f"PRAGMA cache_size = -{PAGES_KB}")
                register._prepare()
                yield register
                if not reading:
                    register.commit()
            finally:
                db.close()
                if register._touched:
                    register._write_checksum()

    def _prepare(self) -> None:
        """Make the tables, or those that an older register lacks."""
        if self.rows("PRAGMA user_version")[0][0] >= VERSION:
            return
        self._db.executescript(f"BEGIN; {SCHEMA} COMMIT;")  # all tables or, killed, none
        for part in OF_STORIES:
            for (sha256,) in self.rows(f"SELECT DISTINCT sha256 FROM {part}"):
                self._seal(sha256, part)
        for part in WHOLE:
            self._seal("", part)
        self._db.execute(f"PRAGMA user_version = {VERSION}")
        self.commit()

    def commit(self) -> None:
        """Make everything so far lasting."""
        for part in sorted(self._due):
            self._seal("", part)
        self._due.clear()
        if self._db.in_transaction:
            disk.lasting(self.path.parent)  # no entry without the content file it speaks of
            # Without it, a run that is cut off from here on is known by its missing checksum.
            self.checksum.unlink(missing_ok=True)
        self._touched |= self._db.in_transaction or not self.checksum.exists()
        self._db.commit()

    @property
    def checksum(self) -> Path:
        """The file that holds the SHA-256 of the whole register, as `sha256sum` writes it."""
        return self.path.with_name(f"{self.path.name}.sha256")

    def _write_checksum(self) -> None:
        with self.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        write_aside(self.checksum, f"{digest}  {self.path.name}\n".encode())

    def find(self, sha256: str) -> Filed | None:
        """Return the entry of a document, or None if it was never filed."""
        row = self._db.execute(
            "SELECT sha256, path, file_sha256 FROM document WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return Filed(*row) if row else None

    def sight(self, origin: Provenance) -> bool:
        """Note that a document lies at this place too; return whether that is news."""
        place = (origin.sha256, origin.dump, origin.locator)
        known = "SELECT 1 FROM sighting WHERE sha256 = ? AND dump = ? AND locator = ?"
        if self._db.execute(known, place).fetchone():
            return False
        self._db.execute("INSERT INTO sighting VALUES (?, ?, ?)", place)
        self._seal(origin.sha256, "sighting")
        return True

    def set_aside(self, refused: SetAside) -> bool:
        """List a document that could not be read; return whether that is news."""
        origin = refused.provenance
        key = (origin.dump, origin.locator, origin.sha256)
        known = "SELECT reason FROM set_aside WHERE dump = ? AND locator = ? AND sha256 = ?"
        row = self._db.execute(known, key).fetchone()
        if row and row[0] == refused.reason:
            return False
        self._db.execute(
            "INSERT OR REPLACE INTO set_aside VALUES (?, ?, ?, ?)", (*key, refused.reason)
        )
        self._due.add("set_aside")
        return True

    def readmit(self) -> None:
        """Strike out of the list of those set aside what was filed since from the same place."""
        filed = (
            "FROM set_aside AS a WHERE EXISTS (SELECT 1 FROM sighting AS s"
            " JOIN document USING (sha256)"
            " WHERE s.sha256 = a.sha256 AND s.dump = a.dump AND s.locator = a.locator)"
        )
        if self.rows(f"SELECT 1 {filed} LIMIT 1"):  # a run that changes nothing writes nothing
            self._db.execute(f"DELETE {filed}")
            self._due.add("set_aside")

    def enter(self, entry: Entry, known: bool = True) -> None:
        """Enter a story and its whole account, replacing an older account of the same document.

        A document that is not `known` has none.
        """
        if known:
            for table in DETAILS:
                self._db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (entry.filed.sha256,))
        for table, rows in entry.rows.items():
            self._waiting.setdefault(table, []).extend(rows)

    def withdrawal(self, sha256: str) -> Withdrawal | None:
        """Return how a story was withdrawn, or None if it wasn't."""
        rows = self.rows("SELECT * FROM withdrawal WHERE sha256 = ?", sha256)
        return Withdrawal(*rows[0]) if rows else None

    def awaits(self, sha256: str) -> bool:
        """Tell whether a purged story may come in again."""
        how = self.withdrawal(sha256)
        return how is not None and how.state == "awaited"

    def withdraw(self, how: Withdrawal, file_sha256: str) -> None:
        """Enter a withdrawal, and the hash of the content file that now stands there instead."""
        self._insert("withdrawal", [
            (how.sha256, how.day, how.reason, how.headline, how.state)
        ])  # fmt: skip
        self._due.add("withdrawal")
        self._change(how.sha256, file_sha256=file_sha256)

    def reinstate(self, sha256: str) -> None:
        """Strike out a withdrawal; whoever calls enters the story again."""
        self._db.execute("DELETE FROM withdrawal WHERE sha256 = ?", (sha256,))
        self._due.add("withdrawal")

    def purge(self, sha256: str) -> None:
        """Forget a story's words: text, fields, title, quotes. Its places and hashes stay.

        The bytes are gone from the file when `compact` has been called as well.
        """
        self._db.execute("PRAGMA secure_delete = ON")
        self._change(sha256, fields="{}", title="", text=zlib.compress(b""))
        for table in DETAILS:
            self._db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))
            self._seal(sha256, table)
        self._db.execute("DELETE FROM notice WHERE sha256 = ?", (sha256,))
        self._due.add("notice")

    def compact(self) -> None:
        """Write the file anew, so that no page holds what was deleted."""
        self.commit()
        self.checksum.unlink(missing_ok=True)
        self._db.execute("VACUUM")
        self._touched = True

    def notices(self, state: str = "") -> list[Notice]:
        """Return the notices that were decided about, or those of one state."""
        rows = self.rows("SELECT * FROM notice WHERE ? IN ('', state) ORDER BY 1, 2", state)
        return [Notice(*row) for row in rows]

    def decide(self, notice: Notice) -> None:
        """Enter what was decided about a notice, in place of an earlier decision."""
        self._insert("notice", [tuple(getattr(notice, name) for name in Notice.__slots__)])
        self._due.add("notice")

    def note(self, at: datetime, by: str, did: str, **facts: str) -> None:
        """Write a line into the journal."""
        line = journal.line_after(self.journal(), at, by, did, **facts)
        self._db.execute("INSERT INTO journal (line) VALUES (?)", (line,))
        self._due.add("journal")

    def journal(self) -> list[str]:
        """Return the journal's lines, the oldest first."""
        return [line for (line,) in self.rows("SELECT line FROM journal ORDER BY number")]

    def written(self, path: str, file_sha256: str = "") -> None:
        """Remember the hash of a file beside the articles; without one, that it is to be made."""
        if self.rows("SELECT file_sha256 FROM written WHERE path = ?", path) != [(file_sha256,)]:
            self._insert("written", [(path, file_sha256)])
            self._due.add("written")

    def beside(self) -> dict[str, str]:
        """Return the files beside the articles and their hashes; "" for one that is to be made."""
        return dict(self.rows("SELECT path, file_sha256 FROM written"))

    def _change(self, sha256: str, **columns: object) -> None:
        """Change an entry of a document, and its seal with it."""
        cursor = self._db.execute("SELECT * FROM document WHERE sha256 = ?", (sha256,))
        names = [column[0] for column in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True)) | columns
        values = [row[name] for name in names if name != "seal"]
        self._insert("document", [(*values, seal(values))])

    def filed(self) -> Iterator[Filed]:
        """Yield the entry of every filed document, in the order of its content path."""
        rows = self._db.execute("SELECT sha256, path, file_sha256 FROM document ORDER BY path")
        return (Filed(*row) for row in rows)

    def damage(self, sha256: str = "") -> Iterator[str]:
        """Yield a sentence for every fault of the register itself: pages, entries, seals.

        With `sha256` only the entries of that document are looked at.
        """
        where, values = ("WHERE sha256 = ?", (sha256,)) if sha256 else ("", ())
        try:
            for (words,) in [] if sha256 else self._db.execute("PRAGMA integrity_check"):
                if words != "ok":
                    yield f"is damaged: {words}"
            rows = self._db.execute(f"SELECT * FROM document {where} ORDER BY sha256", values)
            for *row, was in rows:
                if seal(row) != was:
                    yield f"has an entry that was changed: document {row[0]} ({row[9]})"
            sealed = f"SELECT * FROM seal {where} ORDER BY sha256, part"
            for key, part, was in self.rows(sealed, *values):
                if self._sealed(key, part) != was:
                    whose = f" of document {key}" if key else ""
                    yield f"has an entry that was changed: {part}{whose}"
            for part in OF_STORIES:
                for (key,) in self.rows(
                    f"SELECT DISTINCT sha256 FROM {part} {where} EXCEPT SELECT sha256 FROM seal"
                    " WHERE part = ?", *values, part
                ):  # fmt: skip
                    yield f"has an entry that nobody wrote: {part} of document {key}"
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            yield f"is damaged: {error}"

    def _seal(self, sha256: str, part: str) -> None:
        self._insert("seal", [(sha256, part, self._sealed(sha256, part))])

    def _sealed(self, sha256: str, part: str) -> str:
        """Return the checksum of a story's rows in a table, or of a whole table, as they are."""
        if part not in OF_STORIES + WHOLE:
            return ""
        rows = (
            self.rows(f"SELECT * FROM {part} WHERE sha256 = ?", sha256)
            if part in OF_STORIES
            else self.rows(f"SELECT * FROM {part}")
        )
        return seal_all(rows)

    def sketches(self) -> dict[str, Sketch]:
        """Return the sketch of every story under its content path, oldest story first."""
        rows = self._db.execute(
            "SELECT path, data FROM sketch JOIN document USING (sha256)"
            f" WHERE {IN_FORCE} ORDER BY path"
        )
        return {path: Sketch.unpack(data) for path, data in rows}

    def sketch(self, sha256: str) -> Sketch | None:
        """Return the sketch of a story, or None if it has none."""
        rows = self.rows("SELECT data FROM sketch WHERE sha256 = ?", sha256)
        return Sketch.unpack(rows[0][0]) if rows else None

    def by_hand(self, sha256: str) -> dict[str, str]:
        """Return the lines by hand that a story's content file bore when it was last filed."""
        query = "SELECT field, value FROM evidence WHERE sha256 = ? AND rule = ?"
        return dict(self._db.execute(query, (sha256, RULE)))

    def remember(self, sha256: str, lines: Mapping[str, str]) -> None:
        """Note the lines by hand of a story's content file in place of those that were known."""
        self._db.execute("DELETE FROM evidence WHERE sha256 = ? AND rule = ?", (sha256, RULE))
        self._insert("evidence", [(sha256, *line, RULE, "") for line in lines.items()])
        self._seal(sha256, "evidence")

    def unverified(self) -> list[tuple[str, int]]:
        """Return names of organisations outside the authority that several stories have."""
        query = "SELECT value, count(DISTINCT sha256) FROM evidence WHERE field = ? GROUP BY 1"
        several = f"{query} HAVING count(DISTINCT sha256) > 1 ORDER BY 2 DESC, 1"
        return self.rows(several, UNVERIFIED)

    def tags(self, sha256: str) -> dict[tuple[str, str], bool]:
        """Return a story's tags, (desk, code) -> whether it is about it."""
        query = 'SELECT desk, code, "primary" FROM tag WHERE sha256 = ?'
        rows = self._db.execute(query, (sha256,))
        return {(desk, code): bool(primary) for desk, code, primary in rows}

    def retag(self, sha256: str, tags: Iterable[Tag]) -> None:
        """Take over the tags a person wrote into a content file; evidence of the others stays."""
        wanted = {(tag.desk, tag.code): tag for tag in tags}
        for key, primary in self.tags(sha256).items():
            if key in wanted and wanted[key].primary == primary:
                del wanted[key]
            else:
                gone = "DELETE FROM tag WHERE sha256 = ? AND desk = ? AND code = ?"
                self._db.execute(gone, (sha256, *key))
        self._insert("tag", [
            (sha256, t.desk, t.code, t.heading, int(t.primary), t.reason, "[]")
            for t in wanted.values()
        ])  # fmt: skip
        self._seal(sha256, "tag")

    def documents(
        self, only: Collection[str] | None = None, withdrawn: bool = False
    ) -> Iterator[tuple[RawDocument, Filed]]:
        """Give back filed documents as intake gave them, in the order of their content path.

        `only` are the SHA-256 of those that are wanted; without it, all. Those that were withdrawn
        are left out, unless it is they that are wanted.
        """
        few = sorted(only or ()) if only is not None and len(only) <= FEW else []
        among = f" AND d.sha256 IN ({', '.join('?' * len(few))})" if few else ""
        rows = self._db.execute(
            "SELECT d.sha256, media_type, encoding, repairs, fields, text, path, file_sha256,"
            " min(dump || char(0) || locator) FROM document d JOIN sighting USING (sha256)"
            f" WHERE {'NOT ' if withdrawn else ''}d.{IN_FORCE}{among}"
            " GROUP BY d.sha256 ORDER BY path",
            few,
        )
        for sha256, media_type, encoding, repairs, fields, text, path, file_sha256, place in rows:
            if only is not None and sha256 not in only:
                continue
            dump, locator = place.split("\0")
            origin = Provenance(dump, locator, sha256, encoding, tuple(json.loads(repairs)))
            words = zlib.decompress(text).decode("utf-8", "surrogatepass")
            yield (
                RawDocument(words, origin, media_type, json.loads(fields)),
                Filed(sha256, path, file_sha256),
            )

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a read-only question, as the report does."""
        return self._db.execute(query, values).fetchall()

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
