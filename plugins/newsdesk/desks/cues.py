"""What an ambiguous form needs before it counts: the `rule` column of organizations.csv.

A cell holds rules separated by `|`, each `FORM: cue, cue`. A cue is a word or phrase of the story,
or `@XX`, a country it touches. A form with a rule counts when one of its cues is there, when the
organisation's long form is in the story, or when the story itself defines it; with no cue after
the colon only the last two help. `!` says that the form is also an everyday word (`WHO: !, health`):
in a line of capitals the cues do not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from newsdesk.authority.tables import several
from newsdesk.errors import BadSetting

WORD_TOO = "!"
COUNTRY = "@"


@dataclass(frozen=True, slots=True)
class Cue:
    """What one form needs. `words` finds a cue word in a story, None when there are none."""

    words: re.Pattern[str] | None
    countries: frozenset[str]
    word_too: bool = False

    def found(self, text: str, countries: Collection[str]) -> str:
        """Return the cue that the story has, empty when it has none."""
        if self.words and (match := self.words.search(text)):
            return match[0]
        return min(self.countries.intersection(countries), default="")


def cues(rule: str, where: str = "organizations.csv") -> Mapping[str, Cue]:
    """Return form -> cue for a rule cell; BadSetting when it is not `FORM: cue, cue|FORM: ...`."""
    found = {}
    for part in several(rule):
        form, colon, needs = part.partition(":")
        if not colon or not form.strip():
            raise BadSetting(f"{where}: the rule {part!r} lacks its form; write `WHO: health, virus`.")
        found[form.strip()] = _cue([need.strip() for need in needs.split(",") if need.strip()])
    return found


def _cue(needs: list[str]) -> Cue:
    words = [need for need in needs if need != WORD_TOO and not need.startswith(COUNTRY)]
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"
    return Cue(
        re.compile(pattern, re.IGNORECASE) if words else None,
        frozenset(need[1:] for need in needs if need.startswith(COUNTRY)),
        WORD_TOO in needs,
    )
