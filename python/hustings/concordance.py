"""Concordances: every occurrence of a word, with the words before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, overload

from hustings import _display, _html
from hustings._arguments import whole_number
from hustings._display import counted
from hustings._json import parsed
from hustings.results import Result, Value, cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hustings import _core

__all__ = ["Concordance", "ConcordanceLine"]

_PAGE_LINES = 20
_DOCUMENT_WIDTH = 24
_METADATA_WIDTH = 20


class ConcordanceLine(NamedTuple):
    """One line of a concordance, spelled as in the source.

    Attributes
    ----------
    document
        The id of the document.
    position
        The number of the node's first token in its document, from 0.
    start, end
        Where the node begins and ends in the document, in characters, half-open.
    left, node, right
        The text before the node, the node, the text behind it.
    text_hash
        The XXH3 hash (64 bits, seed 0) of the document's text in UTF-8, in hexadecimal.
    """

    document: str
    position: int
    start: int
    end: int
    left: str
    node: str
    right: str
    text_hash: str

    def cite(self) -> str:
        """An id that stays the same as long as the text does: document, characters, hash.

        Examples
        --------
        >>> hs.kwic(["Mutual trust."], "trust")[0].cite()
        'text1:7-12#1d28d15c'
        """
        return f"{self.document}:{self.start}-{self.end}#{self.text_hash[:8]}"

    def __str__(self) -> str:
        return _display.one_line(f"{self.left} [{self.node}] {self.right}")


class Concordance(Result):
    """The lines of a search, in an order of their own.

    Lines are positions until they are shown: `len`, `sort` and `sample` build no strings.
    Indexing gives a `ConcordanceLine`, slicing a shorter concordance. As a table it has the columns
    document, position, start, end, left, node, right and the metadata chosen.
    """

    __slots__ = ("_built", "_inner")

    _inner: _core.Concordance
    _built: _core.Table | None

    def __init__(self) -> None:
        raise TypeError("a Concordance comes from Corpus.kwic or hustings.kwic")

    @classmethod
    def _wrap(cls, core: _core.Concordance) -> Concordance:
        concordance = object.__new__(cls)
        concordance._inner = core
        concordance._built = None
        return concordance

    def _table(self) -> _core.Table:
        if self._built is None:
            self._built = self._inner.table()
        return self._built

    def __len__(self) -> int:
        return len(self._inner)

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return [
            "document",
            "position",
            "start",
            "end",
            "left",
            "node",
            "right",
            *self._inner.metadata,
        ]

    def sort(self, keys: str) -> Concordance:
        """Order the lines by words around the node, or by metadata.

        Parameters
        ----------
        keys
            `L1`, `L2`, … for the words left of the node, `R1`, `R2`, … right of it, `node`,
            `document`, `position`, or metadata columns; several are separated by spaces, the first
            weighs most. Words are ordered by letters first, then accents, case ignored; where a
            line has no such word it comes first. Ties stay in the order of the text.

        Raises
        ------
        UnknownNameError
            For a key that does not exist.

        Examples
        --------
        >>> lines = hs.kwic(["old trust, new trust"], "trust")
        >>> [line.left for line in lines.sort("L1")]
        ['old trust, new', 'old']
        """
        return Concordance._wrap(self._inner.sort(keys))

    def sample(self, n: int, *, seed: int) -> Concordance:
        """Draw `n` lines at random, in their present order; all of them if there are fewer.

        A line is drawn by a hash of seed, document id and position, so the same seed draws the same
        lines however they were sorted before.

        Examples
        --------
        >>> len(hs.kwic(["a b a b a"], "a").sample(2, seed=1))
        2
        """
        return Concordance._wrap(
            self._inner.sample(whole_number("n", n), whole_number("seed", seed))
        )

    def with_metadata(self, *columns: str) -> Concordance:
        """Show these metadata columns beside each line.

        Raises
        ------
        UnknownNameError
            For a column that does not exist.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust."], metadata={"year": [2031]})
        >>> corpus.kwic("trust").with_metadata("year").column("year")
        [2031]
        """
        return Concordance._wrap(self._inner.with_metadata(list(columns)))

    @overload
    def __getitem__(self, index: int) -> ConcordanceLine: ...
    @overload
    def __getitem__(self, index: slice) -> Concordance: ...
    @overload
    def __getitem__(self, index: str) -> list[Value]: ...
    def __getitem__(self, index: int | slice | str) -> ConcordanceLine | Concordance | list[Value]:
        if isinstance(index, str):
            return self.column(index)
        numbers = range(len(self))[index]
        if isinstance(numbers, int):
            return self._line(numbers)
        return Concordance._wrap(self._inner.take(list(numbers)))

    def __iter__(self) -> Iterator[ConcordanceLine]:
        return (self._line(number) for number in range(len(self)))

    def _line(self, number: int) -> ConcordanceLine:
        line = self._inner.line(number)
        return ConcordanceLine(
            document=line.document,
            position=line.position,
            start=line.start,
            end=line.end,
            left=line.left,
            node=line.node,
            right=line.right,
            text_hash=line.text_hash,
        )

    def manifest(self) -> dict[str, object]:
        """How the lines came about: corpus, pattern, options, sorting, seed."""
        return {**parsed(self._inner.manifest_json), "lines": len(self)}

    def _caption(self) -> str:
        window = counted(self._inner.window, "token")
        return f"{counted(len(self), 'line')}; window: {window} on either side"

    def page(self, start: int = 0, lines: int = _PAGE_LINES, *, width: int | None = None) -> str:
        """Show some lines as text, the nodes one below the other.

        Parameters
        ----------
        start
            The number of the first line, from 0.
        lines
            How many lines to show.
        width
            The width in cells of a terminal; by default that of the present one.

        Examples
        --------
        >>> print(hs.kwic(["Mutual trust comes first."], "trust").page(width=60))
        0  text1  Mutual  trust  comes first.
        1 line; window: 5 tokens on either side
        """
        shown = self._rows(whole_number("start", start), whole_number("lines", lines))
        if not shown:
            return self._caption()
        flipped = _display.is_right_to_left(row[-3] for row in shown)
        for row in shown:
            row[:-3] = [row[0], *(_display.cut_end(cell, _METADATA_WIDTH) for cell in row[1:-3])]
            row[1] = _display.cut_end(row[1], _DOCUMENT_WIDTH)
        cells = whole_number("width", width) if width else _display.page_width()
        heads = [max(map(_display.display_width, column)) for column in zip(*shown, strict=True)][
            :-3
        ]
        nodes = max(_display.display_width(row[-2]) for row in shown)
        room = max(8, (cells - sum(heads) - nodes - 2 * (len(heads) + 2)) // 2)
        rows = []
        for *head, left, node, right in shown:
            context = [_display.cut_start(left, room), node, _display.cut_end(right, room)]
            rows.append([*head, *(reversed(context) if flipped else context)])
        node = "right" if flipped else "left"
        aligns = ["right", *["left"] * (len(heads) - 1), "right", node, "left"]
        more = f"{_display.ELLIPSIS}\n" if start + len(shown) < len(self) else ""
        return f"{_display.aligned(rows, aligns)}\n{more}{self._caption()}"

    def _rows(self, start: int, lines: int) -> list[list[str]]:
        """Number, document, metadata, left, node, right of some lines, as text on one line."""
        table = self[start : start + lines]._inner.table()
        names = ["document", *self._inner.metadata, "left", "node", "right"]
        columns = [[cell(value) for value in table.column(name)] for name in names]
        numbers = [str(start + row) for row in range(len(table))]
        return [list(row) for row in zip(numbers, *columns, strict=True)]

    def __repr__(self) -> str:
        return self.page()

    def _repr_html_(self) -> str:
        rows = self._rows(0, _PAGE_LINES)
        names = ["", "document", *self._inner.metadata, "left", "node", "right"]
        aligns = ["right", *["left"] * (len(names) - 4), "right", "center", "left"]
        caption = self._caption()
        if len(self) > len(rows):
            caption += f"; lines 0 to {len(rows) - 1} shown"
        flipped = _display.is_right_to_left(row[-2] for row in rows)
        return _html.table(names, rows, aligns, caption, right_to_left=flipped)
