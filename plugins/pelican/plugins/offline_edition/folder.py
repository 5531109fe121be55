"""An edition as a folder, or as one file: the whole site, searchable without a network."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from html import unescape
from pathlib import Path

from newsdesk.disk import lasting, swap
from newsdesk.disk import told as disk_told
from newsdesk.fixity import MANIFEST, files_in, write_manifest

from .carriage import EditionFailed, read_index, write_carriage
from .pages import Links
from .papers import papers

# Of use online only.
LEFT_OUT = (
    "feed.xml", "*/feed.xml", "sitemap*.xml", "robots.txt", "404.html",
    "sw.js", "manifest.webmanifest", "offline/*",
)  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: equal editions are equal zips


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: stories, files and bytes in the edition, links shown as leading nowhere."""

    stories: int
    files: int
    bytes: int
    absent: int


def make_folder(
    site: Path,
    folder: Path,
    addresses: Collection[str] = (),
    index: str = "pagefind",
    search: bool = True,
    cut: str = "",
) -> Made:
    """Make an edition of the built site in `folder`, which may hold an edition already.

    `addresses` are those the site may have been built for (SITEURL), `index` is the name of the
    search index's folder. Without `search` the search page and its index stay behind; `cut` says
    in words which part of the archive the site is. Raises EditionFailed; then what was there stays.
    """
    _may_write(site, folder)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        told = write_carriage(site / index, fresh / index) if search else read_index(site / index)
        names = list(_kept(site, index, () if search else ("search/*",)))
        links = Links(set(names), filter(None, addresses), index)
        carried = sum(_copy(site / name, fresh / name, name, links) for name in names)
        if search and not carried:
            raise EditionFailed(f"No page in {site} has the search form of Backfile's theme.")
        title = _title(site / "index.html")
        for name, text in papers(title, told, index if search else "", MANIFEST, cut).items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_text(text, "utf-8")
        write_manifest(fresh)
        lasting(fresh)  # a stick is pulled out as soon as it is told to be done
        sizes = [(fresh / name).stat().st_size for name in files_in(fresh)]
        _replace(fresh, folder)
    except OSError as error:
        raise EditionFailed(str(disk_told(error) or error)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Made(told["stories"], len(sizes), sum(sizes), links.absent)


def make_zip(folder: Path, target: Path) -> int:
    """Pack an edition into one file and return its bytes; equal editions make equal files."""
    aside = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for name in files_in(folder):
                told = zipfile.ZipInfo(f"{folder.name}/{name}", _EPOCH)
                told.compress_type = zipfile.ZIP_DEFLATED
                told.external_attr = 0o644 << 16
                packed.writestr(told, (folder / name).read_bytes())
        lasting(aside.parent)
        aside.replace(target)
    except OSError as error:
        raise EditionFailed(str(disk_told(error) or error)) from error
    finally:
        aside.unlink(missing_ok=True)
    return target.stat().st_size


def _may_write(site: Path, folder: Path) -> None:
    """Refuse to write over what is not an edition, or into the site itself."""
    if not (site / "index.html").is_file():
        raise EditionFailed(f"There is no site in {site} yet. Build it first: ./inv build")
    here, there = site.resolve(), folder.resolve()
    if there == here or here in there.parents or there in here.parents:
        raise EditionFailed(f"The edition cannot lie in the site it is made of: {folder}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        paper = folder / "README.txt"
        edition = (folder / MANIFEST).is_file() and paper.is_file()
        if not edition or "Made by Backfile" not in paper.read_text("utf-8", "replace"):
            raise EditionFailed(f"{folder} holds something else; name an empty or a new folder.")


def _kept(site: Path, index: str, more: tuple[str, ...]) -> Iterator[str]:
    for name in files_in(site):
        left = any(fnmatchcase(name, pattern) for pattern in LEFT_OUT + more)
        if not left and not name.startswith(f"{index}/"):
            yield name


def _copy(source: Path, target: Path, name: str, links: Links) -> bool:
    """Copy one file of the site, its addresses rewritten; tell whether it is a search page."""
    target.parent.mkdir(parents=True, exist_ok=True)
    rewrite: Callable[[str, str], str] | None = None
    if name.endswith((".html", ".htm")):
        rewrite = links.page
    elif name.endswith(".css"):
        rewrite = links.sheet
    if rewrite is None:
        shutil.copyfile(source, target)
        return False
    text = source.read_bytes().decode("utf-8", "surrogateescape")
    made = rewrite(text, name)
    target.write_bytes(made.encode("utf-8", "surrogateescape"))
    return rewrite == links.page and "/carrier.js" in made


def _title(page: Path) -> str:
    found = re.search(r"<title>(.*?)</title>", page.read_text("utf-8", "replace"), re.DOTALL)
    return " ".join(unescape(found[1]).split()) if found else "A news archive"


def _replace(fresh: Path, folder: Path) -> None:
    """Put the new edition in the place of the old one, which whoever called removes."""
    if folder.exists():
        swap(fresh, folder)
    else:
        os.rename(fresh, folder)
