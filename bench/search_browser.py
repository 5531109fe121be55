"""A counting web server and a Chromium for the search bench."""

from __future__ import annotations

import functools
import gzip
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import sync_playwright

THEME = Path(__file__).parent.parent / "theme"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PACKED = (".js", ".css", ".html", ".json", ".txt", ".svg")  # what static hosts compress


class Wire:
    """The address of a served folder, and when how many bytes of bodies were sent."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[tuple[float, int]] = []

    def bytes_until(self, milliseconds: float) -> int:
        """Return what was sent until a moment, in milliseconds since 1970 as browsers count."""
        return sum(size for moment, size in self.sent if moment * 1000 <= milliseconds)


@functools.cache
def sent(path: Path) -> bytes:
    """Return a file as it goes over the wire; hosts keep the packed form too."""
    body = path.read_bytes()
    return gzip.compress(body, 6) if path.suffix in PACKED else body


@contextmanager
def serve(root: Path) -> Iterator[Wire]:
    """Serve a folder on localhost, text compressed as static hosts do, bytes counted."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            body = sent(path)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Cache-Control", "max-age=600")
            if path.suffix in PACKED:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            wire.sent.append((time.time(), len(body)))
            with suppress(BrokenPipeError, ConnectionResetError):  # the browser was closed
                self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    wire = Wire(f"http://127.0.0.1:{server.server_port}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield wire
    finally:
        server.shutdown()


@contextmanager
def browser() -> Iterator[Any]:
    """Start a Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def open_page(context: Any, address: str, wait: bool = True) -> Any:
    """Open an address in a new page; with `wait`, until the search page has settled."""
    page = context.new_page()
    page.goto(address, wait_until="load" if wait else "commit")
    if wait:
        page.wait_for_selector("[data-state=done], [data-state=failed]", timeout=30000)
    return page


class Nothing(dict):  # type: ignore[type-arg]
    """Stands for what press knows of a page: everything is empty."""

    def __getattr__(self, name: str) -> str:
        """Return nothing, for any name."""
        return self.get(name, "")


def write_page(site: Path) -> None:
    """Write the theme's search page over an index, without a Pelican build."""
    environment = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
    )
    environment.install_null_translations()  # type: ignore[attr-defined]
    here = Nothing(kind="search", url="search/", title="Search", lang="en", dir="ltr", feeds=[])
    page = environment.get_template("search.html").render(
        SITEURL="..", THEME_STATIC_DIR="theme", SITENAME="Bench", here=here, navigation=[], pages=[]
    )
    (site / "bench-search").mkdir(parents=True, exist_ok=True)
    (site / "bench-search/index.html").write_text(page, encoding="utf-8")
    shutil.rmtree(site / "theme", ignore_errors=True)
    shutil.copytree(THEME / "static", site / "theme")
