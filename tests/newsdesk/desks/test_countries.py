from datetime import date

import pytest
from newsdesk.desks import DeskSettings, load_desks
from newsdesk.records import Article, Provenance, RawDocument

DESKS = load_desks()


def article(text, title="", **fields):
    raw = RawDocument(text, Provenance("here", "", ""))
    return Article(raw, title, tuple(text.split("\n")), (), (), **fields)


def tags(text, title="", desks=DESKS, **fields):
    return {t.code: t for t in desks.tag(article(text, title, **fields)).of("country")}


def codes(text, title="", **more):
    return set(tags(text, title, **more))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dushanbe and Moscow agreed; Tajik and Russian crews will help.", {"TJ", "RU"}),
        ("A storm in the South China Sea and the Indian Ocean.", set()),
        ("Snow fell on Atlanta and the rest of Georgia.", {"US"}),
        ("Georgia and Armenia share a railway.", {"GE", "AM"}),
        ("The player Michael Jordan came. Jordan waved.", set()),
        ("The mayor of Paris, Texas, spoke. Paris is small.", {"US"}),
        ("The nurse speaks Spanish to patients in Ohio.", {"US"}),
        ("A German shepherd ate French fries.", set()),
        ("The Maputo Protocol, the Algiers Agreement and the Istanbul Convention.", set()),
        ("Swiss steak was served; a Syrian hamster and Japanese beetles got away.", set()),
        ("Syrian and Swiss envoys met.", {"SY", "CH"}),
        ("The Indians lost in Cleveland, Ohio, and the school board of Boone County wept.", {"US"}),
        ("The Indians of New Delhi and of Ohio.", {"IN", "US"}),
        ("Congo counted votes in Goma.", {"CD"}),
        ("Congo counted votes in Brazzaville.", {"CG"}),
        ("North Korea showed Korean envoys a dam.", {"KP"}),
        ("New Mexico and New South Wales traded bees.", {"US", "AU"}),
        ("Works on Georgia Avenue end in May.", set()),
        ("Gaza and Israel were quiet.", {"PS", "IL"}),
        ("A Kenyan won the race in Oslo, and a Briton marks it.", {"KE", "NO", "GB"}),
        ("Turkey is sold out.\nRoast the turkeys slowly.", set()),
        ("Turkey is open.\nTurks raise turkeys.", {"TR"}),
        ("Ferries of Sydney Harbour go to Wellington.", {"AU", "NZ"}),
        ("Lahore and the rest of Punjab voted.", {"PK"}),
        ("Punjab and Lahore: trade between India and Pakistan.", {"IN", "PK"}),
        ("From Lisbon to Santiago de Compostela. Santiago was full.", {"PT", "ES"}),
        ("The Hospital: Jamaica Hospital nurses in New York walked out.", {"US"}),
        (
            "Baku and Yerevan met envoys of Paris, Washington and Moscow.",
            set("AZ AM FR US RU".split()),
        ),
        ("Cuba City won by three.", {"US"}),
        ("In Tripoli's port. The road to Beirut and Sidon is shut.", {"LB"}),
        ("He moved to Athens, GA 30601, in May. Athens is hot.", {"US"}),
    ],
)
def test_countries_by_context(text, expected):
    assert expected == codes(text)


def test_the_brief_of_the_cis_chair():
    """A story on the CIS chair gets its members, the presidents' countries and Afghanistan."""
    found = codes(
        "Russia's president took the chair of the Commonwealth of Independent States from "
        "Tajikistan's. The members are Armenia, Azerbaijan, Belarus, Kazakhstan, Kyrgyzstan, "
        "Moldova and Uzbekistan. They spoke of Afghanistan.",
        "Tajikistan hands CIS chair to Russia",
    )
    assert set("RU TJ AM AZ BY KZ KG MD UZ AF".split()) == found


def test_mentions_point_at_the_words():
    text = "Rain fell.\nAfghan farmers in Herat were glad."
    story = article(text, "Afghanistan has rain")
    (tag,) = DESKS.tag(story).of("country")
    parts = (story.title, *story.paragraphs)
    spans = [parts[m.paragraph + 1][m.start : m.end] for m in tag.mentions]
    assert spans == ["Afghanistan", "Afghan", "Herat"]
    assert tag.reason == "in the headline and 2 times in the text"
    assert (tag.heading, tag.wikidata, tag.primary) == ("Afghanistan", "Q889", True)


def test_a_passing_mention_is_not_what_the_story_is_about():
    text = (
        "Norway will build a tunnel. Norwegian engineers begin in May.\n"
        + "The tunnel is long and the Norwegian state pays for it. " * 24
        + "\nA similar one was once planned in Chile."
    )
    found = tags(text, "Norway builds tunnel", place="OSLO")
    assert {code: tag.primary for code, tag in found.items()} == {"NO": True, "CL": False}


