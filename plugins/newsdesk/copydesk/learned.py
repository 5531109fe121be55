"""Furniture learned from an archive: blocks that many different stories of one source share.

A block in three stories is furniture; in two it may be a near-copy of one story. Near-copies are
counted once, figures are masked, and what is found is only proposed: a pack to read and keep. A
story that holds nothing but such blocks is one of a series (rates, tides), so it speaks for none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.rule_fields import Place
from newsdesk.copydesk.rulebook import Rulebook
from newsdesk.records import Article

LEAST_STORIES = 3
LONG = 15  # words: a paragraph this long that two stories share makes them likely copies
COMMON = 40  # a paragraph in more stories than this says nothing about copies
LONGEST = 900


@dataclass(frozen=True, slots=True)
class Learned:
    """A block that `stories` different stories of a source share, with some of its forms."""

    source: str
    masked: str
    stories: int
    examples: tuple[str, ...]


def learn(articles: Iterable[Article], least: int = LEAST_STORIES) -> list[Learned]:
    """Return the kept blocks that recur in at least `least` different stories of one source."""
    by_source: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_source[article.syndicator or article.source].append(article)
    found = [
        one
        for source, group in sorted(by_source.items())
        for one in recurring(source, group, least)
    ]
    return sorted(found, key=lambda one: (-one.stories, one.source, one.masked))


def recurring(source: str, articles: Sequence[Article], least: int) -> list[Learned]:
    """Return the recurring blocks among the stories of one source."""
    story_of = near_copies(articles)
    stories: dict[str, set[int]] = defaultdict(set)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    keys = [{p: masked(p) for p in a.paragraphs} for a in articles]
    for number, article in enumerate(articles):
        for paragraph in article.paragraphs:
            if len(paragraph) <= LONGEST:
                stories[keys[number][paragraph]].add(number)
                forms[keys[number][paragraph]][paragraph] += 1
    of_its_own = {
        number
        for number, its_keys in enumerate(keys)
        if any(len(stories.get(key, ())) < least for key in its_keys.values())
    }
    told = {key: len({story_of[n] for n in seen & of_its_own}) for key, seen in stories.items()}
    return [
        Learned(source, key, count, tuple(f for f, _ in forms[key].most_common(3)))
        for key, count in told.items()
        if count >= least
    ]


def masked(paragraph: str) -> str:
    """Return a paragraph with its figures masked and its case folded."""
    return re.sub(r"\d+", "0", " ".join(paragraph.casefold().split()))


def block_id(text: str) -> str:
    """Return the id of a block, the same whatever its figures and case: eight hex digits."""
    return sha256(masked(text).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def near_copies(articles: Sequence[Article]) -> list[int]:
    """Return for each story the number of the first one it is a near-copy of, or its own.

    Copies share more than half of their paragraphs of some length.
    """
    long_ones = [{masked(p) for p in a.paragraphs if len(p.split()) >= LONG} for a in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    story_of = list(range(len(articles)))
    for number, paragraphs in enumerate(long_ones):
        shared = Counter(
            other for p in paragraphs if len(holders[p]) <= COMMON for other in holders[p]
        )
        for other, times in shared.items():
            if 2 * times > min(len(paragraphs), len(long_ones[other])):
                story_of[number] = min(story_of[number], story_of[other])
        for paragraph in paragraphs:
            holders[paragraph].append(number)
    return story_of


def undecided(learned: Iterable[Learned], rulebook: Rulebook) -> list[Learned]:
    """Return what was learned but for the blocks that a person's rule keeps as the story."""
    kept = [rule for rule in rulebook.rules if rule.at == "keep"]
    return [
        one
        for one in learned
        if not any(rule.find(folded(form)) for rule in kept for form in one.examples)
    ]


def write_pack(folder: Path, learned: Sequence[Learned]) -> Path:
    """Write a pack of what was learned, and return its file: none that is there is written over.

    `learned.toml`, `learned-2.toml` and so on: a person may have edited the first.
    """
    text = as_pack(learned)
    others = (folder / f"learned-{number}.toml" for number in count(2))
    pages = chain([folder / "learned.toml"], others)
    page = next(p for p in pages if not p.exists() or p.read_text("utf-8") == text)
    page.write_text(text, "utf-8")
    return page


def as_pack(learned: Iterable[Learned], pack: str = "learned") -> str:
    """Return a rule pack in TOML that cuts what was learned, for a person to review."""
    rules = [
        rule_for(
            f"block-{number}",
            one.examples[0],
            f"In {one.stories} different stories of {one.source or 'an unnamed source'}.",
            one.stories,
        )
        for number, one in enumerate(learned, 1)
    ]
    why = "Proposed by rules learn: blocks that recur in an archive. Delete what is no furniture."
    return f'[pack]\nid = "{pack}"\nwhy = "{why}"\n' + "".join(f"\n{rule}" for rule in rules)


def rule_for(name: str, text: str, why: str, stories: int, at: Place = "line") -> str:
    """Return a rule in TOML that cuts (or keeps) a block of this text, whatever its figures."""
    pattern = re.sub(r"\d+", r"\\d+", re.escape(folded(text)).replace(r"\ ", " "))
    comment = f"# {stories} stories\n" if stories > 1 else ""
    return (
        f'{comment}[[rule]]\nid = {quoted(name)}\nwhy = {quoted(why)}\nat = "{at}"\n'
        f"pattern = {quoted(pattern)}\nmatches = [{quoted(text)}]\nspares = []\n"
    )


def quoted(text: str) -> str:
    """Return a TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda m: f"\\u{ord(m.group()):04x}", escaped) + '"'
