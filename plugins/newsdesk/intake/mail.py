"""E-mail: .eml messages, mbox folders of them, and pages saved as .mht / .mhtml.

A message's words go to the reader for text or pages (an alert may carry an export of many stories);
what is attached is read in its turn.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header
from email.message import Message

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode
from newsdesk.intake.item import Found, Item, buffered, printable, sha256, size
from newsdesk.intake.keys import iso_date
from newsdesk.intake.settings import IntakeSettings

ANSWERED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|sv)\s?:\s*)+", re.IGNORECASE)
POSTMARK = re.compile(rb"From \S.{0,200}\b(?:19|20)\d\d\b")
ORNAMENTS = frozenset({"image", "audio", "video", "font"})
SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "text/css")
SHORT = 80  # characters: a shorter plain part only says "open this in a browser"


def read_mbox(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the messages of an mbox as items, one in memory at a time."""
    for number, message in enumerate(_messages(item, settings.max_document), 1):
        where = item.numbered(number)
        if len(message) > settings.max_document:
            limit = size(settings.max_document)
            yield item.set_aside(f"It is a message of over {limit}.", where)
        else:
            yield replace(
                item, locator=where, name=".eml", stream=buffered(message), depth=item.depth + 1
            )


def _messages(item: Item, limit: int) -> Iterator[bytes]:
    """Yield each message; of one above `limit` only its first `limit + 1` bytes."""
    lines: list[bytes] = []
    held, after_blank = 0, True
    while line := item.stream.readline(limit + 1):
        if after_blank and POSTMARK.match(line):
            if held:
                yield b"".join(lines)
            lines, held = [], 0
        elif held <= limit:
            lines.append(line[1:] if re.match(rb">+From ", line) else line)
            held += len(line)
        after_blank = line in (b"\n", b"\r\n")
    if held:
        yield b"".join(lines)


def read(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield a message's words and attachments as items; raises UnreadableDocument if none."""
    data = item.read(settings.max_document)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_leaves(message))
    except (MessageError, ValueError, LookupError) as error:
        raise UnreadableDocument("It is an e-mail too broken to be taken apart.") from error
    words = _words(parts)
    if words is None and not any(map(_is_attached, parts)):
        raise UnreadableDocument("It is an e-mail without a text.")
    if words is not None:
        yield _as_item(item, words, {**item.fields, **_fields(message)}, sha256(data))
    names: dict[str, int] = {}
    for part in parts:
        if part is not words and _is_attached(part):
            yield _attachment(item, part, names)


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something; a message inside a message is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting[:0] = [p for p in payload if isinstance(p, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    kind = part.get_content_type()
    if part.get_content_maintype() in ORNAMENTS or kind in SIGNATURES:
        return False
    return part.get_filename() is not None or kind == "message/rfc822" or _disposed(part)


def _disposed(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _words(parts: list[Message]) -> Message | None:
    own = [p for p in parts if not _is_attached(p)]
    plain = next((p for p in own if p.get_content_type() == "text/plain"), None)
    page = next((p for p in own if p.get_content_type() == "text/html"), None)
    if plain is None or page is None:
        return plain or page
    return plain if len(_payload(plain).strip()) >= SHORT else page


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _as_item(item: Item, part: Message, fields: dict[str, str], digest: str) -> Item:
    where = header(_raw(part, "content-location"))
    if where.startswith(("http://", "https://")):
        fields.setdefault("url", where)
    return replace(
        item,
        name="",
        stream=buffered(_payload(part)),
        charset=part.get_content_charset("") or "",
        media_type=part.get_content_type(),
        fields=fields,
        digest=digest,
        depth=item.depth + 1,
    )


def _attachment(item: Item, part: Message, names: dict[str, int]) -> Found:
    name = header(part.get_filename() or "") or "attached.eml"
    shown = printable(name.replace("\\", "/").rpartition("/")[2])[:200]
    names[shown] = names.get(shown, 0) + 1
    if names[shown] > 1:
        shown = f"{shown}~{names[shown]}"
    try:
        data = _attached(part)
    except (UnicodeError, LookupError, ValueError, TypeError, AttributeError):
        return item.set_aside("It is a message too broken to be taken out.", item.inside(shown))
    return replace(
        item,
        locator=item.inside(shown),
        name=name,
        stream=buffered(data),
        charset=part.get_content_charset("") or "",
        fields={},
        depth=item.depth + 1,
    )


def _attached(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return inner[0].as_bytes()
    return _payload(part)


def _fields(message: Message) -> dict[str, str]:
    url = header(_raw(message, "snapshot-content-location"))
    saved = bool(url) or header(_raw(message, "from")).lower().startswith("<saved by ")
    told = {
        "title": ANSWERED.sub("", header(_raw(message, "subject"))),
        # When it was sent, which a forwarded story was not; of a saved page the day of saving.
        "mailed": "" if saved else iso_date(header(_raw(message, "date"))),
        "url": url,
    }
    return {name: value for name, value in told.items() if value}


def header(raw: str) -> str:
    """Return a header's text, its encoded words (RFC 2047) and raw bytes decoded.

    >>> header("=?utf-8?q?Caf=C3=A9?= opens")
    'Café opens'
    """
    try:
        pieces = decode_header(raw)
    except (MessageError, ValueError):
        pieces = [(raw, None)]
    return " ".join("".join(_piece(*piece) for piece in pieces).split())


def _piece(piece: str | bytes, charset: str | None) -> str:
    data = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
    try:
        return decode(data, stated=charset or "").text
    except UnreadableDocument:
        return ""


def _raw(message: Message, name: str) -> str:
    """Return a header as it stands, its undeclared bytes as surrogates."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
