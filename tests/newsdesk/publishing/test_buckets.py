"""A site in S3-compatible storage: moto's server on this machine, spoken to over HTTP."""

import pytest
from newsdesk.errors import NotPossible
from newsdesk.publishing.buckets import BRIEFLY, FOR_EVER, headers, is_bucket, rank, send

SITE = {
    "index.html": "<p>List</p>",
    "2025/01/02/story.html": "<p>Story with «quotes»</p>",
    "feed.xml": "<feed/>",
    "theme/css/base.css": "p {}",
    "pagefind/2025/fragment/und_ab12.pf_fragment": "text",
    "pagefind/2025/table.json": "{}",
    "pagefind/pagefind-entry.json": "{}",
    "sw.js": "// worker",
}


@pytest.fixture
def site(tmp_path):
    for name, words in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words)
    return tmp_path


def held(bucket):
    found = bucket.list_objects_v2(Bucket="archive").get("Contents", ())
    return {
        each["Key"]: bucket.get_object(Bucket="archive", Key=each["Key"])["Body"].read().decode()
        for each in found
    }


def test_the_bucket_holds_the_site(site, bucket):
    done = send(site, "s3://archive")
    assert held(bucket) == SITE
    assert sorted(done.sent) == sorted(SITE)
    assert done.bytes == sum(len(words.encode()) for words in SITE.values())


def test_each_file_has_its_content_type_and_its_time_in_caches(site, bucket):
    send(site, "s3://archive")
    told = {
        name: (head["ContentType"], head["CacheControl"])
        for name in SITE
        for head in [bucket.head_object(Bucket="archive", Key=name)]
    }
    assert told == {name: headers(name) for name in SITE}
    assert told["index.html"] == ("text/html; charset=utf-8", BRIEFLY)
    assert told["pagefind/2025/fragment/und_ab12.pf_fragment"][1] == FOR_EVER
    assert told["feed.xml"][0].startswith("application/xml")
    assert told["theme/css/base.css"][0] == "text/css; charset=utf-8"


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted_last(site, bucket, server):
    send(site, "s3://archive")
    server[1].wrote.clear()
    (site / "index.html").write_text("<p>List!</p>")  # longer
    (site / "theme/css/base.css").write_text("q {}")  # as long as before
    (site / "2025/01/02/story.html").unlink()
    done = send(site, "s3://archive")
    assert (sorted(done.sent), done.deleted) == (
        ["index.html", "theme/css/base.css"], ["2025/01/02/story.html"]
    )  # fmt: skip
    assert done.unchanged == 5
    assert "2025/01/02/story.html" not in held(bucket)
    methods = [method for method, _ in server[1].wrote]
    assert methods[:2] == ["PUT", "PUT"]
    assert methods[2:] and "PUT" not in methods[2:]
    assert server[1].wrote[0][1] == "theme/css/base.css"


def test_nothing_leads_to_what_is_not_there_yet(site, bucket, server):
    """Assets before pages, pages before lists, the index's entry and the app's worker last."""
    send(site, "s3://archive")
    order = [name for method, name in server[1].wrote if method == "PUT"]
    assert sorted(order) == sorted(SITE)
    assert [rank(name) for name in order] == sorted(rank(name) for name in SITE)
    assert order.index("pagefind/2025/table.json") > order.index("2025/01/02/story.html")
    assert {rank(n) for n in ("sw.js", "pagefind/pagefind-entry.json")} == {3}


def test_the_same_site_again_writes_nothing(site, bucket, server):
    send(site, "s3://archive")
    server[1].wrote.clear()
    assert send(site, "s3://archive").unchanged == len(SITE)
    assert server[1].wrote == []


def test_a_dry_run_writes_nothing_and_tells_the_same(site, bucket, server):
    told = send(site, "s3://archive", dry_run=True)
    assert server[1].wrote == []
    assert held(bucket) == {}
    assert send(site, "s3://archive") == told


def test_a_folder_in_a_bucket_is_kept_apart_from_its_neighbours(site, bucket):
    bucket.put_object(Bucket="archive", Key="other/photo.jpg", Body=b"mine")
    send(site, "s3://archive/news")
    (site / "feed.xml").unlink()
    send(site, "s3://archive/news/")
    there = held(bucket)
    assert there.pop("other/photo.jpg") == "mine"
    assert there == {f"news/{name}": words for name, words in SITE.items() if name != "feed.xml"}


def test_a_bucket_that_holds_something_else_is_left_alone(site, bucket):
    bucket.put_object(Bucket="archive", Key="photo.jpg", Body=b"mine")
    with pytest.raises(NotPossible, match=r"1 files but no index\.html"):
        send(site, "s3://archive")
    assert held(bucket) == {"photo.jpg": "mine"}


def test_storage_that_is_not_there_is_a_sentence(site, bucket):
    with pytest.raises(NotPossible, match="was not brought up to date"):
        send(site, "s3://no-such-bucket")
    with pytest.raises(NotPossible, match="BACKFILE_EXTRAS=remote"):
        send(site, "nosuch://archive")


def test_addresses_are_told_from_what_rsync_takes():
    assert is_bucket("s3://archive/news")
    assert not any(map(is_bucket, ("ann@example.org:/var/www", "rsync://a/b", "/var/www", "a::b")))
