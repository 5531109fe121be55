"""Train the weights of the country desk's salience model; print its figures by cross-validation.

usage: python bench/train_salience.py --file STORIES.jsonl[.gz] [--write]

Needs scikit-learn and numpy, in an environment of its own: nothing of them runs when tagging.
Writes plugins/newsdesk/authority/country-weights.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from newsdesk.desks import load_desks
from newsdesk.desks.candidates import Candidate, weigh
from newsdesk.desks.countries import CountryDesk
from newsdesk.desks.salience import features, second_look
from newsdesk.desks.story import read_story
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from tags import FOLDED_BACK, _fold, article, figures, read

WEIGHTS = Path(__file__).resolve().parent.parent / "plugins/newsdesk/authority/country-weights.json"
FOLDS = 5
SMALL = 0.004
Rows = list[dict[str, float]]
# At the low end of where F1 is flat (0.40 to 0.50): countries seldom seen gain by it.
THRESHOLD = 0.40
# A country's rows count in the second look as its labels to the power of -0.25: one with
# ten labels teaches five times what the United States does. Macro F1 gains .003 to .006 by it.
RARITY = 0.25


class Sample:
    """The stories as the model sees them: one row per candidate."""

    def __init__(self, path: Path) -> None:
        self.rows: list[dict[str, float]] = []
        self.codes: list[str] = []
        self.story: list[int] = []
        self.gold: list[set[str]] = []
        self.candidates: list[list[Candidate]] = []
        desks = load_desks()
        desk = next(d for d in desks.desks if isinstance(d, CountryDesk))
        for gold in read(path):
            if not gold["countries"]:
                continue
            story = read_story(article(gold))
            seen, filed = desk.sight(story, desks.matcher.find(story.text))
            candidates = weigh(story, seen, filed, desk.gazetteer)
            rows = features(story, candidates, filed)
            for candidate, row in zip(candidates, rows, strict=True):
                self.rows.append(numbers(row.named()))
                self.codes.append(FOLDED_BACK.get(candidate.code, candidate.code))
                self.story.append(len(self.gold))
            self.candidates.append(candidates)
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
    parser.add_argument("--strength", type=float, default=1.0, help="inverse of regularisation")
    options = parser.parse_args()
    sample = Sample(options.file)
    first, second = cross_validated(sample, options.strength)
    report("first look", sample, first)
    report("second look", sample, second)
    if options.write:
        every = np.arange(len(sample.gold))
        both = with_second_look(sample, unseen_scores(sample, every, options.strength))
        model = {
            "threshold": THRESHOLD,
            "first": weights(sample, sample.rows, options.strength),
            "second": weights(sample, both, options.strength, rarity(sample, every)),
        }
        WEIGHTS.write_text(json.dumps(model, indent=0) + "\n", encoding="utf-8")


def numbers(values: Mapping[str, float]) -> dict[str, float]:
    """Return what is not zero, as numbers."""
    return {name: float(value) for name, value in values.items() if value}


def grouped(sample: Sample, look: Sequence[float]) -> Iterator[list[dict[str, float]]]:
    """Yield what the second look sees in these scores, story by story."""
    start = 0
    for candidates in sample.candidates:
        end = start + len(candidates)
        yield second_look(candidates, [float(score) for score in look[start:end]])
        start = end


def scaled(rows: Rows) -> tuple[DictVectorizer, Any, Any]:
    """Return the rows as a matrix whose columns reach 1 at most, and what each was divided by."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows).tocsr()
    scale = np.maximum(abs(matrix).max(axis=0).toarray().ravel(), 1e-9)
    return vectorizer, matrix.multiply(1 / scale).tocsr(), scale


def cross_validated(sample: Sample, strength: float) -> tuple[Any, Any]:
    """Return for each row the scores of both looks by models that have not seen its story.

    What the second look learns from is made within the learning part alone: first scores that the
    other part had a say in flatter it (by 0.3 points with these features, by more with more).
    """
    _, matrix, _ = scaled(sample.rows)
    first, second = np.zeros(len(sample.rows)), np.zeros(len(sample.rows))
    story = np.array(sample.story)
    for train, test in folds(len(sample.gold)):
        inside, outside = np.isin(story, train), np.isin(story, test)
        model = fitted(matrix[inside], sample.target[inside], strength)
        first[outside] = model.predict_proba(matrix[outside])[:, 1]
        known = unseen_scores(sample, train, strength)
        both = with_second_look(sample, np.where(outside, first, known))
        _, wide, _ = scaled(both)
        weight = rarity(sample, train)[inside]
        model = fitted(wide[inside], sample.target[inside], strength, weight)
        second[outside] = model.predict_proba(wide[outside])[:, 1]
    return first, second


def folds(stories: int) -> Iterator[tuple[Any, Any]]:
    return KFold(FOLDS, shuffle=True, random_state=7).split(np.arange(stories))


def unseen_scores(sample: Sample, stories: Any, strength: float) -> Any:
    """Return first scores for the rows of these stories, each by a model of the other stories."""
    _, matrix, _ = scaled(sample.rows)
    scores, story = np.zeros(len(sample.rows)), np.array(sample.story)
    for train, test in folds(len(stories)):
        inside, outside = np.isin(story, stories[train]), np.isin(story, stories[test])
        model = fitted(matrix[inside], sample.target[inside], strength)
        scores[outside] = model.predict_proba(matrix[outside])[:, 1]
    return scores


def with_second_look(sample: Sample, look: Any) -> Rows:
    """Return the rows with what the second look sees in these first scores."""
    more = (numbers(row) for group in grouped(sample, look) for row in group)
    return [own | other for own, other in zip(sample.rows, more, strict=True)]


def rarity(sample: Sample, stories: Any) -> Any:
    """Return what each row counts, 1 on average in these stories: more where labels are few."""
    labels = Counter(code for n in stories for code in sample.gold[n])
    weight = np.array([max(1, labels[code]) ** -RARITY for code in sample.codes])
    return weight / weight[np.isin(sample.story, stories)].mean()


def weights(sample: Sample, rows: Rows, strength: float, weight: Any = None) -> dict[str, float]:
    """Return the weights learned on all stories, small ones left out."""
    vectorizer, matrix, scale = scaled(rows)
    model = fitted(matrix, sample.target, strength, weight)
    found = dict(zip(vectorizer.feature_names_, model.coef_[0] / scale, strict=True))
    found["always"] = found.get("always", 0.0) + float(model.intercept_[0])
    return {name: round(float(w), 3) for name, w in sorted(found.items()) if abs(w) > SMALL}


def fitted(
    matrix: object, target: object, strength: float, weight: Any = None
) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=3000).fit(matrix, target, sample_weight=weight)


def report(name: str, sample: Sample, scores: Sequence[float]) -> None:
    """Print the figures of THRESHOLD."""
    pairs = list(zip(sample.gold, sample.chosen(scores, THRESHOLD), strict=True))
    without = [(a - {"US"}, b - {"US"}) for a, b in pairs]
    reach: list[set[str]] = [set() for _ in sample.gold]
    for code, n in zip(sample.codes, sample.story, strict=True):
        reach[n].add(code)
    lost = sum(len(want - got) for want, got in zip(sample.gold, reach, strict=True))
    print(f"{name}: {len(pairs):,} stories, threshold {THRESHOLD}")
    print(f"{lost} labels without a candidate")
    for label, values in (("primary", figures(pairs)), ("without US", figures(without))):
        print(f"{label:12}" + "  ".join(f"{key} {value:.4f}" for key, value in values.items()))


if __name__ == "__main__":
    main()
