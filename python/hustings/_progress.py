"""Progress of long calls: a bar, a function of the user's, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from hustings._libraries import library
from hustings.errors import InputTypeError

Report = Callable[[int, int], object]
Progress = Report | bool | None


@contextmanager
def reporting(progress: Progress, *, unit: str = "documents") -> Generator[Report | None]:
    """Turn what the user passed into a function of (done, total), or none."""
    if progress is None or progress is False:
        yield None
    elif progress is True:
        tqdm = library("tqdm.auto", "progress=True").tqdm
        with tqdm(unit=f" {unit}") as bar:

            def report(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            yield report
    elif callable(progress):
        yield progress
    else:
        name = type(progress).__name__
        raise InputTypeError(f"progress must be True or a function of (done, total), got {name}")
