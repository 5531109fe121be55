from dataclasses import replace

import pytest
from newsdesk.copydesk import clean
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES
from .test_formats import RULEBOOK, cleaned
from .traps import TRAPS


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_but_the_headline_goes_from_a_story(name: str) -> None:
    title, *blocks = TRAPS[name].split("\n\n")
    paragraphs = [line for block in blocks for line in block.split("\n")]
    article = cleaned(TRAPS[name])
    assert paragraphs == list(article.paragraphs)
    assert title == article.title
    assert ("", "", None) == (article.wire_id, article.byline, article.date)


SENTENCES = [  # each begins as a button or a notice does in some language
    ("de", "Alle Rechte vorbehalten, heißt es auf einem Schild aus Blech."),
    ("de", "Alle Rechte vorbehalten, die Linken auch."),
    ("ru", "Перепечатка без ссылки на источник запрещена: такую табличку купил пекарь."),
    ("en", "Subscribe to our newsletter points at the board. Follow us, on the hill, has a sheep."),
    ("en", "Follow us, at the foot of the hill, has a sheep on it."),
    ("de", "Folgen Sie uns hängt über der Tür der Bäckerei."),
    ("fr", "Tous droits réservés au boulanger, qui relit les fautes."),
    (
        "en",
        "Reporting by Mrs Hart, who kept the exchange, filled page one; additional reporting by her"
        " sister, who kept the other one, filled the back.",
    ),
    ("ru", "Подписывайтесь, предлагала вторая вывеска, на тишину."),
    ("zh", "转载请注明来源，并不等于已经获得许可。判决书用了整整两页解释这一点，并附上了对照表。"),
    ("en", "It has no notice that this material may not be published, broadcast or redistributed."),
    (
        "en",
        "The issuer is solely responsible for the content of this announcement, she wished to add.",
    ),
    ("en", "Accept all took one click. Manage preferences took seven, and on one site it moved."),
    (
        "en",
        "This material may not be published or broadcast: Savva reads the sentence with relish.",
    ),
    ("en", "All rights reserved. You have read those words so often that you no longer see them."),
    (
        "en",
        "AllAfrica publishes stories from more than ninety houses and pays them a share of what"
        " libraries spend. For a title that may come to the price of paper, Amukoto reckoned.",
    ),
    (
        "de",
        "Neben der Tür steht der Satz, den in diesem Haus jeder kennt: Alle Rechte vorbehalten.",
    ),
    ("ru", "Подпишитесь! С этим словом соседка обошла сорок квартир и собрала тысячу подписей."),
    ("en", "Follow us to the ferry, say the boards that have stood on the quay since December."),
    ("ar", "جميع الحقوق محفوظة © هي العبارة نفسها التي يدور حولها الخلاف بين الجارين."),
    ("zh", "关注我们的白菜，别关注我们的皱纹，七十六岁的林桂芳对来拍照的游客说。"),
    (
        "en",
        "Entry is free. Visitors may write to light@kelby.example and will have a fax in return.",
    ),
    ("en", "Watch for us in your inbox became the song of the rowing club in the summer of 1974."),
    ("en", "Her grandmother embroidered subscribe to our newsletter on a pillow in 1961."),
    ("es", "Suscríbase quien quiera, añade; ella nunca ha sabido cuántos suscriptores tiene."),
    (
        "fr",
        "Inscrivez-vous trop tard et il faudra attendre janvier, préviennent les clubs du port.",
    ),
    ("zh", "订阅这份晚报的家庭在上世纪九十年代超过四十万户，如今只剩不到两万户。"),
    ("en", "Topic: Press release summary is how a schoolboy titled his drawing of the broker."),
    ("he", "עקבו אחרינו, ביקשה החוקרת משלושת הסטודנטים שלה, והצביעה על טור נמלים ליד השדה."),
    ("ru", "Редактор: так называется и последняя из витрин, в ней лежат только ножницы и клей."),
    ("ar", "جميع الحقوق محفوظة، ثلاث كلمات يطبعها الناشرون على الصفحة الثانية من كل كتاب."),
    ("fr", "Nous utilisons des cookies, annonce en lettres d'or la vitrine, et elle en vend cent."),
    ("en", "Related: three walls on the avenue were lost last year, one to a church group."),
    ("en", "Photo: that's what the keepers call, and the seal comes."),
    (
        "en",
        "We use cookies to improve your experience: those seven words cost the chain a million.",
    ),
    ("fr", "Tous droits réservés : ces trois mots ont coûté un million à la chaîne."),
    ("ar", "شارك الوزير في الاجتماع."),
    ("ar", "مشاركة النساء في السباق كانت الأعلى."),
    ("ar", "اشترك عشرون مزارعا في المزاد الذي نظمته البلدية."),
    ("zh", "编辑王明说他不知道。"),
    ("tr", "Fotoğraf sergisi cuma günü açılacak."),
    ("he", "תגובות הציבור היו קשות."),
    ("ru", "Поделиться опытом приехали фермеры из Твери."),
    ("ru", "Подписывайтесь на нас, читайте нас: таких слов, говорится в письме, нет и в псалмах."),
    ("tr", "Abone olmayan tek hane suyu çeşmeden taşıyor. Kimse sayacı özlemiyor."),
    ("en", "Kelby can be reached on foot in half an hour from the bridge."),
    ("es", "Compartir piso es caro en Teruel."),
    ("fr", "Voir aussi loin est un don."),
    ("fr", "Partager la rue, ce n'est pas la céder."),
    ("en", "The views expressed by the mayor are not shared by the council."),
    ("en", "Last updated in 1871, the register lists four clocks."),
    ("en", "All rights reserved: three words that the farmer wrote on the crate."),
    ("en", "Photo by photo, she rebuilt the album."),
    ("en", "Powered by coal, the mill ran day and night."),
    ("en", "Written by hand in 1402, the roll lists nine clocks."),
    ("en", "Translated from the Gaelic by Iain Mackay, the poem won a prize."),
    ("de", "© 1934 Verlag J. Lohm: so steht es auf der Karte. Bei den übrigen leben die Erben."),
    ("de", "Lesen Sie auch das Kleingedruckte, rät der Förster: die Maulbeeren sind ausgenommen."),
    ("fr", "Lire aussi longtemps qu'on le souhaite : c'est la seule règle de la libraire."),
    ("en", "Facebook, Twitter and Telegram are named in the circular that the board sent out."),
    (
        "en",
        "We use cookies to improve your experience. So says a board, and it is true: it is free.",
    ),
    ("en", "His came from a parish: this material may be rewritten or redistributed by you all."),
    ("de", "Abonnieren Sie unseren Newsletter: Mit diesem Satz begann im Mai die Predigt in Lorn."),
    (
        "en",
        "Enter your email address and nothing will happen, because she has no computer. The sheet "
        "comes straight to your inbox only if you own a wooden box.",
    ),
    ("en", "Accept all or reject all: the baker put two boxes on the counter with those words."),
    (
        "en",
        "Tags: that is all the thieves left behind, four hundred plastic ones in a heap beside the "
        "gate, without a single sheep to go with them.",
    ),
    (
        "fr",
        "Abonnez-vous à l'eau, conseillait l'affiche de 1894 que les peintres ont retrouvée ici.",
    ),
    ("es", "Síguenos, le dijo el guardia al oso, o eso jura su compañero, y el animal caminó."),
    ("tr", "Çerez onayı almadan kullanıcıları izleyen siteye 1,8 milyon lira para cezası verildi."),
    ("en", "By continuing to browse, it ends, you agree to buy a loaf."),
    ("en", "Writing by Lind himself is rarer. He left one note on the back of a bill to the mill."),
    ("en", "Accept all cookies, was the slogan. It had been made up by a man who has a website."),
    ("es", "Síguenos, rezan los chalecos amarillos de los repartidores del mercado."),
    ("es", "Suscríbete antes del viernes o vete andando, ha bromeado la presidenta del gremio."),
    (
        "fr",
        "Reproduction : accès interdit. La mention visait les truites, a-t-il rappelé, sans rire.",
    ),
    ("en", "Pictures from the kite led two farmers to the fire at first light."),
    ("fr", "Abonnez-vous si le cœur vous en dit, écrit-il au bas de la lettre, je n'y gagne rien."),
    ("fr", "Lire aussi bien que son père, tel fut le vœu du gardien, qui a onze ans de moins."),
]


