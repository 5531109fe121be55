import pytest
from growth import grows_evenly
from pelican.plugins.offline_edition.pages import Links

FILES = {
    "index.html",
    "search/index.html",
    "country/tajikistan/index.html",
    "2025/01/12/a b.html",
    "theme/css/site.css",
    "theme/img/x.svg",
    "images/100%.png",
}
ROOTS = ["https://news.example.org/archive"]
HERE = "2025/01/12/a b.html"


@pytest.fixture
def links():
    return Links(FILES, ROOTS, "pagefind")


REWRITTEN = [
    ("/", "../../../index.html"),
    ("/search/?q=a&amp;b#c", "../../../search/index.html?q=a&amp;b#c"),
    ("/country/tajikistan", "../../../country/tajikistan/index.html"),
    ("https://news.example.org/archive", "../../../index.html"),
    ("https://news.example.org/archive/search/", "../../../search/index.html"),
    ("//news.example.org/archive/search/", "../../../search/index.html"),
    ("/archive/search/", "../../../search/index.html"),
    ("../../../search/", "../../../search/index.html"),
    ("a%20b.html#end", "../../../2025/01/12/a%20b.html#end"),
    ("/images/100%25.png", "../../../images/100%25.png"),
]
KEPT = ["#main", "?q=x", "", "https://other.example.org/archive/", "//cdn.example/x", "mailto:a@b"]


@pytest.mark.parametrize(("before", "after"), REWRITTEN)
def test_addresses_become_relative_and_folders_their_index(links, before, after):
    assert f'<a class="x" href="{after}">' == links.page(f'<a class="x" href="{before}">', HERE)


@pytest.mark.parametrize("address", KEPT)
def test_what_leads_out_or_stays_is_left_as_it_is(links, address):
    page = f"<a href='{address}'>"
    assert page == links.page(page, HERE)


def test_a_page_that_has_moved_leads_to_the_file_it_moved_to(links):
    meta = '<meta http-equiv="refresh" content="0; url={}">'
    moved = links.page(meta.format("../../../search/"), HERE)
    assert meta.format("../../../search/index.html") == moved
    nowhere = meta.format("/country/narnia/")
    assert nowhere == links.page(nowhere, HERE)


def test_a_link_to_what_is_not_there_is_shown_as_such(links):
    page = links.page('<a class="t" href="/country/narnia/">Narnia</a>', HERE)
    assert "href" not in page
    assert 'title="Not in this edition">Narnia</a>' in page
    assert links.absent == 1


UNTOUCHED = [
    '<!-- <a href="/"> -->',
    '<script type="application/ld+json">{"a":"<a href=\\"/\\">"}</script>',
    '<title>a <a href="/"></title>',
    '<textarea><a href="/"></textarea>',
    '<p>An href="/" in text, 1 < 2 and \'</p>',
    '<p data="/search/" title="/search/">',
    '<link rel="canonical" href="/search/">',
]


@pytest.mark.parametrize("page", UNTOUCHED)
def test_only_addresses_of_tags_are_touched(links, page):
    assert page == links.page(page, HERE)


def test_feeds_and_what_is_fetched_ahead_are_dropped(links):
    head = (
        '<link rel="alternate" type="application/atom+xml" href="/feed.xml">'
        '<link rel="modulepreload" href="/pagefind/pagefind.js">'
        '<link rel=preload as=fetch href="/pagefind/manifest.json">'
        '<link rel="alternate" hreflang="fr" href="/search/">'
    )
    kept = '<link rel="alternate" hreflang="fr" href="./search/index.html">'
    assert kept == links.page(head, "index.html")


def test_the_search_page_gets_its_carrier_before_its_first_script(links):
    page = (
        '<script defer src="/theme/css/site.css"></script><script src="a.js"></script>'
        '<div data-index="/pagefind/" data-site="/">'
    )
    carried = (
        '<script defer src="../pagefind/carrier.js"></script>\n'
        '<script defer src="../theme/css/site.css"></script><script src="a.js"></script>'
        '<div data-index="../pagefind/" data-site="../">'
    )
    assert carried == links.page(page, "search/index.html")


def test_style_sheets_and_sets_of_pictures_too(links):
    css = "a { background: url( '/theme/img/x.svg' ) } b { background: url(data:x) }"
    assert links.sheet(css, "theme/css/site.css") == (
        'a { background: url("../../theme/img/x.svg") } b { background: url(data:x) }'
    )
    assert '<img srcset="./theme/img/x.svg 1x, https://a/b.png 2x">' == links.page(
        '<img srcset="/theme/img/x.svg 1x, https://a/b.png 2x">', "index.html"
    )


@pytest.mark.parametrize("piece", ["x='", "<p ", "<!--", "<title>", "<a \"'"])
@pytest.mark.alone
def test_a_hostile_page_is_read_once(links, piece):
    def read(page):
        assert page == links.page(page, HERE)

    assert grows_evenly(read, lambda times: "<a " + piece * (times + 1), 10_000)
