"""Arguments of every function and method: whatever is refused is refused by name, as ours."""

import inspect
import math
import re
from types import FunctionType, MappingProxyType

import hustings as hs
import pytest

TALKS = ["We want trust, mutual trust.", "The river talks failed. Trust them?", "Talks on trust."]
METADATA = {"side": ["x", "y", "y"], "year": [2030, 2031, 2032]}
CORPUS = hs.Corpus.from_texts(TALKS, metadata=METADATA)
LINES = CORPUS.kwic("trust")
TABLE = {"o11": 1, "r1": 2, "c1": 2, "n": 9}
SCORED = {"measures": "log_dice"}

# Every number that need not be whole: its name, and what it is given to.
NUMBERS = {
    "collocation_network": ("min_score", lambda x: CORPUS.collocation_network("a", min_score=x)),
    "similarity": ("threshold", lambda x: CORPUS.similarity(threshold=x)),
    "diversity": ("threshold", lambda x: CORPUS.diversity(threshold=x)),
    "diversity_of": ("threshold", lambda x: hs.diversity_of(["a"], threshold=x)),
    "keyness": ("confidence", lambda x: CORPUS.keyness({"trust": 1}, confidence=x)),
    "trend": ("confidence", lambda x: CORPUS.trend("a", by="year", date="year", confidence=x)),
    "near_duplicates": ("similarity", lambda x: CORPUS.near_duplicates(similarity=x)),
    "near_duplicate_pairs": ("similarity", lambda x: CORPUS.near_duplicate_pairs(similarity=x)),
    "with_near_duplicates": ("similarity", lambda x: CORPUS.with_near_duplicates(similarity=x)),
    "dedupe": ("similarity", lambda x: LINES.dedupe(similarity=x)),
    "change_points": (
        "strictness",
        lambda x: CORPUS.trend("a", by="year", date="year").change_points(strictness=x),
    ),
    "change_points_of": ("strictness", lambda x: hs.change_points_of([1, 2], strictness=x)),
    "the values of change_points_of": ("values[0]", lambda x: hs.change_points_of([x, 1])),
    "the values of trend_of": ("values[1]", lambda x: hs.trend_of([1, x])),
    "the times of trend_of": ("times[0]", lambda x: hs.trend_of([1, 2], [x, 3])),
    **{
        f"{name} of association": (
            name,
            lambda x, name=name: hs.association(**TABLE, **SCORED, **{name: x}),
        )
        for name in ("alpha", "smoothing", "prior")
    },
    **{
        f"{name} of collocates": (
            name,
            lambda x, name=name: CORPUS.collocates("a", **SCORED, measure_options={name: x}),
        )
        for name in ("alpha", "smoothing", "prior")
    },
    "n-grams": ("prior", lambda x: CORPUS.ngrams(2, **SCORED, measure_options={"prior": x})),
}
NOT_FINITE = [math.nan, math.inf, -math.inf]


@pytest.mark.parametrize("value", NOT_FINITE, ids=str)
@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_that_is_not_finite_is_refused_by_name(name, call, value):
    message = f"^{re.escape(name)} must be a finite number, got {value}$"
    with pytest.raises(hs.ParameterError, match=message):
        call(value)


@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_beyond_those_of_64_bits_is_refused_by_name(name, call):
    with pytest.raises(hs.ParameterError, match=f"^{re.escape(name)} must be a number below 1e308"):
        call(10**400)


@pytest.mark.parametrize("value", ["0.5", b"1", [0.5], {}, 1j], ids=repr)
@pytest.mark.parametrize(("name", "call"), NUMBERS.values(), ids=NUMBERS)
def test_what_is_no_number_is_refused_by_name(name, call, value):
    with pytest.raises(hs.InputTypeError, match=f"^{re.escape(name)} must be a number, got"):
        call(value)


@pytest.mark.parametrize("value", [*NOT_FINITE, 10**400], ids=lambda value: str(value)[:9])
@pytest.mark.parametrize("name", ["o11", "r1", "c1", "n"])
@pytest.mark.parametrize("several", [False, True])
def test_a_table_of_what_is_not_finite_is_refused(several, name, value):
    with pytest.raises(hs.HustingsError, match=rf"\b{name}\b"):
        hs.association(**TABLE | {name: [value] if several else value}, **SCORED)


