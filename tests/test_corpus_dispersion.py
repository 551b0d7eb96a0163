"""Dispersion over a corpus: counts by the oracle, scores by those of plain numbers."""

import random
from collections import Counter
from itertools import pairwise

import hustings as hs
import oracle
import pytest
from oracle_dispersion import BY_POSITION

ALL = hs.dispersions().column("name")
COUNTED = [name for name in ALL if name not in BY_POSITION]
WORDS = ["the", "The", "trust", "Trust", "of", "SCO", "win-win", "naïve", "don\u2019t", "42"]


def random_texts(rng, documents):
    weights = [rng.random() ** 3 for _ in WORDS]
    return [" ".join(rng.choices(WORDS, weights, k=rng.randint(0, 30))) for _ in range(documents)]


def forms(found, *, case_sensitive):
    form = str if case_sensitive else oracle.normal_form
    return [form(token.text) for token in found]


def expected_rows(tokens_of_parts, measures):
    """Term, frequency and scores, from the tokens of each part."""
    counts = [Counter(tokens) for tokens in tokens_of_parts]
    sizes = [len(tokens) for tokens in tokens_of_parts]
    everything = [token for tokens in tokens_of_parts for token in tokens]
    total = sum(counts, Counter())
    rows = []
    for term, frequency in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        places = [at for at, token in enumerate(everything) if token == term]
        own = [count[term] for count in counts]
        scores = hs.dispersion_of(own, sizes, positions=places, measures=measures)
        rows.append((term, frequency, *scores.values()))
    return rows


def rows(table):
    return list(zip(*map(table.column, table.columns), strict=True))


