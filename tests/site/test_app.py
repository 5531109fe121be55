"""The site as an app in a real Chromium: kept, the server killed, searched, renewed."""

import re
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import orjson
import pytest
from conftest import ROOT, build_site
from newsdesk.fixity import files_in
from pelican.plugins.offline_edition.app import MANIFEST, WORKER, remove_app
from pelican.plugins.offline_edition.packs import read_pack

from bench.tabs import Chromium

CONF = """
import sys
sys.path.insert(0, {root!r})
from publishconf import *
from pelican.plugins.search_index import shards
shards.MANY = 20  # a year of more has an index for each month, and is one group all the same
SITEURL = ""
THEME = {root!r} + "/theme"
"""
DONE = "document.querySelector('[data-state=done], [data-state=failed]')"
STATUS = "document.querySelector('[data-part=status]').innerText"
REACHED = "ERR_CONNECTION_REFUSED"
NEW = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Quokka census begins at dawn</title>
<meta name="date" content="2025-03-21">
<meta name="slug" content="quokka-census-abc123">
<meta name="lang" content="en">
<meta name="source" content="Island Post">
<meta name="category" content="Island Post">
<meta name="story" content="{story}">
<meta name="dump" content="quokka.txt">
</head>
<body>
<p>Counting quokkas is done by lantern.</p>
</body>
</html>
"""


class Server:
    """A server that can be killed and come back at the same address."""

    def __init__(self, folder):
        self.folder, self.port, self.asked, self.server = folder, 0, [], None

    def start(self):
        asked = self.asked

        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, *_):
                asked.append(self.path)

            def end_headers(self):
                self.send_header("Cache-Control", "no-cache")
                super().end_headers()

        ThreadingHTTPServer.allow_reuse_address = True
        handler = partial(Handler, directory=str(self.folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.port}/"

    def kill(self):
        self.server.shutdown()
        self.server.server_close()


def build(content, output, folder):
    conf = folder / "conf.py"
    conf.write_text(CONF.format(root=str(ROOT)), "utf-8")
    done = build_site(content, output, settings=conf)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def app(sample_archive, tmp_path_factory):
    """The sample archive built as an app: (folder of its own content, its output)."""
    folder = tmp_path_factory.mktemp("app")
    content = shutil.copytree(sample_archive[0].content, folder / "content")
    build(content, folder / "output", folder)
    return folder


@pytest.fixture
def server(app, tmp_path):
    """A server of a copy of the app, so that each test may build on."""
    site = shutil.copytree(app / "output", tmp_path / "output")
    server = Server(site)
    server.start()
    yield server
    if server.server:
        server.kill()


def plan_of(site):
    return orjson.loads((site / "offline" / "packs.json").read_bytes())


def test_the_packs_hold_every_page_and_the_index_and_nothing_twice(app):
    site = app / "output"
    held = {}
    for pack in plan_of(site)["packs"]:
        data = (site / pack["file"]).read_bytes()
        assert len(data) == pack["packed"]
        for path, inside in read_pack(data).items():
            assert path not in held
            held[path] = inside
    pages = {str(path.relative_to(site)) for path in site.rglob("*.html")}
    assert pages - set(held) == {"404.html", "offline/index.html"}
    assert all(held[path] == (site / path).read_bytes() for path in pages & set(held))
    index = {str(p.relative_to(site)) for p in (site / "pagefind").rglob("*") if p.is_file()}
    assert {path for path in index - set(held) if "/filter/" not in path} == set()


def test_only_what_changed_is_packed_again(app, tmp_path):
    work = shutil.copytree(app, tmp_path / "work")
    shutil.copytree(app / "output-cache", tmp_path / "work" / "output-cache", dirs_exist_ok=True)
    before = {path.name: path.stat().st_mtime_ns for path in packs(work)}
    build(work / "content", work / "output", work)
    first = {path.name: path.stat().st_mtime_ns for path in packs(work)}
    add_story(work / "content")
    build(work / "content", work / "output", work)
    after = {path.name: path.stat().st_mtime_ns for path in packs(work)}
    assert set(before) == set(first)
    same = {name for name in after if first.get(name) == after[name]}
    changed = {name.partition(".")[0] for name in set(after) - same}
    assert {"2025-03", "2025-search", "core"} <= changed
    assert not {name for name in changed if name.startswith(("2024", "undated"))}


def packs(work):
    return (work / "output" / "offline" / "packs").iterdir()


def add_story(content):
    path = content / "articles" / "2025" / "03" / "21" / "quokka-census-abc123.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NEW.format(story="ab" * 32), "utf-8")


def test_it_can_be_installed(app):
    site = app / "output"
    told = orjson.loads((site / "manifest.webmanifest").read_bytes())
    assert (told["name"], told["start_url"], told["display"]) == ("Backfile", "./", "standalone")
    for one in told["icons"]:
        data = (site / one["src"]).read_bytes()
        width = int.from_bytes(data[16:20], "big")
        assert (data[:4], f"{width}x{width}") == (b"\x89PNG", one["sizes"])
    assert '<link rel="manifest" href="/manifest.webmanifest">' in (site / "index.html").read_text()
    script = (site / "sw.js").read_text("utf-8")
    own = re.sub(r"const FACTS = .*", "", script)
    assert len(own.encode()) < 10_000  # its own budget


def test_a_site_built_without_it_has_none_of_it(sample_site):
    assert not (sample_site / "sw.js").exists()
    assert "manifest.webmanifest" not in (sample_site / "index.html").read_text("utf-8")


def test_a_build_without_it_takes_it_away(app, tmp_path):
    site = shutil.copytree(app / "output", tmp_path / "site")
    before = set(files_in(site))
    remove_app(site)
    gone = before - set(files_in(site))
    assert {WORKER, MANIFEST, "offline/packs.json"} <= gone
    assert all(name.startswith("offline/") for name in gone - {WORKER, MANIFEST})


def visit(tab, address):
    """Open a page and wait until the service worker answers for it."""
    tab.goto(address)
    tab.wait_for("navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller)")


def keep(tab, address, *groups):
    """Keep groups on the offline page and wait until that is done."""
    visit(tab, f"{address}offline/")
    tab.wait_for("document.querySelector('[data-state=ready]')")
    for group in groups or ("all",):
        box = "[name=all]" if group == "all" else f"[value='{group}']"
        if not tab.page.locator(box).is_checked():
            tab.page.locator(box).check()
    tab.wait_for("!document.querySelector('[data-part=keep]').disabled")
    tab.page.locator("[data-part=keep]").click()
    tab.wait_for(f"({STATUS}).includes('Kept on this device') && "
                 "document.querySelector('[data-state=ready]')")  # fmt: skip


def search(tab, address, words):
    tab.goto(f"{address}search/?q={quote(words)}")
    tab.wait_for(DONE)
    return tab.evaluate(STATUS)


def broken(tab):
    """What the pages complained of, but for the dead server itself."""
    return [
        text for text in tab.complaints if REACHED not in text and "Failed to fetch" not in text
    ]


@pytest.mark.browser
def test_what_was_visited_and_the_shell_are_there_without_a_server(server, page):
    tab = Chromium(page)
    address = f"http://127.0.0.1:{server.port}/"
    visit(tab, address)
    story = page.locator(".newest .card a").first.get_attribute("href").lstrip("/")
    tab.goto(address + story)
    title = page.locator("h1").inner_text()
    unseen = page.locator(".tags a").first.get_attribute("href").lstrip("/")
    server.kill()
    tab.goto(address + story)
    assert page.locator("h1").inner_text() == title
    tab.goto(address)
    assert page.locator(".nameplate").inner_text() == "Backfile"
    tab.goto(address + unseen)
    assert page.locator("[data-part=missing]").inner_text().startswith("The page you asked for")
    assert "could not be run" in search(tab, address, "minister")
    assert [text for text in tab.complaints if "Content Security Policy" in text] == []
    server.server = None


@pytest.mark.browser
def test_everything_kept_is_read_and_searched_without_a_server(server, page):
    tab = Chromium(page)
    address = f"http://127.0.0.1:{server.port}/"
    wanted = (
        "minister",
        "президент",
        "econom*",
        '"foreign minister"',
        "country:tj",
        "title:summit",
    )
    online = {words: search(tab, address, words) for words in wanted}
    keep(tab, address)
    sizes = page.locator("[data-part=groups] li").all_inner_texts()
    assert all("MB" in row for row in sizes)
    server.kill()
    tab.complaints.clear()
    assert online == {words: search(tab, address, words) for words in wanted}
    search(tab, address, "minister")
    page.locator(".hit h3 a").first.click()
    page.wait_for_selector("article.story")
    unseen = next(path for path in sorted((server.folder / "2024").rglob("*-*.html"), reverse=True))
    tab.goto(address + str(unseen.relative_to(server.folder)))
    page.wait_for_selector("article.story")
    tab.goto(address + "country/tajikistan/")
    assert page.locator("h1").inner_text() == "Tajikistan"
    assert broken(tab) == []
    server.server = None


@pytest.mark.browser
def test_one_year_kept_says_which_years_were_not_searched(server, page):
    tab = Chromium(page)
    address = f"http://127.0.0.1:{server.port}/"
    keep(tab, address, "2025")
    server.kill()
    told = search(tab, address, "minister")
    assert re.match(r"\d+ stories? Not searched, because they cannot be reached: .*2024", told)
    assert "2025" not in told
    assert "Not searched" not in search(tab, address, "minister on:2025-03")
    server.server = None


@pytest.mark.browser
def test_a_lost_chunk_is_said_instead_of_finding_nothing(server, page):
    tab = Chromium(page)
    address = f"http://127.0.0.1:{server.port}/"
    assert "Not searched" not in search(tab, address, "minister")
    visit(tab, f"{address}search/")
    for folder in (server.folder / "pagefind").glob("2025-*/index"):
        shutil.rmtree(folder)
    page.evaluate("caches.delete('backfile-visited ' + location.origin + '/')")
    told = search(tab, address, "minister")
    assert "Not searched, because they cannot be reached: 2025-" in told
    assert "could not be run" in search(tab, address, "minister on:2025-03")


@pytest.mark.browser
def test_fetching_is_paused_resumed_and_all_is_removed(server, page):
    tab = Chromium(page)
    address = f"http://127.0.0.1:{server.port}/"
    visit(tab, f"{address}offline/")
    # A pack held back half-way.
    page.context.route("**/2025-search.*", lambda route: None)
    page.locator("[name=all]").check()
    tab.wait_for("!document.querySelector('[data-part=keep]').disabled")
    page.locator("[data-part=keep]").click()
    tab.wait_for("document.querySelector('[data-part=progress]').value > 0")
    page.locator("[data-part=pause]").click()
    tab.wait_for(f"({STATUS}).startsWith('Paused')")
    there = tab.evaluate(KEPT_PACKS)
    assert 0 < there < len(plan_of(server.folder)["packs"])
    page.context.unroute("**/2025-search.*")
    tab.goto(f"{address}offline/")
    tab.wait_for("document.querySelector('[data-part=keep]').innerText === 'Resume'")
    server.asked.clear()
    page.locator("[data-part=keep]").click()
    tab.wait_for(f"({STATUS}).includes('Kept on this device') && "
                 "document.querySelector('[data-state=ready]')")  # fmt: skip
    fetched = [path for path in server.asked if path.endswith(".pack")]
    assert len(fetched) == len(plan_of(server.folder)["packs"]) - there
    page.locator("[data-part=remove]").click()
    tab.wait_for(f"({STATUS}).startsWith('Nothing is kept')")
    assert tab.evaluate(KEPT_PACKS) == 0


KEPT_PACKS = """(async () => {
    const cache = await caches.open("backfile-kept " + location.origin + "/");
    return (await cache.keys()).filter((one) => one.url.endsWith(".pack")).length;
})()"""


@pytest.mark.browser
def test_a_newer_build_is_fetched_in_part_and_is_one_build(app, tmp_path, page):
    work = shutil.copytree(app, tmp_path / "work")
    server = Server(work / "output")
    address = server.start()
    tab = Chromium(page)
    keep(tab, address)
    before = {pack["file"] for pack in plan_of(work / "output")["packs"]}
    server.kill()
    add_story(work / "content")
    build(work / "content", work / "output", work)
    assert "Nothing found" in search(tab, address, "quokka")
    server.start()
    assert "1 story" in search(tab, address, "quokka")  # while there is a network: the newest
    server.kill()
    assert "Nothing found" in search(tab, address, "lantern quokkas")  # without: what was kept
    server.start()
    visit(tab, f"{address}offline/")
    tab.wait_for(f"({STATUS}).includes('The archive has changed since')")
    server.asked.clear()
    keep(tab, address)
    fetched = {path.lstrip("/") for path in server.asked if path.endswith(".pack")}
    assert fetched == {pack["file"] for pack in plan_of(work / "output")["packs"]} - before
    server.kill()
    assert "1 story" in search(tab, address, "lantern quokkas")
    page.locator(".hit h3 a").first.click()
    page.wait_for_selector("article.story mark")
    assert broken(tab) == []
