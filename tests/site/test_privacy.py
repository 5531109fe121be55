"""Pages keep readers to themselves: no outside request, no cookie, the CSP in every page."""

import re

import lxml.html
import pytest

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; "
    "worker-src 'self' blob:; base-uri 'none'; form-action 'self'"
)
KIND = re.compile(r'<body class="on-([\w-]+)"')
DATA = ("application/ld+json", "application/json")  # which no browser runs
SENDING = {"preconnect", "dns-prefetch", "prefetch", "preload", "modulepreload", "prerender"}


@pytest.fixture(scope="module")
def pages(sample_site):
    return {
        path.relative_to(sample_site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(sample_site.rglob("*.html"))
    }


def test_every_page_has_the_policy_before_anything_it_could_load(pages):
    assert len(pages) > 100
    for name, text in pages.items():
        head = lxml.html.document_fromstring(text.encode()).find("head")
        told = [meta.get("content") for meta in head.iter("meta")
                if meta.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
        assert told == [POLICY], name
        before = text[: text.index("Content-Security-Policy")]
        assert "<script" not in before and "<link" not in before, name


def test_no_page_asks_for_anything_ahead_or_runs_anything_inline(pages):
    """What the policy does not stop (hints to connect elsewhere), and what it stops silently."""
    for name, text in pages.items():
        page = lxml.html.document_fromstring(text.encode())
        for link in page.iter("link"):
            if SENDING & set((link.get("rel") or "").split()):
                assert "://" not in link.get("href"), name
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") in DATA, name
        assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == [], name


def test_every_kind_of_page_is_among_those_that_are_looked_at(pages):
    kinds = {KIND.search(text)[1] for text in pages.values()}
    known = "front story day month year country organization source search inner 404 together world"
    assert set(known.split()) - kinds == set()


@pytest.mark.browser
def test_no_kind_of_page_asks_another_host_or_sets_a_cookie(pages, site_url, page):
    """One page of each kind, the search page with a query, in a real browser."""
    first = {KIND.search(text)[1]: name for name, text in reversed(pages.items())}
    first["a search"] = "search/index.html?q=bridge"
    for kind, name in first.items():
        page.goto(f"{site_url}/{name}", wait_until="networkidle")
        if kind == "a search":
            page.wait_for_selector("[data-state=done]", timeout=20000)
        assert page.outside == [], kind
        assert page.context.cookies() == [], kind
        assert page.evaluate("document.cookie") == "", kind
    assert page.complaints == []
