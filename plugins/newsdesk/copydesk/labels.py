"""Fields printed as label and value, in any database or feed: `Author: Barnaby Stroud`.

One such line may be the story's; a run of them, some with labels known, is a header or a footer,
and the labels nobody knows in it are fields as well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dates import find_dates, stamp_of
from newsdesk.copydesk.facts import names_stated, paper_and_day
from newsdesk.copydesk.frame import OPENS
from newsdesk.copydesk.headline import BEFORE_TITLE
from newsdesk.copydesk.people import is_capital, is_person, is_publication, read_byline
from newsdesk.copydesk.sheet import Row, Sheet

LABELLED = re.compile(r"((?:dc:)?[^\W\d_][^:\t]{0,44}?)\s?(?:[:\t]\s*(.*))", re.DOTALL)
ANSWERED = re.compile(r"(?:(?:re|fw|fwd|aw|wg|tr|rv|i|r|ref)\s*:\s*)+", re.IGNORECASE)
LIST_NAME = re.compile(r"\[[^\[\]]{2,40}\]\s*(?=\S)")  # [Pamir Wire] before a subject
LISTED = re.compile(r"^\['(.*)'\]$", re.DOTALL)  # creator: ['Jo Lind', 'Ann Poe']
BEHIND = re.compile(r"(?:\s*,|\s+(?:vom|du|del|of|от|,))?\s*$")
BRACKETED_LAST = re.compile(r"\s*\(.{0,24}\)$")
SURE = frozenset({"byline", "source", "wire_id", "export", "title"})
MAIL = frozenset({"from", "sent", "to", "subject", "date"})
SPAN = re.compile(r"\d (?:to|through|bis|au|al?|hasta|по) \d")  # the days a search looked at
CODE = re.compile(r"\d{3}")
CLIPPERS = frozenset(
    "all sources|toutes les sources|alle quellen|todas las fuentes|tutte le fonti|все источники"
    "|web clip|web clipper|clipper|desktop|mobile|browser|e-mail|email|rss".split("|")
)
NAME_IN_JSON = re.compile(r'"name": ?"([^"]{2,60})"')  # {"id": null, "name": "Fen Post"}
SEATED = re.compile(r"\s*\([^()@]{3,40}, [^()@]{3,40}\)$")  # The Monitor(Kampala, Uganda)
SENDER = re.compile(  # Harbour Trust Press Office (press@harbour.example)
    r"\"?(?P<name>[^<(@\"]{4,60}?)(?:,? (?:press|media|news|communications)(?: (?:office|team"
    r"|desk|room"
    r"|relations|centre|center|service))?|,? newsroom|,? pressestelle|,? service de presse"
    r"|,? (?:oficina|gabinete) de prensa|,? ufficio stampa|,? пресс-служба)\"?\s*[<(]\S+@\S+[>)]",
    re.IGNORECASE,
)
LONGEST_VALUE = 60  # words
LONGEST_NAMES = 6  # words without a sign between them
SIGN = re.compile(r"[,;:|/()-]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row that is a label with its value; `kind` is a field, a role, or '' where unknown."""

    row: Row
    kind: str
    value: str


@lru_cache(maxsize=1)
def label_kinds() -> dict[str, str]:
    """Return what each label of rules/words.toml names, folded and in lower case."""
    table = tomllib.loads((files("newsdesk.rules") / "words.toml").read_text("utf-8"))["label"]
    return {
        folded(" ".join(label.split())).lower(): kind
        for kind, labels in table.items()
        for label in labels.split("|")
    }


