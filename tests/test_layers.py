"""Layers of annotation: where values come to lie, and what becomes of them when a corpus grows."""

import json
import random
import re
from pathlib import Path

import hustings as hs
import oracle_layers
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

SHARED = Path(__file__).parents[2] / "shared" / "data" / "gold"
RULES = ["first", "last", "longest", "joined"]
WORDS = [
    "trust",
    "don't",
    "we",
    "U.S.",
    "naïve",
    "état",
    "e\u0301tat",
    "🙂",
    "日本",
    "a-b",
    ".",
    ",",
]
MANY = 40_000


def places(corpus, document):
    """The characters of the tokens of a document."""
    tokens = corpus.tokens().to_polars().filter(pl.col("document") == document)
    return list(tokens.select("start", "end").iter_rows())


def values(corpus, layer):
    return corpus.tokens()[layer]


def table(rows, layer="lemma"):
    columns = list(zip(*rows, strict=True)) or [[], [], [], []]
    return dict(zip(["document", "start", "end", layer], map(list, columns), strict=True))


def spelled(corpus, layer="upper"):
    """Every token in capitals, as a table that fits exactly."""
    tokens = corpus.tokens().to_polars()
    columns = [pl.col("document", "start", "end"), pl.col("token").str.to_uppercase().alias(layer)]
    return tokens.select(columns)


@st.composite
def annotated(draw):
    """Texts, and outer tokens of them that respect nothing."""
    text = st.lists(st.sampled_from([*WORDS, " ", "  ", "\n"]), max_size=12).map("".join)
    texts = draw(st.lists(text, min_size=1, max_size=3))
    rows = []
    for document, text in enumerate(texts):
        for _ in range(draw(st.integers(0, 6))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, len(text)))
            rows.append(
                (f"text{document + 1}", start, end, draw(st.sampled_from("abc") | st.just("")))
            )
    return texts, draw(st.permutations(rows)), draw(st.sampled_from(RULES))


@given(annotated())
def test_values_and_mismatches_are_those_of_the_oracle(given):
    texts, rows, several = given
    corpus = hs.Corpus.from_texts(texts)
    found = corpus.annotate(table(rows), several=several)
    expected, kinds = [], []
    for document in corpus.documents["id"]:
        own = [row[1:] for row in rows if row[0] == document]
        tokens = places(corpus, document)
        expected += [oracle_layers.value_of(token, own, several) for token in tokens]
        kinds += [((document, *row), kind) for row, kind in oracle_layers.kinds(tokens, own)]
    assert values(found, "lemma") == expected
    (counts,) = found.layers.to_polars().rows(named=True)
    assert counts == counts | oracle_layers.counted(kinds)
    mismatches = found.alignment("lemma").to_polars().rows()
    unfit = [(*row[:3], kind) for row, kind in kinds if kind not in ("exact", "wider")]
    assert [(*row[:3], row[4]) for row in mismatches] == unfit
    by_id = dict(zip(corpus.documents["id"], texts, strict=True))
    assert all(row[3] == by_id[row[0]][row[1] : row[2]] for row in mismatches)


def test_the_longest_has_most_characters_however_many_bytes_they_take():
    rows = [("text1", 2, 3, "i"), ("text1", 3, 5, "ve")]
    found = hs.Corpus.from_texts(["naïve"]).annotate(table(rows), several="longest")
    assert values(found, "lemma") == ["ve"]


@pytest.mark.parametrize(
    ("several", "value"),
    [("first", "do"), ("last", "not"), ("longest", "not"), ("joined", "do+not")],
)
def test_several_outer_tokens_on_one_are_told_apart_by_a_rule(several, value):
    corpus = hs.Corpus.from_texts(["don't"], ids=["a"])
    rows = [("a", 0, 2, "do"), ("a", 2, 5, "not")]
    assert values(corpus.annotate(table(rows), several=several), "lemma") == [value]


def test_all_columns_of_a_table_are_layers_unless_some_are_named():
    corpus = hs.Corpus.from_texts(["Trust us"], ids=[7])
    frame = pl.DataFrame(
        {"document": [7, 7], "start": [0, 6], "end": [5, 8], "pos": ["V", None], "n": [1, 2]}
    )
    both = corpus.annotate(frame)
    assert both.layers["layer"] == ["pos", "n"]
    assert (values(both, "pos"), values(both, "n")) == (["V", None], ["1", "2"])
    assert corpus.annotate(frame, "pos").layers["layer"] == ["pos"]
    assert values(corpus.annotate(frame, {"tag": "pos"}), "tag") == ["V", None]


