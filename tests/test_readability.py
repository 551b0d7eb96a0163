"""Readability: published scores, formulas once more in plain Python, counts once more naively."""

import json
import math
from pathlib import Path

import hustings as hs
import pytest
from samples import NEWS

ROWS = {
    row["id"]: row
    for row in json.loads((Path(__file__).parent / "reference/readability.json").read_text("utf-8"))
}
# Left out, because the list of familiar words that the formula counts by may not be shipped.
LEFT_OUT = {"readability-006", "readability-007"}
NAMES = {"flesch": "flesch", "fog": "gunning_fog", "mean_sentence_length": "sentence_length"}

COUNTS = ["sentences", "words", "syllables", "polysyllables", "characters", "letters"]
SAMPLES = [
    "Once upon a time.",
    "The SCO's members met. They didn\u2019t agree; the 1,200 delegates' talks go on!",
    "Multilateralism is mutual trust. Is it? It is win-win cooperation, caf\u00e9s or not.",
    "No. Yes. No!",
    "... ! ?",
    "",
    "2031",
    "\u4e2d\u56fd \u0440\u0435\u043a\u0430",
]


def formulas(sentences, words, syllables, polysyllables, characters, letters):
    """The formulas as they were published."""
    length = words / sentences
    return {
        "flesch": 206.835 - 1.015 * length - 84.6 * (syllables / words),
        "flesch_kincaid": 0.39 * length + 11.8 * (syllables / words) - 15.59,
        "gunning_fog": 0.4 * (length + 100 * polysyllables / words),
        "smog": 1.0430 * math.sqrt(polysyllables * 30 / sentences) + 3.1291,
        "ari": 4.71 * (characters / words) + 0.5 * length - 21.43,
        "coleman_liau": 0.0588 * (100 * letters / words) - 0.296 * (100 * sentences / words) - 15.8,
        "sentence_length": length,
        "word_length": characters / words,
        "word_syllables": syllables / words,
    }


def counted(texts):
    """The counts of texts, from their sentences, tokens and syllables one by one."""
    counts = dict.fromkeys(COUNTS, 0)
    table = hs.sentences(texts, text=True, format="plain")
    for tokens in hs.tokenize(table["text"]).to_list():
        counts["sentences"] += bool(tokens)
        for token in tokens:
            counts["characters"] += len(token)
            counts["letters"] += sum(character.isalpha() for character in token)
            if token[0] not in "'\u2019":
                counts["words"] += 1
                counts["syllables"] += hs.syllables(token)
                counts["polysyllables"] += hs.syllables(token) >= 3
    return counts


@pytest.mark.parametrize("name", sorted(ROWS.keys() - LEFT_OUT - {"readability-005"}))
def test_a_published_score_of_a_text_comes_out(name):
    row = ROWS[name]
    for measure, expected in row["expected"].items():
        measure = NAMES[measure]  # noqa: PLW2901 - the same under our name
        found = hs.readability_of(row["inputs"]["text"], measures=measure)
        assert found[measure] == pytest.approx(expected, abs=row["tolerance"])
    table = hs.Corpus.from_texts([row["inputs"]["text"]]).readability()
    for count in ("words", "sentences", "syllables"):
        assert table[count] == [row["inputs"].get(count, table[count][0])]


def test_a_published_score_of_words_with_hyphens_comes_out_where_they_are_kept():
    row = ROWS["readability-005"]
    tokenizer = hs.Tokenizer(hyphens="keep")
    text = " ".join(row["inputs"]["sentences"])
    table = hs.Corpus.from_texts([text], tokenizer=tokenizer).readability(measures="ari")
    assert table["words"] == [row["inputs"]["words"]]
    assert table["sentences"] == [row["inputs"]["sentence_count"]]
    assert table["characters"] == [row["inputs"]["characters_alnum"]]
    assert table["ari"] == [pytest.approx(row["expected"]["ari"], abs=row["tolerance"])]


def test_counts_as_a_paper_gives_them_have_the_scores_of_the_formulas():
    counts = dict(zip(COUNTS, [9, 131, 214, 12, 655, 640], strict=True))
    assert hs.readability_of(counts) == pytest.approx(formulas(**counts), rel=1e-12)
    assert hs.readability_of(dict.fromkeys(COUNTS, 0)) == dict.fromkeys(formulas(**counts))


