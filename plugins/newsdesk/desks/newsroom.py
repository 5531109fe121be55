"""Both desks at work on one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.authority import Authority, Country, Organization, load
from newsdesk.desks.countries import load_country_desk
from newsdesk.desks.entities import Entities, load_entities, unknown_bodies, without_people
from newsdesk.desks.findings import Desk
from newsdesk.desks.matching import Matcher, Name
from newsdesk.desks.organisations import load_organization_desk
from newsdesk.desks.settings import DeskSettings
from newsdesk.desks.story import read_story
from newsdesk.records import Article, Tag, TaggedArticle


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks with their names in one matcher."""

    matcher: Matcher
    desks: tuple[Desk, ...]
    authority: Authority
    entities: Entities | None = None

    def tag(self, article: Article) -> TaggedArticle:
        """Return the article with the tags of every desk; primary ones first within a desk."""
        story = read_story(article)
        matches = self.matcher.find(story.text)
        seen = self.entities(story.text) if self.entities else ()
        if seen:
            matches = without_people(matches, seen)
        findings = [desk.read(story, matches) for desk in self.desks]
        unverified = [name for found in findings for name in found.unverified]
        if seen:
            unverified += unknown_bodies(story.text, seen, matches)
        tags = tuple([tag for found in findings for tag in found.tags])
        return TaggedArticle(
            article, redirected(tags, self.authority), tuple(dict.fromkeys(unverified))
        )


NO_SETTINGS = DeskSettings()


def load_desks(extra: Path | None = None, settings: DeskSettings = NO_SETTINGS) -> Desks:
    """Return the desks, ready to tag; `extra` is the user's `authority/` folder.

    Raises BadSetting for a wrong row of the user's tables, or a model that is not installed.
    """
    authority = load(extra)
    desks = (
        load_country_desk(authority, extra, settings),
        load_organization_desk(authority, extra, settings),
    )
    names = (name for desk in desks for name in desk.names)
    entities = load_entities(settings.ner) if settings.ner else None
    return Desks(Matcher(allowed(names, authority)), desks, authority, entities)


def allowed(names: Iterable[Name], authority: Authority) -> Iterator[Name]:
    """Yield the names the owner of the archive has not forbidden."""
    forbidden = {
        "country": authority.country_rules.forbidden,
        "organization": authority.organization_rules.forbidden,
    }
    return (name for name in names if name.surface not in forbidden[name.desk])


def redirected(tags: tuple[Tag, ...], authority: Authority) -> tuple[Tag, ...]:
    """Return the tags with those of merged headings given to the heading they merged into."""
    country, organization = authority.country_rules, authority.organization_rules
    if not country.redirects and not organization.redirects:
        return tags
    merged: dict[tuple[str, str], Tag] = {}
    for tag in tags:
        rules = country if tag.desk == "country" else organization
        code = rules.redirects.get(tag.code, tag.code)
        heading: Country | Organization
        heading = authority.country(code) if tag.desk == "country" else authority.organization(code)
        tag = replace(tag, code=code, heading=heading.heading, wikidata=heading.wikidata)
        before = merged.get((tag.desk, code))
        merged[tag.desk, code] = _joined(before, tag) if before else tag
    return tuple(merged.values())


def _joined(one: Tag, other: Tag) -> Tag:
    """Return two tags of one heading as one: primary if either is, with the better reason."""
    first, second = sorted((one, other), key=lambda tag: (not tag.primary, -tag.score))
    where = {(m.paragraph, m.start): m for m in (*second.mentions, *first.mentions)}
    return replace(first, mentions=tuple(where[key] for key in sorted(where)))
