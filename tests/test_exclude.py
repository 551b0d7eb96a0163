"""What is excluded has no rows, and nothing else changes: held against tables of everything."""

from fnmatch import fnmatchcase

import hustings as hs
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

STOPPED = [*hs.stop_words(), "s?id", "*ation", "2031"]


def left(frame, column, patterns, *, case_sensitive=False):
    """The rows of a table in whose terms no pattern matches a word."""

    def stays(terms):
        return not any(
            fnmatchcase(term if case_sensitive else term.lower(), pattern)
            for term in terms.split(" ")
            for pattern in patterns
        )

    return frame.filter(pl.col(column).map_elements(stays, return_dtype=pl.Boolean))


# The column of the terms, and the question.
QUESTIONS = {
    "frequencies": ("term", lambda c, **o: c.frequencies(**o)),
    "frequencies by group": ("term", lambda c, **o: c.frequencies(by="agency", **o)),
    "rare ones": ("term", lambda c, **o: c.frequencies(min_frequency=2, per=1000, **o)),
    "a voice": ("term", lambda c, **o: c.frequencies(voice="quoted", **o)),
    "collocates": ("collocate", lambda c, **o: c.collocates("csw", **o)),
    "collocates scored": (
        "collocate",
        lambda c, **o: c.collocates("csw", measures=["log_dice", "mi"], min_frequency=2, **o),
    ),
    "collocates that are absent": (
        "collocate",
        lambda c, **o: c.collocates(
            "csw", measures="g2", direction="negative", min_frequency=0, min_documents=0, **o
        ),
    ),
    "collocates of several by group": (
        "collocate",
        lambda c, **o: c.collocates({"a": "csw", "b": "river"}, by="agency", **o),
    ),
    "bigrams": ("ngram", lambda c, **o: c.ngrams(2, **o)),
    "bigrams scored": (
        "ngram",
        lambda c, **o: c.ngrams(2, measures=["log_likelihood", "mi"], dispersion="dp", **o),
    ),
    "bigrams by group": ("ngram", lambda c, **o: c.ngrams(2, by="agency", measures="mi", **o)),
    "rare bigrams": (
        "ngram",
        lambda c, **o: c.ngrams(2, min_frequency=3, min_documents=2, measures="t_score", **o),
    ),
    "trigrams": ("ngram", lambda c, **o: c.ngrams(3, measures="log_likelihood", **o)),
    "skip-grams": ("ngram", lambda c, **o: c.ngrams(3, skip=1, measures="mi", **o)),
    "five words": ("ngram", lambda c, **o: c.ngrams(5, **o)),
    "key terms": (
        "term",
        lambda c, **o: c.subset(voice="quoted").keyness(
            c.subset(voice="narration"), direction="both", min_frequency=1, **o
        ),
    ),
    "key terms of a list": (
        "term",
        lambda c, **o: c.keyness(
            {"The": 400, "peace": 20, "nation": 3}, reference_tokens=9000, resamples=50, **o
        ),
    ),
}


@pytest.fixture(scope="module")
def sample():
    return hs.sample_corpus()


