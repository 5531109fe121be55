"""An archive is a folder: content files, their register, and the owner's own settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsdesk.custody import CustodySettings
from newsdesk.errors import BadSetting

SECTIONS = frozenset({"intake", "copydesk", "desks", "custody"})


@dataclass(frozen=True, slots=True)
class Archive:
    """Where everything of one archive lies.

    `root` holds `archive.toml` (settings of the newsdesk), `rules/` (own rule packs), `authority/`
    (own headings) and `content/`. All of them may be missing.
    """

    root: Path
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, root: Path) -> Archive:
        """Read the archive's settings.

        Raises BadSetting when archive.toml is not TOML or names a section nobody reads.
        """
        path = root / "archive.toml"
        if not path.exists():
            return cls(root)
        try:
            settings = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadSetting(
                f"{path} is not valid TOML: {error}. Mend that line; nothing was filed."
            ) from None
        for name, section in settings.items():
            if name not in SECTIONS or not isinstance(section, dict):
                raise BadSetting(
                    f"{path} has a section or setting «{name}» that nobody reads. "
                    f"The sections are {', '.join(sorted(SECTIONS))}; nothing was filed."
                )
        return cls(root, settings)

    @property
    def content(self) -> Path:
        """The folder Pelican reads."""
        return self.root / "content"

    @property
    def articles(self) -> Path:
        """The folder filing writes to."""
        return self.content / "articles"

    @property
    def register(self) -> Path:
        """The accession register's file."""
        return self.content / "register.sqlite"

    @property
    def twins(self) -> Path:
        """The list of near-copies: a group of content files on each line."""
        return self.content / "twins.tsv"

    @property
    def journal(self) -> Path:
        """The copy of the register's journal that people read."""
        return self.content / "journal.jsonl"

    @property
    def notices(self) -> Path:
        """The list of confirmed notices: what each does, its file, the file it is about."""
        return self.content / "notices.tsv"

    @property
    def custody(self) -> CustodySettings:
        """What `[custody]` of archive.toml says; raises BadSetting."""
        return CustodySettings.from_table(self.settings.get("custody", {}), self.root)

    @property
    def lock(self) -> Path:
        """The file that a run holds while it works on the register."""
        return self.cache / "register.lock"

    @property
    def cache(self) -> Path:
        """What can be deleted and made again: locks, the build cache."""
        return self.root / ".cache"

    @property
    def rules(self) -> Path | None:
        """The owner's own rule packs, where there are any."""
        return self._own("rules")

    @property
    def authority(self) -> Path | None:
        """The owner's own authority files, where there are any."""
        return self._own("authority")

    def _own(self, name: str) -> Path | None:
        folder = self.root / name
        return folder if folder.is_dir() else None
