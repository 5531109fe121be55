"""Header lines between headline and story, as papers of many languages print them."""

import pytest
from newsdesk.copydesk import clean, load_rulebook
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES

RULEBOOK = load_rulebook()
DAY = "2025-01-14"
HEADERS: dict[str, tuple[str, dict[str, str]]] = {
    "By Jane Doe\nJanuary 14, 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Jane Doe | January 14, 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Jane Doe, Staff Writer\nPublished Jan. 14, 2025 at 5:30 p.m.": (
        "en",
        {"byline": "Jane Doe", "date": DAY},
    ),
    "by Xinhua writers Jane Doe, John Roe\nJanuary 14, 2025": (
        "en",
        {"byline": "Jane Doe, John Roe", "date": DAY},
    ),
    "By Senior Reporter Jane Doe\nJanuary 14, 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Jane Doe, The Kelby Plainsman, Kan.\nJanuary 14, 2025": (
        "en",
        {"byline": "Jane Doe", "date": DAY},
    ),
    "by JANE DOE\nTuesday, January 14th 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Written by Jane Doe on 14 January 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Words: Jane Doe\n14 Jan 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Story by Jane Doe • 2d": ("en", {"byline": "Jane Doe"}),
    "Jane Doe and John Roe\n14/01/2025": ("en", {"byline": "Jane Doe and John Roe", "date": DAY}),
    "By Jane Doe, Kelby Argus"
    " | Updated January 15, 2025 9:00 a.m. | Posted January 14, 2025 8:00 a.m.": (
        "en",
        {"byline": "Jane Doe", "date": DAY, "source": "Kelby Argus"},
    ),
    "Kelby Argus\n14 January 2025\nJane Doe": (
        "en",
        {"byline": "Jane Doe", "date": DAY, "source": "Kelby Argus"},
    ),
    "Jane Doe\njdoe@kelby.example\nJan 14, 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Jane Doe @janedoe\n14 January 2025 • 6:00am": ("en", {"byline": "Jane Doe", "date": DAY}),
    "From Jane Doe in Wick\n14 January 2025": ("en", {"byline": "Jane Doe", "date": DAY}),
    "Jane Doe in Wick and John Roe in Kelby\n14 January 2025": ("en", {"date": DAY}),
    "BY JANE DOE AND JOHN ROE\nTHE KELBY ARGUS\nJAN 14, 2025": (
        "en",
        {"byline": "Jane Doe and John Roe", "date": DAY, "source": "THE KELBY ARGUS"},
    ),
    "2025-01-14T10:33:00Z": ("en", {"date": DAY}),
    "Анна Линд, «Вечерний Брод», 14 января 2025 года": (
        "ru",
        {"byline": "Анна Линд", "source": "Вечерний Брод", "date": DAY},
    ),
    "Von Jo Lind\nKelbyer Marktblatt, 14. Januar 2025": (
        "de",
        {"byline": "Jo Lind", "source": "Kelbyer Marktblatt", "date": DAY},
    ),
    "Par Jo Lind\nPublié le 14 janvier 2025\nLa Gazette de l'Uvère": (
        "fr",
        {"byline": "Jo Lind", "source": "La Gazette de l'Uvère", "date": DAY},
    ),
    "ایسنا/یزد": ("fa", {"source": "ایسنا", "place": ""}),
    "حوار: سلمى الحداد": ("ar", {"byline": "سلمى الحداد"}),
    "India News | Press Trust of India | Jan 14, 2025 11:47 am IST": (
        "en",
        {"date": DAY, "source": "PTI", "place": ""},
    ),
    "India News\nIndo-Asian News Service\nJan 14, 2025 15:37 pm IST": (
        "en",
        {"date": DAY, "source": "IANS", "place": ""},
    ),
    "ByPTI\nJan 14, 2025 07:48 PM IST": ("en", {"date": DAY, "source": "PTI", "byline": ""}),
    "By Jane Doe\nJanuary 14, 20257:12 AM GMT+2Updated 3 hours ago": (
        "en",
        {"byline": "Jane Doe", "date": DAY},
    ),
    "Author of the article:\nBy Jane Doe  •  Kelby & Valley News\nPublished Jan 14, 2025": (
        "en",
        {"byline": "Jane Doe", "date": DAY, "source": "Kelby & Valley News"},
    ),
    "By Bernama on January 14, 2025, Tuesday at 8:46 AM": (
        "en",
        {"source": "Bernama", "date": DAY},
    ),
    "All News 11:05 January 14, 2025": ("en", {"date": DAY}),
    "^By JANE DOE=\n^Associated Press Writer=": (
        "en",
        {"byline": "Jane Doe", "source": "Associated Press"},
    ),
    "ANI | Kasauli (Himachal Pradesh) | Updated: 15-01-2025 18:47 IST"
    " | Created: 14-01-2025 18:47 IST": ("en", {"source": "ANI", "place": "Kasauli", "date": DAY}),
    "Ana Ruiz, Profesora de Historia, Universidad de Cádiz\n14 enero 2025": (
        "es",
        {"byline": "Ana Ruiz", "date": DAY},
    ),
    "Tue, 14 Jan 2025 10:33:00 GMT": ("en", {"date": DAY}),
    "14.01.2025": ("en", {"date": DAY}),
    "Jan 14, 2025 10:33 AM EST": ("en", {"date": DAY}),
    "Date: 14-Jan-2025": ("en", {"date": DAY}),
    "Published on: 14/01/2025 - 10:33": ("en", {"date": DAY}),
    "Last Modified: Jan 15, 2025\nFirst Published: Jan 14, 2025": ("en", {"date": DAY}),
    "Par Jean Dupont\nPublié le 14 janvier 2025": ("fr", {"byline": "Jean Dupont", "date": DAY}),
    "Par Jean Dupont et Anne Roy | 14 janv. 2025 à 10:33": (
        "fr",
        {"byline": "Jean Dupont et Anne Roy", "date": DAY},
    ),
    "Jean Dupont, correspondant\nmardi 14 janvier 2025": (
        "fr",
        {"byline": "Jean Dupont", "date": DAY},
    ),
    "JEAN DUPONT\n14/01/2025": ("fr", {"byline": "Jean Dupont", "date": DAY}),
    "Rédigé par Jean Dupont le mardi 14 janvier 2025": (
        "fr",
        {"byline": "Jean Dupont", "date": DAY},
    ),
    "Publié le 14/01/2025 par Jean Dupont": ("fr", {"byline": "Jean Dupont", "date": DAY}),
    "14 janvier 2025 | Le Phare | Jean Dupont": (
        "fr",
        {"byline": "Jean Dupont", "date": DAY, "source": "Le Phare"},
    ),
    "Von Max Muster\n14. Januar 2025": ("de", {"byline": "Max Muster", "date": DAY}),
    "Max Muster, 14.01.2025, 10:33 Uhr": ("de", {"byline": "Max Muster", "date": DAY}),
    "Von MAX MUSTER\nStand: 14.01.2025": ("de", {"byline": "Max Muster", "date": DAY}),
    "14. Januar 2025, 10:33 Uhr | Von Max Muster und Eva Hahn": (
        "de",
        {"byline": "Max Muster und Eva Hahn", "date": DAY},
    ),
    "Kelbacher Bote vom 14.01.2025\nvon Max Muster": ("de", {"byline": "Max Muster", "date": DAY}),
    "Autor: Max Muster\nDatum: 14.01.2025": ("de", {"byline": "Max Muster", "date": DAY}),
    "Por Juan Pérez\n14 de enero de 2025": ("es", {"byline": "Juan Pérez", "date": DAY}),
    "Juan Pérez | Calbes | 14/01/2025 - 10:33h": ("es", {"byline": "Juan Pérez", "date": DAY}),
    "JUAN PÉREZ\nMartes, 14 enero 2025": ("es", {"byline": "Juan Pérez", "date": DAY}),
    "Escrito por Juan Pérez - martes 14 de enero de 2025": (
        "es",
        {"byline": "Juan Pérez", "date": DAY},
    ),
    "Redacción: Juan Pérez\nPublicado: 14/01/2025": ("es", {"byline": "Juan Pérez", "date": DAY}),
    "Haber: Ali Veli\n14 Ocak 2025": ("tr", {"byline": "Ali Veli", "date": DAY}),
    "Ali Veli - 14.01.2025 10:33": ("tr", {"byline": "Ali Veli", "date": DAY}),
    "Ali VELİ/KELBE, (DHA)\n14 Ocak 2025 Salı": ("tr", {"date": DAY}),
    "Muhabir: Ali Veli\nYayınlanma: 14.01.2025": ("tr", {"byline": "Ali Veli", "date": DAY}),
    "Автор: Иван Петров\n14 января 2025": ("ru", {"byline": "Иван Петров", "date": DAY}),
    "Иван Петров, 14.01.2025": ("ru", {"byline": "Иван Петров", "date": DAY}),
    "Текст: Иван Петров. 14.01.25": ("ru", {"byline": "Иван Петров", "date": DAY}),
    "Вторник, 14 января 2025\nИван ПЕТРОВ": ("ru", {"date": DAY}),
    "كتب: سامي الطالعي\n14 يناير 2025": ("ar", {"byline": "سامي الطالعي", "date": DAY}),
    "بقلم سامي الطالعي\nالثلاثاء 14 يناير 2025": ("ar", {"byline": "سامي الطالعي", "date": DAY}),
    "كتب - سامي الطالعي:\n14/1/2025": ("ar", {"byline": "سامي الطالعي", "date": DAY}),
    "سامي الطالعي\nالثلاثاء 14/كانون الثاني/2025": ("ar", {"date": DAY}),
    "نشر في: 14 يناير 2025 - 10:33 ص": ("ar", {"date": DAY}),
    "گزارش: سعید طالعی\n۲۵ دی ۱۴۰۳": ("fa", {"byline": "سعید طالعی", "date": DAY}),
    "نویسنده: سعید طالعی\nسه\u200cشنبه ۲۵ دی ۱۴۰۳ - ۱۰:۳۳": (
        "fa",
        {"byline": "سعید طالعی", "date": DAY},
    ),
    "1403/10/25": ("fa", {"date": DAY}),
    "记者 李娜\n2025年1月14日": ("zh", {"byline": "李娜", "date": DAY}),
    "2025-01-14 10:33 来源：凯尔比日报 作者：李娜": (
        "zh",
        {"byline": "李娜", "date": DAY, "source": "凯尔比日报"},
    ),
    "本报记者 李娜 王伟\n2025年01月14日": ("zh", {"date": DAY}),
    "מאת יעל כהן\n14.01.2025": ("he", {"byline": "יעל כהן", "date": DAY}),
    "יעל כהן | 14 בינואר 2025": ("he", {"byline": "יעל כהן", "date": DAY}),
}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("header", HEADERS)
def test_a_header_is_read_and_leaves_headline_and_story(header: str, gap: str) -> None:
    lang, says = HEADERS[header]
    title, *story = STORIES[lang]
    text = gap.join([title, *header.split("\n")]) + "\n\n" + "\n\n".join(story) + "\n"
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    day = article.date.isoformat() if article.date else ""
    read = {"date": day, "byline": article.byline, "source": article.source}
    read["place"] = article.place
    assert (title, tuple(story)) == (article.title, article.paragraphs)
    assert says == {name: read[name] for name in says}


