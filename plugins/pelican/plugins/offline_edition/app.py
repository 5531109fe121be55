"""The online site as an app: service worker, web manifest, icons, packs. Made when a site is built.

Settings: OFFLINE_APP switches it on (publishconf.py does); SITENAME, SITESUBTITLE, DEFAULT_LANG
name the app. It needs the page `offline` among DIRECT_TEMPLATES and the search index.
"""

from __future__ import annotations

import logging
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
from markupsafe import Markup
from newsdesk.disk import write_changed
from newsdesk.fixity import files_in
from pelican.plugins.press.here import RIGHT_TO_LEFT
from pelican.plugins.search_index.memory import index_path

from .carriage import read_index
from .icons import icon
from .packs import Pack, group_of, name_of, story_months, write_packs

log = logging.getLogger(__name__)

FOLDER = "offline"
WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
ICONS: dict[str, tuple[int, float, str]] = {
    "icon-192.png": (192, 0, "any"),
    "icon-512.png": (512, 0, "any"),
    "icon-maskable.png": (512, 0.15, "maskable"),
}
# Of use online only, or kept elsewhere: the app's own files and the theme's are the worker's shell.
UNPACKED = (
    "feed.xml", "*/feed.xml", "sitemap*.xml", "robots.txt", "404.html", WORKER, MANIFEST,
    f"{FOLDER}/*", "*/filter/*",
)  # fmt: skip
PROGRAM = ("manifest.json", "pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
PAGES = ("index.html", "search/index.html", f"{FOLDER}/index.html")


def make_app(pelican: Any) -> None:
    """Make the app of the site just written, search index included."""
    settings = pelican.settings
    started = time.monotonic()
    site = Path(settings["OUTPUT_PATH"])
    packs = build_app(site, Path(settings["CACHE_PATH"]) / "offline_app.json", settings)
    log.info(
        "offline app: %d packs, %.1f MB, %.1f s",
        len(packs), sum(pack.packed for pack in packs) / 1e6, time.monotonic() - started,
    )  # fmt: skip


def remove_app(site: Path) -> None:
    """Take away the app that an earlier build put into a site: it would go on serving old pages."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (site / MANIFEST).unlink(missing_ok=True)
    (site / WORKER).unlink()  # last: by it the next build knows that something is left


def build_app(site: Path, memory: Path, settings: Mapping[str, Any]) -> list[Pack]:
    """Write everything the app needs into a built site; return its packs."""
    index = index_path(settings)
    theme = settings["THEME_STATIC_DIR"]
    told = read_index(site / index)
    months = story_months(site, index, [shard["name"] for shard in told["shards"]])
    stories: Counter[str] = Counter()
    for shard in told["shards"]:
        stories[group_of(f"{index}/{shard['name']}/", index)] += shard["count"]
    into = {name: name_of(name, index, months) for name in _packable(site, theme)}
    packs = write_packs(site, f"{FOLDER}/packs", into, memory, index)
    plan = {
        "build": sha256("".join(pack.file for pack in packs).encode()).hexdigest()[:12],
        "stories": told["stories"],
        "groups": [{"name": name, "stories": count} for name, count in stories.items()],
        "packs": [pack.told() for pack in packs],
    }
    for name, (size, inset, _) in ICONS.items():
        if not (site / FOLDER / name).exists():
            write_changed(site / FOLDER / name, icon(size, inset))
    write_changed(site / FOLDER / "packs.json", orjson.dumps(plan))
    write_changed(site / MANIFEST, orjson.dumps(web_manifest(settings)))
    write_changed(site / WORKER, worker(site, index, theme).encode())
    return packs


def web_manifest(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the browser is told of the app when a reader installs it."""
    title = " ".join(Markup(settings["SITENAME"]).striptags().split())
    lang = settings["DEFAULT_LANG"]
    return {
        "id": "./",
        "name": title,
        "short_name": title,
        "description": Markup(settings.get("SITESUBTITLE") or title).striptags(),
        "lang": lang,
        "dir": "rtl" if lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fcfaf5",
        "theme_color": "#fcfaf5",
        "icons": [
            {
                "src": f"{FOLDER}/{name}",
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, (size, _, purpose) in ICONS.items()
        ],
    }


def worker(site: Path, index: str, theme: str) -> str:
    """Return the service worker, told which files are its shell and what is in them."""
    shell = [name for name in files_in(site / theme) if not name.endswith(".map")]
    files = [f"{theme}/{name}" for name in shell]
    files += [name for name in PAGES if (site / name).is_file()]
    files += [f"{index}/{name}" for name in PROGRAM] + [MANIFEST]
    marks = {name: sha256((site / name).read_bytes()).hexdigest()[:10] for name in files}
    facts = {"index": f"{index}/", "theme": f"{theme}/", "shell": marks}
    script = (Path(__file__).parent / "worker.js").read_text("utf-8")
    return re.sub(r"/\*FACTS\*/.*?/\*END\*/", lambda _: orjson.dumps(facts).decode(), script)


def _packable(site: Path, theme: str) -> Iterator[str]:
    for name in files_in(site):
        left = any(fnmatchcase(name, pattern) for pattern in UNPACKED)
        if not left and not name.startswith(f"{theme}/"):
            yield name
