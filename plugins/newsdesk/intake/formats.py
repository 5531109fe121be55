"""Which reader a file gets: its first bytes tell, and its name only where they leave doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from newsdesk.errors import UnreadableDocument
from newsdesk.intake import (
    archives,
    html,
    json_stories,
    mail,
    office,
    plain,
    tables,
    warc,
    xml_stories,
)
from newsdesk.intake.decode import BOMS, utf16_without_mark
from newsdesk.intake.item import Found, Item
from newsdesk.intake.settings import IntakeSettings

Reader = Callable[[Item, IntakeSettings], Iterator[Found]]

# First bytes of what is no text, and what people call it.
BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF file; turn it into text first"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text or .docx first"),
    (b"OggS\0", "an Ogg recording"),
    (b"ID3\2", "an MP3 recording"),
    (b"ID3\3", "an MP3 recording"),
    (b"ID3\4", "an MP3 recording"),
    (b"fLaC\0", "a FLAC recording"),
    (b"wOFF\0", "a font"),
    (b"wOF2\0", "a font"),
    (b"\0\1\0\0\0", "a font"),
    (b"\0asm", "a program"),
    (b"PAR1\x15", "a Parquet table"),
)
MARKS = tuple(mark for mark, _ in BINARY)
SURE_MARKS = tuple(mark for mark in MARKS if len(mark) > 2)  # "BM" and "MZ" begin words too
CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
BINARY_AT = ((4, b"ftyp", "a film or sound recording"), (8, b"WEBP", "a WebP picture"))
HTML_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
HTML_TAGS = re.compile(r"<(?:p|div|br|h1|h2|article|meta|table|span|script|link)\b[^>]*>", re.I)
XML_HEAD = re.compile(
    r"<\?xml\b|<(?:rss|rdf:RDF|feed|nitf|newsItem|newsMessage|NewsML)\b"
    r"|<!DOCTYPE\s+(?:(?:rss|nitf|NewsML|feed)\b|[\w:]+\s*\[)",
)
MBOX_HEAD = re.compile(r"From \S.{0,200}\b(?:19|20)\d\d\b[^\n]*\n(?:>?[A-Za-z][\w-]*:)")
MAIL_HEAD = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
MAIL_SIGN = re.compile(
    r"^(?:MIME-Version: ?1|Received: |Message-ID: ?<|Return-Path: ?<|"
    r"Content-Type: ?(?:text|multipart)/)",
    re.M | re.I,
)
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".php", ".asp", ".aspx"})
XML_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf", ".nitf"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jl"})
JSON_SUFFIXES = LINES_SUFFIXES | {".json"}
MAIL_SUFFIXES = frozenset({".eml", ".mht", ".mhtml", ".msg"})
STATED: dict[str, Reader] = {"text/html": html.read, "text/plain": plain.read}
BY_SUFFIX: dict[str, Reader] = {
    ".csv": tables.read,
    ".tsv": tables.read,
    ".jsonl": json_stories.read_lines,
    ".ndjson": json_stories.read_lines,
    ".json": json_stories.read_document,
}


def reader(item: Item) -> Reader:
    """Return the reader for an item; raises UnreadableDocument for what no reader takes."""
    head = item.head()
    if not head:
        raise UnreadableDocument("It is empty.")
    return _archive(head) or _text_format(head, item)


def _archive(head: bytes) -> Reader | None:
    if head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")):
        return archives.read_compressed
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return archives.read_zip
    if head.startswith((b"WARC/1.", b"WARC/0.")):
        return warc.read
    if head[257:262] == b"ustar":
        return archives.read_tar
    return None


def _text_format(head: bytes, item: Item) -> Reader:
    start = _glimpse(head)
    suffix = PurePosixPath(item.name).suffix.lower()
    if not start:
        kind, semicolon, remedy = _binary(head).partition(";")
        raise UnreadableDocument(f"It is {kind}, not text{semicolon}{remedy}.")
    if item.media_type in STATED:
        return STATED[item.media_type]
    return _by_content(start, suffix) or BY_SUFFIX.get(suffix, plain.read)


def _by_content(start: str, suffix: str) -> Reader | None:
    begins = start.lstrip("\ufeff \t\r\n")
    if begins.startswith("{\\rtf"):
        return office.read_rtf
    if begins[:1] in {"{", "["} and (suffix in JSON_SUFFIXES or _is_json(begins)):
        return json_stories.read_lines if suffix in LINES_SUFFIXES else _json(begins)
    if HTML_HEAD.match(begins) or (suffix in HTML_SUFFIXES and HTML_TAGS.search(begins)):
        return html.read
    if XML_HEAD.match(begins) or (suffix in XML_SUFFIXES and begins.startswith("<")):
        return xml_stories.read
    if tables.is_head(begins.partition("\n")[0]):
        return tables.read
    return _mail(begins, suffix)


def _mail(start: str, suffix: str) -> Reader | None:
    if MBOX_HEAD.match(start):
        return mail.read_mbox
    if MAIL_HEAD.match(start) and (suffix in MAIL_SUFFIXES or MAIL_SIGN.search(start)):
        return mail.read
    return None


def _is_json(start: str) -> bool:
    return bool(re.match(r'(?:\[\s*)*\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:', start))


def _json(start: str) -> Reader:
    """Return the reader of lines where a whole object ends before the first line does."""
    first, newline, second = start.lstrip().partition("\n")
    if newline and first.rstrip().endswith("}") and second.lstrip()[:1] in {"{", ""}:
        return json_stories.read_lines
    return json_stories.read_document


def _glimpse(head: bytes) -> str:
    """Return the head as text good enough to tell a format by; '' if it is binary."""
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    zeros = head.count(0)
    if zeros > len(head) * 0.6:  # UTF-16 has one in two at most
        return ""
    if zeros and not head.startswith(MARKS) and (encoding := utf16_without_mark(head)):
        return head.decode(encoding, "ignore")
    if head.startswith(SURE_MARKS):
        return ""
    if any(head[at:].startswith(m) for at, m, _ in BINARY_AT) or _mostly_controls(head):
        return ""
    return head.decode("latin-1")


def _mostly_controls(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, CONTROLS))
    return controls > max(8, len(head) // 10)


def _binary(head: bytes) -> str:
    for mark, kind in BINARY:
        if head.startswith(mark):
            return kind
    return next((k for at, m, k in BINARY_AT if head[at:].startswith(m)), "a binary file")
