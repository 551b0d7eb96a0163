"""Results as they look in a terminal and a notebook, and the lines of a concordance."""

import re
import unicodedata
from html.parser import HTMLParser

import hustings as hs
import pytest

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


@pytest.mark.parametrize("width", [30, 60, 100, 200])
def test_a_wide_table_keeps_to_the_terminal_and_names_the_columns_it_leaves_out(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    table = hs.reporting_verbs()
    lines = repr(table).splitlines()
    heads = lines[0].split()
    assert all(hs._core.display_width(line) <= width for line in lines[:-1])
    assert heads == table.columns[: len(heads)]
    more = lines[-1].partition("; more columns: ")[2]
    assert more == ", ".join(table.columns[len(heads) :])


def test_quotations_show_who_says_what_and_name_the_other_columns():
    found = hs.quotations(['"We go," said Anna Lindt.'])
    for page in (repr(found), found._repr_html_()):
        shown, _, more = page.partition("; more columns: ")
        assert "Anna Lindt" in shown
        assert "content_spans" not in shown
        assert "content_spans" in more


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


def test_measures_stand_behind_the_term_where_a_page_shows_key_terms():
    sample = hs.sample_corpus()
    measures = ["log_ratio", "log_likelihood", "odds_ratio"]
    key = sample.keyness(by="agency", measures=measures)
    heads = str(key).split("\n")[0].split()
    # In the order of the table, where they stand in another one behind the counts.
    shown = [name for name in key.columns if name in measures]
    assert heads[:4] == ["agency", "term", *shown][:4]
    assert Tags(key._repr_html_()).heads == ["agency", "term", *shown] + [
        name for name in key.columns if name not in {"agency", "term", *measures}
    ]
    listed = re.findall(r"; more columns: (.*)", str(key))
    assert [*heads, *", ".join(listed).split(", ")][: len(key.columns)] == Tags(
        key._repr_html_()
    ).heads
