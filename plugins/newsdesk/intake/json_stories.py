"""JSON and JSON lines: one object a story, or a document that lists many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import orjson

from newsdesk.errors import UnreadableDocument
from newsdesk.intake.decode import decode
from newsdesk.intake.item import Found, Item, printable, sha256, size
from newsdesk.intake.json_stream import objects
from newsdesk.intake.keys import (
    KEYS,
    LISTS,
    SUMMARY,
    TEXT,
    WRAPPERS,
    alike,
    as_text,
    first,
    look_up,
    plain_key,
)
from newsdesk.intake.settings import IntakeSettings
from newsdesk.intake.story import story
from newsdesk.records import RawDocument

Record = dict[str, Any]
DEEPEST = 12  # lists and wrappers within one another that a story may lie under
BULK_ACTIONS = frozenset({"index", "create", "update", "delete"})


def read_lines(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of a JSON lines file, one line in memory at a time."""
    number = 0
    while line := item.stream.readline(settings.max_document + 1):
        number += 1
        where = item.numbered(number)
        if len(line) > settings.max_document:
            limit = size(settings.max_document)
            yield item.set_aside(f"From this line on it is unread: a line is over {limit}.", where)
            return
        if line.strip():
            yield from _line(item, line, where, settings)


def _line(item: Item, line: bytes, where: str, settings: IntakeSettings) -> Iterator[Found]:
    try:
        record, encoding = parse(line)
        if isinstance(record, dict) and len(record) == 1 and set(record) <= BULK_ACTIONS:
            return  # Elastic's bulk format: an action, then the document
        entry: object = []
        for entry in unlisted(record, settings):
            yield build(item, entry, where, settings, encoding, sha256(line.strip()))
        if entry == []:
            raise UnreadableDocument("It is an empty list.")
    except UnreadableDocument as error:
        yield item.set_aside(str(error), where, line)


def read_document(item: Item, settings: IntakeSettings) -> Iterator[Found]:
    """Yield the stories of one JSON document; of one too large to hold, object by object."""
    data = item.stream.read(settings.max_document + 1)
    if len(data) > settings.max_document:
        yield from _large(item, data, settings)
        return
    try:
        record, encoding = parse(data)
    except UnreadableDocument as error:
        yield from _salvaged(item, data, error, settings)
        return
    found = list(unlisted(record, settings))
    if len(found) == 1:
        yield build(item, found[0], item.locator, settings, encoding, sha256(data))
        return
    if not found:
        raise UnreadableDocument("It is JSON without a list of stories or a story.")
    for number, entry in enumerate(found, 1):
        yield from _entry(item, entry, item.numbered(number), settings, encoding)


def _salvaged(
    item: Item, data: bytes, fault: UnreadableDocument, settings: IntakeSettings
) -> Iterator[Found]:
    """Yield the whole stories of a broken list; raises the fault where there is none."""
    found: list[Found] = []
    with suppress(UnreadableDocument):
        found.extend(_large(item, data, settings))
    stories = sum(isinstance(each, RawDocument) for each in found)
    if not stories:
        raise fault
    yield from found
    read = f"{stories:,} of its stories could be read"
    where = item.numbered(len(found) + 1)
    yield item.set_aside(f"{fault} {read}; mend the rest and ingest it again.", where, data)


def _large(item: Item, begun: bytes, settings: IntakeSettings) -> Iterator[Found]:
    number = 0
    for data in objects(begun, item.stream, settings.max_document):
        try:
            record, encoding = parse(data)
        except UnreadableDocument as error:
            number += 1
            yield item.set_aside(str(error), item.numbered(number), data)
            continue
        for entry in unlisted(record, settings):
            number += 1
            yield from _entry(item, entry, item.numbered(number), settings, encoding)


def _entry(
    item: Item, entry: object, where: str, settings: IntakeSettings, encoding: str
) -> Iterator[Found]:
    try:
        own = orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # a number beyond 64 bits, a lone surrogate
        own = json.dumps(entry, sort_keys=True).encode()
    try:
        yield build(item, entry, where, settings, encoding, sha256(own))
    except UnreadableDocument as error:
        yield item.set_aside(str(error), where, own)


def parse(data: bytes) -> tuple[object, str]:
    """Return the value of a JSON text and its encoding; raises UnreadableDocument."""
    try:
        return orjson.loads(data), "utf-8"
    except orjson.JSONDecodeError:
        pass
    try:
        decoded = decode(data)
        return json.loads(decoded.text, strict=False), decoded.encoding
    except RecursionError as error:
        raise UnreadableDocument("It is JSON nested too deep to be a story.") from error
    except ValueError as error:
        if isinstance(error, UnreadableDocument):
            raise
        raise UnreadableDocument(f"It is not valid JSON: {error}.") from error


def unlisted(value: object, settings: IntakeSettings, depth: int = 0) -> Iterator[object]:
    """Yield the story objects in a JSON value, out of the lists and wrappers around them.

    An object with a text of its own is a story, whatever else it lists. What stands among them and
    is no object is yielded too: `build` tells why it is none.
    """
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from unlisted(entry, settings, depth + 1)
        return
    if not isinstance(value, dict):
        yield value
        return
    if _text(value, settings, TEXT):
        yield value
        return
    named = alike(value)
    for path in LISTS:
        below = look_up(named, path)
        if isinstance(below, list) and below and isinstance(below[0], dict):
            yield from unlisted(below, settings, depth + 1)
            return
    for key in WRAPPERS:
        if isinstance(named.get(key), dict):
            yield from unlisted(named[key], settings, depth + 1)
            return
    lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
    if len(lists) == 1:  # whatever it is called
        yield from unlisted(lists[0], settings, depth + 1)
    else:
        yield value


def build(
    item: Item,
    record: object,
    locator: str,
    settings: IntakeSettings,
    encoding: str,
    digest: str,
) -> RawDocument:
    """Return the story that a JSON object holds; raises UnreadableDocument if it has no text."""
    if not isinstance(record, dict):
        told = json.dumps(record)[:40]
        raise UnreadableDocument(f"It is «{told}», not an object with a story's text.")
    text = _text(record, settings, (*TEXT, *SUMMARY))
    if not text:
        raise UnreadableDocument(_textless(record))
    fields, named = {}, alike(record)
    for name, paths in KEYS.items():
        value = first(named, name, (*settings.keys.get(name, ()), *paths))
        if value:
            fields[name] = value
    return story(item, locator, text, fields, sha256=digest, encoding=encoding)


def _text(record: Record, settings: IntakeSettings, known: tuple[str, ...]) -> str:
    named = alike(record)
    for path in (*settings.keys.get("text", ()), *known):
        found = look_up(named, path)
        wrapped = path in WRAPPERS and isinstance(found, dict)  # the story itself, not its text
        text = as_text(found) if found and not wrapped else ""
        if text and not text.isspace():
            return text
    return ""


def _textless(record: Record) -> str:
    empty = [key for key in record if plain_key(key) in (*TEXT, *SUMMARY)]
    if empty:
        return f"Its text is empty: {empty[0]} holds nothing."
    names = ", ".join(printable(str(key))[:40] for key in sorted(record)[:8])
    return (
        f"It has no text that intake knows; its keys are {names or 'none'}. Name the right one in "
        "archive.toml, under a line [intake.keys], as in: text = ['KEY']. Then ingest it again."
    )
