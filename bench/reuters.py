"""Turn Reuters-21578 (SGML of 1987 wire stories) into a dump that intake reads, for volume tests.

    python bench/reuters.py FOLDER_WITH_SGM OUT [--as jsonl|txt] [--limit N]

JSON lines hold {title, date, source, text}, one file for each SGML file; with `txt`, each story is
a file as a wire would send it: title, blank line, dateline and body. A brief is its headline alone;
stories with neither are left out and counted.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

STORY = re.compile(r"<REUTERS\b([^>]*)>(.*?)</REUTERS>", re.S)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]|&#(?:[0-9]|[12]\d|3[01]|127);")


def stories(path: Path) -> Iterator[dict[str, str]]:
    """Yield the stories of one .sgm or .sgm.gz file, those without a body too."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for attributes, inner in STORY.findall(data.decode("latin-1")):
        number = re.search(r'NEWID="(\d+)"', attributes)
        title = " ".join(_element(inner, "TITLE").strip(" *\n").split())
        dateline, body = _element(inner, "DATELINE").strip(), _element(inner, "BODY")
        yield {
            "id": number[1] if number else "",
            "title": title,
            "date": _date(_element(inner, "DATE")),
            "source": "Reuters",
            "text": _body(dateline, body or _unstructured(inner)) or title,
        }


def _element(inner: str, name: str) -> str:
    found = re.search(rf"<{name}>(.*?)</{name}>", inner, re.S)
    return html.unescape(CONTROLS.sub("", found[1])) if found else ""


def _unstructured(inner: str) -> str:
    """Return the text of a story of type UNPROC or BRIEF, which has no BODY."""
    found = re.search(r'<TEXT\s+TYPE="UNPROC">(.*?)</TEXT>', inner, re.S)
    return html.unescape(CONTROLS.sub("", found[1])) if found else ""


def _body(dateline: str, body: str) -> str:
    """Return paragraphs parted by blank lines: the tape marks one by an indent of four."""
    paragraphs = re.split(r"\n[ \t]{3,}", body.strip("\n"))
    joined = [" ".join(p.split()) for p in paragraphs if p.strip()]
    joined = [p for p in joined if p.casefold() not in {"reuter", "reuter..."}]
    joined = [re.sub(r"\s+(?:REUTER|Reuter)$", "", p) for p in joined]
    if joined and dateline:
        joined[0] = f"{dateline} {joined[0]}"
    return "\n\n".join(joined)


def _date(text: str) -> str:
    found = re.search(r"(\d{1,2}-[A-Z]{3}-\d{4}) (\d\d:\d\d:\d\d)", text)
    if not found:
        return ""
    return datetime.strptime(f"{found[1]} {found[2]}", "%d-%b-%Y %H:%M:%S").isoformat()


def convert(source: Path, target: Path, kind: str, limit: int) -> tuple[int, int]:
    """Write the dump; return how many stories it holds and how many had no text."""
    target.mkdir(parents=True, exist_ok=True)
    kept = empty = 0
    for path in sorted([*source.glob("*.sgm"), *source.glob("*.sgm.gz")]):
        found = list(stories(path))
        full = [story for story in found if story["text"]][: max(0, limit - kept)]
        empty += sum(not story["text"] for story in found)
        kept += len(full)
        if full:
            _write(full, target, path.name.split(".")[0], kind)
    return kept, empty


def _write(found: list[dict[str, str]], target: Path, name: str, kind: str) -> None:
    if kind == "jsonl":
        lines = "".join(json.dumps(story, ensure_ascii=False) + "\n" for story in found)
        (target / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        return
    folder = target / name
    folder.mkdir(exist_ok=True)
    for story in found:
        text = f"{story['title']}\n\n{story['text']}\n"
        (folder / f"{int(story['id']):06}.txt").write_text(text, encoding="utf-8")


def main() -> int:
    """Read the command line and convert."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--as", dest="kind", choices=("jsonl", "txt"), default="jsonl")
    parser.add_argument("--limit", type=int, default=sys.maxsize)
    chosen = parser.parse_args()
    if not chosen.source.is_dir():
        parser.error(f"There is no folder at {chosen.source}.")
    kept, empty = convert(chosen.source, chosen.target, chosen.kind, chosen.limit)
    print(f"{kept} stories written to {chosen.target}, {empty} without text left out.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
