"""The desks: which countries and organisations a story touches, and which it is about.

`load_desks()` once, then `desks.tag(article)` for each story: pure, no disk, no network.
Every name of both desks lies in one automaton, so that a longer name of one desk masks a shorter
name of the other ("Bank of England", "Indian Ocean Commission").
"""

from newsdesk.desks.newsroom import Desks, load_desks
from newsdesk.desks.settings import DeskSettings, desk_settings

__all__ = ["DeskSettings", "Desks", "desk_settings", "load_desks"]
