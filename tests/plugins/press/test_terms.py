"""Headings keep their addresses."""

from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.press.terms import _slugs, slug_of
from slugify import slugify


@given(st.text(max_size=30) | st.text("abcXYZ .,'-()/&1", max_size=30))
def test_slugs_are_python_slugifys(name):
    expected = slugify(name)
    assert slug_of(name) == expected or not expected


def test_a_name_without_letters_gets_a_slug():
    assert 8 == len(slug_of("!!!"))


def test_two_headings_of_one_slug_are_told_apart():
    """By their codes, whatever order they come in."""
    headings = [("ADB", "Development Bank"), ("IDB", "Development bank")]
    expected = {"ADB": "development-bank", "IDB": "development-bank-idb"}
    assert expected == _slugs(headings) == _slugs(reversed(headings))
