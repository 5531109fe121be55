"""The interface's other languages: complete, compiled, and with the same blanks to fill in."""

import gettext
import io
import json
import re

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from mock_archive import THEME, environment

LANGUAGES = ("ar", "es", "fa", "fr", "ru")
FOLDER = THEME / "locale"
FACETS = ("country", "organization", "source", "lang")
BY_NAME = {"facet-": FACETS, "no-": (*FACETS, "mentions"), "bars-by-": ("year", "month", "day")}
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
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


def test_each_number_gets_its_plural_form(catalogue):
    """Forms stand in the order of CLDR's categories; Babel's own rule for Arabic swaps two."""
    with catalogue[1].with_suffix(".mo").open("rb") as file:
        form = gettext.GNUTranslations(file).plural
    rule = catalogue[0].locale.plural_form
    forms = {rule(number): form(number) for number in range(200)}
    order = [forms[name] for name in CATEGORIES if name in forms]
    assert sorted(order) == order
    assert {number: form(number) for number in range(200)} == {
        number: forms[rule(number)] for number in range(200)
    }


def test_the_compiled_catalogue_is_up_to_date(catalogue):
    """What the site reads says what the translator wrote."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue[0])
    compiled.seek(0)
    with catalogue[1].with_suffix(".mo").open("rb") as file:
        assert _said(read_mo(file)) == _said(read_mo(compiled)), REPAIR


def _said(catalogue):
    return {str(m.id): m.string for m in catalogue if m.id}


def test_what_scripts_say_stands_in_the_page():
    """Each key of search.say() and search.count() has its words, and no words are left over."""
    scripts = "".join(path.read_text("utf-8") for path in (THEME / "static/js").glob("search-*.js"))
    asked = set(re.findall(r"search\.(?:say|count)\(\s*\"([a-z-]+)\"\s*[,)]", scripts))
    for start, ends in BY_NAME.items():
        assert f'search.say("{start}" +' in scripts
        asked |= {start + end for end in ends}
    part = (THEME / "templates/parts/search_words.html").read_text("utf-8")
    assert sorted(re.findall(r'^{?"([a-z-]+)":', part, flags=re.M)) == sorted(asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_speak_each_language(language):
    """The words come as JSON, and a plural has the forms that the browser's Intl asks for."""
    jinja = environment()
    words = gettext.translation("theme", FOLDER, [language])
    jinja.globals.update(_=words.gettext, ngettext=words.ngettext)
    html = jinja.get_template("parts/search_words.html").render()
    said = json.loads(html.partition("data-words>")[2].partition("</script>")[0])
    rule = Locale(language).plural_form
    for number in (1, 2, 3, 7, 21, 22, 38, 111, 1000):
        expected = words.ngettext("%(num)s story", "%(num)s stories", number) % {"num": number}
        assert said["stories"][rule(number)].replace("{0}", str(number)) == expected