@pytest.mark.parametrize(
    "as_frame",
    [
        dict,
        pl.DataFrame,
        lambda data: pl.DataFrame(data).to_arrow(),
        lambda data: pl.DataFrame(data).to_pandas(),
    ],
)
def test_a_table_may_be_of_any_library(as_frame):
    pytest.importorskip("pandas")
    corpus = hs.Corpus.from_texts(["Trust us"], ids=["a"])
    found = corpus.annotate(as_frame(table([("a", 0, 5, "V"), ("a", 6, 8, "P")])))
    assert values(found, "lemma") == ["V", "P"]


def test_the_corpus_itself_stays_without_layers():
    corpus = hs.Corpus.from_texts(["Trust us"])
    assert corpus.annotate(spelled(corpus)).layers["layer"] == ["upper"]
    assert (len(corpus.layers), corpus.tokens().columns) == (
        0,
        ["document", "position", "token", "start", "end"],
    )
    assert "layers" not in corpus.manifest()


def test_only_documents_that_are_annotated_get_other_values():
    corpus = hs.Corpus.from_texts(["one", "two", "three"], ids=["a", "b", "c"])
    first = corpus.annotate(table([("a", 0, 3, "x"), ("b", 0, 3, "x")]))
    second = first.annotate(table([("b", 0, 3, "y"), ("c", 0, 5, "z")]))
    assert values(second, "lemma") == ["x", "y", "z"]
    assert second.layers["values"] == [3]
    third = second.annotate(table([(name, 0, 1, "w") for name in "abc"]))
    assert third.layers["values"] == [1]


def test_a_layer_survives_saving_mapping_and_being_saved_again(tmp_path):
    corpus = hs.sample_corpus()
    found = corpus.annotate(spelled(corpus))
    found.save(tmp_path / "a.hustings")
    for mmap in (False, True):
        opened = hs.open_corpus(tmp_path / "a.hustings", mmap=mmap)
        assert values(opened, "upper") == values(found, "upper")
        assert opened.layers.to_polars().equals(found.layers.to_polars())
        assert opened.manifest() == found.manifest()
        opened.save(tmp_path / "b.hustings")
        again = hs.open_corpus(tmp_path / "b.hustings")
        assert values(again, "upper") == values(found, "upper")
    with pytest.raises(hs.ParameterError, match='the alignment of layer "upper" is known'):
        opened.alignment("upper")


def test_a_corpus_without_layers_is_saved_in_the_first_version(tmp_path):
    corpus = hs.Corpus.from_texts(["Trust us"])
    path = tmp_path / "a.hustings"
    corpus.save(path)
    assert json.loads((path / "manifest.json").read_text("utf-8"))["version"] == 1
    corpus.annotate(spelled(corpus)).save(path)
    assert json.loads((path / "manifest.json").read_text("utf-8"))["version"] == 2
    assert len(list(path.glob("layer-*.bin"))) == 2
    corpus.save(path)
    assert not list(path.glob("layer-*.bin"))


def test_a_damaged_layer_is_told_by_file_and_section(tmp_path):
    corpus = hs.Corpus.from_texts(["Trust us"])
    path = tmp_path / "a.hustings"
    corpus.annotate(spelled(corpus)).save(path)
    for file in path.glob("layer-*.bin"):
        whole = file.read_bytes()
        file.write_bytes(whole[:64] + bytes([whole[64] ^ 1]) + whole[65:])
        with pytest.raises(hs.CorpusCorruptError, match="section"):
            hs.open_corpus(path)
        file.write_bytes(whole)
    hs.open_corpus(path)


def test_documents_that_are_appended_have_no_values_until_they_are_annotated():
    corpus = hs.Corpus.from_texts(["one two"], ids=["a"])
    longer = corpus.annotate(spelled(corpus)).append(["three"], ids=["b"])
    assert values(longer, "upper") == ["ONE", "TWO", None]
    whole = longer.annotate(table([("b", 0, 5, "three!")], "upper"))
    assert values(whole, "upper") == values(whole.compact(), "upper") == ["ONE", "TWO", "three!"]
    assert whole.compact().n_segments == 1


