"""The headline: which of the lines above the story it is, by what the story itself says."""

from __future__ import annotations

import re
from functools import lru_cache

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import is_upper
from newsdesk.copydesk.dates import find_dates
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.headers import CENTRED, SEAT, is_section
from newsdesk.copydesk.people import is_paper_name, is_publication, sections
from newsdesk.copydesk.sheet import Row, Sheet
from newsdesk.copydesk.striking import strike_starts

TITLE_TAIL = re.compile(r"(?P<title>.{12,}?)\s+[-|–—]\s+(?P<site>[^-|–—]{3,40})")
MENU = re.compile(r"\s[|›»>→·•/]\s|[|›>→]")
PATH = re.compile(  # Fen Post > Harbour, Home / Towns / Fen
    r"[^>›»→]{2,24}(?: [>›»→] [^>›»→]{2,24}){1,4}|[^/]{2,24}(?: / [^/]{2,24}){2,4}"
)
ELLIPSES = ("...", "…")
SAID_BRIEFLY = 12  # letters of a stated headline with which the one on the page begins
WIDE = re.compile(r"\S(?: {2,}|\t+| ?\u00a0 ?)(?=\S)")
GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]")
LABEL = re.compile(r"[^\W\d_][^:]{1,24}:\s")
BEFORE_TITLE = re.compile(
    r"[=*_~#-]{5,}\s*|(?:subject|objet|betreff|asunto|oggetto|assunto|тема|konu)\s?:\s+(?=\S)"
    r"|(?:(?:press|news|media) (?:release|statement)|communiqué(?: de presse)?|pressemitteilung"
    r"|medienmitteilung|(?:nota|comunicado) de (?:prensa|imprensa)|comunicato stampa|persbericht"
    r"|pressmeddelande|pressemeddelelse|pressemelding|tiedote|basın bülteni|пресс-релиз"
    r"|for immediate release)\s?[:|-]\s+(?=\S)",
    re.IGNORECASE,
)
SITE_BEHIND = re.compile(
    r" (?:www|\w{4,})\.[\w-]{4,}\.(?:com|net|org|\w\w)$"
)  # Spanish.xinhuanet.com
SIGNS = re.compile(r"[\W_]+")
ASCII_SIGNS = dict.fromkeys(n for n in range(128) if not chr(n).isalnum())  # the quicker way
NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
LEAST_TOLD = 0.67  # the share of its words that a brief headline's story repeats
ECHO = 3.0  # what a headline is worth whose every word stands in the story

LEAST_NEWS = 4  # letters that a sentence which begins with the headline adds to it
STOPS = (".", "。", "।", "۔")
HEADED = 3.0  # against a sentence below a line that could head it
HALF = 0.5  # of its words the story repeats: a headline's second line, not a paper's name

LEGAL = re.compile(
    r",? (?:Inc|Ltd|Limited|LLC|Corp|Corporation|Co|Company|plc|PLC|AG|SE|GmbH|SA|S\.A|NV|N\.V|BV"
    r"|B\.V|LLP|L\.P|AB|ASA|A/S|Oyj?|S\.p\.A|Pte|Pty|Bhd|Berhad|e\.\s?[VGK]|gGmbH|KG|KGaA|mbH)\.?$"
)  # of firms and societies
OF_GERMAN_RELEASES = "news aktuell"
LEAST_HEADLINE = 6  # words, of a release
TELLS = 0.35  # what the first line is worth that may be the headline


