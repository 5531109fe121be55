"""Every payload in every field of every format ends as text, wherever text ends.

What a harmless archive's pages are made of is the measure: hostile text may add no element and no
attribute to it, no address of another kind, no script, no escape sequence.
"""

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from chain import hostile_dump
from chain.payloads import FAMILIES, PAYLOADS
from conftest import build_site
from newsdesk import copydesk, export, pipeline, report
from newsdesk.archive import Archive
from newsdesk.cells import FORMULA
from newsdesk.copydesk import learned, review, sight
from newsdesk.editor import Editor
from newsdesk.filing import DIRECTION, UNPRINTABLE
from newsdesk.register import Register
from newsdesk.trace import trace
from pelican.plugins.offline_edition.folder import make_folder
from rich.console import Console

ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "cite", "content"}
SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")
FETCHED = {"href", "src", "action", "formaction", "poster", "data"}
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"  # rel=schema.DC: a name, which nobody fetches
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The archive made of the hostile dump, and the summary of the run."""
    root = tmp_path_factory.mktemp("hostile")
    hostile_dump.write(root / "dump")
    hostile_dump.write_authority(root / "authority")
    archive = Archive.open(root)
    return archive, pipeline.ingest([root / "dump"], archive)


@pytest.fixture(scope="module")
def site(hostile):
    archive, _ = hostile
    output = archive.root / "output"
    done = build_site(archive.content, output)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
    return output


class Parts(HTMLParser):
    """What a page is made of: elements with their attributes, addresses, scripts."""

    def __init__(self, text):
        super().__init__()
        self.parts, self.addresses, self.scripts, self._inside = Counter(), [], [], ""
        self.feed(text)
        self.close()

    def updatepos(self, _, after):
        """Count no lines: nobody asks where a part stands."""
        return after

    def handle_starttag(self, tag, attributes):
        self._inside = tag
        self.parts[tag] += 1
        for name, value in attributes:
            self.parts[tag, name] += 1
            if name in FETCHED:
                self.addresses.append((tag, name, value or ""))

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "script":
            self.scripts.append(data)


@pytest.fixture(scope="module")
def pages(site):
    """The text of every page, and what it is made of."""
    texts = {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*.html")}
    return {name: (text, Parts(text)) for name, text in texts.items()}


@pytest.fixture(scope="module")
def harmless(sample_site):
    """Elements and attributes of a harmless archive's pages."""
    known = set()
    for path in sample_site.rglob("*.html"):
        known |= set(Parts(path.read_text()).parts)
    return known


def test_the_corpus_is_as_large_as_it_claims():
    assert len(set(PAYLOADS)) == len(PAYLOADS) == sum(map(len, FAMILIES.values())) >= 250


def test_nothing_hostile_breaks_the_newsdesk(hostile):
    archive, summary = hostile
    stories = len(PAYLOADS) * (len(hostile_dump.FORMATS) + 2)
    assert [one for one in summary.set_aside if "failed on it" in one.reason] == []
    assert summary.accepted + summary.known + len(summary.set_aside) == stories  # none is lost
    assert summary.accepted > 0.95 * stories
    there = {path.name for path in archive.root.iterdir()}
    assert there == {".cache", "authority", "content", "dump"}  # nothing was written elsewhere


def test_pages_are_made_of_what_harmless_pages_are_made_of(pages, harmless):
    for name, (text, page) in pages.items():
        assert set(page.parts) - harmless == set(), name
        for tag, attribute, address in page.addresses:
            scheme = SCHEME.match(re.sub(r"[\x00-\x20]", "", address))
            assert not scheme or scheme[1].lower() in {"http", "https", "mailto"}, (name, address)
            if tag != "a" and address != DUBLIN_CORE:
                assert not address.startswith(("//", "http")), (name, tag, attribute)
        assert not UNPRINTABLE.search(text), name


def test_scripts_in_pages_are_data_that_closes_nothing(pages):
    for name, (_, page) in pages.items():
        for script in filter(str.strip, page.scripts):
            json.loads(script)
            assert "<" not in script, name


def test_an_offline_edition_is_made_of_what_a_harmless_one_is_made_of(site, sample_site, tmp_path):
    made = []
    for name, online in (("theirs", site), ("harmless", sample_site)):
        make_folder(online, tmp_path / name, search=False)
        texts = [path.read_text() for path in (tmp_path / name).rglob("*.html")]
        made.append({part for text in texts for part in Parts(text).parts})
    assert made[0] - made[1] == set()
    assert len(made[0]) > 50


def test_feeds_and_sitemaps_are_made_of_their_own_elements(site, sample_site):
    def tags(folder):
        for path in folder.rglob("*.xml"):
            for element in ElementTree.parse(path).iter():
                yield element.tag, *sorted(element.keys())
                if element.get("type") == "html":
                    yield from Parts(element.text or "").parts

    assert set(tags(site)) - set(tags(sample_site)) == set()


def tables(folder):
    for path in folder.rglob("*.csv"):
        yield from csv.reader(io.StringIO(path.read_text("utf-8"), newline=""))


