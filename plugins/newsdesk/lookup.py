"""Finding the one story that a person means: by permalink, slug, content file, SHA-256, wire id."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from newsdesk.entry import Filed
from newsdesk.errors import NoSuchStory
from newsdesk.register import Register

SHOWN = 8
HEX = re.compile(r"[0-9a-f]{6,64}")
SELECT = "SELECT DISTINCT sha256, path, file_sha256 FROM document "
WIRE_ID = (
    "WHERE sha256 IN (SELECT sha256 FROM evidence WHERE field = 'wire_id' AND value = ?)"
    " OR json_extract(fields, '$.wire_id') = ? ORDER BY path"
)


def find_story(register: Register, words: str) -> Filed:
    """Return the entry of the story that the words name.

    Raises NoSuchStory with a sentence; where several are meant it lists them.
    """
    found = candidates(register, words)
    if not found:
        raise NoSuchStory(
            f"No story of the archive is «{words}». Name it by its permalink, its slug, the first "
            "six or more digits of its SHA-256, or its wire number; nothing was changed."
        )
    if len(found) > 1:
        shown = "".join(f"\n  {filed.sha256[:12]}  {filed.path}" for filed in found[:SHOWN])
        more = f"\n  ... and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise NoSuchStory(
            f"«{words}» may be any of {len(found)} stories; name one of them by its SHA-256, "
            f"nothing was changed:{shown}{more}"
        )
    return found[0]


def candidates(register: Register, words: str) -> list[Filed]:
    """Return every story that the words may name, by the first way of naming that finds any."""
    words = words.strip()
    path = PurePosixPath(unquote(urlsplit(words).path))
    stem = path.stem if path.suffix in (".html", ".htm") else path.name
    questions: list[tuple[str, tuple[str, ...]]] = [
        ("WHERE path = ?", (str(path),)),
        ("WHERE path LIKE ? ESCAPE '!' ORDER BY path", (f"%/{_literal(stem)}.html",)),
    ]
    if HEX.fullmatch(words.lower()):
        questions.append(("WHERE sha256 GLOB ? ORDER BY path", (f"{words.lower()}*",)))
    questions.append((WIRE_ID, (words, words)))
    for where, values in questions:
        rows = register.rows(SELECT + where, *values) if words else []
        if rows:
            return [Filed(*row) for row in rows]
    return []


def _literal(words: str) -> str:
    return re.sub(r"([!%_])", r"!\1", words)
