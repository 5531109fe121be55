"""The verdict on each block of a page: the sum of its evidence, weighed."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp

from newsdesk.copydesk.html_blocks import PageText
from newsdesk.copydesk.html_evidence import Stated, gather_evidence

GROUP_SHARE = 0.5


@cache
def weights() -> tuple[float, dict[str, float]]:
    """Return the bias and the weights of the evidence; bench/train_webpages.py makes them."""
    found = json.loads(files("newsdesk.authority").joinpath("web-weights.json").read_text("utf-8"))
    return found["bias"], found["weights"]


def judge_page(page: PageText, stated: Stated) -> list[float]:
    """Return for each block how likely it is part of the story, from 0 to 1."""
    bias, weight = weights()
    rows, groups = gather_evidence(page, stated)
    sums = [
        bias + sum(value * weight.get(name, 0.0) for name, value in row.items()) for row in rows
    ]
    return [1 / (1 + exp(-max(-30.0, min(30.0, one)))) for one in in_groups(groups, sums)]


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
