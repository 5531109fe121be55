"""Dates, numbers and words in the site's language."""

import gettext
from pathlib import Path
from types import SimpleNamespace

import pytest
from pelican.plugins.press import dates
from pelican.plugins.press.words import number_in, teach

THEME = Path(__file__).resolve().parents[3] / "theme"


@pytest.fixture(autouse=True)
def english_again():
    yield
    dates.speak("en", gettext.NullTranslations())


def taught(language):
    """Return the Jinja globals of a site in a language."""
    settings = {"THEME": str(THEME), "DEFAULT_LANG": language, "JINJA_GLOBALS": {}}
    teach(SimpleNamespace(settings=settings))
    return settings["JINJA_GLOBALS"]


@pytest.mark.parametrize(
    ("language", "day", "month", "year_day", "undated"),
    [
        ("en", "12 January 2025", "January 2025", "12 January", "15 June, year unknown"),
        (
            "es",
            "12 de enero de 2025",
            "enero de 2025",
            "12 de enero",
            "15 de junio, año desconocido",
        ),
        ("fr", "12 janvier 2025", "janvier 2025", "12 janvier", "15 juin, année inconnue"),
        ("tlh", "12 January 2025", "January 2025", "12 January", "15 June, year unknown"),
    ],
)
def test_dates(language, day, month, year_day, undated):
    """A language Babel does not know gets English."""
    taught(language)
    assert dates.day_text("2025-01-12") == day
    assert dates.month_text("2025-01") == month
    assert dates.day_and_month("2025-01-12") == year_day
    assert dates.partial_text("XXXX-06-15") == undated


@pytest.mark.parametrize(
    ("partial", "text"),
    [
        ("XXXX-02-29", "29 February, year unknown"),
        ("XXXX-02-31", "February, year unknown"),
        ("XXXX-04", "April, year unknown"),
        ("1987-04-XX", "April 1987"),
        ("1987", "1987"),
        ("198X", "Undated"),
        ("", "Undated"),
    ],
)
def test_partial_dates(partial, text):
    """What is known is said, nothing more."""
    assert dates.partial_text(partial) == text


def test_words_and_plurals():
    """Russian has three forms."""
    words = taught("ru")
    assert words["_"]("Countries") == "Страны"
    said = [
        words["ngettext"]("%(num)s story", "%(num)s stories", n) % {"num": n} for n in (1, 3, 5)
    ]
    assert said == ["1 статья", "3 статьи", "5 статей"]


def test_calendar_heads_fit_their_columns():
    """Long names of weekdays become initials."""
    taught("fr")
    assert dates.weekdays()[0] == "lun."
    taught("ar")
    assert [len(day) for day in dates.weekdays()] == [1] * 7


def test_numbers():
    """Thousands are parted as the language does."""
    assert [number_in(language)(17342) for language in ("en", "es", "zz")] == [
        "17,342",
        "17.342",
        "17,342",
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("in the headline and 3 times in the text", "dans le titre et 3 fois dans le texte"),
        ("in the headline and once in the text", "dans le titre et 1 fois dans le texte"),
        ("twice in the text", "2 fois dans le texte"),
        (
            "filed from Port and Quay and in the headline and 2 times in the text",
            "envoyé de Port and Quay et dans le titre et 2 fois dans le texte",
        ),
        ("filed from Velmora", "envoyé de Velmora"),
        ("by its money alone", "par sa seule monnaie"),
        ("for a reason of the owner's", "for a reason of the owner's"),
        ("", ""),
    ],
)
def test_evidence_is_told_in_the_language_of_the_site(site, reason, expected):
    """Written in English when a story is filed; what is not known stays as it is."""
    pelican = site.build(DEFAULT_LANG="fr", THEME=str(THEME))
    assert expected == pelican.edition.terms.reason(reason)


def test_countries_have_the_names_of_the_language(site):
    """Their addresses stay, and so does what the owner calls a country."""
    site.file("story", "2025-01-12", countries="TD*; DE;", evidence='{"TD": "in the headline"}')
    own = site.root / "authority"
    own.mkdir()
    (own / "countries.csv").write_text("code,heading\nDE,Deutschland\n")
    site.build(DEFAULT_LANG="fr", THEME=str(THEME))
    assert "<bdi>Tchad</bdi>" in site.text("country/chad/index.html")
    assert "Deutschland" in site.text("country/index.html")
    assert "dans le titre" in site.text("2025/01/12/story.html")


def test_numbers_of_pages_are_words_too(site):
    for day in range(10, 18):
        site.file(f"story-{day}", f"2025-01-{day}")
    site.build(DEFAULT_LANG="ru", THEME=str(THEME))
    assert "страница 1" in site.text("page/1/index.html")
