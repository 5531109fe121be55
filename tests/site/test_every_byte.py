"""Tampering with any byte of register, content, lists or site is found, and the file is named."""

import random
import shutil
import sqlite3

import pytest
from conftest import build_site
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.register import Notice, Register
from newsdesk.withdrawal import withdraw
from pelican.plugins.press.engine import site_sums
from pelican.settings import read_settings

STORY = (
    "Ledger {n} opens\n\n"
    "KABUL, Jan {day}, 2025 (Reuters) - Officials from Tajikistan read page {n}.\n"
)
PLACES = 60  # flipped in each of the three


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small archive with a withdrawn story and something set aside, and its site."""
    root = tmp_path_factory.mktemp("bytes")
    (root / "dump").mkdir()
    for n in range(12):
        (root / "dump" / f"{n}.txt").write_text(STORY.format(n=n, day=n % 4 + 1))
    (root / "dump" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    archive = Archive.open(root / "archive")
    pipeline.ingest([root / "dump"], archive)
    name = min(archive.articles.rglob("*.html")).stem
    withdraw(archive, name, reason="Asked to", by="Ann")
    with Register.open(archive.register, archive.lock) as register:
        one, other = (filed.sha256 for filed in list(register.filed())[:2])
        register.decide(Notice(one, other, "correction", "CORRECTED-", "by hand", 1, "confirmed"))
        pipeline.settle(archive, register)
    output = root / "output"
    done = build_site(archive.content, output)
    assert done.returncode == 0, done.stdout + done.stderr
    settings = read_settings(override={
        "PATH": str(archive.content), "OUTPUT_PATH": str(output),
        "CACHE_PATH": f"{output}-cache", "PLUGINS": ["press", "search_index"],
    })  # fmt: skip
    return archive, output, site_sums(settings)


def faults(made):
    archive, output, sums = made
    found = fixity.check_archive(archive) + fixity.check_site(output, sums)
    return {fault.path for fault in found}


def flips(folder, seed):
    """Places in the files of a folder, each byte as likely as any other: file, offset, mask."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.stat().st_size)
    pick = random.Random(seed)
    for path in pick.choices(files, weights=[p.stat().st_size for p in files], k=PLACES):
        yield path, pick.randrange(path.stat().st_size), 1 << pick.randrange(8)


def flip(path, at, mask):
    data = bytearray(path.read_bytes())
    data[at] ^= mask
    path.write_bytes(data)


def test_nothing_is_wrong_with_what_nobody_touched(made):
    assert faults(made) == set()


def named(made, path):
    """How faults name a file: the site's by their path in it, the archive's likewise."""
    archive, output, _ = made
    if path.is_relative_to(output):
        return path.relative_to(output).as_posix()
    if path.is_relative_to(archive.articles):
        return path.relative_to(archive.articles).as_posix()
    return path.name.removesuffix(".sha256")


@pytest.mark.parametrize("part", ["content", "output"])
def test_a_flipped_bit_anywhere_is_found_and_named(made, part):
    archive, output, _ = made
    missed = []
    for path, at, mask in flips(archive.content if part == "content" else output, seed=part):
        flip(path, at, mask)
        if named(made, path) not in faults(made):
            missed.append((path.name, at))
        flip(path, at, mask)
    assert missed == []
    assert faults(made) == set()


@pytest.mark.parametrize("where", ["register.sqlite", "journal.jsonl", "twins.tsv", "notices.tsv"])
def test_a_file_beside_the_articles_is_watched_everywhere(made, where):
    archive, _, _ = made
    path = archive.content / where
    size = path.stat().st_size
    pick = random.Random(where)
    missed = []
    for at in pick.sample(range(size), min(PLACES, size)):
        flip(path, at, 1 << pick.randrange(8))
        faulty = faults_of_archive(archive)
        flip(path, at, 0)
        if where not in faulty:
            missed.append(at)
        restore_from(made, path)
    assert missed == []


def faults_of_archive(archive):
    return {fault.path for fault in fixity.check_archive(archive)}


@pytest.fixture(scope="module", autouse=True)
def copies(made):
    """A copy of the content as it was, to put back what a test flipped."""
    archive, _, _ = made
    shutil.copytree(archive.content, archive.root / "copies")


def restore_from(made, path):
    archive, _, _ = made
    shutil.copy2(archive.root / "copies" / path.name, path)


def test_what_is_missing_or_strange_is_named_too(made):
    archive, output, _ = made
    page = output / "index.html"
    words = page.read_bytes()
    page.unlink()
    (output / "new.html").write_text("<p>Read this</p>")
    (archive.articles / "forged.html").write_text("<p>And this</p>")
    assert faults(made) == {"index.html", "new.html", "forged.html"}
    page.write_bytes(words)
    (output / "new.html").unlink()
    (archive.articles / "forged.html").unlink()


ROW = {
    "document": "sha256",
    "sighting": "sha256, dump, locator",
    "set_aside": "dump, locator, sha256",
    "cut": "sha256, start",
    "evidence": "rowid",
    "tag": "sha256, desk, code",
    "sketch": "sha256",
    "withdrawal": "sha256",
    "notice": "sha256",
    "journal": "number",
    "written": "path",
}


@pytest.mark.parametrize("table", ROW)
def test_a_row_taken_away_is_named_with_its_table(made, table):
    archive, _, _ = made
    key = ROW[table]
    register = sqlite3.connect(archive.register)
    done = register.execute(
        f"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} LIMIT 1)"
    )
    register.commit()
    register.close()
    told = " ".join(fault.sentence for fault in fixity.check_archive(archive))
    restore_from(made, archive.register)
    assert done.rowcount == 1
    assert ("in no list" if table == "document" else f"was changed: {table}") in told
