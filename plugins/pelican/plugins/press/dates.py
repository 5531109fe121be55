"""Dates as people read them, each made once."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
UNDATED = "Undated"
# Years as in EDTF (ISO 8601-2); X stands for a digit nobody knows.
PARTIAL = re.compile(r"([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?")


@cache
def day_text(iso: str) -> str:
    """Return "12 January 2025" for "2025-01-12"."""
    return f"{int(iso[8:10])} {month_text(iso[:7])}"


@cache
def month_text(iso: str) -> str:
    """Return "January 2025" for "2025-01"."""
    return f"{MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def partial_text(edtf: str) -> str:
    """Return what is known of an undated story's date: "15 January, year unknown" or "Undated"."""
    found = PARTIAL.fullmatch(edtf)
    if not found:
        return UNDATED
    year, month, day = found.groups(default="XX")
    known_month = MONTHS[int(month) - 1] if month.isdigit() and 1 <= int(month) <= 12 else ""
    if "X" not in year:
        return f"{known_month} {year}".strip()
    if not known_month:
        return UNDATED
    words = f"{int(day)} {known_month}" if day.isdigit() else known_month
    return f"{words}, year unknown"


def is_day(iso: str) -> bool:
    """Tell whether "2025-01-12" is a day of the calendar."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return len(iso) == 10
