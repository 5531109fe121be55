"""One line amid or below a story of each language: the story's sentences stay, furniture goes."""

import textwrap

import pytest

from . import tongues
from .formats import STORIES as TOLD
from .furniture import BLOCKS
from .furniture import FURNITURE as PRINTED
from .furniture import SPARED as KEPT
from .test_formats import cleaned

STORIES = {**TOLD, **tongues.STORIES}
SPARED = {**KEPT, **tongues.SPARED}
FURNITURE = {**PRINTED, **tongues.FURNITURE}


def paragraphs(title: str, body: list[str]) -> tuple[str, ...]:
    return cleaned("\n\n".join([title, *body]) + "\n").paragraphs


@pytest.mark.parametrize("lang", SPARED)
def test_sentences_that_look_like_furniture_stay_amid_and_below_a_story(lang: str) -> None:
    title, *story = STORIES.get(lang, STORIES["en"])
    bodies = [
        [*story[:place], line, *story[place:]]
        for line in SPARED[lang].strip().split("\n")
        for place in (2, 3, 4)
    ]
    assert [] == [body for body in bodies if paragraphs(title, body) != tuple(body)]


@pytest.mark.parametrize("lang", FURNITURE)
def test_furniture_below_a_story_goes(lang: str) -> None:
    title, *story = STORIES.get(lang, STORIES["en"])
    lines = FURNITURE[lang].strip().split("\n")
    left = [line for line in lines if paragraphs(title, [*story, line]) != tuple(story)]
    assert [] == left


@pytest.mark.parametrize("name", BLOCKS)
def test_lists_tables_and_answers_stay_amid_and_below_a_story(name: str) -> None:
    lang, block = BLOCKS[name]
    title, *story = STORIES[lang]
    for place in (2, len(story)):
        for lines in ([block], block.split("\n")):
            left = paragraphs(title, [*story[:place], *lines, *story[place:]])
            whole = [*story[:place], block, *story[place:]]
            assert " ".join(" ".join(whole).split()) == " ".join(left)


def test_headlines_below_an_end_mark_behind_the_last_sentence_go() -> None:
    title, *story = TOLD["en"]
    others = "Social\n- Harbour to be dredged\n- Ferry to stop in May\n- Rope, union says"
    below = f"Leave a review\n\n{others}"
    marked = [*story[:-1], f"{story[-1]} .— 06D-", below]
    assert tuple(story) == paragraphs(title, ["Baku/11.09.21/Turan: " + marked[0], *marked[1:]])


def test_a_long_sentence_with_a_telephone_stays_above_furniture() -> None:
    title, *story = TOLD["en"]
    line = (
        "The mill is open to all from six in the morning until the lamps are put out, at 12 Quay "
        "Street, Kelby; the telephone number is 603-555-0177."
    )
    notice = "Copyright (c) 2019 The Kelby Star, All Rights Reserved."
    assert (*story, line) == paragraphs(title, [*story, line, notice])


def test_whom_the_story_knows_answers_the_telephone() -> None:
    title, *story = TOLD["en"]
    told = "The mill was run by Harald Lindqvist for forty years, and by his father before him."
    line = "Flour may be ordered until noon by telephone, 218-555-0177. Lindqvist takes the calls."
    notice = "Copyright (c) 2019 The Kelby Star, All Rights Reserved."
    assert (*story, told, line) == paragraphs(title, [*story, told, line, notice])


def test_a_letter_goes_with_the_box_that_offers_it() -> None:
    title, *story = TOLD["en"]
    box = "The Fen Edit\nA walk through the week, from behind the dyke\nSign up\n"
    box += "By signing up, I agree to The Fen Post's privacy policy"
    assert tuple(story) == paragraphs(title, [*story[:2], box, *story[2:]])


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Suivez-nous sur Facebook et Instagram", ""),
        ("Follow the Fen Echo on Facebook for live scores.", "Fen Echo"),
        ("Suivez Le Fanal de Kelby sur Facebook", "Le Fanal de Kelby"),
        ("© Copyright 2018 Fen County Herald, 114 Main St.", "Fen County Herald"),
        ("【時事通信社】", "時事通信社"),
    ],
)
def test_a_line_below_names_the_paper_and_no_call_is_one(line: str, source: str) -> None:
    title, *story = TOLD["en"]
    assert source == cleaned("\n\n".join([title, *story, line])).source


