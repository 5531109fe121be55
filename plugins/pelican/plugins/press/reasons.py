"""The evidence of tags in the interface's language.

The desks write it in English when a story is filed ("in the headline and 3 times in the text"). It
is put together from few parts; a part that is not known here stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

PART = re.compile(
    r"filed from (?P<place>.+?)(?=$| and (?:in the headline|once|twice|\d+ times))"
    r"|(?P<times>\d+) times in the text|[^\s].*?(?=$| and )"
)
AND = re.compile(r" and ")


def reasons_in(settings: dict[str, Any]) -> Callable[[str], str]:
    """Return the function that says a reason in the site's language."""
    if settings["DEFAULT_LANG"].partition("-")[0] == "en":
        return lambda reason: reason
    said, plural = settings["JINJA_GLOBALS"]["_"], settings["JINJA_GLOBALS"]["ngettext"]

    def part(found: re.Match[str]) -> str:
        if found["place"]:
            return str(said("filed from %(place)s") % {"place": found["place"]})
        count = {"once in the text": 1, "twice in the text": 2}.get(found[0], found["times"])
        if count:
            words = plural("%(num)s time in the text", "%(num)s times in the text", int(count))
            return str(words % {"num": count})
        return str(said(found[0]))

    @cache
    def told(reason: str) -> str:
        parts, at = [], 0
        while found := PART.match(reason, at):
            parts.append(part(found))
            gap = AND.match(reason, found.end())
            at = gap.end() if gap else len(reason)
        words = parts[0] if parts else reason
        for other in parts[1:]:
            words = said("%(one)s and %(other)s") % {"one": words, "other": other}
        return words

    return told
