"""A story's chain from dump to page: shown whole, and each link that was tampered with named."""

import io
import random
import sqlite3
import zlib
from functools import partial

import pytest
from conftest import build_site
from newsdesk import pipeline
from newsdesk.archive import Archive
from newsdesk.editor import Editor
from newsdesk.errors import NoSuchStory
from newsdesk.report import show_chain
from newsdesk.trace import trace
from newsdesk.withdrawal import withdraw
from pelican.plugins.press.chain import page_link
from pelican.settings import read_settings
from rich.console import Console

STORY = (
    "(LEAD) Tunnel {n} opens\n\n(MENAFN- Khaama Press) KABUL, Jan {n}, 2025 - Officials of"
    " Tajikistan went through tunnel {n}.\n\nMENAFN0{n}012025000228011069ID1109040{n}\n"
)
NAMES = ["raw dump", "decoded original", "kept text + cuts", "content file", "page"]
PLACES = 12  # flipped in each link


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("trace")
    (root / "dump").mkdir()
    for n in range(1, 4):
        (root / "dump" / f"{n}.txt").write_text(STORY.format(n=n))
    archive = Archive.open(root / "archive")
    pipeline.ingest([root / "dump"], archive)
    withdraw(archive, next(archive.articles.rglob("tunnel-3*")).stem, reason="Asked", by="Ann")
    output = root / "output"
    done = build_site(archive.content, output)
    assert done.returncode == 0, done.stdout + done.stderr
    settings = read_settings(override={
        "PATH": str(archive.content), "OUTPUT_PATH": str(output), "ARTICLE_PATHS": ["articles"],
        "CACHE_PATH": f"{output}-cache", "PLUGINS": ["press", "search_index"],
    })  # fmt: skip
    return archive, root / "dump", settings, Editor(archive)


def story(made, n=1):
    return next(made[0].articles.rglob(f"tunnel-{n}*.html"))


def chain(made, n=1, **more):
    archive, dump, settings, editor = made
    given = {"raw": [dump], "pages": partial(page_link, settings), "editor": editor}
    return trace(archive, story(made, n).stem, **given | more)


def states(found):
    return [(link.name, link.state) for link in found.links]


def broken(found):
    return {link.name for link in found.links if link.state == "broken"}


def test_every_link_holds_when_nobody_touched_anything(made):
    found = chain(made)
    assert states(found) == [(name, "holds") for name in NAMES]
    assert found.holds
    assert found.links[0].sha256 == found.filed.sha256
    assert found.links[3].sha256 == found.filed.file_sha256
    assert all(len(link.sha256) == 64 for link in found.links)
    assert "byte for byte" in found.links[3].sentence


@pytest.mark.parametrize("way", ["path", "url", "sha"])
def test_a_story_is_named_by_path_url_or_hash(made, way):
    file = story(made)
    words = {
        "path": file.relative_to(made[0].articles).as_posix(),
        "url": f"https://archive.example.org/2025/01/01/{file.name}",
        "sha": chain(made).filed.sha256,
    }
    assert trace(made[0], words[way], editor=made[3]).filed == chain(made).filed
    with pytest.raises(NoSuchStory):
        trace(made[0], "no such thing", editor=made[3])


def flipped(path, at, mask):
    data = bytearray(path.read_bytes())
    data[at] ^= mask
    path.write_bytes(data)


@pytest.mark.parametrize("link", ["raw dump", "content file", "page"])
def test_a_flipped_bit_of_a_file_names_its_link(made, link):
    archive, dump, _, _ = made
    url = story(made).relative_to(archive.articles).as_posix()
    path = {"raw dump": dump / "1.txt", "content file": story(made),
            "page": archive.root.parent / "output" / url}[link]  # fmt: skip
    pick = random.Random(link)
    missed = []
    for _ in range(PLACES):
        at, mask = pick.randrange(path.stat().st_size), 1 << pick.randrange(8)
        flipped(path, at, mask)
        # A page is made of its content file, so that a changed file is no longer what it shows.
        expected = {link, "page"} if link == "content file" else {link}
        if broken(chain(made)) != expected:
            missed.append((at, mask))
        flipped(path, at, mask)
    assert missed == []
    assert chain(made).holds


