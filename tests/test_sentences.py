"""Sentences: spans that cover the body, with and without a corpus."""

import json
import re
from pathlib import Path

import hustings as hs
import pytest

from articles import annotated

DATA = Path(__file__).parents[2] / "shared/data"


def path_to(name):
    path = DATA / name
    if not path.exists():
        pytest.skip(f"there is no {path.name} in {path.parent}")
    return path


ARTICLE = """ date 2031-03-04 Talks open

PORT LUMEN, March 4 (VPS) -- Talks opened. They will go on.

A SHARED RIVER

"We agree," said Zoë.

***

The river is long.
"""
BODY = ["Talks opened.", "They will go on.", '"We agree," said Zoë.', "The river is long."]


def test_sentences_are_those_of_the_body():
    corpus = hs.Corpus.from_texts([ARTICLE, "", "No stop"], format="auto")
    table = corpus.sentences(text=True)
    assert table.columns == ["document", "start", "end", "tokens", "text"]
    assert table.column("text") == [*BODY, "No stop"]
    assert table.column("document") == ["text1"] * len(BODY) + ["text3"]
    assert table.column("tokens") == [2, 4, 4, 4, 2]
    spans = zip(table.column("start"), table.column("end"), strict=True)
    assert [ARTICLE[start:end] for start, end in spans][: len(BODY)] == BODY


def test_sentences_of_texts_are_those_of_a_corpus_of_them():
    texts = [ARTICLE, "", "No stop", "Zoë spoke.\n\nSo did we."]
    corpus = hs.Corpus.from_texts(texts, format="auto").sentences(text=True)
    alone = hs.sentences(texts, text=True)
    assert alone.columns == ["document", "start", "end", "text"]
    for name in alone.columns:
        assert alone.column(name) == corpus.column(name)


def test_the_text_of_sentences_comes_only_if_asked_for():
    assert hs.sentences(["Yes. No."]).columns == ["document", "start", "end"]
    assert hs.Corpus.from_texts(["Yes."]).sentences().columns == [
        "document",
        "start",
        "end",
        "tokens",
    ]


@pytest.mark.parametrize(
    ("zone", "expected"), [("body", BODY), ("headline", []), (["paragraph", "heading"], BODY)]
)
def test_sentences_respect_the_zones_in_view(zone, expected):
    corpus = hs.Corpus.from_texts([ARTICLE], format="news")
    assert corpus.subset(zone=zone).sentences(text=True).column("text") == expected


def test_sentences_respect_the_documents_in_view():
    corpus = hs.Corpus.from_texts(["One. Two.", "Three."], ids=["a", "b"])
    assert corpus.subset(id="b").sentences().column("document") == ["b"]


def spans(texts):
    """The sentences of each text as (start, end), taken as they are."""
    table = hs.sentences(texts, format="plain")
    rows = zip(table.column("document"), table.column("start"), table.column("end"), strict=True)
    found = {f"text{number}": [] for number in range(1, len(texts) + 1)}
    for document, start, end in rows:
        found[document].append((start, end))
    return list(found.values())


def boundary_f1(documents):
    """F1 of the ends of sentences, without the last of each document."""
    found = spans([document["text"] for document in documents])
    right = ours = gold = 0
    for document, own in zip(documents, found, strict=True):
        ends = {end for _, end in document["sentences"]}
        last = max(ends)
        ends = {end for end in ends if end < last}
        own_ends = {end for _, end in own if end < last}
        right, ours, gold = right + len(ends & own_ends), ours + len(own_ends), gold + len(ends)
    return 200 * right / (ours + gold)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("gum_tokens_sentences.jsonl", 98.5),
        ("ud_ewt_dev_tokens_sentences.jsonl", 94.0),
    ],
)
def test_ends_of_sentences_are_those_that_annotators_marked(name, least):
    lines = path_to(f"gold/{name}").read_text("utf-8").splitlines()
    assert boundary_f1([json.loads(line) for line in lines]) >= least


@pytest.mark.parametrize("name", [path.stem for path in annotated.sources("open")])
def test_sentences_of_an_article_end_as_they_are_marked(name):
    article = annotated.read(annotated.folder(name) / f"{name}.article")
    marked = article["sentences"]
    [found] = spans([article["text"]])
    within = {end for _, end in found if any(start < end <= behind for start, behind in marked)}
    assert within == {end for _, end in marked}


def test_a_line_that_is_short_for_its_dateline_is_no_end():
    text = (
        "PORT LUMEN, March 4, 2031 (Verania Press) -- The United Nations\n"
        "Security Council agreed on Friday that the river is shared by\n"
        "the two countries. They will open the locks.\n\nMore talks follow."
    )
    corpus = hs.Corpus.from_texts([text], format="news")
    assert corpus.sentences().column("tokens") == [17, 5, 3]


