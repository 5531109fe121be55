"""Dates as people read them, in the site's language, each made once."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# Years as in EDTF (ISO 8601-2); X stands for a digit nobody knows.
PARTIAL = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?")
# A column of a calendar holds this many letters; longer weekdays are cut to their initial.
COLUMN = 4

_locale: Locale | None = None  # None is English, from the tables above
_words = NullTranslations()


def speak(language: str, words: NullTranslations) -> None:
    """Write dates in a language from now on; one that Babel does not know gets English."""
    global _locale, _words
    _locale, _words = None, words
    for made in (day_text, month_text, short_month_text, day_and_month, short_month, weekdays):
        made.cache_clear()
    if not language.startswith("en"):
        from babel import Locale, UnknownLocaleError

        try:
            _locale = Locale.parse(language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            _locale = None


def _written(skeleton: str, iso: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, date.fromisoformat(iso), locale=_locale)


@cache
def day_text(iso: str) -> str:
    """Return "12 January 2025" for "2025-01-12"."""
    if _locale:
        from babel.dates import format_date

        return format_date(date.fromisoformat(iso), "long", _locale)
    return f"{int(iso[8:10])} {month_text(iso[:7])}"


@cache
def month_text(iso: str) -> str:
    """Return "January 2025" for "2025-01"."""
    if _locale:
        return _written("yMMMM", f"{iso}-01")
    return f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


@cache
def short_month_text(iso: str) -> str:
    """Return "Jan 2025" for "2025-01"."""
    return _written("yMMM", f"{iso}-01") if _locale else f"{short_month(int(iso[5:7]))} {iso[:4]}"


@cache
def day_and_month(iso: str) -> str:
    """Return "12 January" for "2025-01-12"."""
    return _written("MMMMd", iso) if _locale else f"{int(iso[8:10])} {MONTHS[int(iso[5:7]) - 1]}"


@cache
def short_month(number: int) -> str:
    """Return "Jan" for 1."""
    if _locale:
        return str(_locale.months["stand-alone"]["abbreviated"][number])
    return MONTHS[number - 1][:3]


@cache
def weekdays() -> tuple[str, ...]:
    """Return the heads of a calendar's columns, Monday first."""
    if not _locale:
        return WEEKDAYS
    days = _locale.days["stand-alone"]
    short = tuple(days["abbreviated"][number] for number in range(7))
    if max(map(len, short)) <= COLUMN:
        return short
    return tuple(days["narrow"][number] for number in range(7))


def partial_text(edtf: str) -> str:
    """Return what is known of an undated story's date: "15 January, year unknown" or "Undated"."""
    found = PARTIAL.fullmatch(edtf)
    if not found:
        return undated()
    year, month, day = found.groups(default="XX")
    known = month.isdigit() and 1 <= int(month) <= 12
    if "X" not in year:
        return month_text(f"{year}-{month}") if known else year
    if not known:
        return undated()
    in_leap_year = f"2000-{month}-{day}"  # so that 29 February is a day too
    words = day_and_month(in_leap_year) if is_day(in_leap_year) else _month_name(int(month))
    return _words.gettext("%(day)s, year unknown") % {"day": words}


def undated() -> str:
    """Return the heading of stories without a date."""
    return _words.gettext("Undated")


def _month_name(number: int) -> str:
    return str(_locale.months["stand-alone"]["wide"][number]) if _locale else MONTHS[number - 1]


@cache
def is_day(iso: str) -> bool:
    """Tell whether "2025-01-12" is a day of the calendar."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return len(iso) == 10
