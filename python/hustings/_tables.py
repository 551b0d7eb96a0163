"""Tables from files: CSV, read as text whose types the whole column settles, and Parquet."""

from __future__ import annotations

import csv
import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hustings import _core
from hustings._csv_places import line_of, misfit
from hustings._display import counted
from hustings._libraries import library
from hustings.errors import TextError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    import polars as pl

# What may stand between the fields of a file of this ending, the likeliest first: spreadsheets
# write semicolons where a comma parts the digits of numbers.
SEPARATORS = {".csv": ",;\t|", ".tsv": "\t"}

_UTF_16 = '; a file in UTF-16 without a byte order mark needs encoding="utf-16le" or "utf-16be"'

# Wider than these, an integer or a number would lose digits. A zero in front is one of a code.
_INTEGER = r"0|-?[1-9][0-9]{0,18}"
_NUMBER = r"-?((0|[1-9][0-9]{0,14})(\.[0-9]+)?|\.[0-9]+)([eE][-+]?[0-9]{1,3})?"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = DATE + r"[T ][0-9]{2}:[0-9]{2}(:[0-5][0-9](\.[0-9]{1,6})?)?"
_ZONED = _TIME + r"(Z|[-+][0-9]{2}:?[0-9]{2})"


def read_csv(
    paths: Sequence[str], separators: str, columns: tuple[str, str], decoding: tuple[str, bool]
) -> pl.DataFrame:
    """Read CSV files as one frame; `columns`, those of text and id, stay as they are written."""
    frames = [_csv(path, separators, columns[0], decoding) for path in paths]
    whole = _beneath(frames)
    settled = [
        column if column.name in columns else _settled(column) for column in whole.get_columns()
    ]
    return whole.with_columns(settled)


def _csv(path: str, separators: str, text: str, decoding: tuple[str, bool]) -> pl.DataFrame:
    polars = library("polars", "reading .csv files")
    content = _core.decoded(Path(path).read_bytes(), path, decoding)
    refused = f"cannot read {path!r} as CSV"
    separator = _separator(content, separators, text)
    if b"\n" not in content:
        # Spreadsheets on old Macintoshes end lines so.
        content = content.replace(b"\r", b"\n")
    read = partial(polars.read_csv, content, separator=separator, infer_schema=False)
    try:
        frame: pl.DataFrame = read()
    except _failures(polars) as error:
        reason = misfit(content, separator.encode()) or _first_line(error)
        raise TextError(f"{refused}: {reason}") from error
    _check_columns(frame, path, text, _UTF_16)
    # Polars gives the second of two columns of one name another.
    if any("_duplicated_" in name for name in frame.columns):
        header = read(has_header=False, n_rows=1).row(0)
        twice = next((name for name in header if header.count(name) > 1), None)
        if twice is not None:
            raise TextError(f'{refused}: two columns are called "{twice}"; rename one')
    if frame[text].null_count() == 0:
        return frame
    # Blank lines, and those of separators alone that spreadsheets append.
    blank = frame.select(polars.all_horizontal(polars.all().is_null())).to_series()
    missing = frame[text].is_null() & ~blank
    if missing.any():
        line = line_of(content, separator.encode(), missing.arg_max() or 0)
        rest = int(missing.sum()) - 1
        more = f", nor have {counted(rest, 'more line')}" if rest else ""
        ways = (
            f'write "" for an empty text, or leave such lines out: '
            f'hustings.Corpus.from_frame(polars.read_csv(path).drop_nulls("{text}"))'
        )
        raise TextError(f'{refused}: line {line} has no "{text}"{more}; {ways}')
    return frame.filter(~blank)


def _separator(content: bytes, separators: str, text: str) -> str:
    """What parts the column of texts from others in the header; the likeliest if nothing does."""
    header = content[: 1 << 16].decode(errors="replace").splitlines()[:1]
    for separator in separators:
        if any(text in fields for fields in csv.reader(header, delimiter=separator)):
            return separator
    return separators[0]


def read_parquet(paths: Sequence[str], columns: tuple[str, str]) -> pl.DataFrame:
    """Read Parquet files as one frame, whose columns have a type that fits all files."""
    polars = library("polars", "reading .parquet files")
    frames = []
    for path in paths:
        try:
            with Path(path).open("rb") as file:
                frame = polars.read_parquet(file)
        except _failures(polars) as error:
            raise TextError(f"cannot read {path!r} as Parquet: {_first_line(error)}") from error
        _check_columns(frame, path, columns[0])
        frames.append(frame)
    # A column in which nothing is known is text, as in JSON Lines.
    whole = _beneath(_alike(frames, columns[1]))
    return whole.cast(dict.fromkeys(whole.select(polars.col(polars.Null)).columns, polars.String))


