"""Kills, corrections and updates: read by their signs, matched, and decided by a person."""

import io
import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.decisions import confirm_by_setting, decide, waiting
from newsdesk.errors import NoSuchStory, NotPossible
from newsdesk.notices import kind_of, propose, signs
from newsdesk.register import Register
from newsdesk.report import show_notices
from newsdesk.withdrawal import restore
from rich.console import Console

WHEN = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
BODY = (
    "{place}, {day} ({wire}) - {lead} Officials from Tajikistan counted the passengers twice, and"
    " the ferryman of {place} said that the river had never been so wide in any March he knew.\n\n"
    "The search was to go on until Friday, the ministry added without giving a reason.\n"
)
SHORT = "{place}, {day} ({wire}) - {lead} The rest of what was sent from {place} stands.\n"
STORIES = {  # file -> headline, day, wire, lead, note above the text
    "ferry": ("Ferry sinks off Kulob with ninety aboard", "Mar 3, 2025", "Reuters",
              "A ferry sank on Monday with ninety people aboard.", ""),
    "kill": ("KILL: Ferry sinks off Kulob with ninety aboard", "Mar 4, 2025", "Reuters",
             "Please do not use the story on a ferry that was sent on Monday. There was none.", ""),
    "canal": ("Canal to auction two night slots a week", "Mar 3, 2025", "Reuters",
              "The canal lets forty-three vessels through each day.", ""),
    "canal-corrected": ("CORRECTED-Canal to auction two night slots a week", "Mar 5, 2025",
                        "Reuters", "The canal lets thirty-four vessels through each day.",
                        "(Corrects number of vessels in paragraph 1)"),
    "port": ("Port of Poti reopens after storm", "Mar 3, 2025", "Yonhap",
             "The port reopened at dawn on Monday.", ""),
    "port-2": ("(2nd LD) Port of Poti reopens after storm, cranes idle", "Mar 3, 2025", "Yonhap",
               "The port reopened at dawn on Monday, but its cranes stood idle.", ""),
    "other": ("Killer whales seen off Batumi again", "Mar 4, 2025", "Reuters",
              "Three whales were seen from the mole on Tuesday.", ""),
    "orphan": ("CORRECTION: Mint strikes a coin for its founder", "Mar 4, 2025", "Reuters",
               "In a story of Monday the name of the founder was wrong.", ""),
    "stray": ("KILL: Comet seen over the bakery", "Mar 4, 2025", "Reuters",
              "Nobody saw it.", ""),
    "same-words": ("Ferry sinks off Kulob with ninety aboard", "Mar 3, 2025", "Kabul Times",
                   "Another paper has the same headline about its own ferry.", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    root = tmp_path_factory.mktemp("notices")
    (root / "dump").mkdir()
    for name, (head, day, wire, lead, note) in STORIES.items():
        body = (BODY if name not in ("other", "orphan", "stray") else SHORT).format(
            place="KULOB", day=day.split(",")[0], wire=wire, lead=lead
        )
        text = "\n\n".join(part for part in (head, note, day, body) if part)
        (root / "dump" / f"{name}.txt").write_text(text)
    pipeline.ingest([root / "dump"], Archive.open(root / "archive"))
    return root


@pytest.fixture
def archive(filed, tmp_path):
    shutil.copytree(filed / "archive", tmp_path / "archive")
    return Archive.open(tmp_path / "archive")


def names(archive):
    """The stories' names in the dump by their SHA-256."""
    with Register.open(archive.register, archive.lock, reading=True) as register:
        rows = register.rows("SELECT sha256, dump FROM sighting")
    return {sha256: dump.removesuffix(".txt") for sha256, dump in rows}


def proposed(archive):
    known = names(archive)
    with Register.open(archive.register, archive.lock, reading=True) as register:
        return {known[one.sha256]: (one, known[one.target]) for one in propose(register)}


def file_of(archive, name):
    sha256 = next(sha for sha, known in names(archive).items() if known == name)
    with Register.open(archive.register, archive.lock, reading=True) as register:
        return archive.articles / register.find(sha256).path


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.id)
def test_a_sign_matches_its_examples_and_spares_its_near_misses(sign):
    assert [w for w in sign.matches if not sign.regex.match(w)] == []
    assert [w for w in sign.spares if sign.regex.match(w)] == []
    assert len(sign.spares) > 3
    assert {kind_of([words])[0] for words in sign.matches} == {sign.kind}


def test_each_notice_is_matched_with_its_story_and_says_why(archive):
    found = proposed(archive)
    assert {name: (one.kind, target) for name, (one, target) in found.items()} == {
        "kill": ("kill", "ferry"),
        "canal-corrected": ("correction", "canal"),
        "port-2": ("update", "port"),
    }
    kill = found["kill"][0]
    assert (kill.score, kill.why) == (0.95, "its headline is the same")
    assert kill.quote.startswith("KILL")
    assert all(one.state == "proposed" for one, _ in found.values())


def test_they_are_shown_without_obeying_a_quote(archive):
    one, _ = proposed(archive)["kill"]
    bad = replace(one, quote="KILL: \x1b[31m\u202e[bold]red")
    out = io.StringIO()
    files = {one.sha256: "kill.html", one.target: "ferry.html"}
    show_notices([bad], files, Console(file=out, width=200))
    shown = out.getvalue()
    assert f"{one.sha256[:8]}  kill (0.95: its headline is the same)" in shown
    assert "about ferry.html" in shown
    assert "[bold]red" in shown
    assert not {"\x1b", "\u202e"} & set(shown)


def test_nothing_is_changed_before_somebody_decides(archive):
    before = {path: path.read_bytes() for path in archive.content.rglob("*") if path.is_file()}
    proposed(archive)
    assert {p: p.read_bytes() for p in archive.content.rglob("*") if p.is_file()} == before
    assert confirm_by_setting(archive) == []
    assert not archive.notices.exists()


def test_a_confirmed_correction_links_both_and_is_not_asked_about_again(archive):
    one, _ = proposed(archive)["canal-corrected"]
    (done,) = decide(archive, confirm=[one.sha256[:8]], by="Ann", at=WHEN)
    assert done.target == one.target
    ours, theirs = (
        file_of(archive, name).relative_to(archive.articles).as_posix()
        for name in ("canal-corrected", "canal")
    )
    assert archive.notices.read_text() == f"correction\t{ours}\t{theirs}\n"
    assert "canal-corrected" not in proposed(archive)
    assert file_of(archive, "canal").read_text().count("<p>The canal lets forty-three") == 1
    (line,) = map(json.loads, archive.journal.read_text().splitlines())
    assert (line["by"], line["did"]) == ("Ann", "confirmed a correction")
    assert (line["story"], line["notice"]) == (one.target, one.sha256)
    assert fixity.check_archive(archive) == []


def test_a_confirmed_kill_withdraws_its_story_and_restoring_it_drops_the_kill(archive):
    one, _ = proposed(archive)["kill"]
    before = file_of(archive, "ferry").read_bytes()
    decide(archive, confirm=[one.sha256[:8]], by="Ann", at=WHEN)
    text = file_of(archive, "ferry").read_text()
    assert "sank" not in text
    assert "The news agency that sent this story withdrew it." in text
    assert archive.notices.read_text().startswith("kill\t")
    restore(archive, one.target, by="Ben", at=WHEN)
    assert file_of(archive, "ferry").read_bytes() == before
    assert archive.notices.read_text() == ""
    assert proposed(archive).get("kill", (None, None))[1] != "ferry"
    assert fixity.check_archive(archive) == []


def test_a_rejected_match_is_not_proposed_again_and_a_confirmed_one_can_be_taken_back(archive):
    one, _ = proposed(archive)["port-2"]
    decide(archive, reject=[one.sha256[:8]], by="Ann", at=WHEN)
    assert "port-2" not in proposed(archive)
    canal, _ = proposed(archive)["canal-corrected"]
    decide(archive, confirm=[canal.sha256[:8]], by="Ann", at=WHEN)
    decide(archive, reject=[canal.sha256[:8]], by="Ann", at=WHEN)
    assert archive.notices.read_text() == ""


def test_a_person_may_name_the_story_that_a_notice_is_about(archive):
    one, _ = proposed(archive)["canal-corrected"]
    slug = file_of(archive, "port").stem
    (done,) = decide(archive, confirm=[one.sha256[:8]], story=slug, by="Ann", at=WHEN)
    assert names(archive)[done.target] == "port"


def test_a_kill_that_matches_no_story_is_listed_and_may_be_confirmed_by_hand(archive):
    _, astray, files = waiting(archive)
    assert ["kill-comet" in files[one.sha256] for one in astray] == [True]
    slug = file_of(archive, "port").stem
    decide(archive, confirm=[astray[0].sha256[:8]], story=slug, by="Ann", at=WHEN)
    assert "reopened" not in file_of(archive, "port").read_text()
    assert waiting(archive)[1] == []


def test_a_setting_confirms_what_is_sure_and_of_its_kinds(archive):
    (archive.root / "archive.toml").write_text('[custody]\nconfirm = ["kill"]\n')
    (done,) = confirm_by_setting(Archive.open(archive.root), at=WHEN)
    assert done.kind == "kill"
    assert "sank" not in file_of(archive, "ferry").read_text()
    assert {"canal-corrected", "port-2"} <= set(proposed(archive))
    assert json.loads(archive.journal.read_text().splitlines()[0])["by"] == "archive.toml"


def test_all_sure_ones_are_confirmed_at_once(archive):
    sure = [one for one, _ in proposed(archive).values() if one.score >= 0.9]
    assert len(decide(archive, confirm=["sure"], by="Ann", at=WHEN)) == len(sure) > 1


def test_words_that_name_no_notice_are_a_sentence_and_decide_nothing(archive):
    one, _ = proposed(archive)["kill"]
    with pytest.raises(NotPossible, match="names no notice"):
        decide(archive, confirm=["ffffffff", one.sha256], by="Ann")
    with pytest.raises(NotPossible, match="six or more digits"):
        decide(archive, confirm=[one.sha256[:2]], by="Ann")
    with pytest.raises(NoSuchStory):
        decide(archive, confirm=[one.sha256], story="nonsense", by="Ann")
    with pytest.raises(NotPossible, match="no notice that waits"):
        decide(archive, confirm=[file_of(archive, "port").stem], story=one.target, by="Ann")
    assert not archive.journal.exists()
