"""Feeds, sitemaps and metadata, read by the programs that will read them."""

import json
import re
from html.parser import HTMLParser

import pytest
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOSTILE = 'Prices </script><script>alert("1")</script> & <b>'


@pytest.fixture
def archive(site):
    site.file(
        "hostile", "2025-01-12 14:05", title=HOSTILE, rights="© A & B",
        byline='Ann "Q" Lee and <x> Oh',
        countries="TD*; FR;", organizations="UN*;", tags="Chad; France; United Nations;",
    )  # fmt: skip
    site.file("plain", "2025-01-13", source="Asia & Plus")
    site.file("undated")
    return site


class Reader(HTMLParser):
    """Notes metas and scripts as a browser would."""

    def __init__(self, text):
        super().__init__()
        self.metas, self.scripts, self._in_script = {}, [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "meta":
            self.metas.setdefault(attrs.get("name") or attrs.get("property"), []).append(
                attrs.get("content")
            )
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag):
        self._in_script = False

    def handle_data(self, data):
        if self._in_script:
            self.scripts[-1] += data


def test_json_ld_says_what_the_story_says(archive):
    """A quoted </script> ends nothing."""
    archive.build()
    (script,) = Reader(archive.text("2025/01/12/hostile.html")).scripts
    data = json.loads(script)
    assert data["headline"] == HOSTILE
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2025-01-12T14:05"
    assert [thing["name"] for thing in data["about"] if thing["@type"] == "Country"] == ["Chad"]
    assert [thing["name"] for thing in data["mentions"]] == ["France"]
    assert [person["name"] for person in data["author"]] == ['Ann "Q" Lee', "<x> Oh"]
    assert data["about"][0]["sameAs"] == "https://www.wikidata.org/wiki/Q657"


def test_an_ampersand_is_one_sign(site):
    """«S&L» is told to machines as it was printed, not as HTML writes it."""
    site.file("loan", "2025-01-12", title="S&L rescued")
    site.build()
    (script,) = Reader(site.text("2025/01/12/loan.html")).scripts
    assert json.loads(script)["headline"] == "S&L rescued"


def test_metas_say_what_the_story_says(archive):
    archive.build()
    metas = Reader(archive.text("2025/01/12/hostile.html")).metas
    address = "https://archive.example.org/2025/01/12/hostile.html"
    for name, expected in {
        "citation_title": [HOSTILE],
        "citation_publication_date": ["2025/01/12"],
        "citation_author": ['Ann "Q" Lee', "<x> Oh"],
        "DC.creator": ['Ann "Q" Lee', "<x> Oh"],
        "DC.source": ["Kabul Ledger"],
        "DC.publisher": ["Kabul Ledger"],
        "DC.language": ["en"],
        "DC.identifier": [address],
        "DC.type": ["newspaperArticle"],
        "citation_public_url": [address],
        "DC.title": [HOSTILE],
        "DC.date": ["2025-01-12"],
        "DC.rights": ["© A & B"],
        "DC.subject": ["Chad", "France", "United Nations"],
        "og:type": ["article"],
        "og:url": [address],
    }.items():
        assert expected == metas[name], name


def test_a_paper_is_not_its_own_author(archive):
    """Programs that read `citation_author` would turn "Asia & Plus" round as a person's name."""
    archive.build()
    text = archive.text("2025/01/13/plain.html")
    metas = Reader(text).metas
    assert ["Asia & Plus"] == metas["DC.source"] == metas["citation_publisher"]
    assert {"citation_author", "DC.creator"}.isdisjoint(metas)
    assert '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">' in text


def test_feeds_are_atom(archive):
    archive.build()
    for path in (
        "feed.xml", "country/chad/feed.xml", "organization/united-nations/feed.xml",
        "source/asia-plus/feed.xml",
    ):  # fmt: skip
        feed = etree.fromstring(archive.pages()[path])
        assert f"{ATOM}feed" == feed.tag
        for needed in ("id", "title", "updated", "author"):
            assert feed.find(f"{ATOM}{needed}") is not None
        entries = feed.findall(f"{ATOM}entry")
        assert entries
        for entry in entries:
            assert entry.find(f"{ATOM}updated").text.endswith("Z")
            assert entry.find(f"{ATOM}id").text.startswith("tag:archive.example.org,2025-01-1")
    newest = etree.fromstring(archive.pages()["feed.xml"]).find(f"{ATOM}entry/{ATOM}title")
    assert newest.text == "Plain"


def test_headlines_in_feeds_are_escaped_twice(archive):
    """type="html": a reader shows the headline as it was, tags and all."""
    archive.build()
    feed = etree.fromstring(archive.pages()["country/france/mentioned.xml"])
    shown = feed.find(f"{ATOM}entry/{ATOM}title").text
    assert (
        re.sub("&quot;", '"', shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        == HOSTILE
    )


def test_undated_stories_are_in_no_feed(archive):
    archive.build()
    assert b"undated/undated.html" not in archive.pages()["feed.xml"]


def addresses(data):
    return [loc.text for loc in etree.fromstring(data).iter(f"{MAP}loc")]


def test_the_sitemap_names_every_story_and_list(archive):
    archive.build(SITEMAP_SIZE=2)
    pages = archive.pages()
    parts = addresses(pages["sitemap.xml"])
    site = "https://archive.example.org/"
    named = [
        a.removeprefix(site) for part in parts for a in addresses(pages[part.removeprefix(site)])
    ]
    assert all(len(addresses(pages[part.removeprefix(site)])) <= 2 for part in parts)
    stories = {p for p in pages if p.endswith(".html") and not p.endswith("index.html")}
    assert stories <= set(named)
    assert {"", "country/chad/", "2025/", "2025/01/13/", "undated/"} <= set(named)
    assert len(named) == len(set(named))
    assert f"Sitemap: {site}sitemap.xml" in archive.text("robots.txt")


def test_without_an_address_there_is_no_sitemap(archive):
    archive.build(SITEURL="")
    assert "sitemap.xml" not in archive.pages()
    assert "Allow: /" in archive.text("robots.txt")
