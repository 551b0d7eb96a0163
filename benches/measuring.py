"""Seconds and what was found, contenders in turn; medians of all rounds."""

import gc
import statistics
import time
from dataclasses import dataclass

# A call that is shorter is repeated, so that the clock's own grain does not show.
LEAST_SECONDS = 0.02


@dataclass(frozen=True)
class Measured:
    seconds: float
    found: int


def once(call):
    start = time.perf_counter()
    found = call()
    return time.perf_counter() - start, found


def repeated(call):
    """The median of as many calls as take some hundredths of a second, at least one."""
    seconds, found = once(call)
    all_seconds = [seconds]
    while sum(all_seconds) < LEAST_SECONDS:
        all_seconds.append(once(call)[0])
    return statistics.median(all_seconds), found


def nothing(_name):
    pass


def interleaved(calls, rounds, before=nothing):
    """The median of each of the calls, by name: A B C A B C, so that a drift meets all.

    `before` is called with the name, outside the time.
    """
    gc.collect()
    gc.freeze()  # what was made for one contender must not slow the collector for the next
    seconds, found = {name: [] for name in calls}, {}
    for _ in range(rounds):
        for name, call in calls.items():
            before(name)
            median, found[name] = repeated(call)
            seconds[name].append(median)
    gc.unfreeze()
    return {name: Measured(statistics.median(seconds[name]), found[name]) for name in calls}
