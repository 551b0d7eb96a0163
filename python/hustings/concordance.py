"""Concordances: every occurrence of a word, with the words before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, overload

from hustings import _display, _html, _pages
from hustings._arguments import (
    both_sides,
    chosen_syntax,
    fraction,
    listed,
    named_sets,
    slot_range,
    whole_number,
    whole_numbers,
    window_of,
    words_of,
)
from hustings._json import parsed
from hustings.errors import InputTypeError
from hustings.results import Result, Table, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hustings import _core
    from hustings._arguments import Window
    from hustings._codes import Code
    from hustings.coding import Coding
    from hustings.corpus import Condition

    Patterns = str | Sequence[str]
    Slots = int | tuple[int, int] | None
    Extent = Literal["sentence", "paragraph", "document"]

__all__ = ["Concordance", "ConcordanceLine", "Passage"]

_PAGE_LINES = 20


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
    zone, sentence, acronyms, quotation, speaker, voice, verb, verb_class, citation
        What `with_context` shows beside the line; None if it was not asked for, or is not known.
    metadata
        The columns that `with_metadata` shows, by name; None if there are none.
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
    zone: str | None = None
    sentence: str | None = None
    acronyms: str | None = None
    quotation: str | None = None
    speaker: str | None = None
    voice: str | None = None
    verb: str | None = None
    verb_class: str | None = None
    citation: str | None = None
    metadata: Mapping[str, Value] | None = None

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


class Passage(NamedTuple):
    """A stretch of a text around the node of a line, spelled as in the source.

    Attributes
    ----------
    document
        The id of the document.
    start, end
        Where the stretch begins and ends in the document, in characters, half-open.
    text
        The text.
    node
        Where the node begins and ends in the text, in characters, half-open.
    """

    document: str
    start: int
    end: int
    text: str
    node: tuple[int, int]

    def __str__(self) -> str:
        start, end = self.node
        return f"{self.text[:start]}[{self.text[start:end]}]{self.text[end:]}"

    def _repr_html_(self) -> str:
        return _html.passage(self.text, self.node)


class Concordance(Result):
    """The lines of a search, in an order of their own.

    Lines are positions until they are shown: no operation builds strings, and each gives a new
    concordance. Indexing gives a `ConcordanceLine`, slicing a shorter concordance. As a table it
    has the columns document, position, start, end, left, node, right, the metadata chosen and,
    after `dedupe`, copies.
    """

    __slots__ = ("_built", "_inner")

    _excel_aligns: ClassVar[dict[str, str]] = {"left": "right", "node": "center"}
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

    def __deepcopy__(self, memo: object) -> Concordance:
        """Give the same lines, which nothing changes."""
        return self

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
            *self._inner.contexts,
            *(["copies"] if self._inner.has_copies else []),
        ]

    def sort(self, keys: Patterns, *, locale: str | None = None) -> Concordance:
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
            the most frequent sequences at these slots. `R1.lemma` is the value of the word at R1 in
            a layer of annotation, ordered as words are.

            `document`, `position`, `zone`, `speaker`, `voice`, `verb`, `verb_class` (as in
            `with_context`) or a metadata column; missing values come last.

            `:descending` turns a key the other way round. Ties stay in the order of the text.
        locale
            A language tag such as `"sv"` or `"de-u-co-phonebk"`: words are in the order of its
            alphabet, by the rules of the Unicode CLDR.

        Raises
        ------
        UnknownNameError
            For a key that does not exist.
        ParameterError
            For a locale that is no language tag.

        Examples
        --------
        >>> lines = hs.kwic(["old trust, new trust in us, old trust in them"], "trust")
        >>> [line.left.split()[-1] for line in lines.sort("L1")]
        ['new', 'old', 'old']
        >>> [line.left.split()[-1] for line in lines.sort("L1:frequency")]
        ['old', 'old', 'new']
        >>> lines = hs.kwic(["Åbo trust", "Oslo trust"], "trust")
        >>> [line.left for line in lines.sort("L1", locale="sv")]
        ['Oslo', 'Åbo']
        """
        return Concordance._wrap(self._inner.sort(words_of("keys", keys), locale))

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
        cql: bool = False,
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
        cql
            The patterns are queries in CQL, as docs/query.md describes it.

        Examples
        --------
        >>> lines = hs.kwic(["mutual trust in us", "trust nobody"], "trust")
        >>> [line.right for line in lines.filter(R=(1, 2), contains="in us")]
        ['in us']
        >>> [line.right for line in lines.filter(L=1, excludes="mutual")]
        ['nobody']
        """
        slots = (slot_range("L", L), slot_range("R", R), node)
        syntax = chosen_syntax(regex=regex, exact=exact, cql=cql)
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
        return Concordance._wrap(self._inner.take(whole_numbers("numbers", numbers)))

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
            self._inner.dedupe(fraction("similarity", similarity), words_of("keep", keep))
        )

    def group(self, by: Patterns, *, case_sensitive: bool = False) -> Table:
        """How many lines there are of each node, neighbour, zone or metadata value.

        Parameters
        ----------
        by
            `node`, a slot such as `L1` or `R1`, one of a layer of annotation such as `R1.lemma`,
            `zone`, `speaker`, `voice`, `verb`, `verb_class` (as in `with_context`), `document` or a
            metadata column, or a list of them for each combination. A node is known by its first 16
            words.
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
            Slots separated by spaces, as in `"L1 node R1"` or `"R1.pos R2.pos"`, or a list of them.
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
        return Table._wrap(self._inner.patterns(words_of("slots", slots), case_sensitive))

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
        return Concordance._wrap(self._inner.near(core_of(other), both_sides(within, "within")))

    def with_metadata(self, columns: Patterns, *more: str) -> Concordance:
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
        return Concordance._wrap(self._inner.with_metadata(listed("columns", columns, more)))

    def with_context(self, columns: Patterns, *more: str) -> Concordance:
        """Show beside each line what helps to understand it.

        Parameters
        ----------
        columns, more
            `zone` is the kind of zone. `sentence` is the sentence of the node. `acronyms` are those
            in the line that the document explains as in `Lumen River Council (LRC)`, whether before
            or behind the line. `quotation` is the content of the innermost quotation that the node
            stands in and `speaker` who says it; both are missing in narration, and the speaker
            where the article does not tell. `voice` is `direct`, `mixed`, `indirect` or
            `narration`. `verb` is the reporting verb of that quotation and `verb_class` its class,
            missing where there is none. `citation` is what `line.cite()` gives, for tables that
            leave the notebook: `corpus.cited` leads back from it.

        Raises
        ------
        UnknownNameError
            For anything else.

        Examples
        --------
        >>> lines = hs.kwic(["The Lumen River Council (LRC) met. The LRC agreed."], "agreed")
        >>> lines.with_context("zone", "acronyms")[0].acronyms
        'LRC: Lumen River Council'
        """
        return Concordance._wrap(self._inner.with_context(listed("columns", columns, more)))

    @property
    def window(self) -> Window:
        """What is shown around the nodes, as `with_window` takes it."""
        match self._inner.window:
            case (left, right) if left == right:
                return left
            case window:
                return window

    def with_window(self, window: Window) -> Concordance:
        """Show more or less of the text around the same nodes.

        Parameters
        ----------
        window
            Tokens on either side, or a tuple `(left, right)`; `"sentence"` or `"paragraph"`. A
            paragraph ends with its zone and, within a plain text, at a blank line.

        Examples
        --------
        >>> line = hs.kwic(["Talks failed. In us they trust."], "us", window=1)
        >>> line.with_window("sentence")[0].right
        'they trust.'
        """
        return Concordance._wrap(self._inner.with_window(window_of(window)))

    def expand(self, line: int, *, to: Extent = "paragraph") -> Passage:
        """The sentence, paragraph or document around a line.

        Parameters
        ----------
        line
            The number of the line, from 0.
        to
            `"sentence"`, `"paragraph"` or `"document"`.

        Raises
        ------
        IndexError
            If there is no such line.

        Examples
        --------
        >>> lines = hs.kwic(["Talks failed. In us they trust."], "us", window=0)
        >>> print(lines.expand(0, to="sentence"))
        In [us] they trust.
        """
        found = self._inner.expand(range(len(self))[line], to)
        return Passage(found.document, found.start, found.end, found.text, found.node)

    def highlight(
        self,
        terms: Patterns | Mapping[str, Patterns],
        *,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
    ) -> Concordance:
        """Mark further terms in the lines that are shown, each set of them in its own way.

        In a notebook sets have colours, in a terminal brackets; a legend names them. Of terms that
        overlap the first is marked, then that of the first set, then the longest.

        Parameters
        ----------
        terms
            A pattern, a list of them, or a dict of up to eight sets by name.
        regex, exact, case_sensitive
            As in `Corpus.kwic`.

        Examples
        --------
        >>> lines = hs.kwic(["We hope that trust grows."], "trust")
        >>> print(lines.highlight({"hope": "hop*", "growth": ["grow*"]}).page(width=60))
        0  text1  We [hope] that  trust  {grows}.
        marked: [hope]  {growth}
        1 line; window: 5 tokens on either side
        """
        syntax = chosen_syntax(regex=regex, exact=exact)
        sets = named_sets("terms", terms)
        return Concordance._wrap(self._inner.highlight(sets, syntax, case_sensitive))

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
        beside = self._beside(self._table()) if self._shows_more else None
        return (self._line(number, beside) for number in range(len(self)))

    @property
    def _shows_more(self) -> bool:
        return bool(self._inner.metadata or self._inner.contexts)

    def _beside(self, table: _core.Table) -> dict[str, list[Value]]:
        names = [*self._inner.metadata, *self._inner.contexts]
        return {name: table.column(name) for name in names}

    def _line(self, number: int, beside: dict[str, list[Value]] | None = None) -> ConcordanceLine:
        line = self._inner.line(number)
        row = number
        if beside is None and self._shows_more:
            beside, row = self._beside(self._inner.take([number]).table()), 0
        values = {name: column[row] for name, column in (beside or {}).items()}
        context = {name: _text(values.pop(name)) for name in self._inner.contexts}
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
            metadata=values or None,
            **context,
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
        first, n = whole_number("start", start), whole_number("lines", lines)
        return _pages.page(self._inner, first, n, whole_number("width", width) if width else None)

    def __repr__(self) -> str:
        return self.page()

    def _html(self) -> str:
        return _pages.html(self._inner, len(self))

    def _repr_html_(self) -> str:
        return _pages.html(self._inner, _PAGE_LINES)


def core_of(lines: Concordance) -> _core.Concordance:
    """The compiled half of what must be a concordance."""
    if not isinstance(lines, Concordance):
        raise InputTypeError(f"other must be a Concordance, got {type(lines).__name__}")
    return lines._inner


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
