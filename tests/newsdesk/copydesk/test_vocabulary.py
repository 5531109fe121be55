from newsdesk.copydesk.vocabulary import Vocabulary


def test_words_are_found_whole_and_in_order() -> None:
    words = Vocabulary(["mar", "march", "أيار"])
    low = "märz march, mar_7 marching premar 3mar أيار"
    assert ["march", "mar", "mar", "أيار"] == [low[a:b] for a, b in words.spans(low)]


def test_a_text_without_the_words_says_so() -> None:
    words = Vocabulary(["apa"])
    assert words.speaks_in("vienna, jan 5 (apa) -")
    assert not words.speaks_in("japan's capacity")
