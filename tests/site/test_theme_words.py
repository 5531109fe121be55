"""The interface's other languages: complete, compiled, and with the same blanks to fill in."""

import io
import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from mock_archive import THEME

LANGUAGES = ("ar", "es", "fa", "fr", "ru")
FOLDER = THEME / "locale"
REPAIR = "see docs/theme.md, Words, for the three commands that mend the catalogues"


@pytest.fixture(params=LANGUAGES)
def catalogue(request):
    """A language's catalogue and where it lies."""
    path = FOLDER / request.param / "LC_MESSAGES" / "theme.po"
    with path.open("rb") as file:
        return read_po(file, locale=request.param), path


def test_every_word_of_the_templates_is_translated(catalogue):
    """A new word in a template needs five translations."""
    words = extract_from_dir(
        THEME / "templates",
        method_map=[("**.html", "jinja2")],
        keywords={"_": None, "ngettext": (1, 2)},
    )
    ids = {message[0] if isinstance(message, tuple) else message for _, _, message, *_ in words}
    translated = {m.id[0] if isinstance(m.id, tuple) else m.id for m in catalogue[0] if m.string}
    assert sorted(ids - translated) == [], REPAIR
    assert [m.id for m in catalogue[0] if m.fuzzy and m.id] == [], REPAIR


def test_blanks_are_kept(catalogue):
    """`%(syndicator)s` stays; only the plural forms for none, one and two may do without."""
    for message in catalogue[0]:
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        asked = message.id if isinstance(message.id, tuple) else (message.id,)
        blanks = set(re.findall(r"%\(\w+\)s", asked[0]))
        assert set(re.findall(r"%\(\w+\)s", said[-1])) == blanks, message.id
        assert all(set(re.findall(r"%\(\w+\)s", one)) <= blanks for one in said), message.id
        assert not any('"' in one for one in said if message.id), message.id


def test_the_compiled_catalogue_is_up_to_date(catalogue):
    """What the site reads says what the translator wrote."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue[0])
    compiled.seek(0)
    with catalogue[1].with_suffix(".mo").open("rb") as file:
        assert _said(read_mo(file)) == _said(read_mo(compiled)), REPAIR


def _said(catalogue):
    return {str(m.id): m.string for m in catalogue if m.id}
