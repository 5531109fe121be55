"""A part of the archive as an edition: right stories, right counts, no dead link."""

from urllib.parse import urldefrag, urljoin

import lxml.html
import pytest
from conftest import ROOT
from newsdesk import fixity
from pelican.plugins.offline_edition.carriage import EditionFailed
from pelican.plugins.offline_edition.cuts import Cut
from pelican.plugins.offline_edition.orders import Order, deliver
from pelican.settings import get_settings_from_file

CONF = ROOT / "pelicanconf.py"
FACTS = {
    "countries": "AF*; TJ; ",
    "organizations": "CSTO; ",
    "tags": "Afghanistan; Tajikistan; Collective Security Treaty Organization; ",
    "source": "Khaama Press",
    "date": "2024-03-05 14:05",
}
TAKEN = [
    {"countries": ["tj"]},
    {"countries": ["Tajikistan", "FR"]},
    {"organizations": ["csto"], "countries": ["AF"]},
    {"organizations": ["Collective Security Treaty Organization"]},
    {"sources": ["khaama press"]},
    {"first": "2024-03", "last": "2024-03-05"},
    {"first": "2024-03-05", "last": "2024"},
]
LEFT = [
    {"countries": ["FR"]},
    {"countries": ["CSTO"]},
    {"countries": ["TJ"], "sources": ["TASS"]},
    {"first": "2024-03-06"},
    {"last": "2024-02"},
    {"last": "2023"},
]


def cut(countries=(), organizations=(), sources=(), first="", last=""):
    return Cut.of(countries, organizations, sources, first, last)


@pytest.mark.parametrize("words", TAKEN, ids=str)
def test_a_story_is_taken(words):
    assert cut(**words).takes(FACTS)


@pytest.mark.parametrize("words", LEFT, ids=str)
def test_a_story_is_left(words):
    assert not cut(**words).takes(FACTS)


def test_without_a_date_a_story_is_in_no_stretch_of_time():
    undated = {**FACTS, "date": ""}
    assert not cut(first="1900").takes(undated)
    assert not cut(last="2100").takes(undated)
    assert cut(countries=["AF"]).takes(undated)


def test_a_cut_says_what_it_takes_and_refuses_a_date_that_is_none():
    assert "country af or tj, from 2024" == str(cut(countries=["TJ", "AF"], first="2024"))
    assert not cut()
    with pytest.raises(EditionFailed, match="«March» is no date"):
        cut(first="March")


@pytest.fixture(scope="module")
def settings(sample_archive):
    return {
        **get_settings_from_file(str(CONF)),
        "PATH": str(sample_archive[0].content),
    }


@pytest.fixture(scope="module")
def part(sample_site, settings, tmp_path_factory):
    """The edition of the stories about Tajikistan in 2025."""
    folder = tmp_path_factory.mktemp("part") / "tajikistan"
    order = Order(folder=folder, cut=cut(countries=["TJ"], first="2025", last="2025"))
    told = list(deliver(sample_site, order, CONF, settings, settings))
    return folder, told


def test_the_part_holds_its_stories_and_no_other(part, sample_archive):
    folder, told = part
    taken = []
    for path in (sample_archive[0].content / "articles" / "2025").rglob("*.html"):
        if 'name="countries"' in (text := path.read_text("utf-8")):
            codes = text.partition('name="countries" content="')[2].partition('"')[0]
            taken += [path.stem] * ("TJ" in codes.replace("*", ""))
    pages = [page for page in (folder / "2025").rglob("*.html") if page.name != "index.html"]
    assert sorted(page.stem for page in pages) == sorted(taken)
    assert told[0].startswith(f"{len(taken)} stories in ")
    assert f"{len(taken)} stories" in (folder / "README.txt").read_text("utf-8")
    assert "a part (country tj, from 2025, to 2025)" in (folder / "README.txt").read_text("utf-8")
    assert not (folder / "2024").exists()
    assert fixity.check_folder(folder) == []


def test_a_link_that_leaves_the_part_is_shown_as_such_and_none_is_dead(part):
    folder, _ = part
    files = {path.as_uri() for path in folder.rglob("*") if path.is_file()}
    lost, outside = [], 0
    for path in sorted(folder.rglob("*.html")):
        tree = lxml.html.document_fromstring(path.read_bytes())
        outside += len(tree.xpath("//a[@title='Not in this edition']"))
        for _, attribute, link, _ in tree.iterlinks():
            url = urldefrag(urljoin(path.as_uri(), link)).url.partition("?")[0]
            if attribute and url.startswith("file:") and url not in files:
                lost.append((path.name, link))
    assert lost == []
    assert outside > 0


def test_a_part_holds_its_undated_stories(sample_site, sample_archive, settings, tmp_path):
    undated = next((sample_archive[0].articles / "undated").glob("*.html")).read_text("utf-8")
    code = undated.partition('name="countries" content="')[2][:2]
    order = Order(folder=tmp_path / "part", cut=cut(countries=[code]))
    assert list(deliver(sample_site, order, CONF, settings, settings))
    assert list((tmp_path / "part" / "undated").glob("*.html"))


def test_a_part_without_stories_is_refused(sample_site, settings, tmp_path):
    order = Order(folder=tmp_path / "none", cut=cut(countries=["Narnia"]))
    with pytest.raises(EditionFailed, match="country narnia"):
        list(deliver(sample_site, order, CONF, settings, settings))
    assert not (tmp_path / "none").exists()
