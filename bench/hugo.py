"""The stories of an archive as a Hugo site: what bench/build.py measures itself against.

Hugo gets what it can use best: HTML bodies with JSON front matter, the permalink of each story, the
headings apart in primary ones and mere mentions, the names by which threads are found ready-made.
"""

from __future__ import annotations

import json
import shutil
import sysconfig
from array import array
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from pelican.plugins.press.contentfile import Sheet, parse, plain, several
from pelican.plugins.press.threads import traces

SITE = Path(__file__).resolve().parent / "hugo_site"
KINDS = {1: "year", 2: "month", 3: "day"}
MENTIONS = ("mention_country", "mention_organization")


def binary() -> str:
    """Return the program inside the PyPI package: its Python wrapper would cost Hugo a start."""
    return str(Path(sysconfig.get_path("purelib"), "hugo", "binaries", "hugo"))


def write_site(content: Path, site: Path, theme: Path) -> None:
    """Write the stories below `content` as a Hugo site at `site`, static files of the theme too."""
    shutil.copytree(SITE, site)
    shutil.copytree(theme / "static", site / "static" / "theme")
    articles, pages = content / "articles", site / "content"
    twins = _twins(content / "twins.tsv")
    years = set()
    for file in sorted(articles.rglob("*.html")):
        inside = file.relative_to(articles)
        years |= {inside.parts[0]} if inside.parts[0].isdigit() else set()
        target = pages / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        for depth in range(1, len(inside.parts)):
            _section(pages, inside.parts[:depth])
        text = file.read_text(encoding="utf-8")
        target.write_text(
            hugo_page(text, inside.as_posix(), twins.get(inside.as_posix(), ())), encoding="utf-8"
        )
    _single(pages / "search.md", title="Search", layout="plain")
    _single(pages / "world" / "_index.md", title="The world", layout="world", type="aids")
    for year in sorted(years):
        facts = {"title": f"The world, {year}", "year": year, "layout": "world", "type": "aids"}
        _single(pages / "world" / f"{year}.md", outputs=["HTML", "JSON"], **facts)
    _single(
        *(pages / "together" / "_index.md",),
        title="Countries and organizations together",
        layout="together",
        type="aids",
        outputs=["HTML", "JSON", "CSV"],
    )
    for name in MENTIONS:  # the index of mere mentions is no page of ours
        _single(pages / name / "_index.md", title=name, build={"render": "never"})


def hugo_page(text: str, path: str, twins: Sequence[str] = ()) -> str:
    """Return a content file in Hugo's form: JSON front matter, then the body."""
    sheet = parse(text)
    assert sheet, "a content file that filing did not write"
    front = {**_front(sheet), "url": f"/{path}"}
    if twins:
        front["twins"] = [f"/{twin.removesuffix('.html')}" for twin in twins]
    return json.dumps(front, ensure_ascii=False) + "\n" + sheet.body + "\n"


def _front(sheet: Sheet) -> dict[str, Any]:
    facts, headings = sheet.facts, several(sheet.facts.get("tags", ""))
    codes, bodies = several(facts.get("countries", "")), several(facts.get("organizations", ""))
    countries, organizations = headings[: len(codes)], headings[len(codes) :]
    evidence = json.loads(plain(facts.get("evidence", "")) or "{}")
    date = facts.get("date", "")
    names = array("I", traces(unescape(sheet.title), sheet.body))
    return {
        "title": unescape(sheet.title),
        "date": (date.replace(" ", "T") + ":00Z" if " " in date else date) or "0001-01-01",
        "iso": date.replace(" ", "T"),
        "time": date[11:],
        "name": facts["slug"],
        "lang": facts.get("lang", "en"),
        "dir": facts.get("dir", "ltr"),
        "summary": unescape(facts.get("summary", "")),
        "country": countries,
        "organization": organizations,
        "mention_country": _mentions(countries, codes),
        "mention_organization": _mentions(organizations, bodies),
        "source": [facts.get("source") or "Unknown source"],
        "codes": [code.rstrip("*") for code in codes],
        "bodies": [code.rstrip("*") for code in bodies],
        "reasons": [evidence.get(code.rstrip("*"), "") for code in codes],
        "names": [f"{name:08x}" for name in names],
        "dateline": facts.get("dateline", ""),
        "story": facts.get("story", ""),
        "dump": facts.get("dump", ""),
        "cuts": json.loads(plain(facts.get("cuts", "")) or "[]"),
    }


def _mentions(headings: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Return the headings that a story is not about: their codes bear no asterisk."""
    return [h for h, code in zip(headings, codes, strict=False) if not code.endswith("*")]


def _section(pages: Path, parts: tuple[str, ...]) -> None:
    """Write the section page of a year, month or day, or of the undated stories."""
    index = pages.joinpath(*parts, "_index.md")
    if not index.exists():
        kind = KINDS[len(parts)] if parts[0].isdigit() else "undated"
        more = {"outputs": ["HTML", "JSON", "CSV"]} if kind in ("month", "undated") else {}
        _single(index, title="-".join(parts), kind=kind, **more)


def _single(path: Path, **facts: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(facts) + "\n", encoding="utf-8")


def _twins(listed: Path) -> Mapping[str, Sequence[str]]:
    """Return the near-copies of each story that has any, as the newsdesk lists them."""
    groups = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    return {
        name: [other for other in group if other != name]
        for group in (line.split("\t") for line in groups)
        for name in group
    }
