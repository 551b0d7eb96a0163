"""Networks by group: each is that of the group's documents alone."""

import datetime as dt
import json
import math
import random

import hustings as hs
import networkx as nx
import polars as pl
import pytest
from polars.testing import assert_frame_equal

WORDS = ["trust", "peace", "talks", "river", "mutual", "belt", "road", "bank"]
OPTIONS = {"window": 2, "min_frequency": 1, "most": 2}
DAYS = [dt.date(2031, 3, 4), dt.date(2031, 3, 5), None]


def built(seeded, n=40):
    texts = [" ".join(seeded.choices(WORDS, k=seeded.randint(1, 30))) for _ in range(n)]
    metadata = {
        "group": [seeded.choice(["x", "y", None]) for _ in texts],
        "day": [seeded.choice(DAYS) for _ in texts],
    }
    return hs.Corpus.from_texts(texts, format="plain", metadata=metadata)


def cases(number=8):
    return [pytest.param(random.Random(seed), id=str(seed)) for seed in range(number)]


@pytest.mark.parametrize("options", [{"depth": 1}, {"depth": 3}, {"depth": 2, "min_score": 11.0}])
@pytest.mark.parametrize("seeded", cases())
def test_the_network_of_a_group_is_that_of_its_subset(seeded, options):
    corpus = built(seeded)
    nodes = ["talks", "Peace"]
    together = corpus.collocation_network(nodes, by="group", **OPTIONS, **options)
    frame = together.to_polars()
    assert frame.columns[0] == "group"
    assert frame["group"].unique(maintain_order=True).to_list() == ["x", "y", None]
    for group in ("x", "y", None):
        alone = corpus.subset(group=[group]).collocation_network(nodes, **OPTIONS, **options)
        own = [row[1:] for row in frame.rows() if row[0] == group]
        assert own == alone.to_polars().rows()
        shared = [row[1:] for row in together.shared().to_polars().rows() if row[0] == group]
        assert shared == alone.shared().to_polars().rows()


@pytest.mark.parametrize("seeded", cases(3))
def test_groups_are_of_several_columns_and_of_documents(seeded):
    corpus = built(seeded, n=9)
    together = corpus.collocation_network("talks", by=["group", "day"], depth=2, **OPTIONS)
    assert together.columns[:2] == ["group", "day"]
    for group, day in set(zip(together["group"], together["day"], strict=True)):
        alone = corpus.subset(group=[group], day=[day])
        alone = alone.collocation_network("talks", depth=2, **OPTIONS)
        own = [row[2:] for row in together.to_polars().rows() if row[:2] == (group, day)]
        assert own == alone.to_polars().rows()
    by_document = corpus.collocation_network("talks", by="document", **OPTIONS)
    assert set(by_document["document"]) <= set(corpus.documents["id"])
    for id in set(by_document["document"]):  # noqa: A001
        alone = corpus.subset(id=str(id)).collocation_network("talks", **OPTIONS)
        own = [row[1:] for row in by_document.to_polars().rows() if row[0] == id]
        assert own == alone.to_polars().rows()


@pytest.fixture(scope="module")
def network():
    return built(random.Random(5)).collocation_network(
        ["talks", "peace"], by=["group", "day"], depth=2, **OPTIONS
    )


def key_of(*group):
    return ", ".join("" if value is None else str(value) for value in group)


def test_a_network_by_groups_is_a_graph_with_an_edge_a_group(network):
    graph = network.to_networkx()
    assert graph.is_multigraph()
    assert graph.number_of_edges() == len(network)
    for row in network.to_polars().rows(named=True):
        edge = graph.edges[row["source"], row["target"], key_of(row["group"], row["day"])]
        assert {"source": row["source"], "target": row["target"], **edge} == row
        depths = [
            depth - (name == "source")
            for name in ("source", "target")
            for node, depth in zip(network[name], network["depth"], strict=True)
            if node == row["target"]
        ]
        assert graph.nodes[row["target"]]["depth"] == min(depths)


def test_one_group_of_a_network_is_a_plain_graph(network):
    graph = network.to_networkx(group={"group": "x", "day": "2031-03-04"})
    assert not graph.is_multigraph()
    own = [
        (row["source"], row["target"], row["log_dice"])
        for row in network.to_polars().rows(named=True)
        if (row["group"], row["day"]) == ("x", DAYS[0])
    ]
    assert own
    assert sorted(graph.edges(data="log_dice")) == sorted(own)
    assert network.to_networkx(group={"group": None, "day": None}).number_of_edges() > 0


def test_attributes_may_be_called_as_parameters_are():
    corpus = hs.Corpus.from_texts(["trust talks"], metadata={"key": ["a"], "u_of_edge": ["b"]})
    network = corpus.collocation_network("trust", by=["key", "u_of_edge"], min_frequency=1)
    assert network.to_networkx().edges["trust", "talks", "a, b"]["key"] == "a"
    graph = network.to_networkx(group={"key": "a", "u_of_edge": "b"})
    assert graph.edges["trust", "talks"]["u_of_edge"] == "b"


def test_graphs_of_groups_are_written_in_formats_of_other_programs(tmp_path):
    metadata = {"group": ["a, b", "a"], "more": ["c", "b, c"]}
    corpus = hs.Corpus.from_texts(["trust talks", "trust talks"], metadata=metadata)
    network = corpus.collocation_network("trust", by=["group", "more"], min_frequency=1)
    graph = network.to_networkx()
    # Groups that would be written alike are told apart.
    assert sorted(key for *_, key in graph.edges(keys=True)) == ["a, b, c", "a, b, c (2)"]
    nx.write_gexf(graph, tmp_path / "network.gexf")
    read = nx.read_gexf(tmp_path / "network.gexf")
    assert {data["group"] for *_, data in read.edges(data=True)} == {"a, b", "a"}