@pytest.mark.parametrize("value", [*NOT_FINITE, 10**400], ids=lambda value: str(value)[:9])
def test_a_code_that_is_not_finite_is_refused(value):
    with pytest.raises(hs.ParameterError, match=r"^values must be a"):
        LINES.label("stance", values=[value, 1])


def test_a_number_of_thousands_of_digits_is_told_shortly():
    with pytest.raises(
        hs.ParameterError, match=r"^per must be at most 9223372036854775807, got int$"
    ):
        CORPUS.frequencies(per=10**5000)
    with pytest.raises(hs.InputTypeError, match=r"^per must be a whole number, got .{80}$"):
        CORPUS.frequencies(per=list(range(1000)))


# --- by their annotations ------------------------------------------------------------------------

TAGGED = CORPUS.annotate({"document": ["text1"], "start": [0], "end": [2], "lemma": ["we"]})
CODING = LINES.label("stance", values=["for", "against"])
# An object of each class that has methods; its classes are called by their names.
OBJECTS = [
    TAGGED,
    LINES,
    CORPUS.frequencies(),
    CORPUS.dtm(),
    CORPUS.keyness({"peace": 9}, min_frequency=1),
    CORPUS.trend("trust", by="year", date="year"),
    CORPUS.collocation_network("trust", min_frequency=1),
    CODING,
    hs.Dictionary({"peace": ["peace"]}),
    hs.Tokenizer(),
    hs.tokenize(TALKS),
]
# What a call cannot do without.
REQUIRED = {
    "Corpus.alignment": {"layer": "lemma"},
    "Corpus.annotate": {"annotations": {}},
    "Corpus.append": {"articles": ["Trust."]},
    "Corpus.cited": {"citations": LINES[0].cite()},
    "Corpus.collocation_network": {"nodes": "trust"},
    "Corpus.from_frame": {"frame": {"text": ["Trust."]}},
    "Corpus.from_texts": {"texts": ["Trust."]},
    "Corpus.lookup": {"dictionary": {"peace": ["peace"]}},
    "Corpus.ngrams": {"n": 2},
    "Corpus.text": {"id": "text1"},
    "Corpus.text_reuse": {"first": "text1", "second": "text2"},
    "Corpus.trend": {"pattern": "trust", "by": "year", "date": "year"},
    "Corpus.with_reporting_verbs": {"verbs": []},
    "Corpus.with_speaker_names": {"names": {}},
    "Concordance.expand": {"line": 0},
    "Concordance.group": {"by": "node"},
    "Concordance.label": {"column": "stance", "values": ["for"]},
    "Concordance.near": {"other": LINES},
    "Concordance.highlight": {"terms": "the"},
    "Concordance.patterns": {"slots": "R1"},
    "Concordance.sample": {"n": 1, "seed": 1},
    "Concordance.sort": {"keys": "R1"},
    "Concordance.filter": {"contains": "trust"},
    "Coding.resolve": {"corpus": CORPUS},
    "Coding.set": {"line": 0, "code": "for"},
    "Keyness.explain": {"term": "trust"},
    "Dictionary.at_depth": {"depth": 1},
    "association": {**TABLE, **SCORED},
    "change_points_of": {"values": [1, 2]},
    "dispersion_of": {"counts": [1, 2]},
    "diversity_of": {"tokens": ["a"]},
    "equiv": {"short": "SCO"},
    "kwic": {"texts": TALKS, "pattern": "trust"},
    "quotations": {"texts": TALKS},
    "read_articles": {"source": "nowhere.txt"},
    "read_coding": {"path": "nowhere.csv", "column": "stance", "values": ["for"]},
    "readability_of": {"text": "Trust us."},
    "replay": {"manifest": {"verb": "subset"}, "corpus": CORPUS},
    "sentences": {"texts": TALKS},
    "syllables": {"word": "trust"},
    "term_frequencies": {"texts": TALKS},
    "dispersion_chart": {"places": CORPUS.dispersion_plot("trust")},
    "trend_chart": {"trend": CORPUS.trend("trust", by="year", date="year")},
}
NAMES = [3, b"x", {"x": 1}, MappingProxyType({"x": 1}), {"x"}, frozenset("x"), ["x", 3], [None]]
# What a parameter of an annotation does not take, beside None.
WRONG = {
    "bool": ["yes", 1, [True], {}],
    "int": ["3", 2.5, [1], {}],
    "float": ["0.5", [1], math.nan, 10**400],
    "str": [3, ["x"], b"x", {}, {"x"}],
    "str | os.PathLike[str]": [3, ["x"], b"x", {}],
    "str | Sequence[str]": NAMES,
    "Names": NAMES,
    "Patterns": NAMES,
}
CHOICES = {"Direction", "Extent", "Format", "Measure", "Overlaps", "Unit"}
VIEWS = {"zone", "voice", "reference_zone", "reference_voice"}


