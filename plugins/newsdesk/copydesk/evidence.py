"""What a block shows: the questions whose answers the judge weighs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.dateline import read_dateline
from newsdesk.copydesk.dates import find_dates, is_date_line
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.given import LEAST_NUMBERED, is_credit, is_entry
from newsdesk.copydesk.people import words_of
from newsdesk.copydesk.sentences import CALL, SOLD, in_quotes, is_question
from newsdesk.copydesk.sheet import Row, Sheet

MAIL = re.compile(r"(?<=[\w.+-])@[\w-]+\.[\w.]|(?<!\w)@\w{3}")
NUMBER = re.compile(
    r"[+0](?:(?<!0)|(?<=\b0)0)\d[\d ()./-]{6,}\d|\d{3}(?<!\w\d{3})\)?[ .-]\d{3}[ .-]\d{4}\b"
)
NUMBER_LABEL = re.compile(
    r"\b(?:tel|phone|fax|mob|e-?mail|cell|tél|télf|tlf|телефон|тел|هاتف|تلفن|电话)\b\.?\s*[:：]",
    re.IGNORECASE,
)
NAMED_WITHIN = 90  # characters from where a block begins to its third name
NAMES = re.compile(r"[^\W\d_]{3,}")  # words long enough to be a person's
ACTOR = re.compile(r"[.!?] ([A-ZÀ-ÞА-Я][^\W\d_]{3,})(?= [a-zß-ÿа-я]{3,})")
THREE_FIGURES = re.compile(r"\d{3}")
HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?")
SCORE = re.compile(
    r"[^\d:]{3,30} \d{1,3}(?:\s?[-–:,]\s?|\s)[^\d:]{3,30} \d{1,3}\.?"
)  # Kelby 2 - Wick 1
HALVES = re.compile(
    r"[^\W\d_]{3,16}(?:[ -][^\W\d_]{2,12}){0,2}: \d{1,3}[-:]\d{1,3}"
)  # Half-time: 0-1
PRICE = re.compile(
    r"(?:[^\W\d_]{2,9} )?(?:[$£€]\s?\d[\d.,]*|\d[\d.,]* (?:euros?|dollars?|pounds?|lira|рубл\w+"
    r"|pesos?|francs?|yuan|تومان|دينار|دنانير)\b)",
    re.IGNORECASE,
)
LEAST_ANNOUNCING = 4  # words of a sentence that ends with a colon
RESULT = re.compile(r"[^\W\d_][^\d:]{2,30} \d{1,3}")
DRAWN = re.compile(  # 4, 11, 23, 31 and 40, bonus 7 / 6-4, 3-6, 7-5
    r"(?:[^\W\d_]{3,16}:? )?\d{1,3}(?:[-:]\d{1,3})?(?:, ?\d{1,3}(?:[-:]\d{1,3})?){2,24}"
    r"(?:,?(?: [^\W\d_]{1,12}){1,2} \d{1,3}){0,2}\.?"
)
IN_A_ROW = re.compile(r"\d{1,2}(?: \d{1,2}){3,9}")
FIGURES = re.compile(r"(?:^|[\s$€£(])\d+(?:[.,:/-]\d+)*(?:\s?%)?(?=[\s%),;]|$)")
ABOUT = re.compile(
    r"(?:about|à propos (?:de|du|d')|über|acerca de|sobre"
    r"|о компании|نبذة عن|حول|hakkında)\b",
    re.IGNORECASE,
)
ABOUT_IN_TONGUES = re.compile(  # a heading: Om Nordkvarn, Tietoja julkaisijasta
    r"(?:Om|Over|O|Tieto[aj]a|Informazioni su|Despre|O nás|Про|Za) \w|(?:关于|關於)\w"
)
RECENT = re.compile(
    r"(?:вчера|сегодня|yesterday|today|hier|aujourd'hui|gestern|heute|ayer|hoy|dün|bugün|أمس|اليوم)"
    r",?(?: (?:at|à|um|a las|в))? \d{1,2}[:.]\d\d",
    re.IGNORECASE,
)
LONGEST_LIST = 200  # lines below their heading
POSTED = re.compile(  # - Jo Lind (@jolind) May 3, 2019
    r"-{1,2} ?.{2,60} ?\(@\w{2,30}\)(?: .{4,24})?"
)
NEAR = 8  # lines that a colon announces, whatever their make
PARTED = re.compile(r" (?:--?|[|/]|\.{2,}) ")  # what parts the two halves of a line
LEAST_BROKEN_OFF = 5  # words
LEAST_OF_VERSE = 4  # words, and letters of one of them
LARGEST_BOX = 8  # lines
LARGEST_CARD = 40  # lines
ONE_OF_MANY = "furniture.one-of-several-headlines"
TELLS_NOTHING = 0.5  # of its words the story repeats: the headline of another one


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the verdict: headline and sources, without spaces, signs and case.

    `ended` is the row of the story's end mark; `own` tells that the story is about publishing.
    """

    title: str
    sources: frozenset[str]
    ended: int
    own: bool
    people: frozenset[str]
    year: int  # of the story's day, 0 where it is not known
    ends: frozenset[str]  # the last signs of headline and sources: what repeats them ends so


