"""Pages that work from any folder: every address relative, every folder spelt `index.html`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urlsplit

# What a browser takes as markup: comments, raw text, start tags. What is never closed goes to the
# end and nothing is read twice, so no page is slow.
_ATTRIBUTES = r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+"
_PIECE = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|title|textarea)\b(?P<inside>{_ATTRIBUTES})>"
    rf"(?P<text>.*?)(?:(?=</(?P=raw)\b)|\Z)|<(?P<name>[a-z][^\s/>]*)(?P<attributes>{_ATTRIBUTES})>"
    r"|</form\s*>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_CSS_URL = re.compile(r"""url\(\s*("[^"]*"|'[^']*'|[^\s"')]*)\s*\)""", re.IGNORECASE)
_REFRESH = re.compile(r"(\s*\d+\s*;\s*url=\s*)(.+)", re.IGNORECASE)
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)

ADDRESSED = {"href", "src", "action", "formaction", "poster", "data", "xlink:href"}
FOLDERS = {"data-index", "data-site"}  # of the search page: addresses of folders, kept as such
# What a browser would fetch ahead, and feeds: file:// refuses the ones and readers the others.
ONLINE = {"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
FEEDS = {"application/atom+xml", "application/rss+xml"}
ABSENT = ' role="link" aria-disabled="true" title="Not in this edition"'


class Links:
    """Rewrites the pages and sheets of one edition.

    `files` are the paths the edition will hold, `roots` the addresses the site was built for
    (SITEURL, https://example.org/archive); `index` is the folder of the search index.
    """

    def __init__(self, files: Collection[str], roots: Iterable[str], index: str) -> None:
        self.files = files
        self.index = index
        self.absent = 0
        spelt = {""}
        for root in roots:
            parts = urlsplit(root.rstrip("/"))
            spelt |= {root.rstrip("/"), f"//{parts.netloc}{parts.path}", parts.path}
        self.roots = sorted(spelt - {"//"}, key=len, reverse=True)

    def page(self, html: str, path: str) -> str:
        """Return a page with its addresses rewritten; the search page also gets the carrier."""
        carrier, form = "", False
        if "data-index" in html:
            source = f"{_up(path)}{quote(self.index)}/carrier.js"
            carrier = f'<script defer src="{source}"></script>\n'

        def rewrite(found: re.Match[str]) -> str:
            nonlocal carrier, form
            if found["raw"]:
                before = carrier if found["raw"].lower() == "script" else ""
                carrier = carrier if not before else ""
                inside = self._attributes("script", found["inside"], path)
                return f"{before}<{found['raw']}{inside}>{found['text']}"
            if not found["name"]:
                closed, form = form and found[0][1] == "/", form and found[0][1] != "/"
                return "</template>" if closed else found[0]
            name = found["name"].lower()
            if name == "form" and self._leads_nowhere(found["attributes"], path):
                form = True
                return "<template>"
            if name == "link" and _dropped(found["attributes"]):
                return ""
            return f"<{found['name']}{self._attributes(name, found['attributes'], path)}>"

        return _PIECE.sub(rewrite, html)

    def sheet(self, css: str, path: str) -> str:
        """Return a style sheet with its addresses rewritten."""

        def rewrite(found: re.Match[str]) -> str:
            target = self.target(found[1].strip("\"'"), path)
            return found[0] if target is None else f'url("{_up(path)}{target}")'

        return _CSS_URL.sub(rewrite, css)

    def target(self, address: str, path: str) -> str | None:
        """Return where an address on the page at `path` leads, from the edition's top.

        None if it leads out of the site or stays on the page; "" if the edition has no such file.
        """
        place, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        inner = self._inner(place, path)
        if inner is None:
            return None
        for name in (inner, f"{inner}/index.html".lstrip("/")):
            if name in self.files:
                return quote(name) + rest
        return ""

    def _inner(self, place: str, path: str) -> str | None:
        for root in self.roots:
            if place.startswith(f"{root}/") and not (root == "" and place.startswith("//")):
                return _normal(place[len(root) + 1 :])
            if root and place == root:
                return ""
        if not place or _SCHEME.match(place):
            return None
        return _normal(join(dirname(path), place))

    def _attributes(self, tag: str, attributes: str, path: str) -> str:
        if tag == "link" and re.search(r"\bcanonical\b", attributes):
            return attributes

        def rewrite(found: re.Match[str]) -> str:
            name, value = found[1].lower(), unescape(found[2].strip("\"'").strip())
            if name in FOLDERS:
                inner = self._inner(value, path)
                folder = "" if inner is None else f"{quote(inner)}/".lstrip("/")
                return f'{found[1]}="{_up(path)}{folder}"' if inner is not None else found[0]
            if name == "srcset":
                return f'{found[1]}="{escape(self._srcset(value, path))}"'
            if tag == "meta" and name == "content" and (moved := _REFRESH.fullmatch(value)):
                target = self.target(moved[2], path)
                return f'content="{moved[1]}{escape(_up(path) + target)}"' if target else found[0]
            if name not in ADDRESSED or (name == "data" and tag != "object"):
                return found[0]
            target = self.target(value, path)
            if target:
                return f'{found[1]}="{escape(_up(path) + target)}"'
            if target is None or tag not in ("a", "area"):
                return found[0]
            self.absent += 1
            return ABSENT.strip()

        return _ATTRIBUTE.sub(rewrite, attributes)

    def _leads_nowhere(self, attributes: str, path: str) -> bool:
        """Whether a form's action is not in the edition: then the form becomes a template, which
        no browser shows."""
        facts = {name.lower(): value for name, value in _ATTRIBUTE.findall(attributes)}
        action = unescape(facts.get("action", "").strip("\"'").strip())
        return self.target(action, path) == ""

    def _srcset(self, value: str, path: str) -> str:
        pictures = []
        for picture in value.split(", "):
            address, blank, size = picture.strip().partition(" ")
            target = self.target(address, path)
            pictures.append((_up(path) + target if target else address) + blank + size)
        return ", ".join(pictures)


def _up(path: str) -> str:
    """Return the way from a page to the top of its edition."""
    return "../" * path.count("/") or "./"


def _normal(place: str) -> str:
    plain = normpath(unquote(place)) if place else ""
    return "" if plain == "." else plain


def _dropped(attributes: str) -> bool:
    facts = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(attributes)}
    rel = set(facts.get("rel", "").lower().split())
    return bool(rel & ONLINE) or ("alternate" in rel and facts.get("type") in FEEDS)
