"""The review: every block in doubt and every proposed one on a page, and what was decided of them.

A decision becomes a rule in `rules/reviewed.toml` of the archive: furniture is cut from then on,
the story is kept, and neither is asked about again.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path

from newsdesk.copydesk.learned import block_id, learn, rule_for
from newsdesk.copydesk.rulebook import LONGEST_LINE, read_pack, read_pack_text
from newsdesk.copydesk.sight import whole_page
from newsdesk.disk import write_aside
from newsdesk.errors import BadDecision
from newsdesk.records import Article

PACK = "reviewed"
HEAD = f'[pack]\nid = "{PACK}"\nwhy = "What a person decided of blocks that were in doubt."\n'
SHOWN = 3
CONTEXT = 160


@dataclass(frozen=True, slots=True)
class Question:
    """A block of which a person is to say whether it is furniture.

    `id` is the same for blocks that differ in figures and case only. `places` are the stories it
    stands in, `before` and `after` its neighbours in the first of them.
    """

    id: str
    text: str
    source: str
    reason: str
    stories: int
    places: tuple[str, ...]
    before: str = ""
    after: str = ""


def questions(articles: Iterable[Article], decided: Collection[str] = ()) -> list[Question]:
    """Return what is uncertain in an archive: blocks in doubt, then blocks that recur in a source.

    Those whose id was decided are left out.
    """
    scores: dict[str, float] = defaultdict(float)
    seen: dict[str, list[tuple[Article, str]]] = defaultdict(list)
    everything = list(articles)
    for article in everything:
        for doubt in article.doubts:
            key = block_id(doubt.text)
            scores[key] = max(scores[key], doubt.score)
            seen[key].append((article, doubt.text))
    found = [
        question_of(key, seen[key], f"in doubt: {score:.2f} of the 1.00 that would cut it")
        for key, score in scores.items()
    ]
    holders: dict[str, list[tuple[Article, str]]] = defaultdict(list)
    recurring = {block_id(one.examples[0]): one for one in learn(everything)}
    for article in everything:
        for paragraph in article.paragraphs if recurring else ():
            if block_id(paragraph) in recurring.keys() - scores.keys():
                holders[block_id(paragraph)].append((article, paragraph))
    for key, at in holders.items():
        one = recurring[key]
        found.append(question_of(key, at, f"in {one.stories} different stories of one source"))
    fit = (one for one in found if one.id not in decided and 0 < len(one.text) <= LONGEST_LINE)
    return sorted(fit, key=lambda one: (one.source, -one.stories, one.id))


def question_of(key: str, at: Sequence[tuple[Article, str]], reason: str) -> Question:
    """Return the question about a block that stands in these stories."""
    article, text = at[0]
    sources = Counter(one.syndicator or one.source for one, _ in at)
    places = [f"{one.title or 'Untitled'} ({one.raw.provenance})" for one, _ in at]
    paragraphs = ["", *article.paragraphs, ""]
    number = paragraphs.index(text) if text in paragraphs[1:-1] else 0
    before, after = (paragraphs[number - 1], paragraphs[number + 1]) if number else ("", "")
    source = sources.most_common(1)[0][0]
    shown = tuple(dict.fromkeys(places))[:SHOWN]
    return Question(key, text, source, reason, len(set(places)), shown, before, after)


def decided_in(pack: Path) -> set[str]:
    """Return the ids decided so far. Raises BadRule where the pack is wrong."""
    if not pack.exists():
        return set()
    return {rule.id.partition(".")[2] for rule in read_pack(str(pack), read_pack_text(pack))}


def read_decisions(path: Path) -> tuple[list[str], list[str]]:
    """Return the ids accepted and rejected in a file that the page saved. Raises BadDecision."""
    try:
        found = json.loads(path.read_text("utf-8"))
        accepted, rejected = ([str(one) for one in found[key]] for key in ("accept", "reject"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it needs the lists accept, reject"
        raise BadDecision(
            f"{path} is no file of decisions: {why}. Save it from the review page; "
            "nothing was decided."
        ) from None
    return accepted, rejected


def decide(
    asked: Iterable[Question], accepted: Iterable[str], rejected: Iterable[str], pack: Path
) -> int:
    """Add a rule for each decision to the pack and return how many; what stands there stays.

    Raises BadDecision for an id that is not asked or is both accepted and rejected, BadRule where
    the pack would not load. Nothing is written then.
    """
    by_id = {one.id: one for one in asked}
    cut, keep = dict.fromkeys(accepted), dict.fromkeys(rejected)
    for key in [*cut, *keep]:
        if key not in by_id:
            raise BadDecision(
                f"No block in doubt has the id «{key}»: it is decided already, or the archive "
                "changed. Run ./inv rules review for the ids of today; nothing was decided."
            )
        if key in cut and key in keep:
            raise BadDecision(f"«{key}» is both accepted and rejected; nothing was decided.")
    text = read_pack_text(pack) if pack.exists() else HEAD
    for key in cut:
        text += "\n" + rule_for(key, by_id[key].text, "Furniture, a person said.", 1)
    for key in keep:
        text += "\n" + rule_for(key, by_id[key].text, "The story, a person said.", 1, at="keep")
    read_pack(str(pack), text)
    if cut or keep:
        write_aside(pack, text.encode())
    return len(cut) + len(keep)


STYLE = """
fieldset{border:1px solid #bbb;border-radius:.4rem;margin:1rem 0;padding:.5rem 1rem}
fieldset:has([value=accept]:checked){border-color:#b00;background:#b001}
fieldset:has([value=reject]:checked){border-color:#070;background:#0701}
legend{font:.8rem monospace}.near{opacity:.65}label{margin-inline-end:1.5rem;white-space:nowrap}
.bar{position:sticky;top:0;background:Canvas;padding:.7rem 0;border-bottom:1px solid #bbb}
button{font:inherit;padding:.3rem 1rem}summary{cursor:pointer}
"""
SCRIPT = """
const chosen = (value) => [...document.querySelectorAll(`input[value=${value}]:checked`)]
  .map((input) => input.name);
const save = document.querySelector("button");
const count = document.querySelector("output");
const tell = () => {
  const [cut, keep] = [chosen("accept").length, chosen("reject").length];
  count.textContent = `${cut} to cut, ${keep} to keep`;
  save.disabled = !(cut + keep);
};
document.addEventListener("change", tell);
save.addEventListener("click", () => {
  const words = JSON.stringify({ accept: chosen("accept"), reject: chosen("reject") }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([words + "\\n"], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
});
document.querySelector(".bar").hidden = false;
tell();
"""


def review_page(asked: Iterable[Question]) -> str:
    """Return a page on which each block can be accepted as furniture or rejected.

    It stands alone and asks nothing of a network. Its button saves `decisions.json`.
    """
    parts = []
    for source, group in groupby(asked, key=lambda one: one.source):
        parts.append(f"<h2>{escape(source or 'No source')}</h2>")
        parts += map(item, group)
    if not parts:
        return whole_page("For review", "<h1>For review</h1><p>Nothing is in doubt.</p>")
    how = (
        "<p>Say of each block whether it is furniture, save, and run "
        "<code>./inv rules review --decisions decisions.json</code>. "
        "Without the button: <code>./inv rules review --accept ID,ID --reject ID</code>. "
        "What you leave open is asked again.</p>"
        "<div class=bar hidden><button type=button>Save decisions</button> <output></output></div>"
    )
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    return whole_page(
        "For review",
        f"<style>{STYLE}</style><h1>For review</h1>{how}{''.join(parts)}<script>{SCRIPT}</script>",
        script=f"'sha256-{digest}'",
    )


def item(one: Question) -> str:
    """Return the part of the page that asks about one block."""
    places = "".join(f"<li dir=auto>{escape(place)}</li>" for place in one.places)
    rule = escape(rule_for(one.id, one.text, "Furniture, a person said.", 1))
    return (
        f"<fieldset><legend>{one.id}</legend>"
        f"{near(one.before[-CONTEXT:])}<p dir=auto><mark>{escape(one.text)}</mark></p>"
        f"{near(one.after[:CONTEXT])}<p>{''.join(choices(one.id))}</p>"
        f"<details><summary>{escape(one.reason)}; {one.stories} "
        f"{'story' if one.stories == 1 else 'stories'}</summary><ul>{places}</ul>"
        f"<pre>{rule}</pre></details></fieldset>"
    )


def near(text: str) -> str:
    """Return what stands beside a block, greyed."""
    return f"<p dir=auto class=near>{escape(text)}</p>" if text else ""


def choices(name: str) -> Iterator[str]:
    """Yield the three answers."""
    for value, words in (
        ("accept", "Furniture: cut it"),
        ("reject", "Story: keep it"),
        ("", "Undecided"),
    ):
        checked = " checked" * (not value)
        yield f'<label><input type=radio name="{name}" value="{value}"{checked}> {words}</label>'
