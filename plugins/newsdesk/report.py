"""What a run did and what the register holds, drawn for a terminal or told in plain lines."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.tree import Tree

from newsdesk.authority import Authority
from newsdesk.desks.proposals import propose_default_countries
from newsdesk.pipeline import Progress as Teller
from newsdesk.pipeline import Summary
from newsdesk.records import Provenance
from newsdesk.register import Notice, Register
from newsdesk.retag import TagChange, headings_changed
from newsdesk.trace import Chain

SHOWN = 20
DATED = "date GLOB '[0-9][0-9][0-9][0-9]-*'"  # a partial date begins with XXXX
PLAIN_SECONDS = 5.0
BAR = 30
QUOTED = 120


@contextmanager
def progress(console: Console) -> Iterator[Teller]:
    """Give a teller of progress: a live line on a terminal, else a plain one now and then."""
    pace = _Pace(time.monotonic())
    if not console.is_terminal:
        yield _plain(console, pace)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as live:
        task = live.add_task("Reading the dump ...", total=None)
        yield lambda summary: live.update(task, description=pace.told(summary))


def tell(summary: Summary, console: Console) -> None:
    """Say what a run did: counts, what was set aside and why, what a person's edits protected."""
    counts = (
        (summary.accepted, "filed"),
        (summary.rewritten, "rewritten"),
        (summary.unchanged, "unchanged"),
        (summary.known, "already in the register"),
        (len(summary.set_aside), "set aside"),
        (len(summary.kept_by_hand), "kept as edited by hand"),
    )
    told = [f"{number:,} {what}" for number, what in counts if number]
    console.print(f"Documents: {', '.join(told) or 'none found'}.", highlight=False)
    if summary.undated:
        console.print(f"Undated among those filed: {summary.undated:,}.", highlight=False)
    if summary.repaired:
        console.print(
            f"Repaired while they were read: {summary.repaired:,} (./inv report names them).",
            highlight=False,
        )
    for refused in summary.set_aside[:SHOWN]:
        place = escape(_safe(str(refused.provenance)))
        console.print(f"  set aside  {place}: {escape(_safe(refused.reason))}", highlight=False)
    _more(len(summary.set_aside), console)
    for path in summary.kept_by_hand[:SHOWN]:
        console.print(f"  kept       {escape(path)} was edited by hand; filing left it alone.")
    _more(len(summary.kept_by_hand), console)


def tell_changes(
    changes: Sequence[TagChange], wrong: Sequence[str], authority: Authority, console: Console
) -> None:
    """Show what a retagging would change: heading by heading, then story by story."""
    console.print(f"The tags of {len(changes):,} stories would change.", highlight=False)
    headings = headings_changed(changes, authority)
    if headings:
        table = Table(box=None)
        table.add_column("Heading", max_width=44, overflow="ellipsis", no_wrap=True)
        for title in ("comes", "goes", "now primary", "now mentioned"):
            table.add_column(title, justify="right")
        for heading, counts in headings[:SHOWN]:
            table.add_row(escape(_safe(heading)), *(f"{n:,}" if n else "" for n in counts))
        console.print(table)
        _more(len(headings), console)
    for change in changes[:SHOWN]:
        marks = ", ".join(f"{mark} {code}" for mark, (_, code) in change.marks())
        line = f"  {change.path}: {marks or 'its line by hand'}"
        console.print(escape(_safe(line)), highlight=False)
    _more(len(changes), console)
    for sentence in wrong:
        console.print(f"  {escape(_safe(sentence))}", highlight=False)


def draw(register: Register, console: Console) -> None:
    """Draw the whole register: what was accepted, set aside, cut, tagged and left undated."""
    ((stories, dated),) = register.rows(
        f"SELECT count(*), count(*) FILTER (WHERE {DATED}) FROM document"
    )
    undated = stories - dated
    console.print(
        f"{stories:,} stories in the register, {undated:,} of them undated.", highlight=False
    )
    for title, query in QUESTIONS.items():
        _chart(title, register.rows(query), console)
    _places("Repaired while read", register.rows(REPAIRED), console)
    refused = register.rows("SELECT dump, locator, reason FROM set_aside ORDER BY 1, 2")
    _places("Set aside", refused, console)


def _places(title: str, rows: Sequence[tuple[str, str, str]], console: Console) -> None:
    """List documents by the place in their dump, and what is to be said of each."""
    if rows:
        console.print(f"\n[bold]{title}[/bold]: {len(rows):,} documents")
    for dump, locator, told in rows[:SHOWN]:
        place = escape(_safe(str(Provenance(dump, locator, ""))))
        console.print(f"  {place}: {escape(_safe(told))}", highlight=False)
    _more(len(rows), console)


COUNTED = "count(*) FROM {} GROUP BY 1 ORDER BY 2 DESC, 1"


def propose(register: Register, settled: Collection[str], console: Console) -> None:
    """Propose a default country for each source that is clearly at home in one."""
    rows = register.rows(
        "SELECT source, group_concat(code) FROM document LEFT JOIN tag ON tag.sha256 ="
        " document.sha256 AND desk = 'country' AND \"primary\" GROUP BY document.sha256"
    )
    stories = ((source, (codes or "").split(",") if codes else ()) for source, codes in rows)
    proposals = propose_default_countries(stories, settled)
    if proposals:
        console.print("\n[bold]At home in one country[/bold]: for archive.toml, if you agree")
        console.print("\\[desks.default_country]", highlight=False)
    for proposal in proposals:
        console.print(_safe(str(proposal)), highlight=False, markup=False)