@pytest.mark.parametrize("place", ["amid", "last"])
@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_a_sentence_is_no_button(lang: str, sentence: str, place: str) -> None:
    title, *story = STORIES[lang]
    story.insert(len(story) - 1 if place == "amid" else len(story), sentence)
    assert tuple(story) == cleaned("\n\n".join([title, *story])).paragraphs


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [  # words of publishing, and nobody speaks to a reader
        (
            "en",
            "The ferry's notice was published as the law asks, in the classified pages of a "
            "newspaper that has 90 readers.",
        ),
        (
            "en",
            "Under the decree, every news site must register with the port by May and show its "
            "licence number at the foot of each page. Editors who do not may lose theirs.",
        ),
        (
            "tr",
            "Bizi takip edin, diyen kaptanın ardından giden yolcular kendini sisin içinde buldu.",
        ),
        ("tr", "Çerez tabağına uzanan eli havada kaldı, çünkü gemi tam o anda kayaya çarptı."),
        ("ar", "اشترك في الجريمة موظفان في الميناء زورا عشرين سندا."),
        ("ru", "Газета выходит по средам, и подписаться на неё можно лишь у смотрителя маяка."),
    ],
)
def test_a_sentence_above_furniture_stays(lang: str, sentence: str) -> None:
    title, *story = STORIES[lang]
    foot = "Share this article\n\nCopyright 2019 The Kelby Star. All rights reserved."
    article = cleaned("\n\n".join([title, *story, sentence, foot]))
    assert (*story, sentence) == article.paragraphs


