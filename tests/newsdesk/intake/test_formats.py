"""Each format in the small: what a dump in it says arrives as text and fields."""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import zipfile

import pytest
from newsdesk.intake import IntakeSettings, json_stories
from newsdesk.intake.keys import iso_date
from newsdesk.records import RawDocument

from .conftest import Take

LAMP = "The lamp was lit on Tuesday. It can be seen for thirty miles, the keeper said."


def only(take: Take, name: str, data: bytes | str, **settings: object) -> RawDocument:
    stories, refused = take(name, data, **settings)
    assert (refused, len(stories)) == ([], 1)
    return stories[0]


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Мост в Твери открыли утром, сообщила служба.\n", "Мост открыт"])
def test_cyrillic_in_utf16_without_a_mark_is_text(take: Take, text: str, order: str) -> None:
    story = only(take, "bridge.txt", text.encode(order))
    assert (text, order) == (story.text, story.provenance.encoding)


JSON_SHAPES: dict[str, object] = {
    "newsapi": {
        "status": "ok",
        "articles": [
            {"source": {"id": None, "name": "Quay Gazette"}, "author": "Ana Ruiz",
             "title": "A lamp", "description": "Short.", "url": "https://quay.example/1",
             "publishedAt": "2016-03-03T07:00:00Z", "content": LAMP}
        ],
    },
    "newsdata": {
        "results": [
            {"title": "A lamp", "link": "https://quay.example/1", "creator": ["Ana Ruiz"],
             "description": LAMP, "content": "ONLY AVAILABLE IN PAID PLANS",
             "pubDate": "2016-03-03T07:00:00Z", "source_id": "Quay Gazette"}
        ]
    },
    "elastic": {
        "hits": {"hits": [{"_index": "news", "_source": {
            "title": "A lamp", "body": LAMP, "author": "Ana Ruiz", "source": "Quay Gazette",
            "date": "2016-03-03T07:00:00Z", "url": "https://quay.example/1"}}]}
    },
    "mediacloud": [
        {"title": "A lamp", "media_name": "Quay Gazette", "publish_date": "2016-03-03T07:00:00Z",
         "url": "https://quay.example/1", "text": LAMP, "authors": ["Ana Ruiz"]}
    ],
    "guardian": {
        "response": {"results": [
            {"webTitle": "A lamp", "webUrl": "https://quay.example/1",
             "webPublicationDate": "2016-03-03T07:00:00Z",
             "fields": {"bodyText": LAMP, "byline": "Ana Ruiz"}, "publication": "Quay Gazette"}
        ]}
    },
    "event registry": {
        "articles": {"results": [
            {"title": "A lamp", "body": LAMP, "dateTime": "2016-03-03T07:00:00Z",
             "url": "https://quay.example/1", "source": {"title": "Quay Gazette"},
             "authors": [{"uri": "x", "name": "Ana Ruiz"}]}
        ]}
    },
    "ninjs": {
        "uri": "urn:quay:1", "headline": "A lamp", "body_text": LAMP, "byline": "Ana Ruiz",
        "versioncreated": "2016-03-03T07:00:00Z", "provider": "Quay Gazette",
        "canonical_url": "https://quay.example/1",
    },
    "ninjs 2": {
        "uri": "urn:quay:1", "headlines": [{"role": "main", "value": "A lamp"}],
        "bodies": [{"contentType": "text/plain", "value": LAMP}], "by": "Ana Ruiz",
        "versioncreated": "2016-03-03T07:00:00Z", "publisher": {"name": "Quay Gazette"},
        "url": "https://quay.example/1",
    },
    "news-please": {
        "maintext": LAMP, "title": "A lamp", "authors": ["Ana Ruiz"],
        "date_publish": "2016-03-03T07:00:00Z", "source_domain": "Quay Gazette",
        "url": "https://quay.example/1",
    },
    "a list of strings": {
        "title": "A lamp", "text": ["The lamp was lit on Tuesday.", "It can be seen."],
        "published": 1456988400, "site": "Quay Gazette", "author": {"name": "Ana Ruiz"},
        "url": "https://quay.example/1",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", JSON_SHAPES)
def test_the_names_of_common_json_exports_are_known(take: Take, name: str) -> None:
    story = only(take, "dump.json", json.dumps(JSON_SHAPES[name]))
    assert story.text.startswith("The lamp was lit on Tuesday.")
    assert tuple(story.fields[field] for field in ("title", "byline", "source", "url")) == (
        "A lamp",
        "Ana Ruiz",
        "Quay Gazette",
        "https://quay.example/1",
    )
    assert story.fields["date"].startswith("2016-03-03T07:00:00")


SPELLINGS: list[dict[str, object]] = [
    {"body_text": LAMP, "headline": "A lamp", "published_at": "2016-03-03",
     "authors": [{"name": "Ana Ruiz"}], "publisher": {"name": "Quay Gazette"}},
    {"maintext": LAMP, "title": "A lamp", "date_publish": "2016-03-03",
     "authors": ["Ana Ruiz"], "source": "Quay Gazette", "date_download": "2016-03-09"},
    {"articleBody": LAMP, "headline": "A lamp", "datePublished": "2016-03-03",
     "author": [{"@type": "Person", "name": "Ana Ruiz"}], "publisher": "Quay Gazette"},
    {"Body": LAMP, "Headline": "A lamp", "PublicationDate": "2016-03-03",
     "Byline": "Ana Ruiz", "SourceName": "Quay Gazette"},
    {"post_content": LAMP, "post_title": "A lamp", "post_date": "2016-03-03",
     "post_author": "Ana Ruiz", "site-name": "Quay Gazette"},
    {"plain text": LAMP, "hed": "A lamp", "first_publication_date": "2016-03-03",
     "authors": [{"first_name": "Ana", "last_name": "Ruiz"}], "outlet": {"name": "Quay Gazette"}},
    {"article": LAMP, "heading": "A lamp", "publishDate": {"$date": "2016-03-03"},
     "author": {"displayName": "Ana Ruiz"}, "news_source": "Quay Gazette"},
    {"body": {"html": LAMP}, "title": "A lamp", "publication_time": "2016-03-03",
     "contributors": [{"full_name": "Ana Ruiz"}], "source": {"title": "Quay Gazette"}},
    {"id": 7, "attributes": {"story": LAMP, "title": "A lamp", "published": {"date": "2016-03-03"},
     "author": "Ana Ruiz", "sourceTitle": "Quay Gazette"}},
    {"text": "", "Text": LAMP, "title": "A lamp", "date": "2016-03-03", "by": "Ana Ruiz",
     "paper": "Quay Gazette"},
]  # fmt: skip


@pytest.mark.parametrize("record", SPELLINGS)
def test_a_key_is_known_in_any_spelling(take: Take, record: dict[str, object]) -> None:
    story = only(take, "dump.jsonl", json.dumps(record))
    fields = {"title": "A lamp", "date": "2016-03-03", "byline": "Ana Ruiz"}
    assert (LAMP, {**fields, "source": "Quay Gazette"}) == (story.text, story.fields)


def test_a_story_under_the_name_of_a_text_keeps_its_fields(take: Take) -> None:
    story = only(take, "dump.json", json.dumps({"article": {"text": LAMP, "by": "Ana Ruiz"}}))
    assert (LAMP, {"byline": "Ana Ruiz"}) == (story.text, story.fields)


def test_wordpress_html_and_entities(take: Take) -> None:
    post = {
        "title": {"rendered": "Lamp &#8211; <em>lit</em>"},
        "content": {"rendered": f"<p>{LAMP}</p>"},
        "link": "https://quay.example/?a=1&copy=2",
        "date_gmt": "2016-03-03T07:00:00",
    }
    story = only(take, "posts.json", json.dumps([post]))
    assert ("text/html", f"<p>{LAMP}</p>") == (story.media_type, story.text)
    assert story.fields["title"] == "Lamp – lit"
    assert story.fields["url"] == "https://quay.example/?a=1&copy=2"


def test_a_ticker_in_angle_brackets_is_no_markup(take: Take) -> None:
    record = {"title": "Quay Press <P> buys Lamp <B>", "text": f"QUAY - Quay <P> said. {LAMP}"}
    story = only(take, "a.json", json.dumps(record))
    assert ("text/plain", record["title"]) == (story.media_type, story.fields["title"])


def test_json_lines_one_bad_line_does_not_stop_the_rest(take: Take) -> None:
    lines = [json.dumps({"title": f"Lamp {n}", "text": LAMP}) for n in range(3)]
    lines[1] = '{"title": "cut o'
    stories, refused = take("dump.jsonl", "\n".join(lines))
    assert [s.provenance.locator for s in stories] == ["#1", "#3"]
    assert [r.provenance.locator for r in refused] == ["#2"]
    assert refused[0].reason.startswith("It is not valid JSON:")


def test_json_lines_in_an_old_encoding_and_bulk_actions(take: Take) -> None:
    line = json.dumps({"title": "Мост", "text": "Мост открыт утром."}, ensure_ascii=False)
    data = b'{"index": {"_id": 1}}\n' + line.encode("cp1251") + b"\n"
    story = only(take, "dump.jsonl", data)
    assert (story.fields["title"], story.provenance.encoding) == ("Мост", "windows-1251")


@pytest.mark.parametrize("before", ['{"status": "[{", "tags": ["a"], "articles": ', "", '{"a": '])
def test_a_list_too_large_to_hold_is_read_object_by_object(take: Take, before: str) -> None:
    records = [{"title": f'A "[{n}" \\', "text": LAMP, "o": {"p": [{"q": n}]}} for n in range(90)]
    data = before + json.dumps(records, indent=1) + ("}" if before else "")
    whole, _ = take("a.json", data)
    by_object, refused = take("a.json", data, max_document=2000)
    assert len(whole) == 90
    assert (by_object, refused) == (whole, [])


def test_a_large_list_that_breaks_off_gives_what_it_has(take: Take) -> None:
    data = json.dumps([{"text": LAMP + str(n)} for n in range(90)])[:-30]
    stories, refused = take("a.json", data, max_document=2000)
    assert (
        len(stories),
        refused[0].reason,
    ) == (89, "It is JSON that breaks off before its list ends.")
    refused = take("a.json", '[{"text": "' + "a" * 4_000_000, max_document=2000)[1]
    assert refused[0].reason == "It is JSON that holds an object of over 1.953 KB."


def test_a_broken_list_gives_its_whole_stories(take: Take) -> None:
    records = [json.dumps({"title": f"Lamp {n}", "text": LAMP}) for n in range(3)]
    records[1] = records[1].replace('", "', '" "')
    stories, refused = take("a.json", f"[{', '.join(records)}]")
    assert ["#1", "#3"] == [s.provenance.locator for s in stories]
    assert ["#2", "#4"] == [r.provenance.locator for r in refused]
    stories, refused = take("b.json", f"[{', '.join(records)}"[:-30])
    assert ["#1"] == [s.provenance.locator for s in stories]
    assert refused[-1].reason.endswith(
        "1 of its stories could be read; mend the rest and ingest it again."
    )


def test_numbers_beyond_64_bits_in_a_list(take: Take) -> None:
    assert len(take("a.json", json.dumps([{"text": LAMP, "n": 10**40}] * 2))[0]) == 2


TONGUES = [
    ("Заголовок,Дата,Источник,Автор,Текст", "Лодка,11.02.2025,Труд,Иван Ус,Лодка ушла в море."),
    ("titular,fecha_publicacion,medio,autora,cuerpo", "Barca,2025-02-11,Faro,Ana Paz,Salió."),
    ("العنوان,التاريخ,المصدر,الكاتب,النص", "القارب,2025-02-11,الأهرام,سامي حداد,خرج القارب."),
    ("标题,日期,来源,作者,正文", "船出海,2025-02-11,海报,张三,船出海了。"),
]


@pytest.mark.parametrize(("head", "row"), TONGUES)
def test_tables_with_headings_in_other_languages_are_read(take: Take, head: str, row: str) -> None:
    story = only(take, "stories.csv", f"{head}\n{row}\n")
    title, date, source, byline, text = row.split(",")
    assert text in story.text
    fields = {"title": title, "date": date, "source": source, "byline": byline}
    assert fields == {name: story.fields[name] for name in fields}


def test_a_users_own_keys_come_first(take: Take) -> None:
    record = {"text": "Teaser only.", "story": {"fulltext": LAMP}, "hed": "A lamp"}
    keys = {"text": ("story.fulltext",), "title": ("hed",)}
    story = only(take, "own.json", json.dumps(record), keys=keys)
    assert (story.text, story.fields["title"]) == (LAMP, "A lamp")


def test_json_without_a_text_names_its_keys(take: Take) -> None:
    stories, refused = take("x.json", json.dumps({"bodytext2": LAMP, "\x1b[31m": 1}))
    assert stories == []
    assert "its keys are %1B[31m, bodytext2." in refused[0].reason
    assert "[intake.keys]" in refused[0].reason


def test_a_text_that_is_there_and_empty_is_told_so(take: Take) -> None:
    _, refused = take("x.json", json.dumps({"headline": "Short", "content": ""}))
    assert "content holds nothing" in refused[0].reason


def test_what_is_no_story_among_stories_is_listed(take: Take) -> None:
    lines = f'[]\n"a word"\n{{"title": "A", "text": "{LAMP}"}}\nnull\n42\n'
    stories, refused = take("a.jsonl", lines)
    assert 1 == len(stories)
    told = [each.reason for each in refused]
    assert "empty list" in told[0]
    for found, reason in zip(('«"a word"»', "«null»", "«42»"), told[1:], strict=True):
        assert f"It is {found}, not an object" in reason
    stories, refused = take("a.json", f'[{{"title": "A", "text": "{LAMP}"}}, "a word"]')
    assert (1, 1) == (len(stories), len(refused))


def test_the_day_a_browser_saved_a_page_is_not_its_date(take: Take) -> None:
    head = "Date: Sun, 30 Nov 2025 10:00:00 +0000\nSubject: Fwd: RE: A lamp\nMIME-Version: 1.0\n"
    kind = f"Content-Type: text/plain\n\n{LAMP}\n"
    saved = only(take, "a.mhtml", f"From: <Saved by Blink>\n{head}{kind}")
    assert saved.fields.keys().isdisjoint(("date", "mailed"))
    sent = only(take, "a.eml", f"From: ann@example.org\n{head}{kind}")
    assert ("A lamp", "2025-11-30") == (sent.fields["title"], sent.fields["mailed"][:10])


def test_columns_may_be_named_in_capitals(take: Take) -> None:
    story = only(take, "a.csv", f'Title,Date,Paper,Body\nA lamp,2024-03-01,Fen Post,"{LAMP}"\n')
    assert (story.text, story.fields["title"], story.fields["source"]) == (
        LAMP,
        "A lamp",
        "Fen Post",
    )


def test_a_table_is_told_by_its_first_line_whatever_it_is_called(take: Take) -> None:
    story = only(
        take, "a.txt", f'id,source,author,title,text\n7,Fen Post,Jo Lind,A lamp,"{LAMP}"\n'
    )
    assert ("A lamp", "Jo Lind", LAMP) == (
        story.fields["title"],
        story.fields["byline"],
        story.text,
    )


@pytest.mark.parametrize(
    "first",
    ["Title, date and text were all she had.", "title,text", "menu;news;title;sport;home;map"],
)
def test_a_text_that_begins_with_commas_is_text(take: Take, first: str) -> None:
    assert f"{first}\n\n{LAMP}" == only(take, "a.txt", f"{first}\n\n{LAMP}").text


def test_a_row_with_a_cell_too_many_is_set_aside(take: Take) -> None:
    stories, refused = take("a.csv", f"title;body\nHungary bans; buses;{LAMP}\nA lamp;{LAMP}\n")
    assert [story.fields["title"] for story in stories] == ["A lamp"]
    assert "3 cells, but the first line names 2 columns" in refused[0].reason


def test_json_odds_and_ends(take: Take) -> None:
    nan = only(take, "nan.json", f'{{"text": "{LAMP}", "score": NaN, "n": {10**40}}}')
    assert nan.text == LAMP
    lone = only(take, "lone.json", f'{{"text": "\\ud83d {LAMP}"}}')
    assert "\ufffd" in lone.text
    lone.text.encode()
    _, refused = take("deep.json", "[" * 100_000 + "]" * 100_000)
    assert refused[0].reason == "It is JSON nested too deep to be a story."


def test_text_that_begins_with_a_bracket_is_text(take: Take) -> None:
    assert only(take, "a.txt", "[Updated] The lamp was lit.").media_type == "text/plain"
    assert only(take, "b", '{"quoted" is how it began, he said.').media_type == "text/plain"


def test_json_lists_nested_too_deep_end(take: Take) -> None:
    value: object = {"text": LAMP}
    for _ in range(40):
        value = [value]
    assert list(json_stories.unlisted(value, IntakeSettings())) == []


def test_a_table_has_one_story_a_row(take: Take) -> None:
    table = f'title;date;content\n"A; lamp";2016-03-03;"{LAMP}\n\nMore."\nNo text;2016-03-04;\n'
    stories, refused = take("dump.csv", b"\xef\xbb\xbf" + table.encode())
    assert [("A; lamp", f"{LAMP}\n\nMore.")] == [(s.fields["title"], s.text) for s in stories]
    assert [r.provenance.locator for r in refused] == ["#2"]


PAGE = f"<!DOCTYPE html><html><head><title>A lamp</title></head><body><p>{LAMP}</p></body></html>"


@pytest.mark.parametrize("name", ["a.html", "a.htm", "page", "a.txt"])
def test_a_page_is_kept_as_it_is(take: Take, name: str) -> None:
    story = only(take, name, PAGE)
    assert (story.media_type, story.text) == ("text/html", PAGE)


def test_a_pages_own_charset_is_heard(take: Take) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1254">').replace("lamp", "ışık")
    story = only(take, "a.html", page.encode("cp1254"))
    assert (page, "windows-1254") == (story.text, story.provenance.encoding)


def test_a_page_without_words_is_set_aside(take: Take) -> None:
    assert take("a.html", "<html><body><br></html>")[1][0].reason == "It is a page without words."


FACTIVA_PAGE = """<html><head><title>Factiva</title><style>.x{}</style></head><body>
<div class="article enArticle"><p>NEWS</p><div><b>A lamp</b></div><div>61 words</div>
<div>3 March 2016</div><div>Quay Gazette</div><p class="articleParagraph">The lamp &amp; all.</p>
<p>Document QUAYGZ0020160303ec330001a</p></div>
<div class="article enArticle"><table><tr><td><b>HD</b></td><td>A harbour</td></tr></table>
<p>Boats enter.</p><p>Document QUAYGZ0020160305ec350002b</p></div>
<p>&copy; 2016 Factiva, Inc. All rights reserved.</p></body></html>"""


def test_an_export_in_html_is_read_as_lines_and_split(take: Take) -> None:
    first, second = take("factiva.html", FACTIVA_PAGE)[0]
    assert first.media_type == "text/plain"
    assert first.text.startswith("NEWS\n\nA lamp\n61 words\n3 March 2016\nQuay Gazette\n")
    assert "The lamp & all." in first.text
    assert "HD\tA harbour" in second.text
    assert ".x{}" not in first.text


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay Gazette</title>
<language>en-gb</language><link>https://quay.example/</link>
<item><title>A&nbsp;lamp &amp;#8211; lit</title><link>https://quay.example/1</link>
<pubDate>Thu, 03 Mar 2016 07:00:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>{LAMP}</p>]]></content:encoded></item>
<item><title>Second</title><author>desk@quay.example (Bo Lind)</author>
<description>{LAMP}</description><guid>https://quay.example/2</guid></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Gazette</title>
<entry><title>A lamp</title><link rel="self" href="https://quay.example/f"/>
<link href="https://quay.example/1"/><published>2016-03-03T07:00:00Z</published>
<author><name>Ana Ruiz</name></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{LAMP}</p></div></content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay Gazette</title></channel><item><title>A lamp</title>
<link>https://quay.example/1</link><dc:date>2016-03-03</dc:date><dc:creator>Ana Ruiz</dc:creator>
<description>{LAMP}</description></item></rdf:RDF>"""


def test_rss(take: Take) -> None:
    stories, refused = take("feed.xml", RSS)
    first, second = stories
    assert ("text/html", f"<p>{LAMP}</p>") == (first.media_type, first.text)
    assert first.fields == {
        "title": "A lamp – lit", "date": "2016-03-03T07:00:00+00:00", "byline": "Ana Ruiz",
        "url": "https://quay.example/1", "source": "Quay Gazette", "lang": "en-gb",
    }  # fmt: skip
    assert (second.fields["byline"], second.fields["url"]) == ("Bo Lind", "https://quay.example/2")
    assert second.media_type == "text/plain"
    assert [r.provenance.locator for r in refused] == ["#3"]


def test_a_feed_that_declares_none_of_its_prefixes(take: Take) -> None:
    stories, _ = take("feed.xml", re.sub(r' xmlns:\w+="[^"]*"', "", RSS))
    assert ("Ana Ruiz", f"<p>{LAMP}</p>") == (stories[0].fields["byline"], stories[0].text)


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_atom_and_rss_1(take: Take, feed: str) -> None:
    story = only(take, "feed.rss", feed)
    assert LAMP in story.text
    assert tuple(story.fields[field] for field in ("title", "byline", "source", "url")) == (
        "A lamp",
        "Ana Ruiz",
        "Quay Gazette",
        "https://quay.example/1",
    )
    assert story.fields["date"].startswith("2016-03-03")


NITF = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><docdata><doc-id id-string="Q1"/><date.issue norm="20160303T070000Z"/>
<doc.copyright holder="Quay Gazette Ltd" year="2016"/></docdata></head><body><body.head><hedline>
<hl1>A lamp</hl1></hedline><byline>By <person>Ana Ruiz</person></byline><distributor>Quay Gazette
</distributor><dateline><location>Quay</location></dateline></body.head><body.content>
<block><p>The lamp was lit.</p><p>It can be seen.</p></block></body.content></body></nitf>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:quay:1" xml:lang="en"><itemMeta><provider literal="Quay Gazette"/>
<versionCreated>2016-03-03T07:00:00Z</versionCreated></itemMeta><contentMeta>
<located><name>Quay</name></located><headline>A lamp</headline><by>Ana Ruiz</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>
<p>The lamp was lit.</p><p>It can be seen.</p></body></html></inlineXML></contentSet></newsItem>
<packageItem/></itemSet></newsMessage>"""
NEWSML = """<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>quay.example</ProviderId>
<NewsItemId>Q1</NewsItemId></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20160303T070000Z</FirstCreated></NewsManagement><NewsComponent><NewsLines>
<HeadLine>A lamp</HeadLine><ByLine>Ana Ruiz</ByLine><CreditLine>Quay Gazette</CreditLine>
</NewsLines><ContentItem><DataContent><p>The lamp was lit.</p><p>It can be seen.</p></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize("data", [NITF, G2, NEWSML])
def test_the_formats_of_the_iptc(take: Take, data: str) -> None:
    story = only(take, "a.xml", data)
    assert story.text == "The lamp was lit.\n\nIt can be seen."
    assert story.fields["title"] == "A lamp"
    assert story.fields["source"] == "Quay Gazette"
    assert story.fields["byline"].endswith("Ana Ruiz")
    assert story.fields["date"].startswith("2016-03-03T07:00:00")


def test_xml_of_an_unknown_kind_is_set_aside(take: Take) -> None:
    reason = take("a.xml", "<?xml version='1.0'?><invoice><p>Sum</p></invoice>")[1][0].reason
    assert reason == "It is XML of a kind that intake does not know: <invoice>."


EML = f"""\
Return-Path: <desk@quay.example>
From: Quay Desk <desk@quay.example>
Subject: =?utf-8?q?A_lamp_=E2=80=93?=
 =?utf-8?q?_lit?=
