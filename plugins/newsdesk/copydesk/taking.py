"""What a heading of furniture takes with it: the next line, short lines, comments, all the rest."""

from __future__ import annotations

import itertools
import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import is_upper, read_dateline
from newsdesk.copydesk.dates import is_date_line
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.evidence import heads_about, opens_dispatch
from newsdesk.copydesk.facts import offer_value
from newsdesk.copydesk.people import is_person, read_byline, share_of_publishing
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sentences import READER, in_quotes, is_question
from newsdesk.copydesk.sheet import Row, Sheet

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
COMMENTS = re.compile(r"\b(?:com+ent|kommentar|yorum|коммент|تعليق)", re.IGNORECASE)
REPLY = re.compile(  # the buttons below what a reader wrote
    folded(
        r"\W*(?:(?:reply|report|like|share|flag|répondre|signaler|antworten|melden|responder"
        r"|denunciar|rispondi|segnala|yanıtla|şikayet|ответить|пожаловаться|رد|ابلاغ)\b[\W\d]*)+"
    ),
    re.IGNORECASE,
)
MOST_TEASED = 22  # words of a sentence that tells of another story
LONGEST_CAPTION = 30  # words above the name of its photographer
LONGEST_NAME = 3  # words
LONGEST_HEAD = 3  # words of a line that heads a part of the story
LONGEST_COMMENT = 8  # rows, its author and its buttons included
MOST_LINES = 60  # no heading takes more lines with it


def strike_following(sheet: Sheet) -> None:
    """Cut what a heading takes with it: the next line, the short lines or all the rest."""
    prose = [r.number for r in sheet.open_rows() if r.prose] or [-1]
    for row in sheet.rows:
        rule = next((r for r in row.rules if r.id == row.cut), None) if row.cut else None
        if rule is None or not rule.takes or not rule.find(row.plain):
            continue
        for following in taken(sheet, row, rule, prose):
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


def taken(sheet: Sheet, row: Row, rule: Rule, prose: list[int]) -> list[Row]:
    """Return the rows a heading takes with it; `prose` are the numbers of those of running text."""
    if rule.takes == "rest":
        return [] if sheet.taken_rest else take_rest(sheet, row)
    above = sheet.rows[max(sheet.body, row.number - 1) : row.number]
    if rule.takes == "before":
        return [r for r in above if is_person(r.text)]
    if rule.takes == "above":
        longest = LONGEST_CAPTION if rule.rank == "credit" else 0  # a caption is a sentence
        fit = [r for r in above if not r.stops or r.words < longest]
        named = (r for r in fit if r.words > LONGEST_NAME or not is_person(r.text))
        return [r for r in named if not (row.block.gap or is_header(r))]
    after = sheet.rows[row.number + 1 : row.number + 1 + MOST_LINES]
    told = len(prose) > 1 and row.number > prose[1]  # above the story a count is but a link
    if told and rule.takes == "lines" and COMMENTS.search(row.plain) and (said := comments(after)):
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
        if apart and following.number < prose[-1] and not is_headline(following):
            break
        if following.claimed:
            continue
        found = read_dateline(following.text) if following.words > 2 else None
        if found and found.agency:
            break  # it opens the story
        kept.append(following)
    return kept[:-1] if heads_next(sheet, kept) else kept


def is_header(row: Row) -> bool:
    """Tell whether a line is a byline or a date: no title of what stands below."""
    return read_byline(row.text) is not None or is_date_line(row.text)


def heads_next(sheet: Sheet, taken: list[Row]) -> bool:
    """Tell whether the last line that a heading took heads the paragraph right below it.

    `Читайте также`, a headline of another story, `Сколько стоит`, and what it costs.
    """
    if len(taken) < 2 or taken[-1].stops:
        return False
    last, below = taken[-1], sheet.below(taken[-1])
    marked = last.words <= 2 * LONGEST_HEAD and (is_upper(last.text) or last.plain.startswith('"'))
    heads = last.words <= LONGEST_HEAD and ASKING.match(last.plain)
    return bool(heads or marked) and below is not None and below.prose and not below.cut


def comments(after: list[Row]) -> list[Row]:
    """Return the rows of the comments below their heading: after each stand buttons to reply."""
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
    spaced = sheet.sets_apart(row)
    group = list(itertools.takewhile(lambda r: r.block.gap == 0, after))
    short = all(r.words <= MOST_TEASED and not in_quotes(r.plain, r.last) for r in group)
    ended = len(group) < len(after) or row.number + 1 + len(group) >= len(sheet.rows)
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
    return row.text.endswith(("...", "…")) and opens_dispatch(row)


def is_headline(row: Row) -> bool:
    """Tell whether a line is set as English headlines are: most words begin with a capital."""
    words = re.findall(r"[^\W\d_]{4,}", row.text)
    return (
        len(words) > 2 and not row.stops and sum(w[0].isupper() for w in words) > 0.8 * len(words)
    )