def test_a_card_stays_below_a_story() -> None:
    title, *story = TOLD["en"]
    card = "Born: 3 May 1933\nDied: 4 June 2019\nKept: goats"
    assert (*story, *card.split("\n")) == paragraphs(title, [*story, card])


@pytest.mark.parametrize(
    "line", ["Comparte esta noticia", "To comment on this story you must be logged in."]
)
def test_a_button_amid_a_story_goes(line: str) -> None:
    title, *story = TOLD["en"]
    assert tuple(story) == paragraphs(title, [*story[:2], line, *story[2:]])


def test_an_officer_is_no_author() -> None:
    title, *story = TOLD["en"]
    assert "" == cleaned("\n\n".join([title, "By Election Officer", *story])).byline


def test_a_notice_amid_a_story_stays_with_the_sentence_that_tells_of_it() -> None:
    title, *story = TOLD["en"]
    notice = "© 1887 Jo Lind. All rights reserved. That is all that is cut into the old stone."
    assert (*story[:2], notice, *story[2:]) == paragraphs(title, [*story[:2], notice, *story[2:]])


def test_a_notice_that_a_story_sets_out_stays() -> None:
    title, *story = TOLD["en"]
    told = "The court joined to its ruling the notice that the society has to print from now on:"
    notice = ["Society of Gardeners, Plot 1, Kelby", "Telephone: 03581 5550", "Door: green"]
    body = [*story[:2], told, *notice, *story[2:]]
    assert tuple(body) == paragraphs(title, body)


def test_a_section_is_no_paper_and_an_edition_no_place() -> None:
    title, *story = TOLD["en"]
    above = ["Home Society News", "14 January 2025, 12:22", title]
    first = f"MINSK, 14 January (BelTA) – {story[0]}"
    article = cleaned("\n\n".join([*above, first, *story[1:]]))
    assert ("BelTA", "Minsk") == (article.source, article.place)


def test_a_prefix_amid_one_line_ends_the_headline() -> None:
    title, *story = TOLD["en"]
    line = f"{title} to Cut Costs (MENAFN- Fen News Agency) {' '.join(story)}"
    article = cleaned(line)
    assert (f"{title} to Cut Costs", "") == (article.title, article.place)


def test_a_day_at_the_head_of_a_wrapped_line_is_no_list() -> None:
    title, *story = TOLD["en"]
    wrapped = [textwrap.fill(paragraph, 72) for paragraph in story]
    line = "Residents may leave this year's trees behind the ice house from December\n"
    told = f"{line}26. No tinsel, please."
    assert (*story, told.replace("\n", " ")) == paragraphs(title, [*wrapped, told])


def test_buttons_between_a_header_and_an_agency_s_dateline_go() -> None:
    title, *story = TOLD["en"]
    above = ["KELBY, 21 February 2025, 13:17", "Redazione ANSA", "Share\nFacebook\nX\nMail"]
    first = f"(ANSA) - KELBY, 21 FEB - {story[0]}"
    assert tuple(story) == paragraphs(title, [*above, first, *story[1:]])


def test_an_arabic_notice_that_quotes_names_goes() -> None:
    title, *story = STORIES["ar"]
    notice = 'تنقل "شبكة الشرق الأوسط وشمال أفريقيا للخدمات المالية" هذا الخبر "كما ورد" ولا تضمنه.'
    below = ["MENAFN18022025000130011022ID1109219940", f"إخلاء المسؤولية القانونية:\n{notice}"]
    assert tuple(story) == paragraphs(title, [*story, *below])


@pytest.mark.parametrize(
    ("agency", "begin", "place"),
    [
        ("Indo-Asian News Service", "Kelby: The ", "Kelby"),
        ("PTI", "Kelby, The Kelby ", "Kelby"),
        ("The Fen Post", "Kelby: The ", ""),
        ("PTI", "Source: The ", ""),
    ],
)
def test_below_an_indian_agency_s_name_a_word_and_a_colon_is_a_place(
    agency: str, begin: str, place: str
) -> None:
    title, *story = TOLD["en"]
    first = f"{begin}clock was mended on Monday by two men, and it has gone right since."
    article = cleaned("\n\n".join([title, f"{agency}\nJan 23, 2025 17:08 IST", first, *story]))
    assert (place, len(story) + 1) == (article.place, len(article.paragraphs))


