"""Train the weights of the organisation desk's prominence; print its figures by cross-validation.

usage: python bench/train_organizations.py --file STORIES.jsonl[.gz] --names NAMES.json [--write]

NAMES.json says how the labels of the file are called: {"worldbank": ["world bank", "ibrd"], ...}.
Needs scikit-learn and numpy, in an environment of its own: nothing of them runs when tagging.
Writes plugins/newsdesk/authority/organization-weights.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from newsdesk.desks import load_desks
from newsdesk.desks.acronyms import definitions
from newsdesk.desks.organisations import OrganizationDesk
from newsdesk.desks.prominence import facts
from newsdesk.desks.story import read_story
from sklearn.linear_model import LogisticRegression
from tags import article, figures, read

AUTHORITY = Path(__file__).resolve().parent.parent / "plugins/newsdesk/authority"
FOLDS, ROUNDS = 5, 3
CUT = 0.5  # A finer cut gains nothing from one half of the stories to the other.


class Sample:
    """The stories as the model sees them: one row per organisation that has a label.

    Parts are left out: a story about the European Commission is labelled with the Community.
    """

    def __init__(self, path: Path, names: Mapping[str, Sequence[str]]) -> None:
        self.rows: list[dict[str, float]] = []
        self.labels: list[str] = []
        self.story: list[int] = []
        self.gold: list[set[str]] = []
        label = {name: slug for slug, called in names.items() for name in called}
        desks = load_desks()
        desk = next(d for d in desks.desks if isinstance(d, OrganizationDesk))
        slugs = {
            key: label.get(heading.heading.lower()) or label.get(key.lower(), "")
            for key, heading in desk.headings.items()
            if not heading.part_of
        }
        for gold in read(path):
            if not gold["indexed"]:
                continue
            story = read_story(article(gold))
            matches = desks.matcher.find(story.text)
            grouped = desk.sight(story, matches, definitions(story.text))
            for key, found in facts(story, grouped).items():
                if slugs.get(key):
                    self.rows.append(found)
                    self.labels.append(slugs[key])
                    self.story.append(len(self.gold))
            self.gold.append(set(gold["organizations"]))
        self.target = np.array(
            [slug in self.gold[n] for slug, n in zip(self.labels, self.story, strict=True)]
        )

    def figures(self, scores: Sequence[float]) -> dict[str, float]:
        """Return the figures when every score over the cut is a primary tag."""
        found: list[set[str]] = [set() for _ in self.gold]
        for score, slug, n in zip(scores, self.labels, self.story, strict=True):
            if score > CUT:
                found[n].add(slug)
        return figures(list(zip(self.gold, found, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--file", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strength", type=float, default=0.3, help="inverse of regularisation")
    options = parser.parse_args()
    sample = Sample(options.file, json.loads(options.names.read_text(encoding="utf-8")))
    names = sorted({name for row in sample.rows for name in row} - {"always"})
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in sample.rows])
    mean, spread = matrix.mean(0), matrix.std(0) + 1e-9
    matrix = (matrix - mean) / spread
    scores = cross_validated(sample, matrix, options.strength)
    print(f"{len(sample.rows):,} organisations in {len(sample.gold):,} stories")
    print("  ".join(f"{k} {v:.4f}" for k, v in sample.figures(scores).items()))
    if options.write:
        model = fitted(matrix, sample.target, options.strength)
        weights = dict(zip(names, model.coef_[0] / spread, strict=True))
        shift = float(model.intercept_[0] - (model.coef_[0] * mean / spread).sum())
        table = {"always": round(shift, 3)}
        table |= {name: round(float(weight), 3) for name, weight in weights.items()}
        path = AUTHORITY / "organization-weights.json"
        path.write_text(json.dumps(table, indent=0) + "\n", encoding="utf-8")


def cross_validated(sample: Sample, matrix: np.ndarray, strength: float) -> np.ndarray:
    """Return a score per row from models that have not seen its story (mean of several rounds)."""
    scores = np.zeros(len(sample.rows))
    story = np.array(sample.story)
    for seed in range(ROUNDS):
        fold = np.random.RandomState(seed).randint(0, FOLDS, len(sample.gold))[story]
        for number in range(FOLDS):
            out = fold == number
            model = fitted(matrix[~out], sample.target[~out], strength)
            scores[out] += model.predict_proba(matrix[out])[:, 1] / ROUNDS
    return scores


def fitted(matrix: np.ndarray, target: np.ndarray, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=3000).fit(matrix, target)


if __name__ == "__main__":
    main()
