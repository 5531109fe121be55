"""Press: the PELICAN_CLASS of an archive. Chooses the road, and tells errors as sentences."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any

import jinja2
import pelican
from newsdesk import garbage
from newsdesk.errors import BadSetting, InUse
from newsdesk.lock import held
from pelican.generators import ArticlesGenerator, SourceFileGenerator, StaticGenerator
from pelican.log import LimitFilter, console
from pelican.plugins import signals

from . import listeners
from .articles import StreamedArticles
from .cache import Cache, cache_folder
from .digests import digest, of_code, of_settings
from .edition import Edition, templates_told
from .errors import PressError, Refused, WithoutTraceback, log_whole_lines, refused
from .settings import ARCHIVE_URLS, DEFAULTS, check
from .statics import PressSources, PressStatic
from .stock import StockArticles
from .terms import Terms
from .writer import PressWriter

logger = logging.getLogger(__name__)
# Pelican warns of `<meta charset>` in a file, which is no metadata and right to have.
CHARSET = (
    logging.WARNING,
    "Meta tag in file %s does not have a 'name' attribute, skipping. Attributes: %s",
)
WITHOUT_TRACEBACK = WithoutTraceback()
SPACE = "pelican.plugins."  # which PLUGINS may leave out
CARD = os.path.join("parts", "card.html")


class Closing:
    """The last generator: makes what all others planned and puts it in place."""

    def __init__(self, context: dict[str, Any], **_: Any) -> None:
        self._edition: Edition = context["edition"]

    def generate_output(self, writer: PressWriter) -> None:
        """Print the edition."""
        self._edition.print_all()


class Press(pelican.Pelican):
    """Pelican, building archives in time proportional to stories and tags."""

    edition: Edition

    def __init__(self, settings: dict[str, Any]) -> None:
        for name, value in DEFAULTS.items():
            settings.setdefault(name, value)
        for name, value in ARCHIVE_URLS.items():
            settings[name] = settings[name] or value
        log_whole_lines()
        logging.getLogger("pelican").addFilter(WITHOUT_TRACEBACK)
        LimitFilter._ignore.add(CHARSET)
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Load the plugins; raises Refused for one that fails, where Pelican might go on."""
        wanted = self.settings["PLUGINS"] or ()
        try:
            super().init_plugins()
        except PressError:
            raise
        except Exception as error:
            cause = error.__context__ or error  # where errors are fatal, what Pelican logged
            place = extract_tb(cause.__traceback__)[-1]
            raise Refused(
                f"A plugin could not be loaded: {type(cause).__name__}: {cause} ({place.filename}, "
                f"line {place.lineno}). Mend it, or take it out of PLUGINS."
            ) from error
        loaded = {getattr(module, "__name__", "").removeprefix(SPACE) for module in self.plugins}
        names = {name.removeprefix(SPACE) for name in wanted if isinstance(name, str)}
        if lost := sorted(names - loaded):
            raise Refused(
                f"The plugin {lost[0]} could not be loaded: see that PLUGINS spells it as its "
                "maker does, and that it is installed or lies in PLUGIN_PATHS."
            )

    def run(self) -> None:
        """Build the site; on any error the last good one stays as it was.

        One build at a time: a second is refused with the name of the run that holds the site.
        """
        try:
            with held(site_lock(self.settings), "build", "the site"):
                self._build()
        except (InUse, BadSetting) as error:
            raise Refused(str(error)) from None
        except OSError as error:
            raise refused(error) from error

    def _build(self) -> None:
        cache = Cache(cache_folder(self.settings))
        terms = Terms(self.settings)
        facts = digest(
            f"{pelican.__version__} {jinja2.__version__}".encode(),
            of_settings(self.settings),
            of_code(self.plugins),
            terms.written(),
        )
        edition = Edition(self.settings, terms, facts, cache, self._templates())
        edition.streams = self._streams()
        check(self.settings, edition.streams)
        # Pelican would take its theme `simple` for them, which knows nothing of cards.
        lost = [name for name in ("article", "index") if not edition.has_template(name)]
        if edition.streams and lost:
            raise Refused(
                f"The theme has no {lost[0]}.html: put it back into {self._templates()[-1]}, "
                "beside parts/card.html."
            )
        if unheard := listeners.unheard():
            raise Refused(
                f"The plugin {unheard[0]} waits for what press does not tell, as it reads stories "
                "and writes feeds by itself: take it out of PLUGINS, or set "
                "PELICAN_CLASS = 'pelican.Pelican'."
            )
        guests = listeners.guests()
        if guests:
            edition.company = True
            logger.info(
                "press keeps all stories in memory and makes every page, for %s", ", ".join(guests)
            )
        # Pelican copies the settings into the context that all generators share.
        self.settings["edition"] = self.edition = edition
        try:
            with garbage.put_off(), templates_told():
                super().run()
            written, files = len(edition.changed), len(edition.writer.made)
            console.print(
                f"Written: {written:,} of {files:,} files, {len(edition.removed):,} removed."
            )
        finally:
            edition.abandon()
            del self.settings["edition"]

    def _get_generator_classes(self) -> list[Any]:
        articles = StreamedArticles if self.edition.streams else StockArticles
        ours = {
            ArticlesGenerator: articles,
            StaticGenerator: PressStatic,
            SourceFileGenerator: PressSources,
        }
        return [*(ours.get(cls, cls) for cls in super()._get_generator_classes()), Closing]

    def _get_writer(self) -> PressWriter:
        for receiver, answer in signals.get_writer.send(self):
            if isinstance(answer, type):
                raise Refused(
                    f"The plugin {receiver.__module__} brings a writer of its own, and press "
                    "cannot tell what such a writer wrote: take it out of PLUGINS, or set "
                    "PELICAN_CLASS = 'pelican.Pelican'."
                )
        return self.edition.writer

    def _streams(self) -> bool:
        return any(os.path.exists(os.path.join(folder, CARD)) for folder in self._templates())

    def _templates(self) -> list[str]:
        return [*self.settings["THEME_TEMPLATES_OVERRIDES"], os.path.join(self.theme, "templates")]


def site_sums(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return path -> SHA-256 of every file the last build wrote, the search index included.

    Empty when nobody remembers: no build yet, or its cache was deleted.
    """
    made = Cache(cache_folder(settings)).manifest()
    sums = {path: file.digest.hex() for path, file in made.items()}
    if sums and "search_index" in settings["PLUGINS"]:
        from pelican.plugins.search_index.memory import index_path, memory_of
        from pelican.plugins.search_index.sums import read_sums

        index = index_path(settings)
        found = read_sums(memory_of(settings))
        sums |= {f"{index}/{path}": digest for path, digest in found.items()}
    return sums


def site_lock(settings: Mapping[str, Any]) -> Path:
    """Return the file that a run holds while it writes a site, or reads it as a whole."""
    folder = cache_folder(settings)
    return folder.with_name(f"{folder.name}.lock")


def only_under_press(sender: Any) -> None:
    """Refuse to be loaded by another PELICAN_CLASS: the pages would be missing without a word."""
    if not isinstance(sender, Press):
        raise Refused(
            "The plugin press works as PELICAN_CLASS: write "
            "`from pelican.plugins.press import Press` and `PELICAN_CLASS = Press` in "
            "pelicanconf.py, or take press out of PLUGINS."
        )
