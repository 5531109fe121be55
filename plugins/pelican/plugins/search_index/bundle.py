"""Makes one shard: a Pagefind bundle, the id table and the listing, from its stories.

Files written into the shard's folder:
- `pagefind-entry.json`, `pagefind.*.pf_meta`, `index/`, `filter/`, `fragment/`: Pagefind's own.
  The text in the fragments is the readers' text, the index behind it holds the plain words;
  both have their words at the same positions. The WebAssembly is shared by all shards.
- `table.json`: one row a story, newest first: Pagefind's id, day, facet codes, lengths.
- `mentions.json`: the same rows with every code a story bears.
- `postings.json`: the way into `index/`: which row a page is, which chunk holds a word.
- `listing.json`: the same rows with what a citation needs.
"""

from __future__ import annotations

import gzip
import itertools
import os
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from filecmp import cmp
from pathlib import Path
from typing import Any

import orjson
from newsdesk.fixity import files_in

from .metaindex import number_pages, postings
from .ordering import named_by, ordered_filter, ordered_meta
from .pagefind_service import PagefindService
from .stories import Story
from .sums import TWINS
from .tokens import forms_of, index_text

FRESH = ".new"  # behind the name of a shard on its way
SIGNATURE = b"pagefind_dcd"
SHARED = re.compile(r"^(pagefind\.js|pagefind-worker\.js|wasm\.unknown\.pagefind)$")
OWN = re.compile(r"^(pagefind-entry\.json|pagefind\..*\.pf_meta|(index|filter)/.*)$")
# Pagefind asks for BASE/wasm.NAME.pagefind: with this NAME it is the one beside the shards.
SHARED_WASM = "shared/../../wasm.unknown"
LISTED = ("byline", "place", "syndicator", "wire_id")


@dataclass
class Words:
    """What the stories of a shard say about words.

    `stories[word]` counts the stories a plain word stands in; `forms[lang]` maps each word as
    written (lower case) to its plain form, for finding relatives by the language's stemmer.
    """

    stories: Counter[str] = field(default_factory=Counter)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A story as it was sent to Pagefind."""

    story: Story
    shown: str
    length: int
    title_length: int
    filters: Mapping[str, list[str]]


def send(service: PagefindService, stories: Iterable[Story], words: Words) -> list[Indexed]:
    """Send stories to Pagefind; note their words and return them as rows of the table, newest
    first."""
    sent = []
    stretches: defaultdict[str, set[str]] = defaultdict(set)
    for story in stories:
        text = index_text((story.title, *story.paragraphs))
        stretches[story.lang.split("-")[0]] |= text.stretches
        words.stories.update(text.plain)
        filters = {
            "country": list(story.countries),
            "lang": [story.lang],
            "organization": list(story.organizations),
            "source": [story.source] if story.source else [],
            "year": [story.year],
        }
        given = {name: values for name, values in filters.items() if values}
        service.add(story.url, text.words, given)
        title = index_text((story.title,)).length
        sent.append(Indexed(story, text.shown, text.length, title, given))
    words.forms.update({lang: forms_of(texts) for lang, texts in stretches.items()})
    return sorted(sent, key=lambda one: (one.story.date, one.story.url), reverse=True)


def _fragment(one: Indexed) -> bytes:
    """Return a fragment as Pagefind writes it, but with the readers' text and what a hit shows."""
    story = one.story
    fragment = {
        "url": story.url,
        "content": one.shown,
        "word_count": len(one.shown.split()),
        "filters": one.filters,
        "meta": {"title": story.title, "date": story.date, "source": story.source},
        "anchors": [],
    }
    return gzip.compress(SIGNATURE + orjson.dumps(fragment), 6, mtime=0)


def _url(raw: bytes) -> str:
    """Return which story a fragment of Pagefind's is."""
    return str(orjson.loads(gzip.decompress(raw)[len(SIGNATURE) :])["url"])


def _entry(raw: bytes, meta: str) -> bytes:
    """Return Pagefind's entry, naming the shared program and the meta index as it is called now."""
    entry = orjson.loads(raw)
    for language in entry["languages"].values():
        language |= {"wasm": SHARED_WASM, "hash": meta}
    return orjson.dumps(entry)


def _days(rows: Sequence[Indexed]) -> list[int]:
    """Return the first row's day (days since 1970) and for every further row the step back."""
    epoch = date(1970, 1, 1).toordinal()
    days = [date.fromisoformat(one.story.date[:10]).toordinal() - epoch for one in rows]
    return [days[0], *(a - b for a, b in itertools.pairwise(days))]


