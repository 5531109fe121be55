"""The `rule` column: what an ambiguous form needs."""

import pytest
from newsdesk.desks.cues import cues
from newsdesk.desks.spellings import dotted, spellings
from newsdesk.desks.unverified import frequent
from newsdesk.errors import BadSetting


def test_a_cue_word_speaks_for_the_form() -> None:
    cue = cues("ICO: coffee, green beans")["ICO"]
    assert cue.reason("Green beans fell.", ()) == "with “Green beans” in the story"


def test_a_cue_is_a_whole_word() -> None:
    assert cues("ITC: tin")["ITC"].reason("A setting sun.", ()) == ""


def test_a_country_speaks_for_the_form() -> None:
    assert cues("PLO: @PS")["PLO"].reason("", {"PS", "US"}) == "as the story touches PS"


def test_without_a_cue_the_form_does_not_count() -> None:
    assert cues("UNU:")["UNU"].reason("anything", {"JP"}) == ""


def test_a_veto_speaks_against_it_and_a_cue_outweighs_the_veto() -> None:
    cue = cues("EC: Brussels, ~ballot")["EC"]
    assert cue.reason("farm prices", ()) == "nothing speaks against it"
    assert cue.reason("the ballot", ()) == ""
    assert cue.reason("the ballot in Brussels", ()) == "with “Brussels” in the story"


def test_several_forms_stand_in_one_cell() -> None:
    assert {"IS", "Islamic State"} == set(cues("IS: !, Mosul|Islamic State: militants"))


@pytest.mark.parametrize("rule", ["WHO", ": health"])
def test_a_rule_without_its_form_is_a_sentence(rule: str) -> None:
    with pytest.raises(BadSetting, match=r"own\.csv: the rule .* has no form"):
        cues(rule, "own.csv")


def test_spellings() -> None:
    wanted = {
        "UN Labour Organization",
        "U.N. Labour Organization",
        "United Nations Labor Organisation",
    }
    assert wanted <= spellings("United Nations Labour Organization")


def test_dotted_acronyms() -> None:
    assert dotted(["UN", "ILO", "UNESCO", "Fed", "G7"]) == {"U.N.": "UN", "I.L.O.": "ILO"}


def test_names_of_several_stories_come_first() -> None:
    stories = [("Pamir Bank", "Herat Mill"), ("Pamir Bank", "Pamir Bank"), ("Kulob Union",)]
    assert frequent(stories) == [("Pamir Bank", 2)]