def read_labelled(sheet: Sheet, row: Row) -> Labelled | None:
    """Return the label and the value a row consists of, None if it is no such row."""
    if row.words > LONGEST_VALUE:
        return None
    plain = row.plain[row.first : row.last]
    raw = sheet.raw.text[row.block.start : row.block.end]
    if ":" not in plain and "\t" not in raw:
        return None
    if any(rule.frame in OPENS and rule.find(row.plain) for rule in row.rules):
        return None  # the story itself behind a label
    tab = raw.find("\t")
    if 0 < tab < 46 and ":" not in raw[:tab]:
        size = len(" ".join(raw[:tab].split()))
        plain = plain[:size] + "\t" + plain[size:]
    found = LABELLED.fullmatch(plain)
    if not found or len(found[1].split()) > 6:
        return None
    label = BRACKETED_LAST.sub("", found[1].lower().replace("_", " ")).strip(" .")
    at = row.first + found.start(2)
    value = row.block.text[at - (found.group().find("\t") >= 0 and tab >= 0) : row.last].strip()
    value = LISTED.sub(lambda m: re.sub(r"'\s*,\s*'", ", ", m[1]), value)
    return Labelled(row, label_kinds().get(label, ""), value.strip(" \t:"))


def strike_labels(sheet: Sheet) -> None:
    """Cut the runs of labelled lines above and below the story, and read what they say."""
    inside = sheet.frame or (0, len(sheet.rows))
    open_rows = [r for r in sheet.open_rows(*inside) if r.prose and not r.hint]
    prose = [r.number for r in open_rows if not read_labelled(sheet, r)]
    first, last = (prose[0], prose[-1]) if prose else (len(sheet.rows), -1)
    for run in runs(sheet):
        kinds = [one.kind for one in run]
        mail = MAIL & set(kinds)
        opened = len(prose) > 1 and prose[1] < run[0].row.number
        amid = sheet.frame and opened and run[-1].row.number < last
        if len(mail) > 2 and "subject" in mail and not amid:
            read_mail(sheet, run, prose)
            continue
        sure = any(kind in SURE for kind in kinds) or len(run) > 3
        if sure and (run[-1].row.number < first or run[0].row.number > last):
            for one in run:
                take_label(sheet, one)
    read_singles(sheet, first, last)


def read_singles(sheet: Sheet, first: int, last: int) -> None:
    """Read a label of its own above or below the story where its value proves it."""
    for row in sheet.rows:
        one = read_labelled(sheet, row) if not first <= row.number <= last else None
        if one is None or not one.value:
            continue
        code = one.kind == "wire_id" and " " not in one.value and CODE.search(one.value)
        person = one.kind == "byline" and is_person(names_stated(one.value))
        person = person and not is_headline(one.value)
        if code or person:
            offer_value(sheet, one)
            row.cut = row.cut or "label." + one.kind.replace("_", "-")


def is_headline(value: str) -> bool:
    """Tell whether what stands behind a label is too long for names, in the capitals of headlines.

    `Interview: Fen Archivist Says Half The File Is Blank`
    """
    words = SIGN.split(value)[0].split()
    return len(words) > LONGEST_NAMES and is_capital(words)


def runs(sheet: Sheet) -> Iterator[list[Labelled]]:
    """Yield the runs of rows that are label and value, one by one."""
    run: list[Labelled] = []
    for row in sheet.rows:
        one = None if row.number in sheet.answers else read_labelled(sheet, row)
        if one:
            run.append(one)
            continue
        yield from between_known(run)
        run = []
    yield from between_known(run)


def between_known(run: list[Labelled]) -> list[list[Labelled]]:
    """Return a run from its first known label to its last, none where it has just one."""
    known = [number for number, one in enumerate(run) if one.kind]
    return [run[known[0] : known[-1] + 1]] if len(known) > 1 else []


