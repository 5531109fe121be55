"""A writer for each format: it is given rows one at a time and keeps none of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

from newsdesk.cells import row as csv_row
from newsdesk.errors import BadSetting
from newsdesk.export.tables import STORIES, TABLES, TAGS, Row, Table, Value

TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT"}
BATCH = 2000  # rows of a Parquet row group, and between two commits
INDEXES = (
    "CREATE INDEX stories_date ON stories (date)",
    "CREATE INDEX stories_source ON stories (source)",
    "CREATE INDEX stories_twins ON stories (twins)",
    "CREATE INDEX tags_heading ON tags (heading, about)",
)
# Datasette finds the search of a table by this `content=`.
SEARCH = (
    'CREATE VIRTUAL TABLE stories_fts USING fts5 (title, text, content="stories")',
    "INSERT INTO stories_fts (stories_fts) VALUES ('rebuild')",
)


class Writer(Protocol):
    """What `running.export` needs of a format."""

    files: tuple[str, ...]

    def write(self, table: Table, row: Row, tags: list[Row]) -> None:
        """Write a row; `tags` are a story's own, for formats that keep them with it."""

    def close(self) -> None:
        """Finish the files."""


class JsonLines:
    """stories.jsonl: a story a line, its tags inside."""

    files: tuple[str, ...] = ("stories.jsonl",)

    def __init__(self, folder: Path) -> None:
        self._file = (folder / self.files[0]).open("w", encoding="utf-8", newline="\n")

    def write(self, table: Table, row: Row, tags: list[Row]) -> None:
        """Write a story with its tags; headings are in the tags."""
        if table is STORIES:
            inside = [{k: v for k, v in tag.items() if k != "story"} for tag in tags]
            whole = {**{name: row[name] for name in STORIES.names}, "tags": inside}
            self._file.write(json.dumps(whole, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class Csv:
    """A CSV file for each table: UTF-8, RFC 4180, no cell that a spreadsheet would run."""

    files: tuple[str, ...] = tuple(f"{table.name}.csv" for table in TABLES)

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, IO[str]] = {}
        for table in TABLES:
            file = (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
            file.write(csv_row(table.names))
            self._files[table.name] = file

    def write(self, table: Table, row: Row, tags: list[Row]) -> None:
        """Write a row."""
        self._files[table.name].write(csv_row(tuple(_cell(row[name]) for name in table.names)))

    def close(self) -> None:
        """Finish the files."""
        for file in self._files.values():
            file.close()


class Sqlite:
    """archive.sqlite: keys, indexes and full-text search, ready for Datasette."""

    files: tuple[str, ...] = ("archive.sqlite",)

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / self.files[0], isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")  # a cut-off export is thrown away whole
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("BEGIN")
        for table in TABLES:
            self._db.execute(_create(table))

    def write(self, table: Table, row: Row, tags: list[Row]) -> None:
        """Insert a row."""
        marks = ", ".join("?" * len(table.columns))
        values = [row[name] for name in table.names]
        self._db.execute(f"INSERT INTO {table.name} VALUES ({marks})", values)

    def close(self) -> None:
        """Index the tables and finish the file."""
        for statement in (*INDEXES, *SEARCH, "COMMIT", "PRAGMA optimize"):
            self._db.execute(statement)
        self._db.close()


class Parquet:
    """A Parquet file for each table, in row groups of a bounded size. Needs pyarrow."""

    files: tuple[str, ...] = tuple(f"{table.name}.parquet" for table in TABLES)

    def __init__(self, folder: Path) -> None:
        try:
            pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
        except ImportError:
            raise BadSetting(
                "Parquet needs pyarrow: run BACKFILE_EXTRAS=parquet ./inv export again, or leave "
                "parquet out of --formats; nothing was written."
            ) from None
        self._pa = pa
        kinds = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
        kinds["date"] = pa.string()  # dates before 1678 have no place in some readers' types
        self._schemas: dict[str, Any] = {
            t.name: pa.schema([(c.name, kinds[c.kind]) for c in t.columns]) for t in TABLES
        }
        self._writers: dict[str, Any] = {
            name: pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in self._schemas.items()
        }
        self._rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}

    def write(self, table: Table, row: Row, tags: list[Row]) -> None:
        """Keep a row until its row group is full."""
        rows = self._rows[table.name]
        rows.append(row)
        if len(rows) >= BATCH:
            self._flush(table.name)

    def close(self) -> None:
        """Write what is left and finish the files."""
        for name, writer in self._writers.items():
            if self._rows[name]:
                self._flush(name)
            writer.close()

    def _flush(self, name: str) -> None:
        table = self._pa.Table.from_pylist(self._rows[name], schema=self._schemas[name])
        self._writers[name].write_table(table)
        self._rows[name].clear()


WRITERS: Mapping[str, type[Any]] = {
    "jsonl": JsonLines,
    "csv": Csv,
    "sqlite": Sqlite,
    "parquet": Parquet,
}


class All:
    """The writers of one export, closed together."""

    def __init__(self, folder: Path, formats: tuple[str, ...]) -> None:
        self._writers: list[Writer] = [WRITERS[name](folder) for name in formats]

    @property
    def files(self) -> list[str]:
        """The files they write."""
        return [name for writer in self._writers for name in writer.files]

    def write(self, table: Table, row: Row, tags: list[Row] | None = None) -> None:
        """Give a row to every format."""
        for writer in self._writers:
            writer.write(table, row, tags or [])

    def __enter__(self) -> All:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        for writer in self._writers:
            writer.close()


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def _create(table: Table) -> str:
    parts = [
        f'"{c.name}" {TYPES[c.kind]}' + (" NOT NULL" if c.required else "") for c in table.columns
    ]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [f"FOREIGN KEY ({n}) REFERENCES {t} ({k})" for n, (t, k) in table.points_to.items()]
    rest = " WITHOUT ROWID" if table is TAGS else ""
    return f"CREATE TABLE {table.name} ({', '.join(parts)}){rest}"