def functions():
    """Every public function and method as (name, what is called)."""
    for name in hs.__all__:
        if isinstance(value := getattr(hs, name), FunctionType):
            yield name, value
    yield from ((name, getattr(hs.plots, name)) for name in hs.plots.__all__)
    for thing in OBJECTS:
        for name in dir(type(thing)):
            static = inspect.getattr_static(type(thing), name)
            if isinstance(static, (FunctionType, classmethod)) and not name.startswith("_"):
                yield f"{type(thing).__name__}.{name}", getattr(thing, name)
    yield "Tokenizer", hs.Tokenizer


def mistakes():
    """Every parameter of every function with each value that it does not take."""
    for name, call in functions():
        for parameter in inspect.signature(call).parameters.values():
            if parameter.kind is parameter.VAR_POSITIONAL:
                continue
            annotation = str(parameter.annotation).removesuffix(" | None")
            chosen = annotation in CHOICES or annotation.startswith("Literal[")
            wrong = list(WRONG.get("str" if chosen else annotation, []))
            if wrong and annotation == parameter.annotation:
                wrong.append(None)
            for value in wrong:
                if parameter.name not in VIEWS or not isinstance(value, (set, frozenset)):
                    label = f"{name}({parameter.name}={value!r:.20})"
                    yield pytest.param(name, call, parameter.name, value, id=label)


@pytest.mark.parametrize(("name", "call", "parameter", "value"), list(mistakes()))
def test_what_a_parameter_does_not_take_is_refused_by_its_name(name, call, parameter, value):
    called = "threads" if name == "set_threads" else parameter
    with pytest.raises(hs.HustingsError, match=rf"^{called}(\[\d\])? must be ") as caught:
        call(**REQUIRED.get(name, {}) | {parameter: value})
    assert isinstance(caught.value, (hs.InputTypeError, hs.ParameterError))
    assert "\n" not in str(caught.value)


def test_the_mistakes_are_many():
    assert len(list(mistakes())) > 1500


def test_positional_arguments_are_checked_as_those_with_names():
    with pytest.raises(hs.InputTypeError, match=r"^pattern must be a str or a list of str, got in"):
        CORPUS.kwic(3)
    with pytest.raises(hs.InputTypeError, match=r"^columns\[1\] must be a str, got int"):
        LINES.with_metadata("year", 3)
    assert len(LINES.with_metadata("year", "side")) == len(LINES)


def test_what_python_refuses_it_refuses_still():
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        CORPUS.kwic("trust", colour="red")
    with pytest.raises(TypeError, match="positional arguments but 3 were given"):
        CORPUS.kwic("trust", 5)


def test_names_are_taken_from_any_iterable_that_has_an_order():
    expected = CORPUS.count(["trust", "talks"])
    for names in (("trust", "talks"), {"trust": 1, "talks": 2}.keys(), iter(["trust", "talks"])):
        assert CORPUS.count(names) == expected


def test_truth_values_of_numpy_are_taken():
    numpy = pytest.importorskip("numpy")
    assert CORPUS.count("trust", case_sensitive=numpy.bool_(1)) == 3


def test_a_view_of_nothing_has_no_parts():
    nothing = CORPUS.subset(zone=[])
    message = "parts must be between 1 and the tokens in view, of which there are none, got 3"
    with pytest.raises(hs.ParameterError, match=message):
        nothing.dispersion(by=None, parts=3)
    with pytest.raises(hs.ParameterError, match=message):
        nothing.ngrams(2, dispersion="dp", parts=3)


@pytest.mark.parametrize("name", ["term", "frequency"])
def test_a_reference_that_lacks_a_column_is_told_both(name):
    columns = {"term": ["a"], "frequency": [1]}
    columns["word"] = columns.pop(name)
    message = "^reference must have the columns term and frequency, got "
    with pytest.raises(hs.ParameterError, match=message):
        CORPUS.keyness(columns)


