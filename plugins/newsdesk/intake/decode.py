"""Bytes to text: byte order mark, UTF-8, a stated charset, chardet; then mojibake and controls.

Every step that changes what a plain reading would give is told in `Decoded.repairs`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import chardet
from chardet.enums import EncodingEra

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.cyrillic import PAGES, page_of
from newsdesk.intake.mending import MAX_LOST, repair, suspect

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# As browsers do: a page that states Latin-1 is read as its Windows superset.
SUPERSETS = {
    "ascii": "sloppy-windows-1252",
    "iso8859-1": "sloppy-windows-1252",
    "cp1252": "sloppy-windows-1252",
    "iso8859-9": "sloppy-windows-1254",
    "cp1254": "sloppy-windows-1254",
    "cp1251": "sloppy-windows-1251",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
ERAS = (
    EncodingEra.MODERN_WEB
    | EncodingEra.LEGACY_ISO
    | EncodingEra.LEGACY_REGIONAL
    | EncodingEra.LEGACY_MAC
    | EncodingEra.DOS
)
# What a few lines amid UTF-8 may be in: too little for chardet to choose among all.
STRAY = (
    *("cp1252", "cp1251", "koi8-r", "cp1256", "cp1250", "cp1254", "cp1253", "cp1255"),
    *("gb18030", "cp949", "cp932", "big5hkscs"),
)
NEVER = ("hp-roman8", "cp1006", "koi8-t", "utf-7")  # no news came in these, but guesses do
DETECT_BYTES = 200_000
WESTERN = "sloppy-windows-1252"
LOW_CONTROLS = re.compile(rb"[\x80-\x9f]")
MAC_ACCENT = re.compile(rb"[a-z][\x8a\x8c\x8e\x9f]")  # caf\x8e: Windows has capitals there
EURO_OR_LIGATURE = re.compile(
    rb"\xa4|[A-Za-z][\xa6\xa8\xb4\xb8\xbc\xbd\xbe][a-z]|[\xbc\xbd](?:u[vf]|il|d\xe8)"
)
TURKISH = frozenset("ğşĞŞ".encode("cp1254"))  # in Windows-1252: the eths and thorns of Iceland,
ICELANDIC = frozenset("áæÁÆ".encode("cp1252"))  # which never come without these
UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
HIGH_LETTER = re.compile(rb"[\xc0-\xff]")
ASCII_LETTER = re.compile(rb"[A-Za-z]")
WITHIN_A_WORD = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
LATIN = ("cp1252", "cp1250", "cp1254")
# English of China's agencies: nothing but the quotes and dashes of GB 2312 is not ASCII, in their
# Spanish the letters of its Pinyin too (\xa8\xae is ó; no text of the West has a «¨®»). A Spanish
# «¡Ánimo» begins like a pair of its signs too, but no text has a «¡°».
SIGNS_OF_GB = re.compile(rb"(?:[\xa1-\xa9][\xa1-\xfe])+")
QUOTE_OR_DASH_OF_GB = re.compile(rb"\xa1[\xa4-\xb7]|\xa8[\xa1-\xba]")
# And of Japan's: its signs begin with a byte that is none in the West. \x81\x67 is a quote.
ONLY_SIGNS_OF_JIS = re.compile(rb"(?:[\x00-\x7f]|\x81[\x40-\x7e\x80-\xac])*")
QUOTE_OF_JIS = re.compile(rb"\x81[\x65-\x68]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of its encoding, and a note for each repair."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(data: bytes, *, stated: str = "") -> Decoded:
    """Return the text of `data`; `stated` is the charset that its container names, if any.

    Raises UnreadableDocument where the bytes are no text.
    """
    text, encoding, notes = _read(data, stated)
    text, repairs = repair(text)
    if text.count("\ufffd") > max(8, MAX_LOST * len(text)):
        raise UnreadableDocument(f"It is not text in {encoding} or any other encoding known here.")
    return Decoded(text, encoding, notes + repairs)


def normal_name(charset: str) -> str:
    """Return the name Python gives a stated charset, its superset's at need; '' if unknown."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return SUPERSETS.get(name, name)


