"""Subsets: which documents and zones are in view, and that every verb answers from them alone."""

import datetime as dt

import hustings as hs
import numpy as np
import pandas as pd
import polars as pl
import pytest
from samples import NEWS, ids

# --- subsets -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def talks():
    bodies = ["The river is long.", "Rivers, rivers!", "Trust the river.", "Trust.", ""]
    metadata = {
        "year": [2030, 2031, 2031, None, 2033],
        "day": [
            dt.date(2030, 11, 30),
            dt.date(2031, 1, 1),
            dt.date(2031, 1, 31),
            dt.date(2031, 12, 31),
            None,
        ],
        "at": [dt.datetime(2031, 1, day, 23, 59, 59, tzinfo=dt.UTC) for day in range(1, 6)],
        "agency": ["VPS", "Northern Wire", "VPS", None, ""],
        "score": [0.5, 1.0, 1.5, float("nan"), None],
        "live": [True, False, None, True, False],
    }
    return hs.Corpus.from_texts(bodies, ids=list("abcde"), metadata=metadata)


CONDITIONS = [
    ({}, "abcde"),
    ({"agency": "VPS"}, "ac"),
    ({"agency": ""}, "e"),
    ({"agency": None}, "d"),
    ({"agency": ["VPS", None]}, "acd"),
    ({"agency": {"VPS", "Northern Wire"}}, "abc"),
    ({"agency": frozenset({"VPS"})}, "ac"),
    ({"agency": ["VPS", "unheard of"]}, "ac"),
    ({"document": "c"}, "c"),
    ({"year": 2050}, ""),
    ({"day": "2050"}, ""),
    ({"agency": []}, ""),
    ({"year": 2031}, "bc"),
    ({"year": 2031.0}, "bc"),
    ({"year": (2031, 2033)}, "bce"),
    ({"year": (2031, None)}, "bce"),
    ({"year": (None, 2031)}, "abc"),
    ({"year": (None, None)}, "abce"),
    ({"year": (2030.5, None)}, "bce"),
    ({"agency": ("M", "O")}, "b"),
    ({"score": (0.5, 1)}, "ab"),
    ({"live": True}, "ad"),
    ({"live": None}, "c"),
    ({"day": "2031-01-01"}, "b"),
    ({"day": dt.date(2031, 1, 1)}, "b"),
    ({"day": "2031-01"}, "bc"),
    ({"day": "2031"}, "bcd"),
    ({"day": None}, "e"),
    ({"day": ["2030", "2031-12"]}, "ad"),
    ({"day": ("2031-01", None)}, "bcd"),
    ({"day": (None, "2031-01")}, "abc"),
    ({"day": (dt.date(2030, 12, 1), dt.date(2031, 1, 31))}, "bc"),
    ({"at": "2031-01-02"}, "b"),
    ({"at": dt.date(2031, 1, 2)}, "b"),
    ({"at": (None, "2031-01-02")}, "ab"),
    ({"at": "2031-01-02T23:59:59"}, "b"),
    ({"at": dt.datetime(2031, 1, 2, 23, 59, 59)}, "b"),  # noqa: DTZ001 - naive on purpose
    ({"at": dt.datetime(2031, 1, 2, 23, 59, 59, tzinfo=dt.UTC)}, "b"),
    ({"id": "c"}, "c"),
    ({"id": ["c", "a"]}, "ac"),
    ({"id": ("b", None)}, "bcde"),
    ({"agency": "VPS", "year": 2031}, "c"),
]


@pytest.mark.parametrize(("conditions", "expected"), CONDITIONS, ids=str)
def test_a_subset_holds_the_documents_that_meet_every_condition(talks, conditions, expected):
    assert ids(talks.subset(**conditions)) == list(expected)


UNKNOWN = [
    ({"agency": "unheard of"}, "unheard of"),
    ({"agency": "VPs"}, "VPs"),
    ({"agency": ["Norther Wire", "nobody"]}, "Norther Wire"),
    ({"agency": ["nobody", "nobody"]}, "nobody"),
    ({"id": "f"}, "f"),
    ({"document": ["x", "y"]}, "x"),
]