NARRATED = [  # each begins as a notice does, and tells what was, who said it or what a word was
    ("ru", "Источник: так звали лодку деда."),
    ("ru", "Все права защищены, было написано на двери сарая."),
    ("zh", "写真は一枚もなかった。"),
    ("zh", "写真:それは彼が嫌った言葉だった。"),
    ("zh", "分享面包是这里的规矩。"),
    ("zh", "记者站在港口，没有人说话。"),
    ("tr", "Haberin devamı için beklemek gerekiyordu."),
    ("tr", "Abone olun diye bağırdı çocuklar."),
    ("fr", "Abonnez-vous, a-t-il crié à la foule."),
    ("fr", "Suivez-nous, criaient les enfants depuis le pont."),
    ("fr", "Suivez-nous, hurla le guide."),
    ("fr", "Abonnez-vous et lisez. La formule, peinte en 1926, vantait un quotidien disparu."),
    ("de", "Foto: ein Wort, das er hasste."),
    ("de", "Alle Rechte vorbehalten, verkündete das Schild."),
    ("es", "Síguenos, gritaban los niños desde el puente."),
    ("es", "Fuente: nadie la conocía."),
    ("ar", "صورة: كلمة كان يكرهها."),
    ("ar", "کلیه حقوق محفوظ است روی در انبار نوشته شده بود."),
    ("he", "מקור: כך קראו לסירה של סבא."),
    ("he", "עקבו אחרינו, צעקו הילדים מהגשר."),
    ("en", "Copyright © 2023 was stamped under it."),
    ("en", "© 2019 Moira Tallis was scratched into the lid."),
    ("en", "Photo: he tore it up."),
    ("en", "Follow us, the guide yelled."),
]


@pytest.mark.parametrize("place", ["first", "amid", "last"])
@pytest.mark.parametrize(("lang", "sentence"), NARRATED)
def test_a_sentence_that_narrates_is_no_notice(lang: str, sentence: str, place: str) -> None:
    title, *story = STORIES[lang]
    story.insert({"first": 0, "amid": len(story) - 1, "last": len(story)}[place], sentence)
    assert tuple(story) == cleaned("\n\n".join([title, *story])).paragraphs


