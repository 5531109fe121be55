"""Datelines of local papers that the common grammar does not read: German, Chinese, Arabic.

`Gummersbach. Ausgerechnet...` is a place only where German is read; Chinese runs agency, reporter,
place and day together without signs.
"""

from __future__ import annotations

import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.dateline import Dateline, is_upper, known_places, nice_case
from newsdesk.copydesk.dates import find_dates

GERMAN_PLACE = re.compile(
    r"(?P<place>[A-ZÄÖÜ][a-zäöüß]{2,24}"
    r"(?:[ /-](?:am |an der |im |ob der )?[A-ZÄÖÜ][a-zäöüß]{2,20})?)(?:\.|\s[-–—])\s"
    r"(?=[\"A-ZÄÖÜ])"
)
CAPITAL_PLACE = re.compile(
    r"(?P<place>[A-ZÄÖÜ]{4,24}(?:[ -][A-ZÄÖÜ]{3,20})?)\.\s(?=[\"A-ZÄÖÜ][a-zäöü])"
)
GERMAN_ENDINGS = (
    "bach berg burg dorf stadt städt heim hausen feld furt furth ingen brück brücken kirchen"
    " kirch "
    "thal tal wald hafen münde rode leben itz ow ach stein hof büttel beck bek stedt born bronn "
    "see weiler scheid rath roth haven wiesen walde felde hain horst brunn büren leben hagen moos"
    " grund heide berge"
).split()


def read_german_place(text: str) -> Dateline | None:
    """Return the place a German local story begins with (`Gummersbach. Ausgerechnet...`)."""
    start = folded(text[:60])
    found = GERMAN_PLACE.match(start) or CAPITAL_PLACE.match(start)
    if not found:
        return None
    name = found["place"].lower()
    if is_upper(found["place"]):
        return Dateline(0, found.end(), nice_case(text[: found.end("place")]))
    if name not in known_places() and not name.endswith(tuple(GERMAN_ENDINGS)):
        return None
    return Dateline(0, found.end(), text[: found.end("place")])


# لندن ـ «القدس العربي»: , دبي: «الشرق الأوسط»
ARABIC = re.compile(
    r"(?P<place>[\u0620-\u06ff]{2,14}(?: [\u0620-\u06ff]{2,14}){0,2})\s?"
    r"(?P<sign>[-\u0640]{1,2}|:)\s?"
    r"\"(?P<paper>[\u0620-\u06ff]{2,14}(?: [\u0620-\u06ff]{2,14}){0,3})\"\s?(?P<end>[:.-]\s?|$)?"
)


def read_eastern(text: str) -> Dateline | None:
    """Return the dateline of a Chinese agency or an Arabic paper that opens a story."""
    return read_chinese(text) if text[1:2] > "\u2e80" else read_arabic(text)


def read_arabic(text: str) -> Dateline | None:
    """Return the dateline of an Arabic paper: a place, and its own name in quotation marks."""
    found = ARABIC.match(folded(text[:90]))
    if not found or (found["sign"] == ":" and found["place"] not in known_places()):
        return None
    if found["sign"] != ":" and not found["end"]:
        return None
    paper = text[found.start("paper") : found.end("paper")]
    return Dateline(0, found.end(), text[: found.end("place")], paper)


# （中央社記者林郁婷台東縣15日電）, 〔記者林佩珊／澎湖報導〕, 高原日报康定5月16日电(记者 扎西次仁)
CHINESE = re.compile(
    r"[(〔【\[](?P<a1>[\u4e00-\u9fff]{2,6}?[社网網报報])?(?:(?:本[报報])?(?:记者|記者)\s?"
    r"(?P<b1>[\u4e00-\u9fff]{2,3}(?:[、 ][\u4e00-\u9fff]{2,4})*?))?\s?[/]?\s?"
    r"(?P<p1>[\u4e00-\u9fff]{2,4}?[县縣市省区區州]?"
    r"|[\u4e00-\u9fff]{2,4})?(?P<d1>(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)"
    r"(?:专电|專電|综合报道|綜合報導|报道|報導|电|電|讯|訊)[)〕】\]]\s?"
    r"|(?P<a2>[\u4e00-\u9fff]{2,6}?(?:日报|晚报|日報|晚報|新闻社|通讯社|社|网|網))"
    r"(?P<p2>[\u4e00-\u9fff]{2,5}?)(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:电|電|讯|訊)\s?"
    r"(?:[(](?:[^()]{0,6})(?:记者|記者)\s?(?P<b2>[^()]{2,24})[)])?\s?"
)


# (강릉=연합뉴스) 한지우 기자 = ..., [서울=뉴시스]홍길동 기자 =, 【ソウル時事】, （東京＝共同）
KOREAN = re.compile(
    r"[(\[](?P<p1>[\uac00-\ud7a3]{1,6}(?:[·,][\uac00-\ud7a3]{1,6}){0,2})\s?=\s?(?P<a1>[^()\[\]=]{2,16})[)\]]"
    r"\s?(?:(?P<b1>[\uac00-\ud7a3]{2,4}(?:[·,] ?[\uac00-\ud7a3]{2,4}){0,3})\s?"
    r"(?:선임|인턴|객원)?(?:기자|특파원|통신원))?\s?=\s?"
    r"|[【(\[](?P<p2>[\u3040-\u30ff\u4e00-\u9fff]{2,8}?)\s?[=＝]?(?:\d{1,2}日)?\s?"
    r"(?P<a2>共同通信社?|時事通信社?|共同|時事|ロイター|AFP=時事)(?P<b2>)[】)\]]\s?"
)


# 【静岡2025年10月3日】, 【香港，2025年10月3日 PR Newswire】, (东京2025年10月3日)
DAY_IN_BRACKETS = re.compile(
    r"(?:【|\[|\()(?P<place>[\u3040-\u30ff\u4e00-\u9fff·]{2,12}?)[,、]?\s?"
    r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s?(?P<agency>[^\u4e00-\u9fff()\[\]【】]{0,24}?)[=/]?"
    r"(?P<wire>[\u3040-\u30ff\u4e00-\u9fff]{2,8})?(?:】|\]|\))\s?"
)


def read_day_in_brackets(text: str) -> Dateline | None:
    """Return the place and the day that Chinese and Japanese releases open with in brackets."""
    plain = folded(text[:60])
    found = DAY_IN_BRACKETS.match(plain)
    days = find_dates(plain[found.start("day") : found.end("day")]) if found else ()
    if not found or not days:
        return None
    agency = found["agency"].strip(" /=-") or found["wire"] or ""
    return Dateline(0, found.end(), found["place"], agency, read=days[0])


def read_korean(text: str) -> Dateline | None:
    """Return the dateline of Korean and Japanese agencies that a block begins with."""
    found = KOREAN.match(folded(text[:60]))
    if not found:
        return None
    place, agency, byline = (found[f"{name}1"] or found[f"{name}2"] or "" for name in "pab")
    return Dateline(0, found.end(), place, agency, byline)


def read_chinese(text: str) -> Dateline | None:
    """Return the dateline of Chinese agencies and papers that a block begins with."""
    found = CHINESE.match(folded(text[:80]))
    if not found or not (found["p1"] or found["p2"]):
        return None
    day = find_dates(found["d1"] or (text[found.start("m") : found.end()] if found["m"] else ""))
    place, agency, byline = (found[f"{name}1"] or found[f"{name}2"] or "" for name in "pab")
    return Dateline(0, found.end(), place, agency, byline, day[0] if day else None)
