"""What the copydesk saw: a document with its cuts and the evidence for its fields, to look at.

In the terminal by rich, and as a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rich.console import Group
from rich.table import Table
from rich.text import Text

from newsdesk.copydesk.learned import block_id, rule_for
from newsdesk.records import Article, Doubt, TaggedArticle

FIELDS = (
    "title date time partial_date source syndicator wire_id byline place dateline lang rights url "
    "truncated"
).split()
COLOURS = ("red", "yellow", "magenta", "cyan", "blue", "green")
STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
pre{white-space:pre-wrap;font:inherit;overflow-wrap:anywhere}
del{background:#fdd;text-decoration:none}del::after{content:" " attr(title);font:.7rem monospace}
mark{background:#ffc}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2rem .5rem}
td,th{text-align:start;vertical-align:top;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}del{background:#511}
mark{background:#552;color:inherit}}
"""


def on_terminal(tagged: TaggedArticle) -> Group:
    """Return what rich prints of a document: text with its cuts, fields, tags and doubts."""
    article = tagged.article
    parts: list[Text | Table] = [original_with_cuts(article), fields_table(article)]
    for tag in tagged.tags:
        star = "*" if tag.primary else ""
        parts.append(Text(printable(f"{tag.code}{star} {tag.heading}: {tag.reason}")))
    for doubt in article.doubts:
        quote = printable(doubt.text[:120])
        parts.append(
            Text(f"in doubt ({doubt.score:.2f}, {block_id(doubt.text)}): {quote}", style="yellow")
        )
    return Group(*parts)


def original_with_cuts(article: Article) -> Text:
    """Return the whole original, each cut struck through in its rule's colour and named."""
    text = Text()
    for piece, rule in pieces(article):
        if not rule:
            text.append(printable(piece))
            continue
        colour = COLOURS[sum(rule.encode()) % len(COLOURS)]
        text.append(printable(piece.rstrip()), style=f"{colour} strike")
        text.append(f" [{rule}]", style=f"{colour} dim")
        text.append(printable(piece[len(piece.rstrip()) :]))
    return text


def printable(text: str) -> str:
    """Return a text without the control characters a terminal would obey; joiners stay."""
    return "".join(c if c.isprintable() or c in "\n\t\u200c\u200d" else "�" for c in text)


def fields_table(article: Article) -> Table:
    """Return the fields of a story with the evidence for each as a table."""
    table = Table("field", "value", "read by", "from")
    for name in FIELDS:
        value = str(getattr(article, name) or "")
        for number, evidence in enumerate(e for e in article.evidence if e.field == name):
            shown = (name, value) if number == 0 else ("", f"({evidence.value})")
            cells = (*shown, evidence.rule, evidence.quote[:70])
            table.add_row(*(Text(printable(cell)) for cell in cells))
        if value and not any(e.field == name for e in article.evidence):
            table.add_row(Text(name), Text(printable(value)), Text(""), Text(""))
    return table


def pieces(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the stretches of the original in order, each with the rule that cut it, '' if kept."""
    raw = article.raw.text
    spans = [(s.start, s.end, "") for s in article.kept]
    spans += [(c.start, c.end, c.rule) for c in article.cuts]
    for start, end, rule in sorted(spans):
        yield raw[start:end], rule


def on_page(*stories: TaggedArticle) -> str:
    """Return the same of one or more stories as a page; all escaped."""
    titles = [one.article.title or str(one.article.raw.provenance) for one in stories]
    return whole_page(", ".join(titles[:3]), "".join(map(account, stories)))


def account(tagged: TaggedArticle) -> str:
    """Return the whole original of a story, cuts marked, and its fields below."""
    article = tagged.article
    body = "".join(marked(piece, rule) for piece, rule in pieces(article))
    rows = "".join(
        f"<tr><th>{escape(e.field)}<td>{escape(e.value)}<td>{escape(e.rule)}<td>{escape(e.quote)}"
        for e in article.evidence
    )
    rows += "".join(
        f"<tr><th>{escape(tag.desk)}<td>{escape(tag.heading)}<td>{escape(tag.code)}"
        f"<td>{escape(tag.reason)}"
        for tag in tagged.tags
    )
    heading = "<tr><th>field<th>value<th>read by<th>from"
    return (
        f"<h1>{escape(article.title or 'Untitled')}</h1>"
        f"<p>{escape(str(article.raw.provenance))}</p>"
        f'<pre dir="auto">{body}</pre><table>{heading}{rows}</table>{doubt_list(article)}'
    )


def marked(piece: str, rule: str) -> str:
    """Return a stretch of the original, escaped; what a rule cut is marked and bears its name."""
    words = piece.rstrip()
    if not rule:
        return escape(piece)
    name = escape(rule, quote=True)
    return f'<del title="{name}">{escape(words)}</del>{escape(piece[len(words) :])}'


def doubt_list(article: Article) -> str:
    """Return the doubts of one story as a list, each with the lines that would make it a rule."""
    items = "".join(doubt_item(doubt) for doubt in article.doubts)
    return f"<h2>In doubt</h2><ul>{items}</ul>" if items else ""


def doubt_item(doubt: Doubt) -> str:
    """Return one doubt with the rule that would cut it, to be copied into a pack."""
    name = block_id(doubt.text)
    rule = rule_for(name, doubt.text, "Furniture, a person said.", 1)
    return (
        f'<li><mark dir="auto">{escape(doubt.text)}</mark> ({doubt.score:.2f}, {name})'
        f"<details><summary>as a rule</summary><pre>{escape(rule)}</pre></details>"
    )


def whole_page(title: str, body: str, script: str = "") -> str:
    """Return a page that stands alone: nothing fetched, and no script but the one of this hash."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    policy += f"; script-src {script}" * bool(script)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>{body}</body></html>\n"
    )
