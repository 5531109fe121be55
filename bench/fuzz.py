"""Fuzz intake, copydesk, desks and filing, led by what code the bytes reach (atheris).

python -m bench.fuzz --work DIR [--target intake] [--minutes 10]

A finding is an exception, a document that takes over two seconds of the processor, or text that is
not rebuilt. The bytes of a finding are kept in DIR, and so is the corpus, for the next run.
Needs the extra `fuzz`.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsdesk"]):
    from newsdesk import copydesk, filing
    from newsdesk.archive import Archive
    from newsdesk.editor import Editor
    from newsdesk.intake import IntakeSettings
    from newsdesk.intake import read as read_dump
    from newsdesk.records import Provenance, RawDocument, SetAside, TaggedArticle

ROOT = Path(__file__).resolve().parent.parent
LIMITS = IntakeSettings(
    max_document=200_000, max_container=200_000, ratio_grace=200_000, max_seconds=2
)
SUFFIXES = (
    *("", ".txt", ".html", ".json", ".jsonl", ".csv", ".xml", ".eml", ".mbox", ".mhtml", ".rtf"),
    *(".docx", ".zip", ".tar", ".gz", ".tgz", ".warc"),
)
FAILED = ("failed on it", "It took over")


def document(text: str, media_type: str = "text/plain") -> RawDocument:
    """Return a text as intake would hand it on."""
    return RawDocument(text, Provenance("a", "", "0" * 64), media_type)


def intake(data: bytes) -> None:
    """The first byte says what the file is called."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, f"a{suffix}")
        path.write_bytes(data[1:])
        for found in read_dump(path, settings=LIMITS):
            if isinstance(found, SetAside):
                judge(found)


def clean(data: bytes) -> None:
    """Cut, kept and rebuilt: the decoded original, character for character."""
    raw = document(*_text(data))
    if copydesk.rebuild(copydesk.clean(raw, RULEBOOK)) != raw.text:
        raise RuntimeError("The original is not rebuilt.")


def edit(data: bytes) -> None:
    """From text to content file."""
    edited = EDITOR(document(*_text(data)))
    if isinstance(edited, TaggedArticle):
        filing.render(edited).encode()
    else:
        judge(edited)


def judge(refused: SetAside) -> None:
    """Stop at a document that was set aside for a fault of ours."""
    if any(words in refused.reason for words in FAILED):
        raise RuntimeError(refused.reason)


def _text(data: bytes) -> tuple[str, str]:
    kind = "text/html" if data[:1] and data[0] & 1 else "text/plain"
    return data[1:].decode("utf-8", "replace"), kind


TARGETS: dict[str, Callable[[bytes], None]] = {"intake": intake, "copydesk": clean, "desks": edit}
RULEBOOK = copydesk.load_rulebook(None)
EDITOR = Editor(Archive(ROOT / "samples", {"intake": {"max_seconds": 2}}))


def seeds(folder: Path) -> None:
    """Begin with the sample dumps, each as every kind of file it may be taken for."""
    for number, path in enumerate(sorted((ROOT / "samples" / "dump").rglob("*"))):
        if path.is_file() and path.stat().st_size < 50_000:
            suffix = path.suffix if path.suffix in SUFFIXES else ""
            (folder / f"sample-{number}").write_bytes(
                bytes([SUFFIXES.index(suffix)]) + path.read_bytes()
            )


def main() -> None:
    """Read the command line and fuzz until the time is over or something is found."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--work", type=Path, required=True)
    words.add_argument("--target", choices=TARGETS, default="intake")
    words.add_argument("--minutes", type=int, default=10)
    told = words.parse_args()
    corpus = told.work / told.target
    corpus.mkdir(parents=True, exist_ok=True)
    seeds(corpus)
    EDITOR._limits, patient = IntakeSettings(), EDITOR._limits
    edit((ROOT / "README.md").read_bytes())  # what is compiled once is no fault of a document
    EDITOR._limits = patient
    sys.stdout = io.StringIO()  # what libraries say of broken bytes is of no interest
    limits = [f"-max_total_time={told.minutes * 60}", "-timeout=300", "-rss_limit_mb=4096"]
    place = f"-artifact_prefix={told.work}/found-{told.target}-"
    atheris.Setup(
        [sys.argv[0], str(corpus), *limits, "-max_len=20000", place], TARGETS[told.target]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
