"""The verbs as a user runs them, in a fresh checkout of their own."""

import asyncio
import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from invoke import Exit
from tornado.websocket import websocket_connect

ROOT = Path(__file__).resolve().parent.parent


def run(*words, cwd, check=True, **environment):
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, "BACKFILE_VENV": str(Path(sys.prefix)), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def checkout(clone):
    """A clone with the sample dumps ingested: the start of a user's archive."""
    run("./inv", "ingest", "samples/dump", cwd=clone)
    return clone


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of what git tracks."""
    folder = tmp_path_factory.mktemp("checkout")
    tracked = run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=ROOT).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for words in (
        ("init", "-q"),
        ("config", "user.email", "librarian@example.org"),
        ("config", "user.name", "Librarian"),
        ("add", "-A"),
        ("commit", "-qm", "As cloned"),
    ):
        run("git", *words, cwd=folder)
    run(sys.executable, "-m", "compileall", "-q", "plugins", "verbs", cwd=folder)  # once for all
    return folder


def test_a_build_before_any_story_says_what_to_do(clone):
    done = run("./inv", "build", cwd=clone, check=False)
    told = "There is no folder content: no story was filed yet. File some first: ./inv ingest"
    assert (done.returncode, done.stdout, done.stderr.partition(" ~")[0]) == (1, "", told)


def test_ingest_build_and_report_leave_git_clean(checkout):
    assert "Next: ./inv serve" in run("./inv", "build", cwd=checkout).stdout
    report = run("./inv", "report", cwd=checkout).stdout
    assert "stories in the register" in report
    assert "Notices of wires that wait for a decision: 1\n" in report
    assert (checkout / "output" / "index.html").exists()
    assert run("git", "status", "--porcelain", cwd=checkout).stdout == ""


def test_a_theme_that_is_not_there_is_one_sentence(checkout):
    before = files_of(checkout / "output")
    done = run("./inv", "build", "--", "--theme-path", "thme", cwd=checkout, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no theme «thme», neither a folder nor one of Pelican's")
    assert before == files_of(checkout / "output")
    run("./inv", "build", "--", "--theme-path", "simple", "--output", ".simple", cwd=checkout)
    shutil.rmtree(checkout / ".simple")


@pytest.mark.parametrize(
    ("line", "fault"),
    [("THEME = (", "SyntaxError: '(' was never closed"), ("THEME = 1 / 0", "ZeroDivisionError")],
)
def test_settings_that_cannot_be_read_are_one_sentence(checkout, line, fault):
    conf = checkout / "pelicanconf.py"
    kept = conf.read_text("utf-8")
    conf.write_text(f"{kept}\n{line}\n")
    done = run("./inv", "build", cwd=checkout, check=False)
    conf.write_text(kept)
    assert done.returncode == 1
    where = f"pelicanconf.py cannot be read (line {kept.count(chr(10)) + 2}): {fault}"
    assert done.stderr.startswith(where)
    assert len(done.stderr.splitlines()) == 1
    assert not done.stdout


def test_the_demo_works_in_its_own_folder(checkout):
    before = sorted((checkout / "content").rglob("*"))
    assert "Next:" in run("./inv", "demo", "--no-serve", cwd=checkout).stdout
    assert (checkout / ".demo" / "output" / "search" / "index.html").exists()
    assert sorted((checkout / "content").rglob("*")) == before
    assert run("git", "status", "--porcelain", cwd=checkout).stdout == ""


def test_words_after_two_dashes_go_to_pelican(checkout):
    assert "DEBUG" in run("./inv", "build", "--", "--debug", cwd=checkout).stdout.upper()


def test_words_after_two_dashes_stay_as_they_were_quoted(checkout):
    done = run(
        "./inv",
        "test",
        "--",
        "--collect-only",
        "-q",
        "-k",
        "no_such or stay_as_they_were_quoted",
        cwd=checkout,
        check=False,
    )
    assert "tests/test_inv.py: 1" in done.stdout


def test_without_a_verb_the_verbs_are_listed(checkout):
    listed = run("./inv", "--list", cwd=checkout).stdout
    assert "ingest" in listed
    assert listed == run("./inv", cwd=checkout).stdout


@pytest.mark.parametrize("words", ["report", "--list"])
def test_who_stops_listening_is_told_nothing_more(checkout, words):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        ["./inv", words], cwd=checkout, stdout=writing, stderr=subprocess.PIPE, text=True,
        check=False, env={**os.environ, "BACKFILE_VENV": str(Path(sys.prefix))},
    )  # fmt: skip
    os.close(writing)
    assert "" == done.stderr


@pytest.mark.parametrize("words", ["bench.ingest nowhere", "bench.build --content nowhere"])
def test_what_is_not_there_cannot_be_measured(checkout, words):
    done = run("./inv", *words.split(), cwd=checkout, check=False)
    assert 2 == done.returncode
    assert done.stderr.strip().endswith("no file or folder «nowhere»; nothing was measured.")


def test_strict_ingest_fails_when_something_is_set_aside(checkout, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    assert run("./inv", "ingest", tmp_path, cwd=checkout).returncode == 0
    assert run("./inv", "ingest", tmp_path, "--strict", cwd=checkout, check=False).returncode == 1


def test_a_path_that_is_not_there_is_one_sentence(checkout):
    done = run("./inv", "ingest", "nowhere", cwd=checkout, check=False)
    assert done.returncode == 2
    assert "There is no file or folder «nowhere»" in done.stderr
    assert "Traceback" not in done.stderr


def files_of(folder):
    return sorted(p.relative_to(folder) for p in folder.rglob("*"))


def test_publish_sends_a_release_and_switches_to_it(checkout, tmp_path):
    target = tmp_path / "www"
    run("./inv", "publish", "--to", f"{target}/", "--dry-run", cwd=checkout)
    assert not target.exists()
    told = run("./inv", "publish", "--to", f"{target}/", cwd=checkout).stdout
    assert "which" in told and "current is now" in told
    assert files_of((target / "current").resolve()) == files_of(checkout / "output")
    done = run("./inv", "publish", "--to", target, "--rollback", cwd=checkout, check=False)
    assert "no release before the current one" in done.stderr
    told = run("./inv", "preflight", "--host", "cloudflare", cwd=checkout).stdout
    assert told.startswith("Cloudflare Pages: fits (")


def test_publish_in_place_takes_back_what_is_gone(checkout, tmp_path):
    (tmp_path / "old.html").write_text("gone")
    run("./inv", "publish", "--to", f"{tmp_path}/", "--in-place", cwd=checkout)
    assert files_of(tmp_path) == files_of(checkout / "output")


def test_gh_pages_pushes_the_site_to_its_branch(checkout, tmp_path):
    remote = tmp_path / "remote.git"
    run("git", "init", "-q", "--bare", remote, cwd=tmp_path)
    run("git", "remote", "add", "origin", remote, cwd=checkout)
    run("./inv", "gh_pages", "--dry-run", cwd=checkout)
    assert run("git", "branch", "--list", "gh-pages", cwd=remote).stdout == ""
    run("./inv", "gh_pages", cwd=checkout)
    pushed = run("git", "ls-tree", "-r", "--name-only", "gh-pages", cwd=remote).stdout.split("\n")
    assert "index.html" in pushed
    assert ".nojekyll" in pushed
    run("./inv", "gh_pages", "--no-history", cwd=checkout)
    commits = run("git", "rev-list", "--count", "gh-pages", cwd=remote).stdout
    assert commits.strip() == "1"


@pytest.mark.alone
def test_the_launcher_adds_less_than_a_third_to_a_bare_python():
    """After set-up ./inv only compares the lock's checksum and hands over: timed side by side."""
    import time

    def fastest(*words):
        times = []
        for _ in range(5):
            start = time.perf_counter()
            run(*words, cwd=ROOT)
            times.append(time.perf_counter() - start)
        return min(times)

    bare = fastest(sys.executable, "-m", "invoke", "--list")
    assert fastest("./inv", "--list") < 1.5 * bare


