"""Which organisations a story touches, which it is about, and the evidence for it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from newsdesk.desks import load_desks
from newsdesk.records import Article, Provenance, RawDocument, Tag

DESKS = load_desks()


def tags(title: str, *paragraphs: str) -> Sequence[Tag]:
    raw = RawDocument("\n".join((title, *paragraphs)), Provenance("test", "", "0" * 64))
    return DESKS.tag(Article(raw, title, paragraphs, (), ())).of("organization")


def codes(title: str, *paragraphs: str) -> set[str]:
    return {tag.code for tag in tags(title, *paragraphs)}


def about(title: str, *paragraphs: str) -> set[str]:
    return {tag.code for tag in tags(title, *paragraphs) if tag.primary}


def unverified(title: str, *paragraphs: str) -> tuple[str, ...]:
    raw = RawDocument(title, Provenance("test", "", "0" * 64))
    return DESKS.tag(Article(raw, title, paragraphs, (), ())).unverified


SUMMIT = (
    "Tajikistan takes over the CIS chair",
    "Dushanbe took over the presidency of the Commonwealth of Independent States on Friday.",
    "Leaders of Russia, Kazakhstan and Belarus will meet within the CSTO next week.",
)


def test_the_cis_summit_has_cis_and_csto() -> None:
    assert {"CIS", "CSTO"} == codes(*SUMMIT)


def test_the_summit_is_about_the_cis() -> None:
    assert {"CIS"} == about(*SUMMIT)


def test_a_tag_carries_its_heading_its_id_and_a_reason() -> None:
    tag = tags(*SUMMIT)[0]
    assert (tag.heading, tag.wikidata) == ("Commonwealth of Independent States", "Q7779")
    assert tag.reason == "in the headline and once in the text"


def test_mentions_point_at_the_words() -> None:
    cis = tags(*SUMMIT)[0]
    found = [((SUMMIT[m.paragraph + 1])[m.start : m.end], m.reason) for m in cis.mentions]
    assert found == [
        ("CIS", "acronym, as the story names it elsewhere too"),
        ("Commonwealth of Independent States", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Dotted, hyphenated, possessive, British and American.
        ("The U.N. envoy left Aden.", {"UN"}),
        ("An E.U.-backed plan was shelved.", {"EU"}),
        ("NATO's troops stay in Mazar.", {"NATO"}),
        ("The World Health Organisation sent a team.", {"WHO"}),
        ("The Organisation for Security and Cooperation in Europe spoke.", {"OSCE"}),
        ("The UN Development Programme opened a school.", {"UNDP"}),
        # An organ of the United Nations speaks for it, an agency for itself.
        ("The UN Security Council met on Monday.", {"UN", "UNSC"}),
        ("Unicef opened two wells.", {"UNICEF"}),
        # Two spellings that are one in capitals.
        ("AL-QAEDA CLAIMS BLAST", {"AL-QAEDA"}),
        # The longer name wins.
        ("The Indian Ocean Commission met in Moroni.", {"IOC-OCEAN"}),
        ("The European Commission fined the firm.", {"EU", "EUROPEAN-COMMISSION"}),
        # In other languages and scripts.
        ("Генеральный секретарь ООН прибыл в Душанбе.", {"UN"}),
        ("Саммит ОДКБ и ШОС прошёл в Бишкеке.", {"CSTO", "SCO"}),
        ("قالت منظمة الصحة العالمية إن اللقاح وصل.", {"WHO"}),
        ("نشست سازمان همکاری شانگهای در دوشنبه برگزار شد.", {"SCO"}),
        ("L'OTAN et le FMI se réunissent.", {"NATO", "IMF"}),
        ("Die Europäische Zentralbank hob den Zins.", {"ECB"}),
        ("Dünya Sağlık Örgütü uyardı.", {"WHO"}),
    ],
)
def test_names_are_found(text: str, wanted: set[str]) -> None:
    assert wanted == codes("News in brief", text)


@pytest.mark.parametrize(
    "text",
    [
        "The people who stayed were few.",
        "The ICO team trained on Sunday.",
        "The ISO setting of the camera was wrong.",
        "It is 3 a.m. in Apia.",
        "Shares of Pamir Mills <EC> and Vakhsh Soap (ZRF: UN) rose.",
        "The car turned into Blackwater Road.",
        "GM Rolf Duval played the endgame well.",
        "He felt sudden solidarity with the crew.",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert set() == codes("News in brief", text)


@pytest.mark.parametrize(
    "headline",
    [
        "WHO IS NEXT TO PAY FOR AID",
        "MAN WHO RAN AS PACE FELL",
        "RAW MILK ON SALE",
        "ICE ON THE ROAD",
    ],
)
def test_words_of_a_headline_in_capitals_are_no_acronyms(headline: str) -> None:
    assert set() == codes(headline, "The village council met about health and immigration.")


def test_an_acronym_in_capitals_counts_when_the_text_has_the_long_form() -> None:
    text = "The World Health Organization warned of a new strain."
    assert len(tags("WHO WARNS OF NEW STRAIN", text)[0].mentions) == 2


def test_a_cue_decides_between_two_bodies_with_one_acronym() -> None:
    assert {"IWC-WHALE"} == codes("IWC vote", "The IWC let the whaling ban stand.")
    assert {"IWC-WHEAT"} == codes("IWC figures", "The IWC raised its wheat estimate.")
    assert set() == codes("IWC meets", "The IWC met on Tuesday.")


def test_the_country_decides_between_two_parties_of_one_name() -> None:
    assert {"LABOUR-GB"} == codes("Vote", "The Labour Party of Britain leads the poll.")


def test_a_veto_keeps_an_acronym_away() -> None:
    text = "The EC published the list. The Electoral Commission (EC) named new wards in Accra."
    assert "EC" not in codes("Wards", text)


def test_a_definition_binds_the_acronym_for_the_story() -> None:
    text = "The Central Society of Tea Orchards (CSTO) met. The CSTO elected a chair."
    assert set() == codes("Growers elect", text)


def test_a_slip_in_the_long_form_still_binds() -> None:
    text = "The General Agreement on Trade and Tariffs (GATT) comes first. GATT has ruled."
    assert {"GATT"} == codes("Trade", text)


def test_another_firm_that_starts_with_a_known_name_is_not_that_firm() -> None:
    assert set() == codes("Loans", "Mitsubishi Fisheries Bank Ltd opened a branch.")


def test_an_agency_as_the_source_is_mentioned_only() -> None:
    story = ("Floods in Khatlon", "Three bridges fell, the mayor told Reuters on Sunday.")
    assert {"REUTERS"} == codes(*story)
    assert set() == about(*story)


def test_a_story_about_an_agency_is_about_it() -> None:
    text = "Reuters will cut 90 posts. The board of Reuters agreed the plan on Monday."
    assert {"REUTERS"} == about("Reuters to cut 90 posts", text)


def test_names_outside_the_file_are_offered_unverified() -> None:
    text = "The Pamir Millers Union signed with Zarafshan Carpet Corp in the Soviet Union."
    assert unverified("Deal", text) == ("Pamir Millers Union", "Zarafshan Carpet Corp")


def test_offices_that_every_town_has_are_not_offered() -> None:
    text = "The City Council, the Finance Ministry and the Executive Board met."
    assert unverified("Deal", text) == ()


def test_the_owner_of_an_archive_adds_names_and_takes_them_away(tmp_path: Path) -> None:
    """A row of the owner's own outranks ours: WTO is the weavers' here."""
    table = "key,heading,names,forbid\nWEAVERS,Weavers of Termez,WTO|Wool Ring,\nCIS,,,CIS\n"
    (tmp_path / "organizations.csv").write_text(table, encoding="utf-8")
    text = "The WTO and the Wool Ring met. The CIS did not."
    raw = RawDocument(text, Provenance("test", "", "0" * 64))
    found = load_desks(tmp_path).tag(Article(raw, "Weavers", (text,), (), ()))
    assert [(t.code, len(t.mentions)) for t in found.of("organization")] == [("WEAVERS", 2)]


def test_a_story_without_organisations_has_none() -> None:
    assert list(tags("Rain", "It rained all day.")) == []
