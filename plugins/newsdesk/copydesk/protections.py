"""What is quoted, asked, listed or announced is the story, were it worded like furniture."""

from __future__ import annotations

import itertools
import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.given import (
    DRAWN,
    LEAST_NUMBERED,
    MOST_QUOTED,
    MOST_WRITTEN,
    is_furniture,
    is_page_mark,
)
from newsdesk.copydesk.sentences import POINTED, is_question, speaks_of_no_page
from newsdesk.copydesk.sheet import Row, Sheet

POINTED_AT = re.compile(  # the one line above: Share. / It was the word on his bag.
    folded(
        r"(?:that|this|it|which|c'|ce|das|dies|ese|esa|eso|essa|esse|era|fue|foi|quest[ao]|quell[ao]"
        r"|это|то|так|هذه|تلك|كانت|bu|זו|זה)\s?(?:was|is|were|reads?|are|était|est|furent|war|ist|era"
        r"|es|fue|foi|é|è|fu|было|был|была|есть|هي|كانت|היא|היה|הייתה)?\s?(?:\w+\s){0,2}?(?:word|line|sentence"
        r"|motto|name|label|advice|order|mot|phrase|devise|nom|conseil|wort|satz|spruch|name|rat"
        r"|palabra|frase|lema|nombre|consejo|palavra|nome|parola|motto|слово|надпись|название|фраза"
        r"|совет|الكلمة|العبارة|kelime|söz|המילה|השורה)\b"
    ),
    re.IGNORECASE,
)
WRITTEN_AT = re.compile(  # Tel: 079 555 0137 / That is what is painted on the wall
    r"(?:that|this|it|so) (?:is|was)(?: what| how| all)?(?: is| was)? (?:\w+ )?(?:painted|written"
    r"|carved|printed|stamped|chalked|engraved|scrawled|embroidered)\b",
    re.IGNORECASE,
)
TELLS_WORD = re.compile(  # She turned to the page, which holds a single word.
    folded(
        r"\b(?:(?:one|single|last|only|final|two|three|four) (?:\w+ )?(?:words?|letters)|one-word"
        r"|(?:seul|dernier) mot|un mot"
        r"|(?:ein|einziges|letztes|letzte) wort|(?:sola|última|única) palabra|una palabra"
        r"|(?:só|última|única) palavra|uma palavra|(?:sola|ultima) parola|одно\w* слов\w*"
        r"|(?:последн\w+|перв\w+) слов\w*|слов\w+ из|tek (?:bir )?kelime|son (?:söz|kelime)"
        r"|jedn\w+ słow\w*|[بل]?كلمة واحدة|(?:آخر|اخر) كلمة|یک کلمه|מילה אחת)\b[^.!?:]{0,60}[.!?:]$"
    ),
    re.IGNORECASE,
)
MOST_POINTED = 8  # lines that a sentence below them speaks of
NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
MOST_BETWEEN = 3  # rows between two sentences of one list
LEAST_HEADS = 2  # beside the one worded as furniture
SHORTEST = 4  # words
LEAST_ANSWERS = 3  # fewer make no interview


def numbered(sheet: Sheet) -> frozenset[int]:
    """Return the rows of a list of the story: three or more sentences, numbered one by one."""
    found: list[int] = []
    run: list[int] = []
    for row in [*sheet.rows, None]:
        mark = NUMBER.match(row.plain) if row and row.stops else None
        if row and mark and int(mark[1]) == len(run) + 1:
            run.append(row.number)
            continue
        if row and run and not mark and row.number - run[-1] <= MOST_BETWEEN:
            continue  # a box between two of them
        found += run if len(run) >= LEAST_NUMBERED else []
        run = [row.number] if row and mark and int(mark[1]) == 1 else []
    return frozenset(found)


def heads_results(sheet: Sheet) -> frozenset[int]:
    """Return the rows that would end the story, were they not right above a list that counts from
    one: `Final`, `1. Jo Lind (GBR)`."""  # fmt: skip
    return frozenset(
        row.number
        for row, below in itertools.pairwise(sheet.rows)
        if below.block.gap == 0
        and any(rule.ends for rule in row.rules)
        and (mark := NUMBER.match(below.plain))
        and mark[1] == "1"
    )


