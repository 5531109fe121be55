"""The words of the interface, in the site's language: gettext catalogues that lie in the theme.

`THEME/locale/LANG/LC_MESSAGES/theme.mo`, LANG being DEFAULT_LANG. A language without a catalogue
gets the words as they stand in the templates, which are English.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Any

from . import dates

DOMAIN = "theme"


def teach(sender: Any) -> None:
    """Give templates `_`, `ngettext` and `number`; meant for Pelican's `initialized` signal."""
    settings = sender.settings
    folder = Path(settings["THEME"]) / "locale"
    language = settings["DEFAULT_LANG"].replace("-", "_")
    words = gettext.translation(DOMAIN, folder, [language], fallback=True)
    settings["JINJA_GLOBALS"] = {
        "_": words.gettext,
        "gettext": words.gettext,
        "ngettext": words.ngettext,
        "number": number_in(language),
        **settings["JINJA_GLOBALS"],
    }
    dates.speak(language, words)
    # Among the settings, so that press sees when a catalogue changes and makes pages anew.
    found = gettext.find(DOMAIN, folder, [language])
    settings["INTERFACE_WORDS"] = Path(found).read_bytes() if found else b""


def number_in(language: str) -> Any:
    """Return the function that writes 17342 as "17,342", in the manner of a language."""
    if language.startswith("en"):
        return "{:,}".format
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return "{:,}".format
    return cache(lambda number: format_decimal(number, locale=locale))
