"""A manifest, written as JSON, gives its result again, or says what differs."""

import inspect
import json

import hustings as hs
import pytest
from hustings._json import parsed
from hustings.document_tables import DocumentTable
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = ["trust", "Trust", "peace", "the", "talks", "river", "win-win"]
METADATA = {
    "agency": ["VPS", "Wire", None, "VPS"],
    "year": [2030, 2031, 2031, None],
    "share": [0.5, 1.0, None, 2.5],
    "live": [True, False, True, None],
}
TALKS = [
    "We want trust. The talks on trust go on; trust, they say.",
    "Trust is gone. The river talks are a win-win, and the trust is back.",
    "No talks without trust, no trust without talks.",
    "The river states trust each other. The talks go on.",
]


def built(texts=TALKS, metadata=METADATA, **options):
    return hs.Corpus.from_texts(texts, metadata=metadata, **options)


def tagged(corpus):
    """The corpus with a lemma for every token, and one that fits none."""
    tokens = corpus.tokens()
    columns = {name: [*tokens[name]] for name in ("document", "start", "end")}
    columns["lemma"] = [word.lower() for word in tokens["token"]]
    for name, value in zip(columns, [corpus.documents["id"][0], 0, 0, "gap"], strict=True):
        columns[name].append(value)
    return corpus.annotate(columns)


@pytest.fixture(scope="module")
def corpus():
    return tagged(built())


def written(result):
    """The manifest of a result after it went through a file."""
    return json.loads(json.dumps(result.manifest()))


def content(result):
    """All that a result holds."""
    match result:
        case hs.Corpus():
            return [result.documents.to_csv(), result.zones().to_csv()]
        case hs.Dtm():
            return [result.to_table().to_csv(), result.documents, result.terms]
        case _:
            return [result.to_csv()]


def is_replayed(result, corpus):
    again = hs.replay(written(result), corpus)
    assert type(again) is type(result)
    assert content(again) == content(result)
    assert again.manifest() == result.manifest()
    return True


