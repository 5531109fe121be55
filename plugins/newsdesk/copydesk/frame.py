"""The frame that news databases print around a story: cover sheet, fields above, fields below.

Rules say by `frame` what their line is in it. Where the frame is found, the story is what stands
in it, however short; nothing else is taken for its headline or its end.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.people import name_with_role, read_byline
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sentences import is_said
from newsdesk.copydesk.sheet import Row, Sheet

TOLD_TITLE = 0.3  # the share of a headline's words that its story repeats
APART = 8  # rows between two fields above a story: Factiva prints date, time, paper, code, pages
LONGEST_BYLINE = 8  # words
HIGHEST = 200  # rows: no cover sheet and header are longer
LABEL = re.compile(r"[^\W\d_][^:.,]{1,40}:")
ENDS = frozenset({"ends", "foot"})
OPENS = frozenset({"opens", "summary"})
MARKS = ENDS | {"first"}
FIELDS = ENDS | {"head", "tail", "cover"}

Roles = dict[int, tuple[str, Rule]]  # by the number of the row


def find_frame(sheet: Sheet) -> None:
    """Note where a database's story begins and ends, and cut the cover sheet above its header."""
    if not any(rule.frame in MARKS for row in sheet.rows for rule in row.rules):
        return
    roles = stated_once({row.number: role for row in sheet.rows if (role := role_of(row))})
    named = {role for role, _ in roles.values()}
    if "first" not in named and not (named & ENDS and named & (OPENS | {"head"})):
        return
    begin = beginning(sheet, {n: role for n, role in roles.items() if n < HIGHEST})
    if begin is None:
        return
    covered = [n for n, (role, _) in roles.items() if n < begin and role in ("cover", "first")]
    for row in sheet.rows[: max(covered, default=-1) + 1]:
        row.cut, row.rules = "export.cover", []
    end = ending(sheet, roles, begin)
    inside = sum(r.words for r in sheet.rows[begin:end] if r.prose)
    outside = [*sheet.rows[:begin], *sheet.rows[end:]]
    if inside * 4 < sum(r.words for r in outside if r.prose and not r.cut and not role_of(r)):
        return  # the story stands below what looks like its end: fields of another database
    begin = below_byline(sheet, below_title(sheet, begin, end), end)
    sheet.frame = (begin, above_title(sheet, begin, end) if named & OPENS else end)
    for row in sheet.rows[begin : sheet.frame[1]]:
        label = OPENS if row.number == begin else frozenset()  # `Text: The lamp was lit`
        row.rules = [r for r in row.rules if not r.frame or r.frame in label]


def below_title(sheet: Sheet, begin: int, end: int) -> int:
    """Return the first row of the story where its headline stands below the fields, as NewsBank's.

    The first line is the headline if the story repeats its words and no field gave one.
    """
    rows = sheet.rows[begin:end]
    prose = next((r.number for r in rows if r.prose), begin)
    titled = any(r.cut == "export.headline" for r in sheet.rows[:begin])
    few = 0 < prose - begin <= 4 and not rows[0].stops and rows[0].words > 3
    told = told_below(sheet, prose) if few and not titled else frozenset()
    return prose if told and echo(rows[0], told) >= TOLD_TITLE else begin


def above_title(sheet: Sheet, begin: int, end: int) -> int:
    """Return the row below the story's last: ProQuest may print the headline below the text.

    It is the headline if the story repeats its words, begins without one, and no field gave one.
    """
    last = sheet.rows[end - 1]
    if end - begin < 3 or last.prose or last.stops or last.words < 3 or not sheet.rows[begin].prose:
        return end
    fields = (rule for row in sheet.rows for rule in row.rules if rule.frame in FIELDS)
    titled = any("title" in rule.regex.groupindex or rule.gives == "title" for rule in fields)
    if titled or sheet.raw.fields.get("title") or echo(last, told_below(sheet, begin)) < TOLD_TITLE:
        return end
    sheet.offer("title", last.text, "lead.title", last.text, "header")
    last.cut = "lead.title"
    return end - 1


def below_byline(sheet: Sheet, begin: int, end: int) -> int:
    """Return the first row of the story below a byline without a label: `Jo Lind Staff Writer`."""
    row = sheet.rows[begin] if begin + 1 < end else None
    if row is None or row.prose or row.stops or row.words > LONGEST_BYLINE:
        return begin
    byline = read_byline(row.text)
    people = byline.people if byline else name_with_role(row.text)
    if not people:
        return begin
    sheet.offer("byline", people, "lead.byline", row.text, "header")
    row.cut = "lead.byline"
    return begin + 1


