"""Compounds in every verb: as in a corpus whose texts have them joined into one word each."""

import json
import random
import re

import hustings as hs
import pytest
from polars.testing import assert_frame_equal

WORDS = ["trust", "peace", "talks", "river", "mutual", "belt", "road", "bank", "the"]
# The longest first, as they are found.
COMPOUNDS = {
    "belt_road_bank": "belt road bank",
    "belt_road": "belt road",
    "mutual_trust": "mutual trust",
}
SEEDS = range(8)
CASES = pytest.mark.parametrize("case_sensitive", [False, True], ids=["folded", "cased"])


def joined(text, case_sensitive):
    """The text with each compound as one word, which underscores keep together."""
    flags = 0 if case_sensitive else re.IGNORECASE
    units = "|".join(rf"\b{pattern}\b" for pattern in COMPOUNDS.values())
    return re.sub(units, lambda found: found[0].replace(" ", "_"), text, flags=flags)


def random_texts(seeded, n=24):
    def word():
        chosen = seeded.choice([*WORDS, *COMPOUNDS.values()])
        return chosen.capitalize() if seeded.random() < 0.2 else chosen

    return [" ".join(word() for _ in range(seeded.randint(0, 40))) for _ in range(n)]


def corpora(seed, *, case_sensitive=False, n=24):
    """A corpus, and the same with compounds joined."""
    seeded = random.Random(seed)
    texts = random_texts(seeded, n)
    metadata = {
        "group": [seeded.choice("xyz") for _ in texts],
        "year": [2000 + seeded.randrange(3) for _ in texts],
    }
    build = lambda texts: hs.Corpus.from_texts(texts, format="plain", metadata=metadata)  # noqa: E731
    return build(texts), build([joined(text, case_sensitive) for text in texts])


def assert_same(table, of_joined):
    assert_frame_equal(table.to_polars(), of_joined.to_polars(), check_exact=True)


# Keyness.

INFERENCE = {
    "measures": ["log_likelihood", "log_ratio", "percent_diff"],
    "direction": "both",
    "resamples": 50,
    "permutations": 99,
    "min_frequency": 1,
}


