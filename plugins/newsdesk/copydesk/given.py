"""What a sentence of the story gives: lists, cards and notices below its colon are content.

`What the families named first:` stands above WhatsApp, Email and a neighbour.
"""

from __future__ import annotations

import itertools
import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.narration import recounts
from newsdesk.copydesk.sentences import SENTENCE_END
from newsdesk.copydesk.sheet import Row, Sheet

SPEAKS = re.compile(  # a colon behind such a verb announces a quotation
    folded(
        r"\b(?:sa(?:id|ys)|told|tells|add(?:ed|s)|asked|asks|wrote|writes|explain(?:ed|s)"
        r"|recall(?:ed|s)|put it|déclar\w+|di(?:t|sait)|expli\w+|ajout\w+|confi\w+|racont\w+"
        r"|sag\w+|erklär\w+|erzähl\w+|berichte\w+|di(?:jo|ce)|afirm\w+|señal\w+|cuenta|contó"
        r"|disse|diz|afirmou|contou|dedi|anlatt\w+|söyle\w+|сказал\w*|говорит|рассказ\w+|заявил\w*"
        r"|قال\w*|گفت|אמר\w*)\b[^:.!?]{0,40}:$|说:$|表示:$"
    ),
    re.IGNORECASE,
)
ADVERTISED = "role.advertisement"
LEAST_NUMBERED = 3
READS = re.compile(
    folded(
        r"\b(?:reads?|goes|went|runs?|ran|says?|said|stands?|written|lit|dit|disent|écrit|steht|stehen|lautete?n?|liest|dice"
        r"|dicen|decía|reza|rezan|escrit[oa]s?|diz|dizem|lê-se|legge|dicono|scritt[oie]|yazıyor|yazılı"
        r"|написано|гласит|сказано|كتب|مكتوب|يقول|نوشته|כתוב|נכתב)\b[^:]{0,30}:$"
        r"|\b(?:are|were|sont|étaient|sind|waren|son|eran|são|eram|sono|erano):$"
        r"|(?:写|刻|印|画)(?:着|道|有|的)[^:。]{0,14}:$"
    ),
    re.IGNORECASE,
)
ENTRY = re.compile(r"[^\W\d_][\w ]{1,24}\s?: ?\S")  # Length: 61 feet, on a ship's card
SUBJECT = re.compile(r"(?:subject|objet|betreff|asunto|oggetto|konu|тема)\s?:", re.IGNORECASE)
CONTACT = re.compile(r"@|https?:|www\.|\d[\d ()./-]{6,}\d")
# The numbers two to eight; a number's place among the groups is what it counts.
COUNTED = re.compile(
    r"\b(?:()|(2|two|deux|zwei|dos|duas|dois|due|twee|två|to|iki|два|две|dwa|dwie|اثنان|دو)"
    r"|(3|three|trois|drei|tres|três|tre|drie|üç|три|trzy|ثلاثه?|سه)"
    r"|(4|four|quatre|vier|cuatro|quatro|quattro|fyra|fire|dört|четыре|cztery|اربعه?|چهار)"
    r"|(5|five|cinq|fünf|cinco|cinque|vijf|fem|beş|пять|pięć|خمسه?|پنج)"
    r"|(6|six|sechs|seis|sei|zes|sex|seks|altı|шесть|sześć|سته?|شش)"
    r"|(7|seven|sept|sieben|siete|sete|sette|zeven|sju|syv|yedi|семь|siedem|سبعه?|هفت)"
    r"|(8|eight|huit|acht|ocho|oito|otto|åtta|otte|sekiz|восемь|osiem|ثمانيه?|هشت))\b",
    re.IGNORECASE,
)
LEAST_GOING_ON = 7  # words of a sentence of the story that ends with a colon
MOST_WRITTEN = 8  # words of a line that somebody wrote on a card
MOST_QUOTED = 10  # rows that a quotation or a list of the story may take
DRAWN = " _-*=~#"  # signs that rules are drawn with
CHINESE = {n: rf"[{sign}{n}](?:行|句|条|個|个|项|字)" for n, sign in enumerate("二三四五六七八", 2)}


