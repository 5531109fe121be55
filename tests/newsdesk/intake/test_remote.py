"""Dumps at addresses: read as the same folder on this machine would be."""

import fsspec
import pytest
from newsdesk import intake
from newsdesk.errors import NotPossible
from newsdesk.intake import remote

FILES = {
    "b/two.txt": b"Ferry leaves\n\nIt left Baku at noon on Tuesday with forty wagons of grain.\n",
    "one.txt": b"Bridge opens\n\nIt was opened in Kabul by the mayor and four of his sisters.\n",
    "z.gz": b"no gzip at all",
}


@pytest.fixture
def local(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    system.pipe({f"/dump/{name}": data for name, data in FILES.items()})
    yield "memory://dump"
    system.rm("/dump", recursive=True)


def test_an_address_gives_what_the_folder_gives(local, memory):
    """In the same order, under the same names, what cannot be read included."""
    expected = sorted(map(repr, intake.read(local)))
    assert expected == sorted(map(repr, remote.read(memory)))
    assert expected == sorted(map(repr, remote.read(f"file://{local}")))


def test_one_file_is_a_dump_too(local, memory):
    assert list(intake.read(local / "one.txt")) == list(remote.read(f"{memory}/one.txt"))


@pytest.mark.parametrize("address", ["memory://nothing-here", "nosuchthing://x", "s3x::y"])
def test_what_is_not_there_is_a_sentence(address):
    with pytest.raises(NotPossible, match="nothing was filed"):
        list(remote.read(address))


@pytest.mark.parametrize(
    ("words", "expected"),
    [("s3://bucket/x", True), ("simplecache::s3://b/x", True), ("C:/dumps", False), ("d", False)],
)
def test_an_address_is_told_from_a_path(words, expected):
    assert expected == remote.is_address(words)
