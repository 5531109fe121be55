"""What a user may say in `[custody]` of archive.toml: where raw dumps lie, what needs no asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.errors import BadSetting

KINDS = ("correction", "update", "kill")  # what a wire's notice does to a story


@dataclass(frozen=True, slots=True)
class CustodySettings:
    """`raw` are the folders and files that ingest was given, as far as they are still here.

    `confirm` are the kinds of notices that are taken to be right without being asked about.
    """

    raw: tuple[Path, ...] = ()
    confirm: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Any], root: Path) -> CustodySettings:
        """Return the settings of a `[custody]` table; paths start at `root`, the archive's folder.

        Raises BadSetting naming the entry.
        """
        for name, value in table.items():
            if name not in ("raw", "confirm"):
                raise BadSetting(f"[custody] has no setting {name!r}; it knows raw and confirm.")
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise BadSetting(f"[custody] {name} must be a list of words, not {value!r}.")
        confirm = table.get("confirm", [])
        if unknown := set(confirm) - set(KINDS):
            raise BadSetting(
                f"[custody] confirm knows {', '.join(KINDS)}; «{min(unknown)}» is none of them."
            )
        raw = (root / Path(one).expanduser() for one in table.get("raw", []))
        return cls(tuple(raw), frozenset(confirm))
