"""Releases: each publication is a folder of its own, and one link says which readers see.

    TARGET/releases/20261127T231500123Z/    the site as it was sent then
    TARGET/current -> releases/...          what the web server shows

rsync sends into `releases/.new`, hard-linking what did not change to the release before; then the
folder gets its name and the link is switched, which a file system does at once or not at all. A run
that is cut off leaves readers what they had; the next one goes on with what was sent.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.errors import NotPossible

KEPT = 5
# POSIX sh, on the server or here. $1 is the target folder.
CURRENT = """
set -eu; cd "$1"
test ! -e current || test -L current || { echo "current is no link" >&2; exit 3; }
readlink current 2>/dev/null || true
"""
PREPARE = 'set -eu; mkdir -p "$1/releases"'
# $2 is the release that shall be current. GNU's mv has -T, that of BSD and macOS -h.
SWITCH = """
set -eu; cd "$1"; test -d "releases/$2"
rm -f .current; ln -s "releases/$2" .current
mv -Tf .current current 2>/dev/null || mv -fh .current current
"""
NAME = 'set -eu; cd "$1/releases"; mv .new "$2"'
LIST = 'set -eu; cd "$1/releases"; ls -1'
# $2 and all that follow are releases that nobody needs any more.
PRUNE = 'set -eu; cd "$1/releases"; shift; for old in "$@"; do rm -rf -- "$old"; done'


@dataclass(frozen=True, slots=True)
class Target:
    """Where releases go: a folder, on `host` (as ssh names it) or, without one, here."""

    folder: str
    host: str = ""

    @classmethod
    def of(cls, words: str) -> Target:
        """Read "user@host:/var/www/archive" or a path. Raises NotPossible for an rsync daemon."""
        if words.startswith("rsync://") or "::" in words:
            raise NotPossible(
                f"{words} is an rsync daemon, where no link can be switched: publish with "
                "--in-place, and readers may meet a half-sent site for a while."
            )
        host, colon, folder = words.partition(":")
        if colon and "/" not in host:
            return cls(folder.rstrip("/") or ".", host)
        return cls(str(Path(words).expanduser().absolute()))

    def __str__(self) -> str:
        return f"{self.host}:{self.folder}" if self.host else self.folder

    def run(self, script: str, *words: str) -> list[str]:
        """Run a shell script there with the folder and some words; return the lines it prints.

        Raises NotPossible with what the shell said.
        """
        command = ["sh", "-s", "--", self.folder, *words]
        if self.host:
            command = ["ssh", self.host, shlex.join(command)]
        try:
            done = subprocess.run(command, input=script, capture_output=True, text=True, check=True)
        except FileNotFoundError:
            raise NotPossible(f"{command[0]} is not installed; nothing was changed.") from None
        except subprocess.CalledProcessError as error:
            said = " ".join(str(error.stderr).split()) or f"exit code {error.returncode}"
            raise NotPossible(f"{self} refused: {said}. Readers see what they saw.") from None
        return str(done.stdout).splitlines()


def publish(site: Path, target: Target, *, keep: int = KEPT, dry_run: bool = False) -> str:
    """Send a built site as a new release, make it current, keep the last `keep` releases.

    Returns the release's name, or "" for a dry run, where rsync says what would change (and nothing
    before the first release). Raises NotPossible; then readers see what they saw.
    """
    # By checksum: size and second alone take a page that was made twice in a second for the same.
    words = ["rsync", "--recursive", "--links", "--times", "--checksum", "--compress", "--delete"]
    words.append("--stats")
    if dry_run:
        current = _current_or_none(target)
        place = f"{target}/releases/{current}/"
        if current:
            _rsync([*words, "--dry-run", "--itemize-changes", f"{site}/", place])
        return ""
    target.run(PREPARE)
    current = _current(target)
    if current:
        words.append(f"--link-dest=../{current}")
    _rsync([*words, f"{site}/", f"{target}/releases/.new/"])
    name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3] + "Z"
    target.run(NAME, name)
    target.run(SWITCH, name)
    releases = sorted(release for release in target.run(LIST) if not release.startswith("."))
    old = [release for release in releases[: -max(1, keep)] if release != name]
    if old:
        target.run(PRUNE, *old)
    return name


def roll_back(target: Target) -> str:
    """Make the release before the current one current again; return its name.

    Raises NotPossible when there is none.
    """
    current = _current(target)
    earlier = [r for r in target.run(LIST) if not r.startswith(".") and r < current]
    if not earlier:
        raise NotPossible(f"{target} holds no release before the current one; nothing was changed.")
    target.run(SWITCH, max(earlier))
    return max(earlier)


def _current(target: Target) -> str:
    """Return the name of the current release, or "" before the first one."""
    lines = target.run(CURRENT)
    return Path(lines[0]).name if lines else ""


def _current_or_none(target: Target) -> str:
    """Return the same, and "" where the folder is yet to be made."""
    try:
        return _current(target)
    except NotPossible:
        return ""


def _rsync(words: Sequence[str]) -> None:
    try:
        subprocess.run(words, check=True)
    except FileNotFoundError:
        raise NotPossible("rsync is not installed; nothing was sent.") from None
    except subprocess.CalledProcessError as error:
        raise NotPossible(
            f"rsync could not send the site (exit code {error.returncode}); its words are above. "
            "Readers see what they saw; the same line again goes on with what was sent."
        ) from None
