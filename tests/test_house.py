"""The house is as its documents say: rooms, links, verbs, words, borders."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SLOWEST

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "samples" / "README.md"]
NEWSDESK = sorted((ROOT / "plugins" / "newsdesk").rglob("*.py"))
NOBODY = re.compile(r"(^|[/_])(utils?|helpers?|misc|common|manager)([/_.]|$)", re.IGNORECASE)


def imported(path):
    """The top-level packages a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_the_newsdesk_imports_nothing_of_pelican():
    strays = [str(path) for path in NEWSDESK if "pelican" in set(imported(path))]
    assert strays == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target and "mailto:" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_verb_that_a_page_names_exists():
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT)]
    listed = subprocess.run(
        [*command, "--list", "--list-format", "json"], capture_output=True, text=True, check=True
    )
    tree = json.loads(listed.stdout)
    verbs = {task["name"] for task in tree["tasks"]}
    verbs |= {f"{c['name']}.{t['name']}" for c in tree["collections"] for t in c["tasks"]}
    named = {
        (page.name, verb)
        for page in PAGES
        for verb in re.findall(r"\./inv ([a-z][a-z_.]*)", page.read_text(encoding="utf-8"))
    }
    assert sorted((page, verb) for page, verb in named if verb.rstrip(".") not in verbs) == []


def test_every_room_has_its_page():
    rooms = {path.name for path in (ROOT / "plugins" / "newsdesk").iterdir() if path.is_dir()}
    rooms |= {path.name for path in (ROOT / "plugins" / "pelican" / "plugins").iterdir()}
    told = {"search_index": "search", "rules": "copydesk"}
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert {told.get(room, room) for room in rooms - {"__pycache__"}} - pages == set()


def test_no_file_is_named_for_nobody():
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in files if NOBODY.search(name)] == []


def test_the_files_that_are_tried_first_are_there():
    there = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert set(SLOWEST) - there == set()