def test_a_decision_of_the_review_becomes_a_rule_and_is_not_asked_again(checkout, tmp_path):
    (tmp_path / "kelby.txt").write_text(
        "Kelby harbour\n\nThe harbour was quiet on Monday, and the gulls were not.\n\nShe accepts"
        " cookies, but only those on a plate, and the privacy policy of the lighthouse.\n"
    )
    run("./inv", "ingest", tmp_path / "kelby.txt", cwd=checkout)
    first = run("./inv", "rules", "review", cwd=checkout).stdout
    ids = re.findall(r"<legend>(\w{8})", (checkout / "review.html").read_text("utf-8"))
    assert f"For review: {len(ids)}" in first
    told = run("./inv", "rules", "review", "--reject", ids[0], cwd=checkout).stdout
    assert "Rules added to rules/reviewed.toml: 1" in told
    assert f"For review: {len(ids) - 1}" in told
    assert "Every rule of" in run("./inv", "rules", "check", cwd=checkout).stdout
    again = run("./inv", "rules", "review", "--accept", ids[0], cwd=checkout, check=False)
    assert f"No block in doubt has the id «{ids[0]}»" in again.stderr
    run("git", "clean", "-fq", "rules", cwd=checkout)


def test_a_shipped_rule_that_was_spoilt_is_told_by_the_check(checkout):
    pack = checkout / "plugins/newsdesk/rules/wordpress.toml"
    printed = pack.read_text("utf-8")
    try:
        pack.write_text(
            printed.replace(
                "spares = [", 'spares = ["Klick auf X (Wird in neuem Fenster geöffnet)", ', 1
            ),
            "utf-8",
        )
        done = run("./inv", "rules", "check", cwd=checkout, check=False)
    finally:
        pack.write_text(printed, "utf-8")
    assert (1, True) == (done.returncode, done.stderr.startswith("wordpress.toml, rule"))


