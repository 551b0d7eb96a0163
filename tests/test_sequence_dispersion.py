"""Dispersion of n-grams and clusters: naive counts by part, scores of plain numbers."""

import random
from collections import Counter
from itertools import combinations, pairwise

import hustings as hs
import pytest
from oracle_dispersion import BY_POSITION

COUNTED = [name for name in hs.dispersions().column("name") if name not in BY_POSITION]
each_seed = pytest.mark.parametrize("seed", range(4))


def random_texts(seed, n=14):
    rng = random.Random(seed)
    return [" ".join(rng.choices("aabcd", k=rng.choice([0, *range(16)]))).split() for _ in range(n)]


def built(texts, **metadata):
    joined = [" ".join(words) for words in texts]
    half = len(joined) // 2
    first = hs.Corpus.from_texts(
        joined[:half], metadata={name: column[:half] for name, column in metadata.items()}
    )
    return first.append(
        joined[half:], metadata={name: column[half:] for name, column in metadata.items()}
    )


def ngrams_of(words, n, skip=0):
    """The n-grams of a text, with the place at which each begins."""
    for start in range(len(words)):
        for places in combinations(range(start + 1, start + n + skip), n - 1):
            if places[-1] < len(words):
                yield start, " ".join(words[at] for at in (start, *places))


def rows(table):
    names = [name for name in table.columns if name != "per_million"]
    return list(zip(*map(table.column, names), strict=True))


def expected_rows(parts, sizes):
    """A row a sequence, from the sequences in each part and the tokens of each."""
    total = Counter(sequence for part in parts for sequence in part)
    order = sorted(total.items(), key=lambda item: (-item[1], item[0].split()))
    for sequence, frequency in order:
        counts = [part.count(sequence) for part in parts]
        scores = hs.dispersion_of(counts, sizes, measures=COUNTED)
        yield (sequence, frequency, *scores.values())


def without_documents(found):
    return [(*row[:2], *row[3:]) for row in found]


@each_seed
@pytest.mark.parametrize(("n", "skip"), [(2, 0), (3, 0), (2, 2), (3, 1), (5, 0)])
def test_ngrams_are_spread_over_documents(seed, n, skip):
    texts = random_texts(seed)
    table = built(texts).ngrams(n, skip=skip, dispersion=COUNTED)
    parts = [[found for _, found in ngrams_of(words, n, skip)] for words in texts]
    sizes = [len(words) for words in texts]
    assert without_documents(rows(table)) == list(expected_rows(parts, sizes))
    assert table.manifest()["n_parts"] == [sum(map(bool, texts))]
    assert table["range"] == table["documents"]


@each_seed
def test_ngrams_are_spread_over_the_documents_of_their_group(seed):
    texts = random_texts(seed, 20)
    rng = random.Random(seed)
    groups = [rng.choice(["x", "y", None]) for _ in texts]
    table = built(texts, group=groups).ngrams(2, by="group", dispersion=COUNTED, min_frequency=2)
    found = rows(table)
    for group in ["x", "y", None]:
        own = [words for words, of in zip(texts, groups, strict=True) if of == group]
        parts = [[found for _, found in ngrams_of(words, 2)] for words in own]
        expected = expected_rows(parts, [len(words) for words in own])
        wanted = [row for row in expected if row[1] >= 2]
        assert without_documents([row[1:] for row in found if row[0] == group]) == wanted


@each_seed
def test_parts_may_be_columns(seed):
    texts = random_texts(seed, 20)
    rng = random.Random(seed)
    years = [rng.choice([2030, 2031, None]) for _ in texts]
    corpus = built(texts, year=years)
    parts = {year: [] for year in (2030, 2031, None)}
    sizes = Counter()
    for words, year in zip(texts, years, strict=True):
        parts[year] += [found for _, found in ngrams_of(words, 2)]
        sizes[year] += len(words)
    expected = list(expected_rows([*parts.values()], [sizes[year] for year in parts]))
    table = corpus.ngrams(2, dispersion=COUNTED, parts="year")
    assert without_documents(rows(table)) == expected
    clusters = corpus.clusters("a", 2, dispersion=COUNTED, parts=["year"])
    by_name = {row[0]: row for row in rows(clusters)}
    alone = [row for row in expected if row[0].split().count("a") == 1]
    assert [(*by_name[row[0]][:2], *by_name[row[0]][3:]) for row in alone] == alone


