import json
import shutil
import subprocess
import zipfile

import pytest
from newsdesk import fixity
from pelican.plugins.offline_edition.carriage import classic
from pelican.plugins.offline_edition.folder import EditionFailed, make_folder, make_zip


@pytest.fixture(scope="module")
def edition(sample_site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("edition") / "copy"
    made = make_folder(sample_site, folder)
    return folder, made


def test_the_edition_can_be_checked_with_and_without_backfile(edition):
    folder, made = edition
    assert fixity.check_folder(folder) == []
    checked = subprocess.run(
        ["sha256sum", "--check", "--quiet", fixity.MANIFEST],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stdout) == (0, "")
    assert made.files == len(list(fixity.files_in(folder)))
    told = (folder / "README.txt").read_text("utf-8")
    assert f"{made.stories} stories" in told
    assert "Pagefind 1.5.2" in told
    assert "MIT License" in (folder / "LICENCES.txt").read_text("utf-8")


def test_a_damaged_file_is_named(edition, tmp_path):
    folder = shutil.copytree(edition[0], tmp_path / "damaged")
    (folder / "index.html").write_text("x", "utf-8")
    (folder / "pagefind" / "program.js").unlink()
    assert [fault.path for fault in fixity.check_folder(folder)] == [
        "index.html",
        "pagefind/program.js",
    ]


def test_an_edition_is_made_again_in_its_place_and_is_the_same(sample_site, edition, tmp_path):
    folder = shutil.copytree(edition[0], tmp_path / "again")
    before = (folder / fixity.MANIFEST).read_bytes()
    make_folder(sample_site, folder)
    assert before == (folder / fixity.MANIFEST).read_bytes()
    assert ["again"] == [path.name for path in tmp_path.iterdir()]


def test_nothing_else_is_written_over(sample_site, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "README.txt").write_text("Mine", "utf-8")
    for folder in (tmp_path / "letters", sample_site, sample_site / "edition", sample_site.parent):
        with pytest.raises(EditionFailed):
            make_folder(sample_site, folder)
    assert "Mine" == (tmp_path / "letters" / "README.txt").read_text("utf-8")
    with pytest.raises(EditionFailed, match=r"\./inv build"):
        make_folder(tmp_path / "letters", tmp_path / "new")


def test_the_zip_holds_the_folder_and_is_the_same_twice(edition, tmp_path):
    folder, made = edition
    size = make_zip(folder, tmp_path / "a.zip")
    make_zip(folder, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert size == (tmp_path / "a.zip").stat().st_size < made.bytes
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        packed.extractall(tmp_path / "out")
    assert fixity.check_folder(tmp_path / "out" / folder.name) == []
    assert fixity.check_zip(tmp_path / "a.zip") == []


def test_a_damaged_zip_names_its_files(edition, tmp_path):
    make_zip(edition[0], tmp_path / "a.zip")
    with (
        zipfile.ZipFile(tmp_path / "a.zip") as whole,
        zipfile.ZipFile(tmp_path / "b.zip", "w") as other,
    ):
        for name in whole.namelist():
            if not name.endswith("/carrier.js"):
                other.writestr(name, b"x" if name.endswith("copy/index.html") else whole.read(name))
        other.writestr("copy/strange.txt", "who wrote this?")
    assert [
        (fault.path, fault.sentence.split()[1]) for fault in fixity.check_zip(tmp_path / "b.zip")
    ] == [
        ("index.html", "not"),
        ("pagefind/carrier.js", "missing"),
        ("copy/strange.txt", "in"),
    ]
    (tmp_path / "c.zip").write_bytes(b"no zip")
    with pytest.raises(ValueError, match="cannot be read as a zip"):
        fixity.check_zip(tmp_path / "c.zip")


def test_an_edition_may_go_without_the_search_page(sample_site, tmp_path):
    make_folder(sample_site, tmp_path / "plain", search=False)
    assert not (tmp_path / "plain" / "search").exists()
    assert not (tmp_path / "plain" / "pagefind").exists()
    assert "Pagefind 1.5.2 (https" not in (tmp_path / "plain" / "LICENCES.txt").read_text("utf-8")
    front = (tmp_path / "plain" / "index.html").read_text("utf-8")
    assert "<form" not in front
    assert front.count("<template>") == front.count("</template>") == 1


def test_an_unknown_pagefind_is_refused_by_name(sample_site, tmp_path):
    site = shutil.copytree(sample_site, tmp_path / "site")
    entry = site / "pagefind" / "2025" / "pagefind-entry.json"
    told = json.loads(entry.read_bytes())
    entry.write_text(json.dumps({**told, "version": "9.8.7"}), "utf-8")
    with pytest.raises(EditionFailed, match=r"Pagefind 9\.8\.7"):
        make_folder(site, tmp_path / "edition")
    assert not (tmp_path / "edition").exists()


PATTERNS = [
    ("import.meta.url", "import.meta.uri"),
    ("await fetch(", "await window.fetch("),
    ("new Worker(", "new window.Worker("),
    ("export{", "export default{"),
    ("const pagefind_version", 'import"x";const pagefind_version'),
]


@pytest.mark.parametrize(("old", "new"), PATTERNS)
def test_a_pagefind_built_otherwise_is_refused(sample_site, old, new):
    program = (sample_site / "pagefind" / "pagefind.js").read_text("utf-8")
    assert old in program
    assert "return {" in classic(program)
    with pytest.raises(EditionFailed, match=r"Pagefind 1\.5\.2 is not built as expected"):
        classic(program.replace(old, new))


def test_the_search_index_takes_less_room_and_fewer_files(sample_site, edition):
    online, offline = ([*(root / "pagefind").rglob("*")] for root in (sample_site, edition[0]))
    sizes = [sum(path.stat().st_size for path in files) for files in (online, offline)]
    assert sizes[1] < 1.1 * sizes[0]
    assert len(offline) < len(online) / 2
