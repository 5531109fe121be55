"""The sample site as its readers have it: light, steady, complete without script."""

import gzip
import re

import pytest

KINDS = {
    "front": "index.html",
    "story": "2025/03/04/*.html",
    "day": "2025/03/04/index.html",
    "month": "2025/01/index.html",
    "year": "2025/index.html",
    "country": "country/kazakhstan/index.html",
    "organization": "organization/european-union/index.html",
    "source": "source/reuters/index.html",
    "sources": "source/index.html",
    "world": "world/index.html",
    "together": "together/index.html",
    "undated": "undated/index.html",
}
SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 300);
})"""


STOPS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
  const folded = "details:not([open]) > :not(summary)";
  const seen = all.filter((e) => e.checkVisibility() && !e.closest(folded));
  seen.forEach((e, n) => (e.dataset.stop = n));
  return seen.length;
}"""


def address_of(site, kind):
    return min(site.glob(KINDS[kind])).relative_to(site).as_posix()


def test_every_story_is_light(sample_site):
    """Page, sheets, scripts and icon under 25 kB as sent: 25,000 bytes, gzip's usual level."""
    heavy = {}
    for path in sample_site.glob("[12][0-9][0-9][0-9]/*/*/*-*.html"):
        page = path.read_text(encoding="utf-8")
        needed = re.findall(r'(?:href|src)="/(theme/[^"]+)"', page)
        parts = [page.encode(), *((sample_site / name).read_bytes() for name in needed)]
        size = sum(len(gzip.compress(part, 6)) for part in parts)
        if size >= 25_000:
            heavy[path.name] = size
    assert {} == heavy


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_nothing_moves_while_a_page_loads(page, sample_site, serve):
    site = serve(sample_site)
    moved = {}
    for kind in KINDS:
        page.goto(f"{site}/{address_of(sample_site, kind)}", wait_until="load")
        moved[kind] = page.evaluate(SHIFTS)
    assert dict.fromkeys(KINDS, 0) == moved
    assert ([], []) == (page.complaints, page.outside)


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_the_archive_is_browsed_without_script(page, sample_site, serve):
    """From the world to a country, its stories, their day, and back to the front page."""
    page.goto(f"{serve(sample_site)}/index.html")
    page.get_by_role("link", name="World", exact=True).click()
    page.get_by_role("link", name=re.compile(r"^Kazakhstan \(KZ\): ")).click()
    assert "Kazakhstan" == page.locator("h1").inner_text()
    page.locator(".card h3 a").first.click()
    assert page.locator("article .text").is_visible()
    page.locator(".kicker a").click()
    assert "/2" in page.url
    page.get_by_role("link", name="Backfile").first.click()
    assert page.locator("table.years").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_every_link_in_order(page, sample_site, serve, kind):
    """Tab goes through all that can be clicked, in the order it is written, and sees each."""
    page.goto(f"{serve(sample_site)}/{address_of(sample_site, kind)}")
    wanted = page.evaluate(STOPS)
    for number in range(min(wanted, 40)):
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement.dataset.stop")
        assert str(number) == stop