FEET = {
    "AP-NY-03-02-88 0915EST<": {"date": "1988-03-02"},
    "dpa abc xyz\n141205 Jan 25": {"date": DAY},
    "REUTER": {"source": "Reuters"},
    "Stay up-to-date with more news on Trend News Agency's WhatsApp channel": {
        "source": "Trend News Agency"
    },
}


@pytest.mark.parametrize("foot", FEET)
def test_a_foot_of_an_agency_is_read_and_goes(foot: str) -> None:
    title, *story = STORIES["en"]
    text = "\n\n".join([title, *story, foot]) + "\n"
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert tuple(story) == article.paragraphs
    assert FEET[foot] == {name: str(getattr(article, name)) for name in FEET[foot]}


ARABIC_CREDITS = {
    "(تغطية صحفية للنشرة العربية سامر النجار - تحرير هالة قطب)": "سامر النجار",
    "(تغطية صحفية سامر النجار وليلى حداد - إعداد مروان سالم للنشرة العربية - تحرير هالة قطب)": (
        "سامر النجار وليلى حداد"
    ),
    "(تغطية سامر النجار من عدن؛ إعداد مروان سالم للنشرة العربية؛ تحرير هالة قطب)": "سامر النجار",
    "(إعداد سامر النجار للنشرة العربية - تحرير هالة قطب)": "سامر النجار",
    "(إعداد سامر النجار للنشرة العربية - تحرير هالة قطب)(هاتف 0020225550100)": "سامر النجار",
    "(إعداد سامر النجار وليلى حداد - تحرير هالة قطب)": "سامر النجار وليلى حداد",
    "(شارك في التغطية سامر النجار)": "سامر النجار",
    "(تحرير هالة قطب)": "",
}