@pytest.mark.parametrize(("conditions", "given"), UNKNOWN, ids=str)
def test_a_value_that_no_document_has_is_unknown(talks, conditions, given):
    with pytest.raises(hs.UnknownNameError, match=f'must be one of .*, got "{given}"'):
        talks.subset(**conditions)
    with pytest.raises(hs.UnknownNameError):
        talks.kwic("river").subset(**conditions)


def test_a_value_that_is_known_but_not_in_view_gives_an_empty_view(talks):
    assert len(talks.subset(agency="Northern Wire").subset(agency="VPS")) == 0


def test_a_column_or_corpus_without_values_knows_none():
    texts = ["Rain."]
    missing = hs.Corpus.from_texts(texts, metadata={"agency": [None], "place": ["Lumen"]})
    for corpus in (missing, missing.subset(place="Lumen"), hs.Corpus.from_texts([], metadata={})):
        if "agency" in corpus.documents.columns:
            assert len(corpus.subset(agency="VPS")) == 0
    assert len(hs.Corpus.from_texts([]).subset(id="a")) == 0
    assert len(missing.subset(place=[])) == 0
    assert len(missing.subset(place=None)) == 0


def test_an_unknown_value_has_those_written_almost_like_it_first():
    names = [f"Port {number}" for number in range(40)] + ["Talvora"]
    corpus = hs.Corpus.from_texts(["a"] * len(names), metadata={"place": names})
    with pytest.raises(hs.UnknownNameError, match=r'one of \["Talvora", "Port 0"') as caught:
        corpus.subset(place="Tlavora")
    assert "and 21 more" in str(caught.value)


def test_an_unknown_condition_names_all_that_there_are(talks):
    with pytest.raises(hs.UnknownNameError, match='"live", "id", "zone", "voice", "collapse"'):
        talks.subset(color="red")


WRITTEN = ["03/04/1999", "31/12/1950", "2 March 2031"]


@pytest.mark.parametrize("bounds", [("2031-04", None), (None, "2031-04-05"), ("2031", None)])
@pytest.mark.parametrize("others", [["2031-05-06"], [None]])
def test_a_range_of_dates_over_text_that_is_none_is_refused(bounds, others):
    dates = [*WRITTEN, *others]
    corpus = hs.Corpus.from_texts(["a"] * len(dates), metadata={"date": dates})
    with pytest.raises(hs.ParameterError, match='"03/04/1999" is no date as "2031'):
        corpus.subset(date=bounds)


def test_ranges_over_text_that_is_dates_or_codes_are_taken():
    dates = ["2031-03-04", "2031-05", "2032", None]
    codes = ["1234a", "2100b", "3000", "abc"]
    corpus = hs.Corpus.from_texts(
        ["a"] * 4, ids=list("wxyz"), metadata={"date": dates, "code": codes}
    )
    assert ids(corpus.subset(date=("2031-04", None))) == ["x", "y"]
    assert ids(corpus.subset(code=("2000", "2999"))) == ["x"]
    assert ids(corpus.subset(code=("a", None))) == ["z"]


def test_a_subset_of_a_subset_meets_the_conditions_of_both(talks):
    assert ids(talks.subset(year=(2030, 2031)).subset(agency="VPS", day="2031")) == ["c"]


def test_a_subset_leaves_the_corpus_as_it_was(talks):
    talks.subset(year=2031)
    assert ids(talks) == list("abcde")


def test_a_document_that_is_not_in_view_has_no_text_there(talks):
    with pytest.raises(hs.UnknownNameError, match=r'document id must be one of \["b", "c"\]'):
        talks.subset(year=2031).text("a")


VERBS = {
    "length": len,
    "tokens in number": lambda corpus: corpus.n_tokens,
    "types in number": lambda corpus: corpus.n_types,
    "documents": lambda corpus: corpus.documents.to_csv(),
    "tokens": lambda corpus: corpus.tokens().to_csv(),
    "zones": lambda corpus: corpus.zones().to_csv(),
    "frequencies": lambda corpus: corpus.frequencies().to_csv(),
    "frequencies by": lambda corpus: corpus.frequencies(by="agency", min_frequency=2).to_csv(),
    "frequencies with case": lambda corpus: corpus.frequencies(case_sensitive=True).to_csv(),
    "base": lambda corpus: corpus.frequencies(by="year").manifest()["base_tokens"],
    "kwic": lambda corpus: corpus.kwic("river*").to_csv(),
    "sorted kwic": lambda corpus: corpus.kwic("r*").sort("agency R1 L1").to_csv(),
    "sampled kwic": lambda corpus: corpus.kwic("*").sample(3, seed=1).to_csv(),
    "dtm": lambda corpus: corpus.dtm().to_table().to_csv(),
    "dtm by": lambda corpus: corpus.dtm(by="agency").to_table().to_csv(),
    "shape": lambda corpus: corpus.dtm().shape,
    "terms": lambda corpus: corpus.dtm().terms,
    "rows": lambda corpus: corpus.dtm(by=["year", "agency"]).documents,
}


