"""From a raw document to a clean article: the order of the copydesk's work."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import islice, pairwise, takewhile

from newsdesk.copydesk.agencies import agency_of, credit, house_name
from newsdesk.copydesk.blocks import Block, read_blocks
from newsdesk.copydesk.dateline import WINDOW, may_name_agency, read_dateline, towns
from newsdesk.copydesk.dates import find_dates, is_date_line, is_stamp
from newsdesk.copydesk.echo import echo, told_below
from newsdesk.copydesk.evidence import opens_dispatch
from newsdesk.copydesk.fields import (
    best,
    best_source,
    evidence_of,
    offer_foot_stamp,
    offer_stated,
    offer_told,
    read_date,
)
from newsdesk.copydesk.frame import clear_frame, find_frame
from newsdesk.copydesk.given import is_credit
from newsdesk.copydesk.headers import header_line, is_loose
from newsdesk.copydesk.headline import ELLIPSES, title_key
from newsdesk.copydesk.judge import judge_blocks
from newsdesk.copydesk.labels import strike_labels
from newsdesk.copydesk.language import direction_of, language_of
from newsdesk.copydesk.lead import name_and_paper, read_lead
from newsdesk.copydesk.paragraphs import assemble_text
from newsdesk.copydesk.people import (
    is_person,
    is_publication,
    name_with_role,
    names_in,
    read_byline,
    share_of_publishing,
)
from newsdesk.copydesk.rulebook import Rulebook
from newsdesk.copydesk.sentences import READER
from newsdesk.copydesk.sheet import RANKS, Candidate, Piece, Row, Sheet, lay_out
from newsdesk.copydesk.single_line import split_single_line
from newsdesk.copydesk.sources import offer_issuer, offer_masthead
from newsdesk.copydesk.striking import (
    LONGEST_SUMMARY,
    amid_story,
    is_heading_only,
    strike_dateline,
    strike_ends,
    strike_inside,
    strike_lines,
    strike_starts,
)
from newsdesk.copydesk.taking import strike_following
from newsdesk.records import Article, RawDocument

PREFIX = 7  # characters of an aggregator's prefix that tell it: (MENAFN
HEADS_POINTS = (":", "-", "–")
LEAST_TITLE = 4  # words: fewer above a question are the paper's name
LONGEST_DECK = 22  # words of a whole sentence
LONGEST_LEAD = 80  # rows: no page prints more above its story
LONGEST_GREETING = 20  # words of a sentence above the headline of a newsletter
SAID_AGAIN = 40  # letters two rows begin with alike
SAYS_WHO = "page.byline"  # the reason of a page's verdict
TAGS = re.compile(r"<[^<>]*>")
DOTLESS = frozenset(("az", "tr"))  # languages in which a capital I has no dot
DEEPEST_DATELINE = 10  # rows between the first sentence and an agency's dateline


def clean(raw: RawDocument, rulebook: Rulebook) -> Article:
    """Return the clean story of a raw document, with an account of every cut.

    Nothing is lost: kept spans and cuts together are `raw.text` (see `rebuild`).
    """
    above: tuple[Block, ...] = ()
    dropped: tuple[Piece, ...] = ()
    if raw.media_type == "text/html":
        from newsdesk.copydesk.html import read_page

        page = read_page(raw)
        blocks, above, dropped = page.blocks, page.above, page.dropped
        raw = replace(raw, fields={**page.fields, **raw.fields})
    else:
        blocks = split_single_line(read_blocks(raw.text), rulebook)
    sheet = lay_out(raw, blocks, rulebook)
    sheet.dropped = dropped
    offer_stated(sheet, raw.fields, "stated")
    if above:
        offer_above(sheet, above, rulebook)
    read_sheet(sheet, rulebook)
    offer_signed_above(sheet)
    return article_of(sheet)


def offer_above(sheet: Sheet, above: tuple[Block, ...], rulebook: Rulebook) -> None:
    """Offer what the lines between a page's headline and its story say: they are not the story."""
    lines = lay_out(sheet.raw, above, rulebook)
    for row in lines.rows:
        if not header_line(lines, row) and lines.candidates:
            break  # behind date and byline comes the picture
    sheet.candidates += [c for c in lines.candidates if c.field in ("date", "byline")]