@pytest.mark.parametrize("foot", ARABIC_CREDITS)
def test_of_arabic_credits_the_reporters_are_the_byline(foot: str) -> None:
    title, *story = STORIES["ar"]
    text = "\n\n".join([title, *story, foot]) + "\n"
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert tuple(story) == article.paragraphs
    assert ARABIC_CREDITS[foot] == article.byline


CREDITS = {  # below a story, in brackets: its language and its author
    "(Rédigé par Lise Aubin, édité par Paul Renard)": ("fr", "Lise Aubin"),
    "(Édité par Paul Renard)": ("fr", ""),
    "(Redactado por Ana Ruiz; editado por Luis Gil)": ("es", "Ana Ruiz"),
    "(Geschrieben von Jo Lind, redigiert von Eva Beispiel)": ("de", "Jo Lind"),
    "(Scritto da Mario Rossi, editing Ugo Neri)": ("en", "Mario Rossi"),
    "(Haberi yazan: Ayşe Kaya; Redaktör: Can Su)": ("tr", "Ayşe Kaya"),
    "(Редактор Иван Ус)": ("ru", ""),
}


@pytest.mark.parametrize("foot", CREDITS)
def test_of_credits_in_brackets_the_writer_is_the_byline(foot: str) -> None:
    lang, author = CREDITS[foot]
    title, *story = STORIES[lang]
    text = "\n\n".join([title, *story, foot, "Nos normes : Les principes de Thomson Reuters."])
    article = clean(RawDocument(text + "\n", Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert (tuple(story), author) == (article.paragraphs, article.byline)


SIGNED = {  # what opens the first paragraph: its language, author and place
    "By Jo Lind - KELBY - ": ("en", "Jo Lind", "Kelby"),
    "(MENAFN - Kelby Argus) By Jo Lind - KELBY, Jan 3 - ": ("en", "Jo Lind", "Kelby"),
    "BAKU, Azerbaijan, February 19. Leyla Lindova - Trend: ": ("en", "Leyla Lindova", "Baku"),
    "Madrid, 27 ene (EFE).- (Por Ana Ruiz) ": ("es", "Ana Ruiz", "Madrid"),
    "عمان 5 كانون الثاني (بترا)- سامر النجار- ": ("ar", "سامر النجار", "عمان"),
    "عمان 5 كانون الثاني (بترا) - هالة النجار - ": ("ar", "هالة النجار", "عمان"),
    "عمان 5 كانون الثاني (بترا)- ": ("ar", "", "عمان"),
    "بغداد - واع - زينب النجار\n\n": ("ar", "زينب النجار", "بغداد"),
}


@pytest.mark.parametrize("opening", SIGNED)
def test_a_dateline_that_an_author_signs_is_read(opening: str) -> None:
    lang, author, place = SIGNED[opening]
    title, first, *rest = STORIES[lang]
    text = "\n\n".join([title, opening + first, *rest]) + "\n"
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert (author, place, first) == (article.byline, article.place, article.paragraphs[0])


def test_the_paper_behind_an_authors_bullet_is_the_source() -> None:
    title, *story = STORIES["en"]
    lines = [
        title,
        "Author of the article:\nJo Lind  •  Kelby Star\nPublished May 13, 2025",
        *story,
    ]
    article = clean(RawDocument("\n\n".join(lines), Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert ("Jo Lind", "Kelby Star", tuple(story)) == (
        article.byline,
        article.source,
        article.paragraphs,
    )
