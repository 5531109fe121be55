"""Whatever is broken: one sentence that names the file, and the last good site stays."""

import errno
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from pelican import signals
from pelican.plugins.press.errors import BrokenStory, BrokenTemplate, PressError, UrlClash

from tests.plugins.conftest import CONF, PLAIN_THEME, ROOT

BAD = {
    "no day": ('content="2025-01-12"', 'content="2025-13-45"', "«2025-13-45» is not a day"),
    "no hour": ('content="2025-01-12"', 'content="2025-01-12 25:00"', "is not a day"),
    "no title": ("<title>Story</title>", "<title></title>", "has no title"),
    "no end": ("</body>", "", "has no text"),
}


def broken(site, old, new):
    path = site.file("story", "2025-01-12")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", BAD)
def test_a_broken_story_stops_the_build(site, name):
    site.file("good", "2025-01-11")
    site.build()
    before = site.pages()
    old, new, words = BAD[name]
    broken(site, old, new)
    with pytest.raises(BrokenStory) as told:
        site.build()
    assert "articles/2025/01/12/story.html" in str(told.value)
    assert words in str(told.value)
    assert before == site.pages()


def test_bytes_that_are_not_utf8_stop_the_build(site):
    site.file("story", "2025-01-12").write_bytes(b"<!DOCTYPE html>\n\xff\xfe")
    with pytest.raises(BrokenStory, match=r"story\.html is not UTF-8 \(byte 17\)"):
        site.build()


def test_two_stories_of_one_address_stop_the_build(site):
    site.file("story", "2025-01-12")
    site.file("other", "2025-01-12", slug_="")
    second = site.content / "articles" / "2025" / "01" / "12" / "other.html"
    second.write_text(second.read_text().replace('content="other"', 'content="story"'))
    with pytest.raises(UrlClash) as told:
        site.build()
    for part in ("01/12/other.html", "01/12/story.html", "another slug"):
        assert part in str(told.value)


def test_a_page_in_the_place_of_a_list_stops_the_build(site):
    site.file("story", "2025-01-12")
    site.page("2025", "A page that would hide a year.")
    with pytest.raises(UrlClash, match=r"2025/index\.html"):
        site.build()


def test_nothing_is_written_outside_the_site(site):
    site.file("story", "2025-01-12", save_as="../../escaped.html")
    with pytest.raises(PressError, match="outside the site"):
        site.build()
    assert not (site.root / "escaped.html").exists()


IN_TEMPLATES = {
    "{% if %}": "Expected an expression, got 'end of statement block'",
    "{{ article.title.nothing.more }}": "'markupsafe.Markup object' has no attribute 'nothing'",
    "{% include 'parts/lost.html' %}": "the theme has no parts/lost.html",
    "{{ 'a' | lost }}": "No filter named 'lost'",
    "{{ 1 / 0 }}": "ZeroDivisionError: division by zero",
    "{{ SITENAME + 3 }}": 'TypeError: can only concatenate str (not "int") to str',
    "{# caf\xe9 #}": "it is not UTF-8; save it in that encoding",
}


@pytest.mark.parametrize("line", IN_TEMPLATES)
def test_a_broken_template_stops_the_build(site, line):
    shutil.copytree(PLAIN_THEME, site.theme)
    site.file("story", "2025-01-12")
    site.build()
    before = site.pages()
    path = site.theme / "templates" / "article.html"
    path.write_text(path.read_text().replace("<h1>", f"{line}<h1>", 1), encoding="latin-1")
    with pytest.raises(BrokenTemplate) as told:
        site.build()
    words = f"article.html, line 3: {IN_TEMPLATES[line]}. Mend the template and build again."
    assert words in str(told.value)
    assert before == site.pages()


@pytest.mark.parametrize("name", ["article", "index", "term"])
def test_a_template_that_was_deleted_is_named(site, name):
    """Pelican's own theme would stand in for two of them, and nobody would see it."""
    shutil.copytree(PLAIN_THEME, site.theme)
    site.file("story", "2025-01-12")
    site.build()
    before = site.pages()
    (site.theme / "templates" / f"{name}.html").unlink()
    with pytest.raises(PressError, match=rf"he theme has no {name}\.html"):
        site.build()
    assert before == site.pages()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_card_that_fails_is_told_by_whatever_process_made_it(site, workers):
    shutil.copytree(PLAIN_THEME, site.theme)
    for number in range(4):
        site.file(f"story-{number}", "2025-01-12")
    path = site.theme / "templates" / "parts" / "card.html"
    path.write_text("\n{{ 1 / (0 if story.slug == 'story-3' else 1) }}")
    with pytest.raises(PressError, match=r"card\.html, line 2: ZeroDivisionError"):
        site.build(PRESS_WORKERS=workers)


