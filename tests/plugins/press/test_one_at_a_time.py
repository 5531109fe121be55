"""Two builds of one site never run at once."""

import pytest
from newsdesk.lock import held
from pelican.plugins.press.engine import site_lock
from pelican.plugins.press.errors import Refused


def test_a_second_build_is_refused_with_the_name_of_the_first(site):
    site.file("story", "2025-01-12")
    lock = site_lock(site.build().settings)
    before = site.pages()
    site.file("other", "2025-01-13")
    with (
        held(lock, "publish", "the site"),
        pytest.raises(Refused, match=r"The site is held by another run: publish \(process"),
    ):
        site.build()
    assert before == site.pages()
    site.build()
    assert "2025/01/13/other.html" in site.pages()
