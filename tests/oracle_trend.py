"""Trends once more, naively: the calendar by Python's own, statistics by their definitions."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MASK = 2**64 - 1
_STEP = 0x9E3779B97F4A7C15


def first_day(day: dt.date, by: str) -> dt.date:
    """The first day of the period in which a day lies."""
    match by:
        case "day":
            return day
        case "week":
            return day - dt.timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return dt.date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case "year":
            return dt.date(day.year, 1, 1)
        case _:
            return dt.date(max(day.year // 10 * 10, 1), 1, 1)


def label(first: dt.date, by: str) -> str:
    match by:
        case "day":
            return first.isoformat()
        case "week":
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{first:%Y-%m}"
        case "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "year":
            return f"{first.year:04}"
        case _:
            return f"{first.year // 10 * 10:04}s"


def periods(days: Sequence[dt.date], by: str) -> list[dt.date]:
    """The first days of all periods from the first to the last, day by day."""
    day, last, found = min(days), max(days), []
    while day <= last:
        if first_day(day, by) not in found[-1:]:
            found.append(first_day(day, by))
        day += dt.timedelta(days=1)
    return found


def mixed(number: int) -> int:
    """The last step of SplitMix64 (Steele, Lea & Flood 2014)."""
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & _MASK
    return number ^ number >> 31


def rotated(number: int, by: int) -> int:
    return (number << by | number >> (64 - by)) & _MASK


def xoshiro(seed: int, stream: int) -> Iterator[int]:
    """xoshiro256** (Blackman & Vigna 2021), filled from a seed and a stream."""
    filler = mixed(seed) ^ mixed((stream + _STEP) & _MASK)
    a, b, c, d = (mixed((filler + step * _STEP) & _MASK) for step in range(1, 5))
    while True:
        yield rotated(b * 5 & _MASK, 7) * 9 & _MASK
        shifted = b << 17 & _MASK
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        c, d = c ^ shifted, rotated(d, 45)


def below(draws: Iterator[int], end: int) -> int:
    """A number below an end (Lemire 2019), from the upper halves of draws."""
    product = (next(draws) >> 32) * end
    while product & 0xFFFFFFFF < (2**32 - end) % end:
        product = (next(draws) >> 32) * end
    return product >> 32


def ratios(documents: Sequence[tuple[int, int]], resamples: int, seed: int) -> list[float]:
    """The ratio of each resample of documents, which are (count, tokens)."""
    found = []
    for number in range(resamples):
        draws = xoshiro(seed, number)
        drawn = [documents[below(draws, len(documents))] for _ in documents]
        found.append(sum(count for count, _ in drawn) / sum(of for _, of in drawn))
    return found


def s_of(values: Sequence[float]) -> int:
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def best_changes(values: Sequence[float], penalty: float) -> list[int]:
    """The changes of level with the least cost, among all ways to cut the series."""

    def cost(bounds: tuple[int, ...]) -> float:
        ends = [0, *bounds, len(values)]
        parts = [values[first:end] for first, end in pairwise(ends)]
        squares = [sum((x - sum(part) / len(part)) ** 2 for x in part) for part in parts]
        return sum(squares) + penalty * len(bounds)

    places = range(1, len(values))
    ways = [way for n in range(len(values)) for way in combinations(places, n)]
    return list(min(ways, key=cost))
