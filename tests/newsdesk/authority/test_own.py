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
        (["code,colour", "FR,blue"], "line 1: unknown column 'colour'"),
        (["code,wikidata", "FR,142"], "line 2, column wikidata: «142» is not an item of Wikidata"),
        (["code,heading", "KP,Korea, North"], "line 2: the row has more cells than there are"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, lines, sentence):
    written(tmp_path, "countries.csv", *lines)
    with pytest.raises(BadSetting, match=r"countries\.csv") as caught:
        authority.load(tmp_path)
    assert sentence in str(caught.value)


def test_a_wrong_cell_of_an_organisation_is_named_with_its_column(tmp_path):
    written(tmp_path, "organizations.csv", "key,heading,type,country", "X1,X One,club,Chad")
    with pytest.raises(BadSetting, match=r"line 2, column country: «Chad» is not the code"):
        authority.load(tmp_path)


@pytest.mark.parametrize("parted", [",", ";", "\t"])
def test_a_table_saved_by_any_spreadsheet_is_read(tmp_path, parted):
    cells = ("code", "heading", "names"), ("FR", '"France, the ""Hexagon"""', "'=Hexagone|Gaule")
    written(tmp_path, "countries.csv", *(parted.join(row) for row in cells))
    loaded = authority.load(tmp_path)
    assert 'France, the "Hexagon"' == loaded.country("FR").heading
    assert {"=Hexagone": "FR", "Gaule": "FR"} == loaded.country_rules.names


def test_former_headings_lead_to_the_one_of_now(tmp_path):
    rows = ("MM,Burma,Union of Burma,", "SU,,,RU")
    written(tmp_path, "countries.csv", "code,heading,formerly,redirect", *rows)
    former = {"Myanmar": "MM", "Union of Burma": "MM", "Soviet Union": "RU"}
    assert former == authority.load(tmp_path).country_rules.former


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
