"""The verdict on each block of a page: the sum of its evidence, weighed."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from newsdesk.copydesk.html_blocks import PageText
from newsdesk.copydesk.html_evidence import Evidence, Stated, gather_evidence

STORY = 0.5
GROUP_SHARE = 0.5
WEIGHED = "page.weighed"  # nothing that has a name spoke against it: not enough spoke for it
# What a block is cut as, by the evidence against it: its element, its classes, its words, its links
# and its place. The first counts.
AGAINST = {
    "headline": "page.headline",
    "in-figcaption": "page.caption",
    "in-nav": "page.nav",
    "in-footer": "page.footer",
    "in-form": "page.form",
    "in-aside": "page.aside",
    "named-comment": "page.comments",
    "named-related": "page.related",
    "named-letter": "page.letter",
    "named-share": "page.share",
    "named-byline": "page.byline",
    "in-figure": "page.caption",
    "named-picture": "page.caption",
    "says-rights": "page.rights",
    "says-ad": "page.advertisement",
    "says-letter": "page.letter",
    "says-more": "page.related",
    "says-share": "page.share",
    "says-comment": "page.comments",
    "says-credit": "page.caption",
    "ends-credit": "page.caption",
    "says-who": "page.byline",
    "says-date": "page.date",
    "named-furniture": "page.furniture",
    "named-title": "page.deck",
    "in-header": "page.header",
    "all-linked": "page.links",
    "linked-paragraph": "page.links",
    "list-linked": "page.links",
    "not-in-stated-body": "page.not-in-stated-body",
    "outside-near": "page.outside",
    "outside-far": "page.outside",
    "above-headline": "page.above",
    "far-before": "page.above",
    "after": "page.below",
    "far-after": "page.below",
}


class Verdict(NamedTuple):
    """How likely a block is part of the story, from 0 to 1, and what it is cut as if it goes."""

    share: float
    rule: str


@cache
def weights() -> tuple[float, dict[str, float]]:
    """Return the bias and the weights of the evidence; bench/train_webpages.py makes them."""
    found = json.loads(files("newsdesk.authority").joinpath("web-weights.json").read_text("utf-8"))
    return found["bias"], found["weights"]


def judge_page(page: PageText, stated: Stated) -> list[Verdict]:
    """Return the verdict on each block."""
    bias, weight = weights()
    rows, groups = gather_evidence(page, stated)
    sums = [
        bias + sum(value * weight.get(name, 0.0) for name, value in row.items()) for row in rows
    ]
    shares = [1 / (1 + exp(-max(-30.0, min(30.0, one)))) for one in in_groups(groups, sums)]
    return [
        Verdict(share, "" if share >= STORY else reason(row, weight))
        for share, row in zip(shares, rows, strict=True)
    ]


def reason(row: Evidence, weight: dict[str, float]) -> str:
    """Return what a block is cut as: by the most telling evidence that weighed against it."""
    told = (rule for name, rule in AGAINST.items() if name in row and weight.get(name, 0.0) < 0)
    return next(told, WEIGHED)


def in_groups(groups: list[int], sums: list[float]) -> list[float]:
    """Let the items of a list or table share half of their evidence: they stay or go together."""
    gathered: dict[int, list[float]] = {}
    for group, one in zip(groups, sums, strict=True):
        gathered.setdefault(group, []).append(one)
    means = {group: sum(all_) / len(all_) for group, all_ in gathered.items()}
    return [
        one if group < 0 else (1 - GROUP_SHARE) * one + GROUP_SHARE * means[group]
        for group, one in zip(groups, sums, strict=True)
    ]