def equal_parts(texts, n):
    """In which of n equal parts each place of each text lies, and the size of each."""
    tokens = sum(map(len, texts))
    ends = [tokens * part // n for part in range(n + 1)]
    numbers = [part for part, (one, other) in enumerate(pairwise(ends)) for _ in range(one, other)]
    places = iter(numbers)
    sizes = [other - one for one, other in pairwise(ends)]
    return [[next(places) for _ in words] for words in texts], sizes


@each_seed
@pytest.mark.parametrize("n_parts", [1, 3, 8])
def test_parts_may_be_equal_and_an_ngram_is_where_it_begins(seed, n_parts):
    texts = random_texts(seed)
    numbers, sizes = equal_parts(texts, n_parts)
    parts = [[] for _ in range(n_parts)]
    for words, own in zip(texts, numbers, strict=True):
        for start, found in ngrams_of(words, 2, 1):
            parts[own[start]].append(found)
    corpus = built(texts)
    table = corpus.ngrams(2, skip=1, dispersion=COUNTED, parts=n_parts)
    assert without_documents(rows(table)) == list(expected_rows(parts, sizes))
    assert table.manifest()["n_parts"] == [n_parts]


@each_seed
@pytest.mark.parametrize("parts", ["document", 4])
def test_clusters_are_spread_as_well(seed, parts):
    texts = random_texts(seed)
    if parts == "document":
        numbers = [[number] * len(words) for number, words in enumerate(texts)]
        sizes = [len(words) for words in texts]
    else:
        numbers, sizes = equal_parts(texts, parts)
    by_part = [[] for _ in sizes]
    for words, own in zip(texts, numbers, strict=True):
        for node, word in enumerate(words):
            for start in range(max(0, node - 2), min(node, len(words) - 3) + 1):
                if word == "b":
                    others = [at for at in range(3) if start + at != node]
                    for opened in others:
                        shown = ["*" if at == opened else words[start + at] for at in range(3)]
                        by_part[own[start]].append(" ".join(shown))
    table = built(texts).clusters("b", 3, slots=1, dispersion=COUNTED, parts=parts)
    expected = sorted(expected_rows(by_part, sizes), key=lambda row: (-row[1], row[0]))
    assert without_documents(rows(table)) == expected


@each_seed
def test_compounds_are_one_term_in_ngrams_and_in_sizes(seed):
    texts = random_texts(seed)
    merged = []
    for words in texts:
        joined = []
        for word in words:
            if word == "b" and joined[-1:] == ["a"]:
                joined[-1] = "a b"
            else:
                joined.append(word)
        merged.append(joined)
    table = built(texts).ngrams(2, compound="a b", dispersion=COUNTED)
    total = Counter()
    for words in merged:
        total.update(pairwise(words))
    found = {row[0]: row for row in rows(table)}
    sizes = [len(words) for words in merged]
    for pair, frequency in total.items():
        counts = [list(pairwise(words)).count(pair) for words in merged]
        scores = hs.dispersion_of(counts, sizes, measures=COUNTED)
        name = " ".join(pair)
        if sum(" ".join(other) == name for other in total) == 1:
            assert found[name][1] == frequency
            assert list(found[name][3:]) == list(scores.values())


def test_dispersion_goes_with_measures_views_and_layers():
    corpus = hs.sample_corpus()
    options = {"min_frequency": 3, "min_documents": 2, "zone": "body"}
    plain = corpus.ngrams(2, **options)
    spread = corpus.ngrams(2, dispersion=["dp", "range"], measures="log_dice", **options)
    assert spread.columns == [*plain.columns, "dp", "range", "expected", "log_dice"]
    assert sorted(spread["ngram"]) == sorted(plain["ngram"])
    scores = dict(zip(spread["ngram"], spread["dp"], strict=True))
    patterns = corpus.dispersion(list(scores), measures="dp", exact=True, zone="body")
    same = [scores[name] for name in scores if "'" not in name]
    found = dict(zip(patterns["pattern"], patterns["dp"], strict=True))
    assert [found[name] for name in scores if "'" not in name] == same
    again = hs.replay(spread.manifest(), corpus)
    assert again.to_csv() == spread.to_csv()


def test_more_than_one_text_in_a_part_and_none_at_all():
    assert len(hs.Corpus.from_texts([]).ngrams(2, dispersion="dp")) == 0
    assert len(hs.Corpus.from_texts(["", "a"]).ngrams(2, dispersion="dp")) == 0
    one = hs.Corpus.from_texts(["a b"]).ngrams(2, dispersion=["range", "dp", "juilland_d"])
    assert rows(one) == [("a b", 1, 1, 1, 0.0, None)]


BAD = [
    ({"dispersion": "arf"}, hs.ParameterError, "must be of measures that take counts, got"),
    ({"dispersion": "evenness"}, hs.UnknownNameError, "must be one of"),
    ({"dispersion": "dp", "parts": "agency"}, hs.UnknownNameError, 'must be one of .*got "agency"'),
    ({"dispersion": "dp", "parts": 9}, hs.ParameterError, "parts must be between 1 and 4"),
    ({"dispersion": "dp", "parts": 0}, hs.ParameterError, "parts must be between 1 and 4"),
    ({"dispersion": "dp", "parts": []}, hs.ParameterError, "parts must name one column at least"),
    ({"dispersion": "dp", "parts": 1.5}, hs.InputTypeError, "parts must be a whole number"),
]


@pytest.mark.parametrize(("options", "exception", "message"), BAD)
def test_what_cannot_be_asked_is_refused(options, exception, message):
    corpus = hs.Corpus.from_texts(["a b", "b a"])
    for ask in (lambda: corpus.ngrams(2, **options), lambda: corpus.clusters("a", 2, **options)):
        with pytest.raises(exception, match=message):
            ask()


def test_equal_parts_do_not_go_with_compounds_nor_groups_of_one_name():
    corpus = hs.Corpus.from_texts(["a b c"], metadata={"dp": [1]})
    with pytest.raises(hs.ParameterError, match="parts must be documents or columns with compound"):
        corpus.ngrams(2, compound="a b", dispersion="dp", parts=2)
    with pytest.raises(hs.ParameterError, match="dp"):
        corpus.ngrams(2, by="dp", dispersion="dp")
