"""Train the weights of the evidence on web pages; print figures by cross-validation.

usage: python bench/train_webpages.py --gold GOLD.json --html DIR [--write]

Needs scikit-learn (which brings numpy and scipy), in an environment of its own: nothing of them
runs when cleaning. Each page is learnt from more than once, the other times with the invented
furniture of web_furniture.html between its paragraphs. Pages of one site are never on both sides
of a fold, so the figures are those for unseen sites.
Writes plugins/newsdesk/authority/web-weights.json.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
from collections.abc import Sequence
from math import sqrt
from pathlib import Path
from random import Random
from urllib.parse import urlparse

import numpy as np
from newsdesk.copydesk.html import stated_in
from newsdesk.copydesk.html_blocks import read_page_text
from newsdesk.copydesk.html_evidence import gather_evidence
from newsdesk.copydesk.html_metadata import read_metadata
from newsdesk.copydesk.html_verdict import in_groups
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GroupKFold
from webpages import read_source, score

WEIGHTS = Path(__file__).resolve().parent.parent / "plugins/newsdesk/authority/web-weights.json"
WORD = re.compile(r"\w+")
FOLDS = 8
FURNITURE = (Path(__file__).parent / "web_furniture.html").read_text("utf-8").splitlines()
COPIES = 3
STRICTNESS = 0.3


class Sample:
    """The pages as the model sees them: a row of evidence and a label for each block.

    `copies` are the pages once more with invented furniture put between the blocks of the story.
    They are learnt from, never measured on.
    """

    def __init__(self, gold: dict, folder: Path) -> None:
        self.gold = gold
        self.ids = sorted(gold)
        self.sites = [urlparse(gold[i]["url"]).netloc.split(".")[-2] for i in self.ids]
        self.seen = [Seen(read_source(folder, i), gold[i]["articleBody"]) for i in self.ids]
        chance = Random(1)
        self.copies = [
            [
                Seen(with_furniture(seen, chance), gold[i]["articleBody"], FURNITURE)
                for _ in range(COPIES)
            ]
            for i, seen in zip(self.ids, self.seen, strict=True)
        ]


class Seen:
    """One page: its blocks, their evidence and whether each is the story."""

    def __init__(self, source: str, gold: str, furniture: Sequence[str] = ()) -> None:
        self.source = source
        self.page = read_page_text(source)
        stated = stated_in(read_metadata(self.page, source))
        self.rows, self.groups = gather_evidence(self.page, stated)
        self.texts = [one.block.text for one in self.page.blocks]
        self.labels = labels(self.texts, gold)
        if furniture:
            put_in = {one.block.text for f in furniture for one in read_page_text(f).blocks}
            pairs = zip(self.labels, self.texts, strict=True)
            self.labels = [label and text not in put_in for label, text in pairs]
        self.worth = [(sqrt(min(len(t), 300)) + 3) / sqrt(len(self.texts) or 1) for t in self.texts]


def with_furniture(seen: Seen, chance: Random) -> str:
    """Return the page with some furniture put before blocks of the story."""
    story = [
        one
        for one, label in zip(seen.page.blocks, seen.labels, strict=True)
        if label and seen.page.elements[one.element].name == "p"
    ]
    source = seen.source
    chosen = chance.sample(story, min(len(story), 1 + len(story) // 6))
    for one in sorted(chosen, key=lambda one: -one.block.start):
        at = source.rfind("<p", 0, one.block.start)
        if at > 0:
            source = source[:at] + chance.choice(FURNITURE) + source[at:]
    return source


def labels(texts: list[str], gold: str) -> list[bool]:
    """Tell for each block whether most of its words are, in their order, words of the gold."""
    words = [(word, n) for n, text in enumerate(texts) for word in WORD.findall(text)]
    matcher = difflib.SequenceMatcher(None, [w for w, _ in words], WORD.findall(gold), False)
    hits = [0] * len(texts)
    for start, _, size in matcher.get_matching_blocks():
        for _, block in words[start : start + size]:
            hits[block] += 1
    return [2 * h >= max(1, len(WORD.findall(t))) for h, t in zip(hits, texts, strict=True)]


# What can only speak against a block, and what only for it, whatever 91 pages happen to show.
AGAINST = re.compile(
    r"(?:named-(?:share|related|letter|ad|comment)|says-(?:share|more|letter|ad|rights|comment)"
    r"|in-(?:aside|nav|footer)|(?:list|table)-linked|outside-|far-|not-in-stated)"
)
FOR = re.compile(r"(?:prose|inside|in-stated-body|named-good)$")


def fit(sample: Sample, chosen: list[int]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights fitted on the chosen pages: a bounded logistic regression."""
    learnt = [seen for n in chosen for seen in (sample.seen[n], *sample.copies[n])]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([row for one in learnt for row in one.rows])
    worth = np.array([w for one in learnt for w in one.worth])
    worth = worth / worth.mean()
    sign = np.array([1.0 if x else -1.0 for one in learnt for x in one.labels])
    names = [str(name) for name in vectorizer.get_feature_names_out()]

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ values[1:] + values[0])
        slope = -worth * sign / (1 + np.exp(np.clip(margin, -30, 30)))
        total = float(worth @ np.logaddexp(0, -margin)) + values[1:] @ values[1:] / 2 / STRICTNESS
        return total, np.r_[slope.sum(), table.T @ slope + values[1:] / STRICTNESS]

    found = minimize(
        loss,
        np.zeros(len(names) + 1),
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None), *map(bounds_of, names)],
        options={"maxiter": 500},
    )
    return float(found.x[0]), dict(zip(names, map(float, found.x[1:]), strict=True))


def bounds_of(name: str) -> tuple[float | None, float | None]:
    """Return the least and the greatest weight that a piece of evidence may have."""
    if AGAINST.match(name):
        return None, 0.0
    return (0.0, None) if FOR.match(name) else (None, None)


def sums(sample: Sample, n: int, bias: float, weights: dict[str, float]) -> list[float]:
    """Return the weighed evidence of the blocks of a page."""
    plain = [
        bias + sum(v * weights.get(k, 0) for k, v in row.items()) for row in sample.seen[n].rows
    ]
    return in_groups(sample.seen[n].groups, plain)


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
    tried: dict[float, tuple[float, dict[str, str]]] = {}
    for line in [x / 10 for x in range(-10, 7, 2)]:
        bodies = {
            sample.ids[n]: "\n".join(
                one.block.text
                for one, value in zip(sample.seen[n].page.blocks, judged[n], strict=True)
                if value >= line
            )
            for n in judged
        }
        figures = score(sample.gold, bodies)
        print(f"line {line:+.1f}  {figures}")
        tried[line] = figures["f1"] + 0.1 * figures["accuracy"], bodies
    # The middle of the best three neighbours, for one page more or less makes a peak.
    lines = sorted(tried)
    best = max(lines[1:-1], key=lambda x: sum(tried[n][0] for n in lines if abs(n - x) < 0.3))
    if words.out:
        words.out.write_text(json.dumps(tried[best][1], ensure_ascii=False), "utf-8")
    if words.write:
        bias, weights = fit(sample, list(range(len(sample.ids))))
        rounded = {k: round(v, 3) for k, v in sorted(weights.items()) if round(v, 2)}
        made = {"bias": round(bias - best, 3), "weights": rounded}
        WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
        print(f"{len(rounded)} weights written, bias moved by {-best:+.1f}")


if __name__ == "__main__":
    main()
