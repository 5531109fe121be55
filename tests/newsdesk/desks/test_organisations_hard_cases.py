"""The labelled hard cases of organisations, held above floors that only rise."""

import importlib.util
import tomllib
from pathlib import Path

import pytest
from newsdesk.desks import load_desks

BENCH = Path(__file__).resolve().parents[3] / "bench"
FLOORS = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["organizations"]


@pytest.fixture(scope="module")
def figures():
    spec = importlib.util.spec_from_file_location("tags_bench", BENCH / "tags.py")
    tags = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tags)
    desks = load_desks()
    about, touched = [], []
    gold = list(tags.read(BENCH / "hard_organizations.jsonl"))
    for row in gold:
        found = desks.tag(tags.article(row)).of("organization")
        about.append((set(row["organizations"]), {tag.code for tag in found if tag.primary}))
        touched.append((set(row["touched"]), {tag.code for tag in found}))
    return {
        "stories": len(gold),
        "primary": tags.figures(about)["F1"],
        "touched": tags.figures(touched)["F1"],
    }


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_hard_cases_stay_above_their_floor(figures, name):
    assert figures[name] >= FLOORS[name], f"{name} fell to {figures[name]:.4f}"
