"""The labelled hard cases of bench/, held above floors that only rise (bench/floors.toml)."""

import importlib.util
import tomllib
from pathlib import Path

import pytest
from newsdesk.desks import load_desks

BENCH = Path(__file__).resolve().parents[3] / "bench"
FLOORS = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["tags"]


@pytest.fixture(scope="module")
def figures():
    spec = importlib.util.spec_from_file_location("tags_bench", BENCH / "tags.py")
    tags = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tags)
    gold = list(tags.read(BENCH / "hard_cases.jsonl"))
    predictions, _ = tags.predict(load_desks(), gold)
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
