"""The locks: which packages, in which versions, with which hashes, for which set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from newsdesk.errors import BadSetting

ENTRY = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)(?P<rest>.*)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
RUNTIME, TEST = "runtime", "test"


@dataclass(frozen=True, slots=True)
class Locked:
    """A package in one version: the sets that lock it, and the SHA-256 of its files.

    `marker` says on which systems it is installed ("" on all).
    """

    name: str
    version: str
    sets: tuple[str, ...]
    hashes: tuple[str, ...]
    marker: str = ""

    @property
    def here(self) -> bool:
        """Whether this system and this Python are among those it is for."""
        return not self.marker or Marker(self.marker).evaluate()


def read_locks(folder: Path) -> list[Locked]:
    """Return what the locks of `requirements/` hold, by name; each version once.

    Raises BadSetting for a line that is no locked package.
    """
    found: dict[tuple[str, str], Locked] = {}
    for path in sorted(folder.rglob("*.txt")):
        name = path.stem
        if name == "constraints":
            continue
        for one in _read(path, name):
            key = (one.name, one.version)
            if key in found:
                sets = tuple(dict.fromkeys([*found[key].sets, *one.sets]))
                one = Locked(one.name, one.version, sets, found[key].hashes, found[key].marker)
            found[key] = one
    return [found[key] for key in sorted(found)]


def _read(path: Path, name: str) -> Iterator[Locked]:
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        entry = ENTRY.match(line)
        hashes = tuple(HASH.findall(line))
        if entry is None or not hashes:
            raise BadSetting(
                f"{path.name}, entry {number}: no «name==version» with hashes: {line[:60]}"
            )
        marker = entry["rest"].partition("--hash")[0].strip().removeprefix(";").strip()
        yield Locked(canonicalize_name(entry["name"]), entry["version"], (name,), hashes, marker)
