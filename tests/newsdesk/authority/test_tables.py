import csv
from importlib import resources

import pytest
from newsdesk import authority

TABLES = resources.files("newsdesk.authority")
NAMES = sorted(t.name for t in TABLES.iterdir() if t.name.endswith(".csv"))
COUNTRIES = authority.load().countries


@pytest.mark.parametrize("table", NAMES)
def test_a_spreadsheet_may_open_the_table(table):
    """No cell begins with a character that a spreadsheet takes for a formula."""
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    risky = ("=", "+", "-", "@", "\t")
    assert [] == [cell for cell in cells if cell.startswith(risky)]
    assert [] == [cell for cell in cells if cell != cell.strip()]


def test_every_country_has_its_ids():
    assert 258 == len(COUNTRIES)
    for country in COUNTRIES.values():
        assert country.heading and country.wikidata.startswith("Q") and len(country.alpha3) == 3


def test_headings_and_ids_are_unique():
    for values in ("heading", "alpha3", "code"):
        found = [getattr(country, values) for country in COUNTRIES.values()]
        assert len(found) == len(set(found))


def test_former_countries_point_at_countries_that_are():
    former = {c.code: c.successors for c in COUNTRIES.values() if c.former}
    assert {"AN", "BU", "CSHH", "DD", "SU", "YD", "YU", "ZR"} == set(former)
    for after in former.values():
        assert after and not any(COUNTRIES[code].former for code in after)


def test_see_also_runs_both_ways():
    book = authority.load()
    assert "SU" in [c.code for c in book.predecessors("TJ")]
    assert "TJ" in [c.code for c in book.successors("SU")]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("country_english.csv", "code"),
        ("country_cldr.csv", "code"),
        ("regions.csv", "code"),
        ("places.csv", "code"),
        ("datelines.csv", "code"),
        ("towns.csv", "code"),
        ("home_cues.csv", "code"),
        ("money.csv", "code"),
    ],
)
def test_every_code_is_a_country(table, column):
    assert set() == {row[column] for row in authority.rows(table)} - set(COUNTRIES)


def test_the_tables_stay_small():
    size = sum(len(t.read_bytes()) for t in TABLES.iterdir() if t.name.endswith((".csv", ".json")))
    assert size < 5_000_000
