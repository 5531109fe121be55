"""The accession register: every document seen, where it came from and what became of it.

One SQLite file beside the content. It holds enough to file every story again without its dump:
the decoded original (compressed), the stated fields, the cuts, the evidence, the tags.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from newsdesk.corrections import RULE
from newsdesk.errors import RegisterInUse
from newsdesk.records import Provenance, RawDocument, SetAside, Tag, TaggedArticle
from newsdesk.twins import Sketch, sketch

try:
    import fcntl
except ImportError:  # Windows: SQLite's own lock still keeps two writers apart
    fcntl = None  # type: ignore[assignment]

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
"""
DETAILS = ("cut", "evidence", "doubt", "tag", "sketch")


@dataclass(frozen=True, slots=True)
class Filed:
    """A document's entry: its id, its content file and the hash of what filing wrote there."""

    sha256: str
    path: str
    file_sha256: str


class Register:
    """The open register. One writer at a time; nothing is written unless something is new."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    @contextmanager
    def open(cls, path: Path, lock: Path) -> Iterator[Register]:
        """Open or create the register at `path` for one run, holding the file `lock` meanwhile.

        Raises RegisterInUse when another run holds it, naming that run's process.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        with _held(lock):
            db = sqlite3.connect(path, isolation_level="IMMEDIATE")
            try:
                if not db.execute("SELECT 1 FROM sqlite_master").fetchone():
                    db.executescript(f"BEGIN; {SCHEMA} COMMIT;")  # all tables or, killed, none
                yield cls(db)
                db.commit()
            finally:
                db.close()

    def commit(self) -> None:
        """Make everything so far lasting."""
        self._db.commit()

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
        return True

    def accept(self, tagged: TaggedArticle, filed: Filed) -> None:
        """Enter a story and its whole account, replacing an older account of the same document."""
        article, raw = tagged.article, tagged.article.raw
        for table in DETAILS:
            self._db.execute(f"DELETE FROM {table} WHERE sha256 = ?", (filed.sha256,))
        day = article.date.isoformat() if article.date else article.partial_date
        row = (
            filed.sha256, raw.media_type, raw.provenance.encoding, _json(raw.provenance.repairs),
            _json(dict(raw.fields)), zlib.compress(raw.text.encode("utf-8", "surrogatepass")),
            article.title, day, article.source, filed.path, filed.file_sha256,
        )  # fmt: skip
        self._insert("document", [(*row, _seal(row))])
        key = filed.sha256
        self._insert("sketch", [(key, sketch(article.paragraphs).pack())])
        self._insert("cut", [(key, c.start, c.end, c.rule) for c in article.cuts])
        self._insert("doubt", [(key, d.start, d.end, d.rule, d.score) for d in article.doubts])
        self._insert(
            "evidence", [(key, e.field, e.value, e.rule, e.quote) for e in article.evidence]
        )
        self._insert("tag", [
            (key, t.desk, t.code, t.heading, int(t.primary), t.reason,
             _json([[m.paragraph, m.start, m.end, m.reason] for m in t.mentions]))
            for t in tagged.tags
        ])  # fmt: skip

    def filed(self) -> Iterator[Filed]:
        """Yield the entry of every filed document, in the order of its content path."""
        rows = self._db.execute("SELECT sha256, path, file_sha256 FROM document ORDER BY path")
        return (Filed(*row) for row in rows)

    def damage(self) -> Iterator[str]:
        """Yield a sentence for every fault of the register itself: pages, seals."""
        for (words,) in self._db.execute("PRAGMA integrity_check"):
            if words != "ok":
                yield f"is damaged: {words}"
        for *row, seal in self._db.execute("SELECT * FROM document ORDER BY sha256"):
            if _seal(row) != seal:
                yield f"has an entry that was changed: document {row[0]} ({row[9]})"

    def sketches(self) -> dict[str, Sketch]:
        """Return the sketch of every story under its content path, oldest story first."""
        rows = self._db.execute(
            "SELECT path, data FROM sketch JOIN document USING (sha256) ORDER BY path"
        )
        return {path: Sketch.unpack(data) for path, data in rows}

    def by_hand(self, sha256: str) -> dict[str, str]:
        """Return the lines by hand that a story's content file bore when it was last filed."""
        query = "SELECT field, value FROM evidence WHERE sha256 = ? AND rule = ?"
        return dict(self._db.execute(query, (sha256, RULE)))

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

    def documents(self, only: Collection[str] | None = None) -> Iterator[tuple[RawDocument, Filed]]:
        """Give back filed documents as intake gave them, in the order of their content path.

        `only` are the SHA-256 of those that are wanted; without it, all.
        """
        rows = self._db.execute(
            "SELECT d.sha256, media_type, encoding, repairs, fields, text, path, file_sha256,"
            " min(dump || char(0) || locator) FROM document d JOIN sighting USING (sha256)"
            " GROUP BY d.sha256 ORDER BY path"
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

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._db.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)


def _seal(row: Iterable[object]) -> str:
    """Return the checksum of an entry, so that a changed byte of it is found."""
    digest = hashlib.sha256()
    for value in row:
        data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@contextmanager
def _held(lock: Path) -> Iterator[None]:
    """Hold the register for one process; the system lets go of it even after kill -9."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+", encoding="ascii") as file:
        _take(file)
        yield


def _take(file: IO[str]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise RegisterInUse(
            f"The register is held by another run (process {file.read().strip() or 'unknown'}). "
            "Wait until it ends and run this again; nothing was changed."
        ) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
