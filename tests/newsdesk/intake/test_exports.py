"""Every export of invented stories is split where its stories end, and prose is not split."""

from __future__ import annotations

import pytest
from growth import grows_evenly
from newsdesk.intake.exports import stories
from newsdesk.intake.plain import split
from newsdesk.records import Provenance

LEXIS = """\
                          Download Request: Select Items: 1-2
                                Send To: DOE, JANE

                               1 of 2 DOCUMENTS


                              The Quay Gazette

                            March 3, 2016 Thursday

Lighthouse gets a new lamp

BYLINE: Ana Ruiz

SECTION: NEWS; Pg. 4

LENGTH: 61 words

The lamp was lit on Tuesday. It can be seen for thirty miles.

LOAD-DATE: March 4, 2016

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS


                              The Quay Gazette

                             March 5, 2016 Saturday

Harbour dredged at last

LENGTH: 40 words

Boats may enter at low tide again.

LANGUAGE: ENGLISH

                        Copyright 2016 Quay Gazette Ltd.
"""
LEXIS_DE = """\
                              Dokument 1 von 2

                             Der Hafenbote

                           3. März 2016 Donnerstag

Leuchtturm bekommt neue Lampe

AUTOR: Jan Brandt

RUBRIK: LOKALES; S. 4

LÄNGE: 61 Wörter

Die Lampe wurde am Dienstag entzündet.

UPDATE: 4. März 2016

SPRACHE: DEUTSCH

                              Dokument 2 von 2

                             Der Hafenbote

Hafen endlich ausgebaggert

LÄNGE: 40 Wörter

Boote laufen wieder bei Niedrigwasser ein.

SPRACHE: DEUTSCH
"""
LEXIS_FR = """\
                              1 de 2 DOCUMENTS

                              Le Courrier du Port

                             3 mars 2016 jeudi

Le phare change de lampe

AUTEUR: Jeanne Morel

RUBRIQUE: VILLE; Pg. 4

LONGUEUR: 61 mots

La lampe a été allumée mardi.

LANGUE: FRANÇAIS

                              2 de 2 DOCUMENTS

                              Le Courrier du Port

Le port enfin dragué

LONGUEUR: 40 mots

Les bateaux entrent à marée basse.

LANGUE: FRANÇAIS
"""
NEXIS_UNI = """\
Lighthouse gets a new lamp
The Quay Gazette
March 3, 2016 Thursday

Copyright 2016 Quay Gazette Ltd. All Rights Reserved

Section: NEWS; Pg. 4
Length: 61 words
Byline: Ana Ruiz

Body

The lamp was lit on Tuesday.

Load-Date: March 4, 2016

End of Document

Harbour dredged at last
The Quay Gazette
March 5, 2016 Saturday

Length: 40 words

Body

Boats may enter at low tide again.

Load-Date: March 5, 2016

End of Document
Page 2 of 2
"""
FACTIVA = """\
NEWS
Lighthouse gets a new lamp
Ana Ruiz
61 words
3 March 2016
The Quay Gazette
QUAYGZ
English
(c) 2016 Quay Gazette Ltd.

The lamp was lit on Tuesday.

Page 1 of 2 © 2016 Factiva, Inc. All rights reserved.

It can be seen for thirty miles.

Document QUAYGZ0020160303ec330001a
Page1of2©2016Factiva,Inc.Allrightsreserved.

NEWS
Harbour dredged at last
40 words
5 March 2016
The Quay Gazette
English

Boats may enter at low tide again.

Document QUAYGZ0020160305ec350002b

Search Summary
Text: lamp or harbour
Date: All Dates
"""
FACTIVA_TAGGED = """\
SE  NEWS
HD  Lighthouse gets a new lamp
BY  Ana Ruiz
WC  61 words
PD  3 March 2016
SN  The Quay Gazette
LP
The lamp was lit on Tuesday.

AN  Document QUAYGZ0020160303ec330001a

HD  Harbour dredged at last
WC  40 words
TD
Boats may enter at low tide again.

AN  Document QUAYGZ0020160305ec350002b
"""
PROQUEST = """\
____________________________________________________________

Report Information from ProQuest

March 9 2016 10:01

____________________________________________________________

Table of contents

1. Lighthouse gets a new lamp
2. Harbour dredged at last

____________________________________________________________

Document 1 of 2

Lighthouse gets a new lamp

Author: Ruiz, Ana

Publication info: Quay Gazette ; Quay [Quay]03 Mar 2016: A.4.

Full text: The lamp was lit on Tuesday.

__________________________

It can be seen for thirty miles.

Publication title: Quay Gazette

ProQuest document ID: 1770000001

Database: ProQuest Central

____________________________________________________________

Document 2 of 2

Title: Harbour dredged at last

Publication info: Quay Gazette ; Quay [Quay]05 Mar 2016: A.1.

Abstract: None available.

Full Text: Boats may enter at low tide again.

ProQuest document ID: 1770000002

Database: ProQuest Central

____________________________________________________________

Contact us at: example.org
Copyright (c) 2016 ProQuest
"""
PROQUEST_BARE = """\
Lighthouse gets a new lamp
Author: Ruiz, Ana
Full text: The lamp was lit on Tuesday.
Publication title: Quay Gazette
ProQuest document ID: 1770000001
Document URL: https://www.proquest.com/docview/1770000001
Database: ProQuest Central

Harbour dredged at last
Publication info: Quay Gazette ; Quay [Quay]05 Mar 2016: A.1.
Full Text: Boats may enter at low tide again.
Title: Harbour dredged at last
ProQuest document ID: 1770000002
"""
NEWSBANK = """\
Paper: Quay Gazette, The (Quay)
Title: Lighthouse gets a new lamp
Date: March 3, 2016
Section: News
Page: 4
Author/Byline: Ana Ruiz

The lamp was lit on Tuesday.

Record Number: 15A2B3C4D5
Copyright (c) 2016, Quay Gazette. All rights reserved.

Paper: Quay Gazette, The (Quay)
Title: Harbour dredged at last
Date: March 5, 2016

Boats may enter at low tide again.

Record Number: 15A2B3C4D6
Copyright (c) 2016, Quay Gazette. All rights reserved.
"""
EXPORTS = {
    "lexis": LEXIS, "lexis-de": LEXIS_DE, "lexis-fr": LEXIS_FR, "nexis": NEXIS_UNI,
    "factiva": FACTIVA, "factiva-tagged": FACTIVA_TAGGED, "proquest": PROQUEST,
    "proquest-bare": PROQUEST_BARE,
    "newsbank": NEWSBANK,
}  # fmt: skip
SECOND = ("Harbour dredged", "Hafen endlich", "Le port enfin")

