"""The verbs that send the site to where readers find it, and what they look at before."""

import sys

from invoke import Exit, task

from verbs.running import call, output, pelican, site_held, site_settings, told

ANYWAY = "Over a limit: do what the lines above say, or publish with --anyway."


@task(
    help={
        "to": "user@host:/var/www/archive, a folder, or s3://bucket; else PUBLISH_TO",
        "dry-run": "build, and say what would be sent; send nothing",
        "keep": "how many releases stay on the server",
        "rollback": "show readers the release before this one again; nothing is built",
        "in-place": "rsync over what is there, for servers without a shell",
    }
)
def publish(c, to="", dry_run=False, keep=5, rollback=False, in_place=False):
    """Build with publishconf.py and send the site: rsync and a switched link, or S3 storage."""
    from newsdesk.publishing import buckets, releases

    if int(keep) < 1:
        raise Exit(f"--keep {keep} would leave no release; keep one at least.", code=2)
    to = to or site_settings("publishconf.py").get("PUBLISH_TO", "")
    if not to:
        raise Exit("Say where to publish: --to user@host:/path, or PUBLISH_TO in publishconf.py", 2)
    if rollback:
        if buckets.is_bucket(to) or in_place:
            raise Exit(f"{to} keeps no earlier release; build the older site and publish it.", 2)
        print(f"Current again: {told(releases.roll_back, releases.Target.of(to))}")
        return
    _addressed()
    pelican(settings="publishconf.py")
    with site_held("publish"):
        if buckets.is_bucket(to):
            _to_bucket(to, dry_run)
        elif in_place:
            _in_place(to, dry_run)
        else:
            target = told(releases.Target.of, to)
            name = told(releases.publish, output(), target, keep=keep, dry_run=dry_run)
            print(f"Published: {target}/releases/{name}, which {target}/current is now."
                  if name else f"Dry run: {target} is as it was.")  # fmt: skip


def _addressed() -> None:
    """Warn where the site's own address is still the one that publishconf.py came with."""
    address = site_settings("publishconf.py")["SITEURL"]
    if address.endswith("example.org"):
        print(f"Feeds and citations will name {address}: set SITEURL in publishconf.py to yours.")


def _to_bucket(to: str, dry_run: bool) -> None:
    from newsdesk.publishing import buckets

    done = told(buckets.send, output(), to, dry_run=dry_run)
    for name in done.deleted if dry_run else ():
        print(f"would delete {name!r}")
    words = "Would send" if dry_run else "Sent"
    print(
        f"{words} {len(done.sent):,} files ({done.bytes / 1e6:,.1f} MB), deleted "
        f"{len(done.deleted):,}, left {done.unchanged:,} as they were: {to}"
    )


def _in_place(to: str, dry_run: bool) -> None:
    # What is gone goes last, so that no reader follows a link to what is not there any more.
    words = ["rsync", "--recursive", "--links", "--times", "--compress", "--delete-after"]
    words += ["--delay-updates", "--stats"] + ["--dry-run"] * dry_run + [f"{output()}/", to]
    call(words, "rsync could not send the site; its words are above. What was there stays.")


@task(
    help={
        "branch": "branch that GitHub Pages serves",
        "remote": "git remote to push to",
        "dry-run": "commit to the branch here, push nothing",
        "no-history": "replace the branch instead of adding to it",
        "anyway": "push even if the site is over a limit of GitHub Pages",
    }
)
def gh_pages(c, branch="gh-pages", remote="origin", dry_run=False, no_history=False, anyway=False):
    """Build with publishconf.py and push the site to a GitHub Pages branch, as one commit."""
    _addressed()
    pelican(settings="publishconf.py")
    if _over("github") and not anyway:
        raise Exit(ANYWAY, code=1)
    words = [sys.executable, "-m", "ghp_import", "--no-jekyll", "--branch", branch]
    words += ["--message", "Publish the archive", "--remote", remote]
    words += ["--push"] * (not dry_run) + ["--no-history", "--force"] * no_history + [str(output())]
    with site_held("gh_pages"):
        call(words, "The site could not be pushed; git's words are above.")
    if dry_run:
        print(
            f"Committed to the branch {branch} here, pushed nothing; {output()} is that site now."
        )


@task(help={"host": "only this one: github, cloudflare, gitlab, netlify, s3"})
def preflight(c, host=""):
    """Count the built site against what hosts of static sites take, and say what to do."""
    from newsdesk.publishing import preflight

    if not (output() / "index.html").is_file():
        raise Exit(f"There is no site in {output()} yet. Build it first: ./inv preview", code=2)
    names = [host] if host else list(preflight.hosts())
    if sum([_over(name) for name in names]) and host:
        raise Exit("Over a limit of that host.", code=1)


def _over(name: str) -> bool:
    """Say how the site fits one host; tell whether it is over a limit."""
    from newsdesk.publishing import preflight

    host, measured = told(preflight.host, name), preflight.measure(output())
    faults = list(preflight.over(measured, host))
    size = f"{measured.files:,} files, {measured.bytes / 1e6:,.1f} MB"
    print(f"{host.title}: {'does not fit' if faults else 'fits'} ({size}).")
    for fault in faults:
        print(f"  {fault}")
    if faults:
        print(f"  {host.advice}")
    return bool(faults)
