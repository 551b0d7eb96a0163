"""What collocates are compared with: totals with the node or without, all terms that are near."""

import math
import random
from collections import Counter

import hustings as hs
import pytest

DRAW = random.Random(7)
TEXTS = [
    " ".join(DRAW.choices(["the", *(f"w{number}" for number in range(7))], [3] + [1] * 7, k=400))
    for _ in range(6)
]


def expected(texts, node, *, without_node):
    """Tokens next to a node by term, and pointwise mutual information, by plain Python."""
    words = [text.split() for text in texts]
    near, totals = Counter(), Counter()
    for text in words:
        totals.update(text)
        nodes = {at for at, word in enumerate(text) if word in node}
        for at, word in enumerate(text):
            if at not in nodes and nodes & {at - 1, at + 1}:
                near[word] += 1
    if without_node:
        for word in node:
            del totals[word]
    window, n = near.total(), totals.total()
    return {word: math.log2(count * n / (window * totals[word])) for word, count in near.items()}


@pytest.mark.parametrize("node", [["the"], ["the", "w3"], ["w1"]])
@pytest.mark.parametrize("without_node", [True, False])
def test_totals_hold_the_node_or_not(node, without_node):
    corpus = hs.Corpus.from_texts(TEXTS)
    options = {"window": 1, "measures": "mi", "min_frequency": 1, "direction": "both"}
    table = corpus.collocates(node, **options, without_node=without_node)
    found = dict(zip(table.column("collocate"), table.column("mi"), strict=True))
    assert found == pytest.approx(expected(TEXTS, node, without_node=without_node), abs=1e-12)


def test_without_its_node_a_random_text_has_no_collocates():
    corpus = hs.Corpus.from_texts(TEXTS)
    options = {"window": 1, "measures": "mi", "min_frequency": 1, "direction": "both"}
    scores = corpus.collocates("the", **options, without_node=True).column("mi")
    assert max(map(abs, scores)) < 0.2 < min(corpus.collocates("the", **options).column("mi"))


def test_groups_leave_out_their_own_nodes():
    corpus = hs.Corpus.from_texts(TEXTS, metadata={"side": ["a", "b"] * 3})
    options = {"window": 1, "measures": "mi", "min_frequency": 1, "direction": "both"}
    table = corpus.collocates("the", **options, without_node=True, by="side")
    rows = zip(*map(table.column, ("side", "collocate", "mi")), strict=True)
    found = {(side, word): score for side, word, score in rows}
    for number, side in enumerate("ab"):
        for word, score in expected(TEXTS[number::2], ["the"], without_node=True).items():
            assert found[side, word] == pytest.approx(score, abs=1e-12)


def test_the_correction_is_by_all_terms_that_are_near():
    corpus = hs.sample_corpus()
    scores = {}
    for direction, least in (("both", 1), ("positive", 1), ("positive", 5)):
        table = corpus.collocates(
            "the",
            measures="conservative_log_ratio",
            direction=direction,
            min_frequency=least,
        )
        columns = map(table.column, ("collocate", "conservative_log_ratio"))
        scores[direction, least] = dict(zip(*columns, strict=True))
    everything = scores["both", 1]
    assert len(scores["positive", 5]) < len(scores["positive", 1]) < len(everything)
    for found in scores.values():
        assert all(score == everything[word] for word, score in found.items())
    assert any(everything.values())


def test_the_correction_of_ngrams_is_by_all_of_them():
    corpus = hs.sample_corpus()
    scores = []
    for least in (1, 3):
        table = corpus.ngrams(2, measures="conservative_log_ratio", min_frequency=least)
        columns = map(table.column, ("ngram", "conservative_log_ratio"))
        scores.append(dict(zip(*columns, strict=True)))
    assert 0 < len(scores[1]) < len(scores[0])
    assert all(score == scores[0][ngram] for ngram, score in scores[1].items())
    assert any(scores[1].values())


@pytest.mark.parametrize("n", [2, 3])
def test_the_correction_of_ngrams_in_groups_is_that_of_each_group(n):
    corpus = hs.sample_corpus()
    measures = ["log_likelihood", "conservative_log_ratio"]
    table = corpus.ngrams(n, measures=measures, by="agency", min_frequency=3)
    columns = ["ngram", "frequency", "log_likelihood", "conservative_log_ratio"]
    rows = list(zip(*map(table.column, ["agency", *columns]), strict=True))
    for side in ("VPS", "Northern Wire"):
        alone = corpus.subset(agency=side).ngrams(n, measures=measures, min_frequency=3)
        expected = list(zip(*map(alone.column, columns), strict=True))
        assert [row[1:] for row in rows if row[0] == side] == expected
        assert any(row[-1] for row in expected)


