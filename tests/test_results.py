"""Results: into other libraries and files, and the manifests that say how they came about."""

import copy
import csv
import datetime as dt
import io
import json

import duckdb
import hustings as hs
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from processes import HIDE_PYARROW, run_python
from samples import METADATA, TEXTS

TABLES = {
    "documents": lambda corpus: corpus.documents,
    "tokens": lambda corpus: corpus.tokens(),
    "zones": lambda corpus: corpus.zones(),
    "frequencies": lambda corpus: corpus.frequencies(),
    "frequencies by": lambda corpus: corpus.frequencies(by=["day", "live", "score"]),
    "dtm": lambda corpus: corpus.dtm(by="agency").to_table(),
    "kwic": lambda corpus: corpus.kwic("*").with_metadata("day", "year", "agency"),
    "sorted kwic": lambda corpus: corpus.kwic("*").sort("R1")[::-2],
    "no rows": lambda corpus: corpus.frequencies(min_frequency=99),
    "no lines": lambda corpus: corpus.kwic("nowhere").with_metadata("day", "at"),
    "no documents": lambda corpus: corpus.subset(id=[]).documents,
}


@pytest.fixture(params=TABLES)
def table(request, corpus):
    return TABLES[request.param](corpus)


def columns_of(table):
    return {name: table.column(name) for name in table.columns}


# --- rows ----------------------------------------------------------------------------------------


def test_rows_are_those_of_the_columns(corpus):
    words = corpus.frequencies()
    expected = [
        dict(zip(words.columns, row, strict=True))
        for row in zip(*columns_of(words).values(), strict=True)
    ]
    assert list(words) == expected
    assert [words[number] for number in range(len(words))] == expected
    assert words[-1] == expected[-1]
    for part in (
        slice(2, 5),
        slice(None, None, 3),
        slice(None, None, -1),
        slice(-2, None),
        slice(9, 2),
    ):
        assert list(words[part]) == expected[part]


def test_tables_longer_than_a_block_give_every_row():
    words = hs.term_frequencies([" ".join(f"w{number}" for number in range(25_000))])
    assert [row["term"] for row in words] == words["term"]
    assert len(set(words["term"])) == 25_000


def test_a_slice_keeps_what_its_table_can_do(corpus):
    key = corpus.subset(agency="VPS").keyness(direction="both", min_frequency=1)
    assert len(key[:1].explain(key["term"][0]).target) == key["frequency"][0]


def test_a_slice_says_so_in_its_manifest(corpus):
    key = corpus.subset(agency="VPS").keyness(direction="both", min_frequency=1)
    assert "slices" not in key.manifest()
    for part, slices in [
        (key[:1], [[None, 1, None]]),
        (key[::-2], [[None, None, -2]]),
        (key[:4][np.int64(1) : 10**30], [[None, 4, None], [1, 2**63 - 1, None]]),
    ]:
        own = {"slices": slices, "rows": len(part)}
        assert part.manifest() == key.manifest() | own
        assert copy.copy(part[:]).manifest()["slices"] == [*slices, [None, None, None]]
    assert list(key[:4][1 : 10**30]) == list(key)[1:4]


@pytest.mark.parametrize("number", [99_999, -99_999])
def test_a_row_that_is_not_there_is_an_index_error(corpus, number):
    with pytest.raises(IndexError):
        corpus.frequencies()[number]


# --- into other libraries ------------------------------------------------------------------------


def test_polars_has_the_columns(table):
    assert table.to_polars().to_dict(as_series=False) == columns_of(table)


def test_polars_reads_the_object_itself(table):
    assert pl.DataFrame(table).equals(table.to_polars())


def test_pyarrow_has_the_columns(table):
    assert table.to_arrow().to_pydict() == columns_of(table)


def without_views(schema):
    """A schema whose views of strings are strings, as `to_arrow` gives them."""
    views, strings = pa.string_view(), pa.large_string()
    return pa.schema([f.with_type(strings) if f.type == views else f for f in schema])


def test_pyarrow_reads_the_object_itself(table):
    shared = pa.table(table)
    assert shared.cast(without_views(shared.schema)).equals(table.to_arrow())


