"""FindingAids: the generator that plans every list, feed and sitemap of an archive."""

from __future__ import annotations

from pelican.generators import Generator
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.writer import PressWriter

from .head import Metadata
from .settings import menu


class FindingAids(Generator):
    """Plans what an archive is browsed by; press makes it."""

    def generate_context(self) -> None:
        """Give all templates the main menu, and pages their metadata."""
        self.edition: Edition = self.context["edition"]
        self.edition.metadata = Metadata(self.settings)
        self.context["navigation"] = menu(self.settings, self.edition.has_template("world"))

    def generate_output(self, writer: PressWriter) -> None:
        """Plan all of it, if anything changed."""
        if not self.edition.unchanged:
            from .planning import plan

            plan(self.edition)
