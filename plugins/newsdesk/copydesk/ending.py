"""Where a story ends, by the rule of an agency that says so: `(ENDS)`, `###`, reporting credits."""

from __future__ import annotations

import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.evidence import opens_dispatch
from newsdesk.copydesk.sheet import Row, Sheet

MORE = re.compile(  # (more), MORE TO FOLLOW, -- à suivre --
    folded(
        r"\W{0,4}(?:m ?o ?r ?e(?: to (?:follow|come))?|mtf|to be continued|à suivre|(?:wird )?fort"
        r"(?:gesetzt|setzung folgt)|mehr folgt|sigue|segue|continúa|continua|devam(?:ı var| edecek)"
        r"|(?:продолжение )?следует|يتبع|ادامه دارد|未完|待续|つづく|続く|계속)\W{0,4}"
    ),
    re.IGNORECASE,
)


def end_mark(sheet: Sheet) -> int:
    """Return the row that ends the story by a rule that says so, else the number of rows.

    Most of the running text must stand above it.
    """
    prose = [r.number for r in sheet.rows[sheet.body :] if r.prose]
    for row in sheet.rows[sheet.body :]:
        rules = [r for r in row.rules if r.ends] if row.number not in sheet.answers else []
        alone = not row.prose and any(r.find(row.plain) for r in rules if r.at in ("line", "tail"))
        if alone or any(strike.rule == r.id for strike in row.strikes for r in rules):
            above = sum(number < row.number for number in prose)
            later = dispatch_below(sheet, row) or ends_take(sheet, row)
            if above >= 2 * (len(prose) - above) and not later:
                return row.number
    return len(sheet.rows)


def dispatch_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a dispatch begins below a row with an agency's dateline: it is another story."""
    later = (r for r in sheet.rows[row.number + 1 :] if r.prose and not r.cut)
    return any(opens_dispatch(r) for r in later)


def ends_take(sheet: Sheet, row: Row) -> bool:
    """Tell whether an end mark closes one take of a story: a line just above says more follows."""
    return any(MORE.fullmatch(r.plain) for r in sheet.rows[max(0, row.number - 4) : row.number + 1])
