"""Citations: one known story, then what is missing or hostile."""

import json

import pytest
from pelican.plugins.press.citations import Cited, citations, family_first, known

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
        ("Milica Savić", "Savić, Milica"),
        ("Nguyễn Thị Lan", "Nguyễn Thị Lan"),  # there the family's stands first
        ("María López Núñez", "María López Núñez"),  # and she has two
        ("Reuters Staff", "Reuters Staff"),
        ("Associated Press", "Associated Press"),
    ],
)
def test_names(name, expected):
    """Only names of a plain build are turned round."""
    assert expected == family_first(name)


KNOWN = {
    "2025-09": [
        "Caspian Daily, September 2025. http",
        "(2025, September). Ferry",
        "Caspian Daily, Sept. 2025, The",
        "  year = {2025},\n  month = sep,\n  date = {2025-09},\n  url",
        "PY  - 2025\nDA  - 2025/09//\nLA",
        '"date-parts":[[2025,9]]',
    ],
    "2025": [
        "Caspian Daily, 2025. http",
        "(2025). Ferry",
        "Caspian Daily, 2025, The",
        "  year = {2025},\n  url",
        "PY  - 2025\nLA",
        '"date-parts":[[2025]]',
    ],
}


@pytest.mark.parametrize("iso", KNOWN)
def test_a_date_of_which_a_part_is_known(iso):
    """Each style says the month or the year, and no more."""
    texts = [citation.text for citation in citations(Cited(**{**FACTS, "iso": iso}))]
    assert all(part in text for part, text in zip(KNOWN[iso], texts, strict=True)), texts


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-09-XX", "2025-09"), ("2025-XX-XX", "2025"), ("2025-09", "2025-09"), ("2025", "2025"),
        ("2025-XX-09", "2025"), ("XXXX-09-03", ""), ("202X", ""), ("2025-13-XX", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_is_known_of_a_date(edtf, expected):
    assert expected == known(edtf)


def test_nobody_but_the_paper_signed():
    """A paper as its own author would be said twice, and turned round as a person's name."""
    for byline in ("By Caspian Daily", "CASPIAN DAILY"):
        assert Cited(**{**FACTS, "byline": byline}).authors == []
    staff = by_key(Cited(**{**FACTS, "byline": "By Reuters Staff"}))
    assert staff["chicago"].startswith("Reuters Staff. “Ferry")
    assert staff["apa"].startswith("Reuters Staff. (2025")
    assert "author = {{Reuters Staff}}," in staff["bibtex"]
    assert "AU  - Reuters Staff\n" in staff["ris"]
    assert json.loads(staff["csl"])["author"] == [{"literal": "Reuters Staff"}]


def test_a_name_in_another_script_stays_whole():
    """Which part of it is the family's is not ours to guess."""
    cited = by_key(Cited(**{**FACTS, "byline": "ليلى الدريدي", "title": "الرياض تستضيف اجتماعا"}))
    assert cited["chicago"].startswith("ليلى الدريدي. “الرياض تستضيف اجتماعا.” Caspian")
    assert "author = {{ليلى الدريدي}}," in cited["bibtex"]
    assert json.loads(cited["csl"])["author"] == [{"literal": "ليلى الدريدي"}]
