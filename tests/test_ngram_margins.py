"""Margins of n-grams in association: naive counts of beginnings and ends."""

import random
from collections import Counter
from itertools import pairwise

import hustings as hs
import pytest


def words_of(seed, length):
    return random.Random(seed).choices("abcdefgh", [9, 7, 5, 3, 2, 1, 1, 0.01], k=length)


def margins(texts, n):
    """How often each n-gram occurs, how many begin and end as it does, and how many there are."""
    grams = Counter()
    for words in texts:
        grams.update(zip(*(words[at:] for at in range(n)), strict=False))
    first, last = Counter(), Counter()
    for gram, times in grams.items():
        first[gram[:-1]] += times
        last[gram[-1]] += times
    return grams, first, last, sum(grams.values())


def check(table, texts, n, least):
    grams, first, last, total = margins(texts, n)
    met = {gram: times for gram, times in grams.items() if times >= least}
    assert set(table["ngram"]) == {" ".join(gram) for gram in met}
    for ngram, frequency, expected in zip(
        *(table[name] for name in ("ngram", "frequency", "expected")), strict=True
    ):
        gram = tuple(ngram.split())
        assert frequency == met[gram]
        product = first[gram[:-1]] * last[gram[-1]]
        assert expected == pytest.approx(product / total, rel=1e-12), ngram


@pytest.mark.parametrize("n", [2, 3, 4])
@pytest.mark.parametrize("least", [1, 4])
def test_margins_are_those_of_all_ngrams_of_the_group(n, least):
    rng = random.Random(n)
    texts = [words_of(seed, rng.choice([0, 1, 2, 3, 30, 60])) for seed in range(30)]
    groups = [rng.choice(["x", "y", None]) for _ in texts]
    joined = [" ".join(words) for words in texts]
    corpus = hs.Corpus.from_texts(joined, metadata={"group": groups})
    table = corpus.ngrams(n, by="group", measures="g2", min_frequency=least).to_polars()
    for group in ["x", "y", None]:
        own = [words for words, of in zip(texts, groups, strict=True) if of == group]
        check(table.filter(table["group"].eq_missing(group)), own, n, least)
    check(corpus.ngrams(n, measures="g2", min_frequency=least), texts, n, least)
    own = [words for words, of in zip(texts, groups, strict=True) if of == "x"]
    part = corpus.subset(group="x").ngrams(n, measures="g2", min_frequency=1)
    check(part, own, n, 1)


@pytest.mark.parametrize("n", [2, 3, 5])
def test_texts_that_are_cut_for_workers_have_the_same_margins(n):
    texts = [words_of(n, 400_000), words_of(7, 3), words_of(8, 150_000)]
    corpus = hs.Corpus.from_texts([" ".join(words) for words in texts])
    check(corpus.ngrams(n, measures="mi", min_frequency=20), texts, n, 20)


def test_headings_part_ngrams_in_margins_too():
    text = "Talks go on\n\nThe river talks go on. Talks go on and on.\n\nON AND ON\n\nTalks go."
    corpus = hs.Corpus.from_texts([text], format="news")
    zones = [
        hs.tokenize([text[start:end].lower()]).to_list()[0]
        for start, end in zip(corpus.zones()["start"], corpus.zones()["end"], strict=True)
    ]
    check(corpus.ngrams(2, measures="mi"), zones, 2, 1)
    quoted = hs.Corpus.from_texts(['Vell said the pier is old. "The pier is new," Orr said.'])
    view = quoted.subset(voice="narration")
    assert sum(view.ngrams(2, measures="mi")["expected"]) == pytest.approx(
        sum(
            first * last / total
            for _, _, first, last, total in [
                (one, two, *margin_of(view, one, two)) for one, two in pairs_of(view)
            ]
        )
    )


def pairs_of(view):
    return [tuple(ngram.split()) for ngram in view.ngrams(2)["ngram"]]


def margin_of(view, one, two):
    pairs = view.ngrams(2)
    counted = list(zip((gram.split() for gram in pairs["ngram"]), pairs["frequency"], strict=True))
    first = sum(times for gram, times in counted if gram[0] == one)
    last = sum(times for gram, times in counted if gram[1] == two)
    return first, last, sum(times for _, times in counted)


def test_values_of_a_layer_and_pairs_of_skips_have_margins_as_well():
    words = words_of(1, 40)
    corpus = hs.Corpus.from_texts([" ".join(words)])
    tokens = {name: [*corpus.tokens()[name]] for name in ("document", "start", "end")}
    tagged = corpus.annotate({**tokens, "pos": [word.upper() for word in words]})
    upper = [[word.upper() for word in words]]
    check(tagged.ngrams(2, layer="pos", measures="mi"), upper, 2, 1)
    pairs = Counter([*pairwise(words), *zip(words, words[2:], strict=False)])
    table = corpus.ngrams(2, skip=1, measures="mi")
    assert dict(zip(table["ngram"], table["frequency"], strict=True)) == {
        " ".join(pair): times for pair, times in pairs.items()
    }
