"""The stages of the chain on a small archive, to be killed and starved: bench.crash and tests.

Each stage has an archive to begin with, and something new to do. It runs in a process of its own,
in a process group of its own, always in the same folder, because caches know paths.
"""

from __future__ import annotations

import errno
import mmap
import os
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from newsdesk import editor, filing, fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.publishing import releases
from pelican.plugins import offline_edition, search_index
from pelican.plugins.offline_edition.carriage import EditionFailed
from pelican.plugins.offline_edition.folder import make_folder, make_zip
from pelican.plugins.press import Press
from pelican.plugins.press.engine import site_sums
from pelican.plugins.search_index.memory import memory_of
from pelican.plugins.search_index.sums import read_sums
from pelican.settings import get_settings_from_file, read_settings

ROOT = Path(__file__).resolve().parent.parent
Files = dict[str, bytes]
# The calls of the system that change a disk, as Python tells them before they are made.
CHANGING = frozenset(
    "os.rename os.remove os.mkdir os.rmdir os.truncate os.link os.symlink shutil.rmtree".split()
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
STORY = """\
Ferry {n} opens at Herat

HERAT, {day} (Reuters) - Officials from {who} opened ferry number {n} on Tuesday, they said.

{more}
"""
WHO = ("Tajikistan", "Iran", "the United Nations", "Uzbekistan", "the World Bank")
DAYS = ("Jan 5, 2023", "May 6, 2023", "Feb 7, 2024", "Dec 8, 2024", "Mar 9, 2025")
DONE, REFUSED, BROKEN = 0, 3, 4  # how a run ends that is not killed


@dataclass(frozen=True)
class Stage:
    """What a stage does (`run`), and which folders and facts it leaves.

    `served` are folders that readers see meanwhile; what lies in them is whole at any moment.
    """

    run: Callable[[Path], None]
    served: tuple[str, ...]
    facts: Callable[[Path], Any]
    whole: bool = False  # the served folder is the old or the new as a whole, not file by file


def write_dump(folder: Path, first: int, last: int) -> None:
    """Write invented stories with these numbers as plain text."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(first, last):
        more = " ".join(f"Lamp {n * 31 + i} was lit at pier {i * n + 7}." for i in range(9))
        text = STORY.format(n=n, day=DAYS[n % len(DAYS)], who=WHO[n % 5], more=more)
        (folder / f"{n:03}.txt").write_text(text)


def settings_of(root: Path, *plugins: str) -> dict[str, Any]:
    """Return Pelican's settings for the archive in `root`, with these of our plugins."""
    places = {"PATH": "content", "OUTPUT_PATH": "output", "CACHE_PATH": ".cache"}
    wanted = {name: str(root / folder) for name, folder in places.items()}
    wanted |= {"PLUGINS": ["press", *plugins], "PRESS_WORKERS": 2, "OFFLINE_APP": True}
    facts = get_settings_from_file(str(ROOT / "publishconf.py"))
    return dict(read_settings(override=facts | wanted))


def ingest(root: Path) -> None:
    """File twenty stories more, by several processes."""
    pipeline.ingest([root / "dump"], Archive.open(root))


def refile(root: Path) -> None:
    """File every story again as a version would that shows less of it."""
    filing.SUMMARY_WORDS = 5
    pipeline.refile(Archive.open(root))


def build(root: Path) -> None:
    """Build the pages."""
    Press(settings_of(root, "finding_aids")).run()


def index(root: Path) -> None:
    """Bring the search index up to date, a year after the other."""
    search_index.index_site(
        SimpleNamespace(settings=settings_of(root) | {"SEARCH_INDEX_MEMORY": 1})
    )


def pack(root: Path) -> None:
    """Make the packs of the app."""
    offline_edition.make_app(SimpleNamespace(settings=settings_of(root)))


def edition(root: Path) -> None:
    """Make an offline edition in the place of an older one."""
    make_folder(root / "output", root / "edition", ["https://archive.example.org"])


def zipped(root: Path) -> None:
    """Pack the edition into one file."""
    (root / "zips").mkdir(exist_ok=True)
    make_zip(root / "edition", root / "zips" / "edition.zip")


def publish(root: Path) -> None:
    """Send the site as a new release to a folder of this machine, and switch the link."""
    releases.publish(root / "output", releases.Target(str(root / "published")))


def register_rows(root: Path) -> Any:
    """Return what the register holds, table by table, and what `verify` finds wrong."""
    archive = Archive.open(root)
    db = sqlite3.connect(archive.register)
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1").fetchall()
    rows = {name: sorted(map(repr, db.execute(f"SELECT * FROM {name}"))) for (name,) in tables}
    db.close()
    return rows, fixity.check_archive(archive)


def site_faults(root: Path) -> Any:
    """Return what `verify` finds wrong with the site's pages."""
    sums = {
        path: digest
        for path, digest in site_sums(settings_of(root)).items()
        if not path.startswith("pagefind/")
    }
    faults = fixity.check_site(root / "output", sums)
    return [f for f in faults if not f.path.startswith(("pagefind/", "offline/", "sw.js", "manif"))]


def index_faults(root: Path) -> Any:
    """Return what `verify` finds wrong with the search index."""
    sums = read_sums(memory_of(settings_of(root)))
    return fixity.check_site(root / "output" / "pagefind", sums)


def nothing(root: Path) -> None:
    """Return nothing: the files say it all."""


STAGES: Mapping[str, Stage] = {
    "ingest": Stage(ingest, ("content/articles",), register_rows),
    "refile": Stage(refile, ("content/articles",), register_rows),
    "build": Stage(build, ("output",), site_faults),
    "index": Stage(index, ("output/pagefind",), index_faults),
    "app": Stage(pack, ("output/offline",), nothing),
    "edition": Stage(edition, ("edition",), nothing, whole=True),
    "zip": Stage(zipped, ("zips",), nothing, whole=True),
    "publish": Stage(publish, ("published/current/",), nothing, whole=True),
}


@dataclass
class Workshop:
    """A folder to work in: `before[stage]` is how the archive looks when the stage begins."""

    root: Path
    kept: Path
    editor: editor.Editor  # its rules are loaded once for all runs
    calm: dict[str, tuple[Files, Any]] = field(default_factory=dict)
    calls: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    growth: dict[str, int] = field(default_factory=dict)

    @classmethod
    def open(cls, place: Path, small: Path | None = None) -> Workshop:
        """Make the archive of every stage; `small` is a small disk to work on, if it is to be."""
        root = (small or place) / "archive"
        made = cls(root, place / "kept", editor.Editor(Archive.open(root)))
        write_dump(made.root / "dump", 0, 20)
        chain = ("ingest", "build", "index", "app", "edition", "zip", "publish")
        for name in chain:
            made.must(name)
        write_dump(made.root / "dump", 15, 40)
        for name in ("ingest", "refile", *chain[1:]):
            shutil.copytree(made.root, made.kept / name, symlinks=True)
            made.must(name)
            made.calm[name] = made.state(name)
        return made

    def must(self, name: str) -> None:
        """Run a stage to its end, counting its calls and its time."""
        count = mmap.mmap(-1, 8)
        self.root.mkdir(parents=True, exist_ok=True)
        started, free = time.monotonic(), shutil.disk_usage(self.root).free
        if how := self.run(name, count=count):
            raise RuntimeError(f"The stage {name} ended with {how} when nothing disturbed it.")
        self.seconds[name] = time.monotonic() - started
        self.growth[name] = max(0, free - shutil.disk_usage(self.root).free)
        self.calls[name] = int.from_bytes(count[:], "little")

    def reset(self, name: str) -> None:
        """Put the archive back to where the stage begins."""
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.kept / name, self.root, symlinks=True, dirs_exist_ok=True)

    def state(self, name: str) -> tuple[Files, Any]:
        """Return what a stage left: every file of the archive but caches, and its facts."""
        return dict(files_of(self.root, ("dump", ".cache"))), STAGES[name].facts(self.root)

    def served(self, name: str) -> Files:
        """Return the files that readers of this stage's folder see now."""
        folders = STAGES[name].served
        return {path: data for path, data in files_of(self.root) if path.startswith(folders)}

    def run(
        self,
        name: str,
        *,
        at_call: int = 0,
        opened: bool = False,
        after: float = 0,
        count: mmap.mmap | None = None,
        full_from: int = 0,
        told: Path | None = None,
    ) -> int:
        """Run a stage in a process group of its own; return how it ended, negative if killed.

        Kill the group at its call number `at_call` (when a file was just `opened`, or before), or
        `after` so many seconds. From call `full_from` on the disk is full. What the run says when
        it is refused goes to the file `told`.
        """
        count = count or mmap.mmap(-1, 8)
        child = os.fork()
        if not child:
            os.setpgid(0, 0)
            editor.WORTH_A_POOL = 10  # forked workers are to be killed too
            pipeline.Editor = lambda *_, **__: self.editor
            place = (
                os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) if told else os.dup(2)
            )
            sys.addaudithook(_watch(count, at_call, opened, full_from))
            os._exit(_run(STAGES[name].run, self.root, place))
        with suppress(OSError):
            os.setpgid(child, child)
        if after:
            time.sleep(after)
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with suppress(ProcessLookupError):  # no worker outlives the run
            os.killpg(child, signal.SIGKILL)
        return ended


