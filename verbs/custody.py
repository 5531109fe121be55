"""The verbs of custody: taking stories back and giving them back."""

from getpass import getuser

from invoke import Exit, task

from verbs.running import ROOT, next_step, pelican

STORY = "permalink, slug, content file, first digits of the SHA-256, or wire number"
BY = "in whose name; without it, the user of this machine"


@task(
    positional=["story"],
    help={
        "story": STORY,
        "reason": "why; the page that stays says so",
        "by": BY,
        "keep-headline": "show the headline on the page that stays",
        "purge": "forget the text for good: the register too",
        "build": "build the site at once, so that the text leaves it",
    },
)
def withdraw(c, story, reason="", by="", keep_headline=False, purge=False, build=True):
    """Take a story back: a notice stays at its address, its text leaves everything else."""
    from newsdesk import withdrawal

    taken = _try(
        withdrawal.withdraw, story,
        reason=reason, by=by or getuser(), keep_headline=keep_headline, purge=purge,
    )  # fmt: skip
    print(f"Withdrawn{' and purged' * purge}: {taken.filed.path}")
    for place in taken.places:
        print(f"  {place!r} holds it still: dumps are yours to keep or change.")
    for copy in taken.copies:
        print(f"  {copy} is a near-copy of it and stays; withdraw it too if it must go.")
    print("Editions, bags and sites handed out before hold it until they are made again.")
    if build:
        pelican()
    next_step("./inv publish" if build else "./inv build")


@task(positional=["story"], help={"story": STORY, "reason": "why", "by": BY})
def restore(c, story, reason="", by="", build=True):
    """Undo a withdrawal: the story is at its address again, as it was filed."""
    from newsdesk import withdrawal

    taken = _try(withdrawal.restore, story, reason=reason, by=by or getuser())
    if taken.awaited:
        print(f"{taken.filed.path} was purged; its text comes back with a dump that holds it:")
        next_step(f"./inv ingest {' '.join(taken.places)}")
        return
    print(f"Restored: {taken.filed.path}")
    if build:
        pelican()
    next_step("./inv publish" if build else "./inv build")


def _try(verb, *words, **more):
    """Run a verb of the newsdesk on this archive; its errors are one sentence."""
    from newsdesk.archive import Archive
    from newsdesk.errors import NewsdeskError

    try:
        return verb(Archive.open(ROOT), *words, **more)
    except NewsdeskError as error:
        raise Exit(str(error), code=2) from None
