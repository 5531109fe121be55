"""What is decided about a wire's notices: by a person, or by `[custody] confirm` in archive.toml.

A confirmed notice links both pages (`content/notices.tsv`, which press reads); a confirmed kill
withdraws its story as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.archive import Archive
from newsdesk.entry import Filed
from newsdesk.errors import NoSuchStory, NotPossible
from newsdesk.lookup import find_story
from newsdesk.notices import SURE, propose, sorted_out
from newsdesk.pipeline import settle
from newsdesk.register import Notice, Register
from newsdesk.withdrawal import take_back

BY_SETTING = "archive.toml"
KILLED = "The news agency that sent this story withdrew it."
ALL_SURE = "sure"


def waiting(archive: Archive) -> tuple[list[Notice], list[Notice], dict[str, str]]:
    """Return the notices that wait for a decision, the kills that match no story, and every
    content file by its SHA-256."""  # fmt: skip
    with Register.open(archive.register, archive.lock, "corrections", reading=True) as register:
        files = dict(register.rows("SELECT sha256, path FROM document"))
        return *sorted_out(register), files


def decide(
    archive: Archive,
    confirm: Iterable[str] = (),
    reject: Iterable[str] = (),
    *,
    by: str,
    story: str = "",
    at: datetime | None = None,
) -> list[Notice]:
    """Confirm and reject notices, named by the first digits of their SHA-256; return them.

    "sure" confirms every proposal of at least SURE. With `story` one notice is confirmed as being
    about that story. What was confirmed can be rejected later, but a story withdrawn by a kill
    must be restored by itself. Raises NotPossible or NoSuchStory; then nothing was decided.
    """
    at, confirm, reject = at or datetime.now(UTC), list(confirm), list(reject)
    with Register.open(archive.register, archive.lock, "corrections") as register:
        proposals, astray = sorted_out(register)
        if story:
            taken = [_by_hand(register, [*proposals, *astray], confirm, story)]
        else:
            taken = [one for words in confirm for one in _named(proposals, words)]
        known = [*proposals, *register.notices("confirmed")]
        dropped = [one for words in reject for one in _named(known, words)]
        for one in taken:
            _confirm(archive, register, one, by, at)
        for one in dropped:
            register.decide(replace(one, state="rejected"))
            _note(register, one, "rejected", by, at)
        settle(archive, register)
    return [*taken, *dropped]


def confirm_by_setting(archive: Archive, at: datetime | None = None) -> list[Notice]:
    """Confirm the sure proposals of those kinds that archive.toml confirms; return them."""
    kinds = archive.custody.confirm
    if not kinds:
        return []
    with Register.open(archive.register, archive.lock, "corrections") as register:
        taken = [one for one in propose(register) if one.score >= SURE and one.kind in kinds]
        for one in taken:
            _confirm(archive, register, one, BY_SETTING, at or datetime.now(UTC))
        settle(archive, register)
    return taken


def _confirm(archive: Archive, register: Register, one: Notice, by: str, at: datetime) -> None:
    register.decide(replace(one, state="confirmed"))
    _note(register, one, f"confirmed a {one.kind}", by, at)
    if one.kind == "kill" and register.withdrawal(one.target) is None:
        take_back(archive, register, _filed(register, one.target), reason=KILLED, by=by, at=at)


def _note(register: Register, one: Notice, did: str, by: str, at: datetime) -> None:
    file = _filed(register, one.target).path
    register.note(at, by, did, story=one.target, file=file, notice=one.sha256)


def _filed(register: Register, sha256: str) -> Filed:
    filed = register.find(sha256)
    if filed is None:
        raise NoSuchStory(f"The register has no story {sha256}; nothing was decided.")
    return filed


def _named(notices: list[Notice], words: str) -> list[Notice]:
    if words == ALL_SURE:
        return [one for one in notices if one.state == "proposed" and one.score >= SURE]
    found = [one for one in notices if one.sha256.startswith(words.lower())]
    if len(found) != 1 or len(words) < 6:
        raise NotPossible(
            f"«{words}» names {'no' if not found else 'more than one'} notice that ./inv "
            "corrections lists: take six or more digits from its first column. Nothing was decided."
        )
    return found


def _by_hand(register: Register, proposals: list[Notice], confirm: list[str], story: str) -> Notice:
    """Return the one notice to confirm, as being about the story that a person names."""
    if len(confirm) != 1:
        raise NotPossible("Name one notice with --confirm and its story with --story.")
    notice, target = find_story(register, confirm[0]), find_story(register, story)
    proposed = next((one for one in proposals if one.sha256 == notice.sha256), None)
    if proposed is None:
        raise NotPossible(
            f"{notice.path} is no notice that waits for a decision; to take a story back without "
            "one, use ./inv withdraw. Nothing was decided."
        )
    return replace(proposed, target=target.sha256, why="named by hand", score=1.0)
