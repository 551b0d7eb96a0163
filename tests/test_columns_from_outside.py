"""Columns as others have them: empty categories, times with zones, lines of old CSV."""

import datetime as dt

import hustings as hs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

UTC = dt.UTC
NOON = dt.datetime(2020, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "column",
    [
        pl.Series("m", [None, None], dtype=pl.Categorical),
        pl.Series("m", [None, None], dtype=pl.Enum([])),
        pl.Series("m", [None, None]),
        pa.array([None, None], pa.string()).dictionary_encode(),
        pa.nulls(2),
        pd.Series([None, None], dtype="str").astype("category"),
    ],
    ids=["categorical", "enum", "null of polars", "dictionary", "null of arrow", "pandas"],
)
def test_a_column_of_which_nothing_is_known_is_missing_text(column):
    texts = pa.table({"text": ["a", "b"], "m": pa.array(column)})
    for corpus in (
        hs.Corpus.from_frame(texts),
        hs.Corpus.from_texts(["a", "b"], metadata={"m": column}),
    ):
        assert corpus.documents["m"] == [None, None]


def test_a_frame_of_polars_may_have_a_column_of_type_null():
    frame = pl.DataFrame({"text": ["a", "b"], "m": [None, None]})
    assert hs.Corpus.from_frame(frame).documents["m"] == [None, None]
    assert hs.Corpus.from_texts(["a", "b"], metadata=frame.select("m")).documents["m"] == [None] * 2


def test_a_frame_without_rows_may_have_categories():
    frame = pl.DataFrame({"text": [], "m": []}, schema={"text": pl.String, "m": pl.Categorical})
    assert len(hs.Corpus.from_frame(frame)) == 0
    assert len(hs.Corpus.from_frame(frame.cast({"text": pl.Categorical}))) == 0


def test_times_with_a_zone_are_moments():
    corpus = hs.Corpus.from_frame(pl.DataFrame({"text": ["noon"], "t": [NOON]}))
    east = dt.timezone(dt.timedelta(hours=5))
    assert len(corpus.subset(t=dt.datetime(2020, 1, 1, 17, tzinfo=east))) == 1
    assert len(corpus.subset(t=dt.datetime(2020, 1, 1, 12, tzinfo=east))) == 0
    assert len(corpus.subset(t="2020-01-01T12:00:00Z")) == 1
    assert len(corpus.subset(t="2020-01-01T12:00:00+00:00")) == 1
    assert len(corpus.subset(t="2020-01-01T07:00:00-05")) == 1
    assert len(corpus.subset(t=("2020-01-01T11:59:59Z", None))) == 1


def test_a_zone_for_times_without_one_is_refused():
    corpus = hs.Corpus.from_texts(["a"], metadata={"t": [dt.datetime(2020, 1, 1, 12)]})  # noqa: DTZ001
    with pytest.raises(hs.ParameterError, match="without a zone"):
        corpus.subset(t="2020-01-01T12:00:00Z")
    with pytest.raises(hs.ParameterError, match="times"):
        corpus.subset(t="noon")


def test_fractions_of_a_second_count():
    moments = [dt.datetime(2020, 1, 1, 12, 0, 0, 500_000), dt.datetime(2020, 1, 1, 12)]  # noqa: DTZ001
    corpus = hs.Corpus.from_texts(["half", "whole"], ids=["half", "whole"], metadata={"t": moments})

    def kept(condition):
        return corpus.subset(t=condition).documents["id"]

    assert kept(moments[1]) == ["whole"]
    assert kept(moments[0]) == ["half"]
    assert kept((None, moments[1])) == ["whole"]
    assert kept((moments[0], None)) == ["half"]
    assert kept("2020-01-01") == ["half", "whole"]
    assert kept("2020-01-01T12:00:00.4999999") == []


def test_many_ids_are_looked_up():
    corpus = hs.Corpus.from_texts(["a"] * 3000, metadata={"n": list(range(3000))})
    ids = corpus.documents["id"][::3]
    assert corpus.subset(id=ids).documents["id"] == ids
    assert corpus.subset(n=list(range(0, 3000, 3))).documents["id"] == ids
    assert corpus.subset(n=[0, 1.0, 2999]).documents["n"] == [0, 1, 2999]


@pytest.mark.parametrize("value", [dt.date(2020, 1, 1), NOON, 1.5, True])
def test_ids_are_text_or_integers(value):
    frame = pl.DataFrame({"text": ["a"], "id": [value]})
    with pytest.raises(hs.InputTypeError, match="text or integers"):
        hs.Corpus.from_frame(frame)


