"""Files that are copied as they are: the theme's and the site's own."""

from __future__ import annotations

import os
from fnmatch import fnmatch

from pelican.contents import Content
from pelican.generators import SourceFileGenerator, StaticGenerator

from .writer import PressWriter


class PressStatic(StaticGenerator):
    """Pelican's StaticGenerator, copying only bytes that changed."""

    def generate_output(self, writer: PressWriter) -> None:
        """Copy the theme's files and those the content links to."""
        base = self.settings["THEME_STATIC_DIR"]
        for path in self.settings["THEME_STATIC_PATHS"]:
            root = os.path.join(self.theme, path)
            for folder, _, names in sorted(os.walk(root)):
                inside = os.path.relpath(folder, root)
                for name in sorted(names):
                    if not any(fnmatch(name, pattern) for pattern in self.settings["IGNORE_FILES"]):
                        target = os.path.normpath(os.path.join(base, inside, name))
                        copied(writer, os.path.join(folder, name), target)
        for static in self.context["staticfiles"]:
            copied(writer, os.path.join(self.path, static.source_path), static.save_as)


class PressSources(SourceFileGenerator):
    """Pelican's SourceFileGenerator, whose files go when nobody wants them any more."""

    def generate_output(self, writer: PressWriter) -> None:
        """Copy the content file of every story and page beside it."""
        self._writer = writer
        super().generate_output()

    def _create_source(self, obj: Content) -> None:
        stem, _ = os.path.splitext(obj.save_as)
        copied(self._writer, obj.source_path, f"{stem}{self.output_extension}")


def copied(writer: PressWriter, source: str, target: str) -> None:
    """Copy a file into the site."""
    target = target.replace(os.sep, "/")
    writer.claim(target, f"the file {source}")
    with open(source, "rb") as file:
        writer.put(target, file.read())
