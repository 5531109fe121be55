"""Time our build against Hugo on the same pages, in turns.

    python -m bench.build --content DIR [--work DIR] [--rounds 3] [--limit N] [--json OUT]

--content is a folder of content files as filing writes them. Hugo gets them as HTML with front
matter and a theme of like weight (bench/hugo.py, bench/hugo_site): story pages with the same
metadata, citations and threads (its related content), lists by page, their JSON and CSV, feeds,
maps. After the first round the files of both sites are counted by kind: the bench stops when one
site has pages that the other has not. Both start from an empty output; figures are medians of wall
and CPU time (all processes) and the largest resident set of any one process. `--work` decides the
disk: give /dev/shm for memory. `--index` measures site and search index together, against Hugo and
the Pagefind program over the text of its story pages. Hugo is timed without related content too.
Nothing is deleted before the end: for minutes ext4 passes over the numbers of deleted files when
one is made (`recently_deleted` in fs/ext4/ialloc.c), which doubles the time of who writes next.
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
from pathlib import Path

from pagefind_bin import get_executable
from pelican.plugins.press.contentfile import parse

from bench import hugo, same_pages

ROOT = Path(__file__).resolve().parent.parent
LISTS = ("twins.tsv", "notices.tsv")  # the newsdesk's, beside the articles
ADDED = 100
FULL = "press full"
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
    bench.drop()
    print(table(len(files), rows))
    if options.json:
        options.json.write_text(json.dumps({"stories": len(files), "rows": rows}, indent=1))


class Bench:
    """Both sites, made of the same stories; ours `alone` when Hugo is not wanted."""

    def __init__(
        self,
        work: Path,
        files: list[Path],
        base: Path,
        theme: str,
        index: bool = False,
        alone: bool = False,
    ) -> None:
        work = work / f"{time.time_ns()}"
        self.work, self.theme, self.index = work, theme, index
        self.content = work / "content"
        for file in files:
            target = self.content / "articles" / file.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        (self.content / "pages").mkdir(parents=True, exist_ok=True)
        for name in LISTS:
            if (base.parent / name).exists():
                shutil.copyfile(base.parent / name, self.content / name)
        self.hugo_site = work / "hugo"
        self.output, self.cache, self.public = work / "output", work / "cache", work / "public"
        self.spent = 0
        # Written long enough ago for the build to trust the files' times.
        time.sleep(0.1)
        if not alone:
            hugo.write_site(self.content, self.hugo_site, Path(theme))

    def run(self, runs: int) -> dict[str, dict[str, float]]:
        """Run every step `runs` times, ours and Hugo's in turns; return the medians."""
        timings: dict[str, list[Timing]] = {}
        for number in range(runs):
            for name, prepare, step in self.steps():
                prepare()
                timings.setdefault(name, []).append(timed(step))
                if not number and name == FULL:
                    self._compare()
        return {name: asdict(median(runs)) for name, runs in timings.items()}

    def _compare(self) -> None:
        """Print both sites' files by kind; end the bench when they are not the same pages."""
        ours, theirs = same_pages.weigh(self.output), same_pages.weigh(self.public)
        print(same_pages.table(ours, theirs), "\n")
        if unlike := same_pages.differences(ours, theirs):
            sys.exit("The two sites do not hold the same pages:\n" + "\n".join(unlike))

    def steps(self) -> list[tuple[str, Callable[[], None], list[str]]]:
        """Return each step: its name, what is done before it, and the command that is timed."""
        theirs = [hugo.binary(), "--source", str(self.hugo_site)]
        theirs += ["--destination", str(self.public), "--quiet"]
        bare = ["env", "HUGO_PARAMS_RELATED=false", *theirs]
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
            both = shlex.join(theirs) + " && " + shlex.join(pagefind)
            indexed = [word.replace(PLUGINS, WITH_INDEX) for word in ours]
            return [
                ("hugo + pagefind full", self._no_hugo, ["sh", "-c", both]),
                ("press + index full", self._nothing, indexed),
                ("press + index unchanged", lambda: None, indexed),
                (f"press + index +{ADDED}", self._add, indexed),
                (f"press + index -{ADDED}", self._take_away, indexed),
            ]
        return [
            ("hugo without related content", self._no_hugo, bare),
            ("hugo full", self._no_hugo, theirs),
            (FULL, self._nothing, ours),
            ("press unchanged", lambda: None, ours),
            (f"press +{ADDED}", self._add, ours),
            (f"press -{ADDED}", self._take_away, ours),
        ]

    def _no_hugo(self) -> None:
        self._put_away(self.public)

    def _nothing(self) -> None:
        self._put_away(self.output)
        self._put_away(self.cache)

    def _put_away(self, folder: Path) -> None:
        """Move what an earlier round made out of the way."""
        self.spent += 1
        if folder.exists():
            folder.rename(self.work / f"spent-{self.spent}")

    def drop(self) -> None:
        """Delete all that the bench made."""
        shutil.rmtree(self.work)

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
    theirs = rows.get("hugo full") or rows["hugo + pagefind full"]
    lines = [
        f"{stories:,} stories",
        "",
        "| step | wall s | CPU s | MB | wall / Hugo | CPU / Hugo |",
        "|---|---|---|---|---|---|",
    ]
    for name, row in rows.items():
        ratios = f"{row['wall'] / theirs['wall']:.3f} | {row['cpu'] / theirs['cpu']:.3f}"
        lines.append(
            f"| {name} | {row['wall']:.2f} | {row['cpu']:.2f} | {row['memory']:.0f} | {ratios} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
