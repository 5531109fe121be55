"""What a notice is about: of the stories that came before it, the one it fits best."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from newsdesk.register import Notice
from newsdesk.twins import Sketch, are_twins

# How long after a story its notice may come. Wires renew a story within hours.
DAYS = {"kill": 14, "correction": 14, "update": 2}
TEXT_DAYS = 2  # how long before a notice texts are compared, which takes longer than headlines
SAME_TEXT = 0.8  # of two reports on one matter, neither need be about the other
PROPOSED = 0.6
WIRE_ID = 6  # characters: a shorter number may stand in any text
HEADLINE = 12  # letters: "Oil slips" is the headline of many stories
TELLING = 4  # letters of a word that two headlines on one matter share
NUMBER = re.compile(r"\d{1,2}")

Sketches = Callable[[str], Sketch | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """What matching needs of a story: `day` is "" where it has no full date.

    `letters` and `words` are those of its headline; of a notice, without the mark before it.
    """

    sha256: str
    path: str
    title: str
    day: str
    source: str
    wire_id: str
    kind: str
    quote: str
    letters: str
    words: frozenset[str]

    @property
    def version(self) -> int:
        """0 for a first version, else the number of its mark: "UPDATE 2" is 2."""
        number = NUMBER.search(self.quote)
        return 0 if not self.kind else int(number[0]) if number else 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A notice with what is read from it once: its text, the letters of that, its sketch."""

    notice: Entry
    text: str
    letters: str
    sketch: Sketch | None

    def within(self, stories: Sequence[Entry]) -> Iterable[Entry]:
        """Return the stories, given by day, that came within the days of such a notice.

        A notice or story without a day may belong to any.
        """
        if not self.notice.day:
            return stories
        undated = bisect_right(stories, "", key=_day)
        first = bisect_left(stories, self._before(DAYS[self.notice.kind]), key=_day)
        last = bisect_right(stories, self.notice.day, key=_day)
        return chain(stories[:undated], stories[first:last])

    def may_follow(self, other: Entry) -> bool:
        """Tell whether a story can have been sent before this notice."""
        notice = self.notice
        if other.sha256 == notice.sha256 or other.kind == "kill":
            return False
        if not (notice.day and other.day):
            return notice.kind != "update"
        return notice.kind == "kill" or other.day < notice.day or other.version < notice.version

    def best(self, others: Iterable[Entry], sketches: Sketches) -> Notice | None:
        """Return the likeliest story; of equal ones the latest, and the most renewed."""
        text_from = self._before(TEXT_DAYS) if self.notice.day else "9999"
        scored = []
        for other in others:
            score, why = self._score(other)
            if score < SAME_TEXT and other.day >= text_from and self._same_text(other, sketches):
                score, why = SAME_TEXT, "its text is much the same"
            if score >= PROPOSED:
                scored.append((score, other.day, other.version, other.sha256, why))
        if not scored:
            return None
        score, _, _, target, why = max(scored)
        notice = self.notice
        return Notice(notice.sha256, target, notice.kind, notice.quote, why, score, "proposed")

    def _score(self, other: Entry) -> tuple[float, str]:
        notice = self.notice
        number = other.wire_id
        if len(number) >= WIRE_ID and number != notice.wire_id and number in self.text:
            return 1.0, "its wire number stands in the notice"
        if len(other.letters) >= HEADLINE:
            if other.letters == notice.letters:
                return 0.95, "its headline is the same"
            if other.letters in self.letters:
                return 0.95, "its headline stands in the notice"
        alike = len(notice.words & other.words) / max(1, len(notice.words | other.words))
        return (round(alike, 2), "its headline is much the same") if alike >= PROPOSED else (0, "")

    def _same_text(self, other: Entry, sketches: Sketches) -> bool:
        """Compare the texts, where the headlines share a word, or are not written in words."""
        shared = self.notice.words & other.words
        if len(self.notice.words) > 2 and not any(len(word) >= TELLING for word in shared):
            return False
        theirs = sketches(other.sha256)
        return self.sketch is not None and theirs is not None and are_twins(self.sketch, theirs)

    def _before(self, days: int) -> str:
        return str(date.fromisoformat(self.notice.day) - timedelta(days=days))


def _day(entry: Entry) -> str:
    return entry.day
