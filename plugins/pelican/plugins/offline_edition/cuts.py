"""A part of the archive as an edition: some countries, organisations, sources, a stretch of time.

Lists, counts and search must be those of the part, so a site is built from the part's stories. A
story's own page is that of the whole site, if it has one: its links that leave the part are there,
and the edition shows them as such.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican.plugins.press.contentfile import parse
from pelican.plugins.search_index.stories import Addresses, read_story

from .carriage import EditionFailed

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Cut:
    """Which stories to take: one of each kind that is named. Names are in lower case, `first` and
    `last` ISO days, months or years; what is empty takes all."""  # fmt: skip

    countries: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    first: str = ""
    last: str = ""

    @classmethod
    def of(
        cls,
        countries: Iterable[str],
        organizations: Iterable[str],
        sources: Iterable[str],
        first: str,
        last: str,
    ) -> Cut:
        """Return the cut a user asked for. Raises EditionFailed for a date that is none."""
        for day in filter(None, (first, last)):
            if not _DAY.fullmatch(day):
                raise EditionFailed(f"«{day}» is no date; say 2024, 2024-03 or 2024-03-15.")
        names = (
            frozenset(one.lower() for one in some) for some in (countries, organizations, sources)
        )
        return cls(*names, first, last)

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return self != ALL

    def __str__(self) -> str:
        """Say it, as in "country af, from 2024-03"."""
        told = [
            f"{kind} {' or '.join(sorted(names))}"
            for kind, names in (
                ("country", self.countries),
                ("organization", self.organizations),
                ("source", self.sources),
            )
            if names
        ]
        told += [f"from {self.first}"] * bool(self.first) + [f"to {self.last}"] * bool(self.last)
        return ", ".join(told)

    def takes(self, facts: Mapping[str, str]) -> bool:
        """Whether a story with this metadata belongs to the part."""
        codes = [_listed(facts.get(name, "")) for name in ("countries", "organizations")]
        headings = _listed(facts.get("tags", ""))
        tagged = dict(zip((*codes[0], *codes[1]), headings, strict=False))
        source, day = facts.get("source", "").lower(), facts.get("date", "")[:10]
        return (
            _meets(self.countries, codes[0], tagged)
            and _meets(self.organizations, codes[1], tagged)
            and (not self.sources or source in self.sources)
            and (not self.first or day >= self.first)
            and (not self.last or "" < day[: len(self.last)] <= self.last)
        )


ALL = Cut()


def _meets(wanted: frozenset[str], codes: Iterable[str], headings: Mapping[str, str]) -> bool:
    return not wanted or any(c in wanted or headings.get(c) in wanted for c in codes)


def _listed(value: str) -> list[str]:
    return [part.lower() for piece in value.split(";") if (part := piece.strip().rstrip("*"))]


def build_part(
    whole: Path, folder: Path, cut: Cut, settings: Mapping[str, Any], conf: Path
) -> Path:
    """Build the site of a part of an archive below `folder` and return where it is.

    `whole` is the whole site, `conf` is pelicanconf.py and `settings` what it says. Raises
    EditionFailed.
    """
    content, site = folder / "content", folder / "site"
    source = Path(settings["PATH"])
    articles = source / (settings.get("ARTICLE_PATHS") or [""])[0]
    chosen = list(_chosen(articles, cut))
    if not chosen:
        raise EditionFailed(f"No story of this archive is of the part you named: {cut}.")
    for path in _beside(source, articles):
        _lay(path, content / path.relative_to(source))
    for path in chosen:
        _lay(path, content / path.relative_to(source))
    _build(content, site, settings, conf)
    addresses = Addresses(
        settings["ARTICLE_URL"],
        settings.get("UNDATED_ARTICLE_URL", Addresses().undated),
        settings["DEFAULT_LANG"],
    )
    for path in chosen:
        story = read_story(path, addresses)
        if story and (whole / story.url).is_file():
            shutil.copyfile(whole / story.url, site / story.url)
    return site


def _chosen(articles: Path, cut: Cut) -> Iterator[Path]:
    for path in sorted(articles.rglob("*.html")):
        if cut.takes(_facts(path)):
            yield path


def _facts(path: Path) -> Mapping[str, str]:
    """Return a content file's metadata, of one that a person wrote too."""
    sheet = parse(path.read_text("utf-8", "replace"))
    if sheet:
        return sheet.facts
    from lxml import etree, html

    try:
        tree = html.document_fromstring(path.read_bytes())
    except (etree.ParserError, ValueError):
        return {}
    return {meta.get("name", "").lower(): meta.get("content", "") for meta in tree.iter("meta")}


def _beside(source: Path, articles: Path) -> Iterator[Path]:
    """Yield what lies beside the stories: pages, pictures, the list of twins."""
    for path in sorted(source.rglob("*")):
        if path.is_file() and articles not in path.parents and path.suffix != ".sqlite":
            yield path


def _lay(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target)
    except OSError:  # another disk
        shutil.copyfile(path, target)


def _build(content: Path, site: Path, settings: Mapping[str, Any], conf: Path) -> None:
    """Run Pelican, in a process of its own because it keeps what it learned."""
    authority = Path(settings["PATH"]).parent / "authority"
    extra = {"CACHE_PATH": str(content.parent / "cache")}
    if authority.is_dir() and not settings.get("AUTHORITY_PATH"):
        extra["AUTHORITY_PATH"] = str(authority)
    words = [sys.executable, "-m", "pelican", str(content), "--output", str(site)]
    words += ["--settings", str(conf), "--fatal", "errors", "--extra-settings"]
    words += [f"{name}={json.dumps(value)}" for name, value in extra.items()]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=conf.parent)
    if done.returncode:
        raise EditionFailed(f"The part could not be built. Pelican said:\n{done.stderr[-2000:]}")
