"""A page is made anew when a setting that can show in it is another one, callables included."""

import importlib.util
import sys
from functools import partial

import pytest
from pelican.plugins.press.digests import of_settings


def filters(tmp_path, source):
    """The filters that a settings file defines."""
    path = tmp_path / "conf.py"
    path.write_text(source)
    spec = importlib.util.spec_from_file_location("conf", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {"JINJA_FILTERS": {"shout": module.shout}}


HELPER = "def helped(text):\n    return text + {!r}\n\ndef shout(text):\n    return helped(text)\n"


def test_what_a_filter_calls_counts(tmp_path):
    one, two = (of_settings(filters(tmp_path, HELPER.format(word))) for word in ("one", "two"))
    assert one != two
    assert one == of_settings(filters(tmp_path, HELPER.format("one")))


def bound(word):
    return lambda text: text + word


@pytest.mark.parametrize(
    "made", [lambda word: partial(str.replace, "x", word), bound], ids=["partial", "closure"]
)
def test_what_a_callable_holds_counts(made):
    one, two, again = (of_settings({"WORD": made(word)}) for word in ("one", "two", "one"))
    assert (one != two, one == again) == (True, True)


def test_what_a_filters_module_imports_counts(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    seen = []
    for word in ("one", "two", "one"):
        (tmp_path / "deepest.py").write_text(f"WORD = {word!r}\n")
        (tmp_path / "deep.py").write_text("import deepest\ndef fmt(text): return deepest.WORD\n")
        for name in ("deep", "deepest"):
            sys.modules.pop(name, None)
        told = filters(tmp_path, "from deep import fmt\ndef shout(text): return fmt(text)\n")
        seen.append(of_settings(told))
    assert (seen[0] != seen[1], seen[0] == seen[2]) == (True, True)
