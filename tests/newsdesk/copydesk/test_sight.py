"""Sight: the whole original is shown, and nothing of it is obeyed."""

import io

from newsdesk.copydesk import sight
from newsdesk.records import (
    Article,
    Cut,
    Doubt,
    Evidence,
    Provenance,
    RawDocument,
    Span,
    Tag,
    TaggedArticle,
)
from rich.console import Console

TEXT = "A headline\nThe story \x1b[31m<b>.\nRead more here\nShare this"
HEAD, BODY, DOUBTED = len("A headline\n"), TEXT.index("Read"), TEXT.index("Share")


def story():
    raw = RawDocument(TEXT, Provenance("a.txt", "", "0" * 64))
    return TaggedArticle(
        Article(
            raw,
            "A headline",
            ("The story",),
            kept=(Span(HEAD, DOUBTED),),
            cuts=(
                Cut(0, HEAD, "lead.title", TEXT[:HEAD]),
                Cut(DOUBTED, len(TEXT), "web.share", TEXT[DOUBTED:]),
            ),
            doubts=(Doubt(BODY, DOUBTED, "web.more", 0.4),),
            evidence=(Evidence("title", "A headline", "lead.title", "<i>A headline</i>"),),
        ),
        (Tag("country", "TJ", "Tajikistan", True, reason="once in the text"),),
    )


def test_the_stretches_are_the_whole_original():
    parts = list(sight.stretches(story().article))
    assert "".join(part.text for part in parts) == TEXT
    assert [part.rule for part in parts if part.rule] == ["lead.title", "web.share"]
    assert [part.text for part in parts if part.doubt] == ["Read more here\n"]


def test_the_terminal_shows_cuts_fields_and_tags_and_obeys_nothing():
    out = io.StringIO()
    Console(file=out, force_terminal=False, width=200).print(sight.on_terminal(story()))
    shown = out.getvalue()
    assert "\x1b" not in shown
    for words in ("‹web.share›", "‹in doubt: web.more›", "A headline", "Tajikistan", "about it"):
        assert words in shown


def test_the_page_escapes_what_the_dump_holds():
    page = sight.on_page(story())
    assert "<b>." not in page
    assert "<i>A" not in page
    assert '<del title="web.share">Share this</del>' in page
    assert '<mark title="web.more">Read more here\n</mark>' in page
