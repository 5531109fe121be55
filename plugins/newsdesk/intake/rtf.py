"""RTF to lines of text, in one pass that no file can make slow.

Written because the ready-made converters look for font tables and links by patterns that a hostile
file drives to cubic time. Only words matter here: styles, pictures, notes and headers are dropped.
Words of the format are those of Microsoft's "Rich Text Format Specification" 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
CHARACTERS = {
    **dict.fromkeys(("par", "line", "sect", "page", "row", "softline"), "\n"),
    **dict.fromkeys(("tab", "cell", "nestcell"), "\t"),
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
# Groups whose words are not the text's.
DROPPED = frozenset(
    "colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf "
    "footnote annotation fldinst object objdata themedata datastore listtable listoverridetable "
    "xmlnstbl generator rsidtbl latentstyles mmathPr nonshppict shppict bkmkstart bkmkend "
    "filetbl revtbl colorschememapping pgptbl tc xe".split(" ")
)
# \fcharset of a font -> the code page of its bytes.
CHARSETS = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between a pair of braces."""

    codec: str = "cp1252"
    fallback: int = 1  # characters that stand in for one \\u
    dropped: bool = False
    fonts: bool = False  # it is the font table


@dataclass(slots=True)
class _Reader:
    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    default: str = "cp1252"
    codecs: dict[int, str] = field(default_factory=dict)
    font: int = -1
    parts: list[str] = field(default_factory=list)
    held: bytearray = field(default_factory=bytearray)  # bytes of a character not yet whole
    skip: int = 0  # fallback characters still to come
    surrogate: int = 0

    def text(self, characters: str) -> None:
        self.flush()
        if not self.group.dropped and not self.group.fonts:
            self.parts.append(characters)

    def raw(self, data: bytes) -> None:
        taken = min(self.skip, len(data))
        self.skip -= taken
        if not self.group.dropped and not self.group.fonts:
            self.held += data[taken:]

    def flush(self) -> None:
        if self.held:
            self.parts.append(self.held.decode(self.group.codec, "replace"))
            self.held.clear()

    def brace(self, mark: str) -> None:
        self.flush()
        self.skip = 0
        if mark == "{":
            self.outer.append(self.group)
        elif self.outer:
            self.group = self.outer.pop()

    def word(self, name: str, number: int | None) -> None:
        if name == "u" and number is not None:
            self.unit(number % 0x10000)
            return
        self.flush()
        self.skip = 0
        if name in CHARACTERS:
            self.text(CHARACTERS[name])
        elif name in DROPPED:
            self.group = replace(self.group, dropped=True)
        elif name == "fonttbl":
            self.group = replace(self.group, fonts=True)
        elif number is not None:
            self.setting(name, number)

    def setting(self, name: str, number: int) -> None:
        if name == "ansicpg":
            self.default = _codec(f"cp{number}")
            self.group = replace(self.group, codec=self.default)
        elif name == "uc":
            self.fallback(number)
        elif name == "f":
            self.font = number
            self.group = replace(self.group, codec=self.codecs.get(number, self.default))
        elif name == "fcharset" and self.group.fonts:
            self.codecs[self.font] = CHARSETS.get(number, self.default)

    def fallback(self, number: int) -> None:
        self.group = replace(self.group, fallback=min(max(number, 0), 8))

    def unit(self, code: int) -> None:
        """Take one UTF-16 unit; two of them make a character beyond the first plane."""
        if 0xDC00 <= code < 0xE000 and self.surrogate:
            code = 0x10000 + ((self.surrogate - 0xD800) << 10) + (code - 0xDC00)
            self.surrogate = 0
            self.text(chr(code))
        elif 0xD800 <= code < 0xDC00:
            self.surrogate = code
        else:
            self.text(chr(code))
        self.skip = self.group.fallback


def rtf_to_text(data: bytes) -> str:
    """Return the words of an RTF file as lines; what is not RTF comes out as it may."""
    source, reader, at = data.decode("latin-1"), _Reader(), 0
    while token := TOKEN.match(source, at):
        word, number, byte, symbol, mark, run = token.groups()
        at = token.end()
        if run:
            reader.raw(run.encode("latin-1"))
        elif byte:
            reader.raw(bytes.fromhex(byte))
        elif mark:
            reader.brace(mark)
        elif word == "bin":
            at += max(0, int(number or 0))
        elif word:
            reader.word(word, int(number) if number else None)
        elif symbol == "*":
            reader.group = replace(reader.group, dropped=True)
        elif symbol:
            reader.text(SYMBOLS.get(symbol, ""))
    reader.flush()
    return "".join(reader.parts)


def _codec(name: str) -> str:
    try:
        codecs.lookup(name)  # b"".decode(name) looks nothing up
    except LookupError:
        return "cp1252"
    return name
