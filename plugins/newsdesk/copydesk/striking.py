"""Rules at work: whole lines, beginnings, ends and stretches inside a block."""

from __future__ import annotations

import itertools
import re
from datetime import date

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import Dateline, nice_case, read_dateline
from newsdesk.copydesk.dateline_local import read_chinese, read_german_place, read_korean
from newsdesk.copydesk.dates import REPUBLIC, find_dates, publication_dates
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.language import LITTLE_WORDS
from newsdesk.copydesk.people import (
    first_name_first,
    is_hangul_name,
    is_person,
    is_publication,
    names_in,
    sections,
    share_of_publishing,
)
from newsdesk.copydesk.rulebook import FIELDS, REACH, Place, Rule
from newsdesk.copydesk.sheet import Row, Sheet, Strike

DATELINE = "dateline"
SIGNATURE = re.compile(
    r"""(?<=[.!?"')\]…。])\s*(?:\((?:(?P<site>(?:https?://|www\.)[^\s()]{4,40})"""
    r"""|(?P<name>[^()]{2,40}))\)\.?|\s-{1,2}\s?(?:[A-Z]{2,5}[-/])?(?P<dashed>[A-Z]{2,8}"
    r"|[A-Za-z]{2,14}(?:\.[a-z]{2,4}){1,3}))$"""
)
READER = re.compile(
    r"\b(?:you|your|please|vous|votre|veuillez|sie bitte|lesen sie|ihnen|ihre e-mail"
    r"|ihr(?:e[nr]?)? (?:e-?mail|postfach)\S*|su correo|usted|вы|ваш\w*)\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"(?:sign|follow|subscribe|share|read|join|click|get|download|register|watch|listen|like|see"
    r"|abonnez|suivez|lisez|partagez|lesen|folgen|teilen|lea|lee|siga|sigue|comparte|leia"
    r"|читайте|подпишитесь|подписывайтесь|we use|we value|manage|accept|by continuing|by clicking"
    r"|allow|reject)\b",
    re.IGNORECASE,
)
THIRD = re.compile(
    r"\b(?:he|she|her|hers|his|him|himself|herself|elle|lui|ella|ele|ela|er|seine[mnr]?|он|она"
    r"|его|её)\b",
    re.IGNORECASE,
)
SAID = re.compile(
    folded(
        r"[,،][\"]? (?:(?:[\w'-]+ ){0,4}(?:said|says|joked|promised|begged|asked|advised|warned"
        r"|warns|shouted|shouts|cried|cries|sang|sings|whispered|urged|urges|insisted|declared)\b"
        r"|(?:dit|disait|plaisante|raconte|conseille|lance|sourit|explique|assure|confie|demandait"
        r"|crie|criait|répétait|écrit|écrivait|lisait-on|lit-on|proclame|proclamait"
        r"|sagte?|riet|meinte?|rief|ruft|scherzte?|schrieb|schreibt|steht|hieß|warnte?"
        r"|dijo|dice|decía|pidió|bromea|cuenta|explica|escribió|grita|gritó|reza|rezaba"
        r"|disse|diz|dizia|brinca|escreveu|gritou|lia-se|lê-se|diceva|scherza|scrisse|racconta"
        r"|recita|recitava|gridava|si legge|si leggeva|napisał|żartuje|zegt|schreef|skrev|sier"
        r"|scria|írta|אמרה?|אומר(?:ת)?|כתבה?|נכתב|צועק(?:ת)?|התבדח)\s"
        r"|(?:- )?(?:сказал|просил|говори[лт]|шутил|шутит|пишет|писал|написал|крич[аи][лт]|значил"
        r"|гласи[лт]|советует|советовал|предупреждал|уверял|отвечал|каже|писав)"
        r"|(?:zei|vertelde|riep|vroeg|sade?|sagde|siger|säger|fortalte|berättade|sanoi|kertoi|reads?"
        r"|begins|asks|dedi|derdi|diyor|yazıyor|yazıyordu|yazar|kata|ujar|tutur|canda|seru|teriak)\b"
        r"|(?:powiedzia|mówi|głosi|radzi|prosi|pyta|řekl|říká|radil|prosil|křičel|píše|napsal|mondta"
        r"|mesélte|kérte|javasolta|spune|a spus|rekao|rekla|kaže|govori|pitao|сказа|казав|казала"
        r"|радил|каза\b|рече|είπε|έλεγε|λέει|ζήτησε|έγραψε|έγραφε)"
        r"|(?:ông|bà|anh|chị) (?:\w+ )?(?:nói|bảo|cười|kể)\b|(?:nói|bảo|cười|kể)\b"
        r"|(?:و|كما |هكذا )?(?:قال|قالت|[يت]قول|كتبت?|[يت]كتب|[يت]صيح|صاحت?|[يت]ردد|[يت]نادي"
        r"|جاء|ورد)\s|(?:.{0,30} )?(?:گفت|مي ?گويد|نوشت|می‌نویسد|كہا|كہتے|لكھا|कहा|कहते|लिखा))"
        r"|，[^，。]{0,12}(?:说|寫|写道|喊|笑道|写着)|と(?:話|言|書|語|述|叫)|라고 (?:말|적|썼|외)"
    ),
    re.IGNORECASE,
)
QUOTED_FIRST = re.compile(
    r"(['\"])[^'\"]{6,60}\1[:,] \w.{8}"
)  # 'We use cookies': banner draws fine
GAP = "    "  # between the parts of a running head
PAGE_HEAD = "print.page-mark"
FOLIO = re.compile(r"\d{1,3} {4,}\S.{2,80}|(?:\S+ ){0,5}\S+ {4,}(?:\S.{0,40} {4,})?\d{1,3}")
AGE = re.compile(  # of a comment: it stands between its author and what was said
    r"(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|il y a .{2,16}"
    r"|vor .{2,16}|hace .{2,16}|há .{2,16}|\d+ \w+ (?:fa|önce|назад|پيش|قبل)|منذ .{2,16}"
    r"|\d+ ?(?:小时|分钟|天)前",
    re.IGNORECASE,
)
MARK = re.compile(r"[@|]|https?:|www\.|\.com\b")  # of an address, of a list
CHINESE_SOURCE = re.compile(r"(?:来源|來源|稿源|作者|编辑|編輯)\s*[:：]")  # no place with its colon
PLACE_AND_DASH = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’-]{2,24}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})\s[-–—]\s(?=[\"«“A-ZÀ-Þ])"
)
PLACE_AND_COLON = re.compile(  # where letters have no case: ملتان: ...
    r"(?P<place>[\u05d0-\u05ea\u0621-\u06ff\u0900-\u0fff]{2,16})\s?[:：]\s(?=\S)"
)
INITIAL = re.compile(r"\b[^\W\d_]\.\s*$")
POINTED = re.compile(
    folded(
        r"(?:those|these|such|ces|diese|jene|esas|esos|estas|estos|essas|esses|questi|queste|quei"
        r"|эти|те|هذه|تلك|bu)\s(?:\w+\s)?(?:names|words|lines|buttons|labels|mots|noms|lignes"
        r"|boutons|wörter|worte|namen|zeilen|palabras|nombres|líneas|botones|palavras|nomes|linhas"
        r"|parole|nomi|righe|слова|имена|строки|названия|кнопки|الكلمات|العبارات|kelime\w*|ad|isim)\b"
    ),
    re.IGNORECASE,
)
MOST_POINTED = 8  # lines that a sentence below them speaks of
NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
LEAST_NUMBERED = 3
LEAST_ANSWERS = 3  # fewer make no interview
MOST_TEASED = 22  # words of a sentence that tells of another story
MOST_LINES = 60  # no heading takes more lines with it


def strike_lines(sheet: Sheet) -> None:
    """Cut the blocks that are furniture wherever they stand; mark those that may be."""
    sheet.answers = answers_in(sheet) | pointed_back_to(sheet)
    wide = GAP in sheet.raw.text
    listed = numbered(sheet)
    for row in sheet.rows:
        if len(row.plain) > sheet.length / 2 and row.sentences > 3:
            continue  # more than half of the document is no furniture
        if row.number in sheet.answers:
            continue
        if wide and is_folio(sheet, row):
            row.cut = PAGE_HEAD
        for rule in row.rules:
            if rule.at not in ("line", "head", "tail"):
                continue
            match = rule.find(row.plain)
            if not match:
                continue
            framed = rule.frame and sheet.frame
            told = row.stops and not framed and (told_of(row) or quoted_alone(rule, row))
            if told or not proven(rule, match) or (row.stops and row.number in listed):
                continue
            if QUOTED_FIRST.match(row.plain) and rule.rank != "credit" and not framed:
                continue
            if rule.weight < 1:
                caption = row.hint is not None and row.hint.rank != "credit" == rule.rank
                row.hint = rule if caption else row.hint or rule
                continue
            row.claimed = row.claimed or rule.id
            if rule.at == "line":
                row.cut = row.cut or rule.id
                take_facts(sheet, row, rule, match)


def quoted_alone(rule: Rule, row: Row) -> bool:
    """Tell whether all that a rule needs stands in quotation marks within a sentence.

    `The paper ran a column by mistake with the words "Distributed by X".`
    """
    if '"' not in row.plain[1:-1]:
        return False
    low = row.plain.lower()
    words = [word for word in rule.needs if word in low]
    return bool(words) and all(in_quotes(row.plain, low.find(word)) for word in words)


def numbered(sheet: Sheet) -> frozenset[int]:
    """Return the rows of a list of the story: three or more sentences, numbered one by one."""
    found: list[int] = []
    run: list[int] = []
    for row in [*sheet.rows, None]:
        mark = NUMBER.match(row.plain) if row and row.stops else None
        if row and mark and int(mark[1]) == len(run) + 1:
            run.append(row.number)
            continue
        found += run if len(run) >= LEAST_NUMBERED else []
        run = []
    return frozenset(found)


def is_folio(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line below the headline is a running head: name, date and page, set apart."""
    if row.words > 12 or row.stops or row.number < 3:
        return False
    if not FOLIO.fullmatch(sheet.raw.text[row.block.start : row.block.end]):
        return False  # and not each such line is one: `Boats due    27`
    name = row.plain.strip(" 0123456789")
    dated = any(read.year for read in find_dates(row.text))
    return dated or "www." in name or is_publication(name) or name.lower() in sections()


def proven(rule: Rule, match: re.Match[str]) -> bool:
    """Tell whether what a rule takes for a date is one: `Published in 1921, it still sells.`"""
    stamp = match["date"] if "date" in rule.regex.groupindex else None
    return not stamp or bool(find_dates(stamp))


def told_of(row: Row) -> bool:
    """Tell whether a sentence speaks of furniture, or only begins as furniture does.

    `"Distributed by X" says this, "All rights reserved" that.`, `Sign up to her list and wait.`:
    a page speaks of itself and to its reader, not of him or her.
    """
    if row.plain.count('"') > 3:
        return True
    if is_said(row):
        return True
    call = CALL.match(row.plain) if row.words < 60 else None
    return bool(call and THIRD.search(row.plain) and not MARK.search(row.plain))


def is_said(row: Row) -> bool:
    """Tell whether somebody says what a row says: `All rights reserved, the label says`."""
    return row.words < 60 and bool(SAID.search(row.plain)) and not MARK.search(row.plain)


def pointed_back_to(sheet: Sheet) -> frozenset[int]:
    """Return the short rows that the sentence below them speaks of: `Those three names ...`."""
    rows: set[int] = set()
    for row in sheet.rows:
        if row.prose and POINTED.match(row.plain):
            above = reversed(sheet.rows[max(0, row.number - MOST_POINTED) : row.number])
            short = itertools.takewhile(lambda r: not r.prose and r.words < 8, above)
            rows.update(r.number for r in short)
    return frozenset(rows)


def answers_in(sheet: Sheet) -> frozenset[int]:
    """Return the rows that answer the questions of an interview: sentences, each below a question.

    An answer may say `Subscribe first, then judge us.`, as a page does below one question or two.
    """
    pairs = zip(sheet.rows, sheet.rows[1:], strict=False)
    answers = frozenset(
        b.number for a, b in pairs if is_question(a) and b.stops and b.text[-1] != "?"
    )
    return answers if len(answers) >= LEAST_ANSWERS else frozenset()


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
            if row.number < prose[0] and not rule.gives and headline_like(sheet, following):
                break
            following.cut = following.cut or rule.id
            if rule.gives:
                offer_value(sheet, rule.gives, following.text, rule, following.text)


def headline_like(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line above the story repeats its words as a headline does."""
    return row.words > 4 and echo(row, told_below(sheet, row.number + 1)) >= 0.5


def taken(sheet: Sheet, row: Row, rule: Rule, last_prose: int) -> list[Row]:
    """Return the rows a heading takes with it."""
    if rule.takes == "rest":
        return [] if sheet.taken_rest else take_rest(sheet, row)
    if rule.takes == "before":
        above = sheet.rows[max(sheet.body, row.number - 1) : row.number]
        return [r for r in above if is_person(r.text)]
    after = sheet.rows[row.number + 1 : row.number + 1 + MOST_LINES]
    if rule.takes == "next":
        return [r for r in after[:1] if not r.prose]
    kept: list[Row] = []
    grouped = one_group(sheet, row, after)
    for following in after:
        if following.number in grouped:
            kept.append(following)
            continue
        apart = following.block.gap > (after[0].block.gap if after else 0)
        about = following.plain.startswith("About ") and not following.stops
        comment = AGE.fullmatch(sheet.rows[following.number - 1].plain)
        if about or (sentence_of_story(following) and not comment):
            break
        if apart and following.number < last_prose and not is_headline(following):
            break
        if following.claimed:
            continue
        kept.append(following)
    return kept


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
    """Tell whether a row below a heading is the story again: prose, or a sentence with its"
    " stop."""
    if row.words < 20 and (READER.search(row.plain) or share_of_publishing(row.plain)[0] > 1):
        return False
    if row.prose:
        return not is_question(row)
    return row.words > 3 and row.text.endswith((".", '."', ".”", ".»", "。"))


def is_headline(row: Row) -> bool:
    """Tell whether a line is set as English headlines are: most words begin with a capital."""
    words = re.findall(r"[^\W\d_]{4,}", row.text)
    return (
        len(words) > 2 and not row.stops and sum(w[0].isupper() for w in words) > 0.8 * len(words)
    )


def is_question(row: Row) -> bool:
    """Tell whether a row is a headline put as a question."""
    return row.text.endswith("?") and row.sentences <= 1 and row.words <= 16


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
    for _ in range(4):
        if not row.cut and strike_signature(sheet, row):
            continue
        for rule in row.rules:
            if rule.at != "end" or row.cut:
                continue
            near = max(row.first, row.last - min(REACH, rule.longest))
            match = rule.regex.search(row.plain, near, row.last)
            broken_off = "truncated" in rule.regex.groupindex  # amid a quotation, perhaps
            if match and (broken_off or not in_quotes(row.plain, match.start())):
                take_facts(sheet, row, rule, match)
                row.strike_edge(match.start(), row.last, rule.id)
                break
        else:
            return


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
            if in_quotes(row.plain, match.start()):
                continue
            take_facts(sheet, row, rule, match)
            if match.start() <= row.first or match.end() >= row.last:
                row.strike_edge(match.start(), match.end(), rule.id)
            else:
                row.strikes.append(strike_between(row, match, rule.id))


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


def in_quotes(plain: str, place: int) -> bool:
    """Tell whether a place of a block lies between quotation marks."""
    return plain.count('"', 0, place) % 2 == 1


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
        found = read_korean(row.text)
    if not found:
        return False
    if is_heading_only(row, found):
        note_dateline(sheet, found, "")
        row.cut = "lead.date"
        return False
    note_dateline(sheet, found, row.text[: found.end].strip())
    row.strike_edge(row.first, row.first + found.end, DATELINE)
    return True


def is_heading_only(row: Row, found: Dateline) -> bool:
    """Tell whether a word or two without a stop follow a dateline: it is a page's line of the date.

    `Fen Post, 14 January 2025, 10:02 WIB`.
    """
    rest = row.text[found.end :]
    return bool(rest) and rest.isascii() and rest.count(" ") < 2 and not row.stops


def place_of_title(sheet: Sheet, row: Row) -> Dateline | None:
    """Return the place before a dash that a line above names too: `Kerbihan - Chaque foyer`."""
    found = PLACE_AND_DASH.match(row.text) or PLACE_AND_COLON.match(row.text)
    if not found or is_person(found["place"]) or agency_of(found["place"]):
        return None
    name = found["place"].lower()
    above = any(f" {name} " in f" {r.text.lower()} " for r in sheet.rows[: row.number])
    return Dateline(0, found.end(), found["place"]) if above else None


def note_dateline(sheet: Sheet, found: Dateline, quote: str) -> None:
    """Offer what a dateline says as values of fields."""
    sheet.dateline = sheet.dateline or quote
    sheet.offer("place", found.place, DATELINE, quote, "dateline")
    if found.agency:
        sheet.offer("source", credit(found.agency), DATELINE, quote, "dateline")
    if is_person(found.byline) or is_hangul_name(found.byline):
        sheet.offer("byline", found.byline, DATELINE, quote, "dateline")
    if found.read:
        sheet.offer("date", found.read.edtf, DATELINE, quote, "dateline")


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
        for read in publication_dates(value, find_dates(value))[:1]:
            sheet.offer(
                "date",
                read.edtf + ("T" + read.time if read.time else ""),
                rule.id,
                quote,
                rule.rank,
            )
    elif name == "byline":
        people = value if is_hangul_name(value) else names_stated(value)
        sheet.offer("byline", people, rule.id, quote, rule.rank)
    elif name == "wire_id":
        sheet.offer(name, folded(value), rule.id, quote, rule.rank)
    elif name == "source" and rule.rank == "credit":
        if is_publication(value) and not agency_of(value):
            sheet.offer("source", value, rule.id, quote, rule.rank)
    elif name == "source":
        sheet.offer("source", credit(value), rule.id, quote, rule.rank)
    elif name == "place":
        sheet.offer("place", nice_case(value), rule.id, quote, rule.rank)
    else:
        sheet.offer(name, value, rule.id, quote, rule.rank)


def names_stated(value: str) -> str:
    """Return the people of a byline field: `Ruiz, Ana; Lind, Jo.`, `ANA RUIZ, Associated"
    " Press`."""
    people = []
    for part in value.split(";"):
        part = part.strip() if INITIAL.search(part) else part.strip(" .")
        name, _, paper = part.partition(", ")
        employer = " " in name and bool(agency_of(paper) or is_publication(paper))
        people.append(names_in(name if employer else first_name_first(part)))
    return ", ".join(filter(None, people))


def offer_figures(sheet: Sheet, groups: dict[str, str], rule: Rule, quote: str) -> None:
    """Offer a date given in figures by a code whose order is known."""
    year = int(groups["year"])
    try:
        year += 2000 if year < 100 else REPUBLIC if year < 200 else 0
        day = date(year, int(groups["month"]), int(groups["day"]))
    except ValueError:
        return
    sheet.offer("date", day.isoformat(), rule.id, quote, rule.rank)
