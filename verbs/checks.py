"""The verbs that check the house: style, types, tests, and the pictures and pages they compare."""

import os
import shutil
import sys
from pathlib import Path

from invoke import Exit, task

from verbs.running import ROOT, call, next_step, passed_through
from verbs.serving import DEMO, demo

# What tests use of the system: Debian's package, the programs that would do, the Mac's.
PROGRAMS = {
    "chromium": (
        "chromium chromium-browser google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "brew install --cask google-chrome",
    ),
    "firefox-esr": (
        "firefox-esr firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "brew install --cask firefox",
    ),
    "kiwix-tools": ("kiwix-serve", "", "brew install kiwix-tools"),
    "rsync": ("rsync", "", "brew install rsync"),
}

ALONE = "mark.alone"  # what the files of tests that time something hold


@task
def check(c):
    """Check style and types (ruff, mypy)."""
    for words in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        call([sys.executable, "-m", *words], f"«{' '.join(words)}» found the faults above.")


@task
def fix(c):
    """Mend what `check` can mend by itself."""
    for words in (["ruff", "check", "--fix"], ["ruff", "format"]):
        call([sys.executable, "-m", *words], f"«{' '.join(words)}» left the faults above.")


@task
def test(c):
    """Run all tests, in real browsers, and Lighthouse. `./inv test -- -k dateline` picks."""
    programs(*PROGRAMS)
    pytest, failure = [sys.executable, "-m", "pytest"], "Tests failed; pytest tells which."
    if passed_through():
        call([*pytest, *passed_through()], failure)
        return
    # Many tests begin a Python of their own, which need not compile all of this anew.
    call([sys.executable, "-m", "compileall", "-q", "bench", "plugins", "verbs"], failure)
    # A file stays with one process: its tests share a site or an archive made once.
    beside = ["--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    beside += ["--no-loadscope-reorder"]  # tests/conftest.py says which files come first
    call([*pytest, *beside, "-m", "not alone"], failure)
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    timed = [str(path) for path in files if ALONE in path.read_text("utf-8")]
    call([*pytest, "-m", "alone", *timed], failure)
    lighthouse(c)


@task
def lighthouse(c):
    """Measure the demo site with Lighthouse, where node and npm are; below 95 fails."""
    programs()
    demo(c, serve=False)
    words = [sys.executable, "bench/lighthouse.py", str(DEMO / "output")]
    call(words, "Lighthouse gave less than 95; the lines above tell where.")


@task
def golden(c):
    """Renew the golden site (tests/site/expected) from the sample dumps."""
    expected = ROOT / "tests" / "site" / "expected"
    shutil.rmtree(expected, ignore_errors=True)
    words = [sys.executable, "-m", "pytest", "tests/site/renew.py"]
    call(words, "The sample site could not be built; the words above tell why.")
    next_step("git diff tests/site/expected")


@task
def pictures(c):
    """Photograph the demo site anew for the documents (docs/pictures)."""
    programs()
    demo(c, serve=False)
    shown = [str(DEMO / "output"), str(ROOT / "docs" / "pictures"), "--docs"]
    words = [sys.executable, "tests/site/screenshots.py", *shown]
    call(words, "The demo could not be photographed; the words above tell why.")


def programs(*packages: str) -> None:
    """Find the programs of these packages, or install the system's where that is allowed."""
    missing = []
    for package in packages or ("chromium",):
        names, mac, _ = PROGRAMS[package]
        named = os.environ.get(package.partition("-")[0].upper())
        if not (named or (mac and Path(mac).exists()) or any(map(shutil.which, names.split()))):
            missing.append(package)
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing the system's {', '.join(missing)} for the tests ...", flush=True)
        quiet = "-qq -o=Dpkg::Use-Pty=0"
        install = f"apt-get install -y {quiet} {' '.join(missing)} >/dev/null"
        words = ["sh", "-c", f"apt-get update {quiet} && {install}"]
        call(words, f"{', '.join(missing)} could not be installed; apt's words are above.")
    elif missing:
        macs = "; ".join(PROGRAMS[package][2] for package in missing)
        raise Exit(
            f"The tests need {', '.join(missing)}. Install (Debian: sudo apt install "
            f"{' '.join(missing)}; macOS: {macs}), or set CHROMIUM and FIREFOX to their paths.",
            code=2,
        )
