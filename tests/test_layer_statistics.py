"""Statistics of the values of a layer, by naive counts of the values that tokens have."""

import random
from collections import Counter
from itertools import combinations, pairwise
from math import log2, sqrt

import hustings as hs
import pytest
from oracle_dispersion import BY_POSITION

ALL = hs.dispersions().column("name")
COUNTED = [name for name in ALL if name not in BY_POSITION]
VALUES = ["go", "go", "be", "Go", "a b", 'q"\\', "N*", None, None]
each_seed = pytest.mark.parametrize("seed", range(4))


class Tagged:
    """A corpus of two segments with a value for most tokens, and the same as lists."""

    def __init__(self, seed):
        rng = random.Random(seed)
        texts = [" ".join(rng.choices("abcd", k=rng.randint(0, 12))) for _ in range(9)]
        whole = hs.Corpus.from_texts(texts[:5]).append(texts[5:])
        self.words = [text.split() for text in texts]
        self.values = [[rng.choice(VALUES) for _ in words] for words in self.words]
        columns = {name: [*whole.tokens()[name]] for name in ("document", "start", "end")}
        columns["lemma"] = [value for values in self.values for value in values]
        self.corpus = whole.annotate(columns)

    def parts(self):
        """The values and the size of each document that has a token."""
        return [(values, len(values)) for values in self.values if values]

    def frequencies(self):
        return Counter(value for values in self.values for value in values if value)


def rows(table):
    return list(zip(*map(table.column, table.columns), strict=True))


@each_seed
def test_dispersion_of_values_is_over_all_tokens(seed):
    tagged = Tagged(seed)
    everything = [value for values in tagged.values for value in values]
    order = sorted(tagged.frequencies().items(), key=lambda row: (-row[1], row[0].encode()))
    expected = []
    for value, frequency in order:
        places = [at for at, found in enumerate(everything) if found == value]
        counts = [values.count(value) for values, _ in tagged.parts()]
        sizes = [size for _, size in tagged.parts()]
        scores = hs.dispersion_of(counts, sizes, positions=places, measures=ALL)
        expected.append((value, frequency, *scores.values()))
    assert rows(tagged.corpus.dispersion(layer="lemma", measures=ALL)) == expected
    without = tagged.corpus.dispersion(layer="lemma", measures=COUNTED)
    assert rows(without) == [row[: 2 + len(COUNTED)] for row in rows(without)]


@each_seed
def test_diversity_of_values_leaves_out_tokens_without_one(seed):
    tagged = Tagged(seed)
    options = {"window": 3, "segment": 2, "basis": 4, "sample": 3}
    table = tagged.corpus.diversity(by="document", layer="lemma", **options)
    for (_, tokens, types, *scores), values in zip(rows(table), tagged.values, strict=True):
        own = [value for value in values if value]
        assert (tokens, types) == (len(own), len(set(own)))
        assert scores == list(hs.diversity_of(own, **options).values())


@each_seed
def test_similarity_is_that_of_counts_of_values(seed):
    tagged = Tagged(seed)
    counts = [Counter(value for value in values if value) for values in tagged.values]
    expected = []
    for one, other in combinations(counts, 2):
        product = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
        shared = sum(n * other[value] for value, n in one.items())
        expected.append(pytest.approx(shared / product) if product else None)
    assert tagged.corpus.similarity(layer="lemma")["similarity"] == expected


@each_seed
def test_cooccurrences_are_of_two_tokens_with_values(seed):
    tagged = Tagged(seed)
    expected = Counter(
        tuple(sorted([values[at], values[at + step]], key=str.encode))
        for values in tagged.values
        for at in range(len(values))
        for step in (1, 2)
        if at + step < len(values) and values[at] and values[at + step]
    )
    table = tagged.corpus.cooccurrences(2, min_frequency=1, layer="lemma")
    assert {(one, two): n for one, two, n, _ in rows(table)} == expected


@each_seed
def test_clusters_of_values_hold_no_token_without_one(seed):
    tagged = Tagged(seed)
    expected = Counter(
        " ".join(pair)
        for words, values in zip(tagged.words, tagged.values, strict=True)
        for at, pair in enumerate(pairwise(values))
        for node in words[at : at + 2]
        if node == "a" and all(pair)
    )
    table = tagged.corpus.clusters("a", 2, layer="lemma")
    assert {cluster: n for cluster, n, _ in rows(table)} == expected


def near(words, node, left, right):
    """The distance of each token from the nearest node that it is near to, by place."""
    nodes = [at for at, word in enumerate(words) if word == node]
    for place in range(len(words)):
        reached = [at for at in nodes if -left <= place - at <= right]
        if place not in nodes and reached:
            yield place, place - min(reached, key=lambda at: (abs(place - at), at))


@each_seed
def test_collocates_of_a_layer_stand_in_windows_of_tokens(seed):
    tagged = Tagged(seed)
    counts, distances, window_tokens = Counter(), Counter(), 0
    for words, values in zip(tagged.words, tagged.values, strict=True):
        for place, distance in near(words, "a", 2, 1):
            window_tokens += 1
            if values[place]:
                counts[values[place]] += 1
                distances[values[place], distance] += 1
    table = tagged.corpus.collocates(
        "a",
        window=(2, 1),
        min_frequency=1,
        measures="mi",
        direction="both",
        distances=True,
        layer="lemma",
    )
    n = sum(map(len, tagged.words))
    assert table.manifest()["window_tokens"] == window_tokens
    assert table.manifest()["base_tokens"] == [n]
    assert dict(zip(table["collocate"], table["frequency"], strict=True)) == counts
    for row in table.to_polars().iter_rows(named=True):
        value, frequency = row["collocate"], tagged.frequencies()[row["collocate"]]
        assert row["corpus_frequency"] == frequency
        expected = window_tokens * frequency / n
        assert row["expected"] == pytest.approx(expected)
        assert row["mi"] == pytest.approx(log2(counts[value] / expected), abs=1e-12)
        found = [row["L2"], row["L1"], row["R1"]]
        assert found == [distances[value, distance] for distance in (-2, -1, 1)]


