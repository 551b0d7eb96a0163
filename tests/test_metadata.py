"""Metadata for a corpus that is there: rows brought to documents by their ids, and parts of ids."""

import datetime as dt
import re

import hustings as hs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

IDS = ["VLK_75_2031", "TAL_76_2032", "VLK_76_2032"]
TEXTS = ["Mutual trust.", "Trust us.", "We trust in talks, and talks in us."]
NEWS = " date 2031-03-04 Lumen summit opens\n\nVELA, March 4 (VPS) -- The summit opened.\n"
TWICE = pa.table([[1, 2, 3], [4, 5, 6]], names=["n", "n"])


@pytest.fixture(scope="module")
def talks():
    return hs.Corpus.from_texts(TEXTS, ids=IDS, metadata={"hall": ["A", "B", "A"]})


@given(
    st.lists(st.integers(0, 12), unique=True, min_size=1, max_size=9),
    st.lists(st.tuples(st.integers(0, 12), st.integers()), max_size=14),
)
def test_rows_come_to_the_documents_of_their_ids(documents, rows):
    corpus = hs.Corpus.from_texts(["word"] * len(documents), ids=documents)
    rows = [(name, value % 1000) for name, value in rows]
    frame = pl.DataFrame(rows, {"id": pl.Int64, "value": pl.Int64}, orient="row")
    by_id = dict(rows)
    known = [name for name, _ in rows if name in documents]
    expected = [by_id.get(name) for name in documents]
    if len(set(known)) < len(known):
        with pytest.raises(hs.ParameterError, match="ids must differ"):
            corpus.with_metadata(frame, missing="null")
        return
    if not known:
        with pytest.raises(hs.ParameterError, match=f"no row for {len(documents)} of"):
            corpus.with_metadata(frame, missing="null")
        return
    found = corpus.with_metadata(frame, missing="null")
    assert found.documents.column("value") == expected
    if None in expected:
        with pytest.raises(hs.ParameterError, match=f"for {expected.count(None)} of"):
            corpus.with_metadata(frame)
    else:
        assert corpus.with_metadata(frame).documents.column("value") == expected


@pytest.mark.parametrize("frame", [pl.DataFrame, pd.DataFrame, pa.table, dict])
def test_frames_of_any_library_are_taken(talks, frame):
    rows = frame(
        {"file": IDS[::-1], "year": [3, 2, 1], "day": [dt.date(2031, 3, day) for day in (3, 2, 1)]}
    )
    found = talks.with_metadata(rows, id="file").documents
    assert found.columns == ["id", "hall", "year", "day"]
    assert found.column("year") == [1, 2, 3]
    assert found.column("day")[0] == dt.date(2031, 3, 1)


def test_the_columns_answer_as_those_of_a_corpus_built_with_them(talks):
    columns = {"hall": ["A", "B", "A"], "bloc": ["north", "south", "north"]}
    built = hs.Corpus.from_texts(TEXTS, ids=IDS, metadata=columns)
    added = talks.with_metadata({"id": IDS, "bloc": columns["bloc"]})
    for question in (
        lambda corpus: corpus.documents,
        lambda corpus: corpus.frequencies(by="bloc"),
        lambda corpus: corpus.subset(bloc="north").kwic("t*").with_metadata("bloc"),
        lambda corpus: corpus.kwic("trust").sort("bloc:descending"),
        lambda corpus: corpus.append(["More."], ids=["new"], metadata={"bloc": ["east"]}).documents,
    ):
        expected, found = question(built), question(added)
        assert found.to_polars().equals(expected.to_polars())
        assert found.manifest() == expected.manifest()
    assert talks.documents.columns == ["id", "hall"]


def test_without_ids_rows_are_those_of_the_documents(talks):
    assert talks.with_metadata({"n": [1, 2, 3]}).documents.column("n") == [1, 2, 3]
    frame = pl.DataFrame({"n": [1, 2, 3]})
    assert talks.with_metadata(frame, id=None).documents.column("n") == [1, 2, 3]


def test_a_column_gives_way_to_one_of_its_name(talks):
    found = talks.with_metadata({"hall": [1, 2, 3], "n": [1, 2, 3]}).documents
    assert (found.columns, found.column("hall")) == (["id", "hall", "n"], [1, 2, 3])


def test_what_texts_say_of_themselves_gives_way_too():
    news = hs.Corpus.from_texts([NEWS], ids=["a"], format="news")
    dated = news.with_metadata({"date": [dt.date(2029, 1, 1)], "bloc": ["north"]})
    assert dated.documents.columns == ["id", "date", "bloc", "headline", "place", "agency"]
    longer = dated.append([NEWS], ids=["b"])
    # It is a column of the data now, which the text of the second does not fill.
    assert longer.documents.column("date") == [dt.date(2029, 1, 1), None]
    assert longer.documents.column("headline") == ["Lumen summit opens"] * 2


