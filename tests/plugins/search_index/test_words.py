"""Relatives and endings."""

from pelican.plugins.search_index.bundle import Words
from pelican.plugins.search_index.words import (
    endings,
    families,
    merge,
    relatives,
    where,
    write_words,
)


def written(*words):
    return {word: word for word in words}


def test_relatives_share_a_stem_of_their_language():
    found = relatives(families({"en": written("price", "prices", "pricing", "prize")}))
    assert {"prices", "pricing"} == found["price"]
    assert "prize" not in found


def test_a_language_without_a_stemmer_has_no_relatives():
    assert relatives(families({"fa": written("کتاب", "کتابها")})) == {}


def test_stems_are_taken_before_diacritics_go():
    # "новый" loses its ending only as long as its last letter is "й".
    found = relatives(families({"ru": {"новый": "новыи", "новая": "новая", "новые": "новые"}}))
    assert {"новая", "новые"} == found["новыи"]


def test_the_endings_words_exchange_are_counted():
    forms = {"en": written("price", "prices", "silo", "silos", "opens", "open")}
    assert endings(families(forms)) == [("", "s"), ("s", "")]


def test_every_language_has_its_endings():
    forms = {"en": written("price", "prices"), "ru": written("школа", "школы")}
    assert set(endings(families(forms))) == {("", "s"), ("s", ""), ("а", "ы"), ("ы", "а")}


def test_shards_are_merged():
    one, other = Words(), Words()
    one.stories["silo"] = 2
    other.stories["silo"] = 3
    other.forms["en"] = {"silo": "silo"}
    whole = merge([one, other])
    assert (whole.stories["silo"], whole.forms) == (5, {"en": {"silo": "silo"}})


def shard(**stories):
    words = Words()
    words.stories.update(stories)
    return words


def test_a_rare_word_says_in_which_shards_it_is(tmp_path):
    shards = [shard(silo=2, oil=1), shard(oil=3), *(shard(oil=1) for _ in range(40)), shard(silo=1)]
    write_words(shards, tmp_path)
    assert (tmp_path / "0.txt").read_text("utf-8").split("\n") == ["oil 44", "silo 3@0.16"]


def test_a_word_of_every_shard_need_not_say_so():
    assert where([shard(silo=1), shard(silo=1)]) == {}
    assert where([shard(silo=1)]) == {}
