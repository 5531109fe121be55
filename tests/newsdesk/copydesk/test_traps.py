import pytest

from .test_formats import cleaned
from .traps import TRAPS


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_but_the_headline_goes_from_a_story(name: str) -> None:
    title, *blocks = TRAPS[name].split("\n\n")
    paragraphs = [line for block in blocks for line in block.split("\n")]
    article = cleaned(TRAPS[name])
    assert paragraphs == list(article.paragraphs)
    assert title == article.title
    assert ("", "", None) == (article.wire_id, article.byline, article.date)


PAGE_TURNED = """THE KELBY ARGUS          Tuesday, January 14, 2025          5

Bees ride the night tram

A swarm that had settled under a seat of the last tram of the evening was carried on Monday
to the end of the line and from there, for want of a better place, to the mill, where it met

www.kelby.example        NEWS       5

6       NEWS        Tuesday, January 14, 2025

the baker, who fed it.

The bees stayed for a week.

Boats due:          27

Boats gone:          35
"""


PLATE = """Clock that stopped in 1952 is started again
Ana Ruiz
Kelby Observer
29 Feb 2016

The clock of the town hall, which stopped during the flood, was started again at noon yesterday.

31 January 1952, 11:46 pm

That is what the plate beneath it says, and for 64 years it was right twice a day.
"""


def test_a_date_of_another_year_below_the_first_sentence_makes_no_deck_of_it() -> None:
    article = cleaned(PLATE)
    assert article.paragraphs[0].startswith("The clock of the town hall")
    assert article.paragraphs[1] == "31 January 1952, 11:46 pm"
    assert str(article.date) == "2016-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "FOOTBALL RESULTS\nArsenal 3 Kelby 1\nLorne 2 Harle 2\nWick 1 Thurso 2\n",
        "Weather for Tuesday\nParis 4 rain\nBerlin -2 snow\nMadrid 9 sun\n",
    ],
)
def test_a_story_of_lines_alone_is_not_emptied(text: str) -> None:
    assert len(cleaned(text).paragraphs) > 2


def test_a_dispatch_below_an_end_mark_is_no_furniture() -> None:
    first = "The ferry sailed again on Thursday after eleven weeks, the company said."
    second = "The mill was sold on Friday to a baker from Lorne, its owner said."
    text = f"Ferry sails\n\nKELBY, May 12 (AFP) - {first}\n\n{first}\n\n{first}\n\n{first}\n\n"
    text += "(END)\n\n"
    text += f"Mill is sold\n\nLORNE, May 12 (AFP) - {second}\n"
    assert any(second in paragraph for paragraph in cleaned(text).paragraphs)


def test_a_prefix_before_the_headline_and_once_more_before_the_story() -> None:
    article = cleaned(
        "(MENAFN - Gulf Tribune) Kelby opens a library for camel herders\n\n"
        "(MENAFN) MUSCAT, 4th Feb 2025: The ministry has opened a library for those who herd.\n"
    )
    assert article.title == "Kelby opens a library for camel herders"
    assert article.paragraphs == ("The ministry has opened a library for those who herd.",)


def test_a_paragraph_goes_on_below_a_running_head_and_a_table_is_none() -> None:
    article = cleaned(PAGE_TURNED)
    assert article.paragraphs[0].endswith("to the mill, where it met the baker, who fed it.")
    assert ("Boats due: 27", "Boats gone: 35") == article.paragraphs[-2:]
    assert "the kelby argus" == article.source.lower()