def test_what_a_page_cut_short_keeps_is_the_story_s() -> None:
    title, *story = TOLD["en"]
    article = cleaned("\n\n".join([title, *story, "The tiles lie under thirty m… [+1974 chars]"]))
    assert (*story, "The tiles lie under thirty m…") == article.paragraphs


def test_a_japanese_paper_above_the_date_is_no_author() -> None:
    story = "葛巻町で、待合室が図書室になった。\n\n開館は午後七時から。本は約二千冊ある。"
    article = cleaned(f"駅舎が夜だけの図書室に\n\n北上日報\n2024年10月5日 18時30分\n\n{story}")
    assert ("北上日報", "") == (article.source, article.byline)


def test_an_author_in_capitals_without_a_space_is_turned_round() -> None:
    title, *story = TOLD["en"]
    above = f"1 of 1 DOCUMENT\n\nThe Fen Post\n\n18 January 2014\n\n{title}\n\nBYLINE: GUNN,ADA"
    article = cleaned("\n\n".join([above, "LENGTH: 126 words", *story, "LANGUAGE: ENGLISH"]))
    assert "Ada Gunn" == article.byline


def test_a_stamp_of_the_next_day_tells_the_year_of_the_dateline() -> None:
    title, *story = TOLD["en"]
    stamp = "Updated At : 07:25 AM Jan 01, 2025 IST"
    first = f"Kelby (Fens) [India], December 31 (ANI): {story[0]}"
    article = cleaned("\n\n".join([title, "ANI", stamp, first, *story[1:]]))
    assert "2024-12-31" == str(article.date)


def test_an_hour_above_another_story_s_headline_goes_with_it() -> None:
    title, *story = TOLD["en"]
    teaser = "19 August, 10:12\nBarge from the first war raised near Kelby"
    assert tuple(story) == paragraphs(title, [*story[:2], teaser, *story[2:]])


def test_a_question_below_a_paper_s_name_is_the_headline() -> None:
    title = 'Who wrote "All rights reserved", and does it still mean anything?'
    story = [
        'Ana Ruiz went to ask who wrote "All rights reserved", and whether it means anything now.',
        "Nobody at the town hall of Kelby knew. The stone it is cut into was brought by a ship.",
    ]
    above = f"Law & Letters\n{title}\nJo Lind\n19 March 2024"
    assert title == cleaned("\n\n".join([above, *story])).title


def test_a_byline_an_hour_and_a_zone_end_the_headline_of_one_line() -> None:
    title, *story = TOLD["en"]
    told = " ".join([*story, *story])
    line = f"{title} By Press Trust of India, Jammu Jul 26, 2023 08:15 AM IST {told}"
    article = cleaned(line)
    assert (title, "2023-07-26", "PTI", "Jammu") == (
        article.title, str(article.date), article.source, article.place
    )  # fmt: skip


def test_readers_below_the_button_that_sorts_them_go() -> None:
    title, *story = TOLD["en"]
    said = "Bee_keeper42\n2 days ago\nGood on him. More than you can say for the rest.\nReply (12)"
    below = ["Join the conversation\n38 comments\nSort by: Newest", said]
    assert tuple(story) == paragraphs(title, [*story, *below])


def test_a_code_printed_twice_behind_the_last_sentence_goes() -> None:
    title, *story = TOLD["en"]
    code = "MENAFN03042025000232011072ID1109388154"
    assert tuple(story) == paragraphs(title, [*story[:-1], f"{story[-1]}{code}{code}"])


@pytest.mark.parametrize(("begin", "place"), [("Kelby- ", "Kelby"), ("Source- ", "")])
def test_a_word_a_hyphen_and_a_sentence_begin_with_a_place(begin: str, place: str) -> None:
    title, *story = TOLD["en"]
    assert place == cleaned("\n\n".join([title, f"{begin}{story[0]}", *story[1:]])).place


