"""Database exports in HTML (Factiva, LexisNexis), turned into the lines of their text exports.

Their markup says little and differs by year; their words are those of the text export, so the same
anchors split them. Ordinary pages are left as they are.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from newsdesk.errors import UnreadableDocument

# What only an export has, anywhere in the markup.
FACTIVA = re.compile(
    r"<div\b[^<>]{0,300}?\bclass=[\"'](?:article )?[a-z]{2}Article\b"
    r"|>\s*(?:Document|Dokument|Documento)\s+[A-Z][A-Z0-9]{1,11}(?:19|20)\d{6}[a-z0-9]{6,12}\s*<"
)
LEXIS = re.compile(
    r">\s*\d{1,6}\s+(?:of|von|de|sur)\s+\d{1,6}\s+(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?)\s*<"
    r"|<DOC NUMBER=\d+>|>\s*End of Document\s*<",
)
PROOF = re.compile(r"Factiva|Dow Jones|LexisNexis|LOAD-DATE|Load-Date|\bLENGTH:|\b\d+ words\b")
BREAKS = frozenset("p div br tr h1 h2 h3 h4 h5 h6 li table hr center section blockquote".split(" "))
GAPS = frozenset("p h1 h2 h3 table hr".split(" "))
DROPPED = frozenset("script style head noscript template".split(" "))


def is_export(page: str) -> bool:
    """Tell whether a page is the export of a news database."""
    return bool((FACTIVA.search(page) or LEXIS.search(page)) and PROOF.search(page))


def lines(page: str) -> str:
    """Return the words of a page as lines; cells of a row are parted by tabs."""
    try:
        root = lxml_html.document_fromstring(page)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocument("It is an export in HTML too broken to be read.") from error
    parts: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name in DROPPED or not name:
            skipped += 1 if event == "start" else -1
            if event == "start":
                continue
        if name in {"td", "th"} and event == "end":
            parts.append("\t")
        elif name in BREAKS:
            parts.append("\r" if name in GAPS else "\n")
        text = element.text if event == "start" else element.tail
        if text and not skipped:
            parts.append(re.sub(r"\s+", " ", text))
    text = re.sub(r"[ \t]*[\n\r][\n\r ]*", _break, "".join(parts))
    return text.strip() + "\n"


def _break(tags: re.Match[str]) -> str:
    return "\n\n" if "\r" in tags[0] else "\n"
