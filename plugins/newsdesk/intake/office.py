"""Word processor files: .docx and .odt by their XML, .rtf by its words, all as lines of text.

Databases hand out their exports in these too, so the lines go through the same splitting.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.item import Found, Item, sha256, size
from newsdesk.intake.mending import repair
from newsdesk.intake.plain import split
from newsdesk.intake.rtf import rtf_to_text
from newsdesk.intake.settings import IntakeSettings
from newsdesk.intake.xml_tree import local, parse_bytes
from newsdesk.records import Provenance

DOCX = "word/document.xml"
ODT = "content.xml"
# Files that are zips inside, by a member that gives them away.
KINDS = {
    "xl/workbook.xml": "a spreadsheet; save it as CSV first",
    "ppt/presentation.xml": "a slide show",
    "META-INF/container.xml": "an e-book; turn it into text first",
    "META-INF/MANIFEST.MF": "a program",
    "AndroidManifest.xml": "a program",
}
WRAPPED = 100  # no line of a text wrapped by hand is longer


def read_zipped(
    archive: zipfile.ZipFile, item: Item, settings: IntakeSettings
) -> Iterator[Found] | None:
    """Return the stories of an open .docx or .odt; None if the zip is an ordinary archive.

    Raises UnreadableDocument for spreadsheets, e-books and programs, which are zips too.
    """
    names = set(archive.namelist())
    for name, kind in KINDS.items():
        if name in names:
            raise UnreadableDocument(f"It is {kind}.")
    if DOCX in names and "[Content_Types].xml" in names:
        return _stories(item, "\n".join(_docx(_member(archive, DOCX, settings))), archive)
    if ODT in names and "mimetype" in names:
        return _stories(item, "\n".join(_odt(_member(archive, ODT, settings))), archive)
    return None


def read_rtf(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of a .rtf file."""
    data = item.read(settings.max_document)
    yield from _split(item, rtf_to_text(data), sha256(data))


def _stories(item: Item, text: str, archive: zipfile.ZipFile) -> Iterator[Found]:
    assert archive.fp is not None  # it is open
    archive.fp.seek(0)
    return _split(item, text, sha256(archive.fp.read()))


def _split(item: Item, text: str, digest: str) -> Iterator[Found]:
    text, repairs = repair(_apart(text))
    yield from split(
        text, Provenance(item.dump, item.locator, digest, "utf-8", repairs), item.fields
    )


def _apart(text: str) -> str:
    """Part paragraphs by blank lines, as plain text does, unless the lines are wrapped by hand."""
    lines = [line.rstrip() for line in text.splitlines()]
    if max(map(len, lines), default=0) <= WRAPPED:
        return "\n".join(lines)
    return "\n\n".join(line for line in lines if line)


def _member(archive: zipfile.ZipFile, name: str, settings: IntakeSettings) -> etree._Element:
    with archive.open(name) as stream:
        data = stream.read(settings.max_document + 1)
    if len(data) > settings.max_document:
        raise UnreadableDocument(f"Its text is larger than {size(settings.max_document)}.")
    return parse_bytes(data)


def _docx(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p"):
        if next(paragraph.iterancestors("{*}Fallback"), None) is None:
            yield "".join(_run(paragraph))


def _run(paragraph: etree._Element) -> Iterator[str]:
    blanks = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    for element in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr", "{*}noBreakHyphen"):
        if next(element.iterancestors("{*}p"), None) is paragraph:
            name = local(element)
            yield blanks.get(name) or element.text or ""


def _odt(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p", "{*}h"):
        yield " ".join("".join(str(text) for text in paragraph.itertext()).split())
