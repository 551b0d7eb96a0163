"""Growing: a corpus put together from parts answers as one that was built of everything."""

import datetime as dt
from itertools import pairwise

import hustings as hs
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

WORDS = st.sampled_from(
    [
        "trust",
        "Trust",
        "TRUST",
        "the",
        "The",
        "\u00e9tat",
        "e\u0301tat",
        "\u00c9TAT",
        "SCO's",
        "win-win",
        "x",
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=12)

NEWS = (
    " date 2031-03-04\nLumen summit opens\nVELA, March 4 (VPS) -- The summit opened.\n\n"
    "Talks\n\nTrust."
)


def tables(corpus):
    """Every kind of result."""
    lines = corpus.kwic(["t*", "the trust", "\u00e9tat"], window=2)
    by = [name for name in ("year", "agency") if name in corpus.documents.columns]
    return [
        corpus.documents,
        corpus.tokens(),
        corpus.zones(),
        corpus.frequencies(),
        corpus.frequencies(case_sensitive=True, min_frequency=2),
        *(corpus.frequencies(by=name) for name in by),
        corpus.dtm().to_table(),
        lines,
        lines.sort("R1 node L1"),
        lines.sample(3, seed=1),
    ]


def assert_same(found, expected):
    assert found.hash == expected.hash
    assert (len(found), found.n_tokens, found.n_types) == (
        len(expected),
        expected.n_tokens,
        expected.n_types,
    )
    for one, other in zip(tables(found), tables(expected), strict=True):
        assert one.manifest() == other.manifest()
        assert_frame_equal(one.to_polars(), other.to_polars())
    for pattern in ("trust", "t*", "the trust", ["x", "trust"]):
        assert found.count(pattern) == len(found.kwic(pattern)) == expected.count(pattern)
        cased = found.count(pattern, case_sensitive=True)
        assert cased == len(expected.kwic(pattern, case_sensitive=True))
    assert found.subset(id="text1").count("t*") == expected.subset(id="text1").count("t*")


@settings(max_examples=60, deadline=None)
@given(texts=TEXTS, cuts=st.lists(st.integers(0, 12), max_size=4))
def test_appended_texts_answer_as_one_build(texts, cuts):
    bounds = [0, *sorted(min(cut, len(texts)) for cut in cuts), len(texts)]
    grown = hs.Corpus.from_texts(texts[: bounds[1]])
    for first, behind in pairwise(bounds[1:]):
        grown = grown.append(texts[first:behind])
    whole = hs.Corpus.from_texts(texts)
    assert_same(grown, whole)
    assert_same(grown.compact(), whole)
    assert grown.compact().n_segments <= 1


@settings(max_examples=60, deadline=None)
@given(texts=TEXTS, cuts=st.lists(st.integers(0, 12), max_size=4))
def test_concatenated_corpora_answer_as_one_build(texts, cuts):
    ids = [f"text{number + 1}" for number in range(len(texts))]
    bounds = [0, *sorted(min(cut, len(texts)) for cut in cuts), len(texts)]
    parts = [
        hs.Corpus.from_texts(texts[first:behind], ids=ids[first:behind])
        for first, behind in pairwise(bounds)
    ]
    together = hs.concatenate(parts)
    whole = hs.Corpus.from_texts(texts)
    assert_same(together, whole)
    assert_same(together.compact(), whole)


def test_news_behind_plain_texts_has_the_columns_of_one_build():
    texts = ["Plain trust.", NEWS, "More.", NEWS.replace("VPS", "AGP")]
    whole = hs.Corpus.from_texts(texts, format="auto")
    grown = hs.Corpus.from_texts(texts[:1], format="auto")
    for text in texts[1:]:
        grown = grown.append([text])
    assert "headline" not in hs.Corpus.from_texts(texts[:1], format="auto").documents.columns
    assert_same(grown, whole)


def test_metadata_come_together_by_name_and_type():
    first = hs.Corpus.from_texts(["a"], ids=["a"], metadata={"year": [2024], "who": [None]})
    second = hs.Corpus.from_texts(
        ["b"], ids=["b"], metadata={"day": [dt.date(2025, 1, 1)], "year": [2024.5], "who": ["x"]}
    )
    found = hs.concatenate([first, second]).documents.to_polars()
    expected = pl.DataFrame(
        {
            "id": ["a", "b"],
            "year": [2024.0, 2024.5],
            "who": [None, "x"],
            "day": [None, dt.date(2025, 1, 1)],
        }
    )
    assert_frame_equal(found, expected)


def test_metadata_of_different_types_are_refused_with_the_column():
    first = hs.Corpus.from_texts(["a"], ids=["a"], metadata={"year": [2024]})
    with pytest.raises(hs.InputTypeError, match='column "year" must have one type, got Int64 and'):
        first.append(["b"], ids=["b"], metadata={"year": ["2025"]})


def test_what_cannot_be_one_corpus_is_refused():
    corpus = hs.Corpus.from_texts(["a"])
    with pytest.raises(hs.ParameterError, match='"text1" is that of rows 0 and 1'):
        corpus.append(corpus)
    kept = hs.Corpus.from_texts(["b"], ids=["b"], tokenizer=hs.Tokenizer(hyphens="keep"))
    with pytest.raises(hs.ParameterError, match="same tokenizer options"):
        corpus.append(kept)
    with pytest.raises(hs.ParameterError, match="whole corpus"):
        corpus.subset(id="text1").append(["b"])
    with pytest.raises(hs.ParameterError, match="at least one corpus"):
        hs.concatenate([])
    with pytest.raises(hs.InputTypeError, match="must be corpora, got str"):
        hs.concatenate([corpus, "b"])


def test_the_corpus_that_grew_stays_as_it_was():
    corpus = hs.Corpus.from_texts(["Mutual trust."])
    longer = corpus.append(["Trust us, trust."])
    assert (corpus.count("trust"), len(corpus), longer.count("trust"), len(longer)) == (1, 1, 3, 2)
    assert corpus.frequencies().column("documents") == [1, 1]


def test_a_corpus_in_a_thousand_segments_answers_as_one():
    texts = [f"word{number % 37} trust {number}" for number in range(1000)]
    grown = hs.Corpus.from_texts([])
    for text in texts:
        grown = grown.append([text])
    assert grown.n_segments == 1000
    assert_same(grown, hs.Corpus.from_texts(texts))
    assert grown.compact().n_segments == 1


def test_corpora_that_were_made_otherwise_say_how():
    plain = hs.Corpus.from_texts(["a"], ids=["x"])
    news = hs.Corpus.from_texts(["b"], ids=["y"], format="auto")
    with pytest.raises(hs.ParameterError, match='the same format, got "plain" and "auto"'):
        plain.append(news)
    kept = hs.Corpus.from_texts(["b"], ids=["y"], tokenizer=hs.Tokenizer(hyphens="keep"))
    with pytest.raises(hs.ParameterError, match=r'tokenizer options, got \{.*"hyphens":"split"'):
        hs.concatenate([plain, kept])
