"""Whoever reads or removes the site waits until nobody writes it."""

import pytest
from invoke import Context, Exit
from newsdesk.lock import held
from pelican.plugins.press.engine import site_lock

import tasks
from verbs import publishing, running

VERBS = {
    "publish": lambda place: publishing.publish.body(Context(), to=str(place / "there")),
    "in place": lambda place: publishing.publish.body(Context(), to=str(place), in_place=True),
    "gh_pages": lambda place: publishing.gh_pages.body(Context(), anyway=True),
    "offline": lambda place: tasks.offline.body(Context(), folder=str(place / "edition")),
    "clean": lambda place: tasks.clean.body(Context()),
}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_reads_a_site_while_it_is_written(verb, tmp_path, monkeypatch):
    settings = running.site_settings() | {"CACHE_PATH": str(tmp_path / "cache")}
    (tmp_path / "output").mkdir()
    monkeypatch.setattr(running, "site_settings", lambda *_: settings)
    monkeypatch.setattr(publishing, "pelican", lambda **_: None)
    monkeypatch.setattr(publishing, "output", lambda: tmp_path / "output")
    monkeypatch.setattr(publishing, "_over", lambda _: False)
    with (
        held(site_lock(settings), "build", "the site"),
        pytest.raises(Exit, match=r"The site is held by another run: build \(process"),
    ):
        VERBS[verb](tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "output"]
