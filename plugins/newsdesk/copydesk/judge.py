"""The verdict: every block's evidence is weighed here, and nowhere else.

Evidence that a block is furniture adds up, evidence that it is the story takes away. At CUT it
goes; from DOUBT on it stays and is listed for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.dates import find_dates, is_date_line, is_stamp
from newsdesk.copydesk.ending import end_mark
from newsdesk.copydesk.evidence import (
    HOUR,
    NAMES,
    PARTED,
    Known,
    about_agency,
    about_author,
    about_stranger,
    after_about,
    announced,
    asks_below,
    author_again,
    author_follows,
    below_furniture,
    beside_furniture,
    boxed,
    breaks_off,
    caption_above,
    caption_below,
    credits_agency,
    dated_teaser,
    heads_kept,
    holds_address,
    holds_contact,
    is_drawn,
    is_result,
    opens_in_verse,
    picture_agency,
    post_quoted,
    row_of_card,
    row_of_figures,
    row_of_table,
    somebody_acts,
    teaser_of_many,
    tells_result,
)
from newsdesk.copydesk.facts import proven, take_facts
from newsdesk.copydesk.fields import read_date
from newsdesk.copydesk.given import is_entry
from newsdesk.copydesk.headline import LEGAL, menu_signs, title_key
from newsdesk.copydesk.mention import is_led_up_to, is_mention, is_named, is_reported
from newsdesk.copydesk.people import is_publication, share_of_publishing
from newsdesk.copydesk.rulebook import Phrase, Rulebook
from newsdesk.copydesk.sentences import (
    CALL,
    READER,
    SAID,
    calls_of_others,
    ends_in_story,
    in_quotes,
    is_question,
    is_said,
    is_told,
    outruns,
    tells,
)
from newsdesk.copydesk.sheet import Row, Sheet
from newsdesk.copydesk.signed import full_date, offer_signed, offer_stamp
from newsdesk.copydesk.striking import DATELINE
from newsdesk.copydesk.voice import (
    QUOTATION,
    asks_reader,
    opens_of_itself,
    says_we_alone,
    speaks_of_itself,
)
from newsdesk.records import Doubt

CUT = 1.0
CLOSING = " .!?…\"')]»”。؟।"  # behind the last word of a sentence
LEAST_OLD = 10  # years: a page's stamps are of its own time
LONGEST_WEIGHED = 40  # words of a block amid the story that other evidence than phrases looks at
LONGEST_CONTACT = 20  # words
LONGEST_ASKED = 25  # words of a request amid the story
DOUBT = 0.6
WEIGHTS = {
    "strong phrase": 0.7,
    "weak phrase": 0.25,
    "speaks of the page itself": 0.7,
    "may speak of the page": 0.3,
    "says we as the story never does": 0.5,
    "asks the reader": 0.8,
    "may ask the reader": 0.75,
    "asks the reader amid the story": 1.6,
    "opens of itself": 0.8,
    "below an end mark": 0.5,
    "above a contact": 0.6,
    "about the author": 0.9,
    "about whom the story never names": 1.6,
    "a word to the reader": 0.3,
    "a word to the reader amid the story": 0.7,
    "heads furniture": 0.4,
    "names the source": 0.4,
    "below the story": 0.25,
    "no full stop": 0.3,
    "brief": 0.15,
    "beside furniture": 0.25,
    "in a list of loose lines": 0.3,
    "a loose line": 0.35,
    "in a box of buttons": 0.3,
    "address or number": 0.5,
    "nothing but an address": 1.0,
    "nothing but a date": 0.8,
    "nothing but a publication": 0.7,
    "the headline again": 1.0,
    "the source again": 1.0,
    "the author again": 1.2,
    "the hour above an author": 1.5,
    "a stamp": 1.3,
    "below furniture": 0.35,
    "initials": 0.6,
    "a dated teaser": 1.3,
    "one of several headlines": 1.2,
    "a picture's credit": 0.15,
    "below a picture's credit": 1.5,
    "a menu": 1.0,
    "between paragraphs": -0.3,
    "running text": -0.3,
    "in quotation marks": -0.9,
    "someone speaks": -0.5,
    "somebody of the story acts": -0.3,
    "furniture is told of": -2.0,
    "tells what happened": -0.5,
    "list item": -0.2,
    "the page shows it as the story": -0.7,
    "about the agency itself": 1.9,
    "above a picture's credit": 1.0,
    "a picture's agency": 1.3,
    "a credit to an agency": 1.5,
    "about the issuer": -1.5,
    "answers a question": -2.0,
    "announced by a colon": -0.7,
    "heads what stays": -0.9,
    "breaks off amid a sentence": -0.7,
    "long": -0.3,
    "several sentences": -0.4,
    "ends as the story does": -0.9,
    "most of the document": -2.0,
    "a sum converted": -1.0,
    "a post quoted": -1.2,
    "a row of figures": -0.5,
    "a score or a price": -0.8,
    "begins with a small letter": -0.7,
    "a row of a table": -1.5,
    "a row of a card": -0.7,
    "a dateline opens it": -2.0,
}
BARE_ADDRESS = re.compile(
    r"(?:\S+@[\w-]+\.\S+|(?:https?://|www\.)\S+|@\w+|#\w+(?:\s+#\w+)*|[+\d() ./-]{8,}"
    r"|[\w-]+\.(?:com|org|net|gov|ir|ru|az|fr|de)(?:\.\w\w)?(?:/\S*)?)",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"\b(?:said|says|told|added|asked|according to|wrote|replied|argued|explained|warned|announced"
    r"|a déclaré|a dit|selon|a indiqué|sagte|erklärte|zufolge|dijo|señaló|según|afirmó|dedi|söyledi"
    r"|belirtti|göre|сказал|сказала|сообщил|сообщила|заявил|заявила|по словам|قال|قالت|وقال|وأضاف"
    r"|واضاف|گفت|افزود|说|表示)\b",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"(?:[a-z]{1,4}[./] ?){1,3}[a-z]{1,4}[./]?|(?:[A-Z]\.){2,4}(?:, ?(?:[A-Z]\.){2,4}){0,3}"
    r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}|[a-z]{2,4}"
)
HOLDER = re.compile(
    r"^(?:copyright|©|\(c\)|\d{4}|[\s:,.-])+|[.,]?\s*(?:all rights.*|alle rechte.*)$", re.I
)
CONVERSION = re.compile(r"\(\s*[^()=\d]{0,12}\d[^()=]{0,40}=\s*[^()=]{1,40}\)\.?")
CONTACTS = ("furniture.address", "furniture.nothing-but-an-address", "furniture.above", "wire.con")


def judge_blocks(sheet: Sheet, rulebook: Rulebook) -> None:
    """Cut or keep every open row below the lead, from the last one up."""
    phrases = rulebook.by_phrase
    loose = set() if sheet.frame else loose_runs(sheet)
    known = what_is_known(sheet)
    below = True
    for row in reversed(sheet.rows[sheet.body :]):
        told = row.number in sheet.answers
        if (below or row.number > known.ended) and not (row.cut or told):
            apply_rules_below(sheet, row)
        if row.cut:
            continue
        if row.kept:
            below = False
            continue
        evidence = weigh(sheet, row, below, row.number in loose, phrases, known)
        score = sum(WEIGHTS[name] for name in evidence) + (row.hint.weight if row.hint else 0)
        if score >= CUT:
            cut_by_evidence(sheet, row, evidence)
            continue
        if score >= DOUBT:
            place = row.block.start, row.block.end
            sheet.doubts.append(Doubt(*place, "furniture", round(score, 2), row.block.text))
        if row.prose or (row.stops and row.words > 2 and score < DOUBT):
            below = False


def what_is_known(sheet: Sheet) -> Known:
    """Return what the lead and the story as a whole have told."""
    rows = list(sheet.open_rows(sheet.body))
    half = " ".join(r.plain for r in rows[: max(2, len(rows) // 2)])
    title, sources = title_key(title_of(sheet)), source_keys(sheet)
    told, _ = read_date(sheet)
    return Known(
        title=title,
        year=told.day.year if told.day else 0,
        sources=sources,
        ends=frozenset(key[-1] for key in (title, *sources) if key),
        ended=end_mark(sheet),
        people=frozenset(
            word for c in sheet.candidates if c.field == "byline" for word in NAMES.findall(c.value)
        ),
        own=share_of_publishing(half)[1] > 0.035 or share_of_publishing(title_of(sheet))[0] > 0,
    )


def source_keys(sheet: Sheet) -> frozenset[str]:
    """Return the sources found so far, without spaces, signs and case."""
    keys = {title_key(c.value) for c in sheet.candidates if c.field == "source"}
    for one in sheet.candidates:
        if one.field == "rights":
            keys.add(title_key(HOLDER.sub("", one.value)))
    return frozenset(keys - {""})


def cut_by_evidence(sheet: Sheet, row: Row, evidence: list[str]) -> None:
    """Cut a block, by the rule that hinted at it or by its strongest evidence."""
    match = row.hint.find(row.plain) if row.hint else None
    if row.hint and match:
        row.cut = row.hint.id
        take_facts(sheet, row, row.hint, match)
        return
    offer_signed(sheet, row)
    if "a stamp" in evidence or ("nothing but a date" in evidence and not full_date(sheet)):
        offer_stamp(sheet, row)
    row.cut = "furniture." + max(evidence, key=lambda n: WEIGHTS[n]).replace(" ", "-")


def apply_rules_below(sheet: Sheet, row: Row) -> None:
    """Cut a block that a rule for lines below the story knows."""
    for rule in row.rules:
        match = rule.find(row.plain) if rule.at == "tail" and rule.weight >= 1 else None
        if match and (is_told(row) or is_said(row) or is_mention(rule, row)):
            return
        if match and proven(rule, match) and not outruns(rule, row):
            row.cut = row.cut or rule.id
            take_facts(sheet, row, rule, match)


def loose_runs(sheet: Sheet) -> set[int]:
    """Return the rows below the story in runs of three or more lines without a full stop."""
    last = max((r.number for r in sheet.open_rows(sheet.body) if r.prose), default=sheet.body)
    run: list[int] = []
    runs: set[int] = set()
    for row in [*sheet.rows[last + 1 :], None]:
        if row is not None and not row.stops and row.words <= 16 and not row.prose:
            run.append(row.number)
            continue
        if len(run) >= 3:
            runs.update(run)
        run = []
    return runs


def weigh(
    sheet: Sheet, row: Row, below: bool, loose: bool, phrases: Mapping[str, Phrase], known: Known
) -> list[str]:
    """Return the names of the evidence for and against a block, a phrase twice where two speak."""
    long = row.words > LONGEST_WEIGHED and row.stops and not row.hint
    if long and not below and phrases.keys().isdisjoint(row.found):
        return []  # nothing below speaks of a long sentence amid the story
    names = list(phrase_evidence(row, phrases))
    text = row.text
    key = title_key(text) if row.words <= 30 and may_repeat(row, known) else ""
    if key and repeats_title(row, key, known.title):
        names.append("the headline again")
    if key in known.sources:
        names.append("the source again")
    if row.words <= 6 and not below and not row.stops and author_again(sheet, row, known):
        names.append("the author again")
    elif HOUR.fullmatch(row.text) and author_follows(sheet, row):
        names.append("the hour above an author")
    if not row.stops and row.words <= 30 and len(menu_signs(row)) > 1 and not row.prose:
        names.append("a menu")
    if BARE_ADDRESS.fullmatch(text.strip()) and not (is_drawn(text) or is_date_line(text)):
        names.append("nothing but an address")
    elif gives_contact(row):
        names.append("address or number")
    if row.block.gap == 0 and caption_below(sheet, row):
        names.append("below a picture's credit")
    elif row.words <= 4 and row.block.gap == 0 and picture_agency(sheet, row):
        names.append("a picture's agency")
    elif row.words <= 6 and credits_agency(row):
        names.append("a credit to an agency")
    elif not row.stops and row.words <= 20 and caption_above(sheet, row):
        names.append("above a picture's credit")
    if not below and not row.stops and row.words <= 20 and is_stamp(text):
        names.append("a stamp")
    elif not below and dated_teaser(sheet, row):
        names.append("a dated teaser")
    elif not below and not row.prose and teaser_of_many(sheet, row):
        names.append("one of several headlines")
    if below and not row.prose:
        names += loose_evidence(sheet, row, loose) if not of_old_letter(row, known) else []
    if below:
        names += list(foot_evidence(sheet, row, known, names))
    elif known.own and row.words <= LONGEST_ASKED and asks_reader(row.plain) > 1:
        names.append("asks the reader amid the story")
    elif not known.own and row.words < LONGEST_WEIGHED:
        names += list(voice_amid(row, "strong phrase" in names))
        if not row.stops and any(len(name) > 6 and name in key for name in known.sources):
            names.append("names the source")
    if row.hint and row.hint.rank == "credit" and row.words <= 45:
        names.append("a picture's credit")
    if not row.stops and row.words <= 14 and boxed(sheet, row):
        names.append("in a box of buttons")
    asked = below and asks_below(sheet, row)
    if asked:
        names.append("heads furniture")
    if not names and not row.hint:
        return names
    if row.words <= 12:
        names.append("brief")
        following = sheet.below(row)
        gone = following is not None and bool(following.cut) and following.block.gap == 0
        called = row.stops and row.hint and following and READER.search(following.plain)
        if gone and (called or not row.stops) and not asked and not sheet.page:
            names.append("heads furniture")
    if not row.stops:
        names.append("no full stop")
    if below:
        names.append("below the story")
    if beside_furniture(sheet, row):
        names.append("beside furniture")
    return names + list(against(sheet, row, below))


def gives_contact(row: Row) -> bool:
    """Tell whether a block gives an address; a long one speaks to its reader or of publishing."""
    if row.words <= LONGEST_CONTACT and not (row.prose and row.sentences > 1):
        return holds_contact(row.text)
    if row.words > LONGEST_WEIGHED or not holds_address(row.text):
        return False
    spoken = READER.search(row.plain) or CALL.match(row.plain)
    return bool(spoken or share_of_publishing(row.plain)[0])


def may_repeat(row: Row, known: Known) -> bool:
    """Tell whether a block ends as the headline or a source does, or is no sentence."""
    return not row.stops or row.plain[: row.last].rstrip(CLOSING)[-1:].lower() in known.ends


def repeats_title(row: Row, key: str, title: str) -> bool:
    """Tell whether a line is the headline, has it at its end, or is cut short of its end."""
    short = not row.stops and len(key) > max(20, len(title) / 2) and title.startswith(key)
    return key == title or short or (len(title) > 20 and key.endswith(title))


def voice_amid(row: Row, told: bool) -> Iterator[str]:
    """Yield the evidence that a block amid the story is the page's own voice: a letter offered."""
    hits, share = share_of_publishing(row.plain)
    if hits > 2 - told and share >= 0.15 and not in_quotes(row.plain, row.first):
        yield "speaks of the page itself"
        if told or READER.search(row.plain):
            yield "a word to the reader amid the story"
    elif row.words <= LONGEST_ASKED:
        asks = asks_reader(row.plain)
        if asks > 1:
            yield "asks the reader amid the story"
        elif asks and told:
            yield "a word to the reader amid the story"