def test_corpora_behind_each_other_have_the_layers_of_all_by_name():
    one = hs.Corpus.from_texts(["a b"], ids=["1"]).annotate(
        {"document": ["1"], "start": [0], "end": [3], "x": ["same"], "y": ["own"]}
    )
    two = hs.Corpus.from_texts(["c d"], ids=["2"]).annotate(
        {"document": ["2"], "start": [0], "end": [1], "z": ["new"], "x": ["other"]}
    )
    whole = hs.concatenate([one, two, hs.Corpus.from_texts(["e"], ids=["3"])])
    assert whole.layers["layer"] == ["x", "y", "z"]
    for corpus in (whole, whole.compact()):
        assert values(corpus, "x") == ["same", "same", "other", None, None]
        assert values(corpus, "y") == ["own", "own", None, None, None]
        assert values(corpus, "z") == [None, None, "new", None, None]
    assert whole.manifest()["layers"] == whole.compact().manifest()["layers"]


@given(st.lists(st.sampled_from(["a", "b", "cc"]), min_size=1, max_size=30), st.integers(1, 5))
def test_a_layer_is_the_same_however_a_corpus_was_put_together(words, n_parts):
    texts = [" ".join(words[part::n_parts]) for part in range(n_parts)]
    ids = [f"t{part}" for part in range(n_parts)]
    parts = [
        hs.Corpus.from_texts([text], ids=[name]) for text, name in zip(texts, ids, strict=True)
    ]
    joined = hs.concatenate([part.annotate(spelled(part)) for part in parts])
    whole = hs.Corpus.from_texts(texts, ids=ids)
    whole = whole.annotate(spelled(whole))
    assert values(joined, "upper") == values(joined.compact(), "upper") == values(whole, "upper")
    assert joined.manifest()["layers"] == whole.manifest()["layers"]


def test_many_values_take_many_bits():
    corpus = hs.Corpus.from_texts([" ".join(f"w{number}" for number in range(MANY))])
    found = corpus.annotate(spelled(corpus))
    assert values(found, "upper") == [f"W{number}" for number in range(MANY)]


def conllu(*sentences, comments=()):
    """Sentences of words as CoNLL-U, the lemma of each in capitals."""
    lines = []
    for sentence in sentences:
        lines += comments
        for number, word in enumerate(sentence, start=1):
            lines.append("\t".join([str(number), word, word.upper(), "X", *["_"] * 6]))
        lines.append("")
    return "\n".join(lines) + "\n"


def test_conllu_is_found_in_the_text_whatever_its_spaces(tmp_path):
    corpus = hs.Corpus.from_texts(["Don't  trust,\n  us. Ever!"])
    content = conllu(["Do", "n't", "trust", ",", "us", "."], ["Ever", "!"])
    assert values(corpus.annotate(content), "lemma") == ["DO", "TRUST", "US", "EVER"]
    path = tmp_path / "a.conllu"
    path.write_bytes(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert values(corpus.annotate(path, {"upos": "pos"}), "upos") == ["X"] * 4
    assert values(corpus.annotate(str(path)), "lemma") == ["DO", "TRUST", "US", "EVER"]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map("  ".join), min_size=1, max_size=3),
    st.integers(0, 999),
)
def test_conllu_in_order_is_the_table_of_its_words(texts, seed):
    generator = random.Random(seed)
    corpus = hs.Corpus.from_texts(texts)
    rows, content = [], ""
    for number, text in enumerate(texts, start=1):
        forms = []
        for found in re.finditer(r"\S+", text):
            cuts = [at for at in range(*found.span()) if generator.random() < 0.2]
            ends = [*cuts, found.end()]
            for start, end in zip([found.start(), *cuts], ends, strict=True):
                if start < end:
                    forms.append(text[start:end])
                    rows.append((f"text{number}", start, end, text[start:end].upper()))
        cut = generator.randint(0, len(forms))
        content += f"# newdoc id = text{number}\n" + conllu(forms[:cut], forms[cut:])
    found, expected = corpus.annotate(content, "lemma"), corpus.annotate(table(rows))
    assert values(found, "lemma") == values(expected, "lemma")
    assert found.alignment("lemma").to_polars().equals(expected.alignment("lemma").to_polars())


