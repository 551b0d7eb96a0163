"""What a lookup of a dictionary counts, against a naive twin."""

import json
import random

import hustings as hs
import oracle_lookup
import pytest

WORDS = ["no", "not", "free", "trade", "war", "wars", "peace", "peaceful", "the", "of"]
ENTRIES = [
    "trade",
    "free trade",
    "free trade war",
    "war*",
    "*e",
    "the * of",
    "peace?",
    "peace*",
    "w?r",
    "* trade",
    "nowhere",
    "war war",
]


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("by_entry", [False, True])
def test_a_lookup_of_random_texts_is_that_of_the_naive_twin(seed, by_entry):
    chance = random.Random(seed)
    documents = [
        [chance.choices(WORDS, k=chance.randint(1, 8)) for _ in range(chance.randint(1, 4))]
        for _ in range(6)
    ]
    texts = [" ".join(f"{' '.join(s).capitalize()}." for s in document) for document in documents]
    categories = ["a", "b", "c"]
    drawn = [(chance.choice(categories), entry) for entry in chance.sample(ENTRIES, 7)]
    drawn += [(chance.choice(categories), entry) for entry in chance.sample(ENTRIES, 2)]
    tree = {name: [entry for of, entry in drawn if of == name] for name in categories}
    tree = {name: entries for name, entries in tree.items() if entries}
    entries = list(dict.fromkeys((name, e) for name, own in tree.items() for e in own))
    options = {
        "overlaps": chance.choice(["longest", "longest_of_all", "all"]),
        "negation": chance.choice([[], ["no", "not"], ["not the"]]),
        "within": chance.randint(1, 4),
    }
    expected = oracle_lookup.counts(entries, documents, by_entry=by_entry, **options)
    corpus = hs.Corpus.from_texts(texts)
    assert corpus.sentences()["tokens"] == [len(s) for document in documents for s in document]
    for unit, column in [
        ("token", "matches"),
        ("sentence", "sentences"),
        ("document", "documents"),
    ]:
        table = corpus.lookup(tree, unit=unit, entries=by_entry, **options)
        name = "frequency" if unit == "token" else column
        assert table[name] == [counts[column] for counts in expected.values()]
        assert table["category"] == [key[0] if by_entry else key for key in expected]
        if options["negation"]:
            assert table["negated"] == [counts["negated"] for counts in expected.values()]
        if unit == "token":
            assert table["documents"] == [counts["documents"] for counts in expected.values()]


@pytest.mark.parametrize("seed", range(20))
def test_a_lookup_of_values_of_a_layer_is_that_of_the_naive_twin(seed):
    chance = random.Random(seed)
    words = [
        [chance.choices(WORDS, k=chance.randint(1, 8)) for _ in range(chance.randint(1, 4))]
        for _ in range(6)
    ]
    texts = [" ".join(f"{' '.join(s).capitalize()}." for s in document) for document in words]
    corpus = hs.Corpus.from_texts(texts[:4]).append(texts[4:])
    assert corpus.sentences()["tokens"] == [len(s) for document in words for s in document]
    missing = "\0"
    drawn = [*WORDS, "Trade", missing, missing]
    values = [[chance.choices(drawn, k=len(s)) for s in document] for document in words]
    columns = {name: [*corpus.tokens()[name]] for name in ("document", "start", "end")}
    flat = [value for document in values for sentence in document for value in sentence]
    columns["lemma"] = [None if value == missing else value for value in flat]
    corpus = corpus.annotate(columns)
    entries = [("a", entry) for entry in chance.sample(ENTRIES, 7) if entry.strip("* ")]
    options = {
        "overlaps": chance.choice(["longest", "all"]),
        "negation": chance.choice([[], ["no", "not"]]),
        "within": chance.randint(1, 4),
    }
    expected = oracle_lookup.counts(entries, values, by_entry=True, **options)
    tree = {"a": [entry for _, entry in entries]}
    table = corpus.lookup(tree, entries=True, layer="lemma", **options)
    assert table["entry"] == [entry for _, entry in expected]
    assert table["frequency"] == [counts["matches"] for counts in expected.values()]
    assert table["documents"] == [counts["documents"] for counts in expected.values()]
    with pytest.raises(hs.ParameterError, match="counted as they came"):
        corpus.lookup(tree, layer="lemma", case_sensitive=True)
    with pytest.raises(hs.UnknownNameError, match="pos"):
        corpus.lookup(tree, layer="pos")


def test_groups_have_the_counts_of_their_documents():
    texts = ["Free trade now.", "", "Trade war. No trade.", "Peace."]
    corpus = hs.Corpus.from_texts(texts, ids=list("abcd"), metadata={"year": [1, 1, 2, None]})
    tree = {"trade": ["trade", "free trade"], "peace": ["peace"]}
    table = corpus.lookup(tree, by="year")
    assert table.to_polars().rows() == [
        (1, "trade", 1, 1e6 / 3, 1),
        (1, "peace", 0, 0.0, 0),
        (2, "trade", 2, 2e6 / 4, 1),
        (2, "peace", 0, 0.0, 0),
        (None, "trade", 0, 0.0, 0),
        (None, "peace", 1, 1e6, 1),
    ]
    shares = corpus.lookup(tree, by="document", unit="sentence")
    assert shares["share"] == [1, 0, None, None, 1, 0, 0, 1]
    # One of the documents has no token.
    assert corpus.lookup(tree, unit="document").manifest()["base"] == [3]
    assert corpus.subset(year=2).lookup(tree)["frequency"] == [2, 0]


