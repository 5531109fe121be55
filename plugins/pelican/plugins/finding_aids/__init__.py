"""finding_aids: the pages, feeds and sitemaps an archive is browsed by. Needs press."""

from typing import Any

from pelican.plugins import signals
from pelican.plugins.finding_aids.generator import FindingAids
from pelican.plugins.finding_aids.settings import prepare

__all__ = ["register"]


def generators(pelican: Any) -> type[FindingAids]:
    """Return the generator Pelican is to run."""
    return FindingAids


def register() -> None:
    """Connect to Pelican: called by it when PLUGINS names `finding_aids`."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(generators)
