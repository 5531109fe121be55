"""One grammar for the datelines of all agencies: place, region, date, agency and their signs.

`PIRAEUS, Greece, Jan 15 (Reuters) - `, `MOSCOW, January 21. /TASS/. `, `КАЗАНЬ, 20 авг — РИА
Новости. `, `HONG KONG SAR - Media OutReach Newswire - 14 January 2025 - `: parts and separators in
many orders. A part is a place, a date or an agency; the sentence that follows is none of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple
from zoneinfo import available_timezones

from babel import Locale

from newsdesk.authority import rows
from newsdesk.copydesk.agencies import agency_of, agency_openings, agency_words, key_of
from newsdesk.copydesk.calendars import folded, weekday_names
from newsdesk.copydesk.dates import LETTERS, ReadDate, date_words, find_dates, hijri, labels

WINDOW = 170
LONGEST_SPEAKER = 24  # letters of who asks in an interview
PARTICLES = frozenset(
    "de la le les du des of the and al el an am im bei ob und y e da do dos di der die das sur"
    " aux "
    "en et upon on in a den der van lès ve и на -- los las del".split()
)
NOT_PLACES = frozenset(
    "breaking update updated exclusive watch video photos photo opinion analysis editorial note "
    "notes interview explainer factbox timeline live correction clarification review comment news "
    "summary background question answer warning q a podcast gallery read more share by advisory "
    "urgent alert flash attention attn embargoed highlights key about contact source lead q&a "
    "press media release e-paper epaper newspaper print edition communiqué pressemitteilung "
    "medienmitteilung comunicado editors kill killed "
    "all nato covid-19 covid factbox-key exclusive- срочно видео фото انفراد عاجل".split()
)
ABBREVIATED = re.compile(
    r"(?:St|Ste|Mt|Ft|Pt|Sta|Sto|ST|STE|MT|FT|PT|STA|STO|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass"
    r"|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Que|Alta|Sask"
    r"|Man"
    r"|Dak|Car|Hamp|Jers|Mex|[A-Z](?:\.[A-Z])*|U\.S|U\.K|U\.A\.E|D\.C|г|ул)\.",
)
WORD = re.compile(r"[^\W\d_][^\s,/:;()\[\]\"|<>!?؟]*|(?<= )al-\S+")
SEPARATOR = re.compile(r"\s*(?:\.\s*-+|-{1,3}|_+|,\s*&|[,/:.|>،&])\s*|\s+")
SIGN = re.compile(r"[(/\[:\d|]|--|\s-|-\s|\s_\s|[A-Z]-[A-Z][a-z]")
SLASH = re.compile(r"/\s*")
SHORT_DATE = re.compile(r"(?P<day>[0-3]\d)\.(?P<month>[01]\d)\.(?P<year>\d\d)(?=/)")
BARE_DATE = re.compile(r"(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.?(?= ?[(/][A-Z])")
SLASHED = re.compile(r"/\s*(?=[^/\d]*[A-ZА-Я\u0600-\u06ff])([^/\d]{2,40}?)\s*()/")
DASH = re.compile(r"--+|(?<=.)-$")
INSIDE = re.compile(r"\s+-\s+|,\s")
BEFORE_HYPHEN = re.compile(r"([^\W\d_]{2,6})-(?=[^\W\d_])")
GROUP = re.compile(r"\(((?:[^()]|\([^()]*\)){2,70})\)|\[([^\[\]]{2,60})\]")
BEFORE_DATES = frozenset("on en le am den il vom".split())
BEFORE_DATE = re.compile(r"(?:^|(?<=\s))(?:on|en|le|am|den|il|في|في يوم|vom|،)\s*$")
TO_DATE = re.compile(r"(?:on|en|le|am|den|il|el|vom)\s+(?=[0-3]?\d[\s.])", re.IGNORECASE)
BRACKET = frozenset("([/")
BY = frozenset("af av door von par por by".split())
AROUND_DATE = re.compile(r"\s*(?:AD|A\.D\.|م|г\.|года|CE)(?=[\s,./]|$)")
BEHIND_AGENCY = re.compile(
    r"\s?/\s?([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2})(?=\))"
)  # (TAP/ Ana Ruiz)
CORRESPONDENT = re.compile(  # /Корр. ТАСС Анна Линд/
    r"(?:спец)?корр?\.\s(?P<agency>\S+)\s(?P<name>\S.+)", re.IGNORECASE
)
TONGUES = ("en", "fr", "es", "de", "tr", "ru", "ar", "fa")
SPEAKERS = frozenset("host anchor byline moderator interviewer reporter guest narrator".split())
TURKISH = frozenset("ĞŞİı")
BEHIND_APOSTROPHE = re.compile(r"(?<=['’])[A-Z](?=\b)")
KEPT = {short: short for short in ("SAR", "UAE", "USA", "UK", "DC", "US")}


PartKind = Literal["place", "date", "agency", "name", "unknown"]


class Part(NamedTuple):
    """One part of a dateline at `start:end`; `mark` is the separator that follows it."""

    kind: PartKind
    text: str
    start: int
    end: int
    mark: str = ""
    grouped: bool = False
    read: ReadDate | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at `start:end` of a block, its sign included, and what it says."""

    start: int
    end: int
    place: str = ""
    agency: str = ""
    byline: str = ""
    read: ReadDate | None = None


