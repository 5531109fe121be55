"""The search page in a real Chromium, over a site built as a user builds it."""

import csv
import io
import json
from random import Random
from urllib.parse import quote

import pytest
from conftest import ROOT, build_site
from pelican.plugins.search_index.stories import Addresses, read_story
from pelican.plugins.search_index.tokens import plain_words
from search_archive import write_archive, write_story
from test_theme_browser import look_at, violations

HOSTILE = '<img src=x onerror=alert(1)> "quoted" & {{ 7*7 }} <script>alert(2)</script>'
FORMULA = "=HYPERLINK(1)"


EVERY_MENTION = """
from pelicanconf import *
from pelican.plugins.search_index import shards
shards.MANY = 5  # 2024 has more, so its months have an index each; 2023 is one
TAG_SCOPE = "mentioned"
THEME = "{theme}"
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, serve):
    """A small archive with traps, built and served; the address of its search page."""
    content = write_archive(tmp_path_factory.mktemp("search") / "content")
    write_story(content, "hostile", HOSTILE, f"A trap {HOSTILE} text.", date="2024-06-01",
                source=FORMULA, byline="+1 Nobody")  # fmt: skip
    write_story(content, "oilfield", "Oilfield opens", "A first-quarter report on the oilfield.",
                date="2024-07-01", source="Asia-Plus", countries="TJ; ",
                tags="Tajikistan; ")  # fmt: skip
    write_story(content, "fa", "سیلوی هرات", "سیلوی جدید در هرات باز شد. کتاب‌ها.",
                date="2024-08-01", lang="fa", dir="rtl")  # fmt: skip
    write_story(
        content, "ar", "كتاب علي", "افتتح الرئيس المصنع.", date="2024-08-02", lang="ar", dir="rtl"
    )
    write_story(
        content, "he", "הנשיא פתח", "מחירי הנפט עלו.", date="2024-08-03", lang="he", dir="rtl"
    )
    write_story(content, "copy", "Grain silo opened in Herat",
                "The silo holds wheat.", "Prices fell.",
                date="2024-03-07", source="Trend News")  # fmt: skip
    for day in range(1, 26):
        write_story(
            content,
            f"many{day}",
            f"Bulletin number {day}",
            "A weekly bulletin.",
            date=f"2022-05-{day:02d}",
        )
    twins = "2024/03/05/silo.html\t2024/03/07/copy.html\n"
    (content / "twins.tsv").write_text(twins, "utf-8")
    output = tmp_path_factory.mktemp("search-site") / "output"
    settings = tmp_path_factory.mktemp("settings") / "conf.py"
    settings.write_text(EVERY_MENTION.format(theme=ROOT / "theme"), "utf-8")
    done = build_site(content, output, settings=settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return serve(output)


@pytest.fixture
def ask(page, site):
    """Open the search page with a query string and wait until it has settled."""

    def opened(query=""):
        page.goto(f"{site}/search/{query}")
        settled(page)
        return page

    return opened


def settled(page):
    page.wait_for_selector("[data-state=done], [data-state=failed]", timeout=20000)


def q(text):
    return "?q=" + quote(text)


def titles(page):
    return page.locator(".hit h3").all_inner_texts()


def status(page):
    return page.locator("[data-part=status]").inner_text()


FOUND = [
    ("silo wheat", ["Herat opens grain silo", "Old silo closes"]),
    # Forms of a word, in its language; quoted, only the word as it is.
    ("priced", ["Price of oil falls", "Herat opens grain silo"]),
    ('"priced"', ["Price of oil falls"]),
    ("школы", ["Школа", "Школы открыты"]),
    # The start of a word only with a star; a phrase anywhere in the query.
    ("oil", ["Price of oil falls"]),
    ("oil*", ["Oilfield opens", "Price of oil falls"]),
    ('fell "grain silo"', ["Herat opens grain silo"]),
    ('"silo grain"', []),
    # A phrase ends with its paragraph.
    ('"silo the silo"', []),
    ('"wheat prices"', []),
    ("first-quarter", ["Oilfield opens"]),
    ("(oilfield OR dollars) AND country:tj", ["Oilfield opens", "Price of oil falls"]),
    ("silo NOT country:af NOT source:trend", ["Old silo closes"]),
    ("silo -country:af -opened", ["Old silo closes"]),
    ("country:tajik after:2024-04", ["Oilfield opens"]),
    ("mentions:tajik after:2024-04", ["Oilfield opens"]),
    ("org:CSTO", ["Herat opens grain silo"]),
    ('org:"collective security"', ["Herat opens grain silo"]),
    ("source:asia before:2024-07", ["Price of oil falls"]),
    ("title:silo on:2023", ["Old silo closes"]),
    ("title:wheat", []),
    ("title:grain -title:opens", ["Grain silo opened in Herat"]),
    ('title:"silo opened"', ["Grain silo opened in Herat"]),
    ("title:clos*", ["Old silo closes"]),
    ("byline:o'hara", ["Herat opens grain silo"]),
    ("lang:ru", ["Школа", "Школы открыты"]),
    # Scripts without stemmer, without blanks, and letters written in two ways.
    ("银行", ["中国银行"]),
    ("سيلوى", ["سیلوی هرات"]),
    ("کتاب علی", ["كتاب علي"]),
    ("נפט OR הנפט", ["הנשיא פתח"]),
    # A plain sentence.
    ("What is the price of oil?", ["Price of oil falls"]),
    ("and the silo and the wheat", ["Herat opens grain silo", "Old silo closes"]),
    ("note: wheat", []),
]


@pytest.mark.browser
def test_every_kind_of_query_finds_exactly_its_stories(ask):
    found = {}
    for query, expected in FOUND:
        page = ask(q(query))
        assert page.locator("[data-part=mistake]").is_hidden(), query
        found[query] = sorted(titles(page)), sorted(expected)
    assert {query: both[0] for query, both in found.items()} == {
        query: both[1] for query, both in found.items()
    }
    assert (page.complaints, page.outside) == ([], [])


MISTAKES = [
    ('silo "grain', 5, "never closed"),
    ("(silo OR wheat", 0, "never closed"),
    ("silo) wheat", 4, "Nothing was opened"),
    ("AND silo", 0, "on its left"),
    ("silo OR", 5, "on its right"),
    ("contry:tj", 0, "country:"),
    ("country:narnia", 8, "No story here"),
    ("mentions:narnia", 9, "No story here mentions"),
    ("after:2024-13", 6, "no date"),
    ("2024*", 4, "needs a letter"),
]


@pytest.mark.browser
def test_a_mistake_points_at_its_place(ask):
    for query, at, words in MISTAKES:
        page = ask(q(query))
        assert words in page.locator("[data-part=mistake] p").first.inner_text()
        before = page.evaluate(
            "document.querySelector('.mistake .where mark').previousSibling?.data.length ?? 0"
        )
        assert (query, before) == (query, at)
        assert page.locator("[role=alert]").is_visible()
    assert page.complaints == []


@pytest.mark.browser
def test_a_misspelt_word_is_answered_with_the_likely_one(ask):
    page = ask(q("bulletni"))
    assert "Nothing found." in status(page)
    page.locator(".notes button").click()
    settled(page)
    assert page.locator("#q").input_value() == "bulletin"
    assert status(page) == "25 stories"


@pytest.mark.browser
def test_facets_count_and_widen_within_and_narrow_between(ask):
    page = ask(q("opens OR oil"))
    counts = dict(
        zip(page.locator("[data-facet=country] .name").all_inner_texts(),
            page.locator("[data-facet=country] .count").all_inner_texts(), strict=True)
    )  # fmt: skip
    assert counts == {"Tajikistan": "3", "Afghanistan": "1"}
    page.get_by_role("checkbox", name="Afghanistan").check()
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 1")
    # Choosing a second value of the same facet shows more, not less.
    page.get_by_role("checkbox", name="Tajikistan").check()
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 3")
    assert page.url.endswith("country=AF&country=TJ")
    page.get_by_label("Remove Country: Afghanistan").click()
    page.wait_for_function("() => location.search.endsWith('country=TJ')")
    page.go_back()
    page.wait_for_function("() => location.search.includes('country=AF')")
    settled(page)
    assert page.get_by_role("checkbox", name="Afghanistan").is_checked()


@pytest.mark.browser
def test_a_shared_address_brings_the_same_hits(ask):
    page = ask("?q=silo&sort=oldest&from=2023-01-01&to=2023-12-31")
    assert titles(page) == ["Old silo closes"]
    assert page.locator("select[data-part=sort]").input_value() == "oldest"
    assert "2023" in page.locator(".chips").inner_text()


READ_AND_ASKED = """async () => {
  const search = backfileSearch;
  const archive = await search.openArchive(new URL("../pagefind/", location).href);
  const words = search.openWords(archive);
  const differing = [];
  let compared = 0;
  for (const number of archive.words.files.keys())
    for (const word of (await words.file(number)).keys())
      for (const shard of archive.shards) {
        const index = await shard.index();
        const asked = (await index.search('"' + word + '"')).results.map((one) => Number(one.id));
        const read = [...(await shard.stories(word)).keys()];
        compared += read.length;
        if (String(asked.sort()) !== String(read.sort())) differing.push([shard.name, word]);
      }
  return { compared, differing };
}"""


@pytest.mark.browser
def test_what_is_read_from_the_index_is_what_pagefind_finds(ask):
    """The reader relies on the form of Pagefind's index; Pagefind itself is the judge."""
    told = ask().evaluate(READ_AND_ASKED)
    assert told["differing"] == []
    assert told["compared"] > 100


