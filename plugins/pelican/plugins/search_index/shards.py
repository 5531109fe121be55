"""Which shards there are, which changed, and how many may be built at once."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import orjson
from newsdesk.disk import write_aside
from newsdesk.workers import end_with
from pelican.plugins.press.scan import UNKNOWN, Found

from .bundle import Indexed, Words, send, write_bundle
from .memory import recall
from .pagefind_service import PagefindService
from .stories import UNDATED, Addresses, read_story
from .sums import SHARED, forget_sums

FORMAT = "4"  # raise when the files of a shard change their meaning
# Measured on news stories of 130 words (2.3 kB) and of 493: docs/search.md
MEGABYTES_PER_KILOBYTE = 0.055
MEGABYTES_PER_PROCESS = 120
MANY = 10_000  # stories of a year: from more on each of its months has an index of its own


@dataclass(frozen=True, slots=True)
class Facts:
    """What is remembered of a shard between builds, and told to the manifest."""

    name: str
    seen: str
    content: str
    count: int
    first: str = ""
    last: str = ""
    months: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: Sequence[str] = ()

    def as_words(self) -> Words:
        """Return the words of the shard."""
        return Words(Counter(self.words), {lang: dict(w) for lang, w in self.forms.items()})


@dataclass(frozen=True, slots=True)
class Shard:
    """The content files of a year, or of a month, and where their bundle goes."""

    name: str
    content: Path
    found: tuple[Found, ...]
    folder: Path
    memory: Path
    addresses: Addresses
    whole: bool = True  # False: of its bundle a file is gone or altered

    @property
    def paths(self) -> list[str]:
        """Its files; a Path for each of many thousand would cost more than all else here."""
        return [f"{self.content}{os.sep}{one.path}" for one in self.found]

    @property
    def kilobytes(self) -> float:
        """How large its files are together."""
        return sum(map(os.path.getsize, self.paths)) / 1000

    def seen(self) -> str:
        """Return a mark that changes when a file was touched; none while some are just written."""
        if any(one.stamp == UNKNOWN for one in self.found):
            return ""
        return hashlib.sha256(f"{FORMAT} {self.addresses} {self.found}".encode()).hexdigest()

    def text(self) -> str:
        """Return a mark that changes when a story changed: the bytes of all files."""
        whole = hashlib.sha256(f"{FORMAT} {self.addresses}".encode())
        for path in self.paths:
            whole.update(os.path.basename(path).encode())
            with open(path, "rb") as file:
                whole.update(file.read())
        return whole.hexdigest()

    def remembered(self) -> Facts | None:
        """Return the facts of the last build if its bundle is still whole."""
        told = recall(self.memory) if self.whole else None
        try:
            return Facts(**told) if told else None
        except TypeError:  # another version's
            return None

    def remember(self, facts: Facts) -> None:
        """Keep the facts for the next build."""
        write_aside(self.memory, orjson.dumps(facts))


def find_shards(
    content: Path,
    found: Iterable[Found],
    out: Path,
    memory: Path,
    addresses: Addresses,
    lost: Collection[str],
) -> list[Shard]:
    """Group content files by the year of their folder; what has no year is undated.

    A year of more than MANY stories is parted by month, so a story more is not all of it again.
    `lost` are the shards of which files are gone or damaged (SHARED: all of them).
    """
    months: defaultdict[tuple[str, str], list[Found]] = defaultdict(list)
    for one in found:
        if one.path.endswith(".html"):
            year, _, month = one.shard.partition("-")
            months[year if month else UNDATED, month].append(one)
    years: Counter[str] = Counter()
    for (year, _), files in months.items():
        years[year] += len(files)
    shards: defaultdict[str, list[Found]] = defaultdict(list)
    for (year, month), files in sorted(months.items()):
        shards[f"{year}-{month}" if month and years[year] > MANY else year] += files
    return [
        Shard(
            name,
            content,
            tuple(files),
            out / name,
            memory / f"{name}.json",
            addresses,
            whole=SHARED not in lost and name not in lost,
        )
        for name, files in shards.items()
    ]


def _facts(shard: Shard, rows: Iterable[Indexed], words: Words) -> Facts:
    stories = [row.story for row in rows]
    dates = sorted(story.date for story in stories if story.date)
    headings: dict[str, str] = {}
    for story in stories:
        headings.update({code: code for code in story.mentions if code not in headings})
        headings.update(story.headings)
    return Facts(
        name=shard.name,
        seen=shard.seen(),
        content=shard.text(),
        count=len(stories),
        first=dates[0][:10] if dates else "",
        last=dates[-1][:10] if dates else "",
        months=Counter(date[:7] for date in dates),
        facets={
            "country": Counter(code for story in stories for code in story.countries),
            "organization": Counter(code for story in stories for code in story.organizations),
            "source": Counter(story.source for story in stories if story.source),
            "lang": Counter(story.lang for story in stories),
        },
        headings=headings,
        words=words.stories,
        forms=words.forms,
        rows=[story.path for story in stories],
    )


def building(shard: Shard) -> Iterator[Facts]:
    """Read, index and write one shard, and remember its facts.

    They are yielded as soon as they are known, while Pagefind still works: who takes them can do
    something else meanwhile. Raises PagefindFailed.
    """
    shard.memory.unlink(missing_ok=True)  # cut off from here on, it is not as it was
    words = Words()
    with PagefindService() as service:
        found = (read_story(path, shard.addresses) for path in shard.paths)
        stories = [story for story in found if story]  # read first: Pagefind's replies disturb
        rows = send(service, stories, words)
        built = service.build()
        facts = _facts(shard, rows, words)
        yield facts
        if rows:
            write_bundle(rows, partial(service.files, built), shard.folder)
        else:  # drafts and withdrawn ones only: nothing of what they were may stay
            shutil.rmtree(shard.folder, ignore_errors=True)
    shard.remember(facts)


def build_shard(shard: Shard) -> Facts:
    """Read, index and write one shard; remember and return its facts. Raises PagefindFailed."""
    (facts,) = building(shard)
    return facts


def unchanged(shard: Shard) -> Facts | None:
    """Return the remembered facts if the stories are as they were, else None."""
    facts = shard.remembered()
    if facts is None:
        return None
    seen = shard.seen()
    if seen and facts.seen == seen:
        return facts
    if facts.content != shard.text():
        return None
    known = {name: getattr(facts, name) for name in Facts.__slots__}
    facts = Facts(**{**known, "seen": seen})
    shard.remember(facts)
    return facts


def at_once(shards: Sequence[Shard], megabytes: int) -> int:
    """Return how many shards may be built at the same time within so many megabytes."""
    largest = max(shard.kilobytes for shard in shards)
    each = MEGABYTES_PER_PROCESS + largest * MEGABYTES_PER_KILOBYTE
    return max(1, min(os.cpu_count() or 1, len(shards), int(megabytes / each)))


def build_shards(shards: Sequence[Shard], megabytes: int) -> Iterator[tuple[Facts, bool]]:
    """Yield every shard's facts and whether it was built anew; largest first, within memory."""
    changed = []
    for shard in shards:
        facts = unchanged(shard)
        if facts:
            yield facts, False
        else:
            changed.append(shard)
    if changed:
        forget_sums(changed[0].memory.parent, {shard.name for shard in changed})
    changed.sort(key=lambda shard: -len(shard.found))
    for facts in _built(changed, megabytes):
        yield facts, True