def test_pyarrow_reads_the_schema_without_the_rows(table):
    schema = pa.schema(table)
    assert schema == pa.table(table).schema
    assert without_views(schema) == table.to_arrow().schema


def test_pandas_has_the_values(table):
    frame = table.to_pandas()
    plain = frame.astype(object).where(frame.notna(), None)
    expected = columns_of(table)
    midnight = dt.time()
    for name in {"day"} & set(expected):
        expected[name] = [day and dt.datetime.combine(day, midnight) for day in expected[name]]
    assert {name: plain[name].tolist() for name in plain} == expected


def test_duckdb_finds_the_object_by_its_name(corpus):
    terms = corpus.frequencies()
    rows = duckdb.sql("select term, frequency from terms where documents = 2 order by term")
    assert len(terms) > len(rows)
    assert rows.fetchall() == [("gain", 2), ("trust", 2)]


def test_a_table_is_handed_over_without_a_copy(corpus):
    terms = corpus.frequencies()
    exports = [terms.to_arrow(), pa.table(terms)]
    addresses = {table["frequency"].chunk(0).buffers()[1].address for table in exports}
    assert len(addresses) == 1


SHOW_PANDAS = """
import datetime as dt, json, hustings as hs
corpus = hs.Corpus.from_texts({texts!r}, ids=["a", "b", "c"], metadata={metadata!r}.copy())
frames = {{
    "documents": corpus.documents.to_pandas(),
    "frequencies": corpus.frequencies(by="day").to_pandas(),
    "kwic": corpus.kwic("trust").to_pandas(),
    "none": corpus.kwic("nowhere").with_metadata("day", "live").to_pandas(),
}}
shown = {{}}
for table, frame in frames.items():
    for name in frame:
        shown[f"{{table}} {{name}}"] = [str(frame[name].dtype), repr(frame[name].tolist())]
print(json.dumps(shown))
"""


@pytest.fixture(scope="module")
def pandas_shown():
    metadata = repr(METADATA).replace("datetime.", "dt.")
    code = SHOW_PANDAS.format(texts=TEXTS, metadata=METADATA).replace(repr(METADATA), metadata)
    return [json.loads(run_python(start + code)) for start in ("", HIDE_PYARROW)]


def test_pandas_has_the_same_values_and_types_without_pyarrow(pandas_shown):
    with_pyarrow, without = pandas_shown
    assert without == with_pyarrow


PANDAS_TYPES = [
    ("documents day", "datetime64"),
    ("documents at", "datetime64"),
    ("documents year", "Int64"),
    ("documents score", "float64"),
    ("documents live", "boolean"),
    ("documents agency", "str"),
    ("frequencies day", "datetime64"),
    ("frequencies frequency", "int64"),
    ("frequencies per_million", "float64"),
    ("kwic left", "str"),
    ("none start", "int64"),
    ("none day", "datetime64"),
    ("none live", "boolean"),
]


@pytest.mark.parametrize(("column", "kind"), PANDAS_TYPES)
def test_a_pandas_column_has_the_type_of_its_values(pandas_shown, column, kind):
    assert pandas_shown[0][column][0].startswith(kind)


def test_a_pandas_frame_can_be_changed(corpus):
    frame = corpus.frequencies().to_pandas()
    frame.loc[0, "frequency"] = 99
    frame["double"] = frame["frequency"] * 2
    assert frame["double"][0] == 198
    assert corpus.frequencies().column("frequency")[0] == 2


def test_an_unknown_column_is_refused(table):
    with pytest.raises(hs.UnknownNameError, match='got "color"'):
        table.column("color")


# --- files ---------------------------------------------------------------------------------------


def test_csv_reads_back_as_the_columns(table):
    names, *rows = csv.reader(io.StringIO(table.to_csv(), newline=""))
    shown = [
        ["" if value is None else str(value) for value in table.column(name)] for name in names
    ]
    assert names == table.columns
    assert rows == [list(row) for row in zip(*shown, strict=True)]


def test_a_csv_file_has_the_bytes_of_the_string(table, tmp_path):
    assert table.to_csv(tmp_path / "table.csv") is None
    assert (tmp_path / "table.csv").read_bytes() == table.to_csv().encode()


