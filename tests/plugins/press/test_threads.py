"""Threads: stories on one matter find each other, and nobody else's."""

from types import SimpleNamespace as Row

from pelican.plugins.press.threads import SHOWN, WINDOW, threads, traces

from tests.plugins.conftest import ROOT

DOCKERS = "<p>The Dockers of Velmora under Ilka Brandt walked off the Harrow Quay on {day}.</p>"
BAKERS = "<p>The Bakers of Sarn under Petr Oduya lit the Mill Lane ovens again on {day}.</p>"


def row(url, title, body, countries=("TD",)):
    return Row(
        url=url,
        iso=f"2025-01-{url}",
        countries=countries,
        about_countries=1,
        organizations=(),
        about_organizations=0,
        traces=traces(title, body),
    )


def test_names_and_headline_words_are_traces():
    """What the text also writes small is no name; markup and entities leave nothing."""
    named = traces("", "<p>Ilka Brandt said &quot;Winter&quot; came; winter stays.</p>")
    assert named == traces("", "Ilka <b>Brandt</b> said Winter came; winter stays.")
    assert named == traces("", "ILKA BRANDT said so in winter")
    assert 0 == len(traces("at sea", "nobody said a word"))


def test_scripts_without_capitals_or_spaces_leave_traces():
    assert len(traces("黑河渡口恢复夜间通航", "")) == 4 * 9
    assert len(traces("", "قال الوزير إن الميناء")) > 0


def test_stories_of_one_matter_are_a_thread():
    """Earlier and later, oldest first; the bakers are not among the dockers."""
    rows = [
        row(f"{day:02d}", f"{kind} news {day}", text.format(day=day))
        for day in range(1, 9)
        for kind, text in [("Dockers", DOCKERS) if day % 2 else ("Bakers", BAKERS)]
    ]
    found = threads(rows, {})
    assert ["03"] == [r.url for r in found["05"].earlier if r.url == "03"]
    assert {"01", "03"} >= {r.url for r in found["05"].earlier}
    assert {"07"} >= {r.url for r in found["05"].later}


def test_twins_are_no_thread():
    rows = [row(day, "Dockers", DOCKERS) for day in ("01", "02")]
    assert ["02"] == [r.url for r in threads(rows, {})["01"].later]
    assert {} == threads(rows, {"02": {"01"}})


def test_undated_stories_have_no_thread():
    rows = [row(day, "Dockers", DOCKERS) for day in ("01", "02")]
    for one in rows:
        one.iso = ""
    assert {} == threads(rows, {})


def test_many_stories_take_time_in_proportion():
    """A story is compared with those of its window only: far copies don't find each other."""
    rows = [row("01", "Dockers", DOCKERS)]
    rows += [row(f"x{n}", f"Aaa{n}x", f"<p>Name{n}a Name{n}b</p>") for n in range(WINDOW)]
    rows += [row("31", "Dockers", DOCKERS)]
    assert "31" not in threads(rows, {})
    assert (
        len(threads([row(f"{n:02d}", "Dockers", DOCKERS) for n in range(20)], {})["01"].later)
        <= SHOWN
    )


def test_a_page_names_its_thread(site):
    """And follows it when a story of the thread is withdrawn."""
    for day in (10, 12, 14):
        site.file(
            f"dockers-{day}", f"2025-01-{day}", body=DOCKERS.format(day=day), countries="TD*;"
        )
    theme = {"THEME": str(ROOT / "theme")}
    site.build(**theme)
    text = site.text("2025/01/12/dockers-12.html")
    thread = text[text.index('class="thread"') : text.index("</aside>")]
    assert thread.index("Earlier") < thread.index("dockers-10.html") < thread.index("Later")
    assert thread.index("Later") < thread.index("dockers-14.html")
    (site.content / "articles/2025/01/10/dockers-10.html").unlink()
    site.build(**theme)
    assert "dockers-10.html" not in site.text("2025/01/12/dockers-12.html")
