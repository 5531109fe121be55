"""The index of an archive: shards, tables, the word list, and what is built again when."""

import gzip
import json
import os

import pytest
from pelican.plugins.press.scan import UNKNOWN, Found
from pelican.plugins.search_index import shards
from pelican.plugins.search_index.building import Place, build_index
from pelican.plugins.search_index.metaindex import number_pages, postings
from pelican.plugins.search_index.pagefind_service import PagefindFailed
from pelican.plugins.search_index.shards import Shard, at_once
from pelican.plugins.search_index.stories import Addresses
from search_archive import write_archive, write_story


@pytest.fixture
def build(tmp_path):
    """Build the index of tmp_path/content into tmp_path/out; returns the manifest."""
    folders = [tmp_path / name for name in ("content", "out", "memory")]

    def index(scope="mentioned", name_of=None, **more):
        place = Place(*folders, Addresses(scope=scope), megabytes=200, **more)
        return build_index(place, place.found(), name_of=name_of)

    return index


def load(path):
    return json.loads(path.read_text("utf-8"))


def test_a_shard_for_each_year_newest_first_undated_last(tmp_path, build):
    write_archive(tmp_path / "content")
    made = build()["shards"]
    expected = [("2024", 2), ("2023", 3), ("undated", 1)]
    assert expected == [(one["name"], one["count"]) for one in made]
    assert (made[0]["from"], made[0]["to"]) == ("2024-03-05", "2024-03-06")
    assert made[1]["months"] == {"2023-11": 1, "2023-12": 2}


def test_a_year_of_many_stories_is_parted_by_month(tmp_path, build, monkeypatch):
    write_archive(tmp_path / "content")
    build()
    monkeypatch.setattr(shards, "MANY", 3)
    write_story(tmp_path / "content", "late", "Late silo", "Rye.", date="2023-12-31")
    parted = build()["shards"]
    expected = [("2024", 2), ("2023-12", 3), ("2023-11", 1), ("undated", 1)]
    assert expected == [(one["name"], one["count"]) for one in parted]
    assert ("2023-12-01", "2023-12-31") == (parted[1]["from"], parted[1]["to"])
    assert not (tmp_path / "out/2023").exists()
    before = {one["name"]: one["tag"] for one in parted}
    write_story(tmp_path / "content", "last", "Last silo", "Oats.", date="2023-12-31")
    after = {one["name"]: one["tag"] for one in build()["shards"]}
    assert {"2023-12"} == {name for name in after if after[name] != before[name]}


def times(out):
    return {p.relative_to(out).as_posix(): p.stat().st_mtime_ns for p in out.rglob("*.*")}


def test_files_that_stay_the_same_keep_their_times(tmp_path, build):
    content, out = write_archive(tmp_path / "content"), tmp_path / "out"
    build()
    before = times(out)
    assert build() and before == times(out)
    write_story(content, "late", "Late silo", "Rye is sown.", date="2023-12-31")
    build()
    after = times(out)
    renewed = {name.split("/")[0] for name in before if before[name] != after.get(name)}
    assert renewed == {"manifest.json", "2023", "words"}
    stories = {name for name in before if name.startswith("2023/fragment/")}
    assert len(stories) == 3
    assert {name: before[name] for name in stories} == {name: after[name] for name in stories}