def files_of(root: Path, without: tuple[str, ...] = (".cache",)) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the files below a folder.

    The register is compared by its rows, and of what was published, that which readers see.
    """
    for path in fixity.files_in(root):
        if not path.startswith((*without, "published/")) and "register.sqlite" not in path:
            yield path, (root / path).read_bytes()
    current = root / "published" / "current"
    for path in fixity.files_in(current.resolve()):
        yield f"published/current/{path}", (current / path).read_bytes()


def _run(stage: Callable[[Path], None], root: Path, told: int) -> int:
    """Run a stage as its verb would: an error that is a sentence is told, any other is a fault."""
    from newsdesk.errors import NewsdeskError
    from pelican.plugins.press.errors import PressError

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        stage(root)
    except (NewsdeskError, PressError, EditionFailed) as error:
        os.write(told, str(error).encode())
        return REFUSED
    except BaseException:
        os.write(told, traceback.format_exc().encode())
        return BROKEN
    return DONE


def _watch(
    count: mmap.mmap, at_call: int, opened: bool, full_from: int
) -> Callable[[str, tuple[Any, ...]], None]:
    """Return an audit hook that counts the calls which change the disk, and strikes at one."""

    def hook(event: str, words: tuple[Any, ...]) -> None:
        opening = event == "open" and isinstance(words[2], int) and words[2] & WRITING
        if not opening and event not in CHANGING:
            return
        number = int.from_bytes(count[:], "little") + 1
        count[:] = number.to_bytes(8, "little")
        if number == at_call:
            if opening and opened and isinstance(words[0], str):
                os.open(words[0], words[2] | os.O_TRUNC)
            os.killpg(0, signal.SIGKILL)
        grows = opening or event in ("os.mkdir", "os.link", "os.symlink")
        if full_from and number >= full_from and grows and _on_disk(words[0]):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), words[0])

    return hook


def _on_disk(path: object) -> bool:
    return isinstance(path, str) and not path.startswith("/dev/null")
