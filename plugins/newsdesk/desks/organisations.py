"""The organisations desk: which organisations a story touches and which it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsdesk.authority import Authority, Organization
from newsdesk.desks.acronyms import Definition, definitions
from newsdesk.desks.cues import Cue, cues
from newsdesk.desks.findings import Findings
from newsdesk.desks.matching import Match, Name
from newsdesk.desks.prominence import CREDIT, Prominence, Sighting, is_credit, load_prominence
from newsdesk.desks.settings import DeskSettings
from newsdesk.desks.spellings import dotted, spellings
from newsdesk.desks.story import Story
from newsdesk.desks.unverified import Candidate, candidates, unverified
from newsdesk.records import Desk, Mention, Tag

DESK: Desk = "organization"
NAME, ACRONYM = "name", "acronym"
CREDITED = "as the source of something"
REPORTERS = frozenset({"wire", "media"})
FIRMS = frozenset({"company", "media"})
# "Blackwater Road", "Emirates Stadium": a place that is called as a firm is.
STREET = re.compile(
    r" (?:Road|Rd|Street|St|Avenue|Ave|Drive|Lane|Park|Stadium|Arena|Square|Creek|River|Hill|Hills|"
    r"Boulevard|Highway|Bridge|Tower|County|Island|Beach)\b"
)
# Shared words that make a long form a slip of a heading: 5 of the 6 of "General Agreement on...".
ALIKE = 0.6
DEFINED = "acronym, as the story defines it"


@dataclass(frozen=True, slots=True)
class OrganizationDesk:
    """Reads the matches of organisation names; `cues` says what the ambiguous forms need."""

    headings: Mapping[str, Organization]
    names: tuple[Name, ...]
    cues: Mapping[tuple[str, str], Cue]
    prominence: Prominence
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)

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
            match._replace(names=names)
            for match in matches
            if (names := tuple(name for name in match.names if name.desk == DESK))
            and not _is_ticker(text, match.start, match.end)
        ]
        grouped: dict[str, list[Sighting]] = {}
        for sighting in self._sightings(story, ours, matches, defined) if ours else ():
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
        if " " in text[sighting.start : sighting.end]:
            return False
        if STREET.match(text, sighting.end):
            return True
        return any(candidate.outgrows(sighting.start, sighting.end) for candidate in longer)

    def _sightings(
        self,
        story: Story,
        ours: Sequence[Match],
        matches: Sequence[Match],
        defined: Sequence[Definition],
    ) -> list[Sighting]:
        """Return what each match means; the clear ones first help to read the others."""
        bound = self._bound(ours, defined)
        clear: list[Sighting] = []
        open_matches: list[Match] = []
        for match in ours:
            if (sighting := self._clear(story.text, match, bound)) is not None:
                clear.append(sighting)
            elif _acronym_of(story.text, match) not in bound:
                open_matches.append(match)
        if open_matches:
            setting = _Setting(story, matches, {sighting.key for sighting in clear})
            clear += [s for match in open_matches if (s := self._by_cue(match, setting))]
        clear += _defined_elsewhere(story.text, bound, clear)
        return self._rolled_up(sorted(clear, key=lambda sighting: sighting.start))

    def _bound(self, ours: Sequence[Match], defined: Sequence[Definition]) -> dict[str, str]:
        """Return acronym -> key as the story defines it; an unknown long form gives no key."""
        bound: dict[str, str] = {}
        for definition in defined:
            inside = [m for m in ours if definition.start <= m.start and m.end <= definition.end]
            whole = [m for m in inside if m.end - m.start >= 0.7 * len(definition.long)]
            known = self.keys.get(definition.acronym, frozenset())
            key = next((name.code for m in whole for name in m.names if name.code in known), "")
            key = key or next((m.name.code for m in whole if len(m.names) == 1), "")
            key = key or next((k for k in sorted(known) if self._resembles(definition.long, k)), "")
            bound.setdefault(definition.acronym, key)
        return bound

    def _resembles(self, long: str, key: str) -> bool:
        """Is it the heading with a slip ("General Agreement on Trade and Tariffs")?"""
        words = set(long.lower().split())
        heading = self.headings[key]
        return any(
            len(words & (own := set(name.lower().split()))) >= ALIKE * max(len(words), len(own))
            for name in (heading.heading, *heading.variants)
        )

    def _clear(self, text: str, match: Match, bound: Mapping[str, str]) -> Sighting | None:
        """Return the sighting of a match that needs no help, None for the others."""
        form = _acronym_of(text, match)
        if form in bound:
            key = bound[form]
            return Sighting(key, match.start, match.end, ACRONYM, DEFINED) if key else None
        if len(match.names) == 1 and (match.name.surface, match.name.code) not in self.cues:
            name = match.name
            return Sighting(name.code, match.start, match.end, name.kind, name.kind)
        return None

    def _by_cue(self, match: Match, setting: _Setting) -> Sighting | None:
        """Return the sighting of an ambiguous match that the story decides, else None."""
        for name in match.names:
            if name.code in setting.keys:
                reason = f"{name.kind}, as its full name is in the story"
                return Sighting(name.code, match.start, match.end, name.kind, reason)
        for name in match.names:
            cue = self.cues.get((name.surface, name.code))
            if cue is None:
                if name.country and name.country in setting.countries:
                    reason = f"{name.kind}, as the story touches its country"
                    return Sighting(name.code, match.start, match.end, name.kind, reason)
                continue
            if cue.word_too and setting.shouted(match):
                continue
            if why := cue.reason(setting.text, setting.countries):
                return Sighting(name.code, match.start, match.end, name.kind, f"{name.kind}, {why}")
        return None

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
            Sighting(wholes[s.key], s.start, s.end, "part", f"part: {self.headings[s.key].heading}")
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


class _Setting:
    """What in a story helps to read an ambiguous form."""

    def __init__(self, story: Story, matches: Sequence[Match], keys: set[str]) -> None:
        article = story.article
        self.body = story.text
        self.text = f"{article.place} {article.dateline} {story.text}"
        self.keys = keys
        self.countries = {
            name.code for match in matches for name in match.names if name.desk == "country"
        }

    def shouted(self, match: Match) -> bool:
        """Does the match stand in a line of capitals?"""
        low = self.body.rfind("\n", 0, match.start) + 1
        high = self.body.find("\n", match.end)
        line = self.body[low : high if high >= 0 else None]
        return line.upper() == line


def _is_ticker(text: str, start: int, end: int) -> bool:
    """Is it a share's symbol, as in "Engelhard <EC>" or "Unilever (NYSE: UN)"?"""
    before, after = text[max(0, start - 3) : start], text[end : end + 1]
    if before.endswith("<"):
        return after in (">", ".")
    return after == ")" and before.endswith(": ") and before[:1].isupper()


