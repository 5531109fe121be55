"""docs/trust.md promises nothing that no test holds."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?!promise|---)(.+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def names_of_tests(path):
    """Return the names of the tests in a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8")) if (ROOT / path).exists() else None
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)) if tree else ()
    return {function.name for function in functions if function.name.startswith("test_")}


def test_every_promise_names_a_test_that_exists():
    named = [test for _, cell in ROW.findall(PAGE) for test in NAMED.findall(cell)]
    missing = [f"{path}::{name}" for path, name in named if name not in names_of_tests(path)]
    assert missing == []


def test_no_promise_is_without_a_test():
    rows = ROW.findall(PAGE)
    assert len(rows) > 5
    assert [promise for promise, cell in rows if not NAMED.search(cell)] == []
