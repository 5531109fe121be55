"""Sightings: which matches of country names are meant as countries, by the words around them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from newsdesk.desks.gazetteer import CUE, Gazetteer
from newsdesk.desks.matching import Match
from newsdesk.desks.story import Story

SHARED = "shared"
PLACES = frozenset({"name", "capital", "city", "region", SHARED})
MONEY = "money"
COMPANY = "company"
ASIDE = frozenset({MONEY, COMPANY})  # Not the country itself: its money, a company called after it.
PLAIN = frozenset({"institution", "abbreviation", COMPANY, CUE})  # Whatever stands around them.
WORD = re.compile(r"[\w.'’&-]+")
COUNTY = "County"  # "Lamar County" is American; "County Cork" is not.
IN_A_LANGUAGE = frozenset({"in", "into"})  # "in French", but "in French schools".
# Money that is a verb or a pupil's mark behind any other people: "A Kenyan won".
WHOSE_MONEY = {
    "won": frozenset({"KR", "KP"}),
    "mark": frozenset({"DE", "DD", "FI", "BA"}),
    "marks": frozenset({"DE", "DD", "FI", "BA"}),
}
# "Turkey shortage before the feast", and the story has turkeys.
TABLEWARE = {"Turkey": re.compile(r"\bturkeys?\b"), "China": re.compile(r"\bchina\b")}
INITIAL = re.compile(r"[A-Z]\.")
STOPS = ".,;:)!?\"'”’"
POSTAL = re.compile(
    r", (?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|"
    r"PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
LETTERS = re.compile(r"[a-z]{2}")  # Asked only before a state, for the search goes by the comma.


class Sighting:
    """A stretch of the story that stands for a country; `why` says how, in a reader's words."""

    __slots__ = ("code", "end", "kind", "start", "surface", "why")

    def __init__(self, start: int, end: int, code: str, kind: str, surface: str) -> None:
        self.start, self.end, self.code, self.kind, self.surface = start, end, code, kind, surface
        self.why = ""


