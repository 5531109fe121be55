"""Killed at any moment, an ingest leaves an archive that the next run completes: the same bytes."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive

ROOT = Path(__file__).resolve().parents[2]
STORIES = 120
# A shell that put the tests into the background has SIGINT ignored, which children inherit.
INGEST = """
import signal, sys
from pathlib import Path
from newsdesk import pipeline
from newsdesk.archive import Archive
pipeline.COMMIT_SECONDS = 0.01
signal.signal(signal.SIGINT, signal.default_int_handler)
pipeline.ingest([Path(sys.argv[1])], Archive.open(Path(sys.argv[2])))
"""
VERB = """
import signal, sys
from pathlib import Path
from invoke import Exit
from newsdesk import pipeline
from verbs.running import on_dumps
pipeline.COMMIT_SECONDS = 0.01
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    on_dumps(pipeline.ingest, [Path(sys.argv[1])], root=Path(sys.argv[2]))
except Exit as stopped:
    print(stopped.message, file=sys.stderr)
    sys.exit(stopped.code)
"""


@pytest.fixture(scope="module")
def dump(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dump")
    for number in range(STORIES):
        day = number % 28 + 1
        text = (
            f"Bridge {number} opens in Kabul\n\nKABUL, Jan {day}, 2025 (Reuters) - Officials from"
            f" Tajikistan opened bridge number {number} over the river on Tuesday, they said.\n"
        )
        (folder / f"{number:03}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def many(dump, tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    for copy in range(6):
        for path in dump.iterdir():
            text = path.read_text().replace("over the river", f"over river {copy}")
            (folder / f"{copy}-{path.name}").write_text(text)
    return folder


@pytest.fixture(scope="module")
def calm(many, tmp_path_factory):
    archive = Archive.open(tmp_path_factory.mktemp("calm"))
    pipeline.ingest([many], archive)
    return files(archive)


def at_work(program, many, archive):
    """Ingest in a process group of its own; return once its processes are at work."""
    words = [sys.executable, "-c", program, str(many), str(archive.root)]
    running = subprocess.Popen(
        words, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while len(list(archive.articles.rglob("*.html"))) < 60:
        time.sleep(0.01)
    return running


def ingest(dump, root):
    pipeline.COMMIT_SECONDS = 0.01
    pipeline.ingest([dump], Archive.open(root))


def ended(dump, root, seconds=None):
    """Ingest in a process that has the rules already, kill it after so many seconds; its end."""
    running = get_context("fork").Process(target=ingest, args=(dump, root))
    running.start()
    running.join(seconds)
    running.kill()
    running.join()
    return running.exitcode


def files(archive):
    return {p.name: p.read_bytes() for p in sorted(archive.articles.rglob("*")) if p.is_file()}


def test_a_killed_ingest_is_completed_by_the_next_one(dump, tmp_path):
    (tmp_path / "calm").mkdir()
    calm = Archive.open(tmp_path / "calm")
    pipeline.ingest([dump], calm)
    start = time.monotonic()
    assert ended(dump, tmp_path / "timed") == 0
    whole = time.monotonic() - start
    pick, numbers = random.Random(1), count()
    for _ in range(6):
        after, end = pick.uniform(0, whole), 0
        while end == 0:  # it was done before: kill it sooner
            archive = Archive.open(tmp_path / str(next(numbers)))
            end = ended(dump, archive.root, after)
            after *= 0.75
        assert end == -signal.SIGKILL
        pipeline.ingest([dump], archive)
        assert files(archive) == files(calm)
        assert fixity.check_archive(archive) == []
        assert archive.twins.read_bytes() == calm.twins.read_bytes()


def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(many, calm, tmp_path):
    """The terminal sends it to every process of the group; nobody prints a trace but the first."""
    archive = Archive.open(tmp_path)
    running = at_work(INGEST, many, archive)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate()[1]
    # One process prints; struck in the middle of an error, its trace has that one before it.
    assert told.count("Traceback") - told.count("During handling of") == 1
    assert told.rstrip().endswith("KeyboardInterrupt")
    assert len(files(archive)) < len(calm)
    pipeline.ingest([many], archive)
    assert files(archive) == calm
    assert fixity.check_archive(archive) == []


@pytest.mark.parametrize("pause", [0.02, 0.1, 0.3])
def test_ctrl_c_pressed_again_and_again_does_not_disturb_the_first(many, calm, tmp_path, pause):
    archive = Archive.open(tmp_path)
    running = at_work(VERB, many, archive)
    struck = time.monotonic()
    for _ in range(5):
        with suppress(ProcessLookupError):  # it has ended
            os.killpg(running.pid, signal.SIGINT)
        time.sleep(pause)
    try:
        told = running.communicate(timeout=20)[1]
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        raise
    assert time.monotonic() - struck < 10  # seconds, on a busy machine
    assert (running.returncode, told) == (
        130,
        "Stopped. What was filed stays; the same line again goes on.\n",
    )
    with pytest.raises(ProcessLookupError):  # no worker is left
        os.killpg(running.pid, 0)
    # The register is whole; what was written since its last commit, the next run enters.
    assert {fault.sentence[:13] for fault in fixity.check_archive(archive)} <= {"is in no list"}
    pipeline.ingest([many], archive)
    assert files(archive) == calm
    assert fixity.check_archive(archive) == []
