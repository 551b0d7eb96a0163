"""What is shown around, beside and in the lines of a concordance."""

from __future__ import annotations

import re

import hustings as hs
import oracle_context
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from samples import NEWS
from test_display import EVIL, EXPECTED_TAGS, Tags
from test_properties import both, number, tame_text

examples = settings(max_examples=100, deadline=None)

breaks = st.sampled_from([" ", " ", ". ", "\n", "\n\n", "\n \r\n", "\n\n\n", "! "])
written_texts = st.lists(
    st.lists(st.tuples(tame_text, breaks), max_size=5).map(
        lambda pieces: "".join(text + between for text, between in pieces)
    ),
    max_size=4,
)


def tokens_of(corpus):
    """The tokens of each document with the characters at which they begin."""
    tokens = {}
    table = corpus.tokens()
    for document, token, start in zip(
        *map(table.column, ["document", "token", "start"]), strict=True
    ):
        tokens.setdefault(document, []).append((start, token))
    return tokens


def shown(line, text, tokens):
    """The tokens that a line shows, by the characters of its strings."""
    strings = oracle_context.strings(text, line)
    return [word for at, word in tokens if any(low <= at < high for low, high in strings)]


# --- windows -------------------------------------------------------------------------------------


@examples
@given(written_texts, st.integers(0, 4), st.integers(0, 4))
def test_a_window_has_so_many_tokens_on_each_side(written, left, right):
    corpus, _ = both(written)
    tokens = tokens_of(corpus)
    for line in corpus.kwic("a", window=(left, right)):
        own, first = tokens[line.document], line.position
        expected = [word for _, word in own[max(0, first - left) : first + 1 + right]]
        assert shown(line, written[number(line.document)], own) == expected


@examples
@given(written_texts)
@example(["\n\na", "a\n\n\n b", " \n \n"])
def test_a_paragraph_of_a_plain_text_ends_at_a_blank_line(written):
    corpus, _ = both(written)
    tokens = tokens_of(corpus)
    for line in corpus.kwic("*", window="paragraph"):
        text = written[number(line.document)]
        start, end = next(
            bound for bound in oracle_context.paragraphs(text) if bound[0] <= line.start < bound[1]
        )
        own = tokens[line.document]
        assert shown(line, text, own) == [word for at, word in own if start <= at < end]


def around(table, line):
    rows = zip(*map(table.column, ["document", "start", "end"]), strict=True)
    return next(
        (start, end)
        for document, start, end in rows
        if document == line.document and start <= line.start < end
    )


@examples
@given(written_texts)
def test_a_sentence_is_one_of_those_of_the_corpus(written):
    corpus, _ = both(written)
    tokens, sentences = tokens_of(corpus), corpus.sentences()
    for line in corpus.kwic("a", window="sentence"):
        start, end = around(sentences, line)
        text, own = written[number(line.document)], tokens[line.document]
        assert shown(line, text, own) == [word for at, word in own if start <= at < end]


@pytest.mark.parametrize("window", ["sentence", "paragraph"])
def test_no_window_leaves_its_zone(window):
    corpus = hs.Corpus.from_texts([NEWS], format="auto")
    headline = corpus.kwic("river", window=window)[0]
    assert (headline.left, headline.right) == ("Ministers open", "talks")


def test_a_match_over_two_sentences_shows_both():
    line = hs.kwic(["No. We trust. Us they don't."], "trust us", window="sentence")[0]
    assert (line.left, line.node, line.right) == ("We", "trust. Us", "they don't.")


@pytest.mark.parametrize("window", [0, 3, (0, 2), (2**32 - 1, 0), "sentence", "paragraph"])
def test_another_window_shows_the_same_lines_as_a_search_with_it(window):
    corpus = hs.sample_corpus()
    searched = corpus.kwic("council", window=window)
    lines = corpus.kwic("council").sort("R1").with_window(window).sort("position")
    assert [tuple(line) for line in lines] == [tuple(line) for line in searched]
    assert (lines.window, searched.manifest()["window"]) == (
        window,
        [*window] if isinstance(window, tuple) else window,
    )