def offer_signed_above(sheet: Sheet) -> None:
    """Offer the author whom a page's own line names above its story, if nothing else did."""
    first = next((row.block.start for row in sheet.open_rows(sheet.body)), 0)
    above = (p for p in sheet.dropped if p.rule == SAYS_WHO and p.start < first)
    for piece in above if not sheet.offered("byline") else ():
        line = " ".join(unescape(TAGS.sub(" ", sheet.raw.text[piece.start : piece.end])).split())
        signed = read_byline(line)
        if signed and signed.people:
            sheet.offer("byline", signed.people, SAYS_WHO, line, "text")
            return


def read_sheet(sheet: Sheet, rulebook: Rulebook) -> None:
    """Judge all blocks: rules first, then the lead, then what is left by its evidence."""
    find_frame(sheet)
    strike_lines(sheet)
    strike_following(sheet)
    strike_labels(sheet)
    for row in sheet.open_rows():
        if not sheet.gives(row):
            strike_ends(sheet, row)
            last = row.last
            strike_inside(sheet, row)
            if row.last < last:  # (Reporting by Jo Lind) ((jo.lind@fen.example))
                strike_ends(sheet, row)
    open_story(sheet)
    read_lead(sheet)
    clear_frame(sheet)
    judge_blocks(sheet, rulebook)
    for row in sheet.rows:
        if not (row.cut or sheet.gives(row)):
            strike_ends(sheet, row)
    if not any(True for _ in sheet.open_rows()):
        give_back(sheet)
    offer_foot_stamp(sheet)
    offer_told(sheet)
    offer_issuer(sheet)
    offer_masthead(sheet)


def give_back(sheet: Sheet) -> None:
    """Keep what was cut for its place alone where nothing else is left: results, a poem.

    Of a sentence alone, whole or broken off, nobody knows that it is a headline, if none is stated.
    """
    for row in sheet.rows:
        if row.cut.startswith(("lead.deck", "lead.above", "lead.label", "furniture.")):
            row.cut = ""
    if any(sheet.open_rows()) or sheet.raw.fields.get("title"):
        return
    title = next((row for row in sheet.rows if row.cut == "lead.title"), None)
    broken_off = sheet.offered("truncated")
    if title and (title.stops or broken_off):
        title.cut = ""
        sheet.candidates[:] = [c for c in sheet.candidates if c.rule != "lead.title"]


def open_story(sheet: Sheet) -> None:
    """Find where the story begins: the first prose, or what a prefix or a dateline opens."""
    limit = min(len(sheet.rows), LONGEST_LEAD)
    sheet.body = first_prose(sheet, limit)
    sheet.body = sheet.frame[0] if sheet.frame else row_of_agency_dateline(sheet) or sheet.body
    brief = 0 if sheet.frame else heads_brief(sheet)
    again = 0 if sheet.frame else row_said_again(sheet)
    sheet.body = brief or sheet.body
    sheet.body = again or sheet.body
    looked = 0
    for row in sheet.open_rows(0, sheet.frame[1]) if sheet.frame else sheet.open_rows():
        before = row.first
        if row.number <= sheet.body and is_caption(row):
            sheet.body = max(sheet.body, row.number + 1)
            continue  # STRANDED. Volunteers keep a seal wet. (Photo by Jo Lind)
        if row.number < sheet.body and row.prose and credit_above(sheet, row):
            row.cut = "furniture.below-a-picture's-credit"
            continue
        strike_starts(sheet, row)
        if row.number < sheet.body and not row.prose and row.first == before:
            strike_starts(sheet, row, "title")
            before = row.first
        if row.number < again or (row.number < sheet.body and (row.cut or sheet.frame)):
            continue
        prefixed = row.first > before
        fresh = (not sheet.dateline or row.number >= sheet.body) and not quoted_below(sheet, row)
        dated = fresh and strike_dateline(sheet, row, first=row.prose or prefixed)
        if dated and not row.cut:
            strike_starts(sheet, row)
        if prefixed and not dated and is_prefixed_headline(sheet, row):
            continue  # (MENAFN - Fen Post) Desert library opens / (MENAFN) MUSCAT: The ministry ...
        if (prefixed or dated) and row.number < sheet.body:
            sheet.body = row.number
        looked += row.number >= sheet.body
        if prefixed and not row.cut and not row.prose:
            row.cut = header_line(sheet, row) or name_alone(sheet, row)
            dated = dated or bool(row.cut)
        if row.cut and (dated or (prefixed and not row.prose)):
            sheet.body = body_below(sheet, row.number + 1)
            continue
        if dated or looked >= 3:
            break
    if sheet.frame:
        return
    begin_at_letter(sheet)
    if title_is_first_prose(sheet):
        sheet.body += 1
    if not sheet.dateline:
        pass_deck(sheet)
        pass_greeting(sheet)
    strike_header_below(sheet)


