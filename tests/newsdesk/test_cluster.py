"""Work on a real Dask scheduler and two workers, on this machine: one is killed half-way."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from newsdesk import cluster, pipeline
from newsdesk.archive import Archive
from newsdesk.errors import NotPossible
from newsdesk.register import Register

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
TESTS = Path(__file__).resolve().parents[1]
STORY = """Ferry {number} leaves Baku for Aktau

(MENAFN- Caspian Daily) Officials in Azerbaijan said the ferry carried {number} wagons of grain.

MENAFN12012025000228011069ID110904{number:04}
"""


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "dump"
    folder.mkdir()
    for number in range(400):
        path = folder / f"{number:04}.txt"
        path.write_text(STORY.format(number=number), encoding="utf-8")
    return folder


@contextmanager
def workers(count):
    """A scheduler and so many worker processes; yields its address and the workers."""
    from distributed import LocalCluster

    paths = os.pathsep.join(map(str, (PLUGINS, TESTS / "newsdesk")))
    environment = {**os.environ, "PYTHONPATH": paths}
    settings = {"n_workers": 0, "dashboard_address": None, "silence_logs": 50}
    with LocalCluster("127.0.0.1", **settings) as scheduler:
        address = scheduler.scheduler_address
        words = [sys.executable, "-m", "distributed.cli.dask_worker", address]
        words += ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        begun = [
            subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
            for _ in range(count)
        ]
        try:
            with scheduler.get_client() as client:
                client.wait_for_workers(count, timeout=60)
            yield address, begun
        finally:
            for process in begun:
                process.kill()
                process.wait()


def filed(root):
    folder = root / "content" / "articles"
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*.html"))}


def test_a_worker_killed_half_way_loses_nothing_and_doubles_nothing(dump, tmp_path, monkeypatch):
    """The site's content is that of one machine, byte for byte."""
    here, there = Archive.open(tmp_path / "here"), Archive.open(tmp_path / "there")
    pipeline.ingest([dump], here)
    monkeypatch.setattr(cluster, "BATCH", 10)
    with workers(2) as (address, begun):
        enter, killed = Register.enter, []

        def enter_and_kill(self, *words, **facts):
            if not killed:
                killed.append(begun[0].pid)
                os.kill(begun[0].pid, signal.SIGKILL)
            enter(self, *words, **facts)

        monkeypatch.setattr(Register, "enter", enter_and_kill)
        summary = pipeline.ingest([dump], there, scheduler=address)
    assert killed
    assert (summary.accepted, summary.set_aside) == (400, [])
    assert filed(here.root) == filed(there.root)


def test_workers_with_other_rules_are_refused(dump, tmp_path, monkeypatch):
    root = tmp_path / "archive"
    (root / "rules").mkdir(parents=True)
    monkeypatch.setattr(cluster, "fingerprint", lambda archive: "of another machine")
    with workers(1) as (address, _), pytest.raises(NotPossible, match="other rules or headings"):
        pipeline.ingest([dump], Archive.open(root), scheduler=address)
    assert not filed(root)


def test_no_scheduler_is_one_sentence(dump, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(NotPossible, match=r"No Dask scheduler answers at tcp:"):
        pipeline.ingest([dump], Archive.open(tmp_path), scheduler="tcp://127.0.0.1:9")


def test_the_fingerprint_follows_rules_headings_and_settings(tmp_path):
    archive = Archive.open(tmp_path)
    seen = {cluster.fingerprint(archive)}
    for name in ("rules/own.toml", "authority/countries.csv"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("a")
        seen.add(cluster.fingerprint(archive))
    seen.add(cluster.fingerprint(replace(archive, settings={"desks": {"x": 1}})))
    assert len(seen) == 4
