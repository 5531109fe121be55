from pathlib import Path

from newsdesk.copydesk import check_rules, clean, load_rulebook
from newsdesk.copydesk.learned import as_pack, learn, rule_for, undecided, write_pack
from newsdesk.records import Article, Provenance, RawDocument

from .test_formats import RULEBOOK, cleaned

CALL = "The harbour radio plays every day from 5 to {} on the long wave."


def story(number: int, words: str, line: str) -> Article:
    return cleaned(
        f"Headline number {number} of the Kelby paper\n\nSource: Kelby Argus\n\n"
        f"{words} on day {number} of the regatta, and nobody who stood on the pier thought it odd.\n\n"  # noqa: E501
        f"{line}\n\nThe crew of boat {words} went home before the tide turned against the harbour wall."  # noqa: E501
    )


def test_a_block_in_three_stories_is_proposed_with_its_figures_masked() -> None:
    stories = [
        story(n, w, CALL.format(n)) for n, w in enumerate(("Fog came", "Wind rose", "Ice broke"))
    ]
    found = learn(stories)
    assert [3] == [one.stories for one in found]
    assert "from 0 to 0" in found[0].masked


def test_near_copies_of_one_story_count_once() -> None:
    same = [story(1, "Fog came", CALL.format(9)) for _ in range(4)]
    assert [] == learn(same)


def test_a_series_that_differs_in_figures_alone_is_no_furniture() -> None:
    tides = "High water at Kelby stood at {} feet."
    series = [cleaned(f"Tides\n\nSource: Kelby Argus\n\n{tides.format(n)}") for n in range(5)]
    assert [(tides.format(n),) for n in range(5)] == [one.paragraphs for one in series]
    assert [] == learn(series)


def test_what_is_learned_is_a_pack_that_cuts_it(tmp_path: Path) -> None:
    stories = [
        story(n, w, CALL.format(n)) for n, w in enumerate(("Fog came", "Wind rose", "Ice broke"))
    ]
    pack = tmp_path / "learned.toml"
    pack.write_text(as_pack(learn(stories)), "utf-8")
    assert [] == list(check_rules([pack]))
    raw = RawDocument(stories[0].raw.text, Provenance("a.txt", "", "0" * 64))
    cuts = clean(raw, load_rulebook(tmp_path)).cuts
    assert "learned.block-1" in [cut.rule for cut in cuts]
    assert "learned.block-1" not in [cut.rule for cut in clean(raw, RULEBOOK).cuts]


def test_a_block_that_a_person_kept_is_not_proposed_again(tmp_path: Path) -> None:
    stories = [
        story(n, w, CALL.format(n)) for n, w in enumerate(("Fog came", "Wind rose", "Ice broke"))
    ]
    found = learn(stories)
    kept = rule_for("kept", CALL.format(1), "The story.", 1, at="keep")
    head = '[pack]\nid = "reviewed"\nwhy = "Decided."\n\n'
    (tmp_path / "reviewed.toml").write_text(head + kept, "utf-8")
    assert found == undecided(found, RULEBOOK)
    assert [] == undecided(found, load_rulebook(tmp_path))


def test_no_pack_that_was_edited_is_written_over(tmp_path: Path) -> None:
    first = write_pack(tmp_path, [])
    assert first == write_pack(tmp_path, [])
    first.write_text(first.read_text("utf-8") + "# mine", "utf-8")
    assert ["learned.toml", "learned-2.toml"] == [first.name, write_pack(tmp_path, []).name]
    assert first.read_text("utf-8").endswith("# mine")
