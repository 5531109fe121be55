"""What stands above a story, told by its form: headlines, labels, mastheads, broken lines."""

from textwrap import fill

import pytest
from newsdesk.copydesk import clean, load_rulebook, rebuild
from newsdesk.copydesk.blocks import read_blocks
from newsdesk.copydesk.dateline_local import read_chinese, read_german_place
from newsdesk.records import Article, Provenance, RawDocument

from .formats import STORIES

RULEBOOK = load_rulebook()
TITLE = "Beekeepers move four hundred hives by tram"
BODY = (
    "Beekeepers of Lorne moved four hundred hives across the town by night tram on Tuesday.\n\n"
    'The tram ran without lights. "Bees do not pay, so they stood," driver Ana Ruiz said.\n\n'
    "The hives will stay on the heath until the heather has flowered."
)
PARAGRAPHS = tuple(BODY.split("\n\n"))


def cleaned(text: str) -> Article:
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert text == rebuild(article)
    return article


ABOVE = {
    "menu": ("Sign in / Register\nYour town  What is on  Traffic  Pets\n\n{t}\n\n{b}", {}),
    "society": ("Imkerverband der Heide e.V.\n\n{t}\n\n{b}", {}),
    "deck": ("{t}\nThe tram ran by night and without lights across the heath\n\n{b}", {}),
    "sections": ("Home News Sport Opinion Weather\n{t}\n\n{b}", {}),
    "counted date": (
        "{t}\n\nBy Jo Lind - 9 May 2022 at 06:02 | updated 10 May 2022 - Read in: 2 min\n\n{b}",
        {"byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "paper, date and author": (
        "{t}\nHeath Times 9 May 2022 Jo Lind\n\n{b}",
        {"source": "Heath Times", "byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "glued byline": (
        "{t}\n\nByJo Lind Senior Reporter\n13:22, 3 MAY 2023\n\n{b}",
        {"byline": "Jo Lind"},
    ),
    "labels": (
        "Title:\t{t}\nAuthors:\tLind, Jo\nSource:\tHeath Register, The (Lorne). 9 May 2022.\n"
        "Document Type:\tArticle\nShelf:\tBees\nDatabase:\tPapers\n\n{b}",
        {"byline": "Jo Lind", "source": "The Heath Register", "date": "2022-05-09"},
    ),
    "two sentences of deck above a stamp": (
        "Leave settings\nSign in\n{t}\nThey ran without lights. Nobody paid a fare.\nHeath Herald\n"
        "Jo Lind\nPublished 09/05/2022 at 06:02\n\n{b}",
        {"byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "paper in its pictures' credits": (
        "Home > Lorne > Heath\n\n{t}\n\nBy Jo Lind\n9 May 2022\n\n"
        "The tram at the heath. Photo: The Heath Crier/J. Lind\n\n{b}",
        {"byline": "Jo Lind", "source": "The Heath Crier"},
    ),
    "day and reading time": (
        "Heath Herald\nHome > Lorne > Heath\n\n{t}\n\n"
        "09.05.2022, 17:04 Uhr | Lesezeit: 2 Minuten\nBy Jo Lind\n\n{b}",
        {"byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "mail pasted in": (
        "See below, can we talk at ten about the hives and the tram?\n\n"
        "From: Jo Lind\nSent: 9 May 2022 08:14\nTo: Desk\nSubject: FW: {t}\n\n{b}",
        {"date": "2022-05-09"},
    ),
    "letter's greeting": (
        "View this email in your browser\n\nGood day, neighbours. It is mild and clearing.\n\n"
        "{t}\n\nBy Jo Lind\n\n{b}",
        {"byline": "Jo Lind"},
    ),
    "masthead of the site": (
        "Heath and Moor\n{t}\n\n{b}\n\nhttps://www.heathandmoor.example/bees/1",
        {"source": "Heath and Moor"},
    ),
    "second name": (
        "{t}\n\nBy Jo Lind\n9 May 2022, 08:40\nHeath Packet\n\n{b}",
        {"byline": "Jo Lind", "source": "Heath Packet", "date": "2022-05-09"},
    ),
    "paper behind the byline": (
        "{t}\n\nBy Jo Lind, Heath Packet\n\n9 May 2022\n\n{b}\n\n(c) 2022 Heath Packet",
        {"byline": "Jo Lind", "source": "Heath Packet", "date": "2022-05-09"},
    ),
    "paper in quotation marks": (
        "{t}\n\nАвтор: Вера Линд\n\n9 мая 2022\n\nГазета «Вересковая весть»\n\n{b}",
        {"byline": "Вера Линд", "source": "Вересковая весть", "date": "2022-05-09"},
    ),
    "reporter of an agency": (
        "{t}\n\nJo Lind – Repórter da Agência Brasil\nPublicado em 09/05/2022 - 10:22\n\n{b}",
        {"byline": "Jo Lind", "source": "Agência Brasil", "date": "2022-05-09"},
    ),
    "an interview's byline": (
        "{t}\n\nPropos recueillis par Jo Lind\n\nPublié le 9 mai 2022\n\n"
        "Le Courrier de Lorne\n\n{b}",
        {"byline": "Jo Lind", "source": "Le Courrier de Lorne", "date": "2022-05-09"},
    ),
    "role and picture": (
        "Heath Packet\n\n{t}\n\n9 May 2022\n\n© Reuters / Ana Ruiz\n\n"
        "By Jo Lind\nChief Reporter\n\n{b}",
        {"byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "keys in small letters": (
        "source: The Heath Packet\nauthor: Jo Lind\ntitle: {t}\nurl: https://heath.example/1\n"
        "publishedAt: 2022-05-09T08:15:00Z\ncontent: {b}",
        {"byline": "Jo Lind", "source": "The Heath Packet", "date": "2022-05-09"},
    ),
    "the update's day on top": (
        "{t}\n\nAgence France-Presse\nWorld News\nMay 10, 2022 10:05 am IST\n"
        "Published On May 09, 2022 10:31 pm IST\nLast Updated On May 10, 2022 10:05 am IST\n\n{b}",
        {"date": "2022-05-09", "source": "AFP"},
    ),
    "author below the paper": (
        "Mon, 09 May 2022 07:30:00 +0000\nThe Heath Packet\nJo Lind\n\n{t}\n\n{b}",
        {"byline": "Jo Lind", "source": "The Heath Packet", "date": "2022-05-09"},
    ),
    "banner of consent": (
        "Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren.\n"
        "Alle akzeptieren\nEinstellungen\n\n{t}\n\nBy Jo Lind\n9 May 2022\n\n{b}",
        {"byline": "Jo Lind", "date": "2022-05-09"},
    ),
    "owner with a small letter": (
        "{t}\n\nPar Jo Lind\n9 mai 2022\n\n{b}\n\n© 2022 Le Lorne libre. Tous droits réservés.",
        {"byline": "Jo Lind", "source": "Le Lorne libre", "date": "2022-05-09"},
    ),
    "summary cut short": (
        "{t}\nBeekeepers of Lorne moved four hundred hives across the town by night tram on...\n"
        "bees\ntrams\n{b}",
        {},
    ),
}


@pytest.mark.parametrize("name", ABOVE)
def test_only_the_story_stays_below(name: str) -> None:
    form, says = ABOVE[name]
    article = cleaned(form.format(t=TITLE, b=BODY))
    assert PARAGRAPHS == article.paragraphs
    found = {"byline": article.byline, "source": article.source, "date": str(article.date)}
    assert (TITLE, says) == (article.title, {key: found[key] for key in says})


AMID = {
    "dated teaser": "Otters return to the mill pond\n17 August 2022, 11:08",
    "menu of links": "Check also: Hive prices | Heath weather | Tram times | Bee stings",
    "letter offered": "Sign up for our free newsletter. Your newsletter is in your inbox each day.",
    "credit": "The tram at the depot. Photo by Jo Lind, used with permission.",
    "advertisement": "(Advertisement)",
    "player": "0:00 0:02:07 0:00",
    "player with a title": (
        "Hives on the Tram\nEmbed share\nThe code has been copied to your clipboard."
    ),
    "bracketed credit": "Jo Lind rings the tram bell. [Ana Ruiz/Heath Sentinel]",
    "plea": "Our newsroom lives on you. Please support the Heath Packet from just £2 a month.",
    "form": "Sign up to receive daily headline news from the Heath Packet, of Heath Ltd.",
    "licence": "Este texto se publica con una licencia Creative Commons Atribución.",
    "consent": "By clicking Subscribe you agree to our terms of use.",
}


@pytest.mark.parametrize("name", AMID)
def test_what_the_page_says_amid_the_story_goes(name: str) -> None:
    first, *rest = PARAGRAPHS
    text = "\n\n".join([TITLE, first, AMID[name], *rest])
    assert PARAGRAPHS == cleaned(text).paragraphs


KEPT = {
    "years as headings": "May 2021",
    "answer": "No comment.",
    "quoted call": '"Subscribe to our newsletter," the sign read, and nobody did.',
    "several sentences": (
        "Sign up to our newsletter, other towns say, and enter your name. We have no newsletter. "
        "We have a tram, a heath and a woman at the counter who knows all the bees."
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_only_looks_like_the_page_stays(name: str) -> None:
    first, *rest = PARAGRAPHS
    text = "\n\n".join([TITLE, first, KEPT[name], *rest])
    assert (first, KEPT[name], *rest) == cleaned(text).paragraphs


def test_an_interview_keeps_its_answers() -> None:
    asked = ("Who feeds them?", "Why a tram?", "And if it fails?", "Any advice?")
    said = (
        "Subscribe to our newsletter and you will know. We all do.",
        "No comment.",
        "Follow us on foot and see for yourself.",
        "Share this hive with nobody.",
    )
    talk = [line for pair in zip(asked, said, strict=True) for line in pair]
    text = "\n\n".join([TITLE, PARAGRAPHS[0], *talk])
    assert (PARAGRAPHS[0], *talk) == cleaned(text).paragraphs


def test_a_live_page_loses_hours_and_names_of_its_entries() -> None:
    entries = "\n\n".join(
        f"{hour}:10\n{name}\n\n{text}\n\nShare"
        for hour, name, text in zip(
            (12, 11, 10), ("Jo Lind", "Ana Ruiz", "Jo Lind"), PARAGRAPHS, strict=True
        )
    )
    text = f"{TITLE}\nBy Jo Lind and Ana Ruiz\n9 May 2022\n\n{entries}"
    assert PARAGRAPHS == cleaned(text).paragraphs


def test_short_sentences_right_below_a_heading_are_teasers() -> None:
    teasers = "Related news:\nOtters have come back to the mill.\nTwo trams have been given names."
    text = "\n\n".join([TITLE, *PARAGRAPHS[:2], teasers, *PARAGRAPHS[2:]])
    assert PARAGRAPHS == cleaned(text).paragraphs


def test_verse_is_no_header() -> None:
    first = "Share on, old street, the sign had said,\nand I got off again at the mill."
    last = "Print, wind, the leaves, it said at dusk,\nand I stayed on until the mill was gone."
    text = f"Poem of the week\nUna Whit\n\n{first}\n\n{last}"
    assert f"{first} {last}".split() == " ".join(cleaned(text).paragraphs).split()


def test_a_frame_that_leaves_the_story_outside_is_none() -> None:
    text = f"Title: {TITLE}\nAuthors: Lind, Jo\nAccession Number: 2W618\n\n{TITLE}\n\n{BODY}"
    assert PARAGRAPHS == cleaned(text).paragraphs


def test_a_word_parted_at_the_end_of_a_line_is_whole_again() -> None:
    text = "The people of Lorne voted by 211 to 74 to turn their dis-\nused quarry into a lake."
    assert text.replace("dis-\nused", "disused") == read_blocks(text)[0].text


def test_a_line_that_ends_with_a_little_word_goes_on() -> None:
    text = (
        "The note had been sent from a school up the river valley in\n2011, and was found in May."
    )
    assert 1 == len(read_blocks(text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gummersbach. Ausgerechnet am", "Gummersbach"),
        ("LORNE. Weil die", "Lorne"),
        ("Gunzenhausen - Eine Baustelle", "Gunzenhausen"),
    ],
)
def test_german_local_papers_put_the_place_first(text: str, place: str) -> None:
    found = read_german_place(text)
    assert found is not None
    assert place == found.place


def test_a_short_german_sentence_is_no_place() -> None:
    assert read_german_place("Nein. Das Bad bleibt zu") is None


def test_chinese_agencies_name_reporter_and_place_in_brackets() -> None:
    found = read_chinese("（中央社記者林郁婷台東縣15日電）台東縣一處部落")
    assert found is not None
    assert ("台東縣", "中央社", "林郁婷") == (found.place, found.agency, found.byline)


def test_one_line_may_begin_with_hour_and_day() -> None:
    line = f"14:52 03.02.2025 {TITLE} LORNE. Feb 3 (Interfax) - {BODY}".replace("\n\n", " ")
    article = cleaned(line)
    assert (TITLE, "Lorne", "2025-02-03") == (article.title, article.place, str(article.date))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ('"They sat," Ana Ruiz told Global Voices.', "Global Voices"),
        ('"They sat," Ana Ruiz told the driver.', ""),
        ("The hives reached the pier before noon on Monday, Report informs.", "Report"),
        ("مدیر موزه در گفت‌وگو با ایسنا بیان کرد که پل باز است.", "ایسنا"),
    ],
)
def test_whom_somebody_told_it_is_the_paper_where_nothing_else_says(said: str, source: str) -> None:
    assert source == cleaned(f"{TITLE}\n\n{BODY}\n\n{said}").source


@pytest.mark.parametrize("place", ["KELBY BRIDGE", "LORNE, Fenmark"])
def test_in_one_line_a_place_in_capitals_opens_the_story(place: str) -> None:
    body = BODY.replace("\n\n", " ")
    article = cleaned(f"Beekeepers move hives by tram in spring {place} - {body}")
    assert "Beekeepers move hives by tram in spring" == article.title
    assert (body,) == article.paragraphs


@pytest.mark.parametrize(
    "tail",
    [
        "cbr/ab © Agence France-Presse",
        "El texto original en el idioma fuente de este comunicado es la versión oficial.",
    ],
)
def test_in_one_line_furniture_takes_no_sentence_along(tail: str) -> None:
    body = f"{BODY} {BODY} {BODY}".replace("\n\n", " ")
    article = cleaned(f"Paris (AFP) – {body} {tail}")
    assert article.paragraphs[0].startswith(body)


def test_in_one_line_the_story_goes_on_behind_a_linked_headline() -> None:
    line = "Lesen Sie auch: Storchenpaar brütet auf Feuerwehrturm Die Bienen fahren trotzdem Bahn."
    article = cleaned(f"{BODY} {BODY} {line}".replace("\n\n", " "))
    assert article.paragraphs[-1].endswith("Die Bienen fahren trotzdem Bahn.")


def test_in_one_line_a_town_is_told_from_the_end_of_the_headline() -> None:
    line = f"Beekeepers Move Hives by Tram in Spring Prague, Feb. 3 (AP) - {BODY}"
    article = cleaned(line.replace("\n\n", " "))
    assert ("Beekeepers Move Hives by Tram in Spring", "Prague") == (article.title, article.place)


def test_a_section_of_a_country_is_no_headline_that_begins_with_it() -> None:
    article = cleaned(f"India News | {TITLE}\n\n{BODY}")
    assert (f"India News | {TITLE}", PARAGRAPHS) == (article.title, article.paragraphs)
    assert TITLE == cleaned(f"India News\n\n{TITLE}\n\n{BODY}").title


POINTS = "* Signs deal with Wick Boats - filing\n\n* On Jan 9, entered amendment to credit line"


@pytest.mark.parametrize(
    ("opening", "first", "source"),
    [
        ("Jan 14 (Reuters) - Fen Kilns PLC:", "Fen Kilns PLC:", "Reuters"),
        ("Jan 14 (Reuters) - Kilns:", "Kilns:", "Reuters"),
        ("FEN KILNS AG - ", "FEN KILNS AG -", ""),
        ("Fen Kilns Inc -", "Fen Kilns Inc -", ""),
        ("Jan 14 Fen Kilns Ltd :", "Jan 14 Fen Kilns Ltd :", ""),
    ],
)
def test_a_brief_of_points_keeps_them_and_whom_they_tell_of(
    opening: str, first: str, source: str
) -> None:
    text = f"BRIEF-Fen Kilns signs deal\n\n{opening}\n\n{POINTS}\n\nSource text for Eikon: [ID:nX1]"
    article = cleaned(text)
    assert (first, *POINTS.split("\n\n")) == article.paragraphs
    assert ("", None, source) == (article.place, article.byline or None, article.source)


def test_points_above_running_text_leave_the_header_alone() -> None:
    story = ["The kilns of Kelby were lit again on Monday.", "The smoke was seen in Wick."]
    head = "Kilns lit again\n\nHighlights:\n\n* Smoke in Wick\n\n* Two kilns\n\nBy Moira Tallis"
    assert "Moira Tallis" == cleaned("\n\n".join([head, *story])).byline


@pytest.mark.parametrize(
    ("above", "byline", "source"),
    [
        ("Moira Tallis, Special to the Argus", "Moira Tallis", "Argus"),
        ("Words: Moira Tallis | Pictures: Jo Lind", "Moira Tallis", ""),
    ],
)
def test_who_wrote_for_a_paper_or_beside_a_photographer(
    above: str, byline: str, source: str
) -> None:
    article = cleaned(f"{TITLE}\n\n{above}\n\n{BODY}")
    assert (byline, source, PARAGRAPHS) == (article.byline, article.source, article.paragraphs)


def test_a_desk_before_its_town_is_no_place() -> None:
    text = "Redacción Kelby, 14 ene (EFE).- El reloj del puerto se paró el lunes y nadie oyó nada."
    assert "Kelby" == cleaned(f"El reloj se para\n\n{text}\n\nUn herrero subió a la torre.").place


@pytest.mark.parametrize(
    ("above", "place"), [("2025年1月14日 编辑：李四", None), ("记者：张三 编辑：李四", None)]
)
def test_an_editor_beside_the_date_is_no_place_and_no_paper(above: str, place: None) -> None:
    story = "港口的旧钟星期一停了，居民等着钟声。\n\n铁匠爬上塔楼，傍晚指针动了。"
    article = cleaned(f"港口的钟停了\n\n{above}\n\n{story}")
    assert (place, "") == (article.place or None, article.source)


@pytest.mark.parametrize(
    ("top", "filed", "day"),
    [
        ("Thursday, November 26, 2026", "KELBY, Jan 14, 2025 (Reuters) - ", "2025-01-14"),
        ("Wednesday, January 15, 2025", "KELBY, Jan 14, 2025 (Reuters) - ", "2025-01-15"),
    ],
)
def test_a_masthead_of_today_is_not_the_day_of_an_old_story(top: str, filed: str, day: str) -> None:
    assert day == str(cleaned(f"{top}\n\n{TITLE}\n\n{filed}{BODY}").date)


def test_a_headline_with_for_is_no_byline() -> None:
    title = "Beekeepers Ask for Night Tram after Third Dry Spring"
    article = cleaned(f"{title}\n\nBy Jo Lind\n\n{BODY}")
    assert (title, "Jo Lind") == (article.title, article.byline)


def test_a_country_beside_a_section_is_no_paper() -> None:
    assert "" == cleaned(f"Culture | Lesotho\n{TITLE}\nJo Lind\n9 May 2022\n\n{BODY}").source


def test_a_rule_of_signs_is_no_part_of_a_wrapped_line() -> None:
    wrapped = BODY.replace(
        "on Tuesday", "in the small hours\nof Tuesday, long before the bakers"
    ).replace("bees", "the bees")
    found = [
        one.text
        for one in read_blocks(f"Clips of the heath and all that is\n{'-' * 70}\n{wrapped}")
    ]
    assert ["Clips of the heath and all that is", "-" * 70] == found[:2]


def test_browsers_and_a_release_s_head_are_told_apart() -> None:
    article = cleaned(
        f"06.10.2022, 10:33 / OTS0094 / OTS-Presseaussendung\n{TITLE}\n\nGraz (OTS) - {BODY}"
    )
    assert ("2022-10-06", "OTS0094", TITLE) == (str(article.date), article.wire_id, article.title)


@pytest.mark.parametrize("name", ["REGNUM ", "ИА REGNUM. "])
def test_regnum_sets_its_name_before_the_story(name: str) -> None:
    story = "Пчеловоды перевезли ульи через город на трамвае."
    dateline = f"КОСТРОМА, 15 сентября 2020, 11:30 — {name}"
    article = cleaned(f"Ульи едут на трамвае\n\n{dateline}{story}\n\n{story} Никто не пострадал.")
    assert ("Кострома", "Regnum") == (article.place, article.source)
    assert story == article.paragraphs[0]


@pytest.mark.parametrize(
    ("line", "known"), [("March 2024", "2024-03"), ("marzo de 2024", "2024-03"), ("2024", "")]
)
def test_a_month_with_its_year_is_a_partial_date(line: str, known: str) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\nBy Jo Lind\n\n{BODY}")
    assert (None, known) == (article.date, article.partial_date)


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("By Jo Lind | Special to The Kelby Echo", "Kelby Echo"),
        ("By Jo Lind\nStaff Writer, The Fen Ledger", "The Fen Ledger"),
        ("By Jo Lind\nKelby Echo Staff Writer", "Kelby Echo"),
    ],
)
def test_the_paper_of_a_guest_or_a_post_is_the_source(line: str, paper: str) -> None:
    article = cleaned(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert ("Jo Lind", paper) == (article.byline, article.source)


def test_a_town_beside_the_date_is_no_paper_below_the_papers_own_name() -> None:
    date = "Roscanvel, mardi 20 mai 2014 115 mots, p. 14"
    story = "L'horloge du port s'est arrêtée lundi et personne ne l'a remarqué avant le soir."
    article = cleaned(f"Le Courrier du Phare\n{date}\n\nL'horloge se tait\n\n{story}\n\n{story}")
    assert ("Le Courrier du Phare", "2014-05-20") == (article.source, str(article.date))


def test_a_word_of_the_agencys_own_name_is_no_place() -> None:
    article = cleaned(f"{TITLE}\nBy Jo Lind\n30 December 2024\nDow Jones Newswires\n\n{BODY}")
    assert ("", "Dow Jones Newswires") == (article.place, article.source)


def test_a_paper_in_quotation_marks_beside_the_author_and_the_day_is_the_source() -> None:
    story = "Почтальон Агафонов двадцать шесть лет носил письма в восемь деревень у реки."
    line = "Ольга Снегирёва, «Северный вестник», 17 июля 2023 года"
    article = cleaned(f"Почтальон переписал деревни\n\n{line}\n\n{story}\n\n{story}")
    assert ("Северный вестник", "Ольга Снегирёва") == (article.source, article.byline)


def test_on_one_line_the_place_is_the_word_that_the_story_knows() -> None:
    title = "Kelton Schools Swap Coal for Winter Heating of Straw"
    story = "Nineteen schools in Kelton are heated with straw this winter, the mayor said. " * 8
    article = cleaned(f"{title} Kelton, Feb. 5 (Petra) -- {story}")
    assert (title, "Kelton") == (article.title, article.place)


@pytest.mark.parametrize("site", ["Spanish.xinhuanet.com", "www.xinhuanet.com"])
def test_a_desk_of_an_agencys_site_is_the_agency(site: str) -> None:
    assert "Xinhua" == cleaned(f"{TITLE}\n{site}\n2025-08-10 04:12:37\n\n{BODY}").source


def test_a_desk_of_an_agencys_site_is_the_agency_in_its_own_language() -> None:
    title, *story = STORIES["fr"]
    text = f"{title}\nFrench.news.cn\n2025-08-10 04:12:37\n\n" + "\n\n".join(story)
    assert "Xinhua" == cleaned(text).source


def test_an_edition_beside_the_date_is_no_place_and_no_paper() -> None:
    head = "Sud Fen\nGironde, jeudi 16 janvier 2025, p. 14\n\n"
    foot = "\n\n© 2025 Sud Fen. Tous droits réservés."
    title, *story = STORIES["fr"]
    article = cleaned(head + "\n\n".join([title, *story]) + foot)
    assert ("Sud Fen", "", "2025-01-16") == (article.source, article.place, str(article.date))


def test_an_author_of_a_database_is_believed_whatever_the_name_means() -> None:
    fields = (
        "Author: Lind, Avis\n\nPublication info: The Fen Times ; Kelby, Me. 20 Nov 2010: 7.\n\n"
    )
    foot = "\n\nPublication title: The Fen Times\n\nProQuest document ID: 808215530"
    assert "Avis Lind" == cleaned(f"{TITLE}\n\n{fields}Full text: {BODY}{foot}").byline


@pytest.mark.parametrize(
    "title",
    [
        "KELBY MILLS <KLB>, WICK <WCK> SET EXCHANGE RATIO",
        "TREASURY BALANCES AT FED FELL ON MARCH 27",
        "PDVSA TO SIGN KELBY REFINERY DEAL MARCH 17",
        "WICK SAYS U.S.-BRITISH TRADE DIFFICULTIES REMAIN",
    ],
)
def test_a_headline_in_capitals_is_no_path_no_day_and_no_caption(title: str) -> None:
    article = cleaned(f"{title}\n\nKELBY, March 30 - {BODY}")
    assert (title, "Kelby") == (article.title, article.place)


def test_a_dispatch_may_begin_with_its_headline() -> None:
    title = "One man is dead after an accident in Kelby County"
    first = f"KELBY, Ky. (WBKO) -- {title}."
    assert f"{title}." == cleaned(f"{title}\n\n{first}\n{BODY}").paragraphs[0]


def test_a_cookie_banner_above_a_path_is_no_headline() -> None:
    title, *story = STORIES["de"]
    banner = "Wir verwenden Cookies, um Inhalte zu zeigen. Alle akzeptieren | Einstellungen"
    top = f"{banner}\n\nFenland-Bote > Lokales\n{title}\nVon Ewa Lind\n5. September 2024, 07:30 Uhr"
    article = cleaned("\n\n".join([top, *story]))
    assert (title, "Fenland-Bote", "Ewa Lind") == (article.title, article.source, article.byline)


def test_a_section_that_a_path_names_is_no_paper() -> None:
    title, *story = STORIES["en"]
    top = f"News / India News / {title}\n{title}\nEdited by: Indo-Asian News Service\nIndia News"
    article = cleaned("\n\n".join([f"{top}\nJan 27, 2025 14:08 pm IST", *story]))
    assert ("IANS", title) == (article.source, article.title)


def test_an_editor_beside_the_hour_is_no_place() -> None:
    title, *story = STORIES["es"]
    header = "Spanish.xinhuanet.com| 2025-02-09 15:03:30|Editor: huaxia"
    first = f"LA PAZ, 9 feb (Xinhua) -- {story[0]}"
    assert "La Paz" == cleaned("\n\n".join([f"{title}\n{header}", first, *story[1:]])).place


def test_a_town_below_the_author_is_the_place() -> None:
    title, *story = STORIES["es"]
    header = "Publicado em 03/02/2025 - 09:15\nMarina Lind - Repórter da Agência Brasil\nManaus"
    assert "Manaus" == cleaned("\n\n".join([title, header, *story])).place


def test_a_dateline_opens_the_story_whatever_its_words_are() -> None:
    opening = "KARS (AA) - Bir gazete, haberlerini izinsiz kullanan siteye kaynak göstermesi için"
    article = cleaned("\n\n".join([STORIES["tr"][0], f"{opening} dava açtı.", *STORIES["tr"][1:]]))
    assert article.paragraphs[0] == f"{opening} dava açtı.".partition(" - ")[2]


def test_a_headline_quotes_the_label_of_a_credit() -> None:
    title = 'הצלם שכתב "צילום:" ושכח לצלם'
    assert title == cleaned("\n\n".join([title, "30/01/2025", *STORIES["he"][1:]])).title


@pytest.mark.parametrize("paper", ["Diario del Valle Alto", "Le Courrier du Léon"])
def test_a_paper_alone_below_the_story_is_the_source(paper: str) -> None:
    article = cleaned("\n\n".join([*STORIES["fr"], "Partager", paper]))
    assert (paper, STORIES["fr"][-1]) == (article.source, article.paragraphs[-1])


def test_what_reads_as_a_second_author_beside_the_date_is_the_paper() -> None:
    header = "By Ana Ruiz\nOuse Valley Tide, April 3, 2024"
    article = cleaned("\n\n".join([STORIES["en"][0], header, *STORIES["en"][1:]]))
    assert ("Ana Ruiz", "Ouse Valley Tide") == (article.byline, article.source)


def test_who_took_the_picture_names_no_paper_with_a_credit() -> None:
    credit = "Le pont du Fen, vendredi. © Crédit photo : Jo Lind"
    assert cleaned("\n\n".join([*STORIES["fr"][:2], credit, *STORIES["fr"][2:]])).source == ""


def test_the_score_of_the_teams_a_story_tells_of_is_its_end() -> None:
    story = ["The win of Wick Thistle over Lorn Rovers came after thirty years of trying, at last."]
    end, box = ["Wick Thistle 3", "Lorn Rovers 2"], ["Enter your email", "Sign up", "4 comments"]
    article = cleaned("\n\n".join([STORIES["en"][0], *STORIES["en"][1:], *story, *end, *box]))
    assert [*story, *end] == list(article.paragraphs[-3:])


def test_what_the_last_sentence_tells_of_is_its_end_were_it_a_telephone() -> None:
    end = ["He still knew the number by heart. He has had it painted on the door:", "01746 960123"]
    article = cleaned("\n\n".join([*STORIES["en"], *end, "Share this:", "Twitter", "Facebook"]))
    assert end == list(article.paragraphs[-2:])


def test_who_asks_in_an_interview_is_no_place() -> None:
    asked = [
        "Folha - Para que o senhor quer uma cabine?",
        "Lind - Para falar.",
        "Folha - Com quem?",
    ]
    opening = STORIES["es"][1]
    header = [STORIES["es"][0], "Por Jo Lind\n2 de julio de 2025\nFolha do Planalto", opening]
    article = cleaned("\n\n".join([*header, *asked, *STORIES["es"][2:]]))
    assert (opening, *asked) == article.paragraphs[:4]


def test_paps_day_and_month_in_figures_and_its_reporter() -> None:
    title, first, *story = STORIES["de"]
    text = "\n\n".join([title, f"Chicago, 4.11 (PAP) - {first}", *story, "Z Chicago Jo Lind (PAP)"])
    article = cleaned(text)
    assert (first, *story) == article.paragraphs
    said = (article.place, article.source, article.byline, article.partial_date)
    assert said == ("Chicago", "PAP", "Jo Lind", "XXXX-11-04")


def test_a_year_of_two_figures_behind_the_month_is_of_this_century() -> None:
    article = cleaned("\n\n".join([*STORIES["fr"], "(ITALPRESS).\nvbo/red\n12-Feb-25 12:40"]))
    assert "2025-02-12" == str(article.date)


def test_a_state_in_brackets_is_no_part_of_the_papers_name() -> None:
    header = (
        "Paper: Fen Lake Record (OH)\nTitle: Pickle works to ring\nDate: July 19, 2009\nPage: C1"
    )
    assert cleaned(f"{header}\n\n" + "\n\n".join(STORIES["en"][1:])).source == "Fen Lake Record"


def test_allafricas_header_on_one_line_is_parted() -> None:
    head = "20 February 2025 New Era (Windhoek) Namibia: Fen Fishers Agree By Jo Lind Fen — "
    article = cleaned(head + " ".join(STORIES["en"][1:]))
    said = (article.title, article.byline, article.place, article.source, str(article.date))
    assert said == (
        "Namibia: Fen Fishers Agree",
        "Jo Lind",
        "Fen",
        "New Era",
        "2025-02-20",
    )
    assert (" ".join(STORIES["en"][1:]),) == article.paragraphs


def test_on_one_line_the_words_on_a_sign_are_no_notice() -> None:
    title, *story = STORIES["ru"]
    last = "Надпись «Все права защищены» под новостями заменят ссылкой на страницу автора."
    text = f"{title} КАЗАНЬ, 11 фев — РИА Новости. {' '.join(story)} {last} Подписывайтесь на канал"
    assert (f"{' '.join(story)} {last}",) == cleaned(text).paragraphs


def test_what_a_browser_prints_amid_a_sentence_goes() -> None:
    foot = "https://www.fenlandmessenger.example/news/eel-trapper-apprentice\t1/2"
    mark = f"{foot}\n14/01/2025, 10:33\tEel trapper takes on apprentice | Fen Messenger"
    title, first, second, *story = STORIES["en"]
    half = second.index("quieter") - 1
    parts = [first, second[:half], mark, second[half + 1 :], *story]
    text = "\n\n".join([title, *(p if p is mark else fill(p, 72) for p in parts)])
    assert (first, second, *story) == cleaned(text).paragraphs


@pytest.mark.parametrize(
    ("lang", "told", "word"),
    [
        ("en", "She turned to the last page, which holds a single word.", "End."),
        (
            "ru",
            "Посетителям разрешат набрать одно слово. Первым стало слово из пяти букв.",
            "Конец.",
        ),
        ("fr", "Il ne prononça qu'un seul mot avant de fermer la porte du phare.", "Fin."),
    ],
)
def test_a_word_of_which_the_last_sentence_tells_is_no_end_mark(
    lang: str, told: str, word: str
) -> None:
    assert (told, word) == cleaned("\n\n".join([*STORIES[lang], told, word])).paragraphs[-2:]


def test_a_headline_is_not_what_appeared_first() -> None:
    title = "The Post That Appeared First on a Barn Door"
    article = cleaned("\n\n".join([title, *STORIES["en"][1:]]))
    assert (title, "") == (article.title, article.source)


def test_a_sentence_that_gives_the_last_word_stays_with_it() -> None:
    end = ["By evening the whole county could read it:", "Maybe."]
    article = cleaned(
        "\n\n".join([*STORIES["en"], *end, "Copyright 2025 Fen Post. All rights reserved."])
    )
    assert end == list(article.paragraphs[-2:])


def test_an_agency_behind_the_last_sentence_signs_it_by_any_of_its_names() -> None:
    article = cleaned("\n\n".join([*STORIES["en"][:-1], STORIES["en"][-1] + " - Reuters"]))
    assert ("Reuters", STORIES["en"][-1]) == (article.source, article.paragraphs[-1])


def test_who_owns_the_page_did_not_write_the_release_on_it() -> None:
    opening = f"KELBY, GA, January 30, 2025 /EINPresswire.com/ -- {STORIES['en'][1]}"
    foot = "Copyright 2025 Nexfen Media Inc. All rights reserved."
    article = cleaned("\n\n".join([STORIES["en"][0], opening, *STORIES["en"][2:], foot]))
    assert article.source == "EIN Presswire"


def test_a_town_before_its_country_and_a_colon_opens_a_story_of_the_gulf() -> None:
    title, first, *story = STORIES["en"]
    prefix = "(MENAFN - The Peninsula) AFP"
    article = cleaned("\n".join([title, prefix, f"Kelbyville, Qatar: {first}", *story]))
    assert ("Kelbyville", first) == (article.place, article.paragraphs[0])


def test_a_japanese_headline_with_a_comma_is_no_paper() -> None:
    title = "廃校の時計、山里に再び時報"
    article = cleaned(
        "\n\n".join([title, "2024年10月21日 17時04分", "(共同通信)", *STORIES["zh"][1:]])
    )
    assert (title, "共同通信") == (article.title, article.source)


def test_a_long_sentence_with_an_address_speaks_to_nobody() -> None:
    last = (
        "Those who would rather write may send a line of their own to poems@fen.example, and it may"
        " be read to whoever calls next, the miners say."
    )
    article = cleaned("\n\n".join([*STORIES["en"], last, "Follow Fen Lamp on Facebook"]))
    assert last == article.paragraphs[-1]


@pytest.mark.parametrize(("day", "month"), [("23 сен", "09"), ("7 ноя", "11")])
def test_months_as_ria_shortens_them(day: str, month: str) -> None:
    title, first, *story = STORIES["ru"]
    article = cleaned("\n\n".join([title, f"КАЗАНЬ, {day} — РИА Новости. {first}", *story]))
    assert (first, *story) == article.paragraphs
    assert ("Казань", month) == (article.place, article.partial_date[5:7])


def test_a_question_of_an_agency_is_no_dateline() -> None:
    title, first, *story = STORIES["fa"]
    asked = ["ایرنا: چند شاگرد دارید؟", "صباغیان: یکی، آن هم نوه‌ام است.", "ایرنا: به چه کسی؟"]
    article = cleaned("\n\n".join([title, f"کاشان - ایرنا - {first}", *asked, *story]))
    assert ((first, *asked, *story), "کاشان") == (article.paragraphs, article.place)


def test_a_headline_of_papers_and_a_portal_is_no_paper() -> None:
    title = "Namibia: Weekly Papers Weigh Joining Continental News Portal"
    header = f"6 November 2024\nNew Era (Windhoek)\n\n{title}\n\nBy Ana Ruiz"
    assert cleaned("\n\n".join([header, *STORIES["en"][1:]])).title == title


def test_a_scholar_below_a_question_and_the_day_is_the_author() -> None:
    title = "The little sign does nothing, so why do we keep typing it?"
    header = [title, "Published: May 11, 2023 1.19pm BST"]
    scholar = "Ana Ruiz, Reader in Intellectual Property Law, Fen University"
    article = cleaned("\n\n".join([*header, scholar, *STORIES["en"][1:]]))
    assert ("Ana Ruiz", title) == (article.byline, article.title)


def test_a_german_line_that_ends_with_a_little_word_goes_on() -> None:
    story = "Die Stadtwerke antworten damit auf einen Brief der vierten Klasse aus Allmannsdorf."
    broken = story.replace("aus ", "aus\n")
    article = cleaned("\n\n".join([*STORIES["de"][:2], broken, "Der Versuch endet im Sommer."]))
    assert story in article.paragraphs


def test_agis_initials_leave_a_short_last_sentence() -> None:
    article = cleaned("\n\n".join([*STORIES["fr"], "Aveva ragione. (AGI)Pz/Rap"]))
    assert ("Aveva ragione.", "AGI") == (article.paragraphs[-1], article.source)


def test_a_headline_behind_a_label_is_no_author() -> None:
    title = "Interview: Fen Archivist Says Half The File Is Still Blank"
    article = cleaned(f"{title}\n\nJan 14, 2025\nBy Ana Ruiz\n\n" + "\n\n".join(STORIES["en"][1:]))
    assert (title, "Ana Ruiz") == (article.title, article.byline)


def test_a_question_above_the_day_and_the_author_leaves_the_day_a_date() -> None:
    header = "Who signed the first report of the fire?\n\nPublished 7 May 2020\nBy Ana Ruiz"
    article = cleaned(f"{header}\n\n" + "\n\n".join(STORIES["en"][1:]))
    assert ("2020-05-07", "Ana Ruiz") == (str(article.date), article.byline)


def test_the_address_of_a_cached_page_tells_its_day() -> None:
    cache = (
        "This is Google's cache of https://fen.example/news/2019/03/07/bridge/. It is a snapshot"
    )
    above = f"{cache} of the page as it appeared on 22 Jun 2020."
    article = cleaned("\n\n".join([above, *STORIES["en"]]))
    assert ("2019-03-07", STORIES["en"][0]) == (str(article.date), article.title)


def test_section_and_site_behind_a_headline_go() -> None:
    title, *story = STORIES["en"]
    printed = f"{title} | India News - Business Standard"
    assert title == cleaned("\n\n".join([printed, "IANS | Bengaluru", *story])).title


def test_a_country_before_the_town_of_its_agency_is_not_the_place() -> None:
    title, *story = STORIES["en"]
    first = f"VIETNAM, June 5 - DA LAT \u2014 {story[0]}"
    article = cleaned("\n\n".join([title, first, *story[1:]]))
    assert ("Da Lat", tuple(story)) == (article.place, article.paragraphs)


@pytest.mark.parametrize(
    ("title", "opening", "source"),
    [
        ("Ferry Riders Would Rather Be Late", "Ferry riders on the islands put comfort first", ""),
        ("A Choir of Drivers Sings", "A choir of bus drivers has released an album", ""),
        (
            "Tamar Ridge Finds a Second Lens",
            "Tamar Ridge Copper Corp. (TSXV: TMK) reports that a hole met copper",
            "Tamar Ridge Copper Corp.",
        ),
    ],
)
def test_who_issues_a_release_is_named_whole_or_not(title: str, opening: str, source: str) -> None:
    text = f"KELBY, Ontario, January 30, 2025 /PRNewswire/ -- {opening} beyond the old pier."
    rest = "The lamp was lit again on Friday, and nobody on the quay went home before it was dark."
    assert (source or "PR Newswire") == cleaned("\n\n".join([title, text, rest])).source


def test_a_path_that_begins_with_the_site_is_no_headline() -> None:
    title, *story = STORIES["en"]
    top = f"Today.Az \u00bb Entertainment \u00bb {title}\n05 October 2021 [10:15] - Today.Az"
    assert title == cleaned("\n\n".join([top, "By Ewa Lind", *story])).title


def test_sections_joined_by_a_sign_are_no_headline() -> None:
    title, *story = STORIES["en"]
    top = f"Business & Finance\n{title}\nBy Ewa Lind\n127 words\n31 December 2024\nThe Fen Journal"
    top += "\nJ\nB3\nEnglish\nCopyright 2024 Fen & Company, Inc. All Rights Reserved."
    foot = "Document J000000020241231ekcv0000m\n\nSearch Summary\nText: ferry or harbour\n"
    foot += "Date: 12/29/2024 to 12/31/2024\nSource: The Fen Journal\nResults Found: 2"
    article = cleaned("\n\n".join([top, *story, foot]))
    assert (title, "2024-12-31") == (article.title, str(article.date))


def test_an_agencys_continent_is_no_place() -> None:
    title, *story = STORIES["en"]
    header = "Voice of America - Africa\nSeptember 12, 2024 10:41 AM\nEwa Lind"
    first = f"NAKIVALE, UGANDA \u2014 {story[0]}"
    assert "Nakivale" in cleaned("\n\n".join([title, header, first, *story[1:]])).place


def test_a_paper_with_its_seat_above_the_headline_is_named_with_its_article() -> None:
    title, *story = STORIES["en"]
    top = "20 February 2025\nThe Namibian (Windhoek)"
    foot = "Read the original article on Namibian."
    text = "\n\n".join([top, f"Namibia: {title}", "By Ewa Lind", *story, foot])
    assert "The Namibian" == cleaned(text).source


def test_the_whole_name_of_a_german_issuer_is_the_source() -> None:
    _, *story = STORIES["de"]
    first = (
        f"BREMEN, 08. Dez. 2023 (GLOBE NEWSWIRE) -- Die Fenhafen Seilwerke AG meldet: {story[0]}"
    )
    about = "\u00dcber Fenhafen\n\nDie Fenhafen Seilwerke AG fertigt seit 1887 Tauwerk und Netze."
    text = "\n\n".join(["Fenhafen Seilwerke liefert ein Seil", first, *story[1:], about])
    assert "Fenhafen Seilwerke AG" == cleaned(text).source


def test_a_town_and_a_hyphen_below_a_paper_with_its_seat_open_the_story() -> None:
    title, *story = STORIES["fr"]
    header = f"19 Novembre 2024\nLe Soleil (Dakar)\n\nSénégal: {title}\n\nPar Ewa Lind"
    article = cleaned("\n\n".join([header, f"Oussouye - {story[0]}", *story[1:]]))
    assert ("Oussouye", tuple(story)) == (article.place, article.paragraphs)


def test_the_points_that_reuters_stars_above_its_dateline_are_the_storys() -> None:
    title, *story = STORIES["en"]
    points = ["* Ferry back after eleven weeks", "* New gearbox is quieter"]
    first = f"KELBY, Jan 15 (Reuters) - {story[0]}"
    article = cleaned("\n\n".join([f"UPDATE 2-{title}", "\n".join(points), first, *story[1:]]))
    assert (title, (*points, *story)) == (article.title, article.paragraphs)


@pytest.mark.parametrize(
    "title",
    [
        "Ferry carries its 500. passenger to Kelby",
        "Ferry fares rise 8.8 pct (Jan 8.6) - official",
        "Kelby Rovers lose the cup (2) to the lower harbour",
    ],
)
def test_a_number_amid_a_headline_stays(title: str) -> None:
    assert title == cleaned("\n\n".join([title, *STORIES["en"][1:]])).title


def test_a_credits_words_in_a_headline_and_in_quotation_marks_are_the_storys() -> None:
    title, *story = "Photo by Nobody: the man who never signed a print", *STORIES["en"][1:]
    told = (
        'For thirty years he sold his prints in Kelby and stamped each of them "Photo by Nobody".'
    )
    article = cleaned("\n\n".join([title, told, *story]))
    assert (title, (told, *story)) == (article.title, article.paragraphs)


def test_the_end_of_an_arabic_verb_is_no_source() -> None:
    title, *story = STORIES["ar"]
    assert "" == cleaned("\n\n".join([title, *story, "تابعونا على تليجرام"])).source


def test_a_chinese_dateline_with_its_year_gives_reporter_place_and_day() -> None:
    first = "（中央社記者陳海音澎湖縣2020年5月6日電）澎湖縣吉貝嶼一座百年石滬修復，漁民走進石滬。"
    article = cleaned("\n\n".join(["澎湖石滬修復完成", first, "石頭會自己告訴你該放哪裡，他說。"]))
    assert ("中央社", "陳海音", "澎湖縣") == (article.source, article.byline, article.place)
    assert ("2020-05-06", "澎湖縣吉貝嶼") == (str(article.date), article.paragraphs[0][:6])


def test_the_days_of_a_chronicle_are_the_storys() -> None:
    title, *story = STORIES["en"]
    days = ["29 January 2022, 04:10", "29 January 2022, 11:30", "1 February 2022, 23:05"]
    told = [line for pair in zip(days, story, strict=False) for line in pair]
    opened = "Parts of Kelby were dark for 91 hours. This is how islanders remember it."
    header = f"{title}\n\nBy Ewa Lind\nPublished 3 February 2022"
    article = cleaned("\n\n".join([header, opened, *told]))
    assert (opened, *told) == article.paragraphs
    assert "2022-02-03" == str(article.date)


def test_who_issues_a_german_release_stands_above_its_headline() -> None:
    _, *story = STORIES["de"]
    header = "15.01.2025 - 10:02\n\nVerband der Seiler\n\nNeue Taue: Seiler raten zu Hanf"
    article = cleaned("\n\n".join([header, f"Oldenburg (ots) - {story[0]}", *story[1:]]))
    assert "Neue Taue: Seiler raten zu Hanf" == article.title


def test_an_agencys_desk_is_filed_under_the_agency() -> None:
    title, *story = STORIES["en"]
    first = f"Jorhat (Assam) [India], January 21 (ANI): {story[0]}"
    header = f"{title}\n\nANI  General News\n\nFirst Published: Jan 21 2025 | 8:11 PM IST"
    assert "ANI" == cleaned("\n\n".join([header, first, *story[1:]])).source


@pytest.mark.parametrize(
    ("opening", "place", "source"),
    [
        ("تونس ـ «القدس الجديد»: ", "تونس", "القدس الجديد"),
        ("لندن – «القدس الجديد»: ", "لندن", "القدس الجديد"),
        ("دبي: «القدس الجديد» ", "دبي", "القدس الجديد"),
    ],
)
def test_an_arabic_paper_names_itself_behind_the_place(
    opening: str, place: str, source: str
) -> None:
    title, *story = STORIES["ar"]
    article = cleaned("\n\n".join([title, opening + story[0], *story[1:]]))
    assert (place, source, story[0]) == (article.place, article.source, article.paragraphs[0])


def test_the_town_between_agency_and_date_is_the_place() -> None:
    title, *story = STORIES["en"]
    header = "Press Trust of India\nKelbypuram\n3 min read Last Updated : Jan 21 2025 | 8:11 PM IST"
    assert "Kelbypuram" == cleaned("\n\n".join([title, header, *story])).place


def test_trends_reporter_stands_behind_the_day() -> None:
    title, *story = STORIES["en"]
    first = f"BAKU, Azerbaijan, April 17. Leyla Aliyeva, Trend: {story[0]}"
    article = cleaned("\n\n".join([title, first, *story[1:]]))
    assert ("Leyla Aliyeva", "Baku") == (article.byline, article.place)


def test_a_feeds_description_is_the_story_where_it_has_no_other() -> None:
    title, *story = STORIES["en"]
    header = f"title: {title}\nlink: https://kelby.example/a\npubDate: 2025-02-08 07:15:00"
    told = "\n".join(
        [f"description: {story[0]}", *story[1:], "content: ONLY AVAILABLE IN PAID PLANS"]
    )
    assert tuple(story) == cleaned(f"{header}\n{told}").paragraphs


def test_a_licence_behind_an_author_is_no_first_name() -> None:
    title, *story = STORIES["en"]
    header = f"{title}\nby Ewa Lind, The Conversation\nCredit: Ewa Lind, CC BY-ND"
    assert "Ewa Lind" == cleaned("\n\n".join([header, *story])).byline


def test_the_article_of_a_french_company_is_no_part_of_its_name() -> None:
    _, *story = STORIES["fr"]
    first = f"LYON, 8 déc. 2023 (GLOBE NEWSWIRE) -- La Société Verrière du Lac annonce : {story[0]}"
    text = "\n\n".join(["Société Verrière du Lac rallume un four", first, *story[1:]])
    assert "Société Verrière du Lac" == cleaned(text).source
