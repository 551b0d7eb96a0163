"""Questions to layers: queries, counts, orders and groups find the values that tokens have."""

import random
from collections import Counter
from itertools import pairwise

import cql_oracle
import hustings as hs
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cql import STRATEGIES, article, places

QUERIES = [
    '[lemma="go"]',
    '[lemma!="go"]',
    '[!(lemma="go")]',
    '[lemma="GO"%c]',
    '[lemma="e"%d]',
    '[lemma="g.*|be"]',
    '[lemma="go" & pos="V.*"]',
    '[lemma="go" | pos="N"]',
    '[word="a" & pos="V"]',
    '[word="a" | pos="V"]',
    '[!(word="a" & pos="V") & !(lemma="be")]',
    '[pos="V" -> lemma="go"]',
    '[norm="a" & word!="a" & pos!="N"]',
    '([lemma="go"] | [lemma="be"] | "c")',
    '[pos="V"] [pos="N"]',
    '[lemma="go"] []{0,2} [pos="N"]',
    '[lemma="go"]+ "b"?',
    '[pos="V"]* [lemma="be"]',
    '("a" [pos="N"])+ | [lemma="go"]{2,}',
    '[: pos="V" :] []{2}',
    '<s> [pos="V"]',
    '[]* [pos="N"] </s>',
    '<s/> containing [lemma="go"]',
    '[]{3} not containing [pos="V"]',
    '[lemma="go"] within ([pos="N"] []* [pos="V"])',
    '"a" within headline not containing [pos="N"]',
    "x:[] [] y:[] :: x.lemma = y.lemma",
    "x:[] []{0,2} y:[] :: x.lemma != y.lemma & x.pos = y.pos",
    'x:[pos="V"] []* [lemma=x.lemma] within s',
    'x:[] ([lemma!=x.lemma] | y:"a")+ "b"',
    'x:[] [] :: x.lemma = "go" | matchend.pos = "N"',
    'x:[] [] :: x.lemma != "go" & !(matchend.pos = "N")',
    'x:[]? "a" :: x -> x.pos = "V"',
    '[pos="X"]',
    '[] [pos="X" | word="b"]',
]
LEMMAS = ["go", "go", "be", "Go", "\u00e9", "goal", None]
POS = ["V", "V", "N", "N", "AUX", None]
words = st.sampled_from(["a", "a", "b", "b", "c", "A", "\u00e9"])
sentences = st.lists(words, min_size=1, max_size=6).map(
    lambda found: " ".join(found).capitalize() + "."
)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
articles = st.lists(paragraphs, min_size=1, max_size=3).map(article)


def with_values(corpus, seed):
    """The corpus with values of chance on its tokens, and none on some."""
    generator = random.Random(seed)
    tokens = corpus.tokens().to_polars().select("document", "start", "end")
    return corpus.annotate(
        tokens.with_columns(
            lemma=pl.Series(
                [generator.choice(LEMMAS) for _ in range(len(tokens))], dtype=pl.String
            ),
            pos=pl.Series([generator.choice(POS) for _ in range(len(tokens))], dtype=pl.String),
        )
    )


@st.composite
def tagged(draw):
    texts = draw(st.lists(articles, min_size=1, max_size=3))
    whole = with_values(hs.Corpus.from_texts(texts, format="news"), draw(st.integers(0, 99)))
    if draw(st.booleans()):
        # A segment of its own, without values.
        whole = whole.append([draw(articles)])
    return whole


@pytest.mark.parametrize("strategy", STRATEGIES)
@pytest.mark.parametrize("query", QUERIES)
@settings(max_examples=8, deadline=None)
@given(corpus=tagged())
def test_a_query_of_layers_finds_what_the_naive_matcher_finds(corpus, query, strategy):
    whole = f"(?{strategy}) {query}"
    assert places(corpus, whole) == cql_oracle.positions(whole, corpus)
    assert corpus.count(cql=whole) == len(places(corpus, whole))


