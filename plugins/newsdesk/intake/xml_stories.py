"""XML documents: the root element says which reader takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from newsdesk.errors import UnreadableDocument
from newsdesk.intake import feeds, newsml
from newsdesk.intake.decode import decode
from newsdesk.intake.html import stated_charset
from newsdesk.intake.item import Found, Item, printable, sha256
from newsdesk.intake.settings import IntakeSettings
from newsdesk.intake.story import story
from newsdesk.intake.xml_tree import local, parse

ROOTS: dict[str, Callable[[etree._Element], Iterator[feeds.Story]]] = {
    "rss": feeds.items,
    "RDF": feeds.items,
    "feed": feeds.items,
    "channel": feeds.items,
    "nitf": newsml.nitf,
    "newsItem": newsml.newsml_g2,
    "newsMessage": newsml.newsml_g2,
    "NewsML": newsml.newsml_1,
}


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of an XML document; raises UnreadableDocument for an unknown root."""
    data = item.read(settings.max_document)
    decoded = decode(data, stated=item.charset or stated_charset(data))
    root = parse(decoded.text)
    reader = ROOTS.get(local(root))
    if reader is None:
        name = printable(local(root))[:40]
        raise UnreadableDocument(f"It is XML of a kind that intake does not know: <{name}>.")
    found = list(reader(root))
    if not found:
        raise UnreadableDocument("It is a feed or news message without a story.")
    for number, (element, text, fields, markup) in enumerate(found, 1):
        whole = len(found) == 1 and element is root
        where = item.locator if whole else item.numbered(number)
        own = data if whole else etree.tostring(element, with_tail=False)
        try:
            yield story(
                item, where, text, fields, markup=markup, sha256=sha256(own),
                encoding=decoded.encoding, repairs=decoded.repairs,
            )  # fmt: skip
        except UnreadableDocument as error:
            yield item.set_aside(str(error), where, own)
