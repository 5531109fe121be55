"""Run both desks over stories with known tags; print the figures and stories a second.

usage: python -m bench.tags --file STORIES.jsonl[.gz] [--out PREDICTIONS.jsonl]

A line of the file is a JSON object: id, title, text, and (where known) countries (what the story
is about, or every country it touches), countries_named, organizations, indexed, ignore.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsdesk.desks import Desks, DeskSettings, load_desks
from newsdesk.desks.countries import ASIDE_REASONS
from newsdesk.records import Article, Provenance, RawDocument, Tag, TaggedArticle

Gold = Mapping[str, Any]

# A former country counts as the one it is folded into, on both sides.
FOLDED = {
    "SU": "RU", "YU": "RS", "CSHH": "CZ", "CS": "CZ", "DD": "DE", "YD": "YE", "BU": "MM",
    "ZR": "CD", "UK": "GB", "EL": "GR", "TP": "TL",
}  # fmt: skip
# Stories of the time of a former country: its successors count as it.
FOLDED_BACK = {
    **dict.fromkeys("RU BY UA AM AZ EE GE KZ KG LV LT MD TJ TM UZ".split(), "SU"),
    **dict.fromkeys("RS HR SI BA MK ME XK".split(), "YU"),
    **dict.fromkeys(("CZ", "SK", "CS"), "CSHH"),
    **dict.fromkeys(("CW", "SX", "BQ"), "AN"),
    "YD": "YE", "BU": "MM", "ZR": "CD", "UK": "GB", "EL": "GR", "TP": "TL",
}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Tag, print, write."""
    options = _options(arguments)
    gold = list(read(options.file))
    homes = {"*": options.home} if options.home else {}
    desks = load_desks(settings=DeskSettings(homes, options.ner))
    predictions, seconds = predict(desks, gold)
    print(f"{len(gold):,} stories, {len(gold) / seconds:,.0f} a second on one core")
    for name, figures in table(gold, predictions).items():
        print(f"{name:32}" + "  ".join(f"{key} {value:.4f}" for key, value in figures.items()))
    if options.out:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
        with _opener(options.out)(options.out, "wt", encoding="utf-8") as out:
            out.writelines(lines)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--file", type=Path, required=True, help="JSON lines, gzipped or not")
    parser.add_argument("--out", type=Path, help="where to write the predictions")
    parser.add_argument("--home", default="", help="default country of these stories, as US")
    parser.add_argument("--ner", default="", help="a spaCy model that reads along")
    return parser.parse_args(arguments)


def _opener(path: Path) -> Any:
    return gzip.open if path.suffix == ".gz" else open


def read(path: Path) -> Iterator[Gold]:
    """Yield the stories of a JSON lines file, gzipped or not."""
    with _opener(path)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def article(row: Gold) -> Article:
    """Return a line as the article that copydesk would hand on, dateline still in the text."""
    raw = RawDocument(row["text"], Provenance("bench", str(row["id"]), ""))
    paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n|\n {2,}|\n\t", row["text"]))
    return Article(raw, " ".join(row["title"].split()), tuple(p for p in paragraphs if p), (), ())


def predict(desks: Desks, gold: Iterable[Gold]) -> tuple[list[dict[str, Any]], float]:
    """Return the predictions and the processor seconds the desks took."""
    articles = [(str(row["id"]), article(row)) for row in gold]
    start = time.process_time()
    tagged = [(key, desks.tag(story)) for key, story in articles]
    seconds = time.process_time() - start
    return [prediction(key, story) for key, story in tagged], seconds


def prediction(key: str, story: TaggedArticle) -> dict[str, Any]:
    """Return the tags of a story in the form the scorer reads."""
    countries, organizations = story.of("country"), story.of("organization")
    return {
        "id": key,
        "countries_primary": [t.code for t in countries if t.primary],
        "countries_mentioned": [t.code for t in countries if spoken_of(t)],
        "organizations_primary": _called(t for t in organizations if t.primary),
        "organizations_mentioned": _called(organizations),
    }


def _called(tags: Iterable[Tag]) -> list[str]:
    """Return the headings and the keys: a vocabulary may know an organisation by either."""
    return [name for tag in tags for name in (tag.heading, tag.code)]


def spoken_of(tag: Tag) -> bool:
    """Is the country itself in the story, not only its money or a company called after it?"""
    return "filed from" in tag.reason or any(m.reason not in ASIDE_REASONS for m in tag.mentions)


def table(gold: Sequence[Gold], predictions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return figures by name; which ones depends on what the file knows."""
    if not any("countries" in g for g in gold):
        return {}
    found = {row["id"]: row for row in predictions}
    about = any(g.get("indexed") and g.get("organizations") for g in gold)
    return _about(gold, found) if about else _touched(gold, found)


def _fold(codes: Iterable[str], into: Mapping[str, str]) -> set[str]:
    return {into.get(code, code) for code in codes}


def _about(gold: Sequence[Gold], found: Mapping[str, Any]) -> dict[str, Any]:
    pairs = [
        (
            _fold(g["countries"], FOLDED_BACK),
            _fold(found[str(g["id"])]["countries_primary"], FOLDED_BACK),
        )
        for g in gold
        if g["countries"]
    ]
    mentioned = [
        (
            _fold(g["countries"], FOLDED_BACK),
            _fold(found[str(g["id"])]["countries_mentioned"], FOLDED_BACK),
        )
        for g in gold
        if g["countries"]
    ]
    return {
        "countries primary": figures(pairs),
        "countries primary, without US": figures([(a - {"US"}, b - {"US"}) for a, b in pairs]),
        "countries mentioned": figures(mentioned),
    }


def _touched(gold: Sequence[Gold], found: Mapping[str, Any]) -> dict[str, Any]:
    every, named = [], []
    for g in gold:
        want = _fold(g["countries"], FOLDED)
        got = _fold(found[str(g["id"])]["countries_mentioned"], FOLDED)
        got -= _fold(g.get("ignore", ()), FOLDED) - want
        spoken = _fold(g.get("countries_named", want), FOLDED)
        every.append((want, got))
        named.append((spoken, got - (want - spoken)))
    return {"countries mentioned, all": figures(every), "by name": figures(named)}


def figures(pairs: Sequence[tuple[set[str], set[str]]]) -> dict[str, float]:
    """Return precision, recall and F1 over all tags, and the mean F1 of the labels."""
    right: Counter[str] = Counter(code for want, got in pairs for code in want & got)
    wrong: Counter[str] = Counter(code for want, got in pairs for code in got - want)
    missed: Counter[str] = Counter(code for want, got in pairs for code in want - got)
    labels = set(right) | set(missed)
    hits, extra, lost = right.total(), wrong.total(), missed.total()
    each = [_f1(right[c], wrong[c], missed[c]) for c in labels]
    return {
        "P": hits / (hits + extra) if hits else 0.0,
        "R": hits / (hits + lost) if hits else 0.0,
        "F1": _f1(hits, extra, lost),
        "macro": sum(each) / len(each) if each else 0.0,
    }


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


if __name__ == "__main__":
    main()