def test_csv_may_end_its_lines_with_cr(tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes(b"text,year\rFirst speech.,2020\rSecond speech.,2021\r")
    corpus = hs.read_articles(path, format="plain")
    assert corpus.documents["year"] == [2020, 2021]
    assert corpus.text(corpus.documents["id"][1]) == "Second speech."


def test_two_columns_of_one_name_are_refused(tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text("text,n,n\nA.,1,2\n")
    with pytest.raises(hs.TextError, match='two columns are called "n"'):
        hs.read_articles(path)


def test_integers_beyond_64_bits_stay_as_written(tmp_path):
    path = tmp_path / "long.jsonl"
    path.write_text(
        '{"id":123456789012345678901234,"ref":18446744073709551615,"n":1,"text":"a"}\n'
        '{"id":123456789012345678901235,"ref":18446744073709551614,"n":-2,"text":"a"}\n'
    )
    documents = hs.read_articles(path, format="plain").documents
    assert documents["id"] == ["123456789012345678901234", "123456789012345678901235"]
    assert documents["ref"] == ["18446744073709551615", "18446744073709551614"]
    assert documents["n"] == [1, -2]


def test_own_columns_are_not_mixed_with_what_texts_say():
    text = "PORT LUMEN, March 4, 2031 (VPS) -- Talks on tolls opened."
    own = hs.Corpus.from_texts([text], ids=["1"], format="auto", metadata={"agency": ["X"]})
    read = hs.Corpus.from_texts([text], ids=["2"], format="auto")
    whole = hs.Corpus.from_texts(
        [text] * 2, ids=["1", "2"], format="auto", metadata={"agency": ["X", None]}
    )
    assert whole.documents["agency"] == ["X", None]
    assert hs.concatenate([own, read]).documents["agency"] == ["X", None]
    assert hs.concatenate([read, own]).documents["agency"] == [None, "X"]
    assert own.append([text], ids=["2"]).documents["agency"] == ["X", None]


@pytest.mark.parametrize(
    "metadata",
    [pd.DataFrame({"m": [1, "x"]}), {1: ["x", "y"]}],
    ids=["mixed", "name"],
)
def test_errors_of_metadata_are_of_hustings(metadata):
    with pytest.raises(hs.InputTypeError):
        hs.Corpus.from_texts(["a", "b"], metadata=metadata)


def test_a_time_that_is_none_is_missing():
    times = [pd.Timestamp("2020-01-01"), pd.NaT]
    corpus = hs.Corpus.from_texts(["a", "b"], metadata={"d": times})
    assert corpus.documents["d"][1] is None


def test_a_second_column_id_is_refused_with_what_to_do():
    frame = pl.DataFrame({"id": ["x", "x"], "key": ["a", "b"], "text": ["one", "two"]})
    with pytest.raises(hs.ParameterError, match="rename it or leave it out"):
        hs.Corpus.from_frame(frame, id="key")


@pytest.mark.parametrize(
    ("frequency", "given", "expected"),
    [
        ("M", ["2024-03", None, "2023-12"], ["2024-03", None, "2023-12"]),
        ("Q", ["2024Q1", "2024Q2", None], ["2024Q1", "2024Q2", None]),
        ("D", ["2024-03-01", None, None], ["2024-03-01", None, None]),
        ("Y", ["2024", "2025", "2026"], ["2024", "2025", "2026"]),
        ("M", [None, None, None], [None, None, None]),
    ],
)
def test_periods_of_pandas_are_text(frequency, given, expected):
    periods = pd.PeriodIndex(given, freq=frequency)
    texts = ["a", "b", "c"]
    frame = pd.DataFrame({"text": texts, "m": periods, "n": [1, 2, 3]}, index=[7, 8, 9])
    built = [hs.Corpus.from_frame(frame)]
    columns = [frame[["m", "n"]], {"m": frame["m"]}, {"m": periods}, {"m": list(periods)}]
    for metadata in [*columns, {"m": periods.array}]:
        corpus = hs.Corpus.from_texts(texts, metadata=metadata)
        built += [corpus, corpus.append(["d"], metadata={"m": [expected[0]], **more(metadata)})]
    for corpus in built:
        assert corpus.documents["m"][:3] == expected
        assert corpus.documents.to_polars().schema["m"] == pl.String
        for value in expected:
            assert len(corpus.subset(m=value)) == corpus.documents["m"].count(value)
    assert str(frame["m"].dtype).startswith("period")


def more(metadata):
    return {"n": [4]} if "n" in metadata else {}


@pytest.mark.parametrize("name", ["group", "by"])
def test_numbers_that_are_none_are_one_group_whatever_their_sign_and_so_are_zeros(name):
    # What is not a number has a sign, and on many processors 0 / 0 has the other one.
    shares = np.array([np.nan, -0.0, np.copysign(np.nan, -1), 0.0, -1.5, np.inf])
    corpus = hs.Corpus.from_texts(["a"] * 6, metadata={"share": pl.Series(shares)})
    if name == "by":
        table = corpus.frequencies(by="share")
        frequency = table["frequency"]
    else:
        table = corpus.kwic("a").group("share")
        frequency = table[table.columns[1]]
    shares = [str(abs(share)) for share in table["share"]]
    found = dict(zip(shares, frequency, strict=True))
    assert (len(shares), found) == (4, {"1.5": 1, "0.0": 2, "inf": 1, "nan": 2})
