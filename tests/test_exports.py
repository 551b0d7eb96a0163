"""Results as workbooks of Excel and as pages of HTML."""

import datetime as dt
import sys
from html.parser import HTMLParser

import hustings as hs
import openpyxl
import pytest

TEXTS = [
    "=1+1 said Vell: <b>trust</b> & hope. We trust.",
    "No trust in\nhttps://vell.example here.",
]
# Sheets have no zones.
DAY = dt.datetime(2031, 3, 4)  # noqa: DTZ001 - naive on purpose
METADATA = {
    "paper": ["Lumen <Post>", None],
    "date": [dt.date(2031, 3, 4), dt.date(1850, 1, 2)],
    "pages": [3, None],
    "score": [0.5, float("inf")],
    "front": [True, False],
}


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts(TEXTS, ids=["=a", "b"], metadata=METADATA)


def sheet_of(path, name="results"):
    return [list(row) for row in openpyxl.load_workbook(path)[name].iter_rows(values_only=True)]


def test_a_sheet_has_the_cells_of_the_table_by_their_types(tmp_path, corpus):
    corpus.documents.to_excel(tmp_path / "a.xlsx", sheet="articles")
    header, *rows = sheet_of(tmp_path / "a.xlsx", "articles")
    assert header == corpus.documents.columns
    assert rows == [
        ["=a", "Lumen <Post>", DAY, 3, 0.5, True],
        ["b", None, "1850-01-02", None, None, False],
    ]


def test_lines_are_written_with_their_metadata_and_the_manifest(tmp_path, corpus):
    lines = corpus.kwic("trust").with_metadata("paper")
    lines.to_excel(tmp_path / "a.xlsx")
    header, *rows = sheet_of(tmp_path / "a.xlsx")
    assert header == lines.columns
    for row, line in zip(rows, lines, strict=True):
        named = dict(zip(header, row, strict=True))
        # A line feed within a cell is one; a cell that is empty has nothing.
        assert (named["left"] or "") == line.left
        assert (named["node"], named["right"] or "") == (line.node, line.right)
        assert named["paper"] == line.metadata["paper"]
    told = dict(sheet_of(tmp_path / "a.xlsx", "manifest"))
    assert told["verb"] == "kwic"
    assert told["patterns"] == '["trust"]'
    assert told["lines"] == "3"


def test_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path):
    hs.Corpus.from_texts(["a"], ids=["=1+1"]).documents.to_excel(tmp_path / "a.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx")["results"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_lists_and_empty_tables_are_written(tmp_path):
    said = hs.Corpus.from_texts(['"Safe," Vell said, "and new."']).quotations()
    said.to_excel(tmp_path / "a.xlsx")
    header, row = sheet_of(tmp_path / "a.xlsx")
    spans = dict(zip(header, row, strict=True))["content_spans"]
    assert spans == "; ".join(map(str, said[0]["content_spans"]))
    hs.Corpus.from_texts([]).frequencies().to_excel(tmp_path / "b.xlsx")
    assert len(sheet_of(tmp_path / "b.xlsx")) == 1


def test_what_excel_cannot_hold_is_refused(tmp_path):
    long = hs.Corpus.from_texts(["word " * 8000])
    with pytest.raises(hs.LimitError, match=r"32,767 characters, got .* in 'right' of row 0"):
        long.kwic("word", window=9000)[:1].to_excel(tmp_path / "a.xlsx")
    for name in ("", "a/b", "x" * 32, "manifest", "'a"):
        with pytest.raises(hs.ParameterError, match="sheet must"):
            long.documents.to_excel(tmp_path / "a.xlsx", sheet=name)
    assert not (tmp_path / "a.xlsx").exists()


def test_a_missing_library_is_named(tmp_path, corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(hs.MissingLibraryError, match="pip install XlsxWriter"):
        corpus.documents.to_excel(tmp_path / "a.xlsx")


class Page(HTMLParser):
    """The cells of the first table, and all tags."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.tags, self.inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - what it is called with
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1] += data


def test_a_page_has_every_line_escaped_with_its_metadata(tmp_path, corpus):
    lines = corpus.kwic("trust").with_metadata("paper")
    lines.to_html(tmp_path / "a.html", title="<Trust> & hope")
    text = (tmp_path / "a.html").read_text("utf-8")
    assert text == lines.to_html(title="<Trust> & hope")
    page = Page(text)
    header, *rows = page.rows
    assert header == ["", "document", "paper", "left", "node", "right"]
    assert [row[4] for row in rows] == ["trust"] * 3
    assert (
        rows[0][1:4] == ["=a", "Lumen <Post>", "=1+1 said Vell: <b>"]
        or rows[0][2] == "Lumen <Post>"
    )
    assert "<title>&lt;Trust&gt; &amp; hope</title>" in text
    assert not {"script", "link", "img", "b"} & set(page.tags)


def test_a_page_has_all_lines_and_marks_and_the_manifest():
    lines = hs.Corpus.from_texts(["trust nobody. " * 60]).kwic("trust").highlight("nobody")
    text = lines.to_html()
    assert len(Page(text).rows) == 61
    assert "<title>kwic: trust</title>" in text
    assert text.count("<mark") >= 60
    assert lines.manifest()["corpus"] in text


def test_tables_and_empty_results_are_pages_too(corpus):
    words = corpus.frequencies(by="paper")
    header, *rows = Page(words.to_html()).rows
    assert header == words.columns
    assert len(rows) == len(words)
    assert len(Page(corpus.kwic("nobody").to_html()).rows) == 1
    assert len(Page(corpus.quotations().to_html()).rows[0]) == len(corpus.quotations().columns)


def test_a_workbook_in_no_folder_is_an_error_of_python(tmp_path):
    table = hs.Corpus.from_texts(["a"]).frequencies()
    with pytest.raises(FileNotFoundError):
        table.to_excel(tmp_path / "nowhere" / "terms.xlsx")
