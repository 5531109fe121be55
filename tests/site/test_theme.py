"""The theme's templates and sheets, rendered over an invented archive, read without a browser."""

import gzip
import itertools
import re
from pathlib import Path

import mock_archive
import pytest
from bs4 import BeautifulSoup

THEME = mock_archive.THEME
PAGES = mock_archive.render()
DOCS = (THEME.parent / "docs" / "theme.md").read_text(encoding="utf-8")
# Left and right are named in no sheet, so that a right-to-left page needs no rules of its own.
PHYSICAL = re.compile(
    r"[;{]\s*((?:(?:margin|padding|border)-)?(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height))"
    r"\s*:|(?:text-align|float):\s*(?:left|right)"
)


@pytest.fixture(params=sorted(PAGES))
def soup(request):
    return BeautifulSoup(PAGES[request.param], "lxml")


def test_nothing_inline(soup):
    """The content security policy would refuse it."""
    assert soup.select("[style], style") == []
    assert [s for s in soup.select("script:not([src])") if "json" not in s.get("type", "")] == []
    assert [t for t in soup.find_all(True) if any(a.startswith("on") for a in t.attrs)] == []


def test_nothing_from_elsewhere(soup):
    """Links may lead out of the archive; nothing is loaded from outside it."""
    loaded = [t.get("src") or t.get("href") for t in soup.select("[src], link[href]")]
    assert [address for address in loaded if not address.startswith("/")] == []


def test_headings_in_order(soup):
    """One h1, and no level is skipped on the way down."""
    levels = [int(h.name[1]) for h in soup.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1
    assert [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1] == []


def test_landmarks_and_names(soup):
    """Skip link, header, main, footer; ids once; every field has its label."""
    assert soup.body.find("a")["href"] == "#main"
    for landmark in ("body > header", "body > main#main", "body > footer"):
        assert len(soup.select(landmark)) == 1
    ids = [t["id"] for t in soup.select("[id]")]
    assert sorted(set(ids)) == sorted(ids)
    assert {t["id"] for t in soup.select("input")} <= {t["for"] for t in soup.select("label")}


def test_each_story_has_its_language(soup):
    """Headlines of several scripts stand in one list, each in its own direction."""
    assert all(card.get("lang") and card.get("dir") for card in soup.select(".card"))


def test_hostile_headline_stays_text(soup):
    """Press escapes once; the theme neither twice nor not at all."""
    assert soup.select("shifts") == []
    assert "&lt;shifts" not in soup.get_text()


def test_the_menu_says_where_we_are():
    """aria-current on the section of a country's page."""
    country = BeautifulSoup(PAGES["country/afghanistan/index.html"], "lxml")
    assert [a.text for a in country.select(".sections [aria-current]")] == ["Countries"]


@pytest.mark.parametrize(
    "sheet", sorted((THEME / "static/css").glob("*.css")), ids=lambda p: p.name
)
def test_logical_properties_only(sheet):
    """Start and end, inline and block."""
    rules = re.sub(r"/\*.*?\*/|@(?:media|container)[^{]*", "", sheet.read_text("utf-8"), flags=re.S)
    assert PHYSICAL.findall(rules) == []


def test_blocks_and_templates_are_documented():
    """Every block of the frame, and every template, has its place in docs/theme.md."""
    frame = (THEME / "templates" / "base.html").read_text(encoding="utf-8")
    blocks = set(re.findall(r"{% block (\w+)", frame))
    (told,) = re.findall(r"the frame; blocks (.*?)\|", DOCS)
    assert blocks == set(re.findall(r"`(\w+)`", told))
    names = {path.name for path in (THEME / "templates").glob("*.html")} - {"base.html"}
    assert [] == sorted(name for name in names if f"`{name}`" not in DOCS)


NAMES = (
    "here story article front period term profile world together index pagination tag cell month"
    " gap bar square pair line citation piece item feed cut parent day year group row link found"
)


@pytest.mark.parametrize("name", NAMES.split())
def test_variables_are_documented(name):
    """A theme author finds every variable the templates use in docs/theme.md."""
    used = set()
    for template in (THEME / "templates").rglob("*.html"):
        used |= set(re.findall(rf"(?<![/\w.]){name}\.(\w+)", template.read_text(encoding="utf-8")))
    assert used
    assert sorted(word for word in used if not re.search(rf"[`.]{word}\b", DOCS)) == []


def test_a_story_is_light():
    """Page, sheets, scripts and icon of a story: under 25 kB as sent."""
    page = PAGES["2025/01/12/story-0.html"]
    needed = re.findall(r'(?:href|src)="/theme/([^"]+)"', page)
    assert any(name.endswith(".css") for name in needed)
    parts = [page.encode(), *((THEME / "static" / name).read_bytes() for name in needed)]
    assert sum(len(gzip.compress(part)) for part in parts) < 25_000


def test_words_in_attributes_hold_no_quotation_marks():
    """`_()` stands in attributes as well: a catalogue must not be able to end one."""
    for template in (THEME / "templates").rglob("*.html"):
        for word in re.findall(r"_\('([^']*)'\)", Path(template).read_text(encoding="utf-8")):
            assert '"' not in word
