"""Headings renamed and merged by the owner: their old addresses lead to the new ones."""

import pytest


@pytest.fixture
def own(site):
    (site.root / "authority").mkdir()

    def write(table, *lines):
        path = site.root / "authority" / table
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    return write


def test_a_renamed_heading_moves_and_its_old_address_leads_there(site, own):
    site.file("dam", "2025-01-12", countries="MM*;")
    site.build()
    assert "Myanmar" in site.text("country/myanmar/index.html")
    own("countries.csv", "code,heading", "MM,Burma")
    site.build()
    assert "Burma" in site.text("country/burma/index.html")
    page = site.text("country/myanmar/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../burma/">' in page
    assert '<link rel="canonical" href="https://archive.example.org/country/burma/">' in page
    assert '<a href="../burma/">Burma</a>' in page
    assert "<script" not in page
    assert "country/myanmar/" not in site.text("sitemap-lists-1.xml")


def test_every_heading_it_ever_had_leads_to_it(site, own):
    site.file("dam", "2025-01-12", countries="MM*;")
    own("countries.csv", "code,heading,formerly", "MM,Burma,Union of Burma|Burmah")
    site.build()
    for old in ("myanmar", "union-of-burma", "burmah"):
        assert 'url=../burma/"' in site.text(f"country/{old}/index.html")


def test_a_merged_heading_gives_its_stories_and_its_address(site, own):
    site.file("silo", "2025-01-12", countries="SU*; RU;")
    site.file("dam", "2025-01-13", countries="TD*; SU;")
    own("countries.csv", "code,redirect", "SU,RU")
    site.build()
    pages = site.pages()
    assert 'url=../russia/"' in site.text("country/soviet-union/index.html")
    assert {"country/russia/index.html", "country/chad/index.html"} <= set(pages)
    assert "Soviet Union" not in site.text("2025/01/13/dam.html")
    assert site.text("country/russia/mentioned.xml").count("<entry") == 2
    assert site.text("country/russia/feed.xml").count("<entry") == 1


def test_subscribers_of_a_merged_heading_get_the_feed_of_the_new_one(site, own):
    site.file("silo", "2025-01-12", organizations="CSTO*;", countries="")
    own("organizations.csv", "key,redirect", "CSTO,NATO")
    site.build()
    old = "organization/collective-security-treaty-organization"
    assert site.text(f"{old}/feed.xml").count("<entry") == 1
    target = 'content="0; url=../north-atlantic-treaty-organization/"'
    assert target in site.text(f"{old}/index.html")


def test_a_heading_without_stories_and_an_address_in_use_get_no_redirect(site, own):
    site.file("silo", "2025-01-12", countries="TD*;")
    own("countries.csv", "code,heading,formerly", "MM,Burma,", "TD,Tchad,Chad", "FR,,Tchad")
    site.build()
    pages = site.pages()
    assert "country/myanmar/index.html" not in pages
    assert "refresh" not in site.text("country/tchad/index.html")
    assert 'url=../tchad/"' in site.text("country/chad/index.html")


def test_feeds_hold_what_a_story_is_about_unless_the_site_says_otherwise(site):
    site.file("silo", "2025-01-12", countries="TD*; FR;")
    site.file("dam", "2025-01-13", countries="FR*;")
    site.build()
    assert site.text("country/france/feed.xml").count("<entry") == 1
    assert site.text("country/france/mentioned.xml").count("<entry") == 2
    assert "country/chad/mentioned.xml" not in site.pages()
    site.build(TAG_SCOPE="mentioned")
    assert site.text("country/france/feed.xml").count("<entry") == 2


def test_a_scope_that_does_not_exist_is_refused(site):
    with pytest.raises(Exception, match="TAG_SCOPE is «all»; write one of primary, mentioned"):
        site.build(TAG_SCOPE="all")
