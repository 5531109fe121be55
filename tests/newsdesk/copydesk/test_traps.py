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


def test_a_paragraph_goes_on_below_a_running_head_and_a_table_is_none() -> None:
    article = cleaned(PAGE_TURNED)
    assert article.paragraphs[0].endswith("to the mill, where it met the baker, who fed it.")
    assert ("Boats due: 27", "Boats gone: 35") == article.paragraphs[-2:]
    assert "the kelby argus" == article.source.lower()
