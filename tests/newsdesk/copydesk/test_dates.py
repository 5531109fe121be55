from datetime import date

import pytest
from newsdesk.copydesk.calendars import from_jalali
from newsdesk.copydesk.dates import find_dates, is_date_line, publication_dates

READ = [
    ("Jan. 21, 2025, 08:00 ET", "2025-01-21", "08:00"),
    ("9th January 2025, 06:00 GMT", "2025-01-09", "06:00"),
    ("Published: August 19, 2024 4.12pm BST", "2024-08-19", "16:12"),
    ("14 de enero de 2025 - 10:33", "2025-01-14", "10:33"),
    ("le 12 janvier 2025 à 10h33", "2025-01-12", "10:33"),
    ("3. Februar 2025", "2025-02-03", ""),
    ("02 Şubat 2025", "2025-02-02", ""),
    ("الأحد 02 فبراير 2025", "2025-02-02", ""),
    ("14 كانون الثاني/يناير 2025", "2025-01-14", ""),
    ("۲۵ دی ۱۴۰۳", "2025-01-14", ""),
    ("1403/10/25", "2025-01-14", ""),
    ("2025年2月3日", "2025-02-03", ""),
    ("2025-01-18 22:14:15", "2025-01-18", "22:14"),
    ("14/01/2025, 10:33", "2025-01-14", "10:33"),
    ("20 авг", "XXXX-08-20", ""),
    ("2021. május 4., kedd", "2021-05-04", ""),
    ("2021 m. kovo 4 d.", "2021-03-04", ""),
    ("2021. gada 4. martā", "2021-03-04", ""),
    ("7. listopada 2022. 13:22", "2022-10-07", "13:22"),
    ("7 listopada 2022", "2022-11-07", ""),
    ("4. mars 2021 kl. 09.41", "2021-03-04", "09:41"),
    ("04 maart 2021 om 07:42", "2021-03-04", "07:42"),
    ("4 มี.ค. 2564 เวลา 13:40 น.", "2021-03-04", "13:40"),
    ("110年3月4日", "2021-03-04", ""),
    ("令和6年3月3日", "2024-03-03", ""),
    ("平成元年5月2日", "1989-05-02", ""),
    ("2021年3月4日07時05分", "2021-03-04", "07:05"),
    ("ngày 4 tháng 3 năm 2021", "2021-03-04", ""),
    ("Juche110.3.4.", "2021-03-04", ""),
    ("On 12 May 2500 people", "XXXX-05-12", ""),
    ("October 10, 20243:45 PM GMT+2", "2024-10-10", "15:45"),
    ("the listopada 7", "XXXX-11-07", ""),
    ("۲۳ دلو ۱۴۰۳", "2025-02-11", ""),
    ("11 فروری ، 2025", "2025-02-11", ""),
    ("2025 йил 11 февраль", "2025-02-11", ""),
]


@pytest.mark.parametrize(("text", "edtf", "time"), READ)
def test_a_date_is_read_as(text: str, edtf: str, time: str) -> None:
    (read,) = find_dates(text)
    assert (edtf, time) == (read.edtf, read.time)


@pytest.mark.parametrize("text", ["30 February 2025", "41 January", "version 2.0.1", "1446 هـ"])
def test_no_date_is_read_in(text: str) -> None:
    assert () == find_dates(text)


def test_the_date_of_an_update_is_not_the_date_of_publication() -> None:
    line = "28.12.2024 - Update : 29.12.2024"
    assert ["2024-12-28"] == [read.edtf for read in publication_dates(line, find_dates(line))]


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    line = "The bridge opened on 14 January 2025."
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
    ],
)
def test_jalali_dates_are_converted(jalali: tuple[int, int, int], gregorian: date) -> None:
    assert gregorian == from_jalali(*jalali)


def test_the_thirtieth_of_esfand_is_only_in_leap_years() -> None:
    assert from_jalali(1400, 12, 30) is None
