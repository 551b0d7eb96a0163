"""Codes for concordance lines: kept, saved, merged, compared, and found again."""

import csv
import subprocess
import sys
from pathlib import Path

import hustings as hs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TALKS = [
    "We want mutual trust. Nobody here wants more talks.",
    "Trust is gone, said the minister.\r\nSo be it: no \u201ctrust\u201d, no talks.",
    "The river states, which trust each other, met again on Monday.",
]
STANCES = ["for", "against", "unclear"]
HERE = Path(__file__).parent
PUBLISHED = list(csv.DictReader((HERE / "reference/agreement.csv").read_text("utf-8").splitlines()))


def labelled(codes, *, coder="anna", values=STANCES, texts=TALKS):
    coding = hs.kwic(texts, "trust").label("stance", values=values, coder=coder)
    for number, code in enumerate(codes):
        coding[number] = code
    return coding


# --- codes ---------------------------------------------------------------------------------------


def test_a_line_is_coded_by_number_citation_or_itself():
    lines = hs.kwic(TALKS, "trust")
    coding = lines.label("stance", values=STANCES)
    coding[0], coding[lines[1].cite()], coding[lines[2]] = STANCES
    assert [coding[number] for number in range(4)] == [*STANCES, None]
    assert coding[-1] is None


def test_codes_stay_with_their_lines_when_these_are_sorted():
    lines = hs.kwic(TALKS, "trust")
    coding = lines.label("stance", values=STANCES)
    coding[0] = "for"
    resorted = lines.sort("L1")
    assert [coding[line] for line in resorted].count("for") == 1
    assert coding[next(line for line in resorted if line.document == "text1")] == "for"


def test_none_takes_a_code_away():
    coding = labelled(["for"])
    coding[0] = None
    assert coding[0] is None
    assert len(coding.uncoded()) == 4


def test_coded_and_uncoded_lines_are_concordances():
    coding = labelled(["for", "against", "for"])
    assert [line.document for line in coding.coded("for")] == ["text1", "text2"]
    assert [line.document for line in coding.coded()] == ["text1", "text2", "text2"]
    assert [line.document for line in coding.uncoded().sort("L1")] == ["text3"]
    assert coding.next() == coding.uncoded()[0]


def test_there_is_no_next_line_when_all_are_coded():
    assert labelled(["for"] * 4).next() is None


def test_the_table_has_a_row_a_line_with_its_code():
    corpus = hs.Corpus.from_texts(TALKS, metadata={"year": [2030, 2031, 2032]})
    coding = corpus.kwic("trust").with_metadata("year").label("stance", values=STANCES)
    coding.set(0, "for", note="who?")
    assert coding.columns == coding.to_polars().columns
    assert coding.column("stance") == ["for", None, None, None]
    assert coding.column("year") == [2030, 2031, 2031, 2032]
    assert coding.column("note") == ["who?", None, None, None]
    assert coding.column("cite") == [line.cite() for line in corpus.kwic("trust")]


def test_counts_are_those_of_the_table():
    corpus = hs.Corpus.from_texts(TALKS, metadata={"year": [2030, 2031, 2031]})
    coding = corpus.kwic("trust").label("stance", values=STANCES, coder="anna")
    coding[0], coding[1], coding[2] = "for", "for", "against"
    rows = coding.counts(by="year").to_polars().rows()
    assert rows == [
        ("anna", 2030, "for", 1),
        ("anna", 2030, "against", 0),
        ("anna", 2030, "unclear", 0),
        ("anna", 2030, None, 0),
        ("anna", 2031, "for", 1),
        ("anna", 2031, "against", 1),
        ("anna", 2031, "unclear", 0),
        ("anna", 2031, None, 1),
    ]


