"""Folders are walked in the order of names; what is no readable text is set aside in a sentence."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from newsdesk.intake import read
from newsdesk.records import RawDocument, SetAside

from .conftest import Take

LAMP = "The lamp was lit on Tuesday.\n"


def test_the_order_is_that_of_names_at_any_depth(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", ".DS_Store", "é.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LAMP)
    found = [document.provenance.dump for document in read(tmp_path)]
    assert found == ["a.txt", "b.txt", "é.txt", "a/z.txt", "a/b/c.txt"]
    assert found == [document.provenance.dump for document in read(tmp_path)]


def test_a_missing_path_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="There is no file or folder at"):
        list(read(tmp_path / "nowhere"))


def test_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text(LAMP)
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "dead").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "in" / "pipe")
    found = list(read(tmp_path / "in"))
    assert all(isinstance(f, SetAside) for f in found)
    assert [f.provenance.dump for f in found] == ["dead", "link.txt", "loop", "pipe"]


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(LAMP)
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    story, refused = read(tmp_path)
    assert isinstance(story, RawDocument)
    assert isinstance(refused, SetAside)
    assert refused.reason == "It is a folder that cannot be opened."


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LAMP)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert [d.provenance.dump for d in read(tmp_path / "link.txt")] == ["link.txt"]


def sqlite(path: Path) -> bytes:
    with sqlite3.connect(path / "x.db") as database:
        database.execute("create table t (a)")
    database.close()
    return (path / "x.db").read_bytes()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is empty."),
        (b" \n\t\r\n", "It holds no text."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "It is a PNG picture, not text."),
        (b"\xff\xd8\xff\xe0" + bytes(99), "It is a JPEG picture, not text."),
        (b"\x7fELF\2\1\1" + bytes(99), "It is a program, not text."),
        (b"MZ\x90\0\3\0\0\0" + bytes(99), "It is a program, not text."),
        (b"%PDF-1.7\n%\xe2\xe3", "It is a PDF file, not text; turn it into text first."),
        (b"Rar!\x1a\x07\x01\0", "It is a RAR archive, not text; unpack it first."),
        (bytes(5000), "It is a binary file, not text."),
        (bytes(range(32)) * 200, "It is a binary file, not text."),
    ],
)
def test_what_is_no_text_is_named(take: Take, data: bytes, reason: str) -> None:
    stories, refused = take("a.txt", data)
    assert (stories, [reason]) == ([], [r.reason for r in refused])


def test_a_database_is_named(take: Take, tmp_path: Path) -> None:
    assert take("a", sqlite(tmp_path))[1][0].reason == "It is an SQLite database, not text."


def test_one_line_of_many_megabytes_is_refused_before_it_is_decoded(take: Take) -> None:
    refused = take("a.txt", b"word " * 400_000, max_document=2**20)[1]
    assert refused[0].reason.startswith("It is larger than the 1 MB read in one piece. Cut ")
    refused = take("a.jsonl", b'{"text": "' + b"word " * 400_000, max_document=2**20)[1]
    assert refused[0].reason == "From this line on it is unread: a line is over 1 MB."


def test_a_text_may_begin_like_a_binary_file(take: Take) -> None:
    for text in ("BMW opens a plant.\n", "MZ is what they call it.\n", "ID3 tags explained.\n"):
        assert [s.text for s in take("a.txt", text)[0]] == [text]


def test_every_locator_is_its_own(tmp_path: Path) -> None:
    for name in ("a.txt", "a!b.txt", "a%21b.txt", "a#1.txt"):
        (tmp_path / name).write_text(LAMP)
    found = [str(d.provenance) for d in read(tmp_path)]
    assert len(set(found)) == 4


def test_the_hash_is_that_of_the_raw_bytes(take: Take) -> None:
    import hashlib

    data = "Café opens\r\n".encode("cp1252")
    story = take("a.txt", data)[0][0]
    assert story.provenance.sha256 == hashlib.sha256(data).hexdigest()
    assert isinstance(story, RawDocument)
