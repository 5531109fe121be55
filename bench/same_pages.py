"""Do two sites hold the same pages? Their files by kind: counted, weighed, compared.

Addresses differ a little between the two, so a kind is told from the shape of a path. Long lists
are cut into pages differently: ours ends with twenty to thirty-nine stories, Hugo's with one to
twenty, which is up to one page more for each list.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

DAY = r"\d{4}/\d\d/\d\d"
LIST = rf"(?:{DAY}|\d{{4}}/\d\d|\d{{4}}|undated)"
TERM = r"(?:country|organization|source)/[^/]+"
SHAPES = {
    "story": rf"(?:{DAY}|undated)/(?!index\.html)[^/]+\.html",
    "front page": r"index\.html",
    "page of all stories": r"page/\d+/index\.html",
    "period": rf"{LIST}/index\.html",
    "page of a period": rf"{LIST}/page/\d+/index\.html",
    "period as JSON": rf"{LIST}/index\.json",
    "period as CSV": rf"{LIST}/stories-\d+\.csv",
    "heading": rf"{TERM}/index\.html",
    "page of a heading": rf"{TERM}/page/\d+/index\.html",
    "heading as JSON": rf"{TERM}/index\.json",
    "heading as CSV": rf"{TERM}/stories-\d+\.csv",
    "feed": rf"(?:{TERM}/)?feed\.xml",
    "mentions of a heading": rf"{TERM}/mentioned/index\.html",
    "page of mentions": rf"{TERM}/mentioned/page/\d+/index\.html",
    "feed of mentions": rf"{TERM}/mentioned(?:/feed)?\.xml",
    "index of headings": r"(?:country|organization|source)/index\.(?:html|json|csv)",
    "world and pairs": r"(?:world/(?:\d{4}/)?index\.(?:html|json)|together/.+)",
    "archive as JSON": r"index\.json",
    "search, 404, robots": r"(?:search/index\.html|404\.html|robots\.txt|opensearch\.xml)",
    "sitemap": r"sitemap.*\.xml",
    "theme": r"theme/.+",
}
KINDS = re.compile("|".join(f"(?P<k{n}>{shape})" for n, shape in enumerate(SHAPES.values())))
# Which lists may have a page more in one of the sites, and what those lists are.
PAGES = {
    "page of all stories": "front page",
    "page of a period": "period",
    "page of a heading": "heading",
    "page of mentions": "mentions of a heading",
}
# One file or several with the same rows: ours parts long ones.
UNLIKE = frozenset({"sitemap", "heading as CSV", "period as CSV"})


class Weight(NamedTuple):
    """How many files of a kind there are, and their bytes."""

    files: int
    bytes: int


def weigh(site: Path) -> dict[str, Weight]:
    """Return the files of a site by kind; those of no known kind as `other`."""
    names = [*SHAPES, "other"]
    files, sizes = Counter[str](), Counter[str]()
    for folder, _, found in os.walk(site):
        for name in found:
            path = Path(folder, name)
            match = KINDS.fullmatch(path.relative_to(site).as_posix())
            kind = names[int(match.lastgroup[1:])] if match and match.lastgroup else "other"
            files[kind] += 1
            sizes[kind] += path.stat().st_size
    return {kind: Weight(files[kind], sizes[kind]) for kind in names if files[kind]}


def differences(ours: dict[str, Weight], theirs: dict[str, Weight]) -> list[str]:
    """Return a sentence for each kind of page that one site has and the other has not."""
    nothing = Weight(0, 0)
    found = []
    for kind in sorted({*ours, *theirs} - UNLIKE):
        one, other = ours.get(kind, nothing).files, theirs.get(kind, nothing).files
        most = ours.get(PAGES.get(kind, ""), nothing).files
        if not 0 <= other - one <= most:
            found.append(f"{kind}: {one} files of ours, {other} of Hugo's")
    return found


def table(ours: dict[str, Weight], theirs: dict[str, Weight]) -> str:
    """Return both sites side by side: files and kilobytes of each kind."""
    nothing = Weight(0, 0)
    lines = ["| kind | files, ours / Hugo's | kB a file, ours / Hugo's |", "|---|---|---|"]
    for kind in dict.fromkeys([*ours, *theirs]):
        one, other = ours.get(kind, nothing), theirs.get(kind, nothing)
        means = " / ".join(
            f"{w.bytes / w.files / 1000:.1f}" if w.files else "-" for w in (one, other)
        )
        lines.append(f"| {kind} | {one.files:,} / {other.files:,} | {means} |")
    sums = [sum(w.bytes for w in site.values()) / 1e6 for site in (ours, theirs)]
    lines.append(f"| all bytes | | {sums[0]:.0f} / {sums[1]:.0f} MB |")
    return "\n".join(lines)
