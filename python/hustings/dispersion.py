"""Dispersion: how evenly words are spread over a corpus, or counts over its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import whole_numbers
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["dispersion_of", "dispersions"]


def dispersions() -> Table:
    """The measures of dispersion: name, formula, symbols, citation, range, caution, takes.

    `caution` says when not to use a measure and where it is missing; `takes` is `"counts"` for what
    is computed from the counts of parts, `"positions"` for what needs the place of each occurrence.
    The same rows are the project's page `docs/dispersions.md`.

    Examples
    --------
    >>> table = hs.dispersions()
    >>> dict(zip(table["name"], table["formula"]))["dp"]
    'Σ |o_i - s_i| / 2'
    """
    return Table._wrap(_core.dispersions())


def dispersion_of(
    counts: Iterable[int],
    sizes: Iterable[int] | None = None,
    *,
    positions: Iterable[int] | None = None,
    measures: str | Sequence[str] | None = None,
) -> dict[str, int | float | None]:
    """The dispersion of plain numbers: what a paper's table gives, to be checked.

    Formulas and sources are those of `dispersions`. A measure that has no value, such as any
    measure of evenness where nothing occurs, is `None`, never a number that is not one.

    Parameters
    ----------
    counts
        How often something occurs in each part.
    sizes
        The tokens of each part, in the same order. Without them all parts are equally large. A part
        without tokens is no part.
    positions
        For `arf`, `awt`, `ald`, `f_awt` and `f_ald`: the position of each occurrence in all parts
        one behind the other, in tokens from 0, ascending; as many as the counts add up to.
    measures
        One or more names of `dispersions`; by default all that can be computed from what is given.

    Returns
    -------
    dict
        The score of each measure, in the order asked for; `range` is an `int`.

    Raises
    ------
    UnknownNameError
        For a measure that is none, with the names of all.
    ParameterError
        For counts and sizes of different lengths, a count in a part without tokens, positions that
        do not ascend or are not as many as the counts add up to, or numbers from 2^53 on.
    InputTypeError
        For anything but whole numbers.

    Examples
    --------
    >>> hs.dispersion_of([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], measures=["range", "dp"])
    {'range': 5, 'dp': 0.18}
    """
    return _core.dispersion_of(
        whole_numbers("counts", counts),
        None if sizes is None else whole_numbers("sizes", sizes),
        None if positions is None else whole_numbers("positions", positions),
        measures,
    )
