"""Backfile's verbs. `./inv --list` lists them, `./inv --help VERB` explains one.

Thin on purpose: what they do is in plugins/ (the newsdesk and the Pelican plugins) and bench/.
Names follow Pelican's quickstart; words after `--` go to the program behind the verb, as in
`./inv build -- -v`.
"""

import importlib
import shutil
import sys
from functools import partial
from pathlib import Path

from invoke import Collection, Exit, task
from invoke.main import program

from verbs.running import (
    ROOT,
    end_quietly_when_piped_away,
    forget_builds,
    next_step,
    on_archive,
    on_dumps,
    output,
    pelican,
    site_held,
    told,
)

VALUED = frozenset(("--scheduler", "--path", "--dump", "--folder", "--rounds", "--work"))


def several_paths(words: list[str]) -> list[str]:
    """Let `ingest a b c` name many paths and `verify folder` one: invoke has flags for neither."""
    flags = {"ingest": "--path", "bench.ingest": "--dump", "verify": "--folder"}
    verb = next((word for word in words if word in flags), None)
    if verb is None:
        return words
    after = words.index(verb) + 1
    alone = {at for at, word in enumerate(words) if words[at - 1] in VALUED}
    named = (
        [word] if word.startswith("-") or at in alone else [flags[verb], word]
        for at, word in enumerate(words[after:], after)
    )
    return words[:after] + [part for words in named for part in words]


def help_asked(words: list[str]) -> bool:
    """Tell whether help is asked for: invoke takes the flag for the word that `rules` waits for.

    `-h` asks for help as the last word only: `explain FILE -h PAGE` is short for `--html PAGE`.
    """
    return "--help" in words[1:] or words[1:][-1:] == ["-h"]


@task(
    iterable=["path"],
    help={
        "path": "file, folder, .zip, .tar.gz, .gz or s3://... with news dumps; any number of them",
        "strict": "end with exit code 1 if any document was set aside",
        "scheduler": "address of a Dask scheduler (tcp://host:8786) whose workers clean and tag",
    },
)
def ingest(c, path, strict=False, scheduler=""):
    """File the stories of raw news dumps into content/."""
    from newsdesk import decisions, pipeline
    from newsdesk.intake.remote import is_address

    paths = [word if is_address(word) else Path(word).expanduser() for word in path]
    if not paths:
        raise Exit("Name the dumps to read: ./inv ingest ~/dumps", code=2)
    for missing in (p for p in paths if isinstance(p, Path) and not p.exists()):
        raise Exit(f"There is no file or folder «{missing}»; nothing was filed.", code=2)
    summary = on_dumps(pipeline.ingest, paths, scheduler=scheduler)
    confirmed = on_archive(decisions.confirm_by_setting)
    if confirmed:
        print(f"Notices of wires confirmed, as archive.toml says: {len(confirmed):,}")
    if summary.accepted or not summary.set_aside:
        next_step("./inv build")
    else:
        next_step("mend what was set aside (./inv report lists it) and ingest it again")
    if strict and summary.set_aside:
        sys.exit(1)


@task
def refile(c):
    """Clean and tag every story again, after a change of rules or headings."""
    from newsdesk import pipeline

    on_dumps(pipeline.refile)
    next_step("./inv build")


@task(help={"yes": "file the changed stories again without asking"})
def retag(c, yes=False):
    """Tag every story anew; show what would change, then file again only those stories."""
    from newsdesk import pipeline, report, retag
    from newsdesk.archive import Archive
    from newsdesk.authority import load
    from newsdesk.errors import NewsdeskError
    from rich.console import Console

    archive, console = Archive.open(ROOT), Console(soft_wrap=True)
    try:
        changes, wrong = retag.tag_changes(archive)
    except NewsdeskError as error:
        raise Exit(str(error), code=2) from None
    report.tell_changes(changes, wrong, load(archive.authority), console)
    if not changes:
        sys.exit(1 if wrong else 0)
    if not yes and not (sys.stdin.isatty() and input("File them again? [y/N] ").lower() == "y"):
        next_step("./inv retag --yes")
        return
    on_dumps(partial(pipeline.refile, only={change.sha256 for change in changes}))
    next_step("./inv build")


