"""Bylines: which words are people's names, and which name a desk or an agency."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from newsdesk.copydesk.agencies import agency_of
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import BEFORE_DATE, has_case, is_upper, nice_case
from newsdesk.copydesk.dates import LETTERS

PARTICLES = frozenset(
    "de da do dos del della di van von der den ter bin ibn al el ul ap la le los y e zu af bint "
    "abu ben o' mac ould dit du des las della degli delle".split()
)
ARTICLES = frozenset("the le la les l' el los las il lo der die das o a os as de het".split())
ELIDED = ("l'", "l’", "d'", "d’")
LINKS = frozenset("of the and for with avec mit con und et y".split()) | PARTICLES
NO_NAMES = frozenset(
    "the a all our le la les el los las der die das il lo os in on at from for with after before"
    " when why how what where who inside meet near under im am auf von vor nach mit warum wie wo"
    " en dans sur pour avec pourquoi comment à con para por cómo nel nella dal perché в на из за"
    " по почему как".split()
)
BETWEEN = re.compile(  # as ENDS_NAMES, it begins with a sign: few places are looked at
    r"[\s,;/&、](?:(?<!\s)|(?:(?:and|et|und|y|ve|и)\b|وال|و(?=\w)))\s*"
)
BEATS = frozenset(
    "community local democracy digital crime court courts political politics education health"
    " business sport sports features multimedia trainee deputy assistant environment transport data"
    " live foreign diplomatic defence defense economics arts culture night breaking news"
    " investigations science".split()
)
SEAT_BEHIND = re.compile(r",\s(?:[A-Z][a-z]+\.|[A-Z]\.?[A-Z]\.?|[A-Z][a-z]+)$")
RELEASES = frozenset(f"{kind} release" for kind in ("press", "news", "media"))  # no paper
GENERIC = frozenset("mail news press online video tv radio media today network service".split())
JOINED = re.compile(r"(?<=\s)(?:And|Et|Und|Y|Ve|И)(?=\s)")
IN_TOWN = re.compile(  # Jo Lind in Wick and Ana Ruiz in Thurso
    r" in [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?=(?:,? and|,|;) [A-ZÀ-Þ])"
)
TICKER = re.compile(  # of a share: CPLN.TO
    r"[A-Z0-9]{1,6}\.(?:TO|CN|NE|PA|SW|ST|OL|HE|HK|SS|SZ|TW|KS|KQ|AX|NZ|NS|BO)"
)
HAN_PAPERS = tuple("日報 日报 晚報 晚报 時報 时报 新聞社 新闻社 通信社 通讯社 通訊社".split())
HAN_HOUSES = HAN_PAPERS + tuple(
    "公司 集团 集團 基金会 基金會 大学 大學 协会 協會 银行 銀行 医院 醫院 科技 委员会 委員會"
    " 研究院 新聞 新闻 通信 放送 電視 电视".split()
)
HOUSES = frozenset(("agency", "bureau", "service"))  # European Space Agency
LONGEST_NAME = 20  # letters of a name where letters have no case
SITE = re.compile(r"(?:[a-z0-9-]+\.){1,3}[a-z]{2,4}")
HANGUL_NAMES = re.compile(r"[\uac00-\ud7a3]{2,4}(?:[·, ]+[\uac00-\ud7a3]{2,4})*")
FOR = re.compile(r"^(?:for|pour|für|para|per) (?=\S)")  # By Jo Lind for the Courier
GLUED = re.compile(r"By(?=[A-Z][a-z]+ [A-Z]|[A-Z]{3,5}$)")  # ByOllie Garside Reporter, ByPTI
ENDS_NAMES = re.compile(
    r"[\s|•·(\[\d](?:(?<!\s)|-\s|@|(?:avec|mit|con|with|for)\s|(?:in|at|from|à|en|aus)\s(?=[A-Z])"
    r"|(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.? \d)"
    r"|(?:on|le|am|el)\s(?=(?:\w+,? )?\d)|(?:фото|foto|photos?|bild|fotos|צילום)\s?:"
    r"|(?<=\w\w\s)(?=(?-i:(?:The|La|Le|Les|El|Il|Der|Die|Das) |L['’])(?-i:[A-ZÀ-Þ])"
    r"[\w'’-]+ [\w'’-]+)"
    r"|(?:published|updated|posted|publiziert|veröffentlicht|publié|publicado|pubblicato)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def word_lists() -> dict[str, str]:
    """Return the word lists of rules/words.toml."""
    return tomllib.loads((files("newsdesk.rules") / "words.toml").read_text("utf-8"))


@lru_cache(maxsize=8)
def words_of(kind: str) -> frozenset[str]:
    """Return one word list, folded and in lower case."""
    return frozenset(folded(word_lists()[kind]).lower().split())


@lru_cache(maxsize=1)
def paper_endings() -> tuple[str, ...]:
    """Return the endings among the words of papers, of addresses and names: `.com`, `-blatt`."""
    return tuple(word.removeprefix("-") for word in words_of("media") if word[0] in ".-")


@lru_cache(maxsize=1)
def sections() -> frozenset[str]:
    """Return the headings of sections, folded and in lower case."""
    listed = folded(word_lists()["section"]).lower().replace("\n", "").split("|")
    return frozenset(" ".join(name.split()) for name in listed)


@lru_cache(maxsize=1)
def byline_start() -> re.Pattern[str]:
    """Return the pattern of the words a byline begins with."""
    return re.compile("(?:" + folded(word_lists()["byline"]).replace("\n", "") + ")", re.IGNORECASE)


@lru_cache(maxsize=1)
def publishing_words() -> AhoCorasick:
    """Return the automaton of beginnings of words that speak of publishing itself."""
    return AhoCorasick(folded(word_lists()["publishing"]).lower().split())


def share_of_publishing(plain: str) -> tuple[int, float]:
    """Return how many words of a text speak of publishing itself, and their share of all words."""
    low = plain.lower()
    hits = end = 0
    for _, first, last in publishing_words().find_matches_as_indexes(low, overlapping=True):
        before = low[first - 1 : first]
        if first >= end and ("\u2e80" < low[first] < "\ufaff" or not is_word(before)):
            hits, end = hits + 1, last
    return hits, hits / (plain.count(" ") + 1)


def is_word(sign: str) -> bool:
    """Tell whether a character is a letter, a figure or a low line."""
    return sign.isalnum() or sign == "_"


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: `people` as printed without their roles, or the `desk` it names.

    `paper` is what stands behind the people: `By Ruth Bamford, Calder Echo`.
    """

    people: str = ""
    desk: str = ""
    paper: str = ""


