"""sitemap.xml, the news sitemap and robots.txt, for a site that has an address."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.record import Record

from .data import shown

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

NEWS = "sitemap-news.xml"
NEWS_NAMESPACE = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
# What the standard of news sitemaps allows.
NEWS_DAYS, NEWS_STORIES = 2, 1000

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
    _plan_news(edition, site)
    names = list(parts)
    edition.file("sitemap.xml", repr(names).encode(), lambda: _index(site, names))
    robots = f"User-agent: *\nAllow: /\nSitemap: {site}/sitemap.xml\nSitemap: {site}/{NEWS}\n"
    edition.file("robots.txt", robots.encode(), lambda: robots)


def _plan_news(edition: Edition, site: str) -> None:
    """Plan the news sitemap: the newest two days that hold stories, whatever day it is today."""
    dated = [record for record in edition.catalogue[-NEWS_STORIES:] if record.iso]
    days = sorted({record.day for record in dated})[-NEWS_DAYS:]
    news = [record for record in dated if record.day in days]
    name = escape(Markup(edition.settings["SITENAME"]).striptags())
    edition.file(NEWS, shown(news), lambda: _news(site, name, news))


def _news(site: str, name: str, records: Sequence[Record]) -> str:
    rows = (
        f"<url><loc>{site}/{record.url}</loc><news:news><news:publication>"
        f"<news:name>{name}</news:name><news:language>{record.lang}</news:language>"
        f"</news:publication><news:publication_date>{_moment(record.iso)}</news:publication_date>"
        f"<news:title>{escape(Markup(record.title).unescape())}</news:title></news:news></url>\n"
        for record in records
    )
    return f"{HEAD}<urlset {NAMESPACE} {NEWS_NAMESPACE}>\n{''.join(rows)}</urlset>\n"


def _moment(iso: str) -> str:
    """Return a W3C date; wires seldom say which zone they mean, so a time is given as UTC."""
    return f"{iso}Z" if "T" in iso else iso


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