@task(name="report")
def report_(c):
    """Draw what the register holds: accepted, set aside, cuts by rule, tags, undated."""
    waiting = on_archive(_report)
    if waiting:
        print(f"\nNotices of wires that wait for a decision: {waiting:,}")
        print("See and decide: ./inv corrections")
    next_step("./inv build")


def _report(archive) -> int:
    """Draw the report; return how many notices wait for a decision."""
    from newsdesk import report
    from newsdesk.notices import sorted_out
    from newsdesk.register import Register
    from rich.console import Console

    with Register.open(archive.register, archive.lock, "report") as register:
        console = Console(soft_wrap=True)
        report.draw(register, console)
        settled = archive.settings.get("desks", {}).get("default_country", {})
        report.propose(register, settled, console)
        report.offer(register, console)
        return sum(map(len, sorted_out(register)))


@task
def build(c):
    """Build the site into output/, search index included."""
    pelican()
    next_step("./inv serve")


@task
def rebuild(c):
    """Build everything anew, trusting no cache."""
    forget_builds()
    pelican("--ignore-cache")
    next_step("./inv serve")


@task
def clean(c):
    """Remove the built site and the build cache; the stories stay."""
    with site_held("clean"):
        shutil.rmtree(output(), ignore_errors=True)
        forget_builds()


@task
def regenerate(c):
    """Build again whenever a story, a template or a setting changes."""
    pelican("--autoreload")


@task
def preview(c):
    """Build the site as it will be published (publishconf.py)."""
    pelican(settings="publishconf.py")
    next_step("./inv publish or ./inv gh_pages")


@task(
    help={"file": "a dump: file, folder or archive", "html": "write the account to this page"},
)
def explain(c, file, html=""):
    """Show what a dump holds: kept text, cuts by rule, fields and tags with their evidence."""
    from newsdesk import intake
    from newsdesk.archive import Archive
    from newsdesk.copydesk import sight
    from newsdesk.editor import Editor
    from newsdesk.records import RawDocument, SetAside
    from rich.console import Console

    if not file:  # it would be this folder, with everything that is installed in it
        raise Exit("No file is named. For example: ./inv explain samples/dump", code=2)
    if html and (Path(html).is_dir() or not Path(html).absolute().parent.is_dir()):
        raise Exit(f"No page can be written to {html}: name a file in a folder that is there.", 2)
    console, stories = Console(), []
    archive = told(Archive.open, ROOT)
    settings = told(intake.IntakeSettings.from_table, archive.settings.get("intake", {}))
    editor = told(Editor, archive)
    if not Path(file).exists():
        raise Exit(f"There is no file or folder at {file}.", code=2)
    for document in intake.read(Path(file), settings=settings):
        edited = editor(document) if isinstance(document, RawDocument) else document
        console.rule(
            str(edited.provenance if isinstance(edited, SetAside) else document.provenance)
        )
        if isinstance(edited, SetAside):
            console.print(f"Set aside: {edited.reason}", markup=False)
            continue
        console.print(sight.on_terminal(edited))
        if html:
            stories.append(edited)
    if html:
        Path(html).write_text(sight.on_page(*stories), encoding="utf-8")
        next_step(f"open {html} in a browser")


