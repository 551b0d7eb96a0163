"""Collocates, n-grams, clusters and networks: counts of the oracle, scores of the registry."""

import json
import random

import hustings as hs
import oracle_collocations as oracle
import pytest
from polars.testing import assert_frame_equal

WORDS = ["trust", "peace", "talks", "river", "mutual", "belt", "road", "bank"]
COMPOUNDS = [("belt", "road"), ("belt", "road", "bank"), ("mutual", "trust")]
NAMES = [" ".join(words) for words in COMPOUNDS]
GROUPS = ["x", "y"]


def random_documents(seeded, most=6):
    sentence = lambda: seeded.choices(WORDS, k=seeded.randint(1, 9))  # noqa: E731
    paragraph = lambda: [sentence() for _ in range(seeded.randint(1, 4))]  # noqa: E731
    document = lambda: [paragraph() for _ in range(seeded.randint(1, 3))]  # noqa: E731
    return [document() for _ in range(seeded.randint(1, most))]


def built(documents, **options):
    texts = [oracle.text_of(document) for document in documents]
    return hs.Corpus.from_texts(texts, format="plain", **options)


def rows(table):
    return table.to_polars().rows(named=True)


def cases(number=25):
    return [pytest.param(random.Random(seed), id=str(seed)) for seed in range(number)]


# Collocates.

WINDOWS = [(2, 2), (1, 4), (0, 3), (5, 0), "sentence", "paragraph", "zone"]


def expected_rows(found, in_all, n):
    """The rows of collocates but for their order."""
    return {
        term: {
            "frequency": found.frequency(term),
            "left": found.left[term],
            "right": found.right[term],
            "documents": found.documents[term],
            "corpus_frequency": in_all[term],
            "expected": found.window_tokens * in_all[term] / n,
        }
        for term in found.left | found.right
    }


def by_collocate(table, leave_out=("collocate",)):
    return {
        row["collocate"]: {name: value for name, value in row.items() if name not in leave_out}
        for row in rows(table)
    }


@pytest.mark.parametrize("seeded", cases())
@pytest.mark.parametrize("compound", [None, NAMES], ids=["words", "compounds"])
def test_collocates_in_every_window_are_those_of_the_oracle(seeded, compound):
    documents = random_documents(seeded)
    corpus, compounds = built(documents), COMPOUNDS if compound else ()
    in_all = oracle.frequencies(documents, compounds)
    for window in WINDOWS:
        found = corpus.collocates(
            "talks", window=window, min_frequency=1, measures=[], compound=compound
        )
        naive = oracle.collocates(documents, "talks", window, compounds)
        table = corpus.collocates(
            "talks",
            window=window,
            min_frequency=1,
            measures=["g2"],
            direction="both",
            compound=compound,
        )
        expected = expected_rows(naive, in_all, in_all.total())
        assert by_collocate(table, ("collocate", "g2")) == expected
        positive = {row["collocate"] for row in rows(found)}
        assert positive == {
            term for term, row in expected.items() if row["frequency"] >= row["expected"]
        }
        manifest = table.manifest()
        assert manifest["node_frequency"] == naive.matches
        assert manifest["window_tokens"] == naive.window_tokens
        assert manifest["base_tokens"] == [in_all.total()]


@pytest.mark.parametrize("seeded", cases())
@pytest.mark.parametrize("within", ["sentence", "paragraph"])
def test_windows_of_tokens_within_a_sentence_are_those_of_the_oracle(seeded, within):
    documents = random_documents(seeded)
    corpus, in_all = built(documents), oracle.frequencies(documents)
    for window in [(2, 2), (0, 3), (9, 9)]:
        naive = oracle.collocates(documents, "talks", (*window, within))
        table = corpus.collocates(
            "talks",
            window=window,
            within=within,
            min_frequency=1,
            distances=True,
            measures="g2",
            direction="both",
        )
        expected = expected_rows(naive, in_all, in_all.total())
        distances = [f"L{at}" for at in range(window[0], 0, -1)]
        distances += [f"R{at}" for at in range(1, window[1] + 1)]
        assert by_collocate(table, ("collocate", "g2", *distances)) == expected
        for row in rows(table):
            for name in distances:
                distance = int(name[1:]) * (-1 if name[0] == "L" else 1)
                assert row[name] == naive.distances[row["collocate"], distance]
        assert table.manifest()["within"] == within
        assert table.manifest()["window_tokens"] == naive.window_tokens


