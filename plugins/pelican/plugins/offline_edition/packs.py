"""The site in packs, for keeping it offline: a month's pages and stories, a year's search index.

A pack is gzip of `BFP1`, the length of the head (4 bytes, little-endian), the head (JSON: path ->
[start, length] after the head) and the files one after another. Its name bears a mark of what is
in it, so a pack once fetched stays right. Only packs whose files changed are made again.
"""

from __future__ import annotations

import gzip
import os
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

import orjson
from newsdesk.disk import write_aside

MAGIC = b"BFP1"
FORMAT = 1  # raise when the meaning of a pack changes
BUCKETS = 8  # of lists: what stories share, apart by kind and heading
UNDATED = "undated"
CORE, LISTS = "core", "lists"
_DATED = re.compile(r"(\d{4})/(?:(\d\d)/)?")


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as the plan tells it: `group` is what a reader can choose, sizes are in bytes."""

    name: str
    group: str
    file: str
    packed: int
    unpacked: int
    seen: str

    def told(self) -> dict[str, Any]:
        """Return what the page is told."""
        names = ("name", "group", "file", "packed", "unpacked")
        return {name: getattr(self, name) for name in names}


def group_of(path: str, index: str) -> str:
    """Return the group a file belongs to: a year, "undated", "core" (search) or "lists".

    The service worker asks the same of an address (`groupOf` in worker.js).
    """
    inside = path.removeprefix(f"{index}/")
    first = inside.partition("/")[0]
    year = re.fullmatch(r"(\d{4})(-\d\d)?", first)
    if year or first == UNDATED:
        return year[1] if year else first
    return CORE if inside != path else LISTS


def name_of(path: str, index: str, months: Mapping[str, str]) -> str:
    """Return the name of the pack a file goes into.

    `months` says the month of each story's text in the search index, by its path.
    """
    group = group_of(path, index)
    if group == LISTS:
        inner = "old" if "/page/" in path or path.startswith("page/") else "new"
        heading = "/".join(path.split("/")[:2])
        return f"{LISTS}-{inner}-{crc32(heading.encode()) % BUCKETS}"
    if path.startswith(f"{index}/"):
        return months.get(path, group if group == CORE else f"{group}-search")
    dated = _DATED.match(path)
    return f"{group}-{dated[2]}" if dated and dated[2] else group


def story_months(site: Path, index: str, shards: Iterable[str]) -> dict[str, str]:
    """Return the month pack of each story's text in the search index, by the text's path."""
    months = {}
    for shard in shards:
        folder = site / index / shard
        ids = orjson.loads((folder / "table.json").read_bytes())["ids"].split(" ")
        urls = orjson.loads((folder / "listing.json").read_bytes())["url"]
        for one, url in zip(ids, urls, strict=True):
            name = name_of(url, index, {})
            months[f"{index}/{shard}/fragment/und_{one}.pf_fragment"] = name
    return months


def write_packs(
    site: Path, folder: str, packs: Mapping[str, str], memory: Path, index: str
) -> list[Pack]:
    """Write the packs of a site into `folder` below it; return them by name.

    `packs` says into which pack each file goes; `memory` is a file for what is remembered between
    builds. Packs of former builds are removed.
    """
    known = _remembered(memory)
    files = defaultdict(list)
    for file, pack in packs.items():
        files[pack].append(file)
    (site / folder).mkdir(parents=True, exist_ok=True)

    def make(name: str) -> Pack:
        return _make(site, folder, name, group_of(files[name][0], index), files[name], known)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(make, sorted(files)))
    kept = {pack.file for pack in made}
    for path in (site / folder).iterdir():
        if f"{folder}/{path.name}" not in kept:
            path.unlink()
    facts = {pack.name: [getattr(pack, key) for key in Pack.__slots__] for pack in made}
    write_aside(memory, orjson.dumps({"format": FORMAT, "packs": facts}))
    return made


def read_pack(data: bytes) -> dict[str, bytes]:
    """Return the files of a pack by path."""
    raw = gzip.decompress(data)
    (length,) = struct.unpack("<I", raw[4:8])
    head = orjson.loads(raw[8 : 8 + length])
    body = raw[8 + length :]
    return {path: body[start : start + size] for path, (start, size) in head.items()}


def _remembered(memory: Path) -> dict[str, Pack]:
    told = orjson.loads(memory.read_bytes()) if memory.exists() else {}
    if told.get("format") != FORMAT:
        return {}
    return {name: Pack(*facts) for name, facts in told["packs"].items()}


def _make(
    site: Path, folder: str, name: str, group: str, files: Iterable[str], known: Mapping[str, Pack]
) -> Pack:
    """Make a pack, unless its files are as they were: by names, sizes and times, then by bytes."""
    seen = _seen(site, files)
    last = known.get(name)
    whole = last is not None and (site / last.file).is_file()
    if last and whole and last.seen == seen:
        return last
    raw = _joined(site, files)
    file = f"{folder}/{name}.{sha256(raw).hexdigest()[:12]}.pack"
    if last and whole and last.file == file:
        return Pack(name, group, file, last.packed, last.unpacked, seen)
    data = gzip.compress(raw, 6, mtime=0)
    write_aside(site / file, data)
    return Pack(name, group, file, len(data), len(raw), seen)


def _seen(site: Path, files: Iterable[str]) -> str:
    mark = sha256()
    for name in files:
        stat = os.stat(site / name)
        mark.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return mark.hexdigest()


def _joined(site: Path, files: Iterable[str]) -> bytes:
    head, bodies, start = {}, [], 0
    for name, data in _plain(site, files):
        head[name] = start, len(data)
        bodies.append(data)
        start += len(data)
    told = orjson.dumps(head)
    return b"".join([MAGIC, struct.pack("<I", len(told)), told, *bodies])


def _plain(site: Path, files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield files by path; those of the index unpacked, which Pagefind reads as well, because what
    is packed twice is not smaller."""
    for name in files:
        data = (site / name).read_bytes()
        yield name, gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