tests = st.recursive(
    st.sampled_from(
        [
            'lemma="go"',
            'lemma!="go"',
            'pos="V"',
            'pos!="N"',
            'word="a"',
            'norm="a"',
            'word!="b"',
            'lemma="go|be"',
        ]
    ),
    lambda inner: st.one_of(
        st.builds("({} & {})".format, inner, inner),
        st.builds("({} | {})".format, inner, inner),
        st.builds("!({})".format, inner),
    ),
    max_leaves=6,
)
tokens = st.one_of(tests.map("[{}]".format), st.just("[]"), st.just('"a"'))
patterns = st.lists(
    st.tuples(tokens, st.sampled_from(["", "", "?", "*", "{1,2}"])), min_size=1, max_size=4
).map(lambda items: " ".join(token + quantifier for token, quantifier in items))


@settings(max_examples=200, deadline=None)
@given(
    tagged(),
    st.sampled_from(STRATEGIES),
    patterns,
    st.sampled_from(["", "within s", 'containing [pos="V"]']),
)
def test_chance_queries_of_layers_find_what_the_naive_matcher_finds(
    corpus, strategy, pattern, rest
):
    query = f"(?{strategy}) {pattern} {rest}"
    assert places(corpus, query) == cql_oracle.positions(query, corpus)


@settings(max_examples=20, deadline=None)
@given(tagged())
def test_a_subset_is_asked_for_values_in_view_alone(corpus):
    body = corpus.subset(zone="body")
    expected = [
        (zone.document, zone.first + start, end - start)
        for zone in cql_oracle.zones(corpus)
        if zone.kind == "paragraph"
        for start, end in cql_oracle.find('[lemma="go"]', zone)
    ]
    lines = body.kwic(cql='[lemma="go"]', window=0)
    assert [(line.document, line.position) for line in lines] == [row[:2] for row in expected]


def test_an_attribute_that_is_not_there_is_refused_with_those_that_are():
    corpus = with_values(hs.Corpus.from_texts(["a b"]), 1)
    message = r'attribute must be one of \["word", "norm", "lemma", "pos"\], got "tag"'
    for query in ('[tag="V"]', 'x:[] :: x.tag = "V"', "x:[] [tag=x.tag]"):
        with pytest.raises(hs.UnknownNameError, match=message):
            corpus.kwic(cql=query)
    for ask in (corpus.frequencies, corpus.dtm, lambda layer: corpus.ngrams(2, layer=layer)):
        with pytest.raises(
            hs.UnknownNameError, match=r'layer must be one of \["lemma", "pos"\], got "tag"'
        ):
            ask(layer="tag")
    lines = corpus.kwic("a")
    for ask in (lines.sort, lines.group, lines.patterns):
        with pytest.raises(
            hs.UnknownNameError, match=r'layer must be one of \["lemma", "pos"\], got "tag"'
        ):
            ask("R1.tag")
    with pytest.raises(hs.ParameterError, match="case_sensitive must not be true for layer"):
        corpus.frequencies(layer="pos", case_sensitive=True)


def rows(corpus):
    return corpus.tokens().to_polars().to_dicts()


@settings(max_examples=30, deadline=None)
@given(tagged())
def test_frequencies_of_a_layer_are_those_of_its_values(corpus):
    tokens = [row for row in rows(corpus) if row["lemma"] is not None]
    counts = Counter(row["lemma"] for row in tokens)
    documents = Counter(lemma for lemma, _ in {(row["lemma"], row["document"]) for row in tokens})
    expected = [
        (lemma, count, count * 1000 / corpus.n_tokens, documents[lemma])
        for lemma, count in sorted(counts.items(), key=lambda item: (-item[1], item[0].encode()))
    ]
    found = corpus.frequencies(layer="lemma", per=1000)
    assert found.to_polars().rows() == expected
    assert found.manifest()["layer"] == "lemma"
    by = corpus.frequencies(layer="lemma", by="document").to_polars()
    own = Counter((row["document"], row["lemma"]) for row in tokens)
    assert {row[:2]: row[2] for row in by.select("document", "term", "frequency").rows()} == own


