"""The gauge knows how far reading has come, by position or by files, and when nobody knows."""

import json
import zipfile

import pytest
from newsdesk.intake import Gauge, read

LINES = [json.dumps({"title": f"Ferry {n}", "text": f"Ferry {n} opens. " * 20}) for n in range(100)]


def passed(dump):
    gauge = Gauge.of([dump])
    return [gauge.passed / gauge.size for _ in read(dump, gauge=gauge)], gauge


def test_a_file_of_lines_is_gauged_by_position(tmp_path):
    (tmp_path / "ferries.jsonl").write_text("\n".join(LINES))
    shares, gauge = passed(tmp_path / "ferries.jsonl")
    assert shares[49] == pytest.approx(0.5, abs=0.01)
    assert gauge.passed == gauge.size
    assert gauge.share(100) == 1
    assert gauge.share(25) == 0.25  # reading ran ahead: so many are filed


def test_a_packed_file_is_gauged_as_it_lies(tmp_path):
    with zipfile.ZipFile(tmp_path / "ferries.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for number, line in enumerate(LINES):
            packed.writestr(f"{number:03}.json", line)
    shares, _ = passed(tmp_path)
    assert 0.2 < shares[49] < 0.6  # the list of members, at the end, has its bytes too


def test_what_is_read_in_one_piece_counts_when_it_is_through(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(f"[{','.join(LINES)}]")
    (tmp_path / "link").symlink_to(tmp_path / "a.json")  # is not read
    shares, gauge = passed(tmp_path)
    assert set(shares[:100]) == {0.0}
    assert set(shares[100:200]) == {0.5}
    assert gauge.passed == gauge.size


def test_nobody_knows_what_lies_at_an_address(tmp_path):
    (tmp_path / "ferry.txt").write_text("Ferry opens")
    gauge = Gauge.of([tmp_path, "s3://bucket/dump"])
    list(read(tmp_path, gauge=gauge))
    assert gauge.share(1) == 0
