"""The lines above the story: which is the headline, and what the others say about it."""

from __future__ import annotations

import re

from newsdesk.copydesk.agencies import credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import is_place, is_upper, nice_case
from newsdesk.copydesk.dates import find_dates
from newsdesk.copydesk.headers import CENTRED, SEAT, header_line, labelled_lines
from newsdesk.copydesk.people import is_person, is_publication, names_in
from newsdesk.copydesk.sheet import Row, Sheet
from newsdesk.copydesk.striking import strike_starts, take_facts

TITLE_TAIL = re.compile(r"(?P<title>.{12,}?)\s+[-|–—]\s+(?P<site>[^-|–—]{3,40})")
PLACE_LINE = re.compile(r"[^\d:,.]{2,24}(?:, [^\d:,.]{2,24})?\s?:")


def read_lead(sheet: Sheet) -> None:
    """Judge the rows above the body: headline, dates, byline, source, labels."""
    rows = [r for r in sheet.rows[: sheet.body] if not r.cut]
    for row in rows:
        strike_head(sheet, row)
    rows = [r for r in rows if not r.cut]
    for row in rows if len(rows) > 1 else ():
        caption = row.hint.find(row.plain) if row.hint and row.hint.rank == "credit" else None
        if row.hint and caption:
            row.cut = row.hint.id
            take_facts(sheet, row, row.hint, caption)
    rows = [r for r in rows if not r.cut]
    labelled_lines(sheet, rows)
    for row in rows:
        row.cut = row.cut or header_line(sheet, row)
    rows = [r for r in rows if not r.cut]
    for row in rows:
        match = row.hint.find(row.plain) if row.hint else None
        if row.hint and match and row.number > rows[0].number:
            row.cut = row.hint.id
            take_facts(sheet, row, row.hint, match)
    rows = [r for r in rows if not r.cut]
    title = choose_title(sheet, [r for r in rows if not r.cut])
    if title:
        take_title(sheet, title)
    for row in rows:
        if not row.cut:
            row.cut = leftover(sheet, row, title)


def strike_head(sheet: Sheet, row: Row) -> None:
    """Cut a line that a rule for lines above the story knows."""
    for rule in row.rules:
        match = rule.find(row.plain) if rule.at == "head" else None
        if match:
            row.cut = row.cut or rule.id
            take_facts(sheet, row, rule, match)


def choose_title(sheet: Sheet, rows: list[Row]) -> Row | None:
    """Return the headline among the lines above the story."""
    stated = title_key(sheet.raw.fields.get("title", ""))
    for row in sheet.rows[: sheet.body + 1]:
        if stated and not row.cut and title_key(row.text) == stated:
            return row
    if stated or (sheet.frame and any(c.field == "title" for c in sheet.candidates)):
        return None
    fit = [r for r in rows if r.block.kind != "list-item" and r.words <= 40]
    marked = [r for r in fit if r.block.kind == "heading"]
    if any(r.block.indent < CENTRED for r in fit):
        fit = [r for r in fit if r.block.indent < CENTRED]  # databases centre source and date
    unseated = [r for r in fit if not (SEAT.fullmatch(r.text) and beside_date(sheet, r))]
    fit = unseated or fit
    long_enough = [r for r in fit if r.words >= 4]
    options = marked or long_enough or fit
    return options[0] if options else None


def take_title(sheet: Sheet, row: Row) -> None:
    """Cut the headline from the body and offer it as the title."""
    strike_starts(sheet, row, "title")
    row.cut = "lead.title"
    again = [r for r in sheet.rows[: sheet.body + 3] if not r.cut and begins_alike(r, row)]
    shortest = min([row, *again], key=lambda r: len(r.text))
    sheet.offer("title", bare_title(sheet, shortest.text), "lead.title", row.block.text, "header")
    for other in again:
        other.cut = "lead.title-again"


def begins_alike(row: Row, title: Row) -> bool:
    """Tell whether a line is the headline again, perhaps with the name of the site behind it."""
    one, other = title_key(row.text), title_key(title.text)
    short, long = sorted((one, other), key=len)
    return (
        len(short) > 11
        and long.startswith(short)
        and len(long) - len(short) < 40
        and row.words < 40
    )


def bare_title(sheet: Sheet, text: str) -> str:
    """Return a headline without the name of the site that page titles carry."""
    found = TITLE_TAIL.fullmatch(text)
    if not found or not is_publication(found["site"]):
        return text
    sheet.offer("source", credit(found["site"]), "lead.title", text, "text")
    return found["title"]


def title_key(title: str) -> str:
    """Return a headline without spaces, signs and case: scrapes repeat it so."""
    return re.sub(r"[\W_]+", "", folded(title).lower())


def leftover(sheet: Sheet, row: Row, title: Row | None) -> str:
    """Return the rule for a line above the story that is none of the known ones; '' keeps it."""
    if row.block.kind == "list-item" and row.text.startswith("*") and sheet.dateline:
        return "lead.summary"  # Reuters sums a story up in starred lines above its dateline
    if title and row.prose and row.number > title.number and sheet.dateline:
        return "lead.deck"
    if row.number + 1 == sheet.body and PLACE_LINE.fullmatch(row.text) and is_place(row.text[:-1]):
        sheet.offer("place", nice_case(row.text), "dateline", row.text, "dateline")
        return "dateline"
    above = title and row.number < title.number and row.words <= 12 and not row.prose
    if row.block.kind == "list-item" or row.stops:
        return "lead.above" if above else ""
    if row.words <= 8 and beside_date(sheet, row):
        both = name_and_paper(sheet, row)
        if both:
            return both
    if counted_above(sheet, row):
        sheet.offer("source", credit(row.text), "lead.source", row.text, "text")
        return "lead.source"
    if title and row.number > title.number and is_person(row.text) and row.words <= 4:
        sheet.offer("byline", names_in(row.text), "lead.name", row.text, "text")
        return "lead.name"
    if row.number + 1 == sheet.body and is_upper(row.text) and is_place(row.text):
        sheet.offer("place", nice_case(row.text), "dateline", row.text, "dateline")
        sheet.dateline = sheet.dateline or row.text
        return "dateline"
    if row.words <= 8 and beside_date(sheet, row):
        seat = SEAT.fullmatch(row.text)
        name = seat["name"] if seat and row.block.indent < CENTRED else row.text
        sheet.offer("source", credit(name), "lead.source", row.text, "text")
        return "lead.source"
    if title and row.number > title.number and row.words <= 40:
        return "lead.deck"
    return "lead.label" if row.words <= 3 and not sheet.page else ""


def name_and_paper(sheet: Sheet, row: Row) -> str:
    """Return the rule for `Paper - Reporter` or `Reporter, Paper` on a line of its own."""
    dash, comma = re.split(r"\s+[-–—]\s+", row.text), row.text.split(", ")
    paper, name = dash if len(dash) == 2 else comma[::-1] if len(comma) == 2 else ("", "")
    if not is_person(name.strip()) or find_dates(row.text) or len(paper.split()) > 5:
        return ""
    sheet.offer("byline", names_in(name), "lead.name", row.text, "text")
    sheet.offer("source", credit(paper), "lead.source", row.text, "text")
    return "lead.source"


def counted_above(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is the paper of a Factiva story: words, date and paper follow."""
    above = [r.cut for r in sheet.rows[max(0, row.number - 2) : row.number]]
    return above == ["export.word-count", "lead.date"] and row.words <= 8


def beside_date(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands next to the line of the date: databases print the paper there."""
    near = sheet.rows[max(0, row.number - 1) : row.number + 2]
    return any(r.cut == "lead.date" for r in near)
