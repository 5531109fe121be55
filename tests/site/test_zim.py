"""The ZIM edition: checked by libzim, read back entry by entry, and served by kiwix-serve."""

import re
import shutil
import socket
import subprocess
import time
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote, unquote, urldefrag, urljoin

import lxml.html
import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from newsdesk import fixity
from pelican.plugins.finding_aids.redirects import redirect
from pelican.plugins.offline_edition.folder import make_folder
from pelican.plugins.offline_edition.orders import zim_facts
from pelican.plugins.offline_edition.pages import Links
from pelican.plugins.offline_edition.zim import check_zim, clean_texts, make_zim
from pelican.settings import get_settings_from_file

from bench.tabs import Chromium

ROOT = Path(__file__).resolve().parents[2]


def made(site, folder, search):
    make_folder(site, folder / "edition", search=search)
    settings = get_settings_from_file(str(ROOT / "publishconf.py"))
    facts = zim_facts(site / "pagefind", settings)
    make_zim(folder / "edition", site / "pagefind", folder / "archive.zim", facts)
    return folder / "archive.zim"


@pytest.fixture(scope="module")
def plain(sample_site, tmp_path_factory):
    """Without the search page."""
    return made(sample_site, tmp_path_factory.mktemp("plain"), search=False)


@pytest.fixture(scope="module")
def whole(sample_site, tmp_path_factory):
    """With the search page and Pagefind."""
    return made(sample_site, tmp_path_factory.mktemp("whole"), search=True)


@pytest.fixture(params=["plain", "whole"])
def zim(request):
    return request.getfixturevalue(request.param)


def entries(archive):
    every = (archive._get_entry_by_id(number) for number in range(archive.all_entry_count))
    return {entry.path: entry for entry in every if archive.has_entry_by_path(entry.path)}


def test_libzim_finds_nothing_wrong_and_every_entry_is_what_was_packed(zim, sample_site):
    archive = Archive(zim)
    assert archive.check()
    assert check_zim(zim) == []
    edition = zim.parent / "edition"
    packed = set(fixity.files_in(edition))
    stories = set(clean_texts(sample_site / "pagefind"))
    found = entries(archive)
    assert packed <= set(found)
    for name in packed - {fixity.MANIFEST}:
        data = bytes(found[name].get_item().content)
        if name in stories:  # which have marks for readers' excerpts
            data = re.sub(rb"<!--/?htdig_noindex-->", b"", data)
        assert data == (edition / name).read_bytes()


def test_no_link_of_any_page_is_dead(zim):
    archive = Archive(zim)
    found = entries(archive)
    lost = []
    for path, entry in found.items():
        if not path.endswith(".html"):
            continue
        tree = lxml.html.document_fromstring(bytes(entry.get_item().content))
        for _, attribute, link, _ in tree.iterlinks():
            url = urldefrag(urljoin(f"zim://x/{quote(path)}", link)).url.partition("?")[0]
            target = unquote(url.removeprefix("zim://x/"))
            if attribute and url.startswith("zim:") and target not in found:
                lost.append((path, link))
    assert lost == []


def test_it_says_what_it_is(zim):
    archive = Archive(zim)
    told = {name: archive.get_metadata(name).decode() for name in archive.metadata_keys
            if not name.startswith("Illustration")}  # fmt: skip
    assert told["Name"] == "backfile_en_all"
    assert told["Title"] == told["Creator"] == told["Publisher"] == "Backfile"
    assert told["Description"] == "A news archive"
    assert told["Language"].split(",")[0] == "eng"
    assert {"rus", "fas"} <= set(told["Language"].split(","))
    assert len(told["Date"]) == 10
    picture = bytes(archive.get_illustration_item(48).content)
    assert picture[:4] == b"\x89PNG"
    assert (picture[16:20], picture[20:24]) == (b"\0\0\x000", b"\0\0\x000")
    assert archive.main_entry.get_item().path == "index.html"
    readme = bytes(archive.get_entry_by_path("README.txt").get_item().content).decode()
    assert "stories" in readme
    assert archive.has_entry_by_path("LICENCES.txt")


