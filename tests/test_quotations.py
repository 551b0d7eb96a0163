# ruff: noqa: E501 - rows read best on one line
"""Quotations and speakers: floors on the annotated articles, places within the text, hostile input."""

import sys
from pathlib import Path

import hustings as hs
import hypothesis
import pytest
from hypothesis import strategies

sys.path.insert(0, str(Path(__file__).parent / "articles"))

import annotated

PIECES = [
    *('"', "'", "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb", "\u201e", "``", "''"),
    *(
        " said ",
        " told ",
        " the analyst",
        " that ",
        " according to ",
        " in her view ",
        " for Vell, ",
    ),
    *(
        ". ",
        ", ",
        ": ",
        "\n\n",
        " -- ",
        "(",
        ")",
        "Vell",
        "\u00e9",
        "\u4e2d",
        "e\u0301",
        " and ",
        "'s",
        " 3",
    ),
]


def found(texts, form="news"):
    table = hs.quotations(texts, format=form)
    return [
        dict(zip(table.columns, row, strict=True))
        for row in zip(*map(table.column, table.columns), strict=True)
    ]


def share(row, gold):
    spans = row["content_spans"]
    mine = {
        at for start, end in zip(spans[::2], spans[1::2], strict=True) for at in range(start, end)
    }
    theirs = {at for start, end in gold["content"] for at in range(start, end)}
    return len(mine & theirs) / max(len(mine), len(theirs))


def test_most_quotations_of_the_open_articles_are_found_with_their_cue_and_kind():
    gold = right = mine = 0
    for path in annotated.sources("open"):
        article = annotated.read(path)
        rows = found([article["text"]])
        gold += len(article["quotations"])
        mine += len(rows)
        for one in article["quotations"]:
            right += any(share(row, one) > 0.8 for row in rows)
    assert right / gold > 0.88
    assert right / mine > 0.88


def test_places_are_those_of_the_words():
    text = 'É. "We are ready,\u00bb asked nobody. "We agree," said Zoë Vell. "We go."'
    for row in found([text], "plain"):
        for name in ("cue", "source"):
            if row[name] is not None:
                assert text[row[f"{name}_start"] : row[f"{name}_end"]] == row[name]
        spans = row["content_spans"]
        pieces = [text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)]
        assert " ".join(" ".join(pieces).split()) == row["content"]


@hypothesis.given(strategies.lists(strategies.sampled_from(PIECES), max_size=40).map("".join))
@hypothesis.settings(max_examples=400, deadline=None)
def test_any_text_has_its_quotations_within_it(text):
    for form in ("news", "plain"):
        for row in found([text], form):
            spans = row["content_spans"]
            places = [*spans, row["cue_start"] or 0, row["cue_end"] or 0, row["source_end"] or 0]
            assert all(0 <= place <= len(text) for place in places)
            assert all(start < end for start, end in zip(spans[::2], spans[1::2], strict=True))


def test_a_corpus_has_the_quotations_of_its_texts():
    texts = ["Tara Vell said it was late. She added that she was tired.", "Nobody came."]
    corpus = hs.Corpus.from_texts(texts)
    assert corpus.quotations()["content"] == ["it was late", "she was tired"]
    assert corpus.speakers()["speaker"] == ["Tara Vell"]
    assert hs.quotations(texts)["speaker"] == ["Tara Vell", "Tara Vell"]


@pytest.mark.parametrize("words", ["said ", "He said that ", "who said ", "according to him, "])
def test_a_text_that_repeats_a_report_without_end_is_not_followed_without_end(words):
    text = words * (200_000 // len(words))
    found = hs.quotations([text])
    assert sum(map(len, found["content"])) < 20 * len(text)
    assert all(end <= len(text) for end in found["content_end"])


def test_a_sentence_of_a_thousand_words_keeps_its_report():
    text = f"Vell said the list had {', '.join(f'item {number}' for number in range(250))}."
    assert hs.quotations([text])["speaker"] == ["Vell"]