def test_who_asked_is_the_author_of_an_interview() -> None:
    title, *story = TOLD["en"]
    above = [title, "14 December 2023", "Interview: Edda Lind", "Fen Gazette"]
    assert "Edda Lind" == cleaned("\n\n".join([*above, *story])).byline


def test_what_somebody_advises_is_no_call() -> None:
    title, *story = TOLD["en"]
    told = "Sign up to nothing, advises the oldest of them, because in May you want your evenings."
    assert (*story, told) == paragraphs(title, [*story, told])


def test_a_path_from_home_names_no_paper() -> None:
    title, *story = TOLD["en"]
    above = ["Home | Out & About | Arran", title, "13 Nov 2024", "By Isla Lind"]
    below = "Sign up to the Arran Ferry Letter and get island news straight to your inbox"
    assert "" == cleaned("\n\n".join([*above, *story, below])).source


def test_a_town_in_capitals_behind_its_country_is_the_place() -> None:
    title, *story = TOLD["en"]
    first = f"VIETNAM, June 5 - CAN THO {story[0]}"
    article = cleaned("\n\n".join([title, "(MENAFN- EIN Presswire)", first, *story[1:]]))
    assert ("Can Tho", tuple(story)) == (article.place, article.paragraphs)


def test_a_feed_s_key_names_the_paper() -> None:
    title, *story = TOLD["en"]
    keys = "creator: Jo Lind\nsource_id: fenpost\npubDate: 2025-01-29 14:05:00"
    article = cleaned("\n\n".join([f"{title}\n{keys}", *story]))
    assert ("fenpost", "Jo Lind") == (article.source, article.byline)


def test_anadolu_s_place_is_told_by_its_header() -> None:
    title, *story = TOLD["en"]
    first = f"SARAJEVO, Bosnia and Herzegovina {story[0]}"
    header = "Jo Lind  |19.10.2024 - Update : 20.10.2024"
    article = cleaned("\n\n".join([title, header, first, *story[1:]]))
    said = article.byline, article.place, str(article.date)
    assert ("Jo Lind", "Sarajevo", "2024-10-19") == said
    assert tuple(story) == article.paragraphs


@pytest.mark.parametrize(
    "name", ["Vanessa Chia", "Benicio del Toro", "María del Carmen Núñez", "Ana de la Cruz"]
)
def test_small_words_in_a_name_are_no_desk(name: str) -> None:
    title, *story = TOLD["en"]
    assert name == cleaned("\n\n".join([title, f"By {name}", *story])).byline


def test_what_readers_wrote_goes_with_the_heading_of_the_comments() -> None:
    title, *story = STORIES["en"]
    said = "I drove over that crossing every day for twenty-two years, and the relay was at fault."
    foot = f"Comments (2)\n\nNewest | Oldest\n\ngordon_p\n{said}\nReply | Report\n\nA. Whitby\n"
    foot += "Brenda is a treasure. The council should name the bridge after her.\nReply | Report"
    assert tuple(story) == cleaned("\n\n".join([title, *story, foot])).paragraphs
    above = "Comments (2)\n\nShare | Report"
    assert tuple(story) == cleaned("\n\n".join([title, above, *story])).paragraphs


@pytest.mark.parametrize("firm", ["Wavestream Shipping B.V.", "Fen Kilns LLP.", "Fen Kilns Ltd."])
def test_a_firm_above_a_contact_goes_with_its_legal_form(firm: str) -> None:
    title, *story = STORIES["en"]
    contact = f"Jo Verkade\n{firm}\n+31 10 555 0148\nemail us here"
    assert tuple(story) == cleaned("\n\n".join([title, *story, contact])).paragraphs


def test_who_signs_before_the_agencys_name_is_the_author() -> None:
    title, *story = STORIES["en"]
    article = cleaned("\n\n".join([title, *story, "Jo Lind, The Canadian Press"]))
    assert (tuple(story), "Jo Lind", "The Canadian Press") == (
        article.paragraphs,
        article.byline,
        article.source,
    )


