"""After any edits, the site built on the last one equals the site built from nothing."""

import os
import random
import shutil

import pytest
from jinja2 import BytecodeCache
from pelican.plugins.press import scan
from pelican.settings import DEFAULT_CONFIG

from tests.plugins.conftest import PLAIN_THEME

SCRIPTS = 100
COUNTRIES = ("TD", "FR", "KR", "SUHH", "ZZ-unknown")
ORGANIZATIONS = ("CSTO", "UN", "WFP", "OPEC")
SOURCES = ("Kabul Ledger", "KABUL LEDGER", "Asia & Plus", "")
DAYS = (
    "2023-01-12",
    "2024-01-12",
    "2024-02-29",
    "2025-01-11",
    "2025-01-12 08:00",
    "2025-01-12",
    "",
)

MATTERS = ("Dockers of Velmora Quay under Ilka Brandt", "Bakers of Sarn Lane under Petr Oduya", "")


class Compiled(BytecodeCache):
    """Templates that Jinja has compiled, for all the sites here: the same words, the same code."""

    def __init__(self):
        self.codes = {}

    def get_cache_key(self, name, filename=None):
        return name  # not where it lies: each site has its own copy

    def load_bytecode(self, bucket):
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket):
        self.codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = {**DEFAULT_CONFIG["JINJA_ENVIRONMENT"], "bytecode_cache": Compiled()}


def some(chance, names):
    chosen = chance.sample(names, chance.randint(0, len(names)))
    return "".join(f"{name}{chance.choice(['*', ''])}; " for name in chosen).strip()


class Editor:
    """Does to an archive what people do, at random but repeatably."""

    def __init__(self, site, seed):
        self.site, self.chance, self.filed, self.number = site, random.Random(seed), {}, 0
        shutil.copytree(PLAIN_THEME, site.theme)

    def add(self):
        self.number += 1
        slug = f"story-{self.number}"
        self.filed[slug] = {"day": self.chance.choice(DAYS)}
        self.retag(slug)

    def retag(self, slug=None):
        slug = slug or self._any()
        if slug:
            self.filed[slug] |= {
                "countries": some(self.chance, COUNTRIES),
                "organizations": some(self.chance, ORGANIZATIONS),
                "source": self.chance.choice(SOURCES),
            }
            self._file(slug)

    def retitle(self):
        if slug := self._any():
            self.filed[slug]["title"] = self.chance.choice(['A "new" <title> & more', "Other"])
            self._file(slug)

    def rewrite(self):
        if slug := self._any():
            matter = self.chance.choice(MATTERS)
            body = f"<p>{matter} {self.chance.random()} {{{{ not a template }}}}</p>"
            self.filed[slug]["body"] = body
            self._file(slug)

    def redate(self):
        if slug := self._any():
            facts = self.filed[slug]
            self.path(slug).unlink()
            facts["day"] = self.chance.choice(DAYS)
            self._file(slug)

    def withdraw(self):
        if slug := self._any():
            self.path(slug).unlink()
            del self.filed[slug]

    def draft(self):
        if slug := self._any():
            self.filed[slug]["status"] = self.chance.choice(["draft", "published"])
            self._file(slug)

    def touch(self):
        if slug := self._any():
            self._file(slug)

    def change_template(self):
        names = (
            "article.html",
            "parts/card.html",
            "parts/menu.html",
            "parts/list.html",
            "term.html",
        )
        path = self.site.theme / "templates" / self.chance.choice(names)
        path.write_text(path.read_text() + f"<!-- {self.chance.randint(0, 3)} -->")

    def change_setting(self):
        self.site.settings["SITENAME"] = self.chance.choice(["Backfile", "Other & Sons"])

    def change_page(self):
        self.site.page(self.chance.choice(["about", "contact"]), str(self.chance.random()))

    def regroup(self):
        """List some stories as twins of each other."""
        root = self.site.content / "articles"
        paths = [str(self.path(slug).relative_to(root)) for slug in sorted(self.filed)]
        group = self.chance.sample(paths, min(len(paths), self.chance.randint(0, 4)))
        (self.site.content / "twins.tsv").write_text("\t".join(group) + "\n")

    def lose_output(self):
        built = [p for p in self.site.output.rglob("*") if p.is_file()]
        if built:
            self.chance.choice(sorted(built)).unlink()

    def path(self, slug):
        day = self.filed[slug]["day"][:10].replace("-", "/") or "undated"
        return self.site.content / "articles" / day / f"{slug}.html"

    def _file(self, slug):
        self.site.file(slug, **self.filed[slug])

    def _any(self):
        return self.chance.choice(sorted(self.filed)) if self.filed else None

    def edit(self):
        often = [self.add] * 6 + [
            self.retag,
            self.retitle,
            self.rewrite,
            self.redate,
            self.withdraw,
        ]
        seldom = [self.draft, self.touch, self.change_page, self.lose_output, self.regroup]
        rare = [self.change_template, self.change_setting]
        for step in self.chance.choices(often * 3 + seldom * 2 + rare, k=self.chance.randint(1, 5)):
            step()