def holds_address(text: str) -> bool:
    """Tell whether a text holds an address or a handle: sought where their sign is."""
    mail = "@" in text and MAIL.search(text)
    return bool(mail) or "://" in text or "www." in text.lower()


def holds_contact(text: str) -> bool:
    """Tell whether a text holds an address, a telephone number or its label."""
    return bool(
        holds_address(text)
        or (("+" in text or THREE_FIGURES.search(text)) and NUMBER.search(text))
        or ((":" in text or "：" in text) and NUMBER_LABEL.search(text))
    )


def asks_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a question heads lines that are cut, in a text that sets paragraphs apart."""
    following = sheet.rows[row.number + 1 : row.number + 2]
    if not is_question(row) or row.block.gap == 0 or sheet.page or row.number in sheet.answers:
        return False
    return sheet.sets_apart(row) and any(r.cut and r.block.gap == 0 for r in following)


def author_again(sheet: Sheet, row: Row, known: Known) -> bool:
    """Tell whether a line amid the story is an author's name alone: live pages sign each entry."""
    words = NAMES.findall(row.text)
    above = sheet.rows[row.number - 1]
    signed = bool(above.cut) or bool(HOUR.fullmatch(above.text))
    return row.words > 1 and bool(words) and known.people.issuperset(words) and signed


def author_follows(sheet: Sheet, row: Row) -> bool:
    """Tell whether the row below a clock's time was cut for the author it names."""
    return any(r.cut == "furniture.the-author-again" for r in sheet.rows[row.number + 1 :][:1])


def caption_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands right below a line that is nothing but a picture's credit."""
    above = sheet.rows[row.number - 1] if row.number > sheet.body else None
    alone = row.number + 1 >= len(sheet.rows) or sheet.rows[row.number + 1].block.gap > 0
    if above is None or not alone or above.words > 6 or row.words > 30:
        return False
    return is_credit(above) and not opens_dispatch(row)


def opens_dispatch(row: Row) -> bool:
    """Tell whether a row begins with a dateline that names its agency."""
    found = read_dateline(row.text, first=False)
    return bool(found and found.agency)


