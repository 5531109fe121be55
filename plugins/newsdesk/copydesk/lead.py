"""The lines above the story: which is the headline, and what the others say about it."""

from __future__ import annotations

import re

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import has_case, is_place, is_upper, known_places, nice_case, towns
from newsdesk.copydesk.dates import find_dates
from newsdesk.copydesk.facts import names_stated, take_facts
from newsdesk.copydesk.given import is_credit
from newsdesk.copydesk.headers import CENTRED, SEAT, header_line, labelled_lines, loose_line
from newsdesk.copydesk.headline import beside_date, choose_title, menu_signs, take_title
from newsdesk.copydesk.people import (
    is_paper_name,
    is_person,
    is_publication,
    media_name,
    names_in,
    read_byline,
    sections,
)
from newsdesk.copydesk.sheet import RANKS, Row, Sheet
from newsdesk.copydesk.sources import issues

PLACE_LINE = re.compile(r"[^\d:,.]{2,24}(?:, [^\d:,.]{2,24})?\s?:")

HANDLE = re.compile(r"\s@\w+$")
READ_MORE = re.compile(r"\s*\bread more$", re.IGNORECASE)
QUOTED_PAPER = re.compile(r"(?P<kind>[^\W\d_]{4,14}) [«\"„“](?P<name>[^«»\"„“”]{3,40})[»\"“”]")
LONGEST_PLACE = 4  # words
NAMED = frozenset({"lead.date", "lead.byline", "lead.name"})


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
            signed = read_byline(row.text)  # Words: Jo Lind | Pictures: Ana Ruiz
            sheet.offer("byline", signed.people if signed else "", row.cut, row.text, "header")
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
        papers_above(sheet, title)
    for row in rows:
        if not row.cut:
            row.cut = leftover(sheet, row, title)


def papers_above(sheet: Sheet, title: Row) -> None:
    """Read a bare name beside the date as the paper where it stands above the headline."""
    rows = sheet.rows[: title.number]
    above = {row.text for row in rows}
    named = (is_paper_name(r.text) or is_publication(r.text) for r in rows)
    if any(named) or any(r.words < 5 and told_again(sheet, r) for r in rows):
        return  # Le Courrier du Fen / Kelby, mardi 20 mai 2014
    for number, one in enumerate(sheet.candidates):
        place = one.rule == "lead.place" and one.value.lower() not in known_places()
        section = sections().intersection(one.value.lower().split())
        if (
            place
            and not section
            and one.quote in above
            and not sheet.dateline.startswith(one.value.upper())
        ):
            weak = RANKS["credit"]  # an agency named below knows better
            sheet.candidates[number] = one._replace(field="source", rule="lead.source", rank=weak)


def strike_head(sheet: Sheet, row: Row) -> None:
    """Cut a line that a rule for lines above the story knows."""
    for rule in row.rules:
        match = rule.find(row.plain) if rule.at == "head" else None
        if match:
            row.cut = row.cut or rule.id
            take_facts(sheet, row, rule, match)


def leftover(sheet: Sheet, row: Row, title: Row | None) -> str:
    """Return the rule for a line above the story that is none of the known ones; '' keeps it."""
    below = sheet.below(row)
    cited = below is not None and below.cut == "export.citation-line"
    people = names_stated(row.text) if cited and row.words < 12 else ""
    if people:  # ProQuest: Ruiz, Ana. / Kelby Argus ; Kelby [Kelby]. 15 Jan 2025: A3.
        sheet.offer("byline", people, "lead.byline", row.text, "header")
        return "lead.byline"
    if row.block.kind == "list-item" and sheet.dateline and row.text.startswith(("*", "-")):
        # Anadolu's decks begin with a dash; the points that Reuters stars are the story's.
        return "lead.deck" if row.text[0] == "-" else ""
    if title and row.prose and row.number > title.number and sheet.dateline:
        return "lead.deck"
    quoted = row.plain[:1] == "-" and row.words < 16 and sheet.dateline
    if title and quoted and is_person(row.text[1:].partition(",")[0].strip()):
        return "lead.deck"  # whose words stand above: — Jo Lind, Fen Kilns
    if title and row.number < title.number:
        named = loose_line(sheet, row, above=True) or paper_line(sheet, row)
        return named or author_below_paper(sheet, row) or "lead.above"
    if row.number + 1 == sheet.body and PLACE_LINE.fullmatch(row.text) and is_place(row.text[:-1]):
        sheet.offer("place", nice_case(row.text), "dateline", row.text, "dateline")
        return "dateline"
    if in_verse(sheet, row):
        return ""
    found = loose_line(sheet, row, above=False) if title else ""
    if found:
        return found
    if row.block.kind == "list-item" or row.stops:
        announced = row.text.endswith(":")  # a poem, a letter
        return "lead.deck" if title and header_below(sheet, row) and not announced else ""
    return short_line(sheet, row, title)


