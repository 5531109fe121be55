"""The same lists for machines: index.json, CSV, OpenSearch, the news sitemap."""

import csv
import io
import json

import pytest
from lxml import etree
from newsdesk.cells import row, safe

from tests.plugins.conftest import ROOT

SITE = "https://archive.example.org/"
OPEN = "{http://a9.com/-/spec/opensearch/1.1/}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture
def archive(site):
    for number in range(5):
        site.file(f"chad-{number}", f"2024-0{number + 1}-05", organizations="UN*; WFP;")
    site.file(
        "mention", "2025-01-12 14:05", title='=cmd|" /C & <b>', countries="FR*; TD;",
        organizations="UN;",
    )  # fmt: skip
    site.file("undated")
    return site


def loaded(archive, path):
    return json.loads(archive.pages()[path])


def rows(archive, path):
    return list(csv.DictReader(io.StringIO(archive.text(path))))


def test_every_kind_of_page_has_its_index(archive):
    """And each says which page it belongs to."""
    archive.build()
    for path, kind in {
        "": "archive", "2024/": "year", "2024/01/": "month", "2024/01/05/": "day",
        "undated/": "undated", "country/": "countries", "country/chad/": "country",
        "organization/united-nations/": "organization", "source/kabul-ledger/": "source",
        "world/": "world", "world/2024/": "world", "together/": "together",
    }.items():  # fmt: skip
        found = loaded(archive, f"{path}index.json")
        assert (f"{SITE}{path}", kind) == (found["url"], found["kind"])


def test_a_machine_finds_everything_from_the_front(archive):
    """Every address an index names is there."""
    archive.build()
    pages, seen, waiting = archive.pages(), set(), ["index.json"]

    def named(value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [address for one in value for address in named(one)]
        is_ours = isinstance(value, str) and value.startswith(SITE)
        return [value.removeprefix(SITE)] if is_ours else []

    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        found = f"{path}index.html" if not path or path.endswith("/") else path
        assert found in pages, path
        if path.endswith(".json"):
            waiting += named(json.loads(pages[path]))
        elif path.endswith("/"):
            waiting.append(f"{path}index.json") if f"{path}index.json" in pages else None
    assert {"country/chad/stories-1.csv", "2024/01/stories-1.csv", "undated/undated.html"} <= seen


def test_a_country_tells_what_it_is(archive):
    archive.build()
    found = loaded(archive, "country/chad/index.json")
    assert ("TD", "Chad", "Q657", 7, 6) == tuple(
        found[name] for name in ("code", "heading", "wikidata", "stories", "about")
    )
    assert {"2024": 5, "2025": 1} == found["by_year"]
    assert '=cmd|" /C & <b>' == found["newest"][0]["title"]


def test_stories_as_csv_are_text(archive):
    """A headline that a spreadsheet would run is made harmless."""
    archive.build()
    found = rows(archive, "country/france/stories-1.csv")
    assert ["'=cmd|\" /C & <b>"] == [line["title"] for line in found]
    assert "FR; TD" == found[0]["countries"]
    assert f"{SITE}2025/01/12/mention.html" == found[0]["url"]


def test_full_csv_files_never_change(archive):
    archive.build(CSV_ROWS=3)
    first = archive.text("country/chad/stories-1.csv")
    assert 3 == len(rows(archive, "country/chad/stories-1.csv"))
    archive.file("newest", "2025-06-01")
    archive.build(CSV_ROWS=3)
    assert first == archive.text("country/chad/stories-1.csv")
    assert "newest" in archive.text("country/chad/stories-3.csv")


def test_pages_announce_their_data(archive):
    archive.build(THEME=str(ROOT / "theme"))
    text = archive.text("country/chad/index.html")
    assert f'type="application/json" href="{SITE}country/chad/index.json"' in text
    assert f'type="text/csv" href="{SITE}country/chad/stories-1.csv"' in text
    assert 'href="https://archive.example.org/world/2024/"' in archive.text("world/index.html")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "|x", "＝1"])
