"""A wire's notices (kill, correction, update): found, matched with the story they are about.

Nothing here decides: what is found are proposals, best first. `decisions` takes them or drops them.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from newsdesk.register import IN_FORCE, Notice, Register
from newsdesk.twins import Sketch, are_twins

# How long after a story its notice may come. Wires renew a story within hours.
DAYS = {"kill": 14, "correction": 14, "update": 2}
SURE = 0.9  # a score from which a setting may confirm without a person
SAME_TEXT = 0.8  # of two reports on one matter, neither need be about the other
PROPOSED = 0.6
WIRE_ID = 6  # characters: a shorter number may stand in any text
HEADLINE = 12  # letters: "Oil slips" is the headline of many stories
READ = 20_000  # characters of a notice that are searched for numbers and headlines
MARKS = ("slug-before-title", "desk-note")  # rules by which the copydesk cuts such marks
NUMBER = re.compile(r"\d{1,2}")
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Sign:
    """How one kind of notice begins, with the sign's own tests."""

    id: str
    kind: str
    regex: re.Pattern[str]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What matching needs of a story: `day` is "" where it has no full date."""

    sha256: str
    path: str
    title: str
    day: str
    source: str
    wire_id: str
    kind: str = ""
    quote: str = ""

    @property
    def version(self) -> int:
        """0 for a first version, else the number of its mark: "UPDATE 2" is 2."""
        number = NUMBER.search(self.quote)
        return 0 if not self.kind else int(number[0]) if number else 1


@cache
def signs() -> tuple[Sign, ...]:
    """Return the signs, in the order in which they are tried."""
    table = tomllib.loads(files("newsdesk.rules").joinpath("notices.toml").read_text("utf-8"))
    return tuple(
        Sign(row["id"], row["kind"], re.compile(row["pattern"], re.IGNORECASE),
             tuple(row["matches"]), tuple(row["spares"]))
        for row in table["sign"]
    )  # fmt: skip


def kind_of(words: Iterable[str]) -> tuple[str, str]:
    """Return what kind of notice begins so, and the words that say it; two times "" for none."""
    told = [" ".join(each.split()) for each in words if each]
    for sign in signs():
        for each in told:
            if sign.regex.match(each):
                return sign.kind, each
    return "", ""


def propose(register: Register) -> Iterator[Notice]:
    """Yield the best match of every notice that nobody has decided about, the surest first.

    A notice that matches no story well is not proposed; one confirmed already is done with.
    """
    entries = list(_entries(register))
    decided = defaultdict(dict)  # type: defaultdict[str, dict[str, str]]
    for known in register.notices():
        decided[known.sha256][known.target] = known.state
    open_ones = [e for e in entries if e.kind and "confirmed" not in decided[e.sha256].values()]
    by_source: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_source[entry.source.casefold()].append(entry)
    found = []
    for notice, text in _with_texts(register, open_ones):
        others = (
            other
            for other in by_source[notice.source.casefold()]
            if other.sha256 not in decided[notice.sha256] and _may_follow(notice, other)
        )
        best = _best(register, notice, text, others)
        if best is not None:
            found.append(best)
    return iter(sorted(found, key=lambda each: (-each.score, each.sha256)))


def _entries(register: Register) -> Iterator[Entry]:
    marks = _marks(register)
    wire_ids = dict(
        register.rows("SELECT sha256, max(value) FROM evidence WHERE field = 'wire_id' GROUP BY 1")
    )
    for sha256, path, title, day, source, stated in register.rows(
        "SELECT sha256, path, title, date, source, coalesce(json_extract(fields, '$.title'), '')"
        f" FROM document WHERE {IN_FORCE} ORDER BY path"
    ):
        kind, quote = kind_of((*marks.get(sha256, ()), title, str(stated)))
        full = day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""
        yield Entry(sha256, path, title, full, source, wire_ids.get(sha256, ""), kind, quote)


def _marks(register: Register) -> dict[str, list[str]]:
    """Return the marks and desk notes that the copydesk cut, by the story they stood over."""
    rows = register.rows(
        "SELECT sha256, start, end FROM cut WHERE "
        + " OR ".join("rule LIKE ?" for _ in MARKS) + " ORDER BY sha256, start",
        *(f"%{rule}" for rule in MARKS),
    )  # fmt: skip
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for sha256, start, end in rows:
        spans[sha256].append((start, end))
    return {
        raw.provenance.sha256: [raw.text[a:b] for a, b in spans[raw.provenance.sha256]]
        for raw, _ in register.documents(spans.keys())
    }


def _with_texts(register: Register, notices: list[Entry]) -> Iterator[tuple[Entry, str]]:
    wanted = {notice.sha256: notice for notice in notices}
    for raw, filed in register.documents(wanted.keys()) if wanted else ():
        text = TAG.sub(" ", raw.text[: READ * 2]) if raw.media_type == "text/html" else raw.text
        yield wanted[filed.sha256], text[:READ]


def _may_follow(notice: Entry, other: Entry) -> bool:
    """Whether a story can be what a notice is about: sent before it, and not too long before."""
    if other.sha256 == notice.sha256 or other.kind == "kill":
        return False
    if not (notice.day and other.day):
        return notice.kind != "update"
    between = date.fromisoformat(notice.day) - date.fromisoformat(other.day)
    if between == timedelta(0):
        return notice.kind == "kill" or other.version < notice.version or not other.kind
    return timedelta(0) < between <= timedelta(days=DAYS[notice.kind])


def _best(register: Register, notice: Entry, text: str, others: Iterable[Entry]) -> Notice | None:
    """Return the likeliest story of a notice; of equal ones the latest, most renewed."""
    letters = _letters(text)
    sketch = _sketch(register, notice.sha256)
    scored = []
    for other in others:
        score, why = _score(notice, other, text, letters)
        if score < SAME_TEXT and sketch and other.day >= _days_before(notice):
            theirs = _sketch(register, other.sha256)
            if theirs and are_twins(sketch, theirs):
                score, why = SAME_TEXT, "its text is much the same"
        if score >= PROPOSED:
            scored.append((score, other.day, other.version, other.sha256, why))
    if not scored:
        return None
    score, _, _, target, why = max(scored)
    return Notice(notice.sha256, target, notice.kind, notice.quote, why, score, "proposed")


def _score(notice: Entry, other: Entry, text: str, letters: str) -> tuple[float, str]:
    title = _letters(other.title)
    if len(other.wire_id) >= WIRE_ID and other.wire_id != notice.wire_id and other.wire_id in text:
        return 1.0, "its wire number stands in the notice"
    own = _letters(_bare(notice))
    if len(title) >= HEADLINE and title == own:
        return 0.95, "its headline is the same"
    if len(title) >= HEADLINE and title in letters:
        return 0.95, "its headline stands in the notice"
    ours, theirs = set(_bare(notice).casefold().split()), set(other.title.casefold().split())
    alike = len(ours & theirs) / max(1, len(ours | theirs))
    return (round(alike, 2), "its headline is much the same") if alike >= PROPOSED else (0.0, "")


def _bare(notice: Entry) -> str:
    """Return a notice's headline without its mark."""
    for sign in signs():
        found = sign.regex.match(notice.title)
        if found:
            return notice.title[found.end() :].lstrip(" :-–—)")
    return notice.title


def _sketch(register: Register, sha256: str) -> Sketch | None:
    rows = register.rows("SELECT data FROM sketch WHERE sha256 = ?", sha256)
    return Sketch.unpack(rows[0][0]) if rows else None


def _days_before(notice: Entry) -> str:
    """Return from which day on texts are compared, which takes longer than comparing headlines."""
    first = date.fromisoformat(notice.day or "9999-12-31") - timedelta(days=DAYS["update"])
    return first.isoformat()


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).casefold()


def counted(proposals: Iterable[Notice]) -> Mapping[str, int]:
    """Return how many proposals there are of each kind."""
    counts: defaultdict[str, int] = defaultdict(int)
    for each in proposals:
        counts[each.kind] += 1
    return counts
