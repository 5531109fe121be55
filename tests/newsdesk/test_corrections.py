"""Tags by hand: read from a content file, obeyed for ever, known to the register."""

import pytest
from newsdesk import corrections, pipeline, retag
from newsdesk.archive import Archive
from newsdesk.authority import load
from newsdesk.errors import BadCorrection
from newsdesk.register import Register

STORY = """Bridge over the Panj opens

KABUL, Afghanistan, Jan 3, 2025 (Panj Wire) -- Afghan engineers opened a bridge over the river.

Traders from Tajikistan said it would shorten the road to the market by half a day.
"""
PAGE = '<html>\n<head>\n<meta name="countries" content="AF*; TJ;">\n{}</head>\n<body></body>'


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    archive = Archive.open(tmp_path)
    pipeline.ingest([tmp_path / "bridge.txt"], archive)
    return archive


def story(archive):
    return next(archive.articles.rglob("*.html"))


def by_hand(archive, line):
    file = story(archive)
    page = file.read_text(encoding="utf-8")
    file.write_text(page.replace("</head>", f"{line}\n</head>"), encoding="utf-8")


def registered(archive, query):
    with Register.open(archive.register, archive.cache / "register.lock") as register:
        return register.rows(query)


def test_lines_are_read_from_the_head_alone():
    page = PAGE.format('  <meta name="countries_by_hand" content="TJ*; -AF" />\n')
    assert corrections.lines_by_hand(page) == {"countries_by_hand": "TJ*; -AF"}
    assert corrections.lines_by_hand(page.replace("</head>", "", 1)) != {}
    assert corrections.lines_by_hand("<head></head>" + page) == {}


def test_lines_get_the_place_that_filing_gives_them():
    page = PAGE.format("")
    with_line = corrections.with_lines(page, {"countries_by_hand": "TJ*;"})
    assert with_line == PAGE.format('<meta name="countries_by_hand" content="TJ*;">\n')
    assert corrections.with_lines(with_line, {}) == page


def test_an_unknown_code_is_a_sentence():
    with pytest.raises(BadCorrection, match="«XX», which is no country"):
        corrections.corrections({"countries_by_hand": "XX*"}, load())


def test_a_line_by_hand_changes_the_tags_when_stories_are_filed_again(archive):
    assert '<meta name="countries" content="AF*; TJ;">' in story(archive).read_text()
    by_hand(archive, '<meta name="countries_by_hand" content="TJ*; -AF; UZ;">')
    summary = pipeline.refile(archive)
    page = story(archive).read_text()
    assert (summary.rewritten, summary.kept_by_hand) == (1, [])
    assert '<meta name="countries" content="TJ*; UZ;">' in page
    assert '<meta name="tags" content="Tajikistan; Uzbekistan;">' in page
    assert '<span data-tag="AF">' not in page
    assert page.endswith("</body>\n</html>\n")


def test_a_line_by_hand_holds_for_ever_and_the_register_knows(archive):
    by_hand(archive, '<meta name="countries_by_hand" content="-TJ;">')
    pipeline.refile(archive)
    before = story(archive).read_bytes()
    assert pipeline.refile(archive).unchanged == 1
    assert story(archive).read_bytes() == before
    assert registered(archive, "SELECT code FROM tag WHERE desk = 'country'") == [("AF",)]
    noted = "SELECT field, value FROM evidence WHERE rule = 'by-hand'"
    assert registered(archive, noted) == [("countries_by_hand", "-TJ;")]


def test_a_line_taken_away_gives_the_story_back_to_the_desks(archive):
    first = story(archive).read_bytes()
    by_hand(archive, '<meta name="countries_by_hand" content="-TJ;">')
    pipeline.refile(archive)
    page = story(archive).read_text()
    story(archive).write_text(corrections.with_lines(page, {}))
    pipeline.refile(archive)
    assert story(archive).read_bytes() == first


def test_a_wrong_line_leaves_the_file_alone_and_is_told(archive):
    by_hand(archive, '<meta name="organizations_by_hand" content="NO-SUCH-BODY*;">')
    before = story(archive).read_bytes()
    summary = pipeline.refile(archive)
    assert "«NO-SUCH-BODY», which is no organisation" in summary.set_aside[0].reason
    assert story(archive).read_bytes() == before


def test_tags_edited_in_place_stay_and_the_register_takes_them_over(archive):
    file = story(archive)
    file.write_text(file.read_text().replace('content="AF*; TJ;"', 'content="TJ*;"'))
    summary = pipeline.refile(archive)
    assert summary.kept_by_hand == [str(file.relative_to(archive.articles))]
    found = registered(archive, "SELECT code, \"primary\", reason FROM tag WHERE desk = 'country'")
    assert found == [("TJ", 1, "by hand")]


def test_a_merged_heading_in_a_line_stands_for_the_one_it_went_into(archive):
    archive.root.joinpath("authority").mkdir()
    (archive.root / "authority" / "countries.csv").write_text("code,redirect\nTJ,UZ\n")
    by_hand(archive, '<meta name="countries_by_hand" content="TJ*;">')
    pipeline.refile(archive)
    assert '<meta name="countries" content="AF*; UZ*;">' in story(archive).read_text()


def test_retag_tells_what_would_change_and_writes_nothing(archive):
    (archive.root / "authority").mkdir()
    (archive.root / "authority" / "countries.csv").write_text("code,forbid\nTJ,Tajikistan\n")
    before = story(archive).read_bytes()
    changes, wrong = retag.tag_changes(archive)
    assert [change.marks() for change in changes] == [[("-", ("country", "TJ"))]]
    assert wrong == []
    assert retag.headings_changed(changes, load()) == [("Tajikistan", [0, 1, 0, 0])]
    assert story(archive).read_bytes() == before
    summary = pipeline.refile(archive, only={change.sha256 for change in changes})
    assert summary.rewritten == 1
    assert retag.tag_changes(archive) == ([], [])


def test_retag_looks_at_lines_by_hand_and_leaves_edited_stories_alone(archive):
    by_hand(archive, '<meta name="countries_by_hand" content="TJ*;">')
    assert [c.marks() for c in retag.tag_changes(archive)[0]] == [[("up", ("country", "TJ"))]]
    by_hand(archive, "<!-- a note -->")
    assert retag.tag_changes(archive) == ([], [])