def test_networks_and_pairs_stay_within_sentences():
    corpus = hs.Corpus.from_texts(["Talks began. Trade grows, talks end. Ships"])
    network = corpus.collocation_network("talks", window=3, within="sentence", min_frequency=1)
    assert sorted(network["target"]) == ["began", "end", "grows", "trade"]
    assert network.manifest()["within"] == "sentence"
    assert hs.replay(network.manifest(), corpus)["target"] == network["target"]
    pairs = corpus.cooccurrences(2, within="sentence", min_frequency=1)
    found = {(row["first"], row["second"]): row["frequency"] for row in pairs}
    near = [("began", "talks"), ("grows", "trade"), ("talks", "trade")]
    near += [("grows", "talks"), ("end", "grows"), ("end", "talks")]
    assert found == dict.fromkeys([tuple(sorted(pair)) for pair in near], 1)
    assert len(corpus.cooccurrences(2, min_frequency=1)) > len(pairs)
    for table in (pairs, corpus.cooccurrences(2, min_frequency=1)):
        assert hs.replay(table.manifest(), corpus).to_csv() == table.to_csv()
    assert len(hs.Corpus.from_texts([""]).cooccurrences(2, within="sentence")) == 0


@pytest.mark.parametrize("seeded", cases(5))
def test_pairs_within_sentences_are_those_of_documents_of_a_sentence_each(seeded):
    documents = random_documents(seeded)
    alone = [[[words]] for document in documents for part in document for words in part]
    whole, apart = built(documents), built(alone)
    columns = ("first", "second", "frequency")
    for window in (1, 3):
        found = whole.cooccurrences(window, within="sentence", min_frequency=1)
        expected = apart.cooccurrences(window, min_frequency=1)
        assert [found[name] for name in columns] == [expected[name] for name in columns]


@pytest.mark.parametrize("seeded", cases(10))
def test_scores_are_those_of_the_plain_numbers_and_the_strongest_come_first(seeded):
    documents = random_documents(seeded)
    names = ["log_ratio", "g2", "log_dice", "t_score"]
    for row, direction in [("windows", "both"), ("node", "positive"), ("windows", "negative")]:
        table = built(documents).collocates(
            "talks", window=3, min_frequency=1, measures=names, row=row, direction=direction
        )
        manifest = table.manifest()
        r1 = manifest["window_tokens" if row == "windows" else "node_frequency"]
        found = rows(table)
        for one in found:
            possible = one["frequency"] <= r1
            for name in names if possible else []:
                score = hs.association(
                    o11=one["frequency"],
                    r1=r1,
                    c1=one["corpus_frequency"],
                    n=manifest["base_tokens"][0],
                    measures=name,
                )[name]
                assert one[name] == score
            if not possible:
                assert one["g2"] is None
                assert one["log_dice"] is not None
        sign = 1 if direction == "negative" else -1
        order = [
            (
                one["log_ratio"] is None,
                sign * (one["log_ratio"] or 0),
                -one["frequency"],
                one["collocate"],
            )
            for one in found
        ]
        assert order == sorted(order)


@pytest.mark.parametrize("seeded", cases(15))
def test_frequencies_by_distance_are_those_of_the_oracle(seeded):
    documents = random_documents(seeded)
    table = built(documents).collocates("peace", window=(2, 3), min_frequency=1, distances=True)
    naive = oracle.collocates(documents, "peace", (2, 3))
    places = {"L2": -2, "L1": -1, "R1": 1, "R2": 2, "R3": 3}
    assert table.columns[-5:] == list(places)
    for row in rows(table):
        distances = {name: row[name] for name in places}
        term = row["collocate"]
        assert distances == {name: naive.distances[term, at] for name, at in places.items()}


