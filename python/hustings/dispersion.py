"""Dispersion: how evenly words are spread over a corpus, or counts over its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings import _core
from hustings._arguments import (
    chosen_series,
    compounds,
    value_query,
    whole_number,
    whole_numbers,
    words_of,
)
from hustings._checked import checked
from hustings._views import Viewed
from hustings.document_tables import DocumentTable
from hustings.errors import ParameterError
from hustings.results import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hustings._arguments import Compound, Series

    Names = str | Sequence[str]

__all__ = ["DispersionVerbs", "dispersion_of", "dispersions"]

_MEASURES = ("range", "dp", "dp_norm", "kld_norm", "juilland_d", "carroll_d2")


class DispersionVerbs(Viewed):
    """The verbs of a corpus that say how evenly something is spread over it."""

    __slots__ = ()

    def dispersion(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        pattern: Series | None = None,
        *,
        cql: str | None = None,
        by: str | Sequence[str] | None = "document",
        parts: int | None = None,
        measures: str | Sequence[str] = _MEASURES,
        min_frequency: int = 1,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How evenly words or phrases, or all terms, are spread over the parts of the corpus.

        Formula, source and range of every measure are in `hustings.dispersions`. A measure that has
        no value, such as any measure of evenness where nothing occurs, is missing.

        Parameters
        ----------
        pattern, cql, regex, exact
            As in `kwic`, but each pattern of a list is a row of its own; the patterns of a name in
            a dict, as in `{"migration": ["migrant*", "refugee*"]}`, are one row, in which what two
            of them match counts once. Without any, every term is a row.
        by
            What the parts are: `"document"`, or metadata columns by whose values documents are put
            together. A part without tokens in view is no part.
        parts
            So many parts of equal size instead, cut from all documents one behind the other; none
            has more than one token more than another. Goes with `by=None`.
        measures
            Names of `hustings.dispersions`. `arf`, `awt`, `ald`, `f_awt` and `f_ald` take the place
            of each occurrence in all documents one behind the other; parts do not matter to them.
        min_frequency
            Leave out terms that are rarer; patterns are always given.
        case_sensitive
            Tell `may` and `May` apart.
        layer
            Terms are the values of a layer, as in `frequencies`; goes without a pattern. A token
            without a value counts in the sizes of parts.
        compound
            Sequences of words that are one term and one token each, as in `frequencies`: in the
            sizes of parts and in places too. A pattern that is the name of one, or fits it, counts
            it; a word within one does not count.
        zone, voice
            As in `kwic`. Sizes, parts and places are those of the view: a document in which a
            voice says nothing is no part, and places are counted in the words of the view.

        Returns
        -------
        Table
            `pattern` or `term`, `frequency`, and a column a measure. Patterns in their order, terms
            by frequency descending, then by term. A match counts where its first token is. The
            manifest's `n_parts` is the number of parts with tokens.

        Raises
        ------
        UnknownNameError
            For a measure or a column that does not exist.
        ParameterError
            For both `by` and `parts` or neither, for more parts than tokens, and for a layer
            beside a pattern.
        QueryError
            For a malformed regular expression or query, showing where.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["To be or not to be", "To trust", "Trust us"])
        >>> corpus.dispersion(["trust", "be"], measures=["range", "dp"]).to_polars().rows()
        [('trust', 2, 2, 0.6), ('be', 2, 1, 0.4)]
        >>> corpus.dispersion(by=None, parts=2, measures="range", min_frequency=2)["term"]
        ['to', 'be', 'trust']
        >>> corpus.dispersion(["to", "to be"], measures="range", compound="to be")["frequency"]
        [1, 2]
        >>> corpus.dispersion({"either": ["trust", "be"]}, measures="range").to_polars().rows()
        [('either', 4, 3)]
        """
        columns = [] if by is None else by
        number = None if parts is None else whole_number("parts", parts)
        least = whole_number("min_frequency", min_frequency)
        wanted = None
        if layer is not None and (pattern is not None or cql is not None):
            raise ParameterError(
                "layer must be None with a pattern; cql= asks for values, as in "
                f"{value_query(layer, '…')!r}"
            )
        if pattern is not None or cql is not None:
            wanted = chosen_series(
                pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
            )
        return Table._wrap(
            _core.dispersion(
                self._view(zone, voice),
                wanted,
                (columns, number),
                words_of("measures", measures),
                (case_sensitive, layer),
                least,
                compounds(compound),
            )
        )

    def dispersion_plot(
        self,
        pattern: Series | None = None,
        *,
        cql: str | None = None,
        by: str | Sequence[str] | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> DocumentTable:
        """Where in their documents words or phrases occur: one row a match, to be drawn.

        `hustings.plots.dispersion_chart` draws it.

        Parameters
        ----------
        pattern, cql, regex, exact, case_sensitive
            As in `kwic`, but each pattern of a list is told apart; the patterns of a name in a dict
            are one, called by that name.
        by
            One or more metadata columns: each match has the values of its document, and those of
            one group stand together. The document itself is a column already.
        compound
            Sequences of words that are one token each, as in `dispersion`, in `position` and
            `document_tokens` too.
        zone, voice
            As in `kwic`, for the matches. Their places are those in the whole document.

        Returns
        -------
        Table
            The groups' columns; `pattern`; `document`; `position`, that of the first token in its
            document, from 0; `relative_position`, that divided by the document's tokens, from 0 to
            below 1; `start` and `end` in characters; `document_tokens` and `document_characters`,
            of all of the document. In the order of the groups' values, missing ones last, of the
            patterns, then of the text.

        Raises
        ------
        ParameterError
            For a pattern without a word, or both a pattern and a query.
        UnknownNameError
            For a column that does not exist.
        QueryError
            For a malformed regular expression or query, showing where.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Trust us.", "We want trust."])
        >>> corpus.dispersion_plot("trust")["relative_position"]
        [0.0, 0.6666666666666666]
        >>> corpus.dispersion_plot("trust", compound="want trust")["document_tokens"]
        [2]
        >>> hs.sample_corpus().dispersion_plot("trust", by="agency").columns[:3]
        ['agency', 'pattern', 'document']
        """
        wanted, syntax = chosen_series(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
        )
        view = self._view(zone, voice)
        groups = [] if by is None else by
        named = compounds(compound)
        places = _core.dispersion_plot(view, wanted, syntax, case_sensitive, groups, named)
        return DocumentTable._of(places, view)


def dispersions() -> Table:
    """The measures of dispersion: name, formula, symbols, citation, range, caution, takes.

    `caution` says when not to use a measure and where it is missing; `takes` is `"counts"` for what
    is computed from the counts of parts, `"positions"` for what needs the place of each occurrence.
    The same rows are the project's page `docs/dispersions.md`.

    Examples
    --------
    >>> table = hs.dispersions()
    >>> dict(zip(table["name"], table["formula"]))["dp"]
    'Σ |o_i - s_i| / 2'
    """
    return Table._wrap(_core.dispersions())


@checked
def dispersion_of(
    counts: Iterable[int],
    sizes: Iterable[int] | None = None,
    *,
    positions: Iterable[int] | None = None,
    measures: str | Sequence[str] | None = None,
) -> dict[str, int | float | None]:
    """The dispersion of plain numbers: what a paper's table gives, to be checked.

    Formulas and sources are those of `dispersions`. A measure that has no value, such as any
    measure of evenness where nothing occurs, is `None`, never a number that is not one.

    Parameters
    ----------
    counts
        How often something occurs in each part.
    sizes
        The tokens of each part, in the same order. Without them all parts are equally large. A part
        without tokens is no part.
    positions
        For `arf`, `awt`, `ald`, `f_awt` and `f_ald`: the position of each occurrence in all parts
        one behind the other, in tokens from 0, ascending; as many as the counts add up to.
    measures
        One or more names of `dispersions`; by default all that can be computed from what is given.

    Returns
    -------
    dict
        The score of each measure, in the order asked for; `range` is an `int`.

    Raises
    ------
    UnknownNameError
        For a measure that is none, with the names of all.
    ParameterError
        For counts and sizes of different lengths, a count above the tokens of its part, positions
        that do not ascend or of which each part has not as many as it counts, or numbers from 2^53
        on.
    InputTypeError
        For anything but whole numbers.

    Examples
    --------
    >>> hs.dispersion_of([1, 2, 3, 4, 5], [9, 10, 10, 10, 11], measures=["range", "dp"])
    {'range': 5, 'dp': 0.18}
    """
    return _core.dispersion_of(
        whole_numbers("counts", counts),
        None if sizes is None else whole_numbers("sizes", sizes),
        None if positions is None else whole_numbers("positions", positions),
        None if measures is None else words_of("measures", measures),
    )