def role_of(row: Row) -> tuple[str, Rule] | None:
    """Return what a row is in the frame, and the rule that says so.

    `All rights reserved, said the sign.` is the story's; `HIGHLIGHT: It was late, she said.` not.
    """
    rule = next((one for one in row.rules if one.frame and one.find(row.plain)), None)
    if rule is None or (row.stops and is_said(row) and not LABEL.match(row.plain)):
        return None
    return rule.frame, rule


def stated_once(roles: Roles) -> Roles:
    """Return the roles, a value without a label taken for a field of the head at its first place
    only: one story has `214 words` in one language, and its own line `12 words` is its text."""
    told: set[str] = set()
    once: Roles = {}
    for number, (role, rule) in roles.items():
        if role != "value":
            once[number] = role, rule
        elif rule.id not in told:
            told.add(rule.id)
            once[number] = "head", rule
    return once


def opening(sheet: Sheet, roles: Roles, start: int) -> int | None:
    """Return the row at which the first mark opens the text, whatever its subheads are.

    The text follows a summary's mark, and one with fields right below: that is a headline. Text
    between the fields and a mark says that the database sets none: `Body` is a subhead there.
    """
    opened, firm, above = None, False, -1
    for number, (role, rule) in roles.items():
        if number >= start and role in OPENS and not firm:
            fresh = opened is not None or above < 0 or rule.at == "start"
            if fresh or not any(r.prose for r in sheet.rows[above + 1 : number]):
                opened, firm = number + (rule.at != "start"), role == "opens"
        elif opened is not None and role in ENDS:
            break
        elif role == "head":
            firm = firm and any(r.prose for r in sheet.rows[opened:number])
            above = number
    return opened


def beginning(sheet: Sheet, roles: Roles) -> int | None:
    """Return the story's first row: below the mark that opens it, else below the fields above."""
    start = max((n for n, (role, _) in roles.items() if role == "first"), default=0)
    opened = opening(sheet, roles, start)
    if opened is not None:
        return opened
    last = None
    for row in sheet.rows[start:HIGHEST]:
        role = roles[row.number][0] if row.number in roles else ""
        if role == "head" or (role == "foot" and row.number - 1 == last):
            last = row.number
        elif last is not None and (
            role in (*ENDS, "tail") or row.prose or row.number - last > APART
        ):
            break
    return None if last is None else last + 1


def ending(sheet: Sheet, roles: Roles, begin: int) -> int:
    """Return the row below the story's last: a mark that ends it, or the first field of the last
    rows above that, among which is no running text."""
    mark = closing(sheet, roles, begin)
    end = mark
    for row in reversed(sheet.rows[begin:mark]):
        if row.number in roles and roles[row.number][0] in FIELDS:
            end = row.number
        elif row.prose:
            break
    return end


def closing(sheet: Sheet, roles: Roles, begin: int) -> int:
    """Return the row of the first mark that ends the story, else the one below the last row.

    A field of the foot with the story's text between it and the next is a line of the story, and
    so is a mark whose word comes again: the story's subhead `Graphic` above the database's.
    """
    marks = [n for n, (role, _) in roles.items() if n >= begin and role in ENDS]
    marks = [n for n in marks if not (LABEL.match(sheet.rows[n].plain) and given(sheet, n))]
    last = {sheet.rows[n].plain: n for n in marks}
    marks = [n for n in marks if last[sheet.rows[n].plain] == n]
    for mark, below in pairwise(marks):
        between = sheet.rows[mark + 1 : below]
        if roles[mark][0] == "ends" or not any(r.prose for r in between):
            return mark
    return marks[-1] if marks else len(sheet.rows)


def given(sheet: Sheet, number: int) -> bool:
    """Tell whether a row belongs to a list of the story: `Of the boat the sheet says:` and fields.

    The running text above it ends with a colon, and some stands below it.
    """
    near = reversed(sheet.rows[max(0, number - APART) : number])
    above = next((r for r in near if r.prose or r.plain[-1:] == ":"), None)
    below = (r for r in sheet.rows[number + 1 : number + APART] if r.prose)
    told = above is not None and above.words > LONGEST_BYLINE and above.plain.endswith(":")
    return told and any(below)


def clear_frame(sheet: Sheet) -> None:
    """Cut what is left of the fields above and below the story."""
    if sheet.frame:
        begin, end = sheet.frame
        for row in sheet.rows[:begin]:
            row.cut = row.cut or "export.head"
        for row in sheet.rows[end:]:
            row.cut = row.cut or "export.tail"
