"""Dictionaries read from tables and from JSON."""

import json

import hustings as hs
import pytest

TREE = {"peace": ["treaty", "cease fire"], "war": ["missile*"]}

TABLES = {
    "plain": ("a.csv", "category,pattern\npeace,treaty\npeace,cease fire\nwar,missile*\n"),
    "other columns and order": (
        "a.csv",
        "note,Pattern,Category\nold,treaty,peace\n,cease  fire,peace\n,missile*,war\n",
    ),
    "semicolons, as a spreadsheet writes them": (
        "a.csv",
        "category;entry\r\npeace;treaty\r\npeace;cease fire\r\nwar;missile*\r\n",
    ),
    "tabs": ("a.tsv", "category\tterm\npeace\ttreaty\npeace\tcease fire\n\nwar\tmissile*\n"),
    "quotes and blank rows": (
        "a.csv",
        'category,word\n"peace","treaty"\n,\npeace,"cease fire"\nwar , missile*\n',
    ),
    "JSON": ("a.json", json.dumps(TREE)),
}


@pytest.mark.parametrize(("name", "text"), TABLES.values(), ids=TABLES)
def test_a_table_or_an_object_is_a_dictionary(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert hs.Dictionary.read(tmp_path / name) == hs.Dictionary(TREE)


def test_what_to_dict_gives_is_read_again_from_json(tmp_path):
    dictionary = hs.Dictionary({"war": {"arms": ["missile*"], "army": "troops"}, "none": []})
    (tmp_path / "a.json").write_text(json.dumps(dictionary.to_dict()))
    assert hs.Dictionary.read(tmp_path / "a.json") == dictionary


def test_the_entries_of_a_lookup_are_a_table_that_is_read(tmp_path):
    corpus = hs.Corpus.from_texts(["A treaty, no missiles."])
    corpus.lookup(TREE, entries=True).to_csv(tmp_path / "a.csv")
    assert hs.Dictionary.read(tmp_path / "a.csv") == hs.Dictionary(TREE)


REFUSED = [
    ("a.csv", "", "line 1: a table must have a header"),
    ("a.csv", "topic,pattern\na,b\n", "columns category and pattern, got 'topic', 'pattern'"),
    ("a.csv", "category\na\n", "columns category and pattern, got 'category'"),
    ("a.csv", "category,pattern\na,b\n,c\n", "line 3: .* got no category"),
    ("a.csv", "category,pattern\na,b\nc\n", "line 3: .* got no pattern"),
    ("a.csv", 'category,pattern\na,"b\n', "not valid CSV"),
    ("a.csv", "category,pattern\n", "at least one entry"),
    ("a.json", "{", "line 1: not valid JSON"),
    ("a.json", "[1]", "must be an object of categories"),
    ("a.json", '{"a": ["b"],\n"a": ["c"]}', "line 2: a category must stand once: 'a'"),
    ("a.json", '{"a": [3]}', "entries of 'a' must be str"),
    ("a.json", '{"a": [""]}', "must hold a character"),
    ("a.json", "[" * 100_000, "nested too deep"),
]


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_what_is_no_dictionary_is_refused_by_its_place(tmp_path, name, text, message):
    (tmp_path / name).write_text(text)
    with pytest.raises((hs.ParameterError, hs.InputTypeError), match=message) as caught:
        hs.Dictionary.read(tmp_path / name)
    assert name in str(caught.value) or "entries of" in str(caught.value)