@each_seed
def test_a_network_of_values_goes_on_from_the_tokens_that_have_them(seed):
    corpus = Tagged(seed).corpus
    options = {"min_frequency": 1, "window": 1, "layer": "lemma"}
    network = corpus.collocation_network("a", depth=2, most=3, **options)
    for source in dict.fromkeys(network["source"][3:]):
        if source == "a":
            continue
        literal = source.replace("\\", "\\\\").replace('"', '\\"')
        table = corpus.collocates(cql=f'[lemma="{literal}"%l]', measures="log_dice", **options)
        own = [edge[1:4] for edge in rows(network) if edge[0] == source]
        columns = (table["collocate"], table["frequency"], table["documents"])
        assert own == list(zip(*columns, strict=True))[:3]


@each_seed
def test_keyness_of_values_is_relative_to_all_tokens(seed):
    tagged = Tagged(seed)
    corpus, ids = tagged.corpus, tagged.corpus.documents["id"]
    target, reference = corpus.subset(id=ids[:4]), corpus.subset(id=ids[4:])
    key = target.keyness(reference, layer="lemma", min_frequency=1, direction="both")
    sides = [tagged.values[:4], tagged.values[4:]]
    tokens = [sum(map(len, side)) for side in sides]
    assert key.manifest()["compared_tokens"] == [tokens]
    assert set(key["term"]) == set(tagged.frequencies())
    for row in key.to_polars().iter_rows(named=True):
        counts = [sum(values.count(row["term"]) for values in side) for side in sides]
        assert [row["frequency"], row["reference_frequency"]] == counts
        assert row["per_million"] == pytest.approx(counts[0] * 1e6 / tokens[0])
        ratio = [(count or 0.5) / n for count, n in zip(counts, tokens, strict=True)]
        assert row["log_ratio"] == pytest.approx(log2(ratio[0] / ratio[1]), abs=1e-12)
        assert [len(lines) for lines in key.explain(row["term"])] == counts


def test_patterns_of_keyness_are_matched_with_whole_values():
    tagged = Tagged(1)
    known = set(tagged.frequencies())

    def chosen(pattern, **options):
        reference = {"go": 3, "Go": 4, "be": 5}
        options |= {"layer": "lemma", "pattern": pattern, "direction": "both", "min_frequency": 1}
        return set(tagged.corpus.keyness(reference, **options)["term"])

    assert chosen("*") == known | {"go", "Go", "be"}
    assert chosen("g?") == {"go"}
    assert chosen("N*", exact=True) == known & {"N*"}
    assert chosen("[gG]o", regex=True) == {"go", "Go"}
    assert chosen(["a b", "be"]) == known & {"a b"} | {"be"}
    with pytest.raises(hs.QueryError, match="regular expression is malformed"):
        chosen("[", regex=True)


@pytest.mark.parametrize(
    "ask",
    [
        lambda c, **o: c.dispersion(**o),
        lambda c, **o: c.diversity(**o),
        lambda c, **o: c.similarity(**o),
        lambda c, **o: c.cooccurrences(**o),
        lambda c, **o: c.clusters("a", 2, **o),
        lambda c, **o: c.collocates("a", **o),
        lambda c, **o: c.collocation_network("a", **o),
        lambda c, **o: c.keyness({"a": 1}, **o),
    ],
)
def test_a_layer_that_there_is_not_or_case_of_its_values_is_refused(ask):
    corpus = Tagged(0).corpus
    with pytest.raises(hs.UnknownNameError, match=r'layer must be one of \["lemma"\], got "pos"'):
        ask(corpus, layer="pos")
    with pytest.raises(hs.ParameterError, match="case_sensitive must not be true for layer"):
        ask(corpus, layer="lemma", case_sensitive=True)


def test_what_a_layer_does_not_go_with_is_refused():
    corpus = Tagged(0).corpus
    with pytest.raises(hs.ParameterError, match="layer must be None with a pattern"):
        corpus.dispersion("a", layer="lemma")
    with pytest.raises(hs.ParameterError, match="compound must not be given for layer"):
        corpus.collocates("a", layer="lemma", compound="a b")


def test_an_entry_with_spaces_is_a_value_with_spaces_or_values_side_by_side():
    corpus = hs.Corpus.from_texts(["He saw New York and the UN."], ids=["a"])
    names = {"document": ["a"] * 2, "start": [7, 24], "end": [15, 26], "ent": ["New York", "UN"]}
    named = corpus.annotate(names)
    entries = {"city": ["New York"], "any": ["New *", "U?"], "both": ["New York UN", "york"]}
    found = named.lookup(entries, layer="ent", overlaps="all")
    # A value is counted at each of its tokens, as in `frequencies`.
    assert dict(zip(found["category"], found["frequency"], strict=True)) == {
        "city": 2,
        "any": 3,
        "both": 0,
    }
    tags = {"document": ["a"] * 2, "start": [0, 3], "end": [2, 6], "tag": ["PRP", "VBD"]}
    assert corpus.annotate(tags).lookup({"x": ["PRP VBD"]}, layer="tag")["frequency"] == [1]
