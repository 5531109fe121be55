from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from newsdesk.intake import IntakeSettings, read
from newsdesk.records import RawDocument, SetAside

Reading = tuple[list[RawDocument], list[SetAside]]
Take = Callable[..., Reading]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Write bytes under a name and give back (stories, set aside) of reading that file."""

    def taken(name: str, data: bytes | str, **settings: object) -> Reading:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        found = list(read(path, settings=IntakeSettings(**settings)))  # type: ignore[arg-type]
        stories = [f for f in found if isinstance(f, RawDocument)]
        return stories, [f for f in found if isinstance(f, SetAside)]

    return taken
