"""Makes queries from the words of an archive: all operators, common and rare words, seeded."""

from __future__ import annotations

from random import Random

from pelican.plugins.search_index.stopwords import STOPWORDS
from pelican.plugins.search_index.tokens import PARAGRAPH

from bench.search_brute import Brute, Read, Tree

LITTLE = frozenset(STOPWORDS)


class Asker:
    """Draws queries about the stories of an archive."""

    def __init__(self, brute: Brute, seed: int = 21578) -> None:
        self.random = Random(seed)
        self.brute = brute
        self.known = sorted(
            word for word, count in brute.count.items()
            if count > 1 and len(word) > 2 and word.isalpha() and word not in LITTLE
        )  # fmt: skip

    def _story(self) -> Read:
        return self.random.choice(self.brute.stories)

    def _word(self) -> str:
        """Take a word of a story (so: mostly a common one), every third time any word."""
        fitting = [w for w in self._story().words if len(w) > 2 and w.isalpha() and w not in LITTLE]
        if fitting and self.random.random() < 0.67:
            return self.random.choice(fitting)
        return self.random.choice(self.known)

    def _phrase(self, words: tuple[str, ...]) -> list[str]:
        length = self.random.randint(2, 4)
        start = self.random.randrange(max(1, len(words) - length))
        found = [word for word in words[start : start + length] if word != PARAGRAPH]
        return found or [self._word()]

    def leaf(self) -> Tree:
        """Draw one operand."""
        kind = self.random.choice(
            ["word"] * 5 + ["exact", "phrase", "phrase", "prefix", "title", "facet", "date"]
        )
        story = self._story()
        if kind == "phrase":
            return ("phrase", self._phrase(story.words))
        if kind == "title":
            return ("title", self._phrase(story.title))
        if kind == "prefix":
            return ("prefix", self._word()[: self.random.randint(4, 6)])
        if kind == "facet":
            fields = {"country": story.story.countries, "organization": story.story.organizations}
            field, codes = self.random.choice(sorted(fields.items()))
            return ("facet", field, self.random.choice(codes)) if codes else self.leaf()
        if kind == "date" and story.story.date:
            asked = self.random.choice(["after", "before", "on"])
            length = self.random.choice([7, 10]) if asked == "on" else 10
            return (asked, story.story.date[:length])
        if kind == "date":
            return self.leaf()
        return (kind, self._word())

    def tree(self, depth: int = 2) -> Tree:
        """Draw a query."""
        kind = self.random.choice(["leaf", "and", "and", "or", "not"]) if depth else "leaf"
        if kind == "leaf":
            return self.leaf()
        if kind == "not":
            return ("and", [self.tree(depth - 1), ("not", self.leaf())])
        return (kind, [self.tree(depth - 1) for _ in range(self.random.randint(2, 3))])

    def misspelt(self) -> Tree:
        """Draw a word with an ending nobody wrote."""
        return ("word", self._word() + self.random.choice(["s", "ing", "ed", "zz", "'s"[1:]]))


def queries(brute: Brute, count: int) -> list[Tree]:
    """Return that many different queries; the first ones are single operands."""
    asker = Asker(brute)
    found: dict[str, Tree] = {}
    while len(found) < count:
        number = len(found)
        if number < count // 4:
            tree = asker.leaf()
        elif number % 12 == 0:
            tree = asker.misspelt()
        else:
            tree = asker.tree()
        found[repr(tree)] = tree
    return list(found.values())
