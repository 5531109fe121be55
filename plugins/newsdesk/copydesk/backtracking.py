"""Whether the time a rule takes outgrows the square of a text's length: no such rule is let in.

Python's engine goes back and tries again: `(a+)+b` parts n letters a in 2**n ways before it gives
up. Attack texts are made from the parsed pattern, so that each repeat of it has plenty to match and
then fails, and the rule is timed on longer and longer ones. What grows with the square is let in:
a rule looks at no whole block beyond 6000 characters.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from newsdesk.copydesk.literals import holds, parse
from newsdesk.limits import TookTooLong, clock

LONGEST_TEXT = 6000  # characters of the longest attack
STEP = 2.25  # times as long: each text of an attack
TIMES = [int(6 * STEP**step) for step in range(9)]  # how often a text repeats its pump
DEGREE = 2.5  # between a time that grows with the square of a text and one with its cube
HEAVY = 0.05  # seconds for one block: what takes less holds up nothing, however it grows
PATIENCE = 0.6  # seconds, more than a cube makes of HEAVY in one step: then it is broken off
TRIES = 3  # other processes may slow down some of them
SIGNS = "a1 .,:-я~"  # of each kind of sign that patterns tell apart, one
FORMS = 60  # of one piece of a pattern that are tried...
PAIRS = 8  # ...and of those, how many each with each, and how many words

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
SETS = (op.IN, op.ANY, op.NOT_LITERAL)


@dataclass(frozen=True, slots=True)
class Attack:
    """A text that begins with `before`, repeats `pump` and ends so that a pattern fails on it."""

    before: str
    pump: str
    after: str

    def text(self, times: int) -> str:
        """Return the text with `times` pumps; a block is trimmed, so it is too."""
        return (self.before + self.pump * times + self.after).strip()


@dataclass(frozen=True, slots=True)
class Growth:
    """A text that takes a rule `slower` times as long as one of `shorter` characters made alike."""

    text: str
    shorter: int
    slower: float


def outgrowing(find: Any, pattern: str) -> Growth | None:
    """Return how the time of `find`, which tries a pattern on a text, outgrows the square, if so.

    `pattern` is folded, as the texts are on which it is tried.
    """
    grown = (growth(find, attack) for attack in attacks(parse(pattern)))
    return next((one for one in grown if one), None)


def growth(find: Any, attack: Attack) -> Growth | None:
    """Return how the time that `find` takes outgrows the square of an attack's length, if so."""
    texts = [text for text in map(attack.text, TIMES) if len(text) <= LONGEST_TEXT]
    if seconds(find, *texts) < HEAVY:
        return None
    for step, text in enumerate(texts):
        if (slow := seconds(find, text)) >= HEAVY:
            fewer = TIMES[step - 2] if step > 1 else 1
            shorter, steep = attack.text(fewer), (TIMES[step] / fewer) ** DEGREE
            quick = seconds(find, shorter)
            for _ in range(TRIES if slow < PATIENCE else 1):
                quick = min(quick, seconds(find, shorter))
                slow = min(slow, seconds(find, text)) if slow < PATIENCE else slow
            return Growth(text, len(shorter), slow / quick) if slow > steep * quick else None
    return None


def seconds(find: Any, *texts: str) -> float:
    """Return this thread's seconds that calls take, `PATIENCE` where they take longer.

    The clock of the whole process ticks coarsely once a timer has run.
    """
    start = time.thread_time()
    try:
        with clock(PATIENCE):
            for text in texts:
                find(text)
    except TookTooLong:
        return PATIENCE
    return time.thread_time() - start