def test_a_long_list_of_one_make_stays_below_the_line_that_announces_it() -> None:
    title, *story = TOLD["en"]
    halls = [
        "Kelby Sun Arena, Kelby",
        "The Old Mill, Wick",
        "Fen Hall, Lorne",
        "Pier Stage, Fenmark",
    ]
    dates = [f"June {day} -- {halls[day % 4]}" for day in range(1, 25)]
    announced = [*story, "The dates of the tour:", *dates]
    assert announced == list(paragraphs(title, ["\n\n".join(announced)]))


def test_a_word_in_capitals_heads_a_part_as_the_others_do() -> None:
    title, first, *rest = TOLD["en"]
    heads = ["LABELS", "TUNNELS", "CONTACT"]
    parts = [part for head, told in zip(heads, rest, strict=False) for part in ("___", head, told)]
    kept = tuple(part for part in [first, *parts] if part != "___")
    assert kept == paragraphs(title, [first, *parts])


def test_a_page_s_mark_amid_a_paragraph_parts_no_sentences() -> None:
    title, *story = TOLD["en"]
    mark = "Page 12 of 175 © 2025 Factiva, Inc. All rights reserved."
    broken = f"The pump is to be buried under the car park.\n{mark}\nPower use should fall by half."
    whole = "The pump is to be buried under the car park. Power use should fall by half."
    assert (*story[:2], whole, *story[2:]) == paragraphs(title, [*story[:2], broken, *story[2:]])


def test_a_mark_of_an_advertisement_behind_a_sentence_goes() -> None:
    title, *story = TOLD["en"]
    marked = [f"{story[0]} ADVERTISEMENT", *story[1:]]
    assert tuple(story) == paragraphs(title, marked)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("© El Correo de la Vega. Todos los derechos reservados.", "El Correo de la Vega"),
        ('© 2023 "Фенский вестник". Все права защищены.', "Фенский вестник"),
        (
            "Published by HT Digital Content Services with permission from Fenland Today.",
            "Fenland Today",
        ),
    ],
)
def test_the_whole_name_in_a_notice_is_the_source(line: str, source: str) -> None:
    title, *story = TOLD["en"]
    assert source == cleaned("\n\n".join([title, *story, line])).source


def test_a_headline_that_begins_as_a_paper_is_called_names_none() -> None:
    _, *story = TOLD["en"]
    title = "A Telegraph Desk's Last Habits Are Put in a Glass Case"
    assert "" == cleaned("\n\n".join([title, *story])).source


def test_who_signs_below_a_story_under_a_label_is_the_author() -> None:
    title, *story = TOLD["en"]
    notice = (
        "All materials (texts, photos, graphics) on this portal are protected by copyright law."
    )
    assert "Ewa Lind" == cleaned("\n\n".join([title, *story, "Autorka: Ewa Lind", notice])).byline


@pytest.mark.parametrize(
    "told",
    [
        "Mr Lind has drawn criticism for naming Jo Poe, former head of Fen News, a website "
        "linked to the far fens, as his chief adviser.",
        "The survey covered the stories of four sites and newsletters. It found that their editors "
        "looked after the links at night.",
    ],
)
def test_what_happened_to_publishers_stays_above_a_notice(told: str) -> None:
    title, *story = TOLD["en"]
    notice = "Copyright 2019 The Kelby Star. All rights reserved."
    assert (*story, told) == paragraphs(title, [*story, told, notice])


def test_a_film_that_shows_something_is_no_credit() -> None:
    title, *story = TOLD["en"]
    told = "Video from the scene showed fire crews using saws to cut through the branches."
    assert (story[0], told, *story[1:]) == paragraphs(title, [story[0], told, *story[1:]])


def test_what_a_page_asks_with_a_cry_goes() -> None:
    title, *story = TOLD["en"]
    box = "Receive great stories directly in your inbox.\nSign up to receive the best of the fen!"
    assert tuple(story) == paragraphs(title, [*story, box])


def test_a_post_quoted_last_stays_with_who_posted_it() -> None:
    title, *story = TOLD["en"]
    post = "While we speak of lamps, we should not forget the bell. https://t.co/hFciHO5Qc7"
    signed = "- Jo Lind (@jolind) May 3, 2019"
    notice = "Copyright 2019 The Kelby Star. All rights reserved."
    assert (*story, post, signed) == paragraphs(title, [*story, post, signed, notice])


