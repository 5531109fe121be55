"""The verbs of the supply chain: what is locked, its licences, its known faults, its bill."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from invoke import Exit, task

from verbs.running import ROOT, next_step, told


def _locks():
    from newsdesk.supply.locks import read_locks

    return told(read_locks, ROOT / "requirements")


@task(help={"strict": "end with exit code 1 where a licence is not known"})
def licences(c, strict=False):
    """Report the licence of everything that is locked, as installed here."""
    from newsdesk.supply.licences import licences as read
    from rich.console import Console
    from rich.table import Table

    known = read(_locks())
    table = Table("Package", "Version", "Sets", "Licence", box=None)
    for each in known:
        one = each.locked
        here = each.installed not in ("", one.version)
        note = f" (installed: {each.installed})" if here else ""
        table.add_row(one.name, one.version, ", ".join(one.sets), each.licence + note)
    Console().print(table)
    open_ones = [each for each in known if not each.clear and each.locked.here]
    print(f"{len(known):,} packages; of {len(open_ones):,} the licence is not known here.")
    if open_ones:
        next_step("./inv check and BACKFILE_EXTRAS='NAME ...' install what is missing")
    if open_ones and strict:
        sys.exit(1)


@task(help={"advisories": "OSV records in a file, folder or zip, instead of asking api.osv.dev"})
def audit(c, advisories=""):
    """Check the locked versions for known vulnerabilities: exit code 1 if any, 2 if unchecked."""
    from newsdesk.supply.advisories import ask, check, read

    packages = _locks()
    if advisories:
        found = told(lambda: check(packages, read(Path(advisories).expanduser())))
    else:
        found = told(ask, packages)
    for each in found:
        print(each)
    if found:
        raise Exit(f"{len(found):,} known vulnerabilities: lock newer versions.", code=1)
    print(f"No known vulnerability in {len(packages):,} locked packages.")


@task(help={"to": "the file to write"})
def sbom(c, to="sbom.cdx.json"):
    """Write a bill of materials (CycloneDX) of everything that is locked."""
    from newsdesk.supply.bill import bill

    moment = os.environ.get("SOURCE_DATE_EPOCH")
    at = datetime.fromtimestamp(int(moment), UTC) if moment else None
    packages = _locks()
    Path(to).expanduser().write_text(told(bill, packages, at), encoding="utf-8")
    print(f"{len(packages):,} packages in {to}")
