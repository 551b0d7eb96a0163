"""Sentences: spans that cover the body, with and without a corpus."""

import hustings as hs
import pytest

ARTICLE = """ date 2031-03-04 Talks open

PORT LUMEN, March 4 (VPS) -- Talks opened. They will go on.

A SHARED RIVER

"We agree," said Zoë.

***

The river is long.
"""
BODY = ["Talks opened.", "They will go on.", '"We agree," said Zoë.', "***", "The river is long."]


def test_sentences_are_those_of_the_body():
    corpus = hs.Corpus.from_texts([ARTICLE, "", "No stop"], format="auto")
    table = corpus.sentences(text=True)
    assert table.columns == ["document", "start", "end", "tokens", "text"]
    assert table.column("text") == [*BODY, "No stop"]
    assert table.column("document") == ["text1"] * len(BODY) + ["text3"]
    assert table.column("tokens") == [2, 4, 4, 0, 4, 2]
    spans = zip(table.column("start"), table.column("end"), strict=True)
    assert [ARTICLE[start:end] for start, end in spans][: len(BODY)] == BODY


def test_sentences_of_texts_are_those_of_a_corpus_of_them():
    texts = [ARTICLE, "", "No stop", "Zoë spoke.\n\nSo did we."]
    corpus = hs.Corpus.from_texts(texts, format="auto").sentences(text=True)
    alone = hs.sentences(texts, text=True)
    assert alone.columns == ["document", "start", "end", "text"]
    for name in alone.columns:
        assert alone.column(name) == corpus.column(name)


def test_the_text_of_sentences_comes_only_if_asked_for():
    assert hs.sentences(["Yes. No."]).columns == ["document", "start", "end"]
    assert hs.Corpus.from_texts(["Yes."]).sentences().columns == [
        "document",
        "start",
        "end",
        "tokens",
    ]


@pytest.mark.parametrize(
    ("zone", "expected"), [("body", BODY), ("headline", []), (["paragraph", "heading"], BODY)]
)
def test_sentences_respect_the_zones_in_view(zone, expected):
    corpus = hs.Corpus.from_texts([ARTICLE], format="news")
    assert corpus.subset(zone=zone).sentences(text=True).column("text") == expected


def test_sentences_respect_the_documents_in_view():
    corpus = hs.Corpus.from_texts(["One. Two.", "Three."], ids=["a", "b"])
    assert corpus.subset(id="b").sentences().column("document") == ["b"]
