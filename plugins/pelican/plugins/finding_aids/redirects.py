"""Old addresses of renamed and merged headings lead to where the heading is now.

A static site can't answer "moved": the page says it with `<meta http-equiv="refresh">` and a
canonical link, and needs no script.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import relpath

from markupsafe import escape
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.terms import KINDS, Term

from .shelves import Shelves


def plan_redirects(edition: Edition, shelves: Shelves) -> None:
    """Plan a page at every old address whose heading has stories."""
    lang, site = edition.settings["DEFAULT_LANG"], str(edition.settings["SITEURL"])
    for url, term in moved(edition, shelves):
        page = redirect(url, term, lang, site)
        edition.file(f"{url}index.html", digest(page.encode()), lambda page=page: page)  # type: ignore[misc]


def moved(edition: Edition, shelves: Shelves) -> Iterator[tuple[str, Term]]:
    """Yield (old address, term) where the term has stories and nothing else took the address."""
    taken = {shelves.term(kind, code).url for kind in KINDS for code in shelves.shelves[kind]}
    for kind, url, code in edition.terms.moved():
        if code in shelves.shelves[kind] and url not in taken:
            taken.add(url)
            yield url, shelves.term(kind, code)


def redirect(url: str, term: Term, lang: str, site: str) -> str:
    """Return the page at an old address `url`: it leads to the term, with or without a refresh."""
    way = f"{relpath(term.url, url)}/"
    canonical = f'<link rel="canonical" href="{escape(site)}/{escape(term.url)}">\n' if site else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{term.heading}</title>\n"
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(way)}">\n{canonical}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n</head>\n<body>\n'
        f'<p><a href="{escape(way)}">{term.heading}</a></p>\n</body>\n</html>\n'
    )
