"""Stories dumped on one line: cut apart where headline, dateline and furniture meet the story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.blocks import Block
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import read_dateline
from newsdesk.copydesk.dateline_search import BYLINE_BEFORE, search_dateline
from newsdesk.copydesk.dates import find_dates, is_date_line
from newsdesk.copydesk.people import is_person, is_publication, names_in
from newsdesk.copydesk.rulebook import LONGEST_LINE, Rule, Rulebook

LONG = 300
LONGEST_STAMP = 40
GLUED = 120  # characters of a first block that may hold headline and story
LONGEST_TITLE = 200
Trial = tuple[Rule, list[str]]  # a rule and those words of its that the text holds
SENTENCE_END = re.compile(r"(?<=[.!?…؟。])[\"')\]]*(?:\s+(?=[^\s.a-z])|(?=©))")
ENDED = re.compile(
    r"(?<=[^\W\d_]{3}[.!?…؟。])[\"')\]]*\s+\S"
)  # also before initials: `said. cbr/ab`
ALSO = re.compile(
    folded(
        r"(?:read (?:also|more)|also read|see also|related|lesen sie auch|(?:à )?lire aussi"
        r"|lea también|leia (?:também|mais)|leggi anche|читайте также|читати також|اقرأ أيضا"
        r"|بیشتر بخوانید)\s?[:|]"
    ),
    re.IGNORECASE,
)
POSTED = re.compile(r"The post (?P<title>[A-Z].{8,200}?) (?:appeared first|first appeared) on ")
LONGEST_HEADER = 260  # characters from the headline to the buttons below it
BETWEEN_BUTTONS = 60  # characters: a reporter, a paper
BYLINE_WORD = re.compile(folded(r"(?<=\s)(?:كتبت?\b|بقلم\b|By |Par |Por |Von |Автор)"))
BUTTON = re.compile(
    folded(
        r"(?<!\w)(?:facebook|tweet|twitter|whats ?app|telegram|linked ?in|e-?mail|print|share"
        r"|imprimir|compartir|compartilhar|imprimer|partager|drucken|teilen|stampa|condividi|yazdır|paylaş|печать|поделиться"
        r"|шаринг|вконтакте|شارك|فيسبوك|تويتر|واتساب|واتس اب|تلغرام|تليجرام|طباعة|چاپ|تلگرام)(?!\w)"
    ),
    re.IGNORECASE,
)
STAMP = re.compile(r"(?<=\s)date (?:19|20)\d\d-\d\d-\d\d\s*$")
DATE_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|created|modified|issued|publié|mis à jour"
    r"|veröffentlicht|publicado|actualizado|atualizado|pubblicato|опубликовано|обновлено|نشر)"
    r"(?: on| at| le| am| el| em| il)?\s?:?\s)$",
    re.IGNORECASE,
)
PIPED = re.compile(
    r"\s\|\s(?:[^|.]{2,40}\s\|\s)*(?:[^\W\d_]{3,12},? )?$"
)  # Reuters | Oslo | Updated: 11-02-2025
IN_CAPITALS = re.compile(  # five letters at least: NATO and the IMF are in headlines too
    r"(?<=[a-z\d] )(?=[A-ZÀ-Þ ]{5})[A-ZÀ-Þ]+(?: [A-ZÀ-Þ]+){0,3}(?:, [A-Z][\w. ]{2,20})?"
    r" --? (?=[A-Z\"'])"
)
ZONE = re.compile(r"(?: ?[AP]M)? (?:IST|GMT|UTC|BST|E[SD]T|P[SD]T|CET|EAT|WAT|PKT|SGT) (?=[A-Z\"])")
BEHIND_STAMP = re.compile(  # 2025 / 3:45 PM EST / by Jo Lind The ...
    r"(?P<hour>(?: [^\W\d_]{3,12}(?= \d))?\s?[/|,·–-]?\s?(?:at )?\d{1,2}[:.]\d\d"
    r"(?:\s?[ap]\.?m\b\.?)?)?"
    r"(?:\s(?:[A-Z]{1,3}[SD]?T|UTC)(?=\s))?(?:\s(?:by|par|por|von|di)\s(?-i:[A-ZÀ-Þ])[\w'’-]+"
    r"\s(?:(?-i:[A-Z])\.\s)?(?-i:[A-ZÀ-Þ])[\w'’-]+(?=\s))?(?P<sign>\s[/|·]\s)?\s?",
    re.IGNORECASE,
)
HOUR_BESIDE = re.compile(  # Museum gets its lamp back 15:42, 19 February 2020
    r"(?<=[\w\"')]\s)(?<!\bat\s)(?<!\bon\s)\d{1,2}:\d\d,?\s(?=\d{1,2}[ ./])"
)
HOUR_BEHIND = re.compile(r",?(?: [^\W\d_]{3,12},?)? \d{1,2}:\d\d(?= [^\W\da-z_])")
AUTHOR_AND_PAPER = re.compile(  # by the mile Jo Lind, The Fen Post 18 August 2023
    r"(?<=[a-z\d?] )(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,2}), "
    r"(?:The |La |Le |El |Der |Die )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3},? $"
)
SEATED = re.compile(  # 20 February 2025 New Era (Windhoek) Namibia: Ferry returns
    r" ?(?:[A-Z][\w'’.-]+ ){1,4}\([A-Z][\w ,]{2,30}\) (?=[A-Z])"
)
LEAST_AGAIN = 15  # characters of a headline that a page prints twice
LONGEST_PAPER = 4  # words of a paper's name behind the hour
LONGEST_LIST = 400  # characters of other headlines below a heading
WORD_START = re.compile(r"(?<=\s)[^\sa-z]")


def split_single_line(blocks: tuple[Block, ...], rulebook: Rulebook) -> tuple[Block, ...]:
    """Return the blocks with a line that holds a whole story split into its parts."""
    total = sum(len(b.text) for b in blocks)
    parts: list[Block] = []
    for block in blocks:
        if LONG <= len(block.text) <= LONGEST_LINE * 8 and len(block.text) > 0.8 * total:
            parts += split(block, rulebook)
        elif block is blocks[0] and GLUED <= len(block.text) <= LONGEST_LINE:
            parts += part_headline(block, rulebook)
        else:
            parts.append(block)
    return tuple(parts)


def part_headline(block: Block, rulebook: Rulebook) -> list[Block]:
    """Return a first block cut where a prefix or an agency's dateline ends the headline in it."""
    if read_dateline(block.text):
        return [block]  # no headline comes before it
    plain = folded(block.text)
    start = story_start(block.text, plain, rulebook)
    title = plain[:start].rstrip()
    if not 0 < start < LONGEST_TITLE or SENTENCE_END.search(title + " X") or len(title) < 16:
        return [block]
    stamp = STAMP.search(plain, 0, start)
    head = min(stamp_end(block.text), start)
    header = header_starts(block.text, plain, start)
    edges = sorted({0, head, *header, stamp.start() if stamp else start, start, len(plain)})
    return [p for a, b in pairwise(edges) if (p := block.part(a, b, continues=a >= start)).text]