def test_conllu_goes_to_the_documents_that_it_names():
    corpus = hs.Corpus.from_texts(["one two", "one two", "one two"], ids=["a", "b", "c"])
    named = "# newdoc id = c\n" + conllu(["one", "two"]) + "# newdoc id = a\n" + conllu(["one"])
    assert values(corpus.annotate(named), "lemma") == ["ONE", None, None, None, "ONE", "TWO"]
    in_order = conllu(["one"], ["two"], ["one", "two"], ["one"])
    assert values(corpus.annotate(in_order), "lemma") == ["ONE", "TWO", "ONE", "TWO", "ONE", None]


def test_the_text_of_a_sentence_leads_to_it():
    corpus = hs.Corpus.from_texts(["Trust me. No. Trust us, I say."])
    words = "# text = Trust us, I say.\n" + conllu(["Trust", "us", ",", "I", "say", "."])
    assert values(corpus.annotate(words), "lemma") == [None] * 3 + ["TRUST", "US", "I", "SAY"]


def test_words_written_as_one_are_several_on_one_and_empty_nodes_none():
    corpus = hs.Corpus.from_texts(["Vámonos al mar"])
    rows = [
        ("1-2", "Vámonos", "_"),
        ("1", "Vamos", "ir"),
        ("2", "nos", "nosotros"),
        ("3-4", "al", "_"),
        ("3", "a", "a"),
        ("4", "el", "el"),
        ("4.1", "_", "ghost"),
        ("5", "mar", "mar"),
    ]
    content = "\n".join("\t".join([*row, *["_"] * 7]) for row in rows) + "\n\n"
    assert values(corpus.annotate(content, "lemma"), "lemma") == ["ir", "a", "mar"]
    joined = corpus.annotate(content, "lemma", several="joined")
    assert values(joined, "lemma") == ["ir+nosotros", "a+el", "mar"]


def test_words_that_are_not_in_the_text_are_noted():
    corpus = hs.Corpus.from_texts(["Trust us."], ids=["a"])
    found = corpus.annotate(conllu(["Trust", "nobody", "us", "."]))
    assert values(found, "lemma") == ["TRUST", "US"]
    rows = found.alignment("lemma").to_polars().rows()
    assert rows == [("a", 5, 5, "nobody", "not found", 0), ("a", 8, 9, ".", "outside", 0)]
    assert found.layers["not_found"] == [1, 1]


def test_an_underscore_is_a_lemma_of_itself_alone():
    corpus = hs.Corpus.from_texts(["a"], ids=["a"])
    assert values(corpus.annotate("1\ta\t_\tX" + "\t_" * 6 + "\n"), "lemma") == [None]


def test_english_web_treebank_comes_to_its_words():
    path = SHARED / "ud_ewt_dev_tokens_sentences.jsonl"
    if not path.exists():
        pytest.skip("the English Web Treebank is not here")
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    corpus = hs.Corpus.from_texts([document["text"] for document in documents])
    lines, n_words = [], 0
    for number, document in enumerate(documents, start=1):
        lines.append(f"# newdoc id = text{number}\n")
        sentence, text = [], document["text"]
        for start, end in document["tokens"]:
            sentence.append(text[start:end])
            n_words += 1
        lines.append(conllu(sentence))
    found = corpus.annotate("".join(lines), "lemma")
    (counts,) = found.layers.to_polars().rows(named=True)
    assert (counts["rows"], counts["not_found"]) == (n_words, 0)
    assert counts["tokens"] == corpus.n_tokens
    tokens = found.tokens().to_polars()
    same = tokens.filter(pl.col("token").str.to_uppercase() == pl.col("lemma"))
    assert len(same) >= counts["exact"] > 0.8 * n_words


def test_docs_of_spacy_are_aligned_by_their_characters():
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": "ORG", "pattern": "Shanghai Cooperation Organization"}]
    )
    corpus = hs.Corpus.from_texts(
        ["  The Shanghai Cooperation\u00a0Organization can't wait.", "", "Élan 🙂 here"]
    )
    docs = list(nlp.pipe(corpus.text(name) for name in corpus.documents["id"]))
    for doc in docs:
        for token in doc:
            token.lemma_ = token.norm_
    found = corpus.annotate(docs, {"lemma": "lemma", "entity": "ent_type", "number": "i"})
    assert values(found, "lemma") == [
        "the",
        "shanghai",
        "cooperation",
        "organization",
        "can",
        "wait",
        "élan",
        "here",
    ]
    matched = corpus.annotate(iter(docs), "ent_type")
    assert set(values(matched, "ent_type")) <= {None, "ORG"}
    assert values(found, "number")[0] == "1"
    pairs = [(docs[2], "text3")]
    assert values(corpus.annotate(pairs, "lemma"), "lemma") == [None] * 6 + ["élan", "here"]