def _column(rows: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """Return a facet as its codes (commonest first) and each row's places in them."""
    codes = [code for code, _ in Counter(code for row in rows for code in row).most_common()]
    place = {code: str(number) for number, code in enumerate(codes)}
    return {"codes": codes, "rows": " ".join(",".join(place[c] for c in row) for row in rows)}


def table(rows: Sequence[Indexed], ids: Sequence[str]) -> dict[str, Any]:
    """Return the id table of a shard; rows and ids are in the same order, newest first."""
    stories = [one.story for one in rows]
    made: dict[str, Any] = {
        "ids": " ".join(ids),
        "country": _column([story.countries for story in stories]),
        "organization": _column([story.organizations for story in stories]),
        "source": _column([(story.source,) if story.source else () for story in stories]),
        "lang": _column([(story.lang,) for story in stories]),
        "length": [one.length for one in rows],
        "title": [one.title_length for one in rows],
    }
    dated = [one for one in rows if one.story.date]  # those without a date come last
    if dated:
        made["days"] = _days(dated)
    return made


def listing(rows: Sequence[Indexed]) -> dict[str, list[str]]:
    """Return what citing the stories of a shard needs, column by column."""
    stories = [one.story for one in rows]
    columns = {
        "title": [story.title for story in stories],
        "url": [story.url for story in stories],
        "time": [story.date[11:16] for story in stories],
        **{name: [story.fields.get(name, "") for story in stories] for name in LISTED},
    }
    return {name: column for name, column in columns.items() if any(column)}


def write_bundle(
    rows: Sequence[Indexed], built: Callable[[], Sequence[tuple[str, bytes]]], folder: Path
) -> None:
    """Write a shard into folder, replacing what was there; `built` waits for Pagefind's files.

    Raises PagefindFailed.
    """
    fragments = {one.story.url: _fragment(one) for one in rows}
    files = built()
    fresh = folder.with_name(folder.name + FRESH)
    shutil.rmtree(fresh, ignore_errors=True)
    for sub in ("index", "filter", "fragment"):
        (fresh / sub).mkdir(parents=True)
    ids: dict[str, str] = {}
    for path, content in files:
        if path.startswith("fragment/"):
            url = _url(content)
            ids[url] = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            with open(f"{fresh}/{path}", "wb") as file:
                file.write(fragments[url])
    row_ids = [ids[one.story.url] for one in rows]
    filters = {
        Path(path).stem: ordered_filter(content, SIGNATURE)
        for path, content in files
        if path.startswith("filter/")
    }
    filter_names = {name: named_by(content) for name, content in filters.items()}
    (of_meta,) = (content for path, content in files if path.endswith(".pf_meta"))
    meta = ordered_meta(number_pages(of_meta, row_ids), filter_names)
    (fresh / "postings.json").write_bytes(orjson.dumps(postings(of_meta, row_ids)))
    for path, content in files:
        if SHARED.match(path):
            _keep_shared(folder.parent / path, fresh / path, content)
        if not OWN.match(path):
            continue
        if path == "pagefind-entry.json":
            content = _entry(content, named_by(meta))
        elif path.endswith(".pf_meta"):
            path, content = f"pagefind.{named_by(meta)}.pf_meta", meta
        elif path.startswith("filter/"):
            name = Path(path).stem
            path, content = f"filter/{filter_names[name]}.pf_filter", filters[name]
        (fresh / path).write_bytes(content)
    # The page's first shard also starts Pagefind's worker, which it looks for beside the entry.
    worker = dict(files)["pagefind-worker.js"]
    (fresh / "pagefind-worker.js").write_bytes(worker)
    short = [one.partition("_")[2] for one in row_ids]
    (fresh / "table.json").write_bytes(orjson.dumps(table(rows, short)))
    mentions = _column([one.story.mentions for one in rows])
    (fresh / "mentions.json").write_bytes(orjson.dumps(mentions))
    (fresh / "listing.json").write_bytes(orjson.dumps(listing(rows)))
    put_in_place(fresh, folder)


def put_in_place(fresh: Path, folder: Path) -> None:
    """Let a new shard take the place of the old one, which can be searched until the last moment.

    Files that bear a hash come first, those that name them next, what nobody names any more goes
    last. A file that is as it was stays, so that it need not be sent again. The list of near-copies
    is written apart from the shard and stays.
    """
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh, folder)
        return
    names = sorted(files_in(fresh), key=lambda name: (name.endswith((".json", ".js")), name))
    for name in names:
        new, old = f"{fresh}/{name}", f"{folder}/{name}"  # thousands: as Paths they take thrice
        if os.path.isfile(old) and cmp(old, new, shallow=False):
            continue
        os.makedirs(os.path.dirname(old), exist_ok=True)
        shutil.move(new, old)
    shutil.rmtree(fresh)
    for name in set(files_in(folder)).difference(names, {TWINS}):
        (folder / name).unlink()


def _keep_shared(path: Path, aside: Path, content: bytes) -> None:
    """Write a file all shards share, unless it is there already.

    Shards are made at the same time: each has its own place `aside` to write it first.
    """
    if not path.exists() or path.read_bytes() != content:
        aside.write_bytes(content)
        aside.replace(path)
