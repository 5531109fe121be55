"""Month names of many languages and the calendars news is dated in.

Gregorian names come from CLDR (by Babel); the Persian and Islamic months are written out here.
Jalali dates are converted. Hijri dates are recognised but never converted: the lunar months begin
by sighting, so only the Gregorian date printed beside one counts.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale

LANGUAGES = (
    "en fr es de tr ru ar ar_SY ar_DZ ar_MA fa it pt nl pl uk az kk uz id sv da nb fi el he ro bg "
    "cs hu hi ur ps vi ko mr ne ta te sw mn"
).split()
SPELT_OTHERWISE = {
    1: "jan january ene enero janv janvier oca ocak يناير كانون‌الثاني янв январь בינואר jän jänner"
    " januara januarja siječnja siječanj јануара јануари január januára janvāris janvārī sausio"
    " jaanuar janari xaneiro gener janúar студзеня იანვარი იანვარს հունվարի ม.ค"
    " มกราคม januarie জানুয়ারি",
    2: "feb febr fév fev févr février fevrier shubat şub февр בפברואר feber februara februarja"
    " veljače veljača фебруара фебруари február februára februāris februārī vasario"
    " veebruar shkurt febreiro febrer febrúar лютага თებერვალი փետրվարի ก.พ กุมภาพันธ์"
    " februarie ফেব্রুয়ারি",
    3: "mar march mär mrz märz maerz marzo במרץ marta marca ožujka ožujak марта marec marts"
    " martā kovo märts març сакавіка მარტი მարտի մարտի มี.ค มีนาคม maart মার্চ",
    4: "apr april abr abril avr avril nis إبريل أبريل ابريل نيسان באפריל aprila travnja travanj"
    " априла apríl apríla aprīlis aprīlī balandžio aprill prill красавіка აპრილი ապրիլի"
    " เม.ย เมษายน এপ্রিল",
    5: "may mayo mai مايو أيار ايار май במאי maja svibnja svibanj маја máj mája maijs maijā"
    " gegužės maig maí траўня მაისი մայիսի พ.ค พฤษภาคม mei",
    6: "jun june juin junio haz ביוני juna junija lipnja lipanj јуна јуни jún júna jūnijs jūnijā"
    " birželio juuni qershor xuño juny júní чэрвеня ივნისი հունիսի มิ.ย มิถุนายน জুন",
    7: "jul july juil juillet julio tem ביולי jula julija srpnja srpanj јула јули júl júla jūlijs"
    " jūlijā liepos juuli korrik xullo juliol júlí ліпеня ივლისი հուլիսի ก.ค กรกฎาคม"
    " julai জুলাই",
    8: "aug august agosto aoû ağu aout août ago באוגוסט avgust avgusta kolovoza kolovoz"
    " августа август augusta augusts augustā rugpjūčio gusht agost ágúst жніўня აგვისტო"
    " օգոստոսի ส.ค สิงหาคม augustus ogos আগস্ট",
    9: "сен sep sept septiembre setiembre eyl בספטמבר septembra rujna rujan септембра септември"
    " septembris septembrī rugsėjo shtator setembro setembre верасня სექტემბერი"
    " սեպտեմբերի ก.ย กันยายน সেপ্টেম্বর",
    10: "oct okt eki oktober octubre أكتوبر اكتوبر באוקטובר oktobra октобра октомври október"
    " októbra oktobris oktobrī spalio oktoober tetor outubro кастрычніка ოქტომბერი"
    " հոկտեմբերի ต.ค ตุลาคม অক্টোবর",
    11: "ноя noi nov november noviembre kas בנובמבר novembra studenoga studenog studeni новембра"
    " ноември novembris novembrī lapkričio nëntor novembro novembre nóvember лістапада ნოემბერი"
    " նոյեմբերի พ.ย พฤศจิกายน নভেম্বর",
    12: "dec déc dez dic ara december diciembre בדצמבר decembra prosinca prosinac децембра декември"
    " decembris decembrī gruodžio detsember dhjetor decembro desembre desember снежня"
    " დეკემბერი դեկտեմբերի ธ.ค ธันวาคม desember disember ডিসেম্বর",
}
# Days of the week beside those CLDR gives for LANGUAGES: other languages and other cases.
MORE_WEEKDAYS = (
    "sonnabend ponedjeljak ponedeljak ponedeljek utorak torek srijeda sreda četvrtak četrtek"
    " petak petek"
    " subota sobota nedjelja nedelja понедељак уторак среда четвртак петак субота недеља"
    " понеделник"
    " вторник четврток петок сабота недела pondelok utorok streda štvrtok piatok nedeľa pirmdiena"
    " otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena pirmadienis antradienis"
    " trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis esmaspäev teisipäev"
    " kolmapäev"
    " neljapäev reede laupäev pühapäev dilluns dimarts dimecres dijous divendres dissabte diumenge"
    " luns xoves venres sábado mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur"
    " laugardagur sunnudagur isnin selasa rabu khamis kamis jumat jumaat sabtu ahad minggu"
    " maandag dinsdag woensdag donderdag vrydag saterdag sondag панядзелак аўторак"
    " серада чацвер пятніца субота нядзеля"
).split()
# A Croat's October is a Pole's November; the Croat sets a full stop behind the day.
LISTOPADA = "listopada"
# Seen in Gulf and Iranian copy beside the forms CLDR gives.
JALALI_MONTHS = ("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند").split()
AFGHAN_MONTHS = ("حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت").split()  # the same
HIJRI_MONTHS = (
    "محرم|صفر|ربيع الأول|ربيع الآخر|ربيع الثاني|جمادى الأولى|جمادى الآخرة|جمادى الثانية|رجب|شعبان"
    "|رمضان|شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة|Muharram|Safar|Rabi al-Awwal|Rabi al-Thani"
    "|Rabi' al-Awwal|Rabi' al-Thani|Rabi I|Rabi II|Rabi Al-Akhir|Jumada al-Awwal|Jumada al-Ula"
    "|Jumada al-Thani|Jumada al-Akhirah|Jumada I|Jumada II|Rajab|Sha'ban|Shaaban|Shaban|Sha'aban"
    "|Ramadan|Ramadhan|Shawwal|Dhul Qi'dah|Dhu al-Qi'dah|Dhul-Qadah|Thul-Qi'dah|Dhul Hijjah"
    "|Dhu al-Hijjah|Thul-Hijjah"
).split("|")

# One form for the letters and digits that Arabic and Persian keyboards write differently; curly
# quotes, dashes and odd spaces likewise. One character stays one character: offsets survive.
DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "๐๑๒๓๔๕๖๗๘๙")
ALIKE = {
    "'": "‘’‚‛′",
    '"': "“”„‟«»",
    "-": "‐‑‒–—―−",
    " ": "\u00a0\u202f\u2009\u200c",
    "ا": "أإآٱ",
    "ي": "ىی",
    "ك": "ک",
    "ه": "ۀةہۂ",
    "I": "İ",
    "(": "（",
    ")": "）",
    ":": "：",
    ",": "，",
    "/": "／",
    "|": "｜",
    ";": "；",
} | {str(n): "".join(digits[n] for digits in DIGITS) for n in range(10)}
FOLDED = {look: one for one, looks in ALIKE.items() for look in looks}
LOOK = re.compile(f"[{''.join(FOLDED)}]")  # far quicker than a translation of every character
COMMON = tuple((look, FOLDED[look]) for look in "’“”–—\u00a0«»")  # all that most English has


def folded(text: str) -> str:
    """Return a text of the same length with look-alike letters, digits, quotes and dashes one."""
    if text.isascii():
        return text
    for look, one in COMMON:
        text = text.replace(look, one)
    return text if text.isascii() else LOOK.sub(lambda look: FOLDED[look[0]], text)


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """Return the number of every month name known, folded, in lower case, without full stops."""
    numbers: dict[str, int] = {}
    for code in LANGUAGES:
        months = Locale.parse(code).months
        for form in ("format", "stand-alone"):
            for length in ("wide", "abbreviated"):
                for number, name in months[form][length].items():
                    add_name(numbers, name, int(number))
    for number, names in SPELT_OTHERWISE.items():
        for name in names.split():
            add_name(numbers, name, number)
    return numbers


def add_name(numbers: dict[str, int], name: str, number: int) -> None:
    """Add a month name unless it is a bare number (as in Chinese) or already another month's."""
    key = folded(name).lower().strip(". ")
    if len(key) > 1 and not any(c.isdigit() for c in key):
        numbers.setdefault(key, number)


