"""The ways one name is spelled: British and American, hyphenated, abbreviated, dotted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdesk.authority import Organization

NAME, ACRONYM = "name", "acronym"

# Either spelling of a pair may stand in the authority file; the desk listens for both.
PAIRS = (
    ("Organization", "Organisation"),
    ("Cooperation", "Co-operation"),
    ("Labour", "Labor"),
    ("Defence", "Defense"),
    ("Centre", "Center"),
    ("Programme", "Program"),
    ("Intergovernmental", "Inter-Governmental"),
    ("Petroleum Exporting", "Petroleum-Exporting"),
    (" & ", " and "),
)
# "United Nations Development Programme" is also "UN ..." and "U.N. Development Programme".
SHORTENED = (
    ("United Nations ", ("UN ", "U.N. ")),
    ("European Union ", ("EU ",)),
    ("United States ", ("US ", "U.S. ")),
)
ENDINGS = ((" Corporation", " Corp"), (" Company", " Co"), (" Limited", " Ltd"))
LONGEST_DOTTED = 4


def spellings(name: str) -> set[str]:
    """Return the name in every spelling, its own included."""
    found = {name, name.removesuffix(".")} if " " in name else {name}
    for start, shorter in SHORTENED:
        if name.startswith(start):
            found |= {short + name.removeprefix(start) for short in shorter}
    for whole, short in ENDINGS:
        if name.endswith(whole):
            found.add(name.removesuffix(whole) + short)
    for one, other in PAIRS:
        if one in name or other in name:
            found |= {form.replace(one, other) for form in found}
            found |= {form.replace(other, one) for form in found}
    return found | {form.replace("é", "e") for form in found}


def dotted(acronyms: Iterable[str]) -> dict[str, str]:
    """Return "U.N." -> "UN" for the acronyms that are written with dots too."""
    return {
        "".join(f"{letter}." for letter in acronym): acronym
        for acronym in acronyms
        if 2 <= len(acronym) <= LONGEST_DOTTED and acronym.isalpha() and acronym.isupper()
    }


def forms(heading: Organization) -> Iterator[tuple[str, str, str]]:
    """Yield (surface, form as the file has it, kind) for every way a heading is written."""
    written = (heading.heading, heading.acronym, *heading.variants)
    for form in dict.fromkeys(form for form in written if form):
        short = " " not in form and sum(letter.isupper() for letter in form) > 1
        for surface in spellings(form):
            yield surface, form, ACRONYM if short else NAME
    for surface, acronym in dotted(written).items():
        yield surface, acronym, ACRONYM
