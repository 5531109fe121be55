"""The search language answered the slow way: every story's words looked at, no index anywhere.

A query is a tree of tuples, from which both its text (for the page) and its hits are made:
("word", w) ("exact", w) ("phrase", [w, ...]) ("prefix", start) ("title", [w, ...])
("facet", field, code) ("after", iso) ("before", iso) ("on", period) ("not", t) ("and"|"or", [t]).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pelican.plugins.search_index.stories import Story
from pelican.plugins.search_index.tokens import PARAGRAPH, tokens
from pelican.plugins.search_index.words import endings, families, relatives

Tree = tuple[Any, ...]
PRIORITY = {"or": 0, "and": 1, "not": 2}


@dataclass(frozen=True, slots=True)
class Read:
    """A story and its plain words; PARAGRAPH stands between headline and paragraphs."""

    story: Story
    title: tuple[str, ...]
    words: tuple[str, ...]


def read(story: Story, forms: dict[str, dict[str, str]]) -> Read:
    """Take the words of a story; notes in `forms` how each was written."""
    words: list[str] = []
    written = forms.setdefault(story.lang.split("-")[0], {})
    for block in (story.title, *story.paragraphs):
        found = list(tokens(block))
        words += [PARAGRAPH] if words and found else []
        words += [token.plain for token in found]
        for token in found:
            written.setdefault(token.form, token.plain)
    return Read(story, tuple(token.plain for token in tokens(story.title)), tuple(words))


class Brute:
    """All stories of an archive, searched by looking."""

    def __init__(self, stories: Sequence[Story]) -> None:
        forms: dict[str, dict[str, str]] = {}
        self.stories = [read(story, forms) for story in stories]
        by_language = families(forms)
        self.related = relatives(by_language)
        self.endings = endings(by_language)
        self.count = Counter(word for one in self.stories for word in set(one.words))
        self.sets = [frozenset(one.words) for one in self.stories]
        self.lines = [f" {' '.join(one.words)} " for one in self.stories]

    @lru_cache(maxsize=1000)  # noqa: B019 (one Brute lives as long as the bench)
    def forms(self, word: str) -> frozenset[str]:
        """Return the words a bare word stands for, by the rule of docs/search.md."""
        if word in self.count:
            return frozenset({word, *self.related.get(word, ())})
        for ending, other in self.endings:
            changed = word[: len(word) - len(ending)] + other
            if word.endswith(ending) and len(word) - len(ending) >= 3 and changed in self.count:
                return frozenset({word, changed, *self.related.get(changed, ())})
        if len(word) < 4:
            return frozenset({word})
        near = (w for w in self.count if w.startswith(word) and len(w) <= len(word) + 3)
        return frozenset({word, *near})

    def hits(self, tree: Tree) -> set[str]:
        """Return the addresses of the stories a query selects."""
        return {
            one.story.url
            for number, one in enumerate(self.stories)
            if self._selects(tree, number, one)
        }

    def _selects(self, tree: Tree, number: int, one: Read) -> bool:
        kind, asked = tree[0], tree[1]
        story = one.story
        if kind == "word":
            return not self.sets[number].isdisjoint(self.forms(asked))
        if kind == "exact":
            return asked in self.sets[number]
        if kind == "phrase":
            return f" {' '.join(asked)} " in self.lines[number]
        if kind == "prefix":
            return f" {asked}" in self.lines[number]
        if kind == "title":
            return f" {' '.join(asked)} " in f" {' '.join(one.title)} "
        if kind == "facet":
            return tree[2] in self._codes(story, asked)
        if kind == "after":
            return story.date[:10] >= asked
        if kind == "before":
            return "" < story.date[:10] < asked
        if kind == "on":
            return story.date.startswith(asked)
        if kind == "not":
            return not self._selects(asked, number, one)
        some = any if kind == "or" else all
        return some(self._selects(part, number, one) for part in asked)

    @staticmethod
    def _codes(story: Story, field: str) -> tuple[str, ...]:
        return {
            "country": story.countries,
            "organization": story.organizations,
            "source": (story.source,),
            "lang": (story.lang,),
        }[field]


def text(tree: Tree, within: int = -1) -> str:
    """Write a query as a reader would type it."""
    kind, asked = tree[0], tree[1]
    if kind in ("or", "and"):
        joint = " OR " if kind == "or" else " "
        written = joint.join(text(part, PRIORITY[kind]) for part in asked)
        return f"({written})" if within >= PRIORITY[kind] else written
    if kind == "not":
        return f"NOT {text(asked, PRIORITY['not'])}"
    if kind == "facet":
        field = {"organization": "org"}.get(asked, asked)
        return f'{field}:"{tree[2]}"' if not tree[2].isalnum() else f"{field}:{tree[2]}"
    if kind == "phrase":
        return f'"{" ".join(asked)}"'
    if kind == "title":
        return f'title:"{" ".join(asked)}"'
    return {"word": f"{asked}", "exact": f'"{asked}"', "prefix": f"{asked}*"}.get(
        kind, f"{kind}:{asked}"
    )
