"""The sample archive's own site in a real Chromium: each kind of page, as built."""

import json

import pytest
import screenshots
from test_theme_browser import look_at, unfolded, violations


@pytest.mark.browser
def test_axe_finds_nothing_on_any_kind_of_page(page, site_url, sample_site):
    """No violation, no complaint in the console, no request to another host."""
    found = {}
    for name, path in screenshots.shown_pages(sample_site).items():
        unfolded(page, f"{site_url}/{path}")
        page.wait_for_load_state("networkidle")
        for scheme in ("light", "dark"):
            look_at(page, color_scheme=scheme)
            found[name, scheme] = violations(page)
    assert {each: finds for each, finds in found.items() if finds} == {}
    kinds = {"front", "story", "story-rtl", "day", "month", "year", "country"}
    assert {(kind, scheme) for kind in kinds for scheme in ("light", "dark")} <= set(found)
    assert (page.complaints, page.outside) == ([], [])


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_a_phone_holds_every_kind_of_page(page, site_url, sample_site):
    """No sideways scrolling."""
    for path in screenshots.shown_pages(sample_site).values():
        unfolded(page, f"{site_url}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_every_story_is_reached_without_script(page, site_url, sample_site):
    """From the front page to a year, a month, a day and a story, by links alone."""
    page.goto(site_url)
    for hop in (".years th a", ".month caption a", ".day h2 a", ".card h3 a"):
        page.locator(hop).first.click()
    assert page.locator("article.story .text").is_visible()


def test_search_knows_every_copy_that_the_newsdesk_found(sample_archive, sample_site):
    """The newsdesk names content files, the index has rows: both mean the same stories."""
    archive, _ = sample_archive
    groups = [line.split("\t") for line in archive.twins.read_text("utf-8").splitlines()]
    found = {}
    for twins in (sample_site / "pagefind").glob("*/twins.json"):
        urls = json.loads(twins.with_name("listing.json").read_bytes())["url"]
        for row, group in json.loads(twins.read_bytes()).items():
            found.setdefault(group, set()).add(urls[int(row)])
    assert groups
    assert {number: set(group) for number, group in enumerate(groups)} == found
