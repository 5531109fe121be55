"""How clean the copydesk leaves a folder of raw dumps: predictions, and a table where gold lies by.

`X.txt` is a raw dump, `X.json` beside it its gold: `{"articles": [{title, date, source, wire_id,
byline, place, paragraphs}]}`. A field may have `NAME_accept`, a list of further right values.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsdesk.copydesk import Rulebook, clean, load_rulebook
from newsdesk.intake import read
from newsdesk.records import Article, RawDocument

FIELDS = ("title", "date", "source", "wire_id", "byline", "place")
PASSES = 20
LARGEST_TABLE = 100  # entries of a cache that holds word lists, not texts
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
ONE_FORM = str.maketrans("‘’‚‛“”„‐‑‒–—―", "''''\"\"\"------")


@dataclass
class Tally:
    """What was counted over all stories."""

    stories: int = 0
    exact: int = 0
    paragraphs_right: int = 0
    paragraphs_printed: int = 0
    paragraphs_gold: int = 0
    words_right: int = 0
    words_printed: int = 0
    words_gold: int = 0
    traps: int = 0
    traps_exact: int = 0
    years_invented: int = 0
    fields: dict[str, Counter[str]] = field(default_factory=lambda: {f: Counter() for f in FIELDS})


def main(suite: Path, out: Path | None = None) -> int:
    """Clean the dumps of a folder, write the predictions and print the table."""
    rulebook = load_rulebook()
    started = time.perf_counter()
    documents = {p.stem: documents_of(p) for p in sorted(suite.glob("*.txt"))}
    predictions = {
        name: [as_row(clean(document, rulebook)) for document in several]
        for name, several in documents.items()
    }
    seconds = time.perf_counter() - started
    if out:
        out.write_text(json.dumps(predictions, ensure_ascii=False, indent=1), "utf-8")
    tally = Tally()
    for gold in sorted(suite.glob("*.json")):
        compare(json.loads(gold.read_text("utf-8")), predictions.get(gold.stem, []), tally)
    count = sum(len(stories) for stories in predictions.values())
    print(f"{count} stories of {len(predictions)} files in {seconds:.2f} s, reading included")
    if tally.stories:
        print_table(tally)
    rate = speed([d for several in documents.values() for d in several], rulebook)
    print(
        f"copydesk alone   {rate:.0f} documents a second of one core, the best of {PASSES} passes"
    )
    return 0


def documents_of(path: Path) -> list[RawDocument]:
    """Return the documents that intake finds in one raw file."""
    return [d for d in read(path) if isinstance(d, RawDocument)]


def speed(documents: Sequence[RawDocument], rulebook: Rulebook) -> float:
    """Return how many documents a second of processor time cleans, with rules that are loaded.

    Nothing is remembered from one pass to the next: what was read of a text is forgotten before.
    """
    best = float("inf")
    for _ in range(PASSES if documents else 0):
        forget_texts()
        started = time.process_time()
        for document in documents:
            clean(document, rulebook)
        best = min(best, time.process_time() - started)
    return len(documents) / best


def forget_texts() -> None:
    """Empty the caches of the copydesk that hold what was read of single texts: the large ones."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("newsdesk.copydesk.") else ():
            cache = getattr(value, "cache_parameters", None)
            if cache and (cache()["maxsize"] or 0) > LARGEST_TABLE:
                value.cache_clear()


def as_row(article: Article) -> dict[str, Any]:
    """Return a story as the predictions file states it."""
    return {
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "source": article.source,
        "wire_id": article.wire_id,
        "byline": article.byline,
        "place": article.place,
        "paragraphs": list(article.paragraphs),
    }


def one_form(text: str) -> str:
    """Return a text with quotes, dashes and spaces in one form, invisible characters left out."""
    plain = INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(ONE_FORM)
    return " ".join(plain.replace("…", "...").split())


def words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", one_form(text))


def field_key(value: object) -> str:
    """Return a field's value without case and punctuation."""
    text = one_form(str(value)).casefold() if value else ""
    return re.sub(r"[\s.,;:()\[\]\"'`|-]+", " ", text).strip()


def compare(gold: Mapping[str, Any], stories: Sequence[Mapping[str, Any]], tally: Tally) -> None:
    """Count how the stories found in one file agree with its gold."""
    empty: Mapping[str, Any] = {"paragraphs": []}
    for number, right in enumerate(gold["articles"]):
        found = stories[number] if number < len(stories) else empty
        same = compare_body(right["paragraphs"], found["paragraphs"], tally)
        if "trap" in gold.get("tags", ()):
            tally.traps += 1
            tally.traps_exact += same
        for name in FIELDS:
            compare_field(right, found, name, tally)
    for surplus in stories[len(gold["articles"]) :]:
        tally.paragraphs_printed += len(surplus["paragraphs"])
        tally.words_printed += len(words(" ".join(surplus["paragraphs"])))


def compare_body(gold: Sequence[str], found: Sequence[str], tally: Tally) -> bool:
    """Count paragraphs and words of one story; return whether the whole body agrees."""
    right, printed = [one_form(p) for p in gold], [one_form(p) for p in found]
    agreed = Counter(right) & Counter(printed)
    a, b = words(" ".join(right)), words(" ".join(printed))
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    exact = " ".join(right) == " ".join(printed)
    tally.stories += 1
    tally.exact += exact
    tally.paragraphs_right += agreed.total()
    tally.paragraphs_printed += len(printed)
    tally.paragraphs_gold += len(right)
    tally.words_right += sum(block.size for block in blocks)
    tally.words_printed += len(b)
    tally.words_gold += len(a)
    return exact


def compare_field(
    gold: Mapping[str, Any], found: Mapping[str, Any], name: str, tally: Tally
) -> None:
    """Count whether one field was found, missed, mistaken or made up."""
    right, value = field_key(gold.get(name)), field_key(found.get(name))
    accepted = {right, *(field_key(v) for v in gold.get(f"{name}_accept") or ())}
    kind = "none" if not right and not value else "made up" if not right else "missed"
    if right and value:
        kind = "right" if value in accepted else "wrong"
    tally.fields[name][kind] += 1
    if name == "date" and kind in ("made up", "wrong"):
        tally.years_invented += 1


def print_table(tally: Tally) -> None:
    """Print the figures as a table."""

    def share(part: int, whole: int) -> float:
        return part / whole if whole else 0.0

    precision = share(tally.paragraphs_right, tally.paragraphs_printed)
    recall = share(tally.paragraphs_right, tally.paragraphs_gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    exact = share(tally.exact, tally.stories)
    print(f"body exact       {exact:.3f} ({tally.exact} of {tally.stories})")
    print(f"paragraph F1     {f1:.3f}")
    print(f"leaked           {1 - share(tally.words_right, tally.words_printed):.4f}")
    print(f"lost             {1 - share(tally.words_right, tally.words_gold):.4f}")
    print(f"traps exact      {tally.traps_exact} of {tally.traps}")
    print(f"dates made up or wrong {tally.years_invented}")
    for name, counts in tally.fields.items():
        wanted = counts["right"] + counts["wrong"] + counts["missed"]
        print(
            f"{name:<9} recall {share(counts['right'], wanted):.3f}  wrong {counts['wrong']}"
            f"  missed {counts['missed']}  made up {counts['made up']}"
        )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
