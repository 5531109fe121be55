"""What is in doubt is asked once; what a person decides of it is a rule from then on."""

import json

import pytest
from newsdesk.copydesk import check_rules, clean, load_rulebook
from newsdesk.copydesk.review import (
    decide,
    decided_in,
    questions,
    read_decisions,
    review_page,
)
from newsdesk.errors import BadDecision, BadRule
from newsdesk.records import Provenance, RawDocument

DOUBTFUL = (
    "She accepts cookies, but only the kind that come on a plate, and the privacy policy of the "
    "lighthouse."
)


def raw(text, name="kelby.txt", media_type="text/plain"):
    return RawDocument(text, Provenance(name, "", "0" * 64), media_type)


def story(doubtful=DOUBTFUL, name="kelby.txt"):
    return raw(
        "Kelby harbour\n\nBy Jane Roe\n\nThe harbour was quiet on Monday, and the gulls were not. "
        f"The warden said so.\n\n{doubtful}\n",
        name,
    )


def cleaned(*documents, rules=None):
    rulebook = load_rulebook(rules)
    return [clean(document, rulebook) for document in documents]


@pytest.fixture
def asked():
    return questions(cleaned(story()))


def test_a_block_in_doubt_is_asked_about_with_its_neighbours(asked):
    (one,) = asked
    assert (DOUBTFUL, 1) == (one.text, one.stories)
    assert one.before.startswith("The harbour was quiet")
    assert "Kelby harbour (kelby.txt)" == one.places[0]


def test_blocks_that_differ_in_figures_only_are_asked_about_once():
    two = [story(f"{DOUBTFUL[:-1]} no. {n}.", f"{n}.txt") for n in (7, 12)]
    assert [2] == [one.stories for one in questions(cleaned(*two))]


def test_what_recurs_in_one_source_is_asked_about_too():
    call = "Got a tale of the tides? Bring it to Quay Street any Tuesday."
    things = ("crane", "ferry", "lamp", "piers")
    told = [
        raw(f"The {thing}\n\nThe {thing} of Kelby was painted green on Monday.\n\n{call}\n\n"
            f"Nobody minded the new {thing} in the least, the warden said.", f"{thing}.txt")
        for thing in things
    ]  # fmt: skip
    (one,) = [one for one in questions(cleaned(*told)) if one.text == call]
    assert "in 4 different stories of one source" == one.reason


def test_what_is_accepted_is_cut_and_not_asked_about_again(asked, tmp_path):
    pack = tmp_path / "rules" / "reviewed.toml"
    assert 1 == decide(asked, [asked[0].id], [], pack)
    assert [] == list(check_rules([pack.parent]))
    (article,) = cleaned(story(), rules=pack.parent)
    assert 1 == len(article.paragraphs)
    assert f"reviewed.{asked[0].id}" in {cut.rule for cut in article.cuts}
    assert [] == questions([article], decided_in(pack))


def test_what_is_rejected_stays_and_is_not_asked_about_again(asked, tmp_path):
    pack = tmp_path / "rules" / "reviewed.toml"
    decide(asked, [], [asked[0].id], pack)
    assert [] == list(check_rules([pack.parent]))
    (article,) = cleaned(story(), rules=pack.parent)
    assert DOUBTFUL == article.paragraphs[-1]
    assert () == article.doubts


def test_what_is_kept_stands_against_the_rules_that_ship(tmp_path):
    text = "Sign up for our newsletter to get the tides of Kelby each morning."
    document = raw(f"Kelby\n\nThe harbour was quiet on Monday, the warden said.\n\n{text}")
    assert text not in cleaned(document)[0].paragraphs
    (tmp_path / "own.toml").write_text(
        '[pack]\nid = "own"\nwhy = "Ours."\n[[rule]]\nid = "said"\nwhy = "The mayor said it."\n'
        f"at = \"keep\"\npattern = '''Sign up for our newsletter .{{3,60}}'''\n"
        f'matches = ["{text}"]\nspares = ["Sign up for our newsletter."]\n'
    )
    assert text in cleaned(document, rules=tmp_path)[0].paragraphs


