import pytest
from newsdesk import authority
from newsdesk.desks import load_desks
from newsdesk.errors import BadSetting
from newsdesk.records import Article, Provenance, RawDocument


def written(folder, table, *lines):
    (folder / table).write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return folder


def tags(folder, text):
    raw = RawDocument(text, Provenance("here", "", ""))
    tagged = load_desks(folder).tag(Article(raw, "", (text,), (), ()))
    return {(t.code, t.heading): len(t.mentions) for t in tagged.tags}


def test_a_heading_is_renamed(tmp_path):
    written(tmp_path, "countries.csv", "code,heading", "MM,Burma now")
    assert "Burma now" == authority.load(tmp_path).country("MM").heading
    assert "Q836" == authority.load(tmp_path).country("MM").wikidata


def test_a_name_is_added_and_another_forbidden(tmp_path):
    written(tmp_path, "countries.csv", "code,names,forbid", "FR,Hexagone,Gaul|Nippon")
    assert {("FR", "France"): 1} == tags(tmp_path, "The Hexagone and Nippon.")


def test_a_heading_of_ones_own(tmp_path):
    written(tmp_path, "countries.csv", "code,heading,names", "X1,Ruritania,Ruritania|Ruritanian")
    assert {("X1", "Ruritania"): 2} == tags(tmp_path, "A Ruritanian prince left Ruritania.")


def test_merged_headings_share_their_mentions(tmp_path):
    written(tmp_path, "countries.csv", "code,redirect", "SU,RU")
    text = "Soviet wheat and Russian rye. The Soviet Union is no more."
    assert {("RU", "Russia"): 3} == tags(tmp_path, text)


def test_an_organisation_of_ones_own(tmp_path):
    line = "guild-of-bakers,Guild of Bakers,Bakers' Guild"
    written(tmp_path, "organizations.csv", "key,heading,names", line)
    found = tags(tmp_path, "The Guild of Bakers met. The Bakers' Guild will meet again.")
    assert {("guild-of-bakers", "Guild of Bakers"): 2} == found


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["code,heading", ",Nowhere"], "line 2: the code is empty"),
        (["code,heading", "X1,"], "X1 is a new heading"),
        (["code,heading", "FR,A", "FR,B"], "line 3: FR is already in line 2"),
        (["code,redirect", "FR,Q9"], "FR redirects to Q9, which is no heading"),
        (["code,redirect", "FR,DE", "DE,AT"], "which itself redirects"),
        (["code,colour", "FR,blue"], "unknown column 'colour'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, lines, sentence):
    written(tmp_path, "countries.csv", *lines)
    with pytest.raises(BadSetting, match=r"countries\.csv") as caught:
        authority.load(tmp_path)
    assert sentence in str(caught.value)


def test_check_tells_what_the_tables_change(tmp_path):
    rows = ("MM,Burma,,,", "X1,Ruritania,Ruritanian,,", "SU,,,,RU", "FR,,,Gaul,", "DE,France,,,")
    written(tmp_path, "countries.csv", "code,heading,names,forbid,redirect", *rows)
    assert [
        "DE is renamed from Germany to France.",
        "MM is renamed from Myanmar to Burma.",
        "X1 is a new country: Ruritania.",
        "Soviet Union is merged into Russia.",
        '"Ruritanian" is read as Ruritania.',
        '"Gaul" is not read as a country any more.',
        "DE and FR are both called France: rename or merge one.",
    ] == authority.check(tmp_path)
