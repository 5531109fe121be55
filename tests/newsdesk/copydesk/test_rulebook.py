import re
from pathlib import Path
from typing import get_args

import pytest
from growth import grows_evenly
from newsdesk.copydesk import check_rules, load_rulebook
from newsdesk.copydesk.backtracking import outgrowing
from newsdesk.copydesk.blocks import Block
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.literals import firsts, required_words
from newsdesk.copydesk.rule_fields import RULE_KEYS, Part, Place, Rank, Takes
from newsdesk.copydesk.rulebook import WHOLE, assemble, read_pack, read_pack_text
from newsdesk.copydesk.sheet import lay_out
from newsdesk.errors import BadRule
from newsdesk.records import Provenance, RawDocument

HEAD = '[pack]\nid = "own"\nwhy = "Mine."\n\n'
GOOD = '[[rule]]\nid = "tide"\nwhy = "A."\nat = "line"\npattern = "Tide times: .+"\nmatches = ["Tide times: 5"]\nspares = ["Tide times vary"]\n'  # noqa: E501


def test_every_shipped_rule_matches_its_examples_and_spares_its_near_misses() -> None:
    assert len(load_rulebook().rules) > 150


def test_words_are_found_where_a_long_text_is_parted_to_look_for_them() -> None:
    book = load_rulebook()
    for before in range(99_980, 100_001, 4):
        assert "copyright" in book.words_in("x" * before + "Copyright 2025" + "x" * 100_000)


def test_a_pack_of_ones_own_joins_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(HEAD + GOOD, "utf-8")
    assert "own.tide" in [rule.id for rule in load_rulebook(tmp_path).rules]


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        ("rule = 1", "needs a table [pack]"),
        (HEAD + "[[rule]]\n", "the field id is missing"),
        (HEAD + GOOD.replace('at = "line"', 'at = "lines"'), "at is 'lines'; it should be one of"),
        (
            HEAD + GOOD.replace('"Tide times: 5"', "5"),
            "matches is [5]; it should be a list of texts",
        ),
        (HEAD + GOOD.replace('["Tide times vary"]', "[]"), "the field spares is missing or empty"),
        (HEAD + GOOD + "weight = 5\n", "weight is 5; it should be a number above 0 and at most 1"),
        (HEAD + GOOD + "weight = true\n", "weight is True; it should be a number"),
        (HEAD + GOOD + "weight = nan\n", "weight is nan; it should be a number"),
        (HEAD + GOOD + "sets = { source = 3 }\n", "it should be a table of texts"),
        (HEAD + GOOD + 'sets = { tide = "low" }\n', "it should be a table of texts"),
        (HEAD + GOOD + 'case = "no"\n', "it should be true or false"),
        (HEAD.replace("\n\n", "\nanchors = 3\n\n") + GOOD, "[pack]: the field anchors is 3"),
        ("rule = 3\n" + HEAD, "it should be a list of tables"),
        (HEAD + GOOD.replace("Tide times: .+", "(" * 5000), "the pattern is no regular expression"),
        (HEAD + GOOD.replace("times: .+", "times: ([0-9]+)+"), "the field pattern holds up a run"),
        (
            HEAD + GOOD.replace("Tide times: .+", "Tide (times"),
            "the pattern is no regular expression",
        ),
        (HEAD + GOOD.replace("Tide times: .+", "(?P<tide>Tide).+"), "no field of a story"),
        (HEAD + GOOD.replace("Tide times: 5", "Low tide"), "which the pattern does not match"),
        (HEAD + GOOD.replace("Tide times vary", "Tide times: 6"), "but the pattern matches it"),
        (HEAD + GOOD + "wieght = 1\n", "there is no field called wieght"),
        (HEAD + GOOD + GOOD, "rule tide: another rule has this id too"),
        ("[pack", "is not TOML"),
    ],
)
def test_a_bad_pack_is_explained(tmp_path: Path, pack: str, says: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(pack, "utf-8")
    faults = list(check_rules([path]))
    assert [] == [one for one in faults if "own.toml" not in one]
    assert any(says in fault for fault in faults)
    with pytest.raises(BadRule):
        assemble(read_pack(str(path), pack, timed=True))


def test_a_pack_without_rules_is_told_and_stops_no_run(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(HEAD, "utf-8")
    (told,) = check_rules([path])
    assert "own.toml holds no rule" in told
    assert [] == read_pack(str(path), HEAD, timed=True)


def test_every_mistake_of_a_pack_is_told(tmp_path: Path) -> None:
    wrong = GOOD.replace("times: .+", "(times").replace('"tide"', '"ebb"')
    (tmp_path / "own.toml").write_text(
        HEAD + GOOD + "wieght = 1\ncase = 0\n" + wrong + GOOD.replace("times vary", "times: 6"),
        "utf-8",
    )
    told = [
        "there is no field called wieght",
        "the field case is 0; it should be",
        "the pattern is no regular expression",
        "but the pattern matches it",
        "rule tide: another rule has this id too",
    ]
    faults = list(check_rules([tmp_path]))
    assert len(told) == len(faults)
    assert [] == [fault for words, fault in zip(told, faults, strict=True) if words not in fault]


def test_a_name_that_a_shipped_rule_bears_is_told(tmp_path: Path) -> None:
    taken = load_rulebook().rules[0].id.split(".")
    pack = (HEAD + GOOD).replace('"own"', f'"{taken[0]}"').replace('"tide"', f'"{taken[1]}"')
    (tmp_path / "own.toml").write_text(pack, "utf-8")
    assert [f"Two rules are called {'.'.join(taken)}; give one of them another id."] == list(
        check_rules([tmp_path])
    )


@pytest.mark.parametrize(
    "pattern",
    [
        r".*,.*x.*y.*z", r"(a+)+b", r"(\w+\s?)*:", r"(.*,)*x", r"([^b]+)*$", r".*.*.*=x",
        r"(?:a|ab|b)*c", r"(a{0,10}){0,10}b", r".*by.*by.*by.*x",
    ],
)  # fmt: skip
def test_a_pattern_that_outgrows_the_square_of_its_text_is_found(pattern: str) -> None:
    grown = outgrowing(re.compile(pattern).fullmatch, pattern)
    assert grown is not None
    assert grown.slower > (len(grown.text) / grown.shorter) ** 2


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\w+ ){1,6}end", r"Tide times\s*: .{3,60}", r".*,.*x", r"\w+@\w+\.com",
        r"(?:\w+, )*\w+",
        r"(?:[a-z]+|\d+) x", r"[^.]{0,160}copyright[^.]{0,160}", r"(?:\d{1,3},)*\d{3}",
    ],
)  # fmt: skip
def test_a_harmless_pattern_is_let_in(pattern: str) -> None:
    assert outgrowing(re.compile(pattern).fullmatch, pattern) is None


