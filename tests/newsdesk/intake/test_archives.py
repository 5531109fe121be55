"""Archives are read without unpacking; what is hostile in them is refused, the rest goes on."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from newsdesk.intake import IntakeSettings, read
from newsdesk.intake.archives import outside
from newsdesk.records import SetAside

from .conftest import Take

LAMP = b"The lamp was lit on Tuesday.\n"


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(*members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, link
            info.size = len(data) if kind == tarfile.REGTYPE else 0
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def test_members_keep_their_order_and_place(take: Take) -> None:
    data = zipped(("b/2.txt", LAMP), ("a.txt", LAMP), ("b/", b""), ("__MACOSX/._a.txt", b"x"))
    stories, refused = take("d.zip", data)
    assert [str(s.provenance) for s in stories] == ["d.zip!b/2.txt", "d.zip!a.txt"]
    assert refused == []


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("d.tar", bytes),
        ("d.tar.gz", gzip.compress),
        ("d.tgz", gzip.compress),
        ("d.tar.bz2", bz2.compress),
        ("d.tar.xz", lzma.compress),
    ],
)
def test_tars_in_every_packing(take: Take, name: str, pack: object) -> None:
    data = pack(tarred(("a.txt", LAMP), ("b/c.txt", LAMP)))  # type: ignore[operator]
    stories, refused = take(name, data)
    assert [s.provenance.locator for s in stories] == ["a.txt", "b/c.txt"]
    assert refused == []


def test_packed_streams_one_after_another(take: Take) -> None:
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        data = pack(LAMP) + pack(b"Boats enter.\n")
        assert [s.text for s in take("a.txt.x", data)[0]] == [LAMP.decode() + "Boats enter.\n"]
    padded = lzma.compress(LAMP) + bytes(4) + lzma.compress(LAMP) + bytes(8)
    assert [s.text for s in take("a.txt.xz", padded)[0]] == [LAMP.decode() * 2]


def test_an_xz_that_wants_too_much_memory_is_refused(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdesk.intake.archives.XZ_MEMORY", 2**20)
    refused = take("a.txt.xz", lzma.compress(LAMP))[1]
    assert refused[0].reason.startswith("Its packing is damaged: Memory usage limit exceeded. ")


def test_a_single_packed_file_is_the_document(take: Take) -> None:
    story = take("a.jsonl.gz", gzip.compress(b'{"text": "The lamp."}\n'))[0][0]
    assert (story.provenance.dump, story.provenance.locator) == ("a.jsonl.gz", "#1")


def test_archives_within_archives(take: Take) -> None:
    inner = gzip.compress(tarred(("c.txt", LAMP)))
    data = zipped(("x/b.tar.gz", inner), ("y.zip", zipped(("z.txt.gz", gzip.compress(LAMP)))))
    stories, _ = take("a.zip", data)
    expected = ["a.zip!x/b.tar.gz!c.txt", "a.zip!y.zip!z.txt.gz"]
    assert [str(s.provenance) for s in stories] == expected


HOSTILE = (
    *("../up.txt", "a/../../up.txt", "/etc/motd", "C:\\up.txt", "..\\up.txt", "\\\\host\\share"),
    "a\\..\\..\\up.txt",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_climb_out_are_refused(take: Take, name: str, pack: object) -> None:
    assert outside(name)
    stories, refused = take("d.bin", pack((name, LAMP), ("ok.txt", LAMP)))  # type: ignore[operator]
    assert [s.provenance.locator for s in stories] == ["ok.txt"]
    assert len(refused) == 1
    assert refused[0].reason.startswith("Its name ")


def test_harmless_names_with_dots_are_read(take: Take) -> None:
    names = ["..a/b.txt", "a..txt", "...", "a/.hidden", "C:", "con.txt"]
    stories, _ = take("d.zip", zipped(*((n, LAMP) for n in names if n != "C:")))
    assert len(stories) == 5


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_in_a_tar_are_refused(take: Take, kind: bytes) -> None:
    stories, refused = take("d.tar", tarred(("x", LAMP), kind=kind, link="/etc/passwd"))
    assert stories == []
    assert refused[0].reason.startswith("It is a ")


def test_a_link_in_a_zip_is_refused(take: Take) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        info = zipfile.ZipInfo("x.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert "link" in take("d.zip", held.getvalue())[1][0].reason


def test_an_encrypted_member_is_refused_the_rest_read(take: Take) -> None:
    data = bytearray(zipped(("a.txt", LAMP), ("b.txt", LAMP), method=zipfile.ZIP_STORED))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + at] |= 1
    stories, refused = take("d.zip", bytes(data))
    assert [s.provenance.locator for s in stories] == ["b.txt"]
    assert "encrypted" in refused[0].reason


def test_an_unknown_packing_is_refused_the_rest_read(take: Take) -> None:
    data = bytearray(zipped(("a.txt", LAMP), ("b.txt", LAMP), method=zipfile.ZIP_STORED))
    for mark, at in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        data[data.index(mark) + at] = 97
    stories, refused = take("d.zip", bytes(data))
    assert [s.provenance.locator for s in stories] == ["b.txt"]
    assert "cannot be read" in refused[0].reason


ZEROS = b"a" * 3_000_000
SMALL = {"ratio_grace": 100_000, "max_ratio": 50}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.gz", gzip.compress(ZEROS)),
        ("bomb.bz2", bz2.compress(ZEROS)),
        ("bomb.xz", lzma.compress(ZEROS)),
        ("bomb.zip", zipped(("a.txt", ZEROS))),
        ("bomb.tgz", gzip.compress(tarred(("a.txt", ZEROS)))),
    ],
)
def test_bombs_by_ratio(take: Take, name: str, data: bytes) -> None:
    stories, refused = take(name, data, **SMALL)
    assert stories == []
    assert refused[0].reason == "It unpacks to over 50 times its size, as a bomb does."


def test_the_rest_of_a_zip_with_a_bomb_is_read(take: Take) -> None:
    data = zipped(("bomb.txt", ZEROS), ("ok.txt", LAMP))
    stories, refused = take("d.zip", data, **SMALL)
    assert ([s.provenance.locator for s in stories], len(refused)) == (["ok.txt"], 1)


def test_all_that_a_dump_unpacks_to_is_limited(take: Take) -> None:
    data = zipped(*((f"{n}.txt", os.urandom(500).hex().encode()) for n in range(9)))
    stories, refused = take("d.zip", data, max_expanded=5000)
    assert len(stories) == 5
    assert refused[-1].reason.startswith("Unpacking stopped here: the dump unpacks to over")


def test_nested_archives_share_one_allowance(take: Take) -> None:
    inner = zipped(*((f"{n}.txt", LAMP) for n in range(10)))
    data = zipped(*((f"{n}.zip", inner) for n in range(10)))
    stories, refused = take("d.zip", data, max_members=25)
    assert len(stories) < 25
    assert refused[-1].reason == "Reading stopped here: the dump has over 25 members."


def test_nesting_has_an_end(take: Take) -> None:
    data = LAMP
    for _ in range(30):
        data = gzip.compress(data)
    stories, refused = take("deep.gz", data)
    assert (stories, refused[0].reason) == ([], "It lies over 8 containers deep.")


def test_a_nested_zip_too_large_to_hold_is_refused(take: Take) -> None:
    inner = zipped(("a.txt", os.urandom(5000).hex().encode()))
    refused = take("d.zip", zipped(("in.zip", inner)), max_container=1000)[1]
    assert refused[0].reason.startswith("It is larger than the 1000 bytes read in one piece. Cut ")


@pytest.mark.parametrize("cut", [3, 12, 40, 100, 200])
@pytest.mark.parametrize(
    "whole",
    [
        zipped(("a.txt", LAMP * 9), ("b.txt", LAMP)),
        gzip.compress(tarred(("a.txt", LAMP * 9))),
        gzip.compress(os.urandom(300).hex().encode()),
        tarred(("a.txt", LAMP * 9)),
        bz2.compress(LAMP * 9),
        lzma.compress(LAMP * 9),
    ],
)
def test_a_cut_archive_is_told_not_raised(take: Take, whole: bytes, cut: int) -> None:
    _, refused = take("d.bin", whole[:-cut])
    for each in refused:
        assert each.reason.endswith(".")


def test_members_of_one_name_are_kept_apart(take: Take) -> None:
    data = tarred(("a.txt", LAMP), ("a.txt", LAMP + b"2"))
    stories, _ = take("d.tar", data)
    assert [s.provenance.locator for s in stories] == ["a.txt", "a.txt~2"]


def test_names_cannot_forge_a_locator_or_a_terminal(take: Take) -> None:
    names = ["a!b.txt", "a#2.txt", "\x1b[31m.txt", "\u202etxt.exe", "new\nline.txt", "x\udcff.txt"]
    stories, _ = take("d.tar", tarred(*((n, LAMP) for n in names)))
    assert [s.provenance.locator for s in stories] == [
        *("a%21b.txt", "a%232.txt", "%1B[31m.txt", "%E2%80%AEtxt.exe", "new%0Aline.txt"),
        "x%FF.txt",
    ]


def test_an_old_zip_with_utf8_names(take: Take) -> None:
    data = zipped(("мост.txt", LAMP)).replace(b"\x00\x08", b"\x00\x00")  # drop the UTF-8 flag
    assert take("d.zip", data)[0][0].provenance.locator == "мост.txt"


def test_nothing_is_written_to_disk(tmp_path: Path) -> None:
    (tmp_path / "d.zip").write_bytes(zipped(("in.zip", zipped(("a.txt", LAMP))), ("b.txt", LAMP)))
    before = sorted(tmp_path.rglob("*"))
    list(read(tmp_path))
    assert sorted(tmp_path.rglob("*")) == before


def test_reading_stops_when_the_reader_does(tmp_path: Path) -> None:
    (tmp_path / "d.zip").write_bytes(zipped(*((f"{n}.txt", LAMP) for n in range(50))))
    found = read(tmp_path / "d.zip")
    assert not isinstance(next(found), SetAside)
    found.close()  # type: ignore[attr-defined]


def test_a_member_read_only_in_part_does_not_stop_a_tar(take: Take) -> None:
    big = b"x" * 5000
    data = gzip.compress(tarred(("big.txt", big), ("ok.txt", LAMP)))
    stories, refused = take("d.tgz", data, max_document=1000)
    assert ([s.provenance.locator for s in stories], len(refused)) == (["ok.txt"], 1)


def test_settings_are_checked() -> None:
    from newsdesk.errors import BadSetting

    assert IntakeSettings.from_table({"max_depth": 3}).max_depth == 3
    keys = {"keys": {"text": "plot", "title": ["hed", "a.b"]}}
    assert IntakeSettings.from_table(keys).keys == {"text": ("plot",), "title": ("hed", "a.b")}
    for table in ({"depth": 3}, {"max_depth": 0}, {"max_depth": True}, {"keys": {"txt": "a"}},
                  {"keys": []}, {"keys": {"text": [1]}}):  # fmt: skip
        with pytest.raises(BadSetting, match=r"^\[intake"):
            IntakeSettings.from_table(table)
