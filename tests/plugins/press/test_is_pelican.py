"""press is Pelican: other people's themes and plugins work, and our files without press."""

import re
import subprocess
import sys
from types import ModuleType

import pytest
from pelican import Pelican
from pelican.plugins import signals
from pelican.plugins.press.errors import BrokenStory, Refused
from pelican.plugins.press.listeners import UNSENT
from pelican.settings import read_settings
from pelican.writers import Writer

from tests.plugins.conftest import ROOT


def filed(site):
    site.file(
        "first", "2025-01-12 14:05", title='Prices "rose" & fell', tags="Chad; United Nations;"
    )
    site.file("second", "2025-01-13", tags="Chad;", source="Asia-Plus")
    site.file("unknown", tags="France;")


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_stock_themes_render(site, theme):
    """Pelican's own themes, unmodified, with their tag, category and period pages."""
    filed(site)
    site.build(THEME=theme)
    pages = site.pages()
    story = pages["2025/01/12/first.html"].decode()
    assert 'Prices "rose" &amp; fell' in story.replace("&quot;", '"')
    assert "First words" in pages["index.html"].decode()
    for path in ("tag/chad/index.html", "source/kabul-ledger/index.html", "2025/01/index.html"):
        assert path in pages
    assert "Undated" in pages["undated/unknown.html"].decode()


def test_a_stock_theme_is_built_again_without_writing(site):
    filed(site)
    site.build(THEME="simple")
    before = site.times()
    site.build(THEME="simple")
    assert before == site.times()


def plugin(name, **functions):
    """Return a plugin as other people write them: a module with register()."""
    module = ModuleType(name)
    for function in functions.values():
        function.__module__ = name
    module.register = lambda: [
        getattr(signals, signal).connect(function) for signal, function in functions.items()
    ]
    return module


@pytest.fixture
def forget():
    """Disconnect what a test connected: Pelican's signals outlive a build."""
    connected = []
    yield connected
    for signal, function in connected:
        getattr(signals, signal).disconnect(function)


def test_a_signal_based_plugin_works(site, forget):
    """It sees and changes every story, at the first build and at the second."""
    filed(site)
    heard = []

    def content_object_init(content):
        if hasattr(content, "facts"):
            content.title = content.title + " (seen)"

    def article_generator_finalized(generator):
        heard.append(sorted(str(article.title) for article in generator.articles))

    def content_written(path, context):
        heard.append(path)

    functions = {
        "content_object_init": content_object_init,
        "article_generator_finalized": article_generator_finalized,
        "content_written": content_written,
    }
    forget += functions.items()
    module = plugin("elsewhere", **functions)
    for _ in range(2):
        heard.clear()
        site.build(PLUGINS=["press", "finding_aids", module])
        assert "Second (seen)" in heard[0]
        assert "(seen)</h1>" in site.text("2025/01/13/second.html")
    assert str(site.output / "2025/01/13/second.html") not in heard, "it was written already"


@pytest.mark.parametrize("theme", ["", "simple"])
def test_a_plugin_from_the_registry_works_as_it_comes(site, forget, theme):
    """pelican-neighbors gives every story the one before and after it, on both roads."""
    from pelican.plugins import neighbors

    filed(site)
    forget.append(("article_generator_finalized", neighbors.neighbors))
    named = "{% if article.prev_article %}before: {{ article.prev_article.url }}{% endif %}"
    folder = site.root / "overrides"
    folder.mkdir()
    (folder / "article.html").write_text(named + "{{ article.content }}")
    settings = {"THEME": theme} if theme else {}
    site.build(
        PLUGINS=["press", "finding_aids", "neighbors"],
        THEME_TEMPLATES_OVERRIDES=[str(folder)],
        **settings,
    )
    assert "before: 2025/01/12/first.html" in site.text("2025/01/13/second.html")
    assert "before: undated/unknown.html" in site.text("2025/01/12/first.html")
    assert "before:" not in site.text("undated/unknown.html")


def change(story):
    if hasattr(story, "facts"):
        story.title = f"{story.title} (seen)"
        story._content = story._content.replace("<p>", '<p class="seen">')


MEET_STORIES = {
    "content_object_init": lambda content: change(content),
    "article_generator_pretaxonomy": lambda generator: [*map(change, generator.articles)],
    "article_generator_finalized": lambda generator: [*map(change, generator.articles)],
    "all_generators_finalized": lambda generators: [*map(change, generators[0].articles)],
    "article_generator_write_article": lambda generator, content: change(content),
}