@pytest.mark.parametrize(
    "notice",
    [
        "This story was produced by the Kelby Argus.",
        "Copyright © 2023 Kelby Argus.",
        "Photo: Jo Lind.",
        "Foto: dpa.",
        "Folgen Sie uns auf Facebook.",
        "Abonnez-vous à notre lettre.",
        "Haberin devamı için tıklayın.",
        "Источник: РИА Новости.",
        "版权所有，未经授权不得转载。",
        "מקור: רויטרס.",
    ],
)
def test_a_notice_that_begins_so_goes(notice: str) -> None:
    title, *story = STORIES["en"]
    assert tuple(story) == cleaned("\n\n".join([title, *story, notice])).paragraphs


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "The last boat left before"),
        ("en", "Nobody saw the keeper leave, and when they"),
        ("fr", "Le gardien a posé sa lampe dans"),
        ("de", "Der letzte Kahn fuhr ab, ohne"),
        ("ru", "Последняя лодка ушла из гавани и"),
    ],
)
def test_a_last_sentence_that_breaks_off_stays(lang: str, line: str) -> None:
    title, *story = STORIES[lang]
    assert (*story, line) == cleaned("\n\n".join([title, *story, line])).paragraphs


@pytest.mark.parametrize("line", ["1 2 3 4 5 6", "04 11 23 31 40", "More from the harbour"])
def test_pages_telephones_and_headings_below_a_story_go(line: str) -> None:
    title, *story = STORIES["en"]
    assert tuple(story) == cleaned("\n\n".join([title, *story, line])).paragraphs


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("A short brief: the clock stopped.", "", ("A short brief: the clock stopped.",)),
        ("Drivers were told to… [+1974 chars]", "", ("Drivers were told to…",)),
        ("ACME CORP <ACM> 1ST QTR NET", "ACME CORP <ACM> 1ST QTR NET", ()),
        (
            "Clock sold\n\nBy Iain Mackay\n\nThe farmer left Wick on Monday.\n\nHe arrived.",
            "Clock sold",
            ("The farmer left Wick on Monday.", "He arrived."),
        ),
    ],
)
def test_a_very_short_story_keeps_its_sentences(text: str, title: str, body: tuple) -> None:
    article = cleaned(text)
    assert (title, body) == (article.title, article.paragraphs)


@pytest.mark.parametrize(
    "sentence",
    [
        "The register is open to all.",
        "Read more books, she urged.",
        "Advertisement of the sale was poor.",
    ],
)
def test_a_sentence_on_a_page_is_no_button(sentence: str) -> None:
    title, *story = STORIES["en"]
    told = [*story[:2], sentence, *story[2:]]
    page = f"<article><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in told)}</article>"
    raw = RawDocument(page, Provenance("a.html", "", "0" * 64), media_type="text/html")
    assert tuple(told) == clean(raw, RULEBOOK).paragraphs


def test_markup_without_a_page_is_all_the_story() -> None:
    text = "<p>A goat was elected on Wednesday.</p><p>It bleated.</p><p>It ate.</p>"
    raw = RawDocument(text, Provenance("a.json", "", "0" * 64), media_type="text/html")
    told = ("A goat was elected on Wednesday.", "It bleated.", "It ate.")
    assert told == clean(replace(raw, fields={"title": "Goat elected"}), RULEBOOK).paragraphs


PAGE_TURNED = """THE KELBY ARGUS          Tuesday, January 14, 2025          5

Bees ride the night tram

A swarm that had settled under a seat of the last tram of the evening was carried on Monday
to the end of the line and from there, for want of a better place, to the mill, where it met

www.kelby.example        NEWS       5

6       NEWS        Tuesday, January 14, 2025

the baker, who fed it.

The bees stayed for a week.

Boats due:          27

Boats gone:          35
"""


PLATE = """Clock that stopped in 1952 is started again
Ana Ruiz
Kelby Observer
29 Feb 2016

The clock of the town hall, which stopped during the flood, was started again at noon yesterday.

31 January 1952, 11:46 pm

That is what the plate beneath it says, and for 64 years it was right twice a day.
"""


def test_a_date_of_another_year_below_the_first_sentence_makes_no_deck_of_it() -> None:
    article = cleaned(PLATE)
    assert article.paragraphs[0].startswith("The clock of the town hall")
    assert article.paragraphs[1] == "31 January 1952, 11:46 pm"
    assert str(article.date) == "2016-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "FOOTBALL RESULTS\nArsenal 3 Kelby 1\nLorne 2 Harle 2\nWick 1 Thurso 2\n",
        "Weather for Tuesday\nParis 4 rain\nBerlin -2 snow\nMadrid 9 sun\n",
    ],
)
def test_a_story_of_lines_alone_is_not_emptied(text: str) -> None:
    assert len(cleaned(text).paragraphs) > 2