def test_the_second_paragraph_about_an_issuer_stays() -> None:
    title, *story = TOLD["en"]
    about = [
        "About Fen Kilns",
        "Fen Kilns burns bricks at Kelby and employs forty people in two yards.",
        "Its exchange brings builders and yards together. Please visit www.kilns.example.",
    ]
    assert (*story, *about) == paragraphs(title, [*story, *about])


def test_a_long_paragraph_that_a_browser_s_page_parts_is_one() -> None:
    title, *story = TOLD["en"]
    first, last = (
        '"I bought my shares with the money that I would have spent on the drive," said',
        "Wenna Lind, who is 84 and has shopped there since she married.",
    )
    head = f"14/01/2025, 10:33\t{title} | Fen Times"
    marks = f"https://www.fentimes.example/news/shop/\t1/2\n\n{head}"
    foot = "https://www.fentimes.example/news/shop/\t2/2"
    told = cleaned("\n\n".join([head, title, *story, first, marks, last, foot])).paragraphs
    assert f"{first} {last}" == told[-1]


def test_a_german_day_of_the_week_is_no_place() -> None:
    text = "1 von 1 DOKUMENTEN\n\nFen-Kurier (Tageszeitung)\n\nSonnabend 23. März 2019\n\n"
    title, *story = STORIES["de"]
    article = cleaned(text + "\n\n".join([title, "RUBRIK: FEN; S. 11", *story]))
    assert ("", "2019-03-23") == (article.place, str(article.date))


def test_what_a_qualified_person_approved_is_the_release() -> None:
    title, *story = TOLD["en"]
    approved = (
        "The technical content of this news release has been reviewed and approved by Jo Lind, "
        "P.Geo., a Qualified Person as defined by National Instrument 43-101."
    )
    contact = "For more information, contact:\nWalter Lind\nTel: 604-555-0128"
    assert (*story, approved) == paragraphs(title, [*story, approved, contact])


def test_authors_below_a_headline_are_no_part_of_it() -> None:
    title = "Why some beaches squeak when you walk on them, and why they are falling silent"
    _, *story = TOLD["en"]
    head = f"July 9, 2025\n{title}\nby Lorna Lind and Mikkel Roe, The Conversation"
    article = cleaned("\n\n".join([head, *story]))
    assert (title, "Lorna Lind and Mikkel Roe") == (article.title, article.byline)


def test_the_sources_of_a_search_are_no_paper() -> None:
    title, *story = STORIES["fr"]
    fields = "134 mots\n9 octobre 2023\nOuest-Fen\nOUESTF\nFrançais\nCopyright 2023 Ouest-Fen"
    found = "Texte : rémouleur\nDate : Toutes les dates\nSource : Toutes les sources"
    search = f"Résumé de la recherche\n\n{found}\nRésultats trouvés : 1"
    text = [f"{title}\nAna Ruiz\n{fields}", *story, "Document OUESTF0020231009ejaa0024p", search]
    assert "Ouest-Fen" == cleaned("\n\n".join(text)).source


def test_a_headline_may_begin_as_a_notice_of_rights() -> None:
    _, *story = STORIES["de"]
    title = "Alle Rechte vorbehalten: Wie eine Formel auf Grabsteine kam"
    article = cleaned("\n\n".join([title, *story]))
    assert (title, tuple(story)) == (article.title, article.paragraphs)


def test_credits_in_brackets_above_a_reporters_address_are_read() -> None:
    _, *story = TOLD["en"]
    first = f"LIMA, Oct 28 (Reuters) - {story[0]}"
    foot = (
        "(Reporting by Ana Ruiz and Jo Poe; Editing by Ewa Lind)\n((ana.ruiz@fen.example; +51 1))"
    )
    article = cleaned("\n\n".join(["A pier sinks", first, *story[1:], foot]))
    assert ("Ana Ruiz and Jo Poe", tuple(story)) == (article.byline, article.paragraphs)