@pytest.mark.parametrize(("column", "ask"), QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("options", [{}, {"compound": ["mutual trust", "two river*"]}], ids=str)
def test_all_else_is_as_it_is_in_the_whole_table(sample, column, ask, options):
    if "compound" in options and column == "ngram":
        # A compound's name has spaces.
        options = {"compound": {"mutualtrust": "mutual trust", "rivers": "two river*"}}
    whole = ask(sample, **options).to_polars()
    found = ask(sample, exclude=STOPPED, **options)
    expected = (
        left(whole, column, STOPPED)
        if column == "ngram"
        else whole.filter(
            ~pl.col(column).map_elements(
                lambda term: any(fnmatchcase(term, pattern) for pattern in STOPPED), pl.Boolean
            )
        )
    )
    assert 0 < len(expected) < len(whole)
    assert_frame_equal(found.to_polars(), expected, check_exact=True)


@pytest.mark.parametrize("by", [None, "agency"])
@pytest.mark.parametrize("least", [1, 2, 5, 24, 25])
def test_terms_of_fewer_documents_are_left_out(sample, by, least):
    options = {"by": by, "min_frequency": 2}
    whole = sample.frequencies(**options).to_polars()
    found = sample.frequencies(min_documents=least, **options)
    assert_frame_equal(
        found.to_polars(), whole.filter(pl.col("documents") >= least), check_exact=True
    )
    assert hs.replay(found.manifest(), sample).to_polars().equals(found.to_polars())


@pytest.mark.parametrize("pattern", ["The", "the", "T*", "t?e"])
def test_case_counts_where_it_counts(sample, pattern):
    whole = sample.frequencies(case_sensitive=True).to_polars()
    found = sample.frequencies(case_sensitive=True, exclude=pattern).to_polars()
    assert_frame_equal(found, left(whole, "term", [pattern], case_sensitive=True))
    small = sample.frequencies(exclude=pattern)
    assert_frame_equal(small.to_polars(), sample.frequencies(exclude=pattern.lower()).to_polars())


def test_values_of_a_layer_are_compared_whole():
    plain = hs.Corpus.from_texts(["The cats sat.", "A cat sits."])
    columns = {name: [*plain.tokens()[name]] for name in ("document", "start", "end")}
    corpus = plain.annotate(columns | {"lemma": ["the", "cat", "sit", "a", "cat", "sit"]})
    assert corpus.frequencies(layer="lemma", exclude=["s*", "The"])["term"] == ["cat", "a", "the"]
    assert corpus.ngrams(2, layer="lemma", exclude="sit")["ngram"] == ["a cat", "the cat"]


def test_compounds_are_excluded_by_their_names(sample):
    trust = {"compound": "mutual trust"}
    kept = sample.frequencies(exclude="trust", **trust)["term"]
    assert "mutual trust" in kept
    assert "mutual trust" not in sample.frequencies(exclude=["mutual trust"], **trust)["term"]


def test_lists_made_for_others_are_taken(sample):
    # Of the lists of NLTK and spaCy, with marks of punctuation as people add them.
    others = {"it's", "don't", "shouldn't", "n't", "\u2019s", "-", "...", "'", "t", "win-win"}
    terms = sample.frequencies(exclude=others)["term"]
    assert set(sample.frequencies()["term"]) - set(terms) == {
        term for term in sample.frequencies()["term"] if term in {"don't", "shouldn't", "'s", "t"}
    }
    by_order = sample.frequencies(exclude=sorted(others)).manifest()
    assert sample.frequencies(exclude=others).manifest() == by_order


def test_what_is_excluded_stands_in_the_manifest_and_is_replayed(sample):
    for ask in (
        lambda: sample.frequencies(exclude=["the", "a*"]),
        lambda: sample.ngrams(2, exclude="the"),
        lambda: sample.collocates("river", exclude="the"),
        lambda: sample.collocation_network("river", min_frequency=2, exclude=hs.stop_words()),
        lambda: sample.subset(agency="Northern Wire").keyness(exclude=["the"]),
    ):
        table = ask()
        assert "the" in table.manifest()["exclude"]
        assert hs.replay(table.manifest(), sample).to_csv() == table.to_csv()


def test_what_is_excluded_is_not_followed_in_a_network(sample):
    options = {"min_frequency": 2, "depth": 2, "most": 5}
    whole = sample.collocation_network("river", **options)
    assert "the" in whole["target"]
    network = sample.collocation_network("river", exclude=hs.stop_words(), **options)
    assert not {*network["source"], *network["target"]} & set(hs.stop_words())
    assert max(network["depth"]) == 2


@pytest.mark.parametrize("bad", ["mutual trust", ["a", "of the"], "* of", "", [" "]])
def test_what_can_be_no_term_is_refused(sample, bad):
    with pytest.raises(hs.ParameterError, match="pattern must"):
        sample.frequencies(exclude=bad)


@pytest.mark.parametrize("bad", [5, ["a", None], {"a": 1}, None])
def test_what_is_no_list_of_words_is_refused(sample, bad):
    with pytest.raises(hs.InputTypeError, match="exclude"):
        sample.ngrams(2, exclude=bad)


def test_stop_words_are_words_as_they_are_counted():
    words = hs.stop_words()
    assert words == sorted(set(words))
    assert hs.tokenize(["it" + " ".join(words)]).to_list()[0] == ["it", *words]
    with pytest.raises(hs.UnknownNameError, match='language must be "en", got "de"'):
        hs.stop_words("de")


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.lists(st.sampled_from("abcdef"), max_size=12).map(" ".join), max_size=4),
    excluded=st.sets(st.sampled_from("abcdefg")),
    n=st.integers(2, 4),
    skip=st.integers(0, 2),
    least=st.integers(1, 3),
)
def test_sequences_without_words_are_those_of_the_whole_table(texts, excluded, n, skip, least):
    corpus = hs.Corpus.from_texts(texts)
    options = {"skip": skip, "min_frequency": least, "measures": ["log_likelihood", "mi"]}
    whole = corpus.ngrams(n, **options).to_polars()
    found = corpus.ngrams(n, exclude=excluded, **options).to_polars()
    assert_frame_equal(found, left(whole, "ngram", excluded), check_exact=True)