def author_below_paper(sheet: Sheet, row: Row) -> str:
    """Return the rule for a name alone right below the paper's, as feeds print them.

    A name alone above a headline may be what the page has it under: `Human Rights`.
    """
    above = sheet.rows[row.number - 1 : row.number]
    if sheet.offered("byline") or row.block.gap or not is_person(row.text):
        return ""
    if not any(r.cut == "lead.source" or is_publication(r.text) for r in above):
        return ""
    sheet.offer("byline", names_in(row.text), "lead.name", row.text, "text")
    return "lead.name"


def in_verse(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line belongs to lines of verse: announced, or down to the first sentence."""
    first = row.number
    while first > 0 and sheet.rows[first].block.gap == 0:
        first -= 1
    above = sheet.rows[first - 1] if first > 1 else None
    if above and above.words > 4 and above.text.endswith(":") and not above.cut:
        return True  # Ann Gunn read these lines on Monday:
    lines = sheet.rows[first : sheet.body + 1]
    if first == 0 or len(lines) < 2 or any(r.block.gap for r in lines[1:]):
        return False
    run_on = lines[0].text.endswith(",") or lines[1].text[:1].islower()
    return run_on and all(not r.cut and 1 < r.words < 20 for r in lines)


def short_line(sheet: Sheet, row: Row, title: Row | None) -> str:
    """Return the rule for a line without a full stop between headline and story."""
    if title and issues(sheet, row):
        sheet.offer("source", row.text, "lead.source", row.text, "text")
        return "lead.source"
    both = name_and_paper(sheet, row) if row.words <= 8 else ""
    if both:
        return both
    if counted_above(sheet, row):
        sheet.offer("source", credit(row.text), "lead.source", row.text, "text")
        return "lead.source"
    name, _, town = row.text.partition(" in ")
    under = title and row.number > title.number and beside_date(sheet, row)
    if under and is_person(name) and is_place(town):  # Jo Lind in Aarwangen
        sheet.offer("byline", names_in(name), "lead.name", row.text, "text")
        sheet.offer("place", town, "lead.place", row.text, "text")
        return "lead.name"
    if title and sheet.frame and between_title_and_date(sheet, row, title):
        sheet.offer("source", credit(row.text), "lead.source", row.text, "text")
        return "lead.source"
    place, dash, person = row.text.partition(" - ")
    if title and dash and row.words <= 6 and is_place(place) and is_person(person):
        sheet.offer("place", nice_case(place), "lead.place", row.text, "text")
        sheet.offer("byline", names_in(person), "lead.name", row.text, "text")
        return "lead.name"
    if not has_case(row.text) and told_again(sheet, row):
        paper = paper_line(sheet, row)  # where letters have no case any two words look like a name
        if paper:
            return paper
    by = title and row.number > title.number and gave_author(sheet, sheet.rows[row.number - 1])
    if (title and filed_from(sheet, row)) or ((under or by) and row.plain.lower() in towns()):
        sheet.offer("place", nice_case(row.text), "lead.place", row.text, "text")
        return "lead.place"
    name = READ_MORE.sub("", row.text)
    if title and beside_date(sheet, row) and is_person(name) and byline_known(sheet):
        return second_name(sheet, row)
    if title and is_person(name) and len(name.split()) <= 4:
        sheet.offer("byline", names_in(name), "lead.name", row.text, "text")
        return "lead.name"
    bare = HANDLE.sub("", name)  # Jane Doe @janedoe
    if bare and title and beside_date(sheet, row) and names_in(bare) == bare:
        sheet.offer("byline", bare, "lead.name", row.text, "text")
        return "lead.name"
    over = row.number + 1 == sheet.body and is_place(row.text)
    if over and (is_upper(row.text.partition(", ")[0]) or opens_below(sheet, row)):
        sheet.offer("place", nice_case(row.text), "dateline", row.text, "dateline")
        sheet.dateline = sheet.dateline or row.text
        return "dateline"
    if under and row.words <= 4 and row.plain.lower() in towns():  # alone below the date
        sheet.offer("place", row.text, "lead.place", row.text, "text")
        return "lead.place"
    paper = paper_line(sheet, row)
    if paper:
        return paper
    if title and any(r.stops and not r.cut for r in sheet.rows[title.number + 1 : row.number]):
        return ""  # the story has begun, in short sentences
    if title and row.words <= 40 and not row.text.endswith(":"):
        return "lead.deck"
    return "lead.label" if row.words <= 3 and not sheet.page else ""


def filed_from(sheet: Sheet, row: Row) -> bool:
    """Tell whether a place stands between an agency's line and that of the date, as in India."""
    above, below = sheet.rows[row.number - 1], sheet.below(row)
    dated = below is not None and gave_date(sheet, below)
    filed = dated and above.cut == "lead.source" and agency_of(above.text) is not None
    return filed and row.words < LONGEST_PLACE and is_place(row.text)


def between_title_and_date(sheet: Sheet, row: Row, title: Row) -> bool:
    """Tell whether a line has the headline above it and the date below: Nexis Uni's paper."""
    below = sheet.below(row)
    return row.number == title.number + 1 and below is not None and below.cut == "lead.date"


def opens_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a town alone opens the line right below it too: `Muğla`, `Muğla'nın ...`."""
    below, name = sheet.below(row), folded(row.text)
    if below is None or below.block.gap or not below.plain.startswith(name):
        return False
    behind = below.plain[len(name) : len(name) + 1]
    return behind == "'" or (not behind.isalnum() and name.lower() in towns())


def byline_known(sheet: Sheet) -> bool:
    """Tell whether a line with its own label or a field named the author."""
    return any(c.field == "byline" and c.rank >= RANKS["header"] for c in sheet.candidates)


def second_name(sheet: Sheet, row: Row) -> str:
    """Return the rule for a bare name beside the date of a story whose author is named elsewhere.

    `By Ailsa Munro`, a date and `Inverness Packet`: what reads as a second person is the paper.
    """
    if row.plain.lower() in towns():
        sheet.offer("place", nice_case(row.text), "lead.place", row.text, "text")
        return "lead.place"
    sheet.offer("source", credit(row.text), "lead.source", row.text, "text")
    return "lead.source"


def paper_line(sheet: Sheet, row: Row) -> str:
    """Return the rule for a line that is the name of a paper by its place, '' if it is none."""
    quoted = QUOTED_PAPER.fullmatch(row.text)
    seat = SEAT.fullmatch(row.text)
    bare = seat["name"] if seat else row.text
    printed = is_paper_name(bare) or is_publication(bare)
    named = printed and any(r.cut in NAMED or gave_date(sheet, r) for r in near(sheet, row))
    if row.words > 8 or row.stops or menu_signs(row):
        return ""
    if quoted and media_name(quoted["kind"]):
        sheet.offer("source", quoted["name"], "lead.source", row.text, "text")
        return "lead.source"
    if not named and not (beside_date(sheet, row) and (seat or names_paper(sheet, row))):
        return ""
    name = bare if row.block.indent < CENTRED else row.text
    sheet.offer("source", credit(name), "lead.source", row.text, "text")
    return "lead.source"


def names_paper(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line beside the date could be a paper: not a menu, not a section."""
    if row.text.count(" ") > 2 and is_upper(row.text):
        return False
    if sheet.frame is not None or is_publication(row.text) or is_paper_name(row.text):
        return True
    return told_again(sheet, row) and not sections().intersection(row.plain.lower().split())


def told_again(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line's words stand in another row too: in the copyright line, say."""
    key = row.plain.lower()
    return sum(key in r.plain.lower() for r in sheet.rows) > 1


def gave_date(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row was cut for the date it states."""
    dates = (c for c in sheet.candidates if c.field == "date")
    return bool(row.cut) and any(row.cut == c.rule or row.text == c.quote for c in dates)


def gave_author(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row was cut for the author it names."""
    return any(c.field == "byline" and c.quote == row.text for c in sheet.candidates)


def near(sheet: Sheet, row: Row) -> list[Row]:
    """Return the rows just above and below a row."""
    return [*sheet.rows[max(0, row.number - 1) : row.number], *sheet.rows[row.number + 1 :][:1]]


def header_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a date, a byline or another known line stands between a row and the story."""
    between = sheet.rows[row.number + 1 : sheet.body]
    above = ("lead.title", "lead.deck")
    return any(r.cut and not (r.cut.startswith(above) or is_credit(r)) for r in between)


def name_and_paper(sheet: Sheet, row: Row) -> str:
    """Return the rule for `Paper - Reporter` or `Reporter | Paper` on a line of its own.

    Beside the date any name is a paper's; elsewhere it must be known for one.
    """
    dash, comma = re.split(r"\s+[-–—|]\s+", row.text), row.text.split(", ")
    paper, name = dash if len(dash) == 2 else comma[::-1] if len(comma) == 2 else ("", "")
    if is_person(paper) and not is_person(name):
        paper, name = name, paper  # Jo Lind - detikNews
    if not is_person(name.strip()) or find_dates(row.text) or len(paper.split()) > 5:
        return ""
    if not (beside_date(sheet, row) or is_publication(paper) or is_paper_name(paper)):
        return ""
    sheet.offer("byline", names_in(name), "lead.name", row.text, "text")
    sheet.offer("source", credit(paper), "lead.source", row.text, "text")
    return "lead.source"


def counted_above(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is the paper of a Factiva story: words, date and paper follow."""
    above = [r.cut for r in sheet.rows[max(0, row.number - 2) : row.number]]
    return above == ["export.word-count", "lead.date"] and row.words <= 8
