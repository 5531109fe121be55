"""Quick templates say exactly what Jinja says, in every construct themes use."""

import pytest
from jinja2 import DictLoader, Environment
from pelican.plugins.press.digests import REFERENCE
from pelican.plugins.press.flattening import flat_code, template_of
from pelican.plugins.press.quickening import joined

TEMPLATES = {
    "base": "<{% block title %}Base{% endblock %}>{% include 'menu' %}"
    "{% block main %}{% endblock %}{{ SITE }}",
    "menu": "[{% for item in menu %}{{ item }}{% if not loop.last %},{% endif %}{% endfor %}]",
    "words": "{% macro twice(word) %}{{ word }}{{ word }}{% endmacro %}",
    "child": "{% extends 'base' %}{% block main %}{{ thing.name }}{% endblock %}",
    "grandchild": "{% extends 'child' %}{% block title %}{{ _('Deep') }}{% endblock %}",
    "importing": "{% extends 'base' %}{% import 'words' as words %}{% set n = 2 %}"
    "{% block main %}{{ words.twice(thing.name) }}{{ n }}{% endblock %}",
    "super": "{% extends 'base' %}{% block title %}{{ super() }}!{% endblock %}",
    "scoped": "{% set x = 1 %}{% with x = 2 %}{% include 'show' %}{% endwith %}{{ x }}",
    "show": "({{ x }}){% set x = 3 %}{{ x }}",
    "numbers": "{{ thing.count }}{{ none }}{{ missing }}{% if missing is defined %}no{% endif %}",
    "shadowed": "{% for SITE in menu %}{{ SITE }}{% endfor %}{{ SITE }}",
    "filters": "{{ SITE | upper }}{{ thing.name | replace('a', 'b') }}{{ menu | join('-') }}",
    "optional": "{% include 'lost' ignore missing %}{% include ['lost', 'menu'] %}",
    "inline": "{{ thing.name if thing else 'nothing' }}{{ 'x' if missing }}",
    "filtered": "{% for x in menu if x != 'b' %}{{ loop.index }}{{ x }}{% else %}none{% endfor %}",
    "translated": "{% trans n=thing.count %}{{ n }} one{% pluralize %}{{ n }} many{% endtrans %}",
    "dictionary": "{{ table.key }}{{ table['key'] }}",
    "nothing": "{{ thing.lost }}",
    "looped": "{% for x in menu %}{% include 'asking' %}{% endfor %}",
    "asking": "{{ loop is defined }}{{ x }}{% for y in 'ab' %}{{ loop.index }}{% endfor %}",
    "called": "{{ _(thing.name) }}{% for x in menu %}{{ _(x) }}{% endfor %}"
    "{{ ngettext('a', 'b', thing.count) }}",
    "unasked": "{% if none %}{% include 'lost' %}{% endif %}{{ SITE }}",
    "captured": "{% set words %}{{ thing.name }}{% endset %}{{ words }}",
}


class Thing:
    name = "a <b> & c"
    count = 3
    from_ = "x"


CONTEXT = {
    "thing": Thing(),
    "menu": ["a", "b"],
    "SITE": "site",
    "table": {"key": "value"},
    "none": None,
}
BY_JINJA = {"super", "unasked"}  # left to Jinja: a parent's own words, a part that is not there
FALLING_BACK = {"dictionary", "nothing"}  # the quick code raises and the page is made by Jinja


@pytest.fixture
def environment():
    made = Environment(
        loader=DictLoader(TEMPLATES), extensions=["jinja2.ext.i18n"], trim_blocks=True
    )
    made.install_null_translations(newstyle=False)
    return made


@pytest.mark.parametrize("name", sorted(set(TEMPLATES) - BY_JINJA - FALLING_BACK - {"words"}))
def test_quick_equals_plain(environment, name):
    plain = environment.get_template(name)
    expected = plain.render(CONTEXT)
    quick = template_of(environment, flat_code(environment, name, {"SITE": "site"}))
    context = quick.new_context({**environment.globals, **CONTEXT}, shared=True)
    assert expected == joined(quick.root_render_func(context))


@pytest.mark.parametrize("name", sorted(BY_JINJA))
def test_what_cannot_be_flat_is_left_to_jinja(environment, name):
    assert flat_code(environment, name, {}) is None


@pytest.mark.parametrize("name", sorted(FALLING_BACK))
def test_what_is_no_attribute_raises(environment, name):
    quick = template_of(environment, flat_code(environment, name, {}))
    with pytest.raises(AttributeError):
        quick.root_render_func(quick.new_context({**environment.globals, **CONTEXT}, shared=True))


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("{% include 'a' %}{% extends \"b\" %}{% from 'c' import d %}", {"a", "b", "c"}),
        ("{% include 'a' ignore missing %}{% import 'b' as c with context %}", {"a", "b"}),
        ("{% include 'a' if x else 'b' %}", {""}),
        ("{% include 'parts/' ~ x %}{% include x %}", {""}),
    ],
)
def test_what_a_template_draws_in_is_known_by_name_or_not_at_all(source, names):
    assert names == {found[2] for found in REFERENCE.findall(source)}


def test_a_part_that_draws_itself_in_is_left_to_jinja():
    again = "{% with depth = depth + 1 %}{% include 'part' %}{% endwith %}"
    parts = {
        "top": "{% with depth = 0 %}{% include 'part' %}{% endwith %}",
        "part": "{{ depth }}{% if depth < 3 %}" + again + "{% endif %}",
    }
    environment = Environment(loader=DictLoader(parts))
    quick = template_of(environment, flat_code(environment, "top", {}))
    context = quick.new_context(dict(environment.globals), shared=True)
    assert "0123" == joined(quick.root_render_func(context))