def test_a_date_above_a_service_is_no_player() -> None:
    title, *story = TOLD["en"]
    header = "October 28, 2024 11:05 GMT\nBy RFE/RL's Georgian Service"
    player = "The Code\nby RFE/RL\nEmbed share\nThe code has been copied to your clipboard."
    article = cleaned("\n\n".join([title, header, story[0], player, *story[1:]]))
    assert ("2024-10-28", tuple(story)) == (str(article.date), article.paragraphs)


def test_takes_of_the_saudi_agency_lose_hour_and_number() -> None:
    title, *story = STORIES["ar"]
    take = "// يتبع //\n\n16:25 ت م\n0058"
    assert tuple(story) == cleaned("\n\n".join([title, *story[:-1], take, story[-1]])).paragraphs


def test_a_heading_above_a_form_amid_the_story_goes() -> None:
    title, *story = STORIES["fr"]
    form = "Recevez chaque matin l'essentiel de l'actualité de votre commune.\nVotre adresse e-mail"
    form += "\nJe m'inscris"
    own = (
        "La newsletter du phare compte plus d'abonnés que le village n'a d'habitants, dit le maire."
    )
    text = "\n\n".join([title, own, *story[:-1], form, story[-1]])
    assert (own, *story) == cleaned(text).paragraphs


@pytest.mark.parametrize(
    "pointer", ["FOCUS: Ageing crews keep the ferry running", "GALLERY: The pier in the snow"]
)
def test_a_pointer_by_its_kind_amid_the_story_goes(pointer: str) -> None:
    title, *story = STORIES["en"]
    assert tuple(story) == cleaned("\n\n".join([title, *story[:-1], pointer, story[-1]])).paragraphs


def test_a_paper_whose_name_is_a_verb_elsewhere_is_named_all_the_same() -> None:
    title, *story = TOLD["en"]
    foot = "Read the original article on New Era."
    article = cleaned("\n\n".join([title, *story, foot]))
    assert (tuple(story), "New Era") == (article.paragraphs, article.source)


def test_a_desks_code_on_its_own_line_goes_whole() -> None:
    title, *story = STORIES["en"]
    first = f"Baku/11.09.21/Turan: {story[0]}"
    assert tuple(story) == cleaned("\n\n".join([title, first, *story[1:], ".— 06D-"])).paragraphs


def test_a_day_that_a_feed_labels_in_one_word_is_read() -> None:
    title, *story = STORIES["en"]
    header = f"source: Fen Ledger\nauthor: Jo Lind\ntitle: {title}\n"
    header += "publishedAt: 2025-04-03T06:12:44Z\nurl: https://fen.example/a\n"
    text = f"{header}content: {story[0]} The lamp was lit \u2026 [+1974 chars]"
    assert "2025-04-03" == cleaned(text).date.isoformat()


def test_a_post_that_first_appeared_in_a_street_is_the_story() -> None:
    title, *story = STORIES["en"]
    told = "The post sits empty for a month. She calls it so, and it first appeared on Dale Street."
    assert (*story, told) == cleaned("\n\n".join([title, *story, told])).paragraphs


def test_hour_and_number_below_a_turkish_story_are_read() -> None:
    title, *story = STORIES["tr"]
    first = f"Ayşe Demir/RİZE, (DHA) - {story[0]}"
    foot = "28.05.2024 - 13:47 Haber Kodu: 240528104"
    article = cleaned("\n\n".join([title, first, *story[1:], foot]))
    said = article.byline, article.place, article.wire_id, str(article.date)
    assert ("Ayşe Demir", "Rize", "240528104", "2024-05-28") == said


def test_a_number_behind_the_last_sentence_of_one_line_is_read() -> None:
    _, *story = STORIES["en"]
    line = f"A pier sinks VALLETTA, Jan 29 (Reuters) - {' '.join(story)} nL8N3DK2QX"
    assert "nL8N3DK2QX" == cleaned(line).wire_id


def test_a_section_of_a_town_is_no_paper() -> None:
    title, *story = STORIES["en"]
    header = "Kolkata News\nPress Trust of India\nDec 02, 2024 19:06 pm IST"
    article = cleaned("\n\n".join([f"{title}\n{header}", *story]))
    assert "India" in article.source or article.source == "PTI"
