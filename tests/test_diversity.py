"""Lexical diversity: published scores, a naive twin, short texts, documents and groups."""

import itertools
import json
import math
import random
from pathlib import Path

import hustings as hs
import oracle_diversity
import pytest
from samples import TEXTS

ROWS = json.loads((Path(__file__).parent / "reference/lexical_diversity.json").read_text("utf-8"))

# What a published row calls a score, and how it comes from those of hustings, which take the
# natural logarithm; quanteda's Maas is the root of the form with base 10, others' I has N for V.
PUBLISHED = {
    "TTR": lambda of: of("ttr"),
    "RTTR": lambda of: of("guiraud"),
    "CTTR": lambda of: of("cttr"),
    "herdan_C": lambda of: of("herdan"),
    "summer_S": lambda of: of("summer"),
    "dugast_U": lambda of: of("dugast"),
    "maas": lambda of: of("maas"),
    "maas_log10_sqrt": lambda of: math.sqrt(of("maas") * math.log(10)),
    "yule_K": lambda of: of("yule_k"),
    "yule_I": lambda of: of("yule_i"),
    "yule_I_N2": lambda of: 1e4 / of("yule_k"),
    "herdan_Vm": lambda of: of("herdan_vm"),
    "herdan_Vm_wordless": lambda of: of("herdan_vm"),
    "simpson_D": lambda of: of("simpson"),
    "brunet_W": lambda of: of("brunet"),
    "honore_R": lambda of: of("honore"),
    "MATTR": lambda of: of("mattr"),
    "MSTTR": lambda of: of("msttr"),
    "entropy_rank": lambda of: of("entropy"),
    "repeat_rate_rank": lambda of: of("repeat_rate"),
    "msttr5": lambda of: of("msttr", segment=5),
    "msttr25": lambda of: of("msttr", segment=25),
    "mattr1": lambda of: of("mattr", window=1),
    "mattr5": lambda of: of("mattr", window=5),
    "mattr25": lambda of: of("mattr", window=25),
    "mtld072": lambda of: of("mtld", threshold=0.72),
    "hdd5": lambda of: of("hdd", sample=5),
    "hdd42": lambda of: of("hdd", sample=42),
}
# Those of a row's text, not of the diversity of its tokens.
COUNTS = {"tokens": len, "types": lambda tokens: len(set(tokens))}


def tokens_of(inputs):
    if "tokens" in inputs and isinstance(inputs["tokens"], list):
        return inputs["tokens"]
    if "frequencies" in inputs:
        frequencies = inputs["frequencies"]
    else:
        spectrum = inputs["frequency_spectrum"].items()
        frequencies = [int(frequency) for frequency, types in spectrum for _ in range(types)]
    return [f"t{number}" for number, count in enumerate(frequencies) for _ in range(count)]


def published_rows():
    names = [(row, name) for row in ROWS for name in row["expected"]]
    return [pytest.param(row, name, id=f"{row['id']}-{name}") for row, name in names]


@pytest.mark.parametrize(("row", "name"), published_rows())
def test_a_published_score_comes_out(row, name):
    inputs, expected = row["inputs"], row["expected"][name]
    tokens = tokens_of(inputs)
    sizes = {size: inputs[size] for size in ("window", "segment") if size in inputs}

    def of(measure, **more):
        return hs.diversity_of(tokens, measures=measure, **sizes, **more)[measure]

    if name in COUNTS:
        assert COUNTS[name](tokens) == expected
    elif name.endswith("_spectrum"):
        # Of the frequencies as if they were tokens: how varied they are.
        measure = name.removesuffix("_spectrum")
        spectrum = [str(frequency) for frequency in inputs["frequencies"]]
        found = hs.diversity_of(spectrum, measures=measure)[measure]
        assert found == pytest.approx(expected, abs=row["tolerance"])
    else:
        assert PUBLISHED[name](of) == pytest.approx(expected, abs=row["tolerance"])