def test_it_is_saved_without_writing_the_texts_anew(talks, tmp_path):
    folder = tmp_path / "talks.hustings"
    talks.save(folder)
    before = {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}
    opened = hs.open_corpus(folder, mmap=True).with_metadata({"year": [2031, 2032, 2032]})
    opened.save(folder)
    assert hs.open_corpus(folder).documents.to_polars().equals(opened.documents.to_polars())
    kept = [path for path, inode in before.items() if path.exists() and path.stat().st_ino == inode]
    sizes = {path.name: path.stat().st_size for path in kept}
    assert any(size > len("".join(TEXTS)) for size in sizes.values()), sizes


def test_parts_of_ids_are_columns_with_the_types_that_fit(talks):
    found = talks.with_metadata(from_ids=r"^(?P<country>[A-Z]+)_(?P<session>\d+)_(?P<year>\d{4})$")
    assert found.documents.columns == ["id", "hall", "country", "session", "year"]
    expected = [name.split("_") for name in IDS]
    for name, place, kind in [("country", 0, str), ("session", 1, int), ("year", 2, int)]:
        assert found.documents.column(name) == [kind(parts[place]) for parts in expected]
    assert len(found.subset(year=(2032, None))) == 2


@pytest.mark.parametrize(
    ("ids", "values"),
    [
        (["a-7", "a-12"], [7, 12]),
        (["a-007", "a-12"], ["007", "12"]),
        (["a-0", "a-"], ["0", ""]),
        (["a-2031-03-04", "a-2032-02-29"], [dt.date(2031, 3, 4), dt.date(2032, 2, 29)]),
        (["a-2031-03-04", "a-2031-02-29"], ["2031-03-04", "2031-02-29"]),
        (["a-" + "9" * 30, "a-1"], ["9" * 30, "1"]),
        (["a-\u0663", "a-1"], ["\u0663", "1"]),
    ],
)
def test_the_types_of_parts_of_ids(ids, values):
    corpus = hs.Corpus.from_texts(["x"] * 2, ids=ids)
    assert corpus.with_metadata(from_ids="a-(?P<part>.*)").documents.column("part") == values


def test_ids_that_do_not_match_are_named_or_have_missing_values():
    corpus = hs.Corpus.from_texts(["x"] * 3, ids=["a1", "b", "a"])
    with pytest.raises(hs.ParameterError, match="2 of 3 ids not at all: 'b', 'a'"):
        corpus.with_metadata(from_ids=r"a(?P<n>\d)")
    found = corpus.with_metadata(from_ids=r"a(?P<n>\d)", missing="null")
    assert found.documents.column("n") == [1, None, None]
    optional = corpus.with_metadata(from_ids=r"(?P<letter>[ab])(?P<n>\d)?")
    assert optional.documents.column("n") == [1, None, None]


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({}, hs.ParameterError, "either metadata or from_ids"),
        ({"metadata": {"n": [1]}, "from_ids": "(?P<n>.)"}, hs.ParameterError, "either"),
        ({"metadata": "talks.csv"}, hs.InputTypeError, "read the file first"),
        ({"metadata": 3}, hs.InputTypeError, "data frame"),
        ({"metadata": {"n": [1]}}, hs.ParameterError, "must have 3 rows, got 1"),
        ({"metadata": {"n": [1]}, "id": "file"}, hs.UnknownNameError, '"file"'),
        ({"metadata": pl.DataFrame({"n": [1]})}, hs.UnknownNameError, '"id"'),
        ({"metadata": {"id": [1.5], "n": [1]}}, hs.InputTypeError, "text or integers"),
        ({"metadata": {"id": [None], "n": [1]}}, hs.ParameterError, "must not be missing"),
        ({"metadata": {"id": ["x"], "n": [1]}}, hs.ParameterError, 'first row\'s is "x"'),
        ({"metadata": {"id": [], "n": []}}, hs.ParameterError, "has no rows"),
        ({"metadata": pl.DataFrame({"id": IDS, "n": [[1]] * 3})}, hs.InputTypeError, '"n"'),
        ({"metadata": {"file": IDS, "id": IDS}, "id": "file"}, hs.ParameterError, "stand twice"),
        ({"metadata": {"id": IDS}, "missing": "drop"}, hs.ParameterError, "missing must be"),
        ({"metadata": TWICE, "id": None}, hs.ParameterError, '"n" stands twice'),
        ({"metadata": TWICE, "id": "n"}, hs.ParameterError, '"n" stands twice'),
        ({"metadata": {"id": IDS}, "id": 3}, hs.InputTypeError, "id must be"),
        ({"from_ids": "("}, hs.ParameterError, "regular expression"),
        ({"from_ids": "(.)"}, hs.ParameterError, "named groups"),
        ({"from_ids": "(?P<n>q)", "missing": "null"}, hs.ParameterError, "3 of 3 ids"),
        ({"from_ids": "(?P<id>.*)"}, hs.ParameterError, "stand twice"),
        ({"from_ids": 3}, hs.InputTypeError, "from_ids must be a str"),
    ],
)
def test_what_is_wrong_is_named(talks, given, error, words):
    with pytest.raises(error, match=re.escape(words)):
        talks.with_metadata(**given)


