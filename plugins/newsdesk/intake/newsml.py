"""The exchange formats of the IPTC: NITF, NewsML-G2 and NewsML 1."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsdesk.intake.feeds import Story
from newsdesk.intake.keys import iso_date
from newsdesk.intake.xml_tree import find, paragraphs, words

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def nitf(root: etree._Element) -> Iterator[Story]:
    """Yield the one story of a NITF document."""
    body = next(root.iter("{*}body.content"), None)
    yield root, "" if body is None else paragraphs(body), _nitf_fields(root), False


def _nitf_fields(root: etree._Element) -> dict[str, str]:
    dateline = next(root.iter("{*}dateline"), None)
    fields = {
        "title": find(root, "hl1", "hedline", "title"),
        "byline": (find(root, "byttl") and _person(root)) or find(root, "byline"),
        "date": _norm(root, "story.date", "date.issue", "date.release", "pubdata"),
        "source": find(root, "distributor", "org.source") or _attribute(root, "pubdata", "name"),
        "wire_id": _attribute(root, "doc-id", "id-string"),
        "rights": _attribute(root, "doc.copyright", "holder") or find(root, "rights"),
        "lang": root.get(XML_LANG, ""),
    }
    if dateline is not None:
        fields["place"] = find(dateline, "location")
    return {name: value for name, value in fields.items() if value}


def _person(root: etree._Element) -> str:
    return next((find(e, "person") for e in root.iter("{*}byline")), "")


def _norm(root: etree._Element, *names: str) -> str:
    """Return the date of the first of these elements: '20250112T140500Z' or ISO 8601."""
    for name in names:
        for element in root.iter("{*}" + name):
            value = element.get("norm") or element.get("date.publication")
            if value:
                return _iso(value)
    return ""


def _iso(value: str) -> str:
    if len(value) == 8 and value.isdigit():
        return f"{value[:4]}-{value[4:6]}-{value[6:]}"
    return iso_date(value)


def _attribute(root: etree._Element, name: str, attribute: str) -> str:
    values = (e.get(attribute, "") for e in root.iter("{*}" + name))
    return next(filter(None, values), "")


def newsml_g2(root: etree._Element) -> Iterator[Story]:
    """Yield the story of each news item that carries text."""
    for item in root.iter("{*}newsItem"):
        inline = next(item.iter("{*}inlineXML", "{*}inlineData"), None)
        if inline is not None:
            yield item, _inline(inline), {**_inner_fields(inline), **_g2_fields(item)}, None


def _inline(inline: etree._Element) -> str:
    body = next(inline.iter("{*}body.content", "{*}body"), inline)
    return paragraphs(body) if len(body) else words(body)


def _inner_fields(inline: etree._Element) -> dict[str, str]:
    inner = next(inline.iter("{*}nitf"), None)
    return {} if inner is None else _nitf_fields(inner)


def _g2_fields(item: etree._Element) -> dict[str, str]:
    located = next(item.iter("{*}located"), None)
    fields = {
        "title": find(item, "headline"),
        "byline": find(item, "by"),
        "date": iso_date(find(item, "firstCreated", "contentCreated", "versionCreated")),
        "source": _named(item, "infoSource")
        or find(item, "creditline")
        or _named(item, "provider"),
        "rights": find(item, "copyrightNotice"),
        "lang": _attribute(item, "language", "tag") or item.get(XML_LANG, ""),
        "place": "" if located is None else find(located, "name") or located.get("literal", ""),
        "wire_id": item.get("guid", ""),
    }
    return {name: value for name, value in fields.items() if value}


def _named(item: etree._Element, name: str) -> str:
    for element in item.iter("{*}" + name):
        text = find(element, "name") or element.get("literal", "")
        if text:
            return text
    return ""


def newsml_1(root: etree._Element) -> Iterator[Story]:
    """Yield the story of each news item of a NewsML 1 document."""
    for item in root.iter("{*}NewsItem"):
        content = next(item.iter("{*}DataContent"), None)
        if content is None:
            continue
        body = next(content.iter("{*}body.content", "{*}body"), content)
        stamp = find(item, "DateLabel", "FirstCreated", "ThisRevisionCreated")
        fields = {
            "title": find(item, "HeadLine"),
            "byline": find(item, "ByLine"),
            "place": find(item, "CreditPlace"),
            "date": _iso(find(item, "FirstCreated", "ThisRevisionCreated") or stamp),
            "source": find(item, "CreditLine") or find(item, "ProviderId"),
            "rights": find(item, "CopyrightLine"),
            "wire_id": find(item, "NewsItemId"),
        }
        told = {name: value for name, value in fields.items() if value}
        yield item, paragraphs(body) if len(body) else words(body), told, None
