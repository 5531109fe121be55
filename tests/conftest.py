"""What tests of several rooms share: the sample archive, its site, a server and a browser."""

import os
import shutil
import subprocess
import sys
import threading
import zlib
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from loading import once
from newsdesk import copydesk, desks

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = (
    os.environ.get("CHROMIUM"),
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
copydesk.load_rulebook = once(copydesk.load_rulebook)
desks.load_desks = once(desks.load_desks)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


# The files that take longest, the longest first.
SLOWEST = (
    "test_theme_browser test_search_page test_inv test_offline test_hostile_text test_killed"
    " test_app test_incremental test_sample_site test_full_disk test_reading_room test_cluster"
    " test_zim test_crash test_withdrawn test_reproducible test_fuzz test_every_byte"
).split()


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest, so that the processes end together."""
    turns = {f"{name}.py": turn for turn, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: turns.get(item.path.name, len(turns)))


def build_site(content, output, *words, settings=ROOT / "pelicanconf.py", env=None):
    """Build a site as a user would, with Pelican's own command."""
    cache = f"CACHE_PATH={str(output.with_name(output.name + '-cache'))!r}".replace("'", '"')
    command = [sys.executable, "-m", "pelican", str(content), "--output", str(output)]
    command += ["--settings", str(settings), "--fatal", "errors", "--extra-settings", cache]
    return subprocess.run(
        [*command, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=env,
    )


def inflated(data):
    """Every zlib or gzip stream in some bytes, wherever it begins."""
    for mark, bits in ((b"\x1f\x8b", 31), (b"\x78", 15)):
        at = data.find(mark)
        while at >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj(bits).decompress(data[at:])
            at = data.find(mark, at + 1)


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory):
    """The archive made from samples/, and the summary of the run that made it."""
    from newsdesk import pipeline
    from newsdesk.archive import Archive

    archive = Archive.open(tmp_path_factory.mktemp("archive"))
    summary = pipeline.ingest([ROOT / "samples" / "dump"], archive)
    return archive, summary


@pytest.fixture(scope="session")
def sample_site(sample_archive, tmp_path_factory):
    """The folder of the site built from the sample archive."""
    archive, _ = sample_archive
    output = tmp_path_factory.mktemp("site") / "output"
    done = build_site(archive.content, output)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def serve():
    """Serve a folder on this machine; returns its address."""
    servers = []

    def start(folder):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def site_url(sample_site, serve):
    """The address of the sample site."""
    return serve(sample_site)


@pytest.fixture(scope="session")
def chromium():
    """A real Chromium, driven by playwright. There is no skipping: without one the tests fail."""
    from playwright.sync_api import sync_playwright

    found = next((shutil.which(name) for name in CHROMIUM if name and shutil.which(name)), None)
    assert found, "No Chromium found: run ./inv test, which installs it or says how."
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def fox():
    """A tab of a real Firefox; without one the tests fail."""
    from bench.tabs import firefox

    with firefox() as tab:
        yield tab


@pytest.fixture(params=["chromium", "firefox"])
def tab(request):
    """A tab of Chromium, then one of Firefox."""
    from bench.tabs import Chromium

    if request.param == "chromium":
        return Chromium(request.getfixturevalue("page"))
    fox = request.getfixturevalue("fox")
    fox.goto("about:blank")
    fox.complaints.clear()
    fox.outside.clear()
    return fox


@pytest.fixture
def page(chromium, request):
    """A fresh page that notes console errors and every request to another host."""
    options = getattr(request, "param", {})
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    page.complaints = []
    page.outside = []
    page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
    page.on("pageerror", lambda e: page.complaints.append(str(e)))
    local = ("http://127.0.0.1", "http://localhost", "data:", "blob:", "file:")
    page.on("request", lambda r: r.url.startswith(local) or page.outside.append(r.url))
    yield page
    context.close()
