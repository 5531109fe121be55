"""The quick reader reads what filing writes, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from newsdesk.filing import render
from newsdesk.records import Article, Provenance, RawDocument, Span, TaggedArticle
from pelican.plugins.press.contentfile import escaped, parse, plain, several

TEXT = st.text(max_size=60)


def article(title, paragraph, byline):
    raw = RawDocument(paragraph, Provenance("dump.zip", "a.txt", "ab" * 32))
    return Article(
        raw, title, (paragraph,), (Span(0, len(paragraph)),), (), byline=byline, lang="en"
    )


@given(TEXT, TEXT, TEXT)
def test_reads_whatever_filing_writes(title, paragraph, byline):
    sheet = parse(render(TaggedArticle(article(title, paragraph, byline))))
    assert sheet is not None
    assert sheet.facts["story"] == "ab" * 32
    assert sheet.body.startswith("<p>")
    assert sheet.body.endswith("</p>")


def test_values_lose_their_entities_once():
    text = render(TaggedArticle(article("Oil & gas", "Text.", 'A "quoted" &amp; name <x>')))
    sheet = parse(text)
    assert sheet.facts["byline"] == 'A "quoted" &amp; name <x>'
    assert sheet.title == "Oil &amp; gas"


def test_another_shape_is_not_read():
    good = render(TaggedArticle(article("Title", "Text.", "")))
    assert parse(good)
    for old, new in (
        ('<meta charset="utf-8">\n', ""),
        ("</head>", '<link rel="x">\n</head>'),
        ("</body>", ""),
        ('<meta name="slug"', '<meta  name="slug"'),
        ("<!DOCTYPE html>", "<!doctype html>"),
    ):
        assert parse(good.replace(old, new)) is None


@given(TEXT)
def test_escapes_as_markupsafe_does(text):
    assert str(escape(text)) == escaped(text)


@given(TEXT)
def test_plain_undoes_escaping(text):
    from html import escape as html_escape

    assert text == plain(html_escape(text))


def test_other_entities_are_resolved_too():
    assert plain("&eacute; &amp; &lt;") == "é & <"


def test_lists_drop_what_is_empty():
    assert several("AF*; TJ; ") == ["AF*", "TJ"]
