"""Data frames of any library, in a form that the core reads."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from hustings._groups import is_no_number
from hustings.errors import InputTypeError, ParameterError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def valid_name(parameter: str, name: str) -> None:
    """Refuse a str that no column can be called by."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raise ParameterError(f"{parameter} must be valid Unicode, got {name!a}") from None


def arrow_frame(
    frame: object, id_column: str | None, *, indexed: bool = False
) -> tuple[object, str | None]:
    """The frame in a form that the core reads, and its column of ids: `"id"` need not be there.

    With `indexed` an index of pandas that has a name is a column like others, as that of ids is
    where `set_index` has put them.
    """
    if type(frame).__name__ == "LazyFrame":
        raise InputTypeError("frame must be a data frame, got a LazyFrame; call .collect() on it")
    names = getattr(frame, "column_names", None) or getattr(frame, "columns", [])
    is_pandas = _is_pandas(frame)
    if is_pandas and indexed:
        with_index = _with_index(cast("pd.DataFrame", frame))
        frame, names = with_index, with_index.columns
    columns = [str(name) for name in names]
    for name in columns:
        valid_name("a column's name", name)
    if id_column == "id" and "id" not in columns:
        id_column = None
    if not is_pandas:
        return frame, id_column
    # An index other than a plain count would come along as a column.
    plain: pd.DataFrame = _spelled(frame.reset_index(drop=True))  # type: ignore[attr-defined]
    if find_spec("pyarrow"):
        return plain, id_column
    # Without pyarrow pandas does not speak Arrow.
    return {name: _without_arrow(plain[name]) for name in columns}, id_column


def spelled_metadata(metadata: object) -> object:
    """Give metadata with the periods of pandas as text: Arrow has but their numbers."""
    if isinstance(metadata, Mapping):
        return {name: _periods_as_text(column) for name, column in metadata.items()}
    if not _is_pandas(metadata):
        return metadata
    frame = _with_index(cast("pd.DataFrame", metadata))
    return _spelled(frame.reset_index(drop=True))


def _is_pandas(frame: object) -> bool:
    return type(frame).__module__.partition(".")[0] == "pandas"


def _with_index(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with what its index calls by a name as columns, unless a column is called so."""
    index = getattr(frame, "index", None)
    named = [name for name in getattr(index, "names", []) if name is not None]
    if not named or set(named) & set(getattr(frame, "columns", [])):
        return frame
    return cast("pd.DataFrame", frame.reset_index(level=named))


def _spelled(frame: pd.DataFrame) -> pd.DataFrame:
    spelled = {
        place: _periods_as_text(frame.iloc[:, place])
        for place, kind in enumerate(getattr(frame, "dtypes", []))
        if _is_period(kind)
    }
    if not spelled:
        return frame
    frame = frame.copy(deep=False)
    for place, column in spelled.items():
        frame.isetitem(place, column)
    return frame


def _periods_as_text(column: object) -> object:
    """Give a column of periods as ISO 8601 writes them, None where one is missing."""
    if not _is_period(getattr(column, "dtype", None)):
        return column
    periods = cast("Iterable[pd.Period]", column)
    return [None if is_no_number(period) else str(period) for period in periods]


def _is_period(kind: object) -> bool:
    return str(kind).startswith("period[")


def _without_arrow(column: pd.Series) -> list[object]:
    """The values of a column, None where one is missing; real numbers keep their type as NaN."""
    if column.dtype.kind == "f":
        return list(column.tolist())
    return list(column.astype(object).where(column.notna(), None).tolist())
