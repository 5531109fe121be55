"""Text as it was meant: mojibake undone, control characters, terminal codes and surrogates gone.

ftfy is asked for mojibake alone: quotes, widths, ligatures, entities and line breaks stay.
"""

from __future__ import annotations

import re

import ftfy
import ftfy.bad_codecs  # registers the sloppy-windows-* codecs
from ftfy.badness import is_bad

from newsdesk.errors import UnreadableDocument

MOJIBAKE_ONLY = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
)
MISREADINGS = ("sloppy-windows-1251", "sloppy-windows-1250", "cp1256", "sloppy-windows-1253")
TERMINAL = r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)"
CONTROL = re.compile(  # and what turns the direction of letters against their own
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufffe\uffff\ufdd0-\ufdef]"
)
CONTROLS = re.compile(f"{TERMINAL}|{CONTROL.pattern}")
# A closing quotation mark whose last byte was lost: Windows-1252 has no sign for 9D. ftfy takes the
# blank behind it for that byte, and reads a dagger.
UNCLOSED = re.compile(r"â€(?=[\sA-Za-z.,;:!?)\]]|$)")
OPENED = "â€œ"
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
SURROGATES = re.compile("[\ud800-\udfff]")
MAX_LOST = 0.05  # share of characters that no text loses and a binary file does


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return text without mojibake, lone surrogates and control characters, and what was done."""
    if text.isascii() and text.isprintable():
        return text, ()
    notes: list[str] = []
    if SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        notes.append("lone surrogates became U+FFFD")
    mended = _without_mojibake(text)
    if mended != text:
        notes.append("mojibake mended")
    if CONTROL.search(mended):
        clean = CONTROLS.sub("", mended)
        notes.append(_removed(mended, clean))
        mended = clean
    return mended, tuple(notes)


def _without_mojibake(text: str) -> str:
    if text.isascii() or not suspect(text):
        return _misread(text)
    if OPENED in text:
        text = UNCLOSED.sub("â€\x9d", text)
    whole = _misread(ftfy.fix_encoding(text, MOJIBAKE_ONLY))
    if not suspect(whole):
        return whole
    return "".join(
        ftfy.fix_encoding(line, MOJIBAKE_ONLY) if is_bad(line) else line
        for line in whole.splitlines(keepends=True)
    )


def _misread(text: str) -> str:
    """Undo UTF-8 read as a code page that ftfy leaves alone, where the whole text says so.

    >>> _misread("TГјrkiye")
    'Türkiye'
    """
    if text.isascii() or "\ufffd" in text:  # which the sloppy codecs take for U+001A
        return text
    for codec in MISREADINGS:
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return text


def suspect(text: str) -> bool:
    """Ask ftfy whether a text holds mojibake, by the stretches that matter: pages are long."""
    runs = (text[max(0, m.start() - 4) : m.end() + 4] for m in NOT_ASCII.finditer(text))
    return is_bad("\n".join(runs))


def _removed(before: str, after: str) -> str:
    lost = len(before) - len(after)
    if lost > max(64, MAX_LOST * len(before)):
        raise UnreadableDocument("It is full of control characters, so it is no text but data.")
    kinds = sorted({c for match in CONTROLS.findall(before) for c in match[:1]})
    names = ", ".join(f"U+{ord(c):04X}" for c in kinds[:6])
    return f"{lost} control characters removed ({names}{', …' if len(kinds) > 6 else ''})"
