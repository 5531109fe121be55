"""The verbs of custody: taking back, giving back, correcting, tracing, bagging, verifying."""

from getpass import getuser
from pathlib import Path
from shlex import quote

from invoke import Exit, task

from verbs.running import ROOT, next_step, on_archive, output, pelican, site_held, site_settings

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

    taken = on_archive(
        withdrawal.withdraw, story,
        reason=reason, by=by or getuser(), keep_headline=keep_headline, purge=purge,
    )  # fmt: skip
    print(f"Withdrawn{' and purged' * purge}: {taken.filed.path}")
    for place in taken.places:
        print(f"  {place!r} holds it still: dumps are yours to keep or change.")
    for copy in taken.copies:
        print(f"  {copy} is a near-copy of it and stays; withdraw it too if it must go.")
    if taken.edited:
        print(
            "It was edited by hand: «./inv restore» gives back the story as its dump has it, with"
        )
        print("the tags set by hand (countries_by_hand, organizations_by_hand), no other change.")
    print("Editions, bags and sites handed out before hold it until they are made again.")
    if build:
        pelican()
    print("Earlier releases on a server go with «publish --keep 1», a branch with «--no-history».")
    next_step("./inv publish --keep 1" if build else "./inv build, ./inv publish --keep 1")


@task(positional=["story"], help={"story": STORY, "reason": "why", "by": BY})
def restore(c, story, reason="", by="", build=True):
    """Undo a withdrawal: the story is at its address again, as it was filed."""
    from newsdesk import withdrawal

    taken = on_archive(withdrawal.restore, story, reason=reason, by=by or getuser())
    if taken.awaited:
        print(f"{taken.filed.path} was purged; its text comes back with a dump that holds it:")
        for place in taken.places:
            print(f"  {place!r}")
        next_step("./inv ingest with the folder or file that holds it")
        return
    print(f"Restored: {taken.filed.path}")
    if taken.lost:
        print(f"  Without its lines by hand: {taken.lost}")
    if build:
        pelican()
    next_step("./inv publish" if build else "./inv build")


@task(
    iterable=["raw"],
    help={
        "to": "where the bag goes: a new folder, an empty one, or an older bag",
        "raw": "folder or file that ingest was given, as far as it is here; any number of them",
    },
)
def bag(c, to="bag", raw=None):
    """Pack content, register and raw dumps into a BagIt bag, for keeping elsewhere."""
    from newsdesk.bag import make_bag

    conf = site_settings("publishconf.py")
    about = {"Source-Organization": conf["SITENAME"], "External-Identifier": conf["SITEURL"]}
    target = Path(to).expanduser()
    made = on_archive(make_bag, target, _raw(raw), about=about)
    print(f"{made.files:,} files, {made.bytes / 1e6:,.1f} MB in {target}. {made.raw}")
    if any(state.startswith(("elsewhere", "in the bag,")) for state in made.dumps):
        print(f"{target}/raw-dumps.tsv names them; say with --raw where dumps lie.")
        print("The register, which is in the bag too, holds the decoded original of every story.")
    next_step(f"./inv verify {quote(to)}, then keep a copy elsewhere")


def _raw(named: list[str] | None) -> list[Path]:
    """Return where raw dumps are looked for: as named, else as archive.toml says."""
    if named:
        return [Path(one).expanduser() for one in named]
    return list(on_archive(lambda archive: archive.custody.raw))


@task(
    iterable=["confirm", "reject"],
    help={
        "confirm": "a notice, by the digits that are listed, or «sure» for all that are certain",
        "reject": "a notice whose match is wrong, or whose link shall go; any number of them",
        "story": "with one --confirm: the story that it is about, where the match is another",
        "by": BY,
        "build": "build the site at once",
    },
)
def corrections(c, confirm=None, reject=None, story="", by="", build=True):
    """List kills, corrections and updates of wires with what they change; confirm or reject."""
    from newsdesk.decisions import decide

    if not confirm and not reject:
        _list_notices()
        return
    done = on_archive(decide, confirm or (), reject or (), by=by or getuser(), story=story)
    for one in done:
        what = "rejected" if one.sha256.startswith(tuple(reject or ["-"])) else "confirmed"
        print(f"{one.sha256[:8]} {one.kind} {what}")
    if build:
        pelican()
    next_step("./inv publish" if build else "./inv build")


def _list_notices() -> None:
    from newsdesk.decisions import waiting
    from newsdesk.report import show_notices
    from rich.console import Console

    found, astray, files = on_archive(waiting)
    show_notices(found, files, Console(soft_wrap=True))
    for one in astray:
        print(f"{one.sha256[:8]} kill that matches no story: {files[one.sha256]}")
    if found:
        next_step("./inv corrections --confirm ID (or sure), or --reject ID")
    elif astray:
        next_step("./inv corrections --confirm ID --story STORY, or ./inv withdraw STORY")


@task(
    positional=["story"],
    iterable=["raw"],
    help={"story": STORY, "raw": "folder or file of dumps to look in; any number of them"},
)
def trace(c, story, raw=None):
    """Show a story's chain (raw, kept and cut, content, page) and check each link now."""
    from functools import partial

    from newsdesk.report import show_chain
    from newsdesk.trace import trace as follow
    from pelican.plugins.press.chain import page_link
    from rich.console import Console

    chain = on_archive(follow, story, raw=_raw(raw), pages=partial(page_link, site_settings()))
    show_chain(chain, Console(soft_wrap=True))
    if not chain.holds:
        raise Exit("The chain is broken where it says so: compare with a copy, or a bag.", code=1)


@task(help={"folder": "an edition: folder, .zip or .zim; without it, this archive"})
def verify(c, folder=""):
    """Check every byte: register, journal, content, site; or an edition against its manifest."""
    from newsdesk import fixity
    from newsdesk.archive import Archive
    from newsdesk.errors import NewsdeskError

    try:
        if folder:
            faults = _edition_faults(Path(folder))
        else:
            faults = fixity.check_archive(Archive.open(ROOT)) + _site_faults()
    except NewsdeskError as error:
        raise Exit(str(error), code=2) from None
    except (OSError, ValueError) as error:
        raise Exit(f"{folder or ROOT} cannot be verified: {error}", code=2) from None
    for fault in faults:
        print(f"{fault.path!r} {fault.sentence}")
    if faults:
        raise Exit(
            f"{len(faults):,} faults. Restore changed and missing files from a copy, or make the "
            "site anew: ./inv rebuild. Delete what is in no list, if nobody needs it.",
            code=1,
        )
    print("Everything is as it was written.")


def _edition_faults(edition: Path) -> list:
    from newsdesk import fixity

    if edition.suffix == ".zim":
        from pelican.plugins.offline_edition.zim import check_zim

        return check_zim(edition)
    return fixity.check_zip(edition) if edition.is_file() else fixity.check_folder(edition)


def _site_faults() -> list:
    """Check the built site against what its build noted, where there is one."""
    from newsdesk import fixity
    from pelican.plugins.press.engine import site_sums

    if not output().is_dir():
        return []
    with site_held("verify"):
        sums = site_sums(site_settings())
        if not sums:
            print(f"{output()} is not checked: its build is not remembered. Run ./inv rebuild.")
        return fixity.check_site(output(), sums) if sums else []