def test_a_cell_is_never_a_formula(cell):
    assert f"'{cell}" == safe(cell)


def test_a_line_of_csv_is_read_back():
    told = ('a "quoted", thing', "two\nlines", 7, "plain")
    assert ['a "quoted", thing', "two\nlines", "7", "plain"] == next(
        csv.reader(io.StringIO(row(told)))
    )


def test_browsers_are_offered_the_search(archive):
    archive.build(DIRECT_TEMPLATES=["index", "search"], THEME=str(ROOT / "theme"), SITENAME="A & B")
    told = etree.fromstring(archive.pages()["opensearch.xml"])
    assert f"{SITE}search/?q={{searchTerms}}" == told.find(f"{OPEN}Url").get("template")
    assert "A & B" == told.findtext(f"{OPEN}ShortName")
    for path in ("index.html", "2025/01/12/mention.html", "country/chad/index.html"):
        assert f'title="A &amp; B" href="{SITE}opensearch.xml"' in archive.text(path)


def test_without_an_address_or_a_search_page_there_is_no_description(archive):
    archive.build(DIRECT_TEMPLATES=["index", "search"], THEME=str(ROOT / "theme"), SITEURL="")
    assert "opensearch.xml" not in archive.pages()
    archive.build()
    assert "opensearch.xml" not in archive.pages()


def test_canonical_addresses(archive):
    """With SITEURL each page names its own; without, none, and data are named from the root."""
    archive.build()
    for path in ("index.html", "country/chad/index.html", "2025/01/12/mention.html"):
        url = f"{SITE}{path.removesuffix('index.html')}"
        assert f'<link rel="canonical" href="{url}">' in archive.text(path)
    archive.build(SITEURL="")
    assert 'rel="canonical"' not in archive.text("country/chad/index.html")
    assert "/country/chad/" == loaded(archive, "country/chad/index.json")["url"]


def test_news_are_the_newest_two_days(archive):
    archive.file("same-day", "2025-01-12")
    archive.build()
    told = etree.fromstring(archive.pages()["sitemap-news.xml"])
    assert ["2024-05-05", "2025-01-12", "2025-01-12T14:05Z"] == [
        date.text for date in told.iter(f"{NEWS}publication_date")
    ]
    assert '=cmd|" /C & <b>' in [title.text for title in told.iter(f"{NEWS}title")]
    assert f"Sitemap: {SITE}sitemap-news.xml" in archive.text("robots.txt")


def test_the_world_by_coverage(archive):
    """Chad is darkest; a year's map counts that year."""
    archive.build()
    assert {"TD": 7, "FR": 1} == loaded(archive, "world/index.json")["countries"]
    assert {"FR": 1, "TD": 1} == loaded(archive, "world/2025/index.json")["countries"]
    text = archive.text("world/index.html")
    assert "TD4" in text
    assert "FR2" in text


def test_what_occurs_with_what(archive):
    archive.build()
    found = {
        (r["country"], r["organization"]): r["stories"] for r in rows(archive, "together/pairs.csv")
    }
    assert {("TD", "UN"): "6", ("TD", "WFP"): "5", ("FR", "UN"): "1"} == found
    text = archive.text("together/index.html")
    assert '6 country:"TD" organization:"UN"' in text


def test_stories_about_a_country_come_before_those_that_mention_it(archive):
    archive.build()
    text = archive.text("country/chad/index.html")
    assert text.index("mention.html") > text.index("country/chad/mentioned/") or (
        text.count("mention.html") == 1
    )
    assert "mention.html" in archive.text("country/chad/mentioned/index.html")
    assert "chad-4.html" not in archive.text("country/chad/mentioned/index.html")


def test_a_theme_without_a_map_builds(archive, tmp_path):
    """world.html and together.html are a theme's choice."""
    import shutil

    shutil.copytree(ROOT / "theme", archive.theme)
    for name in ("world", "together"):
        (archive.theme / "templates" / f"{name}.html").unlink()
    archive.build()
    assert "world/index.html" not in archive.pages()
    assert "/world/" not in archive.text("index.html")