# Every verb with a value of its own for every parameter.
SEARCH = {"case_sensitive": True}
VERBS = {
    "dispersion": [
        lambda c: c.dispersion(["trust", "the talks"], measures=["range", "arf"], **SEARCH),
        lambda c: c.dispersion(layer="lemma", measures=["range", "arf"]),
        lambda c: c.dispersion("t.*", regex=True, by=["agency", "year"]),
        lambda c: c.dispersion(cql='"trust"%c', by=None, parts=2),
        lambda c: c.dispersion(by="agency", min_frequency=2, **SEARCH),
    ],
    "dispersion_plot": [
        lambda c: c.dispersion_plot(["trust", "river"], **SEARCH),
        lambda c: c.dispersion_plot("tr.*", regex=True),
        lambda c: c.dispersion_plot(cql='"trust"%c'),
    ],
    "trend": [
        lambda c: c.trend(
            ["trust", "river"],
            by="year",
            date="year",
            group="agency",
            confidence=0.8,
            resamples=10,
            seed=2,
            **SEARCH,
        ),
        lambda c: c.trend("tr.*", regex=True, by="decade", date="year"),
        lambda c: c.trend(cql='"trust"%c', by="year", date="year"),
    ],
    "diversity": [
        lambda c: c.diversity(by="agency", measures=["ttr", "mattr"], window=3, **SEARCH),
        lambda c: c.diversity(segment=2, basis=5, sample=3, threshold=0.5, layer="lemma"),
        lambda c: c.diversity(),
    ],
    "readability": [
        lambda c: c.readability(by="agency", measures="smog"),
        lambda c: c.readability(),
    ],
    "similarity": [
        lambda c: c.similarity("agency", measure="jensen_shannon", features=5, top=1, **SEARCH),
        lambda c: c.similarity(measure="jaccard", threshold=0.1, layer="lemma"),
        lambda c: c.similarity(),
    ],
    "lookup": [
        lambda c: c.lookup(
            {"trust": ["trust*", "mutual trust"], "talk": ["talks"]},
            by="agency",
            overlaps="all",
            negation="no",
            within=2,
            entries=True,
            **SEARCH,
        ),
        lambda c: c.lookup({"trust": ["trust"]}, layer="lemma"),
        lambda c: c.lookup({"trust": ["trust"]}, unit="sentence", compound="mutual trust"),
    ],
    "documents": [lambda c: c.documents],
    "tokens": [lambda c: c.tokens()],
    "zones": [lambda c: c.zones()],
    "layers": [lambda c: c.layers],
    "alignment": [lambda c: c.alignment("lemma")],
    "sentences": [lambda c: c.sentences(text=True)],
    "quotations": [
        lambda c: c.quotations(["trust", "talks"], **SEARCH),
        lambda c: c.quotations(),
        lambda c: c.quotations("tr.*", regex=True),
        lambda c: c.quotations("trust*", exact=True),
        lambda c: c.quotations(cql='"trust"%c'),
    ],
    "speakers": [lambda c: c.speakers()],
    "acronyms": [lambda c: c.acronyms()],
    "reporting_verbs": [
        lambda c: c.reporting_verbs("tr.*", regex=True, by="agency"),
        lambda c: c.reporting_verbs(by=["agency", "speaker"]),
        lambda c: c.reporting_verbs("trust*", exact=True, **SEARCH),
        lambda c: c.reporting_verbs(cql='"trust"%c'),
    ],
    "quotation_kinds": [
        lambda c: c.quotation_kinds("tr.*", regex=True, by="agency"),
        lambda c: c.quotation_kinds(by="document"),
        lambda c: c.quotation_kinds("trust*", exact=True, **SEARCH),
        lambda c: c.quotation_kinds(cql='"trust"%c'),
    ],
    "near_duplicates": [lambda c: c.near_duplicates(similarity=0.1, n=2)],
    "near_duplicate_pairs": [lambda c: c.near_duplicate_pairs(similarity=0.1, n=1)],
    "text_reuse": [lambda c: c.text_reuse(*c.documents["id"][:1] * 2, n=1, gap=2)],
    "kwic": [
        lambda c: c.kwic("trust", window=2),
        lambda c: c.kwic(["Trust", "the talks"], **SEARCH),
        lambda c: c.kwic("tr.*", regex=True),
        lambda c: c.kwic("trust*", exact=True),
        lambda c: c.kwic(cql='(?longest) a:"t.*"%c []* :: a.word != "talks" within s'),
    ],
    "cited": [lambda c: c.cited([line.cite() for line in c.kwic("trust")][::-1], window=1)],
    "frequencies": [
        lambda c: c.frequencies(by=["agency", "year"], per=1000, min_frequency=2, **SEARCH),
        lambda c: c.frequencies(layer="lemma"),
        lambda c: c.frequencies(),
    ],
    "ngrams": [
        lambda c: c.ngrams(3, by="document", per=100, min_frequency=1, **SEARCH),
        lambda c: c.ngrams(2, layer="lemma"),
        lambda c: c.ngrams(2, min_frequency=2),
    ],
    "clusters": [
        lambda c: c.clusters("trust", 3, node_at="first", slots=1, min_frequency=2, **SEARCH),
        lambda c: c.clusters("trust", size=2, layer="lemma"),
        lambda c: c.clusters(cql='"trust"%c', size=2, min_documents=2, compound="mutual trust"),
    ],
    "collocation_network": [
        lambda c: c.collocation_network(["trust"], depth=2, window=2, min_frequency=1, most=2),
        lambda c: c.collocation_network(
            "talks", depth=2, layer="lemma", min_frequency=1, case_sensitive=False
        ),
        lambda c: c.collocation_network("talks", measure="mi", min_score=0.5, min_frequency=1),
    ],
    "cooccurrences": [
        lambda c: c.cooccurrences(3, min_frequency=2, **SEARCH),
        lambda c: c.cooccurrences(2, min_frequency=1, layer="lemma"),
        lambda c: c.cooccurrences(),
    ],
    "collocates": [
        lambda c: c.collocates("trust", window=(1, 3), min_frequency=2, **SEARCH),
        lambda c: c.collocates("t.*", regex=True, min_frequency=1),
        lambda c: c.collocates("trust", layer="lemma", min_frequency=1, distances=True),
        lambda c: c.collocates("win-win", exact=True, min_frequency=1),
        lambda c: c.collocates(cql='"trust"%c', min_frequency=1),
    ],
    "keyness": [
        lambda c: c.keyness(
            by="agency",
            measures=["log_ratio", "g2"],
            direction="lockwords",
            pattern="t*",
            min_frequency=2,
            min_documents=2,
            confidence=0.8,
            resamples=50,
            significance="permutation",
            permutations=70,
            correction="bonferroni",
            seed=5,
            **SEARCH,
        ),
        lambda c: c.keyness({"trust": 9}, layer="lemma", pattern="t*", min_frequency=1),
        lambda c: c.keyness({"trust": 9}, min_frequency=1, reference_tokens=99),
    ],
    "dtm": [
        lambda c: c.dtm("agency", **SEARCH),
        lambda c: c.dtm(layer="lemma"),
        lambda c: c.dtm(),
    ],
}
# What each step of a concordance is called with.
STEPS = {
    "sort": [
        {"keys": "R1 L1"},
        {"keys": "agency:descending node"},
        {"keys": ["L1:reversed", "R1+R2:frequency"]},
        {"keys": "R1 L1:reversed", "locale": "sv"},
        {"keys": "R1.lemma L1.lemma:reversed"},
    ],
    "filter": [
        {"R": (1, 2), "contains": "the *"},
        {"L": 1, "excludes": ["no", "on"], "case_sensitive": True},
        {"node": True, "contains": "T.*", "regex": True},
        {"contains": "talks", "exact": True},
        {"contains": '"t.*" | "no"', "cql": True},
    ],
    "subset": [
        {"agency": ["VPS", None], "zone": "body"},
        {"year": (2030, None)},
        {"share": (None, 1.5), "live": True},
        {"id": ["text1", "text2"]},
    ],
    "sample": [{"n": 2, "seed": 7}],
    "take": [{"numbers": [1, 0]}, {"start": -1, "stop": None, "step": -1}],
    "dedupe": [{}, {"similarity": 0.3, "keep": "year"}],
    "union": [{"other": "talks"}],
    "intersection": [{"other": "trust"}],
    "difference": [{"other": "Trust"}],
    "near": [{"other": "talks", "within": (0, 4)}, {"other": "river"}],
    "with_metadata": [("agency", "year"), {"columns": ["live"]}],
    "with_context": [("zone", "acronyms"), {"columns": "sentence"}],
    "with_window": [{"window": (0, 3)}, {"window": "sentence"}, {"window": 0}],
    "highlight": [{"terms": {"a": "t*", "b": ["on", "no"]}}, {"terms": "the", "exact": True}],
}
TABLES = {
    "group": [{"by": ["R1", "agency"], "case_sensitive": True}, {"by": "node"}],
    "patterns": [{"slots": "L1 node R1.lemma", "case_sensitive": True}, {"slots": ["R1"]}],
}


