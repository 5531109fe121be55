"""The papers in an edition: what it is for the person who keeps it, and who may do what with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsdesk import __version__

README = """\
{title}
{line}

{what} of a news archive: {stories} stories, {span}.
It needs no network, no server and no installation.

To read it: open index.html with a double click, in a browser of 2023 or later (it is tried in
Chromium and in Firefox). Everything works from this folder{found}. What is
typed stays on this machine. "Kept searches" are kept in the browser, not in this folder.

To copy it: copy the whole folder; it may have any name and lie anywhere. On a phone or a tablet
browsers often refuse to open a folder's pages.

To check it: {manifest} has the SHA-256 of every file. With Backfile,
    ./inv verify FOLDER
names every file that is damaged, missing or strange. Without it, on Linux or macOS:
    cd FOLDER && sha256sum --check --quiet {manifest}     (macOS: shasum -a 256 -c)
If a file is damaged, take it from another copy of the same edition.

What is not in it: feeds and the site map, which are of use online only. A heading without a link
leads to something that is not in this edition.

Made by Backfile {backfile} with Pagefind {pagefind}. The index bears the mark {tag}: two editions
with the same mark hold the same stories.
Who may do what: LICENCES.txt
"""

LICENCES = """\
The stories belong to their publishers and authors; each page names its source. Having this copy
gives nobody the right to publish them again. Ask whoever gave you the edition.

The pages' style sheets and scripts are part of Backfile {backfile}, free software under the GNU
Affero General Public License, version 3 or later (https://www.gnu.org/licenses/agpl-3.0.html),
unless the archive uses a theme of its own. The scripts are their own source code.
"""

PROGRAM = """\

The search program ({index}/program.js) is Pagefind {pagefind} (https://pagefind.app), changed so
that it runs from a folder: its export is the result of a function, and that function's parameters
take the places of fetch, Worker and the program's address. It is under the MIT License:

Copyright 2022 CloudCannon

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def papers(
    title: str, index: Mapping[str, Any], folder: str, manifest: str, cut: str = ""
) -> dict[str, str]:
    """Return the texts to lay into an edition by file name.

    `index` is the search index's manifest, `folder` where it lies ("" when the edition has no
    search of its own), `manifest` the name of the list of checksums, `cut` says in words which
    part of the archive this is.
    """
    facts = {
        "what": f"This is a part ({cut})" if cut else "This is a complete copy",
        "found": ", the search with all its facets as well" if folder else "",
        "title": title,
        "line": "=" * len(title),
        "stories": f"{index['stories']:,}",
        "span": _span(index),
        "manifest": manifest,
        "backfile": __version__,
        "pagefind": index["pagefind"],
        "tag": index["tag"],
        "index": folder,
    }
    licences = LICENCES + PROGRAM * bool(folder)
    return {"README.txt": README.format(**facts), "LICENCES.txt": licences.format(**facts)}


def _span(index: Mapping[str, Any]) -> str:
    dated = [shard for shard in index["shards"] if shard["from"]]
    undated = sum(shard["count"] for shard in index["shards"] if not shard["from"])
    span = "all undated"
    if dated:
        first, last = min(s["from"] for s in dated), max(s["to"] for s in dated)
        span = f"{first} to {last}" + (f", {undated:,} of them undated" if undated else "")
    return span
