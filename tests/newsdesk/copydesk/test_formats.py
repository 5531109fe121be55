import re
import textwrap

import pytest
from newsdesk.copydesk import clean, load_rulebook, rebuild
from newsdesk.records import Article, Provenance, RawDocument

from .formats import FORMATS, Format, body, fill

RULEBOOK = load_rulebook()


def cleaned(text: str) -> Article:
    raw = RawDocument(text, Provenance("dump.txt", "", "0" * 64))
    article = clean(raw, RULEBOOK)
    assert text == rebuild(article)
    return article


def one_form(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def as_written(article: Article, name: str) -> str:
    if name == "date":
        return article.date.isoformat() if article.date else ""
    value = getattr(article, name)
    return "yes" if value is True else str(value)


@pytest.mark.parametrize("name", FORMATS)
def test_body_is_exact_in_the_format_of(name: str) -> None:
    form = FORMATS[name]
    assert body(form) == [one_form(p) for p in cleaned(fill(form)).paragraphs]


@pytest.mark.parametrize("name", FORMATS)
def test_fields_are_right_in_the_format_of(name: str) -> None:
    form = FORMATS[name]
    article = cleaned(fill(form))
    says = {"title": fill(Format(form.lang, "{t}")), **form.says}
    assert says == {key: as_written(article, key) for key in says}
    assert form.lang == article.lang


@pytest.mark.parametrize("name", FORMATS)
def test_windows_line_ends_change_nothing(name: str) -> None:
    form = FORMATS[name]
    text = fill(form).replace("\r\n", "\n").replace("\n", "\r\n")
    assert body(form) == [one_form(p) for p in cleaned(text).paragraphs]


@pytest.mark.parametrize("name", FORMATS)
def test_line_ends_written_out_change_nothing(name: str) -> None:
    form = FORMATS[name]
    text = fill(form).replace("\r\n", "\n").replace("\n", "\\r\\n")
    assert body(form) == [one_form(p) for p in cleaned(text).paragraphs]


# Chinese is not wrapped at spaces; in Factiva's tagged form only the line ends part paragraphs.
@pytest.mark.parametrize(
    "name", [n for n in FORMATS if n != "factiva tagged" and FORMATS[n].lang != "zh"]
)
def test_wrapping_at_78_columns_changes_nothing(name: str) -> None:
    form = FORMATS[name]
    lines = fill(form).replace("\r\n", "\n").split("\n")
    wrapped = [textwrap.fill(line, 78) if len(line) > 78 else line for line in lines]
    assert body(form) == [one_form(p) for p in cleaned("\n".join(wrapped)).paragraphs]
