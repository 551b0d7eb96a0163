"""Keyness: counts and scores by the oracle, tests by scipy, and what one may compare."""

import csv
import datetime as dt
import itertools
import json
import math
import random
import re
from collections import Counter
from pathlib import Path

import hustings as hs
import numpy as np
import oracle_keyness as oracle
import pandas as pd
import polars as pl
import pytest
import scipy.stats
from polars.testing import assert_frame_equal

PUBLISHED = list(
    csv.DictReader(
        (Path(__file__).parent / "reference/keyness.csv").read_text("utf-8").splitlines()
    )
)
WORDS = [f"{letter}{number}" for letter in "abcdefgh" for number in range(5)]
MEASURED = ["log_likelihood", "log_ratio"]


def speeches(n, seed, *, favourite=0, longest=60):
    """Texts of words, some more frequent than others; some texts are empty."""
    chance = random.Random(seed)
    weights = [1 / (1 + abs(number - favourite)) for number in range(len(WORDS))]
    lengths = [chance.choice([0, *range(1, longest)]) for _ in range(n)]
    return [" ".join(chance.choices(WORDS, weights, k=length)) for length in lengths]


TARGET, REFERENCE = speeches(12, 1), speeches(9, 2, favourite=6)


def corpus_of(target=TARGET, reference=REFERENCE):
    """One corpus of both sides."""
    sides = ["target"] * len(target) + ["reference"] * len(reference)
    return hs.Corpus.from_texts([*target, *reference], metadata={"side": sides})


def compared(target=TARGET, reference=REFERENCE, **options):
    corpus = corpus_of(target, reference)
    options = {"direction": "both", "min_frequency": 1, "confidence": None, **options}
    return corpus.subset(side="target").keyness(corpus.subset(side="reference"), **options)


def by_term(key):
    columns = {name: key.column(name) for name in key.columns}
    rows = zip(*columns.values(), strict=True)
    return {row[0]: dict(zip(columns, row, strict=True)) for row in rows}


# --- counts and scores ---------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(20))
def test_every_number_is_that_of_the_oracle(seed):
    target = speeches(seed % 7 + 1, seed)
    reference = speeches((seed * 3) % 11 + 1, seed + 100, favourite=seed)
    expected = oracle.rows(oracle.side(target), oracle.side(reference), least=seed % 3 + 1)
    found = by_term(compared(target, reference, min_frequency=seed % 3 + 1))
    assert found.keys() == expected.keys()
    for term, row in expected.items():
        for name, value in row.items():
            exact = isinstance(value, int) or value is None
            wanted = value if exact else pytest.approx(value, rel=1e-12, abs=1e-12)
            assert found[term][name] == wanted, (term, name)


def sequences_of(texts, n):
    """Texts of which each sequence of n words is a word, without a space."""
    lists = [text.lower().split() for text in texts]
    windows = [zip(*(words[at:] for at in range(n)), strict=False) for words in lists]
    return [" ".join(map("_".join, window)) for window in windows]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("n", [2, 3, 5])
def test_sequences_are_compared_as_words_that_they_are(seed, n):
    target = speeches(seed % 7 + 1, seed)
    reference = speeches((seed * 3) % 11 + 1, seed + 100, favourite=seed)
    least = seed % 3 + 1
    found = by_term(compared(target, reference, min_frequency=least, ngrams=n))
    as_words = sequences_of(target, n), sequences_of(reference, n)
    expected = oracle.rows(*map(oracle.side, as_words), least=least)
    assert {term.replace(" ", "_") for term in found} == expected.keys()
    for term, row in found.items():
        for name, value in expected[term.replace(" ", "_")].items():
            exact = isinstance(value, int) or value is None
            wanted = value if exact else pytest.approx(value, rel=1e-12, abs=1e-12)
            assert row[name] == wanted, (term, name)


@pytest.mark.parametrize("least", [1, 2, 5])
def test_sequences_are_the_same_of_views_of_corpora_and_beside_lists(least):
    target, reference = speeches(9, 1), speeches(12, 2, favourite=3)
    options = {"ngrams": 2, "min_frequency": least, "significance": "permutation"}
    options |= {"permutations": 99, "direction": "both"}
    own, other = hs.Corpus.from_texts(target), hs.Corpus.from_texts(reference)
    views, apart = (
        compared(target, reference, **options),
        own.keyness(other, confidence=None, **options),
    )
    assert views.to_csv() == apart.to_csv()
    counts = Counter(
        word.replace("_", " ") for text in sequences_of(reference, 2) for word in text.split()
    )
    listed = own.keyness(dict(counts), ngrams=2, min_frequency=least, confidence=None)
    expected = own.keyness(other, ngrams=2, min_frequency=least, confidence=None)
    for name in ("term", "frequency", "reference_frequency", "log_likelihood"):
        assert listed[name] == expected[name]


