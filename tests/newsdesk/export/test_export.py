"""The archive as tables: every format tells the same, and the data package is accepted."""

import csv
import json
import sqlite3
import tracemalloc
from datetime import date
from hashlib import sha256
from html import escape

import frictionless
import pytest
from newsdesk.archive import Archive
from newsdesk.errors import BadSetting
from newsdesk.export import FORMATS, Choice, export

BODY = '<p>The <span data-tag="TD">Chadian</span> ferry &amp; crew.</p>\n<p>Second &lt;one&gt;.</p>'


def filed(root, slug, day="2025-01-12 14:05", title="Ferry sails", body=BODY, **facts):
    """File a story as filing does."""
    known = {
        "date": day, "slug": slug, "lang": "en", "source": "Velmora Ledger",
        "countries": "TD*; FR;", "organizations": "UN;", "evidence": '{"TD": "in the headline"}',
        "story": sha256(slug.encode()).hexdigest(), "dump": f"dump.zip!{slug}.txt",
    } | facts  # fmt: skip
    metas = "\n".join(f'<meta name="{k}" content="{escape(v)}">' for k, v in known.items() if v)
    path = root / "content/articles" / (day[:10].replace("-", "/") or "undated") / f"{slug}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}'
        f"</title>\n{metas}\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def archive(tmp_path):
    root = tmp_path / "archive"
    filed(root, "ferry")
    filed(root, "formula", title='=HYPERLINK("http://evil.example")', countries="FR*;", lang="fr")
    filed(root, "old", day="2023-06-01", organizations="", source="Sarn Post")
    filed(root, "undated", day="", partial_date="XXXX-01-15")
    filed(root, "draft", status="draft")
    filed(
        root, "by-hand", body="<h2>Head</h2><div><p>One <b>bold</b></p></div><ul><li>Two</li></ul>"
    )
    (root / "content/twins.tsv").write_text("2025/01/12/ferry.html\t2025/01/12/formula.html\n")
    return Archive.open(root)


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def titles(archive, tmp_path, **choice):
    export(archive, tmp_path / "out", ["jsonl"], Choice(**choice))
    return sorted(story["permalink"] for story in lines(tmp_path / "out/stories.jsonl"))


def test_the_validator_accepts_the_package(archive, tmp_path):
    """Frictionless checks sizes, hashes, types, keys and foreign keys."""
    made = export(archive, tmp_path / "out", FORMATS, title="Velmora", site="https://v.example")
    report = frictionless.validate(str(tmp_path / "out/datapackage.json"))
    assert [] == report.flatten(["type", "message"])
    assert made.stories == 5
    told = json.loads((tmp_path / "out/datapackage.json").read_text())
    assert sorted(resource["path"] for resource in told["resources"]) == sorted(made.files[:-1])


def test_the_validator_would_see_damage(archive, tmp_path):
    export(archive, tmp_path / "out", ["csv"])
    with (tmp_path / "out/tags.csv").open("a") as file:
        file.write("nobody,country/XX,true,\n")
    assert not frictionless.validate(str(tmp_path / "out/datapackage.json")).valid


def test_all_formats_tell_the_same(archive, tmp_path):
    import pyarrow.parquet as pq

    out = tmp_path / "out"
    export(archive, out, FORMATS, site="https://v.example")
    stories = lines(out / "stories.jsonl")
    with (out / "stories.csv").open(encoding="utf-8", newline="") as file:
        from_csv = list(csv.DictReader(file))
    db = sqlite3.connect(out / "archive.sqlite")
    names = [row[1] for row in db.execute("PRAGMA table_info(stories)")]
    from_sqlite = [
        dict(zip(names, row, strict=True)) for row in db.execute("SELECT * FROM stories")
    ]
    from_parquet = pq.read_table(out / "stories.parquet").to_pylist()
    for name in ("id", "text", "permalink", "source", "lang", "words", "date"):
        expected = [story[name] for story in stories]
        assert expected == [row[name] for row in from_sqlite], name
        assert expected == [row[name] for row in from_parquet], name
        assert [str(v if v is not None else "") for v in expected] == [r[name] for r in from_csv]


def test_a_story_is_told_whole(archive, tmp_path):
    export(archive, tmp_path / "out", ["jsonl"], site="https://v.example")
    story = next(s for s in lines(tmp_path / "out/stories.jsonl") if "/ferry" in s["permalink"])
    assert "The Chadian ferry & crew.\n\nSecond <one>." == story["text"]
    assert ("2025-01-12", "14:05", 1, 7) == tuple(
        story[k] for k in ("date", "time", "twins", "words")
    )
    assert "https://v.example/2025/01/12/ferry.html" == story["permalink"]
    assert {"heading": "country/TD", "about": True, "evidence": "in the headline"} in story["tags"]


def test_a_file_edited_by_hand_is_read(archive, tmp_path):
    export(archive, tmp_path / "out", ["jsonl"])
    story = next(s for s in lines(tmp_path / "out/stories.jsonl") if "by-hand" in s["permalink"])
    assert "Head\n\nOne bold\n\nTwo" == story["text"]