def read_byline(text: str) -> Byline | None:
    """Return the byline a line is (`By Ruth Bamford, Chief Reporter`), None if it is none."""
    plain = folded(text)
    start = byline_start().match(plain) or GLUED.match(plain)
    if not start or len(plain) > 160:
        return None
    names = text[start.end() :].strip()
    if not names or len(names.split()) > 18:
        return None
    people = names_in(names) or names_in(behind_role(names))
    if people:
        return Byline(people=people, paper=paper_behind(names, people))
    short = BEFORE_DATE.sub("", names.strip(" .:-|/")).rstrip()  # By Bernama on
    lower = names[0].islower() and names.lower() not in words_of("desk")
    return None if lower or len(short.split()) > 7 else Byline(desk=short)


def paper_behind(text: str, people: str) -> str:
    """Return the paper or agency that a byline names behind its people, '' if it names none."""
    rest = text[len(people) :].strip(" ,|-–—/.:()") if len(people) < len(text) else ""
    rest = FOR.sub("", rest)
    if agency_of(rest) or is_publication(rest):
        return rest  # Fox News, whose second word is a desk's
    roles = words_of("role") | words_of("desk")
    words = rest.split()
    while words and folded(words[-1]).lower() in roles:
        words.pop()
    paper = " ".join(words)
    named = len(words) < len(rest.split()) and 0 < len(words) < 4 and is_capital(words)
    return paper if paper and (named or agency_of(paper) or is_publication(paper)) else ""


