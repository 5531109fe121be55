"""Train the weights of the evidence on web pages; print figures by cross-validation.

usage: python bench/train_webpages.py --gold GOLD.json --html DIR [--write]

Needs scikit-learn and numpy, in an environment of its own: nothing of them runs when cleaning.
Pages of one site are never on both sides of a fold, so the figures are those for unseen sites.
Writes plugins/newsdesk/authority/web-weights.json.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
from math import sqrt
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from newsdesk.copydesk.html import stated_in
from newsdesk.copydesk.html_blocks import read_page_text
from newsdesk.copydesk.html_evidence import gather_evidence
from newsdesk.copydesk.html_metadata import read_metadata
from newsdesk.copydesk.html_verdict import in_groups
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from webpages import read_source, score

WEIGHTS = Path(__file__).resolve().parent.parent / "plugins/newsdesk/authority/web-weights.json"
WORD = re.compile(r"\w+")
FOLDS = 8
STRICTNESS = 0.3


class Sample:
    """The pages as the model sees them: a row of evidence and a label for each block."""

    def __init__(self, gold: dict, folder: Path) -> None:
        self.gold = gold
        self.ids = sorted(gold)
        self.sites = [urlparse(gold[i]["url"]).netloc.split(".")[-2] for i in self.ids]
        self.pages, self.rows, self.groups, self.labels, self.worth = [], [], [], [], []
        for page_id in self.ids:
            source = read_source(folder, page_id)
            page = read_page_text(source)
            texts = [one.block.text for one in page.blocks]
            self.pages.append(page)
            rows, groups = gather_evidence(page, stated_in(read_metadata(page, source)))
            self.rows.append(rows)
            self.groups.append(groups)
            self.labels.append(labels(texts, gold[page_id]["articleBody"]))
            self.worth.append([(sqrt(min(len(t), 300)) + 3) / sqrt(len(texts)) for t in texts])


def labels(texts: list[str], gold: str) -> list[bool]:
    """Tell for each block whether most of its words are, in their order, words of the gold."""
    words = [(word, n) for n, text in enumerate(texts) for word in WORD.findall(text)]
    matcher = difflib.SequenceMatcher(None, [w for w, _ in words], WORD.findall(gold), False)
    hits = [0] * len(texts)
    for start, _, size in matcher.get_matching_blocks():
        for _, block in words[start : start + size]:
            hits[block] += 1
    return [2 * h >= max(1, len(WORD.findall(t))) for h, t in zip(hits, texts, strict=True)]


def fit(sample: Sample, chosen: list[int]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights fitted on the chosen pages."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([row for n in chosen for row in sample.rows[n]])
    worth = np.array([w for n in chosen for w in sample.worth[n]])
    model = LogisticRegression(C=STRICTNESS, max_iter=3000)
    model.fit(table, [x for n in chosen for x in sample.labels[n]], worth / worth.mean())
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return float(model.intercept_[0]), {str(name): float(value) for name, value in named}


def sums(sample: Sample, n: int, bias: float, weights: dict[str, float]) -> list[float]:
    """Return the weighed evidence of the blocks of a page."""
    plain = [bias + sum(v * weights.get(k, 0) for k, v in row.items()) for row in sample.rows[n]]
    return in_groups(sample.groups[n], plain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--html", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="write the cross-validated bodies here")
    parser.add_argument("--write", action="store_true", help="write the weights of all pages")
    words = parser.parse_args()
    sample = Sample(json.loads(words.gold.read_text("utf-8")), words.html)
    judged: dict[int, list[float]] = {}
    for train, test in GroupKFold(FOLDS).split(sample.ids, groups=sample.sites):
        bias, weights = fit(sample, list(train))
        judged |= {n: sums(sample, n, bias, weights) for n in test}
    best = (0.0, 0.0)
    for line in [x / 10 for x in range(-4, 11, 2)]:
        bodies = {
            sample.ids[n]: "\n".join(
                one.block.text
                for one, value in zip(sample.pages[n].blocks, judged[n], strict=True)
                if value >= line
            )
            for n in judged
        }
        figures = score(sample.gold, bodies)
        print(f"line {line:+.1f}  {figures}")
        best = max(best, (figures["f1"] + 0.1 * figures["accuracy"], line))
        if words.out and best[1] == line:
            words.out.write_text(json.dumps(bodies, ensure_ascii=False), "utf-8")
    if words.write:
        bias, weights = fit(sample, list(range(len(sample.ids))))
        rounded = {k: round(v, 3) for k, v in sorted(weights.items()) if round(v, 2)}
        made = {"bias": round(bias - best[1], 3), "weights": rounded}
        WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
        print(f"{len(rounded)} weights written, bias moved by {-best[1]:+.1f}")


if __name__ == "__main__":
    main()