def is_prefixed_headline(sheet: Sheet, row: Row) -> bool:
    """Tell whether an aggregator's prefix stands before the headline, and once more below it."""
    below = sheet.rows[row.number + 1 : row.number + 3]
    again = any(r.prose and r.plain.startswith(row.plain[:PREFIX]) for r in below)
    return again and row.number < sheet.body and not (row.prose or row.stops) and row.words > 3


def heads_brief(sheet: Sheet) -> int:
    """Return the row that names whom the points below it tell of, where they are all the story.

    `Jan 14 (Reuters) - Fen Kilns PLC:` above `* Signs supply deal`; 0 if there is none.
    """
    for row in sheet.open_rows(1, LONGEST_LEAD):
        below = sheet.below(row)
        if row.block.kind == "list-item" or row.prose:
            return 0
        if row.text[-1:] not in HEADS_POINTS or not below or below.block.kind != "list-item":
            continue
        told = (r for r in sheet.open_rows(row.number + 1) if r.prose)
        if any(r.block.kind != "list-item" for r in told):
            return 0
        for read in find_dates(row.text)[:1]:  # Jan 14 Fen Kilns Ltd :
            sheet.offer("date", read.edtf if read.start == 0 else "", "dateline", row.text, "text")
        return row.number
    return 0


def first_prose(sheet: Sheet, limit: int) -> int:
    """Return the first row of running text that is neither a header line nor the page's voice."""
    prose = [r for r in sheet.open_rows(0, limit) if r.prose]
    told = (
        r.number
        for r in prose
        if not (credit_above(sheet, r) or is_loose(r) or addresses_reader(r) or is_caption(r))
        and not heads_buttons(sheet, r)
    )
    return next(told, prose[0].number if prose else limit)


def heads_buttons(sheet: Sheet, row: Row) -> bool:
    """Tell whether a sentence of the page stands right above its buttons: a banner of consent."""
    below = sheet.below(row)
    if row.hint is None or row.hint.rank == "credit" or below is None or below.block.gap:
        return False
    return bool(below.cut) or (below.hint is not None and not below.stops)


def credit_above(sheet: Sheet, row: Row) -> bool:
    """Tell whether a line stands right below a picture's credit that opens the page."""
    above = sheet.rows[row.number - 1]
    if not 0 < row.number < 3 or row.block.gap or above.words > 8 or row.words > 30:
        return False
    return is_credit(above) and not opens_dispatch(row)


def is_caption(row: Row) -> bool:
    """Tell whether a rule for pictures' credits knows a row: a page opens with its picture."""
    hint = row.hint
    return bool(hint and hint.rank == "credit" and row.words < 40 and hint.find(row.plain))