def test_a_draft_is_nowhere(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    texts = [path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.json")]
    assert not any("ecret" in text for text in texts)


def test_the_table_tells_each_story_newest_first(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    table = load(tmp_path / "out/2024/table.json")
    assert table["days"] == [19788, 1]  # 2024-03-06, and one day before it
    assert table["country"] == {"codes": ["TJ", "AF"], "rows": "0 1,0"}
    assert table["organization"] == {"codes": ["CSTO"], "rows": " 0"}
    assert table["title"] == [4, 4]
    listing = load(tmp_path / "out/2024/listing.json")
    assert listing["url"] == ["2024/03/06/price.html", "2024/03/05/silo.html"]
    assert listing["byline"] == ["", "Ann O'Hara"]
    assert listing["time"] == ["", "14:05"]


def test_filters_hold_what_a_story_is_about_and_mentions_the_rest(tmp_path, build):
    write_archive(tmp_path / "content")
    manifest = build("primary")
    table = load(tmp_path / "out/2024/table.json")
    assert table["country"] == {"codes": ["TJ", "AF"], "rows": "0 1"}
    mentions = load(tmp_path / "out/2024/mentions.json")
    assert mentions == {"codes": ["TJ", "AF", "CSTO"], "rows": "0 1,0,2"}
    assert manifest["facets"]["country"]["TJ"] == 1


def test_the_undated_have_no_days(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    assert "days" not in load(tmp_path / "out/undated/table.json")


def test_a_fragment_holds_the_readers_text(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    name = load(tmp_path / "out/2024/table.json")["ids"].split()[1]
    raw = gzip.decompress((tmp_path / f"out/2024/fragment/und_{name}.pf_fragment").read_bytes())
    fragment = json.loads(raw.removeprefix(b"pagefind_dcd"))
    assert fragment["content"] == "Herat opens grain silo ¶ The silo holds wheat. ¶ Prices fell."
    assert fragment["meta"]["title"] == "Herat opens grain silo"


def test_forms_of_a_word_are_relatives_in_their_language(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    lines = (tmp_path / "out/words/0.txt").read_text("utf-8").split("\n")
    words = {line.split()[0]: line.split()[1:] for line in lines}
    assert words["price"] == ["1@0", "5d,5s"]
    assert words["школа"] == ["1@1", "4ы"]
    assert "中" not in words


def test_headings_stand_beside_their_codes(tmp_path, build):
    write_archive(tmp_path / "content")
    manifest = build()
    assert manifest["headings"]["CSTO"] == "Collective Security Treaty Organization"
    assert manifest["facets"]["country"] == {"TJ": 2, "AF": 1}


def test_the_sites_own_names_stand_beside_those_of_the_stories(tmp_path, build):
    write_archive(tmp_path / "content")
    names = {"TJ": "Таджикистан"}
    manifest = build(name_of=lambda code: names.get(code, "CSTO"))
    assert manifest["headings"]["TJ"] == "Tajikistan"
    assert manifest["names"]["TJ"] == "Таджикистан"


def marks(manifest):
    return {one["name"]: one["tag"] for one in manifest["shards"]}


def test_only_the_year_of_a_changed_story_is_built_again(tmp_path, build):
    write_archive(tmp_path / "content")
    before = marks(build())
    kept = (tmp_path / "out/2023/table.json").stat().st_mtime_ns
    write_story(tmp_path / "content", "new", "New silo", "Wheat again.", date="2024-05-01")
    after = marks(build())
    assert kept == (tmp_path / "out/2023/table.json").stat().st_mtime_ns
    assert [name for name in after if after[name] != before[name]] == ["2024"]


def test_a_touched_file_with_the_same_bytes_changes_nothing(tmp_path, build):
    write_archive(tmp_path / "content")
    before = build()
    kept = (tmp_path / "out/2024/table.json").stat().st_mtime_ns
    path = tmp_path / "content/articles/2024/03/05/silo.html"
    path.write_bytes(path.read_bytes())
    assert before == build()
    assert kept == (tmp_path / "out/2024/table.json").stat().st_mtime_ns


def test_a_year_without_stories_goes_away(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    for path in (tmp_path / "content/articles/2023").rglob("*.html"):
        path.unlink()
    assert [one["name"] for one in build()["shards"]] == ["2024", "undated"]
    assert not (tmp_path / "out/2023").exists()


def test_an_empty_archive_has_an_empty_index(tmp_path, build):
    (tmp_path / "content/articles").mkdir(parents=True)
    manifest = build()
    assert (manifest["stories"], manifest["shards"], manifest["words"]["files"]) == (0, [], [])


def test_copies_are_told_to_their_shards(tmp_path, build):
    content = write_archive(tmp_path / "content")
    line = "2023/11/30/old.html\t2024/03/05/silo.html\n"  # as the newsdesk names them
    (content / "twins.tsv").write_text(line, "utf-8")
    copied = {one["name"]: one["twins"] for one in build()["shards"]}
    assert [bool(copied[name]) for name in ("2023", "2024", "undated")] == [True, True, False]
    assert load(tmp_path / "out/2024/twins.json") == {"1": 0}
    (content / "twins.tsv").write_text("", "utf-8")
    assert {""} == {one["twins"] for one in build()["shards"]}
    assert not (tmp_path / "out/2024/twins.json").exists()


def test_shards_are_built_at_once_only_as_far_as_memory_goes(tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    (tmp_path / "story.html").write_bytes(b"x" * 2200)
    story = Found("story.html", UNKNOWN)
    shard = Shard("2024", tmp_path, (story,) * 5000, tmp_path, tmp_path, Addresses())
    assert at_once([shard] * 20, 500) == 1
    assert at_once([shard] * 20, 1500) == 2
    assert at_once([shard] * 20, 64_000) == 8


def test_the_postings_tell_the_row_of_each_page_and_the_file_of_each_word(tmp_path, build):
    write_archive(tmp_path / "content")
    build()
    told = load(tmp_path / "out/2023/postings.json")
    rows = [sum(told["pages"][: n + 1]) for n in range(3)]
    assert sorted(rows) == [0, 1, 2]
    chunks = [path.stem for path in (tmp_path / "out/2023/index").iterdir()]
    assert sorted(told["files"].split()) == sorted(chunks)
    assert len(told["from"]) == len(chunks)


PAGE = b"\x82\x6bund_1234567\x03"
META = b"pagefind_dcd\x85\x651.5.2\x81" + PAGE


@pytest.mark.parametrize("read", [number_pages, postings])
def test_an_unknown_meta_index_is_refused(read):
    with pytest.raises(PagefindFailed, match="0 of 1 pages"):
        read(gzip.compress(b"pagefind_dcdsomething else"), ["und_1234567"])


@pytest.mark.parametrize("chunks", [b"", b"\x05", b"\x81\x82", b"\x81\x83\x61a\x61b\x05"])
def test_an_unknown_list_of_chunks_is_refused(chunks):
    with pytest.raises(PagefindFailed, match="newer than the one"):
        postings(gzip.compress(META + chunks), ["und_1234567"])


def test_the_list_of_chunks_is_read():
    chunks = b"\x81\x83\x61a\x62zz\x6bund_7654321"
    assert postings(gzip.compress(META + chunks), ["und_1234567"]) == {
        "pages": [0], "from": ["a"], "files": "und_7654321",
    }  # fmt: skip


def test_a_story_without_a_date_among_dated_ones_comes_last(tmp_path, build):
    content, out = write_archive(tmp_path / "content"), tmp_path / "out"
    lost = write_story(content, "lost", "Lost day", "Rye.", date="2024-03-05")
    lost.write_text(lost.read_text("utf-8").replace('<meta name="date" content="2024-03-05">', ""))
    assert "2024-03-05" not in lost.read_text("utf-8")
    build()
    table = load(out / "2024/table.json")
    assert (3, 2) == (len(table["ids"].split()), len(table["days"]))
    assert "undated/lost.html" == load(out / "2024/listing.json")["url"][-1]


def test_files_that_pages_pass_over_are_not_found(tmp_path, build):
    content = write_archive(tmp_path / "content")
    count = build()["stories"]
    story = write_story(content, "kept", "Kept", "Rye.", date="2024-03-05")
    story.rename(story.with_name(".kept.html"))
    story.with_name(".#lock.html").symlink_to("nobody@nowhere")
    assert count == build()["stories"]


def test_what_a_power_failure_left_of_the_memory_is_made_anew(tmp_path, build):
    write_archive(tmp_path / "content")
    before = build()
    for name in ("2024.json", "words", "made.json"):
        assert (tmp_path / "memory" / name).exists()
        (tmp_path / "memory" / name).write_bytes(b"")
    (tmp_path / "out" / "2023.new").mkdir()
    assert before == build()
    assert not (tmp_path / "out" / "2023.new").exists()


def test_a_file_changed_under_the_same_stamp_is_read_again(tmp_path, build):
    story = write_story(write_archive(tmp_path / "content"), "x", "Oats", "Rye.", date="2024-03-05")
    before, stat = build(), story.stat()
    story.write_text(story.read_text("utf-8").replace("Oats", "Oaks"))
    os.utime(story, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert before["tag"] != build()["tag"]


@pytest.mark.parametrize(
    "lost", ["2024/fragment/*", "2023/table.json", "2024/index/*", "words/0.txt", "pagefind.js"]
)
@pytest.mark.parametrize("left", [None, "half", "turned"])
def test_what_is_lost_or_cut_off_in_the_index_is_made_anew(tmp_path, build, lost, left):
    write_archive(tmp_path / "content")
    manifest = build()
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*.*")}
    for path in (tmp_path / "out").glob(lost):
        turned = b"x" * len(before[path])
        path.unlink() if left is None else path.write_bytes(b"half" if left == "half" else turned)
    assert manifest == build()
    assert before.keys() == {p for p in before if p.exists() and p.stat().st_size == len(before[p])}
    assert not any(p.read_bytes().startswith(b"xxxx") for p in before)


def test_the_index_finds_the_stories_that_press_publishes(tmp_path, build):
    content = write_archive(tmp_path / "content")
    choice = {"ARTICLE_PATHS": ["articles", "own"], "ARTICLE_EXCLUDES": ["articles/2023"],
              "IGNORE_FILES": ["pri*"]}  # fmt: skip
    write_story(tmp_path / "elsewhere", "linked", "Linked", "Rye.", date="2022-03-05")
    (content / "own").symlink_to(tmp_path / "elsewhere/articles", target_is_directory=True)
    made = build(choice=choice)["shards"]
    expected = [("2024", 1), ("2022", 1), ("undated", 1)]
    assert expected == [(one["name"], one["count"]) for one in made]
