"""The rulebook: packs of rules in TOML, read, checked and asked which of them speak of a block.

A rule says what it cuts (`pattern`), where (`at`), and why; its `matches` and `spares` are its own
tests. docs/copydesk.md shows how to write one.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from types import FrameType
from typing import Any

from ahocorasick_rs import AhoCorasick

from newsdesk.copydesk.backtracking import outgrowing
from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.literals import ASCII, firsts, required_words, widths
from newsdesk.copydesk.rule_fields import (
    FIELDS,
    SHOWN,
    Place,
    Rank,
    Takes,
    faults_of_pack,
    faults_of_rule,
)
from newsdesk.errors import BadRule

DATE_GROUPS = frozenset({"day", "month", "year"})
LONGEST_LINE = 6000  # whole-block rules look at no longer block
PIECE = 100_000  # characters in which words are looked for at once
LONGEST_WORD = 400  # no word that a rule needs is longer
REACH = 320  # how far from its edge a rule at the start or the end of a block looks
WHOLE = frozenset({"line", "head", "tail", "keep"})  # where a rule speaks of whole blocks
SPACES = r"\s*"
NOT_PACKS = frozenset(
    {"agencies.toml", "credits.toml", "notices.toml", "phrases.toml", "words.toml"}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack; `id` is `pack.rule`."""

    id: str
    why: str
    at: Place
    regex: re.Pattern[str]
    matches: tuple[str, ...]
    spares: tuple[str, ...]
    takes: Takes = ""
    rank: Rank = "header"
    weight: float = 1.0
    sets: Mapping[str, str] = field(default_factory=dict)
    gives: str = ""
    ends: bool = False
    frame: str = ""
    anchors: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()  # words of which a block must hold one...
    wordless: int = 0  # ...unless it is no longer than this
    shortest: int = 0
    longest: int = LONGEST_LINE
    largest: int = LONGEST_LINE  # characters: in no longer block need it be tried
    firsts: frozenset[str] = ASCII  # no block that begins with another sign of ASCII is one

    def find(self, plain: str) -> re.Match[str] | None:
        """Return where the rule speaks in a folded block, None where it does not."""
        if self.at in WHOLE:
            fits = self.shortest <= len(plain) <= self.largest
            return self.regex.fullmatch(plain) if fits else None
        if self.at == "end":
            return self.regex.search(plain, max(0, len(plain) - min(REACH, self.longest)))
        if self.at == "inside":
            return self.regex.search(plain)
        return self.regex.match(plain, 0, min(len(plain), REACH * 2))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, with the automaton that finds in one pass which of them to try."""

    rules: tuple[Rule, ...]
    phrases: tuple[Phrase, ...]
    words: tuple[str, ...]
    automaton: AhoCorasick
    by_word: Mapping[str, tuple[int, ...]]
    wordless: tuple[tuple[int, int], ...]
    by_phrase: Mapping[str, Phrase]
    beginnings: Rulebook | None = None  # those for beginnings alone

    def words_in(self, plain: str) -> set[str]:
        """Return the words of rules and phrases that a folded text holds."""
        low = plain.lower()
        found: set[str] = set()
        for first in range(0, len(low), PIECE):  # each hit is an object: 20 MB of them, a gigabyte
            piece = low[first : first + PIECE + LONGEST_WORD]
            hits = self.automaton.find_matches_as_indexes(piece, overlapping=True)
            found.update([self.words[index] for index, _, _ in hits])
        return found

    def candidates(self, found: set[str], size: int = 0) -> list[Rule]:
        """Return the rules worth trying on a block of `size` characters that holds these words."""
        numbers = {n for word in found for n in self.by_word.get(word, ())}
        numbers.update(n for n, longest in self.wordless if size <= longest)
        return [self.rules[n] for n in sorted(numbers)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase that furniture is made of; `strong` ones rarely stand in a story."""

    words: str
    kind: str
    strong: bool