@pytest.mark.parametrize("seeded", cases(15))
def test_collocates_by_group_and_node_are_those_of_each_alone(seeded):
    documents = random_documents(seeded)
    labels = [seeded.choice(GROUPS) for _ in documents]
    corpus = built(documents, metadata={"group": labels})
    nodes = {"t": "talks", "either": ["peace", "river"]}
    options = {
        "window": (2, 3),
        "min_frequency": 1,
        "measures": ["log_dice", "conservative_log_ratio"],
        "distances": True,
    }
    together = corpus.collocates(nodes, by="group", **options)
    parts = []
    for group in sorted(set(labels)):
        for name, patterns in nodes.items():
            alone = corpus.subset(group=group).collocates(patterns, **options)
            parts += [{"group": group, "node": name, **row} for row in rows(alone)]
    assert rows(together) == parts


@pytest.mark.parametrize("seeded", cases(10))
def test_marginals_of_the_corpus_are_those_of_all_its_documents(seeded):
    documents = random_documents(seeded)
    labels = [seeded.choice(GROUPS) for _ in documents]
    corpus = built(documents, metadata={"group": labels})
    view = corpus.subset(group=labels[0])
    options = {"window": 2, "min_frequency": 1, "measures": "g2", "direction": "both"}
    in_all = oracle.frequencies(documents)
    for table in (
        view.collocates("talks", marginals="corpus", **options),
        corpus.collocates("talks", marginals="corpus", by="group", **options),
    ):
        assert all(row["corpus_frequency"] == in_all[row["collocate"]] for row in rows(table))
        assert set(table.manifest()["base_tokens"]) == {in_all.total()}
    own = [
        document for document, label in zip(documents, labels, strict=True) if label == labels[0]
    ]
    table = view.collocates("talks", **options)
    in_view = oracle.frequencies(own)
    assert all(row["corpus_frequency"] == in_view[row["collocate"]] for row in rows(table))


def test_terms_that_are_in_no_window_are_given_where_absence_is_asked_for():
    corpus = hs.Corpus.from_texts(["talks peace talks peace river river river trust"])
    table = corpus.collocates(
        "talks",
        window=1,
        measures=["difference_coefficient", "g2"],
        direction="negative",
        min_frequency=0,
        min_documents=0,
    )
    assert table.column("collocate") == ["river", "trust"]
    assert table.column("frequency") == [0, 0]
    assert table.column("difference_coefficient") == [-1, -1]


def test_collocates_in_few_documents_are_left_out():
    corpus = hs.Corpus.from_texts(["talks peace peace", "talks trust", "talks trust"])
    table = corpus.collocates("talks", min_frequency=2, min_documents=2)
    assert table.column("collocate") == ["trust"]


def test_a_window_of_words_does_not_leave_a_voice():
    corpus = hs.Corpus.from_texts(['"We want peace," Tara Vell said. The river rose.'])
    options = {"min_frequency": 1, "window": 9, "measures": "g2", "direction": "both"}
    table = corpus.collocates("peace", voice="quoted", compound="peace Tara", **options)
    assert table.column("collocate") == ["want", "we"]
    assert table.manifest()["base_tokens"] == [3]


def test_what_begins_and_ends_in_another_voice_is_no_compound():
    corpus = hs.Corpus.from_texts(['"We want peace," Tara Vell said, "and mutual trust."'])
    options = {"voice": "narration", "compound": "peace tara vell said and"}
    table = corpus.frequencies(**options)
    assert sorted(table["term"]) == ["said", "tara", "vell"]
    assert table.manifest()["base_tokens"] == [3]


# N-grams.


