"""Results: into other libraries and files, and as they look in a terminal and a notebook."""

import csv
import datetime as dt
import io
import json
import re
import unicodedata
from html.parser import HTMLParser

import duckdb
import hustings as hs
import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from processes import HIDE_PYARROW, run_python

METADATA = {
    "day": [dt.date(2031, 3, 4), None, dt.date(2031, 3, 6)],
    "at": [dt.datetime(2031, 3, 4, 9, 30), None, dt.datetime(2031, 3, 6)],  # noqa: DTZ001 - naive on purpose
    "year": [2030, None, 2031],
    "score": [0.5, None, 1e-7],
    "live": [True, None, False],
    "agency": ["VPS", None, 'Wire, "North"'],
}
TEXTS = ["Mutual trust, mutual gain.", "", 'No\n"trust", no\tgain: 中国 é.']


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=["a", "b", "c"], metadata=METADATA)


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


# --- into other libraries ------------------------------------------------------------------------


def test_polars_has_the_columns(table):
    assert table.to_polars().to_dict(as_series=False) == columns_of(table)


def test_polars_reads_the_object_itself(table):
    assert pl.DataFrame(table).equals(table.to_polars())


def test_pyarrow_has_the_columns(table):
    assert table.to_arrow().to_pydict() == columns_of(table)


def test_pyarrow_reads_the_object_itself(table):
    assert pa.table(table).equals(table.to_arrow())


def test_pyarrow_reads_the_schema_without_the_rows(table):
    assert pa.schema(table) == table.to_arrow().schema


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
            "sort": "R1 L1",
            "sample": {"n": 2, "seed": 7},
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


# --- HTML ----------------------------------------------------------------------------------------