def read_dateline(text: str, first: bool = True) -> Dateline | None:
    """Return the dateline a block begins with, None if it begins with none.

    `first` says that the block opens the story: only there are datelines without date and agency
    (`AMMAN — Farmers...`) believed.
    """
    return dateline_of(text[: WINDOW + 1], first)


@lru_cache(maxsize=1024)
def dateline_of(text: str, first: bool) -> Dateline | None:
    """Return the dateline that the first characters of a block begin with."""
    window = text[:WINDOW]
    plain = folded(window)
    if not (plain[:1].isalnum() or plain[:1] in "([/'\""):
        return None
    if not SIGN.search(plain, 0, 110):
        return None
    speaker = plain[:LONGEST_SPEAKER].partition(":")[0]
    if "/" in speaker and agency_of(speaker):
        return None  # RFE/RL: Who paid you for the work?
    parts = read_parts(plain)
    if parts and len(text) < WINDOW and of_labels(plain[parts[-1].end :]):
        return None  # 時事通信 2025年1月14日14時32分配信
    for count in range(len(parts), 0, -1):
        if acceptable(parts[:count], window, text, first):
            return put_together(parts[:count], window)
    return None


@lru_cache(maxsize=1024)  # a block is asked twice: as the first of its story, and not
def read_parts(plain: str) -> tuple[Part, ...]:
    """Return the parts a text begins with, as far as they could belong to a dateline."""
    dates = find_dates(plain[:110])
    parts: list[Part] = []
    at = 0
    while at < len(plain) and len(parts) < 9:
        part = read_part(plain, at, dates)
        if part is None:
            break
        sign = SEPARATOR.match(plain, part.end)
        mark = sign.group() if sign else ""
        at = sign.end() if sign else part.end
        closing = SEPARATOR.match(plain, at) if mark.strip() in ("/", ".") else None
        if closing and closing.group().strip() in ("-", "--", ".", ".-", ":"):
            mark, at = mark + closing.group(), closing.end()
        if part.kind == "unknown" and part.text and not part.grouped:
            break  # such words are the story's, and no dateline goes on behind them
        parts.append(part._replace(end=at, mark=mark))
        glued = any(read.start == at for read in dates)
        if not (sign or glued or part.grouped or plain[at : at + 1] in "(["):
            break
    return tuple(parts)


def read_part(plain: str, at: int, dates: tuple[ReadDate, ...]) -> Part | None:
    """Return the part that starts at a place: a date, a bracketed group or a run of words."""
    behind = plain[at - 1 : at] == "/" and plain[at - 2 : at - 1] in (" ", ".")
    slashed = SLASHED.match(plain, at - behind) if behind or plain[at] == "/" else None
    if slashed:
        return bracketed(slashed, at, dates)
    lead = SLASH.match(plain, at) or (TO_DATE.match(plain, at) if dates else None)
    if lead:
        at = lead.end()
    moon = hijri().match(plain, at) if dates else None
    start = moon.end() if moon else at
    for read in dates:
        if read.start == start:
            tail = AROUND_DATE.match(plain, read.end)
            return Part(
                "date", plain[at : read.end], at, tail.end() if tail else read.end, read=read
            )
    sign = plain[at : at + 1]
    group = GROUP.match(plain, at) if sign in ("(", "[") else None
    if group:
        return bracketed(group, at, dates)
    return (figures_part(plain, at) if sign.isdigit() else None) or words_part(plain, at, dates)


