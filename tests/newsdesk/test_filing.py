"""Filing: what a content file holds, and that nothing a dump says escapes from it."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import PurePosixPath

from newsdesk import filing
from newsdesk.records import Article, Cut, Mention, Provenance, RawDocument, Tag, TaggedArticle

SHA = "3f2a9c" + "0" * 58


def article(title="Herat opens silo", paragraphs=("Afghan farmers cheered.",), **fields):
    raw = RawDocument("raw", Provenance("dumps/a.txt", "", SHA))
    return Article(raw, title, tuple(paragraphs), (), (), **fields)


def tag(code, *mentions, primary=True, heading="Afghanistan", desk="country"):
    return Tag(desk, code, heading, primary, mentions=mentions, reason="in the text")


def metas(page):
    found = {}

    class Reader(HTMLParser):
        def handle_starttag(self, name, attrs):
            facts = dict(attrs)
            if name == "meta" and "name" in facts:
                found[facts["name"]] = facts["content"]

    Reader().feed(page)
    return found


def test_a_story_lies_in_its_day_under_its_slug_and_hash():
    tagged = TaggedArticle(article(date=date(2025, 1, 12)))
    assert filing.path_of(tagged) == PurePosixPath("2025/01/12/herat-opens-silo-3f2a9c.html")


def test_an_undated_story_lies_apart():
    assert filing.path_of(TaggedArticle(article())).parent == PurePosixPath("undated")


def test_a_story_without_a_headline_gets_its_first_words():
    words = "A ferry sank off the coast of Samar on Monday morning, the coast guard said."
    assert filing.headline(article("", (words,))) == (
        "A ferry sank off the coast of Samar on Monday …"
    )
    assert filing.headline(article("\u202e", ())) == "Untitled"


def test_a_year_before_1000_still_has_four_digits():
    tagged = TaggedArticle(article(date=date(812, 1, 2)))
    assert filing.path_of(tagged).parent == PurePosixPath("0812/01/02")


def test_two_stories_with_one_title_get_different_names():
    origin = Provenance("b.txt", "", "77aa01" + SHA[6:])
    other = replace(article(), raw=RawDocument("raw", origin))
    assert filing.slug_of(article()) != filing.slug_of(other)


def test_names_stay_short_plain_and_inside_the_archive():
    for title in ("../../etc/passwd", "x" * 4000, "CON", "\x00\u202e", "今日", "", "a/b\\c:d*?"):
        path = filing.path_of(TaggedArticle(article(title)))
        assert path.parts[0] == "undated"
        assert len(path.name) <= 95
        assert path.name.isascii()
        assert not set(path.name) - set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_no_field_of_a_hostile_story_becomes_markup():
    bad = '"><script>alert(1)</script>\x00\x1b[31m'
    fields = {"source": bad, "byline": bad, "place": bad, "rights": bad, "wire_id": bad}
    cut = Cut(0, 3, "x.y", bad)
    story = replace(article(bad, (bad,), **fields), cuts=(cut,))
    page = filing.render(TaggedArticle(story, (tag("AF"),)))
    assert "<script" not in page
    assert not {c for c in page if ord(c) < 32} - {"\n"}


def test_a_category_has_no_angle_brackets_since_stock_themes_print_it_raw():
    page = filing.render(TaggedArticle(article(source="<b>Wire</b> & Co")))
    assert metas(page)["category"] == "bWire/b & Co"
    assert metas(page)["source"] == "<b>Wire</b> & Co"


def test_tags_survive_commas_in_headings():
    tagged = TaggedArticle(article(), (tag("KR", heading="Korea, Republic of"),))
    assert metas(filing.render(tagged))["tags"] == "Korea, Republic of;"


def test_primary_tags_come_first_and_bear_a_star():
    tags = (tag("TJ", primary=False, heading="Tajikistan"), tag("AF"))
    assert metas(filing.render(TaggedArticle(article(), tags)))["countries"] == "AF*; TJ;"


def test_mentions_are_marked_in_the_text():
    tagged = TaggedArticle(article(), (tag("AF", Mention(0, 0, 6, "demonym")),))
    assert '<p><span data-tag="AF">Afghan</span> farmers cheered.</p>' in filing.render(tagged)


def test_a_mention_inside_another_shares_its_mark():
    words = ("The Bank of Japan & others met.",)
    bank = tag("BOJ", Mention(0, 4, 17, "name"), desk="organization")
    japan = tag("JP", Mention(0, 12, 17, "name"))
    page = filing.render(TaggedArticle(article(paragraphs=words), (japan, bank)))
    assert 'The <span data-tag="BOJ JP">Bank of Japan</span> &amp; others' in page


def test_a_direction_override_leaves_no_trace_in_fields():
    page = filing.render(TaggedArticle(article("Invoice \u202egpj.exe", source="\u2066Wire")))
    assert "\u202e" not in page
    assert "\u2066" not in page


def test_an_undated_story_has_no_date_and_says_what_is_known():
    facts = metas(filing.render(TaggedArticle(article(partial_date="XXXX-01-15"))))
    assert "date" not in facts
    assert facts["partial_date"] == "XXXX-01-15"


def test_the_publishers_address_is_not_taken_for_the_pages_own():
    found = metas(filing.render(TaggedArticle(article(url="https://orso.example/silo"))))
    assert "https://orso.example/silo" == found["original"]
    assert "url" not in found


def test_a_summary_is_the_first_paragraph_and_no_point_above_it():
    paragraphs = ("* Silo opens in May", "Afghan farmers cheered on Monday.")
    page = filing.render(TaggedArticle(article(paragraphs=paragraphs)))
    assert metas(page)["summary"] == "Afghan farmers cheered on Monday."
