"""Articles from CSV and Parquet: encodings, the types of columns, several files as one table."""

import datetime as dt
import re

import hustings as hs
import polars as pl
import pytest
from hustings._csv_places import line_of, misfit
from processes import run_python
from samples import ids, texts, types


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_column(folder, cells):
    """The type and the values of a column of CSV of these cells."""
    rows = "\n".join(f"Trust.,{cell}" for cell in cells)
    documents = hs.read_articles(write(folder / "a.csv", f"text,x\n{rows}\n")).documents
    return types(documents)["x"], documents.column("x")


# --- encodings -----------------------------------------------------------------------------------

SPOKEN = "id,text\n1,Zoë said “no”.\n"
ENCODINGS = [
    pytest.param(SPOKEN.encode(), "utf-8", id="utf-8"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "utf-8", id="utf-8 with a mark"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "windows-1252", id="a mark wins"),
    pytest.param(SPOKEN.encode("utf-16"), "utf-8", id="utf-16 with its mark"),
    pytest.param(SPOKEN.encode("utf-16-le"), "utf-16le", id="utf-16 without a mark"),
    pytest.param(SPOKEN.encode("utf-16-be"), "utf-16be", id="the other utf-16"),
    pytest.param(SPOKEN.encode("utf-16"), "utf-16le", id="utf-16 by mark and name"),
    pytest.param(SPOKEN.encode("windows-1252"), "windows-1252", id="windows-1252"),
    pytest.param(SPOKEN.encode("gb18030"), "gb18030", id="gb18030"),
]


@pytest.mark.parametrize(("content", "encoding"), ENCODINGS)
def test_a_csv_file_is_read_in_its_encoding(tmp_path, content, encoding):
    # A process of its own: what polars cannot name a column by ends it.
    path = write(tmp_path / "a.csv", content)
    code = f"""
        import hustings as hs
        corpus = hs.read_articles({str(path)!r}, encoding={encoding!r})
        print(ascii((corpus.documents.column("id"), corpus.text("1"))))
    """
    assert run_python(code).strip() == ascii((["1"], "Zoë said “no”."))


def test_replacing_holds_for_csv_as_well(tmp_path):
    path = write(tmp_path / "a.csv", b"id,text\n1,Zo\xeb\n")
    assert hs.read_articles(path, errors="replace").text("1") == "Zo\ufffd"


# --- types ---------------------------------------------------------------------------------------

DAY = dt.date(2031, 3, 4)
NINE = dt.datetime(2031, 3, 4, 9, 0)  # noqa: DTZ001 - naive on purpose
COLUMNS = [
    pytest.param(["1", "-20", "", "0"], "int64", [1, -20, None, 0], id="integers"),
    pytest.param([str(2**63 - 1)], "int64", [2**63 - 1], id="the largest integer"),
    pytest.param(["1", "0.5", "-.5", "1e-3"], "double", [1, 0.5, -0.5, 0.001], id="numbers"),
    pytest.param(["true", "False", ""], "bool", [True, False, None], id="truths"),
    pytest.param(["2031-03-04", ""], "date32[day]", [DAY, None], id="dates"),
    pytest.param(
        ["2031-03-04 09:00", "2031-03-04T09:00:00", "", "2031-03-04 09:00:00.5"],
        "timestamp[us]",
        [NINE, NINE, None, NINE.replace(microsecond=500_000)],
        id="times",
    ),
    pytest.param(
        ["2031-03-04T09:00Z", "2031-03-04T11:00:00+02:00", "2031-03-04 08:30:00-0030"],
        "timestamp[us, tz=UTC]",
        [NINE.replace(tzinfo=dt.UTC)] * 3,
        id="times with a zone",
    ),
    pytest.param(['""', "5"], "int64", [None, 5], id="integers and a quoted nothing"),
    pytest.param(["", ""], "large_string", [None, None], id="nothing"),
]
TEXT = [
    pytest.param(["007", "8"], id="codes with zeros in front"),
    pytest.param(["00", "01"], id="codes of zeros"),
    pytest.param(["007.5", "1.5"], id="numbers with zeros in front"),
    pytest.param(["-07", "1"], id="a negative code"),
    pytest.param(["+49", "33"], id="a plus"),
    pytest.param([str(2**63), "1"], id="an integer beyond 64 bits"),
    pytest.param(["1", "2", "NA"], id="integers and NA"),
    pytest.param(["0.5", "NaN"], id="numbers and NaN"),
    pytest.param(["true", "1"], id="truth and number"),
    pytest.param(["2031-03-04", "soon"], id="a date and a word"),
    pytest.param(["2031-02-30", "2031-03-04"], id="a day that is none"),
    pytest.param(["2031-03-04", "2031-03-04 09:00"], id="a date and a time"),
    pytest.param(["2031-03-04 09:00", "2031-03-04 09:00Z"], id="times with a zone and without"),
    pytest.param(["03/04/2031"], id="a date whose month is not clear"),
    pytest.param([" 5"], id="a space before a number"),
    pytest.param(["\u0665"], id="digits of another script"),
]