@pytest.mark.parametrize("theme", ["", "simple"])
@pytest.mark.parametrize("signal", MEET_STORIES)
def test_what_a_plugin_makes_of_a_story_shows_on_every_page(site, forget, signal, theme):
    filed(site)
    forget.append((signal, MEET_STORIES[signal]))
    site.build(
        PLUGINS=["press", "finding_aids", plugin("reviser", **{signal: MEET_STORIES[signal]})],
        **({"THEME": theme} if theme else {}),
    )
    story = site.text("2025/01/13/second.html")
    assert '<p class="seen">' in story
    assert "Second (seen)" in story
    assert "(seen) (seen)" not in story
    assert "Second (seen)" in site.text("index.html")


@pytest.mark.parametrize("signal", UNSENT)
def test_a_plugin_that_would_wait_in_vain_is_refused_by_name(site, forget, signal):
    filed(site)

    def handler(*_, **__):
        pass

    forget.append((signal, handler))
    with pytest.raises(Refused, match=rf"The plugin waiter \({signal}\) waits for what press"):
        site.build(PLUGINS=["press", "finding_aids", plugin("waiter", **{signal: handler})])


def test_plugins_that_need_all_stories_find_them_in_the_context(site, forget):
    filed(site)
    found = []

    def all_generators_finalized(generators):
        found.extend(article.url for article in generators[0].context["articles"])

    forget.append(("all_generators_finalized", all_generators_finalized))
    site.build(
        PLUGINS=[
            "press",
            "finding_aids",
            plugin("counter", all_generators_finalized=all_generators_finalized),
        ]
    )
    assert found == ["2025/01/13/second.html", "2025/01/12/first.html", "undated/unknown.html"]


@pytest.mark.parametrize("theme", ["", "simple"])
def test_a_plugin_says_which_stories_are_published_and_where(site, forget, theme):
    """Lists and search hear it as well."""
    filed(site)

    def content_object_init(content):
        if getattr(content, "slug", "") == "first":
            content.status = "hidden"

    def article_generator_write_article(generator, content):
        if content.slug == "second":
            content.override_save_as = content.override_url = "moved/second.html"

    functions = [content_object_init, article_generator_write_article][: 1 if theme else 2]
    module = plugin("elsewhere", **{function.__name__: function for function in functions})
    forget += [(function.__name__, function) for function in functions]
    site.build(
        PLUGINS=["press", "finding_aids", "search_index", module],
        **{"THEME": theme} if theme else {},
    )
    pages = site.pages()
    assert "2025/01/12/first.html" not in pages
    assert b"first.html" not in pages["index.html"]
    second = "2025/01/13/second.html" if theme else "moved/second.html"
    assert second.encode() in pages["index.html"]
    listed = [data for path, data in pages.items() if path.endswith("listing.json")]
    assert 2 == len(listed)
    assert second.encode() in b"".join(listed)
    assert b"first.html" not in b"".join(listed)


def test_an_address_that_is_not_the_pages_is_told(site, forget):
    filed(site)

    def content_object_init(content):
        content.override_url = "pretty/"

    forget.append(("content_object_init", content_object_init))
    module = plugin("elsewhere", content_object_init=content_object_init)
    with pytest.raises(BrokenStory, match="give it an override_save_as that is the same"):
        site.build(PLUGINS=["press", "finding_aids", module])


@pytest.mark.parametrize("signal", ["generator_init", "article_generator_init", "get_generators"])
def test_data_of_a_plugins_own_show_at_every_build(site, forget, signal):
    filed(site)
    data = site.root / "data"
    (site.root / "overrides").mkdir()
    (site.root / "overrides/article.html").write_text("{{ article.title }}: {{ COUNT }}")

    class Counting:
        def __init__(self, context, **_):
            context["COUNT"] = data.read_text()

    def listener(sender):
        if signal == "get_generators":
            return Counting
        sender.context["COUNT"] = data.read_text()
        return None

    forget.append((signal, listener))
    module = plugin("elsewhere", **{signal: listener})
    for said in ("one", "two"):
        data.write_text(said)
        site.build(
            PLUGINS=["press", "finding_aids", module],
            THEME_TEMPLATES_OVERRIDES=[str(site.root / "overrides")],
        )
        assert f"Second: {said}" == site.text("2025/01/13/second.html")


