"""From a saved page come the story, all of it and nothing else, and what the page states."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk.copydesk import clean, load_rulebook, rebuild
from newsdesk.copydesk.html import read_page
from newsdesk.copydesk.html_verdict import AGAINST, WEIGHED, weights
from newsdesk.intake import read
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES

RULEBOOK = load_rulebook()
SAMPLES = Path(__file__).resolve().parents[3] / "samples"
KEY = [
    json.loads(line)
    for line in (SAMPLES / "expected.jsonl").read_text("utf-8").splitlines()
    if '"web/' in line
]
STORY = [
    "The ferry to Orso was late again on Monday, and for the first time nobody complained.",
    "Passengers had brought a table, two lamps and a pot of soup, according to the harbour master.",
    "“We were late so often that we might as well dine,” said Ilse Brandt, who sells tickets.",
    "The company promised a second boat in May, weather and paint permitting.",
]


def raw(source):
    return RawDocument(source, Provenance("page.html", "", "0" * 64), "text/html")


def page(head="", before="", inside=(), after=""):
    parts = [f"<p>{line}</p>" for line in STORY]
    for place, markup in inside:
        parts.insert(place, markup)
    body = "".join(parts)
    return (
        f"<html lang=en><head><title>Soup at sea - The Orso Post</title>{head}</head><body>{before}"
        f"<h1>Soup at sea</h1><div class=story>{body}</div>{after}</body></html>"
    )


def bodies(source):
    return [block.text for block in read_page(raw(source)).blocks]


@pytest.mark.parametrize("gold", KEY, ids=lambda gold: gold["file"])
def test_the_sample_pages_come_out_exactly(gold):
    (document,) = read(SAMPLES / "dump" / gold["file"])
    article = clean(document, RULEBOOK)
    assert gold["paragraphs"] == list(article.paragraphs)
    assert (gold["title"], gold["date"]) == (article.title, str(article.date))
    assert (gold["source"], gold["byline"]) == (article.source, article.byline)
    assert gold["lang"] == article.lang


def cuts_of(source):
    """Return text and rule of all cuts of a page that are not markup alone."""
    article = clean(raw(source), RULEBOOK)
    assert source == rebuild(article)
    return {cut.text: cut.rule for cut in article.cuts if cut.rule != "markup"}


def test_each_cut_of_a_page_is_credited_to_what_dropped_it():
    source = page(
        head="<script>let soup = 1</script>",
        before="<nav><ul><li><a href=/>Home</a></li><li><a href=/sea>Sea</a></li></ul></nav>",
        inside=[(2, "<figure><figcaption>The table. Photo: Ann Roe</figcaption></figure>")],
        after="<aside><h2>Related</h2><ul><li><a href=/1>A lamp lost at sea</a></li></ul></aside>"
        "<footer><p>Terms</p></footer>",
    )
    assert cuts_of(source) == {
        "Home</a></li><li><a href=/sea>Sea": "page.nav",
        "Soup at sea": "page.headline",
        "The table. Photo: Ann Roe": "page.caption",
        "Related</h2><ul><li><a href=/1>A lamp lost at sea": "page.aside",
        "Terms": "page.footer",
    }


def test_what_the_text_rules_cut_of_a_page_bears_their_names():
    cuts = cuts_of(page(inside=[(4, "<p>(Reporting by Ann Roe; Editing by Jo Lind)</p>")]))
    assert [rule.partition(".")[0] for text, rule in cuts.items() if "Ann Roe" in text] == ["voice"]


def test_every_name_of_a_cut_is_told_in_the_docs():
    told = (SAMPLES.parent / "docs" / "webpages.md").read_text("utf-8")
    rules = {*AGAINST.values(), WEIGHED, "page.heading-alone", "page.not-read", "markup"}
    assert [rule for rule in sorted(rules) if f"`{rule}`" not in told] == []
    assert AGAINST.keys() - weights()[1].keys() == set()


def test_the_story_is_kept():
    assert STORY == bodies(page())


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>",
        "<div class=share-tools><a href=#>Facebook</a> <a href=#>Twitter</a></div>",
        "<aside class=related><h3>Related</h3><a href=/a>Ferry strike ends in Orso</a></aside>",
        "<div class=newsletter><p>Sign up to our newsletter</p><input><button>Go</button></div>",
        "<footer><p>© 2025 The Orso Post. All rights reserved.</p></footer>",
        "<div id=comments><h4>2 comments</h4><p>I like soup.</p><p>First!</p></div>",
        "<div class=cookie-banner>We use cookies. <a href=/c>Cookie settings</a></div>",
        "<script>document.write('<p>Not a word of this is text, not one word of it at all.</p>')"
        "</script>",
    ],
)
def test_furniture_around_the_story_goes(furniture):
    assert STORY == bodies(page(before=furniture))
    assert STORY == bodies(page(after=furniture))


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class=ad><p>Advertisement</p></div>",
        "<aside class=related><h3>Read also</h3><ul><li><a href=/1>A tug is sold</a></ul></aside>",
        "<figure><img src=x><figcaption>The ferry. Photo: Ann Lee</figcaption></figure>",
        "<div class=social-share><a href=#>Facebook</a> <a href=#>Twitter</a></div>",
        "<div class=newsletter-signup><h3>Sign up for our newsletter</h3></div>",
    ],
)
def test_furniture_inside_the_story_goes(furniture):
    assert STORY == bodies(page(inside=[(2, furniture)]))


def test_links_inside_the_story_stay_as_words():
    linked = "<p>The <a href='https://orso.example/mayor'>mayor of Orso</a> ate two plates.</p>"
    assert "The mayor of Orso ate two plates." in bodies(page(inside=[(3, linked)]))


def test_a_page_without_any_story_gives_what_words_it_has():
    assert ["Closed"] == bodies("<html><body><div>Closed</div></body></html>")


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        ("", "title", "Soup at sea"),
        ("", "source", "The Orso Post"),
        ("", "lang", "en"),
        ("<meta property='article:published_time' content='2025-03-03T08:00:00Z'>", "date",
         "2025-03-03T08:00:00Z"),
        ("<meta itemprop=datePublished content=2025-03-03>", "date", "2025-03-03"),
        ("<meta name=author content='By Ilse Brandt'>", "byline", "Ilse Brandt"),
        ("<link rel=canonical href=https://orso.example/soup>", "url", "https://orso.example/soup"),
        ("<meta name=dcterms.rights content='CC BY 4.0'>", "rights", "CC BY 4.0"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":'
         '[{"@type":"Person","name":"A. Ray"},{"@type":"Person","name":"B. Low"}]}]}</script>',
         "byline", "A. Ray, B. Low"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":'
         '"Organization","name":"The Desk"},"datePublished":"2024-12-31"}</script>',
         "date", "2024-12-31"),
    ],
)  # fmt: skip
def test_the_page_states_its_fields(head, field, expected):
    assert expected == read_page(raw(page(head))).fields[field]


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("<meta name=author content='https://facebook.example/orso'>", "byline"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":'
         '"Organization","name":"The Desk"}}</script>', "byline"),
        ("<meta property='article:modified_time' content='2025-03-05'>", "date"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "date"),
        ("<meta property='article:published_time' content='0001-01-01T00:00:00'>", "date"),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "date"),
    ],
)  # fmt: skip
def test_nothing_is_made_of_what_is_not_said(head, field):
    assert field not in read_page(raw(page(head))).fields


PIECES = st.sampled_from(
    "<p> </p> <div> </div> <br> <script> </script> <!-- --> & &amp; < > \" ' <a href='x'> </a> <ul>"
    " <li> <table> <td> <h1> </body> ../ \0 \x1b[31m \u202e سلام Words stand here, truly. <x-y>"
    " <title> <title>T</title> <meta name=date content=2025-01-01> 12:00 © Share".split(" ")
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_any_soup_of_tags_is_read_and_rebuilt(source):
    document = raw(source)
    for block in read_page(document).blocks:
        assert list(block.offsets) == sorted(block.offsets)
        assert len(block.text) == len(block.offsets)
    assert source == rebuild(clean(document, RULEBOOK))


def test_the_heading_of_a_box_goes_with_its_box_and_a_subheading_stays():
    box = (
        "<div class=newsletter-signup><h4>The Orso Morning</h4>"
        "<p>Sign up for our newsletter and get the stories of the day in your inbox.</p></div>"
    )
    assert STORY == bodies(page(inside=[(2, box)]))
    found = bodies(page(inside=[(2, "<div><h2>What happens now</h2></div>")]))
    assert "What happens now" in found


def test_the_only_h1_above_the_story_is_its_headline_whatever_the_page_is_called():
    source = page().replace("<title>Soup at sea - The Orso Post", "<title>Orso Post online")
    assert STORY == bodies(source)


ABOVE = [
    (["By Ilse Brandt on 3 March 2025"], "2025-03-03", "Ilse Brandt"),
    (["Published 11:11 PM EST Mar 3, 2025", "The pot stood on the quay", "Jo Lind, AP"],
     "2025-03-03", ""),
    (["Von Ilse Brandt publiziert am 3. März 2025"], "2025-03-03", "Ilse Brandt"),
    (["by Orso Space Agency"], "", ""),
    (["A pot of soup on 3 March 2025, the day of the storm"], "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "day", "byline"), ABOVE)
def test_lines_between_headline_and_story_say_who_wrote_it_and_when(lines, day, byline):
    head = "".join(f"<div class=photo-caption>{line}</div>" for line in lines)
    source = page().replace("<div class=story>", head + "<div class=story>")
    story = clean(raw(source), RULEBOOK)
    assert (day, byline) == (str(story.date or ""), story.byline)
    assert STORY == bodies(source)


def test_lines_above_a_page_s_headline_count_where_none_stand_below():
    source = page().replace("<h1", "<div>3 March 2025</div><h1")
    assert "2025-03-03" == str(clean(raw(source), RULEBOOK).date)


BESIDE = {
    "comment": "<h3>Comments</h3><div class='comment even'><b>Ada</b> <time datetime=2025-11-29>",
    "teaser": "<h3>Latest</h3><ul><li><time datetime=2025-11-29>29 Nov</time> Mill burns</ul>",
    "footer": "<footer><time datetime=2025-11-29>29 Nov</time></footer>",
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_time_beside_the_story_is_no_date_of_it(name):
    assert "date" not in read_page(raw(page(after=BESIDE[name]))).fields
    dated = "<p><time datetime=2024-03-03>3 March</time></p>"
    assert "2024-03-03" == read_page(raw(page(before=dated, after=BESIDE[name]))).fields["date"]


@pytest.mark.parametrize("title", ["Home", "Untitled Document", "orsopost.example"])
def test_a_page_that_nobody_named_is_called_by_its_headline(title):
    unnamed = page().replace("Soup at sea - The Orso Post", title)
    assert "Soup at sea" == read_page(raw(unnamed)).fields["title"]


def test_what_json_ld_says_of_another_story_is_not_said_of_this():
    other = {"@type": "NewsArticle", "headline": "Mill burns", "datePublished": "2025-11-30"}
    head = f'<script type="application/ld+json">{json.dumps(other)}</script>'
    fields = read_page(raw(page(head))).fields
    assert ("Soup at sea", None) == (fields["title"], fields.get("date"))


NAV = "<nav><a href=/>Home</a> <a href=/news>News</a></nav>"
FOOT = "<footer><p>We use cookies to make this site work for you and for the people of Orso.</p>"
NOTE = "“Soup \U0001f372, & bread”, it says."


def shell(body, shown=""):
    data = {"@type": "NewsArticle", "headline": "Soup at sea", "articleBody": body}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"<html><head>{script}</head><body>{NAV}<div id=root>{shown}</div>{FOOT}</body></html>"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "<br>", "</p><p>"])
def test_a_page_that_a_script_draws_gives_the_story_it_states(between):
    source = shell(f"<p>{between.join([*STORY, NOTE])}</p>" if "<" in between else
                   between.join([*STORY, NOTE]))  # fmt: skip
    article = clean(raw(source), RULEBOOK)
    assert [*STORY, NOTE] == list(article.paragraphs)
    assert ("Soup at sea", source) == (article.title, rebuild(article))


def test_a_page_that_shows_its_story_gives_what_it_shows():
    shown = "".join(f"<p>{line}</p>" for line in STORY)
    assert STORY == list(clean(raw(shell("Elsewhere. " * 40, shown)), RULEBOOK).paragraphs)
    assert STORY[:1] == list(
        clean(raw(shell("\n".join(STORY * 4), f"<p>{STORY[0]}</p>")), RULEBOOK).paragraphs
    )


def test_a_line_of_its_own_above_a_pages_story_names_the_author() -> None:
    title, *story = STORIES["en"]
    told = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    page = f"<html><body><article><h1>{title}</h1><p>By Ewa Lind</p>{told}</article></body></html>"
    article = clean(RawDocument(page, Provenance("a.html", "", "0"), "text/html"), RULEBOOK)
    assert ("Ewa Lind", tuple(story)) == (article.byline, article.paragraphs)


def test_the_cells_of_a_table_stay_whatever_they_are_called() -> None:
    title, *story = STORIES["en"]
    told = [f"<p>{paragraph}</p>" for paragraph in story]
    rows = [("Name", "Time"), ("Ann Lowe", "61:02"), ("Bo Dahl", "62:10")]
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    body = "".join([*told[:2], f"<table>{cells}</table>", *told[2:]])
    page = f"<html><body><article><h1>{title}</h1>{body}</article></body></html>"
    article = clean(RawDocument(page, Provenance("a.html", "", "0"), "text/html"), RULEBOOK)
    assert (*story[:2], *(c for r in rows for c in r), *story[2:]) == article.paragraphs
