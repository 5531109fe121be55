"""The verbs that serve a site on this machine, the demo's among them."""

import logging
from contextlib import suppress
from pathlib import Path

from invoke import Exit, task

from verbs.running import ROOT, next_step, on_dumps, output, pelican

DEMO = ROOT / ".demo"
PORT = 8000
LOOK = 300  # milliseconds


@task(help={"port": "where to listen", "open": "open the site in a browser"})
def serve(c, port=PORT, open=False):
    """Serve output/ on this machine."""
    _serve(output(), port, open)


@task(help={"port": "where to listen"})
def reserve(c, port=PORT):
    """Build, then serve."""
    pelican()
    _serve(output(), port, False)


@task(help={"port": "where to listen"})
def livereload(c, port=PORT):
    """Build and serve; rebuild and reload the browser when a story or a template is saved."""
    from livereload import Server
    from livereload.handlers import LiveReloadHandler
    from livereload.watcher import Watcher
    from tornado.ioloop import PeriodicCallback

    class Quick(Watcher):
        """Looks at the files more often than every 800 ms, which alone is most of a second."""

        def start(self, callback):
            PeriodicCallback(callback, LOOK).start()
            return True

    pelican()
    for name in ("livereload", "tornado"):  # it prints by itself; Pelican's handler would again
        logging.getLogger(name).propagate = False
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0  # else a second save within 3 s is never shown
    server = Server(watcher=Quick())
    for watched in ("content", "theme", "pelicanconf.py"):
        server.watch(str(ROOT / watched), build_again)
    server.serve(host="localhost", port=port, root=str(output()))


def build_again() -> None:
    """Build; what is broken was told and the last good site stays, to be served on."""
    try:
        with suppress(SystemExit):
            pelican()
    except Exit:  # Ctrl-C, meant for the server as well
        raise KeyboardInterrupt from None


def _serve(folder: Path, port: int, browser: bool) -> None:
    from socketserver import ThreadingMixIn

    from pelican.server import ComplexHTTPRequestHandler, RootedHTTPServer

    # A browser opens connections ahead of use; a server of one thread waits on them for ever.
    class Server(ThreadingMixIn, RootedHTTPServer):
        allow_reuse_address = True
        daemon_threads = True

    class Handler(ComplexHTTPRequestHandler):
        def get_path_that_exists(self, original_path):
            found = super().get_path_that_exists(original_path)
            if found is None:  # answer as a host does, with the site's own page
                page = folder / "404.html"
                self.send_response(404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page.read_bytes() if page.is_file() else b"Not found")
            return found

    if not (folder / "index.html").exists():
        raise Exit(f"There is no site in {folder} yet. Build it first: ./inv build", code=2)
    try:
        server = Server(str(folder), ("localhost", port), Handler)
    except OverflowError:
        raise Exit(f"{port} is no port: they go from 1 to 65535.", code=2) from None
    except OSError:
        raise Exit(f"Port {port} is in use. Try another: --port {port + 1}", code=2) from None
    url = f"http://localhost:{server.server_address[1]}/"
    print(f"Serving {folder} at {url} (Ctrl-C ends it)", flush=True)
    if browser:
        import webbrowser

        webbrowser.open(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


@task(help={"serve": "serve the demo when it is built", "port": "where to listen"})
def demo(c, serve=True, port=PORT):
    """Show it all on the sample dumps: ingest, build, index, serve. Works in .demo/ only."""
    from newsdesk import pipeline

    on_dumps(pipeline.ingest, [ROOT / "samples" / "dump"], root=DEMO)
    cache = f'CACHE_PATH="{DEMO / ".cache"}"'
    pelican(str(DEMO / "content"), "--output", str(DEMO / "output"), "--extra-settings", cache)
    if serve:
        _serve(DEMO / "output", port, False)
    else:
        next_step("./inv demo, or open the archive of your own: ./inv ingest ~/dumps")
