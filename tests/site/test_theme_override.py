"""Changing one thing of the theme, as docs/theme.md says, with Pelican's own settings."""

import json

from conftest import build_site

STORY = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Ferry to run all winter</title>
<meta name="date" content="2025-09-03">
<meta name="slug" content="ferry-0a1b2c">
<meta name="lang" content="en">
<meta name="tags" content="Kazakhstan; ">
<meta name="countries" content="KZ*; ">
<meta name="source" content="Caspian Daily">
<meta name="category" content="Caspian Daily">
</head>
<body>
<p>The ferry to <span data-tag="KZ">Aktau</span> will run all winter.</p>
</body>
</html>
"""


def test_one_part_and_one_block(tmp_path):
    """A part replaced, a block extended through `!theme/`; the rest stays the theme's."""
    story = tmp_path / "content/articles/2025/09/03/ferry-0a1b2c.html"
    part = tmp_path / "mine/parts/colophon.html"
    page = tmp_path / "mine/article.html"
    for path, text in (
        (story, STORY),
        (part, '<footer class="colophon">Kept by the harbour office</footer>\n'),
        (
            page,
            "{% extends '!theme/article.html' %}\n{% block scripts %}{{ super() }}"
            '<script defer src="{{ SITEURL }}/map.js"></script>{% endblock %}\n',
        ),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    output = tmp_path / "output"
    overrides = f"THEME_TEMPLATES_OVERRIDES={json.dumps([str(tmp_path / 'mine')])}"
    done = build_site(tmp_path / "content", output, overrides)
    assert done.returncode == 0, done.stdout + done.stderr
    front = (output / "index.html").read_text(encoding="utf-8")
    shown = (output / "2025/09/03/ferry-0a1b2c.html").read_text(encoding="utf-8")
    assert "Kept by the harbour office" in front
    assert "Kept by the harbour office" in shown
    assert "/map.js" in shown
    assert "/js/mentions.js" in shown
    assert "/map.js" not in front
    assert 'data-tag="KZ"' in shown
