"""Whatever bytes come, intake answers with stories and sentences: no crash, no hang, no growth."""

from __future__ import annotations

import io
import resource
import tempfile
import zipfile
from pathlib import Path

import pytest
from growth import seconds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsdesk.intake import IntakeSettings, read
from newsdesk.intake.exports import stories
from newsdesk.intake.item import UNSAFE
from newsdesk.records import RawDocument, SetAside

from .conftest import Take
from .test_archives import tarred, zipped
from .test_exports import EXPORTS
from .test_formats import ATOM, EML, FACTIVA_PAGE, G2, JSON_SHAPES, NITF, PAGE, RSS, docx, warc

LIMITS = IntakeSettings(max_document=200_000, max_container=200_000, ratio_grace=200_000)
HARMLESS = str.maketrans("!#%", "   ")  # which only a locator must not hold
SUFFIXES = (
    *("", ".txt", ".html", ".json", ".jsonl", ".csv", ".xml", ".eml", ".mbox", ".mhtml", ".rtf"),
    *(".docx", ".zip", ".tar", ".gz", ".tgz", ".warc"),
)


def reading(name: str, data: bytes, limits: IntakeSettings = LIMITS) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a" + name)
        path.write_bytes(data)
        return list(read(path, settings=limits))


def check(found: list[object]) -> None:
    """Assert what every consumer of intake counts on."""
    places = set()
    for each in found:
        assert isinstance(each, RawDocument | SetAside)
        assert str(each.provenance) not in places
        places.add(str(each.provenance))
        if isinstance(each, SetAside):
            assert each.reason.startswith(("It", "Un", "Re", "From", "The")), each.reason
            assert each.reason.endswith(".")
            assert len(each.reason) < 600
            assert not UNSAFE.search(each.reason.translate(HARMLESS))
            continue
        assert any(c.isalnum() for c in each.text)
        each.text.encode()
        assert not set(each.text) & set("\0\x1b\x07\x08\x7f\x9b\ufeff")
        assert len(each.provenance.sha256) == 64
        for name, value in each.fields.items():
            value.encode()
            assert value.isprintable() or any(c.isspace() or ord(c) > 127 for c in value)
            assert "\n" not in value, name


SEEDS = [
    *(text.encode() for text in EXPORTS.values()),
    *(text.encode() for text in (ATOM, EML, FACTIVA_PAGE, G2, NITF, PAGE, RSS)),
    ("From a@b Thu Mar  3 07:00:00 2016\n" + EML).encode(),
    *(str(shape).replace("'", '"').encode() for shape in JSON_SHAPES.values()),
    docx("One", "Two"),
    rb"{\rtf1\ansi\ansicpg1251 A\par \'cc\u1084?{\b x}\par}",
    warc(("text/html", "200 OK", PAGE)),
    zipped(("a.txt", b"The lamp."), ("b/c.html", PAGE.encode())),
    tarred(("a.txt", b"The lamp."), ("b.json", b'{"text": "x"}')),
    b"title,text\na,The lamp\n",
    "В Твери открыли мост. Движение началось утром.".encode("cp1251"),
    "Ferry ‘to return’".encode("utf-16"),
]


@given(st.sampled_from(SUFFIXES), st.binary(max_size=2000))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_bytes(suffix: str, data: bytes) -> None:
    check(reading(suffix, data))


@given(st.sampled_from(SUFFIXES), st.text(max_size=500))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_text(suffix: str, text: str) -> None:
    check(reading(suffix, text.encode("utf-8", "surrogatepass")))


@given(
    st.sampled_from(SUFFIXES),
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6), st.integers(0, 9))),
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_damaged_dumps(suffix: str, seed: bytes, wounds: list[tuple[int, bytes, int]]) -> None:
    data = bytearray(seed)
    for at, inserted, dropped in wounds:
        at %= len(data) + 1
        data[at : at + dropped] = inserted
    check(reading(suffix, bytes(data)))


ANCHORS = (
    *("   1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS", "End of Document", "LENGTH: 5 words", "Body"),
    *("Document J000000020230306ej360001b", "_" * 60, "Full text: x", "Title: y", "355 words"),
    *("ProQuest document ID: 5", "Record Number: 1", "Paper: P", "Copyright (c) 2016", "prose"),
    *("Page 2 of 2 © 2023 Factiva, Inc.", "Load-Date: March 3, 2016", "", "\r"),
)


