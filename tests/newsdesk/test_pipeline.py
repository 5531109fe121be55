"""The order of work: dumps in, content files and register out, the same whatever happens twice."""

import os
import random

import pytest
from newsdesk import filing, fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.errors import BadRule, BadSetting, RegisterInUse
from newsdesk.register import Register

STORY = """{title}

(MENAFN- Khaama Press) Officials in Kabul opened a bridge over the river on {day} January.

Traders from Tajikistan said it would shorten the road to the market by half a day.

MENAFN{day:02}012025000228011069ID110904{day:04}
"""


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "dump"
    folder.mkdir()
    for day in range(1, 6):
        text = STORY.format(title=f"Bridge number {day} opens in Kabul", day=day)
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    return folder


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "archive").mkdir()
    return Archive.open(tmp_path / "archive")


def everything(folder):
    """Every file with its bytes and its time of writing."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_mtime_ns) for p in files}


def register(archive):
    return Register.open(archive.register, archive.cache / "register.lock")


def test_a_dump_is_filed_and_what_cannot_be_read_is_listed(dump, archive):
    summary = pipeline.ingest([dump], archive)
    assert (summary.accepted, summary.seen) == (5, 6)
    assert [s.provenance.dump for s in summary.set_aside] == ["picture.txt"]
    assert len(list(archive.articles.rglob("2025/01/*/*.html"))) == 5


def test_what_was_set_aside_and_is_filed_later_is_listed_no_more(tmp_path, archive):
    dump = tmp_path / "list.csv"
    dump.write_text("title,words\nA lamp,The lamp of Kelby is lit again after a winter of work.\n")
    assert len(pipeline.ingest([dump], archive).set_aside) == 1
    (archive.root / "archive.toml").write_text("[intake.keys]\ntext = ['words']\n")
    archive = Archive.open(archive.root)
    assert pipeline.ingest([dump], archive).accepted == 1
    with Register.open(archive.register, archive.lock) as register:
        assert register.rows("SELECT * FROM set_aside") == []
    assert fixity.check_archive(archive) == []


def test_the_same_dump_twice_changes_nothing_on_disk(dump, archive):
    pipeline.ingest([dump], archive)
    before = everything(archive.content)
    summary = pipeline.ingest([dump], archive)
    assert (summary.accepted, summary.known) == (0, 5)
    assert everything(archive.content) == before


def test_the_order_of_ingest_changes_no_file(dump, archive, tmp_path):
    (tmp_path / "other").mkdir()
    other = Archive.open(tmp_path / "other")
    files = sorted(dump.iterdir())
    pipeline.ingest(files, archive)
    random.Random(7).shuffle(files)
    for file in files:
        pipeline.ingest([file], other)
    here, there = everything(archive.articles), everything(other.articles)
    assert {k: v[0] for k, v in here.items()} == {k: v[0] for k, v in there.items()}


def test_a_copy_elsewhere_is_sighted_not_filed_again(dump, archive, tmp_path):
    pipeline.ingest([dump / "1.txt"], archive)
    (tmp_path / "copy.txt").write_bytes((dump / "1.txt").read_bytes())
    summary = pipeline.ingest([tmp_path / "copy.txt"], archive)
    assert (summary.accepted, summary.known) == (0, 1)
    with register(archive) as open_register:
        rows = open_register.rows("SELECT dump FROM sighting ORDER BY dump")
    assert rows == [("1.txt",), ("copy.txt",)]


def test_refiling_by_the_same_rules_changes_nothing(dump, archive):
    pipeline.ingest([dump], archive)
    before = everything(archive.articles)
    summary = pipeline.refile(archive)
    assert (summary.unchanged, summary.rewritten) == (5, 0)
    assert everything(archive.articles) == before


def test_an_edit_by_hand_stays_and_is_told(dump, archive):
    pipeline.ingest([dump], archive)
    file = next(archive.articles.rglob("bridge-number-3*.html"))
    file.write_text(file.read_text().replace("half a day", "three hours"))
    summary = pipeline.refile(archive)
    assert summary.kept_by_hand == [str(file.relative_to(archive.articles))]
    assert "three hours" in file.read_text()


def test_a_file_that_a_killed_refile_wrote_is_no_edit_by_hand(dump, archive, monkeypatch):
    pipeline.ingest([dump], archive)
    monkeypatch.setattr(filing, "SUMMARY_WORDS", 5)
    with monkeypatch.context() as cut_off:
        cut_off.setattr(Register, "enter", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            pipeline.refile(archive)
    summary = pipeline.refile(archive)
    assert summary.kept_by_hand == []
    assert fixity.check_archive(archive) == []


def test_a_page_without_a_word_is_set_aside(archive, tmp_path):
    (tmp_path / "a.html").write_text("<!DOCTYPE html><html><script>lamp()</script></html>")
    (refused,) = pipeline.ingest([tmp_path / "a.html"], archive).set_aside
    assert refused.reason == "It has neither a headline nor a paragraph; there is nothing to file."
    assert not archive.articles.exists()


def test_a_changed_heading_refiles_what_it_changes(dump, archive):
    pipeline.ingest([dump / "1.txt", dump / "2.txt"], archive)
    file = next(archive.articles.rglob("bridge-number-1*.html"))
    written = file.read_bytes()
    with register(archive) as open_register:
        # What an older rule would have written: other bytes, unedited since.
        old = written.replace(b"shorten", b"SHORTEN")
        file.write_bytes(old)
        import hashlib

        open_register._db.execute(
            "UPDATE document SET file_sha256 = ? WHERE path LIKE '%bridge-number-1%'",
            (hashlib.sha256(old).hexdigest(),),
        )
    summary = pipeline.refile(archive)
    assert (summary.rewritten, summary.unchanged) == (1, 1)
    assert file.read_bytes() == written


def test_the_register_gives_every_document_back_as_intake_gave_it(dump, archive):
    pipeline.ingest([dump], archive)
    with register(archive) as open_register:
        documents = list(open_register.documents())
    texts = sorted(raw.text for raw, _ in documents)
    files = sorted(p for p in dump.glob("?.txt"))
    assert texts == sorted(p.read_text(encoding="utf-8") for p in files)


def test_a_second_run_at_once_is_told_who_holds_the_register(archive, dump):
    with register(archive), pytest.raises(RegisterInUse, match=f"process {os.getpid()}"):
        pipeline.ingest([dump], archive)


def test_a_bad_rule_stops_the_run_before_anything_is_filed(archive, dump):
    (archive.root / "rules").mkdir()
    (archive.root / "rules" / "mine.toml").write_text("this is not toml")
    with pytest.raises(BadRule, match=r"mine\.toml"):
        pipeline.ingest([dump], archive)
    assert not archive.content.exists()


@pytest.mark.parametrize("words", ["[nonsense]\na = 1\n", "[intake\n", "[intake]\nspeed = 9\n"])
def test_a_bad_setting_stops_the_run_before_anything_is_filed(archive, dump, words):
    (archive.root / "archive.toml").write_text(words)
    with pytest.raises(BadSetting):
        pipeline.ingest([dump], Archive.open(archive.root))
    assert not archive.content.exists()


def test_a_large_dump_goes_over_all_cores_in_the_same_order(tmp_path, archive):
    (tmp_path / "many").mkdir()
    for number in range(450):
        text = STORY.format(title=f"Report {number:03} from Kabul", day=1 + number % 28)
        (tmp_path / "many" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    summary = pipeline.ingest([tmp_path / "many"], archive)
    assert (summary.accepted, summary.set_aside) == (450, [])
    assert len(list(archive.articles.rglob("*.html"))) == 450
