"""Markup is read as a browser would read it, in time that grows with its length."""

import pytest
from growth import grows_evenly
from newsdesk.copydesk.html_blocks import read_page_text
from newsdesk.copydesk.html_markup import MarkupReader, attributes


def texts(source):
    return [one.block.text for one in read_page_text(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One<p>Two<p>Three", ["One", "Two", "Three"]),
        ("<ul><li>Tea<li>Salt</ul>After", ["Tea", "Salt", "After"]),
        ("<p>Bold <b>and <i>slanted</i></b> words</p>", ["Bold and slanted words"]),
        ("First line<br>goes on<br><br>Second", ["First line goes on", "Second"]),
        ("<p>Kept</p></div></article></nothing><p>Also kept", ["Kept", "Also kept"]),
        ("<p>Fish &amp; chips&nbsp;&mdash; caf&eacute;</p>", ["Fish & chips — café"]),
        ("<p>5 < 6 and 7 > 3</p>", ["5 < 6 and 7 > 3"]),
        ("<p title='a > b'>In</p>", ["In"]),
        ("<p>Before<!-- <p>never</p> -->after", ["Beforeafter"]),
        ("<p>Before</p><!-- never closed <p>lost", ["Before"]),
        ("<p>Seen<script>if (a<b) { x('</p>') }</script> too</p>", ["Seen too"]),
        ("<style>p{}</style><noscript>Enable it</noscript><p>Text", ["Text"]),
        ("<p style='display: none'>Hidden</p><p>Shown", ["Shown"]),
        ("<p hidden>Hidden</p><p>Shown", ["Shown"]),
        ("<p>Mayor <span class='tooltip'>born 1960</span>Ruz spoke", ["Mayor Ruz spoke"]),
        ("<p>\u200fسلام، می\u200cروم</p>", ["\u200fسلام، می\u200cروم"]),
        ("<svg><text>Logo</text></svg><p>Word", ["Word"]),
        ("<p>NUL\0 and bell\7 go</p>", ["NUL and bell go"]),
        ("<x-note>A custom element</x-note>", ["A custom element"]),
        ("", []),
        ("<", []),
        ("<p", ["<p"]),
    ],
)
def test_text_is_read_from_markup(source, expected):
    assert expected == texts(source)


def test_the_first_attribute_of_a_name_wins_and_entities_are_resolved():
    found = attributes(" CLASS='story' class=other href=\"/a?b&amp;c\" hidden data-x = 3")
    assert {
        "class": "story",
        "href": "/a?b&c",
        "hidden": "",
        "data-x": "3",
    } == found


def test_every_character_knows_its_place_in_the_source():
    source = "<div>\n <p>Tea  &amp; <b>salt</b> from\tthe <a href='/x'>coast</a>.</p></div>"
    (block,) = [one.block for one in read_page_text(source).blocks]
    assert "Tea & salt from the coast." == block.text
    plain = [(c, source[place]) for c, place in zip(block.text, block.offsets, strict=True)]
    assert [] == [(c, at) for c, at in plain if c != at and not c.isspace() and at != "&"]
    assert sorted(block.offsets) == list(block.offsets)


def test_links_and_emphasis_are_counted():
    source = "<p><a href='/x'>Read this</a> and <b>that</b></p>"
    (one,) = read_page_text(source).blocks
    assert (9, 5, 1) == (one.linked, one.emphasised, one.links)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<div><p>",
        "<!--",
        '<a "',
        "<a href='>",
        "<b>x</i>",
        "<",
        "</p>",
        "<script>",
        "<li><span>x</li>",
        "<table><tr><td>x",
        "&amp",
        "<a x=1>y",
        "<p><b>",
    ],
)
@pytest.mark.alone
def test_hostile_markup_takes_time_in_proportion_to_its_length(piece):
    def read_twice(page):
        for _ in MarkupReader(page).events():
            pass
        read_page_text(page)

    assert grows_evenly(read_twice, lambda times: piece * times, 1_000)


def test_a_page_larger_than_any_news_page_is_read_to_a_limit():
    page = read_page_text("<p>word" * 30_000)
    assert 20_000 == len(page.blocks)
    assert 0 < page.read_to < 7 * 30_000
