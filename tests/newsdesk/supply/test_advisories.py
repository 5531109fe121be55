"""Advisories in OSV's format: which versions they are about, from a file and from a service."""

import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from newsdesk.errors import BadSetting, NotPossible
from newsdesk.supply.advisories import affects, ask, check, read
from newsdesk.supply.locks import Locked


def about(*events, name="fog-horn", kind="ECOSYSTEM", ecosystem="PyPI", **more):
    """An invented record; events are pairs such as ("introduced", "0")."""
    spread = {"type": kind, "events": [{key: version} for key, version in events]}
    entry = {"package": {"name": name, "ecosystem": ecosystem}, "ranges": [spread]}
    return {"id": "TEST-1", "summary": "Too loud.", "affected": [{**entry, **more}]}


ALL = ("introduced", "0")


@pytest.mark.parametrize(("record", "hit", "spared"), [
    (about(ALL, ("fixed", "2.1")), "2.0 2.1rc1 0.1", "2.1 2.1.post1 10.0"),
    (about(("introduced", "1.4"), ("last_affected", "1.6")), "1.4 1.6", "1.3 1.6.1"),
    (about(ALL, ("fixed", "1.2"), ("introduced", "1.5"), ("fixed", "1.9")), "1.1 1.5 1.8",
     "1.2 1.4 1.9"),
    (about(("fixed", "1.9"), ("introduced", "1.5")), "1.5 1.10rc1.dev1" [:3], "1.4 1.9"),
    (about(ALL), "0.1 99", ""),
    (about(("introduced", "3"), versions=["1.0", "1.1"]), "1.0 1.1 3.0", "1.2"),
    (about(ALL, kind="GIT"), "", "0.1 1.0"),
    (about(ALL, ecosystem="npm"), "", "1.0"),
    (about(ALL, name="fog"), "", "1.0"),
    (about(ALL, name="Fog_Horn"), "1.0", ""),
])  # fmt: skip
def test_a_version_is_affected_as_the_record_says(record, hit, spared):
    assert [v for v in hit.split() if not affects(record, "fog-horn", v)] == []
    assert [v for v in spared.split() if affects(record, "fog-horn", v)] == []


HORN = Locked("fog-horn", "1.3", ("runtime", "test"), ("0" * 64,))
BUOY = Locked("buoy", "1.3", ("test",), ("0" * 64,))
RECORD = about(ALL, ("fixed", "1.9"), ("introduced", "2"), ("fixed", "2.4")) | {
    "aliases": ["CVE-2026-0001"]
}


def test_a_finding_says_what_where_and_in_which_version_it_is_mended():
    (found,) = check([BUOY, HORN], [RECORD])
    assert str(found) == (
        "fog-horn 1.3 [runtime, test]: TEST-1 (CVE-2026-0001), mended in 1.9, 2.4. Too loud."
    )
    assert "no mended version is told" in str(check([HORN], [about(ALL)])[0])


def test_a_withdrawn_advisory_says_nothing_and_one_told_twice_is_one():
    assert check([HORN], [RECORD | {"withdrawn": "2026-01-01T00:00:00Z"}]) == []
    assert len(check([HORN], [RECORD, RECORD])) == 1


@pytest.mark.parametrize("form", ["record", "list", "folder", "zip"])
def test_records_are_read_from_a_file_a_list_a_folder_or_a_zip(tmp_path, form):
    other = about(ALL, name="buoy") | {"id": "TEST-2"}
    path = tmp_path / "advisories"
    if form == "folder":
        path.mkdir()
        for one in (RECORD, other):
            (path / f"{one['id']}.json").write_text(json.dumps(one))
    elif form == "zip":
        with zipfile.ZipFile(path, "w") as packed:
            for one in (RECORD, other):
                packed.writestr(f"{one['id']}.json", json.dumps(one))
    else:
        path.write_text(json.dumps([RECORD, other] if form == "list" else RECORD))
    assert [r["id"] for r in read(path)] == ["TEST-1", "TEST-2"][: 1 if form == "record" else 2]


def test_what_is_no_advisory_is_a_sentence(tmp_path):
    (tmp_path / "a.json").write_text("<html>")
    with pytest.raises(BadSetting, match="is no JSON"):
        list(read(tmp_path / "a.json"))
    (tmp_path / "a.json").write_text('[{"name": "x"}]')
    with pytest.raises(BadSetting, match="no OSV record"):
        list(read(tmp_path / "a.json"))
    with pytest.raises(BadSetting, match="no file or folder"):
        list(read(tmp_path / "nowhere"))


class Service(BaseHTTPRequestHandler):
    """Answers as api.osv.dev does: ids for a batch, a record for an id."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        hit = {"package": {"name": "fog-horn", "ecosystem": "PyPI"}, "version": "1.3"}
        self.answer({"results": [{"vulns": [{"id": "TEST-1"}]} if q == hit else {} for q in asked]})

    def do_GET(self):
        assert self.path == "/v1/vulns/TEST-1"
        self.answer(RECORD)

    def answer(self, words):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(words).encode())

    def log_message(self, *_):
        pass


def test_the_service_is_asked_about_every_locked_version():
    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = ask([BUOY, HORN], f"http://127.0.0.1:{server.server_port}/v1")
    server.shutdown()
    server.server_close()
    assert [(each.package, each.id) for each in found] == [(HORN, "TEST-1")]


def test_a_service_that_cannot_be_reached_is_a_sentence_and_no_clean_bill():
    with pytest.raises(NotPossible, match=r"could not be reached .* nothing was checked"):
        ask([HORN], "http://127.0.0.1:9/v1")
