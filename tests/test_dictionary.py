"""Words of scripts that are written without spaces."""

import hustings as hs
import pytest

MIXED = "China (中国), Thailand's ประเทศไทย, 2031"


def test_a_dictionary_finds_words_where_there_are_no_spaces():
    found = hs.Tokenizer(dictionary=True).tokenize([MIXED])[0]
    assert found == ["China", "中国", "Thailand", "'s", "ประเทศ", "ไทย", "2031"]


def test_without_a_dictionary_each_chinese_character_is_a_word():
    assert hs.Tokenizer().tokenize(["中国 SCO"])[0] == ["中", "国", "SCO"]


def test_a_pattern_goes_through_the_dictionary_of_its_corpus():
    tokenizer = hs.Tokenizer(dictionary=True)
    corpus = hs.Corpus.from_texts(["国家同意合作\n中国欢迎", "国家"], tokenizer=tokenizer)
    assert [len(corpus.kwic(word)) for word in ("中国", "国家", "国")] == [1, 2, 0]


def test_the_dictionary_is_among_the_options_of_a_manifest():
    tokenizer = hs.Tokenizer(dictionary=True)
    assert tokenizer.options["dictionary"] is True
    assert hs.Tokenizer.from_options(tokenizer.options) == tokenizer
    assert hs.Tokenizer.from_options({"hyphens": "keep"}).options["dictionary"] is False


@pytest.mark.parametrize("given", ["yes", 1, None])
def test_the_dictionary_is_on_or_off(given):
    with pytest.raises(TypeError, match="dictionary"):
        hs.Tokenizer(dictionary=given)
