"""The labelled hard cases of bench/, held above floors that only rise (bench/floors.toml)."""

import importlib.util
import tomllib
from pathlib import Path

import pytest
from newsdesk.desks import load_desks

BENCH = Path(__file__).resolve().parents[3] / "bench"
EVERY_FLOOR = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))
FLOORS = EVERY_FLOOR["tags"]


@pytest.fixture(scope="module")
def tags():
    spec = importlib.util.spec_from_file_location("tags_bench", BENCH / "tags.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def desks():
    return load_desks()


@pytest.fixture(scope="module")
def figures(tags, desks):
    gold = list(tags.read(BENCH / "hard_cases.jsonl"))
    predictions, _ = tags.predict(desks, gold)
    pairs = list(zip(gold, predictions, strict=True))
    return {
        "stories": len(gold),
        "touched": tags.figures(
            [(set(g["touched"]), set(p["countries_mentioned"])) for g, p in pairs]
        )["F1"],
        "primary": tags.figures(
            [(set(g["countries"]), set(p["countries_primary"])) for g, p in pairs]
        )["F1"],
    }


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_hard_cases_stay_above_their_floor(figures, name):
    assert figures[name] >= FLOORS[name], f"{name} fell to {figures[name]:.4f}"


@pytest.mark.parametrize("kind", ["places", "local", "languages"])
def test_stories_of_places_stay_above_their_floor(tags, desks, kind):
    floors, gold = EVERY_FLOOR[kind], list(tags.read(BENCH / f"hard_{kind}.jsonl"))
    predictions, _ = tags.predict(desks, gold)
    touched = tags.table(gold, predictions)["countries mentioned, all"]["F1"]
    assert len(gold) >= floors["stories"]
    assert touched >= floors["touched"], f"touched fell to {touched:.4f}"
