"""Concordances: every occurrence of a word, with the words before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, overload

from hustings import _display, _html
from hustings._arguments import (
    both_sides,
    chosen_syntax,
    fraction,
    slot_range,
    whole_number,
    words_of,
)
from hustings._display import counted
from hustings._json import parsed
from hustings.errors import InputTypeError
from hustings.results import Result, Table, Value, cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hustings import _core
    from hustings._codes import Code
    from hustings.coding import Coding
    from hustings.corpus import Condition

    Patterns = str | Sequence[str]
    Slots = int | tuple[int, int] | None

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
    copies
        For how many lines it stands, itself included, after `dedupe`.
    """

    document: str
    position: int
    start: int
    end: int
    left: str
    node: str
    right: str
    text_hash: str
    copies: int = 1

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

    Lines are positions until they are shown: no operation builds strings, and each gives a new
    concordance. Indexing gives a `ConcordanceLine`, slicing a shorter concordance. As a table it
    has the columns document, position, start, end, left, node, right, the metadata chosen and,
    after `dedupe`, copies.
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
            *(["copies"] if self._inner.has_copies else []),
        ]

    def sort(self, keys: Patterns) -> Concordance:
        """Order the lines by words around the node, or by metadata.

        Parameters
        ----------
        keys
            Keys separated by spaces, the first of which weighs most; or a list of them, for columns
            whose names have spaces.

            `L1`, `L2`, … are the words left of the node, `R1`, `R2`, … right of it, `node` is the
            node, by its first 16 words. Words are ordered by letters first, then accents, case
            ignored; where a line has no such word it comes first. `R1:reversed` orders by the ends
            of words. `R1:frequency` puts the most frequent words at R1 first, `R1+R2+R3:frequency`
            the most frequent sequences at these slots.

            `document`, `position`, `zone` or a metadata column; missing values come last.

            `:descending` turns a key the other way round. Ties stay in the order of the text.

        Raises
        ------
        UnknownNameError
            For a key that does not exist.

        Examples
        --------
        >>> lines = hs.kwic(["old trust, new trust in us, old trust in them"], "trust")
        >>> [line.left.split()[-1] for line in lines.sort("L1")]
        ['new', 'old', 'old']
        >>> [line.left.split()[-1] for line in lines.sort("L1:frequency")]
        ['old', 'old', 'new']
        """
        return Concordance._wrap(self._inner.sort(words_of(keys)))

    def filter(
        self,
        *,
        contains: Patterns | None = None,
        excludes: Patterns | None = None,
        L: Slots = None,  # noqa: N803 - the name that concordancers give it
        R: Slots = None,  # noqa: N803 - as above
        node: bool = False,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
    ) -> Concordance:
        """Keep the lines that have, or don't have, certain words around the node.

        Parameters
        ----------
        contains
            Keep lines in which this pattern matches, or one of a list, as in `Corpus.kwic`.
        excludes
            Keep lines in which none of these patterns matches.
        L, R
            Where: `R=1` is the word right of the node, `R=(1, 5)` the five words. All of a match
            must lie there, and in the zone.
        node
            The node too. Without `L`, `R` and `node` it is all that the line shows, with the node.
        regex, exact, case_sensitive
            As in `Corpus.kwic`.

        Examples
        --------
        >>> lines = hs.kwic(["mutual trust in us", "trust nobody"], "trust")
        >>> [line.right for line in lines.filter(R=(1, 2), contains="in us")]
        ['in us']
        >>> [line.right for line in lines.filter(L=1, excludes="mutual")]
        ['nobody']
        """
        slots = (slot_range("L", L), slot_range("R", R), node)
        syntax = chosen_syntax(regex=regex, exact=exact)
        return Concordance._wrap(
            self._inner.filter(slots, contains, excludes, syntax, case_sensitive)
        )

    def subset(self, /, **conditions: Condition) -> Concordance:
        """Keep the lines whose documents meet every condition, as in `Corpus.subset`.

        Raises
        ------
        UnknownNameError
            For a column or zone that does not exist.
        ParameterError
            For a value that the column cannot hold.

        Examples
        --------
        >>> lines = hs.sample_corpus().kwic("council")
        >>> len(lines), len(lines.subset(zone="headline", agency="VPS"))
        (39, 1)
        """
        return Concordance._wrap(self._inner.subset(conditions))

    def sample(self, n: int, *, seed: int) -> Concordance:
        """Draw `n` lines at random, in their present order; all of them if there are fewer.

        A line is drawn by a hash of seed, document id and position, so the same seed draws the same
        lines however they were sorted before, and however a corpus of the same documents is built.

        Examples
        --------
        >>> len(hs.kwic(["a b a b a"], "a").sample(2, seed=1))
        2
        """
        return Concordance._wrap(
            self._inner.sample(whole_number("n", n), whole_number("seed", seed))
        )

    def take(
        self,
        numbers: Iterable[int] | None = None,
        *,
        start: int | None = None,
        stop: int | None = None,
        step: int | None = None,
    ) -> Concordance:
        """The lines of these numbers, in their order, or those of a slice.

        `take(start=2, stop=9)` is `lines[2:9]`.

        Examples
        --------
        >>> lines = hs.kwic(["one trust, two trust, three trust"], "trust", window=1)
        >>> [line.left for line in lines.take([2, 0])]
        ['three', 'one']
        """
        if numbers is None:
            return Concordance._wrap(self._inner.slice(slice(start, stop, step)))
        whole = [whole_number("numbers", number) for number in numbers]
        return Concordance._wrap(self._inner.take(whole))

    def dedupe(self, *, similarity: float = 1.0, keep: Patterns = "position") -> Concordance:
        """Leave out lines that show the same, or nearly, as another: reprints.

        Lines are identical if they show the same normal forms around the node. They are similar by
        the Jaccard index of the pairs of neighbouring normal forms that they show: the number of
        pairs that both have, divided by the number that either has. Lines whose windows overlap in
        one text are never duplicates. `copies` says for how many lines each stands.

        Parameters
        ----------
        similarity
            The least index, from 0.1 to 1, at which a line is a duplicate of one that is kept. In
            a window of 5 words on either side, 0.8 forgives a word at the edge, 0.65 one elsewhere.
        keep
            Sort keys: the first of several duplicates in this order is kept, so `"date"` keeps the
            earliest. By default that is the first in the order of the text.

        Examples
        --------
        >>> lines = hs.kwic(["Mutual trust grows.", "mutual trust grows", "We trust."], "trust")
        >>> [(line.node, line.copies) for line in lines.dedupe()]
        [('trust', 2), ('trust', 1)]
        """
        return Concordance._wrap(
            self._inner.dedupe(fraction("similarity", similarity), words_of(keep))
        )

    def group(self, by: Patterns, *, case_sensitive: bool = False) -> Table:
        """How many lines there are of each node, neighbour, zone or metadata value.

        Parameters
        ----------
        by
            `node`, a slot such as `L1` or `R1`, `zone`, `document` or a metadata column, or a list
            of them for each combination.
        case_sensitive
            Tell spellings apart; by default words are grouped by their normal forms.

        Returns
        -------
        Table
            The columns of `by`, `frequency` (lines), `percent` (of all lines) and `documents`; by
            frequency descending, then by the columns. A slot without a word is missing.

        Raises
        ------
        UnknownNameError
            For a name that does not exist.

        Examples
        --------
        >>> lines = hs.kwic(["Trust us. Trust them.", "I trust us."], "trust")
        >>> print(lines.group("R1"))
        R1    frequency  percent  documents
        us            2    66.67          2
        them          1    33.33          1
        2 rows
        """
        return Table._wrap(self._inner.group(by, case_sensitive))

    def patterns(self, slots: Patterns, *, case_sensitive: bool = False) -> Table:
        """How many lines have each sequence of words at some slots.

        Parameters
        ----------
        slots
            Slots separated by spaces, as in `"L1 node R1"`, or a list of them.
        case_sensitive
            Tell spellings apart.

        Returns
        -------
        Table
            `pattern` (the words as they stand in the line), the slots, `frequency` (lines),
            `percent` (of all lines) and `documents`; by frequency descending, then by the slots.

        Raises
        ------
        UnknownNameError
            For anything but slots.

        Examples
        --------
        >>> lines = hs.kwic(["We trust in us. We trust in them."], "trust")
        >>> lines.patterns("L1 R1").column("pattern")
        ['we in']
        """
        return Table._wrap(self._inner.patterns(words_of(slots), case_sensitive))

    def union(self, other: Concordance) -> Concordance:
        """The lines of both, each once, in the order of the text; also written `a | b`.

        Window and metadata columns are those of the first.

        Raises
        ------
        ParameterError
            If the other concordance is of another corpus.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust and peace, peace and trust."])
        >>> [line.node for line in corpus.kwic("peace") | corpus.kwic("trust")]
        ['Trust', 'peace', 'peace', 'trust']
        """
        return Concordance._wrap(self._inner.union(core_of(other)))

    def intersection(self, other: Concordance) -> Concordance:
        """The lines that the other has as well; also written `a & b`.

        Raises
        ------
        ParameterError
            If the other concordance is of another corpus.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust and peace."])
        >>> [line.node for line in corpus.kwic("*") & corpus.kwic("peace")]
        ['peace']
        """
        return Concordance._wrap(self._inner.intersection(core_of(other)))

    def difference(self, other: Concordance) -> Concordance:
        """The lines that the other does not have; also written `a - b`.

        Raises
        ------
        ParameterError
            If the other concordance is of another corpus.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust and peace."])
        >>> [line.node for line in corpus.kwic("*") - corpus.kwic("peace")]
        ['Trust', 'and']
        """
        return Concordance._wrap(self._inner.difference(core_of(other)))

    def __or__(self, other: Concordance) -> Concordance:
        return self.union(other)

    def __and__(self, other: Concordance) -> Concordance:
        return self.intersection(other)

    def __sub__(self, other: Concordance) -> Concordance:
        return self.difference(other)

    def near(self, other: Concordance, *, within: int | tuple[int, int] = 5) -> Concordance:
        """Keep the lines near a line of another concordance, in the same zone.

        Parameters
        ----------
        other
            A concordance of the same corpus.
        within
            How many tokens apart at most; neighbours are 1 apart. A tuple `(left, right)` tells
            the sides apart: with `(0, 5)` the other must stand to the right. Matches that overlap
            are not near each other.

        Raises
        ------
        ParameterError
            If the other concordance is of another corpus, or `within` is 0.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust and peace.", "Peace, not trust."])
        >>> trust, peace = corpus.kwic("trust"), corpus.kwic("peace")
        >>> [line.document for line in trust.near(peace, within=(0, 2))]
        ['text1']
        """
        sides = tuple(within) if isinstance(within, list) else within
        return Concordance._wrap(self._inner.near(core_of(other), both_sides(sides, "within")))

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

    def label(self, column: str, *, values: Sequence[Code], coder: str = "coder") -> Coding:
        """Begin to code the lines: what each of them is, in a column of that name.

        Parameters
        ----------
        column
            What is decided, as in `"stance"`.
        values
            The codes that a line can have: text, numbers or truth values, in their order.
        coder
            Who codes.

        Examples
        --------
        >>> coding = hs.kwic(["We want trust."], "trust").label("stance", values=["for", "against"])
        >>> coding[0] = "for"
        >>> coding.coded("for")[0].node
        'trust'
        """
        from hustings.coding import Coding  # here, as a coding is of a concordance

        return Coding._label(self, column, values, coder)

    @overload
    def __getitem__(self, index: int) -> ConcordanceLine: ...
    @overload
    def __getitem__(self, index: slice) -> Concordance: ...
    @overload
    def __getitem__(self, index: str) -> list[Value]: ...
    def __getitem__(self, index: int | slice | str) -> ConcordanceLine | Concordance | list[Value]:
        if isinstance(index, str):
            return self.column(index)
        if isinstance(index, slice):
            return Concordance._wrap(self._inner.slice(index))
        return self._line(range(len(self))[index])

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
            copies=line.copies,
        )

    def manifest(self) -> dict[str, object]:
        """How the lines came about: corpus, pattern, options, and every step since.

        Each of `steps` has the name of a method as `step`, the `parameters` that repeat it, and the
        numbers of lines `before` and `after` it.

        Examples
        --------
        >>> hs.kwic(["Trust us."], "trust").sort("R1").manifest()["steps"]
        [{'step': 'sort', 'parameters': {'keys': ['R1']}, 'before': 1, 'after': 1}]
        """
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


def core_of(lines: Concordance) -> _core.Concordance:
    """The compiled half of what must be a concordance."""
    if not isinstance(lines, Concordance):
        raise InputTypeError(f"other must be a Concordance, got {type(lines).__name__}")
    return lines._inner
