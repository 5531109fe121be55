"""The check of a user's packs: everything that is wrong with them, a sentence for each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.rule_fields import TABLES, faults_of_pack, faults_of_rule
from newsdesk.copydesk.rulebook import (
    NOT_PACKS,
    fault_of_pace,
    faults_at_work,
    load_rulebook,
    pack_of,
    read_pack_text,
    read_rule,
    whereabouts,
)
from newsdesk.errors import BadRule


def check_rules(paths: Iterable[Path]) -> Iterator[str]:
    """Yield a sentence for every mistake in the packs among files and folders."""
    for path in paths:
        packs = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        faults = [fault for pack in packs if pack.name not in NOT_PACKS for fault in check(pack)]
        yield from faults
        if path.is_dir() and not faults:
            yield from faults_together(path)


def check(path: Path) -> Iterator[str]:
    """Yield a sentence for every mistake in one pack."""
    try:
        text = read_pack_text(path)
        table = pack_of(str(path), text)
    except BadRule as error:
        yield str(error)
        return
    pack_faults, rows, seen = list(faults_of_pack(str(path), table)), table.get("rule", []), set()
    yield from pack_faults
    if not rows and not pack_faults:  # harmless in a run, but hardly what its owner meant
        yield f"{path} holds no rule; give it a table [[rule]], or take it out of the folder."
    for row in rows if TABLES["rule"][0](rows) else ():
        where, name = whereabouts(str(path), row), str(row.get("id", ""))
        again = name != "" and name in seen
        seen.add(name)
        wrong = list(faults_of_rule(where, row))
        if not wrong and not pack_faults:
            wrong += faults_in_use(where, table["pack"], row)
        elif slow := fault_of_form_and_pace(where, row):
            wrong.append(slow)
        yield from wrong
        if again:
            yield f"{where}: another rule has this id too; give one of them another."


def fault_of_form_and_pace(where: str, row: Mapping[str, Any]) -> str:
    """Return a sentence for a slow pattern of a rule that is wrong otherwise, or its pack."""
    try:
        pattern = folded(row["pattern"])
        regex = re.compile(pattern, re.IGNORECASE)
    except (KeyError, TypeError, AttributeError, re.error):
        return ""
    return fault_of_pace(where, regex.fullmatch, pattern)


def faults_in_use(where: str, pack: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for what is wrong with a rule whose fields are right."""
    try:
        rule = read_rule(where, pack, row)
    except BadRule as error:
        yield str(error)
    else:
        yield from faults_at_work(where, rule, timed=True)


def faults_together(folder: Path) -> Iterator[str]:
    """Yield a sentence where packs that are right alone cannot be loaded with the shipped ones."""
    try:
        load_rulebook(folder)
    except BadRule as error:
        yield str(error)
