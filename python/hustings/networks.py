"""Networks of collocations: the collocates of nodes, the collocates of these, and so on."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Literal, cast

from hustings import _core
from hustings._arguments import (
    compounds,
    excluded,
    fraction,
    value_query,
    whole_number,
    window_of,
    word_of,
)
from hustings._groups import group_columns, group_of, identity, written
from hustings._json import serialised
from hustings._libraries import library
from hustings._views import Viewed
from hustings.errors import ParameterError
from hustings.results import Table, cell
from hustings.scores import scored_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx

    from hustings._arguments import Compound
    from hustings.corpus import Corpus
    from hustings.results import Value

    Names = str | Sequence[str]
    Patterns = str | Sequence[str]

__all__ = ["CollocationNetwork", "NetworkVerbs"]


class NetworkVerbs(Viewed):
    """The verb of a corpus that follows collocates; `Corpus` inherits it."""

    __slots__ = ()

    def collocation_network(  # noqa: PLR0913 - one option a question that readers ask of a table
        self,
        nodes: Patterns,
        *,
        depth: int = 1,
        measure: str = "log_dice",
        window: int | tuple[int, int] | str = 5,
        within: Literal["sentence", "paragraph"] | None = None,
        min_frequency: int = 5,
        min_documents: int = 1,
        exclude: Iterable[str] = (),
        min_score: float | None = None,
        most: int = 20,
        by: str | Sequence[str] | None = None,
        layer: str | None = None,
        case_sensitive: bool = False,
        compound: Compound | None = None,
        zone: Names | None = None,
        voice: Names | None = None,
    ) -> CollocationNetwork:
        """The collocates of nodes, the collocates of these, and so on, as a table of edges.

        Parameters
        ----------
        nodes
            One or more words or phrases, as `kwic` takes them. Beside a layer they are values of
            it if all of them are, as collocates and what follows from them are.
        depth
            How many steps lead away from the nodes. At 2 the collocates of the nodes' collocates
            are found too, each taken as it is spelled.
        measure
            The measure of `hustings.measures()` by which collocates are ranked and cut off.
        window, within, min_frequency, min_documents, layer, case_sensitive, zone, voice
            As in `collocates`. With a layer collocates are values of it, and what follows from one
            is around all tokens that have it.
        exclude
            As in `collocates`; what is left out is not followed either.
        compound
            Sequences of words that are counted as one term, as in `collocates`. What follows from
            one is around all of its occurrences, and from a word around those outside of compounds.
        min_score
            Leave out collocates that score below it; missing scores are below any.
        most
            The most collocates that are followed from one node, the strongest first.
        by
            One or more metadata columns, periods (`"date:year"`) or `"document"`: each group has a
            network of its own, that of its documents alone.

        Returns
        -------
        CollocationNetwork
            A table of edges: the groups' columns, `source` (a node), `target` (its collocate),
            `frequency`, `documents`, the measure, `depth` (steps from the nodes given, from 1) and
            `shared` (of how many sources of the group the target is a collocate). By group, then by
            depth, then by source in the order in which they were reached, then by score descending.

        Raises
        ------
        ParameterError
            For a depth or a number of collocates below 1, a score that is not finite, or a compound
            beside a layer.
        UnknownNameError
            For a measure or a column that does not exist.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network(["bridge", "river"], most=3)
        >>> network.columns
        ['source', 'target', 'frequency', 'documents', 'log_dice', 'depth', 'shared']
        >>> options = {"by": "agency", "min_frequency": 2, "most": 1}
        >>> network = hs.sample_corpus().collocation_network("bridge", **options)
        >>> network.columns[:3]
        ['agency', 'source', 'target']
        >>> corpus = hs.Corpus.from_texts(["Free trade grows."])
        >>> options = {"min_frequency": 1, "depth": 2, "compound": "free trade"}
        >>> network = corpus.collocation_network("grows", **options)
        >>> list(zip(network["source"], network["target"]))
        [('grows', 'free trade'), ('free trade', 'grows')]
        """
        steps = whole_number("depth", depth, least=1)
        limit = whole_number("most", most, least=1)
        least = None if min_score is None else fraction("min_score", min_score)
        asked: list[str] = [nodes] if isinstance(nodes, str) else list(nodes)
        if not asked:
            raise ParameterError("nodes must hold at least one pattern, got none")
        columns = _grouping(by, measure)
        # A word that is a node is called as it was given, `Trade` where collocates are "trade".
        folded = not case_sensitive and layer is None
        given = {_core.normal_form(node): node for node in reversed(asked) if folded}
        networks: dict[_Group, _Network] = {}
        level, manifest = asked, dict[str, object]()
        view, near, named = self._view(zone, voice), window_of(window), compounds(compound)
        bounds = word_of("within", within)
        limits = (
            whole_number("min_frequency", min_frequency),
            whole_number("min_documents", min_documents),
            excluded(exclude),
        )
        # A layer that there is not is refused below.
        of_values = (
            layer is not None
            and layer in cast("Corpus", self).layers["layer"]
            and all(self._is_value(node, layer) for node in asked)
        )
        for step in range(1, steps + 1):
            by_value = layer if step > 1 or of_values else None
            searched, syntax = _searched(level, by_value, first=step == 1)
            found = Table._wrap(
                _core.collocates(
                    view,
                    searched,
                    (syntax, case_sensitive and syntax != "cql", case_sensitive, layer),
                    (near, False, bounds),
                    limits,
                    columns,
                    ("positive", "subset", "windows", False),
                    scored_by([measure], None),
                    named,
                )
            )
            rows = _by_group(found, columns, measure)
            if step == 1:
                manifest, groups_in = found.manifest(), found._inner
                networks = {group: _Network(level, row) for group, row in _firsts(found, columns)}
            for group, network in networks.items():
                network.grow(step, rows.get(group, {}), (least, limit), given)
            level = list(dict.fromkeys(node for one in networks.values() for node in one.level))
            if not level:
                break
        for name in ("patterns", "syntax", "node_frequency", "window_tokens", "rows"):
            manifest.pop(name, None)
        manifest |= {
            "verb": "collocation_network",
            "nodes": asked,
            "depth": steps,
            "measure": measure,
            "min_score": least,
            "most": limit,
        }
        if columns:
            with_edges = {group for group, network in networks.items() if network.edges}
            groups = _groups_of(Table._wrap(_core.groupings(view, columns)))
            without = [written(group) for group in groups if identity(group) not in with_edges]
            manifest["groups_without_edges"] = without
        return CollocationNetwork._of(groups_in, networks.values(), (columns, measure), manifest)


_Group = tuple[object, ...]
_Edge = tuple[object, object, object, object, object]
# The number of a row that has the values of the group, and the other values.
_Row = tuple[int, tuple[object, ...]]


class _Network:
    """The edges of one group, and the nodes that are followed next."""

    __slots__ = ("edges", "level", "reached", "row")

    def __init__(self, nodes: list[str], row: int) -> None:
        self.row = row
        self.level = list(dict.fromkeys(nodes))
        self.reached = set(nodes)
        self.edges: list[tuple[_Edge, int]] = []

    def grow(
        self,
        step: int,
        rows: Mapping[str, list[_Edge]],
        limits: tuple[float | None, int],
        given: Mapping[str, str],
    ) -> None:
        """Take the next step, given the collocates of nodes, the strongest first."""
        new: list[_Edge] = []
        for node in self.level:
            near = _strongest(rows.get(node, []), *limits)
            new += [(edge[0], given.get(str(edge[1]), edge[1]), *edge[2:]) for edge in near]
        self.edges += [(edge, step) for edge in new]
        targets = dict.fromkeys(str(edge[1]) for edge in new)
        self.level = [target for target in targets if target not in self.reached]
        self.reached.update(self.level)


class CollocationNetwork(Table):
    """Edges from nodes to their collocates, as a table, and as a graph."""

    __slots__ = ()

    @classmethod
    def _of(
        cls,
        found: _core.Table,
        networks: Iterable[_Network],
        names: tuple[list[str], str],
        manifest: dict[str, object],
    ) -> CollocationNetwork:
        """The edges of networks, whose groups are in rows of what was found at first."""
        by, measure = names
        rows: list[_Row] = []
        for network in networks:
            sources: dict[object, set[object]] = {}
            for (source, target, *_), _ in network.edges:
                sources.setdefault(target, set()).add(source)
            edges = network.edges
            rows += [(network.row, (*edge, step, len(sources[edge[1]]))) for edge, step in edges]
        kinds = zip(_own(measure), _OWN_TYPES, strict=True)
        return cls._wrap(_table_of((found, by), [*kinds], rows, manifest))

    def shared(self) -> Table:
        """The collocates of more than one node: collocate, sources, nodes.

        Returns
        -------
        Table
            The groups' columns; `sources` has the nodes of the group with a comma and a space
            between them, `nodes` their number. By group, then by number descending, then by
            collocate.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network(["bridge", "river"], most=3)
        >>> network.shared().columns
        ['collocate', 'sources', 'nodes']
        """
        by = group_columns(self)
        near: dict[_Group, tuple[int, dict[str, list[str]]]] = {}
        edges = zip(*map(self.column, [*by, "source", "target"]), strict=True)
        for row, (*group, source, target) in enumerate(edges):
            _, sources = near.setdefault(identity(group), (row, {}))
            sources.setdefault(str(target), []).append(str(source))
        rows: list[_Row] = []
        for row, targets in near.values():
            several = [(target, found) for target, found in targets.items() if len(found) > 1]
            several.sort(key=lambda one: (-len(one[1]), one[0]))
            rows += [(row, (target, ", ".join(found), len(found))) for target, found in several]
        kinds = [("collocate", "LargeUtf8"), ("sources", "LargeUtf8"), ("nodes", "Int64")]
        manifest: dict[str, object] = {"verb": "shared", "of": self.manifest()}
        return Table._wrap(_table_of((self._inner, by), kinds, rows, manifest))

    def to_networkx(self, *, group: Mapping[str, object] | None = None) -> nx.DiGraph:
        """Give the network as a directed graph of networkx, which must be installed.

        Edges lead from a node to its collocate and have the other columns as attributes. Nodes have
        `depth`, the steps from the nodes that were asked for, which have 0.

        Parameters
        ----------
        group
            Which group is meant, where the network is `by=` columns: a dict with one value for each
            of them, as in `{"agency": "VPS"}`. Without it a network by groups is a `MultiDiGraph`:
            from a node to its collocate there is an edge a group, whose key is the text of the
            group's values with a comma and a space between them, and `depth` of a node is the least
            of all groups. A group without an edge has a graph of the nodes that were asked for
            alone.

        Raises
        ------
        MissingLibraryError
            If networkx is not installed.
        ParameterError
            For a group of a network that has none, or one that is not in the table.

        Examples
        --------
        >>> network = hs.sample_corpus().collocation_network("bridge", most=3)
        >>> network.to_networkx().number_of_edges() == len(network)
        True
        >>> options = {"by": "agency", "min_frequency": 2, "most": 3}
        >>> network = hs.sample_corpus().collocation_network("the", **options)
        >>> network.to_networkx().is_multigraph()
        True
        >>> network.to_networkx(group={"agency": "VPS"}).is_multigraph()
        False
        """
        by = group_columns(self)
        if group is not None and not by:
            raise ParameterError(f"group must be None for a network without by=, got {group!r}")
        manifest = self.manifest()
        others = cast("list[list[Value]]", manifest.get("groups_without_edges", []))
        wanted = None if group is None else (*group_of(self, by, group, others).values(),)
        several = bool(by) and wanted is None
        networkx = library("networkx", "to_networkx")
        graph = networkx.MultiDiGraph() if several else networkx.DiGraph()
        if wanted is not None and [*wanted] in others:
            graph.add_nodes_from(cast("list[str]", manifest["nodes"]), depth=0)
        columns, keys = self.columns, _Keys()
        for values in zip(*(self.column(name) for name in columns), strict=True):
            edge, key = dict(zip(columns, values, strict=True)), values[: len(by)]
            if wanted is not None and identity(key) != identity(wanted):
                continue
            source, target = edge.pop("source"), edge.pop("target")
            depth = edge["depth"]
            for node, steps in ((source, depth - 1), (target, depth)):
                if node not in graph or steps < graph.nodes[node]["depth"]:
                    graph.add_node(node, depth=steps)
            # An attribute may have any name, also one that parameters have.
            place = (source, target, keys.of(key)) if several else (source, target)
            graph.add_edge(*place)
            graph.edges[place].update(edge)
        return graph


class _Keys:
    """Texts for groups, as file formats of graphs have them for edges: each group has its own."""

    __slots__ = ("texts",)

    def __init__(self) -> None:
        self.texts: dict[_Group, str] = {}

    def of(self, group: _Group) -> str:
        """The text of a group: its values as they are shown, numbered if that is taken."""
        own = identity(group)
        if own not in self.texts:
            text, taken = ", ".join(map(cell, group)), set(self.texts.values())
            ways = (text, *(f"{text} ({number})" for number in range(2, len(taken) + 2)))
            self.texts[own] = next(way for way in ways if way not in taken)
        return self.texts[own]


def _groups_of(documents: Table) -> list[_Group]:
    """The groups of documents, in whose table each has the values of its group."""
    groups = zip(*(documents.column(name) for name in documents.columns), strict=True)
    return list({identity(group): group for group in groups}.values())


def _table_of(
    groups: tuple[_core.Table, Sequence[str]],
    kinds: Sequence[tuple[str, str]],
    rows: Sequence[_Row],
    manifest: dict[str, object],
) -> _core.Table:
    """A table of these rows, in columns of these names and types, behind those of their groups."""
    columns = [
        (name, kind, [values[place] for _, values in rows])
        for place, (name, kind) in enumerate(kinds)
    ]
    table, by = groups
    return table.beside((by, [row for row, _ in rows]), columns, serialised(manifest))


def _firsts(found: Table, by: list[str]) -> Iterable[tuple[_Group, int]]:
    """The groups in the order of their rows, each with the number of its first."""
    keys: Iterable[_Group] = zip(*map(found.column, by), strict=True) if by else [()] * len(found)
    firsts: dict[_Group, int] = {}
    for row, key in enumerate(keys):
        firsts.setdefault(identity(key), row)
    return firsts.items()


def _searched(
    nodes: list[str], layer: str | None, *, first: bool
) -> tuple[list[tuple[str | None, Patterns]], str]:
    """The nodes of a step by name, and the syntax of their patterns."""
    if layer is not None:
        return [(node, value_query(layer, node)) for node in nodes], "cql"
    return [(node, node) for node in nodes], "glob" if first else "term"


def _own(measure: str) -> list[str]:
    """The columns of edges beside those of groups."""
    return ["source", "target", "frequency", "documents", measure, "depth", "shared"]


_OWN_TYPES = ("LargeUtf8", "LargeUtf8", "Int64", "Int64", "Float64", "Int64", "Int64")


def _grouping(by: str | Sequence[str] | None, measure: str) -> list[str]:
    """The columns to group by, none of which is called as another."""
    columns = [] if by is None else [by] if isinstance(by, str) else list(by)
    for name in columns:
        if name in {*_own(measure), "collocate", "sources", "nodes"}:
            raise ParameterError(
                "the columns of a table must differ in name, and "
                f'"{name}" would stand twice; rename it'
            )
    return columns


def _by_group(found: Table, by: list[str], measure: str) -> dict[_Group, dict[str, list[_Edge]]]:
    """The collocates of each group by their nodes."""
    groups: dict[_Group, dict[str, list[_Edge]]] = {}
    names = ["node", "collocate", "frequency", "documents", measure]
    keys: Iterable[_Group] = zip(*map(found.column, by), strict=True) if by else repeat(())
    edges = cast("Iterable[_Edge]", zip(*map(found.column, names), strict=True))
    for key, edge in zip(keys, edges, strict=False):
        groups.setdefault(identity(key), {}).setdefault(str(edge[0]), []).append(edge)
    return groups


def _strongest(edges: list[_Edge], least: float | None, most: int) -> list[_Edge]:
    """The first collocates of a node that score enough."""
    enough = [
        edge
        for edge in edges
        if least is None or (isinstance(score := edge[-1], float) and score >= least)
    ]
    return enough[:most]
