"""From the path that the user names to files, in the order of their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from newsdesk.intake.archives import DEBRIS
from newsdesk.intake.item import printable


def files(path: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name in the dump, path) of each file under `path`, which may itself be a file.

    Folders are read in the order of names. Links inside a folder are yielded, not followed.
    """
    if not path.is_dir():
        yield printable(path.name), path
        return
    closed: list[OSError] = []
    for folder, below, names in os.walk(path, followlinks=False, onerror=closed.append):
        links = [name for name in below if Path(folder, name).is_symlink()]
        below[:] = sorted(set(below).difference(links))
        for name in sorted({*names, *links}):
            found = Path(folder, name)
            shown = found.relative_to(path).as_posix()
            if not DEBRIS.search(shown):
                yield "/".join(map(printable, shown.split("/"))), found
    for error in closed:
        found = Path(str(error.filename))
        yield printable(found.relative_to(path).as_posix()), found


def refusal(path: Path, *, named: bool) -> str:
    """Return why a file is not opened, or ''. A link is followed only where the user named it."""
    try:
        mode = (path.stat() if named else path.lstat()).st_mode
    except OSError as error:
        return f"It cannot be opened: {(error.strerror or 'unknown error').lower()}."
    if stat.S_ISDIR(mode):
        return "It is a folder that cannot be opened."
    if stat.S_ISLNK(mode):
        return "It is a link, which is not followed; name its target if you want it read."
    if not stat.S_ISREG(mode):
        return "It is a device, pipe or socket, not a file."
    return ""