def test_a_coding_of_no_lines_is_whole():
    coding = hs.kwic(TALKS, "absent").label("stance", values=STANCES)
    assert (len(coding), coding.next(), coding.column("stance")) == (0, None, [])
    assert [row[-1] for row in coding.counts().to_polars().rows()] == [0] * 4
    assert "0 of 0 lines coded" in repr(coding)


def test_progress_and_the_lines_to_come_are_shown():
    shown = repr(labelled(["for", "against"]))
    assert "stance by coder" not in shown
    assert "stance by anna: 2 of 4 lines coded (for 1, against 1, unclear 0)" in shown
    assert shown.lstrip().startswith("document")
    assert "We want mutual" not in shown


def test_markup_in_a_text_stays_text():
    coding = labelled([], texts=["<script>trust</script>"])
    assert "<script>" not in coding._repr_html_()


def test_lines_are_coded_at_the_keyboard():
    program = f"""
import hustings as hs
coding = hs.kwic({TALKS!r}, "trust").label("stance", values={STANCES!r})
coding.ask(3)
print()
print(coding.column("stance"), coding.column("note"))
coding.ask()
print()
print(coding.column("stance"))
"""
    answers = "1 who is we\nmaybe\n+\nagainst\n\n3\nq\n"
    done = subprocess.run(
        [sys.executable, "-c", program], input=answers, capture_output=True, text=True, check=True
    )
    assert "So be it: no \u201ctrust\u201d, no talks." in done.stdout
    codes = [line for line in done.stdout.splitlines() if line.startswith("['")]
    assert codes == [
        "['for', 'against', None, None] ['who is we', None, None, None]",
        "['for', 'against', 'unclear', None]",
    ]


# --- tables --------------------------------------------------------------------------------------

SCHEMES = [STANCES, [-1, 0, 1], [0.5, 1, 2], [True, False]]
notes = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=10).map(str.strip)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize("values", SCHEMES)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_a_saved_coding_is_read_as_it_was(tmp_path_factory, ending, values, data):
    codes = data.draw(st.lists(st.none() | st.sampled_from(values), min_size=4, max_size=4))
    coding = labelled([], values=values)
    for number, code in enumerate(codes):
        coding.set(number, code, note=data.draw(notes | st.sampled_from(["a, b", "a\nb", 'a"b'])))
    path = tmp_path_factory.mktemp("codes") / f"stance.{ending}"
    coding.save(path)
    read = hs.read_coding(path, "stance", values=values)
    assert read.coders == ["anna"]
    assert read.to_csv() == coding.to_csv()
    again = read.resolve(hs.Corpus.from_texts(TALKS)).coding
    assert again.to_csv() == coding.to_csv()
    assert [again[number] for number in range(4)] == codes


def test_a_table_that_was_filled_in_elsewhere_is_read(tmp_path):
    cite = hs.kwic(TALKS, "mutual")[0].cite()
    path = tmp_path / "stance.csv"
    path.write_text(
        "stance,cite,document,start,end,left,node,right,colour\n"
        f" for ,{cite},text1,8,14,We want,mutual,trust.,red\n",
        encoding="utf-8-sig",
    )
    coding = hs.read_coding(path, "stance", values=STANCES, coder="ben")
    assert (coding.coders, coding[cite]) == (["ben"], "for")


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_table_of_a_spreadsheet_is_read(tmp_path, separator, encoding):
    cite = hs.kwic(TALKS, "mutual")[0].cite()
    path = tmp_path / "stance.csv"
    rows = [
        ["cite", "document", "start", "end", "left", "node", "right", "stance", "note"],
        [cite, "text1", "8", "14", "We want", "mutual", "trust.", "for", "d\u00e9j\u00e0, vu"],
    ]
    path.write_text("".join(separator.join(row) + "\r\n" for row in rows), encoding=encoding)
    coding = hs.read_coding(path, "stance", values=STANCES, encoding=encoding)
    assert coding[cite] == "for"
    assert coding.column("note") == ["d\u00e9j\u00e0, vu"]