def assert_same(found, expected):
    """The same scores are missing, and the others are equal as far as floats go."""
    there = {name: score for name, score in expected.items() if score is not None}
    assert found.keys() == expected.keys()
    assert {name for name, score in found.items() if score is not None} == there.keys()
    assert {name: found[name] for name in there} == pytest.approx(there, rel=1e-12, abs=0)


@pytest.mark.parametrize("seed", range(60))
def test_scores_of_random_tokens_are_those_of_the_formulas(seed):
    chance = random.Random(seed)
    n = chance.choice([0, 1, 2, 3, 10, 60, 300])
    words = [f"w{number}" for number in range(chance.choice([1, 2, 5, 40, 1000]))]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    tokens = chance.choices(words, weights, k=n)
    sizes = {
        "window": chance.choice([1, 2, 7, 50]),
        "segment": chance.choice([1, 3, 20]),
        "basis": chance.choice([2, 50]),
        "sample": chance.choice([1, 5, 42]),
        "threshold": chance.choice([0.5, 0.6667, 0.72, 0.9]),
    }
    expected = oracle_diversity.scores(tokens, **sizes)
    assert_same(hs.diversity_of(tokens, **sizes), expected)


def test_every_text_of_up_to_five_tokens_has_the_scores_of_the_formulas():
    sizes = {"window": 2, "segment": 2, "basis": 3, "sample": 2}
    for length in range(6):
        for tokens in itertools.product("abc", repeat=length):
            expected = oracle_diversity.scores(list(tokens), **sizes)
            assert_same(hs.diversity_of(tokens, **sizes), expected)


@pytest.mark.parametrize("tokens", [[], ["a"], ["a", "b"], ["a"] * 50, list("abcdefgh")])
def test_a_score_is_finite_or_missing(tokens):
    scores = hs.diversity_of(tokens)
    assert all(score is None or math.isfinite(score) for score in scores.values())
    assert (not tokens) == all(score is None for score in scores.values())


def test_the_needs_of_a_measure_are_what_makes_a_score():
    texts = {
        "1 token": ["a"],
        "2 tokens": ["a", "b"],
        "2 types": ["a", "b"],
        "a type that occurs twice": ["a", "a"],
        "`basis` tokens": list("abc"),
        "`segment` tokens": list("abc"),
        "`window` tokens": list("abc"),
        "`sample` tokens": list("abc"),
    }
    smaller = {"1 token": [], "2 tokens": ["a"], "2 types": ["a", "a"]}
    sizes = {"window": 3, "segment": 3, "basis": 3, "sample": 3}
    measures = hs.diversity_measures()
    for name, needs in zip(measures["measure"], measures["needs"], strict=True):
        enough = hs.diversity_of(texts[needs], measures=name, **sizes)[name]
        too_few = hs.diversity_of(smaller.get(needs, ["a", "b"]), measures=name, **sizes)[name]
        assert (enough is None, too_few is None) == (False, True), name


@pytest.mark.parametrize("by", [None, "document", "agency", ["agency", "document"]])
@pytest.mark.parametrize("case_sensitive", [False, True])
def test_groups_have_the_scores_of_their_tokens(corpus, by, case_sensitive):
    columns = [] if by is None else [by] if isinstance(by, str) else by
    table = corpus.diversity(by=by, case_sensitive=case_sensitive, window=3, segment=2, sample=4)
    ids, agencies = corpus.documents["id"], corpus.documents["agency"]
    agency_of = dict(zip(ids, agencies, strict=True))
    known = {"document": dict(zip(ids, ids, strict=True)), "agency": agency_of}
    groups = {}
    for document, tokens in zip(ids, hs.tokenize(TEXTS).to_list(), strict=True):
        key = tuple(known[column][document] for column in columns)
        cased = tokens if case_sensitive else [token.lower() for token in tokens]
        groups.setdefault(key, []).extend(cased)
    rows = zip(*(table[column] for column in columns), strict=True) if columns else [()]
    assert len(table) == len(groups)
    for number, key in enumerate(rows):
        expected = oracle_diversity.scores(groups[key], window=3, segment=2, sample=4)
        assert_same({name: table[name][number] for name in expected}, expected)
        assert table["tokens"][number] == len(groups[key])
        assert table["types"][number] == len(set(groups[key]))


