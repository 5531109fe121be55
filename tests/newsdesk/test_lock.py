"""One run at a time: the second is told who holds what, since when, and changes nothing."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.decisions import decide
from newsdesk.errors import InUse, RegisterInUse
from newsdesk.lock import held
from newsdesk.trace import trace
from newsdesk.withdrawal import restore, withdraw

HOLD = """
import sys, time
from pathlib import Path
from newsdesk.lock import held
with held(Path(sys.argv[1]), "ingest", "the register"):
    print("held", flush=True)
    time.sleep(60)
"""
HOLD_WITH_WORKER = HOLD.replace(  # the worker tells, so that it surely has begun
    'print("held"',
    """import os
    if os.fork() > 0:
        time.sleep(60)
    print("held\"""",
)


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "archive").mkdir()
    return Archive.open(tmp_path / "archive")


def holder(lock, program=HOLD):
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(lock)], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout.readline() == "held\n"
    return running


VERBS = {
    "ingest": lambda archive: pipeline.ingest([archive.root], archive),
    "refile": pipeline.refile,
    "withdraw": lambda archive: withdraw(archive, "x", reason="y", by="z"),
    "restore": lambda archive: restore(archive, "x", by="z"),
    "verify": fixity.check_archive,
    "corrections": lambda archive: decide(archive, by="z"),
    "trace": lambda archive: trace(archive, "x"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_the_second_run_is_told_who_holds_the_archive(archive, verb):
    other = holder(archive.lock)
    try:
        with pytest.raises(RegisterInUse) as told:
            VERBS[verb](archive)
    finally:
        other.kill()
        other.wait()
    host = socket.gethostname()
    assert f"by another run: ingest (process {other.pid} on {host}, since 2" in str(told.value)
    assert not archive.content.exists() or not any(archive.content.iterdir())


@pytest.mark.parametrize("program", [HOLD, HOLD_WITH_WORKER], ids=["alone", "with a worker"])
def test_a_killed_run_holds_nothing_any_more(archive, program):
    other = holder(archive.lock, program)
    other.send_signal(signal.SIGKILL)
    other.wait()
    with held(archive.lock, "build", "the site"):
        pass


def test_the_lock_is_let_go_of_and_names_the_next_holder(archive):
    with held(archive.lock, "refile", "the register"):
        pass
    with (
        held(archive.lock, "ingest", "the site"),
        pytest.raises(
            InUse, match=rf"The site is held by another run: ingest \(process {os.getpid()}"
        ),
        held(archive.lock, "build", "the site"),
    ):
        time.sleep(0)
