"""Which stories are near-copies of one another: the newsdesk's `twins.tsv`, told to each shard.

A shard's `twins.json` maps a row of its table to the number of the row's group. It is apart from
the bundle because a new story may be the twin of one in a shard that is not built again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson
from newsdesk.disk import write_changed
from pelican.plugins.press.twins import TWINS, name_in_list

from .shards import Facts


def read_groups(path: Path) -> dict[str, int]:
    """Return the group of each file named in `twins.tsv`; empty if there is none."""
    if not path.exists():
        return {}
    lines = path.read_text("utf-8").splitlines()
    return {name: number for number, line in enumerate(lines) for name in line.split("\t")}


def write_twins(
    every: Iterable[Facts], content: Path, choice: Mapping[str, Any], output: Path
) -> dict[str, str]:
    """Write each shard's `twins.json`; return the mark of the file for shards that have twins.

    `choice` are the settings by which press finds content files.
    """
    groups = read_groups(content / TWINS)
    root = f"{content.as_posix()}/"
    marks = {}
    for facts in every:
        names = (name_in_list(path.removeprefix(root), choice) for path in facts.rows)
        found = map(groups.get, names)
        rows = {str(row): group for row, group in enumerate(found) if group is not None}
        target = output / facts.name / "twins.json"
        if rows:
            data = orjson.dumps(rows)
            write_changed(target, data)
            marks[facts.name] = hashlib.sha256(data).hexdigest()[:10]
        else:
            target.unlink(missing_ok=True)
    return marks
