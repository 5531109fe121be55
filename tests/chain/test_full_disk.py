"""A full disk: one sentence, the last good state stays, and with room again the work is finished.

Where a small file system can be mounted it is filled; elsewhere calls that need room are refused.
"""

import os
import shutil
import subprocess

import pytest

from bench.crash import differences, half_made
from bench.stages import REFUSED, STAGES, Workshop

SIZE = 64 << 20
ROOM = "No space left on device; make room on the disk and run this again."
# Nothing of these shows before all of it is written.
UNTIL_THE_END = ("build", "edition", "zip", "publish")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A file system of its own; None where this user may not mount one."""
    place = tmp_path_factory.mktemp("small")
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "backfile", str(place)]
    mounted = subprocess.run(words, check=False, capture_output=True).returncode == 0
    yield place if mounted else None
    if mounted:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture(scope="module")
def shop(small, tmp_path_factory):
    if small:
        (small / "archive").mkdir()
    return Workshop.open(tmp_path_factory.mktemp("full"), small)


def room(shop):
    return shutil.disk_usage(shop.root).free


def fill(shop, left):
    with (shop.root.parent / "ballast").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, room(shop) - left)


def check(shop, stage, old, told):
    words = told.read_text()
    assert words.count("\n") == 0, words
    assert ("rsync could not send the site" if stage == "publish" else ROOM) in words
    assert list(half_made(shop, stage, old)) == []
    if stage in UNTIL_THE_END:
        assert shop.served(stage) == old


@pytest.mark.parametrize("stage", STAGES)
def test_a_full_disk_is_told_and_the_next_run_finishes(shop, small, stage, tmp_path):
    told = tmp_path / "told"
    for share in (0, 0.5):
        shop.reset(stage)
        old = shop.served(stage)
        if small:
            fill(shop, int(share * shop.growth[stage]))
            ended = shop.run(stage, told=told)
            (shop.root.parent / "ballast").unlink()
        else:
            ended = shop.run(stage, told=told, full_from=1 + int(share * shop.calls[stage]))
        assert ended == REFUSED, told.read_text() if told.exists() else ended
        check(shop, stage, old, told)
    assert shop.run(stage) == 0
    assert list(differences(shop, stage)) == []


def test_refused_calls_stand_in_for_a_full_disk(shop, tmp_path):
    """What is done where nothing can be mounted, done here too."""
    shop.reset("build")
    old, told = shop.served("build"), tmp_path / "told"
    half = shop.calls["build"] // 2
    assert shop.run("build", told=told, full_from=half) == REFUSED
    check(shop, "build", old, told)
    assert shop.run("build") == 0
    assert list(differences(shop, "build")) == []
