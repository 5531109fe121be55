"""Which paper a page is from, where no line says so: the name its furniture repeats.

A masthead is a short name in capitals above the headline; the same name stands in credits, in the
copyright line, in calls to subscribe, and run together in the site's address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from slugify import slugify

from newsdesk.copydesk.agencies import agency_of, credit
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.credits import NAME, credited_in, fits, named_in
from newsdesk.copydesk.dateline import has_case, known_places
from newsdesk.copydesk.dates import find_dates
from newsdesk.copydesk.headline import LEGAL, MENU, PATH
from newsdesk.copydesk.people import (
    is_capital,
    is_paper_name,
    is_person,
    media_name,
    sections,
    words_of,
)
from newsdesk.copydesk.sheet import RANKS, Candidate, Row, Sheet

OF_FRENCH = (  # a word of the kind behind the article: it is no part of the name
    r"[Ll]a (?=Société|Compagnie|Banque|Fondation|Coopérative|Mutuelle)|[Ll]e (?=Groupe|Conseil)"
)
ISSUER = re.compile(rf"(?:(?:[Tt]he|[Dd](?:ie|er|as)) |{OF_FRENCH})?({NAME}\.?),? [a-z(]")
ABOUT = re.compile(
    r"(?:About|Über|À propos (?:de |du |des |d['’])|Acerca de|Sobre|Om|Over|Informazioni su|Tietoja"
    r"|О компании|О|Hakkında|نبذة عن|عن|حول)(?: (?:the|die|das|der|den|la|le|les|el|o|a|de))?\s"
    r"|(?:关于|關於)\s?"
)
LONGEST_ABOUT = 8  # words of a name
ARTICLES_BEFORE = 16  # characters before the issuer's name: a verb in Arabic, an article elsewhere
LITTLE = frozenset("and of for on at in & et und y e".split())
ENOUGH = 1.5
LOOSE = ("furniture.a-loose", "furniture.nothing-but-a-publication")
LONGEST_NOTICE = 900  # characters
HOST = re.compile(r"(?:https?://|www\.|@)(?:www\.)?((?:[\w-]+\.){1,3}[a-z]{2,8})", re.IGNORECASE)
QUOTED = re.compile(r"[«„“\"]([^«»„“”\"]{4,40})[»“”\"]")
ARTICLED = re.compile(
    r"\b(?:The|Le|La|L'|El|Il|Lo|Der|Die|Das|O|A) ?(?:[A-ZÀ-Þ][\w'’-]+)"
    r"(?:(?: (?:de|du|des|del|della|do|da|of|and|la|las|los|les|le)){0,2} "
    r"(?:[ld]['’])?[A-ZÀ-Þ][\w'’-]+){0,4}"
)
OWNER = re.compile(r"\b(?:Inc|Ltd|LLC|GmbH|Company|Co|Group|Network|Pty|Publishing|S\.A)\b\.?$")
SLASHED = re.compile(r"/ ?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})[)\]]?\.?$")
PICTURED = re.compile(  # Foto: Fenbote/J. Lind; Photo Le Fen des Dunes / J. L.
    r"(?:[:©|]|\b(?:[Pp]hoto|[Ff]oto|[Bb]ild)) ?([A-ZÀ-Þ][\w'’-]+"
    r"(?: (?:(?:de|du|des|la|le|les|del|di|do|da|of) )?[A-ZÀ-Þ][\w'’-]+){0,4})(?= ?[/).]| ?$)"
)
ARABIC = re.compile(
    r"\bل?(?:جريدة|صحيفة|وكالة|شبكة|موقع|روزنامه|خبرگزاری)(?: [\u0600-\u06ff]{2,14}){1,3}"
)


def offer_masthead(sheet: Sheet) -> None:
    """Offer the name that the page's furniture repeats as its source, with its weight's reason."""
    cut = [row for row in sheet.rows if row.cut]
    hosts = {re.sub(r"\W", "", part) for part in host_parts(sheet)}
    part_from_byline(sheet, cut, hosts)
    if any(c.field == "source" and c.rank >= RANKS["text"] for c in sheet.candidates):
        return
    beside = paper_beside_date(sheet)
    if beside:
        sheet.offer("source", credit(beside.value), "lead.source", beside.quote, "credit")
        return
    names: dict[str, float] = {}
    people = " ".join(f" {c.value} " for c in sheet.candidates if c.field == "byline")
    for name, value in names_printed(sheet, cut):
        if " " not in name and f" {name} " in people:  # Foto: Lind, below «Von Jo Lind»
            continue
        names[name] = max(names.get(name, 0), value)
    worths = {name: value + told_elsewhere(name, cut, hosts) for name, value in names.items()}
    best = max(worths, key=lambda name: (worths[name], len(name)), default="")
    fuller = [name for name in worths if best and name.startswith(best + " ")]
    best = max([best, *(n for n in fuller if worths[n] >= ENOUGH)], key=len)  # El Correo del Vado
    if best and worths[best] >= ENOUGH:
        sheet.offer("source", credit(without_menu(best)), "source.masthead", best, "credit")


def paper_beside_date(sheet: Sheet) -> Candidate | None:
    """Return what was read as a second author beside the date, below a byline with its label.

    `By Jo Lind` above `Ouse Valley Tide, April 3, 2024`: it is the paper.
    """
    bylines = [c for c in sheet.candidates if c.field == "byline"]
    known = {c.value for c in bylines if c.rank >= RANKS["header"]}
    loose = (c for c in bylines if c.rule == "lead.byline" and c.rank == RANKS["text"])
    others = (c for c in loose if known and c.value not in known and find_dates(c.quote))
    return next(others, None)


def without_menu(name: str) -> str:
    """Return `The Fen Post` for `The Fen Post Home News Sport`, other names as they are."""
    words = name.split()
    menu = list(takewhile(lambda word: word.lower() in sections(), reversed(words)))
    return " ".join(words[: -len(menu)]) if 1 < len(menu) < len(words) else name


def offer_issuer(sheet: Sheet) -> None:
    """Offer who issues a release: the name that opens the story and stands in its headline too.

    Where none does, it is the name that `About` heads and the first paragraph tells of.
    """
    released = any(row.cut.startswith("wire.") for row in sheet.rows) or is_released(sheet)
    first = next(sheet.open_rows(sheet.body), None)
    named = (agency_of(c.value) for c in sheet.candidates if c.field == "source")
    if not released or first is None or not all(one and one.is_wire for one in named):
        return
    found = ISSUER.match(first.text)
    name = LEGAL.sub("", found[1]) if found else ""
    titles = [c.value for c in sheet.candidates if c.field == "title"]
    begun = " ".join(name.split()[:2])  # of Fen Copper Exploration, Fen Copper in the headline
    told = len(begun) > 2 and any(begun in title for title in titles)
    house = found is not None and name.lower() not in known_places()
    if found and told and house and (" " in name or named_amid(sheet, name)):
        sheet.offer("source", found[1], "source.issuer", found.group(), "credit")
        return
    for row in sheet.open_rows(first.number):
        name = about_whom(row)
        whole = re.search(rf"{re.escape(name)}(?: {NAME})?", first.text) if name else None
        if whole:  # Über Fenhafen, of the Fenhafen Seilwerke AG
            full = whole[0] if LEGAL.search(whole[0]) else name
            sheet.offer("source", full, "source.issuer", row.text, "credit")
            return


def named_amid(sheet: Sheet, name: str) -> bool:
    """Tell whether a word alone stands amid a sentence as names do, unlike `Passengers`."""
    amid = re.compile(rf"[a-z,] {re.escape(name)}\b")
    return any(amid.search(row.text) for row in sheet.open_rows(sheet.body))


def about_whom(row: Row) -> str:
    """Return the name that the heading `About` tells of, '' where a row is no such heading."""
    found = ABOUT.match(row.text) if row.words <= LONGEST_ABOUT and not row.stops else None
    name = row.text[found.end() :].strip(" :：") if found else ""
    generic = (words_of("organization") | words_of("desk")).issuperset(name.lower().split())
    named = len(name) > 3 and name[0] == name[0].upper() and not generic
    return name if named and name.lower() not in known_places() else ""


def is_released(sheet: Sheet) -> bool:
    """Tell whether the dateline names a wire that carries the releases of others."""
    named = (c.value for c in sheet.candidates if c.field == "source" and c.rule == "dateline")
    return any((found := agency_of(name)) and found.is_wire for name in named)


def issues(sheet: Sheet, row: Row) -> bool:
    """Tell whether a bare line above a release is its issuer: the release begins with that name."""
    opened = sheet.rows[sheet.body : sheet.body + 1]
    if not opened or row.words > LONGEST_ABOUT or row.stops > row.text.endswith("."):
        return False
    begins = row.text in opened[0].text[: len(row.text) + ARTICLES_BEFORE]
    return begins and is_released(sheet)


def part_from_byline(sheet: Sheet, cut: list[Row], hosts: set[str]) -> None:
    """Take what a byline has behind its last comma as the paper where other furniture names it."""
    for number, one in enumerate(sheet.candidates):
        people, _, paper = one.value.rpartition(", ")
        if one.field != "byline" or not people or told_elsewhere(paper, cut, hosts) < 1:
            continue
        sheet.candidates[number] = one._replace(value=people)
        sheet.offer("source", credit(paper), one.rule, one.quote, "text")


def host_parts(sheet: Sheet) -> Iterator[str]:
    """Yield the names in the addresses of a document: `highlandfreepress` of its site."""
    text = sheet.raw.text[:60_000]
    if "://" not in text and "@" not in text and "www." not in text.lower():
        return
    for found in HOST.finditer(text):
        yield from found[1].lower().split(".")[:-1]


HOMES = frozenset(
    "home homepage accueil startseite inicio início главная головна anasayfa الرئيسية خانه".split()
)


def names_printed(sheet: Sheet, cut: list[Row]) -> Iterator[tuple[str, float]]:
    """Yield the names that could be the paper's, with what speaks for each by its form."""
    inner = {name for row in cut if row.number < sheet.body for name in within_path(row)}
    for row in cut:
        if row.text in inner:
            continue
        if row.number < sheet.body and row.cut.startswith(("lead.above", "lead.section", "web.")):
            pieces = [p.strip() for p in MENU.split(without_motto(row.block.text))]
            if PATH.fullmatch(row.block.text.strip()) or pieces[0].lower() in HOMES:
                pieces = pieces[:1]  # a path leads from the paper to the story's section
            for piece in pieces if len(pieces) < 4 else ():
                if is_masthead(piece):
                    yield piece, top_of_page(row) + max(form_of(piece), -0.5 * (row.number > 0))
        if row.number < sheet.body and row.cut == "lead.deck" and is_masthead(row.text):
            yield row.text, form_of(row.text) + 0.5 * bool(ARTICLED.fullmatch(row.text))
        if stands_alone(sheet, row) and is_masthead(row.text):
            value = form_of(row.text)
            yield row.text, value + 0.5 * (value > 0)
        if row.hint and row.hint.rank == "credit":
            yield from pictured_by(row.block.text)
        yield from ((name, ENOUGH - 1.5 * bool(OWNER.search(name))) for name in credited(row))
        short = len(row.plain) < 400 and row.cut != "lead.title"
        for pattern in (QUOTED, ARTICLED, ARABIC) if short else ():
            for found in pattern.finditer(row.block.text):
                name = found[found.lastindex or 0].strip().removeprefix("ل")
                if media_name(name):
                    yield name, form_of(name)


