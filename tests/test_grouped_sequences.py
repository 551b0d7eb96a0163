"""Clusters and cooccurrences by group: each group's rows are those of a subset of it."""

import hustings as hs
import polars as pl
import pytest

QUESTIONS = {
    "cooccurrences": lambda corpus, **by: corpus.cooccurrences(2, min_frequency=3, **by),
    "clusters": lambda corpus, **by: corpus.clusters("trust", 3, **by),
    "clusters with slots": lambda corpus, **by: corpus.clusters("t*", 4, slots=1, **by),
    "dispersed clusters": lambda corpus, **by: corpus.clusters(
        "the", 2, dispersion=["dp", "range"], min_frequency=2, **by
    ),
}


@pytest.fixture(scope="module")
def corpus():
    return hs.sample_corpus()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_group_is_counted_as_a_subset_of_it(corpus, name):
    ask = QUESTIONS[name]
    table = ask(corpus, by="agency").to_polars()
    agencies = set(corpus.documents["agency"])
    assert len(agencies) > 1
    for agency in agencies:
        own = table.filter(pl.col("agency").eq_missing(agency)).drop("agency")
        assert own.equals(ask(corpus.subset(agency=agency)).to_polars())
    assert table.columns[0] == "agency"


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        (
            lambda corpus, **by: corpus.cooccurrences(2, min_frequency=1, **by),
            ["first", "second"],
        ),
        (lambda corpus, **by: corpus.clusters("t*", 3, slots=1, **by), ["cluster"]),
    ],
)
def test_what_groups_have_together_is_what_all_have(corpus, ask, names):
    view = corpus.subset(zone="body", date=("2031-03", None))
    table = ask(view, by=["agency", "document"])
    assert table.columns[:2] == ["agency", "document"]
    assert set(table["document"]) <= set(view.documents["id"])
    together = table.to_polars().group_by(names).agg(pl.col("frequency").sum(), pl.len())
    whole = ask(view).to_polars().select(*names, "frequency", "documents")
    together = together.rename({"len": "documents"}).cast({"documents": pl.Int64})
    assert together.sort(names).equals(whole.sort(names))


@pytest.mark.parametrize("name", QUESTIONS)
def test_groups_are_replayed_and_refused_by_name(corpus, name):
    ask = QUESTIONS[name]
    table = ask(corpus, by="agency")
    assert hs.replay(table.manifest(), corpus).to_polars().equals(table.to_polars())
    with pytest.raises(hs.UnknownNameError, match="nope"):
        ask(corpus, by="nope")
    named = hs.Corpus.from_texts(["trust the trust"], metadata={"frequency": ["a"]})
    with pytest.raises(hs.ParameterError, match="frequency"):
        ask(named, by="frequency")