@pytest.mark.parametrize(("cells", "kind", "expected"), COLUMNS)
def test_a_column_of_csv_has_the_type_of_all_its_cells(tmp_path, cells, kind, expected):
    assert read_column(tmp_path, cells) == (kind, expected)


@pytest.mark.parametrize("cells", TEXT)
def test_a_column_of_csv_that_is_not_wholly_of_a_type_is_text_as_it_is_written(tmp_path, cells):
    assert read_column(tmp_path, cells) == ("large_string", cells)


@pytest.mark.parametrize("odd", ["NA", "x150"])
def test_the_type_of_a_csv_column_is_settled_by_its_last_row_too(tmp_path, odd):
    cells = [*map(str, range(3000)), odd]
    assert read_column(tmp_path, cells) == ("large_string", cells)


IDS = [["007", "08"], ["1.50", "2"], ["1", "x150"], ["true", "false"], ["2031-03-04"]]


@pytest.mark.parametrize("given", IDS)
def test_ids_of_csv_are_as_they_are_written(tmp_path, given):
    rows = "\n".join(f"{name},Trust." for name in given)
    path = write(tmp_path / "a.csv", f"code,text\n{rows}\n")
    assert ids(hs.read_articles(path, id="code")) == given


def test_texts_of_csv_are_as_they_are_written(tmp_path):
    path = write(tmp_path / "a.csv", 'text,year\n007,1\n"",2\n1.50,3\n')
    assert texts(hs.read_articles(path)) == ["007", "", "1.50"]


def test_a_csv_file_of_a_header_alone_is_an_empty_corpus_with_its_columns(tmp_path):
    corpus = hs.read_articles(write(tmp_path / "a.csv", "id,text,year\n"))
    assert (len(corpus), corpus.documents.columns) == (0, ["id", "year", "format"])


def test_lines_of_csv_that_hold_nothing_are_passed_over(tmp_path):
    path = write(tmp_path / "a.csv", "id,text,year\n1,a,2030\n\n2,b,2031\n,,\n\n")
    corpus = hs.read_articles(path)
    assert (ids(corpus), corpus.documents.column("year")) == (["1", "2"], [2030, 2031])


def test_a_quoted_text_of_csv_may_hold_lines_commas_and_marks(tmp_path):
    path = write(tmp_path / "a.csv", 'id,text\r\n1,"He said,\r\n""no"", twice."\r\n2,b\r\n')
    assert texts(hs.read_articles(path)) == ['He said,\r\n"no", twice.', "b"]


def test_a_tsv_file_is_csv_with_tabs(tmp_path):
    path = write(tmp_path / "a.TSV", "id\ttext\tyear\n07\tYes, trust.\t2031\n")
    corpus = hs.read_articles(path)
    assert (ids(corpus), texts(corpus)) == (["07"], ["Yes, trust."])
    assert corpus.documents.column("year") == [2031]


