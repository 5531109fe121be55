"""Dates as news prints them: many languages and orders, with or without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from newsdesk.copydesk.calendars import (
    AFGHAN_MONTHS,
    HIJRI_MONTHS,
    JALALI_MONTHS,
    LISTOPADA,
    folded,
    from_jalali,
    month_numbers,
    weekday_names,
)
from newsdesk.copydesk.vocabulary import Vocabulary

ORDINAL = r"(?:st|nd|rd|th|er|ère|re|º|°|\.)?"
TIME = re.compile(
    r"(?P<h>2[0-3]|[01]?\d)(?!\d)(?:[:.h時时시](?P<m>[0-5]\d)分?(?:[:.][0-5]\d(?:\.\d+)?)?)?\s*"
    r"(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")  # with its year, in EDTF
DIGIT = re.compile(r"\d")
NOTHING = r"(?!)"  # a pattern that matches nowhere
IN_FIGURES = re.compile(
    r"\d(?:[-/.]\s?\d\d?[-/.]\s?\d|\s*[月월])"
)  # without it, or one of these words, `figures` finds none
BEFORE_FIGURES = ("주체", "uche", "tháng")
LETTERS = re.compile(r"[^\W\d_]+")
MONTH_OF_YEAR = re.compile(
    r"(?P<name>[^\W\d_]{3,12})(?:\.?,? (?:de )?|\.|-)(?P<year>(?:19|20)\d\d)"
)
LATEST_SHORT = 69  # a year of two figures above it is of the last century
LONGEST_DATE_LINE = 160
BEFORE_MONTH, BEHIND_MONTH = 19, 34  # characters a date reaches around its month
LATEST_YEAR = 2400  # later ones are of the Buddhist calendar
BUDDHIST = 543  # 2568 is 2025
BEFORE_ERA = {"令和": 2018, "平成": 1988, "昭和": 1925}  # the year before each began
REPUBLIC = 1911  # years of Taiwan and of Pyongyang alike: 114 is 2025
AFTER_DATE = re.compile(
    r"(?:\s*(?:[,|T-]|at|um|à|a las|ás|às|alle|ore|om|kl\.|kl|klo|kello|o godz\.|o|u|ob|la ora"
    r"|ora|в|о|у|във"
    r"|ώρα|lúc|pukul|jam|เวลา|saat|الساعة|ساعت|-)\s*|\.?\s+|(?<=[\d日]))",
    re.IGNORECASE,
)


class ReadDate(NamedTuple):
    """A date read in a text at `start:end`; `year` is None where none was printed."""

    year: int | None
    month: int
    day: int
    start: int
    end: int
    time: str = ""

    @property
    def exact(self) -> date | None:
        """The calendar day, None where the year is not known."""
        return date(self.year, self.month, self.day) if self.year else None

    @property
    def edtf(self) -> str:
        """The date in EDTF: 2025-01-15, or XXXX-01-15 where the year is not known."""
        return f"{self.year or 'XXXX'}-{self.month:02d}-{self.day:02d}"


@cache  # there are some 500 such words
def named(word: str = "") -> re.Pattern[str]:
    """Return the pattern of a date whose month's name begins with a word, in lower case.

    Without a word it is that of any month: the only one that reads `3 Jan/Feb 2024`.
    """
    ours = [name for name in month_numbers() if not word or LETTERS.findall(name)[0] == word]
    names = "|".join(sorted(map(re.escape, ours), key=len, reverse=True)) or NOTHING
    second = "" if word else rf"(?:\s*/\s*(?:{names}))?"
    jalali = "|".join(m for m in jalali_months() if word in ("", m)) or NOTHING
    year = (
        r"(?:(?:\s*[,،.]?\s+|\s*[,،]\s*|-|/|(?=20\d\d))(?:de[l]?\s+)?"
        r"(?P<{}>(?:1[6-9]|20|25)\d\d)(?!\d(?!\d?:[0-5]\d)))?"  # a time may stick: 20247:12 AM
    )
    # 2025. január 14., 2025 m. sausio 14 d., 2025. gada 14. janvārī, 2025 жылғы 14 қаңтар
    year_first = (
        rf"|(?<![\w.])(?P<y8>(?:19|20)\d\d)(?:\.|\s?m\.)?\s(?P<n8>{names})(?![^\W\d_])\.?\s"
        rf"(?P<d8>[0-3]?\d)(?!\d|[:.]\d)\.?"
        rf"|(?<![\w.])(?P<y9>(?:19|20)\d\d)(?:\.\s?gada|\s?жылғы|\s?жылдын|-?\s?(?:yil|йил)(?:ning|нинг)?)\s"
        rf"(?P<d9>[0-3]?\d)\.?[\s-](?P<n9>{names})(?![^\W\d_])"
    )
    short = rf"(?<![\w])(?P<d7>[0-3]?\d)-(?P<n7>{names})-(?P<y7>\d\d)(?!\d)|"  # 12-Feb-25 12:40
    return re.compile(
        short + rf"(?<![\w])(?P<d1>[0-3]?\d){ORDINAL}(?:\s+(?:of|de|d')\s*|\s*[-/]\s*|\s+|(?<=\.)"
        rf"|(?=[A-Z][a-z]+20\d\d))"
        rf"(?P<n1>{names})(?![^\W\d_])\.?{second}"
        + year.format("y1")
        + rf"|(?<![\w])(?P<n2>{names})(?![^\W\d_])"
        rf"(?:\.?\s*|,\s*(?=[0-3]?\d,\s*(?:19|20)\d\d))(?P<d2>[0-3]?\d)(?!\d|:\d)"
        rf"(?:st|nd|rd|th|º)?"
        + year.format("y2")
        + rf"|(?<!\d)(?P<d3>[0-3]?\d)\s+(?P<n3>{jalali})(?:\s*ماه)?\s+(?:سال\s+)?"
        rf"(?P<y3>1[34]\d\d)" + year_first,
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def figures() -> re.Pattern[str]:
    """Return the pattern of a date in figures."""
    return re.compile(
        r"(?<![\d.])(?P<y4>(?:19|20)\d\d"
        r"|1[34]\d\d)(?P<s4>[-/.])\s?(?P<m4>[01]?\d)(?P=s4)\s?(?P<d4>[0-3]?\d)(?!\d)"
        r"|(?<![\d.])(?P<d5>[0-3]?\d)(?P<s5>[-/.])\s?(?P<m5>[0-3]?\d)(?P=s5)\s?(?P<y5>(?:19"
        r"|20)\d\d)(?!\d)"
        r"|(?<![\d./-])(?P<d7>[0-3]?\d)(?P<s7>[./])(?P<m7>[01]?\d)(?P=s7)(?P<y7>\d\d)(?![\d./-]\d|\d)"
        r"|(?P<d10>[0-3]?\d)\stháng\s(?P<m10>[01]?\d)(?:\snăm\s|,\s|/)(?P<y10>(?:19|20)\d\d)"
        r"|(?:[Jj]uche|주체)\s?\(?(?P<y0>1[01]\d)\)?[.\s]\s?(?P<m0>[01]?\d)[.\s]\s?(?P<d0>[0-3]?\d)(?!\d)"
        r"|(?:(?:(?P<era>令和|平成|昭和)(?P<e6>\d\d?|元)|(?:民[國国])?(?P<y6>(?:19|20)\d\d"
        r"|1[01]\d))\s*[年년]\s*)?(?P<m6>[01]?\d)\s*[月월]\s*(?P<d6>[0-3]?\d)\s*[日일]"
    )


@lru_cache(maxsize=1)
def hijri() -> re.Pattern[str]:
    """Return the pattern of a Hijri date with the words that lead on to the Gregorian one."""
    names = "|".join(re.escape(folded(name)) for name in HIJRI_MONTHS)
    link = r"[\s,]*(?:(?:الموافق(?:\s+ل)?|corresponding to|equivalent to)\s*:?\s*)?"
    return re.compile(
        rf"(?:\d{{1,2}}\s+(?:{names})|(?:{names})\s+\d{{1,2}})[\s,]*(?:14\d\d)?\s*(?:هـ|ه|AH|H)?\.?{link}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[ReadDate, ...]:
    """Return the dates printed in a text, in order, with the time of day where one follows.

    A day and month without a year are returned without one. 03/04/2025 is read day first.
    """
    plain = folded(text)
    if not DIGIT.search(plain):
        return ()
    found = [read for m in near_months(plain) if (read := from_names(m))]
    if IN_FIGURES.search(plain) or any(word in plain for word in BEFORE_FIGURES):
        found += [read for m in figures().finditer(plain) if (read := from_figures(m))]
    found.sort(key=lambda read: read.start)
    return tuple(with_time(read, plain) for read in found)


def near_months(plain: str) -> Iterator[re.Match[str]]:
    """Yield the dates with a month's name: looked for only around a word that may be one."""
    low = plain.lower()
    at, slash = 0, "/" in plain
    for first, last in month_words().spans(low):
        around = max(at, first - BEFORE_MONTH), last + BEHIND_MONTH
        if last <= at or not DIGIT.search(plain, *around):
            continue
        found = named("" if slash else low[first:last]).search(plain, *around)
        if found:
            at = found.end()
            yield found


