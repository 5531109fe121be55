"""What a user may say in `[intake]` of archive.toml: names of JSON keys and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from newsdesk.errors import BadSetting

MEBIBYTE = 2**20
FIELDS = "text title date source syndicator wire_id byline place lang rights url"
STORY_FIELDS = frozenset(FIELDS.split(" "))


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Names of keys and limits of size, in bytes where not said otherwise.

    `keys` maps a story field (or `text`) to the JSON keys that hold it, dotted where nested; they
    are asked before the names that intake knows by itself (`newsdesk.intake.keys`).
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_document: int = 32 * MEBIBYTE  # one story, page, feed or export, read in one piece
    max_container: int = 512 * MEBIBYTE  # a nested zip, which must be held in memory to be read
    max_expanded: int = 64 * 1024 * MEBIBYTE  # all that one dump file unpacks to
    max_ratio: int = 200  # unpacked to packed, asked once `ratio_grace` bytes are out
    ratio_grace: int = 16 * MEBIBYTE
    max_members: int = 2_000_000  # of all archives within one dump file
    max_depth: int = 8  # containers within containers
    max_seconds: int = 60  # of the processor, for one document; once to read, once to edit it
    max_memory: int = 2048 * MEBIBYTE  # what the reading process may grow by

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> IntakeSettings:
        """Return the settings of an `[intake]` table; raises BadSetting naming the entry."""
        limits = {f.name for f in fields(cls)} - {"keys"}
        chosen: dict[str, Any] = {}
        for name, value in table.items():
            if name == "keys":
                chosen["keys"] = _keys(value)
            elif name not in limits:
                known = ", ".join(sorted(limits | {"keys"}))
                raise BadSetting(f"[intake] has no setting {name!r}; it knows {known}.")
            elif not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise BadSetting(f"[intake] {name} must be a whole number above 0, not {value!r}.")
            else:
                chosen[name] = value
        return cls(**chosen)


def _keys(table: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, Mapping):
        raise BadSetting("[intake.keys] must be a table such as: text = ['body', 'story.text'].")
    chosen = {}
    for name, value in table.items():
        if name not in STORY_FIELDS:
            known = ", ".join(sorted(STORY_FIELDS))
            raise BadSetting(f"[intake.keys] has no field {name!r}; it knows {known}.")
        names = (value,) if isinstance(value, str) else value
        if not isinstance(names, list | tuple) or not all(isinstance(n, str) for n in names):
            raise BadSetting(f"[intake.keys] {name} must be a key or a list of keys.")
        chosen[name] = tuple(names)
    return chosen
