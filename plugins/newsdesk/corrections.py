"""Tags set by hand: a person's word on one story, which no rule and no retagging overrules.

In the head of a content file, beside the tags that the desks made:

    <meta name="countries_by_hand" content="AF*; TJ; -IR;">

`AF*` is what the story is about, `TJ` is touched by it, `-IR` is not in it. What is not listed is
left to the desks. `organizations_by_hand` takes the keys of organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape

from newsdesk.authority import Authority
from newsdesk.errors import BadCorrection
from newsdesk.records import Desk, Evidence, Tag, TaggedArticle

RULE = "by-hand"
FIELDS: Mapping[str, Desk] = {
    "countries_by_hand": "country",
    "organizations_by_hand": "organization",
}
NAMES: Mapping[Desk, str] = {"country": "country", "organization": "organisation"}
META = r'^[ \t]*<meta name="({})" content="([^"\n]*)"[ /]*>[ \t]*\n'
LINE = re.compile(META.format("|".join(FIELDS)), re.MULTILINE)
LISTS: Mapping[str, Desk] = {"countries": "country", "organizations": "organization"}
LISTED = re.compile(META.format("|".join(LISTS)), re.MULTILINE)
HEAD_END = "</head>"


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one heading: `verdict` is "primary", "mentioned" or "none"."""

    desk: Desk
    code: str
    verdict: str


def lines_by_hand(page: str) -> dict[str, str]:
    """Return what a content file says by hand: the name of the line and its content, as written."""
    head = page.partition(HEAD_END)[0]
    return {name: unescape(value).strip() for name, value in LINE.findall(head)}


def with_lines(page: str, lines: Mapping[str, str]) -> str:
    """Return a content file with these lines by hand in the place filing gives them, no others."""
    head, end, rest = page.partition(HEAD_END)
    head = LINE.sub("", head)
    made = "".join(
        f'<meta name="{name}" content="{escape(lines[name])}">\n'
        for name in FIELDS
        if lines.get(name)
    )
    return f"{head}{made}{end}{rest}"


def tags_as_edited(page: str, authority: Authority) -> tuple[Tag, ...]:
    """Return the tags a content file bears that a person has rewritten; unknown codes are left."""
    found = []
    for name, value in LISTED.findall(page.partition(HEAD_END)[0]):
        desk = LISTS[name]
        known = authority.countries if desk == "country" else authority.organizations
        for word in (piece.strip() for piece in unescape(value).split(";")):
            code = word.removesuffix("*")
            if code in known:
                verdict = "primary" if word.endswith("*") else "mentioned"
                tag = _tag(Correction(desk, code, verdict), authority)
                found.append(replace(tag, primary=verdict == "primary", reason="by hand"))
    return tuple(found)


def corrections(lines: Mapping[str, str], authority: Authority) -> list[Correction]:
    """Return what the lines ask for; a merged heading stands for the one it was merged into.

    Raises BadCorrection for a code or key that the authority does not have.
    """
    return [found for name in FIELDS for found in _read(name, lines.get(name, ""), authority)]


def corrected(
    tagged: TaggedArticle, lines: Mapping[str, str], authority: Authority
) -> TaggedArticle:
    """Return the story with the lines by hand obeyed, and noted as evidence for the register.

    Raises BadCorrection for a code or key that the authority does not have.
    """
    if not any(lines.values()):
        return tagged
    asked = corrections(lines, authority)
    tags = {(tag.desk, tag.code): tag for tag in tagged.tags}
    for correction in asked:
        key = (correction.desk, correction.code)
        if correction.verdict == "none":
            tags.pop(key, None)
        else:
            tag = tags.get(key) or _tag(correction, authority)
            tags[key] = replace(tag, primary=correction.verdict == "primary", reason="by hand")
    noted = tuple(Evidence(name, lines[name], RULE) for name in FIELDS if lines.get(name))
    article = replace(tagged.article, evidence=(*tagged.article.evidence, *noted))
    return replace(tagged, article=article, tags=_in_order(tags.values()))


def _read(name: str, value: str, authority: Authority) -> Iterator[Correction]:
    desk = FIELDS[name]
    known: Mapping[str, object] = (
        authority.countries if desk == "country" else authority.organizations
    )
    rules = authority.country_rules if desk == "country" else authority.organization_rules
    for piece in value.split(";"):
        word = piece.strip()
        code = word.removeprefix("-").removesuffix("*").strip()
        if not code:
            continue
        if code not in known:
            raise BadCorrection(
                f"Its line {name} names «{code}», which is no {NAMES[desk]} of the authority. "
                "Write the code as in the authority tables (AF, CSTO); the file stays as it is."
            )
        verdict = (
            "none" if word.startswith("-") else "primary" if word.endswith("*") else "mentioned"
        )
        yield Correction(desk, rules.redirects.get(code, code), verdict)


def _tag(correction: Correction, authority: Authority) -> Tag:
    heading = (
        authority.country(correction.code)
        if correction.desk == "country"
        else authority.organization(correction.code)
    )
    return Tag(correction.desk, correction.code, heading.heading, False, wikidata=heading.wikidata)


def _in_order(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Return the countries, then the organisations, primary ones first, else as they were."""
    return tuple(sorted(tags, key=lambda tag: (tag.desk != "country", not tag.primary)))
