"""Collocations: what stands near a node, also in networks, and how strongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import (
    chosen_pattern,
    compounds,
    fraction,
    named_sets,
    value_query,
    whole_number,
    window_of,
)
from hustings._json import serialised
from hustings._libraries import library
from hustings._views import Viewed
from hustings.errors import ParameterError
from hustings.results import Table
from hustings.scores import scored, scored_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from hustings._arguments import Compound

    Names = str | Sequence[str]
    Patterns = str | Sequence[str]

__all__ = ["CollocationNetwork", "CollocationVerbs"]


class CollocationVerbs(Viewed):
    """The questions about collocations; `Corpus` inherits them."""

    __slots__ = ()

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
            Collocates are the values of a layer, as in `frequencies`; the node is found as ever.
            Windows are of tokens, and a token without a value is one, in `r1` as in `n`.
        compound
            Sequences of words that are counted as one term: `"Belt and Road Initiative"`, a list,
            or a dict from a name to one or more patterns, as `kwic` takes them. They are found as
            the question is asked; of two that overlap the first counts, or the longer one. A node
            within a compound takes all of it along.
        measure_options
            `alpha`, `comparisons`, `smoothing`, `prior` as in `hustings.association`; if
            `comparisons` is None it is the number of different terms in the windows, whichever of
            them have a row.
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
            (syntax, case_sensitive and cql is None, case_sensitive, layer),
            (window_of(window), distances),
            (
                whole_number("min_frequency", min_frequency),
                whole_number("min_documents", min_documents),
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
        return Table._wrap(table)

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
        layer: str | None = None,
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
        window, min_frequency, min_documents, layer, case_sensitive, zone, voice
            As in `collocates`. With a layer collocates are values of it, and what follows from one
            is around all tokens that have it.
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
            For a depth or a number of collocates below 1, or a score that is not finite.
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
        # A word that is a node is called as it was given, `Trade` where collocates are "trade".
        folded = not case_sensitive and layer is None
        given = {_core.normal_form(node): node for node in reversed(level) if folded}
        manifest: dict[str, object] = {}
        view, near = self._view(zone, voice), window_of(window)
        limits = (
            whole_number("min_frequency", min_frequency),
            whole_number("min_documents", min_documents),
        )
        for step in range(1, steps + 1):
            searched, syntax = _searched(level, layer if step > 1 else None, first=step == 1)
            found = Table._wrap(
                _core.collocates(
                    view,
                    searched,
                    (syntax, case_sensitive and syntax != "cql", case_sensitive, layer),
                    (near, False),
                    limits,
                    [],
                    ("positive", "subset", "windows", False),
                    scored_by([measure], None),
                    [],
                )
            )
            manifest = manifest or found.manifest()
            new = _strongest(found, measure, least, limit)
            new = [(edge[0], given.get(str(edge[1]), edge[1]), *edge[2:]) for edge in new]
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
        manifest: dict[str, object] = {"verb": "shared", "of": self.manifest()}
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
    named = pattern if isinstance(pattern, Mapping) else {}
    wanted, syntax = chosen_pattern(
        [*named] or (None if isinstance(pattern, Mapping) else pattern),
        cql,
        regex=regex,
        exact=exact,
        case_sensitive=case_sensitive and cql is None,
    )
    return named_sets("pattern", named or wanted), syntax


def _searched(
    nodes: list[str], layer: str | None, *, first: bool
) -> tuple[list[tuple[str | None, Patterns]], str]:
    """The nodes of a step by name, and the syntax of their patterns."""
    if layer is not None:
        return [(node, value_query(layer, node)) for node in nodes], "cql"
    return [(node, node) for node in nodes], "glob" if first else "exact"


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