def test_an_extension_of_spacy_is_an_attribute_too():
    spacy = pytest.importorskip("spacy")
    spacy.tokens.Token.set_extension("stance", default=None, force=True)
    corpus = hs.Corpus.from_texts(["We trust"])
    doc = spacy.blank("en")("We trust")
    doc[1]._.stance = "warm"
    assert values(corpus.annotate([doc], "stance"), "stance") == [None, "warm"]


def bad(**columns):
    return table([("a", 0, 5, "x")]) | columns


BAD = {
    "a document that is not there": (
        bad(document=["b"]),
        {},
        hs.UnknownNameError,
        r'document id must be one of \["a"\]',
    ),
    "a place behind the text": (
        bad(end=[9]),
        {},
        hs.TextError,
        "document a: start and end must lie within the text of 8 characters, got 9",
    ),
    "an end before its start": (
        bad(start=[6]),
        {},
        hs.ParameterError,
        "row 0: start must not be behind end, got 6 and 5",
    ),
    "a negative place": (
        bad(start=[-1]),
        {},
        hs.ParameterError,
        "row 0: start must be a character of the text, got -1",
    ),
    "a missing place": (
        bad(start=[None]),
        {},
        hs.ParameterError,
        "row 0: start must not be missing",
    ),
    "a missing document": (
        bad(document=[None]),
        {},
        hs.ParameterError,
        "row 0: document must not be missing",
    ),
    "places that are no integers": (
        bad(start=[0.5]),
        {},
        hs.InputTypeError,
        'column "start" must hold whole numbers',
    ),
    "values of another type": (
        bad(lemma=[0.5]),
        {},
        hs.InputTypeError,
        'column "lemma" must hold text or whole numbers',
    ),
    "columns of other lengths": (
        bad(lemma=["a", "b"]),
        {},
        hs.ParameterError,
        "must have 1 rows, got 2",
    ),
    "a column that is not there": (bad(), {"layers": "pos"}, hs.UnknownNameError, "pos"),
    "no columns of places": ({"lemma": ["a"]}, {}, hs.UnknownNameError, "document"),
    "no layer": (bad(), {"layers": []}, hs.ParameterError, "layers must name at least one"),
    "a layer named twice": (
        bad(),
        {"layers": ["lemma", "lemma"]},
        hs.ParameterError,
        "stands twice",
    ),
    "a layer that no query can name": (
        bad(),
        {"layers": {"my lemma": "lemma"}},
        hs.ParameterError,
        "letters, digits and _",
    ),
    "a layer with a name of ours": (
        bad(),
        {"layers": {"word": "lemma"}},
        hs.ParameterError,
        "cannot be called",
    ),
    "a rule that is none": (
        bad(),
        {"several": "best"},
        hs.UnknownNameError,
        'several must be one of \\["first"',
    ),
    "a number": (
        3,
        {},
        hs.InputTypeError,
        "annotations must be Docs of spaCy, CoNLL-U or a table, got int",
    ),
    "a list of numbers": (
        [3],
        {},
        hs.InputTypeError,
        r"annotations\[0\] must be a Doc of spaCy, got int",
    ),
    "no Docs": ([], {}, hs.ParameterError, "Docs must be one a document, got 0"),
    "a file that is not there": ("nowhere.conllu", {}, OSError, "nowhere.conllu"),
    "a line without columns": (
        "1 Trust\n",
        {},
        hs.TextError,
        "line 1: must have 10 columns with tabs between them, got 1",
    ),
    "a line without a number": (
        "x" + "\t_" * 9 + "\n",
        {},
        hs.TextError,
        "line 1: id must be as in 3, 3-4 or 3.1",
    ),
    "a column that CoNLL-U has not": (
        "\n",
        {"layers": "mood"},
        hs.UnknownNameError,
        "column of CoNLL-U must be one of",
    ),
    "a document that the corpus has not": (
        "# newdoc id = b\n",
        {},
        hs.UnknownNameError,
        "document id",
    ),
    "more documents than the corpus": (
        "# newdoc\n# newdoc\n",
        {},
        hs.ParameterError,
        "documents of the file must be those of the corpus",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_annotated_is_refused_with_its_reason(case):
    annotations, arguments, error, message = BAD[case]
    corpus = hs.Corpus.from_texts(["Trust us"], ids=["a"])
    with pytest.raises(error, match=message):
        corpus.annotate(annotations, **arguments)


def test_a_doc_of_another_text_is_refused_with_the_place():
    spacy = pytest.importorskip("spacy")
    corpus = hs.Corpus.from_texts(["Trust us"], ids=["a"])
    doc = spacy.blank("en")("Trust me")
    with pytest.raises(
        hs.ParameterError, match="'a' must have its text, and differs from character 6 on"
    ):
        corpus.annotate([doc])
    with pytest.raises(hs.UnknownNameError, match="attribute of a token must be one of"):
        corpus.annotate([spacy.blank("en")("Trust us")], "mood")
    with pytest.raises(hs.ParameterError, match="got more than the 1 there are"):
        corpus.annotate([spacy.blank("en")("Trust us")] * 2)
    with pytest.raises(hs.UnknownNameError, match="document id"):
        corpus.annotate([(doc, "b")])


def test_a_subset_takes_no_annotation_but_shows_it():
    corpus = hs.Corpus.from_texts(["one", "two"], ids=["a", "b"])
    found = corpus.annotate(spelled(corpus)).subset(id="b")
    assert values(found, "upper") == ["TWO"]
    with pytest.raises(hs.ParameterError, match="annotate takes a whole corpus"):
        found.annotate(spelled(corpus))


def test_unknown_layers_are_refused_with_those_that_there_are():
    corpus = hs.Corpus.from_texts(["one"]).annotate(table([("text1", 0, 3, "x")]))
    with pytest.raises(hs.UnknownNameError, match=r'layer must be one of \["lemma"\], got "pos"'):
        corpus.alignment("pos")


def test_the_reader_of_the_file_format_reads_a_layer(tmp_path):
    np = pytest.importorskip("numpy")
    page = (Path(__file__).parents[1] / "docs" / "format.md").read_text("utf-8")
    recipe = page.partition("A layer likewise")[2].partition("```python\n")[2].partition("```")[0]
    reader = (
        page.partition("## A reader in ten lines")[2]
        .partition("```python\n")[2]
        .partition("```")[0]
    )
    corpus = hs.sample_corpus()
    rows = [row for row in spelled(corpus).iter_rows() if random.Random(row[1]).random() < 0.7]
    found = corpus.annotate(table(rows, "upper"))
    found.save(tmp_path / "talks.hustings")
    names = {"np": np}
    code = (reader + recipe).replace('"talks.hustings"', repr(str(tmp_path / "talks.hustings")))
    exec(code, names)  # noqa: S102 - it is ours
    assert [value or None for value in names["values"]] == values(found, "upper")


@pytest.fixture(scope="module")
def english():
    """A trained pipeline of spaCy for English, where one is installed."""
    spacy = pytest.importorskip("spacy")
    names = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web")]
    if not names:
        pytest.skip("no trained pipeline of spaCy is installed, such as en_core_web_sm")
    return spacy.load(names[0])


def test_a_trained_pipeline_gives_every_word_of_the_samples_its_lemma(english):
    corpus = hs.sample_corpus()
    texts = [(corpus.text(name), name) for name in corpus.documents["id"]]
    found = corpus.annotate(english.pipe(texts, as_tuples=True), ["lemma", "pos", "ent_type"])
    assert found.layers["tokens"][:2] == [corpus.n_tokens] * 2
    tokens = found.tokens().to_polars()
    lemmas = tokens.filter(pl.col("token").is_in(["calls", "called", "call"]))["lemma"]
    assert set(lemmas) == {"call"}
    assert found.count(cql='[lemma="say" & pos="VERB"]') > found.count("say")
    speakers = tokens.filter(pl.col("ent_type") == "PERSON")["token"]
    assert "Halvane" in set(speakers)
