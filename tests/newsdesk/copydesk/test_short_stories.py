"""Stories of few words: no sentence of theirs is a headline, a deck or the headline again."""

import pytest

from .formats import STORIES
from .test_formats import cleaned

SHORT = {  # by headline: the line of the date, and the sentences
    "Коза на рынке": ["", "Коза съела кассу, сообщает ТАСС.", "Хозяин обещал заплатить."],
    "Hochwasser": ["11.02.2025", "Der Basar steht unter Wasser.", "Niemand starb."],
    "Sel baskını": ["", "Pazarı sel bastı, AA bildirdi.", "Ölen yok."],
    "洪水": ["", "市场被淹，新华社报道。", "没有人死亡。"],
    "Курс сома на 11 февраля": [
        "11 февраля 2025",
        "Нацбанк установил курсы на вторник.",
        "Доллар — 87,45 сома",
        "Евро — 90,12 сома",
        "В обменных бюро доллар продают по 87,6 сома.",
    ],
    "Three die in Fenton gas blast": [
        "February 11, 2025",
        "Three die in Fenton gas blast that hurt fourteen.",
        "A stove had leaked overnight.",
        "The street is closed.",
    ],
    "В Оше открыли рынок": [
        "11.02.2025",
        "В Оше открыли рынок для фермеров.",
        "Там сорок рядов.",
        "Стоянка бесплатна.",
    ],
}


@pytest.mark.parametrize("title", SHORT)
def test_every_sentence_of_a_short_story_stays(title: str) -> None:
    day, *story = SHORT[title]
    article = cleaned("\n".join([title, *([day] if day else []), "", *story]) + "\n")
    assert (title, tuple(story)) == (article.title, article.paragraphs)


def test_a_dateline_parts_no_news_from_the_headline_it_begins_with() -> None:
    title, said = "Muere el poeta Raúl Lobo", "Muere el poeta Raúl Lobo a los 91 años en Lima."
    rest = ("Escribió doce libros.", "Será enterrado en Orn.")
    article = cleaned("\n".join([title, "11/02/2025", f"Lima, 11 feb (EFE).- {said}", *rest]))
    assert (title, (said, *rest)) == (article.title, article.paragraphs)


STORY = (
    "Der Basar steht nach einem Gewitter unter Wasser, wie die Behörden am Dienstag mitteilten.",
    "Die Läden öffnen am Freitag.",
    "Tote gibt es nicht, sagte der Bürgermeister der Stadt am Abend.",
)
CREDITS = [
    *("Foto: dpa", "Bild: AFP", "Fotos: EFE", "Infografía: EFE", "Haber: AA", "Vidéo: AFP"),
    *("Инфографика: ТАСС", "صورة: سانا", "عکس: ایرنا", "צילום: AP", "图片：新华社", "Texto: Lusa"),
]


@pytest.mark.parametrize("credit", [*CREDITS, "Foto: EFE/Ana Paz"])
@pytest.mark.parametrize("place", [1, 2])
def test_a_credit_to_an_agency_is_no_dateline(credit: str, place: int) -> None:
    lines = [*STORY[:place], credit, *STORY[place:]]
    article = cleaned("\n\n".join(["Hochwasser am Basar\n11.02.2025", *lines]) + "\n")
    assert ("", STORY) == (article.place, article.paragraphs)


def test_a_heading_below_another_stories_headline_stays() -> None:
    story = [
        "Фасоль в Таласе сушат на крышах, и в октябре город становится пестрым.",
        "Читайте также",
        "Как фасоль попала в Сербию",
        "Сколько стоит",
        "Килограмм белой фасоли стоит семьдесят сомов, пестрой девяносто.",
    ]
    kept = (story[0], *story[3:])
    assert kept == cleaned("\n".join(["Как сушат фасоль", *story]) + "\n").paragraphs


@pytest.mark.parametrize("end", ["(I)", "(ABC)"])
def test_the_section_behind_the_last_sentence_leaves_it_a_sentence(end: str) -> None:
    lines = ["El documento permite seguir su peso y su edad.", f"Nadie lo pidió, dijeron. {end}"]
    below = "Te recomendamos estas noticias\nPalomas con GPS en Cuenca"
    article = cleaned("\n".join(["Iguanas tienen cédula", *lines, below]) + "\n")
    assert 2 == len(article.paragraphs)


def test_a_headline_above_a_picture_s_credit_is_the_headline() -> None:
    title = "В Якутске открыли цех по ремонту нарт"
    story = ("Цех открылся после трех лет простоя.", "Очередь до апреля, сказал начальник.")
    text = f"14 февраля, 10:42\n{title}\n© Юрий Сметов/ТАСС\n\nЯКУТСК, 14 февраля. /ТАСС/. "
    article = cleaned(text + "\n\n".join(story) + "\n")
    assert (title, story) == (article.title, article.paragraphs)


