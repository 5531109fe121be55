"""Whole pages on one line: headline, header, story and what is below it run into each other."""

import pytest

from .test_formats import cleaned

TITLE = "Council closes night ferry"
STORY = (
    "The council of Kelby voted on Monday to close the night ferry from March on, saying the money "
    "was needed for the roof of the school. Nine members voted for the plan and four against it, "
    'among them the mayor, who lives on the island and has no boat of her own. "We cannot have '
    'both," she said. The ferry line said it would appeal, and that its crew had not been asked. '
    "Forty men and women work on its two boats, the older of which was built in 1961. "
    "The last boat will leave at ten."
)
PAGES = {  # with the source and the author they tell
    f"{TITLE} By Jo Lind January 14, 2025 / 3:45 PM EST / BBC News {STORY}": (
        "BBC News",
        "Jo Lind",
    ),
    f"{TITLE} Posted on January 14, 2025 by Jo Lind {STORY}": ("", "Jo Lind"),
    f"{TITLE} - The Kelby Echo Home News Sport {TITLE} By Jo Lind Published: 14 January 2025 at "
    f"10:15 Share Tweet {STORY} Read more: Ferry fares rise": ("The Kelby Echo", "Jo Lind"),
    f"{TITLE} By Jo Lind January 14, 2025 / 3:45 PM EST / BBC News {STORY} More from BBC News "
    "Ferry fares rise Storm warning for Saturday": ("BBC News", "Jo Lind"),
    f"Council closes night ferry Jo Lind, The Kelby Echo January 14, 2025 {STORY}": (
        "The Kelby Echo",
        "Jo Lind",
    ),
    f"{TITLE} 15:42, 14 January 2025 {STORY}": ("", ""),
    f"{TITLE} | Kelby Echo | Tuesday 14 January 2025 {STORY}": ("Kelby Echo", ""),
    f"{TITLE} 14 January 2025 Tuesday 09:40 Kelby Echo {STORY}": ("Kelby Echo", ""),
}


@pytest.mark.parametrize("page", PAGES)
def test_of_a_page_on_one_line_the_story_stays(page: str) -> None:
    article = cleaned(page)
    assert (TITLE, STORY, "2025-01-14") == (
        article.title,
        " ".join(article.paragraphs),
        str(article.date),
    )
    assert PAGES[page] == (article.source, article.byline)


@pytest.mark.parametrize(
    "opening",
    ["By January 14, 2025 The Kelby Ferry will be sold. ", "On January 14, 2025 Kelby lost. "],
)
def test_a_day_in_the_first_sentence_is_no_header(opening: str) -> None:
    assert opening + STORY == " ".join(cleaned(opening + STORY).paragraphs)
