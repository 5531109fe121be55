"""Invented pages of many makes (bench/pages), held above floors that only rise."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest
from newsdesk.copydesk import load_rulebook

BENCH = Path(__file__).resolve().parents[3] / "bench"
FLOORS = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["webpages"]


@pytest.fixture(scope="module")
def figures():
    spec = importlib.util.spec_from_file_location("webpages_bench", BENCH / "webpages.py")
    webpages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(webpages)
    gold = json.loads((BENCH / "pages" / "gold.json").read_text("utf-8"))
    rulebook = load_rulebook()
    bodies = {
        page: webpages.body_of(webpages.read_source(BENCH / "pages", page), rulebook)
        for page in gold
    }
    return webpages.score(gold, bodies)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_pages_stay_above_their_floor(figures, name):
    assert figures[name] >= FLOORS[name], f"{name} fell to {figures[name]:.4f}"