@task(
    help={
        "action": "check the packs, learn a new one from the archive, or review the doubts",
        "accept": "review: ids of blocks that are furniture, with commas between them",
        "reject": "review: ids of blocks that are the story",
        "decisions": "review: the file of decisions that review.html saved",
    }
)
def rules(c, action, accept="", reject="", decisions=""):
    """Rule packs: `rules check` explains a bad one, `rules learn` proposes one, `rules review`."""
    from newsdesk import copydesk, pipeline
    from newsdesk.archive import Archive
    from newsdesk.copydesk import learned
    from newsdesk.errors import BadRule

    archive = Archive.open(ROOT)
    if action == "check":
        faults = list(copydesk.check_rules([archive.rules] if archive.rules else []))
        if faults:
            raise Exit("\n".join(faults), code=1)
        try:  # reads the shipped packs too
            count = len(copydesk.load_rulebook(archive.rules).rules)
        except BadRule as error:
            raise Exit(str(error), code=1) from error
        own = sorted(p.name for p in archive.rules.glob("*.toml")) if archive.rules else []
        print(f"Every rule of {count:,} matches its examples and spares its near-misses.")
        print(f"Packs of your own in rules/: {', '.join(own) or 'none (*.toml)'}.")
        if own:
            next_step("./inv refile")
    elif action == "learn":
        rulebook = told(copydesk.load_rulebook, archive.rules)
        found = learned.undecided(learned.learn(pipeline.recleaned(archive)), rulebook)
        page = learned.write_pack(ROOT, found)
        blocks = "recurring block" if len(found) == 1 else "recurring blocks"
        print(f"{len(found):,} {blocks} proposed as furniture in {page.name}.")
        if not found:
            print("A block is proposed that three stories of one source or more have in common.")
            return
        next_step("read it, delete what is no furniture, move it to rules/, then ./inv refile")
    elif action == "review":
        _review(archive, accept.split(","), reject.split(","), decisions)
    else:
        raise Exit(f"«{action}» is no word for rules: say check, learn or review.", code=2)


def _review(archive, accepted: list[str], rejected: list[str], decisions: str) -> None:
    """Take the decisions of the review, if there are any, and write the page of what is open."""
    from newsdesk import pipeline
    from newsdesk.copydesk import review
    from newsdesk.errors import NewsdeskError

    pack = ROOT / "rules" / f"{review.PACK}.toml"
    try:
        asked = review.questions(pipeline.recleaned(archive), review.decided_in(pack))
        if decisions:
            both = review.read_decisions(Path(decisions))
            accepted, rejected = accepted + both[0], rejected + both[1]
        accepted, rejected = list(filter(None, accepted)), list(filter(None, rejected))
        number = review.decide(asked, accepted, rejected, pack)
    except NewsdeskError as error:
        raise Exit(str(error), code=2) from None
    left = [one for one in asked if one.id not in {*accepted, *rejected}]
    (ROOT / "review.html").write_text(review.review_page(left), encoding="utf-8")
    if number:
        print(f"Rules added to rules/{pack.name}: {number:,}")
    print(f"For review: {len(left):,} blocks, in review.html")
    next_step("./inv refile" if number else "open review.html in a browser")


@task(
    iterable=["name"],
    help={
        "action": "check: what your tables change, and what is wrong in them; or accept",
        "name": "with accept: an organisation that `report` lists as unverified; any number",
    },
)
def authority(c, action, name):
    """Authority files: `authority check` tells what yours change, `accept` adds a name to them."""
    from newsdesk.archive import Archive
    from newsdesk.authority import accept, check
    from newsdesk.errors import BadSetting

    if action == "accept" and name:
        try:
            print("\n".join(accept(ROOT / "authority", name)))
        except BadSetting as error:
            raise Exit(str(error), code=1) from None
        next_step("fill in type and country in authority/organizations.csv, then ./inv retag")
        return
    if action != "check":
        raise Exit(f"«{action}» is no word for authority: say check, or accept --name NAME.", 2)
    own = Archive.open(ROOT).authority
    if own is None:
        print("There is no authority/ folder: the shipped headings are used as they are.")
        return
    try:
        print("\n".join(check(own)) or "The tables in authority/ change nothing.")
    except BadSetting as error:
        raise Exit(str(error), code=1) from None
    next_step("./inv retag")


