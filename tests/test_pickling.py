"""Pickles and copies: a saved corpus by its place, a table by its bytes, all else with a reason."""

import copy
import datetime as dt
import pickle
import subprocess
import sys

import hustings as hs
import pytest
from polars.testing import assert_frame_equal

TEXTS = [
    "Tara Vell said that the pier is safe. No trust, no treaty.",
    "",
    "Trust came first \u2013 the t\u00e9nor said so.",
]
TOOT = {"verb": "toot", "third": "toots", "past": "tooted", "gerund": "tooting"}
TOOT |= {"class": "posting", "frames": "quote,that"}


def built():
    days = [dt.date(2031, 3, 4), None, dt.date(2031, 4, 1)]
    metadata = {"day": days, "year": [1, 2, 2], "share": [0.5, None, 1]}
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b", "c"], metadata=metadata)


@pytest.fixture
def opened(tmp_path):
    built().save(tmp_path / "x.hustings")
    return hs.open_corpus(tmp_path / "x.hustings")


def pickled(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


def assert_same(found, expected):
    assert found.manifest() == expected.manifest()
    assert_frame_equal(found.tokens().to_polars(), expected.tokens().to_polars())
    assert_frame_equal(found.documents.to_polars(), expected.documents.to_polars())


VIEWS = {
    "the whole": lambda corpus: corpus,
    "documents": lambda corpus: corpus.subset(year=2),
    "none": lambda corpus: corpus.subset(year=3),
    "a range": lambda corpus: corpus.subset(day=("2031-03", None), year=[1, 2]),
    "zones": lambda corpus: corpus.subset(zone="body"),
    "a voice": lambda corpus: corpus.subset(voice="Tara Vell"),
    "several": lambda corpus: corpus.subset(year=1, zone="body").subset(voice="quoted"),
    "without reprints": lambda corpus: corpus.subset(collapse="near_duplicate"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_an_opened_corpus_comes_back(view, opened):
    asked = VIEWS[view](opened)
    assert_same(pickled(asked), asked)


def test_a_mapped_corpus_comes_back_mapped_in_another_process(opened, tmp_path):
    mapped = hs.open_corpus(tmp_path / "x.hustings", mmap=True)
    assert mapped._inner.origin("test")[1] is pickled(mapped)._inner.origin("test")[1] is True
    assert pickled(opened)._inner.origin("test")[1] is False
    (tmp_path / "pickle").write_bytes(pickle.dumps(mapped))
    script = "import pickle, sys; print(pickle.load(open(sys.argv[1], 'rb')).count('trust'))"
    command = [sys.executable, "-c", script, str(tmp_path / "pickle")]
    assert subprocess.run(command, check=True, capture_output=True).stdout.strip() == b"2"


def test_a_corpus_is_pickled_once_it_is_saved(tmp_path, monkeypatch):
    corpus = built()
    with pytest.raises(hs.ParameterError, match="pickle takes a corpus that is saved as it is"):
        pickle.dumps(corpus)
    monkeypatch.chdir(tmp_path)
    corpus.save("x.hustings")
    kept = pickle.dumps(corpus)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert_same(pickle.loads(kept), corpus)  # noqa: S301 - our own


CHANGES = {
    "append": lambda corpus: corpus.append(["More."], ids=["z"]),
    "concatenate": lambda corpus: hs.concatenate([corpus, hs.Corpus.from_texts(["M"], ids=["z"])]),
    "compact": lambda corpus: corpus.append(["More."], ids=["z"]).compact(),
    "verbs": lambda corpus: corpus.with_reporting_verbs([TOOT]),
    "names": lambda corpus: corpus.with_speaker_names({"T. Vell": "Tara Vell"}),
    "reprints": lambda corpus: corpus.with_near_duplicates(),
    "annotate": lambda corpus: corpus.annotate(
        {"document": ["a"], "start": [0], "end": [4], "lemma": ["tara"]}, ["lemma"]
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_made_of_an_opened_corpus_is_not_the_one_that_is_saved(change, opened, tmp_path):
    changed = CHANGES[change](opened)
    for ask in (pickle.dumps, hs.Corpus.verify):
        with pytest.raises(hs.ParameterError, match="save it first"):
            ask(changed)
    changed.save(tmp_path / "y.hustings")
    assert_same(pickled(changed), changed)


def test_a_pickle_of_a_corpus_that_was_replaced_says_so(opened, tmp_path):
    kept = pickle.dumps(opened)
    hs.Corpus.from_texts(["Others."]).save(tmp_path / "x.hustings")
    with pytest.raises(hs.ParameterError, match="holds another corpus than the one"):
        pickle.loads(kept)  # noqa: S301 - our own
    with pytest.raises(hs.ParameterError, match="holds another corpus by now"):
        pickle.dumps(opened)
    opened.save(tmp_path / "x.hustings")
    assert_same(pickle.loads(kept), opened)  # noqa: S301 - our own


def tables(corpus):
    return {
        "documents": corpus.documents,
        "tokens": corpus.tokens(),
        "quotations": corpus.quotations(),
        "frequencies": corpus.frequencies(by="year"),
        "a slice": corpus.tokens()[2:5],
        "rows": corpus.tokens()[::2],
        "no row": corpus.tokens()[:0],
        "deferred": corpus.ngrams(2, min_frequency=1),
        "keyness": corpus.subset(year=1).keyness(min_frequency=1),
        "a trend": corpus.trend("trust", date="day", by="month"),
        "a network": corpus.collocation_network("trust", min_frequency=1),
        "an empty corpus": hs.Corpus.from_texts([]).tokens(),
        "plain texts": hs.term_frequencies(TEXTS),
    }


@pytest.mark.parametrize("name", tables(built()))
@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
def test_a_table_comes_back_with_its_manifest(name, again, opened):
    table = tables(opened)[name]
    found = again(table)
    assert type(found) is type(table)
    assert found.manifest() == table.manifest()
    assert_frame_equal(found.to_polars(), table.to_polars())
    assert repr(found) == repr(table)


def test_what_a_table_can_be_asked_comes_back_too(opened):
    keyness = pickled(opened.subset(year=1).keyness(min_frequency=1))
    assert [line.node for line in keyness.explain("pier").target] == ["pier"]
    trend = opened.trend("trust", date="day", by="month")
    found = pickled(trend).attestations()
    assert_frame_equal(found.to_polars(), trend.attestations().to_polars())


@pytest.mark.parametrize("by", [None, "year"])
def test_keyness_of_a_corpus_in_memory_is_pickled_without_its_lines(by, opened):
    for corpus, reference in [(built(), None), (built(), opened), (opened, built())]:
        target, options = corpus if by else corpus.subset(year=1), {"min_frequency": 1, "by": by}
        beside = None if by or reference is None else reference.subset(year=2)
        table = target.keyness(beside, **options)
        found = pickled(table)
        assert type(found) is hs.Keyness
        assert found.manifest() == table.manifest()
        assert_frame_equal(found.to_polars(), table.to_polars())
        again = copy.copy(table[:2])
        group = {"year": again["year"][0]} if by else None
        assert len(again.explain(again["term"][0], group=group).target) == again["frequency"][0]
        if by and corpus is opened:
            continue
        with pytest.raises(hs.ParameterError, match="which were in memory alone when"):
            found.explain(found["term"][0], group=group)


def test_a_pickled_slice_holds_no_more_than_its_rows():
    corpus = hs.Corpus.from_texts(["Words on the pier. " * 20_000])
    assert len(pickle.dumps(corpus.tokens()[:3])) < 10_000


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_a_corpus_in_memory_can_be_copied(again):
    corpus = built().subset(year=2)
    assert_same(again(corpus), corpus)
    lines = again(corpus.kwic("trust"))
    assert lines.column("node") == ["Trust"]
    assert again(corpus.dtm()).terms == corpus.dtm().terms
    assert again([corpus, {"a": corpus}])[0].n_tokens == corpus.n_tokens


def test_options_come_back():
    tokenizer = hs.Tokenizer(hyphens="keep")
    verbs = hs.ReportingVerbs([TOOT], extend=False)
    dictionary = hs.Dictionary({"peace": ["peace*"]})
    for again in (pickled, copy.copy, copy.deepcopy):
        assert again(tokenizer) == tokenizer
        assert again(verbs) == verbs
        assert again(verbs)._inner is not None
        assert again(dictionary).categories == dictionary.categories


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda corpus: corpus.kwic("trust"), r"a Concordance cannot be pickled; pickle its manif"),
        (lambda corpus: corpus.dtm(), r"a Dtm cannot be pickled; pickle to_scipy\(\)"),
        (lambda _: hs.tokenize(["a"]), r"a Tokens cannot be pickled; pickle to_list\(\)"),
    ],
)
def test_what_cannot_be_pickled_says_what_can(make, message, opened):
    with pytest.raises(hs.InputTypeError, match=message):
        pickle.dumps(make(opened))


@pytest.mark.parametrize("given", [b"", b"no Arrow"])
def test_bytes_of_no_table_are_an_error(given):
    with pytest.raises(hs.InputTypeError, match="the Arrow data cannot be read"):
        hs._core.Table.from_ipc(given, "{}")
