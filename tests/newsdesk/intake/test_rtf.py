"""RTF gives its words in whatever code page they stand, and no file makes that slow."""

from __future__ import annotations

import pytest
from growth import grows_evenly
from newsdesk.intake.rtf import rtf_to_text


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi A lamp\par lit\tab up\line on}", "A lamp\nlit\tup\non"),
        (rb"{\rtf1\ansi\ansicpg1252 caf\'e9 \'93x\'94}", "café “x”"),
        (rb"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'f2}", "Мост"),
        (rb"{\rtf1\ansi{\fonttbl{\f1\fcharset204 Arial;}}\f1 \'cc\'ee\'f1\'f2\plain}", "Мост"),
        (rb"{\rtf1\ansi{\fonttbl{\f1\fcharset134 SimSun;}}{\f1 \'d0\'c2\'ce\'c5} x}", "新闻 x"),
        (rb"{\rtf1\ansi\ansicpg1 caf\'e9}", "café"),
        (rb"{\rtf1\uc1 \u1052?\u1086?\uc2\u1089\'81\'8c\u1090??!}", "Мост!"),
        (rb"{\rtf1 \u-10179?\u-8704?.}", "\U0001f600."),
        (
            rb"{\rtf1 \{a\}\\b\~c\_d\-e \ldblquote f\rdblquote\emdash g}",
            "{a}\\b\xa0c\u2011de “f”—g",
        ),
        (rb"{\rtf1{\info{\title no}}{\*\generator no;}{\header no}{\pict 8950ab}yes}", "yes"),
        (rb'{\rtf1{\field{\*\fldinst HYPERLINK "http://q.example"}{\fldrslt link}} on}', "link on"),
        (b"{\\rtf1 a\r\nb\nc}", "abc"),
        (rb"{\rtf1 a{\b b}c\bin3 }{\d}", "abcd"),
        (b"{\\rtf1 raw \xe9}", "raw é"),
        (rb"{\rtf1\ansicpg1 no such page \'e9}", "no such page é"),
        (rb"{\rtf1 one}}}} two", "one two"),
        (rb"{\rtf1 HD\cell A lamp\cell\row BY\cell Ruiz\cell\row}", "HD\tA lamp\t\nBY\tRuiz\t\n"),
    ],
)
def test_words(rtf: bytes, text: str) -> None:
    assert rtf_to_text(rtf) == text


@pytest.mark.parametrize(
    "part",
    [
        rb"{\fonttbl{\f0\fnil\fcharset0 ",
        rb'{\field{\*\fldinst{HYPERLINK "',
        *(rb"{\pict ", rb"{", rb"}", rb"\u1234", rb"\'e9", rb"\f0\fcharset", b"\\", rb"\bin9 "),
    ],
)
@pytest.mark.alone
def test_time_is_linear(part: bytes) -> None:
    assert grows_evenly(rtf_to_text, lambda times: rb"{\rtf1 " + part * times, 5_000)