@pytest.mark.parametrize(
    ("text", "words"),
    [(b"{{ 1 / 0 }}", "line 1: ZeroDivisionError"), (b"\ncaf\xe9", "line 2: it is not UTF-8")],
)
def test_a_broken_template_of_a_stock_theme_is_told(site, text, words):
    site.file("story", "2025-01-12")
    (site.root / "own").mkdir()
    (site.root / "own" / "article.html").write_bytes(text)
    with pytest.raises(BrokenTemplate, match=rf"own/article\.html, {words}"):
        site.build(THEME="simple", THEME_TEMPLATES_OVERRIDES=[str(site.root / "own")])


def test_a_broken_story_that_a_template_shows_is_not_the_templates_fault(site):
    """What the copydesk cut is looked at by the page, long after the story was read."""
    shutil.copytree(PLAIN_THEME, site.theme)
    (site.theme / "templates" / "article.html").write_text("{{ article.cuts }}")
    site.file("story", "2025-01-12", cuts="no JSON")
    with pytest.raises(BrokenStory, match="is not JSON any more"):
        site.build()


def test_an_error_in_another_process_is_told_as_well(site):
    """Two processes: the second makes the broken page."""
    shutil.copytree(PLAIN_THEME, site.theme)
    for number in range(4):
        site.file(f"story-{number}", "2025-01-12")
    path = site.theme / "templates" / "article.html"
    broken = "{% if article.slug == 'story-3' %}{{ article.title.nothing.more }}{% endif %}<h1>"
    path.write_text(path.read_text().replace("<h1>", broken, 1))
    with pytest.raises(PressError, match=r"article\.html, line 3"):
        site.build(PRESS_WORKERS=2)


@pytest.mark.parametrize("theme", ["", "simple"])
def test_a_name_that_no_disk_takes_is_told_with_its_story(site, theme):
    """Before anything is put in place, in a new site and an old one."""
    themed = {"THEME": theme} if theme else {}
    site.file("story", "2025-01-12")
    site.build(**themed)
    before = site.pages()
    broken(site, 'name="slug" content="story"', f'name="slug" content="{"ж" * 150}"')
    words = r"01/12/story\.html would be a file with a name of 305 bytes.* a shorter slug"
    for fresh in ({}, {"output": site.root / "new", "cache": "new-cache"}):
        with pytest.raises(PressError, match=words):
            site.build(**themed, **fresh)
    assert before == site.pages()


@pytest.mark.parametrize("old", ['content="story"', "About", "<title>"])
def test_a_zero_byte_stops_the_build(site, old):
    """In a slug it ends a file's name, in a summary it makes a feed that no reader takes."""
    broken(site, old, f"{old}\0")
    with pytest.raises(BrokenStory, match=r"01/12/story\.html holds a zero byte \(byte \d+\)"):
        site.build()


@pytest.mark.parametrize("target", ["nowhere.html", "link.html"])
@pytest.mark.parametrize("folder", ["articles", "images"])
def test_a_link_that_leads_nowhere_is_named(site, folder, target):
    """To a file that is gone, or to itself."""
    link = site.content / folder / "link.html"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(target)
    with pytest.raises(PressError, match=f"{link} is not there .* or delete the link"):
        site.build()


def test_the_command_says_one_sentence_and_fails(site):
    broken(site, 'content="2025-01-12"', 'content="yesterday"')
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pelican", str(site.content), "-s", str(CONF)),
            *(
                "-o",
                str(site.output),
                "--cache-path",
                str(site.root / "cache"),
                "--fatal",
                "errors",
            ),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (
        "CRITICAL BrokenStory: articles/2025/01/12/story.html: its date «yesterday» is not a day "
        "of the calendar, or not written as one. Write it as 2025-01-31 or 2025-01-31 14:05, "
        "or delete the line. "
        "The site was left as it was.\n"
    )
    assert done.stderr == ""


def test_an_error_in_a_template_makes_no_empty_page(site):
    """A TypeError half way down is an error, not the end of the page."""
    shutil.copytree(PLAIN_THEME, site.theme)
    (site.theme / "templates" / "index.html").write_text("{{ [] + () }}")
    with pytest.raises(BrokenTemplate, match="line 1: TypeError"):
        site.build()


