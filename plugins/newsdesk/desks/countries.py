"""The country desk: which countries a story touches, and which it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.authority import Authority
from newsdesk.desks.candidates import Candidate, weigh
from newsdesk.desks.findings import Findings
from newsdesk.desks.gazetteer import Gazetteer, load_gazetteer
from newsdesk.desks.home import filed_at_home, shared_life
from newsdesk.desks.matching import Match, Name
from newsdesk.desks.resolve import filed_then, resolve
from newsdesk.desks.salience import Salience, load_salience
from newsdesk.desks.settings import DeskSettings
from newsdesk.desks.sightings import ASIDE, COMPANY, MONEY, Reader, Sighting
from newsdesk.desks.story import Story
from newsdesk.desks.towns import doubtful, town_sightings
from newsdesk.desks.where import Dateline, dateline
from newsdesk.records import Mention, Tag

# Bodies of a state: to name one in full is to speak of its country. A party, union or company is
# not: "Law and Justice" is a Polish party and many other things.
CIVIC = frozenset("ministry agency central-bank armed-forces legislature court exchange".split())
KIND_REASONS = {
    "name": "named",
    "demonym": "as an adjective or people",
    "capital": "its capital",
    "city": "a city there",
    "shared": "a place there",
    "region": "a region there",
    "abbreviation": "a state there",
    "institution": "an institution there",
    MONEY: "its money",
    COMPANY: "a company or body of it",
}
ASIDE_REASONS = frozenset(KIND_REASONS[kind] for kind in ASIDE)


@dataclass(frozen=True, slots=True)
class CountryDesk:
    """Reads country names; see docs/desks.md for the order of its rules."""

    authority: Authority
    gazetteer: Gazetteer
    reader: Reader
    salience: Salience
    settings: DeskSettings

    @property
    def names(self) -> Sequence[Name]:
        """Every written form that stands for a country, and the traps around them."""
        return self.gazetteer.names

    def read(self, story: Story, matches: Sequence[Match]) -> Findings:
        """Return the country tags of a story, primary ones first."""
        seen, filed = self.sight(story, matches)
        candidates = weigh(story, seen, filed, self.gazetteer)
        primary = self.salience.primary(story, candidates, filed)
        tags = [
            self._tag(story, candidate, score, chosen, filed)
            for candidate, score, chosen in primary
            if chosen or candidate.mentioned
        ]
        return Findings(tuple(sorted(tags, key=lambda tag: (not tag.primary, -tag.score))))

    def sight(self, story: Story, matches: Sequence[Match]) -> tuple[list[Sighting], Dateline]:
        """Return the sightings in the story proper, disambiguated, and the dateline."""
        filed = dateline(story, self.gazetteer)
        seen = self.reader.read(story, matches)
        if filed.start >= 0:
            seen = [s for s in seen if not story.body <= s.start < filed.end]
        if not filed.code or doubtful(seen, self.gazetteer):
            towns = town_sightings(story.text, seen)
            seen = sorted((*seen, *towns), key=lambda s: s.start)
        shared_life(seen, self.gazetteer)
        article = story.article
        home = self.settings.home(article.source)
        filed = filed_at_home(filed, seen, home, self.gazetteer)
        year = article.date.year if article.date else 0
        resolve(story.text, seen, filed, home, self.gazetteer, year)
        then = filed_then(filed.code, seen, year)
        return seen, filed if then == filed.code else replace(filed, code=then)

    def _tag(
        self, story: Story, candidate: Candidate, score: float, primary: bool, filed: Dateline
    ) -> Tag:
        country = self.authority.country(candidate.code)
        mentions = tuple(_mention(story, s) for s in candidate.sightings)
        return Tag(
            "country",
            country.code,
            country.heading,
            primary,
            round(score, 3),
            _reason(candidate, filed),
            country.wikidata,
            mentions,
        )


def load_country_desk(
    authority: Authority, extra: Path | None, settings: DeskSettings
) -> CountryDesk:
    """Return the country desk; `extra` is the user's `authority/` folder."""
    gazetteer = load_gazetteer(authority.country_rules.names)
    return CountryDesk(
        authority, gazetteer, Reader(gazetteer, _civic(authority)), load_salience(), settings
    )


def _civic(authority: Authority) -> frozenset[str]:
    return frozenset(key for key, o in authority.organizations.items() if o.type in CIVIC)


def _mention(story: Story, sighting: Sighting) -> Mention:
    reason = sighting.why or KIND_REASONS[sighting.kind]
    return story.mention(sighting.start, sighting.end, reason)


def _reason(candidate: Candidate, filed: Dateline) -> str:
    """Return the evidence as one clause: "in the headline and 3 times in the text"."""
    parts = []
    if filed.code == candidate.code:
        parts.append(f"filed from {filed.city.title() if filed.city.isupper() else filed.city}")
    if candidate.title:
        parts.append("in the headline")
    if below := candidate.count - candidate.title:
        parts.append("once in the text" if below == 1 else f"{below} times in the text")
    if not parts:
        parts.append(candidate.aside or "by its money alone")
    return " and ".join(parts)
