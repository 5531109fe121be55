"""What the copydesk saw: a document with its cuts and the evidence for its fields, to look at.

In the terminal by rich, which takes seconds for each megabyte to break into lines: long stretches
are abridged there. As a page, which shows everything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from typing import NamedTuple

from rich.console import Group
from rich.table import Table
from rich.text import Text

from newsdesk.copydesk.learned import block_id, rule_for
from newsdesk.records import Article, Doubt, TaggedArticle

FIELDS = (
    "title date time partial_date source syndicator wire_id byline place dateline lang dir rights "
    "url truncated"
).split()
COLOURS = ("red", "yellow", "magenta", "cyan", "blue", "green")
IN_DOUBT = "black on yellow"
LONGEST, EDGE = 4_000, 1_500  # characters shown whole; shown at each end of a longer stretch
LONGEST_MARKUP, EDGE_OF_MARKUP = 300, 100
MOST = 60_000  # characters of one document that the terminal shows; half of them from its end
MOST_DOUBTS = 40
HOW_TO_DECIDE = (
    "Once the file is ingested: ./inv rules review --accept ID if the block is furniture, "
    "--reject ID if it is the story."
)
STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
pre{white-space:pre-wrap;font:inherit;overflow-wrap:anywhere}
del{background:hsl(var(--hue) 80% 90%);text-decoration:none}
del[title=markup]{background:none;opacity:.6}
del::after{content:" " attr(title);font:.7rem monospace}
mark{background:#ffc}mark[title]::after{content:" " attr(title);font:.7rem monospace}
table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.2rem .5rem}
td,th{text-align:start;vertical-align:top;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}
del{background:hsl(var(--hue) 60% 22%)}mark{background:#552;color:inherit}}
"""


class Stretch(NamedTuple):
    """A stretch of the original: the rule that cut it ('' if kept), its id where it is in doubt."""

    text: str
    rule: str
    doubt: str = ""


def on_terminal(tagged: TaggedArticle) -> Group:
    """Return what rich prints of a document: text with its cuts, fields, tags and doubts."""
    article = tagged.article
    parts: list[Text | Table] = [original_with_cuts(article), fields_table(article)]
    for tag in tagged.tags:
        star = "*" if tag.primary else ""
        parts.append(Text(printable(f"{tag.code}{star} {tag.heading}: {tag.reason}")))
    for doubt in article.doubts[:MOST_DOUBTS]:
        line = f"in doubt ({doubt.score:.2f}), ID {block_id(doubt.text)}: {doubt.text[:120]}"
        parts.append(Text(printable(line), style="yellow"))
    if len(article.doubts) > MOST_DOUBTS:
        left = len(article.doubts) - MOST_DOUBTS
        parts.append(Text(f"{left:,} more in doubt; --html lists them.", style="yellow"))
    if article.doubts:
        parts.append(Text(HOW_TO_DECIDE, style="yellow"))
    return Group(*parts)


def original_with_cuts(article: Article) -> Text:
    """Return the original, each cut struck through in its rule's colour and named; long stretches
    and the middle of a long document are abridged, with a mark of how much is left out."""
    text = Text()
    shown = list(stretches(article))
    beginning, end = middle(shown)
    for one in shown[:beginning]:
        append(text, one)
    if beginning < end:
        left = sum(len(one.text) for one in shown[beginning:end])
        text.append(left_out(left, f" in {end - beginning:,} stretches"), style="dim")
    for one in shown[end:]:
        append(text, one)
    return text