def load_rulebook(extra: Path | None = None) -> Rulebook:
    """Return the rulebook of the packs that ship, and of those in the folder `extra`.

    Raises BadRule, naming file, rule and field, where a pack is wrong.
    """
    texts, own = [(f.name, f.read_text("utf-8")) for f in shipped_packs()], []
    if extra and extra.is_dir():
        own = [(str(p), read_pack_text(p)) for p in sorted(extra.glob("*.toml"))]
    rules = [rule for name, text in texts for rule in read_pack(name, text)]
    rules += [rule for name, text in own for rule in read_pack(name, text, timed=True)]
    return assemble(rules, read_phrases())


def shipped_packs() -> list[Any]:
    """Return the packs in newsdesk/rules, in order of their names."""
    found = [f for f in files("newsdesk.rules").iterdir() if f.name.endswith(".toml")]
    return sorted((f for f in found if f.name not in NOT_PACKS), key=lambda f: f.name)


def read_pack_text(path: Path) -> str:
    """Return a pack file's text; raises BadRule where it is not UTF-8 or cannot be opened."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BadRule(
            f"{path} is not UTF-8 (its byte {error.start + 1:,} is of no letter there); "
            "save it as UTF-8, or take it out of the folder."
        ) from error
    except OSError as error:
        raise BadRule(
            f"{path} cannot be opened ({error.strerror}); a pack is a file that may be read."
        ) from error


def assemble(rules: Sequence[Rule], phrases: Sequence[Phrase] = ()) -> Rulebook:
    """Return a rulebook of given rules; raises BadRule where two bear one id."""
    by_word: dict[str, list[int]] = {}
    seen: set[str] = set()
    for number, rule in enumerate(rules):
        if rule.id in seen:
            raise BadRule(f"Two rules are called {rule.id}; give one of them another id.")
        seen.add(rule.id)
        for word in rule.needs:
            by_word.setdefault(word, []).append(number)
    anchors = {word for rule in rules for word in rule.anchors}
    words = tuple(sorted(set(by_word) | anchors | {p.words for p in phrases}))
    starts = [rule for rule in rules if rule.at == "start"]
    return Rulebook(
        tuple(rules),
        tuple(phrases),
        words,
        AhoCorasick(words),
        {word: tuple(numbers) for word, numbers in by_word.items()},
        tuple((number, rule.wordless) for number, rule in enumerate(rules) if rule.wordless),
        {phrase.words: phrase for phrase in phrases},
        assemble(starts) if len(starts) < len(rules) else None,
    )


def read_phrases() -> tuple[Phrase, ...]:
    """Return the phrases of rules/phrases.toml."""
    table = tomllib.loads((files("newsdesk.rules") / "phrases.toml").read_text("utf-8"))
    return tuple(
        Phrase(folded(words).lower(), row["kind"], strength == "strong")
        for row in table["phrases"]
        for strength in ("strong", "weak")
        for words in row.get(strength, ())
    )


def read_pack(name: str, text: str, timed: bool = False) -> list[Rule]:
    """Return the rules of one pack; `timed`, its patterns may not go on for ever.

    Raises BadRule, naming file, rule and field.
    """
    table, rules = pack_of(name, text), []
    for fault in faults_of_pack(name, table):
        raise BadRule(fault)
    for row in table.get("rule", []):
        where = whereabouts(name, row)
        for fault in faults_of_rule(where, row):
            raise BadRule(fault)
        rules.append(read_rule(where, table["pack"], row))
        for fault in faults_at_work(where, rules[-1], timed):
            raise BadRule(fault)
    return rules


def pack_of(name: str, text: str) -> dict[str, Any]:
    """Return the tables of a pack; raises BadRule where it is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRule(f"{name} is not TOML: {error}.") from error


def whereabouts(name: str, row: Mapping[str, Any]) -> str:
    """Return the file and the rule that a sentence is about."""
    return f"{name}, rule {row.get('id', '(without an id)')}"


