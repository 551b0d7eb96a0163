"""Trends: how often words occur over time, whether they come up or go down, and when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, cast

from hustings import _core
from hustings._arguments import chosen_series, compounds, fraction, real_numbers, whole_number
from hustings._checked import checked
from hustings._groups import identity
from hustings._json import serialised
from hustings._views import Viewed
from hustings.errors import ParameterError
from hustings.results import Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from hustings._arguments import Compound, Series
    from hustings.results import Value

    Names = str | Sequence[str]

__all__ = ["Trend", "TrendVerbs", "change_points_of", "trend_of"]

_TESTED = [
    ("n", "Int64"),
    ("s", "Int64"),
    *((name, "Float64") for name in ("variance", "z", "p_value", "tau", "slope", "intercept")),
]
_LARGEST_SEED, _MOST_RESAMPLES = 2**64 - 1, 1_000_000


def trend_of(
    values: Iterable[float], times: Iterable[float] | None = None
) -> dict[str, int | float | None]:
    """Whether a series of plain numbers rises or falls: Mann-Kendall test and Sen's slope.

    The test asks whether later values tend to be larger than earlier ones; it takes neither a
    straight line nor a normal distribution for granted, but values that do not depend on their
    neighbours: where they do, p-values are too small.

    Parameters
    ----------
    values
        The series, of at most 8,192 finite numbers.
    times
        The time of each, ascending; 0, 1, 2, … by default. Only slope and intercept depend on it.

    Returns
    -------
    dict
        `n` values; `s`, the pairs of which the later is larger, less those of which it is smaller;
        its `variance` where there is no trend, (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 with t equal
        values each (Mann 1945, Econometrica 13; Kendall 1975, Rank Correlation Methods); `z`,
        (s ∓ 1) / √variance; `p_value`, two-sided, by the normal distribution, so for ten values or
        more; `tau`, Kendall's tau b, -1 to 1; `slope`, the median of all slopes between two values,
        and `intercept`, the median of the values less the slope times the median of the times
        (Sen 1968, Journal of the American Statistical Association 63). What cannot be computed is
        `None`.

    Raises
    ------
    ParameterError
        For times that do not ascend or are not one a value, or numbers that are not finite.
    LimitError
        For more values.

    Examples
    --------
    >>> found = hs.trend_of([1, 2, 2, 4, 5])
    >>> found["s"], found["slope"]
    (9, 1.0)
    """
    series = real_numbers("values", values)
    at = list(map(float, range(len(series)))) if times is None else real_numbers("times", times)
    return _core.trend_of(series, at)


@checked
def change_points_of(values: Iterable[float], *, strictness: float = 1.0) -> list[int]:
    """Where the level of a series changes: the number of the first value of each new level.

    Numbers are counted from 0.

    The levels are those with the least Σ (value - mean of its level)² + penalty · changes, found
    exactly (Killick, Fearnhead & Eckley 2012, Journal of the American Statistical Association 107).
    The penalty is strictness · 2V ln n (Yao 1988, Statistics & Probability Letters 6), where V is
    Σ (difference of neighbours)² / (2(n - 1)) (Rice 1984, Annals of Statistics 12). Not for series
    that rise steadily, which have no levels, nor for those whose values depend on their neighbours.

    Parameters
    ----------
    values
        The series, of finite numbers.
    strictness
        Above 1 for fewer changes, below 1 for more.

    Raises
    ------
    ParameterError
        For numbers that are not finite, or a strictness that is not above 0.

    Examples
    --------
    >>> hs.change_points_of([1, 1.1, 0.9, 1, 5, 5.1, 4.9, 5])
    [4]
    """
    return _core.change_points_of(
        real_numbers("values", values), fraction("strictness", strictness)
    )


class Trend(Table):
    """The periods of a trend, one row each, and what can be asked of them.

    Comes from `Corpus.trend`, which describes the columns.
    """

    __slots__ = ("_attestations",)

    _attestations: _core.Table

    @classmethod
    def _of(cls, periods: _core.Table, attestations: _core.Table) -> Trend:
        trend = object.__new__(cls)
        trend._inner = periods
        trend._attestations = attestations
        return trend

    def attestations(self) -> Table:
        """Where each pattern occurs first and last, by group.

        Columns: `pattern`, the groups, `frequency`, `documents`, `first_date`, `first_document`,
        `last_date`, `last_document`; missing where nothing occurs. Documents without a date are
        left out. Of several documents of one date the first and the last in the corpus are named;
        the date of a year is its first day. A slice of a trend has the patterns and groups of its
        rows, each with all periods of the trend.

        Examples
        --------
        >>> trend = hs.sample_corpus().trend("trust", by="month")
        >>> trend.attestations()["first_document"]
        ['lumen_01']
        """
        keys = map(identity, zip(*map(self.column, self._keys()), strict=True))
        shown = set(keys)
        every = self._attestations
        of = zip(*map(every.column, self._keys()), strict=True)
        rows = [row for row, key in enumerate(of) if identity(key) in shown]
        return Table._wrap(every if len(rows) == len(every) else every.take(rows))

    def mann_kendall(self) -> Table:
        """Whether each pattern comes up or goes down: a test of its relative frequencies, by group.

        Columns: `pattern`, the groups, and the results of `hustings.trend_of`; `slope` and
        `intercept` are per million and per period, counted from 0 at the first that there is in the
        table. Periods without tokens are left out. Of a slice its rows alone are tested, in the
        order of time.

        Raises
        ------
        LimitError
            For more than 8,192 periods with tokens.

        Examples
        --------
        >>> trend = hs.sample_corpus().trend("trust", by="week")
        >>> trend.mann_kendall()["n"]
        [2]
        """
        series = self._series()
        found = [
            _core.trend_of(one.rates, [float(at) for at, _, _ in one.periods]) for one in series
        ]
        columns = [(name, kind, [one[name] for one in found]) for name, kind in _TESTED]
        rows = [one.row for one in series]
        return self._derived("mann_kendall", (self._keys(), rows), columns, {})

    def change_points(self, *, strictness: float = 1.0) -> Table:
        """When the level of each pattern changes, by group; see `hustings.change_points_of`.

        Columns: `pattern`, the groups, `period` and `start` of the first period of the new level,
        `before` and `after`, the means of the periods' frequencies per million on the old level and
        on the new one. No row where there is no change. Periods without tokens are left out. Of a
        slice its rows alone are looked at, in the order of time.

        Parameters
        ----------
        strictness
            Above 1 for fewer changes, below 1 for more.

        Examples
        --------
        >>> len(hs.sample_corpus().trend("trust", by="day").change_points())
        0
        """
        strict = fraction("strictness", strictness)
        rows: list[int] = []
        before: list[object] = []
        after: list[object] = []
        for one in self._series():
            rates = one.rates
            changes = _core.change_points_of(rates, strict)
            bounds = [0, *changes, len(rates)]
            for first, at, behind in zip(bounds, bounds[1:], bounds[2:], strict=False):
                rows.append(one.periods[at][1])
                before.append(_mean(rates[first:at]))
                after.append(_mean(rates[at:behind]))
        keys = [*self._keys(), "period", "start"]
        levels = [("before", "Float64", before), ("after", "Float64", after)]
        return self._derived("change_points", (keys, rows), levels, {"strictness": strict})

    def _keys(self) -> list[str]:
        return self.columns[: self.columns.index("period")]

    def _series(self) -> list[_Series]:
        """The rows of each pattern in each group, in the order of time."""
        keys = list(zip(*map(self.column, self._keys()), strict=True))
        starts = cast("list[dt.date]", self.column("start"))
        number = _NUMBERS[str(self.manifest()["by"])]
        first = min(map(number, starts), default=0)
        # A pattern that was given twice has two series.
        series: dict[tuple[object, int], list[tuple[int, int]]] = {}
        met: Counter[object] = Counter()
        for row, (key, start) in enumerate(zip(map(identity, keys), starts, strict=True)):
            series.setdefault((key, met[key, start]), []).append((number(start) - first, row))
            met[key, start] += 1
        rates = self.column("per_million")
        return [
            _Series(
                rows[0][1],
                [
                    (at, row, rate)
                    for at, row in sorted(rows)
                    if isinstance(rate := rates[row], float)
                ],
            )
            for rows in series.values()
        ]

    def _derived(
        self,
        verb: str,
        keys: tuple[list[str], list[int]],
        columns: Sequence[tuple[str, str, Sequence[object]]],
        options: dict[str, Value],
    ) -> Table:
        manifest = {"verb": verb, **options, "of": self.manifest()}
        return Table._wrap(self._inner.beside(keys, columns, serialised(manifest)))


class _Series(NamedTuple):
    """A pattern in a group: one of its rows, and of those with a rate period, row and rate."""

    row: int
    periods: list[tuple[int, int, float]]

    @property
    def rates(self) -> list[float]:
        return [rate for _, _, rate in self.periods]


_NUMBERS: dict[str, Callable[[dt.date], int]] = {
    "day": lambda start: start.toordinal(),
    "week": lambda start: start.toordinal() // 7,
    "month": lambda start: start.year * 12 + start.month,
    "quarter": lambda start: start.year * 4 + start.month // 3,
    "year": lambda start: start.year,
    "decade": lambda start: start.year // 10,
}
"""The number of the period that begins on a day."""


class TrendVerbs(Viewed):
    """The verb of a corpus that looks at time."""

    __slots__ = ()

    def trend(  # noqa: PLR0913 - a pattern's own five, what the periods are, how intervals are found
        self,
        pattern: Series | None = None,
        *,
        cql: str | None = None,
        by: str = "month",
        date: str = "date",
        group: str | Sequence[str] | None = None,
        confidence: float = 0.95,
        resamples: int = 1000,
        seed: int = 0,
        compound: Compound | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Trend:
        """How often words or phrases occur, from one period of the calendar to the next.

        Parameters
        ----------
        pattern, cql, regex, exact, case_sensitive
            As in `kwic`, but each pattern of a list is told apart; the patterns of a name in a
            dict, as in `{"migration": ["migrant*", "refugee*"]}`, are one series, in which what two
            of them match counts once.
        by
            `"day"`, `"week"` (from Monday on, as ISO 8601 counts them), `"month"`, `"quarter"`,
            `"year"` or `"decade"`; also with the column of dates before it, as elsewhere:
            `"year:decade"`.
        date
            The metadata column of dates, of times, which are days in UTC, or of years as whole
            numbers, for which `by` is a year or a decade. Documents without a date are left out;
            the manifest's `undated_documents` says how many.
        group
            One or more metadata columns; the periods of each group are rows of their own.
        confidence, resamples, seed
            The interval holds so much of the relative frequencies of so many samples (percentiles;
            Efron 1979, Annals of Statistics 7): each draws as many of the period's documents as
            there are, with replacement, since tokens of one document do not depend on chance alone.
            With 0 resamples there are no intervals; otherwise there are at least 2 / (1 -
            confidence), 40 for 0.95, so that one lies beyond either end. Results do not depend on
            the number of threads.
        compound
            Sequences of words that are one token, as in `frequencies`: `tokens` are fewer. A match
            that holds a part of one but not all of it does not count. A pattern that is the name of
            one, or is a word that matches its name, counts all of it: with `{"BRI": "belt and
            road"}` the pattern `"BRI"` counts either. A query in CQL calls none by name.
        zone, voice
            As in `kwic`. `tokens`, and so frequencies per million, are those of the view, and
            `period_documents` those with a word in it; periods are the same as without.

        Returns
        -------
        Trend
            A table: `pattern`; the groups; `period` (`2031-03-04`, `2031-W10`, `2031-03`,
            `2031-Q1`, `2031`, `2030s`); `start`, its first day; `frequency`; `tokens` of the
            period; `per_million`; `low` and `high`, the ends of the interval, per million, missing
            for fewer than two documents with tokens; `documents` with a match; `period_documents`
            with tokens. All periods from the first date in view to the last: one without documents
            has 0 tokens and no relative frequency. Where no document has a match the interval is 0
            to 0, which says nothing of how rare the word is. In the order of the patterns, of the
            groups' values, then of time. It has methods for first and last attestations, a test for
            a trend, and changes of level.

        Raises
        ------
        UnknownNameError
            For a column or a period that does not exist.
        ParameterError
            For a column that is not of dates, times or years, for years by shorter periods, and for
            resamples too few for the confidence.
        LimitError
            For more than 4,194,304 rows.

        Examples
        --------
        >>> texts = ["Trust us.", "No trust, no gain.", "Gain."]
        >>> corpus = hs.Corpus.from_texts(texts, metadata={"year": [2029, 2031, 2031]})
        >>> trend = corpus.trend("trust", by="year", date="year")
        >>> trend["period"], trend["frequency"], trend["per_million"]
        (['2029', '2030', '2031'], [1, 0, 1], [500000.0, None, 200000.0])
        >>> corpus.trend("trust", by="year", date="year", compound="no trust")["frequency"]
        [1, 0, 0]
        >>> corpus.trend({"both": ["trust", "gain"]}, by="year", date="year")["frequency"]
        [1, 0, 3]
        """
        patterns, syntax = chosen_series(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
        )
        groups = [] if group is None else group
        if isinstance(by, str) and ":" in by:
            column, _, period = by.rpartition(":")
            if date not in ("date", column):
                raise ParameterError(f"date must be {column!r} beside by={by!r}, got {date!r}")
            by, date = period, column
        samples = whole_number("resamples", resamples, most=_MOST_RESAMPLES)
        bootstrap = (
            samples,
            fraction("confidence", confidence),
            whole_number("seed", seed, most=_LARGEST_SEED),
        )
        return Trend._of(
            *_core.trend(
                self._view(zone, voice),
                (patterns, syntax),
                case_sensitive,
                (by, date, groups),
                bootstrap,
                compounds(compound),
            )
        )


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
