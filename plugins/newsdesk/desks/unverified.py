"""Names of organisations that no authority file has: by pattern, and kept out of the facets.

A story offers names that end or start with a word such as "Ministry", "Union" or "Corp", and the
long forms that it abbreviates itself. They are suggestions: a person accepts them into the
authority file. `frequent` counts them over an archive, as one story alone says little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import ahocorasick_rs as ahocorasick

from newsdesk.desks.acronyms import Definition
from newsdesk.desks.matching import Match
from newsdesk.desks.story import Story

# What a name of an organisation ends with ("Kazakh Grain Union") ...
LAST = (
    "Organization Organisation Agency Ministry Council Bank Party University Corp Corporation Inc "
    "Ltd Limited Plc PLC GmbH LLC Holdings Association Institute Commission Committee Authority "
    "Board Bureau Federation Confederation Union Foundation Fund Society Alliance Front Movement "
    "Brigade Brigades Assembly Academy Consortium Chamber Secretariat Cooperative Industries "
    "Airlines Airways Laboratories Bancorp Syndicate Trust"
).split()
# ... or starts with ("Union of Kazakh Millers").
FIRST = (
    "Ministry University Bank Organization Organisation Association Institute Chamber Council "
    "Board Bureau Academy Society Federation Confederation Union Party Front Movement League "
    "Committee Commission Fund Center Centre"
).split()
WORD = r"(?:(?:[A-Z]\.)+|[A-ZÀ-ÖØ-Þ][\w&'’.-]*[\w&])"
RUN = rf"{WORD}(?: (?:and |& )?{WORD}){{0,5}}"
OF = rf" (?:of|for|on(?! [A-Z]\w+day)) (?:the )?{RUN}"
ENDING = re.compile(
    rf"(?<![\w'’-]){RUN} (?:(?:{'|'.join(FIRST)})(?:{OF})?|(?:{'|'.join(LAST)}))(?![\w-])"
)
STARTING = re.compile(rf"(?<![\w'’-])(?:{'|'.join(FIRST)}){OF}")
KEYWORDS = ahocorasick.AhoCorasick(
    list(dict.fromkeys(FIRST + LAST)), matchkind=ahocorasick.MatchKind.LeftmostLongest
)
CAPITAL = re.compile(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ]")
MOST_WORDS = 12  # A run of six with "and" between them, and the word before it.
OF_STARTS = frozenset((" o", " f"))
# "Kidder, " before "Peabody and Co".
PARTNER = re.compile(rf"{WORD}, $")
# Two names with "and" between them.
BETWEEN = re.compile(rf"(?<= )(?:{'|'.join(LAST)})( and )")
# "Tokyo-based Autorama Inc", "Olin's Hunt Products Inc": the name starts after these words.
ATTRIBUTE = re.compile(r"(?:-based|-owned|-led|['’]s)$")
# Words that open a sentence or a title before a name: "The", "Meanwhile", "President".
LEADERS = frozenset(
    "The A An In On At And But For From With Of To By As He She It They We I His Her Its Their "
    "This That These Those When While After Before Since If Although However Last Under Both "
    "All Some Many Most More Other Another Earlier Meanwhile Also Mr Mrs Ms Dr President "
    "Chairman Minister About Incoming Spokesman Former Senior Chief Prime Between Among "
    "According Each Every No Not Such Only Asked Because During Until So Then There Now "
    "Yesterday Today Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December Director Secretary "
    "Governor Deputy Head Members Member Officials Analysts Economist Analyst Two Three One".split()
)
# "City Council", "Executive Board": offices that every town or firm has, no names.
GENERIC = frozenset(
    "City Executive Central Prime Security National State Federal Foreign General Supreme High "
    "District County Town Local Advisory Joint Standing Select Special Steering Management "
    "Supervisory Affairs Finance Defence Defense Interior Health Trade Budget Savings "
    "Commercial Investment Development Regional Military Government Political Ruling Opposition "
    "Working Free Holding Parliamentary Ethics Judiciary Armed Services Intelligence Relations "
    "Appropriations European African Asian Western Eastern Reserve Agriculture Commerce "
    "Statistics Communist Education Labour Labor Justice Energy Transport Tourism Industry "
    "Economy Culture Sports Information Planning Directors Governors Ministers Public Works "
    "Editorial Democratic Republican Socialist Liberal Conservative Workers Trustees".split()
)
# What may follow a name without making it another one.
LEGAL = frozenset(
    "Corp Corporation Co Company Inc Ltd Limited Plc PLC AG SA NV GmbH LLC SpA AB Holdings Group "
    "and of the &".split()
)
JOINTS = frozenset(("of", "for", "and", "&", "the"))
HEADS = frozenset(
    LAST + FIRST + ["Service", "Services", "Office", "Department", "Administration", "Group"]
)
PLAIN = GENERIC.union(FIRST, LAST)
STORIES = 2


class Candidate(NamedTuple):
    """A stretch `text[start:end]` that reads like the name of an organisation."""

    start: int
    end: int
    name: str

    def outgrows(self, start: int, end: int) -> bool:
        """Is `text[start:end]` only a part of this name, as Mitsubishi in Mitsubishi Bank?"""
        if not (self.start <= start and end <= self.end):
            return False
        rest = self.name[: start - self.start] + self.name[end - self.start :]
        return any(word not in LEGAL for word in rest.replace(",", " ").split())


def candidates(
    story: Story, defined: Sequence[Definition], matches: Sequence[Match]
) -> list[Candidate]:
    """Return the organisation-like names of a story, known or not.

    A name that is all one name of a desk ("Soviet Union", by `matches`) is none.
    """
    found = [
        Candidate(d.start, d.end, d.long) for d in defined if HEADS.intersection(d.long.split())
    ]
    for start, end in stretches(story.text, story.body):
        found += _names(story.text, start, end)
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.start, -c.end)):
        if chosen and candidate.end <= chosen[-1].end:
            continue
        if _specific(candidate.name) and not any(
            m.start <= candidate.start and candidate.end <= m.end for m in matches
        ):
            chosen.append(candidate)
    return chosen


def unverified(found: Iterable[Candidate], known: Collection[tuple[int, int]]) -> tuple[str, ...]:
    """Return the names that touch no organisation of the file, in order, each once.

    `known` are the stretches that mean one.
    """
    names = (
        candidate.name
        for candidate in found
        if not any(low < candidate.end and candidate.start < high for low, high in known)
    )
    return tuple(dict.fromkeys(names))


def frequent(stories: Iterable[Collection[str]], least: int = STORIES) -> list[tuple[str, int]]:
    """Return (name, number of stories) of the names in at least `least` stories, most first."""
    count = Counter(name for names in stories for name in set(names))
    return sorted(
        ((name, number) for name, number in count.items() if number >= least),
        key=lambda pair: (-pair[1], pair[0]),
    )


def stretches(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield what ENDING and STARTING match in `text[body:]`, each without overlaps of its own.

    One pass finds the words that such a name must have; the patterns are tried around these only,
    for at every capital letter of a story they took a fifth of both desks' time.
    """
    tried = closed = opened = body
    for _, low, high in KEYWORDS.find_matches_as_indexes(text):
        if low < body:
            continue
        if low > tried and text[low - 1] == " ":
            for first in CAPITAL.finditer(text, max(tried, closed, _run_start(text, low)), low):
                if first.start() >= closed and (match := ENDING.match(text, first.start())):
                    yield match.span()
                    closed = match.end()
            tried = low
        if (
            low >= opened
            and text[high : high + 2] in OF_STARTS
            and (match := STARTING.match(text, low))
        ):
            yield match.span()
            opened = match.end()


def _run_start(text: str, end: int) -> int:
    """Return where the words before `end` begin of which a name may be made, one more included."""
    start = end - 1
    for _ in range(MOST_WORDS):
        start = text.rfind(" ", 0, start)
        if start < 0:
            return 0
        word = text[start + 1]
        if not (word.isupper() or word == "&" or text.startswith("and ", start + 1)):
            break
    return start + 1


def _names(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield the names in `text[start:end]`, without the words of the sentence before them."""
    while between := BETWEEN.search(text, start, end):
        yield from _names(text, start, between.start(1))
        start = between.end(1)
    while start < end and _leads(text[start:end].partition(" ")[0]):
        start = text.find(" ", start, end) + 1 or end
    if " and Co" in text[start:end] and (
        partner := PARTNER.search(text[max(0, start - 30) : start])
    ):
        start -= partner.end() - partner.start()
    if start < end:
        yield Candidate(start, end, text[start:end])


def _leads(word: str) -> bool:
    """Does the word belong to the sentence, not to the name it stands before?"""
    return word.rstrip(".,") in LEADERS or word in JOINTS or ATTRIBUTE.search(word) is not None


def _specific(name: str) -> bool:
    """Is it a name of its own, not "City Council"?"""
    words = [word for word in name.split() if word[:1].isupper()]
    return len(words) > 1 and any(word not in PLAIN for word in words)
