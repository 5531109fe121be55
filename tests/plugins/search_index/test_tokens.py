"""What counts as a word."""

import pytest
from pelican.plugins.search_index.tokens import BLANK, JOIN, PARAGRAPH, index_text, plain_words

WORDS = [
    ("Herat opens grain silo", "herat opens grain silo"),
    # A possessive is the name, an apostrophe inside a word is nothing.
    ("Tajikistan's farmers don’t agree with O'Brien", "tajikistan farmers dont agree with obrien"),
    # French and Italian little words stand apart.
    ("L'accord d'Achgabat, all'Onu", "l accord d achgabat all onu"),
    ("first-quarter and cross–border", "first quarter and cross border"),
    ("U.S. and U.N. envoys", "us and un envoys"),
    ("1,234.5 tonnes, up 3.5%", "12345 tonnes up 35"),
    ("Łódź, Reykjavík, Straße, Qur’ān, naïve", "lodz reykjavik strasse quran naive"),
    # The same letter however it is written: Arabic and Persian kaf and yeh, Eastern digits.
    ("كتاب علي ٢٠٢٥", "کتاب علی 2025"),
    ("мёд Юрий", "мед юрии"),
    # Scripts without blanks: each sign is a word.
    ("中国银行2025年", "中 国 银 行 2025 年"),
    ("... — !", ""),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_plain(text, expected):
    assert expected.split() == plain_words(text)


def test_both_texts_have_their_words_at_the_same_positions():
    words, shown, *_, length = index_text(("First-quarter report", "Oil – up 3.5% (U.S.)."))
    assert words == "first quarter report ¶ oil up 35 us"
    assert len(words.split(" ")) == len(shown.split(" "))
    assert length == 7


def test_the_shown_text_reads_as_the_original():
    original = "Oil – up 3.5% (in l'Hérault), first-quarter: 中国银行."
    shown = index_text((original,)).shown
    assert original == shown.replace(JOIN + " ", "").replace(JOIN, "").replace(BLANK, " ")


def test_a_paragraph_sign_of_the_story_cannot_pass_for_ours():
    words, shown, *_ = index_text((f"one {PARAGRAPH} two",))
    assert (words, len(shown.split(" "))) == ("one two", 2)