def test_full_text_and_titles_are_found_and_only_the_story_itself_is_indexed(zim, sample_site):
    archive = Archive(zim)
    texts = clean_texts(sample_site / "pagefind")
    searcher = Searcher(archive)
    for path, (title, text) in list(texts.items())[::7]:
        if title.isascii() and len(text.split()) > 20:
            words = " ".join(title.split()[:4])
            assert path in set(searcher.search(Query().set_query(words)).getResults(0, 10))
    assert "¶" not in "".join(text for _, text in texts.values())
    # "Raw document" stands on every story's page, in no story.
    assert searcher.search(Query().set_query("permalink")).getEstimatedMatches() == 0
    suggested = set(SuggestionSearcher(archive).suggest("Tajikistan").getResults(0, 10))
    assert "country/tajikistan/index.html" in suggested


def test_a_damaged_file_is_told_by_its_entries(plain, tmp_path):
    data = bytearray(plain.read_bytes())
    middle = len(data) // 3
    data[middle : middle + 64] = bytes(64)
    (tmp_path / "damaged.zim").write_bytes(data)
    assert check_zim(tmp_path / "damaged.zim") != []
    (tmp_path / "no.zim").write_bytes(b"nothing of the kind")
    with pytest.raises(ValueError, match="cannot be read"):
        check_zim(tmp_path / "no.zim")


def test_an_old_address_is_a_redirection_to_where_its_heading_is_now(plain, sample_site, tmp_path):
    """Kiwix follows no refresh of a page, and its title index needs no second Kazakhstan."""
    edition = shutil.copytree(plain.parent / "edition", tmp_path / "edition")
    here = SimpleNamespace(url="country/kazakhstan/", heading="Kazakhstan")
    old = redirect("country/kazakh-ssr/", here, "en", "")
    page = Links(set(fixity.files_in(edition)), [], "pagefind").page(
        old, "country/kazakh-ssr/index.html"
    )
    (edition / "country/kazakh-ssr").mkdir()
    (edition / "country/kazakh-ssr/index.html").write_text(page, "utf-8")
    settings = get_settings_from_file(str(ROOT / "publishconf.py"))
    facts = zim_facts(sample_site / "pagefind", settings)
    make_zim(edition, sample_site / "pagefind", tmp_path / "moved.zim", facts)
    archive = Archive(tmp_path / "moved.zim")
    entry = archive.get_entry_by_path("country/kazakh-ssr/index.html")
    assert entry.is_redirect
    assert entry.get_redirect_entry().path == "country/kazakhstan/index.html"
    assert check_zim(tmp_path / "moved.zim") == []
    suggested = list(SuggestionSearcher(archive).suggest("Kazakhstan").getResults(0, 10))
    assert "country/kazakhstan/index.html" in suggested
    assert "country/kazakh-ssr/index.html" not in suggested


def test_the_same_edition_makes_the_same_entries(sample_site, plain, tmp_path):
    again = made(sample_site, tmp_path, search=False)
    one, two = (Archive(path) for path in (plain, again))
    digests = [
        {
            path: sha256(bytes(entry.get_item().content)).hexdigest()
            for path, entry in entries(archive).items()
        }
        for archive in (one, two)
    ]
    assert digests[0] == digests[1]


@pytest.fixture(scope="module")
def kiwix(whole):
    """The address at which kiwix-serve shows the ZIM."""
    program = shutil.which("kiwix-serve")
    assert program, "No kiwix-serve found: run ./inv test, which installs it or says how."
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [program, "--port", str(port), "-i", "127.0.0.1", str(whole)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as server:
        for _ in range(100):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.mark.browser
def test_kiwix_serves_pages_and_both_searches(kiwix, page):
    tab = Chromium(page)
    tab.goto(f"{kiwix}/archive/")
    page.locator(".newest .card a").first.click()
    page.wait_for_selector("article.story")
    with page.expect_navigation():
        page.locator(".tags a").first.click()
    assert page.locator("h1").inner_text() != ""
    tab.goto(f"{page.url.partition('/archive/')[0]}/archive/search/index.html?q=minister")
    tab.wait_for("document.querySelector('[data-state=done], [data-state=failed]')")
    own = page.locator(".hit").count()
    assert own > 0
    page.locator(".hit h3 a").first.click()
    page.wait_for_selector("article.story mark")
    tab.goto(f"{kiwix}/search?content=archive&pattern=minister")
    assert page.locator(".results li").count() > 0
    excerpt = page.locator(".results cite").first.inner_text()
    assert "minister" in excerpt.lower()
    assert "SHA-256" not in page.locator(".results").inner_text()
    page.locator(".results a").first.click()
    page.wait_for_selector("article.story")
    assert page.outside == []