def test_a_dispatch_below_an_end_mark_is_no_furniture() -> None:
    first = "The ferry sailed again on Thursday after eleven weeks, the company said."
    second = "The mill was sold on Friday to a baker from Lorne, its owner said."
    text = f"Ferry sails\n\nKELBY, May 12 (AFP) - {first}\n\n{first}\n\n{first}\n\n{first}\n\n"
    text += "(END)\n\n"
    text += f"Mill is sold\n\nLORNE, May 12 (AFP) - {second}\n"
    assert any(second in paragraph for paragraph in cleaned(text).paragraphs)


def test_a_prefix_before_the_headline_and_once_more_before_the_story() -> None:
    article = cleaned(
        "(MENAFN - Gulf Tribune) Kelby opens a library for camel herders\n\n"
        "(MENAFN) MUSCAT, 4th Feb 2025: The ministry has opened a library for those who herd.\n"
    )
    assert article.title == "Kelby opens a library for camel herders"
    assert article.paragraphs == ("The ministry has opened a library for those who herd.",)


def test_a_paragraph_goes_on_below_a_running_head_and_a_table_is_none() -> None:
    article = cleaned(PAGE_TURNED)
    assert article.paragraphs[0].endswith("to the mill, where it met the baker, who fed it.")
    assert ("Boats due: 27", "Boats gone: 35") == article.paragraphs[-2:]
    assert "the kelby argus" == article.source.lower()


LETTER = ("12 March 1944", "Dear Jean, the ice holds and we walk to the mill on it every day.")
ANNOUNCED = ("The letter begins:", *LETTER)


@pytest.mark.parametrize(
    ("header", "letter", "place"),
    [
        (("By Moira Tallis", "14 January 2025"), LETTER, 0),
        (("By Moira Tallis", "14 January 2025"), LETTER, 1),
        (("By Moira Tallis", "14 January 2025"), LETTER[:1], 4),
        (("By Moira Tallis", "14 January 2025"), ANNOUNCED, 1),
        (("By Moira Tallis", "14 January 2025"), ("1944-03-12",), 2),
        ((), LETTER, 1),
        ((), LETTER, 2),
        ((), ANNOUNCED, 0),
        ((), ("3 May", "The mill wheel froze."), 1),
    ],
)
def test_a_dated_letter_amid_a_story_keeps_its_date(
    header: tuple[str, ...], letter: tuple[str, ...], place: int
) -> None:
    title, *story = LETTERS
    told = [*story[:place], *letter, *story[place:]]
    article = cleaned("\n\n".join([title, *header, *told]))
    assert tuple(told) == article.paragraphs
    assert ("2025-01-14" if header else "None") == str(article.date)


LETTERS = (
    "Ferry keeper finds his father's log in the wall",
    "The keeper of the Kelby ferry found his father's log behind a board on Monday.",
    "It holds the crossings of eleven winters and a letter that was never sent.",
    "He read it aloud to the crew in the wheelhouse, and nobody spoke for a while.",
    "The ferry sails again on Thursday, with the log in a glass case by the stairs.",
)


def test_a_quotation_in_full_is_no_notice() -> None:
    title, *story = STORIES["es"]
    quoted = (
        '"Queda prohibida la reproducción de lo que se oiga en el puerto sin permiso de quien lo '
        'dijo. Todos los derechos reservados."'
    )
    body = (*story[:1], quoted, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


def test_a_heading_of_results_ends_no_story() -> None:
    title, *story = STORIES["en"]
    results = "Final\n1. Lotte Lind (GBR) 14min 02sec\n2. Marc Poe (FRA) at 9sec"
    article = cleaned("\n\n".join([title, story[0], results, *story[1:]]))
    assert (story[0], *results.split("\n"), *story[1:]) == article.paragraphs


def test_the_words_on_a_button_that_a_story_shows_stay_whole() -> None:
    title, *story = STORIES["en"]
    label = "Click to share on Facebook (Opens in new window), says the label on the box."
    body = (*story[:1], label, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


def test_a_quotation_in_curly_marks_ends_as_a_sentence_does() -> None:
    title, *story = STORIES["en"]
    quoted = (
        "\u201cThis article is republished from The Conversation under a Creative Commons license. "
        "Read the original article.\u201d"
    )
    body = (*story[:1], quoted, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs
