from io import StringIO

from newsdesk.copydesk.learned import block_id
from newsdesk.copydesk.sight import on_page, on_terminal
from newsdesk.records import TaggedArticle
from rich.console import Console

from .test_formats import cleaned

STORY = (
    "Kelby <script>alert(1)</script> harbour\n\nBy Jane Roe\n\nThe harbour was quiet on Monday, and "  # noqa: E501
    "the gulls were not.\x1b[2J The warden said so.\n\nShe accepts cookies, but only the kind that "
    "come on a plate, and the privacy policy of the lighthouse.\n"
)


def test_the_page_escapes_the_story_and_names_the_rules() -> None:
    html = on_page(TaggedArticle(cleaned(STORY)))
    assert "<script>alert" not in html
    assert '<del title="lead.byline">By Jane Roe' in html


def test_several_stories_make_one_page() -> None:
    html = on_page(TaggedArticle(cleaned(STORY)), TaggedArticle(cleaned(STORY)))
    assert 1 == html.count("<html")
    assert 2 == html.count("<h1>")


def test_the_terminal_shows_cuts_with_their_rules_and_obeys_no_control_characters() -> None:
    out = StringIO()
    console = Console(file=out, width=100, force_terminal=False)
    console.print(on_terminal(TaggedArticle(cleaned(STORY))))
    assert "[lead.byline]" in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_a_doubt_is_shown_with_its_id_and_the_rule_that_would_cut_it() -> None:
    article = cleaned(STORY)
    html = on_page(TaggedArticle(article))
    assert block_id(article.doubts[0].text) in html
    assert "[[rule]]" in html