ROWS = {
    "text": "UPDATE document SET text = :text WHERE sha256 = :sha",
    "unreadable": "UPDATE document SET text = x'0102' WHERE sha256 = :sha",
    "encoding": "UPDATE document SET encoding = 'latin-1' WHERE sha256 = :sha",
    "cut": "DELETE FROM cut WHERE sha256 = :sha AND start = 0",
    "tag": "UPDATE tag SET heading = 'Atlantis' WHERE sha256 = :sha",
    "evidence": "DELETE FROM evidence WHERE sha256 = :sha",
    "sighting": "UPDATE sighting SET dump = '2.txt' WHERE sha256 = :sha",
}


@pytest.mark.parametrize("what", ROWS)
def test_a_changed_entry_of_the_register_names_the_original(made, what):
    archive = made[0]
    sha, whole = chain(made).filed.sha256, archive.register.read_bytes()
    with sqlite3.connect(archive.register) as db:
        text = zlib.compress(STORY.format(n=2).encode())
        assert db.execute(ROWS[what], {"sha": sha, "text": text}).rowcount
    db.close()
    told = chain(made)
    found = broken(told)
    archive.register.write_bytes(whole)
    assert "decoded original" in found
    assert told.links[-2].name == "content file"
    if what == "sighting":
        assert "raw dump" in found
    if what == "text":
        assert "raw dump" in found


def test_a_forger_who_reseals_the_register_is_found_by_dump_and_content(made):
    """Whoever can write the register can write its seals too; the other links tell."""
    from newsdesk.register import Register

    archive = made[0]
    sha, whole = chain(made).filed.sha256, archive.register.read_bytes()
    with Register.open(archive.register, archive.lock) as register:
        text = zlib.compress(STORY.format(n=1).replace("went", "sent").encode())
        register._change(sha, text=text)
    found = {link.name: link for link in chain(made).links}
    archive.register.write_bytes(whole)
    assert found["decoded original"].state == "holds"
    assert found["raw dump"].state == "broken"
    assert "is otherwise" in found["content file"].sentence


def test_a_story_taken_back_leads_to_its_notice(made):
    found = chain(made, 3)
    assert states(found) == [(n, "holds") for n in NAMES if n != "kept text + cuts"]
    assert "the notice of its withdrawal" in found.links[2].sentence
    assert "Ann withdrew: Asked" in found.history[0]


def test_a_dump_or_site_that_is_not_here_breaks_nothing(made, tmp_path):
    settings = {**made[2], "CACHE_PATH": str(tmp_path)}
    found = chain(made, raw=[], pages=partial(page_link, settings))
    assert [s for _, s in states(found)] == ["unknown", "holds", "holds", "holds", "unknown"]
    assert found.holds


@pytest.mark.parametrize("terminal", [True, False])
def test_it_is_drawn_for_a_terminal_and_told_in_plain_lines(made, terminal):
    out = io.StringIO()
    show_chain(chain(made), Console(file=out, force_terminal=terminal, width=76, soft_wrap=True))
    shown = out.getvalue()
    assert ("\x1b[" in shown) == terminal
    assert "cutting it again gives the same" in " ".join(shown.replace("│", " ").split())
    assert all(name in shown for name in NAMES)
    assert chain(made).filed.file_sha256 in shown
    if not terminal:
        assert shown.splitlines()[0].startswith("holds    raw dump: 1.txt")


def test_nothing_in_a_dump_commands_the_terminal(tmp_path):
    (tmp_path / "dump").mkdir()
    name = "a\x1b[31mred\x07[bold]\u202e.txt"
    (tmp_path / "dump" / name).write_text(STORY.format(n=1))
    archive = Archive.open(tmp_path / "archive")
    pipeline.ingest([tmp_path / "dump"], archive)
    slug = next(archive.articles.rglob("*.html")).stem
    out = io.StringIO()
    show_chain(trace(archive, slug, raw=[tmp_path / "dump"]), Console(file=out, width=300))
    assert out.getvalue().startswith("holds    raw dump: ")
    assert "[bold]" in out.getvalue()
    assert not {"\x1b", "\x07", "\u202e"} & set(out.getvalue())