def test_csv_quotes_commas_quotes_and_line_breaks():
    csv_text = hs.kwic(['He said "yes,\nno" and\r\nleft, he "said".'], "yes no", window=2).to_csv()
    assert csv_text == (
        "document,position,start,end,left,node,right\n"
        'text1,2,9,16,"He said ""","yes,\nno",""" and\r\nleft,"\n'
    )


def test_parquet_reads_back_with_every_type(table, tmp_path):
    table.to_parquet(tmp_path / "table.parquet")
    read = pl.read_parquet(tmp_path / "table.parquet")
    assert read.schema == table.to_polars().schema
    assert read.equals(table.to_polars())


# --- the document-term matrix --------------------------------------------------------------------


def test_scipy_shares_the_memory_of_the_matrix(corpus):
    dtm = corpus.dtm()
    matrix = dtm.to_scipy()
    for name in ("data", "indices", "indptr"):
        assert np.shares_memory(getattr(matrix, name), np.asarray(getattr(dtm, name))), name


def test_the_matrix_counts_every_term_of_every_document(corpus):
    dtm = corpus.dtm()
    counted = {}
    for document, token in zip(*map(corpus.tokens().column, ["document", "token"]), strict=True):
        counted[document, token.lower()] = counted.get((document, token.lower()), 0) + 1
    dense = dtm.to_scipy().toarray()
    assert {
        (document, term): int(dense[row, column])
        for row, document in enumerate(dtm.documents)
        for column, term in enumerate(dtm.terms)
        if dense[row, column]
    } == counted


def test_the_cells_of_the_matrix_are_rows_of_its_table(corpus):
    dtm = corpus.dtm(by=["agency", "year"])
    cells = dtm.to_scipy().tocoo()
    expected = [
        (*dtm.documents[row], dtm.terms[column], count)
        for row, column, count in zip(*cells.coords, cells.data, strict=True)
    ]
    table = dtm.to_table()
    assert table.columns == ["agency", "year", "term", "frequency"]
    assert list(zip(*map(table.column, table.columns), strict=True)) == expected


def test_a_matrix_shows_its_size(corpus):
    assert repr(corpus.dtm()) == "Dtm(3 rows x 7 terms, 9 cells)"


