"""One export: stories in, files out, put in place together."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsdesk.archive import Archive
from newsdesk.authority import Authority, load
from newsdesk.errors import BadSetting
from newsdesk.export.package import NAME, files_of, write_package
from newsdesk.export.stories import Choice, Tagged, read, story_row, twin_groups
from newsdesk.export.tables import HEADINGS, STORIES, TAGS, Row
from newsdesk.export.writers import WRITERS, All

FORMATS = tuple(WRITERS)
EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    stories: int
    tags: int
    bytes: int
    files: tuple[str, ...]


def export(
    archive: Archive,
    folder: Path,
    formats: Iterable[str] = ("jsonl", "csv", "sqlite"),
    choice: Choice = EVERYTHING,
    *,
    title: str = "A news archive",
    site: str = "",
) -> Exported:
    """Write the wanted stories of an archive into `folder`, in every format asked for.

    `site` is the address that permalinks begin with. Raises BadSetting for a format nobody knows or
    that needs a package that is missing, before anything is written. Files of an older export are
    replaced when all new ones are whole; those in formats that are not wanted any more go.
    """
    wanted = tuple(dict.fromkeys(formats))
    for name in wanted:
        if name not in WRITERS:
            known = ", ".join(FORMATS)
            raise BadSetting(f"«{name}» is no format of an export: {known}; nothing was written.")
    if not archive.articles.is_dir():
        raise BadSetting(f"There are no stories in {archive.articles} yet: ./inv ingest ~/dumps")
    authority = load(archive.authority)
    unknown = choice.countries - set(authority.countries)
    unknown |= choice.organizations - set(authority.organizations)
    if unknown:
        raise BadSetting(
            f"No heading has the code {', '.join(sorted(unknown))}; nothing was written."
        )
    aside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        stories, tags, files = _write(archive, authority, aside, wanted, choice, site)
        write_package(aside, files, title, site)
        size = sum((aside / name).stat().st_size for name in files)
        folder.mkdir(parents=True, exist_ok=True)
        former = files_of(folder)
        for name in (*files, NAME):
            (aside / name).replace(folder / name)
        for name in former - set(files):  # a format not asked for now would keep withdrawn stories
            (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Exported(stories, tags, size, (*files, NAME))


def _write(
    archive: Archive,
    authority: Authority,
    folder: Path,
    formats: tuple[str, ...],
    choice: Choice,
    site: str,
) -> tuple[int, int, list[str]]:
    groups = twin_groups(archive)
    named: set[str] = set()
    stories = tags = 0
    with All(folder, formats) as writers:
        for told in read(archive, authority):
            if not choice.wants(told):
                continue
            row = story_row(told, groups.get(told.path), site)
            rows: list[Row] = []
            for tag in told.tags:
                heading = f"{tag.kind}/{tag.code}"
                if heading not in named:
                    named.add(heading)
                    writers.write(HEADINGS, _heading(heading, tag, authority))
                rows.append(
                    {
                        "story": row["id"],
                        "heading": heading,
                        "about": tag.about,
                        "evidence": tag.evidence,
                    }
                )
            writers.write(STORIES, row, rows)
            for one in rows:
                writers.write(TAGS, one)
            stories, tags = stories + 1, tags + len(rows)
    return stories, tags, writers.files


def _heading(heading: str, tag: Tagged, authority: Authority) -> Row:
    known = authority.countries if tag.kind == "country" else authority.organizations
    wikidata = known[tag.code].wikidata if tag.code in known else ""
    return {
        "id": heading,
        "kind": tag.kind,
        "code": tag.code,
        "name": tag.name,
        "wikidata": wikidata,
    }