class Reader:
    """Reads matches in their context; the word lists are those of the gazetteer.

    `civic` are the organisations whose name speaks of their country ("Bank of England").
    """

    def __init__(self, gazetteer: Gazetteer, civic: Container[str] = frozenset()) -> None:
        words = gazetteer.words
        self._civic = civic
        self._courtesy = words["courtesy"]
        self._street = words["street"]
        self._town = words["town"]
        self._newspaper = words["newspaper"]
        self._before_place = words["before a place"]
        self._currency = words["currency"]
        self._language = words["language"]
        self._speaking = words["speaking"]
        self._joining = words["joining"]
        self._thing = words["thing"]
        self._after_language = words["after a language"]
        self._given = gazetteer.first_names - words["not a name"]
        self._surnames = gazetteer.surnames - words["part of a town"]
        self._first_names = gazetteer.first_names

    def read(self, story: Story, matches: Sequence[Match]) -> list[Sighting]:
        """Return the sightings of a story in order of `start`."""
        found: list[Sighting] = []
        people: set[str] = set()
        text, body = story.text, story.body
        shouted = text[:body].isupper()
        for match in matches:
            sighting = self._sighting(text, match)
            if sighting is None:
                self._bearer(text, match, people)
                continue
            if shouted and sighting.surface == "US" and match.start < body:
                continue
            if self._meant(text, sighting, people):
                found.append(sighting)
        if people:  # "Bill Holland" once, "Holland" from there on.
            found = [s for s in found if s.surface not in people]
        found = [s for s in found if not (s.surface in TABLEWARE and _thing(story, s, found))]
        if states := [
            _postal(state)
            for state in POSTAL.finditer(text, body)
            if LETTERS.match(text, state.start() - 2)
        ]:
            found = sorted(found + states, key=lambda s: s.start)
        return found

    def _bearer(self, text: str, match: Match, people: set[str]) -> None:
        """Note the family name of a trap that is a person: "Michael Jordan"."""
        given, _, family = text[match.start : match.end].rpartition(" ")
        if given in self._given:
            people.add(family)

    def _sighting(self, text: str, match: Match) -> Sighting | None:
        """Return the country a match stands for, itself or as an institution of it."""
        start, end = match.start, match.end
        for name in match.names:
            if name.desk == "country":
                if name.code:
                    return Sighting(start, end, name.code, name.kind, text[start:end])
                return None
        name = match.names[0]
        if name.country and " " in name.surface:
            kind = "institution" if name.code in self._civic else COMPANY
            return Sighting(start, end, name.country, kind, text[start:end])
        return None

    def _meant(self, text: str, sighting: Sighting, people: set[str]) -> bool:
        """Is the name meant as a country or place? May turn the sighting into one of money."""
        kind, surface = sighting.kind, sighting.surface
        if surface == COUNTY:
            return word_before(text, sighting.start)[:1].isupper()
        if kind in PLAIN:
            return True
        after = word_after(text, sighting.end)
        if after and without_possessive(after) in self._newspaper:
            return False
        if kind == "demonym":
            return self._meant_demonym(text, sighting, after)
        if self._is_money(sighting, after.rstrip(STOPS).lower()) or text.startswith(
            "$", sighting.end
        ):
            sighting.kind = MONEY
            return True
        if kind not in PLACES or (surface.isupper() and len(surface) > 3):
            return True
        before = word_before(text, sighting.start)
        if self._is_person(surface, kind, before, after):
            people.add(surface)
            return False
        return not self._is_street(kind, before, after)

    def _meant_demonym(self, text: str, sighting: Sighting, after: str) -> bool:
        ahead = after.rstrip(STOPS).lower()
        if self._is_money(sighting, ahead):
            sighting.kind = MONEY
            return True
        if ahead in self._thing:  # "Swiss steak", "a Syrian hamster".
            return False
        if sighting.surface not in self._language:
            return True
        if ahead in self._after_language:
            return False
        before = word_before(text, sighting.start).lower()
        if before in IN_A_LANGUAGE:
            return after != "" and after not in self._joining
        return before not in self._speaking

    def _is_money(self, sighting: Sighting, word: str) -> bool:
        """Is the next word the "franc" of "the French franc"?"""
        return word in self._currency and sighting.code in WHOSE_MONEY.get(word, (sighting.code,))

    def _is_person(self, surface: str, kind: str, before: str, after: str) -> bool:
        """Is this "Jack London", "Mr. Jordan", "Paris Hilton"?"""
        if " " in surface:
            return False
        if before in self._courtesy:
            return True
        nameable = (
            kind in ("city", SHARED) or surface in self._surnames or surface in self._first_names
        )
        if nameable and (before in self._given or INITIAL.fullmatch(before)):
            return True
        return surface in self._first_names and without_possessive(after) in self._surnames

    def _is_street(self, kind: str, before: str, after: str) -> bool:
        """Is this "Georgia Avenue", "Peru High School", "Fort Madrid"?"""
        follows = self._town if kind in ("name", "region") else self._street
        return after in follows or after.rstrip(",") in follows or before in self._before_place


def _thing(story: Story, sighting: Sighting, seen: Sequence[Sighting]) -> bool:
    """Is the word capital only as a line begins with it, and small further on?"""
    word = TABLEWARE[sighting.surface]
    same = (s.start for s in seen if s.code == sighting.code)
    return all(start in (0, story.body) for start in same) and bool(word.search(story.text))


def _postal(state: re.Match[str]) -> Sighting:
    """Return the state of an address: "Athens, GA"."""
    return Sighting(state.end() - 2, state.end(), "US", "abbreviation", state[0][-2:])


def without_possessive(word: str) -> str:
    """Return the word without the stop or possessive at its end: ``Raggi's`` -> ``Raggi``."""
    return word.rstrip(STOPS).removesuffix("'s").removesuffix("’s")


def word_after(text: str, end: int) -> str:
    """Return the next word when only a space is between, else nothing."""
    if not text.startswith(" ", end):
        return ""
    found = WORD.match(text, end + 1)
    return found[0] if found else ""


def word_before(text: str, start: int) -> str:
    """Return the word before when only a space is between, else nothing."""
    if start < 2 or text[start - 1] != " ":
        return ""
    words = text[max(0, start - 24) : start - 1].rsplit(None, 1)
    return words[-1].lstrip("\"'(“‘") if words else ""
