"""What a story's foot says: who signs it, whose it is, its number."""

import pytest

from .formats import STORIES
from .test_formats import cleaned


@pytest.mark.parametrize("line", ["By Leyla Aliyeva - Trend", "By Leyla Aliyeva"])
def test_a_byline_below_the_story_names_its_author(line: str) -> None:
    title, *story = STORIES["en"]
    code = "MENAFN04022025000187011040ID1109166821"
    opened = f"(MENAFN- Trend News Agency) BAKU, Azerbaijan, February 4. {story[0]}"
    article = cleaned("\n\n".join([title, opened, *story[1:], line, code]))
    assert ("Leyla Aliyeva", tuple(story)) == (article.byline, article.paragraphs)
    glued = cleaned(" ".join([title, opened, *story[1:], line, code]))
    assert ("Leyla Aliyeva", "1109166821") == (glued.byline, glued.wire_id)


def test_credits_with_the_reporters_address_behind_them_go_from_the_last_sentence() -> None:
    title, *story = STORIES["en"]
    first = f"KELBY, Aug 9, 2017 (Reuters) - {story[0]}"
    credits = "(Reporting by Ewa Lind; Editing by Jo Roe) ((ewa.lind@news.example; +56 2 555 0108))"
    article = cleaned("\n\n".join([title, first, *story[1:-1], f"{story[-1]} {credits}"]))
    assert ("Ewa Lind", tuple(story)) == (article.byline, article.paragraphs)


@pytest.mark.parametrize(
    ("foot", "field", "value"),
    [
        ("// انتهى //\n14:22 ت م\n0061", "wire_id", "0061"),
        ("© כל הזכויות שמורות לחדשות המפרץ", "source", "חדשות המפרץ"),
    ],
)
def test_the_foot_of_a_story_without_latin_letters_says(foot: str, field: str, value: str) -> None:
    lang = "ar" if foot.startswith("//") else "he"
    assert value == getattr(cleaned("\n\n".join([*STORIES[lang], foot])), field)
