"""Releases by rsync: switched at once, hard-linked, kept, rolled back; here and over ssh."""

import os
import shutil
import threading
from pathlib import Path

import pytest
from newsdesk.errors import NotPossible
from newsdesk.publishing.releases import Target, publish, roll_back

# As ssh does: the words behind the host are one line for the shell there. rsync says -l USER.
SSH = """#!/bin/sh
if [ "$1" = -l ]; then user=$2@; shift 2; fi
echo "$user$1" >>"$SSH_LOG"
shift
exec sh -c "$*"
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "output"
    for name in ("index.html", "2025/01/02/story.html", "theme/style.css"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"first {name}")
    return folder


@pytest.fixture(params=["here", "ssh"])
def target(request, tmp_path, monkeypatch):
    """The server's folder, once on this machine and once behind a stand-in for ssh."""
    folder = tmp_path / "www of Ann's"
    if request.param == "here":
        return Target.of(str(folder))
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "ssh").write_text(SSH)
    (programs / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("SSH_LOG", str(tmp_path / "ssh.log"))
    return Target.of(f"ann@example.org:{folder}")


def shown(target):
    folder = Path(target.folder, "current")
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*.*")}


def names(target):
    return sorted(path.name for path in Path(target.folder, "releases").iterdir())


def change(site, number):
    (site / "index.html").write_text(f"release {number}")


def test_readers_see_the_new_release_whole(site, target, tmp_path):
    name = publish(site, target)
    assert shown(target)["2025/01/02/story.html"] == "first 2025/01/02/story.html"
    assert names(target) == [name]
    (site / "theme/style.css").unlink()
    change(site, 2)
    second = publish(site, target)
    assert sorted(shown(target)) == ["2025/01/02/story.html", "index.html"]
    assert shown(target)["index.html"] == "release 2"
    assert names(target) == [name, second]
    if target.host:
        assert set((tmp_path / "ssh.log").read_text().split()) == {"ann@example.org"}


def test_what_did_not_change_is_a_hard_link_and_not_sent_again(site, target):
    first = publish(site, target)
    change(site, 2)
    second = publish(site, target)
    folder = Path(target.folder, "releases")

    def inode(release, name):
        return (folder / release / name).stat().st_ino

    assert inode(first, "theme/style.css") == inode(second, "theme/style.css")
    assert inode(first, "index.html") != inode(second, "index.html")
    assert (folder / first / "index.html").read_text() == "first index.html"


def test_the_last_releases_are_kept_and_no_more(site, target):
    made = []
    for number in range(4):
        change(site, number)
        made.append(publish(site, target, keep=2))
    assert names(target) == made[2:]


def test_rolled_back_readers_see_the_release_before(site, target):
    first = publish(site, target)
    change(site, 2)
    publish(site, target)
    assert roll_back(target) == first
    assert shown(target)["index.html"] == "first index.html"
    with pytest.raises(NotPossible, match="no release before"):
        roll_back(target)


def test_a_dry_run_changes_nothing(site, target):
    assert publish(site, target, dry_run=True) == ""
    assert not Path(target.folder).exists()
    publish(site, target)
    before = names(target), shown(target)
    change(site, 2)
    assert publish(site, target, dry_run=True) == ""
    assert (names(target), shown(target)) == before


def test_a_run_that_is_cut_off_leaves_readers_what_they_had(site, target, tmp_path, monkeypatch):
    first = publish(site, target)
    change(site, 2)
    broken = tmp_path / "broken"
    broken.mkdir()
    real = shutil.which("rsync")
    (broken / "rsync").write_text(f'#!/bin/sh\n"{real}" "$@" --exclude=index.html\nexit 12\n')
    (broken / "rsync").chmod(0o755)
    with monkeypatch.context() as cut:
        cut.setenv("PATH", f"{broken}{os.pathsep}{os.environ['PATH']}")
        with pytest.raises(NotPossible, match="Readers see what they saw"):
            publish(site, target)
    assert shown(target)["index.html"] == "first index.html"
    assert names(target) == [".new", first]
    second = publish(site, target)
    assert shown(target)["index.html"] == "release 2"
    assert names(target) == [first, second]


def test_no_reader_ever_finds_the_link_missing(site, target):
    """The page is read again and again while releases are published."""
    publish(site, target)
    page, stop, missed, read = Path(target.folder, "current/index.html"), [], [], []

    def reading():
        while not stop:
            try:
                read.append(page.read_text())
            except OSError as error:
                missed.append(str(error))

    reader = threading.Thread(target=reading)
    reader.start()
    for number in range(3):
        change(site, number)
        publish(site, target, keep=5)
    stop.append(True)
    reader.join()
    assert missed == []
    assert len(set(read)) > 1


def test_a_link_that_is_no_link_and_a_daemon_are_sentences(site, target):
    Path(target.folder, "current").mkdir(parents=True)
    with pytest.raises(NotPossible, match="current is no link"):
        publish(site, target)
    with pytest.raises(NotPossible, match="--in-place"):
        Target.of("rsync://example.org/archive")


def test_targets_are_read_as_rsync_reads_them(tmp_path):
    assert Target.of("ann@example.org:/var/www/") == Target("/var/www", "ann@example.org")
    assert Target.of("./odd:name").host == ""
    assert Target.of(str(tmp_path)) == Target(str(tmp_path))


def test_with_one_kept_no_file_of_an_earlier_release_is_left(site, target):
    """What a withdrawal takes off the site must not stay on the server."""
    publish(site, target)
    (site / "2025/01/02/story.html").write_text("withdrawn")
    last = publish(site, target, keep=1)
    assert names(target) == [last]
    held = [p.read_text() for p in Path(target.folder).rglob("*.html")]
    assert not any("first 2025/01/02/story" in words for words in held)
