"""Collocations: what stands near a node, and how strongly."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import (
    chosen_by_name,
    compounds,
    excluded,
    named_sets,
    whole_number,
    window_of,
    word_of,
)
from hustings._views import Viewed
from hustings.results import Table
from hustings.scores import scored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hustings._arguments import Compound

    Names = str | Sequence[str]
    Patterns = str | Sequence[str]

__all__ = ["CollocationVerbs"]


class CollocationVerbs(Viewed):
    """The questions about collocations; `Corpus` inherits them."""

    __slots__ = ()

    def collocates(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        pattern: Patterns | Mapping[str, Patterns] | None = None,
        *,
        cql: str | None = None,
        window: int | tuple[int, int] | str = 5,
        within: Literal["sentence", "paragraph"] | None = None,
        measures: str | Sequence[str] | None = None,
        min_frequency: int = 5,
        min_documents: int = 1,
        exclude: Iterable[str] = (),
        by: str | Sequence[str] | None = None,
        marginals: Literal["subset", "corpus"] = "subset",
        row: Literal["windows", "node"] = "windows",
        without_node: bool = False,
        direction: Literal["positive", "negative", "both"] | None = None,
        distances: bool = False,
        layer: str | None = None,
        compound: Compound | None = None,
        measure_options: Mapping[str, float | None] | None = None,
        regex: bool = False,
        exact: bool = False,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> Table:
        """How often each term occurs around a word or phrase, how often in all, how strongly.

        A window does not leave its zone, and no token of a match is in any window. A token in
        the windows of two matches counts once, for the nearer, or for the one before it if both
        are equally near; so no term has more in the windows than in the corpus.

        Parameters
        ----------
        pattern, cql, regex, exact
            As in `kwic`. A dict from names to patterns asks for several nodes at once.
        window
            Tokens on either side, or a tuple `(left, right)`; `"sentence"`, `"paragraph"` or
            `"zone"`.
        within
            `"sentence"` or `"paragraph"`: of the tokens on either side only those in the sentence,
            or paragraph, of the match.
        measures
            Names out of `hustings.measures()`, where their formulas and sources stand. `o11` is
            the frequency in the windows, `r1` the tokens in all windows, `c1` the frequency in all
            and `n` all tokens (Evert 2008, Corpora and collocations: surface cooccurrence).
        min_frequency
            Leave out terms that are rarer in the windows. With 0 (and `min_documents=0`) terms that
            are in no window are given too, but for those that are the node wherever they stand;
            not with `direction="positive"`, as none of them is as frequent as expected.
        min_documents
            Leave out terms in the windows of fewer documents.
        exclude
            Leave out terms that a pattern, or any of a list, matches, as in `frequencies`. Windows,
            frequencies and scores of others do not change.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`: windows,
            marginals and ranks are those of each group.
        marginals
            `"subset"` compares with what is in view, and in the group; `"corpus"` with all of the
            corpus.
        row
            What `r1` is: `"windows"` for the tokens in the windows; `"node"` for the number of
            matches, with which Sketch Engine and others compute logDice. Measures of tables that
            then cannot be, with an `o11` above `r1`, are missing.
        without_node
            Leave the tokens of the node out of `n` and of the frequencies of terms, `c1`: they can
            be in no window. So the UCS toolkit and cwb-ccc count; it matters for nodes that make
            up much of a text, as of "the", beside which all else seems associated otherwise.
        direction
            `"positive"` for terms at least as frequent as expected, `"negative"` for rarer ones,
            `"both"`. If it is None: positive where measures are asked for, else both.
        distances
            Add a column for each distance, `L5` … `R5`: tokens so far from the nearest match.
        layer
            Collocates are the values of a layer, as in `frequencies`; the node is found as ever, by
            its words. `cql='[lemma="see"]'` is a node by its value.
            Windows are of tokens, and a token without a value is one, in `r1` as in `n`.
        compound
            Sequences of words that are counted as one term: `"Belt and Road Initiative"`, a list,
            or a dict from a name to one or more patterns, as `kwic` takes them. They are found as
            the question is asked; of two that overlap the first counts, or the longer one. A node
            within a compound takes all of it along, and a pattern that is the name of one, or is a
            word that matches its name, finds all of it.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`; if
            `comparisons` is None it is the number of different terms in the windows, whichever of
            them have a row, and those in no window where these are given.
        case_sensitive
            Tell `may` and `May` apart, in the pattern as among the collocates; with `cql` among
            the collocates.
        zone, voice
            As in `kwic`: windows, frequencies and `n` are those of the view.

        Returns
        -------
        Table
            The groups' columns, `node` (of several nodes), `collocate`, `frequency` (tokens in the
            windows, which is `left` + `right`), `left`, `right`, `documents` (those with the term
            in a window), `corpus_frequency` (tokens in what is compared with), and with measures
            `expected` (r1 c1 / n, in tokens, of the windows) and a column a measure. By group and
            node, then by the first measure, the strongest first, then by frequency descending, then
            by term. The manifest has `node_frequency` (matches), `window_tokens` (tokens in all
            windows), `base_tokens` (n of each group; `without_node` and of several nodes by the
            name of each), formulas and options.

        Raises
        ------
        ParameterError
            For a pattern without a word, a window that is negative or empty on both sides, or
            `within` beside a window that is no number of tokens.
        UnknownNameError
            For a measure, a column or a window that does not exist.
        QueryError
            For a malformed regular expression or query, showing where.

        Examples
        --------
        >>> corpus = hs.Corpus.from_texts(["Mutual trust, mutual gain.", "Trust is mutual."])
        >>> corpus.collocates("trust", window=2, min_frequency=2).to_polars().rows()
        [('mutual', 3, 1, 2, 2, 3)]
        >>> found = corpus.collocates("trust", window=1, measures="log_dice", min_frequency=1)
        >>> found.column("collocate"), found.column("log_dice")
        (['mutual', 'is'], [13.415037499278844, 13.0])
        >>> corpus.collocates("trust", window=2, within="sentence", min_frequency=1)["collocate"]
        ['mutual', 'gain', 'is']
        >>> found = corpus.collocates("gain", window=9, min_frequency=1, compound="mutual trust")
        >>> found.column("collocate")
        ['mutual', 'mutual trust']
        """
        nodes, syntax = _nodes(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive
        )
        table = _core.collocates(
            self._view(zone, voice),
            nodes,
            (syntax, case_sensitive and cql is None, case_sensitive, layer),
            (window_of(window), distances, word_of("within", within)),
            (
                whole_number("min_frequency", min_frequency),
                whole_number("min_documents", min_documents),
                excluded(exclude),
            ),
            [] if by is None else by,
            (
                direction or ("both" if measures is None else "positive"),
                marginals,
                row,
                without_node,
            ),
            scored(measures, measure_options),
            compounds(compound),
        )
        found = Table._wrap(table)
        if not len(found) and syntax != "cql":
            patterns = [[one] if isinstance(one, str) else one for _, one in nodes]
            self._refuse_values(chain.from_iterable(patterns), layer)
        return found


def _nodes(
    pattern: Patterns | Mapping[str, Patterns] | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> tuple[list[tuple[str | None, Patterns]], str]:
    """Take nodes by name, or one without, and name the syntax of their patterns."""
    named, wanted, syntax = chosen_by_name(
        pattern,
        cql,
        regex=regex,
        exact=exact,
        case_sensitive=case_sensitive and cql is None,
    )
    return named_sets("pattern", named or wanted), syntax