def figures_part(plain: str, at: int) -> Part | None:
    """Return the date in figures that only datelines have: `4.11 (PAP)`, `06.02.25/`."""
    found = BARE_DATE.match(plain, at) or SHORT_DATE.match(plain, at)
    if not found or not (1 <= int(found["day"]) <= 31 and 1 <= int(found["month"]) <= 12):
        return None
    year = 2000 + int(found["year"]) if found.re is SHORT_DATE else None
    read = ReadDate(year, int(found["month"]), int(found["day"]), at, found.end())
    return Part("date", found.group(), at, found.end(), read=read)


def of_labels(rest: str) -> bool:
    """Tell whether words are those beside a date, which a header line ends with."""
    words = LETTERS.findall(rest.lower())
    return bool(words) and date_words().issuperset(words)


def bracketed(group: re.Match[str], at: int, dates: tuple[ReadDate, ...]) -> Part:
    """Return the part of a bracketed group: an agency, perhaps with a date, or a region."""
    inside = group[1] or group[2]
    name = INSIDE.split(inside)[0]
    read = next((d for d in dates if group.start() < d.start < group.end()), None)
    sent = CORRESPONDENT.match(name)
    name = sent["agency"] if sent and agency_of(sent["agency"]) else name
    last = name.rpartition(" ")[2]  # "Корр. БЕЛТА"
    if not agency_of(name) and len(last) > 2 and agency_of(last):
        name = last
    dated = read is not None and read.end - read.start >= len(inside)  # SIBU (May 19):
    kind: PartKind = "agency" if agency_of(name) else "date" if dated else "unknown"
    return Part(kind, name, at, group.end(), grouped=True, read=read)


def words_part(plain: str, at: int, dates: tuple[ReadDate, ...]) -> Part | None:
    """Return the part made of the words that follow, up to a separator or a date."""
    stop = min((d.start for d in dates if d.start > at), default=len(plain))
    end = at
    words: list[str] = []
    place = at
    cased = has_case(plain[at : at + 1])
    glued = BEFORE_HYPHEN.match(plain, at)
    if glued and is_upper(glued[1]) and agency_of(glued[1]):
        return Part("agency", glued[1], at, glued.end(1))
    while place < stop and len(words) < 9:
        word = WORD.match(plain, place)
        if not word:
            break
        found = word.group()[: stop - place]  # the day may be glued to it: 成都2025年3月18日
        dash = DASH.search(found) if "-" in found else None
        if dash:
            found = found[: dash.start()]
        short = len(found) < 7 and plain[place + len(found) : place + len(found) + 1] == ","
        if found.endswith(".") and not (short or ABBREVIATED.fullmatch(found)):
            found = found.rstrip(".")
        words.append(found)
        end = place + len(found)
        if cased and found[0].islower() and of_a_sentence(words):
            return Part("unknown", plain[at:end], at, end)
        if len(found) < len(word.group()) or plain[end : end + 1] != " ":
            break
        if plain[end + 1 : end + 2] in "-/(|":
            break
        place = end + 1
    text = plain[at:end]
    if end < stop <= end + 4 and words:
        text = BEFORE_DATE.sub("", text).rstrip()
        while words and text and words[-1].lower() in weekday_names():
            if text.lower() in towns():
                break  # LA PAZ, Aug 10: no Turkish Sunday
            words.pop()
            text = " ".join(words)
    if not text:
        return Part("unknown", "", at, end) if end > at else None
    if not has_case(text[0]):
        text, end = leading_agency(words, at) or (text, end)
    if text.lower() in weekday_names():
        return Part("unknown", "", at, end)
    if agency_of(text) or (not has_case(text[0]) and folded(words[0]).lower() in media_words()):
        return Part("agency", text, at, end)
    return Part("place" if is_place(text) else "unknown", text, at, end)


def of_a_sentence(words: list[str]) -> bool:
    """Tell whether the last of the words, in small letters, rules out a place and an agency."""
    last = words[-1].lower()
    if last in PARTICLES or last in BEFORE_DATES or last.startswith("al-"):
        return False
    return key_of(words[0]).split("-")[0] not in agency_openings() and last not in weekday_names()


def leading_agency(words: list[str], at: int) -> tuple[str, int] | None:
    """Return the agency that the first words name where no sign follows it (`واس افتتح`)."""
    for count in (3, 2, 1):
        name = " ".join(words[:count])
        if agency_of(name):
            return name, at + len(name)
    return None


