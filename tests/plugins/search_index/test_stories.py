"""What search reads from a content file."""

from pelican.plugins.press.contentfile import JSON
from pelican.plugins.search_index.stories import (
    Addresses,
    _as_filed,
    _as_html,
    listed,
    read_story,
)
from search_archive import write_story


def test_a_list_may_hold_commas_and_primary_marks():
    assert listed("AF*; TJ; ") == ("AF", "TJ")
    assert listed("Korea, Republic of; ") == ("Korea, Republic of",)
    assert listed("") == ()


def test_a_story_is_read_with_its_address(tmp_path):
    path = write_story(tmp_path, "silo", "Grain & silo", "One.", "Two <b>.", countries="AF*; ")
    story = read_story(path, Addresses())
    assert (story.title, story.paragraphs) == ("Grain & silo", ("One.", "Two <b>."))
    assert (story.url, story.countries, story.year) == ("2024/03/05/silo.html", ("AF",), "2024")


def test_an_undated_story_has_its_own_address(tmp_path):
    story = read_story(write_story(tmp_path, "x", "X", "Y", date=""), Addresses())
    assert (story.url, story.year) == ("undated/x.html", "undated")


def test_headings_are_known_only_when_they_pair_with_the_codes(tmp_path):
    path = write_story(tmp_path, "x", "X", "Y", countries="AF; TJ; ", tags="Afghanistan; ")
    assert read_story(path, Addresses()).headings == {}


def test_nested_blocks_are_read_once(tmp_path):
    path = write_story(tmp_path, "x", "X", "Y")
    path.write_text(path.read_text().replace("<p>Y</p>", "<div><p>A</p><ul><li>B</ul></div>"))
    assert read_story(path, Addresses()).paragraphs == ("A", "B")


def test_what_is_no_story_is_none(tmp_path):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    assert read_story(empty, Addresses()) is None
    hidden = write_story(tmp_path, "h", "H", "Y", status="hidden")
    assert read_story(hidden, Addresses()) is None


def test_filings_own_shape_is_read_as_any_html_is(sample_archive):
    files = sorted(sample_archive[0].content.rglob("*.html"))
    assert len(files) > 50
    for data in (path.read_bytes() for path in files):
        filed, parsed = _as_filed(data), _as_html(data)
        assert filed.paragraphs == parsed.paragraphs
        assert filed.title.split() == parsed.title.split()
        # JSON is left as it stands; search does not ask for it.
        plain = {name: fact for name, fact in filed.meta.items() if name not in JSON}
        assert plain.items() <= parsed.meta.items()
    # Markup that filing does not write is left to the parser of HTML.
    assert _as_filed(data.replace(b"<p>", b"<p><b>", 1)) is None