def test_filters_and_duplicates_go_by_what_is_shown():
    lines = hs.kwic(["They went away. In trust.", "We went away. In trust."], "trust", window=1)
    assert len(lines.dedupe()) == 1
    assert len(lines.with_window(9).dedupe()) == 2
    assert len(lines.with_window("sentence").dedupe()) == 1
    assert len(lines.with_window(9).filter(contains="away")) == 2
    assert len(lines.with_window("sentence").filter(contains="away")) == 0


# --- passages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", ["sentence", "paragraph", "document"])
def test_a_passage_stands_where_it_says_in_the_text(to):
    corpus = hs.sample_corpus()
    lines = corpus.kwic("council").sort("R1")
    for at, line in enumerate(lines):
        passage = lines.expand(at, to=to)
        text = corpus.text(passage.document)
        assert passage.text == text[passage.start : passage.end]
        start, end = passage.node
        assert (passage.start + start, passage.start + end) == (line.start, line.end)
        assert str(passage) == f"{passage.text[:start]}[{line.node}]{passage.text[end:]}"
        if to == "document":
            assert passage.text == text
        elif to == "sentence":
            assert passage.text == line_text(lines.with_window("sentence"), at)


def line_text(lines, at):
    return lines.with_context("sentence")[at].sentence


def test_a_passage_is_as_the_source_has_it():
    text = "One.\n\n  Tw\u00f6 \u201cmutual\n trust\u201d.\n\nThree."
    lines = hs.kwic([text], "mutual trust")
    passage = lines.expand(0)
    assert (passage.text, passage.start) == ("Tw\u00f6 \u201cmutual\n trust\u201d.", 8)
    assert lines.expand(-1) == passage


def test_html_of_a_passage_is_escaped():
    page = Tags(hs.kwic([EVIL], "trust").expand(0, to="document")._repr_html_())
    assert page.tags == {"p", "b"}


# --- context -------------------------------------------------------------------------------------

# No word for a body: a short form behind the name of one need not have its letters, as those of
# other languages have not, which the oracle does not know.
LETTERS = [
    "Shanghai",
    "Cooperation",
    "organization",
    "of",
    "the",
    "Port",
    "Upland",
    "Lumen",
    "river",
]
SHORT = [
    "(SCO)",
    "(PU)",
    "(LRU",
    ")",
    "(",
    '("PU")',
    "(Port)",
    "(UN, 2031)",
    "(L-U)",
    "(2031)",
    "(U P)",
]
MARKS = [".", "; ", ":", "\n"]


@examples
@given(
    st.lists(
        st.one_of(st.sampled_from(LETTERS), st.sampled_from(SHORT), st.sampled_from(MARKS)),
        max_size=25,
    ).map(" ".join)
)
@example("the Lumen River Council (LRC) met")
@example("(L-U) (L-U)")
def test_acronyms_equal_those_of_the_oracle(text):
    written = f"{text} SCO PU LRU UN L-U"
    lines = hs.kwic([written], "*", window="paragraph")
    expected = dict(reversed(oracle_context.acronyms(written)))
    said = lines.with_window(2**31).with_context("acronyms")["acronyms"][-1]
    found = dict(pair.split(": ", 1) for pair in said.split("; ")) if said else {}
    assert found == expected


def test_an_acronym_is_explained_wherever_in_the_document_it_is():
    texts = ["The LRC met. The Lumen River Council (LRC) sat. LRCs and the LRC's seat.", "The LRC."]
    lines = hs.kwic(texts, "the", window=1).with_context("acronyms")
    expected = "LRC: Lumen River Council"
    assert [line.acronyms for line in lines] == [expected, None, expected, None]


