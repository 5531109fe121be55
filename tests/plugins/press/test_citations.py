"""Citations: one known story, then what is missing or hostile."""

import json

import pytest
from pelican.plugins.press.citations import Cited, citations, family_first

FACTS = {
    "title": "Ferry to run all winter",
    "source": "Caspian Daily",
    "iso": "2025-09-03T07:30",
    "byline": "By Ann Lee and Joe Okafor",
    "address": "https://ledger.example/2025/09/03/ferry-to-run-all-winter-0a1b2c.html",
    "archive": "The Harbour Ledger",
    "lang": "en",
}
STORY = Cited(**FACTS)


def by_key(story):
    return {citation.key: citation.text for citation in citations(story)}


def test_a_signed_and_dated_story():
    """Each style book's own order of names, dates and stops."""
    cited = by_key(STORY)
    assert cited["chicago"] == (
        "Lee, Ann, and Joe Okafor. “Ferry to run all winter.” Caspian Daily, September 3, 2025. "
        + STORY.address
        + "."
    )
    assert cited["apa"] == (
        "Lee, A., & Okafor, J. (2025, September 3). Ferry to run all winter. Caspian Daily. "
        + STORY.address
    )
    assert cited["mla"] == (
        "Lee, Ann, and Joe Okafor. “Ferry to run all winter.” Caspian Daily, 3 Sept. 2025, "
        "The Harbour Ledger, " + STORY.address + "."
    )
    assert cited["bibtex"] == (
        "@article{ferry-to-run-all-winter-0a1b2c,\n"
        "  title = {{Ferry to run all winter}},\n"
        "  author = {Ann Lee and Joe Okafor},\n"
        "  journal = {Caspian Daily},\n"
        "  year = {2025},\n"
        "  month = sep,\n"
        "  date = {2025-09-03},\n"
        f"  url = {{{STORY.address}}},\n"
        "  note = {The Harbour Ledger},\n"
        "}"
    )
    assert cited["ris"].splitlines() == [
        "TY  - NEWS",
        "TI  - Ferry to run all winter",
        "AU  - Lee, Ann",
        "AU  - Okafor, Joe",
        "T2  - Caspian Daily",
        "PY  - 2025",
        "DA  - 2025/09/03",
        "LA  - en",
        "DB  - The Harbour Ledger",
        "UR  - " + STORY.address,
        "ER  - ",
    ]
    assert json.loads(cited["csl"])["issued"] == {"date-parts": [[2025, 9, 3]]}


def test_neither_author_nor_date_nor_source():
    """The headline leads, the archive stands in for the paper, n.d. for the day."""
    cited = by_key(
        Cited(**{**FACTS, "byline": "", "iso": "", "source": "", "title": "Who moved the buoy?"})
    )
    assert cited["chicago"] == (
        "“Who moved the buoy?” The Harbour Ledger, n.d. " + STORY.address + "."
    )
    assert cited["apa"] == ("Who moved the buoy? (n.d.). The Harbour Ledger. " + STORY.address)
    assert cited["mla"] == "“Who moved the buoy?” The Harbour Ledger, " + STORY.address + "."
    assert "year" not in cited["bibtex"]
    assert "DA" not in cited["ris"]


def test_signs_that_mean_something_to_bibtex_or_ris():
    """A headline can neither end an entry nor start a field."""
    cited = by_key(Cited(**{**FACTS, "title": "Up 5% {again} & \\more\nER  - "}))
    assert r"{{Up 5\% \{again\} \& \textbackslash{}more" in cited["bibtex"]
    assert cited["ris"].count("\n") == 10


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("J. R. Okafor-Lind", "Okafor-Lind, J. R."),
        ("Staff", "Staff"),
        ("Кайрат Ахметов", "Кайрат Ахметов"),  # which part is the family's is not ours to guess
        ("AP 24", "AP 24"),
    ],
)
def test_names(name, expected):
    """Only names of a plain build are turned round."""
    assert expected == family_first(name)
