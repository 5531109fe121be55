"""Sight: what the copydesk and the desks did to one document, for eyes instead of logs.

The decoded original is shown whole: kept text plain, cuts struck out with the rule beside them,
doubtful blocks marked; below it every field and every tag with its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import cycle

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsdesk.records import Article, TaggedArticle

COLOURS = ("red", "magenta", "blue", "yellow", "cyan", "green")
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color-scheme: light dark; }}
pre {{ white-space: pre-wrap; font: inherit; border-block: 1px solid; padding-block: 1rem; }}
del {{ color: light-dark(#a32b1e, #ff9d8a); }}
del::after {{ content: " " attr(title); font: .75rem/1 sans-serif; opacity: .8; }}
mark {{ background: light-dark(#fde9a8, #5a4a10); color: inherit; }}
table {{ border-collapse: collapse; margin-block: 1rem; width: 100%; }}
th, td {{ text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{provenance}</p>
<pre dir="auto">{original}</pre>
{tables}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the original: `rule` cut it; `doubt` left it in although it may be furniture."""

    text: str
    rule: str = ""
    doubt: str = ""


def stretches(article: Article) -> Iterator[Stretch]:
    """Yield the whole original in order, in stretches that were kept, cut or doubted."""
    text = article.raw.text
    doubts = sorted((d.start, d.end, d.rule) for d in article.doubts)
    edges = sorted({s.start for s in article.kept} | {c.start for c in article.cuts})
    rules = {cut.start: cut.rule for cut in article.cuts}
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if start in rules:
            yield Stretch(text[start:end], rules[start])
            continue
        for first, last, rule in doubts:
            if start <= first and last <= end:
                yield Stretch(text[start:first])
                yield Stretch(text[first:last], doubt=rule)
                start = last
        yield Stretch(text[start:end])


def on_terminal(tagged: TaggedArticle) -> RenderableType:
    """Return a document's account for a terminal; nothing in it is obeyed as an escape sequence."""
    article = tagged.article
    colours = dict(
        zip(dict.fromkeys(cut.rule for cut in article.cuts), cycle(COLOURS), strict=False)
    )
    original = Text()
    for part in stretches(article):
        if part.rule:
            if part.text.strip():
                words = part.text.rstrip()
                original.append(_shown(words), style=f"strike {colours[part.rule]}")
                original.append(f" ‹{part.rule}›", style=f"dim {colours[part.rule]}")
                original.append(_shown(part.text[len(words) :]))
        elif part.doubt:
            original.append(_shown(part.text), style="reverse")
            original.append(f" ‹in doubt: {part.doubt}›", style="dim")
        else:
            original.append(_shown(part.text))
    return Group(original, Text(), *(_table(title, rows) for title, *rows in _tables(tagged)))


def on_page(tagged: TaggedArticle) -> str:
    """Return the same account as one HTML page that needs nothing else."""
    return PAGE.format(
        title=escape(tagged.article.title or "Without a headline"),
        provenance=escape(str(tagged.article.raw.provenance)),
        original="".join(map(_marked, stretches(tagged.article))),
        tables="\n".join(_markup(title, rows) for title, *rows in _tables(tagged)),
    )


def _tables(tagged: TaggedArticle) -> Iterator[tuple[str, *tuple[tuple[str, ...], ...]]]:
    article = tagged.article
    yield "Fields", *((e.field, e.value, e.rule, e.quote) for e in article.evidence)
    yield (
        "Tags",
        *(
            (tag.code, tag.heading, "about it" if tag.primary else "mentioned", tag.reason)
            for tag in tagged.tags
        ),
    )


def _table(title: str, rows: list[tuple[str, ...]]) -> Table:
    table = Table(
        title=title, title_justify="left", box=None, show_header=False, padding=(0, 2, 0, 0)
    )
    for row in rows:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    return table


def _markup(title: str, rows: list[tuple[str, ...]]) -> str:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<h2>{title}</h2>\n<table>{body}</table>"


def _marked(part: Stretch) -> str:
    words = escape(_shown(part.text))
    if part.rule and part.text.strip():
        return f'<del title="{escape(part.rule)}">{words}</del>'
    if part.doubt:
        return f'<mark title="{escape(part.doubt)}">{words}</mark>'
    return words


def _shown(words: str) -> str:
    """Leave line ends and letters; a terminal obeys nothing of what remains."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in words.replace("\r\n", "\n"))
