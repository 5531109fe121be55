"""The gazetteer: every written form that stands for a country, read from the authority tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from newsdesk.authority import rows
from newsdesk.authority.tables import several
from newsdesk.desks.matching import Name

# Columns of country_english.csv and the kind of name each holds.
KINDS = {
    "names": "name",
    "demonyms": "demonym",
    "capital": "capital",
    "institutions": "institution",
}
# Written in small letters these are words; in CAPITALS too often as well.
NEVER_SHOUTED = frozenset({"Nice", "Reading", "Mobile", "Split", "Bath", "Male", "Most", "Battle"})
CUE = "cue"  # A word of one country's daily life ("Crown Court"): heard when little else speaks.
DATELINE = "dateline"  # A place only a dateline may name: in a text it is a word or a person.
TOWN = "town"  # Counties and landscapes that are people's names too: they count as towns.py says.
LARGE = "*"  # Behind the code of a namesake of 100,000 people.
LOUD = 6  # The same for lesser places and for other languages: "XICO", "PRAG".
SHORT = 4  # Capitals of a shorter name are another word or a ticker: "Van", "Hue", "Tyre".
# What an adjective of nationality or the name of a people takes on in the languages that inflect
# it, by the ending that country_foreign.csv writes behind the slash ("украин/ец", "franc/és").
ENDINGS: Mapping[str, Mapping[str, str]] = {
    "ar": {"": " ة ا ين ون"},
    "de": {
        "": "e er en es em",
        "er": "er ern ers erin erinnen",
        "en": "en in innen",
    },
    "es": {"": " s", "o": "o a os as", "és": "és esa eses esas", "án": "án ana anes anas"},
    "fr": {"": " e s es"},
    "he": {"י": "י ית ים יים יות"},
    "it": {"o": "o a i e", "co": "co ca chi che", "ese": "ese esi", "e": "e i"},
    "pt": {"": " s", "o": "o a os as", "ês": "ês esa eses esas", "ão": "ão ã ães ãs"},
    "ru": {
        "": "ий ая ое ие ого ой ому ую им их ими ом",
        "ец": "ец цы цев цам цами цах ца цу цем",
        "йцы": "ец йцы йцев йцам йцами йцах йца йцу йцем",
        "ин": "ин е  ам ами ах ина ину ином",
        "ы": " ы ов ам ами ах а у ом",
        "и": " и ов ам ами ах а у ом",
    },
}
# They may begin a sentence: "Итальянский", "Ungarische", "Suédois". In others the capital is often
# a family's name ("Tedesco"); of Spanish and Portuguese the plural is not ("Angolanos").
OPENING = frozenset({"ru", "de", "fr"})
OPENING_PLURAL = frozenset({"es", "pt"})
ENGLISH_IN_GERMAN = frozenset({"Chile", "Panama", "Samoa", "Niger", "Guinea", "Tonga", "Kuba"})
RUSSIAN_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
NO_NAMES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names for the matcher and the tables that tell one meaning from another.

    `namesakes`: place -> other countries that have a place of that name; `rivals`: those of them
    where it is a city of 100,000. `shared`: places that no country has before the others.
    `datelines`: place in capitals without accents -> country. `words`: the lists of context.csv by
    their names.
    """

    names: tuple[Name, ...]
    namesakes: Mapping[str, frozenset[str]]
    rivals: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    datelines: Mapping[str, str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    words: Mapping[str, frozenset[str]]
    money: Mapping[str, str]


def load_gazetteer(own: Mapping[str, str] = NO_NAMES) -> Gazetteer:
    """Return the gazetteer of our own tables; `own` are the user's forms, which go before."""
    names = tuple(_names(own))
    places, filed = tuple(rows("places.csv")), tuple(rows("datelines.csv"))
    listed = {r["name"]: r["namesakes"].split() for r in filed if r["namesakes"]}
    listed |= {r["name"]: r["namesakes"].split() for r in places}
    listed |= {name.upper(): codes for name, codes in listed.items()}
    namesakes = {name: frozenset(c.rstrip(LARGE) for c in codes) for name, codes in listed.items()}
    rivals = {
        name: frozenset(c.rstrip(LARGE) for c in codes if c.endswith(LARGE))
        for name, codes in listed.items()
    }
    datelines = {r["name"]: r["code"] for r in filed}
    for name in names:
        if name.code and name.kind not in ("demonym", CUE):
            datelines[bare(name.surface).upper()] = name.code
    for row in rows("regions.csv"):
        if row["kind"] == DATELINE:
            datelines |= dict.fromkeys(several(row["names"].upper()), row["code"])
    words = {r["list"]: frozenset(several(r["words"])) for r in rows("context.csv")}
    return Gazetteer(
        names,
        namesakes,
        rivals,
        frozenset(r["name"] for r in places if r["kind"] == "shared"),
        datelines,
        frozenset(r["name"] for r in rows("first_names.csv")),
        frozenset(r["name"] for r in rows("surnames.csv")) | words["given and family"],
        words,
        {r["word"]: r["code"] for r in rows("money.csv")},
    )


def bare(text: str) -> str:
    """Return the text without accents: ``São Tomé`` -> ``Sao Tome``."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _names(own: Mapping[str, str]) -> Iterator[Name]:
    """Yield the names; where two tables have one surface, the first to say so is right."""
    seen: set[str] = set()
    added = (_name(surface, code, "name") for surface, code in own.items())
    for name in chain(added, _listed()):
        for surface in dict.fromkeys((name.surface, bare(name.surface))):
            if surface not in seen:
                seen.add(surface)
                yield replace(name, surface=surface)
    for name in _foreign():  # Without its accent it may be English: Şam (Damascus), Sam.
        if name.surface not in seen:
            seen.add(name.surface)
            yield name


def _listed() -> Iterator[Name]:
    for row in rows("traps.csv"):
        yield _name(row["phrase"], row["code"], "region" if row["code"] else "trap")
    for row in rows("country_english.csv"):
        for column, kind in KINDS.items():
            for surface in several(row[column]):
                yield _name(surface, row["code"], kind)
    for row in rows("regions.csv"):
        for surface in several(row["names"]) if row["kind"] not in (DATELINE, TOWN) else ():
            yield _name(surface, row["code"], row["kind"])
    countries = {bare(row["name"]) for row in rows("country_cldr.csv")}
    for row in rows("places.csv"):
        if row["kind"] == "region" and bare(row["name"]) in countries:
            continue  # "Équateur" is Ecuador in French before it is a province of the Congo.
        if row["kind"] != "namesakes":
            loud = len(row["name"]) >= LOUD
            yield Name(row["name"], "country", row["code"], row["kind"], loud)
    for row in rows("home_cues.csv"):
        for surface in several(row["words"]):
            yield Name(surface, "country", row["code"], CUE, caps=False)


def _foreign() -> Iterator[Name]:
    """Yield the names of other languages; a country's goes before the adjective spelled like it."""
    for row in rows("country_cldr.csv"):
        for surface in (row["name"], *INFLECTED.get(row["lang"], _uninflected)(row["name"])):
            yield _name(surface, row["code"], "name")
    for row in rows("country_foreign.csv"):
        for surface in several(row["forms"]):
            yield Name(surface, "country", row["code"], "name", len(surface) >= LOUD)
        stems = several(row["stems"])
        for surface in chain.from_iterable(_inflected(row["lang"], stem) for stem in stems):
            yield Name(surface, "country", row["code"], "demonym", caps=False)


def _inflected(lang: str, stem: str) -> Iterator[str]:
    """Yield the forms of "украин/ец" or of a stem that takes its language's plain endings."""
    stem, _, pattern = stem.partition("/")
    for ending in ENDINGS[lang][pattern].split(" "):
        yield stem + ending
        if lang in OPENING or (lang in OPENING_PLURAL and ending.endswith("s")):
            yield stem[0].upper() + stem[1:] + ending


def _uninflected(name: str) -> tuple[str, ...]:
    return ()


def _russian_cases(name: str) -> tuple[str, ...]:
    """Return the cases of a one-word country name: Россия -> России, Россию, Россией."""
    if " " in name or "-" in name:
        return ()
    stem, last = name[:-1], name[-1]
    if name.endswith("ия"):
        return stem + "и", stem + "ю", stem + "ей"
    if last == "а":
        return stem + ("и" if stem[-1] in "гкхжчшщ" else "ы"), stem + "е", stem + "у", stem + "ой"
    if last == "й":
        return stem + "я", stem + "ю", stem + "ем", stem + "е"
    if last == "ь":
        return stem + "и", stem + "ью"
    if last == "ы":
        return stem + "ах", stem + "ам", stem + "ами", stem + "ов"
    return (name + "а", name + "у", name + "ом", name + "е") if last in RUSSIAN_CONSONANTS else ()


def _arabic_to(name: str) -> tuple[str, ...]:
    """Return "to Iraq": the article and the preposition become one."""
    return ("لل" + name[2:],) if name.startswith("ال") else ()


def _german_genitive(name: str) -> tuple[str, ...]:
    """Return "of France": Frankreichs; not of the names that English has too ("Chiles")."""
    fits = " " not in name and len(name) > SHORT and name[-1] not in "sxz"
    return (name + "s",) if fits and name not in ENGLISH_IN_GERMAN else ()


INFLECTED = {"ru": _russian_cases, "ar": _arabic_to, "de": _german_genitive}


def _name(surface: str, code: str, kind: str) -> Name:
    caps = len(surface) >= SHORT and surface not in NEVER_SHOUTED
    return Name(surface, "country", code, kind, caps)
