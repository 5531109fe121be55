"""Tells whether time grows with the work or with its square."""

import time

TIMES = 8  # as much work: eight times as long if it is linear, 64 times if quadratic
BOUND = 24  # between the two
TRIES = 6  # other processes may slow down some of them
COARSE = 0.002  # seconds: what is quicker is not told from the clock's own steps


def seconds(work, *given):
    """Return the processor's seconds that a call takes."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def grows_evenly(work, prepare, size):
    """True when `TIMES` as much work takes less than `BOUND` times as long.

    `work` is timed on what `prepare` makes of `size` and of `TIMES` as much, in turn, until it
    holds; the quickest try of each counts.
    """
    small, large = prepare(size), prepare(TIMES * size)
    quick = slow = float("inf")
    for _ in range(TRIES):
        quick = min(quick, seconds(work, small))
        slow = min(slow, seconds(work, large))
        if slow < BOUND * max(quick, COARSE):
            return True
    return False