def answers(cls):
    """The public methods of a class that give a result."""
    functions = {
        name: value.fget if isinstance(value, property) else value
        for part in reversed(cls.__mro__)
        for name, value in vars(part).items()
        if not name.startswith("_")
    }
    return {
        name
        for name, function in functions.items()
        if getattr(function, "__annotations__", {}).get("return")
        in {
            *("Table", "DocumentTable", "Concordance", "Dtm"),
            *("Keyness", "Trend", "CollocationNetwork"),
        }
    }


def test_every_verb_and_every_step_is_among_those_that_are_tried():
    assert answers(hs.Corpus) == VERBS.keys()
    assert answers(hs.Concordance) == STEPS.keys() | TABLES.keys()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_replayed(corpus, verb):
    for ask in VERBS[verb]:
        assert is_replayed(ask(corpus), corpus)


# What is made of a result: by the method's name.
DERIVED = {
    "attestations": lambda c: c.trend("trust", by="year", date="year").attestations(),
    "mann_kendall": lambda c: c.trend(["trust", "no"], by="year", date="year").mann_kendall(),
    "change_points": lambda c: c.trend("t*", by="year", date="year").change_points(
        strictness=0.001
    ),
    "shared": lambda c: c.collocation_network(["trust", "talks"], min_frequency=1).shared(),
    "to_table": lambda c: c.dtm("agency").to_table(),
    "with_metadata": lambda c: c.sentences().with_metadata("agency"),
}


