"""How much time and memory one document may take; what takes more is set aside.

Time is that of the processor, so a busy machine refuses nothing that an idle one would take. The
clock interrupts Python code and regular expressions, not a single call into a compiled library.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from newsdesk.errors import NewsdeskError

try:
    import resource
except ImportError:  # Windows knows neither these limits nor these alarms
    resource = None  # type: ignore[assignment]

TOO_MUCH_MEMORY = "It takes more memory to read than one document may; it was left out."

_seconds = 0.0  # what the running clock was set to


class TookTooLong(NewsdeskError):
    """A document took longer than it may. No ValueError: readers that catch those let it pass."""


def _nothing(frame: FrameType | None) -> str:
    return ""


@contextmanager
def clock(
    seconds: float, rule_tried: Callable[[FrameType | None], str] = _nothing
) -> Iterator[None]:
    """Raise TookTooLong in the block after so many seconds; only the main thread has a clock.

    `rule_tried` says which rule the frame was trying that the clock interrupts.
    """
    global _seconds
    if resource is None or threading.current_thread() != threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        rule = rule_tried(frame)
        raise TookTooLong(
            f"It took over {seconds:g} seconds to read, longer than one document may; "
            "the rest of it was left out."
            + f" The rule {rule} was being tried; ./inv rules check times yours."
            * bool(rule)
        )

    before = signal.signal(signal.SIGPROF, ring)
    _seconds = seconds
    more_time()
    try:
        yield
    finally:
        _seconds = 0.0
        more_time()
        signal.signal(signal.SIGPROF, before)


def more_time() -> None:
    """Set the clock to its start again: bytes keep coming out of an archive, so nothing hangs."""
    if resource is not None:
        signal.setitimer(signal.ITIMER_PROF, _seconds)


@contextmanager
def growing_by(size: int) -> Iterator[None]:
    """Let this process, and those it begins, grow by `size` bytes; beyond that, MemoryError."""
    taken = _address_space()
    if resource is None or not taken:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = taken + size if hard == resource.RLIM_INFINITY else min(taken + size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """Return the address space of this process in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * resource.getpagesize()
