import tomllib
from importlib.resources import files

import pytest
from newsdesk.copydesk.voice import asks_reader, opens_of_itself

from .formats import STORIES
from .test_formats import cleaned

ASKED = [  # what no rule knows: a page speaks to its reader of what it offers
    ("en", "Liked what you read? Our Sunday letter brings one such walk to your inbox."),
    (
        "en",
        "We are owned by nobody but you. Please consider becoming a member for the price of tea.",
    ),
    ("en", "You can hear the keeper himself in our podcast, wherever you get such things."),
    ("en", "Spotted a mistake in this story? Tell us, and we will mend it."),
    ("fr", "Vous aimez nos articles ? Notre infolettre vous les apporte chaque samedi."),
    ("de", "Hat Ihnen dieser Artikel gefallen? Unser Newsletter bringt Ihnen jede Woche einen."),
    ("es", "Hazte socio y ayúdanos a contar lo que pasa en el puerto con nuestro boletín."),
    ("ru", "Оцените наш материал и подпишитесь на рассылку, чтобы вам приходили новости."),
]
OF_ITSELF = [
    "This article was put right on Monday.",
    "Comments on this article have ended.",
    'This story first appeared under the headline "Salt" in the winter issue.',
]


@pytest.mark.parametrize("place", ["last", "above a notice"])
@pytest.mark.parametrize(("lang", "line"), [*ASKED, *(("en", line) for line in OF_ITSELF)])
def test_what_a_page_says_of_itself_below_the_story_goes(lang: str, line: str, place: str) -> None:
    title, *story = STORIES[lang]
    foot = [] if place == "last" else ["Copyright 2019 The Kelby Star. All rights reserved."]
    assert tuple(story) == cleaned("\n\n".join([title, *story, line, *foot])).paragraphs


def test_a_short_request_amid_the_story_goes() -> None:
    title, *story = STORIES["en"]
    story_with = [*story[:-1], ASKED[0][1], story[-1]]
    assert tuple(story) == cleaned("\n\n".join([title, *story_with])).paragraphs


@pytest.mark.parametrize("place", ["amid", "last"])
@pytest.mark.parametrize(
    "sentence",
    [
        "This page of the ship's log was sold to a museum for ninety pounds.",
        "Email us a drawing of the bell, the harbour asks, if you hear it at night.",
        "We took a grain of rust from each bell, and the salt in it told us its age.",
        "The harbour has our names and our boats, and it wants nothing else from us.",
    ],
)
def test_who_speaks_of_something_else_is_no_page(sentence: str, place: str) -> None:
    title, *story = STORIES["en"]
    story.insert(len(story) - 1 if place == "amid" else len(story), sentence)
    assert tuple(story) == cleaned("\n\n".join([title, *story])).paragraphs


def test_a_page_is_surer_where_it_speaks_of_itself() -> None:
    assert [asks_reader("Read it in our app."), asks_reader("Get the app and its newsletter.")] == [
        2,
        1,
    ]
    assert not asks_reader('"Read it in our app," he said.')
    assert not asks_reader("Read the tide in our harbour.")


def test_a_release_speaks_of_itself_too() -> None:
    assert opens_of_itself("This article was amended.")
    assert not opens_of_itself("This release contains statements about the future.")


NOTES = [
    line
    for rule in tomllib.loads((files("newsdesk.rules") / "web_notes.toml").read_text("utf-8"))[
        "rule"
    ]
    for line in rule["matches"]
]


@pytest.mark.parametrize("line", NOTES)
def test_a_note_of_the_page_below_the_story_goes(line: str) -> None:
    title, *story = STORIES["en"]
    foot = "Copyright 2019 The Kelby Star. All rights reserved."
    assert tuple(story) == cleaned("\n\n".join([title, *story, line, foot])).paragraphs


def test_a_word_of_another_language_is_no_we() -> None:
    title, *story = STORIES["fr"]
    line = "La lampe a été allumée par le gardien, qui attendait depuis onze ans."
    notice = "Tous droits réservés. Le Phare 2019."
    assert (*story, line) == cleaned("\n\n".join([title, *story, line, notice])).paragraphs
    title, *story = STORIES["en"]
    line = "The US and the UK had both offered to pay for the lamp."
    notice = "Copyright 2019 The Kelby Star. All rights reserved."
    assert (*story, line) == cleaned("\n\n".join([title, *story, line, notice])).paragraphs


def test_a_page_that_says_we_below_a_story_that_never_does_is_read_so() -> None:
    title, *story = STORIES["en"]
    line = "We rang the harbour twice about this, and will add what it tells us."
    notice = "Copyright 2019 The Kelby Star. All rights reserved."
    assert tuple(story) == cleaned("\n\n".join([title, *story, line, notice])).paragraphs
    told = "We had walked to the quay at dawn, and nobody was there."
    body = (story[0], told, *story[1:], line)
    assert body == cleaned("\n\n".join([title, *body, notice])).paragraphs
