"""Fixity: any changed byte is found and named."""

import sqlite3

import pytest
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "edition"
    (made / "2025").mkdir(parents=True)
    (made / "2025" / "a.html").write_text("one")
    (made / "odd\nname 100%.txt").write_text("two")
    assert fixity.write_manifest(made) == 2
    return made


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "dump").mkdir()
    for number in range(3):
        words = f"Bridge {number} opens\n\nKABUL, Jan {number + 1}, 2025 (Reuters) - It opened."
        (tmp_path / "dump" / f"{number}.txt").write_text(words)
    (tmp_path / "archive").mkdir()
    archive = Archive.open(tmp_path / "archive")
    pipeline.ingest([tmp_path / "dump"], archive)
    return archive


def told(faults):
    return [(fault.path, fault.sentence.split(":")[0]) for fault in faults]


def test_an_untouched_folder_has_no_faults(folder):
    assert fixity.check_folder(folder) == []


def test_changed_missing_and_strange_files_are_named(folder):
    (folder / "2025" / "a.html").write_text("One")
    (folder / "odd\nname 100%.txt").unlink()
    (folder / "new.txt").write_text("three")
    assert told(fixity.check_folder(folder)) == [
        ("2025/a.html", "is not as it was written"),
        ("odd\nname 100%.txt", "is missing"),
        ("new.txt", "is in no list"),
    ]


def test_a_line_that_is_no_manifest_line_is_named(folder):
    (folder / fixity.MANIFEST).write_text("nonsense\n")
    with pytest.raises(ValueError, match="line 1"):
        fixity.check_folder(folder)


def test_an_untouched_archive_has_no_faults(archive):
    assert fixity.check_archive(archive) == []


def test_a_changed_content_file_is_named(archive):
    file = min(archive.articles.rglob("*.html"))
    file.write_bytes(file.read_bytes().replace(b"opened", b"closed"))
    name = file.relative_to(archive.articles).as_posix()
    assert told(fixity.check_archive(archive)) == [(name, "is not as it was written")]


def test_a_changed_register_entry_is_named(archive):
    with sqlite3.connect(archive.register) as register:
        register.execute("UPDATE document SET title = 'Bridge 9 opens' WHERE title LIKE '%1%'")
    faults = told(fixity.check_archive(archive))
    assert faults == [
        ("register.sqlite", "has an entry that was changed"),
        ("register.sqlite", "is not as it was written"),
    ]