@pytest.mark.parametrize("text", SAMPLES)
def test_a_text_has_the_counts_and_scores_of_its_words(text):
    counts = counted([text])
    table = hs.Corpus.from_texts([text]).readability()
    assert {name: table[name][0] for name in COUNTS} == counts
    scores = hs.readability_of(text)
    assert scores == {name: table[name][0] for name in scores}
    if counts["words"]:
        assert scores == pytest.approx(formulas(**counts), rel=1e-12)
    else:
        assert scores == dict.fromkeys(hs.readability_measures()["measure"])


def test_groups_have_the_counts_of_their_documents():
    kinds = ["even" if number % 2 else None for number in range(len(SAMPLES))]
    corpus = hs.Corpus.from_texts(SAMPLES, metadata={"kind": kinds})
    table = corpus.readability(by="kind", measures="smog")
    assert table.columns == ["kind", *COUNTS, "smog"]
    assert table["kind"] == ["even", None]
    for number, kind in enumerate(table["kind"]):
        own = [text for text, of in zip(SAMPLES, kinds, strict=True) if of == kind]
        assert {name: table[name][number] for name in COUNTS} == counted(own)


def test_only_paragraphs_in_view_are_counted():
    corpus = hs.Corpus.from_texts([NEWS], format="news")
    sentences = corpus.sentences(text=True)["text"]
    assert corpus.readability()["words"] == [counted(sentences)["words"]]
    assert corpus.readability()["sentences"] == [len(sentences)]
    assert corpus.subset(zone="headline").readability()["words"] == [0]
    assert len(hs.Corpus.from_texts([]).readability(by="document")) == 0


def test_a_table_of_scores_is_replayed():
    corpus = hs.sample_corpus()
    table = corpus.readability(by="agency", measures=["flesch", "ari"])
    again = hs.replay(json.loads(json.dumps(table.manifest())), corpus)
    assert again.to_polars().equals(table.to_polars())


@pytest.mark.parametrize(
    ("call", "exception", "message"),
    [
        (
            lambda: hs.readability_of(3),
            hs.InputTypeError,
            "text must be a str or a dict of counts, got int",
        ),
        (
            lambda: hs.readability_of({"word": 3}),
            hs.UnknownNameError,
            "count must be one of ['sentences', 'words', 'syllables', ",
        ),
        (
            lambda: hs.readability_of({"words": 3}, measures="smog"),
            hs.ParameterError,
            'counts must have ["sentences", "polysyllables"] for "smog"',
        ),
        (
            lambda: hs.readability_of({"words": -3}),
            hs.ParameterError,
            "words must be at least 0, got -3",
        ),
        (
            lambda: hs.readability_of("a", measures="lix"),
            hs.UnknownNameError,
            'measure must be one of ["flesch", ',
        ),
        (
            lambda: hs.Corpus.from_texts(["a"]).readability(measures="lix"),
            hs.UnknownNameError,
            'measure must be one of ["flesch", ',
        ),
        (lambda: hs.syllables(3), hs.InputTypeError, "word must be a str, got int"),
        (lambda: hs.syllables("\ud800"), hs.ParameterError, "word must be valid Unicode, got"),
    ],
)
def test_what_cannot_be_measured_is_refused(call, exception, message):
    with pytest.raises(exception) as raised:
        call()
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"words": 10, "sentences": 30}, "sentences must be at most the 10 words, got 30"),
        ({"words": 10, "polysyllables": 40}, "polysyllables must be at most the 10 words, got 40"),
        ({"words": 10, "syllables": 3}, "words must be at most the 3 syllables, got 10"),
        ({"words": 10, "characters": 3}, "words must be at most the 3 characters, got 10"),
        ({"characters": 10, "letters": 11}, "letters must be at most the 10 characters, got 11"),
        (
            {"words": 10, "syllables": 13, "polysyllables": 2},
            "syllables must be at least 14, one a word and two more of each of the polysyllables",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else "-".join(value),
)
def test_counts_that_no_text_has_are_refused(counts, message):
    with pytest.raises(hs.ParameterError, match=message):
        hs.readability_of(counts)


def test_the_counts_of_a_corpus_are_such_as_a_text_has():
    names = ("sentences", "words", "syllables", "polysyllables", "characters", "letters")
    for row in hs.sample_corpus().readability(by="document"):
        assert hs.readability_of({name: row[name] for name in names})["flesch"] == row["flesch"]