def test_a_spreadsheet_runs_nothing(archive, tmp_path):
    """Only CSV needs it; elsewhere the headline is as it was."""
    export(archive, tmp_path / "out", ["csv", "jsonl"])
    with (tmp_path / "out/stories.csv").open(encoding="utf-8", newline="") as file:
        found = [row["title"] for row in csv.DictReader(file)]
    assert '\'=HYPERLINK("http://evil.example")' in found
    told = [story["title"] for story in lines(tmp_path / "out/stories.jsonl")]
    assert '=HYPERLINK("http://evil.example")' in told


def test_datasette_finds_keys_and_search(archive, tmp_path):
    """It looks for foreign keys, a `name` or `title` to label them, and FTS with `content=`."""
    export(archive, tmp_path / "out", ["sqlite"])
    db = sqlite3.connect(tmp_path / "out/archive.sqlite")
    keys = {(row[2], row[3]) for row in db.execute("PRAGMA foreign_key_list(tags)")}
    assert {("stories", "story"), ("headings", "heading")} == keys
    assert [] == db.execute("PRAGMA foreign_key_check").fetchall()
    query = (
        "SELECT title FROM stories WHERE rowid IN"
        " (SELECT rowid FROM stories_fts WHERE stories_fts MATCH ?)"
    )
    assert [("Ferry sails",)] == db.execute(query, ("bold",)).fetchall()
    (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'stories_fts'").fetchone()
    assert 'content="stories"' in sql
    query = "EXPLAIN QUERY PLAN SELECT * FROM stories WHERE date > '2024'"
    plan = db.execute(query).fetchone()
    assert "stories_date" in plan[3]


def test_stories_are_chosen(archive, tmp_path):
    permalink = "2025/01/12/{}.html".format
    old, undated = "2023/06/01/old.html", "undated/undated.html"
    assert [permalink("formula")] == titles(archive, tmp_path, languages=frozenset({"fr"}))
    assert [old] == titles(archive, tmp_path, sources=frozenset({"Sarn Post"}))
    assert [old] == titles(archive, tmp_path, last=date(2024, 1, 1))
    assert [permalink(n) for n in ("by-hand", "ferry", "formula")] == titles(
        archive, tmp_path, first=date(2024, 1, 1)
    )
    everywhere = titles(archive, tmp_path, countries=frozenset({"TD"}))
    assert sorted([permalink("by-hand"), permalink("ferry"), old, undated]) == everywhere
    assert old not in titles(archive, tmp_path, organizations=frozenset({"UN"}))


def test_the_same_archive_gives_the_same_bytes(archive, tmp_path):
    for name in ("one", "two"):
        export(archive, tmp_path / name, FORMATS)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_an_unknown_format_writes_nothing(archive, tmp_path):
    with pytest.raises(BadSetting, match="«xlsx» is no format"):
        export(archive, tmp_path / "out", ["csv", "xlsx"])
    assert not (tmp_path / "out").exists()


def test_an_unknown_code_leaves_an_older_export_alone(archive, tmp_path):
    export(archive, tmp_path / "out", ["jsonl"])
    before = (tmp_path / "out" / "stories.jsonl").read_bytes()
    with pytest.raises(BadSetting, match="No heading has the code ZZ; nothing was written"):
        export(archive, tmp_path / "out", ["jsonl"], Choice(frozenset({"ZZ"})))
    assert before == (tmp_path / "out" / "stories.jsonl").read_bytes()


def test_what_an_older_export_had_and_this_one_has_not_goes(archive, tmp_path):
    """A story withdrawn since would else stay in the format that is not asked for again."""
    export(archive, tmp_path / "out", ["jsonl", "csv"])
    (tmp_path / "out" / "mine.txt").write_text("Not an export's.")
    export(archive, tmp_path / "out", ["jsonl"])
    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert left == ["datapackage.json", "mine.txt", "stories.jsonl"]


def test_a_failed_export_leaves_the_last_one(archive, tmp_path):
    export(archive, tmp_path / "out", ["jsonl"])
    before = (tmp_path / "out/stories.jsonl").read_bytes()
    filed(archive.root, "twice", story=sha256(b"ferry").hexdigest())
    with pytest.raises(sqlite3.IntegrityError):
        export(archive, tmp_path / "out", ["jsonl", "sqlite"])
    assert before == (tmp_path / "out/stories.jsonl").read_bytes()
    assert ["archive", "out"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.alone  # what threads of other tests take in this process would count as well
def test_memory_does_not_follow_the_stories(tmp_path):
    """Four times the stories take a tenth more memory at most: buffers are full by then."""

    def peak(count):
        root = tmp_path / f"archive-{count}"
        for number in range(count):
            filed(root, f"s{number}", day=f"2025-01-{number % 28 + 1:02d}", body=BODY * 20)
        archive = Archive.open(root)
        tracemalloc.start()
        export(archive, tmp_path / f"out-{count}", ["jsonl", "csv", "sqlite"])
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(5)  # what is loaded once
    assert peak(2400) < 1.1 * peak(600)
