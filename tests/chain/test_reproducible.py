"""The same dumps and the same version make the same bytes, on another machine and another day."""

import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ROOT, build_site

INGEST = """
import sys
from pathlib import Path
from newsdesk import pipeline
from newsdesk.archive import Archive
pipeline.ingest([Path(sys.argv[1])], Archive.open(Path(sys.argv[2])))
"""
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",  # where it is tomorrow
    "LC_ALL": "C",
    "LANGUAGE": "fr",
    "PYTHONHASHSEED": "4711",
    "SOURCE_DATE_EPOCH": "1000000000",
    "USER": "somebody",
    "HOME": "/nonexistent",
}


def other_copy(dump, folder):
    """Copy a dump so that its files come into being in another order and at other times."""
    files = sorted(p for p in dump.rglob("*") if p.is_file())
    pick = random.Random(5)
    pick.shuffle(files)
    for path in files:
        target = folder / path.relative_to(dump)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (pick.randrange(10**9), pick.randrange(10**9)))
    return folder


def made(root, dump, facts):
    """Ingest and build under other conditions; return every file of content and site by path."""
    facts = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **facts}
    words = [sys.executable, "-c", INGEST, str(dump), str(root)]
    subprocess.run(words, check=True, env=facts, cwd=ROOT)
    done = build_site(root / "content", root / "output", env=facts)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        f"{part}/{path.relative_to(root / part).as_posix()}": path.read_bytes()
        for part in ("content", "output")
        for path in sorted((root / part).rglob("*"))
        if path.is_file() and "register.sqlite" not in path.name
    }


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    first, second = tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("b") / "other ü place"
    second.mkdir()
    dump = ROOT / "samples" / "dump"
    elsewhere = other_copy(dump, tmp_path_factory.mktemp("c") / "dump")
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(made, first, dump, HERE)
        two = pool.submit(made, second, elsewhere, ELSEWHERE)
    return one.result(), two.result()


def test_content_pages_and_index_have_the_same_bytes(twice):
    one, two = twice
    different = {path for path in one.keys() | two.keys() if one.get(path) != two.get(path)}
    assert different == set()
