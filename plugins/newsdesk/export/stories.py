"""Stories as rows: read from the content files one at a time, in the order of their paths."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path

from lxml import html as lxml_html

from newsdesk.archive import Archive
from newsdesk.authority import Authority
from newsdesk.export.tables import Row, Value

HEAD = re.compile(r"<title>(.*?)</title>(.*?)</head>\s*<body[^>]*>(.*)</body>", re.DOTALL)
META = re.compile(r'<meta name="([a-z_]+)" content="([^"]*)">')
# A body as filing writes it: paragraphs one by one, marks of tags inside, nothing else.
PARAGRAPH = re.compile(r"<p>(.*?)</p>\s*", re.DOTALL)
MARK = re.compile(r'</?span(?: data-tag="[^"]*")?>')
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "blockquote", "pre", "td", "div")
PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories are wanted; what is empty asks for nothing."""

    countries: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None

    def wants(self, told: Told) -> bool:
        """Tell whether a story is wanted. With a first or last day, undated ones are not."""
        facts = told.facts
        day = facts.get("date", "")[:10]
        codes = {tag.code for tag in told.tags if tag.kind == "country"}
        keys = {tag.code for tag in told.tags if tag.kind == "organization"}
        return (
            (not self.countries or not self.countries.isdisjoint(codes))
            and (not self.organizations or not self.organizations.isdisjoint(keys))
            and (not self.sources or facts.get("source") in self.sources)
            and (not self.languages or facts.get("lang") in self.languages)
            and (self.first is None or day >= self.first.isoformat())
            and (self.last is None or ("" < day <= self.last.isoformat()))
        )


@dataclass(frozen=True, slots=True)
class Tagged:
    """A heading of a story."""

    kind: str
    code: str
    name: str
    about: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a content file says."""

    path: str
    title: str
    facts: dict[str, str]
    paragraphs: tuple[str, ...]
    tags: tuple[Tagged, ...] = field(default=())


def read(archive: Archive, authority: Authority) -> Iterator[Told]:
    """Yield every published story of an archive, in the order of its content path."""
    for path in _files(archive.articles):
        told = _told(path, str(path.relative_to(archive.articles).as_posix()), authority)
        if told is not None:
            yield told


def story_row(told: Told, twins: int | None, site: str) -> Row:
    """Return a story as a row of the table `stories`."""
    facts, text = told.facts, "\n\n".join(told.paragraphs)
    day, _, time = facts.get("date", "").replace("T", " ").partition(" ")
    row: dict[str, Value] = {
        "id": facts.get("story", "") or told.path,
        "title": told.title,
        "date": day or None,
        "time": time,
        "text": text,
        "words": len(text.split()),
        "truncated": facts.get("truncated") == "yes",
        "twins": twins,
        "dir": facts.get("dir", "ltr"),
        "original": facts.get("original") or facts.get("url", ""),
        "permalink": f"{site}/{_permalink(told, day)}" if site else _permalink(told, day),
    }
    names = ("partial_date", "source", "syndicator", "byline", "dateline", "place", "lang")
    row |= {name: facts.get(name, "") for name in (*names, "wire_id", "rights", "dump")}
    return row


def twin_groups(archive: Archive) -> dict[str, int]:
    """Return the number of each near-copy's group, by content path."""
    if not archive.twins.exists():
        return {}
    with archive.twins.open(encoding="utf-8") as lines:
        groups = enumerate((line.rstrip("\n").split("\t") for line in lines), 1)
        return {path: number for number, paths in groups for path in paths}


def _files(folder: Path) -> Iterator[Path]:
    """Yield content files in order, one folder in memory at a time."""
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.is_dir():
            yield from _files(Path(entry.path))
        elif entry.name.endswith(".html") and not entry.name.startswith("."):
            yield Path(entry.path)


def _told(path: Path, name: str, authority: Authority) -> Told | None:
    text = path.read_text(encoding="utf-8")
    found = HEAD.search(text)
    if found is None:
        return None
    title, head, body = found.groups()
    facts = {key: unescape(value) for key, value in META.findall(head)}
    if facts.get("status", PUBLISHED).lower() != PUBLISHED:
        return None
    title = " ".join(unescape(title).split())
    return Told(name, title, facts, _paragraphs(body), _tags(facts, authority))


def _paragraphs(body: str) -> tuple[str, ...]:
    parts = [MARK.sub("", part) for part in PARAGRAPH.findall(body)]
    if PARAGRAPH.sub("", body).strip() or any("<" in part for part in parts):  # edited by hand
        tree = lxml_html.fromstring(f"<div>{body}</div>")
        blocks = [block for block in tree.iter(*BLOCKS) if block is not tree]
        inner = [b for b in blocks if next(b.iterdescendants(*BLOCKS), None) is None]
        parts = ["".join(map(str, block.itertext())) for block in inner]
        return tuple(part for part in (" ".join(p.split()) for p in parts) if part)
    return tuple(unescape(part) for part in parts if part.strip())


def _tags(facts: dict[str, str], authority: Authority) -> tuple[Tagged, ...]:
    try:
        evidence = json.loads(facts.get("evidence") or "{}")
    except json.JSONDecodeError:
        evidence = {}
    found = []
    for kind, fact in (("country", "countries"), ("organization", "organizations")):
        for part in facts.get(fact, "").split(";"):
            if code := part.strip().rstrip("*"):
                name = _heading(kind, code, authority)
                about = part.strip().endswith("*")
                found.append(Tagged(kind, code, name, about, str(evidence.get(code, ""))))
    return tuple(found)


def _heading(kind: str, code: str, authority: Authority) -> str:
    headings = authority.countries if kind == "country" else authority.organizations
    return headings[code].heading if code in headings else code


def _permalink(told: Told, day: str) -> str:
    slug = told.facts.get("slug") or Path(told.path).stem
    return told.facts.get("save_as") or f"{day.replace('-', '/') if day else 'undated'}/{slug}.html"