@pytest.mark.parametrize("seed", range(SCRIPTS))
def test_incremental_equals_clean(site, seed, monkeypatch):
    if seed % 2:  # let the build trust times, as it does when edits are older than a moment
        monkeypatch.setattr(scan, "UNSURE_NS", 0)
    if seed % 5 == 0:  # lists are then made by others while this process works out the threads
        site.settings["PRESS_WORKERS"] = 2
    site.settings["JINJA_ENVIRONMENT"] = COMPILED
    editor = Editor(site, seed)
    for _ in range(12):
        editor.add()
    for _ in range(3):
        site.build()
        editor.edit()
    site.build()
    clean = site.root / "clean"
    site.build(clean, cache="clean-cache")
    expected, actual = site.pages(clean), site.pages()
    assert sorted(expected) == sorted(actual)
    assert [path for path in expected if expected[path] != actual[path]] == []


def test_incremental_equals_clean_with_workers(site):
    """Processes share the work without a trace in the result."""
    for number in range(40):
        site.file(f"story-{number}", f"2025-01-{number % 28 + 1:02d}")
    site.build(PRESS_WORKERS=2)
    site.file("another", "2025-02-01")
    site.build(PRESS_WORKERS=3)
    clean = site.root / "clean"
    site.build(clean, cache="clean-cache")
    assert site.pages(clean) == site.pages()


def test_unchanged_files_are_not_written(site):
    """A new story touches its own pages and lists; all other files keep their times."""
    for number in range(12):
        site.file(f"story-{number}", f"2024-0{number % 6 + 1}-05", source=f"Paper {number % 2}")
    site.build()
    before = site.times()
    site.file("newest", "2025-03-01", source="Paper 2", countries="FR*;")
    pelican = site.build()
    after = site.times()
    written = {path for path in after if after[path] != before.get(path)}
    assert written == set(pelican.edition.changed)
    assert "2025/03/01/newest.html" in written
    assert "country/france/index.html" in written
    assert not [path for path in written if path.startswith(("2024/01/", "country/chad/"))]
    assert "page/1/index.html" not in written


def test_nothing_changed_writes_nothing(site, monkeypatch):
    """A second build does not even read the stories."""
    monkeypatch.setattr(scan, "UNSURE_NS", 0)
    site.file("story", "2025-01-12")
    site.build()
    before = site.times()
    pelican = site.build()
    assert pelican.edition.unchanged
    assert before == site.times()


def test_a_full_page_of_a_list_never_changes(site):
    """Pages number from the oldest: page 1 keeps its bytes however the archive grows."""
    for number in range(7):
        site.file(f"story-{number}", f"2025-01-{number + 1:02d}")
    site.build()
    first = site.text("country/chad/page/1/index.html")
    for number in range(7, 20):
        site.file(f"story-{number}", f"2025-01-{number + 1:02d}")
    site.build()
    later = site.text("country/chad/page/1/index.html")
    newer = "https://archive.example.org/country/chad/page/2/"
    assert first.replace('country/chad/">newer', 'country/chad/page/2/">newer') == later
    assert newer in later


def test_a_page_put_back_from_a_copy_is_made_anew(site):
    """Of the same size: the time tells."""
    site.file("one", "2025-01-12", title="It sells")
    site.build()
    copy = site.root / "copy"
    shutil.copytree(site.output, copy)
    site.file("one", "2025-01-12", title="It sellz")
    site.build()
    after = site.pages()
    shutil.copytree(copy, site.output, dirs_exist_ok=True)
    assert after != site.pages()
    site.build()
    assert after == site.pages()
    before = site.times()
    site.build()
    assert before == site.times()


def test_a_page_that_was_only_touched_is_not_written(site):
    site.file("one", "2025-01-12")
    site.build()
    page = site.output / "2025/01/12/one.html"
    os.utime(page, ns=(10**18, 10**18))
    site.build()
    assert 10**18 == page.stat().st_mtime_ns


def test_a_build_tells_how_much_it_wrote(site, capsys):
    site.file("one", "2025-01-12")
    site.build()
    files = len(site.pages())
    assert f"Written: {files} of {files} files, 0 removed." in capsys.readouterr().out
    site.build()
    assert f"Written: 0 of {files} files, 0 removed." in capsys.readouterr().out


def test_a_name_whose_case_alone_changed_is_not_deleted(site):
    """A disk that takes both for one file is played by a hard link: renaming it does nothing."""
    site.file("one", "2025-01-12")
    (site.content / "images").mkdir(exist_ok=True)
    (site.content / "images/Photo.png").write_bytes(b"png")
    site.build()
    old, new = (site.output / "images" / name for name in ("Photo.png", "photo.png"))
    (site.content / "images/Photo.png").rename(site.content / "images/photo.png")
    os.link(old, new)
    site.build()
    assert old.samefile(new)
