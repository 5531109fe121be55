"""The few ways a build can be stopped, each as one sentence for the person who can mend it."""

from __future__ import annotations

import errno
import logging

from newsdesk import disk
from pelican.log import DEFAULT_LOG_HANDLER, console

LEFT_ALONE = "The site was left as it was."


class PressError(RuntimeError):
    """A build that cannot go on; the message names the file and what to do."""

    exitcode = 1

    def __init__(self, sentence: str, meanwhile: str = LEFT_ALONE) -> None:
        self.sentence = sentence
        super().__init__(f"{sentence} {meanwhile}")


class BrokenStory(PressError):
    """A content file that cannot be read as a story."""


# What is there when putting pages in place stops half way.
HALF_WAY = "Some pages are new already, others as they were; the next build mends that."


class BrokenTemplate(PressError):
    """A template of the theme that cannot be read or rendered."""


class UrlClash(PressError):
    """Two things that want the same place in the site."""


class Refused(PressError):
    """A setting, theme or plugin that cannot work under press."""


def refused(error: OSError, meanwhile: str = LEFT_ALONE) -> PressError:
    """Return as a sentence what the disk refused, and what is there `meanwhile`."""
    if error.errno == errno.ENAMETOOLONG:
        words = f"{error.filename} could not be written: {error.strerror}; give it a shorter slug."
        return PressError(words, meanwhile)
    if error.errno in (errno.ENOENT, errno.ELOOP):
        words = (
            f"{error.filename} is not there any more, or is a link that leads nowhere: "
            "put the file back, or delete the link."
        )
        return PressError(words, meanwhile)
    if error.errno in (errno.EISDIR, errno.ENOTEMPTY):
        return PressError(f"{error.filename} is a folder where a page belongs: move it.", meanwhile)
    said = disk.told(error)
    return PressError(str(said or f"{error}; mend that and build again."), meanwhile)


def log_whole_lines() -> None:
    """Log a message a line where no terminal is.

    There rich would fold each at 80 columns, file names too, with a column of source lines beside.
    """
    root = logging.getLogger()
    if DEFAULT_LOG_HANDLER in root.handlers and not console.is_terminal:
        plain = logging.StreamHandler(console.file)
        plain.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
        root.removeHandler(DEFAULT_LOG_HANDLER)
        root.addHandler(plain)


class WithoutTraceback(logging.Filter):
    """Drops the traceback of a PressError: its sentence says all there is to do."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, shortened when it reports a PressError."""
        if record.exc_info and isinstance(record.exc_info[1], PressError):
            record.exc_info = None
        return True