def test_sequences_stay_within_zones_and_have_patterns_and_lines():
    text = "Water bills\n\nThe water bill rose. The harbour water bill fell, water bill or not."
    corpus = hs.Corpus.from_texts([text, "The old pier and the old water."], format="news")
    key = corpus.subset(id="text1").keyness(ngrams=2, min_frequency=1, direction="both")
    assert "bills the" not in key["term"]
    assert key["frequency"][key["term"].index("water bill")] == 3
    lines = key.explain("water bill")
    assert [line.node for line in lines.target] == ["water bill"] * 3
    assert len(lines.reference) == 0
    options = {"ngrams": 2, "min_frequency": 1, "confidence": None, "direction": "both"}
    target = corpus.subset(id="text1")
    assert set(target.keyness(pattern="har*", **options)["term"]) == {
        "the harbour",
        "harbour water",
    }
    kept = target.keyness(exclude=["the", "water"], **options)["term"]
    assert kept
    assert not any({"the", "water"} & set(term.split()) for term in kept)
    cased = target.keyness(case_sensitive=True, **options)
    assert "The water" in cased["term"]
    assert [line.node for line in cased.explain("The water").target] == ["The water"]
    grouped = corpus.keyness(by="document", **options)
    group = {"document": "text2"}
    assert len(grouped.explain("the old", group=group).target) == 2
    assert hs.replay(grouped.manifest(), corpus).to_csv() == grouped.to_csv()


def test_sequences_of_a_layer_are_of_its_values():
    corpus = hs.Corpus.from_texts(["Dogs ran home", "Cats run home"], ids=["a", "b"])
    lemmas = {"document": ["a", "a", "b"], "start": [0, 5, 5], "end": [4, 8, 8]}
    tagged = corpus.annotate({**lemmas, "lemma": ["dog", "run", "run"]})
    options = {"ngrams": 2, "layer": "lemma", "min_frequency": 1, "direction": "both"}
    key = tagged.subset(id="a").keyness(**options)
    assert (key["term"], key["frequency"]) == (["dog run"], [1])
    assert [line.node for line in key.explain("dog run").target] == ["Dogs ran"]


@pytest.mark.parametrize("n", [0, 6, "two"])
def test_sequences_of_no_length_are_refused(n):
    with pytest.raises((hs.ParameterError, hs.InputTypeError), match="ngrams must be"):
        compared(ngrams=n)


def test_sequences_beside_compounds_are_refused_and_too_short_texts_have_none():
    with pytest.raises(hs.ParameterError, match="compound must be None with ngrams"):
        compared(ngrams=2, compound="old pier")
    assert len(compared(["one"], ["two"], ngrams=2, min_frequency=1)) == 0


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: f"{row['id']} {row['measure']}")
def test_published_values_come_out(row):
    f1, n1, f2, n2 = (int(row[name]) for name in ["f1", "n1", "f2", "n2"])
    target = hs.Corpus.from_texts([" ".join([row["term"]] * f1 + ["rest"] * (n1 - f1))])
    known = {"per_million", "reference_per_million"}
    measures = MEASURED if row["measure"] in known else [row["measure"]]
    key = target.keyness(
        {row["term"]: f2, "rest": n2 - f2}, measures=measures, direction="both", confidence=None
    )
    found = by_term(key)[row["term"]][row["measure"]]
    assert found == pytest.approx(float(row["expected"]), abs=float(row["tolerance"]))


def test_keywords_are_ranked_as_published():
    # keyness-035: quanteda's test of textstat_keyness by G2, negative where a term is rarer.
    target, reference = "a a a b b c c c c c c d e f g h h", "a a b c c d d d d e f h"
    rows = by_term(compared([target], [reference], measures=["g2", "log_ratio"]))
    signed = {term: math.copysign(row["g2"], row["log_ratio"]) for term, row in rows.items()}
    assert "".join(sorted(signed, key=lambda term: (-signed[term], term))) == "cgbhaefd"


