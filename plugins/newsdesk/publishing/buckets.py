"""A site in S3-compatible storage, through fsspec: what changed goes up, what is gone goes last.

Nothing switches all objects at once there. So what pages need goes up before the pages, stories
before the lists that lead to them, and what is to be deleted is deleted when all else is in place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from newsdesk.errors import NotPossible
from newsdesk.fixity import files_in

# Their names change with what is in them, so a reader's copy stays right for ever.
LASTING = (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter", ".pack")
FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=300"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
PAGE, LIST, WORKER = 1, 2, 3  # ranks: everything else goes before them
BATCH = 500  # files sent, or deleted, by one call


@dataclass(slots=True)
class Sent:
    """What was sent and deleted, or would be; `unchanged` counts what was there already."""

    sent: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unchanged: int = 0
    bytes: int = 0


def is_bucket(words: str) -> bool:
    """Tell an address of storage ("s3://bucket/folder") from what rsync sends to."""
    return "://" in words and not words.startswith("rsync://")


def send(
    site: Path, address: str, *, dry_run: bool = False, options: Mapping[str, Any] | None = None
) -> Sent:
    """Make what lies at `address` the built site; return what that took.

    `options` go to fsspec; keys and the server's address come from the environment, as everywhere
    (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL). Raises NotPossible when it can't
    be reached, or holds something that is no site; a run that was cut off goes on when run again.
    """
    system, root = _opened(address, options or {})
    try:
        return _send(site, system, root, address, dry_run)
    except (OSError, ValueError) as error:
        said = str(error).rstrip(".") or type(error).__name__
        raise NotPossible(
            f"{address} was not brought up to date: {said}. "
            "Files were added at most, none taken away before all were there; run it again."
        ) from None


def _send(site: Path, system: Any, root: str, address: str, dry_run: bool) -> Sent:
    there = _listed(system, root)
    if there and "index.html" not in there:
        raise NotPossible(
            f"{address} holds {len(there):,} files but no index.html, so it is no site. "
            "Name an empty place, or the right one; nothing was changed."
        )
    result, here = Sent(), set()
    for name in sorted(files_in(site), key=lambda name: (rank(name), *headers(name), name)):
        here.add(name)
        path = site / name
        if _same(path, there.get(name)):
            result.unchanged += 1
        else:
            result.sent.append(name)
            result.bytes += path.stat().st_size
    result.deleted = sorted(set(there) - here)
    if not dry_run:
        for batch, told in _batches(result.sent):
            kind, caching = told
            places = [f"{root}/{name}" for name in batch]
            system.put([str(site / name) for name in batch], places,
                       ContentType=kind, CacheControl=caching)  # fmt: skip
        for at in range(0, len(result.deleted), BATCH):
            system.rm([f"{root}/{name}" for name in result.deleted[at : at + BATCH]])
    return result


def rank(name: str) -> int:
    """Return when a file goes up: what pages need, pages, lists of pages and of texts, the entry
    of the search index and the app's worker.
    """
    last = name.rpartition("/")[2]
    if last in ("sw.js", "pagefind-entry.json"):
        return WORKER
    if last == "index.html" or last.endswith((".json", ".csv", ".xml")):
        return LIST
    return PAGE if last.endswith(".html") else 0


def headers(name: str) -> tuple[str, str]:
    """Return a file's content type and how long a browser may keep it."""
    ending = Path(name).suffix.lower()
    kind = TYPES.get(ending) or guess_type(name)[0] or "application/octet-stream"
    return kind, FOR_EVER if ending in LASTING else BRIEFLY


def _batches(names: Iterable[str]) -> Iterator[tuple[list[str], tuple[str, str]]]:
    """Yield files that may go up together: of one rank, with the same headers."""
    for (_, *told), group in groupby(names, key=lambda name: (rank(name), *headers(name))):
        members = list(group)
        for at in range(0, len(members), BATCH):
            yield members[at : at + BATCH], (told[0], told[1])


def _listed(system: Any, root: str) -> dict[str, Mapping[str, Any]]:
    system.invalidate_cache()
    try:
        found = system.find(root, detail=True)
    except FileNotFoundError:
        return {}
    return {name.removeprefix(root).lstrip("/"): facts for name, facts in found.items()}


def _same(path: Path, there: Mapping[str, Any] | None) -> bool:
    """Tell by size and by the ETag, which is the MD5 of what was sent in one piece."""
    if there is None or there.get("size") != path.stat().st_size:
        return False
    tag = str(there.get("ETag", "")).strip('"')
    with path.open("rb") as file:
        return tag == hashlib.file_digest(file, "md5").hexdigest()


def _opened(address: str, options: Mapping[str, Any]) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]

        system, root = url_to_fs(address, **options)
    except (ImportError, ValueError) as error:
        raise NotPossible(
            f"{address} cannot be opened: {str(error).rstrip('.')}. With "
            "BACKFILE_EXTRAS=remote the library for it is installed; nothing was sent."
        ) from None
    return system, str(root).rstrip("/")
