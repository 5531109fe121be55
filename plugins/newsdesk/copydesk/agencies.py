"""The agencies and press-release wires that datelines name, read from rules/agencies.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dates import LETTERS
from newsdesk.copydesk.vocabulary import Vocabulary

STEP = re.compile(r"\s[>›»]\s")  # of a path: The Fen Post > Towns
ARTICLE_BEHIND = re.compile(  # Lindell Record, The (OH)
    r"(?P<name>[^,()]{3,60}), (?P<article>The|La|Le|El|Los|Las|Les|Il|Der|Die|Das)"
    r"(?: \([^()]{2,30}\))?"
)


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency, or a wire that carries the releases of others (`is_wire`)."""

    name: str
    is_wire: bool


@lru_cache(maxsize=1)
def agencies() -> dict[str, Agency]:
    """Return every agency by each form of its name, folded and in lower case."""
    table = tomllib.loads((files("newsdesk.rules") / "agencies.toml").read_text("utf-8"))
    known: dict[str, Agency] = {}
    for row in table["agency"]:
        agency = Agency(row["name"], row["kind"] == "wire")
        for form in row["names"]:
            known.setdefault(key_of(form), agency)
    return known


@lru_cache(maxsize=1)
def agency_words() -> Vocabulary:
    """Return a word of every form of an agency's name, the longest: where none is, no agency is."""
    runs = (LETTERS.findall(form) for form in agencies())
    return Vocabulary({max(run, key=len) for run in runs if run})


@lru_cache(maxsize=1)
def agency_openings() -> frozenset[str]:
    """Return the first word of every form of an agency's name, up to a hyphen or a slash."""
    return frozenset(re.split(r"[\s/-]", form, maxsplit=1)[0] for form in agencies())


SITE = re.compile(r"(?:www\.|[a-z]{2,10}\.)?([a-z][a-z-]{2,20})\.(?:com|org|net|info|[a-z]{2})")


def key_of(name: str) -> str:
    """Return a name folded and in lower case, quotation marks and outer signs left out."""
    return folded(name).lower().replace('"', "").strip(" .,:;'*")


@lru_cache(maxsize=8192)
def agency_of(words: str) -> Agency | None:
    """Return the agency a text names, None if it names none. `dpa/sn` is dpa's Saxon desk."""
    plain = key_of(words)
    known = agencies()
    found = known.get(plain)
    if found is None and "." in plain and (site := SITE.fullmatch(plain)):
        found = known.get(site[1])
    if found is None and plain.endswith((" news agency", " agency", " news")):
        found = known.get(plain.removesuffix(" agency").removesuffix(" news"))
    if found is None and "/" in plain:
        found = known.get(plain.split("/")[0].strip())
    brief = ":" not in plain and plain.count(" ") < 4  # no headline: AP-KILL: Farmers strike
    if found is None and "-" in plain and brief:
        found = known.get(plain.split("-")[0].strip())
    return found


IN_STATE = re.compile(  # Fen Sentinel (Wick, ME), African Union (AU)
    r"(?<=\w) \((?:[A-Z][\w.' -]+, )?[A-Z]{2}\)$"
)


def credit(words: str) -> str:
    """Return the name a story is credited to as it is printed, without brackets and signs."""
    words = words.removesuffix(" General News")  # ANI General News, the agency's desk
    bare = IN_STATE.sub("", STEP.split(words, maxsplit=1)[0].strip(" ,:;/[]*"))
    turned = ARTICLE_BEHIND.fullmatch(bare)
    if turned:
        bare = f"{turned['article']} {turned['name']}"
    if bare.endswith(("'s", "’s")) and agency_of(bare[:-2]):
        bare = bare[:-2]  # more news on Trend News Agency's channel
    half = len(bare) // 2
    if bare[:half] == bare[half + 1 :] and bare[half : half + 1] == " ":
        bare = bare[:half]  # a menu prints the name twice
    if bare.count("«") != bare.count("»") or bare[:1] == "«":
        bare = bare.strip("«»")
    if agency_of(words) is not None or bare.count("(") != bare.count(")"):
        bare = bare.strip(".()")
    return bare


def house_name(printed: str, lang: str) -> str:
    """Return the name under which a source is filed.

    An agency's desks and sites are filed under the agency; its short forms under its full name
    in English copy, as printed elsewhere (`AA` in Turkish, `ТАСС` in Russian).
    """
    agency = agency_of(printed)
    latin = printed.isascii() or "\u00c0" <= printed[0] <= "\u024f"
    if agency is None or not latin:
        return printed
    same = printed.casefold() == agency.name.casefold()
    form = key_of(printed) in agencies()
    site = "/" in printed or SITE.fullmatch(key_of(printed))
    shorter = lang == "en" if form and not site else site
    return agency.name if same or shorter else printed
