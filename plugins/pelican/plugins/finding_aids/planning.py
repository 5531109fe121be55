"""Everything an archive is browsed by, planned in one go: imported when anything changed."""

from __future__ import annotations

from pelican.plugins.press.edition import Edition
from pelican.plugins.press.terms import KINDS, PLURALS, Kind

from .feeds import Feeds
from .front import plan_front
from .headings import MENTIONED, plan_headings
from .opensearch import plan_opensearch
from .periods import Chronology, plan_periods
from .redirects import plan_redirects
from .shelves import Shelves, is_about
from .sitemaps import plan_sitemaps
from .together import plan_together
from .world import plan_world, year_url


def plan(edition: Edition) -> None:
    """Plan all lists, feeds and sitemaps; for themes of other people no lists."""
    shelves, time = Shelves(edition), Chronology(edition)
    lists: list[str] = []
    if edition.streams:
        plan_front(edition, shelves, time)
        plan_periods(edition, time)
        plan_headings(edition, shelves, time)
        plan_redirects(edition, shelves)
        if edition.has_template("world"):
            plan_world(edition, shelves, time)
        if edition.has_template("together"):
            plan_together(edition, shelves)
        lists = list_addresses(edition, shelves, time)
    Feeds(edition).plan(shelves)
    plan_sitemaps(edition, lists)
    plan_opensearch(edition)


def list_addresses(edition: Edition, shelves: Shelves, time: Chronology) -> list[str]:
    """Return the address of every list's newest page, in a steady order."""
    settings = edition.settings
    periods = [time.url(iso) for isos in (time.years, time.months, time.days) for iso in isos]
    indexes = [str(settings[f"{PLURALS[kind].upper()}_URL"]) for kind in KINDS]
    terms = [
        url
        for kind in KINDS
        for code in sorted(shelves.counts[kind])
        for url in _term_addresses(shelves, kind, code)
    ]
    undated = [str(settings["UNDATED_URL"])] if time.undated else []
    maps: list[str] = []
    if edition.has_template("world"):
        maps += [settings["WORLD_URL"], *(year_url(edition, year) for year in time.years)]
    if edition.has_template("together"):
        maps.append(settings["TOGETHER_URL"])
    return ["", *indexes, *maps, *periods, *undated, *terms]


def _term_addresses(shelves: Shelves, kind: Kind, code: str) -> list[str]:
    url = shelves.term(kind, code).url
    records = shelves.shelves[kind][code]
    if kind == "source" or all(is_about(record, kind, code) for record in records):
        return [url]
    return [url, f"{url}{MENTIONED}"]
