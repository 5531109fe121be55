"""Furniture's own words as a thing of the story: what hangs, what was painted, what a guide shouts.

A rule for lines knows how furniture begins and lets the rest be anything: `Read more .{0,160}`.
Where that rest is a story's predicate (`Read more hangs over the door`), or the story leads up to
the words (`He had painted read more on his van`), the sentence only mentions them.
"""

from __future__ import annotations

import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.narration import OF_ITSELF, happened, narrates, recounts, words_of_notices
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sentences import CALL, SAID, SENTENCE_END, blanks, speaks_of_no_page
from newsdesk.copydesk.sheet import Row

LONGEST_CORE = 140  # characters of what a rule must know
LEAST_MENTION, LONGEST_MENTION = 6, 40  # words
MOST_SENTENCES = 2
SUBORDINATE = re.compile(  # Click here to see how the mill was saved.
    r"\b(?:how|why|that|wh(?:at|en|ere|ich|ose?|ile)|if|because|after|before|until|since|comment"
    r"|pourquoi|que|qui|quand|wie|warum|dass|als|wer|was|cómo|por qué|como|quando|как|что|почему)\b"
    r"|[.:;|?!] ",
    re.IGNORECASE,
)
LEAST_SUBJECT = 8  # characters before a predicate
LEAST_REST = 3  # blanks of a predicate
EDGE = re.compile(r"(?<=[\w.!?\"')])(?=[\s,;:!?\"')-])")
WORD_START = re.compile(r"(?:^|(?<=[\s\"'(]))(?=\w)")
LABELLED = re.compile(r"[:|]\s*\S")  # Read more: Council is ..., a headline's subject
PREDICATE = re.compile(
    folded(
        r"[\"']? (?:and (?:an?|the|his|her) [^.,:]{3,40} )?(?:(?:is|was|are|were|has|had|(?:may"
        r"|might|will|would|can|could) (?:be|have|sound|seem)|does|did"
        r"|means?|meant|hangs?|hung|stands?|stood|becomes?|became|sounds?|seems?|remains?|reads"
        r"|ran|runs|begins?|began|comes?|came|goes|went|won|takes?|took|covers?|greets|points|marks"
        r"|makes?|made|looks|leans|sits|lies|lay|fills?|filled|leads?|led"
        r"|est|était|fut|sont|signifie|veut|pend|orne|figure|devient|devint|a|avait|n'est|n'était"
        r"|peut"
        r"|ist|war|wird|wurde|heißt|hieß|hängt|hing|steht|stand|bedeutet|klingt|hat|hatte|kann"
        r"|könnte"
        r"|es|era|fue|son|significa|cuelga|adorna|suena|ha|había|puede|parece|é|foi|são|quer|tem"
        r"|tinha"
        r"|è|sono|fu|aveva|pende|può"
        r"|это|было|была|был|были|значит|означает|висит|висела|висел|стоит|звучит|стал[оаи]?"
        r"|красуется"
        r"|yazısı|sözü|sözleri|ifadesi|cümlesi)\b"
        r"(?: (?:(?:not|been|be|now|also|only|being|nicht|pas|no|não) )*(?P<told>\w+))?)"
        r"|(?:,\s?)?(?:是|意味|并不|听起来|挂在|成了)"
    ),
    re.IGNORECASE,
)
REPORTED = re.compile(r"\b(?:that|whether|dass|que|che|что|чтобы|że)(?: \w+){0,2} $", re.IGNORECASE)
AGREED = re.compile(
    r"\b(?:note|agree|acknowledge|confirm|aware|provided|understand|accept|warrant|state|beachten"
    r"|acepta|accept\w*|noter|notar|учтите|обратите)\b",
    re.IGNORECASE,
)
LEADS = re.compile(  # The letter ended with, There is a boat called, An der Tür steht
    folded(
        r"\b(?:says?|said|reads?|wrote|writes?|written|called|headed|titled|entitled|named|painted"
        r"|stitched"
        r"|(?:the|his|her|its|their) (?:line|words?|phrase|sentence|title|rule)|(?:rule|line|word"
        r"|name|title)"
        r" (?:\w+ ){0,3}(?:is|was)|came to|(?:ends?|ended|began|begins|letter) with|crossed out"
        r"|aloud.{0,24}"
        r"|disait|lut|intitulée?|écrit|termin\w+ par|les mots|haute voix|sagte|steht|stand"
        r"|titel|endete mit"
        r"|die worte|dice|decía|se lee|titulad[ao]|terminaba con|las palabras|voz alta|сказал\w*"
        r"|говорил\w*"
        r"|написано|названием|словами|слова|вслух|кончалось|كتب|تقول|عال|okudu|yazıyor)(?: |: |, "
        r"|$)"
    ),
    re.IGNORECASE,
)
LONGEST_LEADING = 80  # characters
SOMEBODY = re.compile(r"(?:s?he|they|(?:some|every)(?:body|one)|nobody) ", re.IGNORECASE)
LEAST_LED, MOST_LED = 2, 12  # blanks before words that a story leads up to
SHORTEST_ASKED = 12  # characters: a sentence so short is asked nothing


