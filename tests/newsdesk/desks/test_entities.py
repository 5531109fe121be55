"""The optional reader of named entities, with a model small enough to be written here."""

import sys
from types import SimpleNamespace

import pytest
from newsdesk.desks import DeskSettings, desk_settings, load_desks
from newsdesk.desks.entities import LONGEST, Entity, load_entities, read, without_people
from newsdesk.desks.matching import Match
from newsdesk.errors import BadSetting
from newsdesk.records import Article, Provenance, RawDocument

KNOWN = {"Jordan Pickfield": "PERSON", "Pamir Growers Guild": "ORG", "Guild": "ORG"}


def model(text):
    """Find what KNOWN lists, longest names first, as a spaCy pipeline hands it over."""
    found, taken = [], 0
    for name in sorted(KNOWN, key=len, reverse=True):
        start = text.find(name, taken)
        if start >= 0:
            found.append(SimpleNamespace(
                start_char=start, end_char=start + len(name), label_=KNOWN[name]
            ))  # fmt: skip
    return SimpleNamespace(ents=found)


@pytest.fixture
def spacy(monkeypatch):
    def load(name, exclude):
        if name != "known":
            raise OSError(name)
        return model

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))


def tagged(text, settings):
    raw = RawDocument(text, Provenance("here", "", ""))
    return load_desks(settings=settings).tag(Article(raw, "", (text,), (), ()))


def test_a_model_keeps_people_apart_from_places(spacy):
    text = "Keeper Jordan Pickfield left for France."
    assert ["FR", "JO"] == sorted(t.code for t in tagged(text, DeskSettings()).tags)
    assert ["FR"] == [t.code for t in tagged(text, DeskSettings(ner="known")).tags]


def test_what_only_the_model_names_waits_as_unverified(spacy):
    text = "In Dushanbe the Pamir Growers Guild met."
    assert () == tagged(text, DeskSettings()).unverified
    assert ("Pamir Growers Guild",) == tagged(text, DeskSettings(ner="known")).unverified


def test_a_whole_name_of_the_desks_is_not_taken_for_a_person():
    matches = [Match(0, 6, ()), Match(20, 26, ())]
    assert matches[1:] == without_people(matches, [Entity(0, 15, "PERSON"), Entity(20, 26, "PER")])


def test_only_the_first_hundred_thousand_characters_are_read():
    assert [] == read(model, "x" * LONGEST + "Jordan Pickfield")


def test_a_model_that_is_not_there_is_a_sentence(spacy, monkeypatch):
    with pytest.raises(BadSetting, match="names no spaCy model that is installed here"):
        load_entities("other")
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BadSetting, match="BACKFILE_EXTRAS=ner"):
        load_entities("known")


def test_the_setting_is_a_name():
    assert "known" == desk_settings({"ner": "known"}).ner
    with pytest.raises(BadSetting, match="name of a spaCy model"):
        desk_settings({"ner": True})