def _read(data: bytes, stated: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _certainly(data[len(mark) :], encoding)
    encoding = utf16_without_mark(data)
    if encoding:
        return _certainly(data, encoding)
    if b"\x1b$" not in data[:DETECT_BYTES]:  # ISO-2022 is ASCII to a naive reader
        try:
            return data.decode("utf-8"), "utf-8", ()
        except UnicodeDecodeError:
            pass
        mixed = _mixed(data)
        if mixed:
            return mixed
    return _legacy(data, stated)


def _certainly(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode where the encoding is known for sure, noting what does not fit."""
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError as error:
        note = f"bytes that are no {encoding} became U+FFFD, the first at {error.start}"
        return data.decode(encoding, "replace"), encoding, (note,)


def utf16_without_mark(data: bytes) -> str:
    """Return 'utf-16-le' or 'utf-16-be' if `data` reads as such: its blanks show as NULs.

    Blanks tell which: a Cyrillic text is letters in both orders, some of ancient Greece in one.
    """
    head = data[:4096]
    head = head[: len(head) - len(head) % 2]
    if head.count(0) < max(1, len(head) // 100):
        return ""
    read = [
        (_blanks(head, low), name)
        for name, low in (("utf-16-be", 1), ("utf-16-le", 0))
        if _is_written(head.decode(name, "replace"))
    ]
    blanks, name = max(read, default=(0, ""))
    return name if blanks or len(head) < 64 else ""


def _blanks(head: bytes, low: int) -> int:
    return sum(head[i] in b" \n\r\t" for i in range(low, len(head), 2) if not head[i ^ 1])


def _is_written(text: str) -> bool:
    odd = sum(unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} for c in text)
    return odd - sum(text.count(c) for c in "\n\r\t") <= len(text) // 100


def _legacy(data: bytes, stated: str) -> tuple[str, str, tuple[str, ...]]:
    name = normal_name(stated) if stated else ""
    if name and not name.startswith(("utf-8", "utf-16", "utf-32")):
        try:
            return data.decode(name), _told(name), ()
        except (UnicodeDecodeError, LookupError):
            pass
    name = detect(data)
    lines = data.splitlines(keepends=True)
    if others := _other_lines(data, lines, name):
        return _line_by_line(lines, others, name)
    text, name, notes = _certainly(data, name)
    return text, _told(name), notes


def _other_lines(data: bytes, lines: Sequence[bytes], name: str) -> dict[bytes, str]:
    """Return the codec of each line that is not in `name`, the codec of most: those in Latin
    letters amid another script, those of one Cyrillic code page amid another's."""
    others: dict[bytes, str] = {}
    if WITHIN_A_WORD.search(data) and bytes([0xE9]).decode(name, "replace") not in "é\ufffd":
        accented = [line for line in lines if _accented(line)]
        if accented and len(accented) < sum(not line.isascii() for line in lines):
            others = dict.fromkeys(accented, detect(b"".join(accented), LATIN))
    if name in PAGES:
        pages = ((line, page_of(line, name)) for line in lines if line not in others)
        others |= {line: page for line, page in pages if page != name}
    return others


def _line_by_line(
    lines: Sequence[bytes], others: Mapping[bytes, str], name: str
) -> tuple[str, str, tuple[str, ...]]:
    """Read each line in its own codec, and count those that are not in `name`."""
    text = "".join(line.decode(others.get(line, name), "replace") for line in lines)
    counts = Counter(_told(others[line]) for line in lines if line in others)
    notes = (
        f"{n} of {len(lines)} lines were {one}, not {_told(name)}" for one, n in counts.items()
    )
    return text, _told(name), tuple(notes)


def _told(name: str) -> str:
    return name.removeprefix("sloppy-")


def detect(data: bytes, among: tuple[str, ...] | None = None) -> str:
    """Return the codec that chardet finds likeliest for bytes that are not UTF-8."""
    if _only_signs_of_gb(data):
        return "gb18030"
    if QUOTE_OF_JIS.search(data) and ONLY_SIGNS_OF_JIS.fullmatch(data):
        return "cp932"
    found = chardet.detect(
        data,
        encoding_era=ERAS,
        max_bytes=DETECT_BYTES,
        prefer_superset=False,  # it takes cp1250 for a superset of ISO 8859-2, which it is not
        compat_names=False,
        include_encodings=among,
        exclude_encodings=NEVER,
    )
    return _western(data, normal_name(found["encoding"] or "") or WESTERN)


def _only_signs_of_gb(data: bytes) -> bool:
    quoted = False
    for run in HIGH_BYTES.finditer(data):  # of most texts the first tells
        if not SIGNS_OF_GB.fullmatch(run[0]):
            return False
        quoted = quoted or bool(QUOTE_OR_DASH_OF_GB.match(run[0]))
    return quoted


def _western(data: bytes, name: str) -> str:
    """Settle what chardet cannot: code pages that differ by a few signs of a Western text."""
    if name not in (WESTERN, "iso8859-15"):
        return name
    if MAC_ACCENT.search(data):
        return "mac-roman"
    if LOW_CONTROLS.search(data):  # quotes and dashes there, which ISO 8859 has none of
        turkish = set(data) & TURKISH and not set(data) & ICELANDIC
        return "sloppy-windows-1254" if turkish else WESTERN
    if EURO_OR_LIGATURE.search(data):
        return "iso8859-15"
    return "iso8859-9" if set(data) & TURKISH and not set(data) & ICELANDIC else WESTERN


def _mixed(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """Read a file most of whose lines are UTF-8 and the others something older."""
    lines = data.splitlines(keepends=True)
    good: list[bytes] = []
    bad: list[bytes] = []
    for line in lines:
        if not line.isascii():
            (good if _is_utf8(line) else bad).append(line)
    if not good or not bad:
        return _mixed_in_line(data)
    older, fitting = _older(bad), b"".join(good)
    few = len(UTF8_SEQUENCE.findall(fitting)) < 4
    if few and not suspect(fitting.decode(older[bad[0]], "replace")):
        return _mixed_in_line(data)
    return _line_by_line(lines, older, "utf-8")


def _older(lines: Sequence[bytes]) -> dict[bytes, str]:
    """Return the codec of each line that is no UTF-8: Latin letters with accents have their own.

    «été» of Windows-1252 beside lines of Windows-1251 would be read as «йtй».
    """
    groups: dict[bool, list[bytes]] = {}
    for line in lines:
        groups.setdefault(_accented(line), []).append(line)
    several = len(groups) > 1
    return {
        line: page_of(line, codec)
        for accented, group in groups.items()
        for codec in (detect(b"".join(group), LATIN if accented and several else STRAY),)
        for line in group
    }


def _accented(line: bytes) -> bool:
    """Whether a line is of ASCII letters, a few others amid them: no Cyrillic or Arabic is."""
    letters, touching = len(HIGH_LETTER.findall(line)), len(WITHIN_A_WORD.findall(line))
    return touching > letters // 3 and len(ASCII_LETTER.findall(line)) > 3 * letters


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed_in_line(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """Read bytes of which most sequences are UTF-8 and a few stray ones Windows-1252."""
    high = sum(len(run) for run in HIGH_BYTES.findall(data))
    fitting = sum(len(sequence) for sequence in UTF8_SEQUENCE.findall(data))
    if high - fitting > 0.3 * high:
        return None
    text = data.decode("utf-8", "newsdesk.windows-1252")
    return text, "utf-8", (f"{high - fitting} stray bytes were read as windows-1252",)


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


codecs.register_error("newsdesk.windows-1252", _stray)