@lru_cache(maxsize=1)
def weekday_names() -> frozenset[str]:
    """Return the weekday names known, folded and in lower case."""
    names: set[str] = set()
    for code in LANGUAGES:
        for length in ("wide", "abbreviated"):
            days = Locale.parse(code).days["format"][length].values()
            names.update(folded(day).lower().strip(". ") for day in days)
    names.update(folded(day).lower() for day in MORE_WEEKDAYS)
    return frozenset(name for name in names if len(name) > 1)


LATEST_JALALI = 1419  # 2041; a year from 1420 on is one of the lunar calendar


def from_jalali(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a Solar Hijri one (years 1200-1419), None if there is none.

    By the 33-year cycle of leap years, which agrees with the astronomical rule for 1244-1472.
    """
    if not (1200 <= year <= LATEST_JALALI and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if (month > 6 and day > 30) or (month == 12 and day == 30 and not is_jalali_leap(year)):
        return None
    epoch = date(2020, 3, 20)  # 1 Farvardin 1399
    days = 0
    step = 1 if year >= 1399 else -1
    for passed in range(1399, year, step):
        days += step * (366 if is_jalali_leap(passed if step > 0 else passed - 1) else 365)
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return epoch + timedelta(days=days + before + day - 1)


def is_jalali_leap(year: int) -> bool:
    """Tell whether a Solar Hijri year has 366 days."""
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
