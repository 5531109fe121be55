"""From a content file to a Story: our own shape at once, any other through Pelican's readers."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from functools import partial
from html import escape
from typing import Any

from pelican.contents import Article, SkipStub
from pelican.readers import Readers

from .contentfile import Sheet, parse
from .errors import BrokenStory
from .story import Places, Story
from .terms import Terms

LINK_MARKS = (
    "{filename}",
    "{static}",
    "{attach}",
    "{index}",
    "{tag}",
    "{category}",
    "{author}",
    "|filename|",
)


# Files are opened, read and closed by the system's own calls: half the time of `open`.
READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
MOST = 1 << 16


# Pelican's own, which tells of links that lead nowhere.
logger = logging.getLogger("pelican.contents")


def _resolved(story: Story, siteurl: str) -> str:
    """Return a story's text with its links resolved; who tells of one of them names the story."""

    def named(record: logging.LogRecord) -> bool:
        record.msg = f"{story.path}: {record.msg}"
        return True

    logger.addFilter(named)
    try:
        return str(story._update_content(story._content, siteurl))
    finally:
        logger.removeFilter(named)


class Desk:
    """Reads stories; what all of them share (settings, terms, places) is made once."""

    def __init__(
        self, settings: dict[str, Any], context: dict[str, Any], readers: Readers, terms: Terms
    ) -> None:
        self._settings = settings
        self._context = context
        self._readers = readers
        self._terms = terms
        self._places = Places(settings)
        self._root = settings["PATH"]

    def bytes(self, path: str) -> bytes:
        """Return the bytes of a content file, named relative to PATH."""
        try:
            place = os.open(os.path.join(self._root, path), READING)
        except PermissionError:
            raise BrokenStory(f"{path} may not be read: let this user read it.") from None
        try:
            data = os.read(place, MOST)
            if len(data) == MOST:
                data += b"".join(iter(partial(os.read, place, MOST), b""))
            return data
        finally:
            os.close(place)

    def story(self, path: str, data: bytes) -> Story | None:
        """Return the story of a content file; None when its status keeps it out of the site.

        A withdrawn one (see newsdesk.withdrawal) has a page, though no list shows it.

        Raises BrokenStory with the file's name and what to do.
        """
        if b"\0" in data:  # no feed may hold one, no file name can; disks leave them after a crash
            raise BrokenStory(
                f"{path} holds a zero byte (byte {data.index(0) + 1}), as no text does: "
                "take it out and look whether all else is there, or file it again from its dump."
            )
        sheet = self._own(path, data) or self._foreign(path)
        if sheet is None:
            return None
        published = sheet.facts.get("status", "published").lower() == "published"
        if not published and not sheet.facts.get("withdrawn"):
            return None
        if not sheet.title.strip():
            raise BrokenStory(f"{path} has no title: write one between <title> and </title>.")
        story = Story(sheet, path, self._settings, self._context, self._places, self._terms)
        return story if story.status == "published" else None  # a plugin may say otherwise

    def links(self, story: Story) -> tuple[str, ...]:
        """Return the static files a story links to, and "" if it links to other content."""
        body = story._content
        if "{" not in body or not any(mark in body for mark in LINK_MARKS):
            return ()
        return ("", *sorted(story.get_static_links()))

    def there(self, links: Iterable[str]) -> set[str]:
        """Return those files of `links` that are there; a page that shows another tells of it."""
        return {link for link in links if os.path.isfile(os.path.join(self._root, link))}

    def resolve(self, story: Story) -> None:
        """Turn links to other content files into addresses; all of them must have been read."""
        story.get_content = partial(_resolved, story)

    def _own(self, path: str, data: bytes) -> Sheet | None:
        if not path.endswith(".html"):
            return None
        try:
            return parse(data.decode())
        except UnicodeDecodeError as error:
            raise BrokenStory(
                f"{path} is not UTF-8 (byte {error.start + 1}): save it in that encoding, "
                "or file the story again from its dump."
            ) from None

    def _foreign(self, path: str) -> Sheet | None:
        try:
            article = self._readers.read_file(
                base_path=self._root, path=path, content_class=Article, context=self._context
            )
        except Exception as error:
            raise BrokenStory(
                f"{path} cannot be read as a story: {str(error).rstrip('.')}. "
                "Mend it by the pattern of another story, or file it again from its dump."
            ) from error
        if isinstance(article, SkipStub):
            return None
        if not article._content:
            raise BrokenStory(
                f"{path} has no text: its <body> or </body> is missing. "
                "Mend it, or file it again from its dump."
            )
        return Sheet(str(getattr(article, "title", "")), _facts(article), article._content)


def _facts(article: Article) -> dict[str, str]:
    """Return the facts of an article that Pelican read, in the form filing writes them."""
    facts = {name: value for name, value in article.metadata.items() if isinstance(value, str)}
    facts.pop("title", None)
    date = article.metadata.get("date")
    if date is not None:
        facts["date"] = date.strftime("%Y-%m-%d %H:%M" if date.hour or date.minute else "%Y-%m-%d")
    facts["tags"] = "".join(f"{tag}; " for tag in article.metadata.get("tags", ())).strip()
    facts["category"] = str(article.metadata.get("category", ""))
    facts.setdefault("slug", article.slug)
    facts.setdefault("summary", escape(_first_words(article)))
    return facts


def _first_words(article: Article) -> str:
    from markupsafe import Markup

    words = Markup(article._content).striptags().split()
    return " ".join(words[:36]) + (" …" if len(words) > 36 else "")
