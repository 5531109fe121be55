"""A withdrawn story leaves its address and nothing else; who took it back, and when, is kept."""

import json
from datetime import UTC, datetime

import pytest
from conftest import inflated
from newsdesk import fixity, pipeline
from newsdesk.archive import Archive
from newsdesk.errors import NoSuchStory, NotPossible
from newsdesk.register import Register
from newsdesk.trace import trace
from newsdesk.withdrawal import restore, withdraw

PHRASE = "marzipan lighthouse keeper"
HEADLINE = "Keeper of Kabul lighthouse resigns"
TEXT = (
    "{head}\n\n(MENAFN- Khaama Press) The {phrase} of Kabul told Tajikistan's envoy on"
    " {day} January that she had had enough of the sea, officials said.\n\n"
    "MENAFN{day:02}012025000228011069ID110904{day:04}\n"
)
WHEN = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


@pytest.fixture
def dump(tmp_path):
    folder = tmp_path / "dump"
    folder.mkdir()
    for day in range(1, 4):
        head = HEADLINE if day == 2 else f"Bridge number {day} opens in Kabul"
        phrase = PHRASE if day == 2 else "engineer"
        (folder / f"{day}.txt").write_text(TEXT.format(head=head, phrase=phrase, day=day))
    return folder


@pytest.fixture
def archive(tmp_path, dump):
    (tmp_path / "archive").mkdir()
    archive = Archive.open(tmp_path / "archive")
    pipeline.ingest([dump], archive)
    return archive


def story(archive):
    return next(archive.articles.rglob("keeper-of-kabul*.html"))


def holding(folder, words):
    """The files of a folder that hold some words, as they are or inflated."""
    return [p.name for p in sorted(folder.rglob("*")) if p.is_file() and held(p, words.encode())]


def held(path, words):
    data = path.read_bytes()
    return words in data or any(words in one for one in inflated(data))


def take(archive, words, **more):
    return withdraw(archive, words, reason="A court ruled", by="Ann", at=WHEN, **more)


def test_the_text_leaves_the_content_and_a_notice_stays(archive):
    file = story(archive)
    assert holding(archive.content, PHRASE) == [file.name, "register.sqlite"]
    taken = take(archive, file.stem)
    assert taken.places == ("2.txt",)
    assert holding(archive.content, PHRASE) == ["register.sqlite"]
    text = file.read_text()
    for words in ("withdrawn from the archive on 2026-03-04", "A court ruled", 'content="hidden"'):
        assert words in text
    assert HEADLINE not in text
    assert fixity.check_archive(archive) == []


def test_a_headline_is_kept_when_that_is_asked_for(archive):
    take(archive, story(archive).stem, keep_headline=True)
    assert f"<title>{HEADLINE}</title>" in story(archive).read_text()


@pytest.mark.parametrize("twice", [False, True])
def test_a_purged_story_is_in_no_byte_of_the_archive(archive, twice):
    file = story(archive)
    if twice:
        take(archive, file.stem)
    take(archive, file.stem, purge=True)
    assert holding(archive.root, PHRASE) == []
    assert holding(archive.root, HEADLINE) == []
    assert fixity.check_archive(archive) == []


@pytest.mark.parametrize("purge", [False, True])
def test_the_same_dump_again_does_not_bring_it_back(archive, dump, purge):
    take(archive, story(archive).stem, purge=purge)
    before = story(archive).read_bytes()
    assert pipeline.ingest([dump], archive).known == 3
    pipeline.refile(archive)
    assert story(archive).read_bytes() == before
    assert fixity.check_archive(archive) == []


def test_restored_it_is_as_it_was(archive):
    before = story(archive).read_bytes()
    take(archive, story(archive).stem)
    restore(archive, story(archive).stem, by="Ben", at=WHEN)
    assert story(archive).read_bytes() == before
    assert fixity.check_archive(archive) == []


LINE = '<meta name="countries_by_hand" content="{}">\n'


@pytest.mark.parametrize("known", [False, True])
def test_restored_it_has_the_tags_that_a_person_set(archive, known):
    page = story(archive).read_text()
    story(archive).write_text(page.replace("</head>", LINE.format("DE*; -TJ") + "</head>"))
    if known:
        pipeline.refile(archive)
    assert not take(archive, story(archive).stem).edited
    restore(archive, story(archive).stem, by="Ann", at=WHEN)
    again = story(archive).read_text()
    assert LINE.format("DE*; -TJ") in again
    assert "DE*" in again.split('name="countries"')[1].split(">")[0]
    assert fixity.check_archive(archive) == []
    assert pipeline.refile(archive).unchanged == 3


def test_whoever_withdraws_a_story_edited_by_hand_is_told(archive):
    page = story(archive).read_text()
    story(archive).write_text(page.replace("officials said", "officials had said"))
    assert take(archive, story(archive).stem).edited