def stands_alone(sheet: Sheet, row: Row) -> bool:
    """Tell whether a loose line is set apart below the story: `Le Courrier du Fen`."""
    below = sheet.below(row)
    apart = row.block.gap > 0 and (below is None or below.block.gap > 0)
    return apart and row.number > sheet.body and row.cut.startswith(LOOSE)


def within_path(row: Row) -> list[str]:
    """Return the sections that a path names between the page and the story: `News / India News`."""
    pieces = [piece.strip() for piece in MENU.split(row.block.text)]
    path = PATH.fullmatch(row.block.text.strip()) or row.cut == "web.path-to-headline"
    return pieces[1:] if path else []


def without_motto(text: str) -> str:
    """Return the name of `Fen Post - News of the fen`, other texts as they are."""
    name, dash, motto = folded(text).partition(" - ")
    return text[: len(name)] if dash and media_name(motto) and not media_name(name) else text


def pictured_by(text: str) -> Iterator[tuple[str, float]]:
    """Yield the papers that a picture's credit names: behind its slash, or before it."""
    slashed = SLASHED.search(text)
    if slashed and not agency_of(slashed[1]):
        yield slashed[1].strip(), form_of(slashed[1]) + 0.5
    for found in PICTURED.finditer(text):
        if not (is_person(found[1]) or agency_of(found[1])):
            yield found[1], form_of(found[1]) + 0.5