# --- several files -------------------------------------------------------------------------------

SEVERAL = [
    pytest.param(["x\n1", "x\n2"], "int64", [1, 2], id="integers"),
    pytest.param(["x\n1", "x\n0.5"], "double", [1.0, 0.5], id="integers and numbers"),
    pytest.param(["x\n1", "x\nsoon"], "large_string", ["1", "soon"], id="integers and text"),
    pytest.param(["x\n1", "y\n2"], "int64", [1, None], id="a column that one lacks"),
    pytest.param(["x\n007", "x\n8"], "large_string", ["007", "8"], id="codes and integers"),
]


@pytest.mark.parametrize(("files", "kind", "expected"), SEVERAL)
def test_a_column_of_several_csv_files_has_the_type_that_fits_all(tmp_path, files, kind, expected):
    paths = [
        write(tmp_path / f"{number}.csv", "\n".join(f"{line},text" for line in file.split("\n")))
        for number, file in enumerate(files)
    ]
    documents = hs.read_articles(paths).documents
    assert (types(documents)["x"], documents.column("x")) == (kind, expected)


NAIVE = pl.Datetime("ms")
PARQUETS = [
    pytest.param([1], [2.5], "double", [1.0, 2.5], id="integers and numbers"),
    pytest.param([1], ["a"], "large_string", ["1", "a"], id="integers and text"),
    pytest.param([True], [1], "large_string", ["true", "1"], id="truth and integers"),
    pytest.param([DAY], ["soon"], "large_string", ["2031-03-04", "soon"], id="dates and text"),
    pytest.param([None], [1], "int64", [None, 1], id="nothing and integers"),
    pytest.param(
        pl.Series([2**62], dtype=pl.UInt64), [-1], "int64", [2**62, -1], id="signs and none"
    ),
    pytest.param(
        pl.Series([NINE], dtype=NAIVE), [NINE], "timestamp[us]", [NINE, NINE], id="widths of times"
    ),
]


@pytest.mark.parametrize(("first", "second", "kind", "expected"), PARQUETS)
def test_a_column_of_several_parquet_files_has_the_type_that_fits_all(
    tmp_path, first, second, kind, expected
):
    paths = [tmp_path / "a.parquet", tmp_path / "b.PARQUET"]
    for path, values in zip(paths, (first, second), strict=True):
        pl.DataFrame({"text": ["a"], "x": values}).write_parquet(path)
    documents = hs.read_articles(paths).documents
    assert (types(documents)["x"], documents.column("x")) == (kind, expected)


def test_ids_of_several_parquet_files_may_be_numbers_and_text(tmp_path):
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    for path, name in zip(paths, (7, "x"), strict=True):
        pl.DataFrame({"text": ["a"], "id": [name]}).write_parquet(path)
    assert ids(hs.read_articles(paths)) == ["7", "x"]


def test_a_parquet_column_in_which_nothing_is_known_is_text(tmp_path):
    pl.DataFrame({"text": ["a"], "x": [None]}).write_parquet(tmp_path / "a.parquet")
    documents = hs.read_articles(tmp_path / "a.parquet").documents
    assert (types(documents)["x"], documents.column("x")) == ("large_string", [None])


def test_a_parquet_file_whose_name_looks_like_a_glob_is_read_as_a_file(tmp_path):
    for name in ("talks [1]", "talks 1"):
        pl.DataFrame({"text": [name]}).write_parquet(tmp_path / f"{name}.parquet")
    assert texts(hs.read_articles(tmp_path / "talks [1].parquet")) == ["talks [1]"]


# --- errors --------------------------------------------------------------------------------------

