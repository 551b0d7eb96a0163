"""Rows as a workbook of Excel, with a sheet that tells how they came about."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol, cast

from hustings._arguments import is_listed, shown
from hustings._json import told
from hustings._libraries import library
from hustings.errors import LimitError, ParameterError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from hustings import _core

# What a sheet holds, and a cell of it, by the specification of Excel.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_CHARACTERS = 32_767
_MOST_EXACT = 2**53
_LONGEST_NAME = 31
_NO_NAME = set("[]:*?/\\")
_MANIFEST = "manifest"
# Before it Excel has no dates that all programs agree on.
_FIRST_DATE = dt.date(1900, 3, 1)
_WIDTHS = {"left": 60, "right": 60, "text": 60, "content": 60, "node": 18}
_WIDTH = 16


def write(
    path: str | os.PathLike[str],
    table: _core.Table,
    manifest: Mapping[str, object],
    *,
    sheet: str,
    aligns: Mapping[str, str],
) -> None:
    """Write a table, and how it came about on a sheet of its own."""
    name = _checked(sheet)
    if len(table) >= MOST_ROWS or len(table.columns) > MOST_COLUMNS:
        raise LimitError(
            f"a sheet of Excel holds {MOST_ROWS - 1:,} rows below the header and "
            f"{MOST_COLUMNS:,} columns, got {len(table):,} and {len(table.columns):,}; take fewer, "
            "or write CSV"
        )
    columns = [_column(name, table.column(name)) for name in table.columns]
    xlsxwriter = library("xlsxwriter", "to_excel", package="XlsxWriter")
    # Whatever a text begins with, it stays text: "=1+1" is no formula, and an address no link.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with _written(xlsxwriter, path, options) as book:
        bold = book.add_format({"bold": True})
        formats: dict[type, object] = {
            dt.date: book.add_format({"num_format": "yyyy-mm-dd"}),
            dt.datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        rows = book.add_worksheet(name)
        for at, (title, values) in enumerate(zip(table.columns, columns, strict=True)):
            align = aligns.get(title)
            look = book.add_format({"align": align, "bold": title == "node"}) if align else None
            rows.set_column(at, at, _WIDTHS.get(title, _WIDTH))
            rows.write_string(0, at, title, bold)
            for row, value in enumerate(values, 1):
                _put(rows, (row, at), value, formats.get(type(value), look))
        rows.freeze_panes(1, 0)
        if len(table):
            rows.autofilter(0, 0, len(table), len(columns) - 1)
        origin = book.add_worksheet(_MANIFEST)
        origin.set_column(0, 0, 24)
        for row, (key, value) in enumerate(manifest.items()):
            text = told(value)
            origin.write_string(row, 0, key, bold)
            # A long list of words is cut here, and seen to be; `manifest()` has all.
            origin.write_string(row, 1, text if len(text) < MOST_CHARACTERS else f"{text[:1000]}…")


@contextmanager
def _written(xlsxwriter: ModuleType, path: object, options: object) -> Iterator[Any]:
    """A workbook that is written at the end; files raise Python's own errors."""
    try:
        with xlsxwriter.Workbook(path, options) as book:
            yield book
    except xlsxwriter.exceptions.FileCreateError as error:
        raise error.args[0] from None


def _checked(sheet: str) -> str:
    is_long = not 1 <= len(sheet) <= _LONGEST_NAME
    if is_long or _NO_NAME & {*sheet} or "'" in sheet[0] + sheet[-1]:
        raise ParameterError(
            f"sheet must be 1 to {_LONGEST_NAME} characters without [ ] : * ? / \\ and no "
            f"apostrophe at an end, got {shown(sheet)}"
        )
    if sheet.casefold() in (_MANIFEST, "history"):
        raise ParameterError(f"sheet must not be {sheet!r}, which stands for something else")
    return sheet


def _column(name: str, values: Sequence[object]) -> list[object]:
    """The values as Excel can hold them."""
    found = [_cell(value) for value in values]
    for row, value in enumerate(found):
        if isinstance(value, str) and len(value) > MOST_CHARACTERS:
            raise LimitError(
                f"a cell of Excel holds {MOST_CHARACTERS:,} characters, got {len(value):,} in "
                f"{name!r} of row {row}; write CSV or Parquet"
            )
    return found


def _cell(value: object) -> object:
    """A value that a cell can have: text where Excel has no such number or moment."""
    match value:
        case bool() | str() | None:
            return value
        case int():
            return value if abs(value) <= _MOST_EXACT else str(value)
        case float():
            return value if isfinite(value) else None
        case dt.date():
            return value if _is_known(value) else value.isoformat()
        case _ if is_listed(value):
            items = cast("list[object]", value)
            return "; ".join("" if item is None else str(item) for item in items)
        case _:
            return str(value)


def _is_known(moment: dt.date) -> bool:
    """Whether Excel has this date or time, of which none is in a zone."""
    if isinstance(moment, dt.datetime):
        return moment.tzinfo is None and moment.date() >= _FIRST_DATE
    return moment >= _FIRST_DATE


class _Sheet(Protocol):
    """What a sheet of XlsxWriter is asked for."""

    def write_boolean(self, row: int, column: int, value: object, look: object) -> object: ...
    def write_string(self, row: int, column: int, value: str, look: object) -> object: ...
    def write_number(self, row: int, column: int, value: float, look: object) -> object: ...
    def write_datetime(self, row: int, column: int, value: object, look: object) -> object: ...


def _put(sheet: _Sheet, place: tuple[int, int], value: object, look: object) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(*place, value, look)
        case str():
            sheet.write_string(*place, value, look)
        case int() | float():
            sheet.write_number(*place, value, look)
        case _:
            sheet.write_datetime(*place, value, look)
