"""How well the copydesk finds the body of saved web pages: a table, and bodies for other scorers.

usage: python -m bench.webpages --gold GOLD.json --html DIR [--out PRED.json]

GOLD.json maps a page's id to `{"articleBody": ...}`; DIR holds ID.html or ID.html.gz.
A body is what the site prints of a story: the dateline, which the copydesk moves to a field of its
own, and the paragraphs. Such gold bodies keep their datelines.
Measure: 4-word shingles, precision and recall averaged over pages, F1 their harmonic mean;
exact is the share of pages whose sequence of words is the gold one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from statistics import mean

from newsdesk.copydesk import Rulebook, clean, load_rulebook
from newsdesk.intake.decode import decode
from newsdesk.intake.html import stated_charset
from newsdesk.records import Article, Provenance, RawDocument

WORD = re.compile(r"\w+")
SHINGLE = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--html", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    words = parser.parse_args()
    gold = json.loads(words.gold.read_text("utf-8"))
    sources = {page: read_source(words.html, page) for page in gold}
    rulebook = load_rulebook()
    started = time.perf_counter()
    bodies = {page: body_of(source, rulebook) for page, source in sources.items()}
    seconds = time.perf_counter() - started
    if words.out:
        words.out.write_text(json.dumps(bodies, ensure_ascii=False, indent=1), "utf-8")
    for name, value in score(gold, bodies).items():
        print(f"{name:<12}{value}")
    print(f"{'pages/s':<12}{len(bodies) / seconds:.0f}")


def read_source(folder: Path, page: str) -> str:
    """Return the decoded source of a page."""
    packed = folder / f"{page}.html.gz"
    if packed.exists():
        data = gzip.decompress(packed.read_bytes())
    else:
        data = (folder / f"{page}.html").read_bytes()
    return decode(data, stated=stated_charset(data)).text


def body_of(source: str, rulebook: Rulebook) -> str:
    """Return the body that the copydesk finds in a page, a line for each paragraph."""
    raw = RawDocument(source, Provenance("page", "", ""), "text/html")
    return "\n".join(printed(clean(raw, rulebook)))


def printed(article: Article) -> list[str]:
    """Return the paragraphs of a story with the dateline before the one it was taken from."""
    lines = list(article.paragraphs)
    for cut in article.cuts:
        if cut.rule == "dateline" and article.dateline:
            before = sum(span.start < cut.start for span in article.kept)
            lines.insert(min(before, len(lines)), article.dateline)
            break
    return lines


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text, or the whole text where it is shorter."""
    words = WORD.findall(text)
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[n:] for n in range(SHINGLE)), strict=False))


def score(gold: dict[str, dict[str, str]], bodies: dict[str, str]) -> dict[str, float]:
    """Return the figures for bodies found against the gold ones."""
    precisions, recalls, exact = [], [], []
    for page, answer in gold.items():
        want, got = shingles(answer["articleBody"]), shingles(bodies.get(page, ""))
        common = (want & got).total()
        if got:
            precisions.append(common / got.total())
        if want:
            recalls.append(common / want.total())
        exact.append(WORD.findall(answer["articleBody"]) == WORD.findall(bodies.get(page, "")))
    p, r = mean(precisions or [0.0]), mean(recalls or [0.0])
    return {
        "pages": len(gold),
        "precision": round(p, 4),
        "recall": round(r, 4),
        "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0,
        "exact": round(mean(exact), 4),
        "accuracy": round(mean(exact), 4),
    }


if __name__ == "__main__":
    main()