def middle(shown: Sequence[Stretch]) -> tuple[int, int]:
    """Return the first stretch that is too many for the terminal, and the first after those."""
    sizes = [min(len(one.text), LONGEST) for one in shown]
    if sum(sizes) <= MOST:
        return len(shown), len(shown)
    from_above, from_below = list(accumulate(sizes)), list(accumulate(reversed(sizes)))
    return bisect_right(from_above, MOST // 2), len(shown) - bisect_right(from_below, MOST // 2)


def append(text: Text, one: Stretch) -> None:
    """Add a stretch to what the terminal shows; what is cut or in doubt bears its name."""
    if not (one.rule or one.doubt):
        add_abridged(text, one.text)
        return
    colour = COLOURS[sum(one.rule.encode()) % len(COLOURS)]
    words = one.text.rstrip()
    markup = one.rule == "markup"
    style = "dim" if markup else f"{colour} strike" if one.rule else IN_DOUBT
    add_abridged(text, words, style, markup)
    name = one.rule or f"in doubt: {one.doubt}"
    text.append(f" [{name}]", style=f"{colour} dim" if one.rule else "yellow")
    add_abridged(text, one.text[len(words) :])


def add_abridged(text: Text, words: str, style: str = "", markup: bool = False) -> None:
    """Add words: of very many the beginning and the end; of markup sooner than of text."""
    most, edge = (LONGEST_MARKUP, EDGE_OF_MARKUP) if markup else (LONGEST, EDGE)
    if len(words) <= most:
        text.append(printable(words), style=style)
        return
    text.append(printable(words[:edge]), style=style)
    text.append(left_out(len(words) - 2 * edge), style="dim")
    text.append(printable(words[-edge:]), style=style)


def left_out(characters: int, more: str = "") -> str:
    """Return the mark that stands for what the terminal does not show."""
    return f"\n[… {characters:,} characters{more} not shown here; --html shows them …]\n"


def printable(text: str) -> str:
    """Return a text without the control characters a terminal would obey; joiners stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c if c.isprintable() or c in "\n\t\u200c\u200d" else "�" for c in text)


def fields_table(article: Article) -> Table:
    """Return the fields of a story with the evidence for each as a table."""
    table = Table("field", "value", "read by", "from")
    for name, value, rule, quote in field_rows(article):
        cells = (name, short(value, 300), rule, short(quote, 70))
        table.add_row(*(Text(printable(cell), overflow="fold") for cell in cells))
    return table


def short(text: str, most: int) -> str:
    """Return a text that is no longer than so many characters, an ellipsis for the rest."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def field_rows(article: Article) -> Iterator[tuple[str, str, str, str]]:
    """Yield field, value, rule and quote: what won first, other candidates in brackets."""
    for name in FIELDS:
        value = str(getattr(article, name) or "")
        offers = [e for e in article.evidence if e.field == name]
        offers.sort(key=lambda e: not e.value.startswith(value))  # the hour stands behind the date
        for number, one in enumerate(offers):
            won = value if value and number == 0 else f"({one.value})"
            yield "" if number else name, won, one.rule, one.quote
        if value and not offers:
            yield name, value, "", ""


def stretches(article: Article) -> Iterator[Stretch]:
    """Yield the stretches of the original in order."""
    raw = article.raw.text
    spans = [(s.start, s.end, "") for s in article.kept]
    spans += [(c.start, c.end, c.rule) for c in article.cuts]
    doubts = sorted((d.start, d.end, d.text) for d in article.doubts)
    starts = [start for start, _, _ in doubts]
    for start, end, rule in sorted(spans):
        last = bisect_right(starts, end - 1) - 1
        doubtful = not rule and last >= 0 and start < doubts[last][1]
        yield Stretch(raw[start:end], rule, block_id(doubts[last][2]) if doubtful else "")


def on_page(*stories: TaggedArticle) -> str:
    """Return the same of one or more stories as a page; all escaped."""
    titles = [one.article.title or str(one.article.raw.provenance) for one in stories]
    return whole_page(", ".join(titles[:3]), "".join(map(account, stories)))


def account(tagged: TaggedArticle) -> str:
    """Return the whole original of a story, cuts marked, and its fields below."""
    article = tagged.article
    body = "".join(map(marked, stretches(article)))
    lines = [*field_rows(article)]
    lines += [(tag.desk, tag.heading, tag.code, tag.reason) for tag in tagged.tags]
    rows = "".join(
        f"<tr><th>{escape(name)}<td dir=auto>{escape(value)}<td>{escape(rule)}"
        f"<td dir=auto>{escape(quote)}"
        for name, value, rule, quote in lines
    )
    heading = "<tr><th>field<th>value<th>read by<th>from"
    tongue = tongue_of(article)
    return (
        f"<h1{tongue}>{escape(article.title or 'Untitled')}</h1>"
        f"<p>{escape(str(article.raw.provenance))}</p>"
        f"<pre{tongue}>{body}</pre><table>{heading}{rows}</table>{doubt_list(article)}"
    )


def tongue_of(article: Article) -> str:
    """Return the attributes that say a story's language and direction: the page is English."""
    lang = f' lang="{escape(article.lang)}"' if article.lang else ""
    return f'{lang} dir="{escape(article.dir) or "auto"}"'


def marked(one: Stretch) -> str:
    """Return a stretch of the original, escaped; what is cut or in doubt bears its name."""
    if not (one.rule or one.doubt):
        return escape(one.text)
    words = one.text.rstrip()
    space = escape(one.text[len(words) :])
    if not one.rule:
        return f'<mark title="in doubt: {one.doubt}">{escape(words)}</mark>{space}'
    hue = sum(one.rule.encode()) * 47 % 360
    return f'<del title="{escape(one.rule)}" style="--hue:{hue}">{escape(words)}</del>{space}'


def doubt_list(article: Article) -> str:
    """Return the doubts of one story as a list, each with the lines that would make it a rule."""
    tongue = tongue_of(article)
    items = "".join(doubt_item(doubt, tongue) for doubt in article.doubts)
    return f"<h2>In doubt</h2><p>{HOW_TO_DECIDE}</p><ul>{items}</ul>" if items else ""


def doubt_item(doubt: Doubt, tongue: str) -> str:
    """Return one doubt with the rule that would cut it, to be copied into a pack."""
    name = block_id(doubt.text)
    rule = rule_for(name, doubt.text, "Furniture, a person said.", 1)
    return (
        f"<li><mark{tongue}>{escape(doubt.text)}</mark> ({doubt.score:.2f}, {name})"
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
