"""Licences: what each locked package says of its own, as installed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata

from newsdesk.supply.locks import Locked

ABSENT = "not installed here"
UNSAID = "its metadata does not say"
CLASSIFIER = "License :: "
LONGEST = 60  # characters: some packages put the whole text where the name belongs


@dataclass(frozen=True, slots=True)
class Licensed:
    """A locked package and its licence; `installed` is the version that is here, or ""."""

    locked: Locked
    licence: str
    installed: str

    @property
    def clear(self) -> bool:
        """Whether a licence is known of this very version."""
        return self.licence not in (ABSENT, UNSAID) and self.installed == self.locked.version


def licences(packages: Iterable[Locked]) -> list[Licensed]:
    """Return the licence of each package, read from what is installed in this environment."""
    return [_licensed(each) for each in packages]


def _licensed(locked: Locked) -> Licensed:
    try:
        facts = metadata.metadata(locked.name)
    except metadata.PackageNotFoundError:
        return Licensed(locked, ABSENT, "")
    return Licensed(locked, licence_of(facts), facts["Version"])


def licence_of(facts: metadata.PackageMetadata) -> str:
    """Return a package's licence: the SPDX expression, else its short word, else classifiers."""
    for name in ("License-Expression", "License"):
        words = " ".join(str((facts.get_all(name) or [""])[0]).split())
        if words and len(words) <= LONGEST and words.upper() != "UNKNOWN":
            return words
    named = [
        each.rpartition(" :: ")[2]
        for each in facts.get_all("Classifier") or []
        if each.startswith(CLASSIFIER)
    ]
    return " and ".join(each for each in named if each != "OSI Approved") or UNSAID
