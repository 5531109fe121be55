"""The folder edition in Chromium and in Firefox on file://, beside the same site on http."""

import shutil
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import lxml.html
import pytest
from newsdesk import fixity
from pelican.plugins.offline_edition.folder import make_folder

from bench.tabs import Chromium

FOLDER = "usb stick ü #1 100%25"
QUERIES = (
    "minister",
    "water agreement",
    '"foreign minister"',
    "econom*",
    "trade OR border NOT russia",
    "country:tj",
    "central asia source:tass",
    "what is the price of gas",
    "президент",
    "title:summit",
    "after:2025-03 talks",
    "nobodywrotethisword",
)


@pytest.fixture(scope="module")
def edition(sample_site, tmp_path_factory):
    """An edition of the sample site in a folder with every trap in its name."""
    folder = tmp_path_factory.mktemp("offline") / FOLDER
    make_folder(sample_site, folder)
    return folder


def address(folder, name="search/index.html"):
    return (folder / name).as_uri()


def settled(page):
    page.wait_for_selector("[data-state=done], [data-state=failed]", timeout=20000)


SEEN = """(() => {
    const part = (name) => document.querySelector(`[data-part=${name}]`);
    const all = (what, how) => [...document.querySelectorAll(what)].map(how);
    return {
        state: document.querySelector("[data-search]").dataset.state,
        status: part("status").innerText,
        hits: all(".hit", (hit) => hit.innerText).slice(0, 10),
        facets: part("facets").innerText,
        bars: all(".bar", (bar) => bar.getAttribute("aria-label")),
    };
})()"""


def found(tab, url):
    """Everything a reader sees of a search: state, hits in order, facets with their counts."""
    tab.goto(url)
    tab.wait_for("document.querySelector('[data-state=done], [data-state=failed]')")
    return tab.evaluate(SEEN)


@pytest.mark.browser
def test_every_query_finds_the_same_on_file_as_on_http(edition, site_url, tab):
    queries = [f"?q={quote(query)}" for query in QUERIES]
    queries += [f"{queries[0]}&sort=newest", f"{queries[0]}&sort=oldest&lang=en", "?country=TJ", ""]
    for query in queries:
        online = found(tab, f"{site_url}/search/{query}")
        assert (query, online) == (query, found(tab, address(edition) + query))
        assert online["state"] == "done"
    assert "stories" in found(tab, address(edition) + queries[0])["status"]
    assert (tab.complaints, tab.outside) == ([], [])


@pytest.mark.browser
def test_firefox_guards_files_as_it_does_for_everyone(edition, fox):
    """Its drivers relax that by default, and then everything seems to work."""
    fox.goto(address(edition))
    asked = "fetch('../index.html').then(() => 'read', () => 'refused')"
    assert fox.evaluate(asked) == "refused"


@pytest.mark.browser
def test_pagefind_works_in_a_worker_and_nothing_global_is_changed(edition, page):
    workers = []
    page.on("worker", lambda worker: workers.append(worker.url))
    found(Chromium(page), address(edition) + "?q=%22the+minister%22")
    assert [url.partition(":")[0] for url in workers] == ["blob"]
    native = "[fetch, Worker, Response].map(String).every(text => text.includes('[native code]'))"
    assert page.evaluate(native)
    assert page.complaints == []


@pytest.mark.browser
def test_only_the_years_asked_for_are_read(edition, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    found(Chromium(page), address(edition) + "?q=minister+after:2025-01-01")
    assert [url for url in asked if "/pagefind/2024/" in url] == []
    assert [url for url in asked if "/pagefind/2025/table.json.js" in url] != []


@pytest.mark.browser
def test_a_reader_goes_from_the_front_page_to_a_marked_story_and_back(edition, page):
    page.goto(address(edition, "index.html"))
    page.locator("#query").fill("minister")
    page.keyboard.press("Enter")
    settled(page)
    first = page.locator(".hit h3").first.inner_text()
    page.locator("[data-facet=country] input").first.check()
    page.wait_for_function("() => location.search.includes('country=')")
    settled(page)
    page.go_back()
    page.wait_for_function("() => !location.search.includes('country=')")
    settled(page)
    assert page.locator(".hit h3").first.inner_text() == first
    page.locator(".hit h3 a").first.click()
    page.wait_for_selector("article mark")
    assert page.url.startswith(edition.as_uri())
    with page.expect_navigation():
        page.locator(".sections a").nth(1).click()
    assert page.url == address(edition, "country/index.html")
    assert (page.complaints, page.outside) == ([], [])


@pytest.mark.browser
def test_hits_are_cited_without_a_server(edition, page):
    found(Chromium(page), address(edition) + "?q=minister")
    with page.expect_download() as saving:
        page.locator("select[data-part=export]").select_option("ris")
    text = Path(saving.value.path()).read_text("utf-8")
    assert text.count("ER  - ") > 1
    assert f"UR  - {edition.as_uri()}/" in text


def test_every_link_of_every_page_leads_to_a_file(edition):
    files = {path.as_uri() for path in edition.rglob("*") if path.is_file()}
    lost = []
    for path in sorted(edition.rglob("*.html")):
        tree = lxml.html.document_fromstring(path.read_bytes())
        for _, attribute, link, _ in tree.iterlinks():
            url = urldefrag(urljoin(path.as_uri(), link)).url.partition("?")[0]
            if attribute and url.startswith("file:") and url not in files:
                lost.append((path.name, link))
    assert lost == []


@pytest.mark.browser
def test_a_browser_finds_what_every_kind_of_page_asks_for(edition, tab):
    for path in sorted(edition.rglob("*.html"))[::12]:
        tab.goto(path.as_uri())
    assert (tab.complaints, tab.outside) == ([], [])


LEFT = """(() => {
    window.dispatchEvent(new Event("beforeunload"));
    const later = new Promise((done) => setTimeout(done, 300, "waiting"));
    return Promise.race([backfileCarrier.text("gone").catch(() => "complained"), later]);
})()"""


@pytest.mark.browser
def test_what_a_leaving_reader_breaks_off_is_no_damage(edition, tab):
    """Firefox reports it as files that cannot be read, once in ten pages left early."""
    found(tab, address(edition))
    assert tab.evaluate('backfileCarrier.text("gone").catch(() => "complained")') == "complained"
    assert tab.evaluate(LEFT) == "waiting"


@pytest.mark.browser
@pytest.mark.parametrize("lost", ["index", "stories", "table.json.js"])
def test_a_damaged_copy_says_so_instead_of_finding_nothing(edition, tmp_path, tab, lost):
    copy = shutil.copytree(edition, tmp_path / "copy")
    for year in ("2024", "2025", "undated"):
        part = copy / "pagefind" / year / lost
        shutil.rmtree(part) if part.is_dir() else part.unlink()
    told = found(tab, address(copy) + "?q=minister")
    assert told["state"] == "failed"
    assert "Is the copy complete?" in told["status"]
    assert {fault.sentence for fault in fixity.check_folder(copy)} == {"is missing"}