def test_a_table_in_another_encoding_says_so(tmp_path):
    path = tmp_path / "stance.csv"
    path.write_bytes(b"cite,note\nx,d\xe9j\xe0\n")
    with pytest.raises(hs.TextError, match="byte 13 is no utf-8; say encoding="):
        hs.read_coding(path, "stance", values=STANCES)
    with pytest.raises(hs.UnknownNameError, match="encoding must be one that Python knows"):
        hs.read_coding(path, "stance", values=STANCES, encoding="utf-81")


def test_a_line_that_is_not_there_is_told_by_how_many_there_are():
    coding = labelled(["for"])
    with pytest.raises(IndexError, match="a line must be one of 0 to 3, got 4"):
        coding[4]
    with pytest.raises(IndexError, match="a line must be one of 0 to 3, got -5"):
        coding[-5] = "for"


def test_a_read_coding_asks_for_a_corpus_before_it_shows_lines(tmp_path):
    path = tmp_path / "stance.csv"
    labelled(["for"]).save(path)
    with pytest.raises(hs.ParameterError, match=r"no corpus yet; use resolve\(corpus\).coding"):
        hs.read_coding(path, "stance", values=STANCES).coded("for")


# --- several coders ------------------------------------------------------------------------------


def test_merged_codings_keep_who_coded_what():
    anna, ben = labelled(["for", "against"]), labelled(["for", "unclear", "for"], coder="ben")
    both = hs.merge_codings([anna, ben])
    assert both.coders == ["anna", "ben"]
    assert both.column("coder") == ["anna", "ben"] * 4
    assert both.column("stance") == ["for", "for", "against", "unclear", None, "for", None, None]
    assert [line.document for line in both.disagreements()] == ["text2"]


def test_a_line_that_somebody_left_out_is_no_disagreement():
    anna = labelled(["for", "for", "against", None])
    ben = labelled(["for", "for", None, None], coder="ben")
    cleo = labelled([None, "against", None, "unclear"], coder="cleo")
    all_three = hs.merge_codings([anna, ben, cleo])
    cites = list(dict.fromkeys(all_three.column("cite")))
    assert [line.cite() for line in all_three.disagreements()] == [cites[1]]
    assert all_three.consensus().column("stance") == ["for", None, None, None]
    least_one = all_three.consensus(min_coders=1)
    assert least_one.column("stance") == ["for", None, "against", "unclear"]
    assert all_three.consensus(min_coders=3).column("stance") == [None] * 4
    assert anna.consensus().column("stance") == anna.column("stance")
    with pytest.raises(hs.ParameterError, match="min_coders must be at least 1, got 0"):
        all_three.consensus(min_coders=0)


def test_what_coders_agree_on_is_settled_and_the_rest_is_open():
    anna, ben = labelled(["for", "against"]), labelled(["for", "unclear", "for"], coder="ben")
    settled = hs.merge_codings([anna, ben]).consensus()
    assert (settled.coders, settled.column("stance")) == (["consensus"], ["for", None, None, None])


def test_the_lines_of_several_codings_are_put_together():
    corpus = hs.Corpus.from_texts(TALKS)
    first = corpus.subset(id="text1").kwic("trust").label("stance", values=STANCES)
    rest = corpus.subset(id=["text2", "text3"]).kwic("trust").label("stance", values=STANCES)
    first[0], rest[0] = "for", "against"
    whole = hs.merge_codings([first, rest])
    assert whole.column("stance") == ["for", "against", None, None]
    assert len(whole.resolve(corpus).coding.coded()) == 2


def codes_by_coder(written):
    """What each coder gave to each unit; `88*a/b` stands for 88 units with codes a and b."""
    if "*" in written:
        cells = [cell.split("*") for cell in written.split()]
        units = [pair.split("/") for n, pair in cells for _ in range(int(n))]
        return list(zip(*units, strict=True))
    return [
        [None if code == "." else code for code in coder.split()] for coder in written.split("|")
    ]