@pytest.mark.parametrize("case_sensitive", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_the_whole_vocabulary_by_document_is_that_of_plain_numbers(seed, case_sensitive):
    texts = random_texts(random.Random(seed), 12)
    naive = oracle.Corpus(texts)
    parts = [forms(found, case_sensitive=case_sensitive) for found in naive.documents]
    table = hs.Corpus.from_texts(texts).dispersion(measures=ALL, case_sensitive=case_sensitive)
    assert table.columns == ["term", "frequency", *ALL]
    assert rows(table) == expected_rows(parts, ALL)


@pytest.mark.parametrize("seed", range(6))
def test_parts_by_columns_are_groups_of_documents(seed):
    rng = random.Random(seed)
    texts = random_texts(rng, 20)
    agencies = [rng.choice(["A", "B", None]) for _ in texts]
    years = [rng.choice([2030, 2031]) for _ in texts]
    corpus = hs.Corpus.from_texts(texts, metadata={"agency": agencies, "year": years})
    naive = oracle.Corpus(texts)
    groups = list(zip(agencies, years, strict=True))
    order = sorted(set(groups), key=lambda group: (group[0] is None, group))
    parts = [
        [
            form
            for found, of in zip(naive.documents, groups, strict=True)
            if of == group
            for form in forms(found, case_sensitive=False)
        ]
        for group in order
    ]
    table = corpus.dispersion(by=["agency", "year"], measures=COUNTED)
    expected = [
        (term, frequency, *hs.dispersion_of(
            [part.count(term) for part in parts], [len(part) for part in parts]
        ).values())
        for term, frequency, *_ in expected_rows(parts, ["range"])
    ]  # fmt: skip
    assert rows(table) == expected
    assert table.manifest()["n_parts"] == sum(map(bool, parts))


@pytest.mark.parametrize("n", [1, 2, 3, 7, 40])
@pytest.mark.parametrize("seed", range(3))
def test_equal_parts_are_cut_from_all_tokens_in_order(seed, n):
    texts = random_texts(random.Random(seed), 12)
    everything = [
        form
        for found in oracle.Corpus(texts).documents
        for form in forms(found, case_sensitive=False)
    ]
    ends = [len(everything) * part // n for part in range(n + 1)]
    parts = [everything[first:end] for first, end in pairwise(ends)]
    corpus = hs.Corpus.from_texts(texts)
    expected = expected_rows(parts, ALL)
    assert rows(corpus.dispersion(by=None, parts=n, measures=ALL)) == expected
    patterns = [term for term, *_ in expected]
    table = corpus.dispersion(patterns, exact=True, by=None, parts=n, measures=ALL)
    assert rows(table) == expected


def test_a_pattern_has_the_row_of_its_term_in_subset_and_zone():
    corpus = hs.sample_corpus()
    for view in (corpus, corpus.subset(agency="VPS"), corpus.subset(zone="body")):
        terms = view.dispersion(measures=ALL, min_frequency=3)
        patterns = view.dispersion(terms["term"], exact=True, measures=ALL)
        assert rows(patterns) == rows(terms)
        assert patterns.columns == ["pattern", *terms.columns[1:]]


def test_phrases_globs_and_queries_are_counted_where_they_begin():
    texts = ["mutual trust and mutual gain", "no trust", "mutual trust, mutual trust"]
    corpus = hs.Corpus.from_texts(texts)
    expected = hs.dispersion_of([1, 0, 2], [5, 2, 4], measures=COUNTED)
    for question in (
        {"pattern": "mutual trust"},
        {"pattern": "mut* tr*"},
        {"cql": '[norm="mutual"] [norm="trust"]'},
    ):
        [(_, frequency, *scores)] = rows(corpus.dispersion(**question, measures=COUNTED))
        assert (frequency, scores) == (3, list(expected.values()))
    # The phrase over the cut belongs to the part of its first word: 5 + 6 tokens.
    cut = corpus.dispersion("mutual trust", by=None, parts=2, measures="range")
    assert rows(cut) == [("mutual trust", 3, 2)]


def test_what_is_nowhere_has_a_row_of_its_own():
    corpus = hs.Corpus.from_texts(["a b", "c"])
    assert rows(corpus.dispersion(["zzz", "a"], measures=["range", "dp", "arf"])) == [
        ("zzz", 0, 0, None, None),
        ("a", 1, 1, pytest.approx(1 / 3), 1.0),
    ]
    empty = hs.Corpus.from_texts([])
    assert rows(empty.dispersion(measures=ALL)) == []
    nothing = hs.Corpus.from_texts(["", ". ."])
    assert rows(nothing.dispersion("a", measures=["range", "range_share"])) == [("a", 0, 0, None)]


def test_segments_and_threads_do_not_matter():
    texts = random_texts(random.Random(3), 30)
    whole = hs.Corpus.from_texts(texts)
    grown = hs.Corpus.from_texts(texts[:11]).append(texts[11:])
    before = hs.threads()
    try:
        found = []
        for threads in (1, 4):
            hs.set_threads(threads)
            found += [rows(corpus.dispersion(measures=ALL)) for corpus in (whole, grown)]
    finally:
        hs.set_threads(before)
    assert all(table == found[0] for table in found)


BAD = [
    ("neither", {"by": None}, "either by or parts must be given"),
    ("both", {"parts": 3}, "either by or parts must be given; by=None goes with parts"),
    (
        "too many",
        {"by": None, "parts": 9},
        "parts must be between 1 and 3, the tokens in view, got 9",
    ),
    ("none", {"by": None, "parts": 0}, "parts must be between 1 and 3"),
    ("twice", {"measures": ["dp", "dp"]}, "measures must name each once"),
    ("pattern and query", {"pattern": "a", "cql": "[]"}, "either pattern or cql must be given"),
]


@pytest.mark.parametrize(
    ("given", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_question_that_cannot_be_is_refused(given, message):
    with pytest.raises(hs.ParameterError, match=message):
        hs.Corpus.from_texts(["a b", "c"]).dispersion(**given)


def test_unknown_names_list_those_that_would_work():
    corpus = hs.Corpus.from_texts(["a"], metadata={"year": [1]})
    with pytest.raises(hs.UnknownNameError, match="year"):
        corpus.dispersion(by="agency")
    with pytest.raises(hs.UnknownNameError, match="juilland_d"):
        corpus.dispersion(measures="D")


@pytest.mark.parametrize(
    "question",
    [
        {"pattern": ["trust*", "Vesna"], "regex": False, "measures": ["dp", "arf"]},
        {"cql": '[norm="trust"]', "by": "agency"},
        {"by": None, "parts": 7, "min_frequency": 4, "case_sensitive": True},
    ],
    ids=["patterns", "query", "terms"],
)
def test_a_table_is_replayed_from_its_manifest(question):
    corpus = hs.sample_corpus()
    table = corpus.subset(zone="body").dispersion(**question)
    assert rows(hs.replay(table.manifest(), corpus)) == rows(table)


def test_the_places_of_matches_are_those_of_their_lines():
    corpus = hs.sample_corpus()
    lines = corpus.kwic("trust")
    table = corpus.dispersion_plot(["nowhere", "trust"])
    assert set(table["pattern"]) == {"trust"}
    found = [(line.document, line.position, line.start, line.end) for line in lines]
    assert found == list(
        zip(*map(table.column, ["document", "position", "start", "end"]), strict=True)
    )
    tokens = Counter(corpus.tokens()["document"])
    for document, position, share, of, characters in zip(
        *map(
            table.column,
            ["document", "position", "relative_position", "document_tokens", "document_characters"],
        ),
        strict=True,
    ):
        assert of == tokens[document]
        assert share == position / of
        assert characters == len(corpus.text(document))
    again = hs.replay(table.manifest(), corpus)
    assert rows(again) == rows(table)


def grouped_corpus(seed):
    seeded = random.Random(seed)
    texts = random_texts(seeded, 20)
    metadata = {
        "year": [seeded.choice([2030, 2031, None]) for _ in texts],
        "place": [seeded.choice("xy") for _ in texts],
    }
    return hs.Corpus.from_texts(texts, format="plain", metadata=metadata)


@pytest.mark.parametrize("by", ["year", ["place", "year"]])
@pytest.mark.parametrize("seed", range(5))
def test_the_places_of_a_group_are_those_of_its_subset(seed, by):
    corpus = grouped_corpus(seed)
    table = corpus.dispersion_plot(["trust", "of"], by=by)
    columns = [by] if isinstance(by, str) else by
    assert table.columns[: len(columns)] == columns
    expected = []
    for key in dict.fromkeys(zip(*map(table.column, columns), strict=True)):
        conditions = {name: [value] for name, value in zip(columns, key, strict=True)}
        alone = corpus.subset(**conditions).dispersion_plot(["trust", "of"])
        expected += [(*key, *row) for row in rows(alone)]
    assert rows(table) == expected
    assert len(table) == len(corpus.dispersion_plot(["trust", "of"]))
    groups = rows(corpus.frequencies(by=by))
    order = list(dict.fromkeys(row[: len(columns)] for row in groups))
    found = list(dict.fromkeys(row[: len(columns)] for row in rows(table)))
    assert found == [key for key in order if key in found]
    assert rows(hs.replay(table.manifest(), corpus)) == rows(table)


def test_a_group_of_places_is_called_as_no_other_column():
    corpus = hs.Corpus.from_texts(["trust"], metadata={"start": [1]})
    for name in ("document", "start"):
        with pytest.raises(hs.ParameterError, match=f'"{name}" would stand twice'):
            corpus.dispersion_plot("trust", by=name)
    with pytest.raises(hs.UnknownNameError, match="year"):
        corpus.dispersion_plot("trust", by="year")
