"""The verdict: every block's evidence is weighed here, and nowhere else.

Evidence that a block is furniture adds up, evidence that it is the story takes away. At CUT it
goes; from DOUBT on it stays and is listed for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.dates import find_dates, is_date_line
from newsdesk.copydesk.lead import title_key
from newsdesk.copydesk.people import is_publication
from newsdesk.copydesk.rulebook import Phrase, Rulebook
from newsdesk.copydesk.sheet import Row, Sheet
from newsdesk.copydesk.striking import in_quotes, take_facts
from newsdesk.records import Doubt

CUT = 1.0
DOUBT = 0.6

WEIGHTS = {
    "strong phrase": 0.7,
    "weak phrase": 0.25,
    "below the story": 0.25,
    "no full stop": 0.3,
    "brief": 0.15,
    "beside furniture": 0.25,
    "in a list of loose lines": 0.3,
    "a loose line": 0.35,
    "address or number": 0.5,
    "nothing but an address": 1.0,
    "nothing but a date": 0.8,
    "nothing but a publication": 0.7,
    "the headline again": 1.0,
    "the source again": 1.0,
    "initials": 0.6,
    "between paragraphs": -0.3,
    "running text": -0.3,
    "in quotation marks": -0.9,
    "someone speaks": -0.5,
    "list item": -0.2,
    "the page shows it as the story": -0.7,
    "about the issuer": -1.5,
    "announced by a colon": -0.7,
    "long": -0.3,
    "most of the document": -2.0,
}

ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|https?://|www\.|(?:\+|\b00)\d[\d ()./-]{6,}\d"
    r"|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b"
    r"|\b(?:tel|phone|fax|mob|e-?mail|cell|tél|télf|tlf|телефон|тел|هاتف|تلفن|电话)\b\.?\s*[:：]|(?<!\w)@\w{3,}",
    re.IGNORECASE,
)
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
    r"(?:[a-z]{1,4}[./]){1,3}[a-z]{1,4}\.?|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}|[a-z]{2,4}"
)


def judge_blocks(sheet: Sheet, rulebook: Rulebook) -> None:
    """Cut or keep every open row below the lead, from the last one up."""
    phrases = {p.words: p for p in rulebook.phrases}
    below = True
    loose = set() if sheet.frame else loose_runs(sheet)
    known = Known(title_key(title_of(sheet)), source_keys(sheet))
    for row in reversed(sheet.rows[sheet.body :]):
        if below and not row.cut:
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


@dataclass(frozen=True, slots=True)
class Known:
    """What the lead has told: headline and sources, without spaces, signs and case."""

    title: str
    sources: frozenset[str]


def source_keys(sheet: Sheet) -> frozenset[str]:
    """Return the sources found so far, without spaces, signs and case."""
    keys = {title_key(c.value) for c in sheet.candidates if c.field == "source"}
    return frozenset(keys - {""})


def cut_by_evidence(sheet: Sheet, row: Row, evidence: list[str]) -> None:
    """Cut a block, by the rule that hinted at it or by its strongest evidence."""
    match = row.hint.find(row.plain) if row.hint else None
    if row.hint and match:
        row.cut = row.hint.id
        take_facts(sheet, row, row.hint, match)
        return
    row.cut = "furniture." + max(evidence, key=lambda n: WEIGHTS[n]).replace(" ", "-")


def apply_rules_below(sheet: Sheet, row: Row) -> None:
    """Cut a block that a rule for lines below the story knows."""
    for rule in row.rules:
        match = rule.find(row.plain) if rule.at == "tail" else None
        if match:
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
    sheet: Sheet, row: Row, below: bool, loose: bool, phrases: dict[str, Phrase], known: Known
) -> list[str]:
    """Return the names of the evidence for and against a block, a phrase twice where two speak."""
    names = list(phrase_evidence(row, phrases))
    text = row.text
    key = title_key(text) if row.words <= 30 else ""
    if key and key == known.title:
        names.append("the headline again")
    if key in known.sources:
        names.append("the source again")
    if BARE_ADDRESS.fullmatch(text.strip()):
        names.append("nothing but an address")
    elif ADDRESS.search(text) and row.words <= 40:
        names.append("address or number")
    if below and not row.prose:
        names += loose_evidence(sheet, row, loose)
    if not names and not row.hint:
        return names
    if row.words <= 12:
        names.append("brief")
    if not row.stops:
        names.append("no full stop")
    if below:
        names.append("below the story")
    if beside_furniture(sheet, row):
        names.append("beside furniture")
    return names + list(against(sheet, row, below))


def loose_evidence(sheet: Sheet, row: Row, loose: bool) -> list[str]:
    """Return the evidence of a short line below the story."""
    names = []
    text = row.text
    if is_date_line(text, find_dates(text)):
        names.append("nothing but a date")
    if is_publication(text) or agency_of(text):
        names.append("nothing but a publication")
    if INITIALS.fullmatch(text):
        names.append("initials")
    if loose:
        names.append("in a list of loose lines")
    if not (row.stops or sheet.frame) and row.words <= 8 and row.block.kind != "list-item":
        names.append("a loose line")
    return names


def phrase_evidence(row: Row, phrases: dict[str, Phrase]) -> Iterator[str]:
    """Yield a name for each telling phrase that stands outside quotation marks."""
    low = row.plain.lower()
    for word in sorted(row.found):
        phrase = phrases.get(word)
        within = any(word != other and word in other and other in phrases for other in row.found)
        if phrase and not within and not in_quotes(row.plain, low.find(word)):
            yield "strong phrase" if phrase.strong else "weak phrase"


def against(sheet: Sheet, row: Row, below: bool) -> Iterator[str]:
    """Yield the names of the evidence that a block is the story after all."""
    if sheet.page:
        yield "the page shows it as the story"
    if not below:
        yield "between paragraphs"
        if row.prose and row.stops:
            yield "running text"
    if row.plain[row.first : row.first + 1] == '"' or row.plain[: row.last].endswith('"'):
        yield "in quotation marks"
    if SPEECH.search(row.plain):
        yield "someone speaks"
    if row.block.kind == "list-item":
        yield "list item"
    if len(row.plain) > max(400, sheet.length / 2):
        yield "most of the document"
    yield from ["long"] * min(row.words // 60, 4)
    if after_about(sheet, row):
        yield "about the issuer"
    if not row.stops and announced(sheet, row):
        yield "announced by a colon"


def after_about(sheet: Sheet, row: Row) -> bool:
    """Tell whether a paragraph describes the issuer of a release, under its `About` heading."""
    if ABOUT.match(row.plain):
        return True
    near = sheet.rows[max(0, row.number - 4) : row.number]
    above = next((r for r in reversed(near) if not r.cut), None)
    return bool(above and ABOUT.match(above.plain) and above.words <= 14 and row.prose)


ABOUT = re.compile(
    r"(?:about|à propos (?:de|du|d')|über|acerca de|sobre"
    r"|о компании|نبذة عن|حول|hakkında)\b",
    re.IGNORECASE,
)


def announced(sheet: Sheet, row: Row) -> bool:
    """Tell whether a kept line just above ends with a colon: what follows is its list."""
    near = sheet.rows[max(sheet.body, row.number - 8) : row.number]
    above = [r for r in reversed(near) if not r.cut]
    return any(r.plain.rstrip().endswith(":") for r in above)


def beside_furniture(sheet: Sheet, row: Row) -> bool:
    """Tell whether the block before or the block after is cut."""
    rows = sheet.rows
    before = rows[row.number - 1] if row.number > sheet.body else None
    after = rows[row.number + 1] if row.number + 1 < len(rows) else None
    return any(r is not None and bool(r.cut) and r.first >= 0 for r in (before, after))


def title_of(sheet: Sheet) -> str:
    """Return the headline found so far."""
    titles = [c.value for c in sheet.candidates if c.field == "title"]
    return titles[0] if titles else sheet.raw.fields.get("title", "")
