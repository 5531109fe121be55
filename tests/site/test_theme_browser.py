"""The theme in a real Chromium: accessible, within the screen, alive with and without script."""

import re

import mock_archive
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT

AXE = Axe().axe_script
PATHS = sorted(mock_archive.pages())
RTL = {"here_lang": "fa", "here_dir": "rtl"}
STORY = "2025/01/12/story-0.html"
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def sites(tmp_path_factory, serve):
    """The mock archive with an interface from left to right, and from right to left."""
    addresses = {}
    for direction, facts in (("ltr", {}), ("rtl", RTL)):
        folder = tmp_path_factory.mktemp(direction)
        mock_archive.write(folder, **facts)
        addresses[direction] = serve(folder)
    return addresses


def unfolded(page, address):
    """Open a page with all its folds."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def violations(page):
    """What axe finds, one line each."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then((told) => told.violations)")
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]


def look_at(page, viewport=WIDE, **look):
    """Show the page in another scheme, contrast or size, and wait until it stands still.

    No script asks for any of these, so that a page need not be loaded anew.
    """
    page.set_viewport_size(viewport)
    page.emulate_media(**{"contrast": "no-preference", **look})
    page.evaluate(STILL)


# Colours fade when the scheme changes, and axe must not see them half-way.
STILL = """new Promise(requestAnimationFrame).then(
    () => Promise.allSettled(document.getAnimations().map((one) => one.finished)))"""
LOOKS = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "contrast": "more"},
    {"color_scheme": "dark", "contrast": "more"},
    {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
]


@pytest.mark.browser
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_axe_finds_nothing(page, sites, direction):
    """Every kind of page, in both schemes and directions, folds open."""
    found = {}
    for path in PATHS:
        unfolded(page, f"{sites[direction]}/{path}")
        for look in LOOKS:
            look_at(page, **look)
            found[path, str(look)] = violations(page)
    assert {each: finds for each, finds in found.items() if finds} == {}
    assert len(found) == len(PATHS) * len(LOOKS)
    assert (page.complaints, page.outside) == ([], [])


@pytest.mark.browser
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_sticks_out(page, sites, direction):
    """A phone of 390 pixels, and 1280 at 400 % zoom, which is 320: no sideways scrolling."""
    wide = {}
    for path in PATHS:
        unfolded(page, f"{sites[direction]}/{path}")
        for width in (320, 390, 640, 1000):
            look_at(page, {"width": width, "height": 800})
            wide[path, width] = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
    assert {each: pixels for each, pixels in wide.items() if pixels} == {}
    assert len(wide) == len(PATHS) * 4


ASKED = re.compile(r"matchMedia|innerWidth|(client|offset)Width|getBoundingClientRect|screen\.")


def test_no_script_asks_for_size_or_colours():
    scripts = sorted((ROOT / "theme" / "static" / "js").glob("*.js"))
    assert scripts
    assert [path.name for path in scripts if ASKED.search(path.read_text("utf-8"))] == []


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}, {}], indirect=True, ids=str)
def test_nothing_moves_for_those_who_asked_for_it(page, sites, request):
    """No transition, animation or smooth scrolling; the others get short fades of colour."""
    moving = set()
    for path in ("index.html", STORY, "country/afghanistan/index.html"):
        page.goto(f"{sites['ltr']}/{path}")
        moving |= set(page.evaluate(MOVING))
    asked = "reduce" in request.node.name
    assert moving == (set() if asked else {"color, background-color"})


MOVING = """[...document.querySelectorAll("*")].map((e) => getComputedStyle(e)).flatMap((style) => [
    ...(style.transitionDuration.split(", ").some((time) => time !== "0s")
        ? [style.transitionProperty] : []),
    ...(style.animationName !== "none" ? [style.animationName] : []),
    ...(style.scrollBehavior !== "auto" ? [style.scrollBehavior] : []),
])"""


@pytest.mark.browser
def test_the_first_tab_leads_to_the_content(page, sites):
    """The skip link shows itself and moves the focus."""
    page.goto(f"{sites['ltr']}/{STORY}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.browser
def test_every_focus_is_seen(page, sites):
    """Each stop of the keyboard draws an outline."""
    page.goto(f"{sites['ltr']}/{STORY}")
    for _ in range(30):
        page.keyboard.press("Tab")
        drawn = page.evaluate(
            "document.activeElement === document.body"
            " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )
        assert drawn, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.browser
def test_a_tag_lights_up_its_mentions(page, sites):
    """Hovering lights them, the button keeps them lit, pressing again lets go."""
    page.goto(f"{sites['ltr']}/{STORY}")
    page.locator("[data-code=AF]").hover()
    assert page.locator(".lit").all_inner_texts() == ["Afghan", "Afghanistan"]
    page.mouse.move(0, 0)
    assert page.locator(".lit").count() == 0
    button = page.locator("[data-code=TJ] button")
    button.click()
    page.mouse.move(0, 0)
    assert page.locator(".lit").all_inner_texts() == ["Tajikistan", "Tajik"]
    button.click()
    page.mouse.move(0, 0)
    assert page.locator(".lit").count() == 0


@pytest.mark.browser
def test_a_citation_is_copied(page, sites):
    """The whole text of one manner reaches the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{sites['ltr']}/{STORY}")
    page.get_by_text("Cite this story").click()
    page.get_by_role("button", name="Copy: BibTeX").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "@article{herald2025,\n  title = {{Herat}},\n}"


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_a_story_reads_without_script(page, sites):
    """Text, tags with reasons, citations and the original are all in the page."""
    page.goto(f"{sites['ltr']}/{STORY}")
    assert page.locator(".text").is_visible()
    assert page.get_by_text("in the headline and 3 times in the text").is_visible()
    page.get_by_text("The original").click()
    assert page.get_by_text("menafn.share-bar").is_visible()


@pytest.mark.browser
def test_a_clipping_on_paper(page, sites):
    """Print keeps headline, text, source and permalink, and drops what cannot be clicked."""
    page.goto(f"{sites['ltr']}/{STORY}")
    page.emulate_media(media="print")
    assert page.locator(".clipping").is_visible()
    assert "/2025/01/12/story-0.html" in page.locator(".clipping").inner_text()
    for gone in (".sections", ".masthead .find", ".notes", ".rest"):
        assert not page.locator(gone).is_visible()
