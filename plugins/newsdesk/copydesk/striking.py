"""Rules at work: whole lines, beginnings, ends and stretches inside a block."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import (
    Dateline,
    field_labels,
    is_upper,
    nations,
    nice_case,
    read_dateline,
)
from newsdesk.copydesk.dateline_local import (
    read_chinese,
    read_day_in_brackets,
    read_german_place,
    read_korean,
)
from newsdesk.copydesk.dates import find_dates, is_date_line
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.evidence import heads_about
from newsdesk.copydesk.facts import offer_value, proven, take_facts
from newsdesk.copydesk.language import LITTLE_WORDS
from newsdesk.copydesk.people import (
    is_hangul_name,
    is_person,
    is_publication,
    names_in,
    read_byline,
    sections,
    share_of_publishing,
    words_of,
)
from newsdesk.copydesk.protections import (
    QUOTED_FIRST,
    READER,
    answers_in,
    brief_in_a_row,
    heads_of_parts,
    in_quotes,
    is_question,
    is_sentence_of_story,
    listed_below,
    numbered,
    pointed_back_to,
    quoted_alone,
    quoted_on,
    told_of,
)
from newsdesk.copydesk.rule_fields import Place
from newsdesk.copydesk.rulebook import REACH, WHOLE, Rule
from newsdesk.copydesk.sheet import Row, Sheet, Strike

DATELINE = "dateline"
SIGNATURE = re.compile(
    r"""(?<=[.!?"')\]…。।॥۔])\s*(?:\((?:(?P<site>(?:https?://|www\.)[^\s()]{4,40})"""
    r"""|(?P<name>[^()]{2,40}))\)\.?|\s-{1,2}\s?(?:[A-Z]{2,5}[-/])?(?P<dashed>[A-Z]{2,8}"
    r"|[A-Za-z]{2,14}(?:\.[a-z]{2,4}){1,3}))$"""
)
GAP = "    "  # between the parts of a running head
PAGE_HEAD = "print.page-mark"
FOLIO = re.compile(r"\d{1,3} {4,}\S.{2,80}|(?:\S+ ){0,5}\S+ {4,}(?:\S.{0,40} {4,})?\d{1,3}")
AGE = re.compile(  # of a comment: it stands between its author and what was said
    r"(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|il y a .{2,16}"
    r"|vor .{2,16}|hace .{2,16}|há .{2,16}|\d+ \w+ (?:fa|önce|назад|پيش|قبل)|منذ .{2,16}"
    r"|\d+ ?(?:小时|分钟|天)前",
    re.IGNORECASE,
)
ASKING = re.compile(  # a heading that asks has no answer in the line above
    folded(
        r"(?:how|why|what|who|where|when|comment|pourquoi|qui|où|quand|combien|wie|warum|was|wer|wo"
        r"|wann|cómo|por qué|qué|quién|dónde|cuándo|cuánto|como|por que|quem|onde|quanto|come"
        r"|perché|chi|dove|nasıl|neden|niçin|kim|nerede|ne zaman|как|почему|зачем|что|кто|где"
        r"|когда|сколько|كيف|لماذا|ماذا|من|أين|متى|كم|چرا|چگونه|چطور|איך|למה|מה|מי|איפה)\s"
    ),
    re.IGNORECASE,
)
COMMENTS = re.compile(
    r"\b(?:comment|kommentar|coment|comment[oi]|yorum|коммент|تعليق)", re.IGNORECASE
)
REPLY = re.compile(  # the buttons below what a reader wrote
    folded(
        r"\W*(?:(?:reply|report|like|share|flag|répondre|signaler|antworten|melden|responder"
        r"|denunciar|rispondi|segnala|yanıtla|şikayet|ответить|пожаловаться|رد|ابلاغ)\b[\W\d]*)+"
    ),
    re.IGNORECASE,
)
CHINESE_SOURCE = re.compile(r"(?:来源|來源|稿源|作者|编辑|編輯)\s*[:：]")  # no place with its colon
PLACE_AND_DASH = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{2,24}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})\s[-–—]\s(?=[\"«“A-ZÀ-Þ])"
)
PLACE_AND_HYPHEN = re.compile(r"(?P<place>[A-Z][a-z]{3,15})- (?=[A-Z][\w-]* [a-z])")  # Kupwara- The
PLACE_AND_COLON = re.compile(  # where letters have no case: ملتان: ...
    r"(?P<place>[\u05d0-\u05ea\u0621-\u06ff\u0900-\u0fff]{2,16})\s?[:：]\s(?=\S)"
)
# Indian agencies' copies below the agency's name: Kelby: A boat ...
PLACE_OF_INDIA = re.compile(
    r"(?P<place>[A-Z][a-z]{2,16}(?: [A-Z][a-z]{2,14})?): (?=(?:The|An?|In|At|On|Two) )"
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
    r"(?:من )?(?P<name>[\u0620-\u06ff]{2,14}(?: [\u0620-\u06ff]{2,14}){1,3})[-–—]{1,2} "
    r"(?=\S)(?![^-–—.]{0,80}[-–—])"
)
SIGNED_WITHIN = re.compile(  # Madrid, 27 ene (EFE).- (Por Ana Ruiz)
    r"\((?:By|Par|Por|Von|Di)\s(?P<name>[^()]{4,60})\)", re.IGNORECASE
)
MOST_TEASED = 22  # words of a sentence that tells of another story
LONGEST_SUMMARY = 45  # words above a dateline
LONGEST_CAPTION = 30  # words above the name of its photographer
LONGEST_HEAD = 3  # words of a line that heads a part of the story
LONGEST_COMMENT = 8  # rows, its author and its buttons included
MOST_LINES = 60  # no heading takes more lines with it


def strike_lines(sheet: Sheet) -> None:
    """Cut the blocks that are furniture wherever they stand; mark those that may be."""
    sheet.answers = answers_in(sheet) | pointed_back_to(sheet)
    sheet.answers |= quoted_on(sheet) | listed_below(sheet)
    sheet.answers |= heads_of_parts(sheet) | brief_in_a_row(sheet)
    wide = GAP in sheet.raw.text
    listed = numbered(sheet)
    for row in sheet.rows:
        if len(row.plain) > sheet.length / 2 and row.sentences > 3:
            continue  # more than half of the document is no furniture
        if row.number in sheet.answers:
            continue
        if wide and is_folio(sheet, row):
            row.cut = PAGE_HEAD
        heads = False  # a heading that takes the lines below goes before one that does not
        for rule in row.rules:
            match = rule.regex.fullmatch(row.plain) if rule.at in WHOLE else None
            if not match:
                continue
            framed = rule.frame and sheet.frame
            told = row.stops and not framed and (told_of(row) or quoted_alone(rule, row))
            if told or not proven(rule, match) or (row.stops and row.number in listed):
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


def is_folio(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line below the headline is a running head: name, date and page, set apart."""
    if row.words > 12 or row.stops or row.number < 3:
        return False
    if not FOLIO.fullmatch(sheet.raw.text[row.block.start : row.block.end]):
        return False  # and not each such line is one: `Boats due    27`
    name = row.plain.strip(" 0123456789")
    dated = any(read.year for read in find_dates(row.text))
    return dated or "www." in name or is_publication(name) or name.lower() in sections()


def strike_following(sheet: Sheet) -> None:
    """Cut what a heading takes with it: the next line, the short lines or all the rest."""
    prose = [r.number for r in sheet.open_rows() if r.prose] or [-1]
    last_prose = prose[-1]
    for row in sheet.rows:
        rule = next((r for r in row.rules if r.id == row.cut), None) if row.cut else None
        if rule is None or not rule.takes or not rule.find(row.plain):
            continue
        for following in taken(sheet, row, rule, last_prose):
            if following.kept:
                continue
            if row.number < prose[0] and not rule.gives and opens_header(sheet, following):
                break
            following.cut = following.cut or rule.id
            if rule.gives:
                offer_value(sheet, rule.gives, following.text, rule, following.text)


def opens_header(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line above the story is its byline, or repeats the story as headlines do."""
    if row.plain.lower() == "by" or read_byline(row.text):
        return True
    return row.words > 4 and echo(row, told_below(sheet, row.number + 1)) >= 0.5


def taken(sheet: Sheet, row: Row, rule: Rule, last_prose: int) -> list[Row]:
    """Return the rows a heading takes with it."""
    if rule.takes == "rest":
        return [] if sheet.taken_rest else take_rest(sheet, row)
    above = sheet.rows[max(sheet.body, row.number - 1) : row.number]
    if rule.takes == "before":
        return [r for r in above if is_person(r.text)]
    if rule.takes == "above":
        longest = LONGEST_CAPTION if rule.rank == "credit" else 0  # a caption is a sentence
        fit = [r for r in above if not r.stops or r.words < longest]
        return [r for r in fit if not (row.block.gap or read_byline(r.text))]
    after = sheet.rows[row.number + 1 : row.number + 1 + MOST_LINES]
    if (
        rule.takes == "lines"
        and COMMENTS.search(row.plain)
        and (said := comments(sheet, row, after))
    ):
        return said
    if rule.takes == "next":
        return [r for r in after[:1] if not r.prose]
    kept: list[Row] = []
    grouped = one_group(sheet, row, after)
    for following in after:
        if following.number in grouped:
            kept.append(following)
            continue
        apart = following.block.gap > (after[0].block.gap if after else 0)
        about = heads_about(following) and not following.stops
        comment = AGE.fullmatch(sheet.rows[following.number - 1].plain)
        announces = following.words > 4 and following.text.endswith((":", "："))
        if about or announces or (sentence_of_story(following) and not comment):
            break
        if apart and following.number < last_prose and not is_headline(following):
            break
        if following.claimed:
            continue
        found = read_dateline(following.text) if following.words > 2 else None
        if found and found.agency:
            break  # it opens the story
        kept.append(following)
    return kept[:-1] if heads_next(sheet, kept) else kept


def heads_next(sheet: Sheet, taken: list[Row]) -> bool:
    """Tell whether the last line that a heading took heads the paragraph right below it.

    `Читайте также`, a headline of another story, `Сколько стоит`, and what it costs.
    """
    if len(taken) < 2 or taken[-1].stops:
        return False
    last, below = taken[-1], sheet.below(taken[-1])
    marked = last.words <= 2 * LONGEST_HEAD and (is_upper(last.text) or last.plain[0] == '"')
    heads = last.words <= LONGEST_HEAD and ASKING.match(last.plain)
    return bool(heads or marked) and below is not None and below.prose and not below.cut


def comments(sheet: Sheet, row: Row, after: list[Row]) -> list[Row]:
    """Return the rows of the comments below their heading: after each stand buttons to reply.

    A count of comments above the story is a link to them: paragraphs stand above the comments.
    """
    if sum(r.prose and not r.cut for r in sheet.rows[: row.number]) < 2:
        return []
    last = -1
    for number, one in enumerate(after):
        if number - last > LONGEST_COMMENT:
            break
        last = number if REPLY.fullmatch(one.plain) else last
    return after[: last + 1]


def one_group(sheet: Sheet, row: Row, after: list[Row]) -> frozenset[int]:
    """Return the rows right below a heading where the story sets its paragraphs apart.

    A group of short lines there is the heading's own, were some of them sentences.
    """
    spaced = sum(r.block.gap > 0 and r.prose for r in sheet.rows[: row.number]) > 1
    group = list(itertools.takewhile(lambda r: r.block.gap == 0, after))
    short = all(r.words <= MOST_TEASED and not in_quotes(r.plain, r.last) for r in group)
    ended = len(group) < len(after) or not sheet.rows[row.number + 1 + len(group) :]
    fits = spaced and row.block.gap > 0 and len(group) > 1 and short and ended
    return frozenset(r.number for r in group if not r.claimed) if fits else frozenset()


def take_rest(sheet: Sheet, row: Row) -> list[Row]:
    """Return all rows below a heading that ends the story, once."""
    sheet.taken_rest = True
    return sheet.rows[row.number + 1 :]


def sentence_of_story(row: Row) -> bool:
    """Tell whether a row below a heading is the story again: prose, or a whole sentence."""
    quoted = row.plain.startswith(('"', "'"))  # a row may be empty: a lone tag, a hidden sign
    if (
        row.words < 20
        and not quoted
        and (READER.search(row.plain) or share_of_publishing(row.plain)[0] > 1)
    ):
        return False
    if row.prose:
        return not (is_question(row) or is_teaser(row))
    return row.words > 3 and row.text.endswith((".", '."', ".”", ".»", "。"))


def is_teaser(row: Row) -> bool:
    """Tell whether a row is another story's beginning: `Feb. 24 (UPI) -- Swans sat down...`."""
    short = row.text.endswith(("...", "…"))
    found = read_dateline(row.text, first=False) if short else None
    return bool(found and found.agency)


def is_headline(row: Row) -> bool:
    """Tell whether a line is set as English headlines are: most words begin with a capital."""
    words = re.findall(r"[^\W\d_]{4,}", row.text)
    return (
        len(words) > 2 and not row.stops and sum(w[0].isupper() for w in words) > 0.8 * len(words)
    )


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
            broken_off = "truncated" in rule.regex.groupindex  # amid a quotation, perhaps
            if match and "truncated" in rule.sets and goes_on(sheet, row):
                continue
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
        if rule.at != "inside" or row.cut:
            continue
        for match in rule.regex.finditer(row.plain, row.first, row.last):
            if in_quotes(row.plain, match.start()) or (rule.rank == "code" and amid(row, match)):
                continue
            take_facts(sheet, row, rule, match)
            if match.start() <= row.first or match.end() >= row.last:
                row.strike_edge(match.start(), match.end(), rule.id)
            else:
                row.strikes.append(strike_between(row, match, rule.id))


def amid(row: Row, match: re.Match[str]) -> bool:
    """Tell whether a sentence runs on around a code: `Take MENAFN..., which looks like noise.`"""
    before = row.plain[row.first : match.start()].rstrip(' "')
    behind = row.plain[match.end() : row.last].lstrip(' "')
    return before[-1:] not in tuple(".!?:)") and (behind[:1] in ",;" or behind[:1].islower())


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
    found = read_dateline(row.text, first)
    if not found and first and LITTLE_WORDS["de"].intersection(row.text.split()[1:12]):
        found = read_german_place(row.text)
    if not found and first:
        found = place_of_title(sheet, row)
    if not found and first and row.text[:1] > "\u2e80":
        found = read_chinese(row.text)
    if not found and row.text[:1] in ("(", "[", "【", "（") and row.text[1:2] > "\u2e80":
        found = read_korean(row.text) or read_day_in_brackets(row.text)
    signed = SIGNED.match(row.text) if first and not found else None
    if signed and (found := read_dateline(row.text[signed.end() :], first)):
        sheet.offer("byline", signed["name"], "lead.byline", signed.group(), "header")
        found = replace(found, start=signed.end(), end=signed.end() + found.end)
    if not found or amid_story(sheet, row, found) or is_date_line(row.text[found.end :]):
        return False  # Jo Lind 26.01.2025 - Updated: 27.01.2025
    below = sheet.below(row)
    points = found.end == len(row.text) and below and below.block.kind == "list-item"
    if points and not (found.agency or found.read):
        return False  # FEN KILNS AG - and points below: no place
    town = TOWN_BEHIND.match(row.text, found.end) if found.place.lower() in nations() else None
    if town:
        found = replace(found, place=nice_case(town["place"]), end=town.end())
    behind = SIGNED_BEHIND.match(row.text, found.end) if found.agency else None
    if behind and is_person(behind["name"]):
        found = replace(found, byline=behind["name"], end=behind.end())
    if is_heading_only(row, found):
        note_dateline(sheet, found, "")
        row.cut = "lead.date"
        return False
    note_dateline(sheet, found, row.text[found.start : found.end].strip())
    row.strike_edge(row.first, row.first + found.end, DATELINE)
    return True


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
    name = found["place"].lower()
    above = [r.text for r in sheet.rows[: row.number]]
    if indian:
        agencies = filter(None, map(agency_of, above))
        told = name not in field_labels() and any(one.name in OF_INDIA for one in agencies)
    else:
        again = found.re is PLACE_AND_DASH and name in row.plain[found.end() :].lower()
        told = again or any(f" {name} " in f" {line.lower()} " for line in above)
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
        sheet.offer("byline", names_in(within["name"]), DATELINE, quote, "dateline")
    if found.read:
        sheet.offer("date", found.read.edtf, DATELINE, quote, "dateline")
