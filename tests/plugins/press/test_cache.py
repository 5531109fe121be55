"""What a build remembers may be written by several of its processes at once."""

from pathlib import Path

import pytest
from pelican.plugins.press.cache import Cache


def test_code_that_another_process_put_in_place_first_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, code = Cache(tmp_path), compile("1 + 1", "page.html", "eval")
    moved = Path.replace

    def moved_by_another(self: Path, target: Path) -> Path:
        moved(self, target)
        return moved(self, target)  # as the slower of two finds it

    monkeypatch.setattr(Path, "replace", moved_by_another)
    cache.save_code("page.html", b"key", code)
    kept = cache.code("page.html", b"key")
    assert kept is not None
    assert eval(kept) == 2
