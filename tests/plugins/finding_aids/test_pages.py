"""What an archive is browsed by: lists, periods, headings, front."""

import re

import pytest

from tests.plugins.conftest import PLAIN_THEME, ROOT


@pytest.fixture
def archive(site):
    """Nine stories over three years, two spellings of a source, one story without a date."""
    for number, day in enumerate(("2023-01-12", "2024-01-12", "2024-03-01", "2025-01-11")):
        site.file(f"chad-{number}", day, source="Kabul Ledger")
    site.file("loud", "2025-01-12 09:00", source="KABUL LEDGER", countries="FR*; TD;")
    site.file(
        "quiet", "2025-01-12 08:00", countries="KR*;", organizations="UN*;", source="Asia-Plus"
    )
    site.file(
        "farsi", "2025-01-12", title="گشایش سیلوی گندم", lang="fa", dir="rtl", source="Asia-Plus"
    )
    site.file("unknown", partial_date="XXXX-01-15")
    site.file("unsourced", "2025-02-01", source="")
    return site


def links(text):
    return re.findall(r'href="https://archive.example.org/([^"]*)"', text)


@pytest.mark.parametrize("theme", [PLAIN_THEME, ROOT / "theme"])
def test_every_link_leads_to_a_page(archive, theme):
    """No list names a page that is not there."""
    archive.build(THEME=str(theme))
    pages = archive.pages()
    for path in (path for path in pages if path.endswith(".html")):
        for link in links(archive.text(path)):
            target = re.split(r"[?#]", link)[0]
            found = f"{target}index.html" if target.endswith("/") or not target else target
            assert found in pages or target == "search/", f"{path} links to {link}"


def test_an_undated_story_has_a_page_and_no_date(archive):
    archive.build()
    text = archive.text("undated/unknown.html")
    assert "15 January, year unknown" in text
    assert "datePublished" not in text
    assert "published_time" not in text
    assert "undated/unknown.html" in archive.text("undated/index.html")


def test_spellings_of_a_source_share_a_page(archive):
    """The more frequent spelling names it."""
    archive.build()
    text = archive.text("source/kabul-ledger/index.html")
    assert "<h1>Kabul Ledger</h1>" in text
    assert "2025/01/12/loud.html" in text


def test_lists_number_from_the_oldest(archive):
    """Three to a page: the newest page holds three to five, the others three."""
    archive.build()
    assert archive.text("page/1/index.html").count("<article") == 3
    assert 3 <= archive.text("index.html").count("<article") <= 5
    oldest = archive.text("page/1/index.html")
    assert "undated/unknown.html" in oldest
    assert "chad-0" in oldest


def test_a_day_lists_its_stories_newest_first(archive):
    archive.build()
    text = archive.text("2025/01/12/index.html")
    assert text.index("loud.html") < text.index("quiet.html") < text.index("farsi.html")


def test_periods_name_their_neighbours(archive):
    archive.build()
    assert "2023/" in links(archive.text("2024/index.html"))
    assert "2024/03/" in links(archive.text("2025/01/index.html"))


def test_headings_come_from_the_authority(archive):
    archive.build()
    assert "United Nations" in archive.text("organization/index.html")
    assert "Q657" in archive.text("country/chad/index.html")


def test_the_front_page_shows_this_day_in_other_years(site):
    for year in (2022, 2023, 2025):
        site.file(f"story-{year}", f"{year}-01-12")
    site.build()
    assert "12 January 2023" in site.text("index.html")


@pytest.mark.parametrize(
    ("newest", "other", "expected"),
    [
        ("2025-01-12", ["2023-01-10", "2023-01-13", "2022-01-08"], "About 12 January: 2023-01-13"),
        ("2024-02-29", ["2023-02-28", "2020-02-29"], "About 29 February: 2023-02-28, 2020-02-29"),
        ("2025-01-12", ["2024-01-12", "2024-01-13"], "12 January: 2024-01-12"),
        ("9999-12-31", ["0001-01-01", "9998-12-31"], "31 December: 9998-12-31"),
    ],
)
def test_where_that_day_holds_no_story_the_nearest_is_shown(site, newest, other, expected):
    """Within three days, in the same year; both ends of the calendar build."""
    for day in (newest, *other):
        site.file(f"story-{day}", day)
    site.build(THEME=str(ROOT / "theme"))
    front = site.text("index.html")
    shown = re.search(r"<h2>((?:About )?\d+ \w+) in other years</h2>(.*?)</section>", front, re.S)
    days = [link.strip("/").replace("/", "-") for link in links(shown[2]) if link.endswith("/")]
    assert expected == f"{shown[1]}: {', '.join(days)}"


def test_an_old_archive_folds_its_older_years(site):
    """Eight years stand open; the others are in the page too."""
    for year in range(1986, 2026):
        site.file(f"story-{year}", f"{year}-06-01")
    site.build(THEME=str(ROOT / "theme"))
    front = site.text("index.html")
    shown, folded = front.partition('<details class="earlier">')[::2]
    rows = r'<th scope="row"><a href="[^"]*">(\d{4})</a>'
    assert [str(year) for year in range(2025, 2017, -1)] == re.findall(rows, shown)
    assert [str(year) for year in range(2017, 1985, -1)] == re.findall(rows, folded)
    assert "Earlier: <bdi>1986–2017</bdi>" in folded


def test_a_chart_of_few_stories_has_a_scale(site):
    """One story a month is a quarter of the height, not all of it."""
    for month in (1, 3):
        site.file(f"story-{month}", f"2025-0{month}-01")
    site.build(THEME=str(ROOT / "theme"))
    page = site.text("country/chad/index.html")
    assert '<p class="top" aria-hidden="true">4</p>' in page
    assert re.findall(r'<rect [^>]*height="(\d+)"', page) == ["25", "25"]


def test_the_pairs_that_meet_most_often_are_named(site):
    for number in range(3):
        site.file(f"often-{number}", "2025-01-12", organizations="UN;")
    site.file("once", "2025-01-12", countries="FR*;", organizations="UN;")
    site.build(THEME=str(ROOT / "theme"))
    top = site.text("together/index.html").partition('<ul class="tally many">')[2]
    top = top.partition("</ul>")[0]
    assert re.findall(r"<bdi>(\w+)</bdi> · <bdi>UN</bdi></a> .*?>(\d)<", top) == [
        ("Chad", "3"),
        ("France", "1"),
    ]
    assert "/search/?q=country%3A%22TD%22%20organization%3A%22UN%22" in top


def test_an_empty_archive_builds(site):
    site.build()
    assert "0 stories" in site.text("index.html")
    assert "404" not in site.pages()


def test_gaps_in_a_source_are_named(site):
    site.file("before", "2024-01-01")
    site.file("after", "2024-03-01")
    site.build()
    assert "1 January 2024-1 March 2024" in site.text("source/kabul-ledger/index.html")
