"""How to cite a story: Chicago, APA, MLA, BibTeX, RIS and CSL-JSON, from what its page says.

Plain text in, plain text out: whoever shows a citation escapes it. Headlines keep the case they
were printed in; where the author is unknown the headline leads, as all three style books want.
Sources: Chicago Manual of Style 18, 14.87-14.99; APA 7, 10.1 example 15; MLA 9, 5.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

import orjson

MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
MLA_MONTHS = [m if len(m) < 5 else m[: 4 if m == "September" else 3] + "." for m in MONTHS]
BIBTEX_SPECIAL = str.maketrans(
    {**{c: "\\" + c for c in "&%$#_{}"}, "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
     "\\": r"\textbackslash{}"}
)  # fmt: skip
# "Mirwais Sadeq", "J. R. Okafor-Lind": a given name or initials, then one family name.
PLAIN_NAME = re.compile(r"((?:[^\W\d_][\w.'’-]* ){1,3})([^\W\d_][\w'’-]+)")
# "Milica Savić". Longer names with such letters may have the family's first (Nguyễn Thị Lan) or two
# of them (María López Núñez).
TWO_LATIN_WORDS = re.compile(
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’-]+ [A-Za-z\u00c0-\u024f\u1e00-\u1eff'’-]+"
)
# "Reuters staff", "Press Association": nobody's family is called so.
BODY = re.compile(
    r"\b(agency|associat\w+|bureau|correspondents?|desk|editors?|media|news|newsroom|press|reporters?"
    r"|service|staff|team|times|wire|writers?)\b",
    re.IGNORECASE,
)
# What is known of a date of which the day is not: "2025-09-XX" (EDTF).
KNOWN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?(?=-XX|$)")


class Citation(NamedTuple):
    """One way to cite: `key` for programs, `label` for readers, `text` to copy."""

    key: str
    label: str
    text: str


class Day(NamedTuple):
    """A day as each style writes it."""

    chicago: str
    apa: str
    mla: str
    bibtex: str
    ris: str
    parts: tuple[int, ...]


class Cited:
    """What a citation is made of.

    `iso` is a day, a month or a year, empty for an undated story; `byline` is empty for none named.
    """

    __slots__ = (
        *("title", "source", "iso", "address", "archive", "lang"),
        *("authors", "container", "day", "slug", "stopped_title"),
    )

    def __init__(
        self,
        title: str,
        source: str,
        iso: str,
        byline: str,
        address: str,
        archive: str,
        lang: str = "",
    ) -> None:
        self.title, self.source, self.iso = title, source, iso
        self.address, self.archive, self.lang = address, archive, lang
        # Names in the byline: "By Ann Lee and J. Okafor" gives two.
        self.authors = authors(byline, source)
        # The paper, or the archive where the source is unknown.
        self.container = source or archive
        self.day = _day(iso[:10]) if iso else None
        # The last part of the address, a key no other story has.
        self.slug = address.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html")
        self.stopped_title = stopped(title)


@cache
def _day(iso: str) -> Day:
    """Return a day as each style writes it, or the month or year that is known of it."""
    parts = tuple(map(int, iso.split("-")))
    year, month, day = (*parts, 0, 0)[:3]
    if not month:
        bibtex = f"  year = {{{year}}},\n"
        return Day(f"{year}.", str(year), f" {year},", bibtex, f"PY  - {year}\n", parts)
    name, short = MONTHS[month - 1], MLA_MONTHS[month - 1]
    slashes = f"{year}/{month:02}/{day:02}" if day else f"{year}/{month:02}//"
    return Day(
        f"{name} {day}, {year}." if day else f"{name} {year}.",
        f"{year}, {name} {day}" if day else f"{year}, {name}",
        f" {day} {short} {year}," if day else f" {short} {year},",
        f"  year = {{{year}}},\n  month = {name[:3].lower()},\n  date = {{{iso}}},\n",
        f"PY  - {year}\nDA  - {slashes}\n",
        parts,
    )


def known(edtf: str) -> str:
    """Return the month or year that is known of a day: "2025-09" for "2025-09-XX", else ""."""
    found = KNOWN.match(edtf)
    return found[0] if found else ""


@lru_cache(maxsize=1000)
def authors(byline: str, source: str) -> list[str]:
    """Return the names in a byline, "By Ann Lee and J. Okafor" has two; a paper is not its own."""
    line = re.sub(r"^by\s+", "", byline.strip(), flags=re.IGNORECASE)
    names = (name.strip() for name in re.split(r",| and | & ", line))
    return [name for name in names if name and name.casefold() != source.casefold()]


def citations(story: Cited) -> tuple[Citation, ...]:
    """Return every way to cite a story, in the order the page shows them."""
    return (
        Citation("chicago", "Chicago", chicago(story)),
        Citation("apa", "APA", apa(story)),
        Citation("mla", "MLA", mla(story)),
        Citation("bibtex", "BibTeX", bibtex(story)),
        Citation("ris", "RIS", ris(story)),
        Citation("csl", "CSL-JSON", csl_json(story)),
    )


def stopped(text: str) -> str:
    """End a phrase with a full stop unless it ends with a mark of its own."""
    return text if text.endswith((".", "!", "?", "؟", "。")) else text + "."


def family_first(name: str) -> str:
    """Turn "Mirwais Sadeq" into "Sadeq, Mirwais"; names of another build stay as they are."""
    parts = PLAIN_NAME.fullmatch(name)
    if not parts or BODY.search(name) or not (name.isascii() or TWO_LATIN_WORDS.fullmatch(name)):
        return name
    return f"{parts[2]}, {parts[1].strip()}"


def family_and_initials(name: str) -> str:
    """Turn "Mirwais Sadeq" into "Sadeq, M."."""
    family, comma, given = family_first(name).partition(", ")
    return f"{family}, {' '.join(word[0] + '.' for word in given.split())}" if comma else name


def joined(names: list[str], last: str) -> str:
    """Join names with commas, the last with a word or sign of its own."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, {last} {names[-1]}"