def is_capital(words: list[str]) -> bool:
    """Tell whether every word begins with a capital letter, particles and `l'` left out."""
    bare = (word[2:] if word[:2] in ELIDED else word for word in words)
    return all(word[:1].isupper() or word.lower() in PARTICLES for word in bare)


def names_in(text: str) -> str:
    """Return the names of people a text begins with, '' if it begins with none."""
    text = IN_TOWN.sub("", text) if " in " in text else text
    end = ENDS_NAMES.search(text, 1)
    names = text[: end.start()] if end else text
    if "@" in names:
        names = names[: names.find("@")].rpartition(" ")[0]
    names = without_role(without_agency(names.strip(" .,:;-|/*")))
    gaps = [gap.span() for gap in BETWEEN.finditer(names)]
    last = gaps[0][0] if gaps else len(names)
    if not is_person(names[:last].strip()):
        return ""
    for (_, first), (end_of_name, _) in pairwise([*gaps, (len(names), 0)]):
        part = names[first:end_of_name].strip()
        if not is_person(part) or words_of("role").intersection(part.lower().split()):
            break
        last = end_of_name
    kept = names[:last].strip()
    if not is_upper(kept):
        return kept
    return JOINED.sub(lambda found: found.group().lower(), nice_case(kept))


def without_agency(names: str) -> str:
    """Return `LAN PHAM` for `LAN PHAM Associated Press`, other texts as they are."""
    words = names.split()
    for count in range(2, len(words)):
        if agency_of(" ".join(words[count:])):
            return " ".join(words[:count])
    return names


def behind_role(names: str) -> str:
    """Return `Gu Wenlei, Hu Bo` for `Xinhua writers Gu Wenlei, Hu Bo`; '' where no role leads."""
    words = names.split()
    roles = [folded(word).lower().removesuffix("s") in words_of("role") for word in words[:4]]
    return " ".join(words[len(roles) - roles[::-1].index(True) :]) if any(roles) else ""


def without_role(names: str) -> str:
    """Return `Ollie Garside` for `Ollie Garside Senior Reporter`, other texts as they are."""
    words = names.split()
    last = folded(words[-1]).lower() if len(words) > 2 else ""
    of_person = last in words_of("role") or (last in words_of("desk") and last not in HOUSES)
    if of_person and " and " not in names:
        return names.rpartition(",")[0] if "," in names else " ".join(words[:2])
    return names


def first_name_first(text: str) -> str:
    """Return `Ostrowski, Lena` as `Lena Ostrowski`; other texts as they are."""
    found = re.fullmatch(
        r"([^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?),\s?([^\W\d_][\w'’.-]*(?: [A-Z][\w.’-]*)?)\.?", text
    )
    roles = words_of("role") | words_of("desk")
    if not found or roles.issuperset(found[2].lower().split()):
        return text  # Temple Rudd, Staff Writer
    return f"{found[2]} {found[1]}"


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Tell whether words look like a person's name: two to five, capitals, no desk among them."""
    tokens = words.split()
    if not 1 < len(tokens) <= 6 and not (len(tokens) == 1 and is_han_name(words)):
        return False
    if agency_of(words):
        return False
    low = [folded(t).lower().strip(".,'’") for t in tokens if t not in PARTICLES]  # "del" shares
    low = [t[:-2] if t.endswith("'s") else t for t in low]
    if not is_upper(words) and any(t.isupper() and agency_of(t) for t in tokens):
        return False
    if not all(words_of(kind).isdisjoint(low) for kind in ("desk", "media", "organization")):
        return False
    if any(c.isdigit() for c in words) or any(c in words for c in '/@:!?%"“”+=<>#&|_*'):
        return False
    if any(t in sections() for t in low):
        return False
    if tokens[-1] in PARTICLES or any(len(t) > LONGEST_NAME and not has_case(t) for t in tokens):
        return False  # initials: Gr ap; a sentence of a script without spaces
    return all(name_token(t) for t in tokens) and tokens[0].lower() not in NO_NAMES