def choose_title(sheet: Sheet, rows: list[Row]) -> Row | None:
    """Return the headline among the lines above the story.

    The story tells: a headline's words stand in it, a menu's do not. Among lines that tell
    nothing the first of four words or more is taken.
    """
    stated = title_key(sheet.raw.fields.get("title", ""))
    for row in sheet.rows[: sheet.body + 1]:
        longer = row.block.kind == "heading" and len(stated) >= SAID_BRIEFLY
        key = title_key(row.text) if stated and not row.cut else ""
        if key and (key == stated or (longer and key.startswith(stated))):
            return row
    if stated or (sheet.frame and sheet.offered("title")):
        return None
    fit = [r for r in rows if r.words <= 40 and (r.block.kind != "list-item" or numbered(sheet, r))]
    marked = [r for r in fit if r.block.kind == "heading"]
    if any(r.block.indent < CENTRED for r in fit):
        fit = [r for r in fit if r.block.indent < CENTRED]  # databases centre source and date
    unseated = [r for r in fit if not (SEAT.fullmatch(r.text) and beside_date(sheet, r))]
    options = marked or unseated or fit
    options = options[1:] if below_issuer(sheet, options) else options
    if len(options) == 1:
        return options[0]
    told = told_below(sheet, sheet.body)
    headed = next((r.number for r in sheet.open_rows(0, sheet.body) if heads(r)), sheet.body)
    worths = [
        worth(sheet, row, told) - HEADED * (row.number > headed and row.text.endswith(STOPS))
        for row in options
    ]
    least = max(worths, default=0.0)
    least = min(least / 2, TELLS) if least > TELLS else least  # the deck below may tell more
    return next((row for row, value in zip(options, worths, strict=True) if value >= least), None)


def below_issuer(sheet: Sheet, options: list[Row]) -> bool:
    """Tell whether the first of two lines and more is who issues a release: ots prints it there."""
    named = (agency_of(c.value) for c in sheet.candidates if c.rule == "dateline")
    carried = any(one is not None and one.name == OF_GERMAN_RELEASES for one in named)
    return carried and len(options) > 1 and options[0].words < LEAST_HEADLINE <= options[1].words


