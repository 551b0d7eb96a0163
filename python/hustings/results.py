"""Results: tables in Arrow memory that other libraries read without a copy."""

from __future__ import annotations

from collections import Counter
from copy import copy
from operator import index
from typing import TYPE_CHECKING, ClassVar, cast, overload

from hustings import _display, _html
from hustings._arguments import LARGEST, is_listed, whole_number
from hustings._checked import Checked
from hustings._display import counted
from hustings._groups import identity, is_no_number
from hustings._json import parsed, serialised
from hustings._libraries import library
from hustings.errors import InputTypeError, ParameterError

if TYPE_CHECKING:
    import io
    import os
    from collections.abc import Iterator, Sequence
    from typing import Self

    import pandas as pd
    import polars as pl
    import pyarrow as pa
    import scipy.sparse

    from hustings import _core

__all__ = ["Dtm", "Result", "Table", "Value"]

Value = object
"""A cell of a table: str, int, float, bool, date, datetime or None."""

_PAGE_ROWS = 20
_ROWS_AT_ONCE = 10_000
_COUNTS = frozenset(
    {"frequency", "documents", "tokens", "reference_frequency", "reference_documents"}
)
_NUMBERS = frozenset({"Int64", "Float64"})
# Below it two decimals would hide what there is.
_SMALL = 0.01


