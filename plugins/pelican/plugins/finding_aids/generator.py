"""FindingAids: the generator that plans every list, feed and sitemap of an archive."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.terms import KINDS, PLURALS
from pelican.plugins.press.writer import PressWriter

from .feeds import Feeds
from .front import plan_front
from .head import Metadata
from .headings import Shelves, plan_headings
from .periods import Chronology, plan_periods
from .redirects import plan_redirects
from .settings import menu
from .sitemaps import plan_sitemaps


class FindingAids(Generator):
    """Plans what an archive is browsed by; press makes it."""

    def generate_context(self) -> None:
        """Give all templates the main menu, and pages their metadata."""
        self.edition: Edition = self.context["edition"]
        self.edition.metadata = Metadata(self.settings)
        self.context["navigation"] = menu(self.settings)

    def generate_output(self, writer: PressWriter) -> None:
        """Plan all lists, feeds and sitemaps; for themes of other people no lists."""
        edition = self.edition
        if edition.unchanged:
            return
        shelves, time = Shelves(edition), Chronology(edition)
        lists: list[str] = []
        if edition.streams:
            plan_front(edition, shelves, time)
            plan_periods(edition, time)
            plan_headings(edition, shelves, time)
            plan_redirects(edition, shelves)
            lists = list_addresses(self.settings, shelves, time)
        Feeds(edition).plan(shelves)
        plan_sitemaps(edition, lists)


def list_addresses(settings: dict[str, Any], shelves: Shelves, time: Chronology) -> list[str]:
    """Return the address of every list's newest page, in a steady order."""
    periods = [time.url(iso) for isos in (time.years, time.months, time.days) for iso in isos]
    indexes = [str(settings[f"{PLURALS[kind].upper()}_URL"]) for kind in KINDS]
    terms = [
        shelves.term(kind, code).url for kind in KINDS for code in sorted(shelves.counts[kind])
    ]
    undated = [str(settings["UNDATED_URL"])] if time.undated else []
    return ["", *indexes, *periods, *undated, *terms]
