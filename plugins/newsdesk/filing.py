"""Filing: a tagged article becomes an ordinary Pelican content file.

Everything is escaped once, knowingly: Pelican keeps entities of <title> as they are and prints
them, but unescapes the content of a <meta>, which themes then print (pelican.readers.HTMLReader).
So a name that stock themes print raw (the category) loses its angle brackets, and `summary`, which
they print as HTML, is escaped as HTML inside the attribute.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import PurePosixPath

from slugify import slugify

from newsdesk.records import Article, Mention, Tag, TaggedArticle

UNDATED = "undated"
SLUG_LENGTH = 80
CUT_SHOWN = 200
SUMMARY_WORDS = 36
HEADLINE_WORDS = 10

# XML 1.0 allows none of these, and feeds and sitemaps are XML; U+2028 ends a line in old scripts.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A title "Invoice \u202egpj.exe" reads backwards and drags its neighbours along.
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def path_of(tagged: TaggedArticle) -> PurePosixPath:
    """Return where the content file lies, relative to the archive's articles folder.

    The name ends in six hex digits of the raw document's SHA-256, so two stories with one title
    get different names whatever the order they came in.
    """
    article = tagged.article
    day = article.date.isoformat().replace("-", "/") if article.date else UNDATED
    return PurePosixPath(day, f"{slug_of(article)}.html")


def slug_of(article: Article) -> str:
    """Return the story's slug: ASCII letters, digits and hyphens, at most 87 characters."""
    words = slugify(headline(article), max_length=SLUG_LENGTH, word_boundary=True) or "story"
    return f"{words}-{article.raw.provenance.sha256[:6]}"


def headline(article: Article) -> str:
    """Return the story's title; where the dump gave none its first words, or "Untitled"."""
    return plain(article.title) or _first_words(article, HEADLINE_WORDS) or "Untitled"


def render(tagged: TaggedArticle, slug: str = "") -> str:
    """Return the content file of a story as HTML; `slug` is the one it already bears, if any."""
    article = tagged.article
    facts = [("slug", slug or slug_of(article)), *_facts(tagged)]
    head = "\n".join(_meta(name, value) for name, value in facts if value)
    body = "\n".join(_paragraphs(tagged))
    direction = f' dir="{article.dir}"' if article.dir != "ltr" else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(article.lang or "und")}"{direction}>\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(headline(article), quote=False)}</title>\n'
        f"{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def plain(words: str) -> str:
    """Return words fit for one line: no control characters, no direction overrides."""
    if words.isprintable():  # neither is
        return " ".join(words.split())
    return " ".join(DIRECTION.sub("", UNPRINTABLE.sub("", words)).split())


def _facts(tagged: TaggedArticle) -> Iterator[tuple[str, str]]:
    article = tagged.article
    origin = article.raw.provenance
    source = plain(article.source)
    yield "date", _date(article)
    yield "partial_date", "" if article.date else article.partial_date
    yield "lang", article.lang
    yield "dir", article.dir if article.dir != "ltr" else ""
    yield "category", source.translate({ord("<"): None, ord(">"): None}) or "Unknown source"
    yield "tags", _list(tag.heading for tag in tagged.tags)
    yield "countries", _list(tag.code + "*" * tag.primary for tag in tagged.of("country"))
    yield "organizations", _list(tag.code + "*" * tag.primary for tag in tagged.of("organization"))
    yield "source", source
    for name in ("syndicator", "wire_id", "byline", "place", "dateline", "rights"):
        yield name, plain(getattr(article, name))
    yield "original", plain(article.url)  # `url` is Pelican's own: where the page is to lie
    yield "truncated", "yes" if article.truncated else ""
    yield "summary", escape(_first_words(article, SUMMARY_WORDS))
    yield "story", origin.sha256
    yield "dump", plain(str(origin))
    yield "cuts", _json([[cut.rule, plain(cut.text[:CUT_SHOWN])] for cut in article.cuts])
    yield "evidence", _json({tag.code: tag.reason for tag in tagged.tags})


def _date(article: Article) -> str:
    if article.date is None:
        return ""
    return f"{article.date.isoformat()} {article.time}".strip()


def _list(names: Iterable[str]) -> str:
    # Pelican splits tags on ";" if there is one, else on ",": "Korea, Republic of" needs the mark.
    return "; ".join([*(name.replace(";", ",") for name in names), ""]).strip()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def _first_words(article: Article, most: int) -> str:
    told = (p for p in article.paragraphs if not p.startswith("* "))  # no point of Reuters' above
    first = plain(next(told, "".join(article.paragraphs[:1])))
    words = first.split()
    return first if len(words) <= most else " ".join(words[:most]) + " …"


def _meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{_attribute(value)}">'


def _attribute(value: str) -> str:
    return escape(_printed(value))


def _paragraphs(tagged: TaggedArticle) -> Iterator[str]:
    for number, paragraph in enumerate(tagged.article.paragraphs):
        yield f"<p>{_marked(paragraph, _mentions(tagged.tags, number))}</p>"


def _mentions(tags: tuple[Tag, ...], paragraph: int) -> list[tuple[Mention, str]]:
    found = ((m, tag.code) for tag in tags for m in tag.mentions if m.paragraph == paragraph)
    return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1]))


def _marked(text: str, mentions: list[tuple[Mention, str]]) -> str:
    """Wrap what made a tag; where two overlap ("Bank of Japan") the longer one bears both codes."""
    spans: list[tuple[int, int, list[str]]] = []
    for mention, code in mentions:
        if spans and mention.start < spans[-1][1]:
            if code not in spans[-1][2]:
                spans[-1][2].append(code)
        else:
            spans.append((mention.start, mention.end, [code]))
    parts, at = [], 0
    for start, end, codes in spans:
        mark, name = _attribute(" ".join(codes)), _text(text[start:end])
        parts.append(f'{_text(text[at:start])}<span data-tag="{mark}">{name}</span>')
        at = end
    return "".join([*parts, _text(text[at:])])


def _text(words: str) -> str:
    return escape(_printed(words), quote=False)


def _printed(words: str) -> str:
    return words if words.isprintable() else UNPRINTABLE.sub("", words)
