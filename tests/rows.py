"""How a row of bad input is written, and the rows about texts."""

import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

Corpus = hs.Corpus


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
