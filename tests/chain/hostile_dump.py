"""A dump with every payload in every field of every format, and in the names of files."""

import base64
import csv
import io
import json
import zipfile
from html import escape

from chain.payloads import PAYLOADS
from newsdesk.filing import UNPRINTABLE

BODY = (
    "HERAT, Jan {day}, 2025 (Reuters) - Lampworks {n} opened on Tuesday in Tajikistan, {p}.\n\n"
    "{p}\n\nOfficials of the United Nations counted {n} lamps at the pier and left before noon."
)


def body(n, payload):
    return BODY.format(n=n, day=n % 28 + 1, p=payload)


def as_json(n, payload):
    names = "author source place url language copyright id syndicator".split()
    facts = dict.fromkeys(names, payload) | {"title": f"{payload} lamp {n}", "date": "2025-01-05"}
    return ".json", json.dumps(facts | {"text": body(n, payload)}).encode()


def as_text(n, payload):
    words = f"{payload} lamp {n}\n\nBy {payload}\n\n{body(n, payload)}\n\n(c) {payload}\n"
    return ".txt", words.encode("utf-8", "replace")


def as_page(n, payload):
    """The payload as text of a page, escaped as an honest page would, and once as it is."""
    said = escape(payload)
    known = json.dumps({"@type": "NewsArticle", "headline": payload, "author": {"name": payload}})
    known = known.replace("<", "\\u003c")
    inside = "".join(f"<p>{escape(part)}</p>" for part in body(n, payload).split("\n\n"))
    return ".html", (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{said} lamp {n}</title>'
        f'<meta name="author" content="{said}"><meta property="og:site_name" content="{said}">'
        f'<link rel="canonical" href="{said}"><script type="application/ld+json">{known}</script>'
        f"</head><body><article><h1>{said} lamp {n}</h1>{inside}<div>{payload}</div></article>"
        "</body></html>"
    ).encode("utf-8", "replace")


def as_mail(n, payload):
    word = base64.b64encode(payload.encode("utf-8", "replace")).decode()
    coded = "\n ".join(f"=?utf-8?b?{word[at : at + 40]}?=" for at in range(0, len(word), 40))
    heads = f"Subject: {coded} lamp {n}\nFrom: {coded} <a@wire.example>\nMessage-ID: <{n}@x>\n"
    kind = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return ".eml", (heads + kind + body(n, payload)).encode("utf-8", "replace")


def as_document(n, payload):
    def clean(words):
        return escape(UNPRINTABLE.sub("", words))

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    lines = [f"{payload} lamp {n}", *body(n, payload).split("\n\n")]
    inside = "".join(f"<w:p><w:r><w:t>{clean(line)}</w:t></w:r></w:p>" for line in lines)
    inside = f"<w:body>{inside}</w:body>"
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{clean(payload)} lamp {n}</dc:title><dc:creator>{clean(payload)}</dc:creator>"
        "</cp:coreProperties>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f"<w:document {space}>{inside}</w:document>")
        packed.writestr("docProps/core.xml", core)
    return ".docx", held.getvalue()


FORMATS = (as_json, as_text, as_page, as_mail, as_document)


def as_feed():
    items = "".join(
        "<item>"
        + "".join(
            f"<{name}>{escape(UNPRINTABLE.sub('', words))}</{name}>"
            for name, words in (
                ("title", f"{payload} lamp {n}"), ("author", payload), ("link", payload),
                ("guid", payload), ("category", payload), ("description", body(n, payload)),
            )
        )
        + "</item>"
        for n, payload in enumerate(PAYLOADS)
    )  # fmt: skip
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'
    )


def as_table():
    held = io.StringIO()
    rows = csv.writer(held)
    rows.writerow(("title", "author", "source", "url", "text"))
    for n, payload in enumerate(PAYLOADS):
        rows.writerow((f"{payload} lamp {n}", payload, payload, payload, body(n, payload)))
    return held.getvalue()


def file_name(n, payload, suffix):
    name = payload.replace("/", "\u2044").replace("\0", "\u2400").encode("utf-8", "replace")[:180]
    return f"{name.decode('utf-8', 'ignore')}{n}{suffix}"


def write(folder):
    """Write the dump; return how many stories it holds."""
    for make in FORMATS:
        place = folder / make.__name__
        place.mkdir(parents=True)
        for n, payload in enumerate(PAYLOADS):
            suffix, data = make(n, payload)
            (place / file_name(n, payload, suffix)).write_bytes(data)
    (folder / "feed.xml").write_text(as_feed(), "utf-8", "replace")
    (folder / "table.csv").write_text(as_table(), "utf-8", "replace")
    return len(PAYLOADS) * (len(FORMATS) + 2)


def write_authority(folder):
    """Write own headings with payloads in their names, which stories are tagged with."""
    folder.mkdir()
    breakout = 'Tajikistan"" onmouseover=caught(0) x=""<img src=x onerror=caught(0)>'
    (folder / "countries.csv").write_text(f'code,heading\nTJ,"{breakout}"\n')
    with (folder / "organizations.csv").open("w", encoding="utf-8", errors="replace") as file:
        rows = csv.writer(file)
        rows.writerow(("key", "heading", "acronym", "type", "names"))
        for n, payload in enumerate(PAYLOADS):
            if heading := UNPRINTABLE.sub("", payload).strip():
                rows.writerow((f"L{n}", f"{heading} works {n}", "", "company", f"Lampworks {n}"))
