"""The journal: who withdrew, restored or confirmed what, when and why. It only ever grows.

Each line is JSON and holds the SHA-256 of the line before it, so that no line can be changed, taken
out or put in without all later ones telling. The register keeps the lines; `content/journal.jsonl`
is their copy for people.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

START = "0" * 64


def line_after(lines: Sequence[str], at: datetime, by: str, did: str, **facts: str) -> str:
    """Return the journal's next line; `at` is told in UTC, to the second."""
    entry = {
        "number": len(lines) + 1,
        "at": at.isoformat(timespec="seconds"),
        "by": by,
        "did": did,
        **{name: value for name, value in facts.items() if value},
        "previous": _sha256(lines[-1]) if lines else START,
    }
    return json.dumps(entry, ensure_ascii=False)


def faults(lines: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for every line that does not follow from the one before it."""
    previous = START
    for number, line in enumerate(lines, 1):
        entry = read(line)
        if entry.get("number") != number or entry.get("previous") != previous:
            yield f"line {number} does not follow from the line before it: one of them was changed"
        previous = _sha256(line)


def read(line: str) -> Mapping[str, str | int]:
    """Return what a line says; nothing if it is no JSON object."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def _sha256(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()