@pytest.mark.parametrize("seeded", cases())
@pytest.mark.parametrize("compound", [None, NAMES], ids=["words", "compounds"])
def test_sequences_and_their_tables_are_those_of_the_oracle(seeded, compound):
    documents = random_documents(seeded)
    corpus = built(documents)
    for n, skip in [(2, 0), (2, 1), (3, 0), (3, 2), (4, 1), (5, 0)]:
        frequency, in_documents, first, last = oracle.ngrams(
            documents, n, skip, COMPOUNDS if compound else ()
        )
        table = corpus.ngrams(n, skip=skip, measures=["mu", "g2"], compound=compound)
        total = frequency.total()
        expected = {
            " ".join(words): (
                times,
                in_documents[words],
                first[words[:-1]] * last[words[-1]] / total,
            )
            for words, times in frequency.items()
        }
        found = rows(table)
        assert {
            row["ngram"]: (row["frequency"], row["documents"], row["expected"]) for row in found
        } == expected
        assert table.manifest()["base_ngrams"] == [total]
        for row in found:
            assert row["mu"] == pytest.approx(row["frequency"] / row["expected"])
        order = [(-row["mu"], -row["frequency"]) for row in found]
        assert order == sorted(order)


@pytest.mark.parametrize("seeded", cases(10))
def test_a_minimal_frequency_changes_no_score(seeded):
    documents = random_documents(seeded)
    corpus = built(documents)
    for n, skip in [(2, 0), (2, 2), (3, 1)]:
        all_rows = rows(corpus.ngrams(n, skip=skip, measures=["log_dice", "g2"]))
        table = corpus.ngrams(
            n, skip=skip, measures=["log_dice", "g2"], min_frequency=3, min_documents=2
        )
        kept = [row for row in all_rows if row["frequency"] >= 3 and row["documents"] >= 2]
        assert rows(table) == kept


@pytest.mark.parametrize("seeded", cases(10))
def test_sequences_by_group_are_those_of_each_alone(seeded):
    documents = random_documents(seeded)
    labels = [seeded.choice(GROUPS) for _ in documents]
    corpus = built(documents, metadata={"group": labels})
    options = {"skip": 1, "measures": ["g2", "mi"], "compound": NAMES}
    together = corpus.ngrams(2, by="group", **options)
    parts = [
        {"group": group, **row}
        for group in sorted(set(labels))
        for row in rows(corpus.subset(group=group).ngrams(2, **options))
    ]
    assert rows(together) == parts


# Compounds.


@pytest.mark.parametrize("seeded", cases())
def test_frequencies_with_compounds_are_those_of_the_oracle(seeded):
    documents = random_documents(seeded)
    labels = [seeded.choice(GROUPS) for _ in documents]
    corpus = built(documents, metadata={"group": labels})
    table = corpus.frequencies(compound=NAMES)
    expected = oracle.frequencies(documents, COMPOUNDS)
    assert dict(zip(table["term"], table["frequency"], strict=True)) == expected
    assert table.manifest()["base_tokens"] == [expected.total()]
    by_group = rows(corpus.frequencies(by="group", compound=NAMES))
    for group in set(labels):
        own = [document for document, of in zip(documents, labels, strict=True) if of == group]
        found = {row["term"]: row["frequency"] for row in by_group if row["group"] == group}
        assert found == oracle.frequencies(own, COMPOUNDS)


def test_a_compound_may_have_the_name_of_a_word_and_several_patterns():
    corpus = hs.Corpus.from_texts(["The BRI is the Belt and Road Initiative. Belt and road!"])
    named = {"BRI": ["belt and road initiative", "Belt and Road"]}
    table = corpus.frequencies(compound=named, min_frequency=2)
    assert dict(zip(table["term"], table["frequency"], strict=True)) == {"bri": 3, "the": 2}
    cased = corpus.frequencies(compound=named, case_sensitive=True)
    assert dict(zip(cased["term"], cased["frequency"], strict=True))["BRI"] == 2


def test_a_node_within_a_compound_takes_the_compound_along():
    corpus = hs.Corpus.from_texts(["new belt and road plan"])
    table = corpus.collocates("road", window=1, min_frequency=1, compound="belt and road")
    assert sorted(table.column("collocate")) == ["new", "plan"]


# Clusters.


