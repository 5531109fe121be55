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