def name_token(token: str) -> bool:
    """Tell whether a word can be part of a name."""
    bare = token.strip(".,’'")
    if not bare or not has_case(bare):
        return bool(bare) and bare[0].isalpha()
    return (
        bare[0].isupper()
        or bare.lower() in PARTICLES
        or bare.startswith(("al-", "el-", "d'", "d’"))
    )


def is_hangul_name(words: str) -> bool:
    """Tell whether words are Korean names of two to four syllables, where a name is expected."""
    return bool(HANGUL_NAMES.fullmatch(words))


def is_han_name(words: str) -> bool:
    """Tell whether words are a Chinese name of two to four characters, perhaps several."""
    names = re.fullmatch(r"[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4})*", words)
    return bool(names) and not words.endswith(HAN_HOUSES)


def name_with_role(text: str) -> str:
    """Return the person of a line: `Ines Caldeira, Senior Lecturer, University of Porto`."""
    words = text.split()
    roles = words_of("role")
    count = next((n for n, word in enumerate(words) if folded(word).lower() in roles), 0)
    if (
        1 < count < 4
        and "," not in text
        and all(folded(word).lower() in roles for word in words[count:])
    ):
        name = " ".join(words[:count])  # Jo Lind Staff Writer
        return name if is_person(name) else ""
    name, comma, rest = text.partition(",") if "(" not in text else text.rstrip(") ").partition("(")
    if not comma or not is_person(name) or len(text) > 140:
        return ""
    tokens = set(re.findall(r"\w+", folded(rest).lower()))
    paper = SEAT_BEHIND.sub("", rest.strip())  # Jo Lind, The Fen Plainsman, Kan.
    fits = tokens & words_of("role") or is_publication(paper) or is_paper_name(paper)
    return name.strip() if fits else ""


def media_name(text: str) -> bool:
    """Tell whether a word that papers and agencies are called by stands in a name."""
    low = [w.lower().removeprefix("l'").strip(".,()'") for w in folded(text).split()]
    parts = [part for w in low for part in (w, *(w.split("-") if "-" in w else ()))]
    endings = paper_endings() + HAN_PAPERS
    return any(w in words_of("media") or w.endswith(endings) for w in parts)


def seated(text: str) -> bool:
    """Tell whether a name has its town in brackets behind it."""
    return text.rstrip().endswith(")")


def is_paper_name(text: str) -> bool:
    """Tell whether words could name a paper nobody knows: `The Fenland Reader`."""
    words = text.split()
    opened = folded(words[0]).lower() in ARTICLES if words else False
    return opened and 1 < len(words) <= 6 and is_capital(words) and text[-1].isalnum()


@lru_cache(maxsize=4096)
def is_publication(text: str) -> bool:
    """Tell whether a short line names a newspaper, site or agency."""
    plain = folded(text).strip(' .|-"')
    words = plain.split()
    if not 0 < len(words) <= 8 or plain[-1:] in "?!" or "、" in plain:
        return False  # 山里に再び時報: a headline with a comma
    if ": " in plain:
        return False  # Namibia: Papers Weigh Joining News Portal
    if agency_of(plain):
        return True
    low = plain.lower().split()
    if words_of("role").issuperset(low) or (
        low[-1] in words_of("role") and BEATS.issuperset(low[:-1])
    ):
        return False  # Chief Reporter, Community Reporter
    if len(set(words)) > 3 and is_upper(text) and not seated(text):
        return False  # a menu
    known = sum(word in sections() for word in low)
    if known > 2 and (len(words) > 3 or known == len(words)):
        return False  # News Opinion Sport Culture, Home Society News
    if (len(words) == 1 and plain.lower() in GENERIC) or plain.lower().rstrip("s") in RELEASES:
        return False  # a button
    named = media_name(plain)
    if named and "\u0410" <= plain[0] <= "\u042f" and len(words) < 4:  # Томский вестник
        return words[-1].lower() in words_of("media") or is_capital(words)
    capital = all(
        w[0].isupper() or not has_case(w) or w.lower() in LINKS for w in LETTERS.findall(plain)
    )
    site = SITE.fullmatch(plain.lower())
    return (named and capital) or bool(site and not TICKER.fullmatch(plain))
