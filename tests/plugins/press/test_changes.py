"""What two versions of a story say otherwise."""

import random

import pytest
from growth import grows_evenly
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.press.changes import SHOWN, changes, compared

WORDS = st.lists(st.sampled_from("a b c d e f the".split()), max_size=40)


def told(old, new):
    marks = {"same": "{}", "del": "[-{}-]", "ins": "[+{}+]", "gap": "{}"}
    return " ".join(marks[p.kind].format(p.text) for p in compared(old, new).pieces)


def test_a_changed_word_stands_in_its_sentence():
    assert "the port [-closed-] [+opened+] on Monday" == told(
        "<p>the port closed on Monday</p>", "<p>the <b>port</b> opened on Monday</p>"
    )


def test_what_is_far_from_a_change_is_left_out():
    words = [f"w{n}" for n in range(40)]
    old, new = " ".join(words), " ".join([*words[:20], "new", *words[21:]])
    assert "… w15 w16 w17 w18 w19 [-w20-] [+new+] w21 w22 w23 w24 w25 …" == told(old, new)


def test_paragraphs_do_not_run_together():
    assert "one two [+three+]" == told("<p>one</p><p>two</p>", "<p>one</p><p>two three</p>")


def test_the_same_text_has_no_changes():
    assert ([], 0, 0) == compared("<p>one &amp; two</p>", "<p>one &amp; <i>two</i></p>")


def test_entities_stay_escaped():
    assert "a [-&lt;b&gt;-] [+&lt;i&gt;+]" == told("<p>a &lt;b&gt;</p>", "<p>a &lt;i&gt;</p>")


def test_a_page_holds_a_few_changes():
    old = " ".join(f"x{n} same{n} same{n}b" for n in range(200))
    found = compared(old, old.replace("x", "y"))
    assert (200, 200 - SHOWN) == (found.changes, found.more)


@given(WORDS, WORDS)
def test_changes_turn_one_text_into_the_other(old, new):
    made, at = [], 0
    for a, b, c, d in changes(old, new):
        made += old[at:a] + new[c:d]
        at = b
    assert new == made + old[at:]


@pytest.mark.alone
def test_texts_without_a_word_in_common_take_no_longer():
    chance = random.Random(7)

    def two_texts(words):
        return [[chance.choice("abc") for _ in range(words)] for _ in range(2)]

    assert grows_evenly(lambda texts: list(changes(*texts)), two_texts, 2_000)
