"""What the verbs share: where things lie, and how Pelican and other programs are called."""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from contextlib import contextmanager
from pathlib import Path

from invoke import Exit

ROOT = Path(__file__).resolve().parent.parent
ONE_STROKE = 2.0  # seconds


def end_quietly_when_piped_away() -> None:
    """Say nothing more when who reads our words has gone: `./inv report | head -1`."""

    def say_nothing() -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def last_words() -> None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            say_nothing()

    def told_why(kind, *failure) -> None:
        if issubclass(kind, BrokenPipeError):
            say_nothing()
        else:
            sys.__excepthook__(kind, *failure)

    sys.excepthook = told_why
    atexit.register(last_words)


def passed_through() -> list[str]:
    """Return the words after `--`, as they were quoted."""
    return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []


def pelican(*words: str, settings: str = "pelicanconf.py") -> None:
    """Run Pelican here; any error or critical message makes it fail."""
    from pelican import get_config, main, parse_arguments

    os.chdir(ROOT)
    words = ("--settings", settings, "--fatal", "errors", *words, *passed_through())
    given = get_config(parse_arguments(words))
    try:
        lacking = _lacking({**site_settings(settings), **given})
    except Exception as error:  # whatever a program of one's own may raise
        lacking = _unreadable(settings, error)
    if lacking:
        print(lacking, file=sys.stderr)
        sys.exit(1)
    with stopped_once() as strokes:
        main(words)  # which lets Ctrl-C pass as if all were done
    if strokes and "--autoreload" not in words:
        raise Exit("Stopped. The site is as it was; the same line again builds it.", 130)


def _unreadable(settings: str, error: Exception) -> str:
    """Say in one sentence why the settings cannot be read, and where."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame.lineno for frame in frames if frame.filename.endswith(settings)]
    line = getattr(error, "lineno", None) or next(reversed(inside), None)
    what = f"{type(error).__name__}: {str(error).partition(' (')[0]}"
    return (
        f"{settings} cannot be read{f' (line {line})' if line else ''}: {what}. "
        "Mend it and build again; the site was left as it was."
    )


def _lacking(conf: dict) -> str:
    """Say what must be there before a build, and is not; "" when all is."""
    from pelican import __file__ as engine

    content, theme = Path(conf["PATH"]), conf["THEME"]
    if not content.is_dir():
        return (
            f"There is no folder {content}: no story was filed yet. File some first: "
            "./inv ingest ~/dumps, or ./inv ingest samples/dump to try it out."
        )
    if not any((folder / theme).is_dir() for folder in (Path(), Path(engine).with_name("themes"))):
        return (
            f"There is no theme «{theme}», neither a folder nor one of Pelican's own: mend THEME "
            "in pelicanconf.py and build again. The site was left as it was."
        )
    return ""


def site_settings(settings: str = "pelicanconf.py") -> dict:
    """Return the settings of the site, as Pelican reads them."""
    from pelican.settings import get_settings_from_file

    return get_settings_from_file(str(ROOT / settings))


def output() -> Path:
    """Return where Pelican writes the site."""
    return Path(site_settings()["OUTPUT_PATH"])


def next_step(words: str) -> None:
    """End a verb's output with what to do now."""
    print(f"Next: {words}")


def call(words: list[str], failure: str) -> None:
    """Run another program here; `failure` is what to say when it fails."""
    try:
        subprocess.run(words, cwd=ROOT, check=True)
    except FileNotFoundError:
        raise Exit(f"{words[0]} is not installed; install it and run this again.", 2) from None
    except subprocess.CalledProcessError as error:
        raise Exit(failure, error.returncode) from None


def forget_builds() -> None:
    """Remove the build cache, but not the files by which runs keep out of each other's way."""
    cache = ROOT / ".cache"
    for path in cache.iterdir() if cache.is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.suffix != ".lock":
            path.unlink(missing_ok=True)


def told(verb, *words, **more):
    """Run a verb of the newsdesk; its errors are one sentence."""
    from newsdesk.errors import NewsdeskError

    try:
        return verb(*words, **more)
    except (NewsdeskError, OSError) as error:
        raise Exit(str(error), code=2) from None


def on_archive(verb, *words, **more):
    """Run a verb of the newsdesk on this archive; its errors are one sentence."""
    from newsdesk.archive import Archive

    return told(verb, told(Archive.open, ROOT), *words, **more)


@contextmanager
def stopped_once():
    """Let Ctrl-C stop the block, and once it did, let no other disturb the way out.

    People press it several times. What comes within two seconds of one is the same wish; after that
    it counts again, should the first have been lost where Python drops what is raised. Yields the
    times of those that counted, for blocks that swallow what is raised.
    """
    here, strokes = os.getpid(), []
    after = before = signal.getsignal(signal.SIGINT)

    def strike(number, frame):
        now = time.monotonic()
        fresh = not strokes or now - strokes[-1] >= ONE_STROKE
        if os.getpid() == here and fresh:  # no process that was just forked
            strokes.append(now)
            raise KeyboardInterrupt

    if before is not signal.SIG_IGN:  # as nohup and shells have it for what is in the background
        signal.signal(signal.SIGINT, strike)
    try:
        yield strokes
    except KeyboardInterrupt:
        after = signal.SIG_IGN
        raise
    finally:
        signal.signal(signal.SIGINT, after)


def on_dumps(verb, *words, root=ROOT, **facts):
    """Run one verb of the pipeline with progress; an error of the newsdesk is one sentence."""
    from newsdesk import report
    from newsdesk.archive import Archive
    from newsdesk.errors import NewsdeskError
    from rich.console import Console

    console = Console(soft_wrap=True)
    try:
        with stopped_once(), report.progress(console) as teller:
            summary = verb(*words, Archive.open(root), progress=teller, **facts)
    except NewsdeskError as error:
        raise Exit(str(error), code=2) from None
    except KeyboardInterrupt:
        raise Exit("Stopped. What was filed stays; the same line again goes on.", 130) from None
    report.tell(summary, console)
    return summary


@contextmanager
def site_held(task: str):
    """Hold the site, so that nobody builds it meanwhile."""
    from newsdesk.errors import InUse
    from newsdesk.lock import held
    from pelican.plugins.press.engine import site_lock

    try:
        with held(site_lock(site_settings()), task, "the site"):
            yield
    except InUse as error:
        raise Exit(str(error), code=2) from None
