"""What an archive may set about its desks (`[desks]` in archive.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsdesk.errors import BadSetting


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Settings of the desks.

    `default_country` says, per source, which country a local paper means where a place name has
    several ("Cambridge" in the Boston Globe): source name -> country code; the key `*` stands for
    every source not named. `ner` is a spaCy model, installed by the owner, that reads along.
    """

    default_country: Mapping[str, str] = field(default_factory=dict)
    ner: str = ""

    def home(self, source: str) -> str:
        """Return the default country of a source, empty when none is set."""
        return self.default_country.get(source) or self.default_country.get("*", "")


def desk_settings(table: Mapping[str, object]) -> DeskSettings:
    """Return the settings in a `[desks]` table; BadSetting names what is wrong in it."""
    if strange := set(table) - {"default_country", "ner"}:
        raise BadSetting(
            f"[desks] has no setting {sorted(strange)[0]!r}; it has default_country and ner."
        )
    homes = table.get("default_country", {})
    if not isinstance(homes, Mapping) or not all(isinstance(c, str) for c in homes.values()):
        raise BadSetting('[desks] default_country is a table: "Gulf News" = "AE".')
    model = table.get("ner", "")
    if not isinstance(model, str):
        raise BadSetting('[desks] ner is the name of a spaCy model, as "en_core_web_sm".')
    return DeskSettings({str(source): str(code).upper() for source, code in homes.items()}, model)
