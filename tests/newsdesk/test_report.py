"""The report: what it says is what the register holds, and no dump speaks to the terminal."""

import io
from types import SimpleNamespace

import pytest
from newsdesk import pipeline, report
from newsdesk.archive import Archive
from newsdesk.intake import Gauge
from newsdesk.records import Provenance, SetAside
from newsdesk.register import Register
from rich.console import Console

STORY = """Bridge {number} opens in Dushanbe

(MENAFN- Khaama Press) Officials in Tajikistan opened bridge number {number} on Tuesday.

MENAFN{day:02}012025000228011069ID11090{number:05}
"""


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "dump").mkdir()
    (tmp_path / "archive").mkdir()
    for number in range(25):
        words = STORY.format(number=number, day=number + 1)
        (tmp_path / "dump" / f"{number}.txt").write_text(words)
    (tmp_path / "dump" / "undated.txt").write_text("A bell\n\nThe bell of Oni\x01 rang on its own.")
    (tmp_path / "dump" / "pic\x1b[31m.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    archive = Archive.open(tmp_path / "archive")
    pipeline.ingest([tmp_path / "dump"], archive)
    return archive


def drawn(archive, draw):
    out = io.StringIO()
    console = Console(file=out, width=120)
    with Register.open(archive.register, archive.cache / "register.lock") as register:
        draw(register, console)
    return out.getvalue()


def test_it_draws_what_was_accepted_set_aside_cut_and_tagged(archive):
    shown = drawn(archive, report.draw)
    assert "26 stories in the register, 1 of them undated." in shown
    assert "Set aside: 1 documents" in shown
    lines = [" ".join(line.split()[:-1]) for line in shown.split("\n")]
    assert {"2025 25", "undated 1", "Khaama Press 25", "Tajikistan 25"} <= set(lines)
    assert "menafn.code" in shown
    assert "Repaired while read: 1 documents" in shown
    assert "undated.txt: 1 control characters removed (U+0001)" in shown
    assert "\x1b" not in shown


def test_it_proposes_the_country_a_source_is_at_home_in(archive):
    shown = drawn(archive, lambda register, console: report.propose(register, (), console))
    assert '"Khaama Press" = "TJ"  # 100% of 25 stories' in shown
    settled = {"Khaama Press": "TJ"}
    assert drawn(archive, lambda r, console: report.propose(r, settled, console)) == ""


def test_a_run_is_told_in_counts_and_sentences():
    out = io.StringIO()
    refused = SetAside(Provenance("a\x1b]0;x\x07.txt", "", ""), "It is a picture.")
    summary = pipeline.Summary(1200, known=3, undated=2, repaired=4, set_aside=[refused])
    report.tell(summary, Console(file=out, width=120))
    assert "Documents: 1,200 filed, 3 already in the register, 1 set aside." in out.getvalue()
    assert "It is a picture." in out.getvalue()
    assert "Repaired while they were read: 4 (./inv report names them)." in out.getvalue()
    assert "\x1b" not in out.getvalue()


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("size", [1000, 0])
def test_progress_tells_the_time_left_where_it_is_known(monkeypatch, terminal, size):
    clock = SimpleNamespace(now=1000.0, monotonic=lambda: clock.now)
    monkeypatch.setattr(report, "time", clock)
    out = io.StringIO()
    with report.progress(Console(file=out, width=120, force_terminal=terminal)) as tell:
        # Loading rules took five seconds: they are no measure of what is to come.
        for clock.now, done in ((1005, 10), (1065, 40)):
            tell(pipeline.Summary(accepted=done, gauge=Gauge(size, done * 10, done)))
    assert "40 documents, 1 a second, 0 set aside" in out.getvalue()
    assert ("set aside, about 2 min left" in out.getvalue()) == bool(size)
    assert out.getvalue().count("left") <= out.getvalue().count("40 documents")


def test_time_is_told_in_its_own_unit():
    assert ["9 s", "2 min", "90 min", "2 h"] == [report._span(n) for n in (9.2, 100, 5399, 5401)]