def test_sources_go_when_nobody_wants_them_any_more(site):
    filed(site)
    site.build(OUTPUT_SOURCES=True)
    source = site.output / "2025/01/13/second.text"
    assert source.read_bytes() == (site.content / "articles/2025/01/13/second.html").read_bytes()
    before = source.stat().st_mtime_ns
    site.build(OUTPUT_SOURCES=True)
    assert before == source.stat().st_mtime_ns
    site.build()
    assert not source.exists()


def test_a_plugin_with_its_own_writer_is_refused_by_name(site, forget):
    filed(site)

    def get_writer(pelican):
        return Writer

    forget.append(("get_writer", get_writer))
    with pytest.raises(Refused, match="The plugin scribe brings a writer of its own"):
        site.build(PLUGINS=["press", "finding_aids", plugin("scribe", get_writer=get_writer)])


def test_relative_addresses_are_refused_with_the_reason(site):
    filed(site)
    with pytest.raises(Refused, match="RELATIVE_URLS does not work with this theme"):
        site.build(RELATIVE_URLS=True)
    site.build(RELATIVE_URLS=True, THEME="simple")


def test_without_its_class_the_plugin_is_refused(site):
    for name in ("press", "finding_aids"):
        with pytest.raises(Refused, match="PELICAN_CLASS = Press"):
            Pelican(read_settings(override={"PATH": str(site.content), "PLUGINS": [name]}))
        _disconnect()


def _disconnect():
    from pelican.plugins.finding_aids.settings import prepare
    from pelican.plugins.press.engine import only_under_press

    signals.initialized.disconnect(prepare)
    signals.initialized.disconnect(only_under_press)


def stock_pelican(site, output, **settings):
    """Build with Pelican's simple theme, as a user without our plugins would."""
    facts = {
        "TIMEZONE": "UTC", "PLUGINS": [], "THEME": "simple", "USE_FOLDER_AS_CATEGORY": False,
        "DEFAULT_DATE": (1900, 1, 1), "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None,
    }  # fmt: skip
    conf = site.root / "stockconf.py"
    lines = (f"{name} = {value!r}\n" for name, value in {**facts, **settings}.items())
    conf.write_text("".join(lines))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pelican", str(site.content), "-s", str(conf)),
            *("-o", str(output), "--fatal", "errors"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"DEFAULT_DATE_FORMAT": "%-d. %m. %Y %H:%M"},
        {"DATE_FORMATS": {"fr": "le %d. %m.", "en": ("C", "%d %b")}, "TIMEZONE": "Asia/Kabul"},
    ],
)
def test_dates_are_written_as_pelican_writes_them(site, form):
    site.file("first", "2025-01-02 14:05")
    site.file("second", "2025-02-13", lang="fr")
    kept = ("ARTICLE_URL", "ARTICLE_SAVE_AS", "MONTH_ARCHIVE_URL", "MONTH_ARCHIVE_SAVE_AS")
    ours = site.build(THEME="simple", **form)
    same = {name: ours.settings[name] for name in kept}
    same["ARTICLE_LANG_SAVE_AS"] = same["ARTICLE_SAVE_AS"]
    stock_pelican(site, site.root / "stock", **same, **form)
    both = site.pages(), site.pages(site.root / "stock")
    shown = re.compile("<(?:time|dt)[^/]*|Archives for [^<]*")
    paths = ("2025/01/02/first.html", "2025/02/13/second.html", "index.html", "2025/02/index.html")
    for path in paths:
        dates = [shown.findall(pages[path].decode()) for pages in both]
        assert dates[0]
        assert dates[0] == dates[1]


def test_content_files_build_without_press(site):
    filed(site)
    stock_pelican(site, site.output)
    assert "About Prices" in site.text("first.html")


def test_hand_written_stories_are_read_by_pelicans_readers(site):
    """Any other shape of HTML is a story too."""
    path = site.content / "articles" / "note.html"
    path.write_text(
        "<html><head><title>By hand</title><meta name='date' content='2025-02-01 10:00'>"
        "<meta name='tags' content='Chad, France'></head><body><p>Typed &amp; saved.</p>"
        "<a href='{filename}/pages/about.html'>about</a></body></html>"
    )
    site.page("about", "Who we are")
    site.build()
    text = site.text("2025/02/01/by-hand.html")
    assert "Typed &amp; saved." in text
    assert "https://archive.example.org/about/" in text
