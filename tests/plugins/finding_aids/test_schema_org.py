"""JSON-LD against schema.org's own definition.

schema_org.csv holds facts of that definition (release 12.0, schemaorg-all-https-types.csv and
-properties.csv, CC BY-SA 3.0): the types a news archive could use with the types above them, and
every property those have, with the types it takes. A property from outside the table fails: look it
up at https://schema.org/docs/developers.html and add its line.
"""

import csv
import json
import re
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("schema_org.csv")
# Plain values and what they may stand for.
PLAIN = {"Text", "URL", "Date", "DateTime", "CssSelectorType", "XPathType", "PronounceableText"}


def vocabulary():
    parents, takes = {}, {}
    with TABLE.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["kind"] == "type":
                parents[row["name"]] = row["of"].split()
            else:
                takes[row["name"]] = (set(row["of"].split()), set(row["takes"].split()))
    return parents, takes


PARENTS, TAKES = vocabulary()


def lineage(kind):
    """A type and all above it."""
    return {kind}.union(*(lineage(parent) for parent in PARENTS[kind]))


def faults(thing, path="story"):
    """What the definition does not allow, one sentence each."""
    kind = thing.get("@type")
    if kind not in PARENTS:
        yield f"{path}: «{kind}» is no type of the table"
        return
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        bearers, taken = TAKES.get(name, (set(), set()))
        if not bearers & lineage(kind):
            yield f"{path}: {kind} has no property «{name}»"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                if one.get("@type") in PARENTS and not taken & lineage(one["@type"]):
                    yield f"{path}.{name} takes {sorted(taken)}, not {one['@type']}"
                yield from faults(one, f"{path}.{name}")
            # An address may stand for any thing: it names it.
            elif not taken & PLAIN and not re.match(r"https?://", one):
                yield f"{path}.{name} takes {sorted(taken)}, not the text «{one}»"


@pytest.mark.parametrize("facts", [
    {},
    {"byline": "Ilka Brandt", "place": "Velmora", "dateline": "VELMORA", "rights": "© V",
     "countries": "TD*; FR;", "organizations": "UN*; WFP;", "url": "https://v.example/1"},
    {"source": "", "partial_date": "XXXX-01-15"},
])  # fmt: skip
@pytest.mark.parametrize("day", ["2025-01-12 14:05", "2025-01-12", ""])
def test_a_story_says_only_what_the_vocabulary_knows(site, facts, day):
    site.file("story", day, **facts)
    site.build()
    folder = day[:10].replace("-", "/") or "undated"
    (found,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', site.text(f"{folder}/story.html")
    )
    data = json.loads(found)
    assert "https://schema.org" == data["@context"]
    assert [] == list(faults(data))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"@type": "NewsStory"}, "story: «NewsStory» is no type of the table"),
        (
            {"@type": "Person", "headline": "x"},
            "story: Person has no property «headline»",
        ),
        (
            {"@type": "NewsArticle", "publisher": {"@type": "Country"}},
            "story.publisher takes ['Organization', 'Person'], not Country",
        ),
        (
            {"@type": "NewsArticle", "publisher": "Ledger"},
            "story.publisher takes ['Organization', 'Person'], not the text «Ledger»",
        ),
    ],
)
def test_the_check_finds_what_is_wrong(wrong, sentence):
    assert [sentence] == list(faults(wrong))