def test_place_of_the_dateline_counts():
    assert (
        tags("Rain.", "Afghan rain", place="KABUL")["AF"].reason
        == "filed from Kabul and in the headline"
    )


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("FRANKFURT", "DE"),
        ("Portland, Ore.", "US"),
        ("SAO PAULO", "BR"),
        ("São Paulo", "BR"),
        ("St. Petersburg", "RU"),
        ("SALVADOR", "BR"),
        ("London, Ontario", "CA"),
        ("Mazar-i-Sharif", "AF"),
        ("N'Djamena", "TD"),
        ("Nowhereville", None),
    ],
)
def test_datelines_of_the_world(place, code):
    assert ([code] if code else []) == list(tags("It rained.", place=place))


def test_a_dateline_may_shout_its_month():
    assert "filed from Newark" in tags("NEWARK, N.J., MARCH 5 - Oranges were sold.")["US"].reason


@pytest.mark.parametrize("text", ["À lire aussi, dit le maire.", "The crowns of two oaks fell."])
def test_a_word_that_is_money_too_needs_a_sum(text: str) -> None:
    assert not tags("", text)
    assert "its money alone" in tags("", "It cost 1,300 lire.")["IT"].reason


def test_a_headline_in_capitals_names_its_money():
    assert "its money alone" in tags("", "SHOP SHR 1.38 DLRS VS 1.24 DLRS")["US"].reason


def test_moscow_was_the_soviet_union_in_its_time():
    text = "Moscow will buy wheat."
    assert {"SU"} == codes(text, date=date(1987, 2, 26))
    assert {"RU"} == codes(text, date=date(2024, 2, 26))


def test_a_default_country_decides_between_namesakes():
    desks = load_desks(settings=DeskSettings({"Boston Paper": "US", "Leeds Paper": "GB"}))
    text = "A car hit a shop in Cambridge. Plymouth had rain."
    assert {"US"} == codes(text, desks=desks, source="Boston Paper")
    assert {"GB"} == codes(text, desks=desks, source="Leeds Paper")
    assert set() == codes(text, desks=desks, source="Another Paper")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ATHENS -- The school district asked Ohio for money.", {"US"}),
        ("ATHENS -- The school district of Greece's capital asked Ohio for money.", {"GR", "US"}),
        ("A crash north of Lebanon shut Lebanon County's bridge.", {"US"}),
        ("The county sheriff flew to Lebanon.", {"LB"}),
        ("A fair in Mexico, Missouri, closed.", {"US"}),
        ("They sell to Mexico, Texas and Ohio.", {"MX", "US"}),
        ("PERU, Ind. - A Peru man won.", {"US"}),
        (
            "WASHINGTON, May 2 - U.S. and other envoys met in Geneva, so U.S. aides said.",
            {"CH", "US"},
        ),
        ("PARIS (AP) - A school board in Ohio wrote. Sheriff's deputies, too.", {"FR", "US"}),
        ("The sheriff's deputies of Lamar County met a man from Lima.", {"US"}),
        ("The school board and sheriff's deputies sent toys to Peru.", {"PE", "US"}),
        ("Canada's House of Commons voted.", {"CA"}),
        ("Canada's premier spoke in the House of Commons in London.", {"CA", "GB"}),
        ("Lorries queue at Dover for the Calais ferry. Kent Police use the M20.", {"FR", "GB"}),
        ("A jam in the Holland Tunnel reached Jersey City.", {"US"}),
        ("Cairo's levee needs Alexander County and Illinois money.", {"US"}),
        ("The Burmese army and Myanmar's monks met.", {"MM"}),
    ],
)
def test_a_local_story_means_its_own_town_and_no_other_does(text, expected):
    assert expected == codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road from Penticton to Castlegar is shut.", {"CA"}),
        ("The road to Penticton is shut.", set()),  # One may be a person or a word.
        ("Ann Penticton wed Bob Castlegar. Penticton sang; Castlegar wept.", set()),
        ("Alexandria farmers drove to Bemidji and Brainerd.", {"US"}),
        ("Unifor in Penticton and Castlegar buys from Latvia and Sweden.", {"CA", "LV", "SE"}),
        ("KINGSTON - Councillors looked at what Barrie did.", {"CA"}),
        ("BURLINGTON — Winooski votes on noise.", {"US"}),
        ("HASTINGS — Grand Island won before the Fourth of July.", {"US"}),
        ("HASTINGS — Bexhill won before Christmas.", {"GB"}),
        ("A Lebanon man sped through Boone County.", {"US"}),
        ("A Lebanese man sped through Lebanon.", {"LB"}),
    ],
)
def test_two_small_towns_are_an_address(text, expected):
    assert codes(text) == expected


def test_a_dateline_the_copydesk_read_is_a_wires_when_it_has_an_agency():
    text = "The school board and the county jail of Ohio's Athens County wrote."
    assert {"US"} == codes(text, place="ATHENS", dateline="ATHENS --")
    assert {"GR", "US"} == codes(text, place="ATHENS", dateline="ATHENS (AP) --")


