"""A small archive to build: content files as filing writes them, and Pelican under press."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import pytest
from pelican.plugins.press import Press
from pelican.settings import get_settings_from_file, read_settings

ROOT = Path(__file__).resolve().parents[2]
PLAIN_THEME = Path(__file__).parent / "press" / "theme"
CONF = ROOT / "pelicanconf.py"


@dataclass
class Site:
    """An archive in a folder of its own: `file` stories, `build`, look at `pages`."""

    root: Path
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    def file(self, slug: str, day: str = "", **facts: str) -> Path:
        """File a story as filing does; `day` is "2025-01-12 14:05", "2025-01-12" or nothing."""
        title = facts.pop("title", slug.replace("-", " ").capitalize())
        body = facts.pop("body", f"<p>About {escape(title)}.</p>")
        known = {
            "date": day,
            "slug": slug,
            "lang": "en",
            "category": facts.get("source", "Kabul Ledger") or "Unknown source",
            "tags": "Chad;",
            "countries": "TD*;",
            "source": "Kabul Ledger",
            "summary": escape(f"First words of {title}."),
            "story": sha256(slug.encode()).hexdigest(),
            "dump": f"dump.zip!{slug}.txt",
            "cuts": json.dumps([["web.share", "Share & <like>"]]),
        } | facts
        metas = "\n".join(
            f'<meta name="{name}" content="{escape(value)}">'
            for name, value in known.items()
            if value
        )
        folder = day[:10].replace("-", "/") or "undated"
        path = self.content / "articles" / folder / f"{slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(title, quote=False)}</title>\n{metas}\n</head>\n"
            f"<body>\n{body}\n</body>\n</html>\n",
            encoding="utf-8",
        )
        return path

    def page(self, slug: str, text: str) -> Path:
        """Write a page by hand."""
        path = self.content / "pages" / f"{slug}.html"
        path.write_text(
            f"<html><head><title>{slug}</title></head><body><p>{text}</p></body></html>",
            encoding="utf-8",
        )
        return path

    def build(self, output: Path | None = None, cache: str = "cache", **settings: Any) -> Press:
        """Build the site in this process; errors of press are raised."""
        wanted = {
            "PATH": str(self.content),
            "OUTPUT_PATH": str(output or self.output),
            "CACHE_PATH": str(self.root / cache),
            "THEME": str(self.theme) if self.theme.exists() else str(PLAIN_THEME),
            "PLUGINS": ["press", "finding_aids"],
            "DIRECT_TEMPLATES": ["index"],
            "PRESS_WORKERS": 1,
            "STORIES_PER_PAGE": 3,
            "SITEURL": "https://archive.example.org",
        }
        facts = get_settings_from_file(str(CONF))
        pelican = Press(read_settings(override=facts | wanted | self.settings | settings))
        pelican.run()
        return pelican

    def pages(self, output: Path | None = None) -> dict[str, bytes]:
        """Return every file of the built site by its path."""
        root = output or self.output
        return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}

    def times(self) -> dict[str, int]:
        """Return when each file of the built site was last written."""
        root = self.output
        return {
            str(p.relative_to(root)): p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()
        }

    def text(self, path: str) -> str:
        """Return a page."""
        return (self.output / path).read_text(encoding="utf-8")


@pytest.fixture
def site(tmp_path):
    """An empty archive."""
    made = Site(tmp_path)
    for folder in ("articles", "pages"):
        (made.content / folder).mkdir(parents=True)
    return made
