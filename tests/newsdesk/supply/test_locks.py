"""The locks are read whole, and their licences are told as installed."""

from email.message import Message
from pathlib import Path

import pytest
from newsdesk.errors import BadSetting
from newsdesk.supply.licences import ABSENT, UNSAID, licence_of, licences
from newsdesk.supply.locks import Locked, read_locks

ROOT = Path(__file__).resolve().parents[3]
ONE, TWO = "1" * 64, "2" * 64


def test_every_package_of_every_set_is_read():
    packages = read_locks(ROOT / "requirements")
    lines = [
        line
        for path in (ROOT / "requirements").rglob("*.txt")
        for line in path.read_text().splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    ]
    assert sum(len(each.sets) for each in packages) == len(lines) > 100
    assert all(each.hashes for each in packages)
    (pelican,) = (each for each in packages if each.name == "pelican")
    assert "runtime" in pelican.sets


def test_versions_hashes_and_markers_are_told_apart(tmp_path):
    (tmp_path / "extras").mkdir()
    (tmp_path / "runtime.txt").write_text(
        f"Fog_Horn[brass]==2.0 ; sys_platform == 'nowhere' \\\n    --hash=sha256:{ONE} \\\n"
        f"    --hash=sha256:{TWO}\n# a word\nbuoy==1.1 \\\n    --hash=sha256:{ONE}\n"
    )
    (tmp_path / "extras/night.txt").write_text(f"buoy==1.1 \\\n    --hash=sha256:{ONE}\n")
    (tmp_path / "constraints.txt").write_text("buoy<2\n")
    buoy, horn = read_locks(tmp_path)
    assert buoy == Locked("buoy", "1.1", ("night", "runtime"), (ONE,))
    assert horn == Locked("fog-horn", "2.0", ("runtime",), (ONE, TWO), "sys_platform == 'nowhere'")
    assert (buoy.here, horn.here) == (True, False)


@pytest.mark.parametrize("line", ["buoy>=1", "buoy==1.1", f"--hash=sha256:{ONE}"])
def test_a_line_that_locks_nothing_is_a_sentence(tmp_path, line):
    (tmp_path / "runtime.txt").write_text(line + "\n")
    with pytest.raises(BadSetting, match=r"runtime\.txt, entry 1"):
        read_locks(tmp_path)


def said(**fields):
    message = Message()
    for name, values in fields.items():
        for value in values if isinstance(values, list) else [values]:
            message[name.replace("_", "-")] = value
    return licence_of(message)


def test_a_licence_is_read_from_expression_word_or_classifiers():
    assert said(License_Expression="MIT OR Apache-2.0", License="see file") == "MIT OR Apache-2.0"
    assert said(License="BSD-3-Clause") == "BSD-3-Clause"
    mit = "License :: OSI Approved :: MIT License"
    assert said(License="Permission is hereby granted, " * 9, Classifier=[mit]) == "MIT License"
    assert said(License="UNKNOWN", Classifier=["License :: OSI Approved"]) == UNSAID
    assert said() == UNSAID


def test_what_is_not_here_or_of_another_version_is_not_vouched_for():
    there, other, gone = licences(
        Locked(name, version, ("runtime",), (ONE,))
        for name, version in (("pelican", "4.12.0"), ("pelican", "0.1"), ("no-such-thing", "1"))
    )
    assert there.licence.startswith("AGPL")
    assert (there.clear, other.clear, gone.clear) == (True, False, False)
    assert (other.installed, gone.licence) == ("4.12.0", ABSENT)


def test_every_package_of_the_runtime_says_its_licence():
    known = licences(p for p in read_locks(ROOT / "requirements") if "runtime" in p.sets and p.here)
    assert [each.locked.name for each in known if each.licence in (ABSENT, UNSAID)] == []
