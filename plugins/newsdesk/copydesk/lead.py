"""The lines above the story: which is the headline, and what the others say about it."""

from __future__ import annotations

import re

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import is_place, is_upper, nice_case
from newsdesk.copydesk.dates import date_words, find_dates, is_date_line, publication_dates
from newsdesk.copydesk.people import (
    is_person,
    is_publication,
    name_with_role,
    names_in,
    read_byline,
    sections,
)
from newsdesk.copydesk.sheet import Row, Sheet
from newsdesk.copydesk.striking import strike_starts, take_facts

PIECES = re.compile(
    r"\s*[|•·‧]\s*|\s+(?=(?:来源|作者|编辑|记者|责任编辑|Source|Author|Editor|By)\s*[:：])|\s+[-/]\s+|\t+|\s*;\s*"
)
SOURCE_LABEL = re.compile(
    r"(?:source|quelle|fuente|fonte|kaynak|источник|المصدر|منبع|来源|מקור)\s*[:：]\s*",
    re.IGNORECASE,
)
CENTRED = 8
TITLE_TAIL = re.compile(r"(?P<title>.{12,}?)\s+[-|–—]\s+(?P<site>[^-|–—]{3,40})")
SEAT = re.compile(r"(?P<name>[^()]{3,60}?)\s*\((?P<seat>[^()]{3,30})\)")


def read_lead(sheet: Sheet) -> None:
    """Judge the rows above the body: headline, dates, byline, source, labels."""
    rows = [r for r in sheet.rows[: sheet.body] if not r.cut]
    for row in rows:
        strike_head(sheet, row)
    rows = [r for r in rows if not r.cut]
    for row in rows:
        row.cut = header_line(sheet, row)
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


def header_line(sheet: Sheet, row: Row) -> str:
    """Return the rule by which a line is a date, a byline or a source; '' if it is none."""
    plain = row.plain[row.first : row.last]
    if len(plain) > 200:
        return ""
    if plain.lower().strip(" .:") in sections():
        return "lead.section"
    pieces = [p for p in PIECES.split(row.text) if p.strip()]
    kinds = [header_piece(sheet, p, row, alone=len(pieces) == 1) for p in pieces]
    known = [k for k in kinds if k]
    if len(pieces) > 1 and known and len(known) < len(kinds):
        kinds = name_beside(sheet, pieces, kinds, row)
        known = [k for k in kinds if k]
    if known and len(known) == len(kinds):
        return known[0]
    return dated_line(sheet, row)


def name_beside(sheet: Sheet, pieces: list[str], kinds: list[str], row: Row) -> list[str]:
    """Return the kinds with a bare name beside a date read as the byline, a short label as one."""
    beside = list(kinds)
    for at, piece in enumerate(pieces):
        if beside[at]:
            continue
        people = names_in(piece)
        if people and len(piece.split()) <= 8:
            sheet.offer("byline", people, "lead.byline", row.text, "header")
            beside[at] = "lead.byline"
        elif len(piece.split()) <= 3 and "lead.date" in kinds:
            beside[at] = "lead.label"
    return beside


def dated_line(sheet: Sheet, row: Row) -> str:
    """Return the rule for a line of a name or source and a date without a sign between them."""
    dates = find_dates(row.text)
    if not dates or row.words > 16 or row.stops:
        return ""
    if sheet.frame and dates[0].start == 0 and row.words <= 10:
        offer_dates(sheet, row.text)  # databases add the edition: March 3, 2016, Final Edition
        return "lead.date"
    before = row.text[: dates[0].start].strip(" ,.-–—|:(")
    after = row.text[dates[-1].end :].strip(" ,.-–—|:)")
    middle = row.text[dates[0].start : dates[-1].end]
    if not is_date_line(middle + " " + after, find_dates(middle + " " + after)) and not (
        is_date_line(middle, find_dates(middle)) and header_piece(sheet, after, row, alone=False)
    ):
        return ""
    labels = bool(re.fullmatch(r"\s*[^\d:]{3,32}[:：]\s*", row.text[: dates[0].start])) or all(
        w in date_words() for w in re.findall(r"[^\W\d_]+", folded(before).lower())
    )
    kind = "lead.date" if labels else header_piece(sheet, before, row, alone=False)
    if not kind and is_person(before):
        sheet.offer("byline", names_in(before), "lead.byline", row.text, "header")
        kind = "lead.byline"
    if kind:
        offer_dates(sheet, row.text)
    return kind


def header_piece(sheet: Sheet, piece: str, row: Row, alone: bool) -> str:
    """Return the rule by which part of a line above the story is header; '' if none."""
    dates = find_dates(piece)
    if is_date_line(piece, dates):
        offer_dates(sheet, piece)
        return "lead.date"
    if piece and all(w in date_words() for w in re.findall(r"[^\W\d_]+", folded(piece).lower())):
        return "lead.label"
    labelled = SOURCE_LABEL.match(piece)
    if labelled and len(piece.split()) < 12:
        sheet.offer("source", credit(piece[labelled.end() :]), "lead.source", row.text, "header")
        return "lead.source"
    byline = read_byline(piece)
    if byline:
        if byline.people:
            sheet.offer("byline", byline.people, "lead.byline", row.text, "header")
        elif is_publication(byline.desk) or agency_of(byline.desk):
            sheet.offer("source", credit(byline.desk), "lead.byline", row.text, "text")
        return "lead.byline"
    person = name_with_role(piece)
    if person:
        sheet.offer("byline", person, "lead.byline", row.text, "header")
        paper = piece.partition(",")[2].strip()
        if is_publication(paper):
            sheet.offer("source", credit(paper), "lead.byline", row.text, "header")
        return "lead.byline"
    return source_piece(sheet, piece, row, alone)


def source_piece(sheet: Sheet, piece: str, row: Row, alone: bool) -> str:
    """Return the rule for a line that names a publication, perhaps with its seat in brackets."""
    seat = SEAT.fullmatch(piece.strip())
    name = seat["name"] if seat else piece
    first_line = row.number == next((r.number for r in sheet.rows if not r.cut), 0)
    if not is_publication(name) or (alone and first_line and not seat and not agency_of(name)):
        return ""
    printed = piece if seat and row.block.indent >= CENTRED else name
    sheet.offer("source", credit(printed), "lead.source", row.text, "header" if alone else "text")
    return "lead.source"


def offer_dates(sheet: Sheet, text: str) -> None:
    """Offer the publication date of a header line."""
    for read in publication_dates(text, find_dates(text))[:1]:
        value = read.edtf + ("T" + read.time if read.time else "")
        sheet.offer("date", value, "lead.date", text, "header")


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
    if row.block.kind == "list-item" or row.stops:
        return ""
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


def beside_date(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands next to the line of the date: databases print the paper there."""
    near = sheet.rows[max(0, row.number - 1) : row.number + 2]
    return any(r.cut == "lead.date" for r in near)