def listed_below(sheet: Sheet) -> frozenset[int]:
    """Return the items of lists that a sentence of the story announces, were one of them
    `- All rights reserved, a play.`: of buttons each one is known."""  # fmt: skip
    rows: set[int] = set()
    for row in sheet.rows:
        brief = row.words < 4 and not (row.words > 1 and READS.search(row.plain))
        if not row.plain.endswith(":") or brief or is_furniture(row):
            continue
        below = sheet.rows[row.number + 1 : row.number + 1 + MOST_QUOTED]
        items = list(itertools.takewhile(lambda r: r.block.kind == "list-item", below))
        known = sum(map(is_furniture, items))
        if len(items) >= LEAST_NUMBERED and 2 * known < len(items):
            rows.update(item.number for item in items)
        rows.update(r.number for r in written_below(row, below))
    return frozenset(rows)


def written_below(row: Row, below: list[Row]) -> list[Row]:
    """Return the lines below a sentence that gives their words: `The eight cards read:`.

    Whole sentences need no such verb above them, three or more: `On the board are the rules:`.
    """
    below = list(itertools.takewhile(lambda r: not is_page_mark(r), below))
    brief = itertools.takewhile(lambda r: r.words <= MOST_WRITTEN and not r.prose, below)
    heads = heads_teasers(below)
    lines = list(itertools.takewhile(lambda r: r.number not in heads, brief))
    whole = list(itertools.takewhile(lambda r: r.stops and r.words <= 2 * MOST_WRITTEN, below))
    card = list(itertools.takewhile(is_entry, below)) if row.words > MOST_WRITTEN else []
    if len(card) >= LEAST_NUMBERED and any(r.prose for r in below[len(card) :][:1]):
        return card
    if lines and (counted := counted_lines(row, lines)) and any(r.prose for r in below):
        return counted
    listed = listed_lines(row, below, heads)
    if listed:
        return listed
    if READS.search(row.plain) and len(lines) >= LEAST_NUMBERED and len(lines) < len(below):
        return lines
    goes_on = any(r.prose and not is_furniture(r) for r in below[len(whole) :])
    while whole and is_furniture(whole[-1]) and not goes_on:
        whole.pop()  # the page's own lines below the story
    if len(whole) >= LEAST_NUMBERED:
        return whole
    announces = row.words > MOST_WRITTEN or READS.search(row.plain)
    if announces and below[:1] and told_in_full(below[0]) and goes_on_below(row, below):
        return below[:1]  # a notice quoted in full, without quotation marks
    alone = stands_alone(row, lines, below) or tells_last(row, lines, below)
    return lines[:1] if announces and alone else []


def listed_lines(row: Row, below: list[Row], heads: frozenset[int]) -> list[Row]:
    """Return the lines of a list that a sentence announces, were some of them worded as furniture.

    No more than half may be, such as a model of a notice that a court sets out; if the story
    clearly goes on below them, one that no rule knows is enough: WhatsApp, Email, A neighbour.
    `heads` are the rows that announce teasers: the list ends above them.
    """
    brief = itertools.takewhile(lambda r: is_brief(r) and r.number not in heads, below)
    opened = row.words > MOST_WRITTEN and any(r.text.strip(DRAWN) for r in below[:1])
    listed = list(brief) if opened else []
    while listed and ends_list(listed):
        listed.pop()
    known = sum(map(is_furniture, listed))
    if max(LEAST_NUMBERED, 2 * known) <= len(listed) < len(below):
        return listed
    goes_on = len(listed) > 1 and goes_on_below(row, below[len(listed) - 1 :])
    return listed if goes_on and known < len(listed) else []


def ends_list(listed: list[Row]) -> bool:
    """Tell whether the last line of a list is none of it: an advertisement, a picture's credit.

    A list of credits is what the story gives: `Photo by Inga Lind`, of a prize's winners.
    """
    advertised = any(rule.id == ADVERTISED for rule in listed[-1].rules)
    return advertised or (is_credit(listed[-1]) and not is_credit(listed[0]))


def counted_lines(row: Row, lines: list[Row]) -> list[Row]:
    """Return the lines whose number the sentence above them tells: `Below are three buttons:`."""
    group = [lines[0], *itertools.takewhile(lambda r: r.block.gap == 0, lines[1:])]
    told = {found.lastindex for found in COUNTED.finditer(row.plain)} if row.words > 5 else set()
    told |= {n for n, sign in CHINESE.items() if re.search(sign, row.plain)}
    return next((run for run in (group, lines) if len(run) in told and len(run) > 1), [])


