"""Advisories: which locked versions have known vulnerabilities, in the OSV format.

https://ossf.github.io/osv-schema/ says how a record tells which versions it is about. Records come
from a file (a record, a list of them, a folder or zip of them, as osv.dev hands out for PyPI) or,
version by version, from the service at api.osv.dev.
"""

from __future__ import annotations

import json
import urllib.request
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from newsdesk.errors import BadSetting, NotPossible
from newsdesk.supply.locks import Locked

SERVICE = "https://api.osv.dev/v1"
ECOSYSTEM = "PyPI"
SECONDS = 20  # to wait for the service's answer
BATCH = 500  # questions in one request; the service takes 1,000

Advisory = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """A locked package with a known vulnerability: its ids, what it is, where it is mended."""

    package: Locked
    id: str
    aliases: tuple[str, ...]
    summary: str
    fixed: tuple[str, ...]

    def __str__(self) -> str:
        also = f" ({', '.join(self.aliases)})" if self.aliases else ""
        mended = f"mended in {', '.join(self.fixed)}" if self.fixed else "no mended version is told"
        where = ", ".join(self.package.sets)
        name = f"{self.package.name} {self.package.version} [{where}]"
        return f"{name}: {self.id}{also}, {mended}. {self.summary}".strip()


def read(path: Path) -> Iterator[Advisory]:
    """Yield the records in a file, folder or zip. Raises BadSetting for what is no such record."""
    if path.is_dir():
        for inside in sorted(path.rglob("*.json")):
            yield from _records(inside.read_bytes(), inside.name)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in sorted(packed.namelist()):
                if name.endswith(".json"):
                    yield from _records(packed.read(name), name)
    elif path.is_file():
        yield from _records(path.read_bytes(), path.name)
    else:
        raise BadSetting(f"There is no file or folder of advisories at {path}.")


def check(packages: Iterable[Locked], advisories: Iterable[Advisory]) -> list[Finding]:
    """Return a finding for each package and advisory that meet, in the order of their names."""
    by_name: dict[str, list[Locked]] = {}
    for package in packages:
        by_name.setdefault(package.name, []).append(package)
    found = [
        _finding(package, advisory)
        for advisory in advisories
        if not advisory.get("withdrawn")
        for package in _named(advisory, by_name)
        if affects(advisory, package.name, package.version)
    ]
    return sorted(set(found), key=lambda each: (each.package.name, each.package.version, each.id))


def affects(advisory: Advisory, name: str, version: str) -> bool:
    """Tell whether an advisory is about this version of a package."""
    return any(
        version in entry.get("versions", ())
        or any(_within(version, spread) for spread in entry.get("ranges", ()))
        for entry in _entries(advisory, name)
    )


def ask(packages: Iterable[Locked], service: str = SERVICE) -> list[Finding]:
    """Ask the service about each package. Raises NotPossible when it cannot be reached."""
    packages = list(packages)
    ids: dict[str, None] = {}
    for at in range(0, len(packages), BATCH):
        queries = [
            {"package": {"name": one.name, "ecosystem": ECOSYSTEM}, "version": one.version}
            for one in packages[at : at + BATCH]
        ]
        for result in _reach(f"{service}/querybatch", {"queries": queries}).get("results", ()):
            ids |= dict.fromkeys(each["id"] for each in result.get("vulns", ()))
    return check(packages, (_reach(f"{service}/vulns/{one}") for one in ids))


def _reach(address: str, question: object = None) -> dict[str, Any]:
    data = None if question is None else json.dumps(question).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return dict(json.load(answer))
    except (OSError, ValueError) as error:
        raise NotPossible(
            f"The advisory service at {address} could not be reached ({error}): nothing was "
            "checked. Try again with a network, or name a file of advisories with --advisories."
        ) from None


def _records(data: bytes, name: str) -> Iterator[Advisory]:
    try:
        told = json.loads(data)
    except ValueError as error:
        raise BadSetting(f"{name} is no JSON: {error}; nothing was checked.") from None
    for record in told if isinstance(told, list) else [told]:
        if not isinstance(record, dict) or "id" not in record:
            raise BadSetting(f"{name} holds something that is no OSV record (it has no id).")
        yield record


def _named(advisory: Advisory, by_name: Mapping[str, list[Locked]]) -> Iterator[Locked]:
    names = {
        canonicalize_name(entry["package"]["name"])
        for entry in advisory.get("affected", ())
        if entry.get("package", {}).get("ecosystem") == ECOSYSTEM
    }
    return (package for name in sorted(names) for package in by_name.get(name, ()))


def _entries(advisory: Advisory, name: str) -> Iterator[Mapping[str, Any]]:
    for entry in advisory.get("affected", ()):
        package = entry.get("package", {})
        if package.get("ecosystem") == ECOSYSTEM and canonicalize_name(package["name"]) == name:
            yield entry


def _within(version: str, spread: Mapping[str, Any]) -> bool:
    """Follow the events of a range up to a version, as the OSV schema's own algorithm does."""
    if spread.get("type") not in ("ECOSYSTEM", "SEMVER"):
        return False  # GIT: commits say nothing about what a registry serves
    ours, inside = _version(version), False
    events = [pair for event in spread.get("events", ()) for pair in event.items()]
    for kind, told in sorted(events, key=lambda pair: (_version(pair[1]), pair[0] != "introduced")):
        theirs = _version(told)
        if kind == "introduced" and ours >= theirs:
            inside = True
        elif (kind == "fixed" and ours >= theirs) or (kind == "last_affected" and ours > theirs):
            inside = False
    return inside


def _version(words: str) -> Version:
    try:
        return Version(words)
    except InvalidVersion:
        return Version("0")  # "0" is what OSV writes for "from the first version on"


def _finding(package: Locked, advisory: Advisory) -> Finding:
    fixed = {
        event["fixed"]
        for entry in _entries(advisory, package.name)
        for spread in entry.get("ranges", ())
        if spread.get("type") != "GIT"
        for event in spread.get("events", ())
        if "fixed" in event
    }
    later = (each for each in fixed if _version(each) > _version(package.version))
    return Finding(
        package,
        str(advisory["id"]),
        tuple(sorted(map(str, advisory.get("aliases", ())))),
        " ".join(str(advisory.get("summary") or advisory.get("details", "")).split())[:200],
        tuple(sorted(later, key=_version)),
    )