def read_mail(sheet: Sheet, run: list[Labelled], prose: list[int]) -> None:
    """Cut the header of a mail pasted in, with what stands above it, and read its subject."""
    number = run[0].row.number
    if not any(n > run[-1].row.number for n in prose) or number > 40:
        return
    for row in sheet.rows[:number]:
        row.cut = row.cut or "label.above"
    sheet.candidates[:] = [
        c
        for c in sheet.candidates
        if not (c.rule.startswith("label.") or c.quote in {one.row.block.text for one in run})
    ]
    for one in run:
        one.row.cut = one.row.cut or "label.mail"
        if one.kind == "subject":
            title = BEFORE_TITLE.sub("", LIST_NAME.sub("", ANSWERED.sub("", one.value)), count=1)
            sheet.offer("title", title, "label.subject", one.value, "text")
        elif one.kind in ("sent", "date"):
            offer_day(sheet, one, "text")
        elif one.kind == "from" and (sender := SENDER.fullmatch(one.value)):
            sheet.offer("source", sender["name"], "label.from", one.value, "text")


def take_label(sheet: Sheet, one: Labelled) -> None:
    """Cut a labelled line and offer what it says."""
    if one.kind == "lead" and opens_story(sheet, one):
        one.row.strike_edge(one.row.first, one.row.last - len(one.value), "label.lead")
    elif not one.row.cut:
        one.row.cut = "label." + (one.kind or "unknown").replace("_", "-")
        offer_value(sheet, one)


def opens_story(sheet: Sheet, one: Labelled) -> bool:
    """Tell whether a feed's description is all of the story it has: it goes on right below."""
    below = sheet.below(one.row)
    told = one.row.prose and one.row.stops and below is not None and below.stops
    return bool(told and below and not read_labelled(sheet, below))


def offer_value(sheet: Sheet, one: Labelled) -> None:
    """Offer what a labelled line says."""
    if one.kind == "byline":
        people = names_stated(one.value)
        sheet.offer("byline", people, one.row.cut or "label.byline", one.value, "header")
        offer_day(sheet, one, "text")  # Piše: Jo Lind, 14.1.2025.
        for part in () if people else re.split(r"[,;/]\s*", one.value):  # Autor: ČTK
            if agency_of(part):
                sheet.offer("source", credit(part), "label.byline", one.value, "text")
    elif one.kind in ("date", "sent"):
        offer_day(sheet, one, "header")
    elif one.kind in ("source", "from"):
        offer_paper(sheet, one)
    elif one.kind == "wire_id":
        sheet.offer("wire_id", one.value.rpartition("|")[2], one.row.cut, one.value, "code")
    elif one.kind in ("title", "place"):
        rank = "header" if one.kind == "title" else "text"
        sheet.offer(one.kind, one.value.rstrip("."), one.row.cut, one.value, rank)


def offer_day(sheet: Sheet, one: Labelled, rank: str) -> None:
    """Offer the date that a label gives."""
    if not SPAN.search(one.value):
        sheet.offer("date", stamp_of(one.value), one.row.cut, one.value, rank)


def offer_paper(sheet: Sheet, one: Labelled) -> None:
    """Offer the paper that a label gives; a date and a page may stand behind it."""
    paper, day = paper_and_day(one.value)
    if day:
        sheet.offer("source", credit(paper), one.row.cut, one.value, "header")
        sheet.offer("date", day, one.row.cut, one.value, "header")
        return
    dates = find_dates(one.value)
    name = BEHIND.sub("", one.value[: dates[0].start]) if dates else one.value
    stated = NAME_IN_JSON.search(name)
    name = stated[1] if stated else name
    if folded(name).lower().strip() in CLIPPERS:
        return
    signed = read_byline(name)
    if signed and signed.people:  # SOURCE: By Jo Lind, The Fen Post
        sheet.offer("byline", signed.people, one.row.cut, one.value, "header")
        name = signed.paper
    if one.kind == "from":
        name = SEATED.sub("", name)
    name = name.split(" ; ")[0].split("; ")[0].rstrip(" .,")
    if one.kind == "from" and not (is_publication(name) or "(" in one.value):
        return
    sheet.offer("source", credit(name), one.row.cut, one.value, "header")
    if dates:
        offer_day(sheet, one, "text")