class Tags(HTMLParser):
    """What a browser would see: tags, attributes, visible text by cell."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.cells, self.heads = set(), {}, [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value)
        if tag in ("td", "th"):
            (self.cells if tag == "td" else self.heads).append("")
        self.tag = tag if tag in ("td", "th", "p") else getattr(self, "tag", None)

    def handle_data(self, data):
        if self.tag == "td":
            self.cells[-1] += data
        elif self.tag == "th":
            self.heads[-1] += data


EXPECTED_TAGS = {"table", "thead", "tbody", "tr", "th", "td", "bdi", "p"}
EVIL = "<script>alert(\"1\")</script><img src=x onerror='x'>&lt; trust"


@pytest.fixture(scope="module")
def evil():
    return hs.Corpus.from_texts([EVIL], ids=[EVIL], metadata={EVIL: [EVIL]})


PAGES = {
    "kwic": lambda corpus: corpus.kwic("trust", window=20).with_metadata(EVIL),
    "node": lambda corpus: corpus.kwic("script alert"),
    "documents": lambda corpus: corpus.documents,
    "tokens": lambda corpus: corpus.tokens(),
    "frequencies": lambda corpus: corpus.frequencies(by=EVIL),
    "no lines": lambda corpus: corpus.kwic("nowhere").with_metadata(EVIL),
}


@pytest.mark.parametrize("name", PAGES)
def test_html_has_no_tag_or_attribute_but_its_own(evil, name):
    page = Tags(PAGES[name](evil)._repr_html_())
    assert page.tags <= EXPECTED_TAGS
    assert set(page.attributes) <= {"class", "dir", "style"}


def test_html_shows_the_source_as_it_is_spelled(evil):
    page = Tags(PAGES["kwic"](evil)._repr_html_())
    assert page.heads == ["", "document", EVIL, "left", "node", "right"]
    assert page.cells == ["0", EVIL, EVIL, EVIL.removesuffix(" trust"), "trust", ""]


def test_html_says_how_many_lines_are_not_shown():
    html = hs.kwic(["trust " * 30], "trust")._repr_html_()
    assert len(Tags(html).cells) == 20 * 5
    assert "30 lines; window: 5 tokens on either side; lines 0 to 19 shown" in html


HEBREW = ["הנשיא אמר כי האמון בין העמים חשוב מאוד.", "אין שלום בלי אמון, והאמון נבנה לאט."]
ARABIC = ["قال الرئيس إن الثقة بين الشعوب مهمة جدا.", "لا سلام بلا الثقة بين الجيران."]
RIGHT_TO_LEFT = [
    pytest.param(HEBREW, "*אמון", id="Hebrew"),
    pytest.param(ARABIC, "الثقة", id="Arabic"),
]


@pytest.mark.parametrize(("texts", "pattern"), RIGHT_TO_LEFT)
def test_html_of_a_text_from_right_to_left_is_a_table_from_right_to_left(texts, pattern):
    page = Tags(hs.kwic(texts, pattern)._repr_html_())
    assert page.attributes["dir"] == {"rtl"}


@pytest.mark.parametrize(("texts", "pattern"), RIGHT_TO_LEFT)
def test_columns_of_a_text_from_right_to_left_are_in_logical_order(texts, pattern):
    lines = hs.kwic(texts, pattern, window=3)
    page = Tags(lines._repr_html_())
    assert page.heads == ["", "document", "left", "node", "right"]
    before, _, behind = texts[0].partition(lines[0].node)
    left, node, right = page.cells[2:5]
    assert (before.strip().endswith(left), node in texts[0]) == (True, True)
    assert behind.strip().startswith(right)


def test_html_of_other_texts_is_a_table_from_left_to_right(corpus):
    assert Tags(corpus.kwic("trust")._repr_html_()).attributes["dir"] == {"ltr"}


# --- the page of a terminal ----------------------------------------------------------------------


def width(text):
    """The cells of a terminal, by the Unicode database alone."""
    return sum(
        0
        if unicodedata.category(mark) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(mark) in "WF"
        else 1
        for mark in text
    )


def node_columns(lines, node, **options):
    """In which display columns the node of each line of a page starts."""
    rows = lines.page(**options).splitlines()[: len(lines)]
    assert all(row.count(node) == 1 for row in rows), rows
    return {width(row[: row.index(node)]) for row in rows}


CONTEXTS = {
    "ASCII": ["we put trust in them", "trust", "a very much longer beginning of trust here"],
    "wide": ["中国和世界 trust 和平", "trust 合作共赢", "plain trust words", "한국의 trust 신뢰"],
    "combining": [
        "e\u0301galite\u0301 trust",
        "naïve trust",
        "a\u0302\u0323\u0301 b trust",
        "trust",
    ],
    "zero width": ["a\u200bb\u200dc trust", "soft\u00adware trust", "trust", "\u2060x trust"],
    "tabs and line breaks": ["one\ttwo\n\nthree trust", "a\r\nb trust\nc", "trust\x07\x1b[31m red"],
    "Thai and Devanagari": ["ความไว้วางใจ trust", "विश्वास trust", "trust"],
    "mixed directions": ["אמון בין trust עמים", "some plain trust words", "trust"],
    "full width": ["\uff21\uff22 trust", "trust \uff11\uff12", "x trust"],
}


@pytest.mark.parametrize("kind", CONTEXTS)
@pytest.mark.parametrize("cells", [40, 120])
def test_all_nodes_of_a_page_start_in_the_same_column(kind, cells):
    lines = hs.kwic(CONTEXTS[kind], "trust", window=9)
    assert len(node_columns(lines, "trust", width=cells)) == 1


def test_nodes_stay_aligned_beside_long_ids_and_metadata():
    ids = ["a", "中" * 30, "x" * 70]
    metadata = {"place": ["Port Lumen", None, "中国" * 20], "year": [1, 2031, None]}
    corpus = hs.Corpus.from_texts(["our trust"] * 3, ids=ids, metadata=metadata)
    lines = corpus.kwic("trust").with_metadata("place", "year")
    assert len(node_columns(lines, "trust", width=120)) == 1


@pytest.mark.parametrize(("texts", "pattern"), RIGHT_TO_LEFT)
def test_nodes_from_right_to_left_stay_aligned(texts, pattern):
    lines = hs.kwic([texts[0], f"א {texts[0]}"], pattern, window=3)
    assert len(node_columns(lines, lines[0].node, width=120)) == 1


@pytest.mark.parametrize("kind", CONTEXTS)
def test_a_page_is_not_wider_than_the_terminal(kind):
    page = hs.kwic([text * 5 for text in CONTEXTS[kind]], "trust", window=99).page(width=60)
    assert max(map(width, page.splitlines())) <= 60


def test_a_page_has_no_control_characters():
    page = hs.kwic(["\x1b[31mred\x07 trust\x00\x9b1m\u2028 b"], "trust").page()
    assert [mark for mark in page if unicodedata.category(mark) == "Cc" and mark != "\n"] == []
    assert len(page.splitlines()) == 2


def test_a_page_starts_where_it_is_told():
    lines = hs.kwic([f"trust {number}" for number in range(30)], "trust")
    rows = lines.page(start=28, lines=5).splitlines()
    assert [re.split(r"\s{2,}", row.strip()) for row in rows[:2]] == [
        ["28", "text29", "trust", "28"],
        ["29", "text30", "trust", "29"],
    ]
    assert rows[2:] == ["30 lines; window: 5 tokens on either side"]


def test_a_page_shows_that_more_lines_follow():
    *_, more, caption = repr(hs.kwic(["trust " * 30], "trust")).splitlines()
    assert (more, caption) == ("…", "30 lines; window: 5 tokens on either side")


EMPTY = {
    "Corpus(0 documents, 0 tokens)": lambda: hs.Corpus.from_texts([]),
    "Tokens(0 texts, 0 tokens)": lambda: hs.tokenize([]),
    "Tokens(1 text, 1 token)": lambda: hs.tokenize(["a"]),
    "Corpus(1 document, 1 token)": lambda: hs.Corpus.from_texts(["a"]),
    "Dtm(0 rows x 0 terms, 0 cells)": lambda: hs.Corpus.from_texts([]).dtm(),
    "0 lines; window: 5 tokens on either side": lambda: hs.kwic([], "trust"),
    "0 lines; window: 1 token on either side": lambda: hs.kwic(["a"], "trust", window=1),
    "id\n0 rows": lambda: hs.Corpus.from_texts([]).documents,
    "term  frequency  per_million  documents\n0 rows; base: 0 tokens": lambda: hs.term_frequencies(
        []
    ),
}


@pytest.mark.parametrize("shown", EMPTY)
def test_a_small_result_shows_itself(shown):
    assert repr(EMPTY[shown]()) == shown


def test_a_table_is_aligned_with_numbers_on_the_right():
    assert repr(hs.term_frequencies(["信任 trust, " + "a " * 1200])).splitlines() == [
        "term   frequency  per_million  documents",
        "a          1,200   997,506.23          1",
        "trust          1       831.26          1",
        "任             1       831.26          1",
        "信             1       831.26          1",
        "4 rows; base: 1,203 tokens",
    ]


# --- concordances --------------------------------------------------------------------------------

SPEECHES = {
    "a.1": "Trust 🤝🏽 and trust, in 中国 trust.",
    "b:2": "e\u0301 trust\u0301 — “trust”: \U0001d517rust.",
    "c#3": "No faith.",
}


@pytest.fixture(scope="module")
def speeches():
    return hs.Corpus.from_texts(SPEECHES.values(), ids=SPEECHES)


@pytest.mark.parametrize("pattern", ["trust*", "*", "and trust", "t*"])
def test_start_and_end_cut_the_node_out_of_the_text(speeches, pattern):
    lines = speeches.kwic(pattern)
    assert len(lines) > 0
    for line in lines:
        assert SPEECHES[line.document][line.start : line.end] == line.node


def test_left_node_and_right_follow_each_other_in_the_text(speeches):
    for line in speeches.kwic("trust", window=3):
        shown = (
            re.escape(line.left) + r"\s*" + re.escape(line.node) + r"\s*" + re.escape(line.right)
        )
        assert re.search(shown, SPEECHES[line.document])


def test_a_citation_is_document_offsets_and_hash(speeches):
    for line in speeches.kwic("trust"):
        pattern = rf"{re.escape(line.document)}:{line.start}-{line.end}#[0-9a-f]{{8}}"
        assert re.fullmatch(pattern, line.cite())
        assert line.text_hash.startswith(line.cite()[-8:])


def test_a_citation_depends_on_its_text_alone(speeches):
    alone = hs.Corpus.from_texts([SPEECHES["b:2"]], ids=["b:2"]).kwic("trust", window=1)
    cited = [line.cite() for line in speeches.kwic("trust") if line.document == "b:2"]
    assert [line.cite() for line in alone] == cited != []


def test_another_text_has_another_citation():
    cited = {hs.kwic([f"trust {word}"], "trust")[0].cite() for word in ("us", "me")}
    assert len(cited) == 2


def test_a_concordance_is_indexed_as_a_list(speeches):
    lines = speeches.kwic("trust")
    listed = list(lines)
    assert len(lines) == len(listed) == 4
    assert [lines[index] for index in range(-4, 4)] == listed + listed
    for part in (slice(1, 3), slice(None, None, -1), slice(-2, None), slice(9, 3), slice(0, 9, 2)):
        assert list(lines[part]) == listed[part], part


@pytest.mark.parametrize("index", [4, -5, 2**70])
def test_a_concordance_ends_with_its_last_line(speeches, index):
    with pytest.raises(IndexError):
        speeches.kwic("trust")[index]


def test_a_column_of_a_concordance_is_that_of_its_lines(speeches):
    lines = speeches.kwic("trust").sort("R1")
    for name in ("document", "position", "start", "end", "left", "node", "right"):
        assert lines[name] == lines.column(name) == [getattr(line, name) for line in lines]


def test_a_sorted_concordance_is_in_the_order_of_its_keys():
    texts = ["b trust z", "a trust z", "a trust", "trust Á", "c trust a"]
    lines = hs.kwic(texts, "trust").sort("R1 L1")
    assert [line.document for line in lines] == ["text3", "text5", "text4", "text2", "text1"]


def test_a_sample_stays_in_the_order_of_the_lines():
    lines = hs.kwic(["trust " * 200], "trust").sample(20, seed=5)
    positions = lines.column("position")
    assert (len(positions), positions) == (20, sorted(positions))


def test_a_sample_is_the_same_however_the_lines_were_sorted():
    lines = hs.kwic([f"trust {number % 7}" for number in range(100)], "trust")
    drawn = {line.document for line in lines.sample(10, seed=5)}
    assert {line.document for line in lines.sort("R1").sample(10, seed=5)} == drawn
    assert {line.document for line in lines.sample(10, seed=6)} != drawn
