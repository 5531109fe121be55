"""The sample dumps against their answer key, through intake, copydesk and desks."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from newsdesk import intake
from newsdesk.archive import Archive
from newsdesk.copydesk import rebuild
from newsdesk.editor import Editor

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LINES = (SAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
FIELDS = ("title", "date", "source", "syndicator", "wire_id", "byline", "place")


def key(row):
    """Name a story of the answer key."""
    return f"{row['file']}:{row['member'] or ''}:{row['index']}"


EXPECTED = {key(row): row for row in map(json.loads, LINES)}


@pytest.fixture(scope="module")
def edited():
    """Every story of the dump, cleaned and tagged, under the answer key's names."""
    stories, editor = {}, Editor(Archive(SAMPLES / "nowhere"))
    raws = list(intake.read(SAMPLES / "dump"))
    for row in EXPECTED.values():
        mine = [raw for raw in raws if raw.provenance.dump == row["file"]]
        stories[key(row)] = editor(mine[row["index"] - 1])
    assert len(raws) == len(EXPECTED)
    return stories


def plain(value):
    """Fold what a reader would not call a difference: case, quotes, dashes, outer marks."""
    text = unicodedata.normalize("NFC", str(value or "")).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def right(row, field):
    """The values of a field that are right."""
    return {plain(value) for value in (row[field], *row.get(f"{field}_accept", ()))}


@pytest.mark.parametrize("name", EXPECTED)
def test_kept_and_cuts_are_the_original(edited, name):
    article = edited[name].article
    assert rebuild(article) == article.raw.text


@pytest.mark.parametrize("name", [n for n, row in EXPECTED.items() if row["paragraphs"]])
def test_the_body_is_exact(edited, name):
    found = [plain(p) for p in edited[name].article.paragraphs]
    assert found == [plain(p) for p in EXPECTED[name]["paragraphs"]]


@pytest.mark.parametrize("name", [n for n, row in EXPECTED.items() if row["title"]])
def test_the_fields_are_right(edited, name):
    row, article = EXPECTED[name], edited[name].article
    wrong = {
        field: (row[field], getattr(article, field))
        for field in FIELDS
        if plain(getattr(article, field)) not in right(row, field)
    }
    assert wrong == {}


@pytest.mark.parametrize("name", EXPECTED)
def test_exactly_the_countries_named_are_tagged(edited, name):
    row = EXPECTED[name]
    found = {tag.code for tag in edited[name].of("country")} - set(row.get("countries_accept", ()))
    assert found == set(row["countries"])


@pytest.mark.parametrize("name", EXPECTED)
def test_no_international_organisation_is_missed(edited, name):
    found = {tag.code for tag in edited[name].of("organization")}
    assert set(EXPECTED[name]["organizations"]) - found == set()


def test_the_reference_story_has_exactly_its_organisations(edited):
    tags = edited["menafn/cis-presidency.txt::1"].of("organization")
    assert {tag.code for tag in tags} == {"CIS", "CSTO"}
