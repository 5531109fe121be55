from pathlib import Path

import pytest
from growth import grows_evenly
from newsdesk.copydesk import check_rules, load_rulebook
from newsdesk.copydesk.blocks import Block
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.literals import firsts, required_words
from newsdesk.copydesk.rulebook import WHOLE
from newsdesk.copydesk.sheet import lay_out
from newsdesk.errors import BadRule
from newsdesk.records import Provenance, RawDocument

HEAD = '[pack]\nid = "own"\nwhy = "Mine."\n\n'
GOOD = '[[rule]]\nid = "tide"\nwhy = "A."\nat = "line"\npattern = "Tide times: .+"\nmatches = ["Tide times: 5"]\nspares = ["Tide times vary"]\n'  # noqa: E501


def test_every_shipped_rule_matches_its_examples_and_spares_its_near_misses() -> None:
    assert len(load_rulebook().rules) > 150


def test_a_pack_of_ones_own_joins_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(HEAD + GOOD, "utf-8")
    assert "own.tide" in [rule.id for rule in load_rulebook(tmp_path).rules]


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        ("rule = 1", "needs a table [pack]"),
        (HEAD + "[[rule]]\n", "the field id is missing"),
        (HEAD + GOOD.replace('at = "line"', 'at = "lines"'), "at is 'lines'"),
        (
            HEAD + GOOD.replace("Tide times: .+", "Tide (times"),
            "the pattern is no regular expression",
        ),
        (HEAD + GOOD.replace("Tide times: .+", "(?P<tide>Tide).+"), "no field of a story"),
        (HEAD + GOOD.replace("Tide times: 5", "Low tide"), "which the pattern does not match"),
        (HEAD + GOOD.replace("Tide times vary", "Tide times: 6"), "but the pattern matches it"),
        (HEAD + GOOD + "wieght = 1\n", "there is no field called wieght"),
        (HEAD + GOOD + GOOD, "Two rules are called own.tide"),
        ("[pack", "is not TOML"),
    ],
)
def test_a_bad_pack_is_explained(tmp_path: Path, pack: str, says: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(pack, "utf-8")
    (fault,) = check_rules([path])
    assert "own.toml" in fault or "own.tide" in fault
    assert says in fault
    with pytest.raises(BadRule):
        load_rulebook(tmp_path)


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