@lru_cache(maxsize=1)
def month_words() -> Vocabulary:
    """Return the first word of every month's name, folded and in lower case."""
    return Vocabulary({LETTERS.findall(name)[0] for name in [*month_numbers(), *jalali_months()]})


@lru_cache(maxsize=1)
def jalali_months() -> tuple[str, ...]:
    """Return the names of the Persian year's months, in Iran and then in Afghanistan, folded."""
    return tuple(folded(name) for name in (*JALALI_MONTHS, *AFGHAN_MONTHS))


def from_names(match: re.Match[str]) -> ReadDate | None:
    """Return the date of a match that names its month."""
    for form in "71289":
        if match["n" + form]:
            name = match["n" + form].lower()
            month = month_numbers()[name]
            if name == LISTOPADA and match.string.startswith(".", match.end("d" + form)):
                month = 10
            year = int(match["y" + form] or 0)
            if form == "7":
                year += 1900 if year > LATEST_SHORT else 2000
            if year > LATEST_YEAR:
                year = year - BUDDHIST if name[0] > "\u0e00" else 0
            return checked(year or None, month, int(match["d" + form]), match)
    month = jalali_months().index(match["n3"]) % 12 + 1
    return converted(int(match["y3"]), month, int(match["d3"]), match)


def from_figures(match: re.Match[str]) -> ReadDate | None:
    """Return the date of a match written in figures."""
    if match["y4"]:
        year, month, day = int(match["y4"]), int(match["m4"]), int(match["d4"])
        if year < 1500:
            return converted(year, month, day, match)
        return checked(year, month, day, match)
    if match["y5"]:
        day, month = int(match["d5"]), int(match["m5"])
        if month > 12:
            day, month = month, day
        return checked(int(match["y5"]), month, day, match)
    if match["y7"]:
        return checked(2000 + int(match["y7"]), int(match["m7"]), int(match["d7"]), match)
    if match["y10"]:
        return checked(int(match["y10"]), int(match["m10"]), int(match["d10"]), match)
    if match["y0"]:
        return checked(int(match["y0"]) + REPUBLIC, int(match["m0"]), int(match["d0"]), match)
    if match["era"]:
        number = 1 if match["e6"] == "元" else int(match["e6"])
        year = BEFORE_ERA[match["era"]] + number
        return checked(year, int(match["m6"]), int(match["d6"]), match)
    year = int(match["y6"] or 0)
    year += REPUBLIC if 0 < year < 200 else 0
    return checked(year or None, int(match["m6"]), int(match["d6"]), match)


