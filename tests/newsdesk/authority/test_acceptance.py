"""Names from outside the file become rows of the owner's own table."""

import pytest
from newsdesk import authority, pipeline
from newsdesk.archive import Archive
from newsdesk.errors import BadSetting
from newsdesk.register import Register

STORY = """Flour dear in Khorog{n}

KHOROG, Jan {n}, 2025 (Panj Wire) -- The Pamir Millers Union asked for wheat on day {n}.
"""


def test_a_name_becomes_a_row(tmp_path):
    assert ["PAMIR-MILLERS-UNION"] == authority.accept(tmp_path, ["Pamir  Millers Union"])
    found = authority.load(tmp_path).organization("PAMIR-MILLERS-UNION")
    assert ("Pamir Millers Union", "other") == (found.heading, found.type)


def test_a_table_keeps_its_rows_and_its_separator(tmp_path):
    (tmp_path / "organizations.csv").write_text("key;heading\nX1;X One", encoding="utf-8-sig")
    authority.accept(tmp_path, ["=Odd Guild", "Pamir Millers Union"])
    lines = (tmp_path / "organizations.csv").read_text(encoding="utf-8").splitlines()
    expected = ["key;heading", "X1;X One", "ODD-GUILD;'=Odd Guild"]
    assert [*expected, "PAMIR-MILLERS-UNION;Pamir Millers Union"] == lines
    assert "=Odd Guild" == authority.load(tmp_path).organization("ODD-GUILD").heading


@pytest.mark.parametrize("name", ["United Nations", "!!"])
def test_a_heading_that_is_there_and_a_name_without_letters_are_refused(tmp_path, name):
    with pytest.raises(BadSetting, match=name):
        authority.accept(tmp_path, ["Pamir Millers Union", name])
    assert not (tmp_path / "organizations.csv").exists()


def test_an_unverified_name_is_counted_accepted_and_then_a_tag(tmp_path):
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    archive = Archive.open(tmp_path)
    pipeline.ingest([tmp_path / "1.txt", tmp_path / "2.txt"], archive)
    with Register.open(archive.register, archive.lock) as register:
        assert [("Pamir Millers Union", 2)] == register.unverified()
        assert [] == register.rows("SELECT * FROM tag WHERE desk = 'organization'")
        assert [] == list(register.damage())
    pages = [path.read_text() for path in archive.articles.rglob("*.html")]
    assert not any('data-tag="PAMIR' in page for page in pages)
    authority.accept(tmp_path / "authority", ["Pamir Millers Union"])
    assert 2 == pipeline.refile(archive).rewritten
    with Register.open(archive.register, archive.lock) as register:
        assert [] == register.unverified()
    pages = [path.read_text() for path in archive.articles.rglob("*.html")]
    assert all('data-tag="PAMIR-MILLERS-UNION"' in page for page in pages)
