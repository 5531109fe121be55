import pytest
from newsdesk.copydesk.dateline import read_dateline

READ = [
    ("PIRAEUS, Greece, Jan 15 (Reuters) - Dockers", ("Piraeus", "Reuters", "XXXX-01-15")),
    ("ST. LOUIS, Feb 26 (Reuters) - Dockers", ("St. Louis", "Reuters", "XXXX-02-26")),
    ("LA PAZ, 10 ago (Xinhua) -- Dockers", ("La Paz", "Xinhua", "XXXX-08-10")),
    ("LONDON (Reuters) - Dockers", ("London", "Reuters", "")),
    ("KELBY MILLS, Vt. (AP) — Traffic", ("Kelby Mills", "AP", "")),
    ("WASHINGTON (AP) _ The dockers", ("Washington", "AP", "")),
    ("SALT LAKE CITY _ Skaters came", ("Salt Lake City", "", "")),
    ("Pune (Maharashtra) [India], January 20 (ANI): Daily", ("Pune", "ANI", "XXXX-01-20")),
    ("Kochi, Jan 16 (PTI) The court", ("Kochi", "PTI", "XXXX-01-16")),
    ("MOSCOW, January 20. /TASS/. The ship", ("Moscow", "TASS", "XXXX-01-20")),
    ("ПЕТРОЗАВОДСК, 3 июня. /ТАСС/. В посёлке", ("Петрозаводск", "ТАСС", "XXXX-06-03")),
    ("КАЗАНЬ, 20 авг — РИА Новости. В городе", ("Казань", "РИА Новости", "XXXX-08-20")),
    ("Москва. 3 февраля. INTERFAX.RU - Суд", ("Москва", "INTERFAX.RU", "XXXX-02-03")),
    ("ASTANA. Feb 3 (Interfax) - The", ("Astana", "Interfax", "XXXX-02-03")),
    ("Baku/11.09.21/Turan: The", ("Baku", "Turan", "2021-09-11")),
    ("BAKU, Azerbaijan, Feb. 2", ("Baku", "", "XXXX-02-02")),
    ("Kalva, 2021. május 4., kedd (MTI) - Kilenc", ("Kalva", "MTI", "2021-05-04")),
    ("KALVA, 4. svibnja 2021. (Hina) - Na otoku", ("Kalva", "Hina", "2021-05-04")),
    ("(Keystone-SDA) Die Fähre fuhr am Montag", ("", "Keystone-SDA", "")),
    ("KARS (AA) - HÜSEYİN DEMİR - Kars'ta", ("Kars", "AA", "")),
    (
        "Riyadh, Ramadan 27, 1442 AH, corresponding to May 09, 2021 AD, SPA -- The",
        ("Riyadh", "SPA", "2021-05-09"),
    ),
    (
        "Abha, Shaban 12, 1446 AH, corresponding to February 11, 2025 AD, SPA -- Women",
        ("Abha", "SPA", "2025-02-11"),
    ),
    ("الرياض 05 رجب 1446 هـ الموافق 05 يناير 2025 م واس افتتح", ("الرياض", "واس", "2025-01-05")),
    ("أبوظبي في 14 يناير / وام / بحث", ("أبوظبي", "وام", "XXXX-01-14")),
    ("عمان 5 كانون الثاني (بترا)- قال", ("عمان", "بترا", "XXXX-01-05")),
    ("AL AIN, 5th February, 2025 (WAM) -- The", ("Al Ain", "WAM", "2025-02-05")),
    ("کاشان - ایرنا - مدیر", ("کاشان", "ایرنا", "")),
    ("Görlitz (dpa/sn) - Ein", ("Görlitz", "dpa/sn", "")),
    ("Teruel, 12 jun (EFE).- El", ("Teruel", "EFE", "XXXX-06-12")),
    ("Angers, 27 jan 2025 (AFP) - Le maire", ("Angers", "AFP", "2025-01-27")),
    ("Agadez (Niger), 18 fév 2025 (AFP) - Le", ("Agadez", "AFP", "2025-02-18")),
    ("(ANSA) - ROMA, 12 GEN - Il", ("Roma", "ANSA", "XXXX-01-12")),
    ("Feb. 24 (UPI) -- A dog", ("", "UPI", "XXXX-02-24")),
    ("MINSK, 14 January (BelTA) – The", ("Minsk", "BelTA", "XXXX-01-14")),
    ("ALMATY. KAZINFORM – The", ("Almaty", "KAZINFORM", "")),
    ("MINNEAPOLIS, Jan. 21, 2025 /PRNewswire/ -- The", ("Minneapolis", "PRNewswire", "2025-01-21")),
    ("PORTLAND, Maine--(BUSINESS WIRE)--Harbor", ("Portland", "BUSINESS WIRE", "")),
    (
        "NEW YORK--(BUSINESS WIRE)--September 15, 2026--Foo",
        ("New York", "BUSINESS WIRE", "2026-09-15"),
    ),
    (
        "LOS ANGELES, CA / ACCESSWIRE / October 15, 2024 / Foo",
        ("Los Angeles", "ACCESSWIRE", "2024-10-15"),
    ),
    (
        "Vancouver, British Columbia--(Newsfile Corp. - January 5, 2025) - Foo",
        ("Vancouver", "Newsfile Corp.", "2025-01-05"),
    ),
    (
        "HONG KONG SAR - Media OutReach Newswire - 14 January 2025 - Foo",
        ("Hong Kong SAR", "Media OutReach Newswire", "2025-01-14"),
    ),
    (
        "VICTORIA, Seychelles, February 11, 2025/APO Group/ -- The",
        ("Victoria", "APO Group", "2025-02-11"),
    ),
    ("TORONTO, ON, Jan. 15, 2025 /CNW/ - Foo", ("Toronto", "CNW", "2025-01-15")),
    ("Harare — Harare's council", ("Harare", "", "")),
    ("SISIAN, Armenia -- When", ("Sisian", "", "")),
    ("NAKIVALE, UGANDA —", ("Nakivale", "", "")),
    ("ISLAMABAD: The government", ("Islamabad", "", "")),
    ("Doha: Qatar and", ("Doha", "", "")),
    (
        "WASHINGTON, D.C., Jan. 5, 2025 (GLOBE NEWSWIRE) -- The",
        ("Washington", "GLOBE NEWSWIRE", "2025-01-05"),
    ),
    (
        "ПЕТРОПАВЛОВСК-КАМЧАТСКИЙ, 5 января. /Корр. ТАСС Анна Линд/. Упряжка",
        ("Петропавловск-Камчатский", "ТАСС", "XXXX-01-05"),
    ),
    ("Азербайджан, Баку, 11 октября /Trend/ - Мастера", ("Баку", "Trend", "XXXX-10-11")),
]
SPARED = [
    "Kilde: Ritzau",
    "CELESTE ROURKE, HOST: When the bank moved across the street",
    "RFE/RL: Who paid you for the work?",
    "Af /ritzau/",
    "Elin Berg/TT",
    "(AP) is what she wrote on every pie.",
    "LONDON, Ontario is where the first correction was printed.",
    "Inflation — the scourge of the decade",
    "Inflation _ The scourge of the decade",
    "Inflation: the word of the year",
    "NATO — The alliance met on Monday",
    "BREAKING: The bridge is open",
    "The (AP) report said so",
    "Reuters reported (AP) - that was new",
    "In Paris, Jan. 5 was a cold day",
    "January 5, 2025 - The company said",
    "He came, he saw - and left.",
    '"KELBY, Oct 16 (Reuters) - The sea" was the line',
    "NOTE: prices are in shillings.",
    "1. Follow the rope.",
    "Europa Press | Castilla y León",
]


@pytest.mark.parametrize(("text", "says"), READ)
def test_a_dateline_is_read_as(text: str, says: tuple[str, str, str]) -> None:
    found = read_dateline(text)
    assert found is not None
    assert says == (found.place, found.agency, found.read.edtf if found.read else "")


@pytest.mark.parametrize("text", SPARED)
def test_no_dateline_is_read_in(text: str) -> None:
    assert read_dateline(text) is None


def test_a_correspondent_is_no_part_of_his_agency() -> None:
    found = read_dateline("ЭССО, 5 января. /Корр. ТАСС Анна Линд/. Упряжка вышла из села.")
    assert found is not None
    assert ("ТАСС", "Анна Линд") == (found.agency, found.byline)
