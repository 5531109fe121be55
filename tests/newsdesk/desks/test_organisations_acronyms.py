"""Acronyms that a story defines itself."""

import pytest
from newsdesk.desks.acronyms import definitions


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Pamir Road Agency (PRA) met.", [("PRA", "Pamir Road Agency")]),
        # A small word in between, an article in the bracket, a comma after it.
        ("the Union of Herat Weavers (UHW) met", [("UHW", "Union of Herat Weavers")]),
        ("The Fund for Mountain Schools (the FMS) gave", [("FMS", "Fund for Mountain Schools")]),
        ("Kabul Bread Office (KBO, founded 1990)", [("KBO", "Kabul Bread Office")]),
        # The acronym first.
        ("PRA (Pamir Road Agency) met.", [("PRA", "Pamir Road Agency")]),
        ("a PRA (the Pamir Road Agency) plan", [("PRA", "Pamir Road Agency")]),
        # Not definitions: a year, a share, a place, letters that do not fit, small letters.
        ("The fair (2019) was full.", []),
        ("Zarafshan Corp (ZRF.T) rose.", []),
        ("The mayor of Kulob (KB) spoke.", []),
        ("a quiet road in the hills (QRH)", []),
        ("Nothing in brackets here.", []),
    ],
)
def test_definitions(text: str, wanted: list[tuple[str, str]]) -> None:
    assert wanted == [(found.acronym, found.long) for found in definitions(text)]


def test_a_definition_says_where_its_long_form_stands() -> None:
    text = "Yesterday the Pamir Road Agency (PRA) met."
    found = definitions(text)[0]
    assert text[found.start : found.end] == "Pamir Road Agency"


def test_a_definition_does_not_reach_over_a_line() -> None:
    assert definitions("Pamir Road\nAgency (PRA)") == []