@pytest.mark.parametrize(
    ("group", "error", "message"),
    [
        ({"group": "z", "day": None}, hs.ParameterError, "group must be one of the table's"),
        ({"group": "x"}, hs.ParameterError, "group must have a value for each of"),
        ("x", hs.InputTypeError, "group must be a dict with a value for each of"),
    ],
)
def test_a_group_that_is_none_is_refused(network, group, error, message):
    with pytest.raises(error, match=message):
        network.to_networkx(group=group)


def test_a_group_of_a_network_without_groups_is_refused():
    network = hs.Corpus.from_texts(["trust talks"]).collocation_network("trust", min_frequency=1)
    with pytest.raises(hs.ParameterError, match="group must be None for a network without by="):
        network.to_networkx(group={"group": "x"})


@pytest.mark.parametrize("name", ["source", "log_dice", "shared", "collocate", "nodes"])
def test_a_group_called_as_another_column_is_refused(name):
    corpus = hs.Corpus.from_texts(["trust talks"], metadata={name: ["a"]})
    with pytest.raises(hs.ParameterError, match=f'"{name}" would stand twice'):
        corpus.collocation_network("trust", by=name, min_frequency=1)


def test_a_column_that_is_none_is_refused():
    with pytest.raises(hs.UnknownNameError, match="year"):
        hs.Corpus.from_texts(["trust talks"]).collocation_network("trust", by="year")


def test_a_network_by_groups_is_replayed(network):
    corpus = built(random.Random(5))
    assert network.manifest()["by"] == ["group", "day"]
    again = hs.replay(json.loads(json.dumps(network.manifest())), corpus)
    assert_frame_equal(again.to_polars(), network.to_polars())


@pytest.mark.parametrize("day", [dt.date(2031, 3, 5), "2031-03-05"])
def test_the_graph_of_a_group_without_edges_has_the_nodes_alone(day):
    metadata = {"group": ["x", "y"], "day": DAYS[:2]}
    corpus = hs.Corpus.from_texts(["trust talks", "river"], metadata=metadata)
    options = {"by": ["group", "day"], "min_frequency": 1}
    network = corpus.collocation_network(["trust", "bank"], **options)
    graph = network.to_networkx(group={"group": "y", "day": day})
    assert dict(graph.nodes(data="depth")) == {"trust": 0, "bank": 0}
    assert graph.number_of_edges() == 0
    assert not graph.is_multigraph()
    with pytest.raises(hs.ParameterError, match="group must be one of the table's"):
        network.to_networkx(group={"group": "x", "day": day})
    again = hs.replay(json.loads(json.dumps(network.manifest())), corpus)
    assert again.manifest() == network.manifest()


def test_groups_without_a_collocate_have_no_edges():
    corpus = hs.Corpus.from_texts(["talks", ""], metadata={"group": ["x", "y"]})
    network = corpus.collocation_network("talks", by="group")
    assert network.columns[0] == "group"
    assert len(network) == len(network.shared()) == 0
    assert network.to_networkx().number_of_nodes() == 0


def test_columns_keep_their_types_where_nothing_is_known_and_groups_their_values():
    times = [dt.datetime(2031, 3, day) for day in (4, 5)]  # noqa: DTZ001 - naive on purpose
    frame = pl.DataFrame({"text": ["a b a"] * 2, "share": [math.nan] * 2, "at": times})
    frame = frame.with_columns(pl.col("at").cast(pl.Datetime("ns", "Europe/Vienna")))
    corpus = hs.Corpus.from_frame(frame)
    types = {"share": pl.Float64, "at": pl.Datetime("ns", "Europe/Vienna")}
    edges = {"source": pl.String, "target": pl.String, "frequency": pl.Int64, "documents": pl.Int64}
    for least, n_rows in [(1, 1), (99, 0)]:
        options = {"min_frequency": least, "measure": "mi"}
        network = corpus.collocation_network("a", by=["share"], **options)
        assert len(network) == n_rows
        own = {**edges, "mi": pl.Float64, "depth": pl.Int64, "shared": pl.Int64}
        assert network.to_polars().schema == {"share": pl.Float64} | own
        by_both = corpus.collocation_network("a", by=["share", "at"], **options)
        assert (len(by_both), by_both.to_polars().schema) == (2 * n_rows, types | own)
        shared = by_both.shared().to_polars()
        own = {"collocate": pl.String, "sources": pl.String, "nodes": pl.Int64}
        assert (len(shared), shared.schema) == (0, types | own)


def test_groups_of_numbers_that_json_has_not_may_have_no_edge():
    shares = pl.Series("share", [math.inf, -math.inf, math.nan, 1.5, math.nan])
    corpus = hs.Corpus.from_texts(["a b", "c", "a", "d", "e"], metadata={"share": shares})
    network = corpus.collocation_network("a", by="share", min_frequency=1)
    assert list(zip(network["share"], network["target"], strict=True)) == [(math.inf, "b")]
    without = network.manifest()["groups_without_edges"]
    assert sorted(map(str, without)) == sorted(["['-inf']", "['nan']", "[1.5]"])
    assert hs.replay(network.manifest(), corpus).to_csv() == network.to_csv()
    for share in (-math.inf, math.nan, 1.5):
        assert list(network.to_networkx(group={"share": share})) == ["a"]
