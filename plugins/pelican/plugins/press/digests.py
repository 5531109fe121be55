"""What a page depends on besides its story: settings, templates and code, each as a short hash.

A page is made anew exactly when the hash over all it depends on differs from the last build's.
"""

from __future__ import annotations

import marshal
import re
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import blake2b
from itertools import filterfalse
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from jinja2 import Environment, TemplateNotFound

SIZE = 16
# Here lies what its version tells, and our own plugins, which `of_code` reads.
OURS = [str(Path(__file__).parents[3] / name) for name in ("pelican", "newsdesk")]
LIBRARIES = [
    sys.prefix,
    sys.base_prefix,
    sysconfig.get_path("stdlib"),
    sysconfig.get_path("purelib"),
]
OTHERS = (*OURS, *LIBRARIES)
# They say where things lie on this machine, not what the site looks like.
PLACES = frozenset({"PATH", "OUTPUT_PATH", "CACHE_PATH", "BIND", "PORT", "DEBUG", "PRESS_WORKERS"})

# What a template draws in: `{% include 'parts/card.html' %}`. Parsing it would take fifty times as
# long; what looks like a reference in a comment does no harm.
REFERENCE = re.compile(
    r"""\{%[-+]?\s*(extends|include|import|from)\s+"""
    r"""(?:(['"])([^'"]*)\2(?=\s*(?:[-+]?%|ignore\b|with|import\b|as\b))|(\S))"""
)


def digest(*parts: bytes) -> bytes:
    """Return one hash over some parts; their borders count."""
    # Version 2 of marshal writes equal tuples alike; later ones also note how often a part is used.
    return blake2b(marshal.dumps(parts, 2), digest_size=SIZE).digest()


def of_settings(settings: Mapping[str, Any]) -> bytes:
    """Return the hash of all settings that can show in a page."""
    kept = {k: v for k, v in settings.items() if k.isupper() and k not in PLACES}
    return digest(_canonical(kept).encode())


def of_code(modules: Iterable[ModuleType]) -> bytes:
    """Return the hash of the source of plugins (whole packages) and of the interpreter."""
    parts = [sys.version.encode()]
    for module in modules:
        file = getattr(module, "__file__", None)
        if not file:
            continue
        path = Path(file)
        files = sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]
        parts += [file.read_bytes() for file in files]
    return digest(*parts)


class Templates:
    """Hashes of templates, each over all the templates it extends, includes or imports."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._sources: dict[str, tuple[bytes, set[str]]] = {}
        self._known: dict[str, bytes] = {}

    def digest(self, name: str) -> bytes:
        """Return the hash of a template and everything it draws in."""
        if name not in self._known:
            reached: dict[str, bytes] = {}
            self._reach(name, reached)
            parts = (
                part for pair in sorted(reached.items()) for part in (pair[0].encode(), pair[1])
            )
            self._known[name] = digest(*parts)
        return self._known[name]

    def _reach(self, name: str, reached: dict[str, bytes]) -> None:
        if name in reached:
            return
        reached[name], references = self._source(name)
        for other in sorted(references):
            self._reach(other, reached)

    def _source(self, name: str) -> tuple[bytes, set[str]]:
        if name not in self._sources:
            try:
                source, _, _ = self._environment.loader.get_source(self._environment, name)
            except TemplateNotFound:
                self._sources[name] = (b"", set())  # `include ... ignore missing`
            else:
                found = {quoted for _, _, quoted, _ in REFERENCE.findall(source)}
                if "" in found:  # a name worked out at run time: any template may be meant
                    found = found - {""} | set(self._environment.list_templates())
                self._sources[name] = (source.encode(), found)
        return self._sources[name]


def _canonical(value: Any) -> str:
    """Return a text that is equal for equal values, in this process and the next."""
    match value:
        case dict():
            inner = sorted(f"{_canonical(k)}:{_canonical(v)}" for k, v in value.items())
        case list() | tuple():
            inner = [_canonical(v) for v in value]
        case set() | frozenset():
            inner = sorted(_canonical(v) for v in value)
        case partial():
            inner = [_canonical(part) for part in (value.func, value.args, value.keywords)]
        case FunctionType():
            cells = [cell.cell_contents for cell in value.__closure__ or ()]
            bound = [value.__defaults__, value.__kwdefaults__, *filterfalse(callable, cells)]
            own = [_canonical(one) for one in bound]
            sources = _sources(value.__code__.co_filename, value.__globals__)
            return f"function {_named(value)} {sources} {own}"
        case type() | ModuleType() | Callable():
            module = sys.modules.get(getattr(value, "__module__", getattr(value, "__name__", "")))
            held = {} if isinstance(value, (type, ModuleType)) else getattr(value, "__dict__", {})
            sources = _sources(getattr(module, "__file__", ""), vars(module) if module else {})
            return f"{_named(value)} {sources} {_canonical(held)}"
        case str() | int() | float() | bool() | None | bytes():
            return repr(value)
        case _:
            return (
                f"{type(value).__qualname__} {vars(value) if hasattr(value, '__dict__') else value}"
            )
    return f"{type(value).__name__}[{','.join(inner)}]"


def _named(value: Any) -> str:
    name = getattr(value, "__qualname__", type(value).__qualname__)
    return f"{getattr(value, '__module__', '')}.{name}"


def _sources(path: str | None, names: Mapping[str, Any]) -> str:
    """Return the hash of the file that something is written in, and of the owner's own files that
    it imports; `names` are those of its module."""
    read: dict[str, bytes] = {}
    waiting = [(path, names)]
    while waiting:
        path, names = waiting.pop()
        if not path or path in read or (read and path.startswith(OTHERS)):
            continue
        try:
            read[path] = Path(path).read_bytes()
        except OSError:  # written at a prompt
            continue
        for value in () if path.startswith(OTHERS) else names.values():
            name = value.__name__ if isinstance(value, ModuleType) else _module_of(value)
            if module := sys.modules.get(name):
                waiting.append((getattr(module, "__file__", ""), vars(module)))
    return blake2b(b"".join(read[path] for path in sorted(read)), digest_size=SIZE).hexdigest()


def _module_of(value: Any) -> str:
    name = getattr(value, "__module__", "")
    return name if isinstance(name, str) else ""