def test_what_never_matches_is_told():
    corpus = hs.Corpus.from_texts(["Trade is free."])
    tree = {"a": ["trade", "war", "free trade", ":-)"], "b": "free"}
    rows = corpus.lookup(tree, entries=True).to_polars()
    assert rows.filter(rows["frequency"] == 0)["entry"].to_list() == ["war", "free trade", ":-)"]


def test_case_and_the_corpus_s_own_tokens_are_heeded():
    corpus = hs.Corpus.from_texts(["May day, may not. The SCO\u2019s win-win."])
    tree = {"a": ["May"], "b": ["SCO's win-win"], "c": ["sco"]}
    assert corpus.lookup(tree)["frequency"] == [2, 1, 1]
    assert corpus.lookup(tree, case_sensitive=True)["frequency"] == [1, 1, 0]


def test_a_lookup_does_not_cross_zones_nor_negation_sentences():
    text = "PORT LUMEN, March 4 (VPS) -- They did not. Good talks.\n\nA SHARED\n\nRiver is good.\n"
    corpus = hs.Corpus.from_texts([text], format="news")
    tree = {"a": ["shared river", "good"]}
    table = corpus.lookup(tree, negation="not")
    assert (table["frequency"], table["negated"]) == ([2], [0])
    assert corpus.lookup({"a": "good"}, negation="is", within=1)["negated"] == [1]


@pytest.mark.parametrize("negation", ["n't", "n\u2019t", "N'T"])
def test_a_contraction_negates_whatever_word_ends_with_it(negation):
    texts = ["We don't want war. It isn\u2019t war. We cannot have war. War it is, isn't it?"]
    corpus = hs.Corpus.from_texts(texts)
    found = corpus.lookup({"w": "war"}, negation=negation)
    assert (found["frequency"], found["negated"]) == ([2], [2])
    cannot = corpus.lookup({"w": "war"}, negation=[negation, "cannot"])
    assert (cannot["frequency"], cannot["negated"]) == ([1], [3])


def test_a_table_is_replayed():
    corpus = hs.sample_corpus()
    dictionary = hs.Dictionary({"talk": {"said": ["said", "sa?s"]}, "river": ["river*"]})
    table = corpus.lookup(dictionary, by="agency", negation=["not"], entries=True)
    again = hs.replay(json.loads(json.dumps(table.manifest())), corpus)
    assert again.to_polars().equals(table.to_polars())


@pytest.mark.parametrize(
    ("options", "exception", "message"),
    [
        ({"unit": "word"}, hs.UnknownNameError, 'unit must be one of ["token", "sentence", "doc'),
        (
            {"overlaps": "no"},
            hs.UnknownNameError,
            'overlaps must be one of ["longest", "longest_of',
        ),
        ({"within": 0}, hs.ParameterError, "within must be at least 1, got 0"),
        ({"by": "color"}, hs.UnknownNameError, "metadata column must be one of"),
        ({"negation": 3}, hs.InputTypeError, ""),
    ],
)
def test_what_cannot_be_looked_up_is_refused(options, exception, message):
    with pytest.raises(exception) as raised:
        hs.Corpus.from_texts(["a"]).lookup({"a": "b"}, **options)
    assert message in str(raised.value)


def test_an_empty_dictionary_or_corpus_has_no_rows_or_zeros():
    assert len(hs.Corpus.from_texts(["a"]).lookup({})) == 0
    assert hs.Corpus.from_texts([]).lookup({"a": "b"})["frequency"] == [0]


def test_a_count_by_speaker_says_how_it_is_asked():
    corpus = hs.Corpus.from_texts(["Ida Vell said it was late."], metadata={"year": [1]})
    said = r"metadata column \(of a corpus in which each quotation .* must be one of \[\"year\"\]"
    with pytest.raises(hs.UnknownNameError, match=said):
        corpus.lookup({"a": ["late"]}, by="speaker")
    with pytest.raises(hs.UnknownNameError, match=r"^metadata column must be one of"):
        corpus.lookup({"a": ["late"]}, by="color")


@pytest.mark.parametrize("entry", ["50%", "C++", "@real", "#maga", "$5", "<3", "it's \U0001f600"])
def test_an_entry_with_a_sign_that_no_token_holds_never_matches(entry):
    corpus = hs.Corpus.from_texts(["50 C real maga 5 3 it's"])
    table = corpus.lookup({"sign": [entry], "word": ["maga"]}, entries=True)
    assert list(zip(table["entry"], table["frequency"], strict=True)) == [(entry, 0), ("maga", 1)]
    negated = corpus.lookup({"word": ["maga"]}, negation=["#real"])
    assert (negated["frequency"], negated["negated"]) == ([1], [0])


def test_an_entry_with_a_sign_that_tokens_hold_matches():
    tokenizer = hs.Tokenizer(punctuation="keep")
    corpus = hs.Corpus.from_texts(["50% of 50"], tokenizer=tokenizer)
    assert corpus.lookup({"share": ["50%"], "number": ["50"]})["frequency"] == [1, 2]
