"""Which country each source writes from, learned from the tags: a proposal for archive.toml."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

ENOUGH_STORIES = 20
CLEAR_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Proposal:
    """`source` writes of `code` first in `share` of its `stories`."""

    source: str
    code: str
    share: float
    stories: int

    def __str__(self) -> str:
        return f'"{self.source}" = "{self.code}"  # {self.share:.0%} of {self.stories:,} stories'


def propose_default_countries(
    stories: Iterable[tuple[str, Collection[str]]], settled: Collection[str] = ()
) -> list[Proposal]:
    """Return a default country for each source that is clearly at home somewhere.

    `stories` are pairs of source and primary country codes; `settled` are the sources that have a
    default already. A source needs twenty stories, seven in ten of them about one country.
    """
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    for source, primary in stories:
        if source and source not in settled:
            count[source] += 1
            codes[source].update(set(primary))
    found = []
    for source in sorted(codes):
        if count[source] < ENOUGH_STORIES or not codes[source]:
            continue
        code, times = codes[source].most_common(1)[0]
        if times >= CLEAR_SHARE * count[source]:
            found.append(Proposal(source, code, times / count[source], count[source]))
    return found
