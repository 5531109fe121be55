"""The OpenSearch description: browsers offer the archive's search in their address bar."""

from __future__ import annotations

from markupsafe import Markup, escape
from pelican.plugins.press.edition import Edition

PATH = "opensearch.xml"
TYPE = "application/opensearchdescription+xml"


def plan_opensearch(edition: Edition) -> None:
    """Plan the description, for a site with an address and a search page.

    The standard asks for whole addresses, so without SITEURL there is none.
    """
    if has_opensearch(edition.settings):
        text = _description(edition.settings)
        edition.file(PATH, text.encode(), lambda: text)


def has_opensearch(settings: dict[str, object]) -> bool:
    """Tell whether the site has a description to announce."""
    return bool(settings["SITEURL"]) and "search" in settings["DIRECT_TEMPLATES"]  # type: ignore[operator]


def _description(settings: dict[str, object]) -> str:
    name = Markup(settings["SITENAME"]).striptags()
    motto = Markup(settings["SITESUBTITLE"] or name).striptags()
    site = escape(settings["SITEURL"])
    target = f"{site}/{settings['SEARCH_URL']}?q={{searchTerms}}"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        # The standard allows 16 letters, and 1024 for the description.
        f"<ShortName>{escape(name[:16])}</ShortName><LongName>{escape(name[:48])}</LongName>\n"
        f"<Description>{escape(motto[:1024])}</Description>\n"
        f"<Language>{settings['DEFAULT_LANG']}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>\n"
        f'<Url type="text/html" method="get" template="{target}"/>\n'
        f'<Url type="{TYPE}" rel="self" template="{site}/{PATH}"/>\n'
        "</OpenSearchDescription>\n"
    )
