"""What a line cut by its evidence alone says: who signs below a story, for whom, and when."""

from __future__ import annotations

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.dates import DAY, find_dates, is_date_line, publication_dates
from newsdesk.copydesk.labels import read_labelled
from newsdesk.copydesk.people import is_person, names_in, read_byline
from newsdesk.copydesk.sheet import Row, Sheet

SIGNED = "furniture.signed"
LONGEST_NAME = 4  # words
LONGEST_CYRILLIC = 2  # Минсельхоз Зерно Сибирь: tags
LONGEST_LABELLED = 8
LONGEST_AGENCY = 4


def offer_signed(sheet: Sheet, row: Row) -> None:
    """Offer the author and the agency that a short line below the story names."""
    if not sheet.offered("byline"):
        offer_author(sheet, row)
    if row.words < LONGEST_AGENCY and agency_of(row.text.strip("()[]/- ")):  # (Télam) alone
        sheet.offer("source", credit(row.text.strip("/- ")), "furniture.agency", row.text, "text")


def offer_author(sheet: Sheet, row: Row) -> None:
    """Offer the author of a line: a name alone, before an agency, behind a label."""
    name, comma, paper = row.text.partition(", ")
    most = LONGEST_CYRILLIC if "\u0400" < row.text[:1] < "\u0500" else LONGEST_NAME
    signed = read_byline(row.text) if row.words < LONGEST_LABELLED and not row.stops else None
    if signed and signed.people:  # By Leyla Aliyeva - Trend
        sheet.offer("byline", signed.people, SIGNED, row.text, "text")
    elif is_person(row.text) and 1 < row.words <= most:
        if signs(sheet, row):
            sheet.offer("byline", names_in(row.text), SIGNED, row.text, "text")
    elif comma and is_person(name) and agency_of(paper):
        sheet.offer("byline", name, SIGNED, row.text, "text")  # Jo Lind, Reuters
    labelled = read_labelled(sheet, row) if row.words < LONGEST_LABELLED else None
    if labelled and labelled.kind == "byline" and is_person(labelled.value):  # Autorka: Ewa Lind
        sheet.offer("byline", labelled.value, SIGNED, row.text, "text")


def signs(sheet: Sheet, row: Row) -> bool:
    """Tell whether a name stands below the last sentence: alone, above a source or the date."""
    following = sheet.rows[row.number + 1 : row.number + 2]
    dated = any(is_date_line(r.text) for r in following)
    credits = {c.rule for c in sheet.candidates if c.field == "source"}
    alone = dated or all(r.block.gap or r.cut in credits for r in following)
    kept = (r for r in reversed(sheet.rows[: row.number]) if not r.cut)
    above = next(kept, row) if dated else sheet.rows[row.number - 1]  # calls may stand between
    initials = agency_of(row.text.split()[0])  # भाषा मीरा अमित
    return bool(alone and above.prose and not above.cut and not initials)


def offer_stamp(sheet: Sheet, row: Row) -> None:
    """Offer the day of publication that a stamp amid or below the story names."""
    for read in publication_dates(row.text, find_dates(row.text))[:1]:
        sheet.offer("date", read.edtf, "stamp.amid", row.text, "text")


def full_date(sheet: Sheet) -> bool:
    """Tell whether something named the day of the story, with its year."""
    while sheet.undated < len(sheet.candidates):  # a live page has thousands of hours
        found = sheet.candidates[sheet.undated]
        if found.field == "date" and DAY.match(found.value):
            return True
        sheet.undated += 1
    return False