@pytest.mark.parametrize("chosen", ["abcde", "c", "bd", "e", ""])
@pytest.mark.parametrize("verb", VERBS)
def test_a_subset_answers_as_a_corpus_of_its_documents_alone(talks, verb, chosen):
    subset = talks.subset(id=list(chosen))
    documents = subset.documents.to_polars()
    alone = hs.Corpus.from_texts(
        [talks.text(name) for name in chosen], ids=documents["id"], metadata=documents.drop("id")
    )
    assert VERBS[verb](subset) == VERBS[verb](alone)


@pytest.fixture(scope="module")
def articles():
    return hs.Corpus.from_texts([NEWS, NEWS.replace("river", "border")], format="news")


ZONES = [
    ("heading", ["A", "SHARED", "RIVER"] * 2),
    ("dateline", ["PORT", "LUMEN", "March", "4", "VPS"] * 2),
    (["header", "heading"], ["date", "2031", "03", "04", "A", "SHARED", "RIVER"] * 2),
    ([], []),
]


@pytest.mark.parametrize(("zone", "expected"), ZONES)
def test_a_subset_of_zones_has_their_tokens_alone(articles, zone, expected):
    assert articles.subset(zone=zone).tokens().column("token") == expected


def test_the_body_is_the_paragraphs(articles):
    body = articles.subset(zone="body")
    assert body.tokens().to_csv() == articles.subset(zone="paragraph").tokens().to_csv()
    assert set(body.zones().column("zone")) == {"paragraph"}


def test_every_verb_counts_the_zones_in_view(articles):
    body = articles.subset(zone="body", id="text1")
    assert body.n_tokens == 13
    assert len(body.kwic("river")) == 0
    assert "river" not in body.frequencies().column("term")
    assert "river" not in body.dtm().terms
    assert body.frequencies().manifest()["base_tokens"] == [13]


def test_a_subset_of_zones_of_a_subset_is_what_both_have_in_view(articles):
    assert articles.subset(zone="body").subset(zone="heading").n_tokens == 0


@pytest.mark.parametrize("several", [np.array, pl.Series, pd.Series, list, set, iter])
def test_several_values_come_in_any_form(several):
    corpus = hs.Corpus.from_texts(["x"] * 4, metadata={"year": [2030, 2031, 2032, 2033]})
    assert corpus.subset(year=several([2031, 2033])).documents["id"] == ["text2", "text4"]
    assert corpus.subset(year=range(2031, 2033)).documents["id"] == ["text2", "text3"]


def test_scalars_of_numpy_are_values():
    days = [dt.date(2030, 1, 1), dt.date(2031, 1, 1)]
    metadata = {"yes": [True, False], "day": days, "share": [1.5, 2.5], "count": [1, 2]}
    corpus = hs.Corpus.from_texts(["a", "b"], metadata=metadata)
    for value in (np.datetime64("2030-01-01"), np.datetime64("2030-01-01T00:00:00.000000000")):
        assert ids(corpus.subset(day=value)) == ["text1"]
    assert ids(corpus.subset(day=(np.datetime64("2030-06-01"), None))) == ["text2"]
    assert ids(corpus.subset(day=np.datetime64("NaT"))) == []
    assert ids(corpus.subset(yes=np.bool_(True))) == ["text1"]  # noqa: FBT003 - no parameter of ours
    assert ids(corpus.subset(yes=[np.bool_(False)])) == ["text2"]  # noqa: FBT003
    assert ids(corpus.subset(share=np.float32(2.5))) == ["text2"]
    assert ids(corpus.subset(count=np.int16(2))) == ["text2"]