def _acronym_of(text: str, match: Match) -> str:
    return text[match.start : match.end].replace(".", "")


def _defined_elsewhere(
    text: str, bound: Mapping[str, str], sightings: Iterable[Sighting]
) -> Iterator[Sighting]:
    """Yield the other places of an acronym that the story binds but no file knows."""
    busy = {sighting.start for sighting in sightings}
    for acronym, key in bound.items():
        position = text.find(acronym) if key else -1
        while position >= 0:
            end = position + len(acronym)
            inside = text[position - 1 : position].isalnum() or text[end : end + 1].isalnum()
            if not inside and position not in busy:
                yield Sighting(key, position, end, ACRONYM, DEFINED)
            position = text.find(acronym, end)


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
    names: list[Name] = []
    needs: dict[tuple[str, str], Cue] = {}
    keys: dict[str, set[str]] = {}
    for key, heading in headings.items():
        rules = cues(heading.rule, f"organizations.csv, {key}")
        for surface, written, kind in _forms(heading):
            cue = rules.get(written)
            if cue is not None:
                needs[surface, key] = cue
            caps = cue is None or " " in surface
            names.append(Name(surface, DESK, key, kind, caps, heading.country))
            if kind == ACRONYM:
                keys.setdefault(surface.replace(".", ""), set()).add(key)
    return OrganizationDesk(
        headings,
        tuple(names),
        needs,
        load_prominence(),
        {form: frozenset(found) for form, found in keys.items()},
    )


def _forms(heading: Organization) -> Iterator[tuple[str, str, str]]:
    """Yield (surface, form as the file has it, kind) for every way a heading is written."""
    written = (heading.heading, heading.acronym, *heading.variants)
    for form in dict.fromkeys(form for form in written if form):
        short = " " not in form and sum(letter.isupper() for letter in form) > 1
        for surface in spellings(form):
            yield surface, form, ACRONYM if short else NAME
    for surface, acronym in dotted(written).items():
        yield surface, acronym, ACRONYM
