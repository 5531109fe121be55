"""The names under which exports in JSON hold a story. First come, first served; dots go deeper.

They stand here in plain spelling: `publishedat` is `publishedAt`, `published_at`, `PublishedAt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any

# Where the list of stories lies in one document: NewsAPI, newsdata.io, The Guardian, Solr, NYT,
# Event Registry, Webz.io, Aylien, Currents, Mediastack, JSON Feed, Elastic...
LISTS = (
    "articles.results", "articles", "results", "hits.hits", "response.results",
    "response.docs", "stories", "posts", "news", "docs", "documents", "items", "item",
    "entries", "newsitems", "records", "rows", "data.articles", "data", "content",
    "messages", "value",
)  # fmt: skip
# What a story is wrapped in, or, where it is words, the text itself.
WRAPPERS = (
    "_source", "article", "document", "doc", "story", "post", "newsitem", "attributes",
    "fields", "payload",
)  # fmt: skip

TEXT = (
    "body", "bodytext", "bodyhtml", "bodyxhtml", "bodyplain", "fields.bodytext",
    "fields.body", "articlebody", "maintext", "fulltext", "fullcontent", "storytext",
    "articletext", "cleantext", "content.rendered", "content.value", "content.text",
    "content", "content:encoded", "contenthtml", "contenttext", "contents",
    "articlecontent", "postcontent", "cleanedtext", "plaintext", "paragraphs", "text",
    "rawtext", "html", "rawcontent", "bodies", "article", "story",
    "texto", "cuerpo", "contenido", "texte", "corps", "contenu", "volltext", "inhalt", "testo",
    "conteúdo", "conteudo", "tekst", "metin", "içerik", "icerik", "текст", "содержание", "النص",
    "نص", "المحتوى", "متن", "טקסט", "תוכן", "正文", "内容", "內容", "本文", "본문",
)  # fmt: skip
# Used only where no key above holds anything.
SUMMARY = (
    "leadparagraph", "description", "summary", "excerpt.rendered", "excerpt", "abstract",
    "snippet", "fields.trailtext", "message",
)  # fmt: skip

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": (
            "title.rendered", "title", "headline.main", "headline", "headlines", "webtitle",
            "fields.headline", "name", "subject", "articletitle", "posttitle", "storytitle",
            "newstitle", "hed", "heading", "título", "titulo", "titular", "titre", "titel",
            "überschrift", "schlagzeile", "titolo", "tytuł", "judul", "başlık", "baslik",
            "заголовок", "название", "العنوان", "عنوان", "تیتر", "כותרת", "标题", "標題", "제목",
        ),
        "date": (
            "publishedat", "pubdate", "publishdate", "publisheddate", "publicationdate",
            "datepublished", "datepublish", "webpublicationdate", "datetimepub", "datetime",
            "dategmt", "versioncreated", "firstcreated", "published", "publicationtime",
            "publishedtime", "publishtime", "firstpublicationdate", "articledate",
            "postdate", "postdategmt", "storydate", "dateposted", "postedat", "issuedate",
            "seendate", "sqldate", "date", "createdat", "timestamp", "@timestamp", "time",
            "fecha", "fechapublicacion", "fechadepublicacion", "datepublication",
            "datedepublication", "datum", "erscheinungsdatum", "datapublicacao", "data", "tanggal",
            "tarih", "дата", "датапубликации", "التاريخ", "تاريخ", "تاریخ", "תאריך", "日期",
            "发布时间", "發布時間", "날짜",
        ),
        "source": (
            "source.name", "source.title", "sourcename", "medianame", "media.name",
            "publisher.name", "publisher", "provider.name", "provider", "thread.sitefull",
            "sitename", "outlet", "newspaper", "paper", "publication", "newsoutlet",
            "source", "sourcetitle", "newssource", "website", "sourceid", "sourcedomain",
            "domain", "hostname", "site", "creditline", "feedtitle", "fuente", "medio", "periódico",
            "periodico", "fonte", "jornal", "quelle", "zeitung", "journal", "média", "giornale",
            "źródło", "sumber", "kaynak", "источник", "издание", "المصدر", "مصدر", "منبع", "מקור",
            "来源", "來源", "출처",
        ),
        "byline": (
            "byline.original", "byline", "fields.byline", "author.name", "author",
            "authors", "creator", "creators", "by", "writer", "authorname", "articleauthor",
            "postauthor", "contributors", "reporter", "journalist", "autor", "autora", "autores",
            "auteur", "auteurs", "autore", "penulis", "yazar", "автор", "авторы", "الكاتب", "كاتب",
            "نویسنده", "מחבר", "作者", "기자",
        ),
        "place": (
            "located", "dateline", "datelinelocation", "place",
        ),
        "lang": (
            "language", "lang", "languagecode",
        ),
        "rights": (
            "copyrightnotice", "copyright", "rights", "license", "usageterms",
            "copyrightholder",
        ),
        "url": (
            "canonicalurl", "url", "link", "weburl", "guid.rendered", "permalink", "uriweb",
            "articleurl", "href", "enlace", "lien", "адрес", "ссылка", "الرابط", "رابط", "لینک",
            "链接", "連結",
        ),
        "wire_id": (
            "wireid", "storyid", "sluglineid", "altids.originalid", "articleid",
        ),
        "syndicator": (
            "syndicator", "aggregator", "distributor",
        ),
    }
)  # fmt: skip

NAMES = ("name", "displayname", "fullname", "value", "title", "date", "$date", "text")
PARTS = ("firstname", "lastname")
PARTED = re.compile(r"(?<=[^\W_])[\s_-]+(?=[^\W_])")
ABSENT = re.compile(
    r"(?:ONLY AVAILABLE IN .{0,40} PLANS?|null|none|n/?a|nan|\[removed\])\.?", re.IGNORECASE
)


COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})T?(?P<time>\d{6})(?P<zone>Z|[+-]\d\d:?\d\d)?")


def plain_key(key: str) -> str:
    """Return a name in small letters without the signs that part its words.

    >>> plain_key("Published-At"), plain_key("_source")
    ('publishedat', '_source')
    """
    return PARTED.sub("", key).lower()


def alike(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record under its own names and the plain ones; of two the first that is full."""
    plain: dict[str, Any] = {}
    for key, value in record.items():
        name = plain_key(key)
        plain[name] = plain.get(name) or value
    return {**record, **plain}


