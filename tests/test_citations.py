"""Citations lead back to the text that they were taken from, or say why they do not."""

import hustings as hs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import texts

TALKS = ["We want mutual trust.", "Trust is gone. \u201cTrust\u201d? Zo\u00eb's trust-based talks."]


@given(texts)
@settings(max_examples=60, deadline=None)
def test_every_token_is_found_by_its_citation(written):
    corpus = hs.Corpus.from_texts(written)
    lines = corpus.kwic(".*", regex=True, window=2)
    cited = corpus.cited([line.cite() for line in lines], window=2)
    assert list(cited) == list(lines)


@given(texts)
@settings(max_examples=60, deadline=None)
def test_characters_are_found_if_they_are_whole_tokens_and_not_otherwise(written):
    corpus = hs.Corpus.from_texts(written)
    tokens = corpus.tokens()
    bounds = list(zip(tokens["document"], tokens["start"], tokens["end"], strict=True))
    hashes = {line.document: line.cite()[-9:] for line in corpus.kwic(".*", regex=True)}
    for document, hash_ in hashes.items():
        starts = {start for name, start, _ in bounds if name == document}
        ends = {end for name, _, end in bounds if name == document}
        for start in range(min(12, len(corpus.text(document)))):
            for end in range(start + 1, start + 12):
                whole = start in starts and end in ends
                states = corpus._inner.whereabouts([f"{document}:{start}-{end}{hash_}"])
                assert states == ["same" if whole else "not tokens"]


def test_lines_are_given_in_the_order_of_the_citations_and_as_often():
    corpus = hs.Corpus.from_texts(TALKS)
    first, *_, last = (line.cite() for line in corpus.kwic("trust"))
    wanted = [last, first, last]
    assert [line.cite() for line in corpus.cited(wanted)] == wanted


def test_a_phrase_is_cited_as_a_whole():
    corpus = hs.Corpus.from_texts(TALKS)
    line = corpus.kwic("mutual trust")[0]
    assert corpus.cited(line.cite())[0] == line


def test_ids_may_hold_the_marks_of_a_citation():
    corpus = hs.Corpus.from_texts(TALKS, ids=["a:1-2#00000000", "b#:-"])
    for line in corpus.kwic("trust"):
        assert corpus.cited(line.cite())[0] == line


def test_a_citation_does_not_reach_over_the_end_of_a_zone():
    corpus = hs.Corpus.from_texts(["TRUST\n\nWe talk."], format="news")
    line = corpus.kwic("trust")[0]
    across = line.cite().replace(":0-5#", ":0-9#")
    with pytest.raises(hs.CitationError, match="not those of whole tokens"):
        corpus.cited(across)


CHANGED = [
    (["We want trust.", TALKS[1]], 'document "text1" has another text'),
    ([], 'no document "text1" is in view'),
]


@pytest.mark.parametrize(("written", "why"), CHANGED)
def test_a_citation_that_leads_nowhere_says_why(written, why):
    cite = hs.kwic(TALKS, "mutual")[0].cite()
    with pytest.raises(hs.CitationError, match=f"{cite} leads nowhere: {why}"):
        hs.Corpus.from_texts(written).cited(cite)


def test_a_document_out_of_view_is_gone():
    corpus = hs.Corpus.from_texts(TALKS, metadata={"year": [2030, 2031]})
    cite = corpus.kwic("mutual")[0].cite()
    with pytest.raises(hs.CitationError, match='no document "text1" is in view'):
        corpus.subset(year=2031).cited(cite)


def test_other_tokens_are_not_those_that_were_cited():
    hyphen = hs.kwic(TALKS, "based")[0].cite()
    whole = hs.Corpus.from_texts(TALKS, tokenizer=hs.Tokenizer(hyphens="keep"))
    with pytest.raises(hs.CitationError, match="not those of whole tokens"):
        whole.cited(hyphen)


@given(st.text(max_size=30))
def test_what_is_no_citation_is_refused(text):
    with pytest.raises(hs.ParameterError, match="citation must be as in"):
        hs.Corpus.from_texts(TALKS).cited(text)


@pytest.mark.parametrize("window", [0, 5, "sentence"])
def test_a_column_of_citations_leads_back(window):
    corpus = hs.sample_corpus()
    lines = corpus.kwic("t*", window=window).sample(30, seed=1).with_context("citation")
    assert lines["citation"] == [line.cite() for line in lines]
    assert lines[3].citation == lines[3].cite()
    back = corpus.cited(lines.to_polars()["citation"].to_list(), window=window)
    assert [line.left for line in back] == lines["left"]