def is_place(text: str) -> bool:
    """Tell whether words could name a place: few, each with a capital or in a caseless script."""
    words = text.split()
    opening = words[0].lower().strip(".:-") if words else ""
    if not 0 < len(words) <= 6 or opening in NOT_PLACES or opening in labels():
        return False
    if any(c.isdigit() for c in text):
        return False
    if words[-1] == "News" and text.lower() not in towns():
        return False  # India News | Press Trust of India | Jan 22, 2025; but Newport News
    if len(words) == 1 and (words[0] in PARTICLES or words[0] in ("The", "A", "In", "On", "At")):
        return False
    caseless = not has_case(words[0])
    if caseless:
        return len(words) <= 4
    return all(w[0].isupper() or w.lower() in PARTICLES or w.startswith("al-") for w in words) and (
        words[0][0].isupper()
    )


def has_case(word: str) -> bool:
    """Tell whether a word is of a script with capital letters."""
    return word.lower() != word.upper()


def is_upper(text: str) -> bool:
    """Tell whether every letter is a capital, two at least."""
    if not text.isupper():
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


CONTINENTS = frozenset("africa asia europe americas eurasia world".split())


def acceptable(parts: Sequence[Part], window: str, text: str, first: bool) -> bool:
    """Tell whether parts make up a dateline: the evidence needed depends on what is missing."""
    end = parts[-1].end
    mark = parts[-1].mark.strip()
    rest = text[end : end + 1]
    if rest in ("?", "؟"):
        return False  # ایرنا: چند شاگرد دارید؟
    known = [p for p in parts if p.kind == "agency"]
    dated = any(p.read for p in parts)
    places = [p for p in parts if p.kind == "place"]
    if mark in (",", "|", "/", "&") and not (mark == "/" and known):
        return False
    if not rest and len(parts) > 1 and mark == ":" and parts[-1].kind == "place" and known:
        return False  # Jan 14 (Reuters) - Fen Kilns PLC: what is told of it stands below
    if not rest and any(p.mark.strip() == "|" for p in parts):
        return False  # Europa Press | Castilla y León: the way to the page
    if any(p.text[:4] == "The " and p.text.split()[-1].lower() in media_words() for p in places):
        return False  # Jo Lind | The Fen Times (TNS)
    if not rest and not dated and any(p.text.lower() in CONTINENTS for p in places):
        return False  # Voice of America - Africa
    if mark == ":" and any(p.text.lower() in SPEAKERS for p in places):
        return False  # CELESTE ROURKE, HOST: When the bank moved ...
    if not orderly(parts) or labelled(parts) or (mark == "/" and rest.islower()):
        return False
    credited = not dated and (not rest or not is_upper(parts[0].text))
    if known and credited and colon_before(parts, known[0]):
        return False
    if known:
        sure = known[-1].grouped or len(parts) > 1
        closed = bool(mark) or "/" in window[:end] or not rest or dated
        if known[-1].grouped and not mark:
            closed = not rest.islower()
        bare = known[-1].grouped and not mark and rest.isupper() and one_case(known[-1].text)
        alone = first and len(parts) == 1 and (mark[:1] == "-" or mark == "/" or bare)
        alone = alone and (known[0].grouped or is_upper(known[0].text) or mark == "/")
        return (sure and closed and (bool(places) or dated)) or (alone and not rest.islower())
    if not rest:
        opens_with_place = bool(places) and parts[0].kind == "place" and is_upper(places[0].text)
        return opens_with_place and (dated or mark.startswith("-"))
    if first and len(parts) == 1 and parts[0].grouped and mark[:1] == "-":
        return is_publication_name(parts[0].text)  # (Agence Ecofin) - Le Cameroun ...
    if first and len(parts) == 1 and dated and window[parts[0].start : end].endswith(("--", "—")):
        return not rest.islower()  # March 05--Capt. Aune tied up the boat
    if not places or not mark or parts[0].kind != "place":
        return False
    if first and len(parts) == 1 and not has_case(places[0].text[0]) and mark == "-":
        return len(places[0].text.split()) <= 2 and window[end - 2 : end] == "- "
    opens = not rest.islower()
    upper = is_upper(places[0].text)
    loose = any(p.kind == "unknown" and p.grouped for p in parts)
    if dated:
        letter = mark == "." and not upper and not loose  # Kelby, 3 March 2019. So begins a letter
        yearless = not any(p.read.year for p in parts if p.read)
        letter = letter and not (first and yearless and places[0].text.lower() in towns())
        filed = first and yearless and " " not in places[0].text  # Qom, 3 February: A train
        sure = upper or mark != ":" or loose or filed or places[0].text.lower() in towns()
        return opens and sure and not letter and not mark.startswith(",")
    if loose:
        named = mark == "." and any(p.grouped and is_upper(p.text) for p in parts)
        return opens and upper and (mark.startswith("-") or named)
    if not first or not opens or mark not in ("-", "--", "---", ":", ".-", "_"):
        return False
    if upper:
        return len(places[0].text) > 2 and len(places) <= 3
    if mark == ":":  # Kelby, Qatar: A cooperative
        abroad = len(places) > 1 and places[-1].text.lower() in nations()
        return abroad or all(p.text.lower() in towns() for p in places)
    spaced_dash = (
        "—" in window[parts[-1].start : end]
        or mark == "--"
        or ("–" in window[parts[-1].start : end])
    )
    familiar = mark == "-" and places[0].text.lower() in known_places()
    return (
        (spaced_dash or familiar or (len(places) == 2 and mark in ("-", ".-")))
        and len(places[0].text.split()) <= 4
        and has_case(places[0].text[0])
    )


