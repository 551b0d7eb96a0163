"""N-grams, cooccurrences and collocates: the core agrees with the oracle, and zones part words."""

from __future__ import annotations

import random
from collections import Counter
from functools import reduce
from itertools import pairwise

import hustings as hs
import oracle
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import NEWS
from test_properties import both, examples, grouped_texts, options, texts

lengths = st.integers(2, 5)
windows = st.integers(1, 7)
patterns = st.lists(st.sampled_from(["a", "ab", "a b", "b a", "a*", "b?", "*"]), min_size=1)


def rows(table, *columns):
    return list(zip(*(table[column] for column in columns), strict=True))


def naive_ngrams(table):
    return rows(table, "ngram", "frequency", "documents")


@examples
@given(texts, options, lengths, st.booleans())
def test_ngrams_equal_those_of_the_oracle(written, chosen, n, case_sensitive):
    core, naive = both(written, chosen)
    found = core.ngrams(n, case_sensitive=case_sensitive)
    expected = naive.ngrams(n, ["all"] * len(written), case_sensitive=case_sensitive)
    assert naive_ngrams(found) == expected.get("all", [])


@examples
@given(grouped_texts(), lengths, st.integers(1, 3))
def test_ngrams_by_group_equal_those_of_the_oracle(grouped, n, min_frequency):
    written, groups = grouped
    core, naive = both(written, metadata={"group": groups})
    found = core.ngrams(n, by="group", min_frequency=min_frequency)
    expected = [
        (group, *row)
        for group, table in sorted(naive.ngrams(n, groups).items())
        for row in table
        if row[1] >= min_frequency
    ]
    assert rows(found, "group", "ngram", "frequency", "documents") == expected


@examples
@given(grouped_texts(), st.integers(1, 10**9))
def test_relative_frequencies_of_ngrams_are_shares_of_the_tokens(grouped, per):
    written, groups = grouped
    core, naive = both(written, metadata={"group": groups})
    table = core.ngrams(2, by="group", per=per)
    tokens = Counter()
    for group, found in zip(groups, naive.documents, strict=True):
        tokens[group] += len(found)
    relative = table["per_million" if per == 10**6 else f"per_{per}"]
    expected = [
        frequency * per / tokens[group] for group, frequency in rows(table, "group", "frequency")
    ]
    assert relative == pytest.approx(expected, rel=1e-12)


@examples
@given(texts, options, windows, st.booleans())
def test_cooccurrences_equal_those_of_the_oracle(written, chosen, window, case_sensitive):
    core, naive = both(written, chosen)
    found = core.cooccurrences(window, min_frequency=1, case_sensitive=case_sensitive)
    expected = naive.cooccurrences(window, case_sensitive=case_sensitive)
    assert rows(found, "first", "second", "frequency", "documents") == expected


COLLOCATES = ["collocate", "frequency", "left", "right", "documents", "corpus_frequency"]


@examples
@given(texts, patterns, st.tuples(windows, windows), st.booleans())
def test_collocates_equal_those_of_the_oracle(written, wanted, window, case_sensitive):
    core, naive = both(written)
    found = core.collocates(wanted, window=window, min_frequency=1, case_sensitive=case_sensitive)
    spans = naive.find(wanted, glob=True, case_sensitive=case_sensitive)
    expected = naive.collocates(spans, window, case_sensitive=case_sensitive)
    assert rows(found, *COLLOCATES) == expected


def known(group, groups):
    """A condition that the group meets: one that no text has is unknown."""
    return [group] if group in groups else []


@examples
@given(grouped_texts(), patterns, st.sampled_from(["x", "y"]))
def test_collocates_in_a_subset_are_those_of_its_texts(grouped, wanted, group):
    written, groups = grouped
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    alone = hs.Corpus.from_texts(
        [text for text, of in zip(written, groups, strict=True) if of == group]
    )
    found = core.subset(group=known(group, groups)).collocates(wanted, min_frequency=1)
    assert rows(found, *COLLOCATES) == rows(alone.collocates(wanted, min_frequency=1), *COLLOCATES)


@examples
@given(grouped_texts(), st.sampled_from(["x", "y"]))
def test_sequences_in_a_subset_are_those_of_its_texts(grouped, group):
    written, groups = grouped
    core = hs.Corpus.from_texts(written, metadata={"group": groups})
    core = core.subset(group=known(group, groups))
    alone = hs.Corpus.from_texts(
        [text for text, of in zip(written, groups, strict=True) if of == group]
    )
    assert core.ngrams(2).to_polars().equals(alone.ngrams(2).to_polars())
    pairs = core.cooccurrences(min_frequency=1).to_polars()
    assert pairs.equals(alone.cooccurrences(min_frequency=1).to_polars())


@examples
@given(texts, windows, st.integers(1, 4))
def test_a_minimal_frequency_leaves_out_the_rarer_and_nothing_else(written, window, least):
    core = hs.Corpus.from_texts(written)
    frequent = pl.col("frequency") >= least
    for ask in (
        lambda least: core.ngrams(2, min_frequency=least),
        lambda least: core.cooccurrences(window, min_frequency=least),
        lambda least: core.collocates("a*", window=window, min_frequency=least),
    ):
        assert ask(least).to_polars().equals(ask(0).to_polars().filter(frequent))


# --- zones ---------------------------------------------------------------------------------------