def addresses_reader(row: Row) -> bool:
    """Tell whether a row asks the reader for something about the page: a letter, a subscription."""
    hits, share = share_of_publishing(row.plain)
    return hits > 1 and share > 0.1 and bool(READER.search(row.plain)) and row.plain[0] not in "\"'"


def name_alone(sheet: Sheet, row: Row) -> str:
    """Return the rule for a reporter or an agency alone behind a prefix, `Read more` with it."""
    name = re.sub(r"\s*\bread more$", "", row.text, flags=re.IGNORECASE)
    if agency_of(name):
        sheet.offer("source", credit(name), "lead.source", row.text, "text")
        return "lead.source"
    if row.words > 8 or row.stops:
        return ""
    if not is_person(name):
        return name_and_paper(sheet, row)
    sheet.offer("byline", names_in(name), "lead.name", row.text, "text")
    return "lead.name"


def row_of_agency_dateline(sheet: Sheet) -> int:
    """Return the row that an agency's dateline opens below a sentence or two of summary, else 0.

    What stands above such a dateline is the page's, were it a full sentence.
    """
    above = words = 0
    for row in sheet.open_rows(0, sheet.body + DEEPEST_DATELINE):
        named = row.words > 4 and may_name_agency(row.plain[:WINDOW])
        found = read_dateline(row.text, first=False) if named else None
        if (
            found
            and found.agency
            and not (is_heading_only(row, found) or amid_story(sheet, row, found))
        ):
            return row.number if above and not quoted_below(sheet, row) else 0
        if row.prose:
            above, words = above + 1, words + row.words
            if above > 2 or row.sentences > 2 or words > LONGEST_SUMMARY:
                return 0
    return 0


def quoted_below(sheet: Sheet, row: Row) -> bool:
    """Tell whether a sentence above announces a row by a colon: a dispatch given in a story."""
    above = next((r for r in reversed(sheet.rows[: row.number]) if not r.cut), None)
    return above is not None and above.words > 5 and above.text.endswith(":")


def row_said_again(sheet: Sheet) -> int:
    """Return the row that begins as a summary above it does, which a page cut short; else 0."""
    for row in sheet.open_rows(0, sheet.body + 1):
        key = title_key(row.text[: SAID_AGAIN * 3])[:SAID_AGAIN]
        cut_short = max(map(row.text.rfind, ELLIPSES)) > len(row.text) / 2
        if not cut_short or row.words < 9 or len(key) < SAID_AGAIN:
            continue
        for later in sheet.open_rows(row.number + 1, row.number + 16):
            whole = later.prose and len(later.text) > len(row.text) - 60
            if whole and title_key(later.text[: SAID_AGAIN * 3]).startswith(key):
                row.cut = "lead.summary"
                return later.number
    return 0


def body_below(sheet: Sheet, start: int) -> int:
    """Return the first row of running text near a place, or the place itself."""
    # NORCIA, 21 febbraio 2025 / Redazione ANSA / Condividi / Facebook / X / Mail
    unknown = (r for r in sheet.open_rows(start, start + DEEPEST_DATELINE) if r.hint is None)
    near = islice(unknown, 4)
    return next((r.number for r in near if r.prose), start)


def pass_deck(sheet: Sheet) -> None:
    """Let the body begin behind a byline or a date that follows one sentence: that was the deck."""
    near = sheet.rows[sheet.body : sheet.body + 12]
    rows = [r for r in near if not (r.cut or r.claimed) or is_date_line(r.text)]
    if not rows or rows[0].first or rows[0].sentences > 2 or rows[0].words > 45:
        return
    if rows[0].text.endswith(":"):
        return  # it announces what stands below: a poem, a letter
    if rows[0].words > LONGEST_DECK and rows[0].stops:
        return
    dated = is_date_line(rows[0].text)
    for row in rows[1:]:
        if row.prose or row.text.endswith(":"):
            return
        byline = read_byline(row.text)
        scholar = dated and name_with_role(row.text)
        if (byline and byline.people) or scholar:
            break
        if is_date_line(row.text) and (heads_letter(sheet, row) or heads_day(sheet, row)):
            return
        if is_date_line(row.text) and not of_another_year(sheet, row):
            break
        if row.words > 4:
            return
    else:
        return
    later = [r.number for r in rows if r.prose and r.number > row.number]
    if later and sheet.body > 0:
        above = (r.words for r in sheet.rows[: sheet.body] if not r.cut)
        asked = rows[0].text.endswith("?") and max(above, default=0) < LEAST_TITLE
        # The Fen Post / Who pays for the ferry? / Published 7 May
        rows[0].cut = "" if asked or dated else "lead.deck"
        sheet.body = later[0]