def foot_evidence(sheet: Sheet, row: Row, known: Known, names: list[str]) -> Iterator[str]:
    """Yield the names of the evidence that a block at the foot is the page's own voice."""
    if row.number > known.ended:
        yield "below an end mark"
    if about_agency(sheet, row):
        yield "about the agency itself"
    hits, share = share_of_publishing(QUOTATION.sub('""', row.plain))
    voice = not row.prose or READER.search(row.plain) or speaks_of_itself(row.plain)
    if voice and not known.own and share >= 0.1 and hits > 1:
        surely = hits > 2 or share > 0.2
        yield "speaks of the page itself" if surely else "may speak of the page"
    elif not known.own and opens_of_itself(row.plain):
        yield "opens of itself"
    asks = asks_reader(row.plain) if not known.own and row.words > 2 else 0
    if asks:
        yield "asks the reader" if asks > 1 else "may ask the reader"
    elif voice and not (known.own or names) and says_we_alone(sheet, row):
        yield "says we as the story never does"
    if names and READER.search(row.plain) and not in_quotes(row.plain, row.first):
        yield "a word to the reader"
    if about_author(row, known.people):
        yield "about the author"
    elif about_stranger(sheet, row, known.people):
        yield "about whom the story never names"
    following = sheet.below(row)
    brief = row.words <= 8 and (not row.stops or bool(LEGAL.search(row.text)))
    if following and brief and following.block.gap == 0 and following.cut.startswith(CONTACTS):
        yield "above a contact"