@task(
    iterable=["country", "org", "source"],
    help={
        "folder": "where the edition goes: a new folder, an empty one, or an older edition",
        "zip": "pack it into this file as well, or instead",
        "zim": "make a ZIM file for Kiwix and its kin",
        "zim-search": "put the search page into the ZIM file too; it has an index of its own",
        "site": "a built site other than output/",
        "country": "only stories with this country, by code or heading; may be given again",
        "org": "only stories with this organization, by key or heading; may be given again",
        "source": "only stories of this source; may be given again",
        "from": "only stories from this day, month or year on",
        "to": "only stories until this day, month or year",
    },
)
def offline(
    c, folder="", zip="", zim="", zim_search=False, site="",
    country=None, org=None, source=None, from_="", to="",
):  # fmt: skip
    """Make an edition for people without a network: the site, searchable, from a folder or file."""
    from pelican.plugins.offline_edition.carriage import EditionFailed
    from pelican.plugins.offline_edition.cuts import Cut
    from pelican.plugins.offline_edition.orders import Order, deliver
    from pelican.settings import get_settings_from_file

    if not folder and not zip and not zim:
        raise Exit("Say where the edition goes: --folder DIR, --zip FILE or --zim FILE.", code=2)
    confs = [
        get_settings_from_file(str(ROOT / f"{name}conf.py")) for name in ("pelican", "publish")
    ]
    places = [Path(one).expanduser() if one else None for one in (folder, zip, zim)]
    try:
        cut = Cut.of(country or (), org or (), source or (), from_, to)
        order = Order(*places, zim_search=zim_search, cut=cut)
        with site_held("offline"):
            for line in deliver(
                Path(site) if site else output(), order, ROOT / "pelicanconf.py", *confs
            ):
                print(line)
    except (EditionFailed, OSError) as error:
        raise Exit(f"{error}", code=2) from None
    next_step(f"./inv verify {folder or zip or zim!r}, then copy it")


@task(
    help={
        "folder": "where the tables go",
        "formats": "any of jsonl, csv, sqlite, parquet",
        "country": "only stories with one of these ISO codes, as AF,TJ",
        "organization": "only stories with one of these keys, as UN,CSTO",
        "source": "only stories of one of these sources, apart by ;",
        "lang": "only stories in one of these languages, as en,fa",
        "since": "first day, as 2024-01-01; undated stories are then left out",
        "until": "last day",
    }
)
def export(
    c,
    folder="export",
    formats="jsonl,csv,sqlite",
    country="",
    organization="",
    source="",
    lang="",
    since="",
    until="",
):
    """Write the archive as tables for research, with a data package that describes them."""
    from datetime import date

    from newsdesk import export as tables
    from newsdesk.archive import Archive
    from newsdesk.errors import NewsdeskError
    from pelican.settings import get_settings_from_file

    def several(words: str, apart: str = ",") -> frozenset[str]:
        return frozenset(word.strip() for word in words.split(apart) if word.strip())

    def day_of(words: str) -> date | None:
        try:
            return date.fromisoformat(words) if words else None
        except ValueError:
            raise Exit(f"«{words}» is no day: write it as 2024-01-31.", code=2) from None

    first, last = day_of(since), day_of(until)
    chosen = [several(words) for words in (country, organization)]
    choice = tables.Choice(*chosen, several(source, ";"), several(lang), first, last)
    conf = get_settings_from_file(str(ROOT / "publishconf.py"))
    target, wanted = Path(folder).expanduser(), [word.strip() for word in formats.split(",")]
    about = {"title": conf["SITENAME"], "site": conf["SITEURL"]}
    try:
        made = tables.export(Archive.open(ROOT), target, wanted, choice, **about)
    except (NewsdeskError, OSError) as error:
        raise Exit(str(error), code=2) from None
    size = f"{made.bytes / 1e6:,.1f} MB"
    print(f"{made.stories:,} stories with {made.tags:,} tags in {size}: {', '.join(made.files)}")
    next_step(f"read {folder}/datapackage.json, or open the tables in your own tools")


namespace = Collection.from_module(sys.modules[__name__])
namespace.add_collection(Collection.from_module(importlib.import_module("bench.verbs"), "bench"))
for subject in ("serving", "publishing", "custody", "supply", "checks"):
    verbs = Collection.from_module(importlib.import_module(f"verbs.{subject}")).tasks
    for verb in verbs.values():
        namespace.add_task(verb)

if hasattr(program, "core"):
    end_quietly_when_piped_away()
    if help_asked(program.core.unparsed):
        program.args.help.value, program.core.unparsed = program.core.unparsed[0], []
    program.core.unparsed = several_paths(program.core.unparsed)
