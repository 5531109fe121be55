"""What the disk refuses is told as a sentence, and folders change places without a gap."""

import errno
import os
import sqlite3
import sys
from multiprocessing import active_children

import pytest
from newsdesk import disk, editor, pipeline, retag
from newsdesk.archive import Archive
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


def ingest(archive):
    return pipeline.ingest([archive.root / "dump"], archive)


@pytest.mark.parametrize(
    ("run", "room", "call"),
    [
        (ingest, pipeline.disk, "write_aside"),
        (pipeline.refile, pipeline, "page_of"),
        (retag.tag_changes, retag, "page_of"),
    ],
)
def test_no_process_outlives_a_run_that_found_the_disk_full(tmp_path, monkeypatch, run, room, call):
    """Left to the garbage collector, they were dismissed by their own thread, which told of it."""

    def full(path, *_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    (tmp_path / "dump").mkdir()
    for number in range(20):
        words = f"Bridge {number} opens\n\nKABUL, Jan 5, 2025 (Reuters) - It is number {number}."
        (tmp_path / "dump" / f"{number}.txt").write_text(words)
    archive = Archive.open(tmp_path)
    if run is not ingest:
        ingest(archive)
    monkeypatch.setattr(editor, "WORTH_A_POOL", 10)
    monkeypatch.setattr(room, call, full)
    with pytest.raises(DiskRefused) as refused:
        run(archive)
    assert active_children() == []
    assert "No space left" in str(refused.value)


@pytest.mark.parametrize("error", [OSError(errno.ENOENT, "gone"), sqlite3.IntegrityError("twice")])
def test_what_is_no_fault_of_the_disk_is_left_to_others(error):
    assert disk.told(error) is None


def test_all_that_was_written_is_brought_to_the_disk(tmp_path):
    disk.lasting(tmp_path)
    with pytest.raises(FileNotFoundError):
        disk.lasting(tmp_path / "nowhere")


def test_a_write_aside_leaves_only_the_file(tmp_path):
    disk.write_aside(tmp_path / "a" / "b.html", b"one")
    disk.write_aside(tmp_path / "a" / "b.html", b"two")
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.html"]
    assert (tmp_path / "a" / "b.html").read_bytes() == b"two"
