"""`here`: what a page says about itself, for its head and the main menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from markupsafe import Markup

from .story import Story

NOTHING = Markup()
# Search engines are to forget a withdrawn story.
UNSEEN = Markup('<meta name="robots" content="noindex">\n')


# Languages an interface may speak that are written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Feed(NamedTuple):
    """A feed to announce."""

    url: str
    title: str


class Datum(NamedTuple):
    """The same page for machines: where, of what media type, and its short name."""

    url: str
    type: str
    label: str


@dataclass(slots=True)
class Here:
    """This page: see docs/theme.md."""

    kind: str
    url: str = ""
    title: str = ""
    description: str = ""
    lang: str = "en"
    dir: str = ""
    feeds: Sequence[Feed] = ()
    data: Sequence[Datum] = ()
    metadata: Markup = NOTHING

    def __post_init__(self) -> None:
        self.dir = self.dir or ("rtl" if self.lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr")


class Metadata(Protocol):
    """Whoever writes the metadata of pages (finding_aids does)."""

    def story(self, story: Story) -> Here:
        """Return what a story's page says about itself."""

    def list(self, here: Here) -> Here:
        """Complete what any other page says about itself."""


class Plain:
    """No metadata: press without finding_aids."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def story(self, story: Story) -> Here:
        """Return the bare facts of a story's page."""
        kind = "withdrawn" if story.withdrawn else "story"
        unseen = UNSEEN if story.withdrawn else NOTHING
        return Here(kind, story.url, story.title, story.summary, self._lang, metadata=unseen)

    def list(self, here: Here) -> Here:
        """Return the page as it is."""
        return here