# --- dicts and sets ------------------------------------------------------------------------------


def test_a_dict_for_patterns_is_no_list_of_its_keys():
    for ask in (CORPUS.kwic, CORPUS.count, CORPUS.clusters):
        with pytest.raises(hs.InputTypeError, match=r"^pattern must be .* got dict$"):
            ask({"N": ["trust"]})
    with pytest.raises(hs.InputTypeError, match=r"^nodes must be .* got dict$"):
        CORPUS.collocation_network({"N": ["trust"]})
    assert CORPUS.collocates({"N": ["trust"]}, min_frequency=1)["node"][0] == "N"
    assert CORPUS.dispersion({"N": ["trust"]})["pattern"] == ["N"]


def test_a_set_is_refused_with_its_reason():
    with pytest.raises(hs.InputTypeError, match=r"got set, which has no order$"):
        CORPUS.kwic({"trust", "talks"})


@pytest.mark.parametrize("several", [{1, 2}, frozenset({1}), {1: 2}], ids=repr)
@pytest.mark.parametrize(
    "call",
    [
        lambda x: hs.association(**TABLE | {"o11": x}, **SCORED),
        hs.dispersion_of,
        lambda x: hs.dispersion_of([1], x),
        hs.trend_of,
        lambda x: hs.trend_of([1, 2], x),
        hs.change_points_of,
        lambda x: hs.Corpus.from_texts(["a", "b"], metadata={"year": x}),
        LINES.take,
    ],
)
def test_numbers_in_no_order_are_refused(call, several):
    with pytest.raises(hs.InputTypeError):
        call(several)


def test_ids_are_the_keys_of_a_dict_of_texts_and_no_set():
    texts = {"a": "Trust.", "b": "Peace."}
    assert hs.Corpus.from_texts(texts.values(), ids=texts).documents["id"] == ["a", "b"]
    with pytest.raises(hs.InputTypeError, match=r'^column "id" must be a list, got '):
        hs.Corpus.from_texts(texts.values(), ids={"a", "b"})


@pytest.mark.parametrize("several", [{"a", "b"}, {"a": "b"}], ids=["a set", "a dict"])
@pytest.mark.parametrize(
    "call", [hs.Corpus.from_texts, hs.tokenize, hs.diversity_of, CORPUS.append], ids=str
)
def test_texts_in_no_order_are_refused(call, several):
    with pytest.raises(hs.InputTypeError, match=r"must be a list of str, got (set|dict)"):
        call(several)


@pytest.mark.parametrize("patterns", [{"belt", "road"}, {"belt": "road"}], ids=["set", "dict"])
def test_a_compound_of_patterns_in_no_order_is_refused(patterns):
    with pytest.raises(hs.InputTypeError, match=r"^compound must be"):
        CORPUS.frequencies(compound={"BRI": patterns})


def test_patterns_by_name_are_told_by_their_name():
    with pytest.raises(hs.InputTypeError, match=r"^pattern\['N'\] must be a str or a list of str"):
        CORPUS.collocates({"N": {"trust": 1}})
    with pytest.raises(hs.InputTypeError, match=r"^terms\['N'\]\[1\] must be a str, got int"):
        LINES.highlight({"N": ["trust", 3]})
    with pytest.raises(hs.InputTypeError, match=r"^the names in pattern must be str, got 3"):
        CORPUS.collocates({3: "trust"})


def test_a_view_is_named_in_any_order():
    names = ["quoted", "narration"]
    manifests = [CORPUS.frequencies(voice=given).manifest() for given in ({*names}, sorted(names))]
    assert manifests[0] == manifests[1]
    assert CORPUS.subset(voice={*names}).manifest() == CORPUS.subset(voice=sorted(names)).manifest()
    assert CORPUS.count("trust", zone={"body"}) == CORPUS.count("trust", zone="body")


