"""What an ambiguous form needs before it counts: the `rule` column of organizations.csv.

A cell holds rules separated by `|`, each `FORM: cue, cue`. A cue is a word or phrase of the story,
or `@XX`, a country it touches. A form with a rule counts when one of its cues is there, when the
organisation's long form is in the story, or when the story itself defines it; with no cue after
the colon only the last two help. `!` says that the form is also an everyday word, as in `WHO: !,
health`: in a line of capitals the cues do not count. `~word` is a veto, as in `EC: Brussels,
~electoral commission`: a form with vetoes counts unless the story has one and no cue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from newsdesk.authority.tables import several
from newsdesk.errors import BadSetting

WORD_TOO = "!"
COUNTRY = "@"
VETO = "~"


@dataclass(frozen=True, slots=True)
class Cue:
    """What one form needs: any of `words`, or a story without `vetoes`, or any of `countries`."""

    words: tuple[str, ...]
    vetoes: tuple[str, ...]
    countries: frozenset[str]
    word_too: bool = False

    def reason(self, text: str, countries: Collection[str]) -> str:
        """Return the clause that says why the form counts, empty when it does not."""
        if self.words and (match := _any_of(self.words).search(text)):
            return f"with “{match[0]}” in the story"
        if country := min(self.countries.intersection(countries), default=""):
            return f"as the story touches {country}"
        if self.vetoes and not _any_of(self.vetoes).search(text):
            return "nothing speaks against it"
        return ""


def cues(rule: str, where: str = "organizations.csv") -> Mapping[str, Cue]:
    """Return form -> cue for a rule cell; BadSetting when it is not `FORM: cue, cue|FORM: ...`."""
    found = {}
    for part in several(rule):
        form, colon, needs = part.partition(":")
        if not colon or not form.strip():
            raise BadSetting(f"{where}: the rule {part!r} has no form; write `WHO: health, virus`.")
        found[form.strip()] = _cue([need.strip() for need in needs.split(",") if need.strip()])
    return found


def _cue(needs: list[str]) -> Cue:
    return Cue(
        tuple(need for need in needs if need[0] not in (WORD_TOO, COUNTRY, VETO)),
        tuple(need[1:] for need in needs if need[0] == VETO),
        frozenset(need[1:] for need in needs if need[0] == COUNTRY),
        WORD_TOO in needs,
    )


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of the words; made when first asked for: most never are."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
