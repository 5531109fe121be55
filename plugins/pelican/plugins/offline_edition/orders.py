"""What one call of `./inv offline` asks for, and how it is carried out."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup
from newsdesk import __version__
from pelican.plugins.search_index.memory import index_path
from slugify import slugify

from .carriage import read_index
from .cuts import ALL, Cut, build_part
from .folder import Made, make_folder, make_zip
from .zim_facts import Facts

Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """Where the editions go, and of which part of the archive; what is None is not made."""

    folder: Path | None = None
    zip: Path | None = None
    zim: Path | None = None
    zim_search: bool = False
    cut: Cut = ALL


def deliver(
    site: Path, order: Order, conf: Path, local: Settings, published: Settings
) -> Iterator[str]:
    """Make the editions of a built site and yield a line about each.

    `conf` is pelicanconf.py, `local` and `published` are the settings in it and in
    publishconf.py: the site may have been built with either. Raises EditionFailed.
    """
    addresses = [local["SITEURL"], published["SITEURL"]]
    index = index_path(local)
    told = str(order.cut)
    with TemporaryDirectory() as place:
        aside = Path(place)
        if order.cut:
            site = build_part(site, aside / "part", order.cut, local, conf)
        if order.folder or order.zip:
            folder = order.folder or aside / "packed" / str(order.zip and order.zip.stem)
            folder.parent.mkdir(parents=True, exist_ok=True)
            yield _told(make_folder(site, folder, addresses, index, cut=told), order.folder)
            if order.zip:
                yield _line(order.zip, make_zip(folder, order.zip))
        if order.zim:
            from .zim import make_zim

            folder = aside / "zim"
            made = make_folder(site, folder, addresses, index, order.zim_search, told)
            facts = zim_facts(site / index, published, order.cut)
            size = make_zim(folder, site / index, order.zim, facts)
            yield f"{made.stories:,} stories in {_line(order.zim, size)}"


def zim_facts(index: Path, settings: Settings, cut: Cut = ALL) -> Facts:
    """Return what a ZIM file of this site says about itself.

    ZIM_NAME, ZIM_CREATOR and ZIM_PUBLISHER of the settings have the word; its day is today's,
    or that of SOURCE_DATE_EPOCH, for editions made alike.
    """
    title = " ".join(Markup(settings["SITENAME"]).striptags().split())
    main = settings["DEFAULT_LANG"]
    counted = read_index(index)["facets"].get("lang", {})
    moment = time.gmtime(float(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    part = slugify(str(cut)) or "all"
    return Facts(
        name=settings.get("ZIM_NAME") or f"{slugify(title)}_{main}_{part}",
        title=title,
        description=str(cut) or Markup(settings.get("SITESUBTITLE") or title).striptags(),
        creator=settings.get("ZIM_CREATOR") or title,
        publisher=settings.get("ZIM_PUBLISHER") or title,
        day=time.strftime("%Y-%m-%d", moment),
        languages=tuple(dict.fromkeys([main, *(lang.partition("-")[0] for lang in counted)])),
        source=settings.get("SITEURL", ""),
        scraper=f"Backfile {__version__}",
    )


def _told(made: Made, folder: Path | None) -> str:
    size = f"{made.files:,} files, {made.bytes / 1e6:,.1f} MB"
    return f"{made.stories:,} stories in {size}" + (f": {folder}" if folder else "")


def _line(target: Path, size: int) -> str:
    return f"{target}: {size / 1e6:,.1f} MB"