@settings(max_examples=30, deadline=None)
@given(tagged())
def test_n_grams_of_a_layer_go_over_no_token_without_a_value(corpus):
    expected = Counter()
    for zone in cql_oracle.zones(corpus):
        values = zone.layers["pos"]
        pairs = pairwise(values)
        expected.update(f"{one} {other}" for one, other in pairs if one and other)
    found = corpus.ngrams(2, layer="pos")
    assert dict(zip(found["ngram"], found["frequency"], strict=True)) == expected


@settings(max_examples=30, deadline=None)
@given(tagged())
def test_a_matrix_of_a_layer_counts_its_values(corpus):
    dtm = corpus.dtm(layer="lemma")
    table = dtm.to_table().to_polars()
    own = Counter((row["document"], row["lemma"]) for row in rows(corpus) if row["lemma"])
    assert {row[:2]: row[2] for row in table.rows()} == own


def right(corpus, layer):
    """For each line of `a` what the word right of it has, within the zone."""
    found = []
    for zone in cql_oracle.zones(corpus):
        values = [*zone.layers[layer], None]
        found += [values[at + 1] for at, word in enumerate(zone.words) if word.lower() == "a"]
    return found


@settings(max_examples=30, deadline=None)
@given(tagged())
def test_lines_are_sorted_and_grouped_by_values(corpus):
    lines = corpus.kwic("a", window=0)
    values = right(corpus, "lemma")
    groups = lines.group("R1.lemma")
    assert dict(zip(groups["R1.lemma"], groups["frequency"], strict=True)) == Counter(values)
    key = {None: -1, "be": 0, "\u00e9": 1, "Go": 2, "go": 3, "goal": 4}
    order = sorted(range(len(values)), key=lambda line: (key[values[line]], line))
    at = [(line.document, line.position) for line in lines]
    found = [(line.document, line.position) for line in lines.sort("R1.lemma")]
    assert found == [at[line] for line in order]
    back = sorted(range(len(values)), key=lambda line: (-key[values[line]], line))
    found = [(line.document, line.position) for line in lines.sort("R1.lemma:descending")]
    assert found == [at[line] for line in back]
    counts = Counter(values)
    often = sorted(
        range(len(values)), key=lambda line: (-counts[values[line]], key[values[line]], line)
    )
    found = [(line.document, line.position) for line in lines.sort("R1.lemma:frequency")]
    assert found == [at[line] for line in often]


def test_slots_of_words_and_of_values_stand_side_by_side():
    corpus = hs.Corpus.from_texts(["We went home. We went out. We go home."])
    places = corpus.tokens().to_polars()
    lemma = {"went": "go", "go": "go"}
    pos = {"We": "PRON", "went": "VERB", "go": "VERB", "home": "ADV", "out": "ADV"}
    columns = places.select(
        "document",
        "start",
        "end",
        lemma=pl.col("token").replace_strict(lemma, default=None),
        pos=pl.col("token").replace(pos),
    )
    lines = corpus.annotate(columns).kwic("we")
    assert lines.group(["R1.lemma", "R2"]).to_polars().rows() == [
        ("go", "home", 2, pytest.approx(200 / 3), 1),
        ("go", "out", 1, pytest.approx(100 / 3), 1),
    ]
    assert lines.patterns("node R1.lemma R2.pos")["pattern"] == ["we go ADV"]
    ordered = [line.right.split()[:2] for line in lines.sort("R1.lemma R2 R1")]
    assert ordered == [["go", "home."], ["went", "home."], ["went", "out."]]
    two = corpus.annotate(columns).kwic("we went")
    assert two.group("node.lemma")["node.lemma"] == ["_ go"]
    assert two.group("node.pos")["node.pos"] == ["PRON VERB"]