def attacks(tree: Any) -> Iterator[Attack]:
    """Yield texts for every repeat of a pattern, each once."""
    signs, told = telling_signs(tree), list(runs(tree))
    words = [word for word, number in Counter(told).most_common(PAIRS) if number > 1]
    words += ["".join(told[:-1])] if len(told) > 2 else []  # all but one: .*,.*x.*y.*z
    seen: set[Attack] = set()
    for before, body in repeats(tree):
        leaves = list(elements(body))
        other = next((s for s in signs if not any(accepts(k, v, s) for k, v in leaves)), "")
        pumps = [form for sign in signs for form in forms(body, sign)]
        pumps += [a + b for a in pumps[:PAIRS] for b in pumps[:PAIRS] if a != b and len(leaves) > 1]
        pumps += words if len(leaves) == 1 else ()
        for pump in pumps:
            pump = pump.lstrip() if pump.endswith(" ") else pump  # no white space stands twice
            for after in {"", other}:
                attack = Attack(before, pump, after)
                if pump and attack not in seen:
                    seen.add(attack)
                    yield attack


def telling_signs(tree: Any) -> list[str]:
    """Return one sign of each kind that the sets of a pattern tell apart."""
    sets = [(kind, value) for kind, value in elements(tree) if kind in SETS]
    candidates = dict.fromkeys([*SIGNS, *(sign for _, value in sets for sign in named(value))])
    kinds = {tuple(accepts(k, v, sign) for k, v in sets): sign for sign in reversed(candidates)}
    return list(kinds.values())


def named(items: Any) -> Iterator[str]:
    """Yield the signs that a set names."""
    if isinstance(items, int):
        yield chr(items)
    for kind, value in items if isinstance(items, list) else ():
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.RANGE:
            yield from map(chr, value)


def accepts(kind: Any, value: Any, sign: str) -> bool:
    """Tell whether an element that matches one sign matches this one."""
    if kind is op.IN:
        return holds(value, sign.lower()) or holds(value, sign.upper())
    same = kind is op.ANY or chr(value).lower() == sign.lower()
    return same is not (kind is op.NOT_LITERAL)


def inside(kind: Any, value: Any) -> list[Any]:
    """Return the sequences that an element of a pattern is made of."""
    if kind is op.SUBPATTERN:
        return [value[-1]]
    if kind in REPEATS:
        return [value[2]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is op.ATOMIC_GROUP else []


def elements(tree: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the elements of a pattern that match one sign."""
    for kind, value in tree:
        if kind in SETS or kind is op.LITERAL:
            yield kind, value
        for part in inside(kind, value):
            yield from elements(part)


def runs(tree: Iterable[Any]) -> Iterator[str]:
    """Yield the words of a pattern: in `.*by.*by.*by.*x` it is they that are matched two ways."""
    run = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            run += chr(value)
            continue
        if run:
            yield run
        run = ""
        for part in inside(kind, value):
            yield from runs(part)
    if run:
        yield run


def repeats(tree: Iterable[Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield what is repeated in a pattern, with a text that leads there."""
    for kind, value in tree:
        if kind in REPEATS and value[1] > 1:
            yield before, value[2]
        for part in inside(kind, value):
            yield from repeats(part, before)
        before += forms_of(kind, value, "a")[0]


def forms(tree: Iterable[Any], sign: str) -> list[str]:
    """Return texts that a sequence matches, the shortest first, made of `sign` where they can."""
    found = [""]
    for kind, value in tree:
        more = forms_of(kind, value, sign)
        found = list(dict.fromkeys(text + form for text in found for form in more))[:FORMS]
    return found


def forms_of(kind: Any, value: Any, sign: str) -> list[str]:
    """Return texts that one element of a pattern matches."""
    if kind is op.LITERAL:
        return [chr(value)]
    if kind in SETS:
        named_ones = named(value)
        return [next((s for s in (sign, *SIGNS, *named_ones) if accepts(kind, value, s)), "")]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [""]
    within = [form for part in inside(kind, value) for form in forms(part, sign)]
    if kind in REPEATS:
        least = [""] if value[0] == 0 else []
        return [*least, *(form * max(1, value[0]) for form in within)][:FORMS]
    return within or [""]