@pytest.mark.browser
def test_words_need_nothing_of_pagefinds_program(ask, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ask(q("silo wheat"))
    assert len(titles(page)) == 2
    assert [url for url in asked if "pagefind.js" in url or ".pf_meta" in url] == []
    ask(q('"grain silo"'))
    assert [url for url in asked if "pagefind.js" in url] != []


@pytest.mark.browser
def test_browsing_without_words_asks_pagefind_nothing(ask, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ask("?country=TJ")
    assert titles(page) == ["Oilfield opens", "Price of oil falls", "Herat opens grain silo"]
    assert [url for url in asked if ".pf_index" in url or ".pf_meta" in url] == []


@pytest.mark.browser
def test_only_the_years_asked_for_are_loaded(ask, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    ask(q("silo after:2024-01"))
    assert [url for url in asked if "/2023/" in url or "/2022/" in url] == []
    tables = [url.split("/")[-2] for url in asked if "table.json" in url]
    assert sorted(tables) == ["2024-03", "2024-08"]  # the newest, and where the word is


@pytest.mark.browser
@pytest.mark.parametrize("query", ["bulletin", '"weekly bulletin"', "bulletin (silo OR weekly)"])
def test_years_without_a_rare_word_are_not_loaded(ask, page, query):
    ask()  # the newest year is begun before the word is known
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 20")
    settled(page)
    assert status(page) == "25 stories"
    assert [url for url in asked if "/2023/" in url or "/undated/" in url] == []


@pytest.mark.browser
def test_the_order_is_the_one_chosen(ask):
    page = ask(q("bulletin") + "&sort=newest")
    assert titles(page)[:2] == ["Bulletin number 25", "Bulletin number 24"]
    page.locator("select[data-part=sort]").select_option("oldest")
    page.wait_for_function(
        "() => document.querySelector('.hit h3')?.innerText == 'Bulletin number 1'"
    )
    page.locator("[data-part=more]").click()
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 25")
    assert page.evaluate("document.activeElement.textContent") == "Bulletin number 21"


@pytest.mark.browser
def test_who_comes_back_from_a_story_finds_the_hits_as_they_were(ask):
    page = ask(q("bulletin"))
    page.locator("[data-part=more]").click()
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 25")
    page.locator(".hit h3 a").nth(22).click()
    page.wait_for_selector("article")
    page.go_back()
    settled(page)
    assert page.locator(".hit").count() == 25
    page.wait_for_function("() => scrollY > innerHeight")
    # Another question begins at its own top.
    page.locator("#q").fill("silo")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 2")


@pytest.mark.browser
def test_a_question_without_hits_leaves_none_of_the_last_one(ask):
    page = ask(q("silo"))
    page.locator("#q").fill("zzzz")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search == '?q=zzzz'")
    page.wait_for_function("() => !document.querySelector('[data-part=nothing]').hidden")
    assert titles(page) == []


@pytest.mark.browser
def test_the_page_is_there_before_the_index(page, site):
    held, free = [], []
    page.route("**/pagefind/**", lambda route: route.continue_() if free else held.append(route))
    page.goto(f"{site}/search/?q=silo")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    assert page.locator("#q").input_value() == "silo"
    assert "Opening" in status(page)
    assert held
    free.append(True)
    for route in held:
        route.continue_()
    settled(page)
    assert len(titles(page)) == 2


@pytest.mark.browser
def test_bars_narrow_by_click_by_drag_and_by_key(ask):
    page = ask(q("bulletin"))
    bars = page.locator(".bar")
    assert (bars.count(), bars.first.get_attribute("aria-label")) == (25, "1 May 2022: 1 story")
    bars.nth(2).hover()
    page.mouse.down()
    bars.nth(5).hover()
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('from=2022-05-03&to=2022-05-06')")
    settled(page)
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 4")
    page.locator(".bar[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('from=2022-05-04&to=2022-05-04')")
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 1")
    page.get_by_role("button", name="All of 2022").click()
    page.wait_for_function("() => document.querySelectorAll('.bar').length == 12")


@pytest.mark.browser
def test_the_map_narrows_by_a_click(ask):
    page = ask()
    square = page.locator(".map [data-code=TJ]")
    assert square.locator("title").inner_html() == "Tajikistan: 3 stories"
    assert page.locator(".map [data-code=FR]").get_attribute("data-level") == "0"
    square.click()
    page.wait_for_function("() => location.search == '?country=TJ'")
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 3")


@pytest.mark.browser
def test_hostile_stories_are_text(ask):
    page = ask(q("onerror"))
    assert titles(page) == [HOSTILE]
    assert page.locator(".hits img, .hits script").count() == 0
    assert page.locator(".hit mark").first.inner_text() == "onerror"
    assert page.complaints == []


TRY_ALL = """async () => {
  const refused = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    refused.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.head.append(script);
  const style = document.createElement("style");
  document.head.append(style);
  style.textContent = "body { display: none }";
  document.body.append(Object.assign(new Image(), { src: "https://example.invalid/x.png" }));
  await fetch("https://example.invalid/").catch(() => {});
  await new Promise((done) => setTimeout(done, 200));
  return { refused: [...new Set(refused)].sort(), ran: window.ran ?? false };
}"""


@pytest.mark.browser
def test_the_policy_lets_search_run_and_nothing_else(ask):
    page = ask(q('wheat "grain silo"'))  # Pagefind's WebAssembly and worker too
    assert (len(titles(page)), page.complaints, page.outside) == (1, [], [])
    told = page.evaluate(TRY_ALL)
    assert told == {
        "refused": ["connect-src", "img-src", "script-src-elem", "style-src-elem"],
        "ran": False,
    }


@pytest.mark.browser
def test_marks_are_in_the_excerpt_and_on_the_story(ask):
    page = ask(q('wheat "grain silo"'))
    assert "grain silo" in page.locator(".hit h3 mark").all_inner_texts()
    assert "wheat" in page.locator(".hit .excerpt mark").all_inner_texts()
    page.locator(".hit h3 a").first.click()
    page.wait_for_selector("article mark")
    marked = page.locator("article mark").all_inner_texts()
    assert {"grain", "silo", "wheat"} == {text.lower() for text in marked}
    assert page.complaints == []


@pytest.mark.browser
def test_copies_of_a_story_stand_under_it(ask):
    page = ask(q("silo wheat herat"))
    assert (len(titles(page)), status(page)) == (1, "2 stories")
    page.locator(".twins summary").click()
    page.locator(".twins li a").wait_for()
    assert page.locator(".twins li a").count() == 1


EXPORTS = ["bibtex", "ris", "csl", "csv"]


@pytest.mark.browser
def test_all_hits_are_cited_in_four_formats(ask):
    page = ask(q("silo OR onerror"))
    texts = {}
    for name in EXPORTS:
        with page.expect_download() as saving:
            page.locator("select[data-part=export]").select_option(name)
        texts[name] = saving.value.path().read_text("utf-8-sig")
    assert texts["bibtex"].count("@article{") == 4
    assert "title = {{Herat opens grain silo}}" in texts["bibtex"]
    assert texts["ris"].count("ER  - ") == 4
    assert {"type": "article-newspaper"}.items() <= json.loads(texts["csl"])[0].items()
    rows = list(csv.DictReader(io.StringIO(texts["csv"])))
    assert len(rows) == 4
    trap = next(row for row in rows if row["title"] == HOSTILE)
    # A spreadsheet must not take a cell for a formula.
    assert (trap["source"], trap["byline"]) == ("'" + FORMULA, "'+1 Nobody")
    assert page.complaints == []


@pytest.mark.browser
def test_searches_are_kept_in_the_browser(ask):
    page = ask(q("silo") + "&country=AF")
    page.locator("[data-part=keep]").click()
    page = ask()
    page.locator(".saved summary").click()
    page.locator(".saved a").click()
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 1")
    assert page.url.endswith("?q=silo&country=AF")
    page.get_by_role("button", name="Forget").click()
    assert page.locator(".saved").is_hidden()


LOOKS = [
    {"color_scheme": scheme, "viewport": {"width": width, "height": 844}}
    for scheme in ("light", "dark")
    for width in (390, 1280)
]


@pytest.mark.browser
def test_axe_finds_nothing_and_nothing_overflows(ask):
    for query in ("", q("silo OR bulletin") + "&country=AF&country=TJ", q("(silo"), q("zzzz")):
        page = ask(query)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        for look in LOOKS:
            look_at(page, **look)
            assert (query, look, violations(page)) == (query, look, [])
            width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert (query, look, width) == (query, look, 0)


@pytest.mark.browser
@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_script_the_page_says_so(page, site):
    page.goto(f"{site}/search/")
    assert "Searching needs JavaScript" in page.locator("noscript").inner_text()


@pytest.mark.browser
def test_a_missing_index_is_said(page, site, tmp_path):
    page.route("**/manifest.json", lambda route: route.abort())
    page.goto(f"{site}/search/?q=silo")
    settled(page)
    assert "could not be run" in status(page)


@pytest.mark.browser
def test_the_keyboard_reaches_the_question_and_the_hits(ask):
    page = ask()
    page.keyboard.press("/")
    page.keyboard.type("silo")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.hit').length == 2")
    assert page.evaluate("document.activeElement.id") == "q"


PIECES = ["silo", '"', "(", ")", "AND", "OR", "NOT", "-", "*", ":", "title:", "after:2024", "on:",
          "country:", "''", "“", "«", " ", " ", " ", "中国", "é", "--", "…", "?", "a*",
          "x:y"]  # fmt: skip
READ = """(queries) => queries.map((query) => {
  try { backfileSearch.parse(query, new Set(["a"])); return null; }
  catch (error) {
    if (!(error instanceof backfileSearch.Mistake)) return String(error);
    return error.at >= 0 && error.at < Math.max(1, query.length) ? null : "points at " + error.at;
  }
})"""


@pytest.mark.browser
def test_whatever_is_typed_is_understood_or_pointed_at(ask):
    random = Random(7)
    queries = ["".join(random.choices(PIECES, k=random.randint(1, 9))) for _ in range(3000)]
    answers = ask().evaluate(READ, queries)
    assert [pair for pair in zip(queries, answers, strict=True) if pair[1]] == []


# Signs chosen from all over Unicode: letters with cases, marks, digits, scripts, apostrophes.
STRANGE = [
    "".join(chr(base + step) for step in range(0, 512, 3))
    for base in (0x20, 0x200, 0x400, 0x600, 0x900, 0xE00, 0x1E00, 0x2000, 0x3000, 0xFB00, 0x1F600)
]
TEXTS = [
    "İstanbul ΣΊΣΥΦΟΣ Straße ŒUVRE ﬁre ½ x² Ⅷ",
    "l'accord O'Brien’s dell'arte 'quoted' don''t U.S.-led N.A.T.O.'s",
    "1,234.5 3.14.15 12:30 2024-03-05 a1b2 ٣٫٥ 50%",
    "中国銀行2025年 カタカナ ひらがな ไทย한국어 မြန်မာ",
    "می‌خواهم كتاب‌ها ‏أهلاً שלום־עולם",
    "e-mail@example.com http://x.y/z?q=1 _under_score #tag",
    *STRANGE,
]


@pytest.mark.browser
def test_page_and_builder_agree_on_what_a_word_is(ask, sample_archive):
    archive, _ = sample_archive
    stories = (read_story(path, Addresses()) for path in sorted(archive.content.rglob("*.html")))
    texts = TEXTS + [text for one in stories if one for text in (one.title, *one.paragraphs)]
    page = ask()
    found = page.evaluate("(texts) => texts.map((text) => backfileSearch.plainWords(text))", texts)
    differing = [
        (text, here, there)
        for text, here, there in zip(texts, map(plain_words, texts), found, strict=True)
        if here != there
    ]
    assert differing == []


def test_script_and_style_stay_within_their_budget():
    """60 kB of own script and 30 kB of style, compressed."""
    import gzip
    from pathlib import Path

    static = Path(__file__).resolve().parents[2] / "theme" / "static"

    def size(*patterns):
        return sum(
            len(gzip.compress(p.read_bytes())) for pattern in patterns for p in static.glob(pattern)
        )

    assert size("js/search-*.js") < 60_000
    assert size("css/site.css", "css/search.css", "css/print.css") < 30_000
