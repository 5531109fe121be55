"""Rules at work: whole lines, beginnings, ends and stretches inside a block."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.dateline import (
    Dateline,
    field_labels,
    nations,
    nice_case,
    read_dateline,
)
from newsdesk.copydesk.dateline_local import (
    read_day_in_brackets,
    read_eastern,
    read_german_place,
    read_korean,
)
from newsdesk.copydesk.dates import find_dates, is_date_line
from newsdesk.copydesk.facts import proven, take_facts
from newsdesk.copydesk.given import READS, cards, listed_below
from newsdesk.copydesk.language import LITTLE_WORDS
from newsdesk.copydesk.mention import is_mention
from newsdesk.copydesk.people import (
    is_hangul_name,
    is_person,
    is_publication,
    names_in,
    sections,
    words_of,
)
from newsdesk.copydesk.protections import (
    answers_in,
    brief_in_a_row,
    heads_of_parts,
    heads_results,
    numbered,
    pointed_back_to,
    quoted_on,
    words_told,
)
from newsdesk.copydesk.rule_fields import Place
from newsdesk.copydesk.rulebook import REACH, WHOLE
from newsdesk.copydesk.sentences import (
    CALL,
    QUOTED_FIRST,
    heads_with_notice,
    in_quotes,
    is_quotation,
    is_said,
    is_sentence_of_story,
    outruns,
    quoted_alone,
    told_of,
)
from newsdesk.copydesk.sheet import Row, Sheet, Strike

DATELINE = "dateline"
SIGNATURE = re.compile(
    r"""(?<=[.!?"')\]…。।॥۔])\s*(?:\((?:(?P<site>(?:https?://|www\.)[^\s()]{4,40})"""
    r"""|(?P<name>[^()]{2,40}))\)\.?|\s?-{1,2}\s?(?:[A-Z]{2,5}[-/])?(?P<dashed>[A-Z]{2,8}"""
    r"|[A-Z][a-z]{2,12}|[A-Za-z]{2,14}(?:\.[a-z]{2,4}){1,3}))$"
)
GAP = "    "  # between the parts of a running head
PAGE_HEAD = "print.page-mark"
FOLIO = re.compile(r"\d{1,3} {4,}\S.{2,80}|(?:\S+ ){0,5}\S+ {4,}(?:\S.{0,40} {4,})?\d{1,3}")
CHINESE_SOURCE = re.compile(r"(?:来源|來源|稿源|作者|编辑|編輯)\s*[:：]")  # no place with its colon
PLACE_AND_DASH = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{2,24}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})\s[-–—]\s(?=[\"«“A-ZÀ-Þ])"
)
SEATED_PAPER = re.compile(r"[^():]{3,40} \([^()\d]{3,30}\)")
PLACE_AND_HYPHEN = re.compile(r"(?P<place>[A-Z][a-z]{3,15})- (?=[A-Z][\w-]* [a-z])")  # Kupwara- The
PLACE_AND_COLON = re.compile(  # where letters have no case: ملتان: ...
    r"(?P<place>[\u05d0-\u05ea\u0621-\u06ff\u0900-\u0fff]{2,16})\s?[:：]\s(?=\S)"
)
# Indian agencies' copies below the agency's name: Kelby: A boat ...
PLACE_OF_INDIA = re.compile(
    r"(?P<place>[A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,14})?): "
    r"(?=(?:The|An?|In|At|On|Two|Around|About|Over|More|Nearly|Some|Several) )"
)
TOWN_BEHIND = re.compile(  # VIETNAM, June 5 - CAN THO Deckhands ...
    r"(?P<place>[^\W\d_a-zà-ÿ]{2,}(?: [^\W\d_a-zà-ÿ]{2,}){0,2}) (?=[^\W\d_a-zà-ÿ][a-zà-ÿ])"
)
OF_INDIA = frozenset(("PTI", "IANS", "ANI", "UNI"))
# Aggregators run the reporter's line into the story: By Jo Lind KELBY - The ferry ...
SIGNED = re.compile(
    r"(?:By|Par|Por|Von|Di) (?P<name>[A-ZÀ-Þ][a-zà-ÿ'’.-]+"
    r"(?: (?:[A-ZÀ-Þ][a-zà-ÿ'’.-]*|al|de|van|von)){1,3})(?:,? | ?[-–—|/:]{1,2} )(?=[A-ZÀ-Þ]{3,}\b)"
)
# Petra sets the reporter behind the dateline, the dash right behind the name: سمير حداد- افتتح ...
SIGNED_BEHIND = re.compile(
    r"(?:من )?(?P<name>[\u0620-\u06ff]{2,14}(?: [\u0620-\u06ff]{2,14}){1,3}) ?[-–—]{1,2} "
    r"(?=\S)(?![^-–—.]{0,80}[-–—])"
)
SIGNED_WITHIN = re.compile(  # Madrid, 27 ene (EFE).- (Por Ana Ruiz)
    r"\((?:By|Par|Por|Von|Di)\s(?P<name>[^()]{4,60})\)"
    r"|\d\. (?P<author>[^\W\d_]+ [^\W\d_]+), Trend:$",  # April 17. Laman Aliyeva, Trend:
    re.IGNORECASE,
)
BRACKETS = ("(", "[", "【", "（", "〔")  # that Chinese and Korean datelines open with
LONGEST_NAME = 4  # words
LONGEST_PLACE = 3  # blanks
LONGEST_SUMMARY = 45  # words above a dateline


def strike_lines(sheet: Sheet) -> None:
    """Cut the blocks that are furniture wherever they stand; mark those that may be."""
    sheet.answers = answers_in(sheet) | pointed_back_to(sheet) | words_told(sheet)
    sheet.answers |= quoted_on(sheet) | listed_below(sheet)
    sheet.answers |= heads_of_parts(sheet) | heads_results(sheet) | brief_in_a_row(sheet)
    sheet.answers |= cards(sheet)
    wide = GAP in sheet.raw.text
    listed = numbered(sheet)
    for row in sheet.rows:
        if len(row.plain) > sheet.length / 2 and row.sentences > 3:
            continue  # more than half of the document is no furniture
        if row.number in sheet.answers or is_quotation(row) or is_cell(sheet, row):
            continue
        if wide and is_folio(sheet, row):
            row.cut = PAGE_HEAD
        heads = False  # a heading that takes the lines below goes before one that does not
        for rule in row.rules:
            match = rule.regex.fullmatch(row.plain) if rule.at in WHOLE else None
            if not match:
                continue
            framed = rule.frame and sheet.frame
            spoken = row.stops and not framed
            told = (spoken and told_of(row)) or (not framed and outruns(rule, row))
            told = told or ((spoken or row.number == 0) and quoted_alone(rule, row))
            told = told or heads_with_notice(row)
            if told or not proven(rule, match) or (row.stops and row.number in listed):
                continue
            if not framed and is_mention(rule, row):
                continue
            if QUOTED_FIRST.match(row.plain) and rule.rank != "credit" and not framed:
                continue
            if rule.weight < 1:
                if rule.rank != "credit" and is_sentence_of_story(row):
                    continue
                caption = row.hint is not None and row.hint.rank != "credit" == rule.rank
                row.hint = rule if caption else row.hint or rule
                continue
            row.claimed = row.claimed or rule.id
            if rule.at == "line":
                row.cut = row.cut if row.cut and (heads or not rule.takes) else rule.id
                heads = heads or bool(rule.takes)
                take_facts(sheet, row, rule, match)


def is_cell(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row is a cell of a page's table beside others: `Name`, over the finishers."""
    beside = sheet.rows[max(0, row.number - 1) : row.number + 2]
    return row.block.kind == "table" and sum(r.block.kind == "table" for r in beside) > 1


def is_folio(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line below the headline is a running head: name, date and page, set apart."""
    if row.words > 12 or row.stops or row.number < 3:
        return False
    if not FOLIO.fullmatch(sheet.raw.text[row.block.start : row.block.end]):
        return False  # and not each such line is one: `Boats due    27`
    name = row.plain.strip(" 0123456789")
    dated = any(read.year for read in find_dates(row.text))
    return dated or "www." in name or is_publication(name) or name.lower() in sections()


def strike_starts(sheet: Sheet, row: Row, at: Place = "start") -> None:
    """Cut what a block (or a headline) begins with, rule after rule: prefixes within prefixes."""
    for _ in range(4):
        for rule in row.rules:
            if rule.at != at or row.cut:
                continue
            match = rule.regex.match(row.plain, row.first)
            if match and match.end() > row.first:
                take_facts(sheet, row, rule, match)
                row.strike_edge(row.first, match.end(), rule.id)
                break
        else:
            return


def strike_ends(sheet: Sheet, row: Row) -> None:
    """Cut what a block ends with, rule after rule: `... spring. PTI HMP ROH`."""
    rules = [rule for rule in row.rules if rule.at == "end"]
    for _ in range(4):
        if not row.cut and strike_signature(sheet, row):
            continue
        for rule in () if row.cut else rules:
            near = max(row.first, row.last - min(REACH, rule.longest))
            match = rule.regex.search(row.plain, near, row.last)
            if match and READS.search(row.plain[: match.start()].rstrip()):
                continue  # At the foot of each letter is written: END
            broken_off = "truncated" in rule.regex.groupindex  # amid a quotation, perhaps
            if match and "truncated" in rule.sets and goes_on(sheet, row):
                continue
            if match and match.start() == row.number == 0:
                continue  # The Post That Appeared First on a Barn Door
            if match and (broken_off or not in_quotes(row.plain, match.start())):
                take_facts(sheet, row, rule, match)
                row.strike_edge(match.start(), row.last, rule.id)
                row.kept = row.kept or broken_off  # what is left is the story's, were it a word
                break
        else:
            return


def goes_on(sheet: Sheet, row: Row) -> bool:
    """Tell whether the story goes on below a row: `... and went no further [...]`, say."""
    return any(r.prose for r in sheet.open_rows(row.number + 1))


def strike_signature(sheet: Sheet, row: Row) -> bool:
    """Cut an agency's name or a site in brackets behind the last sentence: `promptly. (NAN)`."""
    first = max(row.first, row.last - 60)
    closed = row.plain.endswith((")", ")."), first, row.last)
    if not closed and row.plain.find(" -", first, row.last) < 0:
        return False
    found = SIGNATURE.search(row.plain, first, row.last)
    name = found and (found["name"] or found["dashed"])
    site = found and (found["site"] or "." in (found["dashed"] or ""))
    if not found or not (site or agency_of(name or "")):
        return False
    if name:
        sheet.offer("source", credit(name), "agency.signature", found.group(), "text")
    row.strike_edge(found.start(), row.last, "agency.signature")
    return True


def strike_inside(sheet: Sheet, row: Row) -> None:
    """Cut stretches inside a block: story codes, page marks, e-mail brackets."""
    for rule in row.rules:
        if rule.at != "inside" or row.cut or (CALL.match(row.plain) and is_said(row)):
            continue  # Click to share (Opens in new window), says the label on the box.
        for match in rule.regex.finditer(row.plain, row.first, row.last):
            if in_quotes(row.plain, match.start()) or (rule.rank == "code" and amid(row, match)):
                continue
            if row.plain[match.end() : row.last].startswith(", "):
                continue  # The issuer is solely responsible, the lawyer wished to add
            take_facts(sheet, row, rule, match)
            if match.start() <= row.first or match.end() >= row.last:
                row.strike_edge(match.start(), match.end(), rule.id)
            else:
                row.strikes.append(strike_between(row, match, rule.id))


def amid(row: Row, match: re.Match[str]) -> bool:
    """Tell whether a sentence runs on around a code: `Take MENAFN..., which looks like noise.`"""
    before = row.plain[row.first : match.start()].rstrip(' "')
    behind = row.plain[match.end() : row.last].lstrip(' "')
    runs_on = behind[:1].islower() or (behind[:1] in ",;" and bool(before or behind))
    return before[-1:] not in tuple(".!?:)") and runs_on


def strike_between(row: Row, match: re.Match[str], rule: str) -> Strike:
    """Return a strike inside a block that takes one of the two spaces around it along."""
    first, last = match.span()
    if (
        row.plain[first - 1] == " "
        and row.plain[last - 1] != " "
        and row.plain[last : last + 1] != " "
    ):
        first -= 1
    elif row.plain[first - 1] == " " and row.plain[last : last + 1] == " ":
        last += 1
    return Strike(first, last, rule)


def strike_dateline(sheet: Sheet, row: Row, first: bool) -> bool:
    """Cut the dateline a block begins with and note what it says; tell whether there was one."""
    if CHINESE_SOURCE.match(row.text):
        return False
    found = (read_eastern(row.text) if first else None) or read_dateline(row.text, first)
    if not found and first and LITTLE_WORDS["de"].intersection(row.text.split()[1:12]):
        found = read_german_place(row.text)
    if not found and first:
        found = place_of_title(sheet, row)
    if not found and row.text[:1] in BRACKETS and row.text[1:2] > "\u2e80":
        found = read_korean(row.text) or read_day_in_brackets(row.text)
    signed = SIGNED.match(row.text) if first and not found else None
    if signed and (found := read_dateline(row.text[signed.end() :], first)):
        sheet.offer("byline", signed["name"], "lead.byline", signed.group(), "header")
        found = replace(found, start=signed.end(), end=signed.end() + found.end)
    if found and not found.read and asks_again(sheet, row.text[: found.end]):
        return False  # Herald - Who paid? / Lind - Nobody. / Herald - When?
    if not found or amid_story(sheet, row, found) or is_date_line(row.text[found.end :]):
        return False  # Jo Lind 26.01.2025 - Updated: 27.01.2025
    below = sheet.below(row)
    points = found.end == len(row.text) and below and below.block.kind == "list-item"
    if points and not (found.agency or found.read):
        return False  # FEN KILNS AG - and points below: no place
    if found.end == len(row.text) and not found.agency and found.place.count(" ") > LONGEST_PLACE:
        return False  # TREASURY BALANCES AT FED FELL ON MARCH 27
    town = TOWN_BEHIND.match(row.text, found.end) if found.place.lower() in nations() else None
    if town:
        found = replace(found, place=nice_case(town["place"]), end=town.end())
    behind = SIGNED_BEHIND.match(row.text, found.end) if found.agency else None
    if behind and is_person(behind["name"]):
        found = replace(found, byline=behind["name"], end=behind.end())
    rest = row.text[found.end :].strip()
    if found.agency and not row.stops and rest.count(" ") < LONGEST_NAME and is_person(rest):
        found = replace(found, byline=rest, end=len(row.text))  # بغداد - واع - زينب الخفاجي
    if is_heading_only(row, found):
        note_dateline(sheet, found, "")
        row.cut = "lead.date"
        return False
    note_dateline(sheet, found, row.text[found.start : found.end].strip())
    row.strike_edge(row.first, row.first + found.end, DATELINE)
    return True


def asks_again(sheet: Sheet, opening: str) -> bool:
    """Tell whether another row opens with the same words: the speaker of an interview."""
    return sum(row.text.startswith(opening) for row in sheet.rows) > 1


def is_heading_only(row: Row, found: Dateline) -> bool:
    """Tell whether a word or two without a stop follow a dateline: it is a page's line of the date.

    `Fen Post, 14 January 2025, 10:02 WIB`.
    """
    rest = row.text[found.end :]
    named = rest.endswith(":")  # Jan 14 (Reuters) - Kilns: and points below
    return bool(rest) and rest.isascii() and rest.count(" ") < 2 and not row.stops and not named


def amid_story(sheet: Sheet, row: Row, found: Dateline) -> bool:
    """Tell whether what looks like a dateline stands amid a story: a summary above is no longer.

    `MOSCOW, April 12 (TASS) - this line is still on the tape`: a story opens with a capital, too.
    """
    above = [r.words for r in sheet.rows[: row.number] if r.prose and not r.cut]
    goes_on = row.text[found.end : found.end + 1].islower()
    return bool(above) and (goes_on or sum(above) > LONGEST_SUMMARY)


def place_of_title(sheet: Sheet, row: Row) -> Dateline | None:
    """Return the place before a dash that a line above names too: `Kerbihan - Chaque foyer`.

    Below the name of an Indian agency a place before a colon needs no other witness.
    """
    hyphen = PLACE_AND_HYPHEN.match(row.text)
    if hyphen and hyphen["place"].lower() not in field_labels() | sections():
        return Dateline(0, hyphen.end(), hyphen["place"])
    indian = PLACE_OF_INDIA.match(row.text)
    found = indian or PLACE_AND_DASH.match(row.text) or PLACE_AND_COLON.match(row.text)
    if not found or is_person(found["place"]) or agency_of(found["place"]):
        return None
    name, behind = found["place"].lower(), row.plain[found.end() :].lower()
    above = [r.text for r in sheet.rows[: row.number]]
    if indian:
        agencies = filter(None, map(agency_of, above))
        of_india = any(one.name in OF_INDIA for one in agencies)
        told = name not in field_labels() and (of_india or name in behind)
    else:
        again = found.re is PLACE_AND_DASH and name in behind
        told = again or any(f" {name} " in f" {line.lower()} " for line in above)
        seated = found.re is PLACE_AND_DASH and any(map(SEATED_PAPER.fullmatch, above))
        told = told or seated  # allAfrica: Le Soleil (Dakar) / Ziguinchor - Les apiculteurs ...
    return Dateline(0, found.end(), found["place"]) if told else None


def note_dateline(sheet: Sheet, found: Dateline, quote: str) -> None:
    """Offer what a dateline says as values of fields."""
    sheet.dateline = sheet.dateline or quote
    desk, _, town = found.place.partition(" ")  # Redacción Kelby, 14 ene (EFE).-
    place = town if town and desk.lower() in words_of("desk") else found.place
    sheet.offer("place", place, DATELINE, quote, "dateline")
    if found.agency:
        sheet.offer("source", credit(found.agency), DATELINE, quote, "dateline")
    if is_person(found.byline) or is_hangul_name(found.byline):
        sheet.offer("byline", found.byline, DATELINE, quote, "dateline")
    within = SIGNED_WITHIN.search(quote)
    if within:
        name = within["name"] or within["author"]
        sheet.offer("byline", names_in(name), DATELINE, quote, "dateline")
    if found.read:
        sheet.offer("date", found.read.edtf, DATELINE, quote, "dateline")
