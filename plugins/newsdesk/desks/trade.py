"""What a story's business words say of a country: its money, company forms, stock exchanges."""

from __future__ import annotations

import re
from collections.abc import Mapping

import ahocorasick_rs as ahocorasick

# <IBM>, <TYO.T>, (NYSE: IBM), (TSX: ABX)
TICKER = re.compile(
    r"<[A-Z][A-Z0-9]{0,6}(?:\.([A-Z]{1,2}))?>"
    r"|\((NYSE|NASDAQ|Nasdaq|AMEX|OTC|TSX|LSE|ASX|TSE|HKEX|SGX|JSE)[^)]{0,20}\)"
)
EXCHANGES = {
    "T": "JP", "L": "GB", "TO": "CA", "F": "DE", "PA": "FR", "AS": "NL", "SY": "AU", "HK": "HK",
    "SI": "SG", "MI": "IT", "BR": "BE", "ST": "SE", "CO": "DK", "OS": "NO", "HE": "FI", "M": "CA",
    "V": "CA", "AX": "AU", "J": "ZA", "Z": "CH", "AL": "CA", "TSX": "CA", "LSE": "GB", "ASX": "AU",
    "TSE": "JP", "HKEX": "HK", "SGX": "SG", "JSE": "ZA",
}  # fmt: skip
# The legal form of a company: "Hanson Trust Plc", "Stet SpA".
FORMS = {
    "Inc": "US", "INC": "US", "Corp": "US", "CORP": "US", "Plc": "GB", "PLC": "GB", "plc": "GB",
    "AG": "DE", "GmbH": "DE", "SpA": "IT", "NV": "NL", "N.V": "NL", "BV": "NL", "AB": "SE",
    "Oy": "FI", "A/S": "DK", "Pty": "AU", "Berhad": "MY", "Bhd": "MY", "Sdn": "MY", "KK": "JP",
    "OAO": "RU", "OOO": "RU", "Cie": "FR",
}  # fmt: skip
SIGN = re.compile(r"(?:US|C|Can|R|A|HK|NZ|S)?\$|[£¥]")
ENDINGS = frozenset((".", ",", ";", ":", ")", ">", ".)"))
MONEY = (
    "dlr dlrs cts dollars stg sterling pence yen marks francs guilders lire crowns kronor "
    "cruzados reais rand rupees roubles rubles yuan renminbi pesos won pesetas ringgit rupiah "
    "naira shekels riyals dirhams drachmas escudos markkas schillings somoni afghanis tenge "
    "hryvnia hryvnias lari manat"
).split()
# Words of other meanings too: À lire aussi, crowns of trees, question marks. Money has its sum.
OTHERWISE = frozenset("lire marks crowns rand".split())
SUM = re.compile(r"\d|(?:mln|bln|thousand|million|billion|trillion|hundred)s?$")
TRADED = (*MONEY, *(word.upper() for word in MONEY), *FORMS)
WORDS = ahocorasick.AhoCorasick(
    TRADED,
    matchkind=ahocorasick.MatchKind.LeftmostLongest,
    implementation=ahocorasick.Implementation.DFA,
)
LONGEST = 40  # Letters in which the word before money is looked for: "Australian dollars".


def trade(text: str, money: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the countries whose money and whose company forms are written, one for each time."""
    paid, formed = [], []
    for number, start, end in WORDS.find_matches_as_indexes(text):
        if (start and not text[start - 1].isspace()) or not _ends(text, end):
            continue
        word = TRADED[number]
        if word in FORMS:
            formed.append(FORMS[word])
            continue
        meaning = word.lower()
        before = text[max(0, start - LONGEST) : start].split()
        if word in OTHERWISE and not (before and SUM.search(before[-1])):
            continue
        if code := (before and money.get(f"{before[-1]} {meaning}")) or money.get(meaning):
            paid.append(code)
    if "$" in text or "£" in text or "¥" in text:
        paid += filter(None, map(money.get, SIGN.findall(text)))
    return paid, formed


def tickers(text: str) -> list[str]:
    """Return the countries of whose exchanges a ticker symbol is written, one for each time."""
    if "<" not in text and "(" not in text:
        return []
    return [EXCHANGES.get(m[1] or m[2] or "", "US") for m in TICKER.finditer(text)]


def _ends(text: str, end: int) -> bool:
    """Is there nothing behind `text[:end]` in its word but a stop or bracket?"""
    after = text[end : end + 3]
    return not after or after[0].isspace() or after.split(None, 1)[0] in ENDINGS
