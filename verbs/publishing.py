"""The verbs that send the site to where readers find it."""

import sys

from invoke import Exit, task

from verbs.running import ROOT, call, output, pelican


@task(
    help={
        "to": "rsync target, as user@host:/var/www/archive; else PUBLISH_TO of publishconf.py",
        "dry-run": "say what would be sent, send nothing",
    }
)
def publish(c, to="", dry_run=False):
    """Build with publishconf.py and send the site by rsync."""
    from pelican.settings import get_settings_from_file

    to = to or get_settings_from_file(str(ROOT / "publishconf.py")).get("PUBLISH_TO", "")
    if not to:
        raise Exit("Say where to publish: --to user@host:/path, or PUBLISH_TO in publishconf.py", 2)
    pelican(settings="publishconf.py")
    # The index of a page set goes last, so that no reader follows a link to what isn't there yet.
    words = ["rsync", "--recursive", "--links", "--times", "--compress", "--delete-after"]
    words += ["--delay-updates", "--stats"] + ["--dry-run"] * dry_run + [f"{output()}/", to]
    call(words, "rsync could not send the site; its words are above. What was there stays.")


@task(
    help={
        "branch": "branch that GitHub Pages serves",
        "remote": "git remote to push to",
        "dry-run": "commit to the branch here, push nothing",
        "no-history": "replace the branch instead of adding to it",
    }
)
def gh_pages(c, branch="gh-pages", remote="origin", dry_run=False, no_history=False):
    """Build with publishconf.py and push the site to a GitHub Pages branch."""
    pelican(settings="publishconf.py")
    words = [sys.executable, "-m", "ghp_import", "--no-jekyll", "--branch", branch]
    words += ["--message", "Publish the archive", "--remote", remote]
    words += ["--push"] * (not dry_run) + ["--no-history", "--force"] * no_history + [str(output())]
    call(words, "The site could not be pushed; git's words are above.")