def test_a_measure_of_any_name_is_a_column():
    names = ["odds_ratio", "percent_diff", "chi_squared", "mi"]
    key = compared(measures=names)
    assert key.columns[-4:] == names
    assert list(key.manifest()["formulas"]) == names


# --- what is compared with what ------------------------------------------------------------------


def test_two_corpora_give_what_two_views_of_one_give():
    target, reference = hs.Corpus.from_texts(TARGET), hs.Corpus.from_texts(REFERENCE)
    options = {"direction": "both", "significance": "permutation", "permutations": 99}
    apart = target.keyness(reference, min_frequency=1, **options)
    assert apart.to_csv() == compared(min_frequency=1, confidence=0.95, **options).to_csv()
    negative = target.keyness(reference, direction="negative", min_frequency=1)
    assert 0 < len(negative) < len(apart)


def test_parts_that_were_built_apart_give_the_same_to_the_last_bit():
    whole = corpus_of()
    half = hs.Corpus.from_texts(TARGET[:5], metadata={"side": ["target"] * 5})
    sides = ["target"] * (len(TARGET) - 5) + ["reference"] * len(REFERENCE)
    parts = half.append([*TARGET[5:], *REFERENCE], metadata={"side": sides})
    options = {"direction": "both", "min_frequency": 1, "significance": "rank_sum"}
    found = [corpus.subset(side="target").keyness(**options).to_csv() for corpus in (whole, parts)]
    assert parts.n_segments == 2
    assert found[0] == found[1]


def test_the_rest_is_every_document_that_is_not_in_the_target():
    corpus = corpus_of()
    target = corpus.subset(side="target")
    rest = target.keyness(direction="both", min_frequency=1)
    assert rest.to_csv() == compared(confidence=0.95).to_csv()