def leading(story: Cited) -> str:
    """Authors as Chicago and MLA begin an entry: only the first has the family name first."""
    if not story.authors:
        return ""
    first, *rest = story.authors
    return stopped(joined([family_first(first), *rest], "and")) + " "


def chicago(story: Cited) -> str:
    """Bibliography entry of the Chicago Manual of Style."""
    when = story.day.chicago if story.day else "n.d."
    return f"{leading(story)}“{story.stopped_title}” {story.container}, {when} {story.address}."


def apa(story: Cited) -> str:
    """Reference of the American Psychological Association."""
    when = story.day.apa if story.day else "n.d."
    where = f"{stopped(story.container)} {story.address}"
    if not story.authors:
        return f"{story.stopped_title} ({when}). {where}"
    names = joined([family_and_initials(name) for name in story.authors], "&")
    return f"{stopped(names)} ({when}). {story.stopped_title} {where}"


def mla(story: Cited) -> str:
    """Works-cited entry of the Modern Language Association."""
    when = story.day.mla if story.day else ""
    kept = f" {story.archive}," if story.source else ""
    return (
        f"{leading(story)}“{story.stopped_title}” {story.container},{when}{kept} {story.address}."
    )


def bibtex(story: Cited) -> str:
    """Entry for BibTeX and biblatex; braces keep the headline's capitals."""
    author = ""
    if story.authors:
        author = f"  author = {{{' and '.join(map(_bibtex_name, story.authors))}}},\n"
    return (
        f"@article{{{story.slug},\n  title = {{{{{story.title.translate(BIBTEX_SPECIAL)}}}}},\n"
        f"{author}  journal = {{{_in_bibtex(story.container)}}},\n"
        f"{story.day.bibtex if story.day else ''}"
        f"  url = {{{story.address}}},\n  note = {{{_in_bibtex(story.archive)}}},\n}}"
    )


def _bibtex_name(name: str) -> str:
    """Return a name for BibTeX: in braces where it is not to be taken apart."""
    whole = " " in name and "," not in family_first(name)
    return f"{{{_in_bibtex(name)}}}" if whole else _in_bibtex(name)


@lru_cache(maxsize=1000)
def _in_bibtex(words: str) -> str:
    return words.translate(BIBTEX_SPECIAL)


def ris(story: Cited) -> str:
    """Record for reference managers; one line break inside a field would end it."""
    authors = "".join(f"AU  - {_line(family_first(name))}\n" for name in story.authors)
    lang = f"LA  - {story.lang}\n" if story.lang else ""
    return (
        f"TY  - NEWS\nTI  - {' '.join(story.title.split())}\n{authors}"
        f"T2  - {_line(story.container)}\n{story.day.ris if story.day else ''}"
        f"{lang}DB  - {_line(story.archive)}\nUR  - {story.address}\nER  - "
    )


@lru_cache(maxsize=1000)
def _line(text: str) -> str:
    return " ".join(text.split())


def csl_json(story: Cited) -> str:
    """Item for citation processors (citeproc)."""
    item: dict[str, object] = {
        "id": story.slug,
        "type": "article-newspaper",
        "title": story.title,
        "container-title": story.container,
        "archive": story.archive,
        "URL": story.address,
    }
    if story.authors:
        item["author"] = [csl_name(name) for name in story.authors]
    if story.day:
        item["issued"] = {"date-parts": [story.day.parts]}
    if story.lang:
        item["language"] = story.lang
    return orjson.dumps(item).decode()


def csl_name(name: str) -> dict[str, str]:
    """A name as citeproc wants it, whole where its parts are not certain."""
    family, comma, given = family_first(name).partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name}
