"""datapackage.json: what the files hold, as the Frictionless Data standard has it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsdesk.export.tables import STORIES, TABLES, Column, Table

NAME = "datapackage.json"
MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "parquet": "application/vnd.apache.parquet",
}
WHOLE = {
    "sqlite": "All tables, with full-text search.",
    "jsonl": "One story a line, its columns as in the table stories, its tags inside.",
}
READ = 1 << 20


def write_package(folder: Path, files: Iterable[str], title: str, homepage: str) -> None:
    """Describe the files of a folder in its datapackage.json."""
    about: dict[str, Any] = {"profile": "data-package", "name": "backfile-archive", "title": title}
    if homepage:
        about["homepage"] = homepage
    about["resources"] = [_resource(folder, name) for name in files]
    words = json.dumps(about, ensure_ascii=False, indent=2)
    (folder / NAME).write_text(words + "\n", encoding="utf-8")


def files_of(folder: Path) -> set[str]:
    """Return the files that a folder's datapackage.json lists, by name; none if it has none."""
    try:
        resources = json.loads((folder / NAME).read_text(encoding="utf-8"))["resources"]
        paths = {str(resource["path"]) for resource in resources}
    except (OSError, ValueError, LookupError, TypeError):
        return set()
    return {path for path in paths if Path(path).name == path and path not in ("", ".", "..")}


def _resource(folder: Path, name: str) -> dict[str, Any]:
    stem, _, ending = name.partition(".")
    table = next((table for table in TABLES if table.name == stem), STORIES)
    size, digest = _measure(folder / name)
    resource: dict[str, Any] = {
        "name": f"{stem}-{ending}",
        "path": name,
        "format": ending,
        "mediatype": MEDIA[ending],
        "bytes": size,
        "hash": f"sha256:{digest}",
        "description": WHOLE.get(ending, table.description),
    }
    if ending == "csv":
        resource |= {"type": "table", "profile": "tabular-data-resource", "encoding": "utf-8"}
        resource["schema"] = _schema(table)
    else:
        resource["type"] = "file"
    return resource


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.points_to:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": f"{other}-csv", "fields": [key]}}
            for name, (other, key) in table.points_to.items()
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "description": column.description,
    }
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _measure(path: Path) -> tuple[int, str]:
    """Return the size and the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(READ):
            digest.update(block)
    return path.stat().st_size, digest.hexdigest()
