"""Whole pages on one line: headline, header, story and what is below it run into each other."""

import pytest

from .formats import STORIES
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


def test_the_site_behind_a_headline_of_one_line_is_none_of_it() -> None:
    title, *story = STORIES["es"]
    header = f"{title} Spanish.fenhuanet.com 2024-08-10 06:14:30"
    first = f"QUITO, 10 ago (Xinhua) -- {story[0]}"
    assert title == cleaned(" ".join([header, first, *story[1:]])).title


def test_the_end_of_kuna_in_a_dump_of_one_line_goes() -> None:
    title, *story = STORIES["en"]
    prefix = "(MENAFN- Kuwait News Agency (KUNA)) KUWAIT, March 16 (KUNA) --"
    foot = "(end) mda MENAFN16032025000071011013ID1109318820 ShareFacebook Twitter WhatsApp Email"
    text = " ".join([title, prefix, *story, foot])
    assert (" ".join(story),) == cleaned(text).paragraphs


def test_a_feed_of_one_line_names_its_headline_at_the_end() -> None:
    title, *story = STORIES["en"]
    foot = f"The post {title} appeared first on Kelby Post."
    article = cleaned(" ".join([title, *story, foot]))
    assert (title, (" ".join(story),)) == (article.title, article.paragraphs)


def test_an_agency_before_the_hour_of_a_line_is_no_part_of_its_headline() -> None:
    title, *story = STORIES["en"]
    first = (
        f"ANI Jan 21, 2025 08:11 PM IST Pune (Maharashtra) [India], January 21 (ANI): {story[0]}"
    )
    assert title == cleaned(" ".join([title, first, *story[1:]])).title
