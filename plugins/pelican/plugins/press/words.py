"""The words of the interface, in the site's language: gettext catalogues that lie in the theme.

`THEME/locale/LANG/LC_MESSAGES/theme.mo`, LANG being DEFAULT_LANG. A language without a catalogue
gets the words as they stand in the templates, which are English.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Any

DOMAIN = "theme"


def teach(sender: Any) -> None:
    """Give templates `_` and `ngettext`; meant for Pelican's `initialized` signal."""
    settings = sender.settings
    folder = Path(settings["THEME"]) / "locale"
    language = settings["DEFAULT_LANG"].replace("-", "_")
    words = gettext.translation(DOMAIN, folder, [language], fallback=True)
    given = {"_": words.gettext, "ngettext": words.ngettext}
    settings["JINJA_GLOBALS"] = {**given, **settings["JINJA_GLOBALS"]}
    # Among the settings, so that press sees when a catalogue changes and makes pages anew.
    found = gettext.find(DOMAIN, folder, [language])
    settings["INTERFACE_WORDS"] = Path(found).read_bytes() if found else b""
