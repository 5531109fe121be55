"""Kill each stage of the chain at random points; the next run must end as an undisturbed one does.

python -m bench.crash [--points 50] [--stage build] [--seed 1]

Three points in four lie at a call that changes the disk, before it or with a file just opened and
still empty; the others at some moment. The whole process group gets SIGKILL.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.stages import STAGES, Files, Workshop

Point = dict[str, Any]
BY_CLOCK = 4  # every fourth point


def points(shop: Workshop, name: str, number: int, seed: int) -> Iterator[Point]:
    """Yield where to kill a stage: words for `Workshop.run`."""
    pick = random.Random(f"{seed} {name}")
    for point in range(number):
        # What other programs do (rsync) Python does not tell of.
        if point % BY_CLOCK == BY_CLOCK - 1 or shop.calls[name] < number:
            yield {"after": pick.uniform(0, shop.seconds[name])}
        else:
            yield {"at_call": pick.randint(1, shop.calls[name]), "opened": pick.random() < 0.5}


def sooner(point: Point) -> Point:
    """Return a point at three quarters of the way to this one."""
    if "after" in point:
        return {"after": point["after"] * 0.75}
    return {**point, "at_call": max(1, int(point["at_call"] * 0.75))}


def half_made(shop: Workshop, name: str, old: Files) -> Iterator[str]:
    """Yield a sentence for everything readers see after a kill that is neither old nor new."""
    folders = STAGES[name].served
    now = {path: data for path, data in shop.served(name).items() if not _hidden(path)}
    new = {path: data for path, data in shop.calm[name][0].items() if path.startswith(folders)}
    if STAGES[name].whole and now not in (old, new):
        yield f"{folders[0]} is neither the old one nor the new one."
    for path, data in now.items():
        if data not in (old.get(path), new.get(path)):
            yield f"{path} is neither as it was nor as it shall be."
    for path in sorted(old.keys() & new.keys() - now.keys()):
        yield f"{path} is not there meanwhile."
    yield from unsearchable(shop.root)


def unsearchable(root: Path) -> Iterator[str]:
    """Yield a sentence for every file that a year's index names and that is not there."""
    for entry in (root / "output" / "pagefind").glob("*/pagefind-entry.json"):
        year = entry.parent
        if _hidden(year.name):
            continue
        (language,) = json.loads(entry.read_bytes())["languages"].values()
        named, meta = {language["hash"]}, year / f"pagefind.{language['hash']}.pf_meta"
        if meta.is_file():
            found = re.findall(rb"und_[0-9a-f]{7,}", gzip.decompress(meta.read_bytes()))
            named |= {name.decode() for name in found}
        there = {path.stem.removeprefix("pagefind.") for path in year.rglob("*.pf_*")}
        for name in sorted(named - there):
            yield f"{name} is named in the index of {year.name} and not there."


def _hidden(path: str) -> bool:
    """Tell whether a file is one that was being written aside."""
    return any(part.startswith(".") or part.endswith(".new") for part in path.split("/"))


def differences(shop: Workshop, name: str) -> Iterator[str]:
    """Yield a sentence for everything that an undisturbed run leaves otherwise."""
    (files, facts), (calm, calm_facts) = shop.state(name), shop.calm[name]
    for path in sorted(files.keys() ^ calm.keys()):
        yield f"{path} is {'left over' if path in files else 'missing'}."
    for path in sorted(files.keys() & calm.keys()):
        if files[path] != calm[path]:
            yield f"{path} has other bytes."
    yield from unsearchable(shop.root)
    if facts != calm_facts:
        yield f"{name} left other facts: {str(facts)[:300]}"


def try_point(shop: Workshop, name: str, point: Point) -> list[str]:
    """Kill a stage once and let the next run finish; return what is wrong then."""
    shop.reset(name)
    old = shop.served(name)
    while (ended := shop.run(name, **point)) == 0:  # it was done before: kill it sooner
        point = sooner(point)
        shop.reset(name)
    wrong = [*half_made(shop, name, old)]
    if ended > 0:
        wrong.append(f"The run that was to be killed ended with {ended}.")
    if again := shop.run(name):
        wrong.append(f"The next run ended with {again}.")
    return [f"{name} {point}: {words}" for words in [*wrong, *differences(shop, name)]]


def main() -> int:
    """Kill every stage and print the table; exit code 1 if anything was lost."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--points", type=int, default=50)
    words.add_argument("--stage", action="append", choices=STAGES)
    words.add_argument("--seed", type=int, default=1)
    told = words.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as place:
        shop = Workshop.open(Path(place))
        print("stage      killed  calls  seconds  faults", flush=True)
        for name in told.stage or STAGES:
            started = time.monotonic()
            tried = [try_point(shop, name, p) for p in points(shop, name, told.points, told.seed)]
            faults = [words for some in tried for words in some]
            took = time.monotonic() - started
            row = f"{len(tried):7} {shop.calls[name]:6} {took:8.0f} {len(faults):7}"
            print(f"{name:10}{row}", flush=True)
            wrong += faults
    print("\n".join(wrong[:60]) or "Every next run ended as an undisturbed one.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