BROKEN = [
    pytest.param("id,text\n1,a\n2,b,c\n", "line 3 has 3 fields, the header 2", id="a long line"),
    pytest.param(
        'id,text\n1,"a\n\n"\n2,b,c\n', "line 5 has 3 fields, the header 2", id="behind lines"
    ),
    pytest.param(
        '\n\nid,text\n1,a "b, c" d\n', "line 4 has 3 fields, the header 2", id="a mark within"
    ),
    pytest.param(
        'id,text\n1,a\n2,"b\n', "line 3: a quotation mark is opened and never closed", id="open"
    ),
    pytest.param(
        'id,text\n1,"a" b\n',
        "line 2: text stands behind a quotation mark that closes a field",
        id="text behind a mark",
    ),
    pytest.param("id,text\n1,a\n2,\n", 'line 3 has no "text"; write ""', id="no text"),
    pytest.param(
        "id,text\n1,\n2,a\n3,\n4,\n", 'line 2 has no "text", nor have 2 more lines', id="no texts"
    ),
    pytest.param('id,text\n1,"a\nb"\n\n2,\n', 'line 5 has no "text"', id="behind a blank line"),
    pytest.param("id,text\n1,a\n2\n", 'line 3 has no "text"', id="a short line"),
    pytest.param(
        'id,text\n1,a\n2,5" pipes\n3,b\n',
        "line 3: a quotation mark stands in a field that none opens; double it",
        id="a single mark within",
    ),
    pytest.param("", "empty CSV", id="nothing"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_a_csv_file_that_is_broken_is_an_error_that_names_file_and_line(tmp_path, content, message):
    good, broken = write(tmp_path / "a.csv", "id,text\n9,a\n"), write(tmp_path / "b.csv", content)
    expected = f"cannot read {str(broken)!r} as CSV: {message}"
    with pytest.raises(hs.TextError, match=re.escape(expected)):
        hs.read_articles([good, broken])


def test_what_is_well_formed_has_no_misfit():
    assert misfit(b'id,text\r\n1,"a ""b"", c"\r\n2,\n3\n', b",") is None


def test_a_row_begins_in_the_line_behind_those_of_the_rows_before():
    assert [line_of(b'\nid\n"a\nb"\nc\n', b",", row) for row in (0, 1)] == [3, 5]


def test_a_file_without_the_text_column_is_named(tmp_path):
    paths = [write(tmp_path / "a.csv", "text\na\n"), write(tmp_path / "b.csv", "body\nb\n")]
    expected = f'column must be one of ["body"], got "text", in {str(paths[1])!r}'
    with pytest.raises(hs.UnknownNameError, match=re.escape(expected)):
        hs.read_articles(paths)


def test_utf_16_that_nothing_announces_is_an_error_that_names_the_way_out(tmp_path):
    path = write(tmp_path / "a.csv", "id,text\n1,a\n".encode("utf-16-le"))
    code = f"""
        import hustings as hs
        try:
            hs.read_articles({str(path)!r})
        except hs.TextError as error:
            print(error)
    """
    printed = run_python(code)
    assert str(path) in printed
    assert 'needs encoding="utf-16le" or "utf-16be"' in printed


def test_a_damaged_parquet_file_is_read_or_refused(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": ["Talks."]}).write_parquet(path, compression="uncompressed")
    sound = path.read_bytes()
    refused = 0
    for place in range(len(sound)):
        path.write_bytes(sound[:place] + b"\0" + sound[place + 1 :])
        try:
            hs.read_articles(path)
        except hs.HustingsError:
            refused += 1
    assert refused > 0


def test_nested_columns_of_several_types_are_an_error_that_names_them(tmp_path):
    paths = [tmp_path / "a.parquet", tmp_path / "b.parquet"]
    for path, value in zip(paths, ([1], {"a": 1}), strict=True):
        pl.DataFrame({"text": ["a"], "x": [value]}).write_parquet(path)
    with pytest.raises(hs.HustingsError, match="x"):
        hs.read_articles(paths)