@settings(max_examples=10, deadline=None)
@given(tagged())
def test_answers_of_layers_are_replayed_and_other_values_told(corpus):
    answers = [
        corpus.frequencies(layer="lemma"),
        corpus.ngrams(2, layer="pos"),
        corpus.dtm(layer="pos"),
        corpus.kwic(cql='[lemma="go"]').sort("R1.pos"),
        corpus.kwic("a").group("R1.lemma"),
        corpus.tokens(),
        corpus.layers,
    ]
    for answer in answers:
        assert hs.replay(answer.manifest(), corpus).manifest() == answer.manifest()
    first = corpus.documents["id"][0]
    other = corpus.annotate({"document": [first], "start": [1], "end": [3], "lemma": ["new"]})
    _, differences = hs.replay(answers[0].manifest(), other, strict=False)
    assert any("layers.lemma was" in difference for difference in differences)
    bare = hs.Corpus.from_texts(
        [corpus.text(name) for name in corpus.documents["id"]], format="news"
    )
    result, differences = hs.replay(answers[0].manifest(), bare, strict=False)
    assert result is None
    assert any("layer must be one of []" in difference for difference in differences)


@pytest.fixture(scope="module")
def large():
    """Half a million words, tagged by chance."""
    generator = random.Random(4)
    words = [f"w{n}" for n in range(2_000)]
    corpus = hs.Corpus.from_texts([" ".join(generator.choices(words, k=50_000)) for _ in range(10)])
    return with_values(corpus, 5)


HOSTILE = {
    "nested quantifiers": '(([pos="V"]*)+ [lemma="go"]?)* "w1999"',
    "everything": '[]* containing [pos="V"]',
    "ten thousand lemmas": " | ".join(f'[lemma="w{n}"]' for n in range(10_000)),
    "ten thousand tests of words and values": " | ".join(
        f'[word="w{n}" & pos="V"]' for n in range(10_000)
    ),
    "an expression that backtracks": '[lemma="(g+)+(o|oo)*x"]',
    "all but few": '[pos!="V"] [lemma!="go"] [!(pos="N")]',
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_query_of_layers_is_done_or_refused_with_a_reason(large, query):
    try:
        assert large.count(cql=query) >= 0
    except hs.LimitError as error:
        assert "ask a simpler one" in str(error)  # noqa: PT017 - one of two ways


def test_a_value_that_is_asked_for_as_a_word_is_refused_or_taken_for_a_value():
    corpus = hs.Corpus.from_texts(["He saw a bridge. She saw one."], ids=["a"])
    lemmas = {"document": ["a"] * 3, "lemma": ["see", "see", "unit"]}
    lemmas |= {"start": [3, 21, 25], "end": [6, 24, 28]}
    layered = corpus.annotate(lemmas)
    said = r"no word matches 'see', .* layer lemma: .* cql='\[lemma=\"see\"%l\]' asks"
    with pytest.raises(hs.ParameterError, match=said):
        layered.collocates("see", layer="lemma", min_frequency=1)
    with pytest.raises(hs.ParameterError, match=said):
        layered.collocates({"seen": ["see", "sight"]}, layer="lemma", min_frequency=1)
    with pytest.raises(hs.ParameterError, match=said):
        layered.clusters("see", 2, layer="lemma")
    # What is neither is nothing, and words are found as ever.
    assert len(layered.collocates("hear", layer="lemma", min_frequency=1)) == 0
    assert layered.collocates("she", layer="lemma", min_frequency=1)["collocate"] == ["see", "unit"]
    network = layered.collocation_network("see", layer="lemma", min_frequency=1, depth=1)
    assert (network["source"], network["target"]) == (["see"], ["unit"])
    network = layered.collocation_network("she", layer="lemma", min_frequency=1, depth=1)
    assert set(network["target"]) == {"see", "unit"}


def test_a_node_that_is_a_word_and_a_value_is_the_value_wherever_it_stands():
    texts = ["peace talk", "talks failing", "talked again"]
    corpus = hs.Corpus.from_texts(texts)
    values = pl.Series(["peace", "talk", "talk", "fail", "talk", "again"])
    tokens = corpus.tokens().to_polars().select("document", "start", "end")
    layered = corpus.annotate(tokens.with_columns(lemma=values))
    options = {"layer": "lemma", "min_frequency": 1}
    given = layered.collocation_network("talk", **options)
    assert sorted(given["target"]) == ["again", "fail", "peace"]
    reached = layered.collocation_network("peace", depth=2, **options).to_polars()
    reached = reached.filter(source="talk").select("target", "frequency")
    assert sorted(reached.rows()) == sorted(zip(given["target"], given["frequency"], strict=True))
