import pytest
from growth import grows_evenly
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk.copydesk import clean, rebuild
from newsdesk.records import Provenance, RawDocument

from .formats import FORMATS, fill
from .test_formats import RULEBOOK, cleaned

LINES = st.sampled_from(
    [line for form in FORMATS.values() for line in fill(form).splitlines()]
    + ["", "\x00\x07", "(MENAFN- ", "((((((", "\u202e", "-- " * 40, "© " * 30, "a" * 500, '"']
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", " ", "\\r\\n"]))
def test_kept_and_cut_are_the_original(lines: list[str], end: str) -> None:
    text = end.join(lines)
    article = cleaned(text)
    spans = sorted(
        [(s.start, s.end) for s in article.kept] + [(c.start, c.end) for c in article.cuts]
    )
    assert text == "".join(text[a:b] for a, b in spans)


def test_a_line_of_nothing_but_an_invisible_sign_is_no_stumbling_block() -> None:
    text = ";\x1e\x1b"
    assert text == rebuild(clean(RawDocument(text, Provenance("a", "", "0" * 64)), RULEBOOK))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_rebuilt(text: str) -> None:
    assert text == rebuild(clean(RawDocument(text, Provenance("a", "", "0" * 64)), RULEBOOK))


@pytest.mark.parametrize(
    "unit",
    [
        "KELBY, ", "(MENAFN- ", "Share Facebook ", "Copyright 2025 ", "https://www.", "a", "1/2 ", "- ", '"', "© ",  # noqa: E501
        "Reporting by Jane Roe and ", "\n", "\n\nBy Jane Roe", " \\r\\n", "&amp;", "<b>", "(", "Jan 5, ", "。", "x\n",  # noqa: E501
        "LENGTH: 5 words\n\n", "1 of 2 DOCUMENTS\n\nx y\n\n", "Body\n\nLamp.\n\nLoad-Date: 4\n\n",
    ],
)  # fmt: skip
@pytest.mark.alone
def test_time_grows_with_the_text(unit: str) -> None:
    def repeated(size: int) -> RawDocument:
        return RawDocument(unit * (size // len(unit)), Provenance("a", "", "0" * 64))

    assert grows_evenly(lambda raw: clean(raw, RULEBOOK), repeated, 10_000)


@pytest.mark.parametrize("nothing", ["\u200b", "<b></b>", "\u00ad"])
def test_a_line_of_nothing_that_is_seen_is_no_error(nothing: str) -> None:
    story = "The bridge at Kelby opened on Monday after eleven years of work on its piers."
    text = f"Bridge opens at last\n\n{story}\n\nComments\n\n{nothing}\n\nGood!\n"
    article = clean(RawDocument(text, Provenance("a", "", "0" * 64)), RULEBOOK)
    assert text == rebuild(article)
    assert article.paragraphs == (story,)


def test_people_of_a_stated_byline_have_no_by() -> None:
    raw = RawDocument(
        "Bridge opens\n\nThe bridge at Kelby opened on Monday after eleven years of work.",
        Provenance("a", "", "0" * 64),
        fields={"byline": "By Moira Tallis"},
    )
    assert clean(raw, RULEBOOK).byline == "Moira Tallis"


def test_a_form_feed_amid_a_sentence_ends_no_line() -> None:
    text = "Bridge opens\n\nKELBY, Jan 15 (AP) - The bridge\x0copened on Monday,\x0b they said.\n"
    article = clean(RawDocument(text, Provenance("a", "", "0" * 64)), RULEBOOK)
    assert article.paragraphs == ("The bridge opened on Monday, they said.",)


@pytest.mark.alone
def test_time_grows_with_the_paragraphs() -> None:
    sentence = "The ferry sailed again on Thursday after eleven weeks in dock, and nobody waved. "

    def story(paragraphs: int) -> RawDocument:
        text = (sentence * 4 + "\n\n") * paragraphs
        return RawDocument(text, Provenance("a", "", "0" * 64))

    assert grows_evenly(lambda raw: clean(raw, RULEBOOK), story, 2_500)


def named(number: int) -> str:
    return "Xa" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


@pytest.mark.parametrize(
    "below",
    [
        lambda number: "Born: 3 May 1933\n",
        lambda number: "- the ferry comes in December\n1. It goes.\n",
        lambda number: (
            "Subscribe to our newsletter and follow us on Facebook, call 218-555-0177. "
            f"{named(number)} calls.\n\n"
        ),
        lambda number: f"{number % 90}. The ferry comes in and goes again at the end of the day\n",
        lambda number: "19 August, 10:12\nBarge raised near Kelby\n\n",
        lambda number: "Comments (3)\nReply\n",
        lambda number: "Read more\nBarge raised\nHow\n\n",
    ],
    ids=["card", "list", "names", "numbered", "hours", "comments", "teasers"],
)
@pytest.mark.alone
def test_time_grows_with_the_lines_below_a_story(below) -> None:
    sentence = "The ferry sailed again on Thursday after eleven weeks in dock, and nobody waved."

    def story(lines: int) -> RawDocument:
        text = "Ferry sails\n\n" + f"{sentence}\n\n" * 3 + "".join(map(below, range(lines)))
        return RawDocument(text, Provenance("a", "", "0" * 64))

    clean(story(9), RULEBOOK)  # what is loaded when it is first needed makes the small one slow
    assert grows_evenly(lambda raw: clean(raw, RULEBOOK), story, 1500)


def test_stated_fields_stand_above_the_lines_of_the_text() -> None:
    raw = RawDocument(
        "By Jane Roe\n\n14 January 2025\n\nThe ferry sailed again on Thursday after weeks in dock.",
        Provenance("a", "", "0" * 64),
        fields={"title": "Ferry sails", "date": "2025-01-15", "source": "Kelby Argus"},
    )
    article = clean(raw, RULEBOOK)
    says = (article.title, str(article.date), article.source, article.byline)
    assert ("Ferry sails", "2025-01-15", "Kelby Argus", "Jane Roe") == says


def test_a_day_without_a_year_stays_partial() -> None:
    article = cleaned(
        "Ferry sails\n\nKELBY, Jan 15 (Reuters) - The ferry sailed again after eleven weeks."
    )
    assert (None, "XXXX-01-15") == (article.date, article.partial_date)


def test_right_to_left_is_recorded() -> None:
    assert ("fa", "rtl") == (lambda a: (a.lang, a.dir))(cleaned(fill(FORMATS["isna"])))


def test_the_licence_leaves_the_body_and_is_kept_as_rights() -> None:
    assert "Creative Commons" in cleaned(fill(FORMATS["phys"])).rights


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("KELBY, March 3, 2021 (Reuters) - ", "2021-03-03"),
        ("KELBY, March 3 (Reuters) - ", "2021-03-10"),
        ("", "2021-03-10"),
    ],
)
def test_the_day_a_story_was_mailed_is_its_date_where_it_tells_none(
    dateline: str, day: str
) -> None:
    text = f"{dateline}The ferry of Kelby sailed again on Tuesday, the harbour office said.\n"
    fields = {"title": "Ferry sails", "mailed": "2021-03-10T09:12:00+00:00"}
    raw = RawDocument(text, Provenance("a.eml", "", ""), fields=fields)
    assert day == str(clean(raw, RULEBOOK).date)
