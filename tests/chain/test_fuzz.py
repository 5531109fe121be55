"""Texts that nobody would write: the desks and the query parser answer all of them."""

import re

import pytest
from chain.payloads import PAYLOADS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsdesk import filing
from newsdesk.archive import Archive
from newsdesk.copydesk import rebuild
from newsdesk.editor import Editor
from newsdesk.records import Provenance, RawDocument, TaggedArticle
from pelican.plugins.press.contentfile import parse

PIECES = (
    "HERAT, Jan 5, 2025 (Reuters) - ", "By Ann Lee", "Officials of the United Nations said", "Georgia", "the Bank of Japan",
    "Korea, Republic of", "U.S.", "WASHINGTON (AP) _ ", "Share this article", "\n", "\n\n", "(MENAFN- Khaama Press)", "© 2025", "-30-", "***",
    "Сегодня в Твери", "قال مسؤولون في كابول", "米国と日本", "<p>", "</p>", "<title>", "<article>", "&amp;", "\t", "1 of 2 DOCUMENTS", ":", ";",
)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(PAYLOADS) | st.text(max_size=40), max_size=25
)
QUICKLY = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    return Editor(Archive.open(tmp_path_factory.mktemp("fuzz")))


@settings(max_examples=150, **QUICKLY)
@given(TEXTS.map(" ".join), st.sampled_from(("text/plain", "text/html")))
def test_any_text_is_edited_and_filed(editor, text, kind):
    raw = RawDocument(text.encode("utf-8", "replace").decode(), Provenance("a", "", "0" * 64), kind)
    edited = editor(raw)
    if not isinstance(edited, TaggedArticle):
        assert "failed on it" not in edited.reason
        return
    assert rebuild(edited.article) == raw.text
    page = filing.render(edited)
    known = parse(page)
    assert known and known.title == re.search("<title>(.*?)</title>", page)[1]
    assert not filing.UNPRINTABLE.search(page)


# Pieces of queries put together by a seeded die, in the page itself.
FUZZ = """({pieces, number}) => {
  const search = window.backfileSearch, wrong = [];
  let seed = 7;
  const die = (sides) => (seed = (seed * 48271) % 2147483647) % sides;
  for (let n = 0; n < number; n++) {
    let query = "";
    for (let count = die(12); count >= 0; count--) query += pieces[die(pieces.length)];
    try {
      search.operands(search.parse(query, new Set(["the"])).tree);
    } catch (error) {
      if (!Number.isInteger(error.at) || error.at < 0 || error.at > query.length || !error.message)
        wrong.push(`${query}: ${error}`);
    }
  }
  return wrong;
}"""
QUERY = [
    *('"', "“", "»", "(", ")", " ", " OR ", " AND ", " NOT ", "-", "*", ":", "country:", "title:"),
    *("after:", "2025", "2025-01", "2025-99-99", "the", "lamp", "lamp*", "\\", "\0", "\ud83d", "ю"),
    *(
        "org:",
        "langg:",
        "before:",
        ",",
        "..",
        "'",
        "[",
        "]",
        "{",
        "}",
        "^",
        "$",
        "|",
        "+",
        "?",
        "~",
    ),
]


def test_any_query_is_parsed_or_its_mistake_has_a_place(page, site_url):
    page.goto(f"{site_url}/search/")
    page.wait_for_function("() => window.backfileSearch?.parse")
    pieces = [*QUERY, *PAYLOADS]
    assert page.evaluate(FUZZ, {"pieces": pieces, "number": 10_000})[:5] == []
    assert page.complaints == []


@pytest.mark.parametrize("piece", ["(", "-", "NOT ", '"', "title:", "a OR ", "a*", "((a) "])
def test_a_query_of_one_piece_many_times_is_answered(page, site_url, piece):
    """By depth or by length: a mistake or a tree, and not a minute later."""
    page.goto(f"{site_url}/search/")
    page.wait_for_function("() => window.backfileSearch?.parse")
    page.set_default_timeout(20_000)
    found = page.evaluate(
        """query => { try { return window.backfileSearch.parse(query, new Set()) ? "tree" : "none"; }
        catch (error) { return error.at >= 0 ? "place" : error.name; } }""",
        piece * 5000,
    )
    assert found in {"tree", "none", "place"}
