"""Charts of results, drawn by altair, which is optional."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings._checked import checked
from hustings._libraries import library
from hustings.errors import ParameterError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import altair as alt

    from hustings.results import Table

__all__ = ["dispersion_chart", "trend_chart"]

_ROWS = ("document", "pattern")
_ROW, _LEAST_HEIGHT = 14, 40
_MOST_MARKS = 20


def _check(table: Table, name: str, verb: str, needed: Sequence[str]) -> None:
    """Refuses a table that another verb gave."""
    missing = [column for column in needed if column not in table.columns]
    if missing:
        raise ParameterError(
            f"{name} must be what Corpus.{verb} gave, with a column {missing[0]!r}, "
            f"got one with {list(table.columns)}"
        )


@checked
def dispersion_chart(
    places: Table, *, by: str = "document", width: int = 600
) -> alt.Chart | alt.FacetChart:
    """A dispersion plot: a bar a match, at its place in its document.

    Each group of a grouped plot is a chart below the others.

    Parameters
    ----------
    places
        What `Corpus.dispersion_plot` gave.
    by
        What the rows are: `"document"`, in the order of ids, or `"pattern"`, each with all
        documents in it.
    width
        In pixels.

    Raises
    ------
    UnknownNameError
        For another `by`.
    ParameterError
        For a table of another verb.
    MissingLibraryError
        If altair is not installed.

    Examples
    --------
    >>> places = hs.sample_corpus().dispersion_plot(["trust", "water"])
    >>> hs.plots.dispersion_chart(places).mark["type"]
    'tick'
    """
    _check(places, "places", "dispersion_plot", ("document", "pattern", "relative_position"))
    altair = library("altair", "dispersion_chart")
    patterns = list(dict.fromkeys(places["pattern"]))
    if by not in _ROWS:
        raise UnknownNameError(f"by must be one of {list(_ROWS)}, got {by!r}")
    groups = places.columns[: places.columns.index("pattern")]
    rows = [{**row, "group": _group(row, groups)} for row in _rows(places)]
    of_groups: dict[str, set[object]] = {}
    for row in rows:
        of_groups.setdefault(str(row["group"]), set()).add(row[by])
    n_rows = max(map(len, of_groups.values()), default=0)
    at = altair.X("relative_position:Q", title="place in the document")
    encoded = (
        altair.Chart()
        .mark_tick(thickness=2)
        .encode(
            x=at.axis(format="%", tickCount=5).scale(domain=[0, 1]),
            y=altair.Y(f"{by}:N", title=None, sort="ascending" if by == "document" else None),
            tooltip=["document:N", "position:Q", "pattern:N"],
        )
    )
    if len(patterns) > 1 and by == "document":
        encoded = encoded.encode(color=altair.Color("pattern:N", sort=None))
    data = altair.Data(values=rows)
    chart = encoded.properties(width=width, height=max(_ROW * n_rows, _LEAST_HEIGHT))
    if not groups:
        return chart.properties(data=data)
    # Each chart has the documents of its own group.
    row = altair.Row("group:N", title=", ".join(groups), sort=list(of_groups))
    return chart.facet(row=row, data=data).resolve_scale(y="independent")


@checked
def trend_chart(
    trend: Table, *, width: int = 600, height: int = 200
) -> alt.LayerChart | alt.FacetChart:
    """A trend as lines with their intervals: relative frequency by period.

    Periods without tokens are gaps in the line. Each pattern has a colour, each group of a grouped
    trend a chart below the others.

    Parameters
    ----------
    trend
        What `Corpus.trend` gave.
    width, height
        In pixels, of the chart of one group.

    Raises
    ------
    ParameterError
        For a table of another verb.
    MissingLibraryError
        If altair is not installed.

    Examples
    --------
    >>> trend = hs.sample_corpus().trend(["trust", "water"], by="day")
    >>> [layer.mark["type"] for layer in hs.plots.trend_chart(trend).layer]
    ['rule', 'line']
    """
    _check(trend, "trend", "trend", ("pattern", "period", "per_million", "low", "high"))
    altair = library("altair", "trend_chart")
    groups = trend.columns[1 : trend.columns.index("period")]
    rows = [
        {
            **row,
            # With a time of day it is a day where the reader is, not in Greenwich.
            "start": f"{row['start']}T00:00:00",
            "group": _group(row, groups),
        }
        for row in _rows(trend)
    ]
    base = altair.Chart().encode(
        x=altair.X("start:T", title=None, axis=_axis(trend)),
        color=altair.Color("pattern:N", sort=None, title=None, legend={"symbolOpacity": 1}),
        tooltip=["pattern:N", "group:N", "period:N", "per_million:Q", "frequency:Q", "tokens:Q"],
    )
    intervals = base.mark_rule(opacity=0.3, strokeWidth=4).encode(
        y=altair.Y("low:Q", title="per million tokens"),
        y2="high:Q",
    )
    lines = base.mark_line(point=True).encode(y="per_million:Q")
    data = altair.Data(values=rows)
    chart = altair.layer(intervals, lines).properties(width=width, height=height)
    if not groups:
        return chart.properties(data=data)
    return chart.facet(row=altair.Row("group:N", title=", ".join(groups)), data=data)


def _axis(trend: Table) -> dict[str, object]:
    """An axis with a mark a period, where these are few; otherwise one that altair thinks up."""
    intervals = {
        "day": ("day", 1),
        "week": ("week", 1),
        "month": ("month", 1),
        "quarter": ("month", 3),
        "year": ("year", 1),
        "decade": ("year", 10),
    }
    interval, step = intervals[str(trend.manifest()["by"])]
    if len(set(trend["period"])) > _MOST_MARKS:
        return {"grid": False}
    return {"grid": False, "tickCount": {"interval": interval, "step": step}}


def _group(row: Mapping[str, object], columns: Sequence[str]) -> str:
    """What a group is called."""
    return " · ".join(str(row[name]) for name in columns)


def _rows(table: Table) -> list[Mapping[str, object]]:
    """The rows as dicts, dates as text."""
    columns = [map(_plain, table.column(name)) for name in table.columns]
    return [dict(zip(table.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int, float)) or value is None else str(value)
