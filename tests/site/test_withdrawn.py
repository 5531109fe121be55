"""The golden rule of withdrawal: built anew, no file of any edition holds a word of the text."""

import json
import shutil
import sqlite3
import zipfile
from urllib.parse import quote

import libzim.reader
import lxml.html
import pyarrow.parquet
import pytest
from conftest import ROOT, build_site, inflated
from libzim.search import Query, Searcher
from newsdesk import pipeline
from newsdesk.archive import Archive
from newsdesk.export import FORMATS, export
from newsdesk.withdrawal import restore, withdraw
from pelican.plugins.offline_edition.folder import make_folder, make_zip
from pelican.plugins.offline_edition.orders import zim_facts
from pelican.plugins.offline_edition.packs import read_pack
from pelican.plugins.offline_edition.zim import make_zim
from pelican.settings import get_settings_from_file

STORY = """{head}

KABUL, Jan {day}, 2025 (Reuters) - {lead} Officials from Tajikistan read the paper of {day}
January aloud in the harbour, and nobody in the room had a question about its {number} pages.

The harbour master said that he would answer letters until the end of the week.
"""
HEADLINE = "Marzipan lighthouse keeper resigns"
WORDS = (b"zwieback", b"arzipan")  # "marzipan" stands in the address, so only on the tombstone
ADDRESS = "2025/01/02/marzipan-lighthouse-keeper-resigns-{}.html"
SITEURL = 'SITEURL="https://archive.example.org"'


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An archive of four stories, two of them near-copies, built, and built without one."""
    root = tmp_path_factory.mktemp("withdrawn")
    (root / "dump").mkdir()
    for day in range(1, 4):
        lead = "The zwieback papers were closed." if day == 2 else f"Ledger {day} was opened."
        head = HEADLINE if day == 2 else f"Harbour opens ledger {day}"
        text = STORY.format(head=head, lead=lead, day=day, number=day * 7)
        (root / "dump" / f"{day}.txt").write_text(text)
    archive = Archive.open(root / "archive")
    pipeline.ingest([root / "dump"], archive)
    output = root / "output"
    build(archive, output)
    shutil.copytree(output, root / "before")
    name = next(archive.articles.rglob("marzipan*.html")).stem
    withdraw(archive, name, reason="The paper asked us to", by="Ann")
    build(archive, output)
    return archive, output, name


def build(archive, output):
    done = build_site(archive.content, output, "--extra-settings", SITEURL,
                      f'CACHE_PATH="{output.with_name("cache")}"')  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def holding(folder):
    """The files of a folder that hold a telling word, as they are or inflated."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        shown = [data, *inflated(data)]
        if any(word in one.lower() for word in WORDS for one in shown):
            found.append(path.relative_to(folder).as_posix())
    return found


def test_the_story_was_everywhere_before(made):
    _, output, name = made
    before = holding(output.with_name("before"))
    for place in ("index.html", "feed.xml", "sitemap-stories-1.xml", f"2025/01/02/{name}.html"):
        assert place in before
    assert any(path.startswith("pagefind/") for path in before)


def test_only_its_address_is_left_in_the_site_and_the_caches(made):
    _, output, name = made
    assert holding(output) == [f"2025/01/02/{name}.html", "feed.xml"]
    text = (output / f"2025/01/02/{name}.html").read_text()
    for words in (HEADLINE, "zwieback", "harbour master"):
        assert words not in text
    feed = (output / "feed.xml").read_text()
    tag = f"tag:archive.example.org,2025-01-02:/2025/01/02/{name}.html"
    assert f'<at:deleted-entry ref="{tag}"' in feed
    assert feed.count("arzipan") == 1
    left = [path for path in holding(output.parent) if not path.startswith(("before", "dump"))]
    known = ("archive/content/articles", "archive/content/journal", "archive/content/register",
             "output/2025", "output/feed.xml", "cache/press-")  # fmt: skip
    assert [path for path in left if not path.startswith(known)] == []
    for path in left:
        if not path.startswith("archive/content/register"):
            assert b"zwieback" not in (output.parent / path).read_bytes()


def test_the_tombstone_says_what_was_there_to_people_and_machines(made):
    _, output, name = made
    page = lxml.html.parse(str(output / f"2025/01/02/{name}.html")).getroot()
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "This story was withdrawn" in page.findtext(".//h1")
    assert "The paper asked us to" in page.text_content()
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    facts = json.loads(data)
    assert facts["creativeWorkStatus"] == "Withdrawn"
    assert {"headline", "description", "articleBody"} & facts.keys() == set()


