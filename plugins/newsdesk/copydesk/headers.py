"""Header lines: the dates, names, places and papers that share a line above the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from babel import Locale

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded, weekday_names
from newsdesk.copydesk.credits import QUOTED
from newsdesk.copydesk.dateline import has_case, is_place, is_upper, known_places, nice_case, towns
from newsdesk.copydesk.dates import (
    LETTERS,
    ReadDate,
    date_words,
    find_dates,
    is_date_line,
    stamp_of,
)
from newsdesk.copydesk.facts import names_stated, paper_and_day
from newsdesk.copydesk.people import (
    is_capital,
    is_paper_name,
    is_person,
    is_publication,
    name_with_role,
    names_in,
    read_byline,
    sections,
    words_of,
)
from newsdesk.copydesk.sentences import is_told
from newsdesk.copydesk.sheet import Row, Sheet

ROLE_OF = re.compile(
    r"(?P<role>\w+)(?: \w+)? (?:da|do|de|of|for|du|at|di|der|bei|at the|for the) (?P<paper>.+)"
)
PIECES = re.compile(
    r"\s*[|•·‧]\s*|\s+(?=(?:来源|作者|编辑|记者|责任编辑|Source|Author|Editor|By)\s*[:：])"
    r"|\s+[-/]\s+|\s+[–—]\s+(?=[^\W\d_])|\t+|\s*;\s*"
)
SOURCE_LABEL = re.compile(
    r"(?:source|quelle|fuente|fonte|kaynak|bron|kilde|källa|lähde|forrás|zdroj|źródło|sursa"
    r"|sursă|izvor"
    r"|vir|font|allikas|šaltinis|avots|burimi|источник|джерело|източник|извор|πηγή|المصدر|منبع"
    r"|来源|來源"
    r"|出典|提供|출처|nguồn|sumber|ที่มา|स्रोत|מקור)\s*[:：]\s*",
    re.IGNORECASE,
)
BETWEEN_PIECES = re.compile(  # and `Jo LIND. Published on 3 May`
    r"\s*[,|•·‧;\t]\s*|\s+[-–—/]\s+|\.\s+(?=(?:[Pp]ubli|[Uu]pdated|[Pp]osted|[Vv]eröff|[Gg]epubl"
    r"|[Mm]is (?:à jour|en ligne)|[Pp]ubbl|[Oo]publik|[Оо]публик)\w*\s)"
)
HANDLED = re.compile(r"(?:posted|edited|curated|published|uploaded|updated) by:? (?=\S)", re.I)
LABELS = {
    label: name
    for name, labels in {
        "source": "source|publisher|publication|newspaper|paper|quelle|fuente|fonte|kaynak|bron"
        "|kilde"
        "|källa|lähde|forrás|zdroj|źródło|sursă|izvor|джерело|източник|πηγή|출처|出典|nguồn"
        "|sumber|источник"
        "|المصدر|nom de la source",
        "title": "title",
        "wire_id": "accession number",
        "byline": "author|authors|writer|reporter|autor|auteur|yazar|автор|الكاتب|forfatter"
        "|szerző|penulis",
        "date": "date|posted|posted on|published|published on|publication date|date de publication"
        "|datum|fecha|tarih|дата|التاريخ|release date",
        "": "format|origin|originally published|type|content type|section|category|language|theme"
        "|country|location|primary country|attachments|updated|last updated|modified|disaster"
        "|document type|subject terms|geographic terms|full text word count|database|issn"
        "|type de source|périodicité|couverture géographique|provenance",
    }.items()
    for label in labels.split("|")
}
SLASHED_LABEL = re.compile(r"\w{1,12} / (?=\S)")  # 文 / 林慧敏
GUEST = re.compile(r"[Ss]pecial (?:to|for) (?:[Tt]he )?(?P<paper>.{3,40})")
SPECIAL = re.compile(rf"(?:By )?(?P<name>[^,|()]{{4,40}}?),? {GUEST.pattern}")
CODE = re.compile(r"[A-Z]{2,6}[_-]?\d{3,12}(?:[_-][A-Z\d]{2,12})?")
NUMBERED = re.compile(r"([A-Z]{2,8})[ -]?\d{1,4}")
HOUR_FIRST = re.compile(r"^\s*(?:[^\W\d_]{3,12},? )?\d{1,2}:\d\d\s+(?=[^\W\d_]{3})")
EDITION = re.compile(r"^Edition \d|, p\. ?\d|\w[Aa]usgabe\b")
TIMES = re.compile(r"[\s\d:.,|-]{1,20}")
BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]{2,30})[)）\]】]")
QUOTED_NAME = re.compile(QUOTED)
STATE = re.compile(r"\s*stand\s*:", re.IGNORECASE)  # of a German page: its date or its update
WORDS = "lead.words"  # two or three that nobody knows
AND = re.compile(r" (?:&|and|et|und|y|e|и) ")
LONGEST_VALUE = 30  # words below a label of their own
LONGEST_HEADER = 40  # words
LEAST_CRIED = 5  # words in capitals that no line of author and date has
LONGEST_LOOSE = 9  # words beside the dates of a header line that is not known in all its parts
SIGNS = re.compile(r"\s[|•·/–—-]\s|\|")
WIDE = "   "  # between the parts of a running head
CENTRED = 8  # columns: databases centre source and date
SEAT = re.compile(r"(?P<name>[^()]{3,60}?)\s*\((?P<seat>[^()]{3,30})\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a header line: its kind (a rule's id, '' where unknown) and what it says.

    `loose` kinds are believed only beside a piece that is sure.
    """

    kind: str
    says: tuple[tuple[str, str, str], ...] = ()
    loose: bool = False