def test_what_makes_a_storys_text_and_fails_makes_no_empty_page(site):
    """Jinja prints nothing where an attribute is lacking."""
    site.file("story", "2025-01-12")

    def changed(content):
        if hasattr(content, "facts"):
            content.get_content = lambda siteurl: content.no_such_thing

    with (
        signals.content_object_init.connected_to(changed),
        pytest.raises(PressError, match=r"12/story\.html: what makes its text fails: .*no_such"),
    ):
        site.build()


def test_a_dangling_link_names_its_story(site, caplog):
    broken(site, "<body>", '<body><p><a href="{filename}/gone.html">there</a></p>')
    site.build()
    assert "articles/2025/01/12/story.html: Unable to find '/gone.html'" in caplog.text
    assert 1 == caplog.text.count("Unable to find")


def test_a_file_whose_reader_is_not_installed_is_told(site, caplog):
    site.file("story", "2025-01-12")
    (site.content / "articles" / "more.md").write_text("Title: More\n\nText")
    site.build()
    assert "articles/more.md" in caplog.text
    assert "markdown" in caplog.text


def test_a_page_that_cannot_be_put_in_place_or_deleted_is_told(site, monkeypatch):
    one, two = site.file("one", "2025-01-12"), site.file("two", "2025-01-13")
    site.build()

    def refuse(name):
        def refused(path, *more):
            if str(more[0] if more else path).endswith("two.html"):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return real(path, *more)

        real = getattr(os, name)
        return refused

    one.write_text(one.read_text("utf-8").replace("First words", "Other words"), "utf-8")
    two.write_text(two.read_text("utf-8").replace("First words", "Other words"), "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", refuse("replace"))
        with pytest.raises(PressError, match=r"two\.html.*Some pages are new already"):
            site.build()
    site.build()
    assert "Other words" in site.text("2025/01/13/two.html")
    two.unlink()
    with monkeypatch.context() as patched:
        patched.setattr("os.unlink", refuse("unlink"))
        with pytest.raises(PressError, match=r"two\.html.*Some pages are new already"):
            site.build()
    site.build()
    assert not (site.output / "2025/01/13/two.html").exists()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("WITH_FUTURE_DATES", False),
        ("TYPOGRIFY", True),
        ("DELETE_OUTPUT_DIRECTORY", True),
        ("DEFAULT_METADATA", {"status": "draft"}),
        ("RELATIVE_URLS", True),
    ],
)
def test_a_setting_that_is_not_heard_is_refused(site, name, given):
    site.file("one", "2025-01-12")
    with pytest.raises(PressError, match=name):
        site.build(**{name: given})


@pytest.mark.parametrize(
    ("name", "given"),
    [("STORIES_PER_PAGE", 0), ("PRESS_WORKERS", "x"), ("SEARCH_INDEX_MEMORY", "2G")],
)
def test_a_setting_that_counts_nothing_is_refused(site, name, given):
    site.file("one", "2025-01-12")
    with pytest.raises(PressError, match=f"{name} is {given!r}, not a whole number from 1 on"):
        site.build(**{name: given})


def narrowed(generator):
    generator.articles = [story for story in generator.articles if "x" in story.title]


def removed(generator):
    generator.articles.remove(generator.articles[0])


def deleted(generator):
    del generator.articles[0]


def lengthened(generator):
    generator.articles += generator.articles[:1]


@pytest.mark.parametrize("change", [narrowed, removed, deleted, lengthened])
def test_a_list_of_stories_that_a_plugin_changes_is_refused(site, change):
    site.file("one", "2025-01-12")
    with (
        signals.article_generator_pretaxonomy.connected_to(change),
        pytest.raises(PressError, match=r"changes the list generator\.articles"),
    ):
        site.build()


def test_metadata_of_a_story_in_the_settings_is_refused(site):
    story = site.file("one", "2025-01-12").relative_to(site.content)
    with pytest.raises(PressError, match=rf"speaks of {story}.* write it there"):
        site.build(EXTRA_PATH_METADATA={str(story): {"status": "draft"}})
    site.build(EXTRA_PATH_METADATA={"images/CNAME": {"path": "CNAME"}})


def test_a_name_that_is_not_utf8_is_told(site):
    story = site.file("one", "2025-01-12")
    story.rename(os.fsdecode(os.fsencode(story.parent) + b"/caf\xe9.html"))
    with pytest.raises(PressError, match=r"2025/01/12/caf\\udce9\.html' is not UTF-8: rename it"):
        site.build()