@pytest.mark.parametrize("node", [["the"], ["the", "w3"]])
def test_the_base_is_what_collocates_are_compared_with(node):
    corpus = hs.Corpus.from_texts(TEXTS, metadata={"side": ["a", "b"] * 3})
    texts = {"a": TEXTS[::2], "b": TEXTS[1::2]}
    counts = {side: Counter(" ".join(own).split()) for side, own in texts.items()}

    def base(side, *, without):
        return counts[side].total() - sum(counts[side][word] for word in without)

    options = {"by": "side", "min_frequency": 1}
    of_all = [base(side, without=[]) for side in "ab"]
    assert corpus.collocates(node, **options).manifest()["base_tokens"] == of_all
    options["without_node"] = True
    of_others = [base(side, without=node) for side in "ab"]
    assert corpus.collocates(node, **options).manifest()["base_tokens"] == of_others
    table = corpus.collocates({"one": node, "other": "w5"}, **options)
    of_w5 = [base(side, without=["w5"]) for side in "ab"]
    assert table.manifest()["base_tokens"] == {"one": of_others, "other": of_w5}


@pytest.mark.parametrize("marginals", ["subset", "corpus"])
@pytest.mark.parametrize("without_node", [True, False])
@pytest.mark.parametrize("node", [["the"], ["w1 w2", "w3"]])
def test_terms_in_no_window_have_rows_unless_they_are_the_node(node, without_node, marginals):
    texts = ["w0 the w1 w2 w1 w4 x y w3 z " + TEXTS[0][:60], "the w3 apart"]
    corpus = hs.Corpus.from_texts(texts, ids=["a", "b"])
    view = corpus.subset(id="a")
    options = {"window": 1, "measures": "mi", "min_frequency": 0, "min_documents": 0}
    found = {
        direction: view.collocates(
            node, **options, without_node=without_node, marginals=marginals, direction=direction
        )
        for direction in ("both", "positive", "negative")
    }
    columns = ("collocate", "frequency", "corpus_frequency", "expected")
    rows = {
        direction: set(zip(*map(table.column, columns), strict=True))
        for direction, table in found.items()
    }
    assert rows["both"] == rows["positive"] | rows["negative"]
    words = texts[0].split()
    is_node = [False] * len(words)
    for at in range(len(words)):
        for one in node:
            length = len(one.split())
            if words[at : at + length] == one.split():
                is_node[at : at + length] = [True] * length
    near = Counter(
        word
        for at, word in enumerate(words)
        if not is_node[at] and (is_node[max(at - 1, 0)] or any(is_node[at + 1 : at + 2]))
    )
    others = {word for word, node in zip(words, is_node, strict=True) if not node}
    if marginals == "corpus":
        others |= {*texts[1].split()} - {*words}
    assert {word: count for word, count, *_ in rows["both"]} == {
        word: near[word] for word in others
    }


@pytest.mark.parametrize("node", ["Trade", "TRADE", "trade"])
def test_a_node_of_a_network_is_one_however_it_is_spelled(node):
    corpus = hs.Corpus.from_texts(["Trade trade trade river. Trade river.", "x"])
    network = corpus.collocation_network(node, depth=3, min_frequency=1, most=3)
    edges = set(zip(network.column("source"), network.column("target"), strict=True))
    assert edges == {(node, "river"), ("river", node)}


@pytest.mark.parametrize("measure", ["lambda", "lambda_z"])
def test_lambda_is_of_two_words(measure):
    corpus = hs.sample_corpus()
    assert len(corpus.ngrams(2, measures=measure)) > 0
    with pytest.raises(hs.ParameterError, match=f"{measure} is of two words, got n=3"):
        corpus.ngrams(3, measures=measure)


def test_the_base_of_marginals_of_the_corpus_is_told_once():
    corpus = hs.Corpus.from_texts(["x y", "x y z"], metadata={"year": [1, 2]})
    options = {"by": "year", "min_frequency": 1}
    table = corpus.collocates("x", marginals="corpus", **options)
    assert repr(table).endswith("base: the 5 tokens of the corpus for each group")
    table = corpus.collocates("x", **options)
    assert repr(table).endswith("base: the tokens of each group, 5 in all")