def test_every_method_of_a_result_that_gives_a_table_is_among_those_that_are_tried():
    results = (hs.Table, DocumentTable, hs.Keyness, hs.Trend, hs.CollocationNetwork, hs.Dtm)
    assert set().union(*map(answers, results)) == DERIVED.keys()


@pytest.mark.parametrize("method", DERIVED)
def test_what_is_made_of_a_result_is_replayed(corpus, method):
    result = DERIVED[method](corpus)
    assert len(result) > 0
    assert is_replayed(result, corpus)
    assert is_replayed(DERIVED[method](corpus.subset(zone="body")), corpus)


def test_what_is_made_of_another_corpus_differs(corpus):
    made = DERIVED["mann_kendall"](corpus)
    _, found = hs.replay(written(made), built(TALKS[::-1]), strict=False)
    assert any(text.startswith("of.corpus was ") for text in found)
    _, found = hs.replay(written(made), built(metadata=None), strict=False)
    assert any("metadata column that date= names must be one of" in text for text in found)


def test_a_method_that_a_result_has_not_is_none_that_can_be_replayed(corpus):
    manifest = {"verb": "to_parquet", "of": written(corpus.frequencies())}
    with pytest.raises(hs.UnknownNameError, match="verb must be one of"):
        hs.replay(manifest, corpus)


@pytest.mark.parametrize("verb", VERBS.keys() - {"documents", "layers"})
def test_every_parameter_of_a_verb_is_in_its_manifest(corpus, verb):
    manifest = VERBS[verb][0](corpus).manifest()
    names = set(inspect.signature(getattr(hs.Corpus, verb)).parameters) - {"self"}
    known = {*manifest}
    if "patterns" in known:
        known |= {"pattern"}
    if "syntax" in known:
        known |= {"regex", "exact"}
    # The view: it is told by `conditions` and `zones`.
    known |= {"zone", "voice", "reference_zone", "reference_voice"}
    # What tells how far the work is changes nothing of it.
    assert names - known - {"cql", "progress"} == set()


VIEWS = [
    lambda c: c.subset(agency="VPS"),
    lambda c: c.subset(year=(2030, 2031), live=[True, None]).subset(zone="body"),
    lambda c: c.subset(id=["text3", "text1"], share=(None, 2)),
    lambda c: c.subset(agency=None),
    lambda c: c.subset(zone=[]),
    lambda c: c.subset(zone="headline"),
    lambda c: c.subset(voice="narration", agency="VPS").subset(voice=["quoted", "narration"]),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_taken_again(corpus, view):
    assert is_replayed(view(corpus), corpus)
    for verb in VERBS:
        assert is_replayed(VERBS[verb][0](view(corpus)), corpus)


def test_conditions_on_days_are_taken_again():
    sample = hs.sample_corpus()
    assert is_replayed(sample.subset(date=("2031-03-04", None)).kwic("trust"), sample)
    assert is_replayed(sample.subset(date="2031-03").subset(zone="headline").frequencies(), sample)


def stepped(lines, corpus, name, parameters):
    if isinstance(parameters, tuple):
        return getattr(lines, name)(*parameters)
    if "other" in parameters:
        parameters = {**parameters, "other": corpus.kwic(parameters["other"]).sort("R1")}
    return getattr(lines, name)(**parameters)


steps = st.lists(
    st.sampled_from([(name, row) for name, rows in STEPS.items() for row in rows]), max_size=5
)
questions = st.one_of(
    st.none(),
    st.sampled_from([(name, row) for name, rows in TABLES.items() for row in rows]),
)


@given(st.sampled_from(["trust", "the", "t*", ["talks", "river"]]), steps, questions, st.data())
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_steps_is_replayed(pattern, chosen, question, data):
    texts = data.draw(
        st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), min_size=2, max_size=4)
    )
    metadata = {name: column[: len(texts)] for name, column in METADATA.items()}
    corpus = tagged(built(texts, metadata))
    lines = corpus.kwic(pattern, window=3)
    for name, parameters in chosen:
        if "numbers" in parameters and len(lines) <= max(parameters["numbers"]):
            continue
        lines = stepped(lines, corpus, name, parameters)
    assert is_replayed(lines, corpus)
    if question is not None:
        assert is_replayed(stepped(lines, corpus, *question), corpus)


