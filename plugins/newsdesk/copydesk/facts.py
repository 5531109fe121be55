"""What a rule's named groups say becomes candidates for the fields of a story."""

from __future__ import annotations

import re
from datetime import date

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded, month_numbers
from newsdesk.copydesk.dateline import nice_case
from newsdesk.copydesk.dates import REPUBLIC, find_dates, stamp_of
from newsdesk.copydesk.people import (
    first_name_first,
    is_hangul_name,
    is_person,
    is_publication,
    names_in,
    read_byline,
    words_of,
)
from newsdesk.copydesk.rule_fields import FIELDS
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sentences import in_quotes
from newsdesk.copydesk.sheet import Row, Sheet

MONTH_FIRST = re.compile(
    r"(?P<paper>.{3,80}?)[.,]? (?P<month>0[1-9]|1[0-2])/(?P<day>[0-2]\d|3[01])"
    r"/(?P<year>(?:19|20)\d\d),? p\.?\s?\w"
)
LICENCE = re.compile(r",? ?\(?CC[ -](?:BY|0).*$")  # Jo Lind, CC BY-ND
INITIAL = re.compile(r"\b[^\W\d_]\.\s*$")


def proven(rule: Rule, match: re.Match[str]) -> bool:
    """Tell whether what a rule takes for a date is one: `Published in 1921, it still sells.`

    A picture's credit between quotation marks is none: he stamped each `"Photo by Nobody"`.
    """
    if rule.rank == "credit" and "source" in rule.regex.groupindex and match["source"]:
        return not in_quotes(match.string, match.start("source"))
    stamp = match["date"] if "date" in rule.regex.groupindex else None
    return not stamp or bool(find_dates(stamp))


def take_facts(sheet: Sheet, row: Row, rule: Rule, match: re.Match[str]) -> None:
    """Offer the values that a rule's named groups and its `sets` give."""
    quote = row.block.text[match.start() : match.end()]
    groups = match.groupdict()
    for name in groups:
        if groups[name] and name in FIELDS:
            first, last = match.span(name)
            offer_value(sheet, name, row.block.text[first:last], rule, quote)
    if groups.get("day") and groups.get("month") and groups.get("year"):
        offer_figures(sheet, groups, rule, quote)
    elif groups.get("year") and not groups.get("day"):
        sheet.offer("year", groups["year"], rule.id, quote, rule.rank)
    for name, value in rule.sets.items():
        sheet.offer(name, value, rule.id, quote, rule.rank)


def offer_value(sheet: Sheet, name: str, value: str, rule: Rule, quote: str) -> None:
    """Offer one value in the form its field has."""
    if name == "date":
        sheet.offer("date", stamp_of(value), rule.id, quote, rule.rank)
    elif name == "byline":
        signed = read_byline(value)  # Author of the article: / By Jo Lind
        stated = signed.people if signed and signed.people else names_stated(value)
        people = value if is_hangul_name(value) else stated
        sheet.offer("byline", people, rule.id, quote, rule.rank)
        _, bullet, paper = value.rpartition("•")
        if bullet and is_publication(paper.strip()):  # Jo Lind • Fen Star
            sheet.offer("source", paper, rule.id, quote, rule.rank)
    elif name == "wire_id":
        sheet.offer(name, folded(value), rule.id, quote, rule.rank)
    elif name == "source" and rule.rank == "credit":
        person, _, paper = value.partition("/")
        if paper and is_person(person):
            value = paper.strip()  # Photograph: Jo Lind/The Fen Post
        if is_publication(value) and not agency_of(value):
            sheet.offer("source", value, rule.id, quote, rule.rank)
    elif name == "source":
        sheet.offer("source", credit(value), rule.id, quote, rule.rank)
    elif name == "place":
        sheet.offer("place", nice_case(value), rule.id, quote, rule.rank)
    else:
        sheet.offer(name, value, rule.id, quote, rule.rank)


def names_stated(value: str) -> str:
    """Return the people of a byline field: `Ruiz, Ana; Lind, Jo.`, `ANA RUIZ, Big Press`."""
    people = []
    for part in LICENCE.sub("", value).split(";"):
        part = part.strip() if INITIAL.search(part) else part.strip(" .")
        name, _, paper = part.partition(", ")
        posted = words_of("role").intersection(folded(paper).lower().split())  # Fen Recorder Staff
        employer = " " in name and bool(posted or agency_of(paper) or is_publication(paper))
        turned = first_name_first(part)
        sure = turned != part and part.count(" ") == 1  # Thurlow, Avis: a Danish paper, else
        people.append(turned if sure else names_in(name if employer else turned))
    return ", ".join(filter(None, people))


def paper_and_day(value: str) -> tuple[str, str]:
    """Return `Fen Post` and `2018-03-05` of EBSCO's `Fen Post, 03/05/2018, p22`: month first."""
    found = MONTH_FIRST.match(value)
    if not found:
        return "", ""
    return found["paper"], f"{found['year']}-{found['month']}-{found['day']}"


def offer_figures(sheet: Sheet, groups: dict[str, str], rule: Rule, quote: str) -> None:
    """Offer a date given in figures by a code whose order is known; a month may be a word."""
    year = int(groups["year"])
    month = month_numbers().get(groups["month"].lower(), groups["month"])
    try:
        year += 1900 if 69 < year < 100 else 2000 if year < 100 else REPUBLIC if year < 200 else 0
        day = date(year, int(month), int(groups["day"]))
    except ValueError:
        return
    sheet.offer("date", day.isoformat(), rule.id, quote, rule.rank)
