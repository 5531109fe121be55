"""The search index as classic scripts: what a page opened from a folder can still load.

A browser gives a page on file:// no fetch, no module and no worker from a file, but it runs
`<script src>`. So every file of the index becomes a script that hands over its bytes, and
`carrier.js` reads them in the place of fetch. Pagefind itself becomes a classic script by edits
whose places are counted; a Pagefind that looks different is refused.
"""

from __future__ import annotations

import base64
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

KNOWN = ("1.5.2",)  # the versions of Pagefind whose program was read and tried
PACK_BYTES = 48_000  # compressed stories in a pack; a third more as base64
SIGNATURE = b"pagefind_dcd"
EXPORTS = re.compile(r"\bexport\s*\{([^{}]*)\}\s*;?\s*$")
IMPORT = re.compile(r"\bimport\s*[.({\"'*]|\bimportScripts\b")
ADDRESS = "import.meta.url"
ADDRESSES = 4  # places where Pagefind asks for its own address
FETCHES = 2  # ... and calls fetch, in the page's program and in the worker's


class EditionFailed(RuntimeError):
    """An edition cannot be made; the message is a sentence for the user."""


def write_carriage(index: Path, folder: Path) -> dict[str, Any]:
    """Write the search index of a built site as scripts into folder; return the site's manifest.

    Raises EditionFailed when there is no index or its Pagefind is not one of KNOWN.
    """
    manifest = read_index(index)
    shards = [shard["name"] for shard in manifest["shards"]]
    scripts = dict(_scripts(index, shards))
    scripts["program.js"] = _program(index, shards)
    scripts["carrier.js"] = (Path(__file__).parent / "carrier.js").read_text("utf-8")
    for name, script in scripts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, "utf-8")
    return manifest


def read_index(index: Path) -> dict[str, Any]:
    """Return the manifest of a site's search index. Raises EditionFailed when there is none."""
    if not (index / "manifest.json").is_file():
        raise EditionFailed(f"There is no search index in {index}. Build the site: ./inv build")
    told: dict[str, Any] = orjson.loads((index / "manifest.json").read_bytes())
    return told


def classic(program: str) -> str:
    """Return Pagefind's module as the body of a function of (fetch, Worker, address).

    Raises EditionFailed unless every edited place is there as often as expected.
    """
    exports = EXPORTS.search(program)
    words = len(re.findall(r"\bexport\b", program)), len(IMPORT.findall(program))
    whole = exports is not None and (words, program.count(ADDRESS), _calls(program)) == (
        (1, ADDRESSES),
        ADDRESSES,
        (FETCHES, 1),
    )
    if not whole or exports is None:
        raise EditionFailed(
            f"The program of Pagefind {_version_in(program)} is not built as expected; "
            f"an edition can be made with Pagefind {' or '.join(KNOWN)}."
        )
    names = [name.strip() for name in exports[1].split(",")]
    body = program[: exports.start()].replace(ADDRESS, "address")
    return f'"use strict";\n{body}\nreturn {{{", ".join(names)}}};'


def _calls(program: str) -> tuple[int, int]:
    """Return how often a program calls the fetch and makes the Worker it sees."""
    return len(re.findall(r"(?<![\w.$])fetch\(", program)), program.count("new Worker(")


def _version_in(program: str) -> str:
    found = re.search(r'pagefind_version="([^"]*)"', program)
    return found[1] if found else "of an unknown version"


def _program(index: Path, shards: Iterable[str]) -> str:
    """Return the script with Pagefind, its worker, its WebAssembly and every shard's entry."""
    page = (index / "pagefind.js").read_text("utf-8")
    worker = (index / "pagefind-worker.js").read_text("utf-8")
    entries = {f"{shard}/pagefind-entry.json": index / shard for shard in shards}
    raw = {name: (folder / "pagefind-entry.json").read_bytes() for name, folder in entries.items()}
    versions = {_version_in(page), _version_in(worker)}
    versions |= {orjson.loads(entry)["version"] for entry in raw.values()}
    for strange in sorted(versions - set(KNOWN)):
        raise EditionFailed(
            f"This index was made with Pagefind {strange}; an edition can be made with "
            f"Pagefind {' or '.join(KNOWN)}, because its program has to be changed a little."
        )
    if _calls(worker) != (FETCHES, 0) or IMPORT.search(worker):
        raise EditionFailed(f"The worker of Pagefind {min(versions)} is not built as expected.")
    raw["wasm.unknown.pagefind"] = (index / "wasm.unknown.pagefind").read_bytes()
    files = _json({name: _base64(data) for name, data in sorted(raw.items())})
    return (
        f'backfileEdition.keep("program", {{\nfiles: {files},\nworker: {_json(worker)},\n'
        f"make(fetch, Worker, address) {{\n{classic(page)}\n}} }});\n"
    )


def _scripts(index: Path, shards: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield _twin("manifest.json", _packed((index / "manifest.json").read_bytes()))
    for words in sorted((index / "words").glob("*.txt")):
        yield _twin(f"words/{words.name}", _packed(words.read_bytes()))
    for shard in shards:
        for path in sorted((index / shard).glob("*.json")):
            if path.name != "pagefind-entry.json":  # it is in program.js
                yield _twin(f"{shard}/{path.name}", _packed(path.read_bytes()))
        # Filters are for other interfaces: the page counts facets by the id table.
        for path in sorted((index / shard).glob("*.pf_meta")):
            yield _twin(f"{shard}/{path.name}", path.read_bytes())
        for path in sorted((index / shard / "index").iterdir()):
            yield _twin(f"{shard}/index/{path.name}", path.read_bytes())
        yield from _stories(index / shard, shard)


def _stories(folder: Path, shard: str) -> Iterator[tuple[str, str]]:
    """Yield the stories of a shard in packs, in the order of the id table: newest first."""
    ids = orjson.loads((folder / "table.json").read_bytes())["ids"].split(" ")
    sizes = sum((folder / "fragment" / f"und_{one}.pf_fragment").stat().st_size for one in ids)
    per = max(1, round(PACK_BYTES * len(ids) / sizes))
    yield _twin(f"{shard}/packs.json", _packed(_bytes({"ids": " ".join(ids), "per": per})))
    for number, start in enumerate(range(0, len(ids), per)):
        pack = {one: _fragment(folder, one) for one in ids[start : start + per]}
        yield _twin(f"{shard}/stories/{number}", _packed(_bytes(pack)))


def _fragment(folder: Path, one: str) -> str:
    raw = gzip.decompress((folder / "fragment" / f"und_{one}.pf_fragment").read_bytes())
    if not raw.startswith(SIGNATURE):
        raise EditionFailed(f"The story {one} in {folder} is not a fragment of Pagefind's.")
    return raw.decode("utf-8")


def _twin(name: str, data: bytes) -> tuple[str, str]:
    return f"{name}.js", f"backfileEdition.keep({_json(name)}, {_json(_base64(data))});\n"


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(thing: Mapping[str, Any]) -> bytes:
    return orjson.dumps(thing)


def _json(thing: Any) -> str:
    return orjson.dumps(thing).decode("utf-8")