def of_old_letter(row: Row, known: Known) -> bool:
    """Tell whether a bare date below a dated story is decades older: a letter ends with it."""
    if row.words > 5 or is_stamp(row.text) or not is_date_line(row.text):
        return False
    years = [read.year for read in find_dates(row.text) if read.year]
    return bool(known.year and years) and known.year - max(years) > LEAST_OLD


def loose_evidence(sheet: Sheet, row: Row, loose: bool) -> list[str]:
    """Return the evidence of a short line below the story."""
    names = []
    text = row.text
    if is_date_line(text):
        names.append("nothing but a date")
    if is_publication(text) or agency_of(text):
        names.append("nothing but a publication")
    if INITIALS.fullmatch(text):
        names.append("initials")
    if loose:
        names.append("in a list of loose lines")
        if row.block.kind == "list-item" and below_furniture(sheet, row):
            names.append("below furniture")
    if not (row.stops or sheet.frame) and row.words <= 8 and row.block.kind != "list-item":
        names.append("a loose line")
    return names


def phrase_evidence(row: Row, phrases: Mapping[str, Phrase]) -> Iterator[str]:
    """Yield a name for each telling phrase in what is left, outside quotation marks."""
    low = row.plain.lower()
    spoken = sorted(row.found & phrases.keys())
    if spoken and is_led_up_to(row.plain):
        return
    for word in spoken:
        phrase = phrases[word]
        within = any(word != other and word in other for other in spoken)
        at = low.find(word, row.first, row.last)
        if at >= 0 and not (within or in_quotes(row.plain, at) or is_reported(low[:at])):
            yield "strong phrase" if phrase.strong else "weak phrase"


