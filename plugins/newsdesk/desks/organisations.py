"""The organisations desk: which organisations a story touches and which it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsdesk.authority import Authority, Organization
from newsdesk.desks.acronyms import Definition, definitions
from newsdesk.desks.cues import Cue, cues
from newsdesk.desks.findings import Findings
from newsdesk.desks.matching import Match, Name
from newsdesk.desks.meanings import Meanings
from newsdesk.desks.prominence import CREDIT, PART, Prominence, Sighting, is_credit, load_prominence
from newsdesk.desks.settings import DeskSettings
from newsdesk.desks.spellings import ACRONYM, forms
from newsdesk.desks.story import Story
from newsdesk.desks.unverified import Candidate, candidates, unverified
from newsdesk.records import Desk, Mention, Tag

DESK: Desk = "organization"
CREDITED = "as the source of something"
REPORTERS = frozenset({"wire", "media"})
FIRMS = frozenset({"company", "exchange", "media"})
# "Blackwater Road", "Emirates Stadium", "Nasdaq 100": a place or an index called as a firm is.
NAMESAKE = re.compile(
    r" (?:\d{2,3}|Road|Rd|Street|St|Avenue|Ave|Drive|Lane|Park|Stadium|Arena|Square|Creek|River|"
    r"Hills?|Boulevard|Highway|Bridge|Tower|County|Island|Beach)\b"
)


@dataclass(frozen=True, slots=True)
class OrganizationDesk:
    """Reads the matches of organisation names."""

    headings: Mapping[str, Organization]
    names: tuple[Name, ...]
    meanings: Meanings
    prominence: Prominence

    def read(self, story: Story, matches: Sequence[Match]) -> Findings:
        """Return the organisations of a story with their evidence."""
        defined = definitions(story.text)
        longer = candidates(story, defined, matches)
        grouped = self.sight(story, matches, defined, longer)
        known = [(s.start, s.end) for sightings in grouped.values() for s in sightings]
        return Findings(tuple(self._tags(story, grouped)), unverified(longer, known))

    def sight(
        self,
        story: Story,
        matches: Sequence[Match],
        defined: Sequence[Definition] = (),
        longer: Sequence[Candidate] = (),
    ) -> dict[str, list[Sighting]]:
        """Return key -> where the story names that organisation.

        A firm's one-word name inside a longer name is another firm's: Mitsubishi Bank.
        """
        text = story.text
        ours = [
            own
            for match in matches
            if (own := _own(match)) and not _is_ticker(text, match.start, match.end)
        ]
        grouped: dict[str, list[Sighting]] = {}
        sightings = self.meanings.sightings(story, ours, matches, defined) if ours else []
        for sighting in self._rolled_up(sightings):
            if self._outgrown(text, sighting, longer):
                continue
            grouped.setdefault(sighting.key, []).append(self._credited(story, sighting))
        return grouped

    def _credited(self, story: Story, sighting: Sighting) -> Sighting:
        """Return the sighting, marked if an agency or paper is there as a source only."""
        if self.headings[sighting.key].type not in REPORTERS or sighting.start < story.body:
            return sighting
        if not is_credit(story.text, sighting.start, sighting.end):
            return sighting
        return replace(sighting, kind=CREDIT, reason=CREDITED)

    def _outgrown(self, text: str, sighting: Sighting, longer: Sequence[Candidate]) -> bool:
        if self.headings[sighting.key].type not in FIRMS:
            return False
        if NAMESAKE.match(text, sighting.end):
            return True
        if " " in text[sighting.start : sighting.end]:
            return False
        return any(candidate.outgrows(sighting.start, sighting.end) for candidate in longer)

    def _rolled_up(self, sightings: list[Sighting]) -> list[Sighting]:
        """Return the sightings, and those of the wholes that they are parts of."""
        direct = {sighting.key for sighting in sightings}
        wholes = {
            key: next((whole for whole in parents if whole in direct), parents[-1])
            for key in direct
            if (parents := self.headings[key].part_of)
        }
        if not wholes:
            return sightings
        return sightings + [
            Sighting(wholes[s.key], s.start, s.end, PART, f"part: {self.headings[s.key].heading}")
            for s in sightings
            if s.key in wholes
        ]

    def _tags(self, story: Story, grouped: Mapping[str, Sequence[Sighting]]) -> Iterator[Tag]:
        """Yield a tag per organisation, those the story is about first."""
        scores = self.prominence.scores(story, grouped)
        for key in sorted(grouped, key=lambda key: (-scores[key], key)):
            heading = self.headings[key]
            mentions = tuple(story.mention(s.start, s.end, s.reason) for s in grouped[key])
            yield Tag(
                DESK,
                key,
                heading.heading,
                primary=scores[key] > 0,
                score=round(scores[key], 3),
                reason=_reason(mentions),
                wikidata=heading.wikidata,
                mentions=mentions,
            )


def _own(match: Match) -> Match | None:
    """Return the match with the names of this desk alone, None when it has none."""
    start, end, names = match
    if len(names) == 1:
        return match if names[0].desk == DESK else None
    own = tuple([name for name in names if name.desk == DESK])
    return Match(start, end, own) if own else None


def _is_ticker(text: str, start: int, end: int) -> bool:
    """Is it a share's symbol, as in "Engelhard <EC>" or "Unilever (NYSE: UN)"?"""
    before, after = text[max(0, start - 3) : start], text[end : end + 1]
    if before.endswith("<"):
        return after in (">", ".")
    return after == ")" and before.endswith(": ") and before[:1].isupper()


def _reason(mentions: Sequence[Mention]) -> str:
    """Return the clause that says where an organisation is named."""
    body = sum(mention.paragraph >= 0 for mention in mentions)
    times = {1: "once", 2: "twice"}.get(body, f"{body} times") + " in the text"
    if body == len(mentions):
        return times
    return f"in the headline and {times}" if body else "in the headline"


def load_organization_desk(
    authority: Authority, extra: Path | None, settings: DeskSettings
) -> OrganizationDesk:
    """Return the desk for the headings of an authority; BadSetting names a rule that is wrong."""
    headings = authority.organizations
    own = authority.organization_rules.names  # What the owner calls so is nothing else.
    names: list[Name] = []
    needs: dict[tuple[str, str], Cue] = {}
    keys: dict[str, set[str]] = {}
    for key, heading in headings.items():
        rules = cues(heading.rule, f"organizations.csv, {key}")
        for surface, written, kind in forms(heading):
            if own.get(written, key) != key:
                continue
            cue = rules.get(written)
            if cue is not None:
                needs[surface, key] = cue
            caps = cue is None or " " in surface
            names.append(Name(surface, DESK, key, kind, caps, heading.country))
            if kind == ACRONYM:
                keys.setdefault(surface.replace(".", ""), set()).add(key)
    meanings = Meanings(headings, needs, {form: frozenset(found) for form, found in keys.items()})
    return OrganizationDesk(headings, tuple(names), meanings, load_prominence())