def is_mention(rule: Rule, row: Row) -> bool:
    """Tell whether a sentence speaks of the words that a rule knows, and is no furniture itself."""
    if not (row.stops and LEAST_MENTION <= row.words <= LONGEST_MENTION) or rule.rank == "credit":
        return False
    if row.sentences > MOST_SENTENCES:
        return False
    if is_subject(row):
        return True
    first, last = core(rule, row.plain)
    before, rest = row.plain[:first], row.plain[last:]
    if leads_up(before):
        return True
    return blanks(rest) >= LEAST_REST and is_predicate(row.plain[first:last], rest)


def is_subject(row: Row) -> bool:
    """Tell whether a sentence says what happened to what it begins with, of no page.

    `Watch for us in your inbox became the club's song in 1974.`
    """
    if row.sentences > 1 or row.words > LONGEST_MENTION or '"' in row.plain:
        return False
    verbs = (found.start() for found in PREDICATE.finditer(row.plain, LEAST_SUBJECT))
    clauses = ((row.plain[:verb], row.plain[verb:]) for verb in verbs)
    return any(
        blanks(rest) >= LEAST_REST
        and recounts(rest)
        and is_predicate(known, rest)
        and not SUBORDINATE.search(known)
        and (CALL.match(known) or OF_ITSELF.isdisjoint(known.lower().split()))
        for known, rest in clauses
    )


def is_named(row: Row) -> bool:
    """Tell whether a sentence speaks of the words that it would be cut for."""
    return is_mention(row.hint, row) if row.hint else is_subject(row)


def core(rule: Rule, plain: str) -> tuple[int, int]:
    """Return the shortest stretch of a text that a rule for whole lines knows."""
    starts = [m.start() for m in WORD_START.finditer(plain, 0, LONGEST_CORE)]
    first = next((s for s in reversed(starts) if rule.regex.fullmatch(plain, s)), 0)
    edges = [m.start() for m in EDGE.finditer(plain, first + 1, first + LONGEST_CORE)]
    last = next((e for e in edges if rule.regex.fullmatch(plain, first, e)), len(plain))
    return first, last


def is_predicate(known: str, rest: str) -> bool:
    """Tell whether what stands behind the words says something of them, and is of no page."""
    if not speaks_of_no_page(rest):
        return False
    if rest.startswith((", ", "، ")):
        last = SENTENCE_END.split(rest)[-1]
        return bool(SAID.search(rest)) or recounts(last)
    found = PREDICATE.match(rest)
    if found is None or LABELLED.search(known):
        return False
    return not (found["told"] or "").lower().startswith(words_of_notices())


def is_reported(before: str) -> bool:
    """Tell whether what follows is what a clause tells of: `It has no notice that ...`

    A page asks to note and to agree that it is so.
    """
    told = REPORTED.search(before)
    return (told is not None and not AGREED.search(before)) or leads_up(before)


def leads_up(before: str) -> bool:
    """Tell whether a story leads up to words: `He had painted`, `The letter ended with`."""
    before = SENTENCE_END.split(before.rstrip(": "))[-1]
    if (
        CALL.match(before)
        or blanks(before) < LEAST_LED - bool(SOMEBODY.match(before))
        or not speaks_of_no_page(before + "." * SHORTEST_ASKED)
    ):
        return False
    return bool(LEADS.search(before)) or narrates(before) or happened(before + " the")


def is_led_up_to(plain: str) -> bool:
    """Tell whether a sentence begins as a story that gives words: `The letter ended with ...`

    One that no other follows may begin with any verb of the past: `She embroidered ...`
    """
    found = LEADS.search(plain, 0, LONGEST_LEADING)
    if found and leads_up(plain[: found.end()]):
        return True
    if SENTENCE_END.search(plain) or '"' in plain:
        return False
    words = plain[:LONGEST_LEADING].split(" ")
    return any(leads_up(" ".join(words[:count])) for count in range(2, MOST_LED + 1))
