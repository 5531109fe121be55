"""A confirmed notice shows on both pages, and a confirmed kill leaves only its tombstone."""

import lxml.html
import pytest
from conftest import build_site
from newsdesk import pipeline
from newsdesk.archive import Archive
from newsdesk.decisions import decide

STORY = "{head}\n\n{day}\n\nKULOB, {day} (Reuters) - {lead} The ministry of Tajikistan said so.\n"
STORIES = {
    "a": ("Canal to auction two night slots", "Mar 3, 2025", "Forty-three ships pass each day."),
    "b": ("CORRECTED-Canal to auction two night slots", "Mar 4, 2025", "Thirty-four ships pass."),
    "c": ("Ferry sinks off Kulob pier", "Mar 3, 2025", "A gherkin ferry sank on Monday."),
    "d": ("KILL: Ferry sinks off Kulob pier", "Mar 4, 2025", "Please drop the story of Monday."),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("corrections")
    (root / "dump").mkdir()
    for name, (head, day, lead) in STORIES.items():
        (root / "dump" / f"{name}.txt").write_text(STORY.format(head=head, day=day, lead=lead))
    archive = Archive.open(root / "archive")
    pipeline.ingest([root / "dump"], archive)
    assert len(decide(archive, confirm=["sure"], by="Ann")) == 2
    done = build_site(archive.content, root / "output")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "output"


def links(site, day, slug):
    """What the list of notices on a page says, and the pages it leads to."""
    (path,) = (site / f"2025/03/0{day}").glob(f"{slug}*.html")
    page = lxml.html.parse(str(path)).getroot()
    found = page.xpath("//ul[@class='notices']/li")
    return [(li.get("class"), li.findtext("b"), li.xpath(".//a/@href")[0]) for li in found], page


def test_a_correction_and_its_story_lead_to_each_other(site):
    ((word, shown, target),), _ = links(site, 3, "canal")
    assert (word, shown) == ("corrected_by", "Corrected by")
    assert target.startswith("/2025/03/04/canal")
    ((word, shown, back),), _ = links(site, 4, "canal")
    assert (word, shown) == ("corrects", "Corrects")
    assert back.startswith("/2025/03/03/canal")


def test_a_killed_story_is_a_tombstone_that_names_the_notice(site):
    ((word, shown, target),), page = links(site, 3, "ferry")
    assert (word, shown) == ("withdrawn_by", "Withdrawn by")
    assert "gherkin" not in page.text_content()
    assert "The news agency that sent this story withdrew it." in page.text_content()
    assert (site / target.lstrip("/")).is_file()
    held = [p for p in site.rglob("*.html") if "gherkin" in p.read_text()]
    assert held == []
