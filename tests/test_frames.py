"""Articles from lists and frames: which documents come in, under which ids, with which types."""

import datetime as dt
import json

import duckdb
import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from processes import HIDE_PYARROW, run_python
from samples import TABLE, ids, row, texts, types

# --- texts and frames ----------------------------------------------------------------------------

WORDS = ["Mutual trust.", "", "Ça va, 中国?"]
LONGER = ["left out", *WORDS, "left out too"]

STRINGS = {
    "list": WORDS,
    "tuple": tuple(WORDS),
    "generator": WORDS,
    "pyarrow string": pa.array(WORDS),
    "pyarrow large string": pa.array(WORDS, pa.large_string()),
    "pyarrow string view": pa.array(WORDS, pa.string_view()),
    "pyarrow dictionary": pa.array(WORDS).dictionary_encode(),
    "pyarrow chunked": pa.chunked_array([WORDS[:1], [], WORDS[1:]]),
    "pyarrow sliced": pa.array(LONGER).slice(1, 3),
    "pyarrow view sliced": pa.array(LONGER, pa.string_view()).slice(1, 3),
    "pyarrow chunked and sliced": pa.chunked_array([LONGER[:2], LONGER[2:]]).slice(1, 3),
    "polars": pl.Series(WORDS),
    "polars sliced": pl.Series(LONGER)[1:4],
    "polars chunked": pl.concat([pl.Series(WORDS[:1]), pl.Series(WORDS[1:])], rechunk=False),
    "polars categorical": pl.Series(WORDS, dtype=pl.Categorical),
    "pandas": pd.Series(WORDS),
    "pandas object": pd.Series(WORDS, dtype=object),
    "pandas with an index": pd.Series(WORDS, index=[7, 7, 9]),
    "pandas sliced": pd.Series(LONGER)[1:4],
    "pandas categorical": pd.Series(WORDS, dtype="category"),
    "numpy": pd.Series(WORDS, dtype=object).to_numpy(),
}


@pytest.mark.parametrize("kind", STRINGS)
def test_a_column_of_strings_gives_its_texts(kind):
    given = (text for text in WORDS) if kind == "generator" else STRINGS[kind]
    assert texts(hs.Corpus.from_texts(given)) == WORDS


@pytest.mark.parametrize("kind", STRINGS)
def test_a_column_of_strings_gives_its_tokens(kind):
    assert hs.tokenize(STRINGS[kind]).to_list() == [
        ["Mutual", "trust"],
        [],
        ["Ça", "va", "中", "国"],
    ]