ARRAYS = {
    "offsets": (lambda: hs.tokenize(["to be", "", "or not"]).offsets, "q", [0, 2, 2, 4]),
    "indptr": (lambda: hs.Corpus.from_texts(["to be", "to"]).dtm().indptr, "i", [0, 2, 3]),
    "indices": (lambda: hs.Corpus.from_texts(["to be", "to"]).dtm().indices, "i", [0, 1, 0]),
    "data": (lambda: hs.Corpus.from_texts(["to be", "to to"]).dtm().data, "q", [1, 1, 2]),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_is_a_buffer_that_can_only_be_read(name):
    make, kind, values = ARRAYS[name]
    view = memoryview(make())
    assert (view.readonly, view.format, view.tolist()) == (True, kind, values)
    with pytest.raises(TypeError, match="read-only"):
        view[0] = 1


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_outlives_the_result_it_came_from(name):
    make, _, values = ARRAYS[name]
    array = make()
    assert (len(array), array.to_list(), np.asarray(array).tolist()) == (
        len(values),
        values,
        values,
    )
    assert pa.array(array).to_pylist() == values


def test_numpy_cannot_write_into_an_array():
    with pytest.raises(ValueError, match="read-only"):
        np.asarray(hs.tokenize(["to be"]).offsets)[0] = 1


# --- tokens --------------------------------------------------------------------------------------

RAGGED = [["to", "be"], [], ["or", "Zoë", "中"]]


@pytest.fixture(scope="module")
def tokens():
    return hs.tokenize(["to be", "", "or Zoë, 中!"])


def test_tokens_are_lists_however_they_are_taken(tokens):
    assert tokens.to_list() == list(tokens) == tokens[:] == RAGGED
    assert (tokens[-1], tokens[::2], len(tokens)) == (RAGGED[-1], RAGGED[::2], 3)
    assert tokens.values == [token for text in RAGGED for token in text]


def test_tokens_are_a_list_column_in_other_libraries(tokens):
    assert tokens.to_polars().to_list() == RAGGED
    assert tokens.to_arrow().to_pylist() == pa.array(tokens).to_pylist() == RAGGED


def test_offsets_of_tokens_are_those_of_the_list_column(tokens):
    assert tokens.to_arrow().offsets.to_pylist() == tokens.offsets.to_list() == [0, 2, 2, 5]


@pytest.mark.parametrize("index", [3, -4, 2**70])
def test_tokens_end_where_the_texts_end(tokens, index):
    with pytest.raises(IndexError):
        tokens[index]


# --- manifests -----------------------------------------------------------------------------------

MANIFESTS = {
    "frequencies": (
        lambda corpus: corpus.frequencies(by="agency", min_frequency=2, per=1000),
        {"verb": "frequencies", "by": ["agency"], "min_frequency": 2, "per": 1000},
    ),
    "kwic": (
        lambda corpus: corpus.kwic(["trust", "g*"], window=3).sort("R1 L1").sample(2, seed=7),
        {
            "verb": "kwic",
            "patterns": ["trust", "g*"],
            "window": 3,
            "syntax": "glob",
            "case_sensitive": False,
            "steps": [
                {"step": "sort", "parameters": {"keys": ["R1", "L1"]}, "before": 4, "after": 4},
                {"step": "sample", "parameters": {"n": 2, "seed": 7}, "before": 4, "after": 2},
            ],
            "lines": 2,
        },
    ),
    "dtm": (lambda corpus: corpus.dtm(by="year"), {"verb": "dtm", "by": ["year"]}),
    "tokens": (lambda corpus: corpus.tokens(), {"verb": "tokens", "tokens": 11}),
    "documents": (lambda corpus: corpus.subset(id="a").documents, {"documents": 1, "tokens": 4}),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_says_how_the_result_came_about(corpus, name):
    make, expected = MANIFESTS[name]
    manifest = make(corpus).manifest()
    assert {key: manifest.get(key) for key in expected} == expected


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_names_corpus_version_and_tokenizer(corpus, name):
    manifest = MANIFESTS[name][0](corpus).manifest()
    assert (manifest["corpus"], manifest["hustings"]) == (corpus.hash, hs.__version__)
    assert hs.Tokenizer.from_options(manifest["tokenizer"]) == corpus.tokenizer


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_survives_json(corpus, name):
    manifest = MANIFESTS[name][0](corpus).manifest()
    assert json.loads(json.dumps(manifest)) == manifest


def test_the_base_of_frequencies_is_the_tokens_of_each_group(corpus):
    assert corpus.frequencies().manifest()["base_tokens"] == [11]
    assert corpus.frequencies(by="year").manifest()["base_tokens"] == [4, 7, 0]


def test_a_manifest_says_what_a_subset_was_made_of(corpus):
    conditions = corpus.subset(agency="VPS").frequencies().manifest()["conditions"]
    assert conditions != corpus.frequencies().manifest()["conditions"]
    assert "VPS" in str(conditions)
    assert "Among" not in str(conditions)


def test_what_a_table_is_asked_for_is_named_if_it_has_none():
    table = hs.Corpus.from_texts(["a b"]).frequencies()
    with pytest.raises(hs.InputTypeError, match=r"a table gives a column by its name .* got list"):
        table[["term"]]
    with pytest.raises(IndexError, match="row 7 is none of 2 rows"):
        table[7]
    assert table[-1] == table[np.int64(1)]


def test_a_matrix_is_a_sparse_frame_of_pandas():
    corpus = hs.Corpus.from_texts(["a b a", "b c", "c"], metadata={"x": [1, 1, 2], "y": [3, 4, 3]})
    frame = corpus.dtm().to_pandas()
    assert frame.to_dict("index") == {
        "text1": {"a": 2, "b": 1, "c": 0},
        "text2": {"a": 0, "b": 1, "c": 1},
        "text3": {"a": 0, "b": 0, "c": 1},
    }
    assert frame.sparse.density == pytest.approx(5 / 9)
    grouped = corpus.dtm(by=["x", "y"]).to_pandas()
    assert (grouped.index.names, grouped.loc[(1, 3), "a"]) == (["x", "y"], 2)