@pytest.mark.parametrize("name", STEPS)
def test_every_step_is_replayed(corpus, name):
    for parameters in STEPS[name]:
        assert is_replayed(stepped(corpus.kwic("t*"), corpus, name, parameters), corpus)


def test_coded_lines_are_replayed(corpus):
    coding = corpus.kwic("trust").label("stance", values=["for", "against"])
    coding[1] = "for"
    assert is_replayed(coding.coded("for"), corpus)


# --- what differs --------------------------------------------------------------------------------


def differences(result, corpus):
    """What replaying says, strictly and not."""
    again, found = hs.replay(written(result), corpus, strict=False)
    with pytest.raises(hs.ReplayError) as caught:
        hs.replay(written(result), corpus)
    assert caught.value.differences == found
    assert (caught.value.result is None) == (again is None)
    return found


OTHER = {
    "another text": (lambda: built([*TALKS[:3], "Trust."]), "corpus was "),
    "another id": (lambda: built(ids=["a", "b", "c", "d"]), "corpus was "),
    "one document more": (lambda: built().append(["Trust."]), "documents was 4, is 5"),
    "other tokens": (
        lambda: built(tokenizer=hs.Tokenizer(hyphens="keep")),
        'tokenizer.hyphens was "split", is "keep"',
    ),
    "other zones": (lambda: built(format="news"), 'format was "plain", is "news"'),
    "other metadata": (
        lambda: built(metadata={**METADATA, "year": [1, 2, 3, 4]}),
        "metadata was ",
    ),
    "another order of metadata": (
        lambda: built(metadata={name: METADATA[name] for name in sorted(METADATA)[::-1]}),
        "metadata was ",
    ),
}


@pytest.mark.parametrize("case", OTHER)
# Neither has an answer at all where the corpus is another one.
@pytest.mark.parametrize("verb", VERBS.keys() - {"cited", "alignment"})
def test_another_corpus_is_said_to_be_one(corpus, verb, case):
    build, expected = OTHER[case]
    found = differences(VERBS[verb][-1](corpus), build())
    assert [said for said in found if said.startswith(expected)] != []


def test_counts_that_differ_are_named_step_by_step(corpus):
    lines = corpus.subset(agency="VPS").kwic("trust").sort("R1").filter(R=1, contains="*")
    found = differences(lines, built().append(["Trust us."], metadata={"agency": ["VPS"]}))
    for name in ["documents", "tokens", "steps[0].before", "steps[0].after", "steps[1].after"]:
        assert [said for said in found if said.startswith(f"{name} was ")] != []


def test_the_message_names_five_differences_and_counts_the_rest(corpus):
    with pytest.raises(hs.ReplayError, match=r"^the result comes out otherwise: .*; and \d+ more$"):
        hs.replay(written(corpus.kwic("trust").sort("R1")), hs.sample_corpus())


def test_another_version_is_said_to_be_one(corpus):
    manifest = {**written(corpus.frequencies()), "hustings": "0.0.1"}
    result, found = hs.replay(manifest, corpus, strict=False)
    assert found == [f'hustings was "0.0.1", is "{hs.__version__}"']
    assert content(result) == content(corpus.frequencies())


