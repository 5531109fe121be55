"""A story names its near-copies, as the newsdesk lists them."""

from tests.plugins.conftest import ROOT


def test_twins_are_named_and_follow_the_list(site):
    for number, source in enumerate(("Kabul Ledger", "Asia-Plus", "Steppe Courier")):
        site.file(f"copy-{number}", f"2025-01-{number + 10}", source=source)
    twins = site.content / "twins.tsv"
    twins.write_text("2025/01/10/copy-0.html\t2025/01/12/copy-2.html\t2025/01/01/lost.html\n")
    theme = {"THEME": str(ROOT / "theme")}
    site.build(**theme)
    assert "copy-2.html" in _aside(site, 0)
    assert "copy-1.html" not in _aside(site, 0)
    twins.write_text("2025/01/10/copy-0.html\t2025/01/11/copy-1.html\n")
    pelican = site.build(**theme)
    assert "copy-1.html" in _aside(site, 0)
    assert "copy-2.html" not in _aside(site, 0)
    stories = {path for path in pelican.edition.changed if "copy-" in path}
    assert {f"2025/01/1{n}/copy-{n}.html" for n in range(3)} == stories


def _aside(site, number):
    text = site.text(f"2025/01/1{number}/copy-{number}.html")
    return text[text.index("<aside") : text.index("</aside>")]