def against(sheet: Sheet, row: Row, below: bool) -> Iterator[str]:
    """Yield the names of the evidence that a block is the story after all."""
    if sheet.page:
        yield "the page shows it as the story"
    if not below:
        credit = row.hint is not None and row.hint.rank == "credit" and row.words <= 45
        running = row.prose and not is_question(row) and not credit
        if running or not row.hint:
            yield "between paragraphs"
        if running and row.stops:
            yield "running text"
        if running and row.words >= 25 and row.sentences > 2:
            yield "several sentences"
    if row.sentences > 1 and row.stops and ends_in_story(row.plain):
        yield "ends as the story does"
    if row.plain[row.first : row.first + 1] == '"' or row.plain[: row.last].endswith('"'):
        yield "in quotation marks"
    if row.stops and (is_said(row) or is_told(row) or calls_of_others(row) or is_named(row)):
        yield "furniture is told of"
    elif SPEECH.search(row.plain) or SAID.search(row.plain):
        yield "someone speaks"
    if below and row.prose and row.stops and not row.hint and tells(row):
        yield "tells what happened"
    if below and row.prose and somebody_acts(sheet, row):
        yield "somebody of the story acts"
    if row.prose and any(strike.rule == DATELINE for strike in row.strikes):
        yield "a dateline opens it"
    if row.number in sheet.answers:
        yield "answers a question"
    if row.block.kind == "list-item":
        yield "list item"
    if len(row.plain) > max(400, sheet.length / 2):
        yield "most of the document"
    yield from ["long"] * min(row.words // 60, 4)
    if row.words > 2 and post_quoted(sheet, row):
        yield "a post quoted"
    elif CONVERSION.fullmatch(row.text):
        yield "a sum converted"
    elif row_of_table(sheet, row) or is_result(sheet, row):
        yield "a row of a table"
    elif row.words <= 14 and not row.stops and tells_result(row):
        yield "a score or a price"
    elif row.words <= 14 and row_of_figures(sheet, row):
        yield "a row of figures"
    elif is_entry(row) and row_of_card(sheet, row):
        yield "a row of a card"
    if after_about(sheet, row) and not about_agency(sheet, row):
        yield "about the issuer"
    if opens_in_verse(row):
        yield "begins with a small letter"
    if not row.stops and breaks_off(row):
        yield "breaks off amid a sentence"
    if not row.stops and announced(sheet, row):
        yield "announced by a colon"
        yield from ["a row of a card"] * bool(PARTED.search(row.plain))
    if below and not row.stops and heads_kept(sheet, row):
        yield "heads what stays"


def title_of(sheet: Sheet) -> str:
    """Return the headline found so far."""
    titles = [c.value for c in sheet.candidates if c.field == "title"]
    return titles[0] if titles else sheet.raw.fields.get("title", "")
