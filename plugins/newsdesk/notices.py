"""A wire's notices (kill, correction, update): found, matched with the story they are about.

Nothing here decides: what is found are proposals, best first. `decisions` takes them or drops them.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsdesk.antecedents import Asked, Entry
from newsdesk.register import IN_FORCE, Notice, Register

SURE = 0.9  # a score from which a setting may confirm without a person
READ = 20_000  # characters of a notice that are searched for numbers and headlines
MARKS = ("slug-before-title", "desk-note")  # rules by which the copydesk cuts such marks
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TAG = re.compile(r"<[^<>]*>")
SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Sign:
    """How one kind of notice begins, with the sign's own tests."""

    id: str
    kind: str
    regex: re.Pattern[str]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def signs() -> tuple[Sign, ...]:
    """Return the signs, in the order in which they are tried."""
    table = tomllib.loads(files("newsdesk.rules").joinpath("notices.toml").read_text("utf-8"))
    return tuple(
        Sign(row["id"], row["kind"], re.compile(row["pattern"], re.IGNORECASE),
             tuple(row["matches"]), tuple(row["spares"]))
        for row in table["sign"]
    )  # fmt: skip


def kind_of(words: Iterable[str]) -> tuple[str, str]:
    """Return what kind of notice begins so, and the words that say it; two times "" for none."""
    told = [" ".join(each.split()) for each in words if each]
    for sign in signs():
        for each in told:
            if sign.regex.match(each):
                return sign.kind, each
    return "", ""


def propose(register: Register) -> Iterator[Notice]:
    """Yield the best match of every notice that nobody has decided about, the surest first.

    A notice that matches no story well is not proposed; one confirmed already is done with.
    """
    return iter(sorted_out(register)[0])


def sorted_out(register: Register) -> tuple[list[Notice], list[Notice]]:
    """Return what `propose` yields, and the open kills that match no story well."""
    proposed, astray = [], []
    for one, best in _matched(register):
        if best is not None:
            proposed.append(best)
        elif one.kind == "kill":
            why = "it matches no story well"
            astray.append(Notice(one.sha256, "", one.kind, one.quote, why, 0.0, "proposed"))
    return sorted(proposed, key=lambda each: (-each.score, each.sha256)), astray


def _matched(register: Register) -> Iterator[tuple[Entry, Notice | None]]:
    """Yield every open notice with its best match, None where no story matches it well."""
    entries = list(_entries(register))
    decided: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for known in register.notices():
        decided[known.sha256][known.target] = known.state
    open_ones = {
        each.sha256: each
        for each in entries
        if each.kind and "confirmed" not in decided[each.sha256].values()
    }
    by_source: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: each.day):
        by_source[entry.source.casefold()].append(entry)
    for raw, filed in register.documents(open_ones.keys()) if open_ones else ():
        notice = open_ones[filed.sha256]
        text = TAG.sub(" ", raw.text[: READ * 2]) if raw.media_type == "text/html" else raw.text
        asked = Asked(notice, text[:READ], letters_of(text[:READ]), register.sketch(filed.sha256))
        others = (
            other
            for other in asked.within(by_source[notice.source.casefold()])
            if other.sha256 not in decided[notice.sha256] and asked.may_follow(other)
        )
        yield notice, asked.best(others, register.sketch)


def _entries(register: Register) -> Iterator[Entry]:
    marks = _marks(register)
    wire_ids = dict(
        register.rows("SELECT sha256, max(value) FROM evidence WHERE field = 'wire_id' GROUP BY 1")
    )
    for sha256, path, title, day, source, stated in register.rows(
        "SELECT sha256, path, title, date, source, coalesce(json_extract(fields, '$.title'), '')"
        f" FROM document WHERE {IN_FORCE} ORDER BY path"
    ):
        kind, quote = kind_of((*marks.get(sha256, ()), title, str(stated)))
        bare = without_mark(title) if kind else title
        yield Entry(
            sha256, path, title, day if DAY.fullmatch(day) else "", source,
            wire_ids.get(sha256, ""), kind, quote,
            letters_of(bare), frozenset(bare.casefold().split()),
        )  # fmt: skip


def _marks(register: Register) -> dict[str, list[str]]:
    """Return the marks and desk notes that the copydesk cut, by the story they stood over."""
    rows = register.rows(
        "SELECT sha256, start, end FROM cut WHERE "
        + " OR ".join("rule LIKE ?" for _ in MARKS) + " ORDER BY sha256, start",
        *(f"%{rule}" for rule in MARKS),
    )  # fmt: skip
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for sha256, start, end in rows:
        spans[sha256].append((start, end))
    return {
        raw.provenance.sha256: [raw.text[a:b] for a, b in spans[raw.provenance.sha256]]
        for raw, _ in (register.documents(spans.keys()) if spans else ())
    }


def without_mark(title: str) -> str:
    """Return a notice's headline without its mark."""
    for sign in signs():
        found = sign.regex.match(title)
        if found:
            return title[found.end() :].lstrip(" :-–—)")
    return title


def letters_of(words: str) -> str:
    """Return the letters and digits alone: headlines are quoted with other spaces and signs."""
    return SIGNS.sub("", words).casefold()