class Result(Checked):
    """What every result can do: leave for other libraries, and say how it came about."""

    __slots__ = ()

    _page_columns: ClassVar[tuple[str, ...]] = ()
    """The columns that a page shows, where all would be too many to read."""
    _excel_aligns: ClassVar[dict[str, str]] = {}
    """To which side the text of columns leans in a sheet."""

    def _table(self) -> _core.Table:
        raise NotImplementedError

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return self._table().columns

    def __len__(self) -> int:
        return len(self._table())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the rows to any library that reads the Arrow PyCapsule interface."""
        return self._table().__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """Give the schema to any library that reads the Arrow PyCapsule interface."""
        return self._table().__arrow_c_schema__()

    def column(self, name: str) -> list[Value]:
        """The values of a column as a list.

        Raises
        ------
        UnknownNameError
            If there is no such column.

        Examples
        --------
        >>> hs.term_frequencies(["to be or not to be"]).column("frequency")
        [2, 2, 1, 1]
        """
        return self._table().column(name)

    def to_polars(self) -> pl.DataFrame:
        """The rows as a polars data frame, sharing memory.

        Examples
        --------
        >>> hs.term_frequencies(["to be or not to be"]).to_polars().shape
        (4, 4)
        """
        return library("polars", "to_polars").DataFrame(self._table())

    def to_arrow(self) -> pa.Table:
        """The rows as a pyarrow table, sharing memory with numbers.

        Strings are `large_string`: of the views that `pyarrow.table(result)` shares, pyarrow cannot
        take, filter, sort or join any.

        Examples
        --------
        >>> hs.term_frequencies(["to be or not to be"]).to_arrow().num_rows
        4
        """
        pyarrow = library("pyarrow", "to_arrow")
        table: pa.Table = pyarrow.table(self._table().with_own_strings())
        return table

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame, with or without pyarrow.

        Dates and times become `datetime64`, integers with gaps `Int64`.

        Examples
        --------
        >>> hs.term_frequencies(["to be or not to be"]).to_pandas().shape
        (4, 4)
        """
        pandas, table = library("pandas", "to_pandas"), self._table()
        return pandas.DataFrame(
            {
                name: _pandas_column(pandas, table, name, kind)
                for name, kind in zip(table.columns, table.types, strict=True)
            }
        )

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str | None:
        r"""Write the rows as CSV in UTF-8 with a header, or return them as a string.

        Examples
        --------
        >>> hs.term_frequencies(["Trust"]).to_csv()
        'term,frequency,per_million,documents\ntrust,1,1000000.0,1\n'
        """
        # Imported here, as below, so that importing hustings stays fast.
        import csv
        import io
        from pathlib import Path

        table = self._table()
        text = io.StringIO(newline="")
        writer = csv.writer(_Lines(text), lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows(zip(*map(table.column, table.columns), strict=True))
        if path is None:
            return text.getvalue()
        Path(path).write_text(text.getvalue(), encoding="utf-8", newline="")
        return None

    def to_jsonl(self, path: str | os.PathLike[str] | None = None) -> str | None:
        r"""Write the rows as JSON Lines in UTF-8, an object a row, or return them as a string.

        Dates and times are text in ISO 8601; a number that JSON has not, as infinity, is null.

        Examples
        --------
        >>> hs.term_frequencies(["Trust"]).to_jsonl()
        '{"term": "trust", "frequency": 1, "per_million": 1000000.0, "documents": 1}\n'
        """
        from pathlib import Path

        from hustings._json import line

        text = "".join(map(line, _rows(self._table())))
        if path is None:
            return text
        Path(path).write_text(text, encoding="utf-8", newline="")
        return None

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Write the rows as Parquet, which needs polars."""
        self.to_polars().write_parquet(path)

    def to_excel(self, path: str | os.PathLike[str], *, sheet: str = "results") -> None:
        """Write the rows as a workbook of Excel (`.xlsx`), which needs XlsxWriter.

        Numbers and dates are such, lists of values text with `; ` between them, and what is missing
        is an empty cell. Text is text even where it begins with `=`. A second sheet has the
        manifest.

        Parameters
        ----------
        path
            Where to write it.
        sheet
            The name of the sheet.

        Raises
        ------
        LimitError
            For more rows or longer texts than Excel takes: 1,048,575, and 32,767 characters.
        ParameterError
            For a name that no sheet may have.
        MissingLibraryError
            Without XlsxWriter.

        Examples
        --------
        >>> hs.term_frequencies(["to be or not to be"]).to_excel("words.xlsx")
        """
        from hustings import _excel

        aligns = self._excel_aligns
        _excel.write(path, self._table(), self.manifest(), sheet=sheet, aligns=aligns)

    def to_html(
        self, path: str | os.PathLike[str] | None = None, *, title: str | None = None
    ) -> str | None:
        """Write all rows as a page of HTML that needs nothing else, or return it as a string.

        Lines of a concordance stand with their nodes one below the other, as in a notebook, with
        the metadata, contexts and marks that they show; the manifest is at the end. Whatever texts
        hold is escaped, and there are no scripts.

        Parameters
        ----------
        path
            Where to write it, in UTF-8.
        title
            The heading of the page; by default the question and its pattern.

        Examples
        --------
        >>> page = hs.kwic(["Mutual trust."], "trust").to_html(title="Trust")
        >>> page.startswith("<!doctype html>"), "<h1>Trust</h1>" in page
        (True, True)
        """
        from pathlib import Path

        text = _html.document(_titled(self.manifest(), title), self._html(), self.manifest())
        if path is None:
            return text
        Path(path).write_text(text, encoding="utf-8", newline="")
        return None

    def _html(self) -> str:
        """All rows and columns as a table of HTML."""
        table = self._table()
        types = dict(zip(table.columns, table.types, strict=True))
        columns = [[cell(value) for value in table.column(name)] for name in table.columns]
        aligns = ["right" if types[name] in _NUMBERS else "left" for name in table.columns]
        return _html.table(table.columns, zip(*columns, strict=True), aligns, self._caption())

    def manifest(self) -> dict[str, object]:
        """How the result came about: corpus, verb, options, base; enough to repeat it.

        Examples
        --------
        >>> manifest = hs.term_frequencies(["to be or not to be"]).manifest()
        >>> manifest["verb"], manifest["base_tokens"]
        ('frequencies', [6])
        """
        return parsed(self._table().manifest_json)

    def _caption(self) -> str:
        caption = counted(len(self), "row")
        match self.manifest().get("base_tokens"):
            case [int(tokens)]:
                caption += f"; base: {counted(tokens, 'token')}"
            case [int(tokens), *_] if self.manifest().get("marginals") == "corpus":
                caption += f"; base: the {counted(tokens, 'token')} of the corpus for each group"
            case [*groups] if groups:
                tokens = sum(count for count in groups if isinstance(count, int))
                caption += f"; base: the tokens of each group, {tokens:,} in all"
        return caption

    def _page_names(self, names: Sequence[str]) -> Sequence[str]:
        """Which of these columns a page shows, in which order."""
        return self._page_columns or names

    def _page(self, rows: int) -> tuple[list[str], list[list[str]], list[str]]:
        table = self._table()
        page = table.slice(0, rows)
        types = dict(zip(page.columns, page.types, strict=True))
        names = self._page_names(page.columns)
        columns = [
            [grouped(value) if name in _COUNTS else cell(value) for value in page.column(name)]
            for name in names
        ]
        aligns = ["right" if types[name] in _NUMBERS else "left" for name in names]
        return list(names), [list(row) for row in zip(*columns, strict=True)], aligns

    def __repr__(self) -> str:
        columns, rows, aligns = self._page(_PAGE_ROWS)
        more = f"{_display.ELLIPSIS}\n" if len(self) > len(rows) else ""
        cells = _display.fitted([columns, *rows], aligns, _display.page_width())
        n_shown = len(cells[0])
        shown = _display.aligned(cells, aligns[:n_shown])
        return f"{shown}\n{more}{self._caption()}{self._more(columns[n_shown:])}"

    def _repr_html_(self) -> str:
        columns, rows, aligns = self._page(_PAGE_ROWS)
        shown = (
            f"{self._caption()}, {len(rows)} shown" if len(self) > len(rows) else self._caption()
        )
        return _html.table(columns, rows, aligns, shown + self._more([]))

    def _more(self, columns: Sequence[str]) -> str:
        """The names of these columns and of those that no page shows."""
        known = self._page_names(self.columns)
        others = [*columns, *(name for name in self.columns if name not in known)]
        return f"; more columns: {', '.join(others)}" if others else ""


class _Lines:
    """Ends rows of CSV with a line feed; what holds a carriage return is quoted all the same."""

    def __init__(self, text: io.StringIO) -> None:
        self._text = text

    def write(self, row: str) -> None:
        self._text.write(f"{row[:-2]}\n")


def _titled(manifest: dict[str, object], title: str | None) -> str:
    """The title of a page: that given, or what was asked."""
    if title is not None:
        return title
    patterns = manifest.get("patterns")
    asked = ", ".join(map(str, patterns)) if isinstance(patterns, list) else ""
    verb = str(manifest.get("verb", "results"))
    return f"{verb}: {asked}" if asked else verb


def grouped(value: Value) -> str:
    """A count as text, with its thousands apart."""
    return f"{value:,}" if isinstance(value, int) else cell(value)


def cell(value: Value) -> str:
    """A value as text on one line."""
    match value:
        case None:
            return ""
        case float() if 0 < abs(value) < _SMALL:
            return f"{value:.2g}"
        case float():
            return f"{value:,.2f}"
        case _:
            return _display.one_line(str(value))


def _pandas_column(pandas: pd, table: _core.Table, name: str, kind: str) -> object:
    integers = table.integers(name)
    if integers is not None:
        return library("numpy", "to_pandas").asarray(integers)
    values = table.column(name)
    if kind.startswith(("Date", "Timestamp")):
        return pandas.to_datetime(pandas.Series(values, dtype="object"))
    if kind.startswith("LargeList"):
        return pandas.Series(values, dtype="object")
    nullable = {"Int64": "Int64", "Boolean": "boolean", "Float64": "float64"}
    return pandas.Series(values, dtype=nullable.get(kind, "str"))


class Table(Result):
    """Rows and named columns.

    A name in brackets gives a column as a list, a number a row as a dictionary, a slice some of the
    rows as a table, whose manifest has its bounds. Going through a table gives its rows. It is
    pickled with its manifest, as Arrow IPC.

    Examples
    --------
    >>> words = hs.term_frequencies(["to be or not to be"])
    >>> words["term"]
    ['be', 'to', 'not', 'or']
    >>> words[0]
    {'term': 'be', 'frequency': 2, 'per_million': 333333.3333333333, 'documents': 1}
    >>> words[:2]
    term  frequency  per_million  documents
    be            2   333,333.33          1
    to            2   333,333.33          1
    2 rows; base: 6 tokens
    >>> [row["term"] for row in words if row["frequency"] == 1]
    ['not', 'or']
    """

    __slots__ = ("_inner",)

    _inner: _core.Table

    def __init__(self) -> None:
        raise TypeError("a Table comes from a question to a Corpus")

    @classmethod
    def _wrap(cls, core: _core.Table) -> Self:
        table = object.__new__(cls)
        table._inner = core
        return table

    def __deepcopy__(self, memo: object) -> Self:
        """Give a table of the same columns, which nothing changes."""
        return copy(self)

    def _with(self, core: _core.Table) -> Self:
        table = copy(self)
        table._inner = core
        return table

    def _table(self) -> _core.Table:
        return self._inner

    @overload
    def __getitem__(self, key: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    @overload
    def __getitem__(self, key: str) -> list[Value]: ...
    def __getitem__(self, key: int | slice | str) -> dict[str, Value] | Self | list[Value]:
        if isinstance(key, str):
            return self.column(key)
        if not isinstance(key, slice):
            return next(_rows(self._inner.slice(_row(key, len(self)), 1)))
        rows = range(len(self))[key]
        taken = (
            self._inner.slice(rows.start, len(rows)) if rows.step == 1 else self._inner.take(rows)
        )
        return self._with(taken.as_slice(_bounds(key)))

    def sort(self, by: str | Sequence[str], *, descending: bool = False) -> Self:
        """The same rows in another order, which the manifest tells.

        Parameters
        ----------
        by
            One or more columns: rows that have the same in the first are ordered by the next, and
            those that have the same in all stay as they were. Text is in the order of its
            characters, missing values and what is not a number come last.
        descending
            Whether the largest comes first.

        Raises
        ------
        UnknownNameError
            If there is no such column.
        ParameterError
            For a column of lists, which have no order.

        Examples
        --------
        >>> words = hs.term_frequencies(["to be or not to be"])
        >>> words.sort("term")["term"]
        ['be', 'not', 'or', 'to']
        >>> words.sort(["frequency", "term"], descending=True)["term"]
        ['to', 'be', 'or', 'not']
        """
        columns = [by] if isinstance(by, str) else list(by)
        rows = list(range(len(self)))
        for name in reversed(columns):
            rows = _ordered(name, self.column(name), rows, descending=descending)
        return self._of_rows(rows, {"sort": {"by": columns, "descending": descending}})

    def top(self, n: int, *, by: str | Sequence[str]) -> Self:
        """The first rows of each group, as the table is ordered.

        Parameters
        ----------
        n
            How many rows of each group, at most; `table[:n]` gives as many of all.
        by
            The columns whose values make a group.

        Raises
        ------
        UnknownNameError
            If there is no such column.
        ParameterError
            For a negative number.

        Examples
        --------
        >>> verbs = hs.sample_corpus().reporting_verbs(by="agency")
        >>> verbs.top(1, by="agency")["verb"]
        ['say', 'say']
        """
        most = whole_number("n", n)
        columns = [by] if isinstance(by, str) else list(by)
        groups = zip(*map(self.column, columns), strict=True)
        met: Counter[object] = Counter()
        rows = []
        for row, group in enumerate(map(identity, groups)):
            met[group] += 1
            if met[group] <= most:
                rows.append(row)
        return self._of_rows(rows, {"top": {"n": most, "by": columns}})

    def _of_rows(self, rows: Sequence[int], step: dict[str, object]) -> Self:
        """These rows, with what was done in the manifest, among the slices."""
        manifest = self.manifest()
        done = cast("list[object]", manifest.get("slices", []))
        told = serialised({**manifest, "slices": [*done, step]})
        return self._with(self._inner.beside((self.columns, rows), [], told))

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for start in range(0, len(self), _ROWS_AT_ONCE):
            yield from _rows(self._inner.slice(start, _ROWS_AT_ONCE))


def _ordered(
    name: str, values: Sequence[Value], rows: Sequence[int], *, descending: bool
) -> list[int]:
    """Rows by the values of a column, those without one last."""
    lacking = [row for row in rows if values[row] is None or is_no_number(values[row])]
    without = {*lacking}
    having = [row for row in rows if row not in without]
    if any(is_listed(values[row]) for row in having):
        raise ParameterError(f"by must name columns of single values; {name!r} holds lists")
    having.sort(key=lambda row: cast("int", values[row]), reverse=descending)
    return [*having, *lacking]


def _bounds(given: slice) -> tuple[int | None, int | None, int | None]:
    """The bounds of a slice as numbers of 64 bits, none where none was given."""
    start, stop, step = (
        None if bound is None else max(-LARGEST, min(index(bound), LARGEST))
        for bound in (given.start, given.stop, given.step)
    )
    return start, stop, step


def _row(key: object, length: int) -> int:
    """The number of a row from the beginning."""
    try:
        return range(length)[cast("int", key)]
    except TypeError:
        raise InputTypeError(
            f"a table gives a column by its name and rows by a number or a slice, got "
            f"{type(key).__name__}; to_polars() takes more"
        ) from None
    except IndexError:
        raise IndexError(f"row {key} is none of {counted(length, 'row')}") from None


def _rows(table: _core.Table) -> Iterator[dict[str, Value]]:
    names = table.columns
    rows = zip(*map(table.column, names), strict=True)
    return (dict(zip(names, row, strict=True)) for row in rows)


class Dtm(Checked):
    """A document-term matrix: how often each term occurs in each document or group.

    In compressed sparse row form: row `r` holds the counts `data[indptr[r]:indptr[r + 1]]` of the
    terms `indices[indptr[r]:indptr[r + 1]]`. The arrays are `int32`, `int32` and `int64`, and
    speak the buffer protocol, so that numpy and scipy take them without a copy.
    """

    __slots__ = ("_inner",)

    _inner: _core.Dtm

    def __init__(self) -> None:
        raise TypeError("a Dtm comes from Corpus.dtm")

    @classmethod
    def _wrap(cls, core: _core.Dtm) -> Dtm:
        dtm = object.__new__(cls)
        dtm._inner = core
        return dtm

    def __deepcopy__(self, memo: object) -> Dtm:
        """Give the same matrix, which nothing changes."""
        return self

    @property
    def shape(self) -> tuple[int, int]:
        """The number of rows and of terms."""
        return self._inner.shape

    @property
    def indptr(self) -> _core.Array:
        """Where each row begins in `indices` and `data`, and the number of cells."""
        return self._inner.indptr

    @property
    def indices(self) -> _core.Array:
        """The term of each cell, as a number."""
        return self._inner.indices

    @property
    def data(self) -> _core.Array:
        """The count of each cell; cells of zero are left out."""
        return self._inner.data

    @property
    def terms(self) -> list[str]:
        """The terms, by frequency in the corpus descending, then in alphabetical order."""
        return self._inner.terms

    @property
    def documents(self) -> list[Value]:
        """The label of each row: the document's id, or the value that it was grouped by.

        Rows grouped by several columns have a tuple of values.
        """
        labels = self._inner.labels
        columns: Sequence[list[Value]] = [labels.column(name) for name in labels.columns]
        return columns[0] if len(columns) == 1 else list(zip(*columns, strict=True))

    def to_scipy(self) -> scipy.sparse.csr_array:
        """The matrix as a scipy sparse array, sharing memory.

        Examples
        --------
        >>> hs.Corpus.from_texts(["to be", "not to be"]).dtm().to_scipy().sum()
        np.int64(5)
        """
        numpy = library("numpy", "to_scipy")
        parts = [numpy.asarray(part) for part in (self.data, self.indices, self.indptr)]
        return library("scipy.sparse", "to_scipy").csr_array(tuple(parts), shape=self.shape)

    def to_pandas(self) -> pd.DataFrame:
        """The matrix as a data frame of pandas: a row a document or group, a column a term.

        Its columns are sparse, so that zeros take no memory. pandas and scipy must be installed.

        Examples
        --------
        >>> frame = hs.Corpus.from_texts(["to be", "not to be"]).dtm().to_pandas()
        >>> frame.loc["text2", "not"]
        np.int64(1)
        """
        pandas = library("pandas", "to_pandas")
        labels = self._inner.labels
        columns = [labels.column(name) for name in labels.columns]
        rows = (
            pandas.Index(columns[0], name=labels.columns[0])
            if len(columns) == 1
            else pandas.MultiIndex.from_arrays(columns, names=labels.columns)
        )
        of_scipy = pandas.DataFrame.sparse.from_spmatrix
        return cast("pd.DataFrame", of_scipy(self.to_scipy(), index=rows, columns=self.terms))

    def to_table(self) -> Table:
        """The cells as rows: the labels, term, frequency.

        Examples
        --------
        >>> hs.Corpus.from_texts(["to be", "not to be"]).dtm().to_table().column("term")
        ['be', 'to', 'be', 'to', 'not']
        """
        return Table._wrap(self._inner.to_table())

    def manifest(self) -> dict[str, object]:
        """How the matrix came about."""
        return parsed(self._inner.manifest_json)

    def __len__(self) -> int:
        return self.shape[0]

    def __repr__(self) -> str:
        rows, terms = self.shape
        cells = counted(len(self.data), "cell")
        return f"Dtm({counted(rows, 'row')} x {counted(terms, 'term')}, {cells})"