def test_an_offline_edition_made_now_holds_nothing_of_it(made, tmp_path):
    _, output, name = made
    make_folder(output, tmp_path / "edition", ["https://archive.example.org"])
    left = holding(tmp_path / "edition")
    assert left == [f"2025/01/02/{name}.html", "manifest-sha256.txt"]  # its address, twice


CONF = ROOT / "publishconf.py"
TELLING = (b"zwieback papers", b"Marzipan lighthouse keeper")  # its text, and its headline


def test_no_edition_or_export_made_now_holds_a_phrase_of_it(made, tmp_path):
    """The folder, the zip, the ZIM file entry by entry, the app's packs, every form of tables."""
    archive, output, _ = made
    folder, packs = tmp_path / "edition", tmp_path / "app"
    make_folder(output, folder, ["https://archive.example.org"])
    make_zip(folder, tmp_path / "edition.zip")
    make_zim(folder, output / "pagefind", tmp_path / "edition.zim",
             zim_facts(output / "pagefind", get_settings_from_file(str(CONF))))  # fmt: skip
    done = build_site(archive.content, packs, settings=CONF)
    assert done.returncode == 0, done.stdout + done.stderr
    export(archive, tmp_path / "export", FORMATS)
    held = {
        "folder": contents(folder),
        "zip": unzipped(tmp_path / "edition.zip"),
        "zim": entries(tmp_path / "edition.zim"),
        "packs": [data for pack in packs.rglob("*.pack") for data in read_pack(
            pack.read_bytes()).values()],
        "export": [*contents(tmp_path / "export"), parquet(tmp_path / "export")],
    }  # fmt: skip
    for edition, files in held.items():
        shown = [one for data in files for one in (data, *inflated(data))]
        assert any(b"Harbour opens ledger" in one for one in shown), edition  # the others are there
        assert not any(words in one for one in shown for words in TELLING), edition
    assert [hits(tmp_path / "edition.zim", word) for word in ("zwieback", "ledger")] == [0, 2]
    assert [rows(tmp_path / "export", word) for word in ("zwieback", "ledger")] == [0, 2]


def contents(folder):
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def unzipped(path):
    with zipfile.ZipFile(path) as packed:
        return [packed.read(name) for name in packed.namelist()]


def entries(path):
    archive = libzim.reader.Archive(path)
    every = (archive._get_entry_by_id(number) for number in range(archive.all_entry_count))
    return [bytes(entry.get_item().content) for entry in every if not entry.is_redirect]


def hits(path, word):
    """How many entries the ZIM file's own index finds."""
    found = Searcher(libzim.reader.Archive(path)).search(Query().set_query(word))
    return found.getEstimatedMatches()


def parquet(folder):
    """Every value of the tables, whose columns are compressed."""
    tables = (pyarrow.parquet.read_table(path) for path in folder.glob("*.parquet"))
    return json.dumps([table.to_pydict() for table in tables], default=str).encode()


def rows(folder, word):
    """How many stories the full-text index of the exported SQLite file finds."""
    with sqlite3.connect(next(folder.glob("*.sqlite"))) as db:
        return db.execute(
            "SELECT count(*) FROM stories_fts WHERE stories_fts MATCH ?", (word,)
        ).fetchone()[0]


@pytest.mark.browser
@pytest.mark.parametrize("edition", ["online", "offline"])
def test_a_search_for_its_words_finds_nothing(made, edition, tmp_path, serve, page):
    archive, output, _ = made
    if edition == "online":  # here its address is this machine's
        assert build_site(archive.content, tmp_path / "site").returncode == 0
        address = f"{serve(tmp_path / 'site')}/search/index.html"
    else:
        make_folder(output, tmp_path / "edition", ["https://archive.example.org"])
        address = (tmp_path / "edition/search/index.html").as_uri()
    found = {}
    for query in ('"zwieback papers"', "marzipan", "harbour"):
        page.goto(f"{address}?q={quote(query)}")
        page.wait_for_selector("[data-state=done], [data-state=failed]", timeout=20000)
        found[query] = [page.locator(kind).count() for kind in (".hit", ".hit .twins")]
    nothing, two_copies = [0, 0], [1, 1]
    assert found == {'"zwieback papers"': nothing, "marzipan": nothing, "harbour": two_copies}


def test_restored_the_site_is_as_it_was(made):
    archive, output, name = made
    restore(archive, name, by="Ben")
    build(archive, output)
    before = output.with_name("before")

    def pages(folder):
        files = (p for p in folder.rglob("*") if p.is_file() and "pagefind" not in p.parts)
        return {p.relative_to(folder): p.read_bytes() for p in files}

    assert pages(output) == pages(before)
    assert any(path.startswith("pagefind/") for path in holding(output))