@pytest.mark.parametrize("seeded", cases(15))
def test_clusters_are_those_of_the_oracle(seeded):
    documents = random_documents(seeded)
    corpus = built(documents)
    for size, node_at, slots in [(2, "any", 0), (3, "any", 1), (4, "first", 1), (3, "last", 0)]:
        frequency, in_documents = oracle.clusters(documents, "talks", size, node_at, slots)
        table = corpus.clusters("talks", size, node_at=node_at, slots=slots)
        found = [(row["cluster"], row["frequency"], row["documents"]) for row in rows(table)]
        order = sorted(frequency, key=lambda cluster: (-frequency[cluster], cluster))
        assert found == [(name, frequency[name], in_documents[name]) for name in order]


# Networks.


@pytest.fixture(scope="module")
def network():
    seeded = random.Random(3)
    documents = random_documents(seeded, most=40)
    corpus = built(documents)
    return corpus, corpus.collocation_network(
        ["talks", "peace"], depth=2, measure="log_dice", window=2, min_frequency=1, most=2
    )


def test_the_edges_of_a_network_are_the_first_collocates_of_its_nodes(network):
    corpus, edges = network
    found = rows(edges)
    for source in dict.fromkeys(row["source"] for row in found):
        table = corpus.collocates(
            source, window=2, min_frequency=1, measures="log_dice", exact=True
        )
        expected = list(zip(table["collocate"], table["log_dice"], strict=True))[:2]
        own = [(row["target"], row["log_dice"]) for row in found if row["source"] == source]
        assert own == expected
    first = [row["target"] for row in found if row["depth"] == 1]
    second = {row["source"] for row in found if row["depth"] == 2}
    assert second == set(first) - {"talks", "peace"}


def test_shared_collocates_are_those_of_several_nodes(network):
    _, edges = network
    found = rows(edges)
    for row in found:
        sources = {other["source"] for other in found if other["target"] == row["target"]}
        assert row["shared"] == len(sources)
    shared = rows(edges.shared())
    assert {row["collocate"] for row in shared} == {
        row["target"] for row in found if row["shared"] > 1
    }


def test_a_network_is_a_graph_of_networkx(network):
    _, edges = network
    graph = edges.to_networkx()
    assert graph.number_of_edges() == len(edges)
    row = rows(edges)[0]
    assert graph.edges[row["source"], row["target"]]["log_dice"] == row["log_dice"]
    assert graph.nodes["talks"]["depth"] == graph.nodes["peace"]["depth"] == 0


def test_a_network_without_a_collocate_has_no_edges():
    network = hs.Corpus.from_texts(["talks"]).collocation_network("talks")
    assert len(network) == len(network.shared()) == 0
    assert network.to_networkx().number_of_nodes() == 0


# What is refused.

BAD = {
    "a window that is none": ({"window": "page"}, hs.UnknownNameError, '"zone"'),
    "a direction that is none": ({"direction": "up"}, hs.UnknownNameError, '"negative"'),
    "marginals that are none": ({"marginals": "all"}, hs.UnknownNameError, '"subset"'),
    "a row that is none": ({"row": "r1"}, hs.UnknownNameError, '"windows"'),
    "a measure that is none": ({"measures": "pmi"}, hs.UnknownNameError, '"log_dice"'),
    "distances in sentences": (
        {"distances": True, "window": "sentence"},
        hs.ParameterError,
        "need a window of tokens",
    ),
    "tokens within nothing known": (
        {"within": "page"},
        hs.UnknownNameError,
        "within",
    ),
    "a sentence within a sentence": (
        {"window": "sentence", "within": "sentence"},
        hs.ParameterError,
        "within needs a window of tokens",
    ),
    "a number to be within": ({"within": 3}, hs.InputTypeError, "within must be"),
    "very many distances": (
        {"distances": True, "window": 101},
        hs.ParameterError,
        "200 at most",
    ),
    "an option that is none": (
        {"measures": "mi", "measure_options": {"beta": 1}},
        hs.ParameterError,
        "got 'beta'",
    ),
    "options that are no dict": (
        {"measures": "mi", "measure_options": 3},
        hs.InputTypeError,
        "must be a dict",
    ),
    "a compound of a number": ({"compound": [3]}, hs.InputTypeError, "compound must be"),
    "a number for compounds": ({"compound": 3}, hs.InputTypeError, "compound must be"),
    "a compound without patterns": ({"compound": {"a": []}}, hs.InputTypeError, "compound must"),
    "a compound of marks": ({"compound": "..."}, hs.HustingsError, "word"),
    "a compound without a name": ({"compound": {" ": "trust"}}, hs.ParameterError, "have a name"),
    "a group like a column": ({"by": "collocate"}, hs.ParameterError, "differ in name"),
    "a column that is none": ({"by": "year"}, hs.UnknownNameError, "year"),
}


