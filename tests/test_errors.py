"""Bad input: for each the exception and the message, which say what would work."""

import datetime as dt
import re
import sys
import time
import zipfile
from types import SimpleNamespace

import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hustings import _core

Corpus, Tokenizer = hs.Corpus, hs.Tokenizer

FILES = {
    "good.txt": b"Trust us.",
    "bad.txt": b"Zo\xeb spoke.",
    "odd.txt": b"\xd8\x3d\x00",
    "late.jsonl": b'{"text": "a"}\n{"text": ',
    "list.jsonl": b"[1]\n",
    "other.jsonl": b'{"body": "a"}\n',
    "number.jsonl": b'{"text": 3}\n',
    "half.jsonl": b'{"text": "a", "id": "x"}\n{"text": "b"}\n',
    "twice.jsonl": b'{"text": "a", "id": "x"}\n{"text": "b", "id": "x"}\n',
    "bad.jsonl": b'{"text": "Zo\xeb"}\n',
    "broken.zip": b"PK, but no archive",
    "broken.parquet": b"PAR1, but no table",
    "ragged.csv": b'id,text\n"a,b\n1,2,3,4\n',
    "talks.csv": b"id,text\n1,Trust\n",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A folder of bad files, a corpus, a concordance."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "empty").mkdir()
    with zipfile.ZipFile(folder / "wordless.zip", "w") as archive:
        archive.writestr("notes.md", "no article")
    with zipfile.ZipFile(folder / "bad.zip", "w") as archive:
        archive.writestr("bad.txt", FILES["bad.txt"])
    metadata = {
        "year": [2030, 2031],
        "day": [dt.date(2031, 3, 4), None],
        "live": [True, False],
        "agency": ["VPS", None],
    }
    corpus = Corpus.from_texts(["Mutual trust, trust.", "No"], ids=["a", "b"], metadata=metadata)
    return SimpleNamespace(folder=folder, corpus=corpus, lines=corpus.kwic("trust"))


def invalid_utf8(kind):
    """An array that says it holds text, of bytes that are none."""
    if kind == pa.string_view():
        buffers = [None, pa.py_buffer(b"\x02\x00\x00\x00Z\xeb" + bytes(10))]
    else:
        width = 8 if kind == pa.large_string() else 4
        ends = b"".join(end.to_bytes(width, "little") for end in (0, 2))
        buffers = [None, pa.py_buffer(ends), pa.py_buffer(b"Z\xeb")]
    return pa.Array.from_buffers(kind, 1, buffers)


def bad(sentence, exception, message, call):
    """A row: what is wrong, what is raised, what it says and how to bring it about."""
    return pytest.param(call, exception, message, id=sentence)


def is_list_of_str(got):
    return f"texts must be a list of str, got {got}"


def is_condition(column, got):
    return (
        f'a condition on "{column}" must be a value, a list of values or a range (first, last), '
        f"got {got}"
    )


COLUMNS = '["year", "day", "live", "agency"]'
SORT_KEYS = (
    '["L1", "L2", "R1", "R2", "node", "document", "position", "year", "day", "live", "agency"]'
)

TEXTS = [
    bad(
        "one str",
        hs.InputTypeError,
        is_list_of_str("one str; wrap it in a list"),
        lambda _: hs.tokenize("abc"),
    ),
    bad(
        "bytes",
        hs.InputTypeError,
        is_list_of_str("bytes; decode them first"),
        lambda _: hs.tokenize(b"abc"),
    ),
    bad(
        "a bytearray",
        hs.InputTypeError,
        is_list_of_str("bytes; decode them first"),
        lambda _: hs.tokenize(bytearray(b"abc")),
    ),
    bad("a dict", hs.InputTypeError, is_list_of_str("dict"), lambda _: hs.tokenize({"a": "b"})),
    bad("None", hs.InputTypeError, is_list_of_str("NoneType"), lambda _: hs.tokenize(None)),
    bad("a number", hs.InputTypeError, is_list_of_str("int"), lambda _: hs.tokenize(3)),
    bad(
        "a list with a number",
        hs.InputTypeError,
        "texts[1] must be a str, got int",
        lambda _: hs.tokenize(["a", 3]),
    ),
    bad(
        "a list with None",
        hs.InputTypeError,
        "texts[0] must be a str, got NoneType",
        lambda _: Corpus.from_texts([None, "a"]),
    ),
    bad(
        "a list of bytes",
        hs.InputTypeError,
        "texts[0] must be a str, got bytes",
        lambda _: hs.term_frequencies([b"a"]),
    ),
    bad(
        "a lone surrogate",
        hs.TextError,
        "document texts[1]: text must be valid Unicode: a lone surrogate stands at character 2; "
        'decode the source with errors="replace"',
        lambda _: hs.kwic(["a", "中b\ud800"], "a"),
    ),
    bad(
        "a null in a pyarrow array",
        hs.TextError,
        'document in row 1: text must not be null; drop the row or fill it with ""',
        lambda _: hs.tokenize(pa.array(["a", None])),
    ),
    bad(
        "a null in the second chunk",
        hs.TextError,
        "document in row 2: text must not be null",
        lambda _: hs.tokenize(pa.chunked_array([["a", "b"], [None]])),
    ),
    bad(
        "a null in a polars series",
        hs.TextError,
        "document in row 0: text must not be null",
        lambda _: hs.tokenize(pl.Series([None, "a"])),
    ),
    bad(
        "a missing value in a pandas series",
        hs.TextError,
        "document in row 1: text must not be null",
        lambda _: hs.tokenize(pd.Series(["a", None])),
    ),
    bad(
        "an array of integers",
        hs.InputTypeError,
        "texts must be a column of strings, got Int64",
        lambda _: hs.tokenize(pa.array([1, 2])),
    ),
    bad(
        "a polars frame for a column",
        hs.InputTypeError,
        "texts must be a column of strings, got Struct",
        lambda _: hs.tokenize(pl.DataFrame({"a": ["b"]})),
    ),
    bad(
        "a pandas frame for a column",
        hs.InputTypeError,
        "texts must be a column of strings, got Struct",
        lambda _: hs.tokenize(pd.DataFrame({"a": ["b"]})),
    ),
    *(
        bad(
            f"Arrow data of type {kind} that is not UTF-8",
            hs.InputTypeError,
            "the Arrow data cannot be read",
            lambda _, kind=kind: hs.tokenize(invalid_utf8(kind)),
        )
        for kind in (pa.string(), pa.large_string(), pa.string_view())
    ),
    bad(
        "Arrow metadata that are not UTF-8",
        hs.InputTypeError,
        "the Arrow data cannot be read",
        lambda _: Corpus.from_texts(["a"], metadata={"x": invalid_utf8(pa.string())}),
    ),
]

NOT_UTF8 = 'not valid UTF-8 at byte 2 (0xEB); pass the file\'s encoding=, or errors="replace"'

SOURCES = [
    bad(
        "a file that is not UTF-8",
        hs.TextError,
        f"document {{folder}}/bad.txt: {NOT_UTF8}",
        lambda w: hs.read_articles(w.folder / "bad.txt"),
    ),
    bad(
        "a member of an archive that is not UTF-8",
        hs.TextError,
        f"document bad: {NOT_UTF8}",
        lambda w: hs.read_articles(w.folder / "bad.zip"),
    ),
    bad(
        "JSON Lines that are not UTF-8",
        hs.TextError,
        "document {folder}/bad.jsonl: not valid UTF-8 at byte 12 (0xEB)",
        lambda w: hs.read_articles(w.folder / "bad.jsonl"),
    ),
    bad(
        "a file that is not of the encoding",
        hs.TextError,
        "document {folder}/odd.txt: not valid UTF-16BE; pass the file's encoding=",
        lambda w: hs.read_articles(w.folder / "odd.txt", encoding="utf-16be"),
    ),
    bad(
        "an unknown encoding",
        hs.ParameterError,
        'encoding must be a name as in "utf-8", "windows-1252", "utf-16le" or "gb18030", got "dog"',
        lambda w: hs.read_articles(w.folder / "good.txt", encoding="dog"),
    ),
    bad(
        "an unknown treatment of errors",
        hs.ParameterError,
        'errors must be "strict" or "replace", got \'ignore\'',
        lambda w: hs.read_articles(w.folder / "good.txt", errors="ignore"),
    ),
    bad(
        "an unknown format",
        hs.UnknownNameError,
        'format must be one of ["auto", "news", "plain"], got "xml"',
        lambda w: hs.read_articles(w.folder / "good.txt", format="xml"),
    ),
    bad(
        "a folder without text",
        hs.ParameterError,
        "no .txt file found in folder '{folder}/empty'",
        lambda w: hs.read_articles(w.folder / "empty"),
    ),
    bad(
        "a glob that nothing matches",
        hs.ParameterError,
        "no file matches '{folder}/*.doc'",
        lambda w: hs.read_articles(f"{w.folder}/*.doc"),
    ),
    bad(
        "an empty list of files",
        hs.ParameterError,
        "source must name at least one file, got an empty list",
        lambda _: hs.read_articles([]),
    ),
    bad(
        "files of several kinds",
        hs.ParameterError,
        "files must be of one kind, got ['.csv', '.txt']; read each by itself",
        lambda w: hs.read_articles([w.folder / "good.txt", w.folder / "talks.csv"]),
    ),
    bad(
        "an empty path, which would be the present folder",
        hs.ParameterError,
        "source must",
        lambda _: hs.read_articles(""),
    ),
    bad(
        "bytes for a path",
        hs.InputTypeError,
        "source must be a path, a glob or a list of paths, got bytes",
        lambda _: hs.read_articles(b"talks"),
    ),
    bad(
        "None for a path",
        hs.InputTypeError,
        "source must be a path, a glob or a list of paths, got NoneType",
        lambda _: hs.read_articles(None),
    ),
    bad(
        "a number among the paths",
        hs.InputTypeError,
        "source must be a path, a glob or a list of paths, got",
        lambda _: hs.read_articles([3]),
    ),
    bad(
        "an archive that is none",
        hs.TextError,
        "cannot read archive '{folder}/broken.zip': File is not a zip file",
        lambda w: hs.read_articles(w.folder / "broken.zip"),
    ),
    bad(
        "an archive without text",
        hs.ParameterError,
        "no .txt file found in archive '{folder}/wordless.zip'",
        lambda w: hs.read_articles(w.folder / "wordless.zip"),
    ),
    bad(
        "a line that is no JSON",
        hs.TextError,
        "document {folder}/late.jsonl, line 2: not a JSON object: EOF while parsing",
        lambda w: hs.read_articles(w.folder / "late.jsonl"),
    ),
    bad(
        "a line that is no JSON object",
        hs.TextError,
        "document {folder}/list.jsonl, line 1: not a JSON object",
        lambda w: hs.read_articles(w.folder / "list.jsonl"),
    ),
    bad(
        "a JSON object without the text field",
        hs.TextError,
        'document {folder}/other.jsonl, line 1: has no field "text"; name one of ["body"] with',
        lambda w: hs.read_articles(w.folder / "other.jsonl"),
    ),
    bad(
        "a JSON text that is a number",
        hs.TextError,
        'document {folder}/number.jsonl, line 1: field "text" must be a string',
        lambda w: hs.read_articles(w.folder / "number.jsonl"),
    ),
    bad(
        "an id that one JSON object lacks",
        hs.TextError,
        'document in row 1: field "id" must be a string or a number',
        lambda w: hs.read_articles(w.folder / "half.jsonl"),
    ),
    bad(
        "an id that two JSON objects share",
        hs.ParameterError,
        'ids must be unique: "x" is that of rows 0 and 1',
        lambda w: hs.read_articles(w.folder / "twice.jsonl"),
    ),
    bad(
        "a CSV file without the text column",
        hs.UnknownNameError,
        'column must be one of ["id", "text"], got "body"',
        lambda w: hs.read_articles(w.folder / "talks.csv", text="body"),
    ),
    bad(
        "a CSV file that is none",
        hs.TextError,
        "{folder}/ragged.csv",
        lambda w: hs.read_articles(w.folder / "ragged.csv"),
    ),
    bad(
        "a Parquet file that is none",
        hs.TextError,
        "{folder}/broken.parquet",
        lambda w: hs.read_articles(w.folder / "broken.parquet"),
    ),
]

ONE_TYPE = 'column "x" must hold values of one type; convert it to text'
KINDS = "must hold text, integers of 64 bits, numbers, truth values, dates or times, got"


def with_ids(ids):
    return lambda _: Corpus.from_texts(["a", "b"], ids=ids)


def with_metadata(**metadata):
    return lambda _: Corpus.from_texts(["a", "b"], metadata=metadata)


IDS_AND_METADATA = [
    bad(
        "ids that repeat",
        hs.ParameterError,
        'ids must be unique: "x" is that of rows 0 and 1',
        with_ids(["x", "x"]),
    ),
    bad(
        "an id that is None",
        hs.ParameterError,
        "ids must not be missing: that of row 1 is",
        with_ids(["x", None]),
    ),
    bad(
        "an id that is null in a frame",
        hs.ParameterError,
        "ids must not be missing: that of row 0 is",
        lambda _: Corpus.from_frame(pl.DataFrame({"text": ["a", "b"], "id": [None, 1]})),
    ),
    bad(
        "an empty id",
        hs.ParameterError,
        "ids must not be empty: row 1 is",
        with_ids(["x", ""]),
    ),
    bad(
        "too few ids",
        hs.ParameterError,
        "ids must be as many as texts: 1 for 2 texts",
        with_ids(["x"]),
    ),
    bad(
        "ids that are numbers with a fraction",
        hs.InputTypeError,
        'column "id" must hold text or integers',
        with_ids([1.5, 2.5]),
    ),
    bad(
        "ids of several types",
        hs.InputTypeError,
        'column "id" must hold values of one type; convert it to text',
        with_ids([1, "b"]),
    ),
    bad(
        "one str for the ids",
        hs.InputTypeError,
        "column \"id\" must be a list, got 'ab'",
        with_ids("ab"),
    ),
    bad("bytes for the ids", hs.InputTypeError, 'column "id" must be a list', with_ids(b"ab")),
    bad(
        "a metadata column that is too short",
        hs.ParameterError,
        'metadata column "x" must have 2 rows, got 1',
        with_metadata(x=[1]),
    ),
    bad(
        "a second metadata column that is too short",
        hs.ParameterError,
        'metadata column "y" must have 2 rows, got 1',
        with_metadata(x=[1, 2], y=[1]),
    ),
    bad(
        "a first metadata column that is too short",
        hs.ParameterError,
        'metadata column "x" must have 2 rows, got 1',
        with_metadata(x=[1], y=[1, 2]),
    ),
    bad("metadata of several types", hs.InputTypeError, ONE_TYPE, with_metadata(x=[1, "a"])),
    bad("metadata of truth and number", hs.InputTypeError, ONE_TYPE, with_metadata(x=[1, True])),
    bad(
        "metadata of date and time",
        hs.InputTypeError,
        ONE_TYPE,
        with_metadata(x=[dt.date(2031, 3, 4), dt.datetime(2031, 3, 4, tzinfo=dt.UTC)]),
    ),
    bad(
        "metadata of a type that a column cannot have",
        hs.InputTypeError,
        f'column "x" {KINDS} [1]',
        with_metadata(x=[[1], [2]]),
    ),
    bad(
        "an integer beyond 64 bits",
        hs.InputTypeError,
        f'column "x" {KINDS} 18446744073709551616',
        with_metadata(x=[1, 2**64]),
    ),
    bad(
        "a str for a metadata column",
        hs.InputTypeError,
        "column \"x\" must be a list, got 'ab'",
        with_metadata(x="ab"),
    ),
    bad(
        "bytes for a metadata column",
        hs.InputTypeError,
        'column "x" must be a list',
        with_metadata(x=b"ab"),
    ),
    bad(
        "a number for a metadata column",
        hs.InputTypeError,
        'column "x" must be a list, got 3',
        with_metadata(x=3),
    ),
    bad(
        "metadata with a column id",
        hs.ParameterError,
        'metadata must not have a column "id"; pass it as the ids',
        with_metadata(id=[1, 2]),
    ),
    bad(
        "a list for metadata",
        hs.InputTypeError,
        "must be a data frame that speaks Arrow (polars, pyarrow, duckdb, pandas), got list",
        lambda _: Corpus.from_texts(["a"], metadata=[1]),
    ),
    bad(
        "a lone surrogate in metadata",
        hs.TextError,
        "a lone surrogate stands at character 1",
        with_metadata(x=["a\ud800", "b"]),
    ),
    bad(
        "a nested metadata column",
        hs.InputTypeError,
        'metadata column "x" must hold text, numbers, truth values, dates or times, got LargeList',
        lambda _: Corpus.from_frame(pl.DataFrame({"text": ["a"], "x": [[1]]})),
    ),
    bad(
        "an unsigned integer beyond 63 bits",
        hs.ParameterError,
        'metadata column "x" must hold integers below 2^63',
        with_metadata(x=pa.array([1, 2**63], pa.uint64())),
    ),
]

FRAME = "frame must be a data frame that speaks Arrow (polars, pyarrow, duckdb, pandas), got"

FRAMES = [
    bad("None for a frame", hs.InputTypeError, f"{FRAME} None", lambda _: Corpus.from_frame(None)),
    bad("a list for a frame", hs.InputTypeError, f"{FRAME} list", lambda _: Corpus.from_frame([1])),
    bad(
        "a column for a frame",
        hs.InputTypeError,
        f"{FRAME} Series",
        lambda _: Corpus.from_frame(pl.Series(["a"])),
    ),
    bad(
        "a frame without the text column",
        hs.UnknownNameError,
        'column must be one of ["body", "id"], got "text"',
        lambda _: Corpus.from_frame(pl.DataFrame({"body": ["a"], "id": [1]})),
    ),
    bad(
        "a frame without the id column",
        hs.UnknownNameError,
        '"text"], got "key"',
        lambda _: Corpus.from_frame(pl.DataFrame({"text": ["a"]}), id="key"),
    ),
    bad(
        "a frame whose text column holds numbers",
        hs.InputTypeError,
        "texts must be a column of strings, got Int64",
        lambda _: Corpus.from_frame(pl.DataFrame({"text": [1]})),
    ),
    bad(
        "a frame with a null text",
        hs.TextError,
        'document in row 1: text must not be null; drop the row or fill it with ""',
        lambda _: Corpus.from_frame(pd.DataFrame({"text": ["a", None]})),
    ),
]

NAMES = "must be a str or a list of str, got"
NO_WORD = "pattern must contain a word that the tokenizer keeps, got"

PATTERNS = [
    bad("marks alone", hs.ParameterError, f'{NO_WORD} "..."', lambda w: w.corpus.kwic("...")),
    bad("nothing", hs.ParameterError, f'{NO_WORD} ""', lambda w: w.corpus.kwic("")),
    bad(
        "one pattern of a list without a word",
        hs.ParameterError,
        f'{NO_WORD} "?!"',
        lambda w: w.corpus.kwic(["trust", "?!"], exact=True),
    ),
    bad(
        "white space as a regular expression",
        hs.ParameterError,
        f'{NO_WORD} "  "',
        lambda w: w.corpus.kwic("  ", regex=True),
    ),
    bad(
        "no pattern",
        hs.ParameterError,
        "patterns must hold at least one pattern, got none",
        lambda w: w.corpus.kwic([]),
    ),
    bad("bytes", hs.InputTypeError, f"{NAMES} bytes", lambda w: w.corpus.kwic(b"trust")),
    bad("None", hs.InputTypeError, f"{NAMES} NoneType", lambda w: w.corpus.kwic(None)),
    bad("a number", hs.InputTypeError, f"{NAMES} int", lambda w: w.corpus.kwic(3)),
    bad("a list with a number", hs.InputTypeError, NAMES, lambda w: w.corpus.kwic(["trust", 3])),
    bad(
        "a lone surrogate in a pattern",
        hs.TextError,
        "pattern: text must be valid Unicode: a lone surrogate stands at character 0",
        lambda w: w.corpus.kwic("\ud800"),
    ),
    bad(
        "a pattern that is too long",
        hs.ParameterError,
        "pattern is too long",
        lambda w: w.corpus.kwic("*a" * 200_000),
    ),
    bad(
        "regex and exact at once",
        hs.ParameterError,
        "regex and exact must not both be true: choose one",
        lambda w: w.corpus.kwic("trust", regex=True, exact=True),
    ),
    bad(
        "an unclosed group",
        hs.QueryError,
        "regular expression is malformed (unclosed group); white space separates tokens\n"
        "  tru(st\n",
        lambda w: w.corpus.kwic("tru(st", regex=True),
    ),
    bad(
        "an expression that compiles to too much",
        hs.QueryError,
        "size limit",
        lambda w: w.corpus.kwic("(a{1000}){1000}", regex=True),
    ),
    bad(
        "a negative window",
        hs.ParameterError,
        "window must be at least 0, got -1",
        lambda w: w.corpus.kwic("trust", window=-1),
    ),
]

NUMBERS = [
    bad(name, hs.HustingsError, parameter, call)
    for name, parameter, call in [
        ("a huge window", "window", lambda w: w.corpus.kwic("trust", window=2**40)),
        ("a colossal window", "window", lambda w: w.corpus.kwic("trust", window=2**70)),
        ("a window with a fraction", "window", lambda w: w.corpus.kwic("trust", window=1.5)),
        ("a window of text", "window", lambda w: w.corpus.kwic("trust", window="5")),
        ("a negative sample", "n must", lambda w: w.lines.sample(-1, seed=1)),
        ("a colossal sample", "n must", lambda w: w.lines.sample(2**70, seed=1)),
        ("a negative seed", "seed", lambda w: w.lines.sample(1, seed=-1)),
        ("a colossal seed", "seed", lambda w: w.lines.sample(1, seed=2**70)),
        ("a base of 0", "per must be at least 1, got 0", lambda w: w.corpus.frequencies(per=0)),
        ("a negative base", "per", lambda w: w.corpus.frequencies(per=-1)),
        ("a negative minimum", "min_frequency", lambda w: w.corpus.frequencies(min_frequency=-1)),
        (
            "no minimal length",
            "min_length must be at least 1, got 0",
            lambda _: Tokenizer(min_length=0),
        ),
        ("a negative length", "min_length", lambda _: Tokenizer(min_length=-1)),
        ("a huge length", "min_length", lambda _: Tokenizer(min_length=2**40)),
        ("no threads", "threads must be at least 1, got 0", lambda _: hs.set_threads(0)),
        ("negative threads", "threads", lambda _: hs.set_threads(-1)),
        ("a colossal condition", '"year"', lambda w: w.corpus.subset(year=2**70)),
    ]
]

CONDITIONS = [
    bad(
        "an unknown column",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.subset(color="red"),
    ),
    bad(
        "an unknown zone",
        hs.UnknownNameError,
        'zone must be one of ["header", "headline", "dateline", "heading", "paragraph", "body"], '
        'got "title"',
        lambda w: w.corpus.subset(zone="title"),
    ),
    bad("a number for a zone", hs.InputTypeError, NAMES, lambda w: w.corpus.subset(zone=3)),
    bad(
        "a range of three",
        hs.ParameterError,
        'a range for "year" must be a tuple of two, (first, last), got 3; several values are',
        lambda w: w.corpus.subset(year=(1, 2, 3)),
    ),
    bad(
        "a range of none",
        hs.ParameterError,
        'a range for "year" must be a tuple of two, (first, last), got 0',
        lambda w: w.corpus.subset(year=()),
    ),
    *(
        bad(
            f"a condition of type {name}",
            hs.InputTypeError,
            is_condition("year", name),
            lambda w, value=value: w.corpus.subset(year=value),
        )
        for name, value in [
            ("object", object()),
            ("dict", {"a": 1}),
            ("bytes", b"a"),
            ("time", dt.time(9, 30)),
            ("list", [[2031]]),
        ]
    ),
    bad(
        "text for an integer",
        hs.ParameterError,
        'metadata column "year" holds integers, got "2031"',
        lambda w: w.corpus.subset(year="2031"),
    ),
    bad(
        "a truth value for an integer",
        hs.ParameterError,
        'metadata column "year" holds integers, got ',
        lambda w: w.corpus.subset(year=True),
    ),
    bad(
        "an integer for text",
        hs.ParameterError,
        'metadata column "agency" holds text, got 3',
        lambda w: w.corpus.subset(agency=["VPS", 3]),
    ),
    bad(
        "text for a truth value",
        hs.ParameterError,
        'metadata column "live" holds truth values, got "yes"',
        lambda w: w.corpus.subset(live="yes"),
    ),
    *(
        bad(
            f"the date {text}",
            hs.ParameterError,
            'metadata column "day" holds dates (as in "2025", "2025-11" or "2025-11-21"), '
            f'got "{text}"',
            lambda w, text=text: w.corpus.subset(day=(None, text)),
        )
        for text in ("yesterday", "2031-13", "2031-02-30", "203é-1", "2é31-1", "")
    ),
    bad(
        "an integer for a date",
        hs.ParameterError,
        'metadata column "day" holds dates (as in "2025", "2025-11" or "2025-11-21"), got 2031',
        lambda w: w.corpus.subset(day=2031),
    ),
    bad(
        "a column unknown to frequencies",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.frequencies(by=["year", "color"]),
    ),
    bad(
        "a number for a column of frequencies",
        hs.InputTypeError,
        f"{NAMES} int",
        lambda w: w.corpus.frequencies(by=3),
    ),
    bad(
        "a column named twice",
        hs.ParameterError,
        '"year"',
        lambda w: w.corpus.frequencies(by=["year", "year"]),
    ),
    bad(
        "a column unknown to dtm",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.corpus.dtm(by="color"),
    ),
    bad(
        "an unknown document",
        hs.UnknownNameError,
        'document id must be one of ["a", "b"], got "c"',
        lambda w: w.corpus.text("c"),
    ),
]

LINES = [
    bad(
        "an unknown sort key",
        hs.UnknownNameError,
        f'sort key must be one of {SORT_KEYS}, got "color"',
        lambda w: w.lines.sort("R1 color"),
    ),
    *(
        bad(
            f"the sort key {key}",
            hs.UnknownNameError,
            f'got "{key}"',
            lambda w, key=key: w.lines.sort(key),
        )
        for key in ("L0", "r1", "R-1", "R99999999999", "R")
    ),
    bad(
        "a page before the first line",
        hs.ParameterError,
        "start must be at least 0, got -1",
        lambda w: w.lines.page(start=-1),
    ),
    bad(
        "no sort key",
        hs.ParameterError,
        'sort keys must be as in "R1 R2 L1", got none',
        lambda w: w.lines.sort(" , "),
    ),
    bad(
        "an unknown metadata column",
        hs.UnknownNameError,
        f'metadata column must be one of {COLUMNS}, got "color"',
        lambda w: w.lines.with_metadata("year", "color"),
    ),
    bad(
        "an unknown column of a concordance",
        hs.UnknownNameError,
        'column must be one of ["document", "position", "start", "end", "left", "node", "right"], '
        'got "color"',
        lambda w: w.lines["color"],
    ),
    bad(
        "an unknown column of a table",
        hs.UnknownNameError,
        'column must be one of ["term", "frequency", "per_million", "documents"], got "color"',
        lambda w: w.corpus.frequencies()["color"],
    ),
]

CLASHING = Corpus.from_texts(["a b"], metadata={"term": ["x"], "left": ["y"]})

CLASHES = [
    bad(f"a column of {name}", hs.ParameterError, f'"{column}"', call)
    for name, column, call in [
        ("frequencies twice", "term", lambda _: CLASHING.frequencies(by="term")),
        ("dtm twice", "term", lambda _: CLASHING.dtm(by="term").to_table()),
        ("kwic twice", "left", lambda _: CLASHING.kwic("a").with_metadata("left").column("left")),
        ("metadata twice", "year", lambda w: w.lines.with_metadata("year", "year")),
    ]
]

TOKENIZERS = [
    bad(
        "an unknown choice",
        hs.UnknownNameError,
        'hyphens must be one of ["split", "keep"], got "join"',
        lambda _: Tokenizer(hyphens="join"),
    ),
    bad(
        "an unknown option",
        hs.ParameterError,
        "tokenizer options: unknown field `stem`, expected one of `possessives`, `hyphens`",
        lambda _: Tokenizer.from_options({"stem": True}),
    ),
    bad(
        "an unknown choice among options",
        hs.ParameterError,
        "tokenizer options: unknown variant `join`, expected `split` or `keep`",
        lambda _: Tokenizer.from_options({"hyphens": "join"}),
    ),
    bad(
        "a tokenizer by name",
        hs.InputTypeError,
        "tokenizer must be a Tokenizer",
        lambda _: Corpus.from_texts(["a"], tokenizer="words"),
    ),
]

ROWS = [
    *TEXTS,
    *SOURCES,
    *IDS_AND_METADATA,
    *FRAMES,
    *PATTERNS,
    *NUMBERS,
    *CONDITIONS,
    *LINES,
    *CLASHES,
    *TOKENIZERS,
]


@pytest.mark.parametrize(("call", "exception", "message"), ROWS)
def test_bad_input_is_refused_with_what_would_work(world, call, exception, message):
    with pytest.raises(exception, match=re.escape(message.replace("{folder}", str(world.folder)))):
        call(world)


@pytest.fixture(scope="module")
def messages(world):
    """What every row says that raises an exception of ours; the others fail above."""
    said = []
    for call, *_ in (row.values for row in ROWS):  # noqa: PD011 - no pandas
        try:
            call(world)
        except hs.HustingsError as error:
            said.append(str(error))
        except Exception:  # noqa: BLE001, S112 - the test above names it
            continue
    return said


def test_messages_are_one_line_but_for_the_caret_of_a_query(messages):
    assert [text for text in messages if "\n" in text and not text.endswith("^")] == []


def test_messages_begin_in_lower_case(messages):
    assert [text for text in messages if text[0] != text[0].lower()] == []


def test_messages_end_without_a_full_stop(messages):
    assert [text for text in messages if text.partition("\n")[0].endswith(".")] == []


def test_no_message_shows_how_the_core_is_written(messages):
    internals = re.compile(
        r"\b(Text|Integer|Real|Truth|Some|Ok|Err)\(|_inner|_core|\bi64\b|\bu32\b"
    )
    assert [text for text in messages if internals.search(text)] == []


# --- files that are not there --------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["txt", "zip", "jsonl", "csv", "parquet"])
def test_a_missing_file_is_named_by_a_file_not_found_error(tmp_path, ending):
    path = tmp_path / f"gone.{ending}"
    with pytest.raises(FileNotFoundError, match=re.escape(str(path))):
        hs.read_articles(path)


def test_a_folder_in_a_list_of_files_is_an_os_error_that_names_it(tmp_path):
    with pytest.raises(IsADirectoryError, match=re.escape(str(tmp_path))):
        hs.read_articles([tmp_path])


# --- where a regular expression is malformed -----------------------------------------------------

CARETS = [
    ("tru(st", "("),
    ("mutual tru(st", "("),
    ("a)b", ")"),
    ("wide 中文 [a", "["),
    ("a{2,1}", "{"),
    (r"(a)\1", "\\"),
]


def cells(text):
    """The cells of a terminal that these characters take: ideographs two, all others one."""
    return sum(2 if character >= "\u1100" else 1 for character in text)


@pytest.mark.parametrize(("pattern", "culprit"), CARETS)
def test_a_caret_stands_below_the_character_that_is_wrong(world, pattern, culprit):
    with pytest.raises(hs.QueryError) as caught:
        world.corpus.kwic(pattern, regex=True)
    _, query, caret = str(caught.value).split("\n")
    assert caret.strip() == "^"
    assert caret.index("^") == cells(query[: query.index(culprit)])


def test_a_query_of_several_lines_is_shown_on_one(world):
    with pytest.raises(hs.QueryError) as caught:
        world.corpus.kwic("mutual\ntru(st", regex=True)
    assert len(str(caught.value).split("\n")) == 3


# --- what is taken although it looks odd ---------------------------------------------------------


def test_a_window_of_0_shows_the_node_alone(world):
    lines = world.corpus.kwic("trust", window=0)
    assert [(line.left, line.node, line.right) for line in lines] == [("", "trust", "")] * 2


def test_the_largest_window_shows_the_whole_zone(world):
    line = world.corpus.kwic("mutual", window=2**32 - 1)[0]
    assert (line.left, line.right) == ("", "trust, trust.")


def test_a_sample_larger_than_the_lines_is_all_of_them(world):
    assert world.lines.sample(2**32, seed=1).to_csv() == world.lines.to_csv()


def test_the_farthest_sort_keys_leave_the_order_of_the_text(world):
    assert world.lines.sort("R4294967295 L4294967295").to_csv() == world.lines.to_csv()


EMPTY = {
    "a list": list,
    "a pyarrow array": lambda: pa.array([], pa.string()),
    "a pyarrow array of no type": lambda: pa.array([]),
    "chunks of none": lambda: pa.chunked_array([], pa.string()),
    "a polars series": lambda: pl.Series([], dtype=pl.String),
    "a pandas series": lambda: pd.Series([], dtype="str"),
    "an iterator": lambda: iter([]),
}


@pytest.mark.parametrize("kind", EMPTY)
def test_an_empty_corpus_answers_every_question_with_nothing(kind):
    corpus = Corpus.from_texts(EMPTY[kind]())
    assert (len(corpus), corpus.n_tokens, corpus.n_types) == (0, 0, 0)
    tables = [corpus.documents, corpus.tokens(), corpus.zones(), corpus.frequencies()]
    tables += [corpus.kwic("trust"), corpus.frequencies(by="document"), corpus.dtm().to_table()]
    assert [len(table) for table in tables] == [0] * 7
    assert corpus.dtm().shape == (0, 0)


@pytest.mark.parametrize("kind", EMPTY)
def test_no_texts_have_no_tokens(kind):
    tokens = hs.tokenize(EMPTY[kind]())
    assert (tokens.to_list(), tokens.offsets.to_list()) == ([], [0])


def test_an_expression_that_backtracks_elsewhere_is_fast_here():
    corpus = Corpus.from_texts(["a" * 50_000 + "b"])
    start = time.perf_counter()
    assert len(corpus.kwic("(a+)+", regex=True)) == 0
    assert time.perf_counter() - start < 5


def test_an_exception_of_the_iterable_arrives_as_it_is():
    with pytest.raises(ZeroDivisionError):
        hs.tokenize(str(1 // number) for number in (1, 0))


class InterruptedByLookup:
    """Texts during whose inspection the user presses Ctrl-C."""

    def __getattr__(self, name):
        raise KeyboardInterrupt


class InterruptedByIteration:
    """Texts at whose first item the user presses Ctrl-C."""

    def __iter__(self):
        raise KeyboardInterrupt


@pytest.mark.parametrize("kind", [InterruptedByLookup, InterruptedByIteration])
def test_ctrl_c_while_the_input_is_inspected_is_not_lost(kind):
    with pytest.raises(KeyboardInterrupt):
        hs.tokenize(kind())


# --- what is missing, what is broken -------------------------------------------------------------

LIBRARIES = [
    ("polars", lambda table: table.to_polars()),
    ("polars", lambda table: table.to_parquet("never-written.parquet")),
    ("pandas", lambda table: table.to_pandas()),
    ("pyarrow", lambda table: table.to_arrow()),
]


@pytest.mark.parametrize(("name", "call"), LIBRARIES)
def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch, world, name, call):
    monkeypatch.setitem(sys.modules, name, None)
    message = f"needs {name}; install it with: pip install {name}"
    with pytest.raises(hs.MissingLibraryError, match=message):
        call(world.corpus.frequencies())


@pytest.mark.parametrize("made", [Corpus, hs.Concordance, hs.Table, hs.Dtm, hs.Tokens])
def test_a_class_that_is_not_called_says_where_its_objects_come_from(made):
    with pytest.raises(TypeError, match=r"^(use|a|Tokens come from) .*\b(Corpus|hustings)\b"):
        made()


def test_a_panic_arrives_as_an_internal_error_and_leaves_everything_usable():
    message = r"^on purpose; this is a defect of hustings \d+\.\d+\.\d+.*, please report it$"
    for _ in range(3):
        with pytest.raises(hs.InternalError, match=message):
            _core._fail()
    assert hs.term_frequencies(["to be or not to be"]).column("frequency") == [2, 2, 1, 1]


BASES = [
    (hs.ParameterError, ValueError),
    (hs.InputTypeError, TypeError),
    (hs.UnknownNameError, LookupError),
    (hs.QueryError, ValueError),
    (hs.TextError, ValueError),
    (hs.LimitError, OverflowError),
    (hs.MissingLibraryError, ImportError),
    (hs.InternalError, RuntimeError),
]


@pytest.mark.parametrize(("ours", "pythons"), BASES)
def test_an_exception_is_one_of_hustings_and_one_of_python(ours, pythons):
    assert issubclass(ours, hs.HustingsError)
    assert issubclass(ours, pythons)
