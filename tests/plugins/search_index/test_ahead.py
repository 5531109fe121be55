"""Indexing beside the pages gives what indexing after them gives, and nothing if a build fails."""

import hashlib
import sys

import pytest
from pelican.plugins import search_index, signals
from pelican.plugins.press.errors import PressError
from pelican.plugins.search_index.ahead import Ahead
from pelican.plugins.search_index.memory import memory_of
from pelican.plugins.search_index.pagefind_service import PagefindService
from pelican.plugins.search_index.sums import read_sums

PLUGINS = ["press", "finding_aids", "search_index"]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are forked on Linux only"
)


@pytest.fixture
def indexed(site, monkeypatch):
    """A site of two years, indexed ahead; which years were, each build."""
    taken = []
    take_over = Ahead.take_over

    def noted(self, *places):
        taken.append(take_over(self, *places))
        return taken[-1]

    monkeypatch.setattr(Ahead, "take_over", noted)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    for number in range(6):
        site.file(f"story-{number}", f"202{number % 2}-01-12")
    site.taken = taken
    yield site
    # Pelican's signals outlive a build.
    signals.finalized.disconnect(search_index.index_site)
    signals.article_generator_init.disconnect(search_index.begin_ahead)


def held(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def told(folder):
    """What the index says of stories: Pagefind's own files differ from one run to the next."""
    return {
        name: data for name, data in held(folder).items() if name.endswith(("t.json", "g.json"))
    }


def test_an_index_made_ahead_is_the_one_made_afterwards(indexed, monkeypatch):
    indexed.build(PLUGINS=PLUGINS)
    texts = sorted((indexed.output / "pagefind").glob("*/fragment/*"))
    times = [path.stat().st_mtime_ns for path in texts]
    indexed.file("more", "2021-03-01")
    indexed.build(PLUGINS=PLUGINS)
    assert [{"2020", "2021"}, {"2021"}] == indexed.taken
    assert len(texts) == 6
    assert times == [path.stat().st_mtime_ns for path in texts]
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    after = indexed.root / "after"
    indexed.build(after, cache="after-cache", PLUGINS=PLUGINS)
    assert 2 == len(indexed.taken)
    ahead = told(indexed.output / "pagefind")
    assert {"manifest.json", "2020/listing.json", "2021/listing.json"} == ahead.keys()
    assert told(after / "pagefind") == ahead
    assert held(after / "pagefind").keys() >= {"2020/pagefind-entry.json", "pagefind.js"}


def test_every_file_of_an_index_made_ahead_is_summed(indexed):
    made = indexed.build(PLUGINS=PLUGINS)
    files = held(indexed.output / "pagefind")
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    assert sums == read_sums(memory_of(made.settings))


def test_a_build_that_fails_leaves_the_index_as_it_was(indexed):
    indexed.build(PLUGINS=PLUGINS)
    before = held(indexed.output)
    indexed.file("more", "2021-03-01")
    overrides = indexed.root / "overrides"
    overrides.mkdir()
    (overrides / "article.html").write_text("{{ 1 / 0 }}{% if %}")
    with pytest.raises(PressError):
        indexed.build(PLUGINS=PLUGINS, THEME_TEMPLATES_OVERRIDES=[str(overrides)])
    assert before == held(indexed.output)
    assert not list(indexed.root.glob(".*.index"))


def test_a_process_that_dies_is_made_up_for(indexed, monkeypatch):
    monkeypatch.setattr("pelican.plugins.search_index.ahead.build_shards", lambda *_: 1 / 0)
    indexed.build(PLUGINS=PLUGINS)
    assert [None] == indexed.taken
    assert {"2020/listing.json", "2021/listing.json"} <= told(indexed.output / "pagefind").keys()


def test_what_a_killed_build_left_aside_goes_with_the_next(indexed, monkeypatch):
    left = indexed.root / f".{indexed.output.name}.index" / "2020"
    left.mkdir(parents=True)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    indexed.build(PLUGINS=PLUGINS)
    assert [] == indexed.taken
    assert not left.parent.exists()


def test_drafts_alone_are_indexed_ahead_as_well(indexed):
    indexed.build(PLUGINS=PLUGINS)
    for story in indexed.content.rglob("story-*.html"):
        text = story.read_text("utf-8")
        story.write_text(text.replace("<head>", '<head>\n<meta name="status" content="draft">'))
    indexed.build(PLUGINS=PLUGINS)
    assert {"2020", "2021"} == indexed.taken[-1]
    assert not list((indexed.output / "pagefind").rglob("*.pf_fragment"))


def test_the_words_are_written_while_pagefind_indexes_the_one_year_that_changed(
    indexed, monkeypatch
):
    indexed.build(PLUGINS=PLUGINS)
    indexed.file("more", "2021-03-01", body="<p>Zanzibar</p>")
    aside, seen = indexed.output.with_name(f".{indexed.output.name}.index"), indexed.root / "seen"
    files = PagefindService.files

    def noted(service, wish):  # in the process beside the build
        words = "".join(p.read_text("utf-8") for p in sorted((aside / "words").glob("*.txt")))
        seen.write_text(words, "utf-8")
        return files(service, wish)

    monkeypatch.setattr(PagefindService, "files", noted)
    indexed.build(PLUGINS=PLUGINS)
    assert "zanzibar 1" in seen.read_text("utf-8")
    made = (indexed.output / "pagefind" / "words" / "0.txt").read_text("utf-8")
    assert made == seen.read_text("utf-8")


def test_two_outputs_remember_their_own_index(indexed):
    indexed.build(PLUGINS=PLUGINS)
    other = indexed.root / "other"
    indexed.build(other, PLUGINS=PLUGINS)
    before = held(other)
    indexed.build(PLUGINS=PLUGINS)
    indexed.build(other, PLUGINS=PLUGINS)
    assert [{"2020", "2021"}, {"2020", "2021"}, set(), set()] == indexed.taken
    assert before == held(other)


def test_an_index_that_moves_leaves_nothing_behind(indexed):
    indexed.build(PLUGINS=PLUGINS)
    own = indexed.output / "pagefind" / "own.txt"
    own.write_text("somebody's")
    files = held(indexed.output / "pagefind").keys() - {"own.txt"}
    indexed.build(PLUGINS=PLUGINS, SEARCH_INDEX_PATH="find/here")
    assert files == held(indexed.output / "find/here").keys()
    assert ["own.txt"] == list(held(indexed.output / "pagefind"))
