"""Measure ingest among poison: good stories with one bad document in a hundred, of every kind.

python -m bench.poison --work DIR [--stories 100000]

The dump is invented and always the same. What counts: every good story is filed, every poisonous
document is listed with a reason, nothing else is, and memory stays where it was.
"""

from __future__ import annotations

import argparse
import gzip
import io
import itertools
import json
import os
import random
import resource
import struct
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from newsdesk import pipeline
from newsdesk.archive import Archive
from newsdesk.pipeline import Summary

A_FOLDER = 1000  # documents in a folder of the dump
ONE_IN = 100  # is poison
MEGABYTE = 2**20
LAMP = b"The lamp went out. "

PLACES = (
    "Kabul Dushanbe Tashkent Bishkek Astana Tehran Ankara Cairo Nairobi Lagos Accra Lima Quito"
    " Bogota Santiago Oslo Helsinki Tallinn Riga Vilnius Warsaw Prague Lisbon Madrid Athens Delhi"
    " Dhaka Colombo Jakarta Manila Hanoi Seoul Tokyo Canberra Wellington Suva"
).split()
WHO = (
    "engineers teachers fishermen nurses ministers pilots farmers weavers judges miners students"
    " bakers librarians sailors surveyors drivers beekeepers printers masons gardeners"
).split()
DID = (
    "opened repaired counted measured closed painted inspected rebuilt surveyed blocked flooded"
    " bought lent moved photographed insured mapped emptied widened named"
).split()
WHAT = (
    "a bridge,a market,a dam,two schools,a ferry,a lighthouse,the harbour,an orchard,a tunnel,"
    "the archive,a tram line,a reservoir,three wells,a clinic,the town clock,a quarry,a canal,"
    "a seed bank,the old mill,a weather station"
).split(",")
WHY = (
    "after a night of rain,before the spring fair,at the wish of the council,without a permit,"
    "with money lent by neighbours,for the second time this year,while the river was low,"
    "although the road was shut,to everybody's surprise,as a court had ordered"
).split(",")


def sentence(chance: random.Random) -> str:
    """Return an invented sentence of news."""
    number = chance.randrange(3, 90_000)
    words = f"{number:,} {chance.choice(WHO)} near {chance.choice(PLACES)} {chance.choice(DID)}"
    return f"Some {words} {chance.choice(WHAT)} {chance.choice(WHY)}."


def story(number: int) -> tuple[str, str, date, list[str]]:
    """Return headline, place, day and paragraphs of an invented story."""
    chance = random.Random(number)
    place, day = chance.choice(PLACES), date(2005, 1, 1) + timedelta(chance.randrange(7000))
    title = f"{chance.choice(WHO).title()} of {place} {chance.choice(DID)} {chance.choice(WHAT)}"
    body = [" ".join(sentence(chance) for _ in range(2)) for _ in range(3)]
    return f"{title} No {number}", place, day, body


def good(number: int) -> tuple[str, bytes]:
    """Return suffix and bytes of a good document: plain text mostly, JSON and web pages too."""
    title, place, day, body = story(number)
    dateline = f"{place.upper()}, {day:%b} {day.day}, {day.year} (Reuters) - {body[0]}"
    if number % 20 == 3:
        facts = {"title": title, "date": day.isoformat(), "source": "Reuters"}
        return ".json", json.dumps({**facts, "text": "\n\n".join(body)}).encode()
    if number % 20 == 7:
        inside = "".join(f"<p>{words}</p>" for words in [dateline, *body[1:]])
        page = f"<!DOCTYPE html><title>{title}</title><article><h1>{title}</h1>{inside}</article>"
        return ".html", page.encode()
    return ".txt", "\n\n".join([title, dateline, *body[1:]]).encode()


