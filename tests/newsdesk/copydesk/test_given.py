import pytest

from .formats import STORIES
from .test_formats import cleaned


def test_a_notice_that_the_story_announces_and_goes_on_below_stays() -> None:
    title, *story = STORIES["en"]
    notice = "Copyright 1979 Maud Lind. All rights reserved, and the right to burn the soup."
    told = "The notice at the back of the book, which the judge read out in full, runs:"
    body = (*story[:1], told, notice, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (
            "Her favourite notices, in the order in which one meets them on the path, are:",
            ["© All rights reserved", "Accept all cookies", "Print this page", "Photo: the author"],
        ),
        ("黑板的右下角写着一行小字：", ["责任编辑：林小花，九岁"]),
    ],
)
def test_lines_that_are_somewhere_written_stay(told: str, lines: list[str]) -> None:
    title, *story = STORIES["zh" if told[0] > "\u2e80" else "en"]
    body = (*story[:1], told, *lines, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


def test_a_list_that_is_written_on_a_wall_takes_no_notice_along() -> None:
    title, *story = STORIES["en"]
    rules = [f"{n}. {rule}" for n, rule in enumerate(("Clap twice.", "Wait.", "Pay.", "Go."), 1)]
    told = "The rules on the wall of the kiln house read as follows:"
    foot = "Read the original article on Daily Star.\n\nCopyright © 2025 Daily Star. All rights "
    foot += "reserved. Distributed by AllAfrica Global Media (allAfrica.com)."
    body = (*story, told, *rules)
    assert body == cleaned("\n\n".join([title, *body, foot])).paragraphs


GIVEN = [  # a sentence that announces, and what it gives; the story goes on below
    (
        "en",
        "The college asked each family by what way the news had come and printed the answers:",
        ["WhatsApp", "Facebook", "Telegram", "Email", "A neighbour at the gate"],
    ),
    (
        "en",
        "She had the line copied into the order, so that nobody could say it was overlooked:",
        ["This story has been published from a wire feed without modifications to the text."],
    ),
    (
        "en",
        "Of the smallest boat, which made the most money, the sheet had this to say:",
        ["NAME: Guiding Light", "LENGTH: 38 feet", "LANGUAGE: mostly Scots", "GRAPHIC: a mermaid"],
    ),
    (
        "en",
        "The last picture of the film shows white letters on a black ground in brackets:",
        ["(END)"],
    ),
    (
        "pt",
        "Os valores da tabela estão em cruzeiros e ninguém sabe o que querem dizer hoje:",
        ["Publicidade | 2,00", "Edição extra | 5,00", "Comentários | 0,50", "Erro nosso | grátis"],
    ),
    (
        "zh",
        "村报的报尾，他照例留给读者，只有四行：",
        ["来源：桥头", "责任编辑：我老伴", "分享到：隔壁", "版权所有，翻盖鸡窝者不究"],
    ),
    (
        "en",
        "For thirty years she took down the deaths of the county in the same order, always.",
        [
            "Name: as the mother said it.",
            "Date: of birth first.",
            "Section: of the cemetery.",
            "Memo: anything funny.",
        ],
    ),
    (
        "en",
        "The village has one number for every need, and it belongs to a midwife.",
        ["Tel: 079 555 0137", "That is what is painted in blue on the wall of the mosque."],
    ),
]


GIVEN += [  # what ends a story elsewhere is given here
    (
        "en",
        "The candidates, one for each house, are painted on a board by the gate:",
        ["PTI HMP ROH"],
    ),
    (
        "ar",
        "وأشهر ما في الدفتر برقية واحدة أرسلها تاجر إلى أخيه، وهذا نصها كما كتب:",
        ["البضاعة وصلت والسائق لم يصل", "// انتهى //"],
    ),
    ("fa", "آخرین صدای نوار صدای خود اوست. او فقط دو کلمه می‌گوید و می‌خندد:", ["انتهای پیام"]),
    (
        "ru",
        "Самая известная табличка, по словам директора музея, провисела всё прошлое лето:",
        ["Подписывайтесь на наш канал. Канал - это я, говорю громко, выхожу на конечной."],
    ),
    (
        "en",
        "The note in the barrel, in the hand of a cooper, is written like a telegram:",
        ["12 herring", "Share with nobody", "# # # #"],
    ),
]


@pytest.mark.parametrize(("lang", "told", "lines"), GIVEN)
def test_what_a_sentence_gives_stays(lang: str, told: str, lines: list[str]) -> None:
    title, *story = STORIES.get(lang) or STORIES["en"]
    body = (*story[:1], told, *lines, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


def test_fields_of_a_database_may_stand_in_its_story() -> None:
    title, *story = STORIES["en"]
    card = [*GIVEN[2][2], "LOAD: 40 cran"]
    body = (*story[:1], GIVEN[2][1], *card, *story[1:])
    head = f"The Fen Journal\n\nAugust 14, 2012 Tuesday\n\n{title}\n\nBYLINE: Jo Lind\n\n"
    foot = "LOAD-DATE: August 15, 2012\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper"
    text = f"{head}SECTION: NEWS; Pg. 17\n\nLENGTH: 246 words\n\n" + "\n\n".join([*body, foot])
    assert body == cleaned(f"{text}\n\nCopyright 2012 Fen Journals Ltd.").paragraphs


def test_an_advertisement_below_a_list_is_none_of_it() -> None:
    title, *story = STORIES["en"]
    told = "Passengers voted with beans, and the results were chalked on a hatch cover:"
    lines = ["First: Fog by Ewa Lind", "Second: Rope by Jo Poe", "Third: Rain by Ana Ruiz"]
    body = (*story[:1], told, *lines, *story[1:])
    given = [*body[:5], "ADVERTISEMENT", *body[5:]]
    assert body == cleaned("\n\n".join([title, *given])).paragraphs


def test_a_heading_of_teasers_below_a_list_is_none_of_it() -> None:
    _, told, lines = GIVEN[4]
    title, *story = STORIES["es"]
    body = (*story[:1], told, *lines, *story[1:])
    given = [*body[:6], "Leia também:\nIphan abre consulta sobre casarões de São Luís", *body[6:]]
    assert body == cleaned("\n\n".join([title, *given])).paragraphs


def test_a_contact_between_paragraphs_is_no_card() -> None:
    title, *story = STORIES["en"]
    contact = "Name: Ewa Lind\nTitle: Press officer\nTel: +44 7700 900 123\nEmail: ewa@fen.example"
    about = (
        "About Fen Kilns\n\nFen Kilns has made bricks by the harbour since 1921 and has 40 hands."
    )
    kept = cleaned("\n\n".join([title, *story, contact, about])).paragraphs
    assert not set(contact.split("\n")).intersection(kept)


def test_a_heading_of_teasers_below_a_notice_that_is_given_is_none_of_it() -> None:
    _, told, lines = GIVEN[-2]
    title, *story = STORIES["ru"]
    teasers = "Читайте также\nВ Казани трамвай украсили стихами"
    given = [*story[:1], told, *lines, teasers, *story[1:]]
    body = (*story[:1], told, *lines, *story[1:])
    assert body == cleaned("\n\n".join([title, *given])).paragraphs


def test_a_numbered_rule_of_the_story_asks_no_reader() -> None:
    title, *story = STORIES["en"]
    told = "The rules on the wall of our reading room, which nobody has broken, are these:"
    rules = [
        "1. Nobody may read aloud before noon.",
        "2. Whoever folds a page shall iron it.",
        "3. We use cookies as payment for pins. Please accept all that are offered.",
    ]
    body = (*story[:1], told, *rules, *story[1:])
    assert body == cleaned("\n\n".join([title, *body])).paragraphs


def test_teasers_set_apart_below_a_list_are_none_of_it() -> None:
    title, *story = STORIES["en"]
    told = "The wall behind the tub is for animals and it reads, from the top to the floor:"
    lines = [
        '"Bear Returns Library Book"',
        '"Goat Elected, Recount Likely"',
        '"Read More, Parrot Told"',
    ]
    teasers = "Read More\nFen man grows a flower in a gutter\nLost ring found in a can of beans"
    given = [*story[:1], told, "\n".join(lines), teasers, *story[1:]]
    body = (*story[:1], told, *lines, *story[1:])
    assert body == cleaned("\n\n".join([title, *given])).paragraphs


def test_a_pictures_credit_below_a_list_is_none_of_it() -> None:
    title, *story = STORIES["en"]
    told = "The council had more answers than ever and counted them in May as follows:"
    listed = ["Comments: 412", "Objections: 297", "Petitions: 2"]
    caption = "The car park on a busy Saturday. Picture: Wharfedale Messenger"
    article = cleaned("\n\n".join([title, story[0], told, *listed, caption, *story[1:]]))
    assert (story[0], told, *listed, *story[1:]) == article.paragraphs


def test_an_end_mark_that_a_sentence_gives_is_the_storys() -> None:
    title, *story = STORIES["fa"]
    told = "در آخرین صفحه هر کتاب پیامی هست و پای آن نوشته شده است: انتهای پیام."
    assert (*story, told) == cleaned("\n\n".join([title, *story, told])).paragraphs
