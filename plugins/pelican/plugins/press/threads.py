"""Threads: which stories came before and after a story, on the same matter.

Of each story a few traces are kept: hashes of the names and headline words it begins with. Stories
that share rare traces belong together, the more so with a tag in common. One pass over the stories,
oldest first, compares each with what the last WINDOW stories left; a trace that many of them left
says nothing. So time and memory follow the stories, and a new story can only change the threads of
those near it that share a rare word with it.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from string import ascii_letters
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from .record import Record

WINDOW = 4000  # stories before this one that are looked at
CROWD = 24  # a trace that more of them left is not rare
SHARE = 40  # nor is one that more than one in so many left, in a small archive
FEW = 3  # but this many may always
TRACES = 40  # kept of a story
READ = 1800  # letters of the text that are looked through
WORD_LETTERS = 3
HEADLINE_WORD = 5  # letters of a headline's word that is worth a trace
RARITY = [0.0, *(count**-0.5 for count in range(1, CROWD + 2))]  # by the number who left a trace
ENOUGH = 1.6  # sum of shared rarity that makes a thread
DOUBT, KNOWN = 1.4, 1000  # more is asked of the first stories: nobody knows yet what is rare
ALONE = 1.0  # and so much more where no tag is in common
SAME_TAG = 0.25  # for each tag that both are about
SHOWN = 3  # each way

MARKUP = re.compile(r"<[^>]*>|&\w+;")
# Chinese and Japanese have no spaces between words: two characters are what comes nearest.
HAN = "\u3040-\u30ff\u3400-\u9fff"
LETTERS = bytes(code if chr(code) in ascii_letters else ord(" ") for code in range(256))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a word is, and what a Chinese one; few archives need them."""
    return re.compile(rf"[^\W\d_{HAN}]{{{WORD_LETTERS},}}|[{HAN}]+"), re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Thread:
    """Stories on the same matter, each way the nearest in kind, oldest first."""

    earlier: Sequence[Record] = ()
    later: Sequence[Record] = ()


NO_THREAD = Thread()


def traces(title: str, body: str) -> bytes:
    """Return the traces of a story, four bytes each: `title` is plain, `body` HTML.

    A word counts as a name when it has a capital and the text does not also write it without; in
    scripts without capitals every word does.
    """
    plain = MARKUP.sub(" ", body[:READ])
    if plain.isascii() and title.isascii():
        return _ascii_traces(title, plain)
    head, text = _words(title), dict.fromkeys(_words(plain))
    small = {word for word in text if word.islower()}
    names = dict.fromkeys(word.casefold() for word in head if len(word) >= HEADLINE_WORD)
    if _patterns()[1].search(title):
        names |= dict.fromkeys(head)
    names |= dict.fromkeys(
        low for word in text if word not in small and (low := word.casefold()) not in small
    )
    kept = list(names)[:TRACES]
    return array("I", [crc32(name.encode("utf-8", "surrogatepass")) for name in kept]).tobytes()


def _ascii_traces(title: str, text: str) -> bytes:
    """Return what `traces` does of a story in ASCII, in a third of the time."""
    written = dict.fromkeys(text.encode().translate(LETTERS).split())
    small = set(filter(bytes.islower, written))
    large = [word.lower() for word in written if word not in small and len(word) >= WORD_LETTERS]
    head = title.lower().encode().translate(LETTERS).split()
    names = dict.fromkeys([word for word in head if len(word) >= HEADLINE_WORD])
    names.update(dict.fromkeys([word for word in large if word not in small]))
    return array("I", map(crc32, list(names)[:TRACES])).tobytes()


def _words(text: str) -> list[str]:
    words = []
    any_word, han = _patterns()
    for word in any_word.findall(text):
        if word[0] >= "\u3040" and han.match(word):
            words += [word[at : at + 2] for at in range(len(word) - 1)]
        else:
            words.append(word)
    return words


def threads(
    records: Sequence[Record], apart: Mapping[str, Collection[str]]
) -> Mapping[str, Thread]:
    """Return the thread of every story that has one, by address. `records` come oldest first.

    `apart` names, by address, stories that are never put in one thread: twins.
    """
    dated = [record for record in records if record.iso]
    before = [_nearest(found) for found in _shared(dated, apart)]
    after: dict[int, list[tuple[float, int]]] = {}
    for at, found in enumerate(before):
        for score, other in found:
            after.setdefault(other, []).append((score, -at))
    made = {}
    for at, found in enumerate(before):
        later = nlargest(SHOWN, after.get(at, ()))
        if found or later:
            made[dated[at].url] = Thread(
                [dated[other] for other in sorted(other for _, other in found)],
                [dated[other] for other in sorted(-other for _, other in later)],
            )
    return made


def _nearest(scores: Mapping[int, float]) -> list[tuple[float, int]]:
    return nlargest(SHOWN, ((score, other) for other, score in scores.items()))


def _shared(
    dated: Sequence[Record], apart: Mapping[str, Collection[str]]
) -> Iterator[dict[int, float]]:
    """Yield for each story the earlier ones of its thread, and how near they are."""
    holders: dict[int, list[int]] = {}
    for at, record in enumerate(dated):
        first = max(0, at - WINDOW)
        rare = min(CROWD, max(FEW, (at - first) // SHARE))
        scores: defaultdict[int, float] = defaultdict(float)
        for trace in array("I", record.traces):
            held = holders.get(trace)
            if held is None:
                holders[trace] = [at]
                continue
            while held and held[0] < first:
                del held[0]
            if len(held) <= rare:
                weight = RARITY[len(held)]
                for other in held:
                    scores[other] += weight
            held.append(at)
            if len(held) > CROWD + 1:
                del held[0]
        if at % WINDOW == WINDOW - 1:
            holders = {trace: held for trace, held in holders.items() if held[-1] >= first}
        enough = ENOUGH + DOUBT * max(0.0, 1 - at / KNOWN)
        likely = [(other, score) for other, score in scores.items() if score >= enough]
        others = apart.get(record.url, ())
        yield {
            other: score + _tags_add(record, dated[other])
            for other, score in likely
            if dated[other].url not in others
            and (score >= enough + ALONE or _share_a_tag(record, dated[other]))
        }


def _share_a_tag(one: Record, other: Record) -> bool:
    return not (
        frozenset(one.countries).isdisjoint(other.countries)
        and frozenset(one.organizations).isdisjoint(other.organizations)
    )


def _tags_add(one: Record, other: Record) -> float:
    """Return what it adds that both are about the same countries or organisations."""
    countries = frozenset(one.countries[: one.about_countries])
    bodies = frozenset(one.organizations[: one.about_organizations])
    common = len(countries.intersection(other.countries[: other.about_countries]))
    return SAME_TAG * (
        common + len(bodies.intersection(other.organizations[: other.about_organizations]))
    )
