"""Articles from files and frames: which documents come in, under which ids, with which types."""

import datetime as dt
import json
import zipfile

import duckdb
import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from processes import HIDE_PYARROW, run_python

NEWS = (
    " date 2031-03-04 Ministers open river talks\n\n"
    "PORT LUMEN, March 4 (VPS) -- Ministers spoke of mutual trust.\n\n"
    "A SHARED RIVER\n\n"
    "Trust was not enough, one of them said.\n"
)
FACTS = {
    "headline": "Ministers open river talks",
    "date": dt.date(2031, 3, 4),
    "place": "PORT LUMEN",
    "agency": "VPS",
}
PLAIN = "Mr President, trust is a river. It is long."


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def write_zip(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def write_json_lines(path, objects):
    return write(path, "\n".join(json.dumps(item) for item in objects))


def ids(corpus):
    return corpus.documents.column("id")


def texts(corpus):
    return [corpus.text(name) for name in ids(corpus)]


def row(corpus, number=0):
    documents = corpus.documents
    return {name: documents.column(name)[number] for name in documents.columns}


def types(result):
    return {field.name: str(field.type) for field in result.to_arrow().schema}


# --- files of text -------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "b.txt", "Second.")
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "sub" / "c.txt", "Third.")
    write(tmp_path / "notes.md", "Not an article.")
    write(tmp_path / ".hidden.txt", "Hidden.")
    write(tmp_path / ".git" / "d.txt", "Hidden too.")
    return tmp_path


SOURCES = [
    pytest.param(lambda folder: folder, ["a", "b", "c"], id="a folder"),
    pytest.param(lambda folder: f"{folder}/", ["a", "b", "c"], id="a folder as str"),
    pytest.param(lambda folder: folder / "a.txt", ["a"], id="a file"),
    pytest.param(lambda folder: str(folder / "a.txt"), ["a"], id="a file as str"),
    pytest.param(lambda folder: folder / "notes.md", ["notes"], id="text of another ending"),
    pytest.param(lambda folder: str(folder / "*.txt"), ["a", "b"], id="a glob"),
    pytest.param(lambda folder: str(folder / "**/*.txt"), ["a", "b", "c"], id="a deep glob"),
    pytest.param(lambda folder: [folder / "b.txt", folder / "a.txt"], ["b", "a"], id="a list"),
    pytest.param(lambda folder: iter([folder / "b.txt"]), ["b"], id="an iterator"),
]


@pytest.mark.parametrize(("source", "expected"), SOURCES)
def test_a_source_gives_the_documents_it_names(folder, source, expected):
    assert ids(hs.read_articles(source(folder))) == expected


def test_the_text_of_a_file_is_untouched(tmp_path):
    text = " \r\nTrust\tand\u00a0talks,\n\n  e\u0301galit\u00e9 \n"
    assert hs.read_articles(write(tmp_path / "a.txt", text)).text("a") == text


def test_names_that_repeat_become_paths_below_the_folder(tmp_path):
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        write(tmp_path / name, name)
    assert ids(hs.read_articles(tmp_path)) == ["one/a.txt", "two/a.txt", "b"]