PROSE = {
    "a report on an export": "The file held 1 of 2 DOCUMENTS that we asked for.\n\n"
    "Its last line read End of Document, and Record Number: 5 stood above.\n",
    "a minute with an end mark": "Minutes\n\nThe board met.\n\nEnd of Document\n\n"
    "Annex\n\nNothing else was said.\n\nEnd of Document\n",
    "a quoted count line": "How we searched\n\nEach story began with a line such as\n\n"
    "   1 of 20 DOCUMENTS\n\nand the next with\n\n   2 of 20 DOCUMENTS\n\nand so on.\n",
    "rules between sections": "A poem\n\n" + "_" * 40 + "\n\nOne\n\n" + "_" * 40 + "\n\nTwo\n",
    "catalogue of records": "Record Number: 1\nA jug.\n\nRecord Number: 2\nA cup.\n",
    "documents named in prose": "Document J000000020230306ej360001b was the one they cited.\n\n"
    "Document two was not.\n",
    "proquest in prose": "ProQuest document ID: is the field we used.\n\n" + "_" * 60 + "\nMore.\n",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_two_stories_are_found_and_nothing_is_lost(name: str) -> None:
    text = EXPORTS[name]
    spans = stories(text)
    assert len(spans) == 2
    assert text == "".join(text[start:end] for start, end in spans)
    assert not any(mark in text[slice(*spans[0])].partition("Table of")[0] for mark in SECOND)
    assert any(mark in text[slice(*spans[1])] for mark in SECOND)


@pytest.mark.parametrize("name", EXPORTS)
def test_carriage_returns_change_nothing(name: str) -> None:
    text = EXPORTS[name]
    returns = [text[:end].count("\n") for _, end in stories(text)]
    spans = stories(text.replace("\n", "\r\n"))
    expected = [end + lines for (_, end), lines in zip(stories(text), returns, strict=True)]
    assert expected == [end for _, end in spans]


@pytest.mark.parametrize("name", EXPORTS)
def test_a_cut_export_of_one_story_stays_whole(name: str) -> None:
    text = EXPORTS[name]
    first = text[slice(*stories(text)[0])]
    assert [(0, len(first))] == stories(first)


@pytest.mark.parametrize("name", PROSE)
def test_prose_about_exports_is_not_split(name: str) -> None:
    assert [(0, len(PROSE[name]))] == stories(PROSE[name])


def test_the_running_footer_and_the_search_summary_stay_with_the_story_before() -> None:
    first, second = (FACTIVA[slice(*span)] for span in stories(FACTIVA))
    assert first.rstrip().endswith("Allrightsreserved.")
    assert second.startswith("NEWS\nHarbour")
    assert "Search Summary" in second


@pytest.mark.alone
def test_a_long_text_with_many_anchors_takes_linear_time() -> None:
    unit = "".join(EXPORTS.values())
    assert grows_evenly(stories, lambda times: unit * times + "\n" * 20_000 * times, 4)


EUROPRESSE = """\
eureka.cc
Dossier constitué de 2 documents

La Voix de la Lande
Local, lundi 9 mai 2022, p. 3

Le tram des abeilles passe la nuit

Les ruches ont traversé la ville dans le dernier tram.

© 2022 La Voix de la Lande. Tous droits réservés.
Numéro de document : news·20220509·VLL·0012

La Voix de la Lande
Local, mardi 10 mai 2022, p. 2

Le phare change de lampe

La lampe a été allumée mardi.

© 2022 La Voix de la Lande. Tous droits réservés.
Certificat émis le 3 janvier 2023 à VILLE-DE-LORNE
news·20220510·VLL·0007
"""


def test_europresse_stories_end_with_their_numbers() -> None:
    first, second = (EUROPRESSE[a:b] for a, b in stories(EUROPRESSE))
    assert first.endswith("VLL·0012\n\n")
    assert second.startswith("La Voix de la Lande\nLocal, mardi")


STORY = (
    "The bees crossed the town by night tram, and nobody on the late shift was stung at all. " * 3
)
DIGEST = "\n".join(
    f"{'=' * 60}\n{title}\n\nLORNE, 9 May 2022 (KUNA) - {STORY}\n\n{STORY} (KUNA)\n"
    for title in ("Bees take the night tram", "Otters return to the mill", "Lamp lit at the quay")
)


def test_a_digest_is_split_at_its_rules() -> None:
    spans = stories(f"From: desk@example.org\n\n{DIGEST}")
    assert ["Bees", "Otters", "Lamp"] == [
        f"From: desk@example.org\n\n{DIGEST}"[a:b].split("=" * 60 + "\n")[1].split()[0]
        for a, b in spans
    ]


def test_two_stories_of_one_agency_are_split_at_a_short_rule() -> None:
    told = [
        f"{name} tries a new lamp\n\nKELBY, Fens, Jan. 30, Kyodo - {STORY}{STORY}\n==Kyodo\n"
        for name in ("Lorne", "Harle")
    ]
    for text in (f"Digest: Jan. 30\n\n-----\n{told[0]}\n-----\n{told[1]}", "\n-----\n".join(told)):
        spans = stories(text)
        assert ["Lorne" in text[a:b] for a, b in spans] == [True, False]
        assert 2 == len(spans)


SENT = (
    "{0} gets a new lamp\nKELBY, Aug 28, BNS - {1}\nKelby newsroom\n"
    "Copyright 2024 BNS. 28.08.2024 13:20\n"
)


def test_what_an_agency_sent_is_split_where_each_dispatch_closes() -> None:
    text = "\n".join(SENT.format(name, STORY * 2) for name in ("The port", "The mill"))
    spans = stories(text)
    assert ["The port" in text[a:b] for a, b in spans] == [True, False]
    assert 2 == len(spans)


MENAFN = (
    "{0} gets a new lamp\n\n(MENAFN- Fen Post) {1}\n\n"
    "MENAFN0302202500007101101{2}ID110915880{2}\n\nFen Post\n\n{3}"
)
NOTICE = (
    'Legal Disclaimer:\nMENAFN provides the information "as is" without warranty of any kind. If '
    "you have any complaints, kindly contact the provider above.\n\n"
)
ALLAFRICA = (
    "Kelby: {0} gets a new lamp\n\nFen Post (Kelby)\n\n3 February 2025\n\n{1}\n\n{3}"
    "AllAfrica publishes around 500 reports a day.\n\n"
)
RIGHTS = "Copyright © 2025 Fen Post. Distributed by AllAfrica Global Media (allAfrica.com).\n\n"


@pytest.mark.parametrize(("form", "notice"), [(MENAFN, NOTICE), (ALLAFRICA, RIGHTS)])
def test_what_an_aggregator_carried_is_split_below_its_notices(form: str, notice: str) -> None:
    names = ("The port", "The mill", "The pier")
    text = "".join(form.format(name, STORY * 2, n, notice) for n, name in enumerate(names))
    spans = stories(text)
    assert [[name in text[a:b] for name in names] for a, b in spans] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


@pytest.mark.parametrize(("form", "notice"), [(MENAFN, NOTICE), (ALLAFRICA, RIGHTS)])
def test_a_story_whose_aggregator_prints_its_notice_twice_is_one(form: str, notice: str) -> None:
    text = form.format("The port", STORY * 2, 1, notice * 2)
    assert [(0, len(text))] == stories(text)
    again = text.replace("(MENAFN- Fen Post)", "(MENAFN- Fen Post) (MENAFN- Fen Post)")
    assert [(0, len(again))] == stories(again)


@pytest.mark.parametrize("opening", ["ZCZC AFP00{0}\n", ""])
def test_what_a_teleprinter_printed_is_split_at_its_marks(opening: str) -> None:
    told = "The {0} gets a lamp\nKELBY, May 12 (AFP) - {1}\nafp/abc\nNNNN\n\n"
    names = ("port", "mill")
    text = "".join((opening + told).format(name, STORY[:120]) for name in names)
    spans = stories(text)
    assert ["The port" in text[a:b] for a, b in spans] == [True, False]


def test_a_dispatch_quoted_in_a_story_is_no_story_of_its_own() -> None:
    quoted = f"{STORY}\nThe port gets a new lamp\nKELBY, Aug 28, BNS - {STORY}\n{STORY}\n"
    text = SENT.format("The mill", quoted)
    assert [(0, len(text))] == stories(text)


@pytest.mark.parametrize("sign", ["-", "=", "*"])
def test_one_story_with_rules_between_its_parts_is_not_split(sign: str) -> None:
    text = f"\n{sign * 40}\n".join(f"Part {n}\n\n{STORY}{STORY}" for n in range(5))
    assert [(0, len(text))] == stories(text)


FEED_ITEM = (
    "{0}\nlink: https://kelby.example/{1}\npubDate: Thu, 0{1} Feb 2024 16:45:10 +0000\n"
    "dc:creator: Ana Ruiz\n\n"
)


def test_a_feed_printed_as_text_is_split_before_its_headlines() -> None:
    heads = [FEED_ITEM.format(f"Lamp number {n} is lit again", n) for n in (1, 2, 3)]
    text = "Kelby Argus - Latest\n\n" + "\n".join(head + STORY * 3 for head in heads)
    spans = stories(text)
    assert 3 == len(spans)
    assert [f"number {n} " in text[a:b] for n, (a, b) in enumerate(spans, 1)] == [True] * 3
    assert [text[a:b].count("pubDate") for a, b in spans] == [1, 1, 1]


def test_prose_with_one_feed_field_is_not_split() -> None:
    text = "\n".join(f"Lamp {n} is lit\npubDate: today\n{STORY * 3}" for n in range(3))
    assert [(0, len(text))] == stories(text)


SAVED = (
    "Feed:  Kelby Argus\nTitle: Lamp {0} is lit\nDate:  Thu, 0{0} Feb 2024 16:45\nSaved: today\n"
)


def test_a_clippers_file_is_split_before_the_fields_of_each_story() -> None:
    text = "".join(f"{'=' * 46}\n{SAVED.format(n)}{'=' * 46}\n\n{STORY * 3}\n" for n in (1, 2))
    spans = stories(text)
    assert [("Lamp 1" in text[a:b], "Lamp 2" in text[a:b]) for a, b in spans] == [
        (True, False),
        (False, True),
    ]


def test_one_story_that_quotes_another_with_its_fields_is_not_split() -> None:
    text = SAVED.format(1) + STORY * 3 + "Title: Lamp 2\nSaid the sign.\n" + STORY * 3
    assert [(0, len(text))] == stories(text)


def test_a_saved_channel_is_split_before_each_post() -> None:
    posts = [f"Kelby | News, [1{n}.02.2024 16:45]\n\nLamp {n}\n\n{STORY * 5}\n" for n in (1, 2, 3)]
    assert 3 == len(stories("".join(posts)))


def test_a_chat_of_short_posts_is_one_document() -> None:
    text = "".join(f"Ana, [1{n}.02.2024 16:45]\n\nThe lamp is lit.\n" for n in range(9))
    assert [(0, len(text))] == stories(text)


@pytest.mark.parametrize("count", ["Документ {} из 2", "Clip {}/2", "Treffer {} von 2"])
def test_stories_counted_over_their_fields_are_split(count: str) -> None:
    head = "{}\nPaper: Kelby Argus\nTitle: Lamp {} is lit\n\n{}\n"
    text = "".join(head.format(count.format(n), n, STORY * 2) for n in (1, 2))
    assert [count.format(1), count.format(2)] == [
        text[a:b].splitlines()[0] for a, b in stories(text)
    ]


def test_fields_that_a_story_counts_itself_do_not_split_it() -> None:
    fields = "\nAt: noon\nIn: Lorne\n"
    text = f"Paper: Kelby Argus\nTitle: Lamp 1\n\n{STORY * 2}\nPage 2 of 3{fields}{STORY * 2}"
    text += f"\nPage 1 of 3{fields}{STORY * 2}"
    assert [(0, len(text))] == stories(text)


def test_clippings_are_split_at_their_rules_and_take_no_subject_for_a_headline() -> None:
    clip = (
        "{}\n{}\nKelby Argus | March {}, 2024 | Ana Ruiz\n\n{}\nRead on: https://argus.example\n\n"
    )
    clips = "".join(clip.format("-" * 70, f"Lamp lit at quay {n}", n, STORY) for n in (6, 7))
    text = f"Your clips for lamp - 2 new results\n{clips}{'-' * 70}\nUnsubscribe from Kelby Clips\n"
    origin = Provenance("clips.eml", "", "0" * 64)
    found = list(split(text, origin, {"title": "Your clips", "mailed": "2024-03-07"}))
    assert ["quay 6" in found[0].text, "quay 7" in found[1].text, len(found)] == [True, True, 2]
    assert [{"mailed": "2024-03-07"}] * 2 == [one.fields for one in found]
    (one,) = split(STORY, origin, {"title": "Your clips"})
    assert {"title": "Your clips"} == one.fields


def test_stories_counted_over_paper_and_day_are_split() -> None:
    head = "Документ {0} из 2\nТруд\n№ 1{0}\n1{0}.02.2025\nЗажжена лампа {0}\n{1}\n"
    text = "".join(head.format(n, STORY * 2) for n in (1, 2))
    assert ["Документ 1", "Документ 2"] == [text[a : a + 10] for a, _ in stories(text)]


def test_records_of_an_interface_printed_as_lines_are_split() -> None:
    head = 'source: {{"id": null, "name": "Fen Post"}}\nauthor: null\ntitle: Lamp {0} is lit\n'
    head += "url: https://fen.example/{0}\npublishedAt: 2024-07-1{0}T13:05:00Z\ncontent: {1}\n\n"
    text = "".join(head.format(n, STORY * 2) for n in (1, 2))
    assert ["Lamp 1", "Lamp 2"] == [text[a:b].split("title: ")[1][:6] for a, b in stories(text)]
