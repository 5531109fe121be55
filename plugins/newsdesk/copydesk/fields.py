"""From candidates to fields: the best evidence wins, and is kept with the story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.credits import named_in
from newsdesk.copydesk.dates import DAY, find_dates, stamp_of
from newsdesk.copydesk.people import names_in, read_byline
from newsdesk.copydesk.sheet import RANKS, Candidate, Sheet
from newsdesk.records import Evidence


@dataclass(frozen=True, slots=True)
class Dated:
    """What is known of a story's date: the day, or a partial date, and the time."""

    day: date | None = None
    partial: str = ""
    time: str = ""


DATES = {"date": "stated", "mailed": "site"}  # and how much each counts: a mail is the latest


def offer_stated(sheet: Sheet, fields: Mapping[str, str], rule: str) -> None:
    """Offer what the document's format states about the story.

    The day a story was mailed is its date only where it tells none: alerts bring older ones.
    """
    for name, value in fields.items():
        if name in DATES:
            sheet.offer("date", stamp_of(value), rule, value, DATES[name])
        elif name == "byline":
            signed = read_byline(value)  # By Jo Lind, as NITF and ninjs may state it
            people = signed.people if signed else names_in(value)
            sheet.offer("byline", people, rule, value, "stated")
        else:
            sheet.offer(name, value, rule, value, "stated")


def best(sheet: Sheet, name: str) -> Candidate | None:
    """Return the best candidate of a field: of the highest rank, the first found.

    Of places the dateline's is the story's: a line of the page may name its edition.
    """
    options = [c for c in sheet.candidates if c.field == name]
    filed = [c for c in options if name == "place" and c.rule == "dateline"]
    return max(filed or options, key=lambda c: c.rank, default=None)


OWNED = "site.copyright-of"  # who owns the page that carries a release did not write it


def best_source(sheet: Sheet) -> Candidate | None:
    """Return who wrote the story: an issuer or a paper before the wire that carried it."""
    options = [c for c in sheet.candidates if c.field == "source"]
    syndicators = {c.value.lower() for c in sheet.candidates if c.field == "syndicator"}
    carried = any((named := agency_of(c.value)) and named.is_wire for c in options)

    def weight(candidate: Candidate) -> tuple[bool, bool, int]:
        agency = agency_of(candidate.value)
        wire = bool(agency and agency.is_wire) or (carried and candidate.rule == OWNED)
        return (not wire, candidate.value.lower() not in syndicators, candidate.rank)

    found = max(options, key=weight, default=None)
    for other in options:  # 新华网 above, 新华社 in the dateline: the agency, not its site
        if (
            found
            and not found.value.isascii()
            and other.rank == RANKS["dateline"]
            and agency_of(other.value)
            and (agency_of(other.value) == agency_of(found.value))
        ):
            return other
    whole = f"the {found.value}".lower() if found and found.rank <= RANKS["text"] else ""
    return next((c for c in options if c.value.lower() == whole), found)  # Namibian: The Namibian


def offer_foot_stamp(sheet: Sheet) -> None:
    """Offer the dateline's day with the year of a stamp of that day, or of one right after it.

    An update tells no date of its own, but of the day that the dateline names it tells the year.
    """
    partial = {c.value[5:10] for c in sheet.candidates if c.value.startswith("XXXX-")}
    headings = {rule.id for row in sheet.rows for rule in row.rules if rule.takes}
    for row in sheet.rows if partial else ():
        notice = len(row.plain) > 80 and not FIRST_SEEN.search(row.plain)
        if not row.cut or notice or row.cut.startswith("lead.title"):
            continue
        if row.cut in headings:
            continue  # another story's, below `More news`
        for read in find_dates(row.text):
            stamp = read.exact
            if stamp is None:
                continue
            for late in range(LATEST_STAMP):
                day = (stamp - timedelta(late)).isoformat()
                if day[5:] in partial:
                    sheet.offer("date", day, "stamp.below", row.text, "text")


def offer_told(sheet: Sheet) -> None:
    """Offer the agency or paper somebody told something (`told PAP`), if nothing names a source."""
    if sheet.offered("source"):
        return
    for row in sheet.rows[sheet.body :]:
        for found in TOLD.finditer(row.text) if not row.cut else ():
            name = (found["agency"] or found["reported"]).rstrip(".")
            agency = agency_of(name)
            if not agency.is_wire if agency else any(named_in(name)):
                sheet.offer("source", name, "text.told", found.group(), "credit")