def split(block: Block, rulebook: Rulebook) -> list[Block]:
    """Return the headline, the story and the pieces of furniture of a one-line dump."""
    plain = folded(block.text)
    start = story_start(block.text, plain, rulebook, rulebook.words_in(plain))
    head = [stamp_end(block.text), *header_starts(block.text, plain, start)]
    signed = BYLINE_BEFORE.search(plain, 0, start)
    head += [signed.start()] if signed else []
    seated = SEATED.match(plain, head[0])
    head += [seated.end()] if seated and seated.end() < start else []
    head += headline_again(plain, min([edge for edge in (*head, start) if edge], default=0))
    posted = POSTED.search(plain, start)  # a feed without a header names its headline at the end
    if posted and not start and plain.startswith(posted["title"] + " "):
        start = posted.end("title") - posted.start("title") + 1
    edges = sorted({0, *head, start, *furniture_starts(plain, start, rulebook), len(plain)})
    parts = [block.part(a, b, continues=a > start) for a, b in pairwise(edges)]
    return [p for p in parts if p.text]


def headline_again(plain: str, end: int) -> list[int]:
    """Return where the headline stands again that a line up to `end` begins with.

    `Ferry closes - Fen Post News Sport Ferry closes By Jo Lind`: the page's title, its menu.
    """
    head = plain[:end].rstrip()
    for start in (found.start() for found in WORD_START.finditer(head, len(head) // 2)):
        if len(head) - start >= LEAST_AGAIN and head.startswith(head[start:]):
            return [len(head) - start, start]
    return []


def stamp_end(text: str) -> int:
    """Return where the date and time end that a line begins with, 0 where it begins with none."""
    day = next(iter(find_dates(text[:LONGEST_STAMP])), None) if text[:1].isdigit() else None
    return day.end if day and day.year and is_date_line(text[: day.end]) else 0


def story_start(text: str, plain: str, rulebook: Rulebook, held: set[str] | None = None) -> int:
    """Return where the story begins behind its headline, 0 where nothing marks the place.

    `held` are the words of the whole document where all of it is this line: of a rule with
    anchors it must hold one.
    """
    places = []
    for rule in rules_at_start(rulebook, plain):
        if held is not None and rule.anchors and not rule.anchors & held:
            continue
        found = rule.regex.search(plain, 8, 600)
        if found and plain[found.start() - 1] == " ":
            places.append(found.start())
    dateline = search_dateline(text)
    if dateline and BYLINE_BEFORE.search(plain, 0, dateline.start):
        return dateline.start  # ... 87 Views By Jo Lind Jos, Jan. 27, 2025 (NAN)
    if (
        dateline
        and dateline.start > 8
        and not any(dateline.start < place < dateline.end for place in places)
    ):  # Villages Share Press to Cut Costs (MENAFN- Fen Post)
        places.append(dateline.start)
    return min(places, default=0) or below_header(text, plain) or place_in_capitals(text, plain)


def place_in_capitals(text: str, plain: str) -> int:
    """Return where `Mill reopens KELBY BRIDGE - The mill ...` begins its story, else 0."""
    found = IN_CAPITALS.search(plain, 15, LONGEST_HEADER)
    if not found or SENTENCE_END.search(plain, 0, found.start()):
        return 0
    return found.start() if read_dateline(text[found.start() :]) else 0


def header_starts(text: str, plain: str, start: int) -> list[int]:
    """Return where the lines between headline and story begin: author, date, buttons."""
    dates = [d for d in find_dates(text[: min(start, 600)]) if d.year and d.start > 15]
    if not dates:
        return []
    button = BUTTON.search(plain, dates[0].end, start)
    if author := author_and_paper(text, dates[0].start):
        return [author.start(), dates[0].start]
    named = list(BYLINE_WORD.finditer(plain, 15, dates[0].start))
    day = named[-1].start() if named else header_start(text, dates[0].start)
    return [day, *([dates[0].start] if named else []), *([button.start()] if button else [])]


def header_start(text: str, day: int) -> int:
    """Return where the header begins that a date belongs to: at its label, at an agency before."""
    label = DATE_LABEL.search(text, max(0, day - 40), day)
    hour = HOUR_BESIDE.search(text, max(0, day - 8), day + 9)
    start = label.start() if label else hour.start() if hour else day
    piped = PIPED.search(text, max(0, start - 120), start)
    end = piped.start() if piped else start
    words = text[:end].split()[-4 if label or piped else -1 :]
    for count in range(len(words)):
        name = " ".join(words[count:])
        if name[0].isupper() and agency_of(name):
            return text.rfind(words[count], 0, end - len(name) + len(words[count]) + 1)
    return piped.start() if piped and not label else start


def below_header(text: str, plain: str) -> int:
    """Return where the story begins behind a date and buttons to share it, 0 where none are.

    `Headline كتب - Name 5 October 2023 Fen Post Facebook Twitter Print The story ...`.
    """
    stamp = next((d for d in find_dates(text[:LONGEST_HEADER]) if d.year and d.start > 15), None)
    if stamp is None or SENTENCE_END.search(plain, 0, stamp.start):
        return 0
    zone = ZONE.match(plain, stamp.end)
    if zone and BYLINE_WORD.search(plain, 15, stamp.start):
        return zone.end()  # ... a week By Fen Agency, Kelby Jul 26, 2023 08:15 AM IST An orchard
    start, last = stamp.end, 0
    for button in BUTTON.finditer(plain, stamp.end, stamp.end + LONGEST_HEADER):
        if button.start() - start > BETWEEN_BUTTONS:
            break
        start = last = button.end()
    if last:
        return last + 1 if plain[last : last + 1] == " " else 0
    piped = PIPED.search(plain, 15, stamp.start)
    hour = HOUR_BESIDE.search(plain, max(15, stamp.start - 8), stamp.start + 9)
    late = HOUR_BEHIND.match(plain, stamp.end)
    if piped or hour or late or author_and_paper(text, stamp.start):
        return behind_stamp(text, stamp.end)
    signed = [found.end() for found in BYLINE_WORD.finditer(plain, 15, stamp.start)]
    named = signed and names_in(text[signed[-1] : stamp.start])
    labelled = DATE_LABEL.search(plain, 0, stamp.start)
    return behind_stamp(text, stamp.end) if named or labelled else 0


def author_and_paper(text: str, end: int) -> re.Match[str] | None:
    """Return the author and the paper before a date: `... by the mile Jo Lind, The Fen Post`."""
    found = AUTHOR_AND_PAPER.search(text, 15, end)
    return found if found and is_person(found["name"]) else None


def behind_stamp(text: str, end: int) -> int:
    """Return where the story begins behind a date that ends at `end`, 0 where no capital does.

    An hour, an author and, behind a stroke, an agency may stand between.
    """
    behind = BEHIND_STAMP.match(text, end)
    start = behind.end() if behind else end
    words = text[start : start + LONGEST_PAPER * LONGEST_STAMP].split()[:LONGEST_PAPER]
    names = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
    known = [name for name in reversed(names) if agency_of(name)]
    known += [name for name in names if is_publication(name)]
    named = known and text[start + len(known[0]) + 1 :][:1].isupper()
    if behind and known and (behind["sign"] or (behind["hour"] and named)):
        start += len(known[0]) + 1
    sign = text[start : start + 1]
    opens = (sign.isalpha() and not sign.islower()) or sign in "\"'“«"
    return start if start > end and opens else 0


def furniture_starts(plain: str, start: int, rulebook: Rulebook) -> list[int]:
    """Return where the pieces of furniture behind the story begin, the last one first.

    A rule counts if it reaches the end of what is left: a phrase amid the story never does.
    """
    near = max(start, len(plain) - LONGEST_LINE)
    words = rulebook.words_in(plain[near:])
    rules = [
        (r, sorted(r.needs & words)) for r in rulebook.candidates(words) if r.at in ("line", "tail")
    ]
    low = plain.lower()
    sentences = [near, *(m.end() for m in SENTENCE_END.finditer(plain, near))]
    starts = [m.start() for m in WORD_START.finditer(plain, max(1, near))]
    found: list[int] = []
    end = len(plain)
    source = prefix_source(plain, start, rules_at_start(rulebook, plain))
    for _ in range(24):
        begun = [s for s in sentences if start <= s < end]
        first = last_piece(plain, low, end, rules, begun, starts)
        if first is None and source and plain.endswith(" " + source, start, end):
            first = end - len(source)
        if first is None:
            break
        found.append(first)
        end = len(plain[:first].rstrip())
    found += headlines_behind(plain, max([near, *(s for s in sentences if s < end)]), end, rules)
    return found + telling_sentences(low, [s for s in sentences if start < s < end], end, rulebook)


def rules_at_start(rulebook: Rulebook, plain: str) -> list[Rule]:
    """Return the rules for beginnings worth trying near the start of a line."""
    book = rulebook.beginnings or rulebook
    return [r for r in book.candidates(book.words_in(plain[:600])) if r.at == "start"]


def prefix_source(plain: str, start: int, rules: list[Rule]) -> str:
    """Return the source that a prefix names: it may stand again below the story."""
    for rule in rules:
        found = rule.regex.match(plain, start) if "source" in rule.regex.groupindex else None
        if found and found["source"]:
            return str(found["source"]).strip()
    return ""


def last_piece(
    plain: str, low: str, end: int, rules: list[Trial], sentences: list[int], starts: list[int]
) -> int | None:
    """Return where the piece of furniture that ends at `end` begins, None if there is none.

    Each rule gives its longest match; a piece that begins like a sentence goes first, then the
    shortest.
    """
    found = [
        first
        for trial in rules
        if (first := first_match(plain, low, end, trial, sentences, starts)) is not None
    ]
    return max(found, key=lambda first: (opens_sentence(plain, first), first), default=None)


def first_match(
    plain: str, low: str, end: int, trial: Trial, sentences: list[int], starts: list[int]
) -> int | None:
    """Return the first place from which a rule matches up to `end`, near a word it needs.

    `starts` are the places where a word begins behind a blank.
    """
    rule, words = trial
    start = max(sentences[0] if sentences else 0, end - rule.longest)
    places = [place for word in words if (place := low.rfind(word, start, end)) >= 0]
    if not places and not rule.wordless:
        return None
    near = sentences[-2:]
    for place in [*places, end] if rule.wordless else places:
        before = bisect_right(sentences, place)
        near = near + sentences[max(0, before - 1) : before] + [max(0, place)]
        near += starts[bisect_left(starts, place - 90) : bisect_left(starts, place)]
    matched: list[int] = []
    for first in sorted(set(near)):
        sign = plain[first : first + 1]
        fits = 0 < first <= end - rule.shortest and (sign in rule.firsts or not sign.isascii())
        fits = fits and not sign.islower() and not plain[first - 1].isalnum()
        fits = fits and plain[first - 2 : first] != ' "'  # the words on a sign
        if not fits or not rule.regex.fullmatch(plain, first, end):
            continue
        if rule.rank == "credit" and ENDED.search(plain, first, end):
            continue  # a caption is no sentence of the story with the next one
        if ALSO.match(plain, first) and plain[end - 1] in ".!?؟。":
            matched.clear()  # the linked headline has no end: Read also: Stork nests The dam stays.
            continue
        matched.append(first)
    begun = [first for first in matched if opens_sentence(plain, first)]
    return max(begun) if begun else min(matched, default=None)


def opens_sentence(plain: str, first: int) -> bool:
    """Tell whether a sentence ended before a place."""
    return plain[:first].rstrip()[-1:] in tuple(".!?…؟。\"')")


def headlines_behind(plain: str, first: int, end: int, rules: list[Trial]) -> list[int]:
    """Return where a heading and the headlines behind it begin that end a line without a stop.

    `... at ten. More from Fen Post Ferry fares rise`: the heading takes what is below it.
    """
    stops = plain[end - 1 : end] in '.!?"' and not plain.endswith("...", 0, end)
    if stops or end - first > LONGEST_LIST:
        return []
    for rule, _ in rules:
        found = rule.regex.match(plain, first, end) if rule.takes == "lines" else None
        if found and first < found.end() < end:
            behind = plain.find(" ", found.end() - 1, end)
            return [first, behind + 1] if behind > 0 else [first]
    return []


def telling_sentences(low: str, sentences: list[int], end: int, rulebook: Rulebook) -> list[int]:
    """Return the starts of the last sentences that hold a telling phrase: the judge weighs them."""
    strong = [p.words for p in rulebook.phrases if p.strong]
    found: list[int] = []
    for first in reversed(sentences[-4:]):
        if not any(low.find(words, first, end) >= 0 for words in strong):
            break
        found.append(first)
        end = first
    return found