def _check_columns(frame: pl.DataFrame, path: str, text: str, hint: str = "") -> None:
    for name in frame.columns:
        if "\0" in name:
            refused = f"the name of column {name!r} holds a NUL character{hint}"
            raise TextError(f"cannot read {path!r}: {refused}")
    if text not in frame.columns:
        known = json.dumps(frame.columns[:20], ensure_ascii=False)
        raise UnknownNameError(f'column must be one of {known}, got "{text}", in {path!r}')


def _failures(polars: ModuleType) -> tuple[type[BaseException], ...]:
    """What polars raises: a panic, which a damaged file can bring about, is no Exception."""
    return polars.exceptions.PolarsError, polars.exceptions.PanicException


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__


# --- types ---------------------------------------------------------------------------------------


def _settled(column: pl.Series) -> pl.Series:
    """The column in the narrowest type that all its cells are written in."""
    # Where text is not meant, "" is how a missing value is quoted.
    known = column.filter(column != "")
    if known.is_empty():
        return column
    for pattern, converted in _TYPES:
        # One look at the first cell spares most columns of text.
        if re.fullmatch(pattern, known[0]) and known.str.contains(f"^(?:{pattern})$").all():
            found = converted(column.set(column == "", None))
            # A day that no month has, an integer beyond 64 bits: text after all.
            if found.null_count() == len(column) - len(known):
                return found
    return column


def _integers(column: pl.Series) -> pl.Series:
    import polars as pl

    return column.cast(pl.Int64, strict=False)


def _numbers(column: pl.Series) -> pl.Series:
    import polars as pl

    return column.cast(pl.Float64, strict=False)


def _truths(column: pl.Series) -> pl.Series:
    return column.str.to_lowercase() == "true"


def _dates(column: pl.Series) -> pl.Series:
    return column.str.to_date("%Y-%m-%d", strict=False)


def _times(column: pl.Series) -> pl.Series:
    return _with_seconds(column).str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False)


def _zoned(column: pl.Series) -> pl.Series:
    offset = column.str.replace("Z$", "+00:00")
    return _with_seconds(offset).str.to_datetime(
        "%Y-%m-%d %H:%M:%S%.f%z", time_unit="us", time_zone="UTC", strict=False
    )


def _with_seconds(column: pl.Series) -> pl.Series:
    return column.str.replace("T", " ").str.replace(" ([0-9]{2}:[0-9]{2})($|[-+])", " ${1}:00${2}")


_TYPES: list[tuple[str, Callable[[pl.Series], pl.Series]]] = [
    (_INTEGER, _integers),
    (_NUMBER, _numbers),
    ("(?i:true|false)", _truths),
    (DATE, _dates),
    (_TIME, _times),
    (_ZONED, _zoned),
]


# --- several files -------------------------------------------------------------------------------


def _beneath(frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """One frame below the other; what columns a file lacks are missing there."""
    import polars as pl

    try:
        return pl.concat(frames, how="diagonal_relaxed")
    except pl.exceptions.PolarsError as error:
        raise TextError(f"files cannot be read as one table: {_first_line(error)}") from error


def _alike(frames: Sequence[pl.DataFrame], id_column: str) -> list[pl.DataFrame]:
    """The frames with columns of one type each: text where types differ in more than width."""
    import polars as pl

    types: dict[str, set[pl.DataType]] = {}
    for frame in frames:
        for name, kind in frame.schema.items():
            if kind != pl.Null:
                types.setdefault(name, set()).add(kind)
    wanted = {
        name: pl.String() if name == id_column else _common(kinds)
        for name, kinds in types.items()
        if len(kinds) > 1
    }
    try:
        return [
            frame.cast({name: kind for name, kind in wanted.items() if name in frame.columns})
            for frame in frames
        ]
    except pl.exceptions.PolarsError as error:
        raise TextError(
            f"files cannot be read as one table: columns {sorted(wanted)} differ in type: "
            f"{_first_line(error)}"
        ) from error


def _common(kinds: set[pl.DataType]) -> pl.DataType:
    import polars as pl

    if all(kind.is_integer() for kind in kinds):
        return pl.Int64()
    if all(kind.is_numeric() for kind in kinds):
        return pl.Float64()
    zones = {kind.time_zone if isinstance(kind, pl.Datetime) else kind for kind in kinds}
    if len(zones) == 1:
        return pl.Datetime("us", zones.pop())
    return pl.String()
