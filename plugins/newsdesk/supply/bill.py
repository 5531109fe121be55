"""A software bill of materials in CycloneDX's JSON (1.6), made from the locks.

https://cyclonedx.org/docs/1.6/json/ names the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from newsdesk import __version__
from newsdesk.supply.licences import Licensed, licences
from newsdesk.supply.locks import RUNTIME, TEST, Locked

NAME = "backfile"
LICENCE = "AGPL-3.0-or-later"


def bill(packages: Iterable[Locked], at: datetime | None = None) -> str:
    """Return the bill as JSON; the same locks at the same time give the same bytes.

    Licences are those of what is installed here; where a package is not, it names none.
    """
    known = licences(packages)
    root = f"pkg:pypi/{NAME}@{__version__}"
    parts = [_component(each) for each in known]
    told: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps([root, parts]))}",
        "version": 1,
        "metadata": {
            "timestamp": (at or datetime.now(UTC)).isoformat(timespec="seconds"),
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": NAME,
                "version": __version__,
                "purl": root,
                "licenses": [{"expression": LICENCE}],
            },
        },
        "components": parts,
        # The locks say what is installed, not who asked for it: so all hangs on the root.
        "dependencies": [{"ref": root, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _component(known: Licensed) -> dict[str, Any]:
    locked = known.locked
    purl = f"pkg:pypi/{locked.name}@{locked.version}"
    facts: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl,
        "name": locked.name,
        "version": locked.version,
        "scope": _scope(locked),
        "purl": purl,
    }
    if known.clear:
        facts["licenses"] = [{"license": {"name": known.licence}}]
    facts["properties"] = [
        *({"name": "backfile:set", "value": name} for name in locked.sets),
        *({"name": "backfile:marker", "value": locked.marker} for _ in [0] if locked.marker),
        # A package has a hash for each of its files; a component's own field is for one file's.
        *({"name": "backfile:sha256", "value": digest} for digest in locked.hashes),
    ]
    return facts


def _scope(locked: Locked) -> str:
    """Return CycloneDX's word: what runs, what an extra adds, what only tests need."""
    if RUNTIME in locked.sets:
        return "required"
    return "excluded" if set(locked.sets) == {TEST} else "optional"
