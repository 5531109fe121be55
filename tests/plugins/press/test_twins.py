"""A story names its near-copies, as the newsdesk lists them, in the order of their versions."""

import pytest
from pelican.plugins.press.versions import version_of

from tests.plugins.conftest import ROOT

THEME = {"THEME": str(ROOT / "theme")}


def test_twins_are_named_and_follow_the_list(site):
    for number, source in enumerate(("Kabul Ledger", "Asia-Plus", "Steppe Courier")):
        site.file(f"copy-{number}", f"2025-01-{number + 10}", source=source)
    twins = site.content / "twins.tsv"
    twins.write_text("2025/01/10/copy-0.html\t2025/01/12/copy-2.html\t2025/01/01/lost.html\n")
    site.build(**THEME)
    assert "copy-2.html" in _twins(site, "10/copy-0")
    assert "copy-1.html" not in _twins(site, "10/copy-0")
    twins.write_text("2025/01/10/copy-0.html\t2025/01/11/copy-1.html\n")
    pelican = site.build(**THEME)
    assert "copy-1.html" in _twins(site, "10/copy-0")
    assert "copy-2.html" not in _twins(site, "10/copy-0")
    stories = {path for path in pelican.edition.changed if "copy-" in path}
    assert {f"2025/01/1{n}/copy-{n}.html" for n in range(3)} == stories


def test_a_twin_is_compared_word_by_word(site):
    """And again when only the other one's text changes."""
    site.file("one", "2025-01-10", body="<p>The ferry sails at noon today.</p>")
    site.file("two", "2025-01-11", body="<p>The ferry sails at dusk today.</p>")
    (site.content / "twins.tsv").write_text("2025/01/10/one.html\t2025/01/11/two.html\n")
    site.build(**THEME)
    assert "<del>dusk</del> <ins>noon</ins>" in _twins(site, "10/one")
    site.file("two", "2025-01-11", body="<p>The ferry sails at midnight today.</p>")
    site.build(**THEME)
    assert "<del>midnight</del> <ins>noon</ins>" in _twins(site, "10/one")
    site.file("two", "2025-01-11", body="<p>The ferry sails at noon today.</p>")
    site.build(**THEME)
    assert "word for word the same" in _twins(site, "10/one")


def test_versions_stand_in_order(site):
    """Of one minute the plain story comes first, then its updates, the correction last."""
    names = ("CORRECTED-Ferry", "UPDATE 2-Ferry", "Ferry", "UPDATE 1-Ferry", "Other paper's ferry")
    files = [
        site.file(f"version-{n}", "2025-01-12 08:00", title=title) for n, title in enumerate(names)
    ]
    root = site.content / "articles"
    line = "\t".join(str(path.relative_to(root)) for path in files)
    (site.content / "twins.tsv").write_text(f"{line}\n")
    site.build(**THEME)
    text = _twins(site, "12/version-4")
    places = [text.index(f"version-{n}.html") for n in (2, 3, 1, 0)]
    assert sorted(places) == places
    assert '<b class="version">UPDATE 2</b>' in text


@pytest.mark.parametrize(
    ("title", "cut", "expected"),
    [
        ("UPDATE 2-Ferry sinks", "", "UPDATE 2"),
        ("Ferry sinks", "(2nd LD)", "LEAD 2"),
        ("Ferry sinks", "(LEAD)", "LEAD"),
        ("CORRECTED: Ferry sinks", "", "CORRECTED"),
        ("Ferry sinks", "RPT-", "REFILE"),
        ("Update on the ferry", "", ""),
        ("Lead prices fall", "", ""),
    ],
)
def test_an_agency_marks_its_versions(title, cut, expected):
    cuts = f"[[&quot;agency.slug-before-title&quot;,&quot;{cut}&quot;]]" if cut else ""
    assert expected == version_of(title, cuts)


def _twins(site, name):
    text = site.text(f"2025/01/{name}.html")
    start = text.find('class="twins"')
    return text[start : text.index("</section>", start)] if start > 0 else ""