def _built(shards: Sequence[Shard], megabytes: int) -> Iterable[Facts]:
    processes = at_once(shards, megabytes) if shards else 1
    if processes == 1:
        return map(build_shard, shards)
    # Forked where that is safe: a process then need not load Python's modules once more.
    kind = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, kind, initializer=end_with, initargs=(os.getpid(),))
    with pool:
        return list(pool.map(build_shard, shards))


def facet_counts(every: Iterable[Facts]) -> dict[str, dict[str, int]]:
    """Return how many stories each facet value has in the whole archive, commonest first."""
    whole: dict[str, Counter[str]] = {}
    for facts in every:
        for facet, counts in facts.facets.items():
            whole.setdefault(facet, Counter()).update(counts)
    return {facet: dict(counts.most_common()) for facet, counts in whole.items()}


def newest_first(every: Iterable[Facts]) -> list[Facts]:
    """Return the shards that have stories in the manifest's order: the undated come last."""
    found = [facts for facts in every if facts.count]
    return sorted(found, key=lambda facts: (facts.last, facts.name), reverse=True)


def mark_of(every: Iterable[Facts]) -> str:
    """Return a mark of the archive that changes when a story of any shard does."""
    marks = sorted(facts.name + facts.content for facts in every)
    return hashlib.sha256("".join(marks).encode()).hexdigest()[:10]


def manifest_rows(every: Iterable[Facts], copied: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the manifest's line of every shard.

    `copied` maps the shards that have twins to a mark of their list.
    """
    return [
        {
            "name": facts.name,
            "count": facts.count,
            "from": facts.first,
            "to": facts.last,
            "tag": facts.content[:10],
            "months": facts.months,
            "twins": copied.get(facts.name, ""),
        }
        for facts in newest_first(every)
    ]