Date: Thu, 3 Mar 2016 07:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="c"

--c
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

{LAMP} Caf=E9. And so it went on to the end.
--c
Content-Type: text/html

<html><body>{LAMP}</body></html>
--c--
--b
Content-Type: image/png; name="logo.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b
Content-Type: text/plain; name="../harbour.txt"
Content-Disposition: attachment; filename="../harbour.txt"

A harbour

Boats may enter at low tide again.
--b--
"""


def test_an_email_and_what_is_attached(take: Take) -> None:
    first, second = take("a.eml", EML)[0]
    assert f"{LAMP} Café. And so it went on to the end." == first.text.strip()
    assert (
        first.fields["title"],
        first.fields["mailed"],
    ) == ("A lamp – lit", "2016-03-03T07:00:00+00:00")
    assert [first.provenance.locator, second.provenance.locator] == ["", "harbour.txt"]
    assert second.fields == {}


def test_an_mbox_holds_many_and_a_message_may_quote_from(take: Take) -> None:
    message = EML.replace("A harbour\n", ">From here on\n")
    box = "".join(f"From desk Thu Mar  3 07:00:0{n} 2016\n{message}\n" for n in range(3))
    stories, refused = take("all.mbox", box)
    assert refused == []
    assert [s.provenance.locator for s in stories] == [
        "#1",
        "#1!harbour.txt",
        "#2",
        "#2!harbour.txt",
        "#3",
        "#3!harbour.txt",
    ]
    assert stories[1].text.startswith("From here on")


def test_a_message_within_a_message_and_an_archive_within_that(take: Take) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/deep.txt", LAMP)
    import base64

    inner = (
        "Subject: Inner\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(packed.getvalue()).decode()
        + "\n--x--\n"
    )
    outer = (
        "Subject: Outer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=y\n\n--y\n"
        f"Content-Type: message/rfc822\n\n{inner}\n--y--\n"
    )
    story = only(take, "a.eml", outer)
    assert (story.text, story.provenance.locator) == (LAMP, "attached.eml!a.zip!in/deep.txt")


def test_a_saved_page_in_mhtml(take: Take) -> None:
    data = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://quay.example/1\n"
        "Subject: A lamp\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=z\n\n"
        f"--z\nContent-Type: text/html\nContent-Location: https://quay.example/1\n\n{PAGE}\n"
        "--z\nContent-Type: text/css\nContent-Location: cid:css@x\n\np {}\n--z--\n"
    )
    story = only(take, "a.mhtml", data)
    assert (story.media_type, story.text.strip()) == ("text/html", PAGE)
    assert (story.fields["title"], story.fields["url"]) == ("A lamp", "https://quay.example/1")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_a_subject_in_raw_bytes(take: Take, encoding: str) -> None:
    head = "Subject: Мост открыт утром\nMIME-Version: 1.0\n\nМост через реку открыт.\n"
    story = only(take, "a.eml", head.encode(encoding))
    assert story.fields["title"] == "Мост открыт утром"
    assert story.text == "Мост через реку открыт.\n"


def test_text_that_looks_like_headers_is_text(take: Take) -> None:
    text = f"Paper: Quay Gazette\nTitle: A lamp\nDate: March 3, 2016\n\n{LAMP}\n"
    assert text == only(take, "a.txt", text).text


def docx(*paragraphs: str) -> bytes:
    inner = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{inner}</w:body></w:document>",
        )
    return held.getvalue()


NEXIS = [
    *("A lamp", "Quay Gazette", "Length: 61 words", "Body", LAMP * 2, "Load-Date: March 4, 2016"),
    *("End of Document", "A harbour", "Quay Gazette", "Length: 9 words", "Body", LAMP * 2),
    *("Load-Date: March 5, 2016", "End of Document"),
]


def test_nexis_uni_in_docx(take: Take) -> None:
    first, second = take("nexis.docx", docx(*NEXIS))[0]
    assert first.text.startswith("A lamp\n\nQuay Gazette\n\nLength: 61 words\n\nBody\n\n")
    assert second.text.startswith("A harbour\n\n")
    assert [first.provenance.locator, second.provenance.locator] == ["#1", "#2"]


def test_nexis_uni_in_rtf(take: Take) -> None:
    rtf = r"{\rtf1\ansi\ansicpg1252 " + "".join(rf"{p}\par " for p in NEXIS) + r"caf\'e9\par}"
    first, second = take("nexis.rtf", rtf)[0]
    assert first.text.startswith("A lamp\n\nQuay Gazette\n\n")
    assert second.text.rstrip().endswith("café")


def test_a_spreadsheet_is_named_not_opened(take: Take) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    reason = take("a.xlsx", held.getvalue())[1][0].reason
    assert reason == "It is a spreadsheet; save it as CSV first."


def warc(*records: tuple[str, str, str]) -> bytes:
    parts = []
    for kind, http, body in records:
        block = f"HTTP/1.1 {http}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        parts.append(
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/1\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n".encode()
            + block
            + b"\r\n\r\n"
        )
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def test_pages_of_a_crawl(take: Take) -> None:
    data = warc(
        ("image/png", "200 OK", "x"),
        ("text/html; charset=utf-8", "200 OK", PAGE),
        ("text/html", "404 Not Found", PAGE),
        ("text/html", "200 OK", PAGE.replace("lamp", "harbour")),
    )
    first, second = take("crawl.warc.gz", data)[0]
    assert (first.text, first.fields["url"]) == (PAGE, "https://quay.example/1")
    assert "date" not in first.fields  # the day of the crawl is not the story's
    assert [first.provenance.locator, second.provenance.locator] == ["#1", "#2"]


def test_a_feed_in_a_crawl_in_an_archive_in_an_archive_gives_its_stories(take: Take) -> None:
    item = "<item><title>{0}</title><link>https://quay.example/{0}</link><description>{1}</description></item>"
    feed = "".join(item.format(name, LAMP) for name in ("one", "two"))
    feed = f'<rss version="2.0"><channel><title>Quay Gazette</title>{feed}</channel></rss>'
    crawl = warc(("text/html", "200 OK", PAGE), ("application/rss+xml", "200 OK", feed))
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as packed:
            packed.writestr("crawl.warc.gz", crawl)
        archive.writestr("day.zip", inner.getvalue())
    found, aside = take("all.zip", outer.getvalue())
    within = "day.zip!crawl.warc.gz"
    assert [f"{within}#1", f"{within}#2#1", f"{within}#2#2"] == [
        story.provenance.locator for story in found
    ]
    assert ["https://quay.example/one", "https://quay.example/two"] == [
        story.fields["url"] for story in found[1:]
    ]
    assert [] == aside


def test_a_missing_extra_says_what_to_install(take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    reason = take("a.warc", b"WARC/1.0\r\n")[1][0].reason
    assert reason == "It is a WARC, for which warcio is needed (pip install warcio)."


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("20201030T143000+0300", "2020-10-30T14:30:00+03:00"),
        ("20201030T143000-05:30", "2020-10-30T14:30:00-05:30"),
        ("20201030143000", "2020-10-30T14:30:00+00:00"),
        ("20201330T143000Z", "20201330T143000Z"),
    ],
)
def test_compact_stamps_keep_their_zone(stamp: str, iso: str) -> None:
    assert iso_date(stamp) == iso


def test_all_words_of_an_iptc_story_are_its_text_and_no_caption(take: Take) -> None:
    body = (
        f"<block><p>It rained.</p><media><media-caption>A boat</media-caption></media><p>{LAMP}</p>"
        "<table><caption>Boats</caption><tr><th>Name</th><td><p>Heron</p> of Kelby</td></tr>"
        "</table>Loose <em>words</em>.<dl><dt>Teal</dt><dd>A boat.</dd></dl>"
        "<p>One.<br/>Two.</p></block>"
    )
    nitf = f"<nitf><head/><body><body.content>{body}</body.content></body></nitf>"
    told = ["It rained.", LAMP, "Boats", "Name", "Heron", "of Kelby", "Loose words."]
    assert [*told, "Teal", "A boat.", "One. Two."] == only(take, "a.xml", nitf).text.split("\n\n")
