"""The number a wire or a database gives its story, in the forms that stand below a story."""

import pytest
from newsdesk.copydesk import clean, load_rulebook
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES
from .furniture import NUMBERS

RULEBOOK = load_rulebook()


@pytest.mark.parametrize("line", NUMBERS)
def test_the_number_is_read_and_its_line_goes(line: str) -> None:
    title, *story = STORIES["en"]
    text = "\n\n".join([title, "LONDON, Jan 15 (Reuters) - " + story[0], *story[1:], line])
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert (NUMBERS[line], tuple(story)) == (article.wire_id, article.paragraphs)