LISTS = {
    "a dict": lambda table: dict(zip(table["term"], table["frequency"], strict=True)),
    "a table": lambda table: table,
    "polars": lambda table: table.to_polars().select("frequency", "term"),
    "pandas": lambda table: table.to_pandas(),
    "pyarrow": lambda table: table.to_arrow(),
    "columns": lambda table: {"term": table["term"], "frequency": table["frequency"]},
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_frequency_list_gives_the_scores_of_its_corpus(kind):
    corpus = corpus_of()
    target, reference = corpus.subset(side="target"), corpus.subset(side="reference")
    listed = LISTS[kind](reference.frequencies())
    options = {"direction": "both", "min_frequency": 1}
    found, expected = target.keyness(listed, **options), target.keyness(reference, **options)
    scores = ["term", "frequency", "reference_frequency", "reference_per_million", *MEASURED, "dp"]
    assert_frame_equal(found.to_polars().select(scores), expected.to_polars().select(scores))
    for column in ["reference_documents", "reference_relative_range", "reference_dp"]:
        assert set(found[column]) == {None}
    # The target alone varies, so intervals are narrower.
    ends = ["log_ratio_low", "log_ratio_high"]
    low, high = (np.array(found[end], dtype=float) for end in ends)
    assert (low <= high).all()
    assert np.isfinite(low).all()


def test_the_words_of_a_list_are_added_up_by_term_and_may_be_a_part_of_all_tokens():
    target = hs.Corpus.from_texts(["Trust us", "trust"])
    listed = {"Trust": 2, "TRUST": 3, "peace": 5}
    key = target.keyness(listed, direction="both", min_frequency=1, reference_tokens=1000)
    assert by_term(key)["trust"]["reference_frequency"] == 5
    assert by_term(key)["trust"]["reference_per_million"] == 5000
    apart = target.keyness(listed, direction="both", min_frequency=1, case_sensitive=True)
    assert by_term(apart)["TRUST"]["reference_frequency"] == 3
    assert by_term(apart)["trust"]["frequency"] == 1


def test_every_group_is_compared_with_the_others():
    texts = [*TARGET, *REFERENCE]
    groups = [None if number % 5 == 4 else "xyz"[number % 3] for number in range(len(texts))]
    corpus = hs.Corpus.from_texts(texts, metadata={"group": groups})
    options = {"min_frequency": 2, "significance": "permutation", "permutations": 200}
    together = corpus.keyness(by="group", **options)
    names = [name for name in together.columns if name != "group"]
    frame = together.to_polars()
    assert frame["group"].unique(maintain_order=True).to_list() == ["x", "y", "z", None]
    for group in ["x", "y", "z", None]:
        alone = corpus.subset(group=group).keyness(**options).to_polars()
        rows = frame.filter(pl.col("group").eq_missing(group)).select(names)
        assert_frame_equal(rows, alone, check_exact=True)
    assert len(together.manifest()["compared_tokens"]) == 4


def test_zones_of_the_same_documents_can_be_compared_without_tests():
    sample = hs.sample_corpus()
    headlines, body = sample.subset(zone="headline"), sample.subset(zone="body")
    key = headlines.keyness(body, confidence=None, min_frequency=2)
    assert len(key) > 0
    assert sum(key["frequency"]) <= headlines.n_tokens


# --- which terms, in which order -----------------------------------------------------------------


def test_directions_part_the_terms_and_rows_are_in_order():
    both = compared(measures=["log_ratio", "log_likelihood"])
    assert both["log_ratio"] == sorted(both["log_ratio"], reverse=True)
    positive = compared(direction="positive", measures=["log_ratio"])
    negative = compared(direction="negative", measures=["log_ratio"])
    assert all(ratio > 0 for ratio in positive["log_ratio"])
    assert all(ratio < 0 for ratio in negative["log_ratio"])
    assert negative["log_ratio"] == sorted(negative["log_ratio"])
    assert len(positive) + len(negative) <= len(both)
    unsigned = compared(direction="negative")
    assert unsigned["log_likelihood"] == sorted(unsigned["log_likelihood"], reverse=True)


def test_terms_that_are_equal_are_in_alphabetical_order():
    key = compared(["b a c d"], ["x"])
    assert key["term"] == ["x", "a", "b", "c", "d"]


def test_lockwords_are_those_that_are_surest_to_be_alike():
    key = compared(direction="lockwords", confidence=0.9)
    ends = zip(key["log_ratio_low"], key["log_ratio_high"], strict=True)
    farther = [max(abs(low), abs(high)) for low, high in ends]
    assert farther == sorted(farther)
    assert len(key) == len(compared())


def test_patterns_and_least_counts_choose_terms():
    assert set(compared(pattern=["a?", "h1"])["term"]) <= {*WORDS[:5], "h1"}
    assert set(compared(pattern="[ab][01]", regex=True)["term"]) == {"a0", "a1", "b0", "b1"}
    assert compared(pattern="a*", exact=True)["term"] == []
    cased = {"case_sensitive": True, "pattern": "Trust"}
    assert compared(["Trust trust"], ["TRUST"], **cased)["term"] == ["Trust"]
    for row in by_term(compared(min_frequency=9, min_documents=6)).values():
        assert row["frequency"] + row["reference_frequency"] >= 9
        assert row["documents"] + row["reference_documents"] >= 6


@pytest.mark.parametrize("voices", [("quoted", "narration"), ("narration", "indirect")])
@pytest.mark.parametrize("least", [2, 3, 5])
def test_a_document_of_which_both_sides_have_words_is_one(voices, least):
    sample = hs.sample_corpus()
    target, reference = (sample.subset(voice=voice) for voice in voices)
    documents = {}
    for view in (target, reference):
        counts = view.frequencies(by="document")
        for term, document in zip(counts["term"], counts["document"], strict=True):
            documents.setdefault(term, set()).add(document)
    every = {"min_frequency": 1, "confidence": None, "direction": "both"}
    key = target.keyness(reference, min_documents=least, **every)
    assert set(key["term"]) == {term for term, own in documents.items() if len(own) >= least}


# --- tests ---------------------------------------------------------------------------------------


def filled(texts):
    return [text.split() for text in texts if text]


def shares(texts, term):
    return [words.count(term) / len(words) for words in filled(texts)]


@pytest.mark.parametrize("seed", range(5))
def test_rank_sums_are_those_of_scipy(seed):
    target, reference = speeches(14, seed), speeches(25, seed + 50, favourite=3)
    for term, row in by_term(compared(target, reference, significance="rank_sum")).items():
        expected = scipy.stats.mannwhitneyu(
            shares(target, term), shares(reference, term), method="asymptotic"
        )
        assert row["p"] == pytest.approx(expected.pvalue, rel=1e-10), term


@pytest.mark.parametrize("seed", range(3))
def test_all_relabellings_give_the_p_of_scipy(seed):
    target, reference = speeches(5, seed, longest=9), speeches(4, seed + 50, longest=9)
    key = compared(target, reference, significance="permutation")
    texts = [*filled(target), *filled(reference)]
    n_target = len(filled(target))
    assert key.manifest()["relabellings"] == [{"n": math.comb(len(texts), n_target), "all": True}]
    for term, row in by_term(key).items():

        def statistic(one, two, term=term):
            return oracle.distance([texts[i] for i in one], [texts[i] for i in two], term)

        expected = scipy.stats.permutation_test(
            (np.arange(n_target), np.arange(n_target, len(texts))),
            statistic,
            n_resamples=np.inf,
            alternative="greater",
            vectorized=False,
        )
        assert row["p"] == pytest.approx(expected.pvalue, rel=1e-12), term


def test_drawn_relabellings_come_near_to_all_of_them():
    target, reference = speeches(9, 3), speeches(10, 4, favourite=9)
    options = {"significance": "permutation", "confidence": None}
    exact = by_term(compared(target, reference, permutations=10**6, **options))
    drawn = by_term(compared(target, reference, permutations=20_000, seed=5, **options))
    for term, row in exact.items():
        error = math.sqrt(row["p"] * (1 - row["p"]) / 20_000)
        assert drawn[term]["p"] == pytest.approx(row["p"], abs=5 * error + 1e-4), term
    assert min(row["p"] for row in drawn.values()) >= 1 / 20_001


def test_a_test_of_nothing_finds_nothing():
    # Under the null hypothesis p is below any level as often as the level says.
    texts = speeches(200, 8)
    p_values = compared(texts[:100], texts[100:], significance="permutation", permutations=999)["p"]
    assert scipy.stats.kstest(p_values, "uniform").pvalue > 0.001


@pytest.mark.parametrize("test", ["permutation", "rank_sum"])
def test_corrections_are_those_of_scipy(test):
    def of(correction):
        options = {"permutations": 499, "correction": correction, "direction": "positive"}
        return compared(significance=test, **options)

    everything = by_term(compared(significance=test, permutations=499, correction="bh"))
    p_values = [row["p"] for row in everything.values()]
    expected = scipy.stats.false_discovery_control(p_values, method="bh")
    adjusted = dict(zip(everything, expected, strict=True))
    assert of("bh").manifest()["tests"] == [len(everything)]
    for term, row in by_term(of("bh")).items():
        assert row["p_adjusted"] == pytest.approx(adjusted[term], rel=1e-12)
    for row in by_term(of("bonferroni")).values():
        assert row["p_adjusted"] == pytest.approx(min(1, row["p"] * len(everything)), rel=1e-12)
    assert "p_adjusted" not in of(None).columns


@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_intervals_come_near_to_those_of_scipy(confidence):
    target, reference = speeches(60, 5), speeches(50, 6, favourite=4)
    key = by_term(compared(target, reference, confidence=confidence, resamples=20_000))
    sides = [filled(texts) for texts in (target, reference)]
    tokens = [np.array([len(words) for words in side]) for side in sides]
    for term in ["a0", "a4", "b2"]:
        counts = [np.array([words.count(term) for words in side]) for side in sides]

        def statistic(own, other, axis, counts=counts):
            sums = [
                np.maximum(count[place].sum(axis), 0.5) / n[place].sum(axis)
                for count, n, place in zip(counts, tokens, (own, other), strict=True)
            ]
            return np.log2(sums[0] / sums[1])

        expected = scipy.stats.bootstrap(
            tuple(np.arange(len(side)) for side in sides),
            statistic,
            n_resamples=20_000,
            confidence_level=confidence,
            method="percentile",
            rng=np.random.default_rng(1),
        ).confidence_interval
        found = key[term]["log_ratio_low"], key[term]["log_ratio_high"]
        assert found == pytest.approx(tuple(expected), abs=0.02)
        assert found[0] < key[term]["log_ratio"] < found[1]


def test_results_depend_on_the_seed_and_not_on_threads():
    options = {"significance": "permutation", "permutations": 1500, "confidence": 0.9}
    before = hs.threads()
    try:
        found = []
        for threads in (1, 2, 5):
            hs.set_threads(threads)
            found.append(compared(**options).to_csv())
    finally:
        hs.set_threads(before)
    assert len(set(found)) == 1
    assert compared(seed=2, **options).to_csv() != found[0]


def test_tests_ignore_documents_without_tokens():
    options = {"significance": "permutation", "permutations": 300, "confidence": 0.9}
    empty = ["", ""]
    found = compared([*empty, *TARGET], [*REFERENCE, *empty], **options).to_polars()
    expected = compared(**options).to_polars()
    names = ["term", "log_ratio_low", "log_ratio_high", "p", "dp"]
    assert_frame_equal(found.select(names), expected.select(names), check_exact=True)


@pytest.mark.parametrize(
    ("target", "reference"),
    [([""], ["a b"]), (["a b"], ["", ""]), ([""], [""]), (["a"], ["a"]), (["a b"], ["c"])],
)
@pytest.mark.parametrize("test", ["permutation", "rank_sum"])
def test_sides_with_little_or_nothing_have_rows_without_what_cannot_be(target, reference, test):
    key = compared(target, reference, significance=test, confidence=0.95)
    tested = bool(target[0] and reference[0])
    for row in by_term(key).values():
        assert (row["p"] is not None) == tested
        assert row["log_ratio_low"] is None
        numbers = [value for value in row.values() if isinstance(value, float)]
        assert all(map(math.isfinite, numbers))


# --- evidence and repetition ---------------------------------------------------------------------


def test_the_lines_behind_a_term_are_as_many_as_it_is_frequent():
    key = compared()
    for term, row in itertools.islice(by_term(key).items(), 10):
        lines = key.explain(term)
        assert len(lines.target) == row["frequency"]
        assert len(lines.reference) == row["reference_frequency"]
        assert {line.node for line in lines.target} <= {term}


def test_evidence_is_there_for_the_rest_for_groups_and_for_lists():
    corpus = corpus_of()
    target = corpus.subset(side="target")
    term = WORDS[0]
    for reference in (None, corpus.subset(side="reference"), {term: 3}):
        key = target.keyness(reference, direction="both", min_frequency=1)
        lines = key.explain(term, window=2)
        assert len(lines.target) == by_term(key)[term]["frequency"]
        counted = None if lines.reference is None else len(lines.reference)
        expected = by_term(key)[term]["reference_frequency"]
        assert counted == (None if isinstance(reference, dict) else expected)
    grouped = corpus.keyness(by="side", direction="both", min_frequency=1)
    lines = grouped.explain(term, group={"side": "target"})
    rest = corpus.subset(side="reference")
    assert (len(lines.target), len(lines.reference)) == (target.count(term), rest.count(term))


DAYS = [dt.date(2031, 3, 4), dt.date(2031, 3, 5), None, dt.date(2031, 3, 4)]
GROUPED = hs.Corpus.from_texts(
    ["The pier is new.", "A new bridge.", "The old pier.", "No bridge, no pier."],
    metadata={
        "day": DAYS,
        "time": [dt.datetime(2031, 3, day, 9, 30, tzinfo=dt.UTC) for day in (4, 5, 4, 6)],
        "agency": ["VPS", "Wire", "VPS", None],
        "document": ["x", "x", "y", "y"],
        "zone": ["north", "south", "north", "south"],
        "live": [True, False, True, False],
        "share": [0.5, 1.0, None, 0.5],
    },
)


def groups_of(*by):
    """The key terms of groups, and each group with the numbers of its documents."""
    key = GROUPED.keyness(by=list(by), min_frequency=1, confidence=None, direction="both")
    documents = GROUPED.documents
    columns = ("id" if name == "document" else name for name in by)
    values = list(zip(*(documents[name] for name in columns), strict=True))
    return key, {row: [at for at, own in enumerate(values) if own == row] for row in values}


@pytest.mark.parametrize(
    "by",
    [
        ["day"],
        ["time"],
        ["agency"],
        ["document"],
        ["zone"],
        ["live"],
        ["share"],
        ["agency", "day"],
        ["zone", "document"],
    ],
    ids="-".join,
)
def test_the_lines_of_a_group_are_those_of_its_documents(by):
    key, groups = groups_of(*by)
    ids = GROUPED.documents["id"]
    for values, documents in groups.items():
        group = dict(zip(by, values, strict=True))
        lines = key.explain("pier", group=group)
        inside = {ids[at] for at in documents}
        assert {line.document for line in lines.target} <= inside
        assert not {line.document for line in lines.reference} & inside
        assert len(lines.target) + len(lines.reference) == 3


def test_a_document_is_a_group_by_its_id():
    corpus = hs.Corpus.from_texts(["The old pier.", "A new pier."], ids=["a", "b"])
    key = corpus.keyness(by="document", min_frequency=1, confidence=None, direction="both")
    lines = key.explain("pier", group={"document": "b"})
    assert [line.document for line in lines.target] == ["b"]
    assert [line.document for line in lines.reference] == ["a"]


def test_a_day_is_named_by_its_text():
    key, _ = groups_of("day")
    assert len(key.explain("pier", group={"day": "2031-03-04"}).target) == 2


@pytest.mark.parametrize(
    ("group", "exception", "message"),
    [
        ({"agency": "nope"}, hs.ParameterError, "group must be one of the table's, as in "),
        ({"agency": True}, hs.ParameterError, "group must be one of the table's, as in "),
        ({"agency": ["VPS"]}, hs.ParameterError, "group must be one of the table's, as in "),
        ({"agency": ("VPS", None)}, hs.ParameterError, "group must be one of the table's"),
        ({}, hs.ParameterError, r"group must have a value for each of \['agency'\], got \[\]"),
        ({"day": None}, hs.ParameterError, r"for each of \['agency'\], got \['day'\]"),
        ({"agency": "VPS", "day": None}, hs.ParameterError, "group must have a value for each of"),
        (None, hs.ParameterError, "group must be given where by= is"),
        ([{"agency": "VPS"}], hs.InputTypeError, r"group must be a dict .*, got list"),
        ("VPS", hs.InputTypeError, r"group must be a dict .*, got str"),
    ],
)
def test_what_is_no_group_of_the_table_is_refused(group, exception, message):
    key, _ = groups_of("agency")
    with pytest.raises(exception, match=message):
        key.explain("pier", group=group)


def test_a_term_must_be_among_the_rows_of_the_group():
    key = GROUPED.keyness(by="agency", min_frequency=1, confidence=None)
    assert ("Wire", "bridge") in zip(key["agency"], key["term"], strict=True)
    assert ("VPS", "bridge") not in zip(key["agency"], key["term"], strict=True)
    message = r"term must be one of the table's for \{'agency': 'VPS'\}, got 'bridge'"
    with pytest.raises(hs.ParameterError, match=message):
        key.explain("bridge", group={"agency": "VPS"})


def replayed(key, corpus, **others):
    return hs.replay(json.loads(json.dumps(key.manifest())), corpus, **others)


@pytest.mark.parametrize(
    "reference", [None, "view", {"verb": 2, "a0": 7}], ids=["the rest", "a view", "a list"]
)
def test_keyness_is_replayed(reference):
    corpus = corpus_of()
    given = corpus.subset(side="reference") if reference == "view" else reference
    tokens = 50 if isinstance(reference, dict) else None
    key = corpus.subset(side="target").keyness(given, seed=3, reference_tokens=tokens)
    again = replayed(key, corpus)
    assert again.to_csv() == key.to_csv()
    assert isinstance(again, hs.Keyness)
    assert len(again.explain(key["term"][0]).target) == key["frequency"][0]


def test_a_comparison_with_another_corpus_is_replayed_with_both():
    target, reference = hs.Corpus.from_texts(TARGET), hs.Corpus.from_texts(REFERENCE)
    key = target.keyness(reference, significance="permutation", permutations=99)
    assert replayed(key, target, references=[reference]).to_csv() == key.to_csv()
    with pytest.raises(hs.ReplayError, match="reference"):
        replayed(key, target)


def test_a_table_of_any_library_has_the_same_rows():
    key = compared(significance="rank_sum", confidence=0.9)
    assert isinstance(key.to_pandas(), pd.DataFrame)
    assert key.to_polars().columns == key.columns == key.to_arrow().column_names


# --- the worked page -----------------------------------------------------------------------------

PAGE = Path(__file__).parents[1] / "docs/keyness.md"
SPEECHES = Path(__file__).parents[2] / "shared/data/corpora/un_general_debate.parquet"


def shown(value):
    """A cell as the page has it."""
    match value:
        case None:
            return "\u2013"
        case int():
            return f"{value:,}"
        case float() if 0 < abs(value) < 0.01:
            return f"{value:.4f}"
        case float():
            return f"{value:,.2f}"
    return value


def tables(text):
    """The tables of a page whose first column is of terms: names, then rows."""
    lines = [
        line.strip("| ").split(" | ") if line.startswith("|") else None for line in text.split("\n")
    ]
    for kind, group in itertools.groupby(lines, key=lambda line: line is not None):
        rows = list(group)
        if kind and rows[0][0] == "term":
            yield rows[0], rows[2:]


def test_the_worked_page_shows_what_comes_out(monkeypatch):
    if not SPEECHES.exists():
        pytest.skip(f"there is no {SPEECHES.name} in {SPEECHES.parent}")
    monkeypatch.chdir(SPEECHES.parent)
    page, names = PAGE.read_text("utf-8"), {}
    for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(code, names)  # noqa: S102 - our own page
    both = names["both"]
    unsure = [
        term
        for term, score, p in zip(
            both["term"], both["log_likelihood"], both["p_adjusted"], strict=True
        )
        if score > 15.13 and p >= 0.05
    ]
    certain = sum(score > 15.13 for score in both["log_likelihood"])
    assert f"Of {len(both):,} terms {certain:,} have" in page
    assert f"{len(unsure)}\ndo not hold" in page
    expected = [names["key"], names["negative"], names["lock"], both]
    for key, (columns, rows) in zip(expected, tables(page), strict=True):
        found = zip(*map(key.column, columns), strict=True)
        cells = [list(map(shown, row)) for row in found if key is not both or row[0] in unsure]
        assert rows == cells[: len(rows)]
    for name, formula in names["key"].manifest()["formulas"].items():
        assert f"- `{name}` = {formula}\n" in page
    lines = names["lines"]
    assert f"`({len(lines.target)}, {len(lines.reference)})`" in page


def test_measures_are_told_what_they_need_to_know():
    """Simple maths by its formula (Kilgarriff 2009); the others differ from those by default."""
    target = hs.sample_corpus().subset(agency="VPS")
    measures = ["simple_maths", "log_odds_dirichlet", "conservative_log_ratio"]
    given = {"smoothing": 100, "prior": 20, "alpha": 0.2, "comparisons": 3}
    asked = {"measures": measures, "confidence": None, "direction": "both"}
    key, plain = target.keyness(**asked, measure_options=given), target.keyness(**asked)
    assert key.manifest()["measure_options"] == given
    assert plain.manifest()["measure_options"]["comparisons"] is None
    sides = zip(key["per_million"], key["reference_per_million"], strict=True)
    expected = [(mine + 100) / (theirs + 100) for mine, theirs in sides]
    assert key["simple_maths"] == pytest.approx(expected, rel=1e-12)
    for measure in measures[1:]:
        mine, others = (
            dict(zip(table["term"], table[measure], strict=True)) for table in (key, plain)
        )
        assert mine.keys() == others.keys()
        assert mine != others
    with pytest.raises(hs.ParameterError, match="measure_options"):
        target.keyness(measure_options={"beta": 1})


def test_the_lines_behind_a_spelling_are_as_many_as_its_row_says():
    target = hs.Corpus.from_texts(["It's old, it\u2019s old. Can't. can\u2019t.", "It's shut."])
    reference = hs.Corpus.from_texts(["It\u2019s new.", "It's here, and it can't be."])
    key = target.keyness(
        reference, case_sensitive=True, direction="both", min_frequency=1, confidence=None
    )
    assert {"'s", "\u2019s", "Can't", "can\u2019t"} <= set(key["term"])
    rows = zip(key["term"], key["frequency"], key["reference_frequency"], strict=True)
    for term, *frequencies in rows:
        evidence = key.explain(term)
        assert [len(evidence.target), len(evidence.reference)] == frequencies


@pytest.mark.parametrize("share", [math.nan, math.inf, -math.inf, 0.5])
def test_the_lines_of_a_group_of_any_number_are_found(share):
    shares = pl.Series([math.nan, math.inf, math.nan, -math.inf, 0.5, None])
    corpus = hs.Corpus.from_texts(["a b", "a a", "b a"] + ["a"] * 3, metadata={"share": shares})
    table = corpus.keyness(by="share", min_frequency=1, direction="both")
    lines = table.explain("a", group={"share": share})
    n = {math.inf: 2, -math.inf: 1, 0.5: 1}.get(share, 2)
    assert (len(lines.target), len(lines.reference)) == (n, 7 - n)