def colon_before(parts: Sequence[Part], agency: Part) -> bool:
    """Tell whether a colon stands before the agency: `Foto: EFE` is a credit, and no place."""
    return any(":" in part.mark for part in parts if part.start < agency.start)


def one_case(name: str) -> bool:
    """Tell whether an agency's name is set as abbreviations are: `(dpa)`, `(Keystone-SDA)`."""
    return "-" in name or name.islower() or is_upper(name)


def labelled(parts: Sequence[Part]) -> bool:
    """Tell whether the first words are a label (`Kilde: Ritzau`, `Af /ritzau/`), not a place."""
    first = parts[0]
    if first.mark.strip() == "/" and signed_alone(parts):
        return True
    named = first.kind == "place" and (first.mark.strip()[:1] in (":", "/") or len(parts) > 1)
    names = {p.text.lower() for p in parts if p.kind == "place" and ":" in p.mark}
    names |= {first.text.lower()} if named else set()
    return not names.isdisjoint(field_labels())


def signed_alone(parts: Sequence[Part]) -> bool:
    """Tell whether parts are a reporter and an agency and nothing else: `Elin Berg/TT`."""
    return (
        len(parts) == 2
        and " " in parts[0].text
        and not parts[1].mark
        and not is_upper(parts[0].text)
    )


@lru_cache(maxsize=1)
def field_labels() -> frozenset[str]:
    """Return the labels of fields in all languages, and `by` in some."""
    table = tomllib.loads((files("newsdesk.rules") / "words.toml").read_text("utf-8"))["label"]
    kinds = ("title", "byline", "source", "date", "export")
    return frozenset("|".join(folded(table[kind]).lower() for kind in kinds).split("|")) | BY


def is_publication_name(text: str) -> bool:
    """Tell whether bracketed words name an agency or a paper nobody listed."""
    words = folded(text).lower().split()
    return 1 < len(words) < 6 and any(word in media_words() for word in words)


@lru_cache(maxsize=1)
def media_words() -> frozenset[str]:
    """Return the words that names of papers and agencies are made of, folded, in lower case."""
    table = tomllib.loads((files("newsdesk.rules") / "words.toml").read_text("utf-8"))
    return frozenset(folded(table["media"]).lower().split())


@lru_cache(maxsize=1)
def nations() -> frozenset[str]:
    """Return the names that CLDR has for countries, folded, in lower case."""
    names = (name for code in TONGUES for name in Locale.parse(code).territories.values())
    return frozenset(folded(name).lower() for name in names)


@lru_cache(maxsize=1)
def known_places() -> frozenset[str]:
    """Return cities and countries that CLDR and the time zones name, folded, in lower case."""
    names = {zone.rsplit("/", 1)[-1].replace("_", " ") for zone in available_timezones()}
    for code in TONGUES:
        zones = Locale.parse(code).time_zones.values()
        names.update(zone["city"] for zone in zones if "city" in zone)
    table = tomllib.loads((files("newsdesk.rules") / "words.toml").read_text("utf-8"))
    names.update(" ".join(name.split()) for name in table["place"].split("|"))
    return nations() | {folded(name).lower() for name in names}


@lru_cache(maxsize=1)
def towns() -> frozenset[str]:
    """Return known places and the towns of the gazetteer, folded and in lower case."""
    names = (row["name"] for row in rows("places.csv") if row["kind"] == "city")
    return known_places() | {folded(name).lower() for name in names}


