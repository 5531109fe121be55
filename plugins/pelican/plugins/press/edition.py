"""One build: what it knows, what it has to make, and the making."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from traceback import walk_tb
from types import CodeType
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import (
    BytecodeCache,
    Environment,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from . import workforce
from .cache import Cache
from .digests import Templates, digest
from .errors import BrokenTemplate, PressError, Refused
from .flattening import flat_code, template_of
from .here import Here, Metadata, Plain
from .notices import NOTICES
from .quickening import joined
from .record import Brief, Record
from .scan import UNKNOWN, Found
from .terms import Terms
from .twins import TWINS
from .writer import PressWriter

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

# Putting a template together takes as long as rendering it this many times as it was written.
OFTEN = 220

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """A file of the site: where it goes, the hash of all it depends on, and how to make it."""

    path: str
    key: bytes
    make: Callable[[], bytes]
    template: str = ""


class Beside(Protocol):
    """Work that another plugin began beside this build."""

    def drop(self) -> None:
        """End it and throw away what it made, unless it was put in place."""


class Compiled(BytecodeCache):
    """Templates as Jinja compiled them at an earlier build, under the same facts as a Renderer."""

    def __init__(self, cache: Cache, facts: bytes) -> None:
        self._cache, self._facts = cache, facts

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code it had, if it is what it was."""
        bucket.code = self._cache.code(bucket.key, self._key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        self._cache.save_code(bucket.key, self._key(bucket), bucket.code)

    def _key(self, bucket: Bucket) -> bytes:
        return digest(self._facts, bucket.checksum.encode())


class Renderer:
    """Renders templates with one shared context instead of a copy for every page.

    `facts` is the hash of what the templates' constants depend on.
    """

    def __init__(
        self, environment: Environment, context: dict[str, Any], cache: Cache, facts: bytes
    ) -> None:
        self.environment = environment
        environment.auto_reload = False  # a build sees each template once
        environment.bytecode_cache = environment.bytecode_cache or Compiled(cache, facts)
        self.templates = Templates(environment)
        self._context = {**environment.globals, **context}
        self._constants = {k: v for k, v in context.items() if k.isupper()}
        self._cache, self._facts = cache, facts
        self._slow: set[str] = set()
        self._prepared: dict[str, tuple[Template, dict[str, Any]]] = {}

    def digest(self, name: str) -> bytes:
        """Return the hash of a template and all it draws in."""
        return self.templates.digest(f"{name}.html")

    def prepare(self, name: str, times: int) -> None:
        """Make a template ready, unless it is; one wanted often is worth making quick first."""
        if name in self._prepared:
            return
        code = self._code(f"{name}.html") if times >= OFTEN else None
        self._prepared[name] = (
            template_of(self.environment, code) if code else self._plain(name),
            dict(self._context),
        )

    def __call__(self, name: str, **variables: Any) -> str:
        """Return a template rendered; every call for one template must name the same variables."""
        self.prepare(name, 1)
        template, context = self._prepared[name]
        context.update(variables)
        try:
            return joined(template.root_render_func(template.new_context(context, shared=True)))
        except Exception as error:
            # As it was written it may do without an attribute, and names the right file and line.
            if name not in self._slow:
                self._slow.add(name)
                logger.info("%s is rendered the slow way: %s", name, error)
            return self._plain(name).render(context)

    def _plain(self, name: str) -> Template:
        return self.environment.get_template(f"{name}.html")

    def _code(self, name: str) -> CodeType | None:
        key = digest(self._facts, self.templates.digest(name))
        kept = self._cache.code(name, key)
        if kept is None:
            kept = flat_code(self.environment, name, self._constants)
            self._cache.save_code(name, key, kept)
        return kept


@contextmanager
def templates_told() -> Iterator[None]:
    """Raise what fails in a template as a sentence that names its file and line."""
    try:
        yield
    except TemplateError as error:
        raise _broken(error) from error
    except (PressError, OSError):  # of a story that the template shows, or of the disk
        raise
    except Exception as error:
        if not _place(error):
            raise
        raise _broken(error) from error


def _broken(error: Exception) -> BrokenTemplate:
    place = _place(error) or "In templates"
    match error:
        case TemplateNotFound():
            words = f"the theme has no {error.message}"
        case TemplateError():
            words = error.message or type(error).__name__
        case UnicodeDecodeError():
            words = "it is not UTF-8; save it in that encoding"
        case _:
            words = f"{type(error).__name__}: {error}"
    return BrokenTemplate(f"{place}: {words.rstrip('.')}. Mend the template and build again.")


def _place(error: Exception) -> str:
    """Return "article.html, line 3", where an error left the last template; "" outside of all."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}, line {error.lineno}"
    place = ""
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        if code.co_filename.endswith(".html"):
            place = f"{code.co_filename}, line {line}"
        elif isinstance(error, UnicodeDecodeError) and code.co_name == "get_source":
            line = error.object.count(b"\n", 0, error.start) + 1  # Jinja was reading the file
            place = f"{frame.f_locals.get('filename')}, line {line}"
    return place


class Edition:
    """One build of the site, shared by press and finding_aids as `context["edition"]`.

    `catalogue` holds the records of all stories, oldest first; `withdrawn` those that were taken
    back, of which only the address and the notice are left. `page` and `file` plan what is to be
    made; `print_all` makes what the last build did not already make just so. `company` is True when
    plugins of other people listen to stories or pages: then every page is made, in one process.
    """

    def __init__(
        self,
        settings: dict[str, Any],
        terms: Terms,
        facts: bytes,
        cache: Cache,
        templates: Sequence[str],
    ) -> None:
        self.settings = settings
        self.terms = terms
        self.facts = facts
        self.cache = cache
        self.streams = True
        self.card = b""
        self.count = 0
        self.ahead: Beside | None = None
        self.read = 0  # stories read in this build, most of whose pages will be made
        self.static_links: list[str] = []
        self.found: Sequence[Found] = ()
        self.catalogue: list[Record] = []
        self.withdrawn: list[Record] = []
        self.lines: dict[str, str] = {}  # of stories in tables, by address
        self.metadata: Metadata = Plain(settings["DEFAULT_LANG"])
        self.unchanged = False
        self.company = False
        self.changed: Sequence[str] = ()
        self.removed: Sequence[str] = ()
        self.render: Renderer
        self._template_folders = templates
        self._chrome = facts
        self._state = b""
        self._jobs: list[Job] = []
        self._late: list[Callable[[], None]] = []

    @cached_property
    def writer(self) -> PressWriter:
        """The one writer of this build."""
        return PressWriter(self.settings["OUTPUT_PATH"], self.settings, self.cache)

    @cached_property
    def _last(self) -> tuple[Any, ...] | None:
        """What was true of the last finished build."""
        return self.cache.summary()

    def take(self, found: Sequence[Found]) -> None:
        """Take the content files; Refused when all are gone that the last build had."""
        self.found = found
        if not found and self._last and self._last[1]:
            raise Refused(
                "No content file is there any more, and the last build had "
                f"{self._last[1]:,}: see that "
                f"{self.settings['PATH']} is the folder you mean, and ARTICLE_PATHS. If it is to "
                "be empty, run ./inv clean first."
            )

    def look(self) -> None:
        """See whether anything changed since the last finished build."""
        sources = map(_file_bytes, self._sources())
        names = repr(self._static_names()).encode()
        self._state = digest(self.facts, *sources, names, repr(self.found).encode())
        if (
            self._last
            and self._last[0] == self._state
            and not self.company
            and UNKNOWN not in (f.stamp for f in self.found)
        ):
            self.unchanged = self.writer.keep_all()
            _, self.count, self.static_links = self._last

    def _sources(self) -> Iterable[Path]:
        """Templates, hand-written pages, the newsdesk's lists: few, so read rather than stamped."""
        folders = [
            *self._template_folders,
            *(Path(self.settings["PATH"], p) for p in self.settings["PAGE_PATHS"]),
        ]
        inside = (path for folder in folders for path in sorted(Path(folder).rglob("*")))
        lists = (Path(self.settings["PATH"], name) for name in (TWINS, NOTICES))
        return (p for p in (*inside, *lists) if p.is_file())

    def _static_names(self) -> list[str]:
        """Return the names of files that are copied; what is in them shows when they are."""
        theme = [Path(self.settings["THEME"], path) for path in self.settings["THEME_STATIC_PATHS"]]
        own = [Path(self.settings["PATH"], path) for path in self.settings["STATIC_PATHS"]]
        return sorted(str(path) for folder in (*theme, *own) for path in folder.rglob("*"))

    def abandon(self) -> None:
        """Throw away what was not put in place."""
        if self.ahead:
            self.ahead.drop()
        self.writer.abandon()

    def brief(self, record: Record | None) -> Brief | None:
        """Return a story as lists show it."""
        return Brief(record, self.terms) if record else None

    def has_template(self, name: str) -> bool:
        """Tell whether the theme, or the site's own folder of templates, has a template."""
        places = (Path(folder, f"{name}.html") for folder in self._template_folders)
        return any(place.exists() for place in places)

    def open(self, renderer: Renderer, chrome: Iterable[bytes]) -> None:
        """Take over templates, and the hash of what all pages show (the menu's pages)."""
        self.render = renderer
        self._chrome = digest(self.facts, *chrome)

    def key(self, template: str, *inputs: bytes) -> bytes:
        """Return the hash over a template, what all pages show, and some inputs."""
        return digest(self._chrome, self.render.digest(template), *inputs)

    def page(
        self,
        path: str,
        template: str,
        inputs: bytes,
        here: Here,
        make: Callable[[], dict[str, Any]],
    ) -> None:
        """Plan a page: `inputs` is the hash of all that `make` puts into the template."""

        def rendered() -> bytes:
            return self.render(template, here=self.metadata.list(here), **make()).encode()

        told = (here.kind, here.url, here.title, here.description, here.feeds, here.data)
        key = self.key(template, inputs, repr(told).encode())
        self.plan(Job(path, key, rendered, template), f"the {here.kind} page {path}")

    def file(self, path: str, inputs: bytes, make: Callable[[], str]) -> None:
        """Plan a file that no template makes, such as a feed."""
        key = digest(self.facts, b"file", inputs)
        self.plan(Job(path, key, lambda: make().encode()), f"the file {path}")

    def plan(self, job: Job, origin: str) -> None:
        """Plan any file of the site; `origin` is its name in messages."""
        self.writer.claim(job.path, origin)
        self._jobs.append(job)

    def plan_late(self, planning: Callable[[], None]) -> None:
        """Let more be planned when all else is: other processes make pages meanwhile."""
        self._late.append(planning)

    def print_all(self) -> None:
        """Make every planned file that is not already there, and put all in place."""
        writer = self.writer
        due = self._due()
        # What all stories say of each other is worked out here while others make the lists.
        others = self._workers(len(due) + self.read) - 1 if self._late and due else 0
        early = [due[at::others] for at in range(others)]
        children = workforce.begin(early, -others, self._make)
        try:
            for planning in self._late:
                planning()
            due = [*(due if not others else ()), *self._due()]
            kept, earlier = dict(writer.made), writer.result()
            self._prepare(due)
            results = workforce.share(due, self._workers(len(due)), self._make)
        finally:
            gathered = workforce.gather(children)
        writer.made = kept
        writer.pending, writer.written = [], []
        for result in (earlier, *workforce.answers(gathered), *results):
            writer.join(result)
        writer.close()
        self.changed, self.removed = writer.written, writer.removed
        self.cache.save_summary((self._state, self.count, self.static_links))

    def _workers(self, tasks: int) -> int:
        return 1 if self.company else workforce.size(self.settings["PRESS_WORKERS"], tasks)

    def _due(self) -> list[Job]:
        """Return what was planned since the last call and does not lie there already."""
        jobs, self._jobs = self._jobs, []
        return [j for j in jobs if self.company or not self.writer.current(j.path, j.key)]

    def _prepare(self, jobs: Sequence[Job]) -> None:
        for template, times in Counter(job.template for job in jobs if job.template).items():
            self.render.prepare(template, times)

    def _make(self, number: int, jobs: Sequence[Job]) -> Any:
        """Make and write files, as one of several processes or the only one."""
        self._prepare(jobs)
        self.writer.part(number)
        with templates_told():
            for job in jobs:
                self.writer.put(job.path, job.make(), job.key)
        return self.writer.result()


def _file_bytes(path: Path) -> bytes:
    return str(path).encode() + b"\0" + path.read_bytes()
