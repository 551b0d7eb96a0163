"""Patterns that no token can match, as the tokenizer parts words: refused, with what to write."""

import re

import hustings as hs
import pytest
from hustings import _core

TEXT = (
    "Human rights and civil liberties, co-operation and cooperation. Up 50%. In 50 days it costs "
    "$5, or 5 euros, say R&D and the U.S. envoy; don\u2019t ask what? #metoo, a_b, un-lawful and "
    "lawful."
)
KEPT = {"hyphens": "keep", "punctuation": "keep"}


@pytest.fixture(scope="module")
def corpus():
    return hs.Corpus.from_texts([TEXT])


@pytest.fixture(scope="module")
def kept():
    return hs.Corpus.from_texts([TEXT], tokenizer=hs.Tokenizer(**KEPT))


EXPRESSIONS = [
    (r"human\s+rights", "no token can hold white space", "human"),
    (r"human[\s_]?rights|human\srights", "no token can hold white space", "human"),
    ("co-operation", 'ask for "co operation"', "co-operation"),
    ("trust|co-operation", 'ask for "co operation"', "trust"),
    ("co-?operation", 'no token can hold "-"', "co"),
    (r"the co-operat\w+", 'no token can hold "-"', "co-"),
    (r"\d+%", 'no token can hold "%"', r"\d"),
    (r"U\.S\.", 'of which the tokenizer makes "U.S"', "U"),
    ("human rights|civil liberties", "several patterns as a list", "|"),
]


@pytest.mark.parametrize(("expression", "message", "culprit"), EXPRESSIONS)
def test_an_expression_that_no_token_can_match_is_refused(corpus, expression, message, culprit):
    with pytest.raises(hs.QueryError, match=re.escape(message)) as caught:
        corpus.count(expression, regex=True)
    *_, query, caret = str(caught.value).split("\n")
    assert caret.index("^") == query.index(culprit)


# Each with the words that it finds, of those that `re` finds in the tokens.
TAKEN = [
    "human rights",
    "(human|civil) (rights|liberties)",
    "co operation",
    r"co.?operation",
    r"\(?lawful\)?",
    "(un-)?lawful",
    r"(\s|^)lawful(\s|$)",
    r"\W?lawful\W?",
    r"U\.S",
    r"U\.S\.?",
    "don['\u2019]t",
    "a_b",
    r"5\d*",
    "[^a-z]+",
    "no.such.*",
]


@pytest.mark.parametrize("expression", TAKEN)
def test_an_expression_that_tokens_can_match_finds_what_python_finds(corpus, expression):
    tokens = [_core.normal_form(token) for token in corpus.tokens()["token"]]
    parts = [re.compile(part, re.IGNORECASE) for part in expression.split()]
    windows = zip(*(tokens[at:] for at in range(len(parts))), strict=False)
    expected = sum(
        all(part.fullmatch(token) for part, token in zip(parts, window, strict=True))
        for window in windows
    )
    assert corpus.count(expression, regex=True) == expected


def test_a_tokenizer_that_keeps_marks_lets_expressions_have_them(kept):
    assert kept.count("co-?operation", regex=True) == 2
    assert kept.count(r"\d+ %", regex=True) == 1
    with pytest.raises(hs.QueryError, match="white space"):
        kept.count(r"human\srights", regex=True)


SIGNS = [("50%", "%"), ("$5", "$"), ("#metoo", "#"), ("5 €", "€"), ("C+*", "+"), ("@vell", "@")]


@pytest.mark.parametrize(("pattern", "sign"), SIGNS)
@pytest.mark.parametrize("exact", [False, True])
def test_a_sign_that_the_tokenizer_leaves_out_is_refused(corpus, pattern, sign, exact):
    if "*" in pattern and exact:
        pattern = pattern.replace("*", "")
    with pytest.raises(hs.ParameterError, match=re.escape(f'none can hold "{sign}"')):
        corpus.count(pattern, exact=exact)


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        ("human.*rights", ".*"),
        ("civ.?l", ".?"),
        ("[Hh]umans", "[Hh]"),
        (r"\bhumans\b", r"\b"),
        ("hum{1,2}an", "{1,2}"),
        ("envoy human.*", ".*"),
    ],
)
def test_a_pattern_that_is_written_as_an_expression_and_finds_no_word_is_refused(
    corpus, pattern, sign
):
    for call in (corpus.count, corpus.kwic, corpus.dispersion):
        with pytest.raises(hs.QueryError, match="regex=True") as caught:
            call(pattern)
        *_, query, caret = str(caught.value).split("\n")
        assert caret.index("^") == query.index(sign)
    with pytest.raises(hs.QueryError, match="regex=True"):
        corpus.subset(id="text1").collocates(["human", pattern], min_frequency=1)


def test_globs_with_dots_and_brackets_that_find_words_are_taken(corpus):
    found = {"u.*": 1, "[human] rights": 1, "h?man": 1, "rights * civil": 1, "no such*": 0}
    assert {pattern: corpus.count(pattern) for pattern in found} == found
    assert hs.Corpus.from_texts([""]).count("human.*rights") == 0
    assert corpus.count("human.*rights", exact=True) == 1
    assert corpus.lookup({"rights": ["human.*rights"]})["frequency"] == [0]


@pytest.mark.parametrize("pattern", ["human|civil", "^human", "rights$", "(human|civil)", "hu.+"])
def test_a_sign_of_an_expression_that_no_token_holds_is_refused_with_a_hint(corpus, pattern):
    with pytest.raises(hs.ParameterError, match="regex=True"):
        corpus.count(pattern)
    for other in ("50%", "$5", "C+*", "5 €"):
        with pytest.raises(hs.ParameterError) as caught:
            corpus.count(other)
        assert "regex" not in str(caught.value)


@pytest.mark.parametrize("exact", [False, True])
def test_marks_that_part_words_are_left_out_of_patterns_as_of_texts(corpus, exact):
    pairs = {
        "R&D": "R D",
        "rights, and": "rights and",
        "what?": "what",
        "co-operation": "co operation",
    }
    for pattern, plain in pairs.items():
        if not (pattern == "what?" and not exact):
            assert corpus.count(pattern, exact=exact) == corpus.count(plain) == 1, pattern


def test_signs_that_are_tokens_are_found(kept):
    for pattern, frequency in {"50%": 1, "$5": 1, "50": 2, "5": 2, "# metoo": 1}.items():
        assert kept.count(pattern) == kept.count(pattern, exact=True) == frequency, pattern


def test_lists_and_dictionaries_for_others_keep_their_signs(corpus):
    assert corpus.lookup({"money": ["$5", "50%"], "number": ["5", "50"]})["frequency"] == [0, 4]
    assert len(corpus.frequencies(exclude=["50%", "trust"])) == len(corpus.frequencies())
