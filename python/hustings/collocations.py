"""Collocations: what stands near a node, in sequences and in networks, and how strongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import (
    LARGEST_NARROW,
    both_sides,
    chosen_pattern,
    compounds,
    fraction,
    whole_number,
)
from hustings._json import serialised
from hustings._libraries import library
from hustings.errors import InputTypeError, ParameterError
from hustings.results import Table
from hustings.scores import scoring

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from hustings._arguments import Compound

    Names = str | Sequence[str]
    Patterns = str | Sequence[str]

__all__ = ["CollocationNetwork", "CollocationVerbs"]

_OPTIONS = {"alpha": 0.05, "comparisons": None, "smoothing": 1, "prior": 500}


class CollocationVerbs:
    """The questions about collocations; `Corpus` inherits them."""

    __slots__ = ()

    _inner: _core.Corpus

    if TYPE_CHECKING:

        def _view(self, zone: Names | None, voice: Names | None) -> _core.Corpus: ...

    def collocates(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        pattern: Patterns | Mapping[str, Patterns] | None = None,
        *,
        cql: str | None = None,
        window: int | tuple[int, int] | str = 5,
        measures: str | Sequence[str] | None = None,
        min_frequency: int = 5,
        min_documents: int = 1,
        by: str | Sequence[str] | None = None,
        marginals: Literal["subset", "corpus"] = "subset",
        row: Literal["windows", "node"] = "windows",
        direction: Literal["positive", "negative", "both"] | None = None,
        distances: bool = False,
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
        measures
            Names out of `hustings.measures()`, where their formulas and sources stand. `o11` is
            the frequency in the windows, `r1` the tokens in all windows, `c1` the frequency in all
            and `n` all tokens (Evert 2008, Corpora and collocations: surface cooccurrence).
        min_frequency
            Leave out terms that are rarer in the windows. With `direction="negative"` and 0 (and
            `min_documents=0`) terms that are in no window are given too.
        min_documents
            Leave out terms in the windows of fewer documents.
        by
            One or more metadata columns, or `"document"`: windows, marginals and ranks are those of
            each group.
        marginals
            `"subset"` compares with what is in view, and in the group; `"corpus"` with all of the
            corpus.
        row
            What `r1` is: `"windows"` for the tokens in the windows; `"node"` for the number of
            matches, with which Sketch Engine and others compute logDice. Measures of tables that
            then cannot be, with an `o11` above `r1`, are missing.
        direction
            `"positive"` for terms at least as frequent as expected, `"negative"` for rarer ones,
            `"both"`. If it is None: positive where measures are asked for, else both.
        distances
            Add a column for each distance, `L5` … `R5`: tokens so far from the nearest match.
        compound
            Sequences of words that are counted as one term: `"Belt and Road Initiative"`, a list,
            or a dict from a name to one or more patterns, as `kwic` takes them. They are found as
            the question is asked; of two that overlap the first counts, or the longer one.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`.
        case_sensitive
            Tell `may` and `May` apart, in the pattern as among the collocates; with `cql` among
            the collocates.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            The groups' columns, `node` (of several nodes), `collocate`, `frequency` (tokens in the
            windows, which is `left` + `right`), `left`, `right`, `documents` (those with the term
            in a window), `corpus_frequency` (tokens in what is compared with), and with measures
            `expected` (r1 c1 / n, in tokens, of the windows) and a column a measure. By group and
            node, then by the first measure, the strongest first, then by frequency descending, then
            by term. The manifest has `node_frequency` (matches), `window_tokens` (tokens in all
            windows), `base_tokens` (n of each group), formulas and options.

        Raises
        ------
        ParameterError
            For a pattern without a word, or a window that is negative or empty on both sides.
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
            (syntax, case_sensitive and cql is None, case_sensitive),
            (window if isinstance(window, str) else both_sides(window), bool(distances)),
            (
                whole_number("min_frequency", min_frequency),
                whole_number("min_documents", min_documents),
            ),
            [] if by is None else by,
            (direction or ("both" if measures is None else "positive"), marginals, row),
            None if measures is None else _scores(measures, measure_options),
            compounds(compound),
        )
        return Table._wrap(table)

    def ngrams(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        n: int,
        *,
        skip: int = 0,
        by: str | Sequence[str] | None = None,
        per: int = 1_000_000,
        measures: str | Sequence[str] | None = None,
        min_frequency: int = 1,
        min_documents: int = 1,
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
            One or more metadata columns, or `"document"`, as in `frequencies`.
        per
            The base of the relative frequency, which is frequency x per / tokens of the group. The
            column is `per_million`, or `per_1000` and so on for another base.
        measures
            Names out of `hustings.measures()`. The row is the first n - 1 terms, the column the
            last one: `o11` is the frequency of the n-gram, `r1` that of all that begin with the
            same terms, `c1` that of all that end with the same one, `n` that of all.
        min_frequency
            Leave out n-grams that are rarer in their group.
        min_documents
            Leave out n-grams in fewer documents of their group.
        layer
            Count sequences of the values of a layer, as in `frequencies`; none goes over a token
            without a value.
        compound
            Sequences of words that are counted as one term, as in `collocates`.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`.
        case_sensitive
            Count sequences of types, which are spellings; by default of normal forms.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            `ngram` has the terms with a space between them; with measures there are `expected` and
            a column a measure. In the order of the groups' values, missing ones last, then by the
            first measure descending, then by frequency descending, then by the terms one after the
            other. The manifest has `base_tokens` and `base_ngrams`, the tokens and the n-grams of
            each group.

        Raises
        ------
        ParameterError
            For an n below 2 or above 5.
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
                whole_number("min_frequency", min_frequency),
                None if measures is None else _scores(measures, measure_options),
                compounds(compound),
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
        min_frequency: int = 1,
        min_documents: int = 1,
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
            How many tokens a cluster has, 2 to 10, the node's included. Longer matches are in none.
        node_at
            Whether the node may stand anywhere, or has to begin or to end the cluster.
        slots
            How many of the other tokens are left open: `the * of trust` counts all that fit it.
        min_frequency, min_documents
            Leave out clusters that are rarer, or in fewer documents.
        case_sensitive
            Tell `may` and `May` apart, in the pattern as in the clusters; with `cql` in the
            clusters.
        zone, voice
            As in `kwic`.

        Returns
        -------
        Table
            The terms of `cluster` have a space between them, and `*` is an open slot. By frequency
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
        """
        wanted, syntax = chosen_pattern(
            pattern, cql, regex=regex, exact=exact, case_sensitive=case_sensitive and cql is None
        )
        return Table._wrap(
            _core.clusters(
                self._view(zone, voice),
                wanted,
                (syntax, case_sensitive and cql is None, case_sensitive),
                (
                    whole_number("size", size, most=LARGEST_NARROW),
                    node_at,
                    whole_number("slots", slots, most=LARGEST_NARROW - 1),
                ),
                (
                    whole_number("min_frequency", min_frequency),
                    whole_number("min_documents", min_documents),
                ),
            )
        )

    def collocation_network(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        nodes: Patterns,
        *,
        depth: int = 1,
        measure: str = "log_dice",
        window: int | tuple[int, int] | str = 5,
        min_frequency: int = 5,
        min_documents: int = 1,
        min_score: float | None = None,
        most: int = 20,
        case_sensitive: bool = False,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> CollocationNetwork:
        """The collocates of nodes, the collocates of these, and so on, as a table of edges.

        Parameters
        ----------
        nodes
            One or more words or phrases, as `kwic` takes them.
        depth
            How many steps lead away from the nodes. At 2 the collocates of the nodes' collocates
            are found too, each taken as it is spelled.
        measure
            The measure of `hustings.measures()` by which collocates are ranked and cut off.
        window, min_frequency, min_documents, case_sensitive, zone, voice
            As in `collocates`.
        min_score
            Leave out collocates that score below it; missing scores are below any.
        most
            The most collocates that are followed from one node, the strongest first.

        Returns
        -------
        CollocationNetwork
            A table of edges: `source` (a node), `target` (its collocate), `frequency`,
            `documents`, the measure, `depth` (steps from the nodes given, from 1) and `shared`
            (of how many sources the target is a collocate). By depth, then by source in the order
            in which they were reached, then by score descending.

        Raises
        ------
        ParameterError
            For a depth or a number of collocates below 1.
        UnknownNameError
            For a measure that does not exist.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network(["bridge", "river"], most=3)
        >>> network.columns
        ['source', 'target', 'frequency', 'documents', 'log_dice', 'depth', 'shared']
        """
        steps = whole_number("depth", depth, least=1)
        limit = whole_number("most", most, least=1)
        least = None if min_score is None else fraction("min_score", min_score)
        level: list[str] = [nodes] if isinstance(nodes, str) else list(nodes)
        if not level:
            raise ParameterError("nodes must hold at least one pattern, got none")
        reached, edges = dict.fromkeys(level), list[_Edge]()
        manifest: dict[str, object] = {}
        for step in range(1, steps + 1):
            found = self.collocates(
                {str(node): node for node in level},
                window=window,
                measures=measure,
                min_frequency=min_frequency,
                min_documents=min_documents,
                exact=step > 1,
                case_sensitive=case_sensitive,
                zone=zone,
                voice=voice,
            )
            manifest = manifest or found.manifest()
            new = _strongest(found, measure, least, limit)
            edges += [(*edge, step) for edge in new]
            targets = dict.fromkeys(str(edge[1]) for edge in new)
            level = [target for target in targets if target not in reached]
            reached |= dict.fromkeys(level)
            if not level:
                break
        for name in ("patterns", "syntax", "node_frequency", "window_tokens", "rows"):
            manifest.pop(name, None)
        manifest |= {
            "verb": "collocation_network",
            "nodes": [nodes] if isinstance(nodes, str) else list(nodes),
            "depth": steps,
            "measure": measure,
            "min_score": least,
            "most": limit,
        }
        return CollocationNetwork._of(edges, measure, manifest)


_Edge = tuple[object, object, object, object, object, int]


class CollocationNetwork(Table):
    """Edges from nodes to their collocates, as a table, and as a graph."""

    __slots__ = ()

    @classmethod
    def _of(
        cls, edges: list[_Edge], measure: str, manifest: dict[str, object]
    ) -> CollocationNetwork:
        sources: dict[object, set[object]] = {}
        for source, target, *_ in edges:
            sources.setdefault(target, set()).add(source)
        names = ["source", "target", "frequency", "documents", measure, "depth"]
        columns: dict[str, list[object]] = {
            name: [edge[place] for edge in edges] for place, name in enumerate(names)
        }
        columns["shared"] = [len(sources[edge[1]]) for edge in edges]
        core = _core.Table.from_columns(columns, serialised(manifest))
        network = object.__new__(cls)
        network._inner = core
        return network

    def shared(self) -> Table:
        """The collocates of more than one node: collocate, sources, nodes.

        Returns
        -------
        Table
            `sources` has the nodes with a comma and a space between them, `nodes` their number. By
            number descending, then by collocate.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network(["bridge", "river"], most=3)
        >>> network.shared().columns
        ['collocate', 'sources', 'nodes']
        """
        sources: dict[str, list[str]] = {}
        for source, target in zip(self["source"], self["target"], strict=True):
            sources.setdefault(str(target), []).append(str(source))
        several = [(target, near) for target, near in sources.items() if len(near) > 1]
        several.sort(key=lambda row: (-len(row[1]), row[0]))
        columns: dict[str, list[object]] = {
            "collocate": [target for target, _ in several],
            "sources": [", ".join(near) for _, near in several],
            "nodes": [len(near) for _, near in several],
        }
        manifest = {**self.manifest(), "table": "shared"}
        return Table._wrap(_core.Table.from_columns(columns, serialised(manifest)))

    def to_networkx(self) -> nx.DiGraph:
        """Give the network as a directed graph of networkx, which must be installed.

        Edges lead from a node to its collocate and have the other columns as attributes. Nodes have
        `depth`, the steps from the nodes that were asked for, which have 0.

        Raises
        ------
        MissingLibraryError
            If networkx is not installed.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network("bridge", most=3)
        >>> network.to_networkx().number_of_edges() == len(network)
        True
        """
        graph = library("networkx", "to_networkx").DiGraph()
        columns = self.columns
        for values in zip(*(self.column(name) for name in columns), strict=True):
            edge = dict(zip(columns, values, strict=True))
            source, target = edge.pop("source"), edge.pop("target")
            depth = edge["depth"]
            for node, steps in ((source, depth - 1), (target, depth)):
                if node not in graph:
                    graph.add_node(node, depth=steps)
            graph.add_edge(source, target, **edge)
        return graph


def _nodes(
    pattern: Patterns | Mapping[str, Patterns] | None,
    cql: str | None,
    *,
    regex: bool,
    exact: bool,
    case_sensitive: bool,
) -> tuple[list[tuple[str | None, Patterns]], str]:
    """Take nodes by name, or one without, and name the syntax of their patterns."""
    single = None if isinstance(pattern, Mapping) and not pattern else pattern
    named = isinstance(single, Mapping)
    wanted, syntax = chosen_pattern(
        "" if named else single,  # type: ignore[arg-type]
        cql,
        regex=regex,
        exact=exact,
        case_sensitive=case_sensitive and cql is None,
    )
    if not isinstance(single, Mapping):
        return [(None, wanted)], syntax
    for name in single:
        if not isinstance(name, str):
            raise InputTypeError(f"names of nodes must be str, got {name!r}")
    return list(single.items()), syntax


def _scores(
    measures: str | Sequence[str], options: Mapping[str, float | None] | None
) -> tuple[str | Sequence[str], float, int | None, float, float]:
    """Take measures and their options."""
    if options is not None and not isinstance(options, Mapping):
        raise InputTypeError(f"measure_options must be a dict, got {type(options).__name__}")
    unknown = [name for name in options or () if name not in _OPTIONS]
    if unknown:
        raise ParameterError(f"measure_options must be among {list(_OPTIONS)}, got {unknown[0]!r}")
    chosen: dict[str, object] = {**_OPTIONS, **(options or {})}
    return scoring(measures, **chosen)  # type: ignore[arg-type]


def _strongest(
    found: Table, measure: str, least: float | None, most: int
) -> list[tuple[object, object, object, object, object]]:
    """The first collocates of each node that score enough."""
    names = ["node", "collocate", "frequency", "documents", measure]
    taken: dict[object, int] = {}
    chosen = []
    for row in zip(*(found.column(name) for name in names), strict=True):
        node, score = row[0], row[-1]
        enough = least is None or (isinstance(score, float) and score >= least)
        if enough and taken.get(node, 0) < most:
            taken[node] = taken.get(node, 0) + 1
            chosen.append(row)
    return chosen
