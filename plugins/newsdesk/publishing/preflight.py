"""The pre-flight: files and bytes of a built site against what a host is known to take."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from newsdesk.errors import BadSetting


@dataclass(frozen=True, slots=True)
class Measured:
    """A site counted: files, bytes, its largest file and its fullest folder with their numbers."""

    files: int
    bytes: int
    largest: tuple[str, int]
    fullest: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Host:
    """What a host takes (0: no limit is known), where it says so, and what to do above that."""

    name: str
    title: str
    advice: str
    source: str
    files: int = 0
    bytes: int = 0
    file_bytes: int = 0
    folder_files: int = 0


@cache
def hosts() -> dict[str, Host]:
    """Return the known hosts by name."""
    table = tomllib.loads(files("newsdesk.publishing").joinpath("hosts.toml").read_text("utf-8"))
    return {
        name: Host(name, **{k: v for k, v in row.items() if k in Host.__slots__})
        for name, row in table.items()
    }


def host(name: str) -> Host:
    """Return a host by name; raises BadSetting for one that is not known."""
    if name not in hosts():
        raise BadSetting(f"«{name}» is no host whose limits are known: {', '.join(hosts())}.")
    return hosts()[name]


def measure(site: Path) -> Measured:
    """Count a built site."""
    number = total = 0
    largest, fullest = ("", 0), ("", 0)
    for folder, _, names in os.walk(site):
        shown = os.path.relpath(folder, site).replace(os.sep, "/")
        fullest = max(fullest, (shown, len(names)), key=lambda pair: pair[1])
        for name in names:
            size = os.stat(os.path.join(folder, name)).st_size  # noqa: PTH116, PTH118 - many files
            number, total = number + 1, total + size
            if size > largest[1]:
                largest = (f"{shown}/{name}".removeprefix("./"), size)
    return Measured(number, total, largest, fullest)


def over(measured: Measured, host: Host) -> Iterator[str]:
    """Yield a sentence for every limit of a host that the site is over."""
    name, biggest = measured.largest
    folder, most = measured.fullest
    for count, limit, told in (
        (measured.files, host.files, f"The site has {measured.files:,} files"),
        (measured.bytes, host.bytes, f"The site has {measured.bytes:,} bytes"),
        (biggest, host.file_bytes, f"{name} has {biggest:,} bytes"),
        (most, host.folder_files, f"The folder {folder} has {most:,} files"),
    ):
        if limit and count > limit:
            yield f"{told}; {host.title} takes {limit:,} ({host.source})."