@CASES
@pytest.mark.parametrize("significance", ["permutation", "rank_sum"])
@pytest.mark.parametrize("seed", SEEDS)
def test_keyness_with_its_inference_counts_a_compound_once(seed, significance, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {**INFERENCE, "significance": significance, "case_sensitive": case_sensitive}
    tables = [
        corpus.subset(group="x").keyness(**options, **more)
        for corpus, more in ((plain, {"compound": COMPOUNDS}), (one, {}))
    ]
    assert_same(*tables)
    assert {"mutual_trust", "belt_road"} <= set(tables[0]["term"])
    for name in ("compared_tokens", "compared_documents", "terms_compared", "tests"):
        assert tables[0].manifest()[name] == tables[1].manifest()[name]


@pytest.mark.parametrize("seed", SEEDS)
def test_groups_other_corpora_and_lists_are_compared_with_compounds(seed):
    plain, one = corpora(seed)
    other, other_one = corpora(seed + 100)
    listed = {"Mutual_trust": 7, "peace": 3, "belt": 2}
    for ask in (
        lambda c, _, **more: c.keyness(by="group", **INFERENCE, **more),
        lambda c, o, **more: c.keyness(o, significance="rank_sum", **INFERENCE, **more),
        lambda c, _, **more: c.subset(group="x").keyness(c.subset(group="y"), **INFERENCE, **more),
        lambda c, _, **more: c.keyness(listed, **INFERENCE, **more),
    ):
        assert_same(ask(plain, other, compound=COMPOUNDS), ask(one, other_one))


@pytest.mark.parametrize("pattern", ["b*", ["belt_road", "peace"], ["*t"]])
def test_keyness_of_a_pattern_takes_a_compound_by_its_name(pattern):
    plain, one = corpora(1)
    options = {"by": "group", "pattern": pattern, **INFERENCE}
    assert_same(plain.keyness(compound=COMPOUNDS, **options), one.keyness(**options))


def test_a_name_of_several_words_is_a_pattern_too():
    corpus = hs.Corpus.from_texts(["mutual trust", "trust"], ids=["a", "b"])
    options = {"compound": "mutual trust", "min_frequency": 1, "confidence": None}
    key = corpus.subset(id="a").keyness(pattern="Mutual Trust", **options)
    assert key["term"] == ["mutual trust"]
    with pytest.raises(hs.ParameterError, match="pattern must be one word as it is counted"):
        corpus.subset(id="a").keyness(pattern="trust mutual", **options)


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_a_key_term_is_explained_by_the_lines_that_it_was_counted_in(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {"direction": "both", "min_frequency": 1, "confidence": None, "by": "group"}
    key = plain.keyness(compound=COMPOUNDS, case_sensitive=case_sensitive, **options)
    of_joined = one.keyness(case_sensitive=case_sensitive, **options)
    columns = ["group", "term", "frequency", "reference_frequency"]
    for group, term, *counts in zip(*map(key.column, columns), strict=True):
        lines = key.explain(term, group={"group": group})
        expected = of_joined.explain(term, group={"group": group})
        assert [len(lines.target), len(lines.reference)] == counts
        for own, other in zip(lines, expected, strict=True):
            nodes = [node.replace("_", " ") for node in other.column("node")]
            assert own.column("node") == nodes
            assert own.column("document") == other.column("document")
        again = hs.replay(json.loads(json.dumps(lines.target.manifest())), plain)
        assert again.column("node") == lines.target.column("node")


def test_a_term_that_is_a_word_and_a_compound_is_explained_by_both():
    corpus = hs.Corpus.from_texts(["BRI, the belt and road. Road!", "The river."], ids=["a", "b"])
    named = {"BRI": ["belt and road"], "!!": ["the river"]}
    key = corpus.subset(id="a").keyness(
        compound=named, direction="both", min_frequency=1, confidence=None
    )
    assert key.explain("bri").target.column("node") == ["BRI", "belt and road"]
    assert key.explain("road").target.column("node") == ["Road"]
    assert key.explain("!!").reference.column("node") == ["The river"]


def test_compounds_of_voices_are_those_within_their_words():
    text = 'Tara Vell said: "We want mutual trust." Nilo Orr said: "Trust us, we want mutual gain."'
    corpus = hs.Corpus.from_texts([text])
    key = corpus.keyness(
        voice="Tara Vell",
        reference_voice="Nilo Orr",
        compound={"mutual trust": ["mutual trust", "trust nilo"]},
        direction="both",
        min_frequency=1,
        confidence=None,
    )
    found = zip(key["term"], key["frequency"], key["reference_frequency"], strict=True)
    assert {term: counts for term, *counts in found} == {
        "mutual trust": [1, 0],
        "we": [1, 1],
        "want": [1, 1],
        "trust": [0, 1],
        "us": [0, 1],
        "mutual": [0, 1],
        "gain": [0, 1],
    }
    assert key.manifest()["compared_tokens"] == [[3, 6]]


# Document-term matrices.


@CASES
@pytest.mark.parametrize("by", ["document", "group", ["group", "year"]])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_matrix_has_a_column_for_each_compound(seed, by, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    found = plain.dtm(by, case_sensitive=case_sensitive, compound=COMPOUNDS)
    expected = one.dtm(by, case_sensitive=case_sensitive)
    assert found.terms == expected.terms
    assert set(COMPOUNDS) <= set(found.terms)
    assert (found.to_scipy() != expected.to_scipy()).nnz == 0
    assert_same(found.to_table(), expected.to_table())


# Clusters.


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_clusters_are_of_terms(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    shapes = [(2, "any", 0), (3, "any", 1), (4, "first", 1), (3, "last", 0)]
    for size, node_at, slots in shapes:
        options = {"node_at": node_at, "slots": slots, "case_sensitive": case_sensitive}
        for more in ({}, {"by": "group", "dispersion": ["range", "dp"]}, {"min_frequency": 3}):
            assert_same(
                plain.clusters("talks", size, compound=COMPOUNDS, **options, **more),
                one.clusters("talks", size, **options, **more),
            )


@pytest.mark.parametrize(
    ("node", "of_joined"),
    [
        ("belt road", ["belt_road", "belt_road_bank"]),
        (["belt", "road"], ["belt", "road", "belt_road", "belt_road_bank"]),
        (["mutual trust", "trust", "mutual"], ["mutual", "trust", "mutual_trust"]),
        # Longer than a cluster in tokens, not in terms.
        ("the mutual trust", ["the mutual_trust"]),
    ],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_node_takes_its_compound_along_and_counts_once(seed, node, of_joined):
    plain, one = corpora(seed)
    for size, slots in [(2, 0), (3, 0), (3, 1), (5, 2)]:
        if node == "the mutual trust" and slots + 2 >= size:
            continue
        found = plain.clusters(node, size, slots=slots, compound=COMPOUNDS, by="group")
        assert_same(found, one.clusters(of_joined, size, slots=slots, by="group"))


@CASES
@pytest.mark.parametrize("node", ["belt_road", "Mutual_Trust", "belt_*", ["road", "belt_road"]])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_compound_is_a_node_by_its_name(seed, node, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {"case_sensitive": case_sensitive, "by": "group"}
    # Without what has a word of the compound in it, which a node takes along.
    apart = node if node != ["road", "belt_road"] else ["road", "belt_road", "belt_road_bank"]
    around = {"min_frequency": 1, "measures": ["log_dice", "g2"], "direction": "both", **options}
    for more in ({"window": 2, "distances": True}, {"without_node": True}):
        found = plain.collocates(node, compound=COMPOUNDS, **around, **more)
        assert_same(found, one.collocates(apart, **around, **more))
    found = plain.clusters(node, 3, compound=COMPOUNDS, **options)
    assert_same(found, one.clusters(apart, 3, **options))
    if isinstance(node, str):
        around = {"min_frequency": 1, "depth": 2, **options}
        found = plain.collocation_network(node, compound=COMPOUNDS, **around)
        assert_same(found, one.collocation_network(node, **around))


def test_a_compound_whose_name_is_no_word_is_a_node():
    corpus = hs.Corpus.from_texts(["peace needs mutual trust now"], metadata={"year": [2031]})
    options = {"compound": {"!!": "mutual trust"}}
    table = corpus.collocates("!!", min_frequency=1, window=1, **options)
    assert sorted(table["collocate"]) == ["needs", "now"]
    assert corpus.clusters("!!", 2, **options)["cluster"] == ["!! now", "needs !!"]
    assert corpus.trend("!!", by="year", date="year", **options)["frequency"] == [1]
    assert corpus.dispersion("!!", **options)["frequency"] == [1]


def test_a_node_within_a_compound_leaves_all_of_it_out():
    corpus = hs.Corpus.from_texts(["belt and road x belt", "y belt and road"])
    options = {"min_frequency": 1, "measures": "mi", "direction": "both", "without_node": True}
    table = corpus.collocates("belt and", compound={"BRI": "belt and road"}, **options)
    columns = ("collocate", "frequency", "corpus_frequency")
    assert sorted(zip(*map(table.column, columns), strict=True)) == [
        ("belt", 1, 1),
        ("x", 1, 1),
        ("y", 1, 1),
    ]
    assert table.manifest()["base_tokens"] == [3]


# Trends.

PATTERNS = ["trust", "belt", "belt_road", "mutual_trust", "Mutual_Trust", "peace talks", "b*", "*t"]


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_a_trend_counts_terms(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {
        "by": "year",
        "date": "year",
        "group": "group",
        "resamples": 50,
        "case_sensitive": case_sensitive,
    }
    found = plain.trend(PATTERNS, compound=COMPOUNDS, **options)
    expected = one.trend(PATTERNS, **options)
    assert_same(found, expected)
    assert_same(found.attestations(), expected.attestations())
    words = [".*t", "belt.*", "(mutual|river).*"]
    found = plain.trend(words, regex=True, compound=COMPOUNDS, **options)
    assert_same(found, one.trend(words, regex=True, **options))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_phrase_of_a_trend_cuts_no_compound(seed):
    plain, one = corpora(seed, n=200)
    options = {"by": "year", "date": "year", "resamples": 0}
    for words in (
        "the belt road",
        "belt road",
        "belt road talks",
        "bank mutual trust",
        "road bank",
    ):
        found = plain.trend(words, compound=COMPOUNDS, **options).to_polars()
        expected = one.trend(joined(words, case_sensitive=False), **options).to_polars()
        assert_frame_equal(found.drop("pattern"), expected.drop("pattern"))
    query = plain.trend(cql='"road"%c', compound=COMPOUNDS, **options)
    assert query["frequency"] == one.trend("road", **options)["frequency"]


def test_a_trend_counts_a_compound_by_name_and_the_word_of_that_name():
    texts = ["BRI! The Belt and Road.", "Belt. Road, and the road."]
    corpus = hs.Corpus.from_texts(texts, metadata={"year": [2030, 2031]})
    options = {"by": "year", "date": "year", "resamples": 0}
    trend = corpus.trend(["BRI", "road"], compound={"BRI": "belt and road"}, **options)
    assert trend["frequency"] == [2, 0, 0, 2]
    assert trend["tokens"] == [3, 5, 3, 5]


def test_a_trend_of_a_zone_counts_the_compounds_of_the_zone():
    text = "Mutual trust grows\n\nTALVIK, March 4 (VPS) -- Mutual trust and mutual trust."
    corpus = hs.Corpus.from_texts([text], format="news", metadata={"year": [2031]})
    options = {"by": "year", "date": "year", "resamples": 0, "compound": {"MT": "mutual trust"}}
    assert corpus.trend("MT", zone="body", **options)["frequency"] == [2]
    assert corpus.trend("MT", zone="headline", **options)["tokens"] == [2]


# Cooccurrences, diversity and similarity.


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_pairs_are_of_terms_which_are_one_token_each_in_a_window(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    for window, least, by in [(1, 1, None), (3, 1, "group"), (9, 4, None), (100, 1, "document")]:
        options = {"by": by, "min_frequency": least, "case_sensitive": case_sensitive}
        found = plain.cooccurrences(window, compound=COMPOUNDS, **options)
        assert_same(found, one.cooccurrences(window, **options))


@CASES
@pytest.mark.parametrize("by", [None, "group", "document"])
@pytest.mark.parametrize("seed", SEEDS)
def test_diversity_is_that_of_terms(seed, by, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    sizes = {"window": 10, "segment": 10, "basis": 20, "sample": 12}
    options = {"by": by, "case_sensitive": case_sensitive, **sizes}
    assert_same(plain.diversity(compound=COMPOUNDS, **options), one.diversity(**options))


@CASES
@pytest.mark.parametrize("measure", ["cosine", "jaccard", "jensen_shannon", "burrows_delta"])
@pytest.mark.parametrize("seed", SEEDS)
def test_similarity_is_that_of_terms(seed, measure, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    for by, top in [("document", None), ("group", None), ("document", 3)]:
        options = {"measure": measure, "top": top, "features": 8, "case_sensitive": case_sensitive}
        found = plain.similarity(by, compound=COMPOUNDS, **options)
        assert_same(found, one.similarity(by, **options))


# Dispersion.

SPREAD = [
    *("range", "dp", "dp_norm", "kld_norm", "juilland_d", "carroll_d2"),
    *("arf", "awt", "ald", "f_awt", "f_ald"),
]


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_dispersion_is_that_of_terms(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    for corpora_of in (lambda c: c, lambda c: c.subset(group=["x", "z"])):
        for cut in ({}, {"by": "group"}, {"by": None, "parts": 7}, {"by": None, "parts": 1}):
            options = {"measures": SPREAD, "case_sensitive": case_sensitive, **cut}
            found, expected = (
                corpora_of(corpus).dispersion(**options, **more)
                for corpus, more in ((plain, {"compound": COMPOUNDS}), (one, {}))
            )
            assert_same(found, expected)
            assert found.manifest()["n_parts"] == expected.manifest()["n_parts"]
            found = corpora_of(plain).dispersion(PATTERNS, compound=COMPOUNDS, **options)
            assert_same(found, corpora_of(one).dispersion(PATTERNS, **options))


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_places_in_documents_are_of_terms(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    for by in (None, "group"):
        options = {"by": by, "case_sensitive": case_sensitive}
        found = plain.dispersion_plot(PATTERNS, compound=COMPOUNDS, **options)
        assert_same(found, one.dispersion_plot(PATTERNS, **options))


def test_there_are_no_more_parts_than_terms():
    corpus = hs.Corpus.from_texts(["mutual trust", "trust"])
    options = {"by": None, "measures": "range", "compound": "mutual trust"}
    assert corpus.dispersion("mutual trust", parts=2, **options)["range"] == [1]
    with pytest.raises(hs.ParameterError, match="parts must be between 1 and 2"):
        corpus.dispersion("trust", parts=3, **options)


def test_places_in_a_voice_are_of_the_compounds_of_its_words():
    text = 'Tara Vell said: "We want mutual trust." Nilo Orr said: "Trust us, mutual trust."'
    corpus = hs.Corpus.from_texts([text])
    options = {"measures": ["arf", "awt"], "compound": {"MT": ["mutual trust", "trust nilo"]}}
    one = hs.Corpus.from_texts([text.replace("mutual trust", "MT")])
    for voice in ("Tara Vell", "quoted", "narration"):
        assert_same(
            corpus.dispersion(voice=voice, **options),
            one.dispersion(voice=voice, measures=["arf", "awt"]),
        )


# All verbs.

# Networks.


@CASES
@pytest.mark.parametrize("options", [{}, {"by": "group"}, {"window": (2, 1), "min_score": 11.0}])
@pytest.mark.parametrize("seed", SEEDS)
def test_networks_lead_from_terms_to_terms(seed, options, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    options = {
        "depth": 4,
        "most": 3,
        "min_frequency": 2,
        "case_sensitive": case_sensitive,
        **options,
    }
    nodes = ["talks", "River"]
    found = plain.collocation_network(nodes, compound=COMPOUNDS, **options)
    expected = one.collocation_network(nodes, **options)
    assert_same(found, expected)
    assert_same(found.shared(), expected.shared())


def test_a_network_follows_a_compound_whose_name_is_no_word():
    corpus = hs.Corpus.from_texts(["peace needs mutual trust now"])
    options = {"window": 1, "min_frequency": 1, "depth": 3, "compound": {"!!": "mutual trust"}}
    network = corpus.collocation_network("needs", **options)
    assert [*zip(network["source"], network["target"], strict=True)] == [
        ("needs", "!!"),
        ("needs", "peace"),
        ("!!", "needs"),
        ("!!", "now"),
        ("peace", "needs"),
        ("now", "!!"),
    ]


# Lookup.

TREE = {
    "a": ["trust", "belt_road", "b*", "the * bank", "mutual trust"],
    "b": ["the belt road", "road", "* talks", "peace talks", "belt_road_bank"],
    "c": {"d": ["*_*", "trust peace"], "e": ["m*"]},
}


def tree_of_joined(tree, case_sensitive):
    """The entries as they are, and joined."""
    if isinstance(tree, dict):
        return {name: tree_of_joined(inner, case_sensitive) for name, inner in tree.items()}
    return list(dict.fromkeys([*tree, *(joined(entry, case_sensitive) for entry in tree)]))


@CASES
@pytest.mark.parametrize("unit", ["token", "sentence", "document"])
@pytest.mark.parametrize("overlaps", ["longest", "longest_of_all", "all"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_lookup_counts_terms(seed, overlaps, unit, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    seeded = random.Random(seed)
    options = {
        "unit": unit,
        "overlaps": overlaps,
        "case_sensitive": case_sensitive,
        "by": seeded.choice([None, "group", "document"]),
        "negation": seeded.choice([[], ["the"], ["the belt road", "peace"]]),
        "within": seeded.randint(1, 3),
    }
    negated = {"negation": [joined(word, case_sensitive) for word in options["negation"]]}
    found = plain.lookup(TREE, compound=COMPOUNDS, **options)
    expected = one.lookup(tree_of_joined(TREE, case_sensitive), **{**options, **negated})
    assert_same(found, expected)
    assert found.manifest()["base"] == expected.manifest()["base"]


@CASES
@pytest.mark.parametrize("seed", SEEDS)
def test_a_lookup_by_entry_has_compounds_by_name_and_by_words(seed, case_sensitive):
    plain, one = corpora(seed, case_sensitive=case_sensitive)
    entries = ["belt road", "road", "mutual_trust", "the belt road", "b*"]
    found = plain.lookup(
        {"a": entries}, entries=True, case_sensitive=case_sensitive, compound=COMPOUNDS
    )
    of_joined = [joined(entry, case_sensitive) for entry in entries]
    expected = one.lookup({"a": of_joined}, entries=True, case_sensitive=case_sensitive)
    assert found["frequency"] == expected["frequency"]
    assert found["per_million"] == expected["per_million"]


def test_a_lookup_takes_a_name_of_several_words_and_the_word_of_a_name():
    text = "BRI! The Belt and Road. No belt, no road. A road, the Belt and Road."
    corpus = hs.Corpus.from_texts([text])
    tree = {"plan": ["BRI", "Belt and Road"], "way": ["road", "*road"]}
    options = {"compound": {"BRI": "belt and road"}, "entries": True}
    found = corpus.lookup(tree, **options)
    # What is one term by its words is an entry of these words too.
    assert found["frequency"] == [3, 3, 2, 2]
    named = corpus.lookup(tree, compound="belt and road", entries=True)
    assert named["frequency"] == [1, 2, 2, 4]
    kept = corpus.lookup({"x": ["road"]}, negation="no", within=1, compound="a road")
    assert (kept["frequency"], kept["negated"]) == ([2], [1])


VERBS = {
    "keyness": lambda c, **o: c.keyness(by="group", min_frequency=1, confidence=None, **o),
    "dtm": lambda c, **o: c.dtm("group", **o),
    "clusters": lambda c, **o: c.clusters("trust", 2, **o),
    "trend": lambda c, **o: c.trend("trust", by="year", date="year", resamples=0, **o),
    "cooccurrences": lambda c, **o: c.cooccurrences(2, min_frequency=1, **o),
    "diversity": lambda c, **o: c.diversity(by="group", **o),
    "collocation_network": lambda c, **o: c.collocation_network(
        "talks", depth=2, min_frequency=1, **o
    ),
    "similarity": lambda c, **o: c.similarity("group", **o),
    "dispersion": lambda c, **o: c.dispersion(**o),
    "dispersion of a pattern": lambda c, **o: c.dispersion("MT", **o),
    "dispersion_plot": lambda c, **o: c.dispersion_plot("MT", **o),
    "lookup": lambda c, **o: c.lookup({"a": ["MT", "trust"]}, **o),
}

WITHOUT_LAYER = {"trend", "dispersion of a pattern", "dispersion_plot"}


@pytest.mark.parametrize("verb", VERBS)
def test_a_compound_is_in_the_manifest_and_replayed(verb):
    corpus, _ = corpora(2)
    found = VERBS[verb](corpus, compound={"MT": ["mutual trust", "belt road"]})
    manifest = json.loads(json.dumps(found.manifest()))
    assert manifest["compound"] == {"MT": ["mutual trust", "belt road"]}
    again = hs.replay(manifest, corpus)
    tables = (each.to_table() if verb == "dtm" else each for each in (again, found))
    assert_same(*tables)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("compound", "error", "message"),
    [
        (3, hs.InputTypeError, "compound must be"),
        ({"a": []}, hs.InputTypeError, "compound must be"),
        ({" ": "mutual trust"}, hs.ParameterError, "a compound must have a name"),
        ("...", hs.ParameterError, "a word that the tokenizer keeps"),
    ],
)
def test_what_is_no_compound_is_refused(verb, compound, error, message):
    corpus, _ = corpora(2)
    with pytest.raises(error, match=message):
        VERBS[verb](corpus, compound=compound)


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in WITHOUT_LAYER])
def test_there_are_no_compounds_of_values_of_a_layer(verb):
    rows = {"document": ["a"], "start": [0], "end": [1], "lemma": ["x"]}
    corpus = hs.Corpus.from_texts(["a b"], ids=["a"], metadata={"group": ["x"]}).annotate(rows)
    with pytest.raises(hs.ParameterError, match="compound must not be given for layer"):
        VERBS[verb](corpus, layer="lemma", compound="a b")


def test_clusters_are_not_spread_over_equal_parts_which_cut_compounds():
    corpus, _ = corpora(2)
    with pytest.raises(hs.ParameterError, match="parts must be documents or columns with compound"):
        corpus.clusters("trust", 2, compound="mutual trust", dispersion="dp", parts=2)


def test_an_empty_corpus_has_no_compounds():
    corpus = hs.Corpus.from_texts([], metadata={"group": [], "year": []})
    assert len(corpus.keyness(by="group", compound="mutual trust")) == 0
    assert corpus.dtm(compound="mutual trust").terms == []
    assert len(corpus.clusters("trust", 2, compound="mutual trust")) == 0
    assert len(corpus.cooccurrences(compound="mutual trust")) == 0
    assert len(corpus.similarity(compound="mutual trust")) == 0
