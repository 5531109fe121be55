"""sitemap.xml and robots.txt, for a site that has an address."""

from __future__ import annotations

from collections.abc import Sequence

from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

Address = tuple[str, str]  # url, day of the story or nothing


def plan_sitemaps(edition: Edition, lists: Sequence[str]) -> None:
    """Plan the sitemap: parts with stories, oldest first so that full parts never change; lists.

    Without SITEURL there is no address to give, and only robots.txt is made.
    """
    site = str(edition.settings["SITEURL"])
    if not site:
        edition.file("robots.txt", b"", lambda: "User-agent: *\nAllow: /\n")
        return
    stories = [(record.url, record.day) for record in edition.catalogue]
    most = edition.settings["SITEMAP_SIZE"]
    parts = {
        f"sitemap-stories-{at // most + 1}.xml": stories[at : at + most]
        for at in range(0, len(stories), most)
    }
    pages = [(url, "") for url in lists]
    parts |= {
        f"sitemap-lists-{at // most + 1}.xml": pages[at : at + most]
        for at in range(0, len(pages), most)
    }
    for path, addresses in parts.items():
        _plan_part(edition, site, path, addresses)
    names = list(parts)
    edition.file("sitemap.xml", repr(names).encode(), lambda: _index(site, names))
    robots = f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\n"
    edition.file("robots.txt", robots.encode(), lambda: robots)


def _plan_part(edition: Edition, site: str, path: str, addresses: Sequence[Address]) -> None:
    edition.file(path, digest(repr(addresses).encode()), lambda: _part(site, addresses))


def _part(site: str, addresses: Sequence[Address]) -> str:
    rows = (
        f"<url><loc>{site}/{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in addresses
    )
    return f"{HEAD}<urlset {NAMESPACE}>\n{''.join(rows)}</urlset>\n"


def _index(site: str, names: Sequence[str]) -> str:
    rows = (f"<sitemap><loc>{site}/{name}</loc></sitemap>\n" for name in names)
    return f"{HEAD}<sitemapindex {NAMESPACE}>\n{''.join(rows)}</sitemapindex>\n"