def coded_by(coders, values, kind=str):
    """A merged coding with these codes, a line a unit."""
    lines = hs.kwic(["a " * len(coders[0])], "a")
    codings = []
    for name, codes in enumerate(coders):
        coding = lines.label("code", values=values, coder=f"coder {name}")
        for number, code in enumerate(codes):
            coding[number] = None if code is None else kind(code)
        codings.append(coding)
    return hs.merge_codings(codings)


@pytest.mark.parametrize("row", PUBLISHED, ids=[row["id"] for row in PUBLISHED])
def test_agreement_is_the_published(row):
    coders = codes_by_coder(row["codes"])
    kind = int if any(code and code.isdigit() for code in coders[0]) else str
    values = sorted({kind(code) for codes in coders for code in codes if code is not None})
    table = coded_by(coders, values, kind).agreement(level=row["level"])
    assert round(table[row["measure"]][-1], int(row["decimals"])) == float(row["value"])


ratings = st.integers(2, 4).flatmap(
    lambda coders: st.lists(
        st.lists(st.none() | st.integers(0, 4), min_size=coders, max_size=coders),
        min_size=1,
        max_size=12,
    )
)


@given(ratings, st.sampled_from(["nominal", "ordinal", "interval"]))
@settings(max_examples=150, deadline=None)
def test_alpha_is_that_of_the_package_krippendorff(units, level):
    krippendorff = pytest.importorskip("krippendorff", reason="an oracle, of the extra test")
    coders = [list(codes) for codes in zip(*units, strict=True)]
    (*_, alpha) = coded_by(coders, list(range(5)), int).agreement(level=level)["alpha"]
    pairable = [unit for unit in units if sum(code is not None for code in unit) > 1]
    if len({code for unit in pairable for code in unit} - {None}) < 2:
        assert alpha is None
        return
    data = [[float("nan") if code is None else code for code in codes] for codes in coders]
    expected = krippendorff.alpha(data, value_domain=range(5), level_of_measurement=level)
    assert alpha == pytest.approx(expected, rel=1e-12, abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=15))
@settings(max_examples=150, deadline=None)
def test_kappa_is_that_of_scikit_learn(pairs):
    metrics = pytest.importorskip("sklearn.metrics", reason="an oracle, of the extra test")
    first, second = map(list, zip(*pairs, strict=True))
    table = coded_by([first, second], list(range(4)), int).agreement()
    equal = sum(one == other for one, other in pairs)
    assert table["percentage"] == [pytest.approx(100 * equal / len(pairs))]
    if len({*first, *second}) == 1:
        assert table["kappa"] == [None]
    else:
        expected = metrics.cohen_kappa_score(first, second)
        assert table["kappa"] == [pytest.approx(expected, rel=1e-12, abs=1e-12)]


def test_agreement_is_given_for_each_pair_and_for_all():
    table = coded_by(["xxy", "xyy", "xxx"], ["x", "y"]).agreement()
    names = ["coder 0, coder 1", "coder 0, coder 2", "coder 1, coder 2"]
    assert table["coders"] == [*names, "coder 0, coder 1, coder 2"]
    assert table["lines"] == [3] * 4
    assert table["kappa"][3] is None
    assert table["percentage"] == [pytest.approx(100 * share / 9) for share in (6, 6, 3, 5)]


# --- a corpus that was built anew ----------------------------------------------------------------


