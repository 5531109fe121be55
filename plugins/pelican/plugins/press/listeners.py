"""Plugins of other people: who listens to what, so that press never works past them."""

from __future__ import annotations

from typing import Any

from pelican.plugins import signals

OURS = tuple(
    f"pelican.plugins.{name}."
    for name in ("press", "finding_aids", "search_index", "offline_edition")
)
# These are told of single stories or of all of them, or what pages are made with: what they do, of
# data of their own, cannot be remembered from the last build, so every story is read again for them
# and kept.
OF_STORIES = (
    "generator_init",
    "article_generator_init",
    "get_generators",
    "content_object_init",
    "article_generator_pretaxonomy",
    "article_generator_finalized",
    "article_generator_write_article",
    "article_writer_finalized",
    "all_generators_finalized",
    "content_written",
)
# Press reads stories and writes feeds by itself, so nobody is ever told of these.
UNSENT = (
    "article_generator_preread",
    "article_generator_context",
    "feed_generated",
    "feed_written",
)


def guests() -> list[str]:
    """Return "module (signal)" of every listener of stories or pages that is not ours."""
    return listening(OF_STORIES)


def unheard() -> list[str]:
    """Return "module (signal)" of every listener that would wait in vain."""
    return listening(UNSENT)


def listening(names: tuple[str, ...]) -> list[str]:
    """Return "module (signal)" of every listener to one of these signals that is not ours."""
    found = []
    for name in names:
        signal = getattr(signals, name)
        for receiver in signal.receivers_for(None):
            module = _module(receiver)
            if not f"{module}.".startswith(OURS):
                found.append(f"{module} ({name})")
    return sorted(found)


def _module(receiver: Any) -> str:
    return str(getattr(receiver, "__module__", "") or type(receiver).__module__)