def test_a_line_has_the_context_that_was_asked_for():
    corpus = hs.Corpus.from_texts([NEWS], format="auto", metadata={"year": [2031]})
    plain = corpus.kwic("trust")[0]
    assert (plain.zone, plain.sentence, plain.metadata) == (None, None, None)
    lines = corpus.kwic("trust").with_metadata("year").with_context(["zone", "sentence", "speaker"])
    line = lines[1]
    assert (line.zone, line.sentence) == ("paragraph", "Trust was not enough, one of them said.")
    assert (line.speaker, line.quotation, line.acronyms) == ("one of the ministers", None, None)
    assert line.metadata == {"year": 2031}
    assert [*lines][1] == line
    assert lines.columns == [*corpus.kwic("trust").columns, "year", "zone", "sentence", "speaker"]
    assert lines.to_polars().columns == lines.columns
    assert lines["speaker"] == ["ministers", "one of the ministers"]
    assert [line.zone for line in corpus.kwic("river").with_context("zone")] == [
        "headline",
        "heading",
    ]


def test_context_stays_with_lines_that_are_worked_on():
    corpus = hs.sample_corpus()
    lines = corpus.kwic("council").with_metadata("agency").with_context("zone", "acronyms")
    worked = lines.sort("R1:reversed").filter(contains="the").dedupe()[1:9]
    expected = {line.cite(): (line.zone, line.metadata) for line in lines}
    assert [(line.zone, line.metadata) for line in worked] == [
        expected[line.cite()] for line in worked
    ]
    assert worked.columns[-1] == "copies"


# --- highlights ----------------------------------------------------------------------------------

sets_of_terms = st.lists(
    st.lists(st.sampled_from(["a", "b a", "ab", "a*", "*", "a b"]), min_size=1, max_size=2),
    min_size=1,
    max_size=3,
)


@examples
@given(written_texts, sets_of_terms, st.sampled_from([0, 1, 3, "paragraph"]))
def test_marks_equal_those_of_the_oracle(written, sets, window):
    corpus, naive = both(written)
    lines = corpus.kwic(["a", "b a"], window=window)
    marked = lines.highlight({f"set{at}": terms for at, terms in enumerate(sets)})
    expected = [
        oracle_context.marks(naive, written, line, number(line.document), sets) for line in lines
    ]
    assert marked._inner.marks() == expected
    assert [tuple(line) for line in marked] == [tuple(line) for line in lines]


def test_marked_terms_stand_in_brackets_below_each_other_and_in_a_legend():
    lines = hs.kwic(["We hope  that\n trust grows."], "trust")
    page = lines.highlight({"hope": ["hop*", "that trust"], "growth": "grow*"}).page(width=70)
    assert page.splitlines() == [
        "0  text1  We [hope] [that]  [trust]  {grows}.",
        "marked: [hope]  {growth}",
        "1 line; window: 5 tokens on either side",
    ]


def test_one_set_of_terms_is_named_by_them():
    page = hs.kwic(["We hope."], "we").highlight(["hop*", "fear"]).page(width=60)
    assert "marked: [hop*, fear]" in page


def test_html_of_marked_terms_is_escaped_and_has_a_legend():
    corpus = hs.Corpus.from_texts([EVIL], ids=[EVIL], metadata={EVIL: [EVIL]})
    lines = corpus.kwic("trust", window=20).highlight({EVIL: ["script", "alert 1"]})
    html = lines._repr_html_()
    page = Tags(html)
    assert page.tags == EXPECTED_TAGS | {"mark"}
    assert page.cells == ["0", EVIL, EVIL.removesuffix(" trust"), "trust", ""]
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", html)[:2] == ["script", "alert(&quot;1"]
    assert set(page.attributes) <= {"class", "dir", "style"}


def test_a_step_of_showing_repeats_itself():
    lines = hs.sample_corpus().kwic("council")
    shown = (
        lines.with_window((2, 3))
        .with_metadata("agency", "date")
        .with_context("zone")
        .highlight({"talk": ["talk*"]}, case_sensitive=True)
        .with_window("sentence")
        .highlight("said", exact=True)
    )
    again = lines
    for step in shown.manifest()["steps"]:
        assert step["before"] == step["after"] == len(lines)
        again = getattr(again, step["step"])(**step["parameters"])
    assert (again.to_csv(), repr(again)) == (shown.to_csv(), repr(shown))
    assert again._repr_html_() == shown._repr_html_()