def moved(texts, *, ids=None, window=5, tokenizer=None):
    """What becomes of the four lines of TALKS, coded 1 to 4, in other texts."""
    lines = hs.kwic(TALKS, "trust", window=window)
    coding = lines.label("n", values=[1, 2, 3, 4])
    for number in range(4):
        coding[number] = number + 1
    corpus = hs.Corpus.from_texts(texts, ids=ids, tokenizer=tokenizer)
    resolution = coding.resolve(corpus)
    assert resolution.report["cite"] == [line.cite() for line in lines]
    found = zip(resolution.report["status"], resolution.report["now"], strict=True)
    codes = dict(zip(resolution.coding.column("cite"), resolution.coding.column("n"), strict=True))
    for number, (status, now) in enumerate(found):
        assert (now is None) == (status not in {"same", "moved"})
        if now is not None:
            assert codes[now] == number + 1
    return resolution.report["status"]


SAME, MOVED, CHANGED = ["same"] * 4, ["moved"] * 4, "changed"
REBUILT = {
    "the same texts": (TALKS, SAME),
    "texts in another order": (TALKS[::-1], ["moved", "same", "same", "moved"]),
    "a text before them": (["New.", *TALKS], MOVED),
    "words before them": ([f"Correction. {text}" for text in TALKS], MOVED),
    "other line ends": ([" ".join(text.split()) for text in TALKS], ["same", *MOVED[:2], "same"]),
    "a text that is gone": (TALKS[:2], ["same", "same", "same", "gone"]),
    "another text": ([TALKS[0], "Peace.", TALKS[2]], ["same", CHANGED, CHANGED, "same"]),
    "a node that is gone": (
        [TALKS[0].replace("trust", "peace"), *TALKS[1:]],
        [CHANGED, "same", "same", "same"],
    ),
    "a text that stands twice": ([*TALKS, *TALKS], SAME),
    "a sentence that stands twice": (
        [f"So: {TALKS[0]} Again: {TALKS[0]}", *TALKS[1:]],
        ["ambiguous", "same", "same", "same"],
    ),
    "another word in the context": (
        [TALKS[0].replace("Nobody", "No one"), *TALKS[1:]],
        ["moved", "same", "same", "same"],
    ),
    "the node in another context": (
        ["In God we trust, and in gold.", *TALKS[1:]],
        [CHANGED, "same", "same", "same"],
    ),
}


@pytest.mark.parametrize("case", REBUILT)
def test_codes_go_with_lines_that_moved_and_with_no_other(case):
    texts, expected = REBUILT[case]
    assert moved(texts) == expected


def test_a_renamed_text_that_stands_twice_is_ambiguous():
    assert moved([*TALKS, TALKS[0]], ids=["a", "text2", "text3", "b"])[0] == "ambiguous"


def test_without_context_the_only_place_of_a_node_is_taken_and_no_other():
    texts = ["Trust us: we want trust.", *(f"Well. {text}" for text in TALKS[1:])]
    assert moved(texts, window=0) == ["moved"] * 4
    texts[0] = "We want trust, all trust."
    assert moved(texts, window=0) == ["ambiguous", *["moved"] * 3]


def test_other_tokens_are_reported():
    texts = ["Trust-based talks."]
    coding = hs.kwic(texts, "trust").label("n", values=[1])
    corpus = hs.Corpus.from_texts(texts, tokenizer=hs.Tokenizer(hyphens="keep"))
    assert coding.resolve(corpus).report["status"] == ["not tokens"]


sentences = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6).map(" ".join)


@given(st.lists(sentences, max_size=4), st.lists(sentences, max_size=4), st.data())
@settings(max_examples=100, deadline=None)
def test_a_line_is_found_wherever_sentences_are_put_around_it(before, behind, data):
    line = "one two three four five NODE six seven eight nine ten"
    old = ". ".join([*before, line, *behind])
    coding = hs.kwic([old], "node").label("kind", values=["x"])
    coding[0] = "x"
    new = ". ".join([*data.draw(st.lists(sentences)), line, *data.draw(st.lists(sentences))])
    report, corpus = coding.resolve(hs.Corpus.from_texts([new])).report, [new]
    assert report["status"] == ["same" if old == new else "moved"]
    assert report["now"] == [hs.kwic(corpus, "node")[0].cite()]
