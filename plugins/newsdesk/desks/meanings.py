"""What the written forms of organisations mean in one story: definitions, long forms, cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsdesk.authority import Organization
from newsdesk.desks.acronyms import Definition
from newsdesk.desks.cues import Cue
from newsdesk.desks.matching import Match, Name
from newsdesk.desks.prominence import Sighting
from newsdesk.desks.spellings import ACRONYM
from newsdesk.desks.story import Story

DEFINED = "acronym, as the story defines it"
# What share of a long form a known name in it must cover to be what is defined.
COVERED = 0.7
# Shared words that make a long form a slip of a heading: 5 of the 6 of "General Agreement on...".
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Meanings:
    """Decides matches. `cues` holds what ambiguous (form, key) need, `keys` acronym -> keys."""

    headings: Mapping[str, Organization]
    cues: Mapping[tuple[str, str], Cue]
    keys: Mapping[str, frozenset[str]]

    def sightings(
        self,
        story: Story,
        ours: Sequence[Match],
        matches: Sequence[Match],
        defined: Sequence[Definition],
    ) -> list[Sighting]:
        """Return what each of `ours` means, in order; those that mean nothing are left out.

        The clear ones come first: they help to read the others.
        """
        bound = self._bound(ours, defined)
        found: list[Sighting] = []
        doubtful: list[Match] = []
        for match in ours:
            form = _form(story.text, match)
            if form in bound:
                if bound[form]:
                    found.append(Sighting(bound[form], match.start, match.end, ACRONYM, DEFINED))
            elif name := self._clear(match):
                found.append(_sighting(match, name))
            else:
                doubtful.append(match)
        if doubtful:
            found += self._decided(_Setting(story, matches, found), doubtful)
        found += _defined_elsewhere(story.text, bound, found)
        return sorted(found, key=lambda sighting: sighting.start)

    def _clear(self, match: Match) -> Name | None:
        """Return the name that the match can only mean, None when that needs help."""
        names = match.names
        if len(names) > 1 and len({name.code for name in names}) > 1:
            return None
        return next((n for n in names if (n.surface, n.code) not in self.cues), None)

    def _bound(self, ours: Sequence[Match], defined: Sequence[Definition]) -> dict[str, str]:
        """Return acronym -> key as the story defines it; an unknown long form gives no key."""
        bound: dict[str, str] = {}
        for acronym, long, start, end in defined:
            known = self.keys.get(acronym, frozenset())
            names = [
                name
                for match in ours
                if start <= match.start
                and match.end <= end
                and match.end - match.start >= COVERED * len(long)
                for name in match.names
            ]
            meant = [name.code for name in names if name.code in known]
            meant += [name.code for name in names[:1] if len(names) == 1]
            meant += [key for key in sorted(known) if self._resembles(long, key)]
            bound.setdefault(acronym, meant[0] if meant else "")
        return bound

    def _resembles(self, long: str, key: str) -> bool:
        """Is it the heading with a slip ("General Agreement on Trade and Tariffs")?"""
        words = set(long.lower().split())
        heading = self.headings[key]
        return any(
            len(words & (own := set(name.lower().split()))) >= ALIKE * max(len(words), len(own))
            for name in (heading.heading, *heading.variants)
        )

    def _decided(self, setting: _Setting, doubtful: Sequence[Match]) -> Iterator[Sighting]:
        """Yield the doubtful matches that the story decides; what one means helps the next."""
        left = []
        for match in doubtful:
            if sighting := self._by_cue(match, setting):
                setting.keys.add(sighting.key)
                yield sighting
            else:
                left.append(match)
        for match in left:
            if sighting := _by_name(match, setting):
                yield sighting

    def _by_cue(self, match: Match, setting: _Setting) -> Sighting | None:
        if sighting := _by_name(match, setting):
            return sighting
        for name in match.names:
            cue = self.cues.get((name.surface, name.code))
            if cue is None:
                if name.country and name.country in setting.countries:
                    return _sighting(match, name, "as the story touches its country")
            elif not (cue.word_too and setting.shouted(match)) and (
                why := cue.reason(setting.text, setting.countries)
            ):
                return _sighting(match, name, why)
        return None


class _Setting:
    """What in a story helps to read a doubtful form."""

    def __init__(self, story: Story, matches: Sequence[Match], clear: Sequence[Sighting]) -> None:
        article = story.article
        self.body = story.text
        self.text = f"{article.place} {article.dateline} {story.text}"
        self.keys = {sighting.key for sighting in clear}
        self.countries = {
            name.code for match in matches for name in match.names if name.desk == "country"
        }

    def shouted(self, match: Match) -> bool:
        """Does the match stand in a line of capitals?"""
        low = self.body.rfind("\n", 0, match.start) + 1
        high = self.body.find("\n", match.end)
        line = self.body[low : high if high >= 0 else None]
        return line.upper() == line


def _sighting(match: Match, name: Name, why: str = "") -> Sighting:
    reason = f"{name.kind}, {why}" if why else name.kind
    return Sighting(name.code, match.start, match.end, name.kind, reason)


def _by_name(match: Match, setting: _Setting) -> Sighting | None:
    for name in match.names:
        if name.code in setting.keys:
            return _sighting(match, name, "as the story names it elsewhere too")
    return None


def _form(text: str, match: Match) -> str:
    return text[match.start : match.end].replace(".", "")


def _defined_elsewhere(
    text: str, bound: Mapping[str, str], sightings: Sequence[Sighting]
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