@given(st.lists(st.sampled_from(ANCHORS), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_mix_of_anchors_is_partitioned(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = stories(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans) or spans == [(0, 0)]


@given(st.dictionaries(st.text(min_size=1, max_size=30), st.binary(max_size=50), max_size=6))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_member_names(members: dict[str, bytes]) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            archive.writestr(info, data)
    check(reading(".zip", held.getvalue()))


PAYLOADS = (
    "<script>alert(1)</script>", "';alert(1)//", '"><img src=x onerror=alert(1)>', "javascript:x",
    "{{7*7}}", "${7*7}", "=1+1", "@SUM(1)", "%00", "\x1b]0;t\x07", "\u202egpj.exe", "../../x",
    "CON", "nul.txt", "a\0b", "--", "$(id)", "`id`", "a" * 300, "\ud800", "file:///etc/passwd",
)  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_in_every_json_field_stay_text(take: Take, payload: str) -> None:
    import json

    names = ("title", "date", "author", "source", "url", "language", "copyright", "text", "id")
    stories_, refused = take("a.json", json.dumps(dict.fromkeys(names, f"x {payload}")))
    check([*stories_, *refused])
    assert len(stories_) == 1


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item>'
        "<title>&b;</title><description>lol &b;</description></item></channel></rss>",
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
        "<description>lamp &x;</description></item></channel></rss>",
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://quay.example/e.dtd"> %p;]><rss/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_grow(take: Take, bomb: str, encoding: str) -> None:
    stories_, refused = take("a.xml", bomb.encode(encoding))
    assert (stories_, refused[0].reason) == (
        [],
        "It defines XML entities, which news has no need of.",
    )


def deep_mail(levels: int) -> bytes:
    text = "Subject: x\nMIME-Version: 1.0\n"
    for n in range(levels):
        text += f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"
    return (text + "Content-Type: text/plain\n\nThe lamp.\n").encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"The lamp." + b"</div>" * 100_000),
        ("a.html", FACTIVA_PAGE.replace("NEWS", "<b>" * 100_000 + "NEWS").encode()),
        ("a.xml", b"<rss><channel><item>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</item>"),
        ("a.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        ("a.rtf", b"{\\rtf1 " + b"{\\b " * 100_000 + b"The lamp." + b"}" * 100_001),
        ("a.eml", deep_mail(3000)),
        ("a.txt", b"a" * 2_000_000),
        ("a.txt", b"_" * 2_000_000),
        ("a.txt", (b"_" * 30 + b"\n") * 60_000),
        ("a.txt", b"\n" * 1_999_000 + b"The lamp."),
        ("a.txt", b" " * 1_999_000 + b"The lamp."),
        ("a.txt", b"Record Number: 1\n\n\n" * 100_000),
        ("a.txt", "Ã©".encode() * 400_000),
        ("a.html", b"<!--" * 400_000),
        ("a.html", b"<html><body>" + b"<" * 1_900_000 + b"The lamp."),
        ("a.html", b"<html><body>The lamp." + b"<div " * 300_000),
        ("a.html", b"<html><body>The lamp." + b"<div class='" * 150_000),
        ("a.html", b"<html><body>The lamp." + b"> 1 of " * 200_000),
        ("a.html", b"<html><body>The lamp." + b"Document A" * 150_000),
        ("a.csv", b"title,text\n" + b'"a,' * 600_000),
        ("a.mbox", b"From a 2016\n" * 150_000),
        ("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\nMIME-Version: 1.0\n\nLamp."),
        ("a.eml", b"Subject: x\nMIME-Version: 1.0\n" + b" a\n" * 500_000 + b"\nLamp."),
    ],
)
@pytest.mark.alone
def test_absurd_documents_are_answered_in_time(take: Take, name: str, data: bytes) -> None:
    """In the time that forty copies as long of an ordinary text take, or less."""

    def answer(name: str, data: bytes) -> None:
        stories_, refused = take(name, data)
        check([*stories_, *refused][:50])
        assert stories_ or refused

    prose = b"The lamp of the harbour was lit at dusk, the keeper said.\n\n" * 33_000
    ordinary = seconds(answer, "prose.txt", prose)
    assert seconds(answer, name, data) < 40 * ordinary


def test_a_document_far_above_the_limit_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "one-line.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
        file.write(b"x" * 10_000)  # a text by its head, 200 MB of one line by its size
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (found,) = read(path, settings=IntakeSettings(max_document=2**20))
    assert isinstance(found, SetAside)
    assert found.reason.startswith("It is larger than the 1 MB read in one piece. Cut ")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