def stands_alone(row: Row, lines: list[Row], below: list[Row]) -> bool:
    """Tell whether one line gives what was announced, the story going on right below it.

    `The van bore its name:` stands above `Read More`; a quotation below is what was announced.
    """
    if (len(lines) > 1 and not lines[1].stops) or not lines:
        return False
    apart = lines[0].block.gap > 0
    spoken = not apart and row.words > MOST_WRITTEN and len(below) > 1 and below[1].stops
    return (apart and goes_on_below(row, below)) or (spoken and not is_furniture(below[1]))


def tells_last(row: Row, lines: list[Row], below: list[Row]) -> bool:
    """Tell whether a line set apart ends the story, of which the sentence above tells what it is.

    `He has had it painted on the door:` stands above a telephone's number.
    """
    last = SENTENCE_END.split(row.plain)[-1]
    told = recounts(last) or bool(READS.search(row.plain))
    apart = lines[:1] and lines[0].block.gap > 0 and (len(below) < 2 or below[1].block.gap > 0)
    return bool(apart) and told and not (is_furniture(lines[0]) or SPEAKS.search(row.plain))


def goes_on_below(row: Row, below: list[Row]) -> bool:
    """Tell whether the second row below a sentence is the story's running text.

    If it is a quotation, that is what a sentence such as `The mayor said:` announced.
    """
    rows = iter(below[1:])
    for following in rows:
        if takes_lines(following):
            next(rows, None)  # the teaser below its heading
        elif not is_credit(following):
            break
    else:
        return False
    announces = following.plain.endswith(":") and following.words >= LEAST_GOING_ON
    if is_furniture(following) or not (following.prose or announces):
        return False
    quoted = following.plain.startswith(('"', "'", "- "))
    return not (quoted and SPEAKS.search(row.plain))


def told_in_full(row: Row) -> bool:
    """Tell whether a row is running text, or several sentences of a page: a banner of consent."""
    return row.prose or row.sentences > 1


def heads_teasers(below: list[Row]) -> frozenset[int]:
    """Return the lines that announce teasers, but for the first, which is what a sentence gives.

    They end with a colon (`Leia também:`), or an empty line stands above them and none below.
    """
    return frozenset(
        row.number
        for row, after in itertools.pairwise(below[1:])
        if takes_lines(row)
        and (row.plain.endswith(":") or (row.block.gap > 0 and after.block.gap == 0))
    )


def takes_lines(row: Row) -> bool:
    """Tell whether a line is a heading of furniture that takes lines with it: `Читайте также`"""
    return not row.stops and any(r.takes == "lines" and r.find(row.plain) for r in row.rules)


def cards(sheet: Sheet) -> frozenset[int]:
    """Return the rows of cards amid the story: three lines and more, each a label with its value.

    `Name: as the mother said it.` above `Section: of the cemetery`: one at least no rule knows, and
    no contact is among them.
    """
    groups = (list(group) for entry, group in itertools.groupby(sheet.rows, is_entry) if entry)
    found = [g for g in groups if len(g) >= LEAST_NUMBERED and not any(map(is_of_letter, g))]
    if not found:
        return frozenset()
    told = [row.number for row in sheet.rows if row.prose and not is_furniture(row)] or [0]
    return frozenset(
        row.number
        for card in found
        if told[0] < card[0].number < told[-1] and not all(map(is_furniture, card))
        for row in card
    )


def is_of_letter(row: Row) -> bool:
    """Tell whether an entry is a contact, or the subject of a mail pasted into a text."""
    return bool(CONTACT.search(row.plain) or SUBJECT.match(row.plain))


def is_entry(row: Row) -> bool:
    """Tell whether a row is a line of a card that a story prints: `Length: 61 feet`."""
    return is_brief(row) and bool(ENTRY.match(row.plain))


def is_brief(row: Row) -> bool:
    """Tell whether a row is a line of some words, no running text."""
    return row.words <= 2 * MOST_WRITTEN and not row.prose


def is_credit(row: Row) -> bool:
    """Tell whether a rule for pictures' credits knows a row, wherever it stands."""
    return any(rule.rank == "credit" and rule.find(row.plain) for rule in row.rules)


def is_page_mark(row: Row) -> bool:
    """Tell whether a row is what a browser prints at the foot and head of each page."""
    return not row.stops and any(r.rank == "site" and r.find(row.plain) for r in row.rules)


def is_furniture(row: Row) -> bool:
    """Tell whether a rule knows a row wherever it stands."""
    return any(rule.at == "line" and rule.find(row.plain) for rule in row.rules)
