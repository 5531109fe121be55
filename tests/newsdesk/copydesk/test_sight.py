import re
from dataclasses import replace
from io import StringIO

from newsdesk.copydesk.learned import block_id
from newsdesk.copydesk.sight import MOST, field_rows, on_page, on_terminal, original_with_cuts
from newsdesk.records import Article, Cut, Evidence, Provenance, RawDocument, Span, TaggedArticle
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
    cuts = dict(re.findall('<del title="([^"]*)" style="(--hue:[0-9]+)">', html))
    assert "lead.byline" in cuts
    assert len(set(cuts.values())) == 2


def test_several_stories_make_one_page() -> None:
    html = on_page(TaggedArticle(cleaned(STORY)), TaggedArticle(cleaned(STORY)))
    assert 1 == html.count("<html")
    assert 2 == html.count("<h1 ")


def told(article: Article) -> str:
    """Return what the terminal shows of an article."""
    out = StringIO()
    Console(file=out, width=100, force_terminal=False).print(on_terminal(TaggedArticle(article)))
    return out.getvalue()


def test_the_terminal_shows_cuts_with_their_rules_and_obeys_no_control_characters() -> None:
    shown = told(cleaned(STORY))
    assert "[lead.byline]" in shown
    assert "\x1b" not in shown


def test_a_doubt_is_shown_with_its_id_and_the_rule_that_would_cut_it() -> None:
    article = cleaned(STORY)
    name = block_id(article.doubts[0].text)
    html = on_page(TaggedArticle(article))
    assert f'<mark title="in doubt: {name}">She accepts' in html
    assert "[[rule]]" in html
    text, list_below = told(article).split("┏")
    assert f"lighthouse. [in doubt: {name}]" in text
    assert f"ID {name}: She accepts" in list_below
    assert "./inv rules review --accept ID" in list_below


def of_stretches(*stretches: tuple[str, str]) -> Article:
    """Return an article of stretches of text, each with the rule that cut it."""
    raw = RawDocument("".join(text for text, _ in stretches), Provenance("dump", "", "0"))
    kept, cuts, at = [], [], 0
    for text, rule in stretches:
        end = at + len(text)
        if rule:
            cuts.append(Cut(at, end, rule, text))
        else:
            kept.append(Span(at, end))
        at = end
    return Article(raw, "", (), kept=tuple(kept), cuts=tuple(cuts))


def test_the_terminal_abridges_long_stretches_and_says_so() -> None:
    article = of_stretches(
        ("A" + "b" * 2_999_998 + "C", ""),
        ("D" + "e" * 9_998 + "F", "x.y"),
        ("<div>" * 99, "markup"),
    )
    shown = original_with_cuts(article).plain
    assert len(shown) < 8_000
    assert [shown.count(letter) for letter in "ACDF"] == [1, 1, 1, 1]
    assert [f"[… {n} characters not" in shown for n in ("2,997,000", "7,000", "295")] == [True] * 3
    assert "b" * 2_999_998 in on_page(TaggedArticle(article))


def test_the_terminal_leaves_out_the_middle_of_a_document_of_many_stretches() -> None:
    article = of_stretches(*((f"Paragraph {n}, of many.\n", "") for n in range(50_000)))
    shown = original_with_cuts(article).plain
    assert len(shown) < MOST + 200
    assert shown.startswith("Paragraph 0, of many.\nParagraph 1, of many.\n")
    assert shown.endswith("Paragraph 49998, of many.\nParagraph 49999, of many.\n")
    left = 50_000 - shown.count("Paragraph")
    assert f"characters in {left:,} stretches not shown here" in shown


def test_the_page_is_english_and_its_story_of_its_own_language_and_direction() -> None:
    persian = "بندر کلبی\n\nبندر روز دوشنبه آرام بود و نگهبان گفت که مرغ‌های دریایی آرام نبودند.\n"
    html = on_page(TaggedArticle(cleaned(persian)))
    assert html.startswith('<!DOCTYPE html><html lang="en">')
    assert '<h1 lang="fa" dir="rtl">' in html
    assert '<pre lang="fa" dir="rtl">' in html
    assert "<tr><th>dir<td dir=auto>rtl" in html


def test_what_is_said_twice_is_listed_once() -> None:
    code = "MENAFN03022025000063011010ID1109160028"
    article = cleaned(
        f"Kelby harbour opens\n\n{code}\n\nThe harbour at Kelby was quiet on Monday, and the gulls "
        f"were not.\n\n{code}\n"
    )
    assert article.wire_id == "1109160028"
    assert told(article).count("menafn.code-line │ MENAFN") == len(
        {"wire_id", "date", "syndicator"}
    )


def test_the_evidence_of_what_won_stands_first() -> None:
    evidence = (Evidence("source", "Fen Post", "a.b"), Evidence("source", "Kelby Argus", "c.d"))
    article = replace(of_stretches(("Quiet.", "")), source="Kelby Argus", evidence=evidence)
    assert list(field_rows(article)) == [
        ("source", "Kelby Argus", "c.d", ""),
        ("", "(Fen Post)", "a.b", ""),
        ("dir", "ltr", "", ""),
    ]


def test_windows_line_ends_are_no_signs_of_damage_in_the_terminal() -> None:
    text = "The boat is back\r\n\r\nThe boat is back in Kelby.\r\n"
    shown = original_with_cuts(cleaned(text))
    assert "\ufffd" not in shown.plain
    assert "\n\n" in shown.plain