def test_golden_rules_are_met_as_often_as_before():
    cases = json.loads(path_to("gold/sentence_golden_rules.json").read_text("utf-8"))
    found = spans([case["text"] for case in cases])

    def plain(sentences):
        return ["".join(sentence.split()) for sentence in sentences if sentence.strip()]

    met = [
        plain(case["text"][start:end] for start, end in own) == plain(case["sentences"])
        for case, own in zip(cases, found, strict=True)
    ]
    assert sum(met) >= 270


def break_cases():
    """The cases of UAX #29: the parts of each text, by its default rules."""
    for line in path_to("unicode/SentenceBreakTest.txt").read_text("utf-8").splitlines():
        parts = line.split("#")[0].split("÷")[1:-1]
        if parts:
            yield ["".join(map(character, re.findall(r"[0-9A-F]{4,}", part))) for part in parts]


def character(digits):
    return chr(int(digits, 16))


def test_the_rules_of_unicode_hold_where_white_space_stands_behind_a_mark():
    cases = list(break_cases())
    texts = ["".join(parts) for parts in cases]
    apart = [
        text
        for text, parts, own in zip(texts, cases, spans(texts), strict=True)
        if [text[start:end] for start, end in own]
        != [part.strip() for part in parts if part.strip()]
    ]
    # Without white space behind a mark it ends nothing here, nor does one before a joiner.
    unspaced = re.compile(r"[.!?。]\W*[^\s.!?]")
    assert len(cases) - len(apart) >= 465
    assert [text for text in apart if not unspaced.search(text)] == []


def test_a_heading_is_a_sentence_of_its_own_where_the_text_is_plain():
    text = "A SHARED RIVER\n\nTalks opened.\nThey go on."
    assert hs.sentences([text], text=True).column("text") == [
        "A SHARED RIVER",
        "Talks opened.",
        "They go on.",
    ]


HOSTILE = [
    ".",
    '"',
    '."',
    ". ",
    "\n",
    "A\n",
    "(",
    ". (",
    "!? ",
    "a@",
    ".[1]",
    "Mr. ",
    "- ",
    "\n- a",
    "… ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_are_done(unit):
    text = unit * (5_000_000 // len(unit))
    rest = 0
    for start, end in spans([text])[0]:
        assert rest <= start < end
        rest = end
    assert rest <= len(text)


@pytest.mark.parametrize(
    "sentences",
    [
        ["It ended.", "“It began,” he said."],
        ["Asst. Dir. Orr and Det. Tal came.", "They left."],
        ["Prof. (Dr.) Orr spoke.", "Lt. (Retd.) Tal did not."],
        ["It is 5 ft. 3 in. tall.", "It is old."],
    ],
)
def test_sentences_do_not_end_in_titles_and_begin_at_their_marks(sentences):
    glued = sentences[1].startswith("“")
    text = ("" if glued else " ").join(sentences)
    table = hs.Corpus.from_texts([text]).sentences(text=True)
    assert list(table.column("text")) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "The envoy will go back to the U.S. | Officials said that he was tired.",
        "He has lived in the U.K. | Ministers have refused him a visa.",
        "It was sold to Orr Holdings Inc. | Shares fell.",
        "He lives in Oban, D.C. | Neighbors like him.",
        "He came in Jan. | Nobody noticed.",
        "He was deported from the U.S. | Orr, 54, was a pilot.",
        "Both were posted on X. | Orr said that they were fake.",
        "She answered on X. | “I've been called worse,” she wrote.",
        "He took plan B. | Plan C failed.",
        "Fish has vitamin D. | “I eat it,” he said.",
    ],
)
def test_a_sentence_ends_at_an_abbreviation_before_what_begins_one(text):
    parts = text.split(" | ")
    assert hs.sentences([" ".join(parts)], text=True)["text"] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Meets U.S. Officials in Oban",
        "U.S. Officials to Visit Oban",
        "He met U.S. Attorneys and U.S. Marshals in Oban.",
        "The U.S. Senate passed the bill.",
        "The U.S. Army said so.",
        "She spoke at the U.N. General Assembly.",
        "It was a book on X. J. Orr by his son.",
        "A man called Malcolm X. Orr was there.",
        "It was written by J. Orr and others.",
    ],
)
def test_no_sentence_ends_at_one_before_a_name(text):
    assert hs.sentences([text], text=True)["text"] == [text]