LATEST_PRINTED = 31  # days from a dateline to the paper that prints its story
FIRST_SEEN = re.compile(  # The above story first appeared on LatestLY on Jan 24, 2025
    r"^.{0,40}\b(?:first|originally) (?:appeared|published) (?:on|in|at|by) "
    r".{0,60}\b(?:19|20)\d\d\b"
)
LATEST_STAMP = 3  # days from that of the dateline on
PUBLISHED = re.compile(  # NDTV's day on top is that of the update
    folded(
        r"(?:first |originally )?(?:published|posted|issued)|publi(?:é|cado|cada)|pubblicato"
        r"|veröffentlicht|опубликован|تاریخ انتشار|نشر"
    ),
    re.IGNORECASE,
)
TOLD = re.compile(
    r"(?:به گزارش|گفت[\u200c ]?و[\u200c ]?گو با|وفق ما|نقلا عن|وذكرت|وقالت)\s"
    r"(?:خبرنگار |خبرگزاری |خبرگزاري |وكالة |لوكالة )?"
    r"(?P<reported>[\u0621-\u06ff\u200c]{3,14})|"
    r"(?:, (?=[A-Z]\w+(?: [A-Z]\w+){0,2} (?:informs|reports)\b)"
    r"|\b(?:told|spoke (?:to|with)|à l['’]|a la agencia|gegenüber|der Agentur"
    r"|сообщили?|сообщила?|рассказал[аи]?"
    r"|powiedzia[łl]a?|řekla?(?: dnes)?|za|disse à|a declarat pentru|pentru|στο|til|till|tegen"
    r"|aan)\s?)"
    r"(?:the )?(?P<agency>[A-Z\u0391-\u03a9\u0410-\u042f][\w.-]*(?: [A-Z][\w.]+){0,3})"
)


def month_first(stamp: str, partials: set[str]) -> str:
    """Return a date in figures read month first where the dateline says so: 03/05 and March 5."""
    swapped = f"{stamp[:5]}{stamp[8:10]}-{stamp[5:7]}{stamp[10:]}"
    told = swapped[5:10] in partials and stamp[5:10] not in partials
    return swapped if told else stamp


def is_masthead(top: Candidate, filed: Candidate) -> bool:
    """Tell whether a date above the story, is weeks later than its dateline's own.

    `Thursday, November 26, 2026` above `KELBY, Jan 14, 2025 (Reuters) -`: the next day's paper
    prints what was filed the day before.
    """
    if top.rule not in ("lead.date", "lead.source") or top.value[10:] or filed.value[10:]:
        return False
    gap = date.fromisoformat(top.value) - date.fromisoformat(filed.value)
    return gap.days > LATEST_PRINTED


def read_date(sheet: Sheet) -> tuple[Dated, Candidate | None]:
    """Return the story's date and what it was read from.

    A date with its year beats one without. A year alone completes a day and month only where an
    agency prints it in the notice it puts below each story.
    """
    dates = [c for c in sheet.candidates if c.field == "date"]
    options = sorted(dates, key=lambda c: (-c.rank, not PUBLISHED.match(folded(c.quote))))
    whole = [c for c in options if DAY.match(c.value)]
    days = [c for c in options if c.value.startswith("XXXX")]
    filed = [c for c in whole if c.rule == "dateline" and c.rank == RANKS["dateline"]]
    if filed and is_masthead(whole[0], filed[0]):
        whole = filed  # a page opens with the day it was looked at
    if whole:
        stamp = month_first(whole[0].value, {c.value[5:10] for c in days})
        time = next(
            (c.value[11:] for c in whole if c.value[:10] == stamp[:10] and c.value[11:]), ""
        )
        return Dated(date.fromisoformat(stamp[:10]), "", time), whole[0]
    year = best(sheet, "year")
    if days and year:
        return Dated(date.fromisoformat(year.value + days[0].value[4:10])), days[0]
    if options:
        return Dated(partial=options[0].value[:10]), options[0]
    return Dated(), None


def evidence_of(sheet: Sheet) -> tuple[Evidence, ...]:
    """Return all candidates as evidence, the winners of each field first, equal ones once."""
    ordered = sorted(sheet.candidates, key=lambda c: -c.rank)
    return tuple(dict.fromkeys(Evidence(c.field, c.value, c.rule, c.quote) for c in ordered))