def strike_header_below(sheet: Sheet) -> None:
    """Cut the byline, the date and the paper that some pages print below the first paragraph."""
    rows = sheet.rows[sheet.body + 1 : sheet.body + 5]
    header = list(takewhile(lambda r: not r.prose and not r.cut and r.words <= 14, rows))
    dated = [r for r in header if is_date_line(r.text)]
    if not any(read.year for r in dated for read in find_dates(r.text)):
        return
    if any(read.year for r in sheet.rows[: sheet.body] for read in find_dates(r.text)):
        return
    if len(header) == 1 and heads_letter(sheet, header[0]):
        return
    signed = [r for r in header if (byline := read_byline(r.text)) and byline.people]
    if not signed and dated[0] is not header[0]:
        return
    for row in header[: max(r.number for r in (*dated, *signed)) - sheet.body + 1]:
        paper = row not in dated and row not in signed
        if not paper or is_publication(row.text):
            row.cut = header_line(sheet, row) or "lead.source"
        if row.cut == "lead.source":
            sheet.offer("source", credit(row.text), "lead.source", row.text, "text")


def is_bare_date(row: Row) -> bool:
    """Tell whether a row is a day and nothing else: no label, no hour."""
    dates = find_dates(row.text) if is_date_line(row.text) and not is_stamp(row.text) else ()
    return len(dates) == 1 and not dates[0].time


def announces(row: Row) -> bool:
    """Tell whether a row ends in a colon and is no mere label: `The letter begins:`."""
    return row.text.endswith(":") and row.words > 2


def heads_letter(sheet: Sheet, row: Row) -> bool:
    """Tell whether a bare date is a paragraph of its own below a sentence, as over a letter.

    A page labels its date, or sets it with the author's name below headline and deck.
    """
    above, below = sheet.rows[row.number - 1], sheet.below(row)
    apart = row.block.gap > 0 and below is not None and below.block.gap > 0
    return apart and (announces(above) or (above.prose and above.stops)) and is_bare_date(row)


def heads_day(sheet: Sheet, row: Row) -> bool:
    """Tell whether two dates and more stand below one alone on their lines: of a chronicle."""
    return sum(is_date_line(r.text) for r in sheet.rows[row.number + 1 :]) > 1


def begin_at_letter(sheet: Sheet) -> None:
    """Let the body begin at a dated letter: announced by a colon, or years from the date above it.

    `The letter begins:` above `12 March 1944`; between the two dates stand only header lines.
    """
    dated: Row | None = None
    for row in sheet.rows[1 : min(sheet.body, LONGEST_LEAD)]:
        above = sheet.rows[row.number - 1]
        bare = not row.cut and is_bare_date(row)
        announced = announces(above) and not read_byline(above.text)
        if bare and announced and not above.cut and row.block.gap > 0:
            sheet.body = above.number
            return
        if bare and dated and years_apart(years_in(row), years_in(dated)) > 1:
            sheet.body = row.number
            return
        if is_date_line(row.text):
            dated = row
        elif not read_byline(row.text):
            dated = None  # the headline below a masthead's date


def of_another_year(sheet: Sheet, row: Row) -> bool:
    """Tell whether a date is years from that above the story: a plate on a clock bears it."""
    known = frozenset().union(*map(years_in, sheet.rows[: sheet.body]))
    return years_apart(known, years_in(row)) > 1


