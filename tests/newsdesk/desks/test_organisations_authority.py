"""organizations.csv: every row can be trusted, and says what its doubtful forms need."""

import csv
import io
import re
from collections import defaultdict
from importlib import resources

import babel
import pytest
from newsdesk.authority import load
from newsdesk.authority.tables import rows, several
from newsdesk.desks.cues import cues

ROWS = list(rows("organizations.csv"))
KEYS = [row["key"] for row in ROWS]
TYPES = set(
    "intergovernmental agency ministry legislature court armed-forces armed-group party company "
    "wire media ngo union central-bank exchange sport other".split()
)
# Codes of former countries and of Kosovo, which babel's list lacks.
MORE_COUNTRIES = {"SU", "DD", "YU", "CSHH", "YD", "ZR", "BU"}
# Words of everyday English (and month and place names) that a headline in capitals may hold.
WORDS = set(
    "ACT AID AIM AIR ALL AND ANY APP ARE ARM ART ASK BAN BAR BAT BE BED BIG BIT BUS BUT BUY CAN "
    "CAP CAR CARE CASE CASH CAT COP COST CUT DAM DAY DEAL DID DIE DO DOG DRY END FACE FAN FAR "
    "FAT FEE FEW FIRE FIT FLY FOR FUN GAP GAS GET GIVE GO GOD GUN GUY HAD HAS HE HER HIM HIS "
    "HIT HOPE HOT HOW ICE IF ILL IN IS IT ITS JET JOB KEY KID LAND LAW LAY LET LIE LINE LOT LOW "
    "MAN MAP MAY ME MEN MEND MIX MUD MY NEW NO NOT NOW OF OFF OIL OLD ON ONE OR OUR OUT OWN "
    "PACE PACT PAN PAP PAS PAY PEN POP PUT RAN RAW RED RISE RUN SAD SAP SAT SAW SAY SEA SEE SET "
    "SHE SIT SIX SO SON SPA START STOP SUM SUN SWIFT TAP TAX TEA TEN THE TIP TO TOO TOP TRY TWO "
    "UP USE VAN VIA WAR WAS WAY WE WHO WHY WIN WITH YES YET YOU ARENA SANA ETA ARC SEAT".split()
)


def forms(row: dict[str, str]) -> list[str]:
    return [form for form in (row["heading"], row["acronym"], *several(row["variants"])) if form]


def test_there_are_enough_headings() -> None:
    assert len(ROWS) >= 1500


def test_enough_international_bodies_agencies_armed_groups_and_wires() -> None:
    kinds = ("intergovernmental", "agency", "armed-group", "wire")
    known = [row for row in ROWS if row["type"] in kinds]
    assert len(known) >= 400
    assert sum(bool(row["wikidata"]) for row in known) >= 400


def test_rows_are_sorted_by_key() -> None:
    assert sorted(KEYS) == KEYS


@pytest.mark.parametrize("column", ["key", "heading", "wikidata"])
def test_no_value_stands_twice(column: str) -> None:
    values = [row[column] for row in ROWS if row[column]]
    assert len(set(values)) == len(values)


def test_keys_can_stand_in_an_address() -> None:
    assert [key for key in KEYS if not re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", key)] == []


def test_types_come_from_the_closed_list() -> None:
    assert set() == {row["type"] for row in ROWS} - TYPES


def test_countries_exist() -> None:
    territories = set(babel.Locale("en").territories) | MORE_COUNTRIES
    assert set() == {row["country"] for row in ROWS if row["country"]} - territories


def test_wikidata_ids_are_well_formed() -> None:
    ids = [row["wikidata"] for row in ROWS if row["wikidata"]]
    assert [wikidata for wikidata in ids if not re.fullmatch(r"Q[1-9]\d*", wikidata)] == []


def test_every_wikidata_id_names_the_source_it_was_checked_against() -> None:
    assert [row["key"] for row in ROWS if bool(row["wikidata"]) != bool(row["source"])] == []


def test_wholes_exist() -> None:
    wholes = {whole for row in ROWS for whole in several(row["part_of"])}
    assert set() == wholes - set(KEYS)


def test_a_rule_speaks_of_a_form_of_its_row() -> None:
    strange = [
        (row["key"], form) for row in ROWS for form in cues(row["rule"]) if form not in forms(row)
    ]
    assert strange == []


def test_a_form_of_two_rows_has_a_rule_in_each() -> None:
    """Else nobody could say which of the two a story means."""
    users = defaultdict(list)
    for row in ROWS:
        ruled = cues(row["rule"])
        for form in set(forms(row)):
            users[form].append(form in ruled)
    assert [form for form, found in users.items() if len(found) > 1 and not all(found)] == []


def test_an_acronym_that_is_a_word_says_so() -> None:
    """`WHO: !, health`: the mark keeps it out of headlines in capitals."""
    bare = [
        (row["key"], form)
        for row in ROWS
        for form in forms(row)
        if form in WORDS and not (form in (ruled := cues(row["rule"])) and ruled[form].word_too)
    ]
    assert bare == []


def test_two_letters_never_stand_without_a_rule() -> None:
    allowed = {"EU", "UN", "G5", "G7", "G8", "UE", "VW", "VK"}
    bare = {
        form
        for row in ROWS
        for form in forms(row)
        if len(form) == 2 and form.isascii() and form not in cues(row["rule"])
    }
    assert set() == bare - allowed


def test_the_file_is_written_as_csv_writes_it() -> None:
    """A spreadsheet that saves it changes only what was edited."""
    text = (resources.files("newsdesk.authority") / "organizations.csv").read_text("utf-8")
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROWS[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(ROWS)
    assert text == out.getvalue()


def test_headings_load() -> None:
    assert load().organization("CSTO").heading == "Collective Security Treaty Organization"