def test_a_subset_has_the_scores_of_what_is_in_view(corpus):
    view = corpus.subset(id=["b"])
    tokens = [token.lower() for token in hs.tokenize(TEXTS[1:2]).to_list()[0]]
    found = view.diversity(measures=["ttr", "yule_k"]).to_polars().rows()
    expected = oracle_diversity.scores(tokens)
    assert found == [(len(tokens), len(set(tokens)), expected["ttr"], expected["yule_k"])]


def test_a_corpus_without_tokens_has_no_scores():
    table = hs.Corpus.from_texts(["", "..."]).diversity(by="document")
    assert table["tokens"] == [0, 0]
    assert all(table[name] == [None, None] for name in hs.diversity_measures()["measure"])
    assert len(hs.Corpus.from_texts([]).diversity(by="document")) == 0


@pytest.mark.parametrize(
    ("call", "exception", "message"),
    [
        (
            lambda _: hs.diversity_of("abc"),
            hs.InputTypeError,
            "tokens must be a list of str, got one str; hs.tokenize makes tokens",
        ),
        (lambda _: hs.diversity_of(3), hs.InputTypeError, "tokens must be a list of str, got int"),
        (
            lambda _: hs.diversity_of(["a", 3]),
            hs.InputTypeError,
            "tokens must be a list of str, got int",
        ),
        (
            lambda _: hs.diversity_of(["a"], measures="vocd"),
            hs.UnknownNameError,
            'measure must be one of ["ttr", "guiraud", ',
        ),
        (
            lambda _: hs.diversity_of(["a"], window=0),
            hs.ParameterError,
            "window must be at least 1, got 0",
        ),
        (
            lambda _: hs.diversity_of(["a"], threshold=1),
            hs.ParameterError,
            "threshold must be between 0 and 1, got 1; McCarthy and Jarvis take 0.72",
        ),
        (
            lambda _: hs.diversity_of(["a"], threshold=math.nan),
            hs.ParameterError,
            "threshold must be a finite number, got nan",
        ),
        (
            lambda corpus: corpus.diversity(by="color"),
            hs.UnknownNameError,
            "metadata column must be one of",
        ),
        (
            lambda corpus: corpus.diversity(measures=["ttr", "ttr"]),
            hs.ParameterError,
            'the columns of a table must differ in name, and "ttr" would stand twice',
        ),
    ],
)
def test_what_cannot_be_measured_is_refused(corpus, call, exception, message):
    with pytest.raises(exception) as raised:
        call(corpus)
    assert str(raised.value).startswith(message)


def test_a_table_of_scores_is_replayed(corpus):
    table = corpus.diversity(by="agency", measures=["mattr", "hdd"], window=3, sample=4)
    again = hs.replay(json.loads(json.dumps(table.manifest())), corpus)
    assert again.to_polars().equals(table.to_polars())


def test_the_columns_of_the_registry_are_filled():
    measures = hs.diversity_measures()
    assert measures["measure"] == oracle_diversity.NAMES
    assert all(all(measures[column]) for column in measures.columns)
    assert "ln the natural logarithm" in measures.manifest()["symbols"]


def test_the_entropy_of_types_that_are_equally_frequent_is_at_most_log2_of_their_number():
    for n_types in range(1, 60):
        for repeated in (1, 2, 3, 7):
            tokens = [str(number) for number in range(n_types)] * repeated
            score = hs.diversity_of(tokens, measures="entropy")["entropy"]
            assert 0 <= score <= math.log2(n_types)
            assert str(score) != "-0.0"