def test_a_subset_is_refused(talks):
    with pytest.raises(hs.ParameterError, match="takes a whole corpus"):
        talks.subset(hall="A").with_metadata({"n": [1, 2]})


# --- rows by another column, and other names -----------------------------------------------------

COUNTRIES = {
    "country": ["VLK", "TAL", "NOR"],
    "bloc": ["north", "south", "north"],
    "founded": [dt.date(1901, 1, 1), None, dt.date(1950, 5, 5)],
}


@pytest.fixture(scope="module")
def countries():
    columns = {
        "country": ["TAL", "VLK", "TAL", "VLK"],
        "year": [2031, 2032, 2031, 2033],
        "day": [dt.date(2031, 3, day) for day in (1, 2, 1, 3)],
        "live": [True, False, True, True],
    }
    return hs.Corpus.from_texts(["a b", "a", "b", "c"], ids=list("wxyz"), metadata=columns)


@pytest.mark.parametrize("frame", [pl.DataFrame, pd.DataFrame, pa.table, dict])
def test_rows_come_to_the_documents_by_a_column_of_both(countries, frame):
    found = countries.with_metadata(frame(COUNTRIES), on="country").documents
    assert found.columns == [*countries.documents.columns, "bloc", "founded"]
    assert found["bloc"] == ["south", "north", "south", "north"]
    assert found["founded"] == [None, dt.date(1901, 1, 1), None, dt.date(1901, 1, 1)]
    assert found["country"] == countries.documents["country"]


@pytest.mark.parametrize("name", ["country", "year", "day", "live"])
def test_any_column_with_values_that_can_be_equal_joins(countries, name):
    values = list(dict.fromkeys(countries.documents[name]))
    table = pl.DataFrame({name: values, "n": range(len(values))})
    joined = countries.documents.to_polars().join(table, on=name, how="left")
    assert countries.with_metadata(table, on=name).documents["n"] == joined["n"].to_list()


def test_documents_without_a_row_of_their_value_are_named_or_missing(countries):
    table = {"country": ["VLK"], "bloc": ["north"]}
    with pytest.raises(
        hs.ParameterError, match=r'no row for 2 of 4 documents \("country": "TAL"\)'
    ):
        countries.with_metadata(table, on="country")
    found = countries.with_metadata(table, on="country", missing="null")
    assert found.documents["bloc"] == [None, "north", None, "north"]


JOINS = [
    ({"country": ["VLK", "VLK"], "n": [1, 2]}, {}, hs.ParameterError, '"country" must differ'),
    ({"iso": ["VLK"], "n": [1]}, {}, hs.UnknownNameError, '"country"'),
    ({"country": [1], "n": [1]}, {}, hs.InputTypeError, "must have one type"),
    ({"country": ["XXX"], "n": [1]}, {"missing": "null"}, hs.ParameterError, "no row for 4 of 4"),
    ({"country": ["VLK"]}, {"id": "n"}, hs.ParameterError, "on must be None beside id"),
]


@pytest.mark.parametrize(("table", "options", "error", "message"), JOINS)
def test_tables_that_cannot_be_joined_are_refused(countries, table, options, error, message):
    with pytest.raises(error, match=message):
        countries.with_metadata(table, on="country", **options)


def test_columns_get_other_names_and_two_may_change_theirs(countries):
    named = countries.rename_metadata({"country": "year", "year": "country", "day": "when"})
    assert named.documents.columns == ["id", "year", "country", "when", "live"]
    assert named.documents["country"] == countries.documents["year"]
    assert named.rename_metadata({}).documents.columns == named.documents.columns
    assert countries.documents.columns == ["id", "country", "year", "day", "live"]


def test_columns_are_left_out(countries):
    assert countries.without_metadata("day", "live").documents.columns == ["id", "country", "year"]
    assert countries.without_metadata(["day"]).count("a") == 2


