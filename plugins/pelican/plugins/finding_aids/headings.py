"""Pages of headings: every country, organisation and source, and the index of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from unicodedata import normalize

from markupsafe import Markup
from newsdesk.cells import row
from pelican.plugins.press.digests import digest
from pelican.plugins.press.edition import Edition
from pelican.plugins.press.here import Datum, Feed, Here
from pelican.plugins.press.record import Record
from pelican.plugins.press.terms import KINDS, PLURALS, TITLES, Kind, Term

from .data import CSV, JSON, address, described, plan_json, plan_list_data
from .lists import plan_list
from .periods import Chronology
from .profiles import profile_of
from .shelves import Counted, Shelves, is_about

TOP = 12
ALSO = 10  # stories that only mention a term, shown on its page below those about it
MENTIONED = "mentioned/"


class Group(NamedTuple):
    """Terms that begin with one letter."""

    letter: str
    terms: Sequence[Counted]


@dataclass(frozen=True, slots=True)
class Index:
    """All terms of a kind."""

    kind: str
    title: str
    count: int
    groups: Sequence[Group]
    top: Sequence[Counted]


def plan_headings(edition: Edition, shelves: Shelves, time: Chronology) -> None:
    """Plan the lists of every term, and the index of each kind."""
    for kind in KINDS:
        for code, records in sorted(shelves.shelves[kind].items()):
            _plan_term(edition, shelves, time, kind, code, records)
        _plan_index(edition, shelves, kind)


def term_feed(edition: Edition, term: Term) -> Feed:
    """Return the feed of a term."""
    return Feed(term.feed, f"{edition.settings['SITENAME']}: {term.heading}")


def _plan_term(
    edition: Edition,
    shelves: Shelves,
    time: Chronology,
    kind: Kind,
    code: str,
    records: list[Record],
) -> None:
    """Plan a term's page with the stories about it, and the list of those that only mention it."""
    term = shelves.term(kind, code)
    here = Here(
        kind,
        term.url,
        term.heading,
        lang=edition.settings["DEFAULT_LANG"],
        feeds=[term_feed(edition, term)],
        data=described(records, term.url, edition.settings["CSV_ROWS"]),
    )
    main = [r for r in records if kind == "source" or is_about(r, kind, code)]
    other = [r for r in records if kind != "source" and not is_about(r, kind, code)]
    also = [Markup(record.card) for record in other[: -ALSO - 1 : -1]]

    def newest() -> dict[str, Any]:
        profile = profile_of(edition, shelves, time, kind, code, records)
        url = f"{term.url}{MENTIONED}" if other else ""
        return {"term": term, "profile": profile, "aspect": "main", "also": also, "also_url": url}

    def inner(aspect: str) -> dict[str, Any]:
        return {"term": term, "profile": None, "aspect": aspect, "also": (), "also_url": ""}

    # A former country and those after it name each other, where both have stories.
    kin = repr([c for c in _kin_codes(edition, code) if c in shelves.counts["country"]]).encode()
    spellings = repr(sorted(shelves.spellings.items())).encode()
    facts = digest(b"".join(record.digest for record in records), spellings, edition.card, kin)
    plan_list(edition, here, "term", main, newest, lambda: inner("main"), facts)
    if other:
        there = replace(here, url=f"{term.url}{MENTIONED}", data=())
        mentioned = inner("mentioned")
        plan_list(edition, there, "term", other, lambda: mentioned, lambda: mentioned, b"")
    plan_list_data(edition, term.url, records, _facts(edition, term, len(main), bool(other)))


def _kin_codes(edition: Edition, code: str) -> list[str]:
    return [*edition.terms.predecessors(code), *edition.terms.successors(code)]


def _facts(edition: Edition, term: Term, about: int, mentioned: bool) -> dict[str, Any]:
    """Return what a term's index.json says of the term itself."""
    facts: dict[str, Any] = {"kind": term.kind, "code": term.code, "heading": term.name}
    for name in ("acronym", "type", "wikidata", "variants"):
        if value := getattr(term, name):
            facts[name] = value
    if term.kind != "source":
        facts["about"] = about
        if mentioned:
            facts["mentioned"] = address(edition, f"{term.url}{MENTIONED}")
    return {**facts, "feed": address(edition, term.feed)}


def _plan_index(edition: Edition, shelves: Shelves, kind: Kind) -> None:
    plural, title = PLURALS[kind], TITLES[kind]
    counts = shelves.counts[kind]
    url = str(edition.settings[f"{plural.upper()}_URL"])
    data = [Datum(f"{url}index.json", JSON, "JSON"), Datum(f"{url}index.csv", CSV, "CSV")]
    here = Here(plural, url, title, lang=edition.settings["DEFAULT_LANG"], data=data)
    inputs = repr(sorted(counts.items())).encode()

    def variables() -> dict[str, Any]:
        groups: dict[str, list[Counted]] = defaultdict(list)
        by_name = sorted((_plain(shelves.term(kind, code).name), code) for code in counts)
        for name, code in by_name:
            groups[name[:1].upper() or "#"] += shelves.counted(kind, [(code, counts[code])])
        listed = [Group(letter, terms) for letter, terms in groups.items()]
        top = shelves.counted(kind, shelves.most(kind, counts, TOP))
        return {"index": Index(plural, title, len(counts), listed, top)}

    def terms() -> list[tuple[Term, int]]:
        named = [(shelves.term(kind, code), count) for code, count in counts.items()]
        return sorted(named, key=lambda pair: (pair[0].name, pair[0].code))

    def table() -> str:
        lines = ((t.code, t.name, t.wikidata, n, address(edition, t.url)) for t, n in terms())
        return "".join(map(row, [("code", "heading", "wikidata", "stories", "url"), *lines]))

    def content() -> dict[str, Any]:
        listed = [
            {"code": t.code, "heading": t.name, "stories": n, "url": address(edition, t.url)}
            for t, n in terms()
        ]
        return {"kind": plural, "count": len(counts), plural: listed}

    edition.page(f"{url}index.html", "terms", inputs, here, variables)
    plan_json(edition, url, inputs, make=content)
    edition.file(f"{url}index.csv", digest(b"terms", inputs), table)


def _plain(name: str) -> str:
    """Return a name for sorting: "Écrins" stands with E."""
    return "".join(
        letter for letter in normalize("NFKD", name) if letter.isalnum() or letter == " "
    ).casefold()