def _zipped(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return held.getvalue()


def _locked(data: bytes) -> bytes:
    """Return a zip whose members say that they are encrypted."""
    raw = bytearray(data)
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = raw.index(mark) + flags
        raw[at : at + 2] = struct.pack("<H", 1)
    return bytes(raw)


def _deep(depth: int) -> bytes:
    data = b"The lamp."
    for _ in range(depth):
        data = gzip.compress(data, mtime=0)
    return data


def _entities(number: int) -> bytes:
    """Return the bomb of a billion laughs: each entity is ten of the one before it."""
    pairs = itertools.pairwise("abcdefgh")
    grown = "".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for other, one in pairs)
    doctype = f'<!DOCTYPE rss [<!ENTITY a "x{number}">{grown}]>'
    return f'<?xml version="1.0"?>{doctype}<rss>&h;</rss>'.encode()


Kind = Callable[[int], tuple[str, bytes]]
# Each gets a number, so that no two documents have the same bytes.
KINDS: dict[str, Kind] = {
    "empty": lambda n: (".txt", b""),
    "blank": lambda n: (".txt", b" \n\t" * (n % 50 + 1)),
    "zeros": lambda n: (".txt", b"\0" * (n + 20)),
    "noise": lambda n: (".txt", b"\x89\x01\x02\x03" + random.Random(n).randbytes(900)),
    "picture": lambda n: (".txt", b"\x89PNG\r\n\x1a\n" + random.Random(n).randbytes(90)),
    "program": lambda n: (".txt", b"\x7fELF\2\1\1" + bytes(9) + str(n).encode()),
    "pdf": lambda n: (".txt", f"%PDF-1.7\n{n}\n%%EOF".encode()),
    "database": lambda n: (".json", b"SQLite format 3\0" + bytes(80) + str(n).encode()),
    "rar": lambda n: (".zip", b"Rar!\x1a\x07\x01\0" + str(n).encode()),
    "bomb": lambda n: (".gz", gzip.compress(LAMP * (2 * MEGABYTE + n), mtime=0)),
    "zip bomb": lambda n: (".zip", _zipped("a.txt", LAMP * (2 * MEGABYTE + n))),
    "cut zip": lambda n: (".zip", _zipped("a.txt", story(n)[3][0].encode())[:-30]),
    "cut gzip": lambda n: (".gz", gzip.compress(story(n)[3][0].encode())[:-12]),
    "locked zip": lambda n: (".zip", _locked(_zipped("a.txt", f"Lamp {n}".encode()))),
    "too deep": lambda n: (".gz", _deep(12) + bytes(n % 7)),
    "entities": lambda n: (".xml", _entities(n)),
    "broken xml": lambda n: (".xml", f"<?xml version='1.0'?><rss><channel>{n}".encode()),
    "broken json": lambda n: (".json", f'{{"title": "Lamp {n}", "text": '.encode()),
    "nested json": lambda n: (".json", b'{"a":' * 20_000 + str(n).encode()),
    "no words": lambda n: (".html", f"<!DOCTYPE html><html><script>{n}</script></html>".encode()),
    "broken docx": lambda n: (".docx", _zipped("word/document.xml", f"<w:{n}".encode())),
    "huge": lambda n: (".txt", LAMP * (2 * MEGABYTE) + str(n).encode()),
    "link": lambda n: (".txt", b""),
    "loop": lambda n: (".txt", b""),
    "pipe": lambda n: (".txt", b""),
}
SPECIAL: dict[str, Callable[[Path], None]] = {
    "link": lambda path: path.symlink_to("/etc/passwd"),
    "loop": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
}


