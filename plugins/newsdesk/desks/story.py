"""A story as the desks read it: one text, and the way back from it to the paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from newsdesk.records import Article, Mention

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Story:
    """Title and paragraphs joined by line breaks.

    `starts[0]` is where the title starts (0), `starts[n]` where paragraph `n - 1` does; `body` is
    where the first paragraph starts. The dateline is not in the text: see `article.place`.
    """

    article: Article
    text: str
    starts: tuple[int, ...]
    body: int

    def mention(self, start: int, end: int, reason: str) -> Mention:
        """Return the mention for `text[start:end]`, counted in its own paragraph."""
        part = bisect_right(self.starts, start) - 1
        offset = self.starts[part]
        return Mention(part - 1, start - offset, end - offset, reason)


def read_story(article: Article) -> Story:
    """Return the text of an article as the desks read it."""
    parts = (article.title, *article.paragraphs)
    starts, position = [], 0
    for part in parts:
        starts.append(position)
        position += len(part) + len(BREAK)
    return Story(article, BREAK.join(parts), tuple(starts), len(article.title) + len(BREAK))