def converted(year: int, month: int, day: int, match: re.Match[str]) -> ReadDate | None:
    """Return the Gregorian form of a Jalali date."""
    found = from_jalali(year, month, day)
    return checked(found.year, found.month, found.day, match) if found else None


def checked(year: int | None, month: int, day: int, match: re.Match[str]) -> ReadDate | None:
    """Return the date if there is such a day (29 February passes where the year is unknown)."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return None
    return ReadDate(year, month, day, match.start(), match.end())


def with_time(read: ReadDate, plain: str) -> ReadDate:
    """Return the date with the time of day that follows it, as HH:MM, if one does."""
    gap = AFTER_DATE.match(plain, read.end)
    clock = TIME.match(plain, gap.end()) if gap else None
    if not clock or not (clock["m"] or clock["half"]):
        return read
    hour, minute = int(clock["h"]), int(clock["m"] or 0)
    half = (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return read._replace(end=clock.end(), time=f"{hour:02d}:{minute:02d}")


LABELS = (
    "this content was article page published posted issued updated update last modified created "
    "date erstellt "
    "dated on publiziert at am pm a.m p.m gmt "
    "utc eastern central mountain pacific standard daylight summer publish "
    "est ago days edt et pst pdt pt bst cet cest ist msk aest local time first time: hrs "
    "hours o'clock uhr stand veröffentlicht aktualisiert am um vom publié publiée le mis mise "
    "en ligne à jour a h posté de publicado publicada actualizado actualizada el las los fecha la "
    "dernière modification modifié yayın yayınlanma tarihi güncelleme son giriş tarih saat "
    "eklenme опубликовано обновлено дата публикации время мск в г года от نشر نشرت تاريخ "
    "النشر آخر تحديث في بتاريخ الساعة م ص بتوقيت غرينتش كتب تاریخ انتشار ساعت به‌روزرسانی شده "
    "در منتشر زمان 发布 发布时间 时间 更新 更新时间 日期 פורסם עודכן בתאריך שעה "
    "pubblicato aggiornato il alle em às atualizado atualizada atualização geplaatst gepubliceerd"
    " op tayang oleh disiarkan dikemaskini dnia om laatst upraveno dnes публікації публікація "
    "δημοσιεύτηκε klockan publiceret објављено ажурирано жарияланды жаңартылды dərc olunub "
    "yenilənib شائع ہوا اپ ڈیٹ وقت بجے प्रकाशित अपडेट बजे प्रकाशन প্রকাশ প্রকাশিত আপডেট "
    "อัพเดท เมื่อ 更新日 入力 승인 imechapishwa imesasishwa saa გამოქვეყნდა "
    "ore min read minute minutes reading story line day edition "
    "bijgewerkt gewijzigd laatste datum uur udgivet opdateret offentliggjort d kl publicerad"
    " uppdaterad publisert oppdatert sist endret julkaistu päivitetty muokattu klo kello közzétéve"
    " megjelent frissítve utolsó módosítás dátum óra publikováno vydáno zveřejněno aktualizováno"
    " aktualizované zverejnené publikované aktualizacja aktualizowano opublikowano dodano data"
    " publikacji publikacja godz publicat publicată actualizat actualizată ora la pe objavljeno"
    " ažurirano osvježeno izmenjeno posodobljeno datum vreme vrijeme sati u ob h god godine"
    " публикувана публикувано обновена обновено последна актуализация год години оновлено"
    " опубліковано о у δημοσιεύθηκε δημοσίευση ενημερώθηκε τελευταία ενημέρωση ώρα ημερομηνία"
    " 송고시간 송고 입력 수정 최종수정 등록 발행 작성 기사입력 配信 公開 掲載 最終更新 更新日時"
    " 配信日時 配信"
    " 発行 投稿 cập nhật lúc ngày tháng năm giờ đăng thứ hai ba tư năm sáu bảy chủ nhật diperbarui"
    " diterbitkan dipublikasikan terbit pukul jam wib wita wit hari tanggal baca waktu menit"
    " เวลา วันที่ เผยแพร่ อัปเดต แก้ไขล่าสุด น minutter minuter luettu perc čtení minut minuta"
    " lasījuma publicēts atnaujinta paskelbta avaldatud uuendatud "
).split()
UPDATED = re.compile(
    r"(?:updat|modif|aktualis|aktualiz|mis[e]? à jour|actualiza|güncel|обновл|تحديث|روزرسان|更新"
    r"|עודכן"
    r"|aggiorn|atualiz|actualit|bijgew|gewijz|opdater|oppdater|uppdater|endret|muokattu|päivit"
    r"|frissít"
    r"|módosít|zaktual|ažurir|izmen|posodob|оновлен|актуализ|ενημερ|수정|cập nhật|diperbarui"
    r"|แก้ไข|อัปเดต|อัพเดท|अपडेट|আপডেট|اپ ڈیٹ|dikemas|yenilən"
    r"|as it appeared|load|retriev|accessed|printed|crawl|download)",
    re.IGNORECASE,
)

# One date for both: `Updated January 21, 2024 - 4.55pm first published at 1.10pm`.
FIRST_PUBLISHED = re.compile(r"(?:first|originally) published|published at", re.IGNORECASE)


@lru_cache(maxsize=1)
def labels() -> frozenset[str]:
    """Return the words of four letters and more that label a date: no place is called so."""
    words = {part for label in LABELS for part in folded(label).lower().split()}
    return frozenset(w for w in words if len(w) > 3 and w not in ("line", "time", "central"))


@lru_cache(maxsize=1)
def date_words() -> frozenset[str]:
    """Return the words that may stand beside a date on a line that is nothing else."""
    labels = {part for label in LABELS for part in folded(label).lower().split()}
    return frozenset(labels | weekday_names() | {w for d in weekday_names() for w in d.split()})


def is_date_line(text: str) -> bool:
    """Tell whether a line holds dates, times and their labels, and nothing else."""
    dates = find_dates(text) if len(text) <= LONGEST_DATE_LINE else ()
    if not dates:
        return False
    plain = folded(text)
    rest: list[str] = []
    at = 0
    for read in dates:
        rest.append(plain[at : read.start])
        at = max(at, read.end)
    rest.append(plain[at:])
    left = TIME.sub(" ", hijri().sub(" ", " ".join(rest)))
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", left)
    zones = sum(word.isupper() and word.isascii() and 1 < len(word) < 5 for word in words)
    known = all(
        word.lower() in date_words() or (zones < 2 and word.isupper() and word.isascii())
        for word in words
    )
    return known and not re.search(r"\d{3,}", left)


def is_stamp(text: str) -> bool:
    """Tell whether a line is a labelled date with its year: `Published: 3 May 2025, 10:15`."""
    return (
        is_date_line(text)
        and any(read.year for read in find_dates(text))
        and not labels().isdisjoint(LETTERS.findall(folded(text).lower()))
    )


def stamp_of(text: str) -> str:
    """Return when a text says it was published, in EDTF with the hour: `2025-01-15T10:15`.

    A month with its year and nothing else is one too: `Mar 2024` is 2024-03. '' if it says nothing.
    """
    for read in publication_dates(text, find_dates(text)):
        return read.edtf + ("T" + read.time if read.time else "")
    month = MONTH_OF_YEAR.fullmatch(folded(text).strip())
    number = month_numbers().get(month["name"].lower()) if month else None
    return f"{month['year']}-{number:02d}" if month and number else ""


def publication_dates(text: str, dates: tuple[ReadDate, ...]) -> list[ReadDate]:
    """Return the dates of a line that are not labelled as updates, loads or caches."""
    at = 0
    kept = []
    for read in dates:
        if not UPDATED.search(text, at, read.start):
            kept.append(read)
        at = read.end
    both = len(dates) == 1 and FIRST_PUBLISHED.search(text, dates[0].end)
    return list(dates) if both else kept
