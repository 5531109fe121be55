"""Rules and headings are loaded once for all archives that bring the same of their own.

Loading them takes two seconds of a processor, and most tests of the newsdesk make an archive.
"""

from collections import OrderedDict
from functools import wraps

KEPT = 6  # what the shipped files make, and the archives at work


def once(load):
    """Return `load` so that a folder with the same bytes and settings is loaded once a process.

    What it returns is read only. A folder's path is part of the key, because errors name it; no
    error is kept.
    """
    made = OrderedDict()

    @wraps(load)
    def loaded(extra=None, *settings, **named):
        there = sorted(extra.glob("*")) if extra else ()
        own = tuple((path, path.read_bytes()) for path in there if path.is_file())
        key = own, repr(settings), repr(named)
        if key not in made:
            made[key] = load(extra, *settings, **named)
            if len(made) > KEPT:
                made.popitem(last=False)
        made.move_to_end(key)
        return made[key]

    return loaded