def test_explaining_no_file_is_refused_at_once(checkout):
    done = run("./inv", "explain", "", cwd=checkout, check=False)
    assert (done.returncode, done.stderr.strip()) == (
        2,
        "No file is named. For example: ./inv explain samples/dump",
    )


def test_a_wrong_address_is_answered_with_the_sites_own_page(checkout):
    run("./inv", "build", cwd=checkout)
    words = ["./inv", "serve", "--port", "0"]
    own = {**os.environ, "BACKFILE_VENV": str(Path(sys.prefix))}
    with subprocess.Popen(
        words, cwd=checkout, env=own, stdout=subprocess.PIPE, text=True
    ) as server:
        address = re.search(r"http://localhost:\d+/", server.stdout.readline()).group()
        with pytest.raises(urllib.error.HTTPError) as told:
            urllib.request.urlopen(address + "nowhere/", timeout=20)
        shown = told.value.read()  # before the server goes, which may still be sending it
        server.terminate()
    assert told.value.code == 404
    assert shown == (checkout / "output" / "404.html").read_bytes()


def test_explaining_what_is_not_there_is_a_sentence(checkout):
    done = run("./inv", "explain", "/nowhere", cwd=checkout, check=False)
    told = (done.returncode, done.stderr.strip())
    assert told == (2, "There is no file or folder at /nowhere.")


def test_an_archive_is_bagged_traced_and_corrected(checkout, tmp_path):
    bag = tmp_path / "bag"
    told = run("./inv", "bag", "--to", bag, "--raw", "samples/dump", cwd=checkout).stdout
    # Tests above may have filed two files from folders of their own.
    assert re.search(r"Of \d+ raw dump files: (2 elsewhere; )?\d+ in the bag\.", told), told
    assert "Everything is as it was written." in run("./inv", "verify", bag, cwd=checkout).stdout
    (bag / "data/raw/dump/menafn/mojibake.txt").write_text("forged")
    done = run("./inv", "verify", bag, cwd=checkout, check=False)
    assert (done.returncode, done.stdout.count("has changed")) == (1, 1)
    story = next((checkout / "content/articles").rglob("container-lines*thin-out*.html"))
    shown = run("./inv", "trace", story.stem, "--raw", "samples/dump", cwd=checkout).stdout
    assert [line.split()[0] for line in shown.splitlines() if line[:1] != " "][:4] == ["holds"] * 4
    listed = run("./inv", "corrections", cwd=checkout).stdout
    (notice,) = re.findall(r"^([0-9a-f]{8})  update \(0\.95", listed, re.MULTILINE)
    done = run("./inv", "corrections", "--reject", notice, "--no-build", cwd=checkout).stdout
    assert f"{notice} update rejected" in done
    assert notice not in run("./inv", "corrections", cwd=checkout).stdout


def test_licences_bill_and_advisories_are_told(checkout, tmp_path):
    assert re.search(r"pelican +4\.\d+", run("./inv", "licences", cwd=checkout).stdout)
    run("./inv", "sbom", "--to", tmp_path / "bill.json", cwd=checkout)
    assert '"CycloneDX"' in (tmp_path / "bill.json").read_text()
    record = {"package": {"ecosystem": "PyPI", "name": "pelican"}, "versions": ["4.12.0"]}
    (tmp_path / "osv.json").write_text(json.dumps({"id": "TEST-1", "affected": [record]}))
    done = run("./inv", "audit", "--advisories", tmp_path / "osv.json", cwd=checkout, check=False)
    assert done.returncode == 1
    assert re.search(r"^pelican 4\.12\.0 \[.*runtime.*\]: TEST-1", done.stdout, re.MULTILINE)
    (tmp_path / "osv.json").write_text("[]")
    run("./inv", "audit", "--advisories", tmp_path / "osv.json", cwd=checkout)