def years_in(row: Row) -> frozenset[int]:
    """Return the years of the dates that a row holds."""
    return frozenset(read.year for read in find_dates(row.text) if read.year)


def years_apart(some: frozenset[int], others: frozenset[int]) -> int:
    """Return how many years lie between the nearest two of them, 0 where there is none."""
    return min((abs(a - b) for a in some for b in others), default=0)


def pass_greeting(sheet: Sheet) -> None:
    """Let the body begin below a headline with its byline that a letter's greeting stands above."""
    rows = sheet.rows[sheet.body : sheet.body + 7]
    for title, row in pairwise(rows):
        byline = read_byline(row.text) if not row.prose and row.words <= 14 else None
        above = [r for r in rows if r.number < title.number]
        if any(r.words > LONGEST_GREETING for r in above):
            return
        if not above or not byline or not byline.people or title.prose or title.words < 4:
            continue
        told = told_below(sheet, row.number + 1)
        mine = max(echo(r, told) for r in above)
        if echo(title, told) > max(mine, 0.3):
            sheet.body = body_below(sheet, row.number + 1)
            return


def title_is_first_prose(sheet: Sheet) -> bool:
    """Tell whether the first full sentence is the headline: one, short, above header lines."""
    title = best(sheet, "title")
    labelled = title is not None and title.rank >= RANKS["header"]
    if sheet.body + 1 >= len(sheet.rows) or sheet.raw.fields.get("title") or labelled:
        return False
    row = sheet.rows[sheet.body]
    if row.first or row.sentences > 1 or row.words > 24 or any(sheet.open_rows(0, sheet.body)):
        return False
    following = sheet.rows[row.number + 1]
    longer = following.words >= 1.3 * row.words
    return (
        bool(following.cut or following.first)
        or (row.text[-1:] in "?!" and longer)
        or (not following.prose)
    )


def article_of(sheet: Sheet) -> Article:
    """Return the article that a judged worksheet amounts to."""
    raw = sheet.raw
    text = assemble_text(sheet)
    dated, _ = read_date(sheet)

    def value(name: str) -> str:
        found = best(sheet, name)
        return found.value if found else ""

    source = best_source(sheet)
    stated = re.match("[A-Za-z]{2}", value("lang"))  # a dump may say `" onload=`, which is none
    lang = (
        stated[0].lower() if stated else language_of(" ".join(text.paragraphs) or raw.text[:1500])
    )
    return Article(
        raw=raw,
        title=value("title"),
        paragraphs=text.paragraphs,
        kept=text.kept,
        cuts=text.cuts,
        date=dated.day,
        time=dated.time,
        partial_date=dated.partial,
        source=house_name(source.value, lang) if source else "",
        syndicator=value("syndicator"),
        wire_id=value("wire_id"),
        byline=value("byline"),
        place=dotless(best(sheet, "place"), lang),
        dateline=sheet.dateline,
        lang=lang,
        dir=direction_of(lang),
        rights=value("rights"),
        url=value("url"),
        truncated=bool(value("truncated")),
        evidence=evidence_of(sheet),
        doubts=tuple(d for d in sheet.doubts),
    )


def dotless(place: Candidate | None, lang: str) -> str:
    """Return a place's name, the I of its capitals without a dot where the language has one: BAKI.

    A town that is known with its dots keeps them: some print IZMIR for İZMİR.
    """
    if not place or lang not in DOTLESS or place.value.upper() not in place.quote:
        return place.value if place else ""
    if place.value.lower() in towns():
        return place.value
    return place.value[:1] + place.value[1:].replace("i", "ı")


def rebuild(article: Article) -> str:
    """Return the decoded original, put together again from what was kept and what was cut."""
    raw = article.raw.text
    pieces = [(span.start, raw[span.start : span.end]) for span in article.kept]
    pieces += [(cut.start, cut.text) for cut in article.cuts]
    return "".join(text for _, text in sorted(pieces))