def zoned():
    """An article and, as texts of their own, its zones."""
    article = hs.Corpus.from_texts([NEWS, "Mutual trust. Talks."], format="auto")
    places = zip(*(article.zones()[name] for name in ("document", "start", "end")), strict=True)
    return article, [article.text(document)[start:end] for document, start, end in places]


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_no_ngram_leaves_its_zone(n):
    article, zones = zoned()
    expected = oracle.Corpus(zones).ngrams(n, [0] * len(zones))[0]
    assert [row[:2] for row in naive_ngrams(article.ngrams(n))] == [row[:2] for row in expected]


def test_no_pair_leaves_its_zone():
    article, zones = zoned()
    found = rows(article.cooccurrences(9, min_frequency=1), "first", "second", "frequency")
    assert found == [row[:3] for row in oracle.Corpus(zones).cooccurrences(9)]


def test_no_window_of_a_collocate_leaves_its_zone():
    article, zones = zoned()
    naive = oracle.Corpus(zones)
    found = rows(article.collocates("trust", window=9, min_frequency=1), *COLLOCATES)
    expected = naive.collocates(naive.find(["trust"]), (9, 9))
    assert [row[:4] for row in found] == [row[:4] for row in expected]


def test_zones_out_of_view_have_no_ngrams():
    headline = hs.Corpus.from_texts([NEWS], format="auto").subset(zone="headline")
    assert set(headline.ngrams(2)["ngram"]) == {"ministers open", "open river", "river talks"}


# --- large texts ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large():
    """Texts of so many tokens that they are partitioned, one of them longer than any part."""
    chance = random.Random(3)
    weights = [1 / (1 + rank) for rank in range(3000)]
    words = [f"w{rank}" for rank in range(3000)]
    sizes = [0, 1, 150_000, *(chance.choice((2, 30, 700)) for _ in range(900))]
    drawn = [chance.choices(words, weights, k=size) for size in sizes]
    groups = [chance.choice("xyz") for _ in drawn]
    corpus = hs.Corpus.from_texts(map(" ".join, drawn), metadata={"group": groups})
    return corpus, drawn, groups


def counted(columns, n_words):
    """The rows of a list of word columns and documents, counted by polars."""
    words = [f"w{number}" for number in range(n_words)]
    return (
        columns.group_by(*words)
        .agg(pl.len().cast(pl.Int64).alias("frequency"), pl.col("d").n_unique().cast(pl.Int64))
        .sort(-pl.col("frequency"), *words)
    )


def shifted(drawn, distances):
    """The words of each document beside those so many tokens further on."""
    frame = pl.DataFrame({"d": range(len(drawn)), "w": drawn}).explode("w").drop_nulls()
    columns = [
        pl.col("w").shift(-distance).over("d").alias(f"w{number}")
        for number, distance in enumerate(distances)
    ]
    return frame.select("d", *columns).drop_nulls()


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_ngrams_of_a_large_corpus_equal_those_counted_by_polars(large, n):
    corpus, drawn, _ = large
    expected = counted(shifted(drawn, range(n)), n)
    joined = expected.select(pl.concat_str([f"w{number}" for number in range(n)], separator=" "))
    found = corpus.ngrams(n).to_polars()
    assert found["ngram"].to_list() == joined.to_series().to_list()
    assert found["frequency"].to_list() == expected["frequency"].to_list()
    assert found["documents"].to_list() == expected["d"].to_list()


def test_ngrams_by_group_of_a_large_corpus_are_those_of_its_subsets(large):
    corpus, _, _ = large
    table = corpus.ngrams(2, by="group", min_frequency=2).to_polars()
    alone = [corpus.subset(group=group).ngrams(2, min_frequency=2).to_polars() for group in "xyz"]
    assert table.drop("group").equals(reduce(pl.DataFrame.vstack, alone))


def test_bigrams_of_a_subset_that_begin_with_a_rare_word_between_frequent_ones_are_its_own():
    """Frequent first words are counted apart; how frequent they are the whole corpus tells."""
    rng = random.Random(1)
    own = [rng.choices(["aa", "ac", "ad", "ae", "zz"], k=3000) for _ in range(100)]
    own[7] += ["aa", "ab", "zz"]
    own[9] += ["zz", "acc", "zz"]
    others = [["zz", "xx", "yy"]] * 20_000
    texts = [" ".join(words) for words in [*own, *others]]
    group = ["own"] * len(own) + ["other"] * len(others)
    subset = hs.Corpus.from_texts(texts, metadata={"group": group}).subset(group="own")
    expected = Counter(pair for words in own for pair in pairwise(words))
    found = rows(subset.ngrams(2), "ngram", "frequency")
    assert dict(found) == {" ".join(pair): times for pair, times in expected.items()}


def test_cooccurrences_of_a_large_corpus_equal_those_counted_by_polars(large):
    corpus, drawn, _ = large
    pairs = pl.concat([shifted(drawn, (0, distance)) for distance in (1, 2, 3)])
    ordered = pairs.select("d", w0=pl.min_horizontal("w0", "w1"), w1=pl.max_horizontal("w0", "w1"))
    expected = counted(ordered, 2)
    found = corpus.cooccurrences(3, min_frequency=1).to_polars()
    assert found.rows() == expected.select("w0", "w1", "frequency", "d").rows()


def test_many_groups_have_the_ngrams_of_each_document(large):
    corpus, drawn, _ = large
    table = corpus.ngrams(3, by="document").to_polars()
    frame = shifted(drawn, range(3))
    assert len(table) == frame.n_unique()
    assert table["frequency"].sum() == len(frame)
    assert set(table["documents"]) == {1}
