import pytest
from newsdesk.desks.matching import Matcher, Name


def matcher(*surfaces, caps=True):
    return Matcher(Name(s, "country", s.upper()[:2], "name", caps) for s in surfaces)


def found(names, text):
    return [text[m.start : m.end] for m in names.find(text)]


def test_longest_name_wins():
    names = matcher("Guinea", "Equatorial Guinea", "Guinea-Bissau")
    text = "Equatorial Guinea and Guinea-Bissau and Guinea"
    assert ["Equatorial Guinea", "Guinea-Bissau", "Guinea"] == found(names, text)


@pytest.mark.parametrize("text", ["Romania", "Omani", "woman", "Oman2"])
def test_a_name_is_not_read_inside_a_word(text):
    assert [] == found(matcher("Oman"), text)


def test_a_name_that_breaks_off_does_not_mask_the_next():
    assert ["Korean"] == found(matcher("South Korea", "Korean"), "South Korean rice")


@pytest.mark.parametrize("text", ["Chad's", "(Chad)", "Chad-based", "Chad,", "“Chad”"])
def test_punctuation_is_a_border(text):
    assert ["Chad"] == found(matcher("Chad"), text)


def test_capitals_are_matched_unless_they_are_another_word():
    assert ["CHINA"] == found(matcher("China"), "CHINA BUYS")
    assert [] == found(matcher("Nice", caps=False), "NICE WEATHER")


def test_capitals_of_a_trap_in_small_letters_do_not_silence_the_country():
    names = Matcher([Name("china", "country", "", "trap"), Name("China", "country", "CN", "name")])
    assert ["CN"] == [m.name.code for m in names.find("CHINA")]


def test_arabic_letters_for_and_in_to_may_stand_before_a_name():
    assert ["روسيا"] * 2 == found(matcher("روسيا"), "إلى روسيا وبروسيا")


def test_chinese_needs_no_spaces():
    assert ["俄罗斯"] == found(matcher("俄罗斯"), "他在俄罗斯说")


def test_curly_and_straight_apostrophes_are_one():
    assert ["Côte d’Ivoire"] == found(matcher("Côte d'Ivoire"), "in Côte d’Ivoire")


def test_a_surface_of_two_desks_keeps_both_names():
    names = Matcher([Name("Georgia", "country", c, "name") for c in ("GE", "US")])
    assert [("GE", "US")] == [tuple(n.code for n in m.names) for m in names.find("Georgia")]


def test_knows_the_whole_surface_only():
    names = matcher("Chad")
    assert "CH" == names.knows("Chad")[0].code
    assert () == names.knows("Chad lake")