def test_a_corpus_without_an_answer_says_why(corpus):
    found = differences(corpus.subset(agency="VPS").kwic("trust"), built(metadata=None))
    assert found[-1].startswith('subset fails: metadata column must be one of ["id", ')
    found = differences(corpus.kwic("trust").sort("agency"), built(metadata=None))
    assert found[-1].startswith("sort fails: sort key must be one of")
    cited = VERBS["cited"][0](corpus)
    assert "leads nowhere" in differences(cited, built(["Trust.", *TALKS[1:]]))[-1]


def test_a_saved_corpus_gives_the_same_results(corpus, tmp_path):
    corpus.save(tmp_path / "talks.hustings")
    for mmap in (False, True):
        again = hs.open_corpus(tmp_path / "talks.hustings", mmap=mmap)
        # What did not fit is not saved.
        for verb in VERBS.keys() - {"alignment"}:
            assert is_replayed(VERBS[verb][0](corpus), again)


def test_nothing_that_writes_or_changes_is_called(corpus, tmp_path):
    path = str(tmp_path / "stolen.csv")
    lines = written(corpus.kwic("trust"))
    for step, parameters in [("to_csv", {"path": path}), ("__class__", {}), ("label", {})]:
        steps = [{"step": step, "parameters": parameters}]
        with pytest.raises(hs.UnknownNameError, match="step must be one of"):
            hs.replay({**lines, "steps": steps}, corpus)
    with pytest.raises(hs.UnknownNameError, match="verb must be one of"):
        hs.replay({**lines, "verb": "save", "path": path}, corpus)
    assert list(tmp_path.iterdir()) == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
KEYS = list(parsed(json.dumps(built().kwic("trust").sort("R1").manifest())))


@given(st.sampled_from(KEYS), json_values)
@settings(max_examples=200, deadline=None)
def test_a_damaged_manifest_is_refused_or_differs_and_nothing_else(key, value):
    corpus = built()
    manifest = {**written(corpus.kwic("trust").sort("R1")), key: value}
    try:
        result, found = hs.replay(manifest, corpus, strict=False)
    except hs.HustingsError:
        return
    assert found != [] or written(result) == manifest


SLICES = {
    "rows of a table": lambda c: c.frequencies()[1:4],
    "every other row backwards": lambda c: c.frequencies(by="agency")[::-2],
    "a slice of a slice": lambda c: c.ngrams(2)[5:][:2],
    "no row": lambda c: c.frequencies()[99:],
    "keyness": lambda c: c.subset(agency="VPS").keyness(min_frequency=1, direction="both")[:3],
    "periods": lambda c: c.trend(["trust", "the"], by="year", date="year")[:3],
    "a test of periods": lambda c: c.trend("t*", by="year", date="year")[1:].mann_kendall(),
    "changes of them": lambda c: c.trend("t*", by="year", date="year")[::-1].change_points(),
    "some of the tests": lambda c: c.trend(["trust", "the"], by="year", date="year").mann_kendall()[
        1:
    ],
    "edges": lambda c: c.collocation_network("trust", min_frequency=1)[:4],
    "what edges share": lambda c: c.collocation_network(["trust", "talks"], min_frequency=1)[
        2:
    ].shared()[:1],
}


@pytest.mark.parametrize("asked", SLICES)
def test_a_slice_is_replayed_and_so_is_what_is_made_of_it(corpus, asked):
    assert is_replayed(SLICES[asked](corpus), corpus)


@pytest.mark.parametrize(
    "slices",
    [3, [1], [[1, 2]], [[1, 2, 0]], [[1, "2", None]], [[1, True, 1]], [[1.5, 2, 1]]],
    ids=str,
)
def test_slices_that_are_none_are_refused(corpus, slices):
    manifest = {**written(corpus.frequencies()), "slices": slices}
    with pytest.raises(hs.ParameterError, match="slices of a manifest must"):
        hs.replay(manifest, corpus)


def test_lines_and_matrices_have_no_slices_of_a_table(corpus):
    manifest = {**written(corpus.dtm()), "slices": [[1, 2, None]]}
    with pytest.raises(hs.ParameterError, match="slices of a manifest must be of a table"):
        hs.replay(manifest, corpus)