def caption_above(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line set apart stands right above a line that is nothing but a credit."""
    below = sheet.below(row)
    short = below and below.block.gap == 0 and below.cut and below.words <= 6
    if not below or not short or not row.block.gap:
        return False
    known = below.hint is not None and below.hint.rank == "credit"
    return known or below.cut == "furniture.a-picture's-agency"


def picture_agency(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line right below a caption amid the story is nothing but the agency's name."""
    above = sheet.rows[row.number - 1] if row.number > sheet.body else None
    alone = row.number + 1 < len(sheet.rows) and sheet.rows[row.number + 1].block.gap > 0
    caption = above is not None and above.block.gap > 0 and not above.stops and not above.prose
    return alone and caption and bool(agency_of(row.text))


def credits_agency(row: Row) -> bool:
    """Tell whether a line is a word or two, a colon and an agency: `Infografía: EFE`."""
    label, colon, name = row.plain.partition(":")
    return bool(colon) and 0 < len(label.split()) < 3 and bool(agency_of(name.strip()))


def dated_teaser(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line amid the story is the headline of another one or its date below it."""
    above = sheet.rows[row.number - 1]
    if any(is_day(r) and r.block.gap for r in (row, above)):
        first = row.number - (row.block.gap == 0)  # the hour over the headline, set apart
    else:
        first = row.number - is_day(row)
    rows = sheet.rows[first : first + 2]
    if len(rows) < 2 or rows[0].number <= sheet.body or rows[1].block.gap:
        return False
    title, day = sorted(rows, key=is_day)
    loose = not title.stops and not title.prose and title.words > 2
    return loose and is_day(day)


def is_day(row: Row) -> bool:
    """Tell whether a line is a date, or the hour of today or yesterday: `Вчера, 18:20`."""
    return row.words <= 12 and (bool(RECENT.fullmatch(row.text)) or is_date_line(row.text))


def teaser_of_many(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line is one of several headlines of other stories amid this one.

    They stand together between two full sentences, and the story repeats none of their words.
    """
    run = headlines_around(sheet, row)
    if not 1 < len(run) < 6:
        return False
    before, after = sheet.rows[run[0].number - 1], sheet.below(run[-1])
    if not (before.prose and before.stops and after is not None and after.prose):
        return False
    told = told_below(sheet, sheet.body)
    return all(echo(r, told) < TELLS_NOTHING for r in run)


def headlines_around(sheet: Sheet, row: Row) -> list[Row]:
    """Return the lines without a stop that a line stands among, each worded as a headline."""
    run = [row] if worded_as_headline(row) else []
    for step in (-1, 1):
        while run and 0 < (near := run[0 if step < 0 else -1].number + step) < len(sheet.rows):
            if not worded_as_headline(sheet.rows[near]) or len(run) > 6:
                break
            run.insert(0 if step < 0 else len(run), sheet.rows[near])
    return run


def worded_as_headline(row: Row) -> bool:
    """Tell whether a line is of some words, begins with a capital and is no sentence."""
    # Two figures make a row of results: `Shr 3.9 cents vs 4.2 cents`.
    ends = (not row.stops or is_question(row)) and len(FIGURES.findall(row.text)) < 2
    plain = (row.text[:1].isupper() and row.text[-1:].isalnum()) or is_question(row)
    return (
        ends
        and plain
        and 4 < row.words < 15
        and row.block.kind != "list-item"
        and row.cut in ("", ONE_OF_MANY)
    )


def named_first(row: Row, people: frozenset[str], most: int) -> frozenset[str]:
    """Return those of the authors' names that are among the first words of a block."""
    return people.intersection(NAMES.findall(row.text[:NAMED_WITHIN])[:most]) if people else people


def about_author(row: Row, people: frozenset[str]) -> bool:
    """Tell whether a block says who the author is: the name first, and what an author does."""
    if not named_first(row, people, 3) or row.sentences > 3 or in_quotes(row.plain, row.last):
        return False
    return row.words <= 4 or bool(words_of("role").intersection(row.plain.lower().split()))


def about_stranger(sheet: Sheet, row: Row, people: frozenset[str]) -> bool:
    """Tell whether a block begins with the author's name and the story above never names them."""
    named = named_first(row, people, 2)
    if len(named) < 2 or row.sentences > 4 or row.words < 6:
        return False
    return not any(
        named & set(r.text.split()) for r in sheet.rows[sheet.body : row.number - 1] if not r.cut
    )


def together(
    sheet: Sheet, row: Row, most: int, fits: Callable[[Row], bool] = lambda _: True
) -> list[Row]:
    """Return a row and those it stands with, no empty line between, `most` beside it and as far as
    they fit."""  # fmt: skip
    rows, first, last = sheet.rows, row.number, row.number
    while first > sheet.body and rows[first].block.gap == 0 and row.number - first < most:
        if not fits(rows[first - 1]):
            break
        first -= 1
    while last + 1 < len(rows) and rows[last + 1].block.gap == 0 and last - first < most:
        if not fits(rows[last + 1]):
            break
        last += 1
    return rows[first : last + 1]


def boxed(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands in a box of a page, half of whose lines and more are its buttons.

    A letter's name and what it offers stand above `Sign up` and `By signing up, I agree ...`.
    """
    box = together(sheet, row, LARGEST_BOX)
    gone = sum(bool(r.cut) for r in box)
    return 1 < gone < LARGEST_BOX and 2 * gone >= len(box) and not any(r.prose for r in box)


def somebody_acts(sheet: Sheet, row: Row) -> bool:
    """Tell whether a later sentence of a block begins with a name that the story knows.

    `Orders are taken by telephone, 218-555-0177. Halvorsen answers.`
    """
    return any(is_named_above(sheet, row, name) for name in ACTOR.findall(row.text))


def is_named_above(sheet: Sheet, row: Row, name: str) -> bool:
    """Tell whether the running text above a block bears a name."""
    if sheet.named is None:
        sheet.named = {}  # blocks are judged from the last one up: nothing above changes meanwhile
        for r in sheet.rows[sheet.body : row.number]:
            for known in NAMES.findall(r.text) if r.prose and not r.cut else ():
                sheet.named.setdefault(known, r.number)
    return sheet.named.get(name, row.number) < row.number


def is_result(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row and one beside it give a number to names of the story: `Wick Rovers 2`."""
    if not RESULT.fullmatch(row.text):
        return False
    scored = any(RESULT.fullmatch(r.text) for r in beside(sheet, row))
    return scored and any(is_named_above(sheet, row, name) for name in NAMES.findall(row.text))


def beside(sheet: Sheet, row: Row) -> list[Row]:
    """Return the rows of the body right above and below a row."""
    near = sheet.rows[max(sheet.body, row.number - 1) : row.number + 2]
    return [r for r in near if r is not row]


def below_furniture(sheet: Sheet, row: Row) -> bool:
    """Tell whether whole rows between the last sentence and a list are cut: the list is theirs."""
    rows = reversed(sheet.rows[max(0, row.number - LONGEST_LIST) : row.number])
    above = itertools.takewhile(lambda r: not r.prose or r.cut, rows)
    return any(r.cut and not r.prose for r in above)


def row_of_table(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row and one right beside it hold two figures or more: prices, results."""
    if row.stops or len(FIGURES.findall(row.text)) < 2 or holds_contact(row.text):
        return False
    others = [r for r in beside(sheet, row) if len(FIGURES.findall(r.text)) > 1]
    return (
        bool(others) and not find_dates(row.text) and not any(holds_contact(r.text) for r in others)
    )


def row_of_card(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row is one of three and more of a card below the story: `Born: 3 May 1933`.

    A page's own cards have a label that a rule knows, or an address.
    """
    card = together(sheet, row, LARGEST_CARD, is_entry)
    return len(card) >= LEAST_NUMBERED and not any(r.cut or holds_contact(r.text) for r in card)


def row_of_figures(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row and the one beside it hold figures among words: a table, results."""
    if not FIGURES.search(row.text) or not re.search(r"[^\W\d_]{2}", row.text):
        return False
    if holds_contact(row.text) or find_dates(row.text):
        return False
    others = (r for r in beside(sheet, row) if not r.cut and not r.prose)
    return any(FIGURES.search(r.text) and not holds_contact(r.text) for r in others)


def tells_result(row: Row) -> bool:
    """Tell whether a line is a score, what was drawn or a price: what stories end with.

    `Final score: 31-17`, `$14.99, hardback`; a page's own prices are by the month.
    """
    if CALL.match(row.plain):
        return False  # Share 23 Tweet 14
    told = SCORE.fullmatch(row.plain) or HALVES.fullmatch(row.plain) or is_drawn(row.text)
    return bool(told) or (bool(PRICE.match(row.plain)) and not SOLD.search(row.plain))


def is_drawn(text: str) -> bool:
    """Tell whether a line holds small numbers alone: of a lottery, of sets. `1 2 3 4` are pages.

    Groups of two figures each are a telephone's: `04 11 23 31 40`.
    """
    if not IN_A_ROW.fullmatch(text):
        return bool(DRAWN.fullmatch(text))
    numbers = [int(number) for number in text.split()]
    steps = {later - one for one, later in itertools.pairwise(numbers)}
    return min(steps) > 0 and steps != {1} and any(len(number) == 1 for number in text.split())


def opens_in_verse(row: Row) -> bool:
    """Tell whether a line begins with a small letter and is of words, not of a desk's initials."""
    if row.stops or row.words < LEAST_OF_VERSE or not row.text[0].islower():
        return False
    return any(len(word) > LEAST_OF_VERSE for word in row.text.split())


def breaks_off(row: Row) -> bool:
    """Tell whether a line is a sentence broken off: its last word must have another behind it.

    `The last boat left before`: where a dump cut a story short it ends so, and no heading does.
    """
    last = row.plain.lower().rpartition(" ")[2]
    return row.words >= LEAST_BROKEN_OFF and last in words_of("unfinished")


def about_agency(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row is the heading `About PNA`, PNA an agency, or the paragraph below it."""
    for heading in (row, *sheet.rows[max(0, row.number - 1) : row.number]):
        found = ABOUT.match(heading.plain) if heading.words < 8 and not heading.stops else None
        if found and agency_of(heading.plain[found.end() :]):
            return True
    return False


def after_about(sheet: Sheet, row: Row) -> bool:
    """Tell whether a paragraph describes the issuer of a release, under its `About` heading.

    So does the one below it.
    """
    if heads_about(row):
        return True
    near = [r for r in sheet.rows[max(0, row.number - 4) : row.number] if not r.cut]
    one = len(near) > 1 and near[-1].prose and not heads_about(near[-1])
    above = near[-2] if one else near[-1] if near else None
    return bool(above and heads_about(above) and above.words <= 14 and row.prose)


def heads_about(row: Row) -> bool:
    """Tell whether a row begins as what heads a portrait of the issuer: `About`."""
    brief = row.words <= 8 and not row.stops
    return bool(ABOUT.match(row.plain) or (brief and ABOUT_IN_TONGUES.match(row.plain)))


def heads_kept(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line heads a list or a table that was kept: `Final scores:`, `Results`."""
    following = sheet.rows[row.number + 1 : row.number + 2]
    if not following or following[0].cut or row.words > 12:
        return False
    parted = row.text.endswith(":") and PARTED.search(following[0].plain)
    figures = row_of_figures(sheet, following[0]) or tells_result(following[0])
    listed = following[0].block.kind == "list-item" or figures
    told = row.text.endswith(":") and row.words > LEAST_ANNOUNCING and following[0].stops
    return bool(listed or parted or told) and not row.hint  # The county could read it: / Maybe.


def announced(sheet: Sheet, row: Row) -> bool:
    """Tell whether a kept line just above ends with a colon: what follows is its list.

    Farther above it announces lines of one make: `June 9 -- Kelby Hall`, `Aug. 14 -- The Barn`.
    """
    near = sheet.rows[max(sheet.body, row.number - LONGEST_LIST) : row.number]
    above = (r for r in reversed(near) if not r.cut)
    listed = row.block.kind == "list-item"
    sign = PARTED.search(row.plain)
    told = 0
    for other in above:
        alike = sign is not None and sign[0] in other.plain
        if row.number - other.number > NEAR and not (alike or other.plain.endswith(":")):
            return False
        if other.number in sheet.answers and row.number not in sheet.answers:
            return False  # the lines announced are told
        if other.plain.rstrip().endswith(":"):
            return True
        item = other.block.kind == "list-item"
        told += other.stops and not item
        if (told > 1 or (told and item)) and not listed:
            return False  # the story has gone on since
    return False


def post_quoted(sheet: Sheet, row: Row) -> bool:
    """Tell whether a row is who posted what stands above it, or what such a row stands below."""
    following = sheet.below(row)
    return any(r is not None and POSTED.fullmatch(r.plain) for r in (row, following))


def beside_furniture(sheet: Sheet, row: Row) -> bool:
    """Tell whether the block before or the block after is cut."""
    rows = sheet.rows
    before = rows[row.number - 1] if row.number > sheet.body else None
    after = sheet.below(row)
    return any(r is not None and bool(r.cut) and r.first >= 0 for r in (before, after))
