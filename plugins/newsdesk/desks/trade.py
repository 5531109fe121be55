"""What a story's business words say of a country: its money, company forms, stock exchanges."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import compress, count

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
ENDINGS = ("", ".", ",", ";", ":", ")", ">", ".)")


def trade(text: str, money: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each country's money and each country's company forms are written."""
    paid, formed = [], []
    words = text.split()
    for place in compress(count(), map(WORDS.__contains__, words)):
        meaning = WORDS[words[place]]
        if meaning in FORMS:
            formed.append(FORMS[meaning])
            continue
        before = words[place - 1] if place else ""
        if code := money.get(f"{before} {meaning}") or money.get(meaning):
            paid.append(code)
    if "$" in text or "£" in text or "¥" in text:
        paid += filter(None, map(money.get, SIGN.findall(text)))
    return Counter(paid), Counter(formed)


def tickers(text: str) -> Counter[str]:
    """Return how often a ticker symbol of each country's exchanges stands in the text."""
    if "<" not in text and "(" not in text:
        return Counter()
    return Counter(EXCHANGES.get(m[1] or m[2] or "", "US") for m in TICKER.finditer(text))


def _words() -> dict[str, str]:
    """Return every word worth a look, with the punctuation that may hang on it."""
    single = (
        "dlr dlrs cts dollars stg sterling pence yen marks francs guilders lire crowns kronor "
        "cruzados reais rand rupees roubles rubles yuan renminbi pesos won pesetas ringgit rupiah "
        "naira shekels riyals dirhams drachmas escudos markkas schillings somoni afghanis tenge "
        "hryvnia hryvnias lari manat"
    ).split()
    shouted = {word.upper() + end: word for word in single for end in ENDINGS}
    return shouted | {word + end: word for word in (*single, *FORMS) for end in ENDINGS}


WORDS = _words()