def test_decisions_are_added_to_what_stands_in_the_pack(asked, tmp_path):
    pack = tmp_path / "reviewed.toml"
    other = questions(
        cleaned(
            story("Our cookies and the privacy policy taste of salt, or so they think in Kelby.")
        )
    )
    decide(asked, [asked[0].id], [], pack)
    first = pack.read_text()
    decide(other, [], [other[0].id], pack)
    assert pack.read_text().startswith(first)
    assert {asked[0].id, other[0].id} == decided_in(pack)


def test_a_block_on_a_page_is_asked_about_in_words_not_markup(tmp_path):
    markup = f"<p>{DOUBTFUL.replace('cookies', '<b>cookies</b> &amp; <a href=/p>plates</a>')}</p>"
    fragment = raw(
        "<p>The harbour was quiet on Monday, and the gulls were not.</p>"
        "<p>Nobody knew why, the warden said, and nobody minded in the least.</p>" + markup,
        "a",
        "text/html",
    )
    (one,) = questions(cleaned(fragment))
    assert "<" not in one.text
    decide([one], [one.id], [], tmp_path / "reviewed.toml")
    assert 2 == len(cleaned(fragment, rules=tmp_path)[0].paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        'Cookies: "a\\b" [c] (d)* +1? {e} ^f$ | #g, the privacy policy',
        "（cookies） privacy policy … “x” – ‘y’\u00a0z",
        "سياسة الخصوصية ٢٠٢٤ cookies privacy policy",
        "cookies'''privacy policy\ttab",
    ],
)
def test_any_block_makes_a_rule_that_loads(text, asked, tmp_path):
    from dataclasses import replace

    pack = tmp_path / "reviewed.toml"
    decide([replace(asked[0], text=text)], [asked[0].id], [], pack)
    assert [] == list(check_rules([pack]))


@pytest.mark.parametrize(
    ("accepted", "rejected", "words"),
    [
        (["00000000"], [], "No block in doubt has the id «00000000»"),
        (["{id}"], ["{id}"], "is both accepted and rejected"),
    ],
)
def test_a_decision_that_cannot_be_taken_changes_nothing(
    accepted, rejected, words, asked, tmp_path
):
    pack = tmp_path / "reviewed.toml"
    ids = [[one.format(id=asked[0].id) for one in part] for part in (accepted, rejected)]
    with pytest.raises(BadDecision, match=words):
        decide(asked, *ids, pack)
    assert not pack.exists()


def test_a_broken_pack_is_told_and_left_alone(asked, tmp_path):
    pack = tmp_path / "reviewed.toml"
    pack.write_text("[pack\n")
    with pytest.raises(BadRule, match="not TOML"):
        decide(asked, [asked[0].id], [], pack)
    assert "[pack\n" == pack.read_text()


@pytest.mark.parametrize("words", ["", "[]", '{"accept": []}', '{"accept": 1, "reject": []}'])
def test_a_file_that_holds_no_decisions_is_told(words, tmp_path):
    (tmp_path / "decisions.json").write_text(words)
    with pytest.raises(BadDecision, match="is no file of decisions"):
        read_decisions(tmp_path / "decisions.json")


def test_an_archive_without_doubts_has_an_empty_review():
    assert "Nothing is in doubt." in review_page([])


def test_the_page_saves_what_was_chosen(page, tmp_path):
    documents = [
        story("<script>alert(1)</script> She accepts cookies and the privacy policy, on a plate."),
        story(),
        story("Our cookies and the privacy policy taste of salt, or so the warden thinks."),
    ]
    asked = questions(cleaned(*documents))
    assert 3 == len(asked)
    (tmp_path / "review.html").write_text(review_page(asked), "utf-8")
    page.goto((tmp_path / "review.html").as_uri())
    assert page.get_by_role("button", name="Save decisions").is_disabled()
    page.check(f'input[name="{asked[0].id}"][value=accept]')
    page.check(f'input[name="{asked[1].id}"][value=reject]')
    assert "1 to cut, 1 to keep" == page.locator("output").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save decisions").click()
    download.value.save_as(tmp_path / "decisions.json")
    assert ([asked[0].id], [asked[1].id]) == read_decisions(tmp_path / "decisions.json")
    assert {"accept", "reject"} == set(json.loads((tmp_path / "decisions.json").read_text()))
    assert ([], []) == (page.complaints, page.outside)
