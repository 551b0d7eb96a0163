"""Rows of bad input about what goes in: sources, ids and metadata, frames."""

import datetime as dt

import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
from rows import bad

Corpus = hs.Corpus


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
        "a file of another encoding that has none but ASCII letters",
        hs.TextError,
        "document {folder}/wide.txt: a NUL at byte 1 of the text, as in no text but of another "
        'encoding, such as "utf-16le"; pass the file\'s encoding=',
        lambda w: hs.read_articles(w.folder / "wide.txt"),
    ),
    bad(
        "a document of Word",
        hs.TextError,
        "document {folder}/word.txt: a zip archive, as of Word or Excel, which is no text",
        lambda w: hs.read_articles(w.folder / "word.txt"),
    ),
    bad(
        "a PDF",
        hs.TextError,
        "document {folder}/page.txt: a PDF, which is no text; save its text as a file of its own",
        lambda w: hs.read_articles(w.folder / "page.txt", errors="replace"),
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
    *(
        bad(
            f"a file that is no text, {ending}",
            hs.ParameterError,
            f"files must not be {ending.lower()}, got '{{folder}}/page{ending}': {instead}",
            lambda w, ending=ending: hs.read_articles([w.folder / f"page{ending}"]),
        )
        for ending, instead in [
            (".html", "take the text out first"),
            (".PDF", "take the text out first"),
            (".docx", "take the text out first"),
            (".xlsx", "save the table as .csv"),
        ]
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
        "a folder without text in a list",
        hs.ParameterError,
        "no .txt file found in folder '{folder}/empty'",
        lambda w: hs.read_articles([w.folder / "good.txt", w.folder / "empty"]),
    ),
    bad(
        "a file whose name is not UTF-8",
        hs.TextError,
        "names of files must be UTF-8, got 'Zo\\udceb.txt'; rename the file, or pass "
        'errors="replace"',
        lambda w: hs.read_articles(w.folder / "odd"),
    ),
    bad(
        "a .json file, which is no JSON Lines",
        hs.ParameterError,
        "files must not be .json, got '{folder}/whole.json': write one object a line",
        lambda w: hs.read_articles(w.folder / "whole.json"),
    ),
    *(
        bad(
            f"{given!r} for {name}",
            hs.InputTypeError,
            f"{name} must be a str, got {type(given).__name__}",
            lambda w, name=name, given=given: hs.read_articles(
                w.folder / "good.txt", **{name: given}
            ),
        )
        for name, given in [
            ("format", None),
            ("text", None),
            ("id", 3),
            ("encoding", b"utf-8"),
            ("errors", None),
        ]
    ),
    *(
        bad(
            f"a name of {name} that is no Unicode",
            hs.ParameterError,
            f"{name} must be valid Unicode, got '\\ud83d'",
            lambda w, name=name: hs.read_articles(w.folder / "good.txt", **{name: "\ud83d"}),
        )
        for name in ("format", "text", "id", "encoding")
    ),
    bad(
        "a number to save to",
        hs.InputTypeError,
        "save_to must be a str or a path, got int",
        lambda w: hs.read_articles(w.folder / "good.txt", save_to=5),
    ),
    bad(
        "a number for progress",
        hs.InputTypeError,
        "progress must be True or a function of (done, total), got int",
        lambda w: hs.read_articles(w.folder / "good.txt", progress=5),
    ),
    bad(
        "an archive that is none",
        hs.TextError,
        "cannot read archive '{folder}/broken.zip': File is not a zip file",
        lambda w: hs.read_articles(w.folder / "broken.zip"),
    ),
    bad(
        "an archive whose contents are not what was packed",
        hs.TextError,
        "cannot read archive '{folder}/torn.zip': Error -3 while decompressing data",
        lambda w: hs.read_articles(w.folder / "torn.zip"),
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
        "half a character in JSON",
        hs.TextError,
        "document {folder}/lone.jsonl, line 2: a surrogate without its other half, \\ud83d, stands "
        'at byte 22; errors="replace" makes it U+FFFD',
        lambda w: hs.read_articles(w.folder / "lone.jsonl"),
    ),
    bad(
        "a JSON field whose name holds a NUL",
        hs.ParameterError,
        'names of columns must hold no NUL character, got "x\\0y"',
        lambda w: hs.read_articles(w.folder / "nul.jsonl"),
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
        'a column "id" beside the ids would stand twice in every table; rename it or leave it out',
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
        "a column of texts whose name is no Unicode",
        hs.ParameterError,
        "text must be valid Unicode, got '\\ud83d'",
        lambda _: Corpus.from_frame(pl.DataFrame({"text": ["a"]}), text="\ud83d"),
    ),
    bad(
        "a column of ids that is a number",
        hs.InputTypeError,
        "id must be a str, got int",
        lambda _: Corpus.from_frame(pl.DataFrame({"text": ["a"]}), id=0),
    ),
    bad(
        "a column of pandas whose name is no Unicode",
        hs.ParameterError,
        "a column's name must be valid Unicode, got 'x\\ud83d'",
        lambda _: Corpus.from_frame(
            pd.DataFrame([["a", 1]], columns=pd.Index(["text", "x\ud83d"], dtype=object))
        ),
    ),
    bad(
        "a frame with a null text",
        hs.TextError,
        'document in row 1: text must not be null; drop the row or fill it with ""',
        lambda _: Corpus.from_frame(pd.DataFrame({"text": ["a", None]})),
    ),
]
