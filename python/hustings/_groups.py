"""Groups: those that the rows of a table are of, and the one that is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING, cast

from hustings.errors import InputTypeError, ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings.results import Table, Value

__all__ = ["group_columns", "group_of", "identity", "is_no_number", "written"]

# How many groups a message names.
_MOST_GROUPS = 5
_NOT_A_NUMBER = object()


def group_columns(table: Table) -> list[str]:
    """The columns of the groups of a table, as its manifest names them."""
    return cast("list[str]", table.manifest()["by"])


def column_of(name: str) -> str:
    """The column of the documents that a name in `by` stands for."""
    return "id" if name == "document" else name


def group_of(
    table: Table,
    by: Sequence[str],
    group: Mapping[str, object],
    without_rows: Sequence[Sequence[Value]] = (),
) -> dict[str, Value]:
    """The values that a table has for a group, or those of a group without rows."""
    if not isinstance(group, Mapping):
        raise InputTypeError(
            f"group must be a dict with a value for each of {by}, got {type(group).__name__}"
        )
    if {*group} != {*by}:
        raise ParameterError(f"group must have a value for each of {by}, got {[*group]}")
    wanted = [group[name] for name in by]
    rows = dict.fromkeys(zip(*map(table.column, by), strict=True))
    for row in rows:
        if all(_is(cell, value) for cell, value in zip(row, wanted, strict=True)):
            return dict(zip(by, row, strict=True))
    for cells in without_rows:
        if all(_is(cell, value) for cell, value in zip(cells, written(wanted), strict=True)):
            return dict(zip(by, cells, strict=True))
    known = [dict(zip(by, row, strict=True)) for row in list(rows)[:_MOST_GROUPS]]
    raise ParameterError(f"group must be one of the table's, as in {known}, got {dict(group)}")


def written(group: Iterable[object]) -> tuple[object, ...]:
    """The values of a group as a manifest has them: as text where JSON has no such value."""
    return tuple(map(_written, group))


def _written(value: object) -> object:
    match value:
        case dt.date():
            return value.isoformat()
        case float() if not isfinite(value):
            return str(value)
        case _:
            return value


def identity(group: Iterable[object]) -> tuple[object, ...]:
    """What is equal for equal groups alone, also where a value is "not a number"."""
    return tuple(_NOT_A_NUMBER if is_no_number(value) else value for value in group)


def is_no_number(value: object) -> bool:
    """Whether a value is "not a number" or, in pandas, missing."""
    return value != value  # noqa: PLR0124 - "not a number" alone is not itself


def _is(cell: Value, value: object) -> bool:
    """Whether a cell is this value, of its own type; of a date also its text."""
    if isinstance(value, str) and isinstance(cell, dt.date):
        return cell.isoformat() == value
    if hasattr(value, "__len__") and not isinstance(value, str):
        return False
    if is_no_number(cell):
        return is_no_number(value)
    return isinstance(value, bool) == isinstance(cell, bool) and cell == value
