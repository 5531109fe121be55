"""Names of organisations that no authority file has: found by pattern, kept out of the facets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsdesk.desks.acronyms import Definition
from newsdesk.desks.story import Story


def unverified(
    story: Story, defined: Sequence[Definition], sightings: Sequence[Any]
) -> tuple[str, ...]:
    """Return the organisation-like names of a story that are in no file."""
    return ()