QUESTIONS = {
    "Stories by year": (
        f"SELECT CASE WHEN {DATED} THEN substr(date, 1, 4) ELSE 'undated' END, count(*)"
        " FROM document GROUP BY 1 ORDER BY 1"
    ),
    "Sources": "SELECT source, " + COUNTED.format("document"),
    "Cuts by rule": "SELECT rule, " + COUNTED.format("cut"),
    "Countries": "SELECT heading, " + COUNTED.format("tag WHERE desk = 'country'"),
    "Organisations": "SELECT heading, " + COUNTED.format("tag WHERE desk = 'organization'"),
    "Left in doubt, for review": "SELECT rule, " + COUNTED.format("doubt"),
}
REPAIRED = (
    "SELECT min(dump), locator, (SELECT group_concat(value, '; ') FROM json_each(repairs))"
    " FROM document JOIN sighting USING (sha256) WHERE repairs != '[]' GROUP BY sha256"
    " ORDER BY 1, 2"
)


def offer(register: Register, console: Console) -> None:
    """Show the names outside the authority that several stories have, and how to accept one."""
    names = register.unverified()
    _chart("Unverified: organisations in no authority file, kept off the site", names, console)
    if names:
        words = "Accept one: ./inv authority accept --name 'ITS NAME', then ./inv retag"
        console.print(words, highlight=False, markup=False)


def show_notices(proposals: Sequence[Notice], files: Mapping[str, str], console: Console) -> None:
    """Show what a wire's notices may be about: id, kind, how sure, both files, and why."""
    if not proposals:
        console.print("No notice of a wire waits for a decision.", highlight=False)
        return
    kinds = Counter(one.kind for one in proposals)
    told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
    console.print(f"Notices of wires that wait for a decision: {told}.", highlight=False)
    for one in proposals[:SHOWN]:
        for line in (
            f"{one.sha256[:8]}  {one.kind} ({one.score:.2f}: {one.why})",
            f"          {files[one.sha256]}",
            f"          about {files[one.target]}",
            f"          «{one.quote[:QUOTED]}»",
        ):
            console.print(escape(_safe(line)), highlight=False)
    _more(len(proposals), console)


STATES = {"holds": "[green]holds[/]", "broken": "[bold red]broken[/]", "unknown": "[yellow]?[/]"}


def show_chain(chain: Chain, console: Console) -> None:
    """Show a story's chain: drawn on a terminal, else in lines that begin with what holds."""
    root = Tree(escape(_safe(chain.filed.path)))
    for link in chain.links:
        words = [f"{link.name}: {link.place}", link.sha256, link.sentence]
        name, *rest = (escape(_safe(part)) for part in words if part)
        if console.is_terminal:
            lines = (f"{STATES[link.state]}  [bold]{name}[/]", *rest)
            root.add("\n".join(lines))
        else:
            console.print(f"{link.state:8} {name}", *rest, sep="\n         ", highlight=False)
    if console.is_terminal:
        console.print(root, highlight=False, soft_wrap=False)  # else long sentences are cropped
    for line in chain.history:
        console.print(f"journal  {escape(_safe(line))}", highlight=False)


def _chart(title: str, rows: list[tuple[str, int]], console: Console) -> None:
    if not rows:
        return
    most = max(count for _, count in rows)
    table = Table(
        title=title, title_justify="left", title_style="bold", box=None, show_header=False
    )
    table.add_column(max_width=44, overflow="ellipsis", no_wrap=True)
    table.add_column(justify="right")
    table.add_column(style="cyan")
    for name, count in rows[:SHOWN]:
        table.add_row(
            escape(_safe(name) or "(none)"), f"{count:,}", "█" * max(1, count * BAR // most)
        )
    console.print()
    console.print(table)
    _more(len(rows), console)


def _more(number: int, console: Console) -> None:
    if number > SHOWN:
        console.print(f"  ... and {number - SHOWN:,} more.", highlight=False)


@dataclass
class _Pace:
    """How fast a run is, and from that, how much time it still takes."""

    started: float
    # Time and share when it was first told: loading rules and passing what is known came before.
    first: tuple[float, float] | None = None

    def told(self, summary: Summary) -> str:
        speed = summary.seen / max(time.monotonic() - self.started, 0.001)
        return (
            f"{summary.seen:,} documents, {speed:,.0f} a second, "
            f"{len(summary.set_aside):,} set aside{self._left(summary.share)}"
        )

    def _left(self, share: float) -> str:
        now = time.monotonic()
        self.first = self.first or (now, share)
        since, then = self.first
        if not then < share < 1:
            return ""
        return f", about {_span((1 - share) * (now - since) / (share - then))} left"


def _span(seconds: float) -> str:
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= 1.5 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"


def _plain(console: Console, pace: _Pace) -> Teller:
    last = pace.started

    def tell(summary: Summary) -> None:
        nonlocal last
        line = pace.told(summary)
        if time.monotonic() - last >= PLAIN_SECONDS:
            last = time.monotonic()
            console.print(line, highlight=False)

    return tell


def _safe(words: str) -> str:
    """Leave nothing that a terminal obeys: a dump's file name may hold escape sequences."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