def pointed_back_to(sheet: Sheet) -> frozenset[int]:
    """Return the short rows that the sentence below them speaks of: `Those three names ...`."""
    rows: set[int] = set()
    for row in sheet.rows:
        if row.prose and POINTED.match(row.plain):
            above = reversed(sheet.rows[max(0, row.number - MOST_POINTED) : row.number])
            short = itertools.takewhile(lambda r: not r.prose and r.words < 8, above)
            rows.update(r.number for r in short)
        elif POINTED_AT.match(row.plain) and row.number:
            one = sheet.rows[row.number - 1]
            rows.update({one.number} if one.words < 8 and one.stops else ())
        elif WRITTEN_AT.match(row.plain) and row.number:
            one = sheet.rows[row.number - 1]
            rows.update({one.number} if one.words < 8 else ())
    return frozenset(rows)


def words_told(sheet: Sheet) -> frozenset[int]:
    """Return the words alone of which the sentence above says that it is one: `End.`

    `The page holds a single word.` stands above it.
    """
    pairs = itertools.pairwise(sheet.rows)
    return frozenset(
        b.number for a, b in pairs if b.words == 1 and b.stops and TELLS_WORD.search(a.plain)
    )


def answers_in(sheet: Sheet) -> frozenset[int]:
    """Return the rows that answer the questions of an interview: sentences, each below a question.

    An answer may say `Subscribe first, then judge us.`, as a page does below one question or two.
    """
    pairs = zip(sheet.rows, sheet.rows[1:], strict=False)
    answers = frozenset(
        b.number for a, b in pairs if is_question(a) and b.stops and b.text[-1] != "?"
    )
    return answers if len(answers) >= LEAST_ANSWERS else frozenset()


def quoted_on(sheet: Sheet) -> frozenset[int]:
    """Return the rows on which a quotation goes that opened in a row above and closes in one below.

    A notice quoted in full over three paragraphs says `All rights reserved.` as its second.
    """
    rows: set[int] = set()
    opened = -1
    for row in sheet.rows:
        odd = row.plain.count('"') % 2 == 1
        if odd and row.plain.startswith('"'):
            opened = row.number
        elif odd and opened >= 0 and row.plain.endswith('"'):
            quoted = sheet.rows[opened : row.number + 1]
            rows.update(r.number for r in quoted if not is_page_mark(r))
            opened = -1
        elif odd or row.number - opened > MOST_QUOTED:
            opened = -1
    return frozenset(rows)


def heads_of_parts(sheet: Sheet) -> frozenset[int]:
    """Return the lines that head parts of the story as others do, were one `More from the hills`.

    It speaks of no page, and two lines and more that no rule knows stand between paragraphs too.
    Rules may be drawn between the parts.
    """
    rows = [row for row in sheet.rows if row.text.strip(DRAWN)]
    around = zip(rows, rows[1:], rows[2:], strict=False)
    heads = [row for above, row, below in around if heads_part(above, row, below)]
    known = [row for row in heads if is_furniture(row)]
    if not known or len(heads) - len(known) < LEAST_HEADS:
        return frozenset()
    of_parts = (r for r in known if r.text.isupper() or speaks_of_no_page(r.plain))
    return frozenset(row.number for row in of_parts)


def heads_part(above: Row, row: Row, below: Row) -> bool:
    """Tell whether a line of some words stands between two paragraphs, an empty line around it.

    A word alone must be in capitals.
    """
    apart = row.block.gap > 0 and below.block.gap > 0 and row.block.kind == "text"
    line = row.words > 1 or (row.text.isalpha() and row.text.isupper())
    line = line and row.words <= MOST_WRITTEN and not row.stops and not row.prose
    return apart and line and above.prose and below.prose and not is_furniture(below)


def brief_in_a_row(sheet: Sheet) -> frozenset[int]:
    """Return the sentences of a word or some between others such: `Read more.`, `Walk home.`"""
    around = zip(sheet.rows, sheet.rows[1:], sheet.rows[2:], strict=False)
    brief = ((a, b, c) for a, b, c in around if is_short_sentence(b) and is_furniture(b))
    last = max((row.number for row in sheet.rows if row.prose), default=0)
    return frozenset(
        row.number
        for above, row, below in brief
        if row.number < last
        and any(is_short_sentence(r) and not is_furniture(r) for r in (above, below))
    )


def is_short_sentence(row: Row) -> bool:
    """Tell whether a row is a sentence of some words: `Walk home.`"""
    return row.stops and 1 < row.words <= SHORTEST
