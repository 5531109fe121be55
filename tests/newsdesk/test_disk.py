"""What the disk refuses is told as a sentence, and folders change places without a gap."""

import errno
import os
import sqlite3
import sys

import pytest
from newsdesk import disk
from newsdesk.errors import DiskRefused


@pytest.fixture
def pair(tmp_path):
    for name in ("fresh", "target"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "what.txt").write_text(name)
    return tmp_path / "fresh", tmp_path / "target"


@pytest.mark.parametrize("system", [sys.platform, "elsewhere"])
def test_two_folders_change_places(pair, system, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    disk.swap(*pair)
    assert [(place / "what.txt").read_text() for place in pair] == ["target", "fresh"]
    assert sorted(path.name for path in pair[0].parent.iterdir()) == ["fresh", "target"]


def test_a_full_disk_is_told():
    told = disk.told(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/a/b.html"))
    assert isinstance(told, DiskRefused)
    assert str(told) == (
        "/a/b.html could not be written: No space left on device; "
        "make room on the disk and run this again."
    )


def test_so_is_a_register_that_finds_no_room(tmp_path):
    db = sqlite3.connect(tmp_path / "register.sqlite")
    db.execute("PRAGMA max_page_count = 2")
    with pytest.raises(sqlite3.OperationalError) as full:
        db.execute("CREATE TABLE lamp AS SELECT zeroblob(100000)")
    assert "The register could not be written: No space left" in str(disk.told(full.value))


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "gone"), sqlite3.IntegrityError("twice")])
def test_what_is_no_fault_of_the_disk_is_left_to_others(error):
    assert disk.told(error) is None


def test_all_that_was_written_is_brought_to_the_disk(tmp_path):
    disk.lasting(tmp_path)
    with pytest.raises(FileNotFoundError):
        disk.lasting(tmp_path / "nowhere")
