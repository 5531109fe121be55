"""Twins: near-copies of one story, from other syndicators, other hours or other edits.

A story's sketch is the smallest hashes of its runs of four words (a bottom-k sketch: Broder, "On
the resemblance and containment of documents", 1997). Two sketches tell, without the texts, how
much of the shorter story is in the longer one: a truncated copy is wholly contained in its
original though it resembles it little. Candidates come from an index of the sketches' smallest
hashes, so that finding them takes time in proportion to the stories, not to their pairs.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from zlib import crc32

RUN = 4  # words in a run: one changed word spoils four runs
SKETCH = 128  # hashes kept: containment is then estimated to about .06
INDEXED = 24  # the smallest of them, by which candidates are found
SHARED = 2  # indexed hashes that two stories must share to be compared at all
CROWD = 100  # a run that this many stories share is furniture or a form letter
CONTAINED = 0.45  # part of the shorter story's runs found in the longer one
AGREED = 0.7  # part of its particulars found there
FIGURES = 3  # from so many figures on, half of them must be found there too
FEWEST = 24  # runs: shorter ones ("SETS QUARTERLY DIVIDEND") are forms that differ in a name or two

# Chinese and Japanese have no spaces between words: there every character counts as one.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is remembered of a text: its number of distinct runs, the smallest of their hashes, and
    those of its particulars (figures and names), as 32-bit numbers.

    Two market reports may share 80 % of their words; what they don't share is the figures.
    """

    size: int
    runs: array[int]
    particulars: array[int]

    def pack(self) -> bytes:
        """Return the sketch as bytes, for the register: little-endian on every machine."""
        head = array("I", [self.size, len(self.runs)])
        return _little_endian(head + self.runs + self.particulars).tobytes()

    @classmethod
    def unpack(cls, data: bytes) -> Sketch:
        """Return the sketch that `pack` made these bytes of."""
        hashes = _little_endian(array("I", data))
        end = 2 + hashes[1]
        return cls(hashes[0], hashes[2:end], hashes[end:])


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def sketch(paragraphs: Iterable[str]) -> Sketch:
    """Return the sketch of a story's body. Headlines are left out: syndicators rewrite them."""
    words = WORD.findall(" ".join(paragraphs))
    folded = " ".join(words).casefold().encode("utf-8", "surrogatepass").split(b" ")
    beside = (folded[at:] for at in range(RUN))
    runs = set(map(crc32, map(b" ".join, zip(*beside, strict=False))))
    # The lowest bit tells a figure from a name.
    once = [word for word in set(words) if word[0].isupper() or word[0].isdigit()]
    particulars = {_hash(word) | 1 if word[0].isdigit() else _hash(word) & ~1 for word in once}
    return Sketch(len(runs), _smallest(runs), _smallest(particulars))


def _smallest(hashes: set[int]) -> array[int]:
    return array("I", sorted(hashes)[:SKETCH])


def are_twins(one: Sketch, other: Sketch) -> bool:
    """Tell whether one story is the other, cut, edited or extended."""
    short, long = (one, other) if one.size <= other.size else (other, one)
    return (
        short.size >= FEWEST
        and _contained(short.runs, long.runs) >= CONTAINED
        and _contained(short.particulars, long.particulars) >= AGREED
        and _figures_agree(short.particulars, long.particulars)
    )


def _figures_agree(short: array[int], long: array[int]) -> bool:
    """Tell "39 ships wait at the canal" from the same agency's "30 ships wait" two days later."""
    figures = [h for h in short if h & 1]
    return len(figures) < FIGURES or len(set(figures).intersection(long)) * 2 >= len(figures)


def _contained(short: array[int], long: array[int]) -> float:
    """Return the part of one set found in another (0 to 1), estimated from their smallest hashes.

    Up to the lower of the two largest hashes both are complete samples.
    """
    ends = [each[-1] for each in (short, long) if len(each) == SKETCH]
    sample = short[: bisect_right(short, min(ends))] if ends else short
    return len(set(sample).intersection(long)) / len(sample) if sample else 1.0


def _hash(words: str) -> int:
    return crc32(words.encode("utf-8", "surrogatepass"))


def clusters(sketches: Mapping[str, Sketch]) -> list[tuple[str, ...]]:
    """Group stories that are copies of one another; keys in, sorted groups of two or more out.

    A story joins a group when it is the twin of any member: versions of a running story change
    step by step.
    """
    keys = sorted(sketches)
    parent = list(range(len(keys)))

    def root(of: int) -> int:
        while parent[of] != of:
            parent[of] = parent[parent[of]]
            of = parent[of]
        return of

    for one, other in _candidates([sketches[key] for key in keys]):
        a, b = root(one), root(other)
        if a != b and are_twins(sketches[keys[one]], sketches[keys[other]]):
            parent[max(a, b)] = min(a, b)
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for at, key in enumerate(keys):
        groups[root(at)].append(key)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    # Hash and story in one number: a sorted list of them takes a quarter of a dictionary's memory.
    held = sorted(
        run << 32 | at
        for at, each in enumerate(sketches)
        if each.size >= FEWEST
        for run in each.runs[:INDEXED]
    )
    shared: Counter[tuple[int, int]] = Counter()
    for _, holders in groupby(held, key=lambda each: each >> 32):
        stories = [each & 0xFFFFFFFF for each in holders]
        if 1 < len(stories) <= CROWD:
            shared.update(combinations(stories, 2))
    return (pair for pair, number in shared.items() if number >= SHARED)