def leads_to_headline(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is a path whose last part is cut from a line below: `Home | Lamp lit`."""
    last = row.text.rpartition(" | ")[2]
    below = sheet.rows[row.number + 1 : row.number + 5]
    return " " in last and last != row.text and any(r.text.startswith(last) for r in below)


def header_line(sheet: Sheet, row: Row) -> str:
    """Return the rule by which a line is a date, a byline or a source; '' if it is none.

    A line counts if each of its parts does, split at strong signs first, then at commas too:
    `10:15, 15 April 2025, Bishkek - 24.kg, Aizada Turdubekova`.
    """
    plain = row.plain[row.first : row.last]
    if not plain or len(plain) > 200 or is_told(row) or plain[-1] == "。":
        return ""
    if is_section(plain):
        return "lead.section"
    text = row.text
    if leads_to_headline(sheet, row):
        return "lead.above"
    dates = find_dates(text)
    edition = sheet.frame and dates and dates[0].start == 0 and row.words <= 10
    pieces = best_pieces(sheet, row, dates, whole=bool(edition))
    yearless = dates and not any(read.year for read in dates)
    cried = is_upper(plain) and row.words > LEAST_CRIED  # RESERVES AT FED FELL ON MARCH 27
    if yearless and (cried or any(p.kind == WORDS for p in pieces)) and heads_all(sheet, row):
        return ""  # Rates of exchange on 11 February
    if pieces:
        pieces = paper_after_byline(pieces)
        for piece in pieces:
            for name, value, rank in piece.says:
                if name == "byline" and plain[0] == "©":
                    continue  # who took the picture
                if name == "place" and EDITION.search(plain):
                    continue  # Edition 1; Highlands / Gironde, jeudi 16 janvier 2025, p. 14
                sheet.offer(name, value, piece.kind, text, rank)
        return next(p.kind for p in pieces if not p.loose)
    if edition and not row.stops:
        for name, value, rank in dates_said(text):  # March 3, 2016, Final Edition
            sheet.offer(name, value, "lead.date", text, rank)
        return "lead.date"
    return ""


def heads_all(sheet: Sheet, row: Row) -> bool:
    """Tell whether nothing that is left stands above a line, and no format states the headline."""
    return not sheet.raw.fields.get("title") and next(sheet.open_rows(), row) is row


def ways_to_part(
    sheet: Sheet, row: Row, dates: tuple[ReadDate, ...], whole: bool
) -> Iterator[list[str]]:
    """Yield the parts of a header line, one way to part it after the other."""
    text = row.text
    printed = sheet.raw.text[row.block.start : row.block.end] if dates else ""
    if WIDE in printed:
        yield re.split(" {3,}", printed)
    if SLASHED_LABEL.match(text):
        yield [text.replace("/", ":", 1)]
    yield [p for p in PIECES.split(text) if p.strip()]
    if not dates:
        return
    if row.words <= 18 and not whole:
        yield around_dates(text, dates)


def pieces_of(parts: list[str], row: Row, sheet: Sheet, alone: bool) -> list[Piece]:
    """Return what the parts of a header line are: all are known and one is sure, else none."""
    pieces: list[Piece] = []
    for part in parts if len(parts) < 9 else ():
        piece = read_piece(part, row, sheet, alone)
        if not piece.kind:
            return []
        pieces.append(piece)
    return pieces if any(not p.loose for p in pieces) else []


def is_loose(row: Row) -> bool:
    """Tell whether a line is a whole date among a few words that nobody knows."""
    dates = find_dates(row.text) if row.words <= LONGEST_HEADER else ()
    if not any(read.year for read in dates) or row.sentences > 3 or row.text[-1:] in "。！？":
        return False
    rest = " ".join(around_dates(row.text, tuple(read for read in dates if read.year)))
    words = [w for w in LETTERS.findall(folded(rest).lower()) if w not in date_words()]
    edge = min(read.start for read in dates) < 3 or max(read.end for read in dates) + 12 > len(
        row.text
    )
    return len(words) <= (LONGEST_LOOSE if edge or SIGNS.search(row.text) else 4)


def loose_line(sheet: Sheet, row: Row, above: bool) -> str:
    """Return the rule for a line that holds a whole date among a few words nobody knows.

    `Par Paul Roux - 9 juil. 2022 | Temps de lecture : 2 min`, `Otago Times 30 Aug 2022 Ana Ruiz`:
    what is a name by its form is read, the rest says nothing. `above` tells that the line stands
    above the headline, where papers print their name.
    """
    if not is_loose(row):
        return ""
    dates = find_dates(row.text)
    for name, value, rank in dates_said(row.text):
        sheet.offer(name, value, "lead.date", row.text, rank)
    pieces = [p for part in around_dates(row.text, dates) for p in PIECES.split(part)]
    for number, piece in enumerate(pieces):
        loose_name(sheet, row, piece.strip(' ,.:|()-–—/*«»"“”„'), first=number == 0, above=above)
    return "lead.date"


def loose_name(sheet: Sheet, row: Row, piece: str, first: bool, above: bool) -> None:
    """Offer the byline or the paper that a part of a line beside a date names."""
    byline = read_byline(piece)
    if byline and (byline.people or byline.paper):
        sheet.offer("byline", byline.people, "lead.byline", row.text, "header")
        sheet.offer("source", byline.paper, "lead.source", row.text, "text")
    elif agency_of(piece) or is_publication(piece) or (first and is_paper_name(piece)):
        sheet.offer("source", credit(piece), "lead.source", row.text, "text")
    elif is_person(piece) and not above and folded(piece).lower() not in known_places():
        sheet.offer("byline", names_in(piece), "lead.byline", row.text, "text")


def labelled_lines(sheet: Sheet, rows: list[Row]) -> None:
    """Cut labels that stand on a line of their own, and read the line below: Source / OCHA."""
    for label, value in pairwise(rows):
        name = LABELS.get(label.plain.lower().strip(" :"))
        longest = LONGEST_VALUE if name in ("", "title") else 12
        if name is None or label.cut or value.cut or value.words > longest or value.stops:
            continue
        if value.plain.lower().strip(" :") in LABELS:
            continue
        says = dates_said(value.text) if name == "date" else ((name, value.text, "header"),)
        paper, day = paper_and_day(value.text) if name == "source" else ("", "")
        if day:
            says = (("source", paper, "header"), ("date", day, "header"))
        if name == "byline":
            says = (("byline", names_stated(value.text), "header"),)
        if name and not any(said for _, said, _ in says):
            continue
        label.cut = value.cut = "lead.label"
        for field, said, rank in says if name else ():
            sheet.offer(field, said, "lead.label", value.text, rank)


def paper_after_byline(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a bare name behind a byline read as its paper, not as a place."""
    if pieces[0].kind != "lead.byline" or pieces[0].loose or pieces[1:2] == []:
        return pieces
    second = pieces[1]
    if second.kind != "lead.place":
        return pieces
    paper = Piece("lead.source", (("source", second.says[0][1], "text"),), loose=True)
    return [pieces[0], paper, *pieces[2:]]


def is_section(plain: str) -> bool:
    """Tell whether a line names sections of a paper, one or several with commas between."""
    names = [name.strip(" .:") for name in plain.lower().split(",")]
    if len(names) == 1:
        if all(part.strip() in sections() for part in AND.split(names[0])):
            return True  # Business & Finance
        region = names[0].removesuffix(" news")
        of_place = region != names[0] and (region in countries() or region in known_places())
        return names[0] in sections() or of_place  # Kolkata News
    known = sum(name in sections() for name in names)
    return len(names) > 2 and known > 0 and all(0 < len(name.split()) < 6 for name in names)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the English names of all countries, as CLDR has them, in lower case."""
    return frozenset(folded(name).lower() for name in Locale("en").territories.values())


def around_dates(text: str, dates: tuple[ReadDate, ...]) -> list[str]:
    """Return the parts of a line: its dates, and what commas and dashes part between them."""
    pieces: list[str] = []
    at = 0
    for read in dates:
        pieces += [*BETWEEN_PIECES.split(text[at : read.start]), text[read.start : read.end]]
        at = max(at, read.end)
    pieces += BETWEEN_PIECES.split(text[at:])
    pieces = [without_weekday(p) for p in pieces]
    return [p for p in pieces if p.strip(" ,.:|()-–—/*")]


def without_weekday(piece: str) -> str:
    """Return a part of a line without the day of the week and the hour that its date has."""
    piece = HOUR_FIRST.sub("", piece)
    before, _, last = piece.strip().rpartition(" ")
    return before if before and folded(last).lower().strip(".,") in weekday_names() else piece


def best_pieces(sheet: Sheet, row: Row, dates: tuple[ReadDate, ...], whole: bool) -> list[Piece]:
    """Return what the parts of a header line are, by the first way to part it that gives its date.

    Where no way gives the date the line holds, it is the first way of which all parts are known.
    """
    dated = any(read.year for read in dates)
    first: list[Piece] = []
    for parts in ways_to_part(sheet, row, dates, whole):
        pieces = pieces_of(parts, row, sheet, alone=len(parts) == 1)
        if pieces and (not dated or says_date(pieces)):
            return pieces
        first = first or pieces
    return first


WORDS_AMID = re.compile(r"[a-z]+ [a-z]+ [a-z]")  # Source: a spring behind the mill


def says_date(pieces: list[Piece]) -> bool:
    """Tell whether parts give the date that stands in the line."""
    return any(name == "date" for piece in pieces for name, _, _ in piece.says)


def read_piece(piece: str, row: Row, sheet: Sheet, alone: bool) -> Piece:
    """Return what a part of a line above the story is."""
    dates = find_dates(piece)
    says = dates_said(piece)
    if is_date_line(piece) or (says and not dates):  # March 2024
        return Piece("lead.date", says)
    words = LETTERS.findall(folded(piece).lower())
    if all(w in date_words() for w in words):
        return Piece("lead.label" if words or TIMES.fullmatch(piece) else "")
    labelled = SOURCE_LABEL.match(piece)
    if labelled and len(piece.split()) < 12 and not WORDS_AMID.match(piece, labelled.end()):
        named = piece[labelled.end() : dates[0].start] if dates else piece[labelled.end() :]
        if named[:1] > "\u2e80":
            named = named.split()[0]  # a button behind it: 来源：中国新闻网 参与互动
        words = [w for w in named.split() if folded(w).lower().strip(" .,") not in weekday_names()]
        paper = ("source", credit(" ".join(words)), "header")
        return Piece("lead.source", (paper, *dates_said(piece)))
    handled = HANDLED.match(piece)
    if handled:
        house = piece[handled.end() :]
        says = (("source", credit(house), "text"),) if agency_of(house) else ()
        return Piece("lead.label", says)
    return byline_piece(piece, alone) or source_piece(sheet, piece, row, alone) or bare_piece(piece)


def byline_piece(piece: str, alone: bool) -> Piece | None:
    """Return the byline that a part of a line is, None if it is none."""
    byline = read_byline(piece.lstrip())
    if byline and byline.people:
        says = [("byline", byline.people, "header"), *dates_said(piece)]
        behind = piece.rpartition(", ")[2].strip(" .")
        if byline.paper:
            says.append(("source", credit(byline.paper), "text"))
        elif behind != piece and folded(behind).lower() in towns():
            says.append(("place", behind, "text"))  # by Jo Lind, Ibadan
        return Piece("lead.byline", tuple(says))
    if byline:
        agency, comma, town = byline.desk.rpartition(", ")
        if comma and agency_of(agency) and town and town[0].isupper():
            both = ("source", credit(agency), "text"), ("place", town, "text")
            return Piece("lead.byline", both)  # By Fen Agency, Kelby
        body = byline.desk.removeprefix("the ")  # By the Global Pest Observatory
        named = body != byline.desk and len(body.split()) > 1 and is_capital(body.split())
        named = named or is_publication(byline.desk) or bool(agency_of(byline.desk))
        return Piece("lead.byline", (("source", credit(body), "text"),) if named else ())
    code = NUMBERED.fullmatch(piece.strip())
    if code and agency_of(code[1]):  # BSS-18
        return Piece("lead.code", (("wire_id", piece.strip(), "code"),))
    name, slash, agency = piece.strip().rpartition("/")
    if slash and is_person(name) and agency_of(agency):  # Elin Berg/TT
        return Piece("lead.byline", (("byline", name, "header"), ("source", agency, "text")))
    special = SPECIAL.fullmatch(piece.strip())
    if special and is_person(special["name"]):  # Jo Lind, Special to the Argus
        says = [("byline", special["name"], "header")]
        return Piece("lead.byline", (*says, ("source", credit(special["paper"]), "text")))
    person = name_with_role(piece)
    if not person:
        return None
    paper = piece.partition(",")[2].strip()
    says = [("byline", person, "header")]
    if is_publication(paper) or is_paper_name(paper):
        says.append(("source", credit(paper), "header"))
    return Piece("lead.byline", tuple(says))


def bare_piece(piece: str) -> Piece:
    """Return what a bare name is beside a date: a place, a person, a section, or unknown."""
    text = piece.strip(" ,.:|()-–—/*>»")
    quoted = QUOTED_NAME.fullmatch(piece.strip(" ,"))
    if quoted:  # Анна Линд, «Вечерний Фен», 12 октября 2019 года
        return Piece("lead.source", (("source", quoted[1], "text"),), loose=True)
    seat = SEAT.fullmatch(text)
    if seat and folded(seat["name"]).lower() in towns():
        return Piece("lead.place", (("place", seat["name"], "text"),), loose=True)
    if text[:1] > "\u2e80" and ":" in folded(text):
        return Piece("lead.label", loose=True)  # 编辑：李四, beside date and reporter
    count = len(text.split())
    names = folded(text).lower().split(", ")
    if len(names) > 1 and any(name == "all" or name in sections() for name in names):
        return Piece("lead.label", loose=True)  # All, Japan
    if CODE.fullmatch(text):
        return Piece("lead.code", (("wire_id", text, "code"),), loose=True)
    people = "" if folded(text).lower() in known_places() else names_in(text)
    if people and count <= 8:
        return Piece("lead.byline", (("byline", people, "text"),), loose=True)
    words = set(folded(text).lower().split())
    if words and words <= words_of("role") | words_of("desk"):
        return Piece("lead.label", loose=True)
    if is_paper_name(text) and folded(text).lower() not in known_places():
        return Piece("lead.source", (("source", credit(text), "text"),), loose=True)
    sure = " and " not in text or folded(text).lower() in known_places()
    if count <= 3 and len(text) > 2 and sure and is_place(text) and not is_section(folded(text)):
        return Piece("lead.place", (("place", nice_case(text), "text"),), loose=True)
    return Piece(("lead.label" if count < 2 else WORDS) if count <= 3 else "", loose=True)


def source_piece(sheet: Sheet, piece: str, row: Row, alone: bool) -> Piece | None:
    """Return the publication that a part of a line names, perhaps with its seat; None if none."""
    seat = SEAT.fullmatch(piece.strip())
    name = seat["name"] if seat else piece
    first_line = row.number == next((r.number for r in sheet.rows if not r.cut), 0)
    agency, place = agency_and_place(name)
    inner = BRACKETED.fullmatch(name.strip())
    agency = inner[1] if inner and agency_of(inner[1]) else agency  # (共同通信)
    house, slash, town = name.partition("/")
    if slash and agency_of(house) and is_place(town):
        agency = house  # ایسنا/یزد
    if find_dates(name):
        return None
    guest = GUEST.fullmatch(name.strip())
    if guest:
        return Piece("lead.source", (("source", credit(guest["paper"]), "text"),), loose=True)
    post = ROLE_OF.fullmatch(name.strip())
    if post and folded(post["role"]).lower() in words_of("role"):
        named = agency_of(post["paper"]) or is_publication(post["paper"])
        if named:  # Repórter da Agência Brasil
            return Piece("lead.source", (("source", credit(post["paper"]), "text"),))
    role, _, paper = name.strip().partition(" ")  # Корреспондент ТАСС, نمائندہ ایکسپریس
    posted = not piece.isascii() and folded(role).lower() in words_of("role") | words_of("desk")
    held, comma, employer = name.partition(", ")
    if comma and words_of("role").issuperset(folded(held).lower().split()):
        posted, paper = True, employer  # Staff Writer, The Fen Ledger
    if posted and (agency_of(paper) or is_publication(paper)):
        return Piece("lead.source", (("source", credit(paper), "text"),))
    if agency:
        says = (("source", credit(agency), "header"), ("place", place, "text"))
        return Piece("lead.source", says)
    if not is_publication(name) or (alone and first_line and not seat and not agency_of(name)):
        return None
    if is_section(folded(name)):
        return None  # India News | Press Trust of India | Jan 22, 2025
    first, comma, town = name.partition(", ")
    if comma and is_publication(first) and is_place(town) and not is_publication(town):
        name = first  # BBC News, Kelby
    posts = words_of("role").issuperset(folded(name).lower().split()[-2:])
    if posts and is_publication(name.rsplit(maxsplit=2)[0]):
        name = piece = name.rsplit(maxsplit=2)[0]  # Kelby Echo Staff Writer
    exported = row.block.indent >= CENTRED or (sheet.frame and alone)
    printed = piece if seat and exported else name
    return Piece("lead.source", (("source", credit(printed), "header" if alone else "text"),))


def agency_and_place(text: str) -> tuple[str, str]:
    """Return `Press Trust of India` and `Ahmedabad` where a line runs them together, else ''."""
    words = text.strip(" ,.").split()
    for count in range(len(words) - 1, 0, -1):
        name, rest = " ".join(words[:count]), " ".join(words[count:]).strip(" ,|->»")
        printed = len(name) > 5 or name.isupper() or not has_case(name)
        if not printed or not agency_of(name):
            continue
        whole = is_upper(text) and count == 1 and rest.lower() not in known_places()
        if whole and len(name) < 5:
            continue  # ANA RUIZ is no agency in Ruiz
        if words_of("desk") | words_of("role") >= set(folded(rest).lower().split()):
            return name, ""  # dpa Redaktion
        if is_place(rest) and not agency_of(rest) and not is_publication(rest):
            return name, rest
    return "", ""


def dates_said(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return the publication date of a header line as what it says."""
    stamp = stamp_of(text)
    return (("date", stamp, "text" if STATE.match(text) else "header"),) if stamp else ()
