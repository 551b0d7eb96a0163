"""Plain numbers in, scores of association out; and the list of the measures."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import TYPE_CHECKING, SupportsFloat, cast, overload

from hustings import _core
from hustings._arguments import fraction, shown, whole_number, words_of
from hustings._checked import checked
from hustings.errors import InputTypeError, ParameterError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Numbers = Iterable[float] | object

__all__ = ["association", "measures"]

Scoring = tuple["list[str]", float, "int | None", float, float]

_OPTIONS = {"alpha": 0.05, "comparisons": None, "smoothing": 1, "prior": 500}


def scoring(
    measures: str | Sequence[str],
    alpha: float,
    comparisons: int | None,
    smoothing: float,
    prior: float,
) -> Scoring:
    """Take the names of measures and their options, checked."""
    most = None if comparisons is None else whole_number("comparisons", comparisons, least=1)
    return (
        words_of("measures", measures),
        fraction("alpha", alpha),
        most,
        fraction("smoothing", smoothing),
        fraction("prior", prior),
    )


def scored_by(measures: str | Sequence[str], options: Mapping[str, float | None] | None) -> Scoring:
    """Take measures and their options."""
    if options is not None and not isinstance(options, Mapping):
        raise InputTypeError(f"measure_options must be a dict, got {type(options).__name__}")
    unknown = [name for name in options or () if name not in _OPTIONS]
    if unknown:
        raise ParameterError(f"measure_options must be among {list(_OPTIONS)}, got {unknown[0]!r}")
    chosen: dict[str, object] = {**_OPTIONS, **(options or {})}
    return scoring(measures, **chosen)  # type: ignore[arg-type]  # which are checked there


def scored(
    measures: str | Sequence[str] | None, options: Mapping[str, float | None] | None
) -> Scoring | None:
    """Take measures and their options where there may be neither."""
    if measures is not None:
        return scored_by(measures, options)
    if options is not None:
        # What cannot be is told first.
        scored_by([], options)
        raise ParameterError(f"measure_options must be None without measures, got {shown(options)}")
    return None


@overload
def association(  # type: ignore[overload-overlap]  # a number is one of `Numbers` too
    *,
    o11: float,
    r1: float,
    c1: float,
    n: float,
    measures: str | Sequence[str],
    alpha: float = 0.05,
    comparisons: int | None = None,
    smoothing: float = 1,
    prior: float = 500,
) -> dict[str, float | None]: ...
@overload
def association(
    *,
    o11: Numbers,
    r1: Numbers,
    c1: Numbers,
    n: Numbers,
    measures: str | Sequence[str],
    alpha: float = 0.05,
    comparisons: int | None = None,
    smoothing: float = 1,
    prior: float = 500,
) -> Table: ...
@checked
def association(
    *,
    o11: Numbers,
    r1: Numbers,
    c1: Numbers,
    n: Numbers,
    measures: str | Sequence[str],
    alpha: float = 0.05,
    comparisons: int | None = None,
    smoothing: float = 1,
    prior: float = 500,
) -> dict[str, float | None] | Table:
    """Score two-by-two tables, given by observed frequency, both margins and total.

    The verbs on corpora call the same code. Every formula, with its source, range and what it gives
    for zeros, is in `hustings.measures()` and docs/measures.md.

    Parameters
    ----------
    o11
        How often the term occurs in the row: with the node, in the target. In tokens, like all that
        follow.
    r1
        The size of the row: the tokens of the windows or of the target; for bigrams the frequency
        of the first word.
    c1
        How often the term occurs in all, in the row and outside.
    n
        All tokens, or all bigrams.
    measures
        One or more names out of `hustings.measures()`.
    alpha
        The chance that the interval of `conservative_log_ratio` misses.
    comparisons
        By how many comparisons alpha is divided (Bonferroni); as many as there are tables if it is
        None.
    smoothing
        The constant of `simple_maths`, in frequency per million.
    prior
        The tokens that the prior of `log_odds_dirichlet` weighs.

    Returns
    -------
    dict or Table
        Of four single numbers a dict from measure to score, None where the measure has no value. If
        any of them is a list, an array or a column, a Table with `o11`, `r1`, `c1`, `n` and a
        column a measure, in the order given; single numbers hold for all rows, and scores without
        a value are missing.

    Raises
    ------
    UnknownNameError
        For a measure that does not exist.
    ParameterError
        For numbers that make no table, such as an o11 above r1, naming the row; or columns of
        different lengths.
    InputTypeError
        For what is no number.

    Examples
    --------
    >>> hs.association(o11=8, r1=15828, c1=4675, n=14307668, measures=["t_score", "mi"])
    {'t_score': 0.9999319894802036, 'mi': 0.6293432116236846}
    >>> table = hs.association(o11=[0, 5], r1=10, c1=5, n=100, measures="log_ratio")
    >>> table.column("log_ratio")
    [-0.15200309344505, 6.491853096329675]
    """
    given = {"o11": o11, "r1": r1, "c1": c1, "n": n}
    options = scoring(measures, alpha, comparisons, smoothing, prior)
    single = {name: _single(name, value) for name, value in given.items()}
    several = {name: _column(name, given[name]) for name, value in single.items() if value is None}
    rows = max(map(len, several.values()), default=1)
    columns = {name: several.get(name, [value] * rows) for name, value in single.items()}
    table = Table._wrap(_core.association(**columns, scores=options))
    if several:
        return table
    return {name: cast("float | None", table.column(name)[0]) for name in options[0]}


def _single(name: str, value: object) -> float | None:
    """Take one number; none for what holds several."""
    if isinstance(value, (str, bytes)) or value is None:
        raise InputTypeError(f"{name} must be a number or a column of numbers, got {value!r}")
    several = hasattr(value, "__len__") or hasattr(value, "__iter__")
    # An array of no dimension has the attributes of one with several values.
    if several and getattr(value, "shape", None) != ():
        return None
    if not isinstance(value, SupportsFloat):
        raise InputTypeError(f"{name} must be a number or a column of numbers, got {value!r}")
    try:
        return float(value)
    except OverflowError:
        raise ParameterError(f"{name} must be a number below 1e308, got a larger one") from None


def _column(name: str, values: object) -> Sized:
    """Take several numbers; those of numpy and pandas as Python has them."""
    if not isinstance(values, Sized) or isinstance(values, (Mapping, set, frozenset)):
        raise InputTypeError(
            f"{name} must be a number or a column of numbers, got {type(values).__name__}"
        )
    as_list = getattr(values, "tolist", None)
    return values if as_list is None else as_list()


def measures() -> Table:
    """All measures of association: what they are, who published them, when not to use them.

    Returns
    -------
    Table
        `name`, `formula`, `symbols` (those of the formula, with what they stand for), `citation`,
        `range` (with the meaning of its values), `signed` (whether scores of terms that are rarer
        than expected are lower), `zeros` (what comes out where cells or margins
        are zero; a score is missing rather than infinite or not a number) and `avoid` (when not to
        use it); the most used first. docs/measures.md is made of the same rows.

    Examples
    --------
    >>> rows = hs.measures().to_polars().rows(named=True)
    >>> next(row["formula"] for row in rows if row["name"] == "log_dice")
    '14 + log2(2 O11 / (R1 + C1))'
    """
    return Table._wrap(_core.measures())
