"""Building the search index of a site: Pagefind's by year or month, tables, words, manifest.

Settings (all optional): TAG_SCOPE, which tags the filters hold ("primary" ones or all that are
"mentioned"; `mentions:` finds all in either case); SEARCH_INDEX_PATH, where the index goes in
the output; SEARCH_INDEX_MEMORY, megabytes the building may take together; ARTICLE_URL and
UNDATED_ARTICLE_URL, by which stories are linked.
"""

from __future__ import annotations

import csv
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from newsdesk.disk import write_aside, write_changed
from pelican.plugins.press.scan import Found, content_files

from .ahead import Ahead
from .bundle import FRESH
from .copies import write_twins
from .memory import index_path, memory_of, recall
from .pagefind_service import VERSION
from .shards import Shard, build_shards, facet_counts, find_shards, manifest_rows, mark_of
from .stopwords import STOPWORDS
from .stories import Addresses
from .sums import NAME as SUMS
from .sums import damaged, remove_made, write_sums
from .words import NAME as WORDS
from .words import bring_words

log = logging.getLogger(__name__)

# By which press finds content files, and what `build_index` is told by default.
CHOICE: dict[str, Any] = {
    "ARTICLE_PATHS": ["articles"],
    "ARTICLE_EXCLUDES": [],
    "IGNORE_FILES": [],
}
DEFAULTS: dict[str, Any] = {
    "SEARCH_INDEX_MEMORY": 2000,
    "UNDATED_ARTICLE_URL": "undated/{slug}.html",
    "TAG_SCOPE": "primary",
}


class Place(NamedTuple):
    """Where a site's stories and index lie, and how its index is made.

    `memory` is a folder for what is remembered between builds, `megabytes` what the processes may
    take together; `choice` are the settings by which press finds content files.
    """

    content: Path
    output: Path
    memory: Path
    addresses: Addresses = Addresses()
    megabytes: int = 2000
    choice: Mapping[str, Any] = CHOICE

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Place:
        """Return what some settings say."""
        settings = {**DEFAULTS, **given}
        return cls(
            Path(settings["PATH"]),
            Path(settings["OUTPUT_PATH"]) / index_path(settings),
            memory_of(settings),
            Addresses(
                settings["ARTICLE_URL"],
                settings["UNDATED_ARTICLE_URL"],
                settings["DEFAULT_LANG"],
                settings["TAG_SCOPE"],
            ),
            settings["SEARCH_INDEX_MEMORY"],
            {name: settings[name] for name in CHOICE},
        )

    def found(self) -> list[Found]:
        """Return the content files."""
        return content_files({**self.choice, "PATH": str(self.content)}, frozenset({"html"}))

    def lost(self) -> set[str]:
        """Return the shards of which files are gone or damaged; so may be the word list."""
        lost = damaged(self.output, self.memory)
        if WORDS in lost:
            (self.memory / WORDS).unlink(missing_ok=True)
        return lost

    def shards(self, found: Iterable[Found], lost: Collection[str]) -> list[Shard]:
        """Return the shards of content files."""
        return find_shards(self.content, found, self.output, self.memory, self.addresses, lost)


def build_index(
    place: Place,
    found: Iterable[Found],
    taken_over: Collection[str] | None = None,
    name_of: Callable[[str], str] | None = None,
) -> dict[str, Any]:
    """Bring an index up to date with the content files `found`; return its manifest.

    `taken_over` are the shards that this build made ahead, if it did. `name_of` tells what the site
    calls a code, where that isn't what the stories call it. Raises PagefindFailed.
    """
    output, memory = place.output, place.memory
    # Who made ahead has looked for damage.
    shards = place.shards(found, place.lost() if taken_over is None else ())
    every, kept = [], set()
    for facts, anew in build_shards(shards, place.megabytes):
        every.append(facts)
        kept |= set() if anew or facts.name in (taken_over or ()) else {facts.name}
        log.debug("search index of %s: %s", facts.name, "built" if anew else "unchanged")
    every.sort(key=lambda facts: facts.name)
    _drop_others(output, memory, {shard.name for shard in shards})
    headings = {code: name for facts in every for code, name in facts.headings.items()}
    copied = write_twins(every, place.content, place.choice, output)
    manifest = {
        "version": 1,
        "pagefind": VERSION,
        "tag": mark_of(every),
        "stories": sum(facts.count for facts in every),
        "shards": manifest_rows(every, copied),
        "facets": facet_counts(every),
        "headings": headings,
        "names": {
            code: name
            for code, heading in headings.items()
            if name_of and (name := name_of(code)) != heading
        },
        "map": world_grid(headings),
        "words": bring_words(every, output, memory),
        "stopwords": STOPWORDS,
    }
    write_changed(output / "manifest.json", orjson.dumps(manifest))
    write_sums(output, memory, kept)
    return manifest


