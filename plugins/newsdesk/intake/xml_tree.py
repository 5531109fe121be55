"""XML, parsed so that it can do no harm: no entities, no network, no files, no huge trees."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from newsdesk.errors import UnreadableDocument

DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")


def parse(text: str) -> etree._Element:
    """Return the root of an XML document; raises UnreadableDocument.

    Names of HTML characters (`&nbsp;`), which feeds use and XML does not know, become characters.
    """
    text = NAMED.sub(lambda m: html.unescape(m[0]), DECLARATION.sub("", text, count=1))
    return parse_bytes(text.encode("utf-8", "replace"))


def parse_bytes(data: bytes) -> etree._Element:
    """Return the root of an XML document in bytes; raises UnreadableDocument."""
    if b"<!ENTITY" in data:
        raise UnreadableDocument("It defines XML entities, which news has no need of.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocument("It is not well-formed XML.") from error
    if root is None:
        raise UnreadableDocument("It is not well-formed XML.")
    if any(e.type_name == "ERR_NAME_TOO_LONG" or "depth" in e.message for e in parser.error_log):
        raise UnreadableDocument("It is XML nested too deep or too large to be news.")
    return root


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, or without a prefix that nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children that bear one of `names`, in their order."""
    return (child for child in element if local(child) in names)


def words(element: etree._Element | None) -> str:
    """Return the text of an element and all below it, white space as it stands."""
    return "" if element is None else "".join(str(text) for text in element.itertext())


def find(element: etree._Element, *names: str) -> str:
    """Return the text of the first descendant that bears one of `names` and has any."""
    for name in names:
        for found in element.iter("{*}" + name):
            text = " ".join(words(found).split())
            if text:
                return text
    return ""


BREAKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 hl1 hl2 li pre td th dt dd caption block bq blockquote div section article"
    " table tr ul ol dl hr note fn".split()
)
# What stands in a text and is none: pictures with their captions, a table's keywords.
SILENT = frozenset("media figcaption nitf-table-metadata script style head".split())


def paragraphs(element: etree._Element) -> str:
    """Return the text below an element as paragraphs parted by blank lines: headings, items, cells
    of tables, and what stands in none of them."""
    parts: list[str] = []
    silent = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        name = local(one)
        if name in SILENT:
            silent += 1 if event == "start" else -1
        if name in BREAKS:
            parts.append("\0")
        elif name == "br" and event == "start":
            parts.append(" ")
        text = one.text if event == "start" else one.tail if one is not element else ""
        if text and not silent:
            parts.append(text)
    folded = (" ".join(part.split()) for part in "".join(parts).split("\0"))
    return "\n\n".join(filter(None, folded))