def test_a_story_that_may_not_be_read_is_told(site, monkeypatch):
    site.file("one", "2025-01-12")

    def denied(path, flags):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    system = SimpleNamespace(open=denied, path=os.path)
    monkeypatch.setattr("pelican.plugins.press.reading.os", system)
    with pytest.raises(PressError, match=r"one\.html may not be read: let this user read it"):
        site.build()


def test_a_fault_in_the_owners_tables_is_one_sentence(site):
    site.file("one", "2025-01-12")
    (site.root / "own").mkdir()
    (site.root / "own" / "organizations.csv").write_text("key,colour\nX,blue\n")
    with pytest.raises(PressError, match=r"organizations\.csv.*colour.*left as it was"):
        site.build(AUTHORITY_PATH=str(site.root / "own"))


def test_a_folder_in_the_place_of_a_page_is_told(site):
    site.file("one", "2025-01-12")
    site.build()
    page = site.output / "2025/01/12/one.html"
    page.unlink()
    (page / "own").mkdir(parents=True)
    with pytest.raises(PressError, match=r"one\.html is a folder where a page belongs: move it"):
        site.build()


@pytest.mark.parametrize("theme", ["", "simple"])
def test_a_picture_that_is_not_there_is_told_with_its_story(site, caplog, theme):
    themed = {"THEME": theme} if theme else {}
    image = f"lost-{theme}.png"  # Pelican tells the same only once
    site.file("one", "2025-01-12", body=f'<p><img src="{{static}}/images/{image}"></p>')
    site.build(**themed)
    assert f"articles/2025/01/12/one.html: Unable to find '/images/{image}'" in caplog.text
    (site.content / "images").mkdir(exist_ok=True)
    (site.content / "images" / image).write_bytes(b"png")
    site.build(**themed)
    assert (site.output / "images" / image).read_bytes() == b"png"


@pytest.mark.parametrize("theme", ["", "simple"])
def test_a_site_is_not_emptied_when_all_stories_are_gone(site, theme):
    """The disk is not mounted, ARTICLE_PATHS is misspelt."""
    themed = {"THEME": theme} if theme else {}
    site.file("one", "2025-01-12")
    site.build(**themed)
    before = site.pages()
    with pytest.raises(PressError, match="the last build had 1: see that"):
        site.build(ARTICLE_PATHS=["article"], **themed)
    assert before == site.pages()


def test_a_plugin_that_was_not_loaded_is_named(site):
    site.file("one", "2025-01-12")
    with pytest.raises(PressError, match="The plugin finding_aid could not be loaded"):
        site.build(PLUGINS=["press", "finding_aid"])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('raise RuntimeError("boom")', r"RuntimeError: boom \(.*broken_guest\.py, line 1\)"),
        ("import nothing_of_this_name", "The plugin broken_guest could not be loaded"),
    ],
)
def test_a_plugin_that_fails_while_it_is_loaded_is_told_with_its_place(
    site, monkeypatch, source, told
):
    site.file("one", "2025-01-12")
    (site.root / "broken_guest.py").write_text(f"{source}\n")
    monkeypatch.syspath_prepend(site.root)
    with pytest.raises(PressError, match=told):
        site.build(PLUGINS=["press", "broken_guest"])


def test_addresses_that_differ_in_their_case_alone_are_told(site):
    site.file("fire", "2025-01-12")
    site.file("Fire", "2025-01-12")
    with pytest.raises(UrlClash, match=r"(?s)Fire\.html .*sticks, Macs and Windows"):
        site.build()


def test_nothing_is_put_into_the_folder_of_the_index(site):
    site.file("one", "2025-01-12", save_as="pagefind/pagefind.js")
    with pytest.raises(UrlClash, match="in the folder of search"):
        site.build(PLUGINS=["press", "finding_aids", "search_index"])


@pytest.mark.parametrize("slug", ["q&a", 'a"b', "<i>", "who?", "a#b", "100%", "a:b"])
def test_a_slug_that_no_address_takes_is_told(site, slug):
    site.file("one", "2025-01-12", save_as=f"2025/{slug}.html")
    with pytest.raises(BrokenStory, match=r"one\.html: its address .*give it another slug"):
        site.build()


@pytest.mark.parametrize("hour", ["10:00 +0900", "10:00-05:00", "10:00 PM"])
def test_an_hour_of_another_zone_is_told(site, hour):
    site.file("one", "2025-01-12", date=f"2025-01-12 {hour}")
    with pytest.raises(BrokenStory, match="or not written as one"):
        site.build()
    site.file("one", "2025-01-12", date="2025-01-12 10:00:30")
    site.build()