def orderly(parts: Sequence[Part]) -> bool:
    """Tell whether only dates and a reporter's name in capitals follow place and agency."""
    closed = placed = False
    before = parts[0]
    for part in parts:
        if part.kind == "place" and closed and placed:
            signed = before.kind == "agency" and before.mark.strip() == "," and part.mark[:1] == "."
            named = signed or (is_upper(part.text) and part.mark.strip() == "-")
            if not named:
                return False
        placed = placed or part.kind == "place"
        before = part
        closed = closed or part.kind == "agency" or "-" in part.mark or ":" in part.mark
    return True


def put_together(parts: Sequence[Part], window: str) -> Dateline:
    """Return the dateline made of parts."""
    read = next((p.read for p in parts if p.read), None)
    closing = parts[-1].mark.strip()[:1] in ("-", ".") or bool(read)

    def regional(part: Part) -> bool:
        """Tell whether a group before the date is the state: `Kovai (Tamil Nadu), March 12`."""
        dated = next((p.start for p in parts if p.kind == "date"), 0)
        return part.start < dated and not is_upper(part.text)

    agency = next((p for p in reversed(parts) if p.kind == "agency"), None) or next(
        (p for p in parts if p.kind == "unknown" and p.grouped and closing and not regional(p)),
        None,
    )
    places = [p for p in parts if p.kind == "place"]
    if len(places) > 1 and nation_first(*places[:2]):
        del places[0]  # Азербайджан, Баку, 11 октября
    name = ""
    if len(places) > 1 and signs(*places[:2]):
        first, _, last = original(window, places.pop(0)).strip(" /").rpartition(" ")
        rest = last[1:].replace("I", "ı").replace("İ", "i")  # Mehmet YILMAZ/ANKARA, (DHA)-
        name = f"{first} {last[:1]}{rest.lower()}"
    if agency and agency.kind == "agency" and len(places) > 1:
        late = [p for p in places if p.start > agency.start]
        name = nice_case(late[0].text) if late and places[0].start < agency.start else name
    printed = window[agency.start : agency.end] if agency else ""
    final = parts[-1]
    before = parts[-2] if agency is final and len(parts) > 2 and parts[-3].read else None
    if not name and before in places[1:] and " " in before.text and before.mark.strip() == "-":
        name = nice_case(before.text)  # BAKU, Azerbaijan, February 6. Ana Ruiz - Trend:
    if not name and len(places) > 1 and final is places[-1] and parts[-2].read and not final.mark:
        name = nice_case(final.text)  # BAKU, Azerbaijan, February 6. Ana Ruiz
    behind = BEHIND_AGENCY.search(printed)
    name = behind[1] if behind and agency_of(printed[: behind.start()].strip("(/ ")) else name
    sent = CORRESPONDENT.match(printed.strip("(/ "))
    name = sent["name"].rstrip(" ./)") if sent else name
    spelt = folded(printed).find(agency.text) if agency else -1
    return Dateline(
        start=0,
        end=parts[-1].end,
        place=nice_case(original(window, places[0])) if places else "",
        agency=printed[spelt : spelt + len(agency.text)].strip() if agency and spelt >= 0 else "",
        byline=name,
        read=read,
    )


def nation_first(one: Part, other: Part) -> bool:
    """Tell whether a country stands before one of its towns."""
    named = other.text.lower()
    known = named in towns() or (one.end < other.start - 6 and is_upper(other.text))
    return one.text.lower() in nations() and known and named not in nations()


def signs(name: Part, place: Part) -> bool:
    """Tell whether a reporter stands before the place: `Ayşe Demir/RİZE, (DHA)-`."""
    told = " " in name.text and not is_upper(name.text)
    return told and name.mark.strip() == "/" and is_upper(place.text)


def original(window: str, part: Part) -> str:
    """Return a part's words as printed, before letters were folded."""
    return window[part.start : part.start + len(part.text)]


def nice_case(name: str) -> str:
    """Return KUWAIT CITY as Kuwait City; names in mixed case as they are."""
    name = name.strip(" .,،、:;/-")
    if not is_upper(name) or len(name) < 3:
        return name
    if not TURKISH.isdisjoint(name):
        name = name.replace("I", "ı").replace("İ", "i")
    low = LETTERS.sub(lambda m: KEPT.get(m.group(), m.group().capitalize()), name)
    low = BEHIND_APOSTROPHE.sub(lambda m: m.group().lower(), low)
    return low.replace("ı", "I", 1) if low.startswith("ı") else low


def may_name_agency(plain: str) -> bool:
    """Tell whether a folded text could hold an agency's name: a known one's word, or a bracket."""
    if not BRACKET.isdisjoint(plain):
        return True
    return agency_words().speaks_in(plain.lower())