def test_a_line_by_hand_that_means_nothing_any_more_is_told_and_left_out(archive):
    page = story(archive).read_text()
    story(archive).write_text(page.replace("</head>", LINE.format("QQ*") + "</head>"))
    take(archive, story(archive).stem)
    assert "QQ" in restore(archive, story(archive).stem, by="Ann", at=WHEN).lost
    assert "QQ" not in story(archive).read_text()


def test_purged_and_restored_it_waits_for_its_dump(archive, dump):
    before = story(archive).read_bytes()
    take(archive, story(archive).stem, purge=True)
    assert restore(archive, story(archive).stem, by="Ben", at=WHEN).awaited
    assert story(archive).read_bytes() != before
    assert pipeline.ingest([dump], archive).accepted == 1
    assert story(archive).read_bytes() == before
    assert fixity.check_archive(archive) == []


def test_the_journal_says_who_and_when_and_why(archive):
    name = story(archive).stem
    take(archive, name)
    restore(archive, name, by="Ben", reason="The appeal was won", at=WHEN)
    lines = [json.loads(line) for line in archive.journal.read_text().splitlines()]
    told = [(line["at"], line["by"], line["did"], line["reason"]) for line in lines]
    assert told == [
        ("2026-03-04T05:06:07+00:00", "Ann", "withdrew", "A court ruled"),
        ("2026-03-04T05:06:07+00:00", "Ben", "restored", "The appeal was won"),
    ]
    assert PHRASE not in archive.journal.read_text()


def test_a_line_taken_out_of_the_journal_is_found(archive):
    name = story(archive).stem
    take(archive, name)
    restore(archive, name, by="Ben", at=WHEN)
    lines = archive.journal.read_text().splitlines(keepends=True)
    archive.journal.write_text(lines[1])
    assert [fault.path for fault in fixity.check_archive(archive)] == ["journal.jsonl"]


@pytest.mark.parametrize("way", ["slug", "permalink", "file", "sha", "wire"])
def test_a_story_is_named_in_any_of_these_ways(archive, way):
    file = story(archive)
    with Register.open(archive.register, archive.lock) as register:
        ((sha256,),) = register.rows("SELECT sha256 FROM document WHERE path LIKE '%keeper%'")
    words = {
        "slug": file.stem,
        "permalink": f"https://archive.example.org/2025/01/02/{file.name}",
        "file": file.relative_to(archive.articles).as_posix(),
        "sha": sha256[:8].upper(),
        "wire": "1109040002",
    }
    assert take(archive, words[way]).filed.sha256 == sha256


def test_words_that_name_no_story_or_several_are_a_sentence(archive):
    with pytest.raises(NoSuchStory, match="No story of the archive is «nonsense»"):
        take(archive, "nonsense")
    with Register.open(archive.register, archive.lock) as register:
        register._db.execute("UPDATE evidence SET value = '77' WHERE field = 'wire_id'")
    with pytest.raises(NoSuchStory, match=r"(?s)any of 3 stories.*keeper-of-kabul"):
        take(archive, "77")


def test_what_cannot_be_done_changes_nothing(archive):
    name = story(archive).stem
    with pytest.raises(NotPossible, match="is not withdrawn"):
        restore(archive, name, by="Ben")
    with pytest.raises(NotPossible, match="Say why"):
        withdraw(archive, name, reason=" ", by="Ann")
    take(archive, name)
    with pytest.raises(NotPossible, match="was withdrawn on 2026-03-04"):
        take(archive, name)


def test_the_chain_of_a_purged_story_says_that_its_words_are_gone(archive, dump):
    take(archive, story(archive).stem, purge=True)
    found = trace(archive, story(archive).stem, raw=[dump])
    told = {link.name: (link.state, link.sentence) for link in found.links}
    assert found.holds
    assert told["decoded original"] == ("holds", "It was purged: its words are gone.")
    assert told["raw dump"][0] == "holds"  # the dump is its owner's, and holds it still
    assert "notice of its withdrawal" in told["content file"][1]
    assert "Ann purged: A court ruled" in found.history[0]


def test_near_copies_that_stay_are_told(archive, tmp_path):
    words = " ".join(f"Word{number} said so at noon" for number in range(40))
    for number in (1, 2):
        text = f"Silo {number} opens\n\nKABUL, Jan 3, 2025 (Reuters) - {words}"
        (tmp_path / f"twin{number}.txt").write_text(text)
    pipeline.ingest([tmp_path / "twin1.txt", tmp_path / "twin2.txt"], archive)
    one, other = sorted(archive.articles.rglob("silo-*.html"))
    taken = take(archive, one.stem)
    assert taken.copies == (other.relative_to(archive.articles).as_posix(),)
    assert archive.twins.read_text() == ""


def test_a_story_of_hostile_words_makes_a_harmless_notice(archive):
    reason = '"><script>alert(1)</script>\u202e\x1b[31m'
    withdraw(archive, story(archive).stem, reason=reason, by="Ann", keep_headline=True)
    text = story(archive).read_text()
    assert "<script>" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
