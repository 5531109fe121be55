"""A document that takes too long, too much memory or its process is set aside; the rest goes on."""

import os
import re
import signal
import time
from multiprocessing import active_children

import pytest
from newsdesk import copydesk, editor, limits, pipeline
from newsdesk.archive import Archive
from newsdesk.copydesk.rulebook import assemble, read_pack
from newsdesk.errors import NewsdeskError
from newsdesk.intake import IntakeSettings, read
from newsdesk.records import Provenance, RawDocument, SetAside
from newsdesk.workers import in_order


def clean_but_heed(raw, rulebook, clean=copydesk.clean):
    """The copydesk with three faults that a hostile text might find in it."""
    if "DWELL" in raw.text:
        re.match(r"(a+)+$", "a" * 40 + "!")  # exponential: it would take years
    if "SWELL" in raw.text:
        return bytearray(2**32)  # at once: built up in pieces, a slow machine rings the clock first
    if "FELL" in raw.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return clean(raw, rulebook)


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "dump"
    folder.mkdir()
    for number in range(300):
        words = {50: "DWELL", 51: "SWELL", 120: "FELL", 121: "FELL", 260: "FELL"}.get(number, "")
        text = f"Bridge {number} opens\n\nKABUL, Jan 5, 2025 (Reuters) - It is number {number}."
        (folder / f"{number:03}.txt").write_text(f"{text} {words}\n")
    return folder


def test_what_takes_too_much_is_set_aside_and_the_rest_is_filed(dump, tmp_path, monkeypatch):
    monkeypatch.setattr(copydesk, "clean", clean_but_heed)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    (tmp_path / "archive.toml").write_text("[intake]\nmax_seconds = 2\nmax_memory = 1073741824\n")
    summary = pipeline.ingest([dump], Archive.open(tmp_path))
    told = {refused.provenance.dump: refused.reason for refused in summary.set_aside}
    assert {
        "050.txt": "It took over 2 seconds to read, longer than one document may; "
        "the rest of it was left out.",
        "051.txt": limits.TOO_MUCH_MEMORY,
        "120.txt": editor.DIED,
        "121.txt": editor.DIED,
        "260.txt": editor.DIED,
    } == told
    assert 295 == summary.accepted


def test_one_process_keeps_to_the_limits_too(dump, tmp_path, monkeypatch):
    for path in sorted(dump.iterdir())[52:]:
        path.unlink()
    monkeypatch.setattr(copydesk, "clean", clean_but_heed)
    (tmp_path / "archive.toml").write_text("[intake]\nmax_seconds = 2\nmax_memory = 1073741824\n")
    summary = pipeline.ingest([dump], Archive.open(tmp_path))
    assert (50, 2) == (summary.accepted, len(summary.set_aside))


def test_reading_keeps_to_the_limits_and_goes_on(tmp_path, monkeypatch):
    from newsdesk.intake import formats

    def dawdle(item, settings, plain=formats.plain.read):
        data = item.head()
        if b"DWELL" in data:
            re.match(r"(a+)+$", "a" * 40 + "!")
        if b"SWELL" in data:
            raise MemoryError
        if b"FELL" in data:
            raise AssertionError("no such lamp")
        return plain(item, settings)

    monkeypatch.setattr(formats.plain, "read", dawdle)
    for name in ("a DWELL", "b SWELL", "c FELL", "d"):
        (tmp_path / f"{name}.txt").write_text(f"The lamp {name}.")
    found = list(read(tmp_path, settings=IntakeSettings(max_seconds=1)))
    told = [one.reason[:24] if isinstance(one, SetAside) else one.text for one in found]
    assert [
        "It took over 1 seconds t",
        "It takes more memory to ",
        "Intake failed on it (Ass",
        "The lamp d.",
    ] == told
    assert isinstance(found[-1], RawDocument)


def test_the_clock_rings_once_and_only_inside(monkeypatch):
    with pytest.raises(NewsdeskError, match=r"over 0.05 seconds"), limits.clock(0.05):
        while True:
            pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass


def test_the_rule_that_took_too_long_is_named(tmp_path):
    pack = """
        pack = { id = "own", why = "Mine." }
        [[rule]]
        id = "bomb"
        why = "It parts letters in every way."
        at = "line"
        pattern = "(a+)+b"
        matches = ["aab"]
        spares = ["ab initio"]
    """
    (tmp_path / "archive.toml").write_text("[intake]\nmax_seconds = 1\n")
    desk = editor.Editor(Archive.open(tmp_path))
    desk._rulebook = assemble(read_pack("own.toml", pack))  # loading would refuse it
    told = desk(RawDocument("A tide\n\n" + "a" * 50, Provenance("dump", "", "0" * 64)))
    assert told.reason.endswith("The rule own.bomb was being tried; ./inv rules check times yours.")


def double(numbers):
    if any(number % 70 == 69 for number in numbers):
        os._exit(1)
    return [number * 2 for number in numbers]


def nothing():
    pass


def test_results_stay_in_order_whatever_dies():
    expected = [(n, None if n % 70 == 69 else 2 * n) for n in range(800)]
    assert expected == list(in_order(range(800), double, 2, nothing))


def linger(numbers):
    if numbers[-1] >= 100:
        time.sleep(60)
    return numbers


def test_who_leaves_off_does_not_wait_for_what_is_under_way():
    work = in_order(range(1000), linger, 2, nothing)
    assert (0, 0) == next(work)
    time.sleep(0.5)  # both processes are at their long tasks
    started = time.monotonic()
    work.close()
    assert time.monotonic() - started < 10
    assert [] == active_children()