def numbered(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is a numbered headline of a digest: its date or byline stands below."""
    below = sheet.rows[row.number + 1 : row.number + 2]
    dated = any(r.cut in ("lead.date", "lead.byline", "dateline") for r in below)
    return bool(NUMBER.match(row.text)) and (dated or row.number == 0)


def worth(sheet: Sheet, row: Row, told: frozenset[str]) -> float:
    """Return how much speaks for a line to be the headline."""
    value = ECHO * echo(row, told) * (1 if row.words > 3 else 0.5)
    value -= 1.5 * min(len(menu_signs(row)), 2) / 2 if row.words < 30 else 0
    value -= 1.0 * (row.words < 3) + 1.5 * (row.words < 4)
    value -= 2.0 * (bool(PATH.fullmatch(row.text)) or is_section(row.plain))
    value -= 1.0 * any(read.year for read in find_dates(row.text))
    value -= 1.5 * bool(LABEL.match(row.plain) and row.words < 6)
    value -= 0.7 * (row.hint is not None) * (row.sentences + 1) + 0.4 * row.text.endswith(".")
    above = sheet.rows[row.number - 1].cut if row.number else ""
    value -= 3.0 * (row.text.endswith(".") and above in ("lead.byline", "lead.date"))  # the story
    others = (r for r in sheet.rows[: sheet.body] if r is not row and not r.cut)
    value -= 2.0 * any(ends_with(row, r) for r in sheet.rows[row.number + 1 : row.number + 4])
    value += 0.8 * any(begins_alike(r, row) for r in others) - 1.5 * is_menu(sheet, row)
    following = sheet.below(row)
    dated = bool(following and following.cut in ("lead.date", "lead.byline"))
    brief = LEAST_TOLD if row.words < 6 else 0.5  # Le Phare de Kerbihan, of a story in Kerbihan
    papered = is_paper_name(row.text) and (dated or echo(row, told) < brief)
    named = is_publication(row.text) or papered or bool(LEGAL.search(row.text))
    return value - 3 if named else value + 0.5 * dated


def heads(row: Row) -> bool:
    """Tell whether a line could be the headline of the sentences below it: `Hochwasser`."""
    named = is_publication(row.text) or is_paper_name(row.text) or PATH.fullmatch(row.text)
    return not (row.stops or named or menu_signs(row) or row.block.kind == "list-item")


def menu_signs(row: Row) -> list[str]:
    """Return the signs of a menu or a path in a line: `Home » Fens`; « a quotation's » are none."""
    return MENU.findall(row.plain if "«" in row.text else row.text)


def is_menu(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is a menu without signs: wide gaps between its words, or sections."""
    raw = sheet.raw.text[row.block.start : row.block.end]
    if len(WIDE.findall(raw)) > 1:
        return True
    if len(GLUED.findall(row.text)) > 1 and not row.stops:
        return True  # ScotlandScotland PoliticsHighlands & Islands
    if any(part in sections() for part in row.plain.lower().split(" / ")[1:]):
        return True  # Fen Newsroom / Press releases
    return sum(word in sections() for word in row.plain.lower().split()) > 2


def take_title(sheet: Sheet, row: Row) -> None:
    """Cut the headline from the body and offer it as the title."""
    strike_starts(sheet, row, "title")
    row.cut = "lead.title"
    near = (r for r in sheet.rows[: sheet.body + 3] if not r.cut and r.number not in sheet.answers)
    again = [r for r in near if not r.first and begins_alike(r, row)]  # none with a dateline
    spaced = max(r.words for r in (row, *again)) / 2  # not as Factiva prints it: RettetdieUhren
    whole = [r for r in (row, *again) if not r.text.endswith(ELLIPSES) and r.words > spaced]
    shortest = min(whole or [row], key=lambda r: len(r.text))
    text = " ".join(r.text for r in lines_of(sheet, row)) if shortest is row else shortest.text
    sheet.offer("title", bare_title(sheet, text), "lead.title", row.block.text, "header")
    for other in again:
        other.cut = "lead.title-again"


def lines_of(sheet: Sheet, row: Row) -> list[Row]:
    """Return the lines of a headline set in capitals over two or three lines, and cut them."""
    lines = [row]
    told = told_below(sheet, sheet.body) if is_upper(row.text) else frozenset()
    for step in (-1, 1):
        while (
            is_upper(row.text)
            and 0 <= (near := lines[0 if step < 0 else -1].number + step) < sheet.body
        ):
            other = sheet.rows[near]
            apart = (other if step > 0 else lines[0]).block.gap
            known = other.cut or not is_upper(other.text) or find_dates(other.text)
            if apart or known or is_publication(other.text) or len(lines) > 2:
                break
            if other.words < 2 or echo(other, told) <= HALF:
                break
            lines.insert(len(lines) if step > 0 else 0, other)
            other.cut = "lead.title"
    return lines


def begins_alike(row: Row, title: Row) -> bool:
    """Tell whether a line is the headline again, perhaps with the name of the site behind it."""
    if row.words >= 40:
        return False
    one, other = title_key(row.text), title_key(title.text)
    short, long = sorted((one, other), key=len)
    longer = row if long == one else title
    told = longer.stops and len(long) - len(short) >= LEAST_NEWS
    if told and not (row.text.endswith(ELLIPSES) or title.text.endswith(ELLIPSES)):
        return False  # Three die in blast / Three die in blast that hurt fourteen.
    return (
        len(short) > 11
        and (len(short) > 0.45 * len(long) or row.text.endswith(ELLIPSES))
        and long.startswith(short)
        and len(long) - len(short) < 40
    )


def ends_with(row: Row, title: Row) -> bool:
    """Tell whether a path through the page ends with the headline: `Home  News  Ferry`."""
    key = title_key(title.text)
    return title.words > 3 and key != title_key(row.text) and title_key(row.text).endswith(key)


def bare_title(sheet: Sheet, text: str) -> str:
    """Return a headline without the name of the site, a mail's label and a rule of signs."""
    text = SITE_BEHIND.sub("", text.strip("^"))  # AP's teleprinters: ^Goat Is Mayor Again
    opened = BEFORE_TITLE.match(text)
    text = text[opened.end() :] if opened else text
    numbered = NUMBER.match(text)
    text = text[numbered.end() :] if numbered else text
    found = TITLE_TAIL.fullmatch(text)
    if not found or not is_publication(found["site"]):
        return text
    sheet.offer("source", credit(found["site"]), "lead.title", text, "text")
    title, stroke, section = found["title"].rpartition(" | ")
    known = stroke and any(word in sections() for word in section.lower().split())
    return title if known else found["title"]  # A pier sinks | Fen News - The Fen Post


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Return a headline without spaces, signs and case: scrapes repeat it so."""
    plain = folded(title).lower()
    return plain.translate(ASCII_SIGNS) if plain.isascii() else SIGNS.sub("", plain)


def beside_date(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands next to the line of the date: databases print the paper there."""
    near = sheet.rows[max(0, row.number - 1) : row.number + 2]
    return any(r.cut == "lead.date" for r in near)