@pytest.mark.parametrize("name", BAD)
def test_questions_that_make_no_sense_are_refused(name):
    options, error, message = BAD[name]
    corpus = hs.Corpus.from_texts(["talks trust"], metadata={"collocate": ["a"]})
    with pytest.raises(error, match=message):
        corpus.collocates("talks", **{"min_frequency": 1, **options})


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda c: c.ngrams(2, skip=6), "skip must be at most 5"),
        (lambda c: c.clusters("talks", 1), "size must be 2 to 10"),
        (lambda c: c.clusters("talks", 11), "size must be 2 to 10"),
        (lambda c: c.clusters("talks", 3, slots=2), "slots must leave"),
        (lambda c: c.collocation_network([]), "nodes must hold"),
        (lambda c: c.collocation_network("talks", depth=0), "depth must be at least 1"),
        (lambda c: c.collocates({}), "either pattern or cql must be given"),
    ],
)
def test_numbers_out_of_range_are_refused(ask, message):
    with pytest.raises(hs.ParameterError, match=message):
        ask(hs.Corpus.from_texts(["talks trust"]))


def test_an_empty_corpus_has_no_collocates_sequences_or_clusters():
    corpus = hs.Corpus.from_texts([])
    assert len(corpus.collocates("talks", measures="g2")) == 0
    assert len(corpus.ngrams(3, skip=1, measures="g2")) == 0
    assert len(corpus.clusters("talks", 3)) == 0
    assert len(corpus.frequencies(compound="belt and road")) == 0


def test_the_verbs_are_replayed_with_all_their_options():
    texts = ["talks on mutual trust and peace", "peace talks on trust, no talks on peace"]
    corpus = hs.Corpus.from_texts(texts, metadata={"group": ["x", "y"]})
    options = {"measures": ["mi", "g2"], "measure_options": {"alpha": 0.01, "comparisons": 7}}
    for result in (
        corpus.collocates(
            {"a": "talks", "b": ["peace", "trust"]},
            window=(1, 2),
            min_frequency=1,
            by="group",
            marginals="corpus",
            row="node",
            direction="both",
            distances=True,
            compound={"mt": "mutual trust"},
            **options,
        ),
        corpus.collocates("talks", window="sentence", min_frequency=1, measures="g2"),
        corpus.ngrams(2, skip=1, compound=["mutual trust"], min_documents=1, **options),
        corpus.clusters("talks", 3, slots=1, node_at="any", min_frequency=1),
        corpus.clusters(cql='"talks"', size=2),
        corpus.frequencies(compound={"mt": ["mutual trust", "peace talks"]}),
        corpus.collocation_network(["talks", "peace"], depth=2, window=2, min_frequency=1, most=3),
    ):
        again = hs.replay(json.loads(json.dumps(result.manifest())), corpus)
        assert type(again) is type(result)
        assert_frame_equal(again.to_polars(), result.to_polars())


def test_the_strongest_of_those_that_are_rarer_than_expected_come_first():
    texts = ["trust a b c d e f g", "a a a b x y z w", "a b b b c x y z", "trust c d e f g h i"]
    table = hs.Corpus.from_texts(texts * 5).collocates(
        "trust", window=7, measures="fisher_left", direction="negative", min_frequency=1
    )
    assert len(table) > 1
    assert table["fisher_left"] == sorted(table["fisher_left"], reverse=True)
