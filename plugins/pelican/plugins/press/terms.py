"""Countries, organisations and sources: their headings and their places in the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup, escape
from newsdesk import authority

from .digests import digest, of_code
from .reasons import reasons_in

NOTHING = Markup()
LONGEST = 120  # letters of a slug; a source may call itself by any number of them
EASY = re.compile(r"[A-Za-z .,'()/-]*[A-Za-z][A-Za-z .,'()/-]*")
BETWEEN = re.compile("[^a-z]+")
Kind = Literal["country", "organization", "source"]
KINDS: tuple[Kind, ...] = ("country", "organization", "source")
PLURALS: Mapping[Kind, str] = {
    "country": "countries",
    "organization": "organizations",
    "source": "sources",
}
# Page titles; the word for the reader, not the code.
TITLES: Mapping[Kind, str] = {
    "country": "Countries",
    "organization": "Organizations",
    "source": "Sources",
}


@dataclass(slots=True, eq=False)
class Term:
    """A heading stories are listed under. `heading` is escaped for HTML, `name` is plain."""

    kind: Kind
    code: str
    name: str
    slug: str
    url: str
    wikidata: str = ""
    type: str = ""
    acronym: str = ""
    variants: tuple[str, ...] = ()
    heading: Markup = NOTHING

    def __post_init__(self) -> None:
        self.heading = escape(self.name)

    @property
    def feed(self) -> str:
        """The address of the term's feed."""
        return f"{self.url}feed.xml"

    def __str__(self) -> str:
        return self.heading


@dataclass(slots=True)
class Tag:
    """A term on a story: whether the story is about it, and the evidence."""

    term: Term
    primary: bool
    reason: Markup = NOTHING

    @property
    def kind(self) -> Kind:
        """The desk it came from."""
        return self.term.kind

    @property
    def code(self) -> str:
        """The authority's code for it."""
        return self.term.code

    @property
    def heading(self) -> Markup:
        """The authority's name for it."""
        return self.term.heading

    @property
    def url(self) -> str:
        """Where its stories are listed."""
        return self.term.url


class Terms:
    """Every term of the site, made when first asked for and the same object ever after."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._made: dict[tuple[Kind, str], Term] = {}
        self.reason = reasons_in(settings)

    # Nothing of it is wanted when nothing changed, and reading it takes as long as all the rest.

    @cached_property
    def _authority(self) -> authority.Authority:
        return authority.load(own_authority(self._settings))

    @cached_property
    def _merged(self) -> Mapping[Kind, Mapping[str, str]]:
        return {
            "country": self._authority.country_rules.redirects,
            "organization": self._authority.organization_rules.redirects,
            "source": {},
        }

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return _territories(str(self._settings["DEFAULT_LANG"]))

    @cached_property
    def _slugs(self) -> Mapping[Kind, Mapping[str, str]]:
        return {
            "country": _slugs((c.code, c.heading) for c in self._authority.countries.values()),
            "organization": _slugs(
                (o.key, o.heading) for o in self._authority.organizations.values()
            ),
        }

    def get(self, kind: Kind, code: str) -> Term:
        """Return the term of a country code, an organisation's key or a source's name."""
        term = self._made.get((kind, code))
        if term is None:
            term = self._made[kind, code] = self._make(kind, code)
        return term

    def current(
        self, kind: Kind, codes: tuple[str, ...], about: int
    ) -> tuple[tuple[str, ...], int]:
        """Return a story's codes, merged headings replaced, and how many of them are primary."""
        merged = self._merged[kind]
        if not merged or merged.keys().isdisjoint(codes):
            return codes, about
        now = tuple(dict.fromkeys(merged.get(code, code) for code in codes))
        return now, len({merged.get(code, code) for code in codes[:about]})

    def moved(self) -> list[tuple[Kind, str, str]]:
        """Return (kind, old address, code) of every heading the owner renamed or merged."""
        rules: tuple[tuple[Kind, Mapping[str, str]], ...] = (
            ("country", self._authority.country_rules.former),
            ("organization", self._authority.organization_rules.former),
        )
        return [
            (kind, self._settings[f"{kind.upper()}_URL"].format(slug=slug_of(heading)), code)
            for kind, former in rules
            for heading, code in sorted(former.items())
        ]

    def written(self) -> bytes:
        """Return the hash of all that headings are made from: tables, and the code that reads."""
        tables = authority.written(own_authority(self._settings))
        return digest(of_code([authority]), *tables)

    def _make(self, kind: Kind, code: str) -> Term:
        if kind == "country" and (country := self._authority.countries.get(code)):
            # The owner's own heading is the heading; only the shipped ones are translated.
            name = country.heading
            if code in self._names and name == _shipped_heading(code):
                name = self._names[code]
            slug = self._slugs["country"][code]
            return self._term(kind, code, name, slug, wikidata=country.wikidata)
        if kind == "organization" and (body := self._authority.organizations.get(code)):
            return self._term(
                kind,
                code,
                body.heading,
                wikidata=body.wikidata,
                type=body.type,
                acronym=body.acronym,
                variants=body.variants,
            )
        return self._term(kind, code, code)

    def successors(self, code: str) -> list[str]:
        """Return the codes of the countries that followed a former one."""
        known = code in self._authority.countries
        return [c.code for c in self._authority.successors(code)] if known else []

    def predecessors(self, code: str) -> list[str]:
        """Return the codes of the former countries that a country was part of."""
        return [country.code for country in self._authority.predecessors(code)]

    def _term(self, kind: Kind, code: str, name: str, slug: str = "", **more: Any) -> Term:
        slug = slug or self._slugs.get(kind, {}).get(code) or slug_of(name)
        url = self._settings[f"{kind.upper()}_URL"].format(slug=slug)
        return Term(kind, code, name, slug, url, **more)


def _territories(language: str) -> Mapping[str, str]:
    """Return what CLDR calls countries in a language; nothing in English, which headings are in."""
    if language.partition("-")[0] == "en":
        return {}
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language.replace("-", "_")).territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _shipped() -> authority.Authority:
    return authority.load()


def _shipped_heading(code: str) -> str:
    country = _shipped().countries.get(code)
    return country.heading if country else ""


def slug_of(name: str) -> str:
    """Return the slug of a name; of a name without letters, or too long for a disk, by its hash."""
    if EASY.fullmatch(name):  # what python-slugify would give, in a tenth of the time
        slug = BETWEEN.sub("-", name.lower()).strip("-")
    else:
        from slugify import slugify

        slug = slugify(name)
    if len(slug) > LONGEST:
        return f"{slug[:LONGEST].rstrip('-')}-{sha256(name.encode()).hexdigest()[:6]}"
    return slug or sha256(name.encode()).hexdigest()[:8]


def _slugs(headings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give every heading of an authority a slug of its own, whatever the stories ask for first."""
    taken: dict[str, str] = {}
    for code, heading in sorted(headings):
        slug = slug_of(heading)
        taken[slug if slug not in taken else f"{slug}-{slug_of(code)}"] = code
    return {code: slug for slug, code in taken.items()}


def own_authority(settings: Mapping[str, Any]) -> Path | None:
    """Return the folder with the owner's own headings, if there is one."""
    if settings["AUTHORITY_PATH"]:
        return Path(settings["AUTHORITY_PATH"])
    beside = Path(settings["PATH"]).parent / "authority"
    return beside if beside.is_dir() else None