def look_up(record: Mapping[str, Any], path: str) -> object:
    """Return what lies at a dotted path (a key with dots of its own goes first), or None.

    `record` is `alike`; what lies deeper is made so on the way.
    """
    if path in record:
        return record[path]
    first, _, rest = path.partition(".")
    below = record.get(first) if rest else None
    return look_up(alike(below), rest) if isinstance(below, dict) else None


def first(record: Mapping[str, Any], name: str, paths: Iterable[str]) -> str:
    """Return the first of `paths` that holds a value for the field `name`, as text on one line."""
    for path in paths:
        found = look_up(record, path)
        value = as_field(name, found) if found is not None else ""
        if value:
            return value
    return ""


def as_text(value: object) -> str:
    """Return a value as text: lists become paragraphs, {role, value} records their value."""
    if isinstance(value, str):
        return "" if ABSENT.fullmatch(value.strip()) else value
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(as_text, value)))
    if isinstance(value, dict) and not value.keys() & {"title", "headline"}:
        for key in ("value", "text", "rendered", "content", "html"):
            if isinstance(value.get(key), str):
                return as_text(value[key])
    return ""


def as_field(name: str, value: object) -> str:
    """Return a field's value on one line: names joined by commas, dates as ISO 8601 where sure."""
    if isinstance(value, list):
        parts = [as_field(name, v) for v in value]
        return (
            ", ".join(dict.fromkeys(p for p in parts if p))
            if name == "byline"
            else next((p for p in parts if p), "")
        )
    if isinstance(value, dict):
        told = alike(value)
        whole = next((as_field(name, told[k]) for k in NAMES if k in told), "")
        return whole or " ".join(as_field(name, told[k]) for k in PARTS if told.get(k))
    if isinstance(value, bool) or value is None:
        return ""
    text = " ".join(str(value).split())
    if ABSENT.fullmatch(text):
        return ""
    return iso_date(text) if name == "date" else text


def iso_date(text: str) -> str:
    """Return ISO 8601 for an epoch, a compact stamp or an e-mail date; other texts as they are.

    >>> iso_date("20250112T140500Z")
    '2025-01-12T14:05:00+00:00'
    """
    try:
        if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", text):
            count = float(text) / (1000 if len(text.split(".")[0]) == 13 else 1)
            return datetime.fromtimestamp(count, UTC).isoformat(timespec="seconds")
        if stamp := COMPACT.fullmatch(text):
            zone = (stamp["zone"] or "Z").replace("Z", "+0000")
            return datetime.strptime(
                stamp["day"] + stamp["time"] + zone, "%Y%m%d%H%M%S%z"
            ).isoformat()
        if re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d", text):
            return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError, OSError, TypeError):
        pass
    return text