def test_a_dispatch_right_below_a_picture_s_credit_is_no_caption() -> None:
    first = "Quaranta famiglie sono state evacuate nella notte dopo l'esondazione del torrente."
    rest = (
        "I vigili del fuoco hanno lavorato con sei squadre. Non risultano feriti, dice il sindaco."
    )
    head = "Maltempo: esonda il torrente\n© ANSA/EPA\n"
    article = cleaned(f"{head}(ANSA) - VICENZA, 24 FEB - {first}\n{rest}\n")
    assert ("Vicenza", (first, rest)) == (article.place, article.paragraphs)


def test_where_a_story_first_appeared_tells_its_dateline_s_year() -> None:
    story = "Saurashtra took a lead of sixty-one over Baroda on a rainy second day of their match."
    foot = "(The above story first appeared on LatestLY on Jan 24, 2025 08:11 PM IST. For more news"
    foot += " and updates on politics, world and sports, log on to our website latestly.com)."
    article = cleaned(f"Lead on rainy day\n\nRajkot, Jan 24 (IANS) {story}\n\n{story}\n\n{foot}\n")
    assert "2025-01-24" == str(article.date)


def test_who_reported_and_filmed_stands_before_dha_s_dateline() -> None:
    story = "SAĞLIK Bakanlığı, Ankara'da dört yüz yataklı yeni bir hastane açtı, dedi bakan."
    article = cleaned(f"Yeni hastane\n\nHaber: Ayşe DEMİR/ANKARA, (DHA)- {story}\n\n{story}\n")
    assert ("Ankara", "Ayşe Demir", "DHA") == (article.place, article.byline, article.source)


def test_spa_s_name_on_a_line_of_its_own_is_the_source() -> None:
    story = "The hospital opened a heart ward on Wednesday, with forty beds and two theatres."
    article = cleaned(f"Hospital opens ward\n\n{story}\n\n{story}\n\n--SPA\n12:45 Local Time\n")
    assert "SPA" == article.source


def test_a_place_and_a_colon_that_the_sentence_names_again_is_the_place() -> None:
    story = "Around 400 vehicles are held on the highway between Bomdila and Sela, officials said."
    article = cleaned(f"Highway blocked\n\nNDTV News Desk\n\nBomdila: {story}\n\n{story}\n")
    assert ("Bomdila", story) == (article.place, article.paragraphs[0])


def test_tags_of_three_words_are_nobody_s_name() -> None:
    story = "Аграрии края просили включить в перечень овёс и горох, сообщило министерство."
    article = cleaned(f"Тариф на зерно\n\n{story}\n\n{story}\n\nМинсельхоз Зерно Сибирь\n")
    assert "" == article.byline


def test_two_lines_of_which_the_next_sentence_tells_are_the_story() -> None:
    story = (
        "The last paper mill on the river stopped on Friday after a hundred and thirty-one years.",
        "Foreman Jens Ohl, who pressed the button, wrote on the last roll, in pencil:",
        "END OF REEL",
        "- 30 -",
        "The second line, he explained, was what his grandfather put beneath a finished column.",
    )
    assert story == cleaned("\n\n".join(["Mill stops", *story]) + "\n").paragraphs


LAST = [  # what stories end with
    ("en", "An appeal is possible."),
    ("en", "Nobody sang."),
    ("en", "Admission is free."),
    ("en", "Comments are welcome."),
    ("en", "The link was dead."),
    ("en", "She never subscribed."),
    ("en", "Bring a pencil."),
    ("en", "No comment."),
    ("en", "Final score: 31-17"),
    ("en", "Kelby Town 2, Wick Rovers 2"),
    ("en", "6-4, 3-6, 7-5"),
    ("en", "$14.99, hardback"),
    ("en", "and no bird answers"),
    ("fr", "Personne n'a partagé la photo."),
    ("fr", "et la mer ne répond plus"),
    ("de", "Kommentare gab es keine."),
    ("de", "29,90 Euro, gebunden"),
    ("es", "Nadie firmó."),
    ("ru", "Вход свободный."),
    ("tr", "Yorum yok."),
    ("ar", "لم يعلق أحد."),
    ("zh", "没有人分享。"),
]


@pytest.mark.parametrize("foot", ["", "Share this article\n\nFacebook\nTwitter\nEmail"])
@pytest.mark.parametrize(("lang", "line"), LAST)
def test_a_short_last_line_stays(lang: str, line: str, foot: str) -> None:
    title, *story = STORIES[lang]
    text = "\n\n".join([title, *story, line, *([foot] if foot else [])])
    assert (*story, line) == cleaned(text).paragraphs


@pytest.mark.parametrize("label", ["", "Body: "])
@pytest.mark.parametrize("header", ["Title: {}", "Headline: {}\nDate: 6 May 2024"])
def test_the_first_sentence_below_a_labelled_headline_is_the_storys(
    header: str, label: str
) -> None:
    title = "Council tax up again"
    story = (
        "Householders in Kelby will pay 40 pounds more, the council said on Monday.",
        "The mayor voted against.",
        "A hall will close.",
    )
    top = header.format(title)
    text = "\n\n".join([top, *story]) if not label else f"{top}\n{label}" + "\n\n".join(story)
    article = cleaned(text)
    assert (title, story) == (article.title, article.paragraphs)
