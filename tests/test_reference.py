"""Published values: what papers, other programs and the Unicode Consortium say comes out."""

import json
from pathlib import Path

import hustings as hs
import oracle
import pytest

HERE = Path(__file__).parent
INAUGURAL = HERE.parents[1] / "shared/data/corpora/us_inaugural.parquet"
KWIC = {row["id"]: row for row in json.loads((HERE / "reference/kwic.json").read_text("utf-8"))}

# Cases that name a corpus, which have tests of their own; all others bring their tokens along.
KWIC_ON_ADDRESSES = {"kwic-009", "kwic-010"}


@pytest.fixture(scope="module")
def addresses():
    if not INAUGURAL.exists():
        pytest.skip(f"there is no us_inaugural.parquet in {INAUGURAL.parent}")
    return hs.read_articles(INAUGURAL, format="plain")


@pytest.mark.parametrize("name", sorted(KWIC.keys() - KWIC_ON_ADDRESSES))
def test_kwic_of_published_tokens_gives_the_published_lines(name):
    inputs = KWIC[name]["inputs"]
    found = hs.kwic([" ".join(inputs["tokens"])], inputs["patterns"], window=inputs["window"])
    # quanteda counts positions from 1.
    lines = [[line.position + 1, line.left, line.node, line.right] for line in found]
    assert lines == KWIC[name]["expected"]["lines"]


@pytest.mark.parametrize(
    ("case_sensitive", "key"), [(False, "insensitive"), (True, "sensitive")], ids=["any", "same"]
)
def test_a_glob_finds_the_published_word_forms(addresses, case_sensitive, key):
    inputs, expected = KWIC["kwic-009"]["inputs"], KWIC["kwic-009"]["expected"]
    address = addresses.subset(id=inputs["doc"])
    lines = address.kwic(inputs["glob"], case_sensitive=case_sensitive)
    assert {line.node for line in lines} == set(expected[key])


def test_a_glob_finds_the_published_lines_of_the_first_eight_addresses(addresses):
    inputs, expected = KWIC["kwic-010"]["inputs"], KWIC["kwic-010"]["expected"]
    lines = addresses.subset(id=inputs["docs"]).kwic(inputs["glob"], window=inputs["window"])
    # The published positions count punctuation marks as quanteda tells them apart; hustings
    # counts words. All else is the same.
    published = [[document, *words] for document, _position, *words in expected["lines"]]
    assert [[line.document, line.left, line.node, line.right] for line in lines] == published


def word_break_cases():
    """The segments of each case of the Unicode Consortium's file of word boundaries."""
    for line in (HERE / "data/WordBreakTest-17.0.0.txt").read_text("utf-8").splitlines():
        if case := line.partition("#")[0].strip("\u00f7 \t"):
            yield ["".join(characters(segment)) for segment in case.split("\u00f7")]


def characters(segment):
    return (chr(int(code, 16)) for code in segment.split() if code != "\u00d7")


@pytest.fixture(scope="module")
def unicode_cases():
    cases = list(word_break_cases())
    assert len(cases) == 1944
    return cases


@pytest.mark.parametrize(
    ("punctuation", "is_token"),
    [("drop", oracle.is_word), ("keep", oracle.is_visible)],
    ids=["words", "visible_segments"],
)
def test_word_boundaries_are_those_of_unicode(unicode_cases, punctuation, is_token):
    tokenizer = hs.Tokenizer(possessives="keep", punctuation=punctuation)
    found = tokenizer.tokenize(["".join(case) for case in unicode_cases]).to_list()
    assert found == [list(filter(is_token, case)) for case in unicode_cases]


def test_the_segmenter_of_the_oracle_has_the_word_boundaries_of_unicode(unicode_cases):
    assert [oracle.segments("".join(case)) for case in unicode_cases] == unicode_cases