def make_dump(folder: Path, stories: int) -> tuple[int, dict[str, str]]:
    """Write the dump; return how many good documents it has, and place -> kind of the others."""
    names, poison, number_good = list(KINDS), {}, 0
    for number in range(stories):
        place = folder / f"{number // A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        if number % ONE_IN != ONE_IN // 2:
            suffix, data = good(number)
            (place / f"{number:06}{suffix}").write_bytes(data)
            number_good += 1
            continue
        kind = names[number // ONE_IN % len(names)]
        suffix, data = KINDS[kind](number)
        path = place / f"{number:06} {kind}{suffix}"
        SPECIAL.get(kind, lambda path, data=data: path.write_bytes(data))(path)
        poison[path.relative_to(folder).as_posix()] = kind
    return number_good, poison


def resident() -> float:
    """Return the megabytes that this process and its workers hold, shared ones counted once."""
    total = 0
    for process in ("self", *_workers()):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _workers() -> Iterator[str]:
    for listed in Path("/proc/self/task").glob("*/children"):
        yield from listed.read_text().split()


def slope(rows: list[tuple[int, float]]) -> float:
    """Return megabytes gained for every 10,000 documents, by least squares."""
    xs, ys = [x / 10_000 for x, _ in rows], [y for _, y in rows]
    middle, height = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - middle) ** 2 for x in xs)
    return sum((x - middle) * (y - height) for x, y in zip(xs, ys, strict=True)) / (spread or 1)


def faults(summary: Summary, number_good: int, poison: dict[str, str]) -> Iterator[str]:
    """Yield a sentence for everything that is not as it must be."""
    if summary.accepted != number_good:
        yield f"{summary.accepted:,} of {number_good:,} good stories were filed."
    listed = {one.provenance.dump for one in summary.set_aside}
    for place in sorted(poison.keys() - listed)[:20]:
        yield f"{place} is poison and was not listed."
    for place in sorted(listed - poison.keys())[:20]:
        yield f"{place} is good and was set aside."
    for one in summary.set_aside:
        if not one.reason.endswith(".") or len(one.reason) < 10:
            yield f"{one.provenance} has no reason that is a sentence: {one.reason!r}."


def tell(summary: Summary, poison: dict[str, str], rows: list[tuple[int, float]]) -> None:
    """Print the table of kinds, and the memory."""
    reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in summary.set_aside:
        reasons[poison.get(one.provenance.dump, "GOOD")][one.reason] += 1
    for kind, counted in sorted(reasons.items()):
        reason, _ = counted.most_common(1)[0]
        print(f"{sum(counted.values()):5} {kind:12} {reason}")
    steady = [row for row in rows if row[0] > summary.seen / 4]
    print(f"memory, all processes: {max(y for _, y in rows):.0f} MB at most while reading;")
    print(f"  {slope(steady):+.2f} MB for 10,000 documents over the last three quarters")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  first process {most:.0f} MB at most, grouping of near-copies included")


def main() -> int:
    """Make the dump, ingest it, compare; exit code 1 if anything is not as it must be."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--work", type=Path, required=True, help="an empty folder to work in")
    words.add_argument("--stories", type=int, default=100_000)
    told = words.parse_args()
    if told.work.exists() and any(told.work.iterdir()):
        sys.exit(f"{told.work} is not empty: name a folder that is, or is not there yet.")
    number_good, poison = make_dump(told.work / "dump", told.stories)
    print(f"{number_good:,} good documents, {len(poison):,} poisonous ones of {len(KINDS)} kinds")
    rows: list[tuple[int, float]] = []
    started, cpu = time.perf_counter(), os.times()

    def sample(summary: Summary) -> None:
        rows.append((summary.seen, resident()))

    summary = pipeline.ingest([told.work / "dump"], Archive.open(told.work), progress=sample)
    now = os.times()
    used = sum(now[:4]) - sum(cpu[:4])
    wall = time.perf_counter() - started
    print(f"{summary.accepted:,} filed, {len(summary.set_aside):,} set aside in {wall:.0f} s,")
    print(f"  {used:.0f} s of processor: {summary.seen / used:.0f} documents a second of it")
    tell(summary, poison, rows)
    wrong = list(faults(summary, number_good, poison))
    print("\n".join(wrong) or "Every good story is in, every poisonous document is listed.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
