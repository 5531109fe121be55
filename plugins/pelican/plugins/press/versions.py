"""Versions of a story: LEAD, UPDATE 2, CORRECTED, as agencies mark them before the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .contentfile import plain

if TYPE_CHECKING:
    from .record import Record

# What an agency writes before the headline of a later version. The copydesk cuts it by the rule
# of this name; where it did not, it still stands there.
CUT_MARK = re.compile(r"slug-before-title(?:&quot;|\"),(?:&quot;|\")([^&\"]+)")
MARK = re.compile(
    r"\(?\s*(?:(?P<number>\d{1,2})(?:st|nd|rd|th)\s+)?"
    r"(?P<word>LEAD|LD|UPDATE|WRAPUP|RECAST|REFILE|RPT|CORRECTED|CORRECTION|URGENT)"
    r"\s?(?P<after>\d{1,2})?\s?(?:\)|[-:–—])",
    re.IGNORECASE,
)
WORDS = {"LD": "LEAD", "CORRECTION": "CORRECTED", "RPT": "REFILE"}
# Of versions of one day and minute: what came first, whatever the clock says.
ORDER = ("URGENT", "", "LEAD", "UPDATE", "RECAST", "WRAPUP", "REFILE", "CORRECTED")


def version_of(title: str, cuts: str) -> str:
    """Return the version a story's agency calls it: "LEAD 2", "UPDATE 1", "CORRECTED" or "".

    `cuts` is the content file's account of what was cut, as it stands there.
    """
    found = CUT_MARK.search(cuts) if "slug-before-title" in cuts else None
    mark = MARK.match(plain(found[1]).strip() if found else title)
    if mark is None:
        return ""
    word = WORDS.get(mark["word"].upper(), mark["word"].upper())
    return f"{word} {number}" if (number := mark["number"] or mark["after"]) else word


def in_order(record: Record) -> tuple[Any, ...]:
    """Sort key of versions: as they were sent, and by their marks where the time is one."""
    word, _, number = record.version.partition(" ")
    return record.iso, ORDER.index(word), int(number or 0), record.url
