"""The built sample site is the golden site: every change of a page shows as a readable diff.

`./inv golden` renews tests/site/expected after a change that is meant.
"""

from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"
# Pagefind's files are not the same twice, and styles and scripts are tested by their own rooms.
APART = {"pagefind", "theme"}
READABLE = {".html", ".xml", ".txt", ".json"}


def pages(folder):
    """The readable pages of a site, by path."""
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in READABLE and path.relative_to(folder).parts[0] not in APART
    }


def test_the_sample_site_has_exactly_the_golden_pages(sample_site):
    assert sorted(pages(sample_site)) == sorted(pages(EXPECTED))


def test_every_page_is_the_golden_one(sample_site):
    golden = pages(EXPECTED)
    changed = [name for name, text in pages(sample_site).items() if golden.get(name) != text]
    assert changed == [], "Look at them; if the change is meant, run ./inv golden"
