"""The edition for Kiwix and its kin: one file with its own full-text and title index.

It is made of a folder edition, whose addresses are relative already. What is indexed is the clean
text of each story, not its page. Pagefind may go along by the same scripts as in a folder, because
Kiwix's readers give a page no fetch from a ZIM either.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
from contextlib import suppress
from hashlib import sha256
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import orjson
from newsdesk.fixity import CHANGED, MANIFEST, Fault, as_manifest, files_in, parse_manifest

from .carriage import SIGNATURE, EditionFailed
from .icons import icon
from .zim_facts import LANGUAGES, Facts

try:
    from libzim.reader import Archive
    from libzim.writer import Creator, Hint, IndexData, Item, StringProvider
except ImportError:
    raise EditionFailed(
        'A ZIM edition needs the extra «zim»: BACKFILE_EXTRAS="zim" ./inv offline --zim FILE'
    ) from None

TYPES = {".js": "text/javascript", ".txt": "text/plain", ".html": "text/html"}
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")
NO_EXCERPT = ("<!--htdig_noindex-->", "<!--/htdig_noindex-->")
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="\d+;\s*url=([^"]+)"', re.IGNORECASE)


def make_zim(folder: Path, index: Path, target: Path, facts: Facts) -> int:
    """Pack a folder edition into a ZIM file and return its bytes.

    `index` is the search index of the site the edition was made of: it has the clean texts.
    """
    aside = target.with_name(f".{target.name}.new")
    aside.unlink(missing_ok=True)
    texts = clean_texts(index)
    language = LANGUAGES.get(facts.languages[0], facts.languages[0])
    try:
        with Creator(aside).config_verbose(False).config_indexing(True, language) as creator:
            creator.set_mainpath("index.html")
            creator.add_illustration(48, icon(48))
            for name, text in facts.metadata().items():
                creator.add_metadata(name, text)
            listed = {}
            whole = _title_of((folder / "index.html").read_text("utf-8", "replace"))
            for name in (name for name in files_in(folder) if name != MANIFEST):
                data = (folder / name).read_bytes()
                page = data.decode("utf-8", "replace") if name.endswith(".html") else ""
                title = _title_of(page).removesuffix(f" - {whole}")
                if found := _REFRESH.search(page):
                    creator.add_redirection(name, title, _beside(name, found[1]), {})
                    continue
                data = _for_excerpts(page).encode() if name in texts else data
                listed[name] = sha256(data).hexdigest()
                creator.add_item(_File(name, data, title, texts.get(name)))
            creator.add_item(_File(MANIFEST, as_manifest(listed).encode()))
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    return target.stat().st_size


def check_zim(path: Path) -> list[Fault]:
    """Read every entry of a ZIM edition and compare it with the manifest inside.

    Raises ValueError when it is no ZIM file.
    """
    try:
        archive = Archive(path)
    except RuntimeError as error:
        raise ValueError(f"it cannot be read as a ZIM edition ({error})") from None
    try:
        told = bytes(archive.get_entry_by_path(MANIFEST).get_item().content).decode()
    except (RuntimeError, KeyError, UnicodeDecodeError):
        return [Fault(MANIFEST, "cannot be read, so nothing else can be checked by it")]
    faults = []
    for name, digest in sorted(parse_manifest(told, MANIFEST).items()):
        if not archive.has_entry_by_path(name):
            faults.append(Fault(name, "is missing"))
            continue
        found = ""
        with suppress(RuntimeError):  # its cluster cannot be unpacked
            item = archive.get_entry_by_path(name).get_item()
            found = sha256(bytes(item.content)).hexdigest()
        if found != digest:
            faults.append(Fault(name, CHANGED))
    if not faults and not archive.check():
        faults.append(Fault(path.name, "is damaged between its entries: its checksum has changed"))
    return faults


def clean_texts(index: Path) -> dict[str, tuple[str, str]]:
    """Return (headline, text) of each story by its address, from the site's search index."""
    manifest = orjson.loads((index / "manifest.json").read_bytes())
    found = {}
    for shard in manifest["shards"]:
        for path in (index / shard["name"] / "fragment").iterdir():
            raw = gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE)
            fragment = orjson.loads(raw)
            found[fragment["url"]] = fragment["meta"]["title"], _as_read(fragment["content"])
    return found


def _as_read(shown: str) -> str:
    """Return a fragment's text without the headline and the signs that keep its positions."""
    whole = shown.replace("\u2060 ", "").replace("\u2800", " ")
    return whole.partition(" ¶ ")[2].replace(" ¶ ", "\n")


def _title_of(page: str) -> str:
    found = _TITLE.search(page)
    return " ".join(unescape(found[1]).split()) if found else ""


def _for_excerpts(page: str) -> str:
    """Return a story's page with marks that keep readers' excerpts to its text: what stands
    between them is passed over by libzim's parser (and was by ht://Dig's)."""
    page = page.replace('<div class="text">', f'{NO_EXCERPT[1]}<div class="text">', 1)
    page = page.replace('<p class="clipping"', f'{NO_EXCERPT[0]}<p class="clipping"', 1)
    return _BODY.sub(lambda found: found[0] + NO_EXCERPT[0], page, count=1)


def _beside(name: str, address: str) -> str:
    return normpath(join(dirname(name), address.partition("#")[0]))


class _Story(IndexData):  # type: ignore[misc]
    """What full-text search gets of a story."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self._title

    def get_content(self) -> str:
        return self._text

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self._text.split())

    def get_geoposition(self) -> None:
        return None


class _Nothing(_Story):
    """Keeps a page out of full-text search; readers still find it by its title."""

    def __init__(self) -> None:
        super().__init__("", "")

    def has_indexdata(self) -> bool:
        return False


class _File(Item):  # type: ignore[misc]
    """A file of the edition. Stories and lists are front articles: they are found by title."""

    def __init__(
        self, name: str, data: bytes, title: str = "", story: tuple[str, str] | None = None
    ) -> None:
        super().__init__()
        self._name, self._data, self._story = name, data, story
        self._title = story[0] if story else title

    def get_path(self) -> str:
        return self._name

    def get_title(self) -> str:
        return self._title

    def get_mimetype(self) -> str:
        suffix = Path(self._name).suffix
        return (
            TYPES.get(suffix) or mimetypes.guess_type(self._name)[0] or "application/octet-stream"
        )

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self._data)

    def get_hints(self) -> dict[Hint, bool]:
        page = self._name.endswith(".html")
        inner = "/page/" in self._name
        # The manifest in a cluster of its own: damage elsewhere must not take it along.
        packed = self._name != MANIFEST and not self._name.endswith(".png")
        return {Hint.FRONT_ARTICLE: page and not inner, Hint.COMPRESS: packed}

    def get_indexdata(self) -> IndexData:
        return _Story(*self._story) if self._story else _Nothing()
