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