def test_no_shipped_rule_outgrows_the_square_of_its_text() -> None:
    slow = {
        rule.id: grown
        for rule in load_rulebook().rules
        if (grown := outgrowing(rule.find, rule.regex.pattern))
    }
    assert {} == slow


def test_the_page_names_every_field_and_value() -> None:
    page = (Path(__file__).parents[3] / "docs" / "copydesk.md").read_text("utf-8")
    rows = {
        field: set(re.findall(r"`([^`]*)`", told))
        for fields, told in re.findall(r"^\| (.*?) \| (.*) \|$", page, re.MULTILINE)
        for field in re.findall(r"`([^`]*)`", fields)
    }
    assert set(rows) == set(RULE_KEYS)
    for field, values in (("at", Place), ("takes", Takes), ("rank", Rank), ("frame", Part)):
        assert rows[field] == {*get_args(values)} - {""}


def test_the_words_a_pattern_needs() -> None:
    assert ({"copyright", "all rights"}, 0) == required_words(r"(?:Copyright|All rights)\s+\d")
    assert (set(), 12) == required_words(r"\d{1,3}|[a-z]{4,12}")
    assert ({"photo "}, 3) == required_words(r"photo .+|[A-Z]{3}")


def test_the_signs_a_match_can_begin_with() -> None:
    assert set("cCaA") == firsts(r"(?:Copyright|All rights)\s+\d")
    assert set("*/0123456789") == firsts(r"[*/]?\d+")
    assert {"a", "z", "A", "Z"} < firsts(r"[^\W\d_]+ said")
    assert not {"_", "7", " "} & firsts(r"[^\W\d_]+ said")
    assert {"!", "7"} < firsts(r"(?:a)?b?")  # it may be empty: anything goes


def test_no_rule_is_passed_over_on_a_block_it_would_match() -> None:
    """Each example of a rule is one of the blocks on which the worksheet tries that rule."""
    rulebook, passed_over = load_rulebook(), []
    for rule in rulebook.rules:
        for example in rule.matches if rule.at in WHOLE else ():
            raw = RawDocument(" ".join(sorted(rule.anchors)), Provenance("dump", "", "0" * 64))
            blocks = (
                Block(raw.text, range(len(raw.text)), len(raw.text)),
                Block(example, range(len(example)), len(example)),
            )
            *_, row = lay_out(raw, blocks, rulebook).rows
            if rule not in row.rules and not row.kept:
                passed_over.append((rule.id, example))
    assert [] == passed_over


@pytest.mark.alone
def test_no_rule_takes_quadratic_time_on_its_own_matches_repeated() -> None:
    slow = []
    for rule in load_rulebook().rules:
        for example in rule.matches:
            for piece in {folded(example), folded(example)[:12]}:
                if not grows_evenly(rule.find, lambda size, piece=piece: f"{piece} " * size, 40):
                    slow.append((rule.id, piece))
    assert [] == slow


def test_a_pack_that_is_no_text_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "bin.toml").write_bytes(b"[pack]\nid = \xff")
    with pytest.raises(BadRule, match=r"bin\.toml is not UTF-8 \(its byte 13 .*save it as UTF-8"):
        read_pack_text(tmp_path / "bin.toml")
    with pytest.raises(BadRule, match=r"cannot be opened \(Is a directory\)"):
        read_pack_text(tmp_path)


def test_a_fault_of_form_hides_no_slow_pattern(tmp_path: Path) -> None:
    path = tmp_path / "kelby.toml"
    path.write_text("[pack]\nid = 'kelby'\n[[rule]]\nid = 'a'\nat = 'line'\npattern = '(a+)+b'\n")
    faults = " ".join(check_rules([path]))
    assert "why" in faults
    assert "holds up a run" in faults
