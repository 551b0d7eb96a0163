"""Similarity of documents and groups, against scipy, scikit-learn and the formulas."""

import json

import hustings as hs
import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import zscore
from sklearn.metrics.pairwise import cosine_similarity

MEASURES = ["cosine", "jaccard", "jensen_shannon", "burrows_delta"]


def matrices(measure, counts, features):
    """Every row with every other by other programs, or the formula."""
    shares = counts / counts.sum(axis=1, keepdims=True)
    if measure == "cosine":
        return cosine_similarity(counts)
    if measure == "jaccard":
        sets = [set(np.flatnonzero(row)) for row in counts]
        return np.array([[len(a & b) / len(a | b) for b in sets] for a in sets])
    if measure == "jensen_shannon":
        return np.array([[jensenshannon(a, b, base=2) for b in shares] for a in shares])
    order = np.argsort(-counts.sum(axis=0), kind="stable")[:features]
    scores = np.nan_to_num(zscore(shares[:, order], axis=0, ddof=1))
    return np.array([[np.abs(a - b).mean() for b in scores] for a in scores])


@pytest.fixture(scope="module")
def sample():
    return hs.sample_corpus()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("by", ["document", "date"])
@pytest.mark.parametrize("measure", MEASURES)
def test_pairs_are_those_of_other_programs(sample, measure, by):
    dtm = sample.dtm(by=by)
    expected = matrices(measure, dtm.to_scipy().toarray().astype(float), 20)
    labels = dtm.documents
    table = sample.similarity(by, measure=measure, features=20)
    value = "similarity" if measure in ("cosine", "jaccard") else "distance"
    assert table.columns == [f"{by}_1", f"{by}_2", value]
    pairs = [(i, j) for i in range(len(labels)) for j in range(i + 1, len(labels))]
    assert table[f"{by}_1"] == [labels[i] for i, _ in pairs]
    assert table[f"{by}_2"] == [labels[j] for _, j in pairs]
    found = [expected[pair] for pair in pairs]
    assert table[value] == pytest.approx(found, rel=1e-9, abs=1e-7)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_nearest_are_the_first_of_all(sample, measure):
    whole = sample.similarity(measure=measure).to_polars().rows()
    sign = 1 if measure in ("cosine", "jaccard") else -1
    both = whole + [(two, one, score) for one, two, score in whole]
    order = {name: number for number, name in enumerate(sample.documents["id"])}
    both.sort(key=lambda row: (order[row[0]], -sign * row[2], order[row[1]]))
    expected = [row for name in order for row in [r for r in both if r[0] == name][:3]]
    found = sample.similarity(measure=measure, top=3).to_polars().rows()
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    limit = sorted(row[2] for row in whole)[len(whole) // 2]
    near = [row for row in whole if sign * row[2] >= sign * limit]
    assert sample.similarity(measure=measure, threshold=limit).to_polars().rows() == near


@pytest.mark.parametrize("measure", MEASURES)
def test_a_document_without_a_term_has_no_score(measure):
    corpus = hs.Corpus.from_texts(["a b", "", "a b", "b c c"])
    value = "similarity" if measure in ("cosine", "jaccard") else "distance"
    scores = corpus.similarity(measure=measure)[value]
    assert [score is None for score in scores] == [True, False, False, True, True, False]
    alike = 1 if value == "similarity" else 0
    assert scores[1] == pytest.approx(alike, abs=1e-12)
    assert len(corpus.similarity(measure=measure, top=5)) == 6
    for texts in ([], ["a"]):
        assert len(hs.Corpus.from_texts(texts).similarity(measure=measure)) == 0


def test_a_table_is_replayed(sample):
    table = sample.similarity("agency", measure="jensen_shannon", threshold=0.9)
    again = hs.replay(json.loads(json.dumps(table.manifest())), sample)
    assert again.to_polars().equals(table.to_polars())


def test_all_pairs_of_thousands_are_given_only_if_they_are_limited():
    corpus = hs.Corpus.from_texts(["a"] * 3_200)
    with pytest.raises(hs.LimitError, match="all pairs of 3200 rows are 5118400, and at most"):
        corpus.similarity()
    assert len(corpus.similarity(top=1)) == 3_200


@pytest.mark.parametrize(
    ("options", "exception", "message"),
    [
        ({"measure": "dice"}, hs.UnknownNameError, 'measure must be one of ["cosine", "jaccard"'),
        ({"top": 0}, hs.ParameterError, "top must be at least 1, got 0"),
        (
            {"threshold": float("nan")},
            hs.ParameterError,
            "threshold must be a finite number, got nan",
        ),
        ({"features": 0}, hs.ParameterError, "features must be at least 1, got 0"),
        ({"by": "color"}, hs.UnknownNameError, "metadata column must be one of"),
    ],
)
def test_what_cannot_be_compared_is_refused(sample, options, exception, message):
    with pytest.raises(exception) as raised:
        sample.similarity(**options)
    assert str(raised.value).startswith(message)


def test_burrows_delta_of_a_view_is_that_of_its_documents():
    """Of equally frequent terms the first by name is a feature, whatever else the corpus has."""
    texts = ["a a a a b b", "a a a b c", "a a c c x"]
    options = {"measure": "burrows_delta", "features": 2}
    alone = hs.Corpus.from_texts(texts).similarity(**options)
    larger = hs.Corpus.from_texts([*texts, "c " * 10], metadata={"own": [1, 1, 1, 0]})
    assert larger.subset(own=1).similarity(**options)["distance"] == alone["distance"]


def test_burrows_delta_of_two_would_be_the_same_whatever_they_are():
    """Their z-scores, by the standard deviation of a sample, are 1 and -1 over the root of 2."""
    corpus = hs.Corpus.from_texts(["a b c a", "a a a d", ""])
    with pytest.raises(hs.ParameterError, match=r"at least 3 documents or groups .* got 2"):
        corpus.similarity(measure="burrows_delta")
    three = hs.Corpus.from_texts(["a b c a", "a a a d", "b d"])
    assert len(set(three.similarity(measure="burrows_delta")["distance"])) == 3
