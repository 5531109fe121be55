"""RSS 0.9-2.0, RSS 1.0 (RDF) and Atom: one story an item."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsdesk.intake.keys import iso_date
from newsdesk.intake.xml_tree import children, find, local, words

Story = tuple[etree._Element, str, dict[str, str], bool | None]
# Where the text of an item may stand, the fullest first.
TEXT = ("encoded", "full-text", "content", "body", "description", "summary", "abstract")


def items(root: etree._Element) -> Iterator[Story]:
    """Yield (element, text, fields, None) for each item of a feed; its text tells its markup."""
    feed = _feed_fields(root)
    for element in root.iter("{*}item", "{*}entry"):
        yield element, _text(element), {**feed, **_fields(element)}, None


def _feed_fields(root: etree._Element) -> dict[str, str]:
    channel = next(root.iter("{*}channel"), root)
    own = {local(e): " ".join(words(e).split()) for e in channel}
    language = own.get("language") or root.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    rights = own.get("copyright") or own.get("rights", "")
    return {"source": own.get("title", ""), "lang": language or "", "rights": rights}


def _text(item: etree._Element) -> str:
    for name in TEXT:
        for element in children(item, name):
            text = _inner(element)
            if text.strip():
                return text
    return ""


def _inner(element: etree._Element) -> str:
    """Return the text; where it is XHTML in the open (Atom), its markup."""
    if len(element):
        return "".join(
            [element.text or "", *(etree.tostring(e, encoding="unicode") for e in element)]
        )
    return element.text or ""


def _fields(item: etree._Element) -> dict[str, str]:
    first = {local(e): e for e in reversed(item)}

    def told(*names: str) -> str:
        return next((t for n in names if (t := words(first.get(n)).strip())), "")

    fields = {
        "title": told("title"),
        "date": iso_date(told("pubDate", "published", "date", "issued", "updated")),
        "byline": _author(item),
        "url": _link(item),
        "rights": told("rights", "copyright"),
        "source": find(first["source"], "title") or told("source") if "source" in first else "",
    }
    return {name: value for name, value in fields.items() if value}


def _author(item: etree._Element) -> str:
    names = [words(e) for e in children(item, "creator")]
    for author in children(item, "author"):
        named = find(author, "name")
        text = named or words(author)
        # RSS 2.0 wants an address: "desk@example.com (Ana Ruiz)"
        names.append(text.rpartition("(")[2].rstrip(") ") if "@" in text and "(" in text else text)
    kept = [" ".join(n.split()) for n in names if n.strip() and "@" not in n]
    return ", ".join(dict.fromkeys(kept))


def _link(item: etree._Element) -> str:
    for link in children(item, "link"):
        href = link.get("href", "") or words(link).strip()
        if href and link.get("rel", "alternate") == "alternate":
            return href
    guid = next((words(e).strip() for e in children(item, "guid", "id")), "")
    return guid if guid.startswith(("http://", "https://")) else ""
