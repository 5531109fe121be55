"""From a database's export come its stories as printed, however short, and nothing around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsdesk.copydesk import clean, load_rulebook, rebuild
from newsdesk.intake.plain import split
from newsdesk.records import Article, Provenance, RawDocument

FOLDER = Path(__file__).parent / "exports"
RULEBOOK = load_rulebook()
LIT = "The lamp was lit on Tuesday by the keeper, who had waited eleven years."
SEEN = "It can be seen for thirty miles, the harbour office said in a statement."
BOATS = "Boats may enter."
LAMPE = "Die Lampe wurde am Dienstag vom Wärter entzündet, der elf Jahre gewartet hatte."
LAMPE_FR = "La lampe a été allumée mardi par le gardien, qui attendait depuis onze ans."
LAMPARA = "La lámpara fue encendida el martes por el farero, que esperaba desde hace once años."
LAMP, HARBOUR = "Lighthouse gets a new lamp", "Harbour dredged at last"


def read(name: str) -> str:
    """Return an export as it lies in exports/."""
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def stories(text: str) -> list[Article]:
    """Split and clean an export; nothing of it may be lost."""
    raws = list(split(text, Provenance("export.txt", "", "0" * 64), {}))
    assert text == "".join(raw.text for raw in raws)
    cleaned = [clean(raw, RULEBOOK) for raw in raws]
    assert [raw.text for raw in raws] == [rebuild(article) for article in cleaned]
    return cleaned


# What each file in exports/ should give: title, date, source, byline, paragraphs of each story.
EXPORTS = {
    "lexis": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        ("Harbour dredged", "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "ebsco_stacked": [
        (LAMP, "2016-03-03", "The Quay Gazette (Quay)", "Ana Ruiz", (LIT, SEEN)),
        (
            "Harbour dredged",
            "2016-03-05",
            "The Quay Gazette (Quay)",
            "",
            ("Boats may enter at low tide again, for the first time since the storm of January.",),
        ),
    ],
    "europresse_stacked": [
        (
            "Le phare reçoit une lampe neuve",
            "2016-03-03",
            "Le Phare (Quay)",
            "Ana Ruiz",
            (
                "La lampe a été allumée mardi par le gardien, qui l'attendait depuis onze ans.",
                "On la voit à trente milles, selon la capitainerie.",
            ),
        ),
    ],
    "lexis_with_headline_and_body": [
        (
            "Lighthouse Gets a New Lamp",
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        ("Correction", "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "lexis_de": [
        ("Leuchtturm bekommt neue Lampe", "2016-03-03", "Der Hafenbote", "Jan Brandt", (LAMPE,)),
        (
            "Hafen endlich ausgebaggert",
            "2016-03-05",
            "Der Hafenbote",
            "",
            ("Boote laufen wieder bei Niedrigwasser ein.",),
        ),
    ],
    "lexis_one_story": [
        (
            "Lamp lit; Harbour glad",
            "2016-03-03",
            "Associated Press",
            "Ana Ruiz",
            (
                LIT,
                "What to know:",
                "Location: 12 Quay Street",
                "Hours: 9 to 5",
                "Admission: free",
                SEEN,
            ),
        ),
    ],
    "nexis": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "nexis_with_form_feeds": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz, Jo Lind and Tom Hay",
            (
                LIT,
                SEEN,
            ),
        ),
        ("Harbour dredged", "2016-03-05", "The Quay Gazette", "", ("By Tuesday, boats.",)),
    ],
    "nexis_fr": [
        (
            "Le phare change de lampe",
            "2016-03-03",
            "Le Courrier du Port",
            "Jeanne Morel",
            (LAMPE_FR,),
        ),
        (
            "Le port enfin dragué",
            "2016-03-05",
            "Le Courrier du Port",
            "",
            ("Les bateaux entrent à marée basse, a annoncé la capitainerie.",),
        ),
    ],
    "nexis_de": [
        ("Leuchtturm bekommt neue Lampe", "2016-03-03", "Der Hafenbote", "Jan Brandt", (LAMPE,)),
        (
            "Hafen endlich ausgebaggert",
            "2016-03-05",
            "Der Hafenbote",
            "",
            ("Boote laufen wieder bei Niedrigwasser ein, teilte die Behörde mit.",),
        ),
    ],
    "nexis_es": [
        ("El faro estrena lámpara", "2016-03-03", "El Diario del Muelle", "Ana Ruiz", (LAMPARA,)),
        (
            "El puerto, dragado al fin",
            "2016-03-05",
            "El Diario del Muelle",
            "",
            ("Los barcos vuelven a entrar con marea baja, anunció la capitanía.",),
        ),
    ],
    "factiva": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "factiva_tagged": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "factiva_de": [
        ("Leuchtturm bekommt neue Lampe", "2016-03-03", "Der Hafenbote", "Jan Brandt", (LAMPE,)),
        (
            "Hafen endlich ausgebaggert",
            "2016-03-05",
            "Der Hafenbote",
            "",
            ("Boote laufen wieder ein.",),
        ),
    ],
    "factiva_fr": [
        (
            "Le phare change de lampe",
            "2016-03-03",
            "Le Courrier du Port",
            "Jeanne Morel",
            (LAMPE_FR,),
        ),
        (
            "Le port enfin dragué",
            "2016-03-05",
            "Le Courrier du Port",
            "",
            ("Les bateaux entrent.",),
        ),
    ],
    "proquest": [
        (
            "Lighthouse gets a new lamp: Keeper waited eleven years",
            "2016-03-03",
            "Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "Quay Gazette", "", (BOATS,)),
    ],
    "proquest_es": [
        ("El faro estrena lámpara", "2016-03-03", "El Diario del Muelle", "Ana Ruiz", (LAMPARA,)),
        (
            "El puerto, dragado al fin",
            "2016-03-05",
            "El Diario del Muelle",
            "",
            ("Los barcos vuelven a entrar con marea baja, anunció la capitanía.",),
        ),
    ],
    "proquest_it": [
        (
            "Il faro ha una lampada nuova",
            "2016-03-01",
            "Il Corriere del Molo",
            "Ada Conti",
            ("La lampada è stata accesa martedì dal guardiano, che aspettava da undici anni.",),
        ),
        (
            "Il porto finalmente dragato",
            "2016-03-02",
            "Il Corriere del Molo",
            "Ada Conti",
            ("Le barche entrano di nuovo con la bassa marea, ha annunciato la capitaneria.",),
        ),
    ],
    "newsbank_cited": [
        (LAMP, "2016-03-03", "The Quay Gazette", "Ana Ruiz", (LIT, SEEN)),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "newsbank_signed_source": [
        (LAMP, "1999-03-03", "The Quay Gazette", "Ana Ruiz", (LIT, SEEN)),
        (HARBOUR, "1999-03-05", "The Quay Gazette", "Jo Lind", (BOATS,)),
    ],
    "lexis_with_card": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT + " A card gives the particulars of the lamp:",
                "LENGTH: 3 feet",
                "LANGUAGE: the keeper's own, at night",
                "SECTION: top of the tower",
                SEEN,
            ),
        ),
    ],
    "proquest_with_stars": [
        (
            LAMP,
            "2016-03-03",
            "Quay Gazette",
            "Ana Ruiz, Jo Lind",
            (
                LIT,
                "Visitors can come on:",
                "Monday",
                "Friday",
            ),
        ),
        (
            HARBOUR,
            "2016-03-05",
            "Quay Gazette",
            "",
            ("Boats may enter at low tide again, the harbour office said on Friday.",),
        ),
    ],
    "newsbank": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "newsbank_all_labelled": [
        (
            LAMP,
            "2016-03-03",
            "Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "Quay Gazette", "", (BOATS,)),
    ],
    "newsbank_access_world_news": [
        (
            LAMP,
            "2016-03-03",
            "The Quay Gazette",
            "Ana Ruiz",
            (
                LIT,
                SEEN,
            ),
        ),
        (HARBOUR, "2016-03-05", "The Quay Gazette", "", (BOATS,)),
    ],
    "no_export": [
        (
            "Keeper of the light",
            "2016-03-03",
            "",
            "",
            (
                LIT,
                "Location: 12 Quay Street",
                SEEN,
            ),
        ),
    ],
}


def test_every_export_has_its_expected_stories() -> None:
    assert set(EXPORTS) == {path.stem for path in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_stories_of_an_export_come_out_exactly(name: str) -> None:
    told = stories(read(name))
    found = [(a.title, str(a.date), a.source, a.byline, a.paragraphs) for a in told]
    assert EXPORTS[name] == found


@pytest.mark.parametrize("name", [n for n in EXPORTS if n != "no_export"])
def test_carriage_returns_change_nothing(name: str) -> None:
    told = stories(read(name).replace("\n", "\r\n"))
    assert [expected[4] for expected in EXPORTS[name]] == [a.paragraphs for a in told]


SUBHEADS = {
    "nexis": ("Body", "Text", "Classification", "Graphic", "End of the line"),
    "lexis": ("Body", "Text"),
    "factiva": ("12 words", "English", "IN BRIEF"),
    "factiva_tagged": ("12 words", "IN BRIEF", "ART FOR ALL", "CO OP"),
    "newsbank": ("Text", "Memo", "Copyright"),
    "newsbank_all_labelled": ("Text", "Links", "Dateline"),
    "proquest": ("Abstract", "Full text", "Details", "Bibliography"),
}


@pytest.mark.parametrize(("name", "words"), [(n, w) for n, all_ in SUBHEADS.items() for w in all_])
def test_a_subhead_in_the_words_of_a_database_is_the_story_s(name: str, words: str) -> None:
    foot = f"\n\nGraphic\n\n{LAMP}" if words == "Graphic" else ""  # with the database's own below
    text = read(name).replace(SEEN, f"{words}\n\n{LIT}\n\n{SEEN}{foot}", 1)
    assert (LIT, words, LIT, SEEN) == stories(text)[0].paragraphs[:4]


@pytest.mark.parametrize("words", ["12 words", "English"])
def test_a_value_of_the_header_is_a_line_of_the_story_above_and_below_it(words: str) -> None:
    text = (
        read("factiva").replace(LIT, f"{words}\n\n{LIT}", 1).replace(SEEN, f"{SEEN}\n\n{words}", 1)
    )
    paragraphs = stories(text)[0].paragraphs
    assert (words, LIT, SEEN, words) == (*paragraphs[:2], *paragraphs[-2:])


def test_a_last_sentence_that_says_what_rights_lines_say_is_the_story_s() -> None:
    said = "All rights reserved, said the sign."
    (article,) = stories(
        f"1 of 1 DOCUMENT\n\nThe Quay Gazette\n\nMarch 3, 2016 Thursday\n\n{LAMP}\n\n"
        f"LENGTH: 30 words\n\n{LIT}\n\n{said}\n\nLOAD-DATE: March 3, 2016\n"
    )
    assert (LIT, said) == article.paragraphs


def test_fields_end_above_a_page_mark_that_stands_below_them() -> None:
    text = read("factiva_tagged").replace("AN Document", "PUB Quay Press\nAN Document", 1)
    mark = "Page 1 of 2 © 2016 Factiva, Inc. All rights reserved."
    article = stories(text + f"\n{mark}\n")[-1]
    assert not any(line.startswith(("PUB", "RE ", "NS ")) for line in article.paragraphs)


def test_a_story_with_nothing_between_its_fields_is_empty() -> None:
    assert () == stories(read("newsbank").replace(BOATS, ""))[1].paragraphs


def test_no_edition_is_a_source_and_no_home_page_a_story_s_address() -> None:
    (article,) = stories(
        f"1 of 1 DOCUMENT\n\nThe Quay Gazette\n\nMarch 3, 2016 Thursday\nLate Edition - Final"
        f"\n\n{LAMP}\n\nBYLINE: By ANA RUIZ\n\nSECTION: Section A; Pg. 4\n\nLENGTH: 30 words\n\n"
        f"{LIT}\n\n{SEEN}\n\nURL: http://www.quaygazette.example\n\nLOAD-DATE: March 3, 2016\n"
    )
    assert (article.source, article.url) == ("The Quay Gazette", "")
    offered = {one.value for one in article.evidence if one.field in ("source", "url")}
    assert offered == {"The Quay Gazette"}


HOST = "https://www.quaygazette.example"


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        (HOST, False),
        (f"{HOST}/", False),
        (f"{HOST}/#", False),
        ("www.quaygazette.example", False),
        (f"{HOST}/lamp", True),
        (f"{HOST}/?p=12", True),
        ("urn:newsml:quaygazette.example:20160303:lamp", True),
    ],
)
def test_the_address_of_a_story_leads_to_it(address: str, taken: bool) -> None:
    raw = RawDocument(f"{LAMP}\n\n{LIT}\n", Provenance("a.json", "", ""), fields={"url": address})
    assert clean(raw, RULEBOOK).url == (address if taken else "")


def test_proquest_s_author_stands_above_the_citation_without_a_label() -> None:
    (article,) = stories(
        f"{'_' * 60}\n\n{LAMP}\nRuiz, Ana. \nQuay Gazette ; Quay [Quay]. 03 Mar 2016: A3.\n\n"
        f"ProQuest document link\n\nFULL TEXT\n{LIT}\n\n{SEEN}\n\nDETAILS\n\n"
        "Publication title: Quay Gazette; Quay\nPublication date: Mar 3, 2016\n"
        "ProQuest document ID: 2055318871\n"
    )
    assert (article.title, article.byline) == (LAMP, "Ana Ruiz")
    assert article.paragraphs == (LIT, SEEN)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Clarin; Buenos Aires. 19 May 2023.", "2023-05-19"),
        ("El Pais; Madrid: 28 Jan 2024.", "2024-01-28"),
        ("El Pais. 31 Jan 2024", "2024-01-31"),
    ],
)
def test_proquest_s_day_is_whole_where_no_bracket_stands_before_it(printed: str, day: str) -> None:
    rule = "_" * 60
    head = f"{rule}\n\n{LAMP}\n\nAuthor: Paz, Ana\n\nPublication info: {printed}\n\n"
    foot = f"Title: {LAMP}\n\nProQuest document ID: 2815550002\n\nDatabase: ProQuest Central\n"
    (article,) = stories(f"{head}Full text: {LIT}\n\n{SEEN}\n\n{foot}\n{rule}\n")
    assert day == str(article.date)
