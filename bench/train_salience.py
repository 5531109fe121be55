"""Train the weights of the country desk's salience model; print its figures by cross-validation.

usage: python bench/train_salience.py --file STORIES.jsonl[.gz] [--write]

Needs scikit-learn and numpy, in an environment of its own: nothing of them runs when tagging.
Writes plugins/newsdesk/authority/country-weights.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from newsdesk.desks import load_desks
from newsdesk.desks.countries import CountryDesk
from newsdesk.desks.salience import features, weigh
from newsdesk.desks.story import read_story
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from tags import FOLDED_BACK, _fold, article, figures, read

WEIGHTS = Path(__file__).resolve().parent.parent / "plugins/newsdesk/authority/country-weights.json"
FOLDS = 5
THRESHOLDS = [round(0.30 + 0.02 * n, 2) for n in range(16)]


class Sample:
    """The stories as the model sees them: one row per candidate."""

    def __init__(self, path: Path) -> None:
        self.rows: list[dict[str, float]] = []
        self.codes: list[str] = []
        self.story: list[int] = []
        self.gold: list[set[str]] = []
        desks = load_desks()
        desk = next(d for d in desks.desks if isinstance(d, CountryDesk))
        for gold in read(path):
            if not gold["countries"]:
                continue
            story = read_story(article(gold))
            seen, filed = desk.sight(story, desks.matcher.find(story.text))
            candidates = weigh(story, seen, filed, desk.gazetteer)
            for candidate, values in features(story, candidates, filed):
                self.rows.append(values)
                self.codes.append(FOLDED_BACK.get(candidate.code, candidate.code))
                self.story.append(len(self.gold))
            self.gold.append(_fold(gold["countries"], FOLDED_BACK))
        self.target = np.array(
            [code in self.gold[n] for code, n in zip(self.codes, self.story, strict=True)]
        )

    def chosen(self, scores: Sequence[float], threshold: float) -> list[set[str]]:
        """Return what each story is about: every score over the threshold, else the best."""
        found: list[set[str]] = [set() for _ in self.gold]
        best = [0.0] * len(self.gold)
        for score, n in zip(scores, self.story, strict=True):
            best[n] = max(best[n], score)
        for score, code, n in zip(scores, self.codes, self.story, strict=True):
            if score >= min(threshold, best[n]):
                found[n].add(code)
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strength", type=float, default=0.3, help="inverse of regularisation")
    options = parser.parse_args()
    sample = Sample(options.file)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(sample.rows).tocsr()
    scale = np.maximum(abs(matrix).max(axis=0).toarray().ravel(), 1e-9)
    matrix = matrix.multiply(1 / scale).tocsr()
    scores = np.zeros(len(sample.rows))
    story = np.array(sample.story)
    for train, test in KFold(FOLDS, shuffle=True, random_state=7).split(sample.gold):
        inside, outside = np.isin(story, train), np.isin(story, test)
        model = fitted(matrix[inside], sample.target[inside], options.strength)
        scores[outside] = model.predict_proba(matrix[outside])[:, 1]
    threshold = report(sample, scores)
    if options.write:
        model = fitted(matrix, sample.target, options.strength)
        weights = dict(zip(vectorizer.feature_names_, model.coef_[0] / scale, strict=True))
        weights["always"] = weights.get("always", 0.0) + float(model.intercept_[0])
        kept = {name: round(float(w), 3) for name, w in sorted(weights.items()) if abs(w) > 0.004}
        WEIGHTS.write_text(
            json.dumps({"threshold": threshold, "weights": kept}, indent=0) + "\n", encoding="utf-8"
        )


def fitted(matrix: object, target: object, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=3000).fit(matrix, target)


def report(sample: Sample, scores: Sequence[float]) -> float:
    """Print the figures of the best threshold and return it."""
    best, threshold = 0.0, 0.5
    for candidate in THRESHOLDS:
        pairs = list(zip(sample.gold, sample.chosen(scores, candidate), strict=True))
        score = figures(pairs)["F1"]
        if score > best:
            best, threshold = score, candidate
    pairs = list(zip(sample.gold, sample.chosen(scores, threshold), strict=True))
    without = [(a - {"US"}, b - {"US"}) for a, b in pairs]
    reach: list[set[str]] = [set() for _ in sample.gold]
    for code, n in zip(sample.codes, sample.story, strict=True):
        reach[n].add(code)
    lost = sum(len(want - got) for want, got in zip(sample.gold, reach, strict=True))
    print(f"{len(pairs):,} stories, threshold {threshold}, {lost} labels without a candidate")
    for name, values in (("primary", figures(pairs)), ("without US", figures(without))):
        print(f"{name:12}" + "  ".join(f"{key} {value:.4f}" for key, value in values.items()))
    return threshold


if __name__ == "__main__":
    main()
