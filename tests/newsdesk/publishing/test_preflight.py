"""The pre-flight: what hosts take, and what a site over it is told."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest
from newsdesk.errors import BadSetting
from newsdesk.publishing.preflight import Host, Measured, host, hosts, measure, over

SMALL = Host("small", "Small Host", "Go elsewhere.", "https://example.org/limits",
             files=3, bytes=100, file_bytes=60, folder_files=2)  # fmt: skip


def write(site, **sizes):
    for name, size in sizes.items():
        path = site / name.replace("_", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(size))


def test_a_site_is_counted(tmp_path):
    write(tmp_path, a=10, b_c=20, b_d=5, b_e=1)
    assert measure(tmp_path) == Measured(4, 36, ("b/c", 20), ("b", 3))


@pytest.mark.parametrize(("sizes", "words"), [
    ({"a": 1, "b": 1}, None),
    ({"a": 1, "b_a": 1, "c_a": 1, "d_a": 1}, "The site has 4 files"),
    ({"a": 55, "b_a": 55}, "The site has 110 bytes"),
    ({"a_big": 61}, "a/big has 61 bytes"),
    ({"x_a": 1, "x_b": 1, "x_c": 1}, "The folder x has 3 files"),
])  # fmt: skip
def test_every_limit_is_looked_at_and_told_with_its_source(tmp_path, sizes, words):
    write(tmp_path, **sizes)
    faults = list(over(measure(tmp_path), SMALL))
    if words is None:
        assert faults == []
    else:
        assert len(faults) == 1
        assert faults[0].startswith(words)
        assert "Small Host takes" in faults[0]
        assert "https://example.org/limits" in faults[0]


def test_the_limits_that_readers_of_hosts_know(tmp_path):
    assert hosts()["github"].bytes == 10**9
    assert (hosts()["cloudflare"].files, hosts()["cloudflare"].file_bytes) == (20_000, 25 << 20)
    big = Measured(20_001, 10**9 + 1, ("pack", 26 << 20), ("pagefind", 54_001))
    assert [len(list(over(big, hosts()[name]))) for name in ("github", "cloudflare", "netlify",
            "s3")] == [1, 2, 1, 0]  # fmt: skip


def test_every_host_says_where_its_limits_stand_and_what_to_do():
    table = tomllib.loads(files("newsdesk.publishing").joinpath("hosts.toml").read_text("utf-8"))
    for row in table.values():
        assert row["source"].startswith("https://")
        assert isinstance(row["checked"], date)
        assert len(row["advice"].split()) > 5


def test_an_unknown_host_is_a_sentence():
    with pytest.raises(BadSetting, match="«geocities» is no host"):
        host("geocities")