def top_of_page(row: Row) -> float:
    """Return what speaks for a name by its place: a page opens with its paper's name."""
    alone = row.cut == "lead.above" and row.words < 6 and (has_case(row.text[:1]) or row.words > 1)
    if row.number == 0:
        return (ENOUGH if row.words > 1 else 1.0) if alone else 0.5  # Gesellschaft, a section
    return 1.0 if alone and row.number < 4 else 0.5 * (row.number == 1)


def credited(row: Row) -> Iterator[str]:
    """Yield the papers that a line of furniture credits or that are known by name."""
    text = row.block.text
    if len(text) > LONGEST_NOTICE or row.cut in ("lead.title", "lead.title-again"):
        return
    yield from credited_in(text)
    if not (row.hint and row.hint.rank == "credit"):
        yield from named_in(text)


def is_masthead(text: str) -> bool:
    """Tell whether a short line above the headline could be the name of the paper."""
    words = text.split()
    if not 0 < len(words) <= 6 or find_dates(text) or text[-1] in ".!?:,":
        return False
    if folded(text).lower() in known_places():
        return False  # Culture | Germany
    low = [w.lower() for w in words]
    if any(c in text for c in "/<>@#") or sum(w in sections() for w in low) > len(low) // 2:
        return False
    named = [w for w in words if w not in LITTLE]
    capital = is_capital(named) or not has_case(text[0]) or "А" <= text[0] <= "Я"
    return len(text) > 3 and bool(named) and capital and fits(text)


def form_of(name: str) -> float:
    """Return what speaks for a name by its form: an article, a word papers are called by."""
    value = 1.0 * is_paper_name(name) + 1.0 * media_name(name)
    camel = bool(re.search(r"[a-z][A-Z]", name)) and " " not in name
    owner = bool(OWNER.search(name))  # Fenland Media Group Inc
    return value + 0.5 * camel - 1.0 * (is_person(name) and not value) - 1.5 * owner


def told_elsewhere(name: str, cut: list[Row], hosts: set[str]) -> float:
    """Return what speaks for a name by where else it stands: other furniture, the address."""
    key = folded(name).lower()
    times = sum(key in row.plain.lower() for row in cut)
    joined = slugify(key, separator="")  # addresses have no accents
    bare = re.sub(r"^(?:the|le|la|el|il|der|die|das)(?=\w{5})", "", joined)
    at_home = len(bare) > 4 and any(bare in host or joined in host for host in hosts)
    return min(max(times - 1, 0), 2) * 1.0 + 3.0 * at_home + 1.0 * bool(agency_of(name))