def test_what_was_read_off_texts_keeps_its_values_under_another_name(tmp_path):
    corpus = hs.Corpus.from_texts([NEWS], ids=["a"], format="news")
    named = corpus.rename_metadata({"date": "published"}).append([NEWS], ids=["b"])
    rows = named.documents.to_polars()
    assert rows["published"].to_list() == [dt.date(2031, 3, 4), None]
    assert rows["date"].to_list() == [None, dt.date(2031, 3, 4)]
    named.save(tmp_path / "c.hustings")
    opened = hs.open_corpus(tmp_path / "c.hustings")
    assert opened.documents.to_polars().equals(rows)
    assert corpus.without_metadata("date", "place").documents.columns == [
        name for name in corpus.documents.columns if name not in ("date", "place")
    ]


RENAMES = [
    (lambda c: c.rename_metadata({"nowhere": "x"}), hs.UnknownNameError, "nowhere"),
    (lambda c: c.rename_metadata({"day": "year"}), hs.ParameterError, '"year" stands twice'),
    (lambda c: c.rename_metadata({"day": "id"}), hs.ParameterError, "id"),
    (lambda c: c.rename_metadata({"day": 3}), hs.InputTypeError, "names must be a dict"),
    (lambda c: c.rename_metadata("day"), hs.InputTypeError, "names must be a dict"),
    (lambda c: c.without_metadata("nowhere"), hs.UnknownNameError, "nowhere"),
    (lambda c: c.subset(year=2031).without_metadata("day"), hs.ParameterError, "whole corpus"),
]


@pytest.mark.parametrize(("ask", "error", "message"), RENAMES)
def test_names_that_cannot_be_are_refused(countries, ask, error, message):
    with pytest.raises(error, match=message):
        ask(countries)


def test_lists_of_numpy_scalars_are_columns():
    numpy = pytest.importorskip("numpy")
    columns = {
        "recent": list(numpy.array([True, False])),
        "known": [True, numpy.array([False])[0]],
        "half": [numpy.float16(0.5), numpy.float32(1.5)],
        "mixed": [numpy.float16(0.5), 2],
        "count": [numpy.int64(3), numpy.uint8(4)],
        "later": list(numpy.array([2001, 1999]) > 2000),
    }
    corpus = hs.Corpus.from_texts(["one", "two"], metadata=columns)
    found = {name: corpus.documents.column(name) for name in columns}
    assert found == {
        "recent": [True, False],
        "known": [True, False],
        "half": [0.5, 1.5],
        "mixed": [0.5, 2.0],
        "count": [3, 4],
        "later": [True, False],
    }
    assert corpus.subset(recent=True).documents["id"] == ["text1"]
    with pytest.raises(hs.InputTypeError, match="must hold values of one type"):
        hs.Corpus.from_texts(["one", "two"], metadata={"x": [*numpy.array([True]), 1]})


def test_an_index_of_pandas_that_has_a_name_is_a_column_and_others_are_none():
    frame = pd.DataFrame({"id": list("abc"), "text": ["x"] * 3, "year": [1, 2, 3]})
    some = frame[frame["year"] != 2]
    for metadata, expected in [
        (some[["year"]], ["id", "year"]),
        (some.set_index("year")[["text"]], ["id", "year", "text"]),
    ]:
        corpus = hs.Corpus.from_texts(some["text"], ids=some["id"], metadata=metadata)
        assert corpus.documents.columns == expected
        grown = corpus.append(["x"] * 2, ids=["d", "e"], metadata=metadata)
        assert grown.documents["year"] == [1, 3, 1, 3]
    by_year = hs.Corpus.from_frame(frame.set_index("year"))
    assert by_year.documents.to_polars().rows() == [("a", 1), ("b", 2), ("c", 3)]
    by_both = hs.Corpus.from_frame(frame.set_index(["year", "id"]))
    assert by_both.documents["year"] == [1, 2, 3]
    joined = by_year.with_metadata(
        frame[["id", "year"]].rename(columns={"year": "n"}).set_index("id")
    )
    assert joined.documents["n"] == [1, 2, 3]


def test_a_frame_without_rows_has_its_columns():
    for frame in (
        pd.DataFrame({"id": ["a"], "text": ["x"], "year": [1]})[0:0],
        pl.DataFrame({"id": ["a"], "text": ["x"], "year": [1]})[0:0],
    ):
        corpus = hs.Corpus.from_frame(frame)
        assert (len(corpus), corpus.documents.columns) == (0, ["id", "year"])


def test_a_lazy_frame_is_to_be_collected():
    with pytest.raises(hs.InputTypeError, match=r"got a LazyFrame; call \.collect\(\) on it"):
        hs.Corpus.from_frame(pl.LazyFrame({"text": ["x"]}))
