"""The verbs of `./inv bench.*`: each measures one room and prints its table."""

import os
import subprocess
import sys
from pathlib import Path

from invoke import Exit, task

ROOT = Path(__file__).resolve().parent.parent


def _there(*paths: str) -> None:
    """End the verb unless all these are there to be measured."""
    for path in paths:
        if not Path(path).expanduser().exists():
            raise Exit(f"There is no file or folder «{path}»; nothing was measured.", code=2)


def _measure(name: str, *words: object) -> None:
    """Run one measurement as a program of its own, so that each starts alike."""
    command = [sys.executable, "-m", f"bench.{name}", *map(str, words)]
    paths = [str(ROOT), str(ROOT / "plugins"), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)}, check=False
    )
    if done.returncode:
        raise Exit(f"bench.{name} did not finish; its words are above.", done.returncode)


@task(
    help={
        "suite": "folder of raw dumps X.txt with their answers X.json",
        "out": "write what was predicted here, as JSON",
    }
)
def clean(c, suite, out=""):
    """Measure cleaning: bodies, fields, what leaked and what was lost."""
    _there(suite)
    _measure("clean", suite, *([out] if out else []))


@task(
    help={
        "gold": "JSON: page id -> articleBody",
        "html": "folder with ID.html or ID.html.gz",
        "out": "write the bodies found here, as JSON: page id -> text",
    }
)
def webpages(c, gold, html, out=""):
    """Measure how well the body of web pages is found."""
    _there(gold, html)
    _measure("webpages", "--gold", gold, "--html", html, *(["--out", out] if out else []))


@task(
    help={
        "file": "JSON lines (.gz too): id, title, text, countries, organizations",
        "out": "write the tags found here, as JSON lines",
        "ner": "a spaCy model that reads along",
    }
)
def tags(c, file, out="", ner=""):
    """Measure both desks: precision, recall, F1, stories a second."""
    _there(file)
    more = ["--out", out] * bool(out) + ["--ner", ner] * bool(ner)
    _measure("tags", "--file", file, *more)


@task(
    help={
        "content": "content folder of an archive with many stories",
        "queries": "how many queries to compare with a brute-force search",
        "plain": "also against plain Pagefind in one bundle: bytes and time of first results",
        "build": "also time and memory of building the index",
    }
)
def search(c, content, queries=200, plain=False, build=False):
    """Measure search: hits against brute force, bytes and time against plain Pagefind."""
    _there(content)
    switches = ["--plain"] * plain + ["--build"] * build
    _measure("search", "--content", content, "--queries", queries, *switches)


@task(
    help={
        "content": "content folder of an archive with many stories",
        "rounds": "how often each side builds, in turns",
        "index": "with the search index, against Hugo and the Pagefind program",
        "work": "folder to work in; it decides the disk, /dev/shm is memory",
    }
)
def build(c, content, rounds=3, index=False, work=""):
    """Measure building the site against Hugo: full, unchanged, a hundred stories more."""
    _there(content)
    more = ["--index"] * index + (["--work", work] if work else [])
    _measure("build", "--content", content, "--rounds", rounds, *more)


@task(help={"file": "JSON lines (.gz too) with the texts of many stories under `text`"})
def twins(c, file):
    """Measure twins: made pairs found, other days' reports taken for twins, time of grouping."""
    _there(file)
    _measure("twins", "--file", file)


@task(help={"site": "a built site with many stories", "rounds": "how often all is asked"})
def offline(c, site, rounds=5):
    """Measure the folder edition: its size, and its search on file:// beside http."""
    _there(site)
    _measure("offline", "--site", site, "--rounds", rounds)


@task(
    help={
        "content": "content folder of an archive with many stories",
        "formats": "any of jsonl, csv, sqlite, parquet",
    }
)
def export(c, content, formats="jsonl,csv,sqlite"):
    """Measure the export: stories a second and the most memory it takes."""
    _there(content)
    _measure("export", "--content", content, "--formats", formats)


@task(
    iterable=["dump"],
    help={
        "dump": "a raw dump; several may be named",
        "rounds": "how often it is filed",
        "work": "folder to work in; it decides the disk, /dev/shm is memory",
    },
)
def ingest(c, dump, rounds=3, work=""):
    """Measure ingest: stories a second, processor time, memory."""
    _there(*dump)
    _measure("ingest", *dump, "--rounds", rounds, *(["--work", work] if work else []))


@task(
    iterable=["stage"],
    help={"points": "how often each stage is killed", "stage": "only this one; any number of them"},
)
def crash(c, points=50, stage=None):
    """Kill every stage at random points; the next run must end as an undisturbed one does."""
    named = [word for name in stage or () for word in ("--stage", name)]
    _measure("crash", "--points", points, *named)


@task(help={"work": "folder to work in, made anew", "stories": "how many documents"})
def poison(c, work, stories=100_000):
    """Measure ingest of good stories with one poisonous document in a hundred."""
    _measure("poison", "--work", work, "--stories", stories)


@task(
    help={
        "content": "content folder of an archive with many stories",
        "work": "folder to work in; it decides the disk, /dev/shm is memory",
    }
)
def scale(c, content, work=""):
    """Measure 1,000, 10,000 and 100,000 stories: ingest, pages, index (takes long)."""
    _there(content)
    _measure("scale", content, "--index", "--ingest", *(["--work", work] if work else []))


@task(
    help={
        "work": "folder for the corpus and what is found",
        "target": "intake, copydesk or desks",
        "minutes": "how long",
    }
)
def fuzz(c, work, target="intake", minutes=10):
    """Fuzz a room, led by what code the bytes reach (atheris)."""
    _measure("fuzz", "--work", work, "--target", target, "--minutes", minutes)