OTHERS = {
    "progress": ("True or a function", lambda: hs.Corpus.from_texts(["a"], progress=3)),
    "corpora": ("a list of corpora, got int", lambda: hs.concatenate(3)),
    "corpora ": ("a list of corpora, got set", lambda: hs.concatenate({CORPUS})),
    "codings": ("a list of Coding, got int", lambda: hs.merge_codings(3)),
    "source": ("a path, a glob or a list of paths, got dict", lambda: hs.read_articles({"a": 1})),
    "references": (
        "a list of corpora, got 3",
        lambda: hs.replay(CORPUS.manifest(), CORPUS, references=3),
    ),
    "references ": (
        r"a list of corpora, got \[3\]",
        lambda: hs.replay(CORPUS.manifest(), CORPUS, references=[3]),
    ),
    "options": ("what JSON can hold", lambda: hs.Tokenizer.from_options({"hyphens": {1}})),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_str_and_no_number_is_refused_by_name_too(name):
    message, call = OTHERS[name]
    with pytest.raises(hs.InputTypeError, match=f"^{name.strip()} must be {message}"):
        call()


# --- measures and what goes with them ------------------------------------------------------------

MEASURED = {
    "collocates": lambda m: CORPUS.collocates("trust", measures=m, min_frequency=1),
    "ngrams": lambda m: CORPUS.ngrams(2, measures=m),
    "keyness": lambda m: CORPUS.keyness({"trust": 9}, measures=m, confidence=None),
    "association": lambda m: hs.association(**TABLE | {"o11": [1]}, measures=m),
}
SPREAD = {
    "dispersion": lambda m: CORPUS.dispersion("trust", measures=m),
    "ngrams": lambda m: CORPUS.ngrams(2, dispersion=m),
    "clusters": lambda m: CORPUS.clusters("trust", 2, dispersion=m),
    "dispersion_of": lambda m: hs.dispersion_of([1, 2], measures=m),
}
VARIED = {
    "diversity": lambda m: CORPUS.diversity(measures=m),
    "diversity_of": lambda m: hs.diversity_of(["a", "b", "a"], measures=m),
}
READ = {
    "readability": lambda m: CORPUS.readability(measures=m),
    "readability_of": lambda m: hs.readability_of("Trust us.", measures=m),
}
ASKED = [
    pytest.param(call, several, id=f"{name}: {several}")
    for calls, several in [
        (MEASURED, "mi npmi"),
        (SPREAD, "dp range"),
        (VARIED, "ttr simpson"),
        (READ, "smog ari"),
    ]
    for name, call in calls.items()
]


@pytest.mark.parametrize(("call", "several"), ASKED)
def test_several_measures_in_one_str_are_those_of_a_list(call, several):
    def columns(found):
        return list(found) if isinstance(found, dict) else found.columns

    expected = columns(call(several.split()))
    assert {*several.split()} <= {*expected}
    assert columns(call(several)) == expected
    assert columns(call(several.replace(" ", ", "))) == expected


def test_a_network_is_of_one_measure():
    with pytest.raises(hs.UnknownNameError, match='got "mi npmi"'):
        CORPUS.collocation_network("trust", measure="mi npmi")


@pytest.mark.parametrize(
    "ask",
    [
        lambda **o: CORPUS.collocates("trust", **o),
        lambda **o: CORPUS.ngrams(2, **o),
    ],
    ids=["collocates", "ngrams"],
)
def test_options_of_measures_are_checked_without_measures_too(ask):
    with pytest.raises(hs.ParameterError, match=r"measure_options must be among .*, got 'foo'"):
        ask(measure_options={"foo": 1})
    with pytest.raises(hs.ParameterError, match="measure_options must be None without measures"):
        ask(measure_options={"alpha": 0.1})
    with pytest.raises(hs.InputTypeError, match="measure_options must be a dict, got list"):
        ask(measure_options=["alpha"])


@pytest.mark.parametrize("parts", ["side", "zz", ["side"], 2])
def test_parts_go_with_measures_of_dispersion(parts):
    for ask in (lambda **o: CORPUS.ngrams(2, **o), lambda **o: CORPUS.clusters("trust", 2, **o)):
        with pytest.raises(hs.ParameterError, match="parts must be left out without dispersion"):
            ask(parts=parts)
        assert len(ask(parts=["document"])) == len(ask()) > 0


@pytest.mark.parametrize("window", [[1, 2], (1, 2)], ids=repr)
def test_a_window_of_two_sides_is_a_tuple_or_a_list(window):
    pair = CORPUS.collocates("trust", window=window, min_frequency=1)
    assert pair.manifest()["window"] == [1, 2]
    assert CORPUS.collocation_network("trust", window=window, min_frequency=1).manifest()
    assert LINES.near(CORPUS.kwic("talks"), within=window).manifest()


HALF = "trust\udc80"
HALVES = {
    "kwic": ("pattern", lambda: CORPUS.kwic(HALF)),
    "kwic of several": ("pattern[1]", lambda: CORPUS.kwic(["a", HALF])),
    "a query": ("cql", lambda: CORPUS.count(cql=HALF)),
    "by": ("by", lambda: CORPUS.frequencies(by=HALF)),
    "a zone": ("zone", lambda: CORPUS.frequencies(zone=HALF)),
    "a layer": ("layer", lambda: CORPUS.frequencies(layer=HALF)),
    "a measure": ("measures", lambda: CORPUS.collocates("a", measures=HALF)),
    "a node": ("pattern", lambda: CORPUS.collocates({HALF: "a"})),
    "a window": ("window", lambda: CORPUS.collocates("a", window=HALF)),
    "a direction": ("direction", lambda: CORPUS.collocates("a", direction=HALF)),
    "marginals": ("marginals", lambda: CORPUS.collocates("a", marginals=HALF)),
    "a row": ("row", lambda: CORPUS.collocates("a", row=HALF)),
    "a compound": ("compound", lambda: CORPUS.frequencies(compound=HALF)),
    "several compounds": ("compound", lambda: CORPUS.frequencies(compound=["a", HALF])),
    "the name of a compound": ("compound", lambda: CORPUS.frequencies(compound={HALF: "a"})),
    "a pattern of a compound": ("compound", lambda: CORPUS.frequencies(compound={"a": [HALF]})),
    "a place of a node": ("node_at", lambda: CORPUS.clusters("a", node_at=HALF)),
    "a measure of a network": ("measure", lambda: CORPUS.collocation_network("a", measure=HALF)),
    "a node of a network": ("nodes", lambda: CORPUS.collocation_network(HALF)),
    "dates": ("date", lambda: CORPUS.trend("a", date=HALF)),
    "a period": ("by", lambda: CORPUS.trend("a", by=HALF)),
    "similarity": ("measure", lambda: CORPUS.similarity(measure=HALF)),
    "a direction of keyness": ("direction", lambda: CORPUS.keyness(by="side", direction=HALF)),
    "a test": ("significance", lambda: CORPUS.keyness(by="side", significance=HALF)),
    "a correction": ("correction", lambda: CORPUS.keyness(by="side", correction=HALF)),
    "a pattern of keyness": ("pattern", lambda: CORPUS.keyness(by="side", pattern=HALF)),
    "a unit": ("unit", lambda: CORPUS.lookup({"a": ["b"]}, unit=HALF)),
    "an id": ("id", lambda: CORPUS.text(HALF)),
    "a column": ("name", lambda: CORPUS.documents.column(HALF)),
    "the name of a condition": ("the name of a column", lambda: CORPUS.subset(**{HALF: 1})),
    "a format": ("format", lambda: hs.Corpus.from_texts(["a"], format=HALF)),
    "a tokenizer": ("hyphens", lambda: hs.Tokenizer(hyphens=HALF)),
    "a column of copies": ("column", lambda: CORPUS.with_near_duplicates(HALF)),
    "an alignment": ("layer", lambda: CORPUS.alignment(HALF)),
}


@pytest.mark.parametrize("asked", HALVES)
def test_half_a_character_is_refused_by_name(asked):
    name, ask = HALVES[asked]
    message = f"{name} must be valid Unicode, got 'trust\\udc80'"
    with pytest.raises(hs.ParameterError, match=re.escape(message)):
        ask()


@pytest.mark.parametrize("empty", [[], ()])
@pytest.mark.parametrize("name", ["zone", "voice"])
def test_a_list_of_no_names_is_refused_where_nothing_would_be_in_view(name, empty):
    for ask in (CORPUS.count, CORPUS.kwic, CORPUS.collocates):
        with pytest.raises(hs.ParameterError, match=f"^{name} must be one name at least, got none"):
            ask("trust", **{name: empty})
    with pytest.raises(hs.ParameterError, match=f"^{name} must be one name at least, got none"):
        CORPUS.frequencies(**{name: empty})
