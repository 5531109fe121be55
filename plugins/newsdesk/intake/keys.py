"""The names under which exports in JSON hold a story. First come, first served; dots go deeper."""

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
    "articles.results",
    "articles",
    "results",
    "hits.hits",
    "response.results",
    "response.docs",
    "stories",
    "posts",
    "news",
    "docs",
    "documents",
    "items",
    "item",
    "entries",
    "newsItems",
    "records",
    "rows",
    "data.articles",
    "data",
    "content",
    "messages",
    "value",
)
# What a story is wrapped in.
WRAPPERS = ("_source", "article", "document", "doc", "story", "post", "newsItem", "Document")

TEXT = (
    "body",
    "bodyText",
    "body_text",
    "body_html",
    "body_xhtml",
    "body_plain",
    "bodyHtml",
    "fields.bodyText",
    "fields.body",
    "articleBody",
    "article_body",
    "maintext",
    "main_text",
    "full_text",
    "fullText",
    "fulltext",
    "full_content",
    "story_text",
    "article_text",
    "articleText",
    "clean_text",
    "content.rendered",
    "content.value",
    "content.text",
    "content",
    "Content",
    "content:encoded",
    "content_html",
    "content_text",
    "contents",
    "text",
    "Text",
    "raw_text",
    "html",
    "raw_content",
    "bodies",
)
# Used only where no key above holds anything.
SUMMARY = (
    "lead_paragraph",
    "description",
    "summary",
    "excerpt.rendered",
    "excerpt",
    "abstract",
    "snippet",
    "fields.trailText",
    "message",
)

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": (
            "title.rendered", "title", "Title", "headline.main", "headline", "Headline",
            "headlines", "webTitle", "fields.headline", "name", "subject", "article_title",
        ),
        "date": (
            "publishedAt", "published_at", "pubDate", "pub_date", "publish_date", "publishDate",
            "published_date", "publication_date", "publicationDate", "datePublished",
            "date_published", "date_publish", "webPublicationDate", "dateTimePub", "dateTime",
            "date_gmt", "versioncreated", "firstcreated", "published", "seendate", "SQLDATE",
            "date", "Date", "datetime", "created_at", "createdAt", "timestamp", "@timestamp",
            "time",
        ),
        "source": (
            "source.name", "source.title", "source_name", "sourceName", "media_name",
            "media.name", "publisher.name", "publisher", "provider.name", "provider",
            "thread.site_full", "site_name", "sitename", "outlet", "newspaper", "paper",
            "publication", "news_outlet", "source", "source_id", "source_domain", "domain",
            "hostname", "site", "creditline", "feed_title",
        ),
        "byline": (
            "byline.original", "byline", "fields.byline", "author.name", "author", "authors",
            "creator", "creators", "by", "writer", "Author",
        ),
        "place": ("located", "dateline", "dateline_location", "place"),
        "lang": ("language", "lang", "language_code", "Language"),
        "rights": (
            "copyrightnotice", "copyright", "rights", "license", "usageterms", "copyrightholder",
        ),
        "url": (
            "canonical_url", "url", "link", "webUrl", "web_url", "guid.rendered", "permalink",
            "uri_web", "article_url", "href", "URL",
        ),
        "wire_id": ("wire_id", "story_id", "slugline_id", "altids.originalid", "article_id"),
        "syndicator": ("syndicator", "aggregator", "distributor"),
    }
)  # fmt: skip

ABSENT = re.compile(
    r"(?:ONLY AVAILABLE IN .{0,40} PLANS?|null|none|n/?a|nan|\[removed\])\.?", re.IGNORECASE
)


COMPACT = re.compile(r"(?P<day>(?:19|20)\d{6})T?(?P<time>\d{6})(?P<zone>Z|[+-]\d\d:?\d\d)?")


def look_up(record: dict[str, Any], path: str) -> object:
    """Return what lies at a dotted path (a key with dots of its own goes first), or None."""
    if path in record:
        return record[path]
    if "." not in path:
        return None
    first, _, rest = path.partition(".")
    below = record.get(first)
    return look_up(below, rest) if isinstance(below, dict) else None


def first(record: dict[str, Any], name: str, paths: Iterable[str]) -> str:
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
        for key in ("value", "text", "rendered", "content"):
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
        return next(
            (as_field(name, value[k]) for k in ("name", "value", "title") if k in value), ""
        )
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
