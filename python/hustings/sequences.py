"""Sequences: n-grams, and clusters around a node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import (
    LARGEST_NARROW,
    chosen_pattern,
    compounds,
    excluded,
    names,
    shown,
    whole_number,
    words_of,
)
from hustings._views import Viewed
from hustings.errors import ParameterError
from hustings.results import Table
from hustings.scores import scored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hustings._arguments import Compound

    Names = str | Sequence[str]
    Patterns = str | Sequence[str]

__all__ = ["SequenceVerbs"]


class SequenceVerbs(Viewed):
    """The questions about sequences; `Corpus` inherits them."""

    __slots__ = ()

    def ngrams(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        n: int,
        *,
        skip: int = 0,
        by: str | Sequence[str] | None = None,
        per: int = 1_000_000,
        measures: str | Sequence[str] | None = None,
        dispersion: str | Sequence[str] | None = None,
        parts: str | Sequence[str] | int = "document",
        min_frequency: int = 1,
        min_documents: int = 1,
        exclude: Iterable[str] = (),
        layer: str | None = None,
        compound: Compound | None = None,
        measure_options: Mapping[str, float | None] | None = None,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each sequence of n terms occurs: ngram, frequency, relative, documents.

        An n-gram lies within one zone. All n-grams of a large corpus are a large table:
        `min_frequency` is heeded before any string is made. Beyond the result about 512 MB are
        held at most, unless one n-gram makes up much of the corpus.

        Parameters
        ----------
        n
            The number of terms, 2 to 5.
        skip
            How many tokens may be left out in between, in all, 0 to 5: skip-grams (Guthrie et al.
            2006, A closer look at skip-gram modelling). Every choice of tokens counts.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`, as in
            `frequencies`.
        per
            The base of the relative frequency, which is frequency x per / tokens of the group. The
            column is `per_million`, or `per_1000` and so on for another base.
        measures
            Names out of `hustings.measures()`. The row is the first n - 1 terms, the column the
            last one: `o11` is the frequency of the n-gram, `r1` that of all that begin with the
            same terms, `c1` that of all that end with the same one, `n` that of all.
        dispersion
            Names out of `hustings.dispersions()` that take counts, such as `"dp"` and `"range"`:
            how evenly an n-gram is spread over the parts of its group, in tokens.
        parts
            What the parts are: `"document"`, metadata columns, or so many equal parts, which do not
            go with compounds. An n-gram is where its first token is.
        min_frequency
            Leave out n-grams that are rarer in their group.
        min_documents
            Leave out n-grams in fewer documents of their group.
        exclude
            Leave out n-grams with a term that a pattern, or any of a list, matches, as in
            `frequencies`. What others are relative to, or scored by, does not change.
        layer
            Count sequences of the values of a layer, as in `frequencies`; none goes over a token
            without a value.
        compound
            Sequences of words that are counted as one term, as in `collocates`.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`; if
            `comparisons` is None it is the number of different n-grams of the group, however rare,
            but for those excluded.
        case_sensitive
            Count sequences of types, which are spellings; by default of normal forms.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            `ngram` has the terms with a space between them; behind `documents` there is a column a
            measure of dispersion; with measures there are `expected` and a column a measure. In the
            order of the groups' values, missing ones last, then by the first measure descending,
            then by frequency descending, then by the terms one after the other. The manifest has
            `base_tokens` and `base_ngrams`, the tokens and the n-grams of each group, and
            `n_parts`, its parts that have tokens.

        Raises
        ------
        ParameterError
            For an n below 2 or above 5, a measure of dispersion that takes positions, or more
            parts than tokens.
        UnknownNameError
            For a column, a layer or a measure that does not exist.
        LimitError
            If there are too many terms and groups to number, which takes millions of terms.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["To be or not to be", "To be sure"])
        >>> corpus.ngrams(2, min_frequency=2).to_polars().rows()
        [('to be', 3, 333333.3333333333, 2)]
        >>> corpus.ngrams(2, skip=1, min_frequency=2, measures="mi").column("ngram")
        ['to be']
        >>> corpus.ngrams(2, min_frequency=2, dispersion=["range", "dp"]).to_polars().rows()
        [('to be', 3, 333333.3333333333, 2, 2, 0.0)]
        """
        return Table._wrap(
            _core.ngrams(
                self._view(zone, voice),
                (
                    whole_number("n", n, least=2, most=5),
                    whole_number("skip", skip, most=LARGEST_NARROW),
                    whole_number("min_documents", min_documents),
                ),
                [] if by is None else by,
                whole_number("per", per, least=1),
                (case_sensitive, layer),
                (whole_number("min_frequency", min_frequency), excluded(exclude)),
                scored(measures, measure_options),
                compounds(compound),
                _spread(dispersion, parts),
            )
        )

    def clusters(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        pattern: Patterns | None = None,
        size: int = 3,
        *,
        cql: str | None = None,
        node_at: Literal["any", "first", "last"] = "any",
        slots: int = 0,
        by: str | Sequence[str] | None = None,
        dispersion: str | Sequence[str] | None = None,
        parts: str | Sequence[str] | int = "document",
        min_frequency: int = 1,
        min_documents: int = 1,
        layer: str | None = None,
        compound: Compound | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each sequence with a node in it occurs: cluster, frequency, documents.

        A cluster lies within one zone. A match counts once for each cluster around it, so one of
        three tokens is in up to three.

        Parameters
        ----------
        pattern, cql, regex, exact
            As in `kwic`.
        size
            How many terms a cluster has, 2 to 10, the node's included. Longer matches are in none.
        node_at
            Whether the node may stand anywhere, or has to begin or to end the cluster.
        slots
            How many of the other terms are left open: `the * of trust` counts all that fit it.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`: clusters are
            counted in each group, whose columns come first.
        dispersion, parts
            As in `ngrams`.
        min_frequency, min_documents
            Leave out clusters that are rarer, or in fewer documents.
        layer
            Clusters of the values of a layer, as in `ngrams`; the node is found as ever, by its
            words. `cql='[lemma="see"]'` is a node by its value.
        compound
            Sequences of words that are counted as one term, as in `collocates`. A node within a
            compound takes all of it along, and counts once if several matches lie within it; the
            name of a compound finds all of it.
        case_sensitive
            Tell `may` and `May` apart, in the pattern as in the clusters; with `cql` in the
            clusters.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            The terms of `cluster` have a space between them, and `*` is an open slot; behind
            `documents` there is a column a measure of dispersion. By group, then by frequency
            descending, then by cluster.

        Raises
        ------
        ParameterError
            For a size out of range, or as many slots as would leave no other word.
        QueryError
            For a malformed regular expression or query, showing where.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["the lack of trust", "the loss of trust"])
        >>> corpus.clusters("trust", 2).to_polars().rows()
        [('of trust', 2, 2)]
        >>> corpus.clusters("trust", 4, slots=1, min_frequency=2).to_polars().rows()
        [('the * of trust', 2, 2)]
        >>> corpus.clusters("trust", 2, compound="of trust")["cluster"]
        ['lack of trust', 'loss of trust']
        """
        wanted, syntax = chosen_pattern(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive and cql is None
        )
        found = Table._wrap(
            _core.clusters(
                self._view(zone, voice),
                wanted,
                (syntax, case_sensitive and cql is None, case_sensitive, layer),
                (
                    whole_number("size", size, most=LARGEST_NARROW),
                    node_at,
                    whole_number("slots", slots, most=LARGEST_NARROW - 1),
                ),
                (
                    whole_number("min_frequency", min_frequency),
                    whole_number("min_documents", min_documents),
                ),
                [] if by is None else by,
                _spread(dispersion, parts),
                compounds(compound),
            )
        )
        if not len(found) and syntax != "cql":
            self._refuse_values([wanted] if isinstance(wanted, str) else wanted, layer)
        return found


def _spread(
    dispersion: str | Sequence[str] | None, parts: str | Sequence[str] | int
) -> _core._Spread | None:
    """Take measures of dispersion, with the columns or the number of parts."""
    if isinstance(parts, (str, list, tuple)):
        by, number = names("parts", parts), None
        if not by:
            raise ParameterError("parts must name one column at least, got none")
    else:
        by, number = [], whole_number("parts", parts)  # type: ignore[arg-type]  # refused there
    if dispersion is not None:
        return words_of("dispersion", dispersion), by, number
    if by not in ("document", ["document"]):
        raise ParameterError(f"parts must be left out without dispersion, got {shown(parts)}")
    return None
