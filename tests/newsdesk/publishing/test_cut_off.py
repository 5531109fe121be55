"""kill -9 while a site is published, again and again: readers have the old site or the new one."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from newsdesk import fixity
from newsdesk.publishing import releases

FILES = 120
KILLS = 4  # of each way
SEND = "import sys; from pathlib import Path; from newsdesk.publishing.{}; {}"
BY_RSYNC = SEND.format(
    "releases import Target, publish", "publish(Path(sys.argv[1]), Target.of(sys.argv[2]))"
)


def write(site, number):
    """A site of one moment: each page says which, and every fifth is new in it."""
    for name in range(FILES):
        page = site / (f"new{number}-{name}.html" if name % 5 == 0 else f"{name}.html")
        page.write_text(f"release {number} " * 50)
    (site / "index.html").write_text(f"release {number}")


def numbers(folder):
    return {p.read_text().split()[1] for p in folder.rglob("*.html")}


@pytest.fixture
def sites(tmp_path):
    made = []
    for number in (1, 2):
        made.append(tmp_path / f"site{number}")
        made[-1].mkdir()
        write(made[-1], number)
    return made


def killed(words, seconds, folder=None):
    """Run and kill -9 after some seconds; tell how long it ran where it ended before."""
    started = time.monotonic()
    run = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                           start_new_session=True, cwd=folder)  # fmt: skip
    try:
        run.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    return time.monotonic() - started


def test_a_killed_publication_shows_no_mixture_and_the_next_one_ends_it(sites, tmp_path):
    target, pick = tmp_path / "www", random.Random(9)
    words = [sys.executable, "-c", BY_RSYNC]
    whole = killed([*words, str(sites[0]), str(target)], 60)
    assert numbers(target / "current") == {"1"}
    for turn in range(KILLS):
        site = sites[(turn + 1) % 2]
        killed([*words, str(site), str(target)], pick.uniform(0.3, 1.0) * whole)
        shown = (target / "current").resolve()
        assert len(numbers(shown)) == 1
        assert len(list(fixity.files_in(shown))) == FILES + 1
    releases.publish(sites[1], releases.Target.of(str(target)))
    shown = target / "current"
    assert list(fixity.files_in(shown.resolve())) == list(fixity.files_in(sites[1]))
    assert numbers(shown) == {"2"}


BY_S3 = SEND.format("buckets import send", "send(Path(sys.argv[1]), 's3://archive')")


def test_a_killed_upload_takes_nothing_away_too_early(sites, bucket):
    """What the older site had is gone only when all that the newer one has is there."""
    words = [sys.executable, "-c", BY_S3]
    whole = killed([*words, str(sites[0])], 120)
    old, new = (set(fixity.files_in(site)) for site in sites)
    assert keys(bucket) == old
    pick = random.Random(5)
    for _ in range(KILLS):
        killed([*words, str(sites[1])], pick.uniform(0.4, 1.0) * whole)
        there = keys(bucket)
        assert old <= there or new <= there
    subprocess.run([*words, str(sites[1])], check=True)
    assert keys(bucket) == new


def keys(bucket):
    pages = bucket.get_paginator("list_objects_v2").paginate(Bucket="archive")
    return {each["Key"] for page in pages for each in page.get("Contents", ())}


def test_a_killed_push_leaves_the_branch_whole_and_the_next_one_ends_it(sites, tmp_path):
    """As `./inv gh_pages` pushes: the branch that readers are served is the old or the new one."""
    remote, clone = tmp_path / "remote.git", tmp_path / "clone"
    subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
    subprocess.run(["git", "clone", "-q", remote, clone], check=True, stderr=subprocess.DEVNULL)
    for name, value in (("user.name", "Nobody"), ("user.email", "nobody@example.org")):
        subprocess.run(["git", "config", name, value], cwd=clone, check=True)
    words = [sys.executable, "-m", "ghp_import", "--branch", "gh-pages", "--push"]

    def pushed(site, seconds):
        return killed([*words, str(site)], seconds, clone)

    def served():
        shown = ["git", "ls-tree", "-r", "--name-only", "gh-pages"]
        told = subprocess.run(shown, cwd=remote, check=True, capture_output=True, text=True)
        return set(told.stdout.split())

    old, new = (set(fixity.files_in(site)) for site in sites)
    whole, pick = pushed(sites[0], 60), random.Random(3)
    assert served() == old
    for _ in range(KILLS):
        pushed(sites[1], pick.uniform(0.2, 1.0) * whole)
        assert served() in (old, new)
    pushed(sites[1], 60)
    assert served() == new
