"""Wildcards beside marks and in numbers, and words that a dictionary cuts by what is around."""

import random
from fnmatch import fnmatchcase
from itertools import pairwise

import hustings as hs
import pytest

NUMBERS = [
    "3.5",
    "3.0bn",
    "13.5",
    "12.75",
    "2,000",
    "2,000.5",
    "0.5",
    "3",
    "35",
    "3d",
    "1'000",
    "2031",
    "U.S",
    "a.m",
    "win",
]
TOKENIZERS = {
    "default": {},
    "without numbers": {"numbers": "drop"},
    "with marks": {"punctuation": "keep"},
    "without short words": {"min_length": 3},
    "hyphens kept": {"hyphens": "keep", "possessives": "keep"},
}


def built(text, **options):
    return hs.Corpus.from_texts([text], tokenizer=hs.Tokenizer(**options))


@pytest.mark.parametrize("options", TOKENIZERS.values(), ids=TOKENIZERS)
@pytest.mark.parametrize(
    "glob",
    [
        "3.*",
        "3.?",
        "?.5",
        "*.5",
        "2,*",
        "*,000",
        "12.*",
        "*.*",
        "2,*.?",
        "*,*",
        "?,*",
        "3*",
        "*5",
        "1'*",
        "20??",
        "w*",
        "*",
        "???",
        "a*",
        "?.?",
        "*3.5*",
    ],
)
def test_a_wildcard_stands_for_digits_too(glob, options):
    seeded = random.Random(3)
    corpus = built(" ".join(seeded.choices(NUMBERS, k=60)), **options)
    tokens = [token.lower() for token in corpus.tokens()["token"]]
    expected = sum(fnmatchcase(token, glob) for token in tokens)
    assert corpus.count(glob) == len(corpus.kwic(glob)) == expected
    found = corpus.lookup({"a": [glob]})
    assert found["frequency"] == [expected]


@pytest.mark.parametrize(
    ("pattern", "part", "options"),
    [
        ("#*", "#", {}),
        (":(*", ":(", {}),
        ("*%", "%", {}),
        (":( *", ":(", {}),
        ("*-*", "-", {}),
        ("?!", "!", {}),
        ("12 *", "12", {"numbers": "drop"}),
        ("of *", "of", {"min_length": 3}),
    ],
)
def test_a_part_that_no_token_can_hold_is_no_wildcard_for_all(pattern, part, options):
    corpus = built("We trust them - 100 % of :( them.", **options)
    message = f'none can hold "{part}", got "{pattern}"'
    for ask in (
        corpus.count,
        corpus.kwic,
        corpus.collocates,
        corpus.dispersion,
        lambda pattern: corpus.frequencies(compound={"name": pattern}),
        lambda pattern: corpus.count(["trust", pattern]),
    ):
        with pytest.raises(hs.ParameterError) as refused:
            ask(pattern)
        assert message in str(refused.value)
    table = corpus.lookup({"good": ["trust"], "bad": [pattern, "them"]})
    assert dict(zip(table["category"], table["frequency"], strict=True)) == {"good": 1, "bad": 2}
    table = corpus.lookup({"good": ["trust"], "bad": [pattern, "them"]}, entries=True)
    assert dict(zip(table["entry"], table["frequency"], strict=True))[pattern] == 0


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("trust *, and", 1), ("win-*", 2), ("*, and", 1), ("“*” trust", 1), ("% *", 2)],
)
def test_marks_beside_words_are_passed_over_and_kept_ones_are_found(pattern, expected):
    options = {"punctuation": "keep"} if "%" in pattern else {}
    corpus = built("No trust here, and a win-win at 100 % of it, 5 % in all.", **options)
    assert corpus.count(pattern) == expected


LAO = "ພາສາລາວແມ່ນພາສາທາງການຂອງສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວ"
RUNS = {
    "Lao": LAO,
    "Thai": "ประเทศใหญ่และแม่น้ำของประเทศไทยที่ยาวที่สุดในภูมิภาค",
    "Chinese": "中华人民共和国外交部发言人说国家主席将访问该地区",
    "Khmer": "ប្រទេសនិងទន្លេធំៗនៅកម្ពុជា",
}


@pytest.mark.parametrize("script", RUNS)
def test_every_word_of_a_run_is_found_by_itself(script):
    corpus = hs.Corpus.from_texts([RUNS[script]], tokenizer=hs.Tokenizer(dictionary=True))
    words = corpus.tokens()["token"]
    frequencies = corpus.frequencies()
    counts = dict(zip(frequencies["term"], frequencies["frequency"], strict=True))
    for word in dict.fromkeys(words):
        expected = counts[word]
        assert corpus.count(word) >= expected
        assert corpus.count(word, exact=True) == corpus.count(word)
        assert corpus.kwic(word)["node"].count(word) == expected
        table = corpus.lookup({"a": [word]})
        assert table["frequency"][0] >= expected
        found = corpus.keyness(
            {"x": 1}, pattern=word, exact=True, min_frequency=1, direction="both"
        )
        assert found["term"] == [word]


def test_words_of_a_phrase_are_cut_or_not_each_by_itself():
    corpus = hs.Corpus.from_texts([LAO], tokenizer=hs.Tokenizer(dictionary=True))
    tokenizer, words = corpus.tokenizer, corpus.tokens()["token"]
    cut = [word for word in words if len(tokenizer.tokenize([word]).to_list()[0]) > 1]
    assert cut, "a word that stands otherwise by itself"
    for first, second in pairwise(words):
        assert corpus.count(f"{first} {second}") >= 1
