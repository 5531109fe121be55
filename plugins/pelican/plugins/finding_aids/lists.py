"""Lists of stories over several pages, numbered from the oldest so that full pages never change.

Page 1 holds the oldest twenty stories, page 2 the next twenty. The list's own address shows what
is newer than the last full page before it: twenty to thirty-nine stories.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Here
from pelican.plugins.press.record import Record

Variables = Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where a page stands in its list; `total` and `count` on the newest page only."""

    number: int
    newer: str | None
    older: str | None
    newest: str
    oldest: str
    total: int | None
    count: int | None


def plan_list(
    edition: Edition,
    here: Here,
    template: str,
    records: Sequence[Record],
    newest: Variables,
    inner: Variables,
    facts: bytes,
) -> None:
    """Plan all pages of a list. `records` come oldest first.

    `newest` gives the variables of its newest page, which depend on `facts`; `inner` those of the
    others, which must depend on the list's name alone.
    """
    per_page = edition.settings["STORIES_PER_PAGE"]
    last = max(1, len(records) // per_page)
    for number in range(1, last + 1):
        is_newest = number == last
        shown = records[(number - 1) * per_page : None if is_newest else number * per_page][::-1]
        pages = Pagination(
            number,
            None if is_newest else _address(here.url, number + 1, last),
            _address(here.url, number - 1, last) if number > 1 else None,
            here.url,
            _address(here.url, 1, last),
            last if is_newest else None,
            len(records) if is_newest else None,
        )
        page = here if is_newest else _inner(edition, here, number)
        _plan_page(
            edition,
            page,
            template,
            shown,
            pages,
            newest if is_newest else inner,
            facts if is_newest else b"",
        )


def _plan_page(
    edition: Edition,
    here: Here,
    template: str,
    shown: Sequence[Record],
    pages: Pagination,
    more: Variables,
    facts: bytes,
) -> None:
    def variables() -> dict[str, Any]:
        return {"cards": [Markup(record.card) for record in shown], "pagination": pages, **more()}

    inputs = digest(
        edition.card, b"".join(record.digest for record in shown), repr(pages).encode(), facts
    )
    edition.page(f"{here.url}index.html", template, inputs, here, variables)


def _inner(edition: Edition, here: Here, number: int) -> Here:
    said = edition.settings["JINJA_GLOBALS"]["_"]
    url = pages_url(here.url, number)
    page = said("page %(number)s") % {"number": number}
    title = f"{here.title}, {page}" if here.title else page
    return replace(here, url=url, title=title, description="", data=())


def pages_url(base: str, number: int) -> str:
    """Return the address of one full page of a list: `country/chad/page/3/`."""
    return f"{base}page/{number}/"


def _address(base: str, number: int, last: int) -> str:
    return base if number == last else pages_url(base, number)
