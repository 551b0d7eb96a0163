"""Codes that a line can have: checked, read from text and tables, placed on a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings._arguments import fraction
from hustings._libraries import library
from hustings.errors import InputTypeError, ParameterError, TextError, UnknownNameError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

Code = str | int | float | bool

# More codes than this are no coding scheme but a text column.
_MOST_VALUES = 1_000
_ENDINGS = [".csv", ".parquet"]
_LEVELS = ["nominal", "ordinal", "interval"]


def checked_values(values: Sequence[Code]) -> tuple[Code, ...]:
    """Take the codes of a scheme: different, of one type, each readable once it is written."""
    if isinstance(values, str | bytes) or not hasattr(values, "__iter__"):
        raise InputTypeError(f"values must be a list of codes, got {values!r}")
    codes = tuple(values)
    if not 1 <= len(codes) <= _MOST_VALUES:
        raise ParameterError(f"values must be 1 to {_MOST_VALUES:,} codes, got {len(codes):,}")
    kinds = {_kind(code) for code in codes}
    if len(kinds) > 1:
        raise InputTypeError(f"values must be of one type, got {sorted(kinds)}")
    written = [str(code) for code in codes]
    if len({*written}) < len(written) or len({*codes}) < len(codes):
        raise ParameterError(f"values must be different, got {list(codes)!r}")
    for code in written:
        if code != code.strip() or not code or not code.isprintable():
            message = "values must be printable, with no space at either end"
            raise ParameterError(f"{message}, got {code!r}")
    return codes


def _kind(code: Code) -> str:
    if isinstance(code, bool):
        return "bool"
    if isinstance(code, int | float):
        fraction("values", code)
        return "number"
    if isinstance(code, str):
        return "str"
    raise InputTypeError(f"values must be str, numbers or bool, got {type(code).__name__}")


def checked_coder(coder: str) -> str:
    """Take the name of a coder, which stands in a column of its own."""
    if not isinstance(coder, str):
        raise InputTypeError(f"coder must be a str, got {type(coder).__name__}")
    if not coder.strip() or not coder.isprintable():
        raise ParameterError(f"coder must be a name, got {coder!r}")
    return coder


def as_written(values: Sequence[Code], written: str) -> Code | None:
    """Find the value of this name, or else of this number from 1."""
    named = read_code(values, written)
    if named is not None:
        return named
    if written.isdecimal() and 1 <= int(written) <= len(values):
        return values[int(written) - 1]
    return None


def read_code(values: Sequence[Code], written: str) -> Code | None:
    """Find the value of this name; a number may be written in any way."""
    for value in values:
        if str(value) == written or _is_number(value, written):
            return value
    return None


def _is_number(value: Code, written: str) -> bool:
    try:
        return not isinstance(value, str | bool) and float(written) == value
    except ValueError:
        return False


def table_ending(path: str | os.PathLike[str]) -> str:
    """Say which kind of table a file is."""
    import posixpath  # here, as below, so that importing hustings stays fast
    from os import fspath

    ending = posixpath.splitext(fspath(path))[1].lower()
    if ending not in _ENDINGS:
        raise ParameterError(f"path must end in one of {_ENDINGS}, got {fspath(path)!r}")
    return ending


# What parts the cells of a line, the first one if none leads to the column that is looked for.
_SEPARATORS = ",;\t"


def read_columns(
    path: str | os.PathLike[str], wanted: str, encoding: str
) -> dict[str, list[object]]:
    """Read a table, one of whose columns is wanted, as a list for each column."""
    import csv
    import io
    from pathlib import Path

    if table_ending(path) == ".parquet":
        polars = library("polars", "read_coding")
        try:
            frame = polars.read_parquet(path)
        except polars.exceptions.PolarsError as error:
            reason = str(error).partition("\n")[0]
            raise TextError(f"cannot read {path} as parquet: {reason}") from error
        return {name: frame[name].to_list() for name in frame.columns}
    try:
        text = Path(path).read_bytes().decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise UnknownNameError(
            f"encoding must be one that Python knows, got {encoding!r}"
        ) from None
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is no {encoding}; say encoding="
        raise TextError(f"cannot read {path}: {reason}") from error

    def lines(separator: str) -> Iterator[list[str]]:
        cells = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return (row for row in cells if row)

    try:
        heads = {separator: next(lines(separator), []) for separator in _SEPARATORS}
        of_wanted = (separator for separator, head in heads.items() if wanted in head)
        head, *rows = list(lines(next(of_wanted, _SEPARATORS[0]))) or [[]]
    except csv.Error as error:
        raise TextError(f"cannot read {path}: {error}") from error
    for number, row in enumerate(rows, 1):
        if len(row) != len(head):
            raise TextError(f"row {number} of {path} must have {len(head)} cells, got {len(row)}")
    return {name: [row[column] for row in rows] for column, name in enumerate(head)}


def scale(values: Sequence[Code], level: str) -> list[float]:
    """Place the values: numbers where their differences count, ranks otherwise."""
    if level not in _LEVELS:
        raise UnknownNameError(f"level must be one of {_LEVELS}, got {level!r}")
    if level != "interval":
        return [float(rank) for rank in range(len(values))]
    if isinstance(values[0], str | bool):
        raise ParameterError(f"level interval needs values that are numbers, got {list(values)!r}")
    return [float(value) for value in values]
