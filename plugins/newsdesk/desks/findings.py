"""What a desk is, and what it hands back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from newsdesk.desks.matching import Match, Name
from newsdesk.desks.story import Story
from newsdesk.records import Tag


@dataclass(frozen=True, slots=True)
class Findings:
    """What a desk found in a story. `unverified` names are in no authority file."""

    tags: tuple[Tag, ...] = ()
    unverified: tuple[str, ...] = ()


class Desk(Protocol):
    """A desk brings names and reads the matches of all names (its own and the other desk's)."""

    @property
    def names(self) -> Sequence[Name]:
        """The written forms this desk wants to be told about."""
        ...

    def read(self, story: Story, matches: Sequence[Match]) -> Findings:
        """Return the tags that the matches, in order of `start`, make for this story."""
        ...