FRAMES = {
    "polars": lambda: pl.DataFrame(TABLE),
    "pandas": lambda: pd.DataFrame(TABLE).astype({"year": "Int64"}),
    "pandas with an index": lambda: pd.DataFrame(TABLE, index=[7, 9]).astype({"year": "Int64"}),
    "pyarrow": lambda: pa.table(TABLE),
    "pyarrow batch": lambda: pa.RecordBatch.from_pydict(TABLE),
    "pyarrow chunked": lambda: pa.concat_tables([pa.table(TABLE)[:1], pa.table(TABLE)[1:]]),
    "duckdb": lambda: duckdb.from_arrow(pa.table(TABLE)),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_of_any_library_gives_the_same_corpus(kind):
    corpus = hs.Corpus.from_frame(FRAMES[kind]())
    assert texts(corpus) == TABLE["text"]
    documents = {name: corpus.documents.column(name) for name in corpus.documents.columns}
    assert documents == {name: TABLE[name] for name in ("id", "year", "date")}


def test_a_lazy_duckdb_query_is_read():
    relation = duckdb.sql("select 'text ' || i as text, i as id from range(3) as numbers(i)")
    corpus = hs.Corpus.from_frame(relation)
    assert (ids(corpus), texts(corpus)) == (["0", "1", "2"], ["text 0", "text 1", "text 2"])


def test_an_empty_frame_is_an_empty_corpus_with_its_columns():
    corpus = hs.Corpus.from_frame(pl.DataFrame(TABLE).clear())
    assert (len(corpus), corpus.documents.columns) == (0, ["id", "year", "date"])


METADATA = [
    pytest.param(pa.array([1, None], pa.int8()), "int64", [1, None], id="small integers"),
    pytest.param(pa.array([1, 2], pa.uint64()), "int64", [1, 2], id="unsigned integers"),
    pytest.param(pa.array([0.5, None], pa.float32()), "double", [0.5, None], id="small numbers"),
    pytest.param(pa.array([True, None]), "bool", [True, None], id="truth values"),
    pytest.param(
        pa.array([dt.date(2031, 3, 4), None]),
        "date32[day]",
        [dt.date(2031, 3, 4), None],
        id="dates",
    ),
    pytest.param(
        pa.array([dt.date(2031, 3, 4), None], pa.date64()),
        "date32[day]",
        [dt.date(2031, 3, 4), None],
        id="dates in milliseconds",
    ),
    pytest.param(
        pa.array([dt.datetime(2031, 3, 4, 9, 30), None], pa.timestamp("ns")),  # noqa: DTZ001 - naive on purpose
        "timestamp[ns]",
        [dt.datetime(2031, 3, 4, 9, 30), None],  # noqa: DTZ001 - naive on purpose
        id="times",
    ),
    pytest.param(
        pa.array([dt.datetime(2031, 3, 4, 9, 30, tzinfo=dt.UTC), None], pa.timestamp("us", "UTC")),
        "timestamp[us, tz=UTC]",
        [dt.datetime(2031, 3, 4, 9, 30, tzinfo=dt.UTC), None],
        id="times with a zone",
    ),
    pytest.param(
        pa.array(["a", None]).dictionary_encode(), "large_string", ["a", None], id="categories"
    ),
    pytest.param(pa.array(["a", None], pa.string_view()), "large_string", ["a", None], id="views"),
    pytest.param(pa.nulls(2), "large_string", [None, None], id="nothing but nulls"),
]


@pytest.mark.parametrize(("column", "kind", "expected"), METADATA)
@pytest.mark.parametrize("way", ["frame", "dict"])
def test_metadata_keep_their_type(way, column, kind, expected):
    if way == "frame":
        corpus = hs.Corpus.from_frame(pa.table({"text": ["a", "b"], "x": column}))
    else:
        corpus = hs.Corpus.from_texts(["a", "b"], metadata={"x": column})
    documents = corpus.documents
    assert (types(documents)["x"], documents.column("x")) == (kind, expected)


LISTS = [
    pytest.param([1, None], "int64", id="integers"),
    pytest.param([1.5, None], "double", id="numbers"),
    pytest.param([True, None], "bool", id="truth values"),
    pytest.param(["a", None], "large_string", id="text"),
    pytest.param([dt.date(2031, 3, 4), None], "date32[day]", id="dates"),
    pytest.param(
        [dt.datetime(2031, 3, 4, 9, 30, 1, 2), None],  # noqa: DTZ001 - naive on purpose
        "timestamp[us]",
        id="times",
    ),
    pytest.param([dt.date(1, 1, 1), dt.date(9999, 12, 31)], "date32[day]", id="farthest dates"),
]


@pytest.mark.parametrize(("column", "kind"), LISTS)
def test_metadata_in_lists_keep_their_type(column, kind):
    documents = hs.Corpus.from_texts(["a", "b"], metadata={"x": column}).documents
    assert (types(documents)["x"], documents.column("x")) == (kind, column)


@pytest.mark.parametrize("make", [dict, pl.DataFrame, pd.DataFrame, pa.table])
def test_metadata_may_be_a_frame(make):
    metadata = make({"year": [2030, 2031], "place": ["Talvora", "Lumen"]})
    documents = hs.Corpus.from_texts(["a", "b"], metadata=metadata).documents
    assert documents.columns == ["id", "year", "place"]
    assert documents.column("place") == ["Talvora", "Lumen"]


GIVEN_IDS = [
    pytest.param(None, ["text1", "text2"], id="generated"),
    pytest.param(["x", "y"], ["x", "y"], id="list"),
    pytest.param([10, 9], ["10", "9"], id="integers"),
    pytest.param(pl.Series([10, 9]), ["10", "9"], id="polars"),
    pytest.param(pa.array(["x", "y"]).dictionary_encode(), ["x", "y"], id="categories"),
    pytest.param((name for name in "xy"), ["x", "y"], id="generator"),
]


@pytest.mark.parametrize(("given", "expected"), GIVEN_IDS)
def test_ids_are_those_given_or_generated(given, expected):
    assert ids(hs.Corpus.from_texts(["a", "b"], ids=given)) == expected


def test_a_frame_without_ids_gets_generated_ones():
    assert ids(hs.Corpus.from_frame(pl.DataFrame({"text": ["a", "b"]}))) == ["text1", "text2"]


def test_a_frame_takes_ids_from_the_column_named():
    frame = pl.DataFrame({"text": ["a", "b"], "key": [5, 6]})
    assert row(hs.Corpus.from_frame(frame, id="key"), 1) == {"id": "6"}


def test_the_same_texts_and_ids_have_the_same_hash_however_they_came():
    hashes = {hs.Corpus.from_frame(make()).hash for make in FRAMES.values()}
    assert hashes == {hs.Corpus.from_texts(TABLE["text"], ids=TABLE["id"]).hash}


def test_another_text_or_id_has_another_hash():
    makes = [(["ab", "c"], "xy"), (["a", "bc"], "xy"), (["ab", "c"], "xz")]
    hashes = {hs.Corpus.from_texts(given, ids=list(names)).hash for given, names in makes}
    assert len(hashes) == len(makes)


# --- names that C cannot write --------------------------------------------------------------------

NUL_NAMES = [
    "hs.Corpus.from_frame(pl.DataFrame({'text': ['a'], NAME: [1]}))",
    "hs.Corpus.from_frame(pl.DataFrame({'text': ['a'], 'x': [{NAME: 1}]}))",
    "hs.Corpus.from_frame(pl.DataFrame({'text': ['a'], 'x': [[{NAME: 1}]]}))",
    "hs.Corpus.from_frame(pa.table({'text': ['a'], NAME: [1]}))",
    "hs.Corpus.from_frame(pa.RecordBatch.from_pydict({'text': ['a'], NAME: [1]}))",
    "hs.Corpus.from_frame(pd.DataFrame({'text': ['a'], NAME: [1]}))",
    "hs.Corpus.from_texts(['a'], metadata=pl.DataFrame({NAME: [1]}))",
    "hs.Corpus.from_texts(['a'], metadata={NAME: [1]})",
    "hs.Corpus.from_texts(pl.Series(NAME, ['a']))",
    "hs.Corpus.from_texts(['a'], ids=pl.Series(NAME, ['a']))",
    "hs.tokenize(pl.Series(NAME, ['a']))",
]


@pytest.mark.parametrize("call", NUL_NAMES)
def test_a_column_whose_name_holds_a_nul_is_refused(call):
    # A process of its own: polars ends the one in which it has to write such a name.
    code = f"""
import hustings as hs, pandas as pd, polars as pl, pyarrow as pa
NAME = "x\\0y"
try:
    {call}
except hs.ParameterError as error:
    print(error)
"""
    printed = run_python(code).strip()
    assert printed.startswith('names of columns must hold no NUL character, got "x\\0y"')


def test_values_may_hold_a_nul():
    frame = pd.DataFrame({"text": ["a"], "name": ["x\0y"]})
    assert hs.Corpus.from_frame(frame).documents.column("name") == ["x\0y"]


# --- pandas without pyarrow ----------------------------------------------------------------------

PANDAS_FRAME = """
import pandas as pd
frame = pd.DataFrame(
    {
        "text": ["Mutual trust.", "Talks."],
        "id": [10, 11],
        "words": ["a", None],
        "objects": pd.Series(["a", None], dtype=object),
        "integers": [1, 2],
        "gaps": pd.Series([1, None], dtype="Int64"),
        "numbers": [1.5, None],
        "truths": [True, False],
        "gappy_truths": pd.Series([True, None], dtype="boolean"),
        "categories": pd.Series(["x", "y"], dtype="category"),
        "times": pd.to_datetime(["2031-03-04 09:30", None]),
        "zoned": pd.to_datetime(["2031-03-04 09:30", None], utc=True),
        "no_numbers": pd.Series([None, None], dtype="float64"),
    }
)
frame.index = ["p", "q"]
"""
PANDAS_COLUMNS = ["id", "words", "objects", "integers", "gaps", "numbers", "truths", "gappy_truths"]
PANDAS_COLUMNS += ["categories", "times", "zoned", "no_numbers"]
SHOW_PANDAS = """
import json, hustings as hs
documents = hs.Corpus.from_frame(frame).documents
kinds = documents.to_polars().schema.items()
print(json.dumps({name: [str(kind), str(documents.column(name))] for name, kind in kinds}))
"""


@pytest.fixture(scope="module")
def pandas_documents():
    code = PANDAS_FRAME + SHOW_PANDAS
    return [json.loads(run_python(start + code)) for start in ("", HIDE_PYARROW)]


@pytest.mark.parametrize("name", PANDAS_COLUMNS)
def test_a_pandas_column_is_the_same_without_pyarrow(pandas_documents, name):
    with_pyarrow, without = pandas_documents
    assert without[name] == with_pyarrow[name]


def test_a_pandas_series_is_tokenized_without_pyarrow():
    code = """
import pandas as pd, hustings as hs
kinds = ["str", "object", "category"]
print([hs.tokenize(pd.Series(["Mutual trust"], dtype=kind)).to_list() for kind in kinds])
"""
    printed = run_python(HIDE_PYARROW + code)
    assert printed.strip() == str([[["Mutual", "trust"]]] * 3)


def test_a_column_called_document_is_not_taken_for_the_documents():
    frame = pd.DataFrame({"document": ["x", "x"], "text": ["a trust", "b trust"]})
    corpus = hs.Corpus.from_frame(frame)
    ids = corpus.documents["id"]
    assert corpus.dtm().documents == ids
    assert set(corpus.frequencies(by="document")["document"]) == set(ids)
    assert corpus.kwic("trust").group("document")["document"] == ids
    assert len(corpus.subset(document="x")) == 2


def test_a_year_or_a_month_stands_for_all_of_it_in_dates_that_are_text():
    dates = ["2024-01-01", "2024-02-01", "2024-02-15", "2024-03-01"]
    corpus = hs.Corpus.from_frame(pd.DataFrame({"date": dates, "text": ["peace"] * 4}))
    assert len(corpus.subset(date=("2024-01", "2024-02"))) == 3
    assert len(corpus.subset(date=("2024-01-01", "2024-02-10"))) == 2
    assert len(corpus.subset(date=(None, "2024"))) == 4


def test_an_unknown_name_of_many_is_answered_with_those_like_it_and_how_many_there_are():
    frame = pd.DataFrame(
        {"text": ["a"] * 40, "id": [f"n{number}" for number in range(39)] + ["Psaki-1"]}
    )
    corpus = hs.Corpus.from_frame(frame)
    with pytest.raises(hs.UnknownNameError) as raised:
        corpus.text("psaki")
    assert 'must be one of ["Psaki-1", "n0", ' in str(raised.value)
    assert str(raised.value).endswith('"n18"] and 20 more, got "psaki"')


def test_two_values_of_a_column_are_no_range():
    frame = pd.DataFrame({"iso3": ["USA", "FRA", "CHN", "DEU"], "text": ["peace"] * 4})
    corpus = hs.Corpus.from_frame(frame)
    assert len(corpus.subset(iso3=["CHN", "USA"])) == 2
    assert len(corpus.subset(iso3=("C", "E"))) == 2
    message = (
        r'"iso3" holds text, got \("CHN", "USA"\), both values of it; several values are a list'
    )
    with pytest.raises(hs.ParameterError, match=message):
        corpus.subset(iso3=("CHN", "USA"))


@pytest.mark.parametrize("name", ["id", "file"])
def test_ids_may_stand_in_the_index_of_pandas(name):
    frame = pd.DataFrame({name: ["p", "q"], "text": WORDS[:2], "year": [1, 2]}).set_index(name)
    corpus = hs.Corpus.from_frame(frame, id=name)
    assert ids(corpus) == ["p", "q"]
    assert corpus.documents.columns == ["id", "year"]
    seats = pd.DataFrame({name: ["q", "p"], "seats": [4, 3]}).set_index(name)
    assert corpus.with_metadata(seats, id=name).documents["seats"] == [3, 4]
    years = pd.DataFrame({"year": [2, 1], "age": [20, 10]}).set_index("year")
    assert corpus.with_metadata(years, on="year").documents["age"] == [10, 20]
    # One that is called otherwise is no column, as it was none.
    assert ids(hs.Corpus.from_frame(frame.rename_axis("other"), id=None)) == ["text1", "text2"]