def read_rule(where: str, pack: Mapping[str, Any], row: Mapping[str, Any]) -> Rule:
    """Return one rule of a pack, whose fields are right; raises BadRule for a wrong pattern."""
    regex = compiled(where, row)
    shortest, longest = widths(folded(row["pattern"]))
    longest += 8
    needs, wordless = required_words(folded(row["pattern"]))
    return Rule(
        id=f"{pack['id']}.{row['id']}",
        why=row["why"],
        at=row["at"],
        regex=regex,
        matches=tuple(row["matches"]),
        spares=tuple(row.get("spares", ())),
        takes=row.get("takes", ""),
        rank=row.get("rank", "header"),
        weight=float(row.get("weight", 1)),
        sets=row.get("sets", {}),
        gives=row.get("gives", ""),
        ends=row.get("ends", False),
        frame=row.get("frame", ""),
        anchors=frozenset(folded(a).lower() for a in row.get("anchors", pack.get("anchors", []))),
        needs=needs,
        wordless=wordless if row["at"] in WHOLE or not wordless else sys.maxsize,
        shortest=shortest,
        firsts=firsts(folded(row["pattern"])) if row["at"] in WHOLE else ASCII,
        longest=longest,
        largest=min(longest, LONGEST_LINE) if row["at"] in WHOLE else sys.maxsize,
    )


def compiled(where: str, row: Mapping[str, Any]) -> re.Pattern[str]:
    """Return a rule's pattern, folded as the text is. Raises BadRule where it is wrong."""
    pattern = folded(row["pattern"])
    if row["at"] == "end":
        pattern = rf"(?:{pattern.removeprefix(SPACES)})\s*\Z"  # the edge is trimmed anyway
    try:
        regex = re.compile(pattern, 0 if row.get("case") else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadRule(f"{where}: the pattern is no regular expression: {error}.") from error
    for group in set(regex.groupindex) - FIELDS - DATE_GROUPS:
        raise BadRule(f"{where}: the pattern names a group {group}, which is no field of a story.")
    if row["at"] != "line" and regex.fullmatch(""):
        raise BadRule(f"{where}: the pattern matches nothing at all, so it would match everywhere.")
    return regex


def fault_of_pace(where: str, find: Any, pattern: str) -> str:
    """Return a sentence where a folded pattern goes on for ever, '' where it does not."""
    grown = outgrowing(find, pattern)
    if not grown:
        return ""
    return (
        f"{where}: the field pattern holds up a run: on {len(grown.text)} characters like "
        f"{grown.text[:SHOWN]!r} it takes {grown.slower:,.0f} times as long as on "
        f"{grown.shorter}. Repeats in it can share one text in many ways, as in (a+)+ or .*.*; "
        "let no two of them match the same signs, or give each a bound, as .{0,60}."
    )


def faults_at_work(where: str, rule: Rule, timed: bool) -> Iterator[str]:
    """Yield a sentence where a pattern goes on for ever, misses a match or cuts a spare."""
    find = rule.regex.match if rule.at in ("start", "title") else rule.find
    slow = fault_of_pace(where, find, rule.regex.pattern) if timed else ""
    if slow:
        yield slow
        return  # an example might hold it up too
    for text in rule.matches:
        words = {w for w in rule.needs if w in folded(text).lower()}
        if not rule.find(folded(text)):
            yield f"{where}: matches has {text!r}, which the pattern does not match."
        elif not words and len(text) > rule.wordless:
            yield f"{where}: {text!r} holds none of the words {sorted(rule.needs)}."
    for text in rule.spares:
        if rule.find(folded(text)):
            yield f"{where}: spares has {text!r}, but the pattern matches it."


def rule_tried(frame: FrameType | None) -> str:
    """Return the id of the rule that a frame is trying on a text, empty where it tries none."""
    names = frame.f_locals if frame else {}
    rule = names.get("self", names.get("rule"))
    return rule.id if isinstance(rule, Rule) else ""
