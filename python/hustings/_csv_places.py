"""Places in CSV files: the line that does not fit, the line of a row. Polars names none."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def misfit(content: bytes, separator: bytes) -> str | None:
    """Say which record of a CSV file does not fit the header, if one does not."""
    header = 0
    for line, n_fields, broken in _records(content, separator):
        if broken:
            return f"line {line}: {broken}"
        header = header or n_fields
        if n_fields > header:
            return f"line {line} has {n_fields} fields, the header {header}"
    return None


def line_of(content: bytes, separator: bytes, row: int) -> int:
    """Find the line in which a row of a CSV file begins, from 1."""
    records = _records(content, separator)
    return next(line for line, _, _ in itertools.islice(records, row + 1, None))


def _records(content: bytes, separator: bytes) -> Iterator[tuple[int, int, str]]:
    """Give the line, the number of fields and what is wrong of each record, header included."""
    start = rb"(?<![^\n" + separator + rb"])"
    marks = re.compile(start + rb'"[^"]*(?:""[^"]*)*"|"|\n|' + separator)
    blank = len(content) - len(content.lstrip(b"\r\n"))
    line = 1 + content[:blank].count(b"\n")
    first, n_fields, n_within, broken = line, 1, 0, ""
    content = content[blank:] + b"\n"
    for found in marks.finditer(content):
        mark, before = found[0], content[max(0, found.start() - 1) : found.start()]
        line += mark.count(b"\n")
        if mark == separator:
            n_fields += 1
        elif mark == b"\n":
            odd = "a quotation mark stands in a field that none opens; double it in a quoted field"
            yield first, n_fields, broken or (odd if n_within % 2 else "")
            first, n_fields, n_within, broken = line, 1, 0, ""
        elif mark != b'"' and content[found.end() : found.end() + 1] not in (
            separator,
            b"\r",
            b"\n",
        ):
            broken = broken or "text stands behind a quotation mark that closes a field"
        elif mark == b'"' and before in (b"", b"\n", separator):
            broken = broken or "a quotation mark is opened and never closed"
        elif mark == b'"':
            n_within += 1
