"""docs/dependencies.md and the locks say the same as requirements/*.in."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
SETS = sorted((ROOT / "requirements").rglob("*.in"))


def wanted(path):
    lines = (line.split("#")[0].strip() for line in path.read_text().splitlines())
    return {re.split(r"[=<>\[; ]", line)[0].lower() for line in lines if line and line[0] != "-"}


def test_every_dependency_is_justified_and_no_other():
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", PAGE, re.MULTILINE)
    told = {name.strip() for row in rows for name in row.split(",")} - {"name"}
    assert told == set().union(*map(wanted, SETS))


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_set_is_locked_with_hashes_and_without_addresses(path):
    lock = path.with_suffix(".txt").read_text()
    locked = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE))
    assert wanted(path) <= {name.replace("_", "-") for name in locked} | locked
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
    assert "://" not in lock
