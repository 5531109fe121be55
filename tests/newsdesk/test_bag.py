"""An archive in a bag: accepted by the Library of Congress's validator, honest about raw dumps."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime

import bagit
import pytest
from conftest import inflated
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.bag import CHANGED, ELSEWHERE, IN_BAG, WITHHELD, make_bag
from newsdesk.errors import BadSetting, NotPossible
from newsdesk.withdrawal import withdraw

STORY = "Ferry {n} sails\n\nDUSHANBE, Jan {n}, 2025 (Reuters) - Officials of Iran saw ferry {n}.\n"
WHEN = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    """An archive of three dumps, one in a folder, beside the folder."""
    place = tmp_path_factory.mktemp("filed")
    dump = place / "dump"
    (dump / "old 100%").mkdir(parents=True)
    for n, name in enumerate(("a.txt", "b.txt", "old 100%/c.txt"), 1):
        (dump / name).write_text(STORY.format(n=n))
    (dump / "stray.doc").write_bytes(b"")
    (place / "archive").mkdir()
    (place / "archive" / "archive.toml").write_text('[custody]\nraw = ["../dump"]\n')
    pipeline.ingest([dump], Archive.open(place / "archive"))
    (dump / "never filed.txt").write_text("Nobody ingested this.")
    return place


@pytest.fixture
def made(filed, tmp_path):
    """The archive and the folder, to do with as a test likes."""
    shutil.copytree(filed, tmp_path, dirs_exist_ok=True)
    return Archive.open(tmp_path / "archive"), tmp_path / "dump"


def states(bag):
    rows = (line.split("\t") for line in (bag / "raw-dumps.tsv").read_text().splitlines()[1:])
    return {name: (state, int(missing)) for name, _, missing, state, _ in rows}


def test_the_validator_of_the_library_of_congress_accepts_it(made, tmp_path):
    archive, _ = made
    told = make_bag(archive, tmp_path / "bag", archive.custody.raw, at=WHEN,
                    about={"Source-Organization": "Two\nlines"})  # fmt: skip
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate(processes=1)
    assert bag.version_info == (1, 0)
    assert bag.info["Bagging-Date"] == "2026-03-04"
    assert bag.info["Source-Organization"] == "Two lines"
    assert bag.info["Payload-Oxum"] == f"{told.bytes}.{told.files}"
    assert fixity.check_folder(tmp_path / "bag") == []


def test_it_holds_content_register_settings_and_the_dumps_that_were_filed(made, tmp_path):
    archive, dump = made
    make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    payload = tmp_path / "bag" / "data"
    for path in (p for p in archive.content.rglob("*") if p.is_file()):
        inside = payload / "content" / path.relative_to(archive.content)
        assert inside.read_bytes() == path.read_bytes()
    assert (payload / "settings" / "archive.toml").is_file()
    raw = list(fixity.files_in(payload / "raw"))  # what was set aside too, what was never read not
    assert raw == ["dump/a.txt", "dump/b.txt", "dump/stray.doc", "dump/old 100=25/c.txt"]
    assert states(tmp_path / "bag")["a.txt"] == (IN_BAG, 0)


def test_a_register_in_a_bag_is_an_archive_again(made, tmp_path):
    archive, dump = made
    make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    again = tmp_path / "again"
    shutil.copytree(tmp_path / "bag/data/content", again / "content")
    assert fixity.check_archive(Archive.open(again)) == []
    assert pipeline.refile(Archive.open(again)).unchanged == 3


def test_dumps_that_are_elsewhere_or_changed_are_told(made, tmp_path):
    archive, dump = made
    (dump / "a.txt").write_text("Other words stand here now, and more of them than before.")
    (dump / "b.txt").unlink()
    told = make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    found = states(tmp_path / "bag")
    assert found["a.txt"] == (CHANGED, 1)
    assert found["b.txt"] == (ELSEWHERE, 0)
    assert found["old 100%25/c.txt"] == (IN_BAG, 0)
    assert f"1 {CHANGED}" in told.raw
    assert told.raw in bagit.Bag(str(tmp_path / "bag")).info["Raw-Dumps"]


def test_a_bag_with_dumps_is_not_replaced_by_one_without(made, tmp_path):
    archive, dump = made
    make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    before = (tmp_path / "bag" / "raw-dumps.tsv").read_bytes()
    with pytest.raises(NotPossible, match="holds 4 raw dump files that are in none of the folders"):
        make_bag(archive, tmp_path / "bag", [], at=WHEN)
    assert before == (tmp_path / "bag" / "raw-dumps.tsv").read_bytes()
    assert fixity.check_folder(tmp_path / "bag") == []


def test_a_purged_story_is_in_no_byte_of_a_bag(made, tmp_path):
    archive, dump = made
    withdraw(archive, next(archive.articles.rglob("ferry-2*")).stem, reason="Asked to", by="Ann",
             purge=True)  # fmt: skip
    make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    assert states(tmp_path / "bag")["b.txt"] == (WITHHELD, 0)
    phrase = b"saw ferry 2"
    assert phrase in (dump / "b.txt").read_bytes()
    for path in (p for p in (tmp_path / "bag").rglob("*") if p.is_file()):
        data = path.read_bytes()
        assert not any(phrase in one for one in (data, *inflated(data))), path
    bagit.Bag(str(tmp_path / "bag")).validate(processes=1)


def test_the_same_archive_on_the_same_day_makes_the_same_bag(made, tmp_path):
    archive, dump = made
    make_bag(archive, tmp_path / "one", [dump], at=WHEN)
    make_bag(archive, tmp_path / "two", [dump], at=WHEN)
    make_bag(archive, tmp_path / "two", [dump], at=WHEN)  # over an older bag
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
        for name in fixity.files_in(tmp_path / "one")
    )
    assert list(fixity.files_in(tmp_path / "one")) == list(fixity.files_in(tmp_path / "two"))


FILES = "bagit.txt bag-info.txt manifest-sha256.txt raw-dumps.tsv data/raw/dump/a.txt"


@pytest.mark.parametrize("name", [*FILES.split(" "), "data/content/register.sqlite"])
def test_a_flipped_bit_is_named_by_verify_and_refused_by_the_validator(made, tmp_path, name):
    archive, dump = made
    make_bag(archive, tmp_path / "bag", [dump], at=WHEN)
    data = bytearray((tmp_path / "bag" / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "bag" / name).write_bytes(data)
    assert name in {fault.path for fault in fixity.check_folder(tmp_path / "bag")}
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(tmp_path / "bag")).validate(processes=1)


def test_a_place_that_is_taken_and_a_dump_that_is_not_there_are_sentences(made, tmp_path):
    archive, dump = made
    (archive.root / "rules").mkdir()
    (archive.root / "rules" / "own.toml").touch()
    with pytest.raises(NotPossible, match="holds something else"):
        make_bag(archive, archive.root / "rules", [])
    with pytest.raises(NotPossible, match="can neither lie in"):
        make_bag(archive, dump / "bag", [dump])
    with pytest.raises(NotPossible, match=r"no raw dump at .*nowhere"):
        make_bag(archive, tmp_path / "bag", [tmp_path / "nowhere"])
    with pytest.raises(NotPossible, match="no register yet"):
        make_bag(Archive(tmp_path / "empty"), tmp_path / "bag", [])
    assert not (tmp_path / "bag").exists()


def test_a_bad_setting_is_a_sentence(tmp_path):
    for line, words in (("raw = 1", "list of words"), ("keep = []", "no setting 'keep'"),
                        ('confirm = ["rumour"]', "«rumour» is none")):  # fmt: skip
        (tmp_path / "archive.toml").write_text(f"[custody]\n{line}\n")
        with pytest.raises(BadSetting, match=words):
            _ = Archive.open(tmp_path).custody


PEAK = """
import resource, sys
from pathlib import Path
from newsdesk.archive import Archive
from newsdesk.bag import make_bag
make_bag(Archive.open(Path(sys.argv[1])), Path(sys.argv[2]), [Path(sys.argv[3])])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_size_of_a_dump(made, tmp_path):
    """The same archive, its dump once small and once of 32 MB that intake splits into stories."""
    archive, dump = made

    def peak(name):
        words = [sys.executable, "-c", PEAK, str(archive.root), str(tmp_path / name), str(dump)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)

    small = peak("small")
    line = b'{"title": "Ferry", "text": "' + b"Ferries sail. " * 4000 + b'"}\n'
    (dump / "b.txt").unlink()
    with (dump / "b.txt").open("wb") as file:
        file.writelines(line for _ in range(600))
    assert peak("large") - small < 16 << 20
    assert (tmp_path / "large/data/raw/dump/b.txt").stat().st_size > 32 << 20


def test_folders_whose_name_begins_with_a_point_are_named_whole(tmp_path):
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known" / "security.txt").write_text("x")
    (tmp_path / "b").write_text("x")
    assert ["b", ".well-known/security.txt"] == list(fixity.files_in(tmp_path))