def world_grid(codes: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return the place (column, row) of each of these countries in the world drawn as squares."""
    wanted = set(codes)
    with (Path(__file__).parent / "worldgrid.csv").open(encoding="utf-8") as rows:
        places = {
            row["code"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(rows)
        }
    return places if wanted & places.keys() else {}


def _drop_others(output: Path, memory: Path, names: set[str]) -> None:
    """Remove shards that no longer have stories, and what was remembered of them."""
    for table in output.glob("*/table.json"):
        if table.parent.name not in names:
            shutil.rmtree(table.parent)
    for begun in output.glob(f"*{FRESH}"):  # by a build that failed
        shutil.rmtree(begun)
    for facts in memory.glob("*.json"):
        if facts.stem not in names and facts.name != SUMS:
            facts.unlink()


def begin_ahead(given: Mapping[str, Any]) -> Ahead | None:
    """Begin to index the shards that changed; None where a process cannot be forked safely."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < 2:
        return None
    place = Place.of(given)

    def find() -> list[Shard]:
        return place.shards(place.found(), place.lost())

    return Ahead(find, _aside(given), place.megabytes)


def _aside(given: Mapping[str, Any]) -> Path:
    """Return where an index lies until the pages are in place."""
    site = Path(given["OUTPUT_PATH"]).absolute()
    return site.with_name(f".{site.name}.index")


def _leave_former(place: Place) -> None:
    """Delete the index from where it lay, if SEARCH_INDEX_PATH said something else then."""
    note, here = place.memory / "place", str(place.output)
    former = recall(note)
    if former not in (None, here):
        remove_made(Path(former), place.memory)
        shutil.rmtree(place.memory)
    if former != here:
        write_aside(note, orjson.dumps(here))


def _naming(edition: Any) -> Callable[[str], str] | None:
    """Return what tells the site's name of a country or body: translated, or the owner's own."""
    if edition is None:  # press is not there
        return None

    def name_of(code: str) -> str:
        name = str(edition.terms.get("country", code).name)
        return str(edition.terms.get("organization", code).name) if name == code else name

    return name_of


def index_site(pelican: Any) -> None:
    """Build the search index of the site just written, as far as it was not made ahead."""
    started = time.monotonic()
    edition = getattr(pelican, "edition", None)  # press may not be there
    place = Place.of(pelican.settings)
    ahead = getattr(edition, "ahead", None)
    _leave_former(place)
    done = ahead.take_over(place.output, place.memory) if ahead else None
    shutil.rmtree(_aside(pelican.settings), ignore_errors=True)  # of a build that was killed
    found = edition.found if edition else place.found()
    if edition and (edition.company or not edition.streams):  # plugins choose what is published
        urls = {record.path: record.url for record in edition.catalogue}
        found = [one for one in found if one.path in urls]
        given = {f"{place.content}{os.sep}{path}": url for path, url in urls.items()}
        place = place._replace(addresses=replace(place.addresses, given=given))
    manifest = build_index(place, found, done, _naming(edition))
    if edition and edition.count != manifest["stories"]:
        log.warning(
            "The site has %d stories, its search finds %d: it reads content files in HTML only.",
            edition.count, manifest["stories"],
        )  # fmt: skip
    log.info(
        "search index: %d stories in %d shards, %.1f s",
        manifest["stories"], len(manifest["shards"]), time.monotonic() - started,
    )  # fmt: skip