def test_names_that_repeat_in_a_list_become_paths_below_the_common_folder(tmp_path):
    paths = [write(tmp_path / name / "a.txt", name) for name in ("two", "one")]
    assert ids(hs.read_articles(paths)) == ["two/a.txt", "one/a.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_read_as_a_file(tmp_path):
    assert ids(hs.read_articles(str(write(tmp_path / "talks [1].txt", "Talks.")))) == ["talks [1]"]


def test_an_empty_file_is_a_document_without_tokens(tmp_path):
    corpus = hs.read_articles(write(tmp_path / "empty.txt", ""))
    assert (ids(corpus), corpus.n_tokens) == (["empty"], 0)


SPOKEN = "Zoë\u2019s trust"
ENCODINGS = [
    pytest.param(SPOKEN.encode("windows-1252"), "windows-1252", id="windows-1252"),
    pytest.param(SPOKEN.encode("utf-16"), "utf-8", id="utf-16 with its mark"),
    pytest.param(SPOKEN.encode("utf-16-le"), "utf-16le", id="utf-16 without a mark"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "utf-8", id="utf-8 with a mark"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "windows-1252", id="a mark wins"),
    pytest.param(SPOKEN.encode(), "UTF-8", id="utf-8"),
]


@pytest.mark.parametrize(("content", "encoding"), ENCODINGS)
def test_bytes_become_the_text_that_was_encoded(tmp_path, content, encoding):
    path = write(tmp_path / "a.txt", content)
    assert hs.read_articles(path, encoding=encoding).text("a") == SPOKEN


def test_an_encoding_holds_for_archives_and_json_lines_as_well(tmp_path):
    archive = write_zip(tmp_path / "a.zip", {"a.txt": "Zoë".encode("windows-1252")})
    lines = write(tmp_path / "a.jsonl", '{"text": "Zoë"}'.encode("windows-1252"))
    read = [hs.read_articles(path, encoding="windows-1252") for path in (archive, lines)]
    assert [texts(corpus) for corpus in read] == [["Zoë"], ["Zoë"]]


def test_replacing_makes_each_undecodable_byte_a_replacement_character(tmp_path):
    path = write(tmp_path / "a.txt", b"Mutual \xff trust")
    assert hs.read_articles(path, errors="replace").text("a") == "Mutual \ufffd trust"


# --- archives, JSON Lines, tables ----------------------------------------------------------------


def test_an_archive_gives_its_text_members_in_the_order_of_their_names(tmp_path):
    members = {"b.txt": "Second.", "x/a.txt": "Third.", "a.txt": "First.", "c.md": "Not text."}
    members["__MACOSX/._a.txt"] = "Not text either."
    corpus = hs.read_articles(write_zip(tmp_path / "a.zip", members))
    assert ids(corpus) == ["a.txt", "b", "x/a.txt"]
    assert texts(corpus) == ["First.", "Second.", "Third."]


def test_members_of_several_archives_that_share_a_name_are_told_apart(tmp_path):
    paths = [write_zip(tmp_path / f"{name}.zip", {"a.txt": name}) for name in ("one", "two")]
    assert ids(hs.read_articles(paths)) == ["one/a.txt", "two/a.txt"]


JSON_COLUMNS = [
    ("integers", [1, -2, None], "int64", [1, -2, None]),
    ("numbers", [1, 2.5, None], "double", [1.0, 2.5, None]),
    ("truths", [True, None, False], "bool", [True, None, False]),
    ("words", ["a", None, "b"], "large_string", ["a", None, "b"]),
    (
        "dates",
        ["2031-03-04", None, "2031-12-31"],
        "date32[day]",
        [dt.date(2031, 3, 4), None, dt.date(2031, 12, 31)],
    ),
    ("not all dates", ["2031-03-04", "soon", None], "large_string", ["2031-03-04", "soon", None]),
    ("lists", [["a", 1], {"b": None}, None], "large_string", ['["a",1]', '{"b":null}', None]),
    ("mixed", [1, "a", None], "large_string", ["1", "a", None]),
    ("nothing", [None, None, None], "large_string", [None, None, None]),
]


@pytest.mark.parametrize(("name", "given", "kind", "expected"), JSON_COLUMNS)
def test_a_json_field_becomes_a_column_of_the_narrowest_type(tmp_path, name, given, kind, expected):
    objects = [{"text": "Trust.", name: value} for value in given]
    documents = hs.read_articles(write_json_lines(tmp_path / "a.jsonl", objects)).documents
    assert (types(documents)[name], documents.column(name)) == (kind, expected)


def test_a_json_field_that_some_objects_lack_is_missing_there(tmp_path):
    path = write_json_lines(tmp_path / "a.jsonl", [{"text": "a"}, {"text": "b", "year": 2031}])
    assert hs.read_articles(path).documents.column("year") == [None, 2031]


def test_blank_lines_of_json_lines_are_passed_over(tmp_path):
    path = write(tmp_path / "a.jsonl", '\n{"text": "a"}\n \n{"text": "b"}\n\n')
    assert texts(hs.read_articles(path)) == ["a", "b"]


JSON_IDS = [
    pytest.param({}, [{"text": "a"}, {"text": "b"}], ["text1", "text2"], id="generated"),
    pytest.param({}, [{"text": "a", "id": "x"}, {"text": "b", "id": "y"}], ["x", "y"], id="text"),
    pytest.param({}, [{"text": "a", "id": 7}, {"text": "b", "id": 5}], ["7", "5"], id="numbers"),
    pytest.param({"id": "key"}, [{"text": "a", "key": "x"}], ["x"], id="another field"),
    pytest.param({"text": "body"}, [{"body": "a", "id": "x"}], ["x"], id="another text field"),
]


@pytest.mark.parametrize(("options", "objects", "expected"), JSON_IDS)
def test_ids_of_json_lines_are_those_of_the_field_or_generated(
    tmp_path, options, objects, expected
):
    path = write_json_lines(tmp_path / "a.jsonl", objects)
    assert ids(hs.read_articles(path, **options)) == expected


def test_several_json_lines_files_are_one_corpus(tmp_path):
    paths = [write_json_lines(tmp_path / f"{name}.jsonl", [{"text": name}]) for name in "ab"]
    assert texts(hs.read_articles(paths)) == ["a", "b"]


TABLE = {
    "id": ["a", "b"],
    "text": ['Mutual trust,\n"trust".', "Talks."],
    "year": [2031, None],
    "date": [dt.date(2031, 3, 4), dt.date(2031, 3, 5)],
}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_file_gives_texts_ids_and_typed_columns(tmp_path, ending):
    path = tmp_path / f"talks.{ending}"
    getattr(pl.DataFrame(TABLE), f"write_{ending}")(path)
    corpus = hs.read_articles(path)
    assert texts(corpus) == TABLE["text"]
    documents = {name: corpus.documents.column(name) for name in ("id", "year", "date")}
    assert documents == {name: TABLE[name] for name in ("id", "year", "date")}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_several_table_files_are_one_corpus(tmp_path, ending):
    paths = [tmp_path / f"{name}.{ending}" for name in "ab"]
    for path in paths:
        getattr(pl.DataFrame({"body": [path.name]}), f"write_{ending}")(path)
    corpus = hs.read_articles(paths, text="body")
    assert (ids(corpus), texts(corpus)) == (["text1", "text2"], [path.name for path in paths])


def test_a_parquet_file_of_pyarrow_is_read(tmp_path):
    pq.write_table(pa.table(TABLE), tmp_path / "a.parquet")
    assert texts(hs.read_articles(tmp_path / "a.parquet")) == TABLE["text"]


# --- formats -------------------------------------------------------------------------------------

FORMATS = [
    pytest.param("auto", NEWS, FACTS | {"format": "news"}, id="auto sees news"),
    pytest.param("news", NEWS, FACTS, id="news"),
    pytest.param("plain", NEWS, {}, id="plain ignores the header"),
    pytest.param("plain", PLAIN, {}, id="plain"),
    pytest.param("auto", PLAIN, {"format": "plain"}, id="auto sees a speech"),
    pytest.param("auto", "", {"format": "plain"}, id="auto of nothing"),
]


@pytest.mark.parametrize(("form", "text", "expected"), FORMATS)
def test_the_format_decides_which_facts_become_metadata(form, text, expected):
    assert row(hs.Corpus.from_texts([text], format=form)) == {"id": "text1"} | expected


def test_auto_decides_for_each_text(tmp_path):
    for name, text in (("news", NEWS), ("speech", PLAIN)):
        write(tmp_path / f"{name}.txt", text)
    assert hs.read_articles(tmp_path).documents.column("format") == ["news", "plain"]


def test_an_article_is_taken_apart_into_zones():
    zones = hs.Corpus.from_texts([NEWS], format="news").zones()
    spans = zip(*map(zones.column, ["zone", "start", "end"]), strict=True)
    assert [(zone, NEWS[start:end]) for zone, start, end in spans] == [
        ("header", "date 2031-03-04"),
        ("headline", "Ministers open river talks"),
        ("dateline", "PORT LUMEN, March 4 (VPS) --"),
        ("paragraph", "Ministers spoke of mutual trust."),
        ("heading", "A SHARED RIVER"),
        ("paragraph", "Trust was not enough, one of them said."),
    ]


def test_no_window_reaches_over_a_heading():
    lines = hs.Corpus.from_texts([NEWS], format="news").kwic("trust", window=20)
    assert [(line.left, line.right) for line in lines] == [
        ("Ministers spoke of mutual", "."),
        ("", "was not enough, one of them said."),
    ]


def test_no_phrase_is_found_across_a_heading():
    assert len(hs.Corpus.from_texts([NEWS], format="news").kwic("river trust")) == 0


def test_metadata_that_the_user_gives_wins_over_what_the_article_says():
    corpus = hs.Corpus.from_texts([NEWS], format="news", metadata={"agency": ["Northern Wire"]})
    assert row(corpus)["agency"] == "Northern Wire"


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
    ({"agency": "unheard of"}, ""),
    ({"agency": []}, ""),
    ({"year": 2031}, "bc"),
    ({"year": 2031.0}, "bc"),
    ({"year": (2031, 2033)}, "bce"),
    ({"year": (2031, None)}, "bce"),
    ({"year": (None, 2031)}, "abc"),
    ({"year": (None, None)}, "abce"),
    ({"year": (2033, 2031)}, ""),
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