def test_daily_life_tells_the_home_of_a_local_story():
    text = "The Crown Court heard of a theft in Edmonton. A councillor was there."
    assert {"GB"} == codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Россия и Казахстан строят мост", {"RU", "KZ"}),
        ("اتفقت مصر والعراق", {"EG", "IQ"}),
        ("ایران و افغانستان", {"IR", "AF"}),
        ("日本和法国签署协议", {"JP", "FR"}),
        ("タイとマリ・チャドの首脳", {"TH", "ML", "TD"}),
        ("タイトルはブラインド", set()),  # "title", "blind": not Thailand, not India
        ("일본과 한국은 협정에 서명했다", {"JP", "KR"}),
        ("평화란 무엇이란 말인가", set()),  # a particle, not Iran
        ("भारत और नेपाल ने समझौता किया", {"IN", "NP"}),
        ("Polska i Niemcy podpisały umowę", {"PL", "DE"}),
        ("Тоҷикистон ва Ӯзбекистон", {"TJ", "UZ"}),
        ("O‘zbekiston va Qozog‘iston", {"UZ", "KZ"}),
        ("საქართველო და თურქეთი", {"GE", "TR"}),
        ("Suomi ja Ruotsi", {"FI", "SE"}),
        ("پاکستان اور بھارت", {"PK", "IN"}),
        ("Việt Nam và Nhật Bản", {"VN", "JP"}),
        ("Frankreich und Polen bauen", {"FR", "PL"}),
        ("Almanya'nın trenleri", {"DE"}),
        ("יפן וצרפת", {"JP", "FR"}),
        ("Президент России прибыл в Таджикистане к афганской границе", {"RU", "TJ", "AF"}),
        ("الرئيس الروسي زار للعراق", {"RU", "IQ"}),
        ("Die französische Regierung und Moskau", {"FR", "RU"}),
        ("le gouvernement algérien et les troupes maliennes", {"DZ", "ML"}),
        ("el presidente mexicano y los diplomáticos rusos", {"MX", "RU"}),
        ("Türk ve Alman bakanlar", {"TR", "DE"}),
    ],
)
def test_names_in_other_languages(text, expected):
    assert expected == codes(text)


def test_a_story_of_nothing_has_no_tags():
    assert set() == codes("", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le gouvernement de l’Équateur.", "EC"),
        ("Un port en Nouvelle-Calédonie.", "NC"),
        ("Правительство Таджикистана.", "TJ"),
        ("قالت حكومة طاجيكستان", "TJ"),
        ("دولت تاجیکستان گفت", "TJ"),
        ("塔吉克斯坦政府说", "TJ"),
        ("ממשלת טג׳יקיסטן", "TJ"),
        ("Tacikistan hükümeti.", "TJ"),
    ],
)
def test_countries_have_their_names_in_other_languages(text, code):
    raw = RawDocument(text, Provenance("here", "", ""))
    found = DESKS.tag(Article(raw, "", (text,), (), ())).of("country")
    assert [code] == [tag.code for tag in found]


@pytest.mark.parametrize(
    ("place", "dateline", "code"),
    [
        ("Toledo", "TOLEDO, Ohio, March 12, 2024 /PRNewswire/ --", "US"),
        ("Athens", "ATHENS, Ga. (AP) --", "US"),
        ("Portsmouth", "PORTSMOUTH, N.H. (AP) --", "US"),
        ("London", "LONDON, Ontario, May 3, 2024 /CNW/ -", "CA"),
        ("Cordoba", "CORDOBA, Argentina, March 3 (Reuters) -", "AR"),
        ("Victoria", "VICTORIA, Seychelles, February 11, 2025 /APO Group/ --", "SC"),
        ("Hyderabad", "HYDERABAD, Pakistan, May 4 (Reuters) -", "PK"),
        ("Skagen", "SKAGEN, Denmark, May 4 (Reuters) -", "DK"),
        ("Pune", "Pune (Maharashtra) [India], January 20 (ANI):", "IN"),
        ("Moscow", "MOSCOW, January 21. /TASS/.", "RU"),
        ("Athens", "ATHENS, March 4 (Reuters) -", "GR"),  # March is a town in England
        ("Riyadh", "Riyadh, Ramadan 27, 1442 AH, corresponding to May 09, 2021 AD, SPA --", "SA"),
    ],
)
def test_a_dateline_is_of_the_state_or_country_behind_its_city(place, dateline, code):
    text = "A mill opened on Monday after years of work, the owners said."
    raw = RawDocument(f"{dateline} {text}", Provenance("here", "", ""))
    article = Article(raw, "Mill opens", (text,), (), (), place=place, dateline=dateline)
    assert [code] == [tag.code for tag in DESKS.tag(article).of("country")]
