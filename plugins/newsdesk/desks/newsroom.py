"""Both desks at work on one story."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsdesk.authority import load
from newsdesk.desks.countries import load_country_desk
from newsdesk.desks.findings import Desk
from newsdesk.desks.matching import Matcher
from newsdesk.desks.organisations import load_organization_desk
from newsdesk.desks.settings import DeskSettings
from newsdesk.desks.story import read_story
from newsdesk.records import Article, TaggedArticle


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks with their names in one matcher."""

    matcher: Matcher
    desks: tuple[Desk, ...]

    def tag(self, article: Article) -> TaggedArticle:
        """Return the article with the tags of every desk; primary ones first within a desk."""
        story = read_story(article)
        matches = self.matcher.find(story.text)
        findings = [desk.read(story, matches) for desk in self.desks]
        return TaggedArticle(
            article,
            tuple(tag for found in findings for tag in found.tags),
            tuple(name for found in findings for name in found.unverified),
        )


NO_SETTINGS = DeskSettings()


def load_desks(extra: Path | None = None, settings: DeskSettings = NO_SETTINGS) -> Desks:
    """Return the desks, ready to tag; `extra` is the user's `authority/` folder."""
    authority = load(extra)
    desks = (
        load_country_desk(authority, extra, settings),
        load_organization_desk(authority, extra, settings),
    )
    return Desks(Matcher(name for desk in desks for name in desk.names), desks)