def test_no_cell_of_a_table_is_a_formula(site, hostile, tmp_path):
    archive, _ = hostile
    export.export(archive, tmp_path, ["csv"], title="x", site="https://archive.example")
    for folder in (site, tmp_path):
        cells = [cell for row in tables(folder) for cell in row]
        assert len(cells) > 1000
        assert [cell for cell in cells if cell[:1] in FORMULA and not cell.isdecimal()] == []


def test_files_have_plain_names(site, hostile):
    archive, _ = hostile
    names = [p.relative_to(f).as_posix() for f in (site, archive.articles) for p in f.rglob("*")]
    assert [n for n in names if not re.fullmatch(r"[A-Za-z0-9._/-]{1,200}", n) or ".." in n] == []


def test_a_terminal_is_told_nothing_but_colours(hostile):
    archive, summary = hostile
    told = io.StringIO()
    console = Console(file=told, force_terminal=True, soft_wrap=True, color_system="truecolor")
    report.tell(summary, console)
    with Register.open(archive.register, archive.lock, "report", reading=True) as register:
        report.draw(register, console)
        report.propose(register, (), console)
        report.offer(register, console)
        documents = [raw for raw, _ in islice(register.documents(), 0, None, 9)]
    editor = Editor(archive)
    for raw in documents:
        console.print(sight.on_terminal(editor(raw)))
    for raw in documents[::20]:
        report.show_chain(trace(archive, raw.provenance.sha256, editor=editor), console)
    left = COLOURS.sub("", told.getvalue()).replace("\n", "").replace("\t", "")
    assert len(left) > 50_000
    assert sorted({hex(ord(c)) for c in left if UNPRINTABLE.match(c) or DIRECTION.match(c)}) == []


def test_pages_for_editors_are_text_too(hostile):
    archive, _ = hostile
    editor, rulebook = Editor(archive), copydesk.load_rulebook(archive.rules)
    with Register.open(archive.register, archive.lock, "rules", reading=True) as register:
        documents = [raw for raw, _ in islice(register.documents(), 0, None, 12)]
    articles = [copydesk.clean(raw, rulebook) for raw in documents]
    harmless = sight.on_page(*[]), review.review_page([])
    known = {part for text in harmless for part in Parts(text).parts}
    known |= {"article", "h2", "pre", "del", ("del", "title"), "mark", "table", "tr", "th", "td"}
    made = sight.on_page(*map(editor, documents)), review.review_page(review.questions(articles))
    for text in made:
        parts = Parts(text).parts
        assert not [p for p in parts if isinstance(p, tuple) and p[1].startswith("on")]
        assert not {"img", "svg", "iframe", "object", "embed", "base", "math", "link"} & set(parts)
    learned.as_pack(learned.learn(articles))


LOOK = """() => [...document.querySelectorAll('*')].flatMap(
    e => [e.localName, ...e.getAttributeNames().map(a => e.localName + ' ' + a)])"""


@pytest.fixture
def watched(page):
    """A page that notes whatever a payload could do."""
    page.heard = []
    page.expose_function("caught", lambda *n: page.heard.append(n))
    page.on("dialog", lambda dialog: (page.heard.append(dialog.message), dialog.dismiss()))
    page.on("popup", lambda other: page.heard.append(other.url))
    page.on("download", lambda file: page.heard.append(file.url))
    return page


def dom(page):
    return {tuple(part.split(" ")) if " " in part else part for part in page.evaluate(LOOK)}


def test_a_browser_runs_nothing_on_any_kind_of_page(
    watched, site, sample_site, serve, pages, harmless
):
    known, address = set(harmless), serve(sample_site)
    for path in islice(sorted(sample_site.rglob("*.html")), 0, None, 12):  # what scripts add
        watched.goto(f"{address}/{path.relative_to(sample_site).as_posix()}")
        known |= dom(watched)
    address = serve(site)
    stories = sorted(name for name in pages if re.match(r"\d{4}/\d\d/\d\d/[^/]+-[0-9a-f]{6}", name))
    lists = sorted(set(pages) - set(stories))
    for name in [*stories[:: len(stories) // 60], *lists[:: len(lists) // 30]]:
        watched.goto(f"{address}/{quote(name)}")
        assert dom(watched) - known == set(), name
    assert (watched.heard, watched.outside, watched.complaints) == ([], [], [])


def test_a_browser_runs_nothing_in_search_results(watched, site, serve):
    address = serve(site)
    for words in (
        "lamp",
        "onerror",
        "script",
        "constructor",
        "<img src=x onerror=caught(1)>",
        "source:__proto__",
    ):
        watched.goto(f"{address}/search/?q={quote(words)}")
        watched.wait_for_selector("[data-state=done], [data-state=failed]", timeout=60_000)
        found = dom(watched)
        assert not {"iframe", "object", "math", "embed", "base"} & found
        assert not [p for p in found if isinstance(p, tuple) and p[1].startswith("on")]
    assert (watched.heard, watched.outside, watched.complaints) == ([], [], [])