def test_every_verb_has_help(checkout):
    listed = run("./inv", "--list", "--list-format", "json", cwd=checkout).stdout
    tasks = json.loads(listed)["tasks"]
    verbs = {task["name"] for task in tasks}
    assert verbs >= set(
        "ingest build rebuild clean regenerate serve reserve preview livereload publish gh_pages"
        " check fix test demo report refile withdraw restore corrections trace bag verify preflight"
        " licences audit sbom".split()
    )
    assert [task["name"] for task in tasks if not task["help"]] == []


@pytest.mark.parametrize(
    "words", ["rules --help", "rules check -h", "ingest a b --help", "explain --help"]
)
def test_help_is_given_wherever_it_is_asked_for(checkout, words):
    verb = words.split()[0]
    told = run("./inv", *words.split(), cwd=checkout).stdout
    assert told == run("./inv", "--help", verb, cwd=checkout).stdout
    assert f" {verb} " in told.splitlines()[0]


def test_a_python_too_old_is_told_in_one_sentence(checkout, tmp_path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = run(
        "./inv", "--list", cwd=checkout, check=False,
        PYTHON=str(old), BACKFILE_VENV=str(tmp_path / "none"),
    )  # fmt: skip
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_livereload_outlives_a_broken_save(monkeypatch):
    """A save that cannot be built is told, and the next one is built; each is told once."""
    from verbs import serving

    told = ["built", SystemExit(1), "built again"]
    served = []

    class Server:
        def __init__(self, watcher):
            self.watcher = watcher

        def watch(self, path, rebuild):
            self.rebuild = rebuild

        def serve(self, **where):
            for _ in range(2):
                self.rebuild()
                served.append(len(told))

    def pelican():
        if isinstance(one := told.pop(0), SystemExit):
            raise one

    monkeypatch.setattr("livereload.Server", Server)
    monkeypatch.setattr("livereload.handlers.LiveReloadHandler.DEFAULT_RELOAD_TIME", 3)
    monkeypatch.setattr(serving, "pelican", pelican)
    for name in ("livereload", "tornado"):
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    serving.livereload.body(None)
    assert served == [1, 0]
    assert not logging.getLogger("livereload").propagate


@pytest.fixture
def interrupted(monkeypatch):
    """Pelican, swallowing Ctrl-C as it does."""
    from verbs import running

    def main(words):
        with suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(5)

    monkeypatch.setattr("pelican.main", main)
    monkeypatch.setattr(running, "_lacking", lambda conf: "")
    monkeypatch.setattr(running, "passed_through", list)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield running
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_in_a_build_ends_the_verb(interrupted):
    with pytest.raises(Exit, match="The site is as it was") as stopped:
        interrupted.pelican()
    assert stopped.value.code == 130
    interrupted.pelican("--autoreload")  # there it is the way out


def test_ctrl_c_while_it_builds_ends_livereload(interrupted):
    from verbs import serving

    with pytest.raises(KeyboardInterrupt):
        serving.build_again()


def test_livereload_shows_a_second_save_right_after_the_first(checkout):
    """The library would pass over all that is saved within three seconds of a reload."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    words = ("./inv", "livereload", "--port", str(port))
    environment = {**os.environ, "BACKFILE_VENV": str(Path(sys.prefix))}
    with subprocess.Popen(
        words, cwd=checkout, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    ) as server:  # fmt: skip
        try:
            address = f"ws://localhost:{port}/livereload"
            with ThreadPoolExecutor(1) as thread:  # this one may have a loop of the browsers' tests
                thread.submit(asyncio.run, saved_twice(address, checkout)).result()
        finally:
            os.killpg(server.pid, signal.SIGKILL)


async def saved_twice(address, checkout):
    template = checkout / "theme" / "templates" / "article.html"
    browser = await connected(address)
    browser.write_message(json.dumps({"command": "hello"}))
    assert json.loads(await browser.read_message())["command"] == "hello"
    browser.write_message(json.dumps({"command": "info", "url": "/"}))
    before = template.read_text(encoding="utf-8")
    for note in ("{# once #}", "{# twice #}"):
        template.write_text(before + note, encoding="utf-8")
        told = await asyncio.wait_for(browser.read_message(), 20)
        assert json.loads(told)["command"] == "reload"
    template.write_text(before, encoding="utf-8")
    browser.close()


async def connected(address):
    """Return a browser's connection to the server, as soon as there is one."""
    for _ in range(240):
        with suppress(OSError):
            return await websocket_connect(address)
        await asyncio.sleep(0.25)
    raise AssertionError("there was no server within a minute")
