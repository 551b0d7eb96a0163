"""Dictionaries of dicts and of files of each form, and what is none."""

from pathlib import Path

import hustings as hs
import pytest

FILES = {
    "sample.dic": (
        "%\n1\tPeace\n2\tWar\n%\npeace*\t1\ncease fire\t1\nmissile?\t2\ntruce 1 2\n",
        {"Peace": ["peace*", "cease fire", "truce"], "War": ["missile?", "truce"]},
    ),
    "sample.lc3": (
        "+PEACE\nTREATY*\nCEASE FIRE\n\n+WAR\nMISSILE*\n",
        {"PEACE": ["TREATY*", "CEASE FIRE"], "WAR": ["MISSILE*"]},
    ),
    "sample.ykd": (
        """<?xml version="1.0" encoding="UTF-16"?>
<dictionary style="x" patternengine="substring">
<cnode name="Policy">
<cnode name="Peace"><pnode name="treat*"/></cnode>
<pnode name="cease fire" score="1"/>
</cnode>
</dictionary>
""",
        {"Policy": [{"Peace": ["treat*"]}, "cease fire"]},
    ),
    "sample.cat": (
        "POLICY\n\tPEACE\n\t\tTREATY* (1)\n\t\tCEASE_FIRE (1)\n\tTALKS (1)\nWAR\n\tARMS (1)\n",
        {"POLICY": [{"PEACE": ["TREATY*", "CEASE FIRE"]}, "TALKS"], "WAR": ["ARMS"]},
    ),
    "sample.yml": (
        "policy:\n  peace: [treat*, cease fire]\n  war:\n    - missile*\n    - arms: bomb\n",
        {
            "policy": [
                {"peace": ["treat*", "cease fire"]},
                {"war": ["missile*", {"arms": ["bomb"]}]},
            ]
        },
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_and_kept(tmp_path, name):
    text, expected = FILES[name]
    path = tmp_path / name
    path.write_text(text, "utf-8")
    dictionary = hs.Dictionary.read(path)
    assert dictionary.to_dict() == expected
    assert hs.Dictionary(dictionary.to_dict()) == dictionary


def test_a_file_in_another_encoding_is_read(tmp_path):
    path = tmp_path / "sample.lc3"
    path.write_bytes("+P\ncaf\u00e9\n".encode("latin-1"))
    assert hs.Dictionary.read(path, encoding="latin-1").entries() == ["caf\u00e9"]
    with pytest.raises(hs.ParameterError, match=r"sample.lc3: not valid utf-8-sig at byte 6"):
        hs.Dictionary.read(path)
    with pytest.raises(hs.ParameterError, match="encoding must be one that Python knows"):
        hs.Dictionary.read(path, encoding="dog")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.dic", "word\t1\n", "line 1: a .dic file must begin with a line of %"),
        ("a.dic", "", "line 1: a .dic file must begin with a line of %"),
        ("a.dic", "%\n1\tA\nword\t1\n", "line 3: the categories of a .dic file must end with"),
        ("a.dic", "%\n1\tA\n1\tB\n%\n", "line 3: the number 1 must stand for one category"),
        ("a.dic", "%\nA\n%\n", "line 2: a category must be a number and a name, got 'A'"),
        ("a.dic", "%\n1\tA\n%\n\nwar\t2\n", "line 5: a number must be that of a category, got 2"),
        ("a.dic", "%\n1\tA\n%\nwar\n", "line 4: an entry must be a word and numbers of categories"),
        ("a.dic", "%\n1\tA\n%\nlike\t(02 1)1\n", "line 4: a number must be that of a category"),
        ("a.lc3", "WAR\n", "line 1: an entry must stand below a line of +CATEGORY, got 'WAR'"),
        ("a.lc3", "+\n", "line 1: a category must have a name behind +"),
        ("a.lc3", "<dictionary>\n", "line 1: an .lc3 file must be lines of +CATEGORY"),
        ("a.lc3", "\n", ": a dictionary must have at least one entry"),
        ("a.lc3", "+POS\n", ": a dictionary must have at least one entry"),
        ("a.dic", "%\n1\tA\n%\n", ": a dictionary must have at least one entry"),
        ("a.ykd", '<dictionary><cnode name="a"/></dictionary>', ": a dictionary must have at le"),
        ("a.cat", "POS\n", ": a dictionary must have at least one entry"),
        ("a.yml", "a: []\n", ": a dictionary must have at least one entry"),
        ("a.cat", "WAR (1)\n", "line 1: an entry must stand below a category, got 'WAR (1)'"),
        ("a.cat", "A\n\t\tWAR (1)\n", "line 2: a line must be at most one tab deeper"),
        ("a.cat", "A\n\t@RULE [X NEAR Y]\n", "line 2: rules of proximity are not known"),
        ("a.cat", "A\n\tWAR\nB\n\tTRUCE (1)\n", "line 2: a line with none below it must be an e"),
        ("a.cat", "A\n\tWAR (1)\n\tTRUCE\n", "line 3: a line with none below it must be an entry"),
        ("a.cat", "A\n\tWAR\n\tTALKS\n\t\tPACT\n", "line 4: a line with none below it must be an"),
        ("a.cat", "A\n\tWAR\n\tTRUCE (x)\n", "line 3: an entry must have a number for its weight"),
        ("a.cat", "A\n\tWAR (1.2.3)\n", "as in TREATY (1), got 'WAR (1.2.3)'"),
        ("a.cat", "A\n\tWAR ()\n", "as in TREATY (1), got 'WAR ()'"),
        ("a.cat", "A\n\tWAR(1)\n", "as in TREATY (1), got 'WAR(1)'"),
        ("a.cat", "A\n\t(1)\n", "as in TREATY (1), got '(1)'"),
        ("a.cat", "A\n\t_ (1)\n", "as in TREATY (1), got '_ (1)'"),
        ("a.cat", "WAR (x)\nA\n\tTRUCE (1)\n", "line 1: an entry must have a number for"),
        ("a.cat", "A\n  WAR (1)\n", "line 2: a line must be indented by tabs, got '  WAR (1)'"),
        ("a.ykd", "<dictionary>\n<cnode></dictionary>", "line 2: a cnode must have a name"),
        ("a.ykd", '<dictionary>\n<cnode name="a"></dictionary>', "line 2: not valid XML: mismatch"),
        ("a.ykd", '<dictionary>\n<pnode name="a"/></dictionary>', "line 2: a pnode must stand in"),
        (
            "a.ykd",
            '<dictionary style="x"\n patternengine="regexp"><cnode name="a"/></dictionary>',
            'line 1: patternengine must be "substring", whose patterns are words with *, got "re',
        ),
        (
            "a.ykd",
            '<dictionary>\n<cnode name="a">bomb*<pnode name="b"/></cnode></dictionary>',
            "line 2: entries must be names of a pnode, got the text 'bomb*'",
        ),
        ("a.ykd", "<html/>", "line 1: elements must be dictionary, and in it cnode and pnode"),
        (
            "a.ykd",
            '<!DOCTYPE d [<!ENTITY a "b">]><dictionary/>',
            "line 1: a .ykd file must not declare entities",
        ),
        ("a.yml", "a: [b\n", "line 2: not valid YAML: "),
        ("a.yml", "a: b\nc: \x01\n", "line 2: not valid YAML: unacceptable character #x0001"),
        ("a.yml", 'a: b\nc: "\\UFFFFFFFF"\n', "line 2: not valid YAML: an escape of no character"),
        ("a.yml", "", "line 1: a dictionary in YAML must be a mapping"),
        ("a.yml", "\nword\n", "line 2: a dictionary in YAML must be a mapping"),
        ("a.yml", "a: b\n---\nc: d\n", "line 2: a file must hold one document"),
        (
            "a.yml",
            "a: b\nc: d\na: e\n",
            "line 3: a name must stand once in its mapping, got 'a' of l",
        ),
        (
            "a.yml",
            "a:\n  - c: d\n    c: e\n",
            "line 3: a name must stand once in its mapping, got 'c'",
        ),
        (
            "a.yml",
            "a: b\nneg: [no]\n",
            "line 2: names and entries must be str, got 'no', of type bool",
        ),
        (
            "a.yml",
            "a: b\nno: [x]\n",
            "line 2: names and entries must be str, got 'no', of type bool in",
        ),
        (
            "a.yml",
            "a: [b,\n2030]\n",
            "line 2: names and entries must be str, got '2030', of type int",
        ),
        (
            "a.yml",
            "a: b\nc: ~\n",
            "line 2: names and entries must be str, got '~', of type null in Y",
        ),
        (
            "a.yml",
            "a: b\nc:\nd: e\n",
            "line 2: a category must have entries, or [] for none, got noth",
        ),
        (
            "a.yml",
            "a: b\nc: [' ']\n",
            "line 2: names and entries must be str with a character, got ' '",
        ),
        (
            "a.yml",
            "a: &b\n  c: d\ne:\n  <<: *b\n",
            "line 4: names and entries must be str, got '<<'",
        ),
        (
            "a.yml",
            "a: b\nc: !d e\n",
            "line 2: names and entries must be str, got 'e', of type !d in YA",
        ),
        (
            "a.yml",
            "a: b\nc: !!set {d}\n",
            "line 2: categories must be mappings and lists, got one of t",
        ),
        ("a.yml", "a: b\nc: [[d]]\n", "line 2: a list must hold words and mappings, got a list"),
        ("a.yml", "a: b\n? [c]\n: d\n", "line 2: the name of a category must be a str, got a list"),
        ("a.yml", "a: b\nc: *d\n", "line 2: an alias must stand for what ends above it, got *d"),
        (
            "a.yml",
            "b: c\na: &x {b: *x}\n",
            "line 2: an alias must stand for what ends above it, got *x",
        ),
        ("a.yml", "- a\n", "line 1: a dictionary in YAML must be a mapping"),
        ("a.txt", "", "a.txt: a dictionary must end in .dic, .lc3, .ykd, .cat, .yaml, .yml, .json"),
    ],
)
def test_a_file_of_another_form_is_refused_by_its_line(tmp_path, name, text, message):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(hs.ParameterError) as raised:
        hs.Dictionary.read(path)
    assert message in str(raised.value)
    assert str(raised.value).startswith(str(path))


@pytest.mark.parametrize(
    ("tree", "exception", "message"),
    [
        (["a"], hs.InputTypeError, "categories must be a dict, got list"),
        ({"a": 3}, hs.InputTypeError, "entries of 'a' must be a list of str, or a dict of"),
        ({"a": [3]}, hs.InputTypeError, "entries of 'a' must be str, got 3; YAML wants it in"),
        ({True: "b"}, hs.InputTypeError, "names of categories must be str, got True; YAML wants"),
        ({" ": "b"}, hs.ParameterError, "names of categories must not be empty, got ' '"),
        ({"a": {"b", 3}}, hs.InputTypeError, "entries of 'a' must be str, got 3; YAML wants it in"),
        (
            {"a": ["\ud800"]},
            hs.ParameterError,
            "entries of 'a' must be valid Unicode, got '\\ud800'",
        ),
        ({"a": {"b": " "}}, hs.ParameterError, "entries of 'a.b' must hold a character, got ' '"),
    ],
)
def test_what_is_no_dictionary_is_refused(tree, exception, message):
    with pytest.raises(exception) as raised:
        hs.Dictionary(tree)
    assert str(raised.value).startswith(message)


def test_a_dictionary_says_what_it_holds():
    dictionary = hs.Dictionary(
        {"war": {"arms": ["bomb*", "bomb*"], "army": "troops"}, "peace": "a"}
    )
    assert dictionary.categories == ["war.arms", "war.army", "peace"]
    assert dictionary.entries("war") == ["bomb*", "troops"]
    assert dictionary.at_depth(1).categories == ["war", "peace"]
    assert repr(dictionary) == "Dictionary(3 categories, 3 entries)"
    with pytest.raises(hs.UnknownNameError, match="category must be one of"):
        dictionary.entries("wa")


EMPTY_FIRST = """<dictionary>
<cnode name="pos"/><cnode name="neg"><pnode name="bad"/></cnode>
</dictionary>
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.dic", "%\n1 pos\n2 neg\n%\nbad 2\n"),
        ("a.lc3", "+pos\n+neg\nbad\n"),
        ("a.ykd", EMPTY_FIRST),
        ("a.cat", "pos\nneg\n\tbad (1)\n"),
        ("a.yml", "pos: []\nneg: [bad]\n"),
    ],
)
def test_a_file_keeps_the_categories_that_hold_nothing(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    dictionary = hs.Dictionary.read(path)
    assert dictionary.to_dict() == {"pos": [], "neg": ["bad"]}
    assert dictionary.categories == ["pos", "neg"]


def test_a_line_of_wordstat_beside_categories_is_an_empty_category(tmp_path):
    path = tmp_path / "a.cat"
    path.write_text("POS\n\tCALM\n\tTALKS\n\t\tTREATY (1)\nNEG\n\tWAR (1)\n", "utf-8")
    dictionary = hs.Dictionary.read(path)
    assert dictionary.to_dict() == {"POS": [{"CALM": []}, {"TALKS": ["TREATY"]}], "NEG": ["WAR"]}
    table = hs.Corpus.from_texts(["Calm talks, a treaty."]).lookup(dictionary)
    found = dict(zip(table["category"], table["frequency"], strict=True))
    assert found == {"POS.CALM": 0, "POS.TALKS": 1, "NEG": 0}


@pytest.mark.parametrize("weight", ["1", "-1", "+2", "0.5", "0,5", ".5", "3."])
def test_an_entry_of_wordstat_has_any_number_for_its_weight(tmp_path, weight):
    path = tmp_path / "a.cat"
    path.write_text(f"PEACE\n\tTREATY ({weight})\n\tCEASE_FIRE  ({weight})\n", "utf-8")
    assert hs.Dictionary.read(path).to_dict() == {"PEACE": ["TREATY", "CEASE FIRE"]}


def test_tabs_alone_say_how_deep_a_line_of_wordstat_is(tmp_path):
    path = tmp_path / "a.cat"
    path.write_text("SOUTH (ALL)\n   \tCAPE\n   \t\tPORT_NOVE (1)\n \tBAY (1)\n", "utf-8")
    expected = {"SOUTH (ALL)": [{"CAPE": ["PORT NOVE"]}, "BAY"]}
    assert hs.Dictionary.read(path).to_dict() == expected


def test_aliases_of_yaml_stand_for_what_they_name(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("a: &a [x, &b y]\nc: {d: *a, e: *b}\n*b : 'no'\n!!str f: \"12\"\n", "utf-8")
    expected = {"a": ["x", "y"], "c": [{"d": ["x", "y"]}, {"e": ["y"]}], "y": ["no"], "f": ["12"]}
    assert hs.Dictionary.read(path).to_dict() == expected


def test_aliases_of_yaml_must_not_stand_for_billions(tmp_path):
    path = tmp_path / "a.yml"
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} {{l: *a{n - 1}, r: *a{n - 1}}}" for n in range(1, 31))]
    path.write_text("\n".join(lines), "utf-8")
    message = "line 19: aliases of a file must stand for at most 1,000,000 categories and entries"
    with pytest.raises(hs.ParameterError, match=message):
        hs.Dictionary.read(path)


def nested(levels):
    tree = "word"
    for _ in range(levels):
        tree = {"a": tree}
    return tree


def files_of_levels(levels):
    """A file of each form that nests, with so many categories within each other, a line each."""
    cat = "".join(f"{at * TAB}a\n" for at in range(levels))
    return {
        "a.cat": f"{cat}{levels * TAB}word (1)\n",
        "a.ykd": f"<dictionary>{levels * CNODE}{PNODE}{levels * '</cnode>'}</dictionary>",
        "a.yml": "".join(f"{at * ' '}a:\n" for at in range(levels)) + f"{levels * ' '}[word]\n",
    }


TAB, CNODE, PNODE = "\t", "<cnode name='a'>\n", "<pnode name='word'/>"


@pytest.mark.parametrize("name", ["a.cat", "a.ykd", "a.yml"])
def test_a_file_of_too_many_levels_is_refused_by_its_line(tmp_path, name):
    path = tmp_path / name
    path.write_text(files_of_levels(32)[name], "utf-8")
    assert hs.Dictionary.read(path) == hs.Dictionary(nested(32))
    for levels in (33, 3000):
        path.write_text(files_of_levels(levels)[name], "utf-8")
        message = "a.*, line 33: categories must be nested at most 32 deep$"
        with pytest.raises(hs.ParameterError, match=message):
            hs.Dictionary.read(path)


def test_levels_that_aliases_add_are_refused_by_their_file(tmp_path):
    path = tmp_path / "a.yml"
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} {{l: *a{n - 1}}}" for n in range(1, 40))]
    path.write_text("\n".join(lines), "utf-8")
    message = "a.yml: categories must be nested at most 32 deep, got more in 'a32'"
    with pytest.raises(hs.ParameterError, match=message):
        hs.Dictionary.read(path)


def test_as_many_levels_as_a_dictionary_may_have_are_looked_up_and_replayed():
    corpus = hs.Corpus.from_texts(["A word."])
    table = corpus.lookup(nested(32))
    assert (table["category"], table["frequency"]) == ([".".join(32 * "a")], [1])
    assert hs.replay(table.manifest(), corpus)["frequency"] == [1]


@pytest.mark.parametrize("levels", [33, 64, 900, 100_000])
def test_a_dict_of_too_many_levels_is_refused(levels):
    tree = nested(levels)
    with pytest.raises(hs.ParameterError, match="categories must be nested at most 32 deep, got"):
        hs.Corpus.from_texts(["A word."]).lookup(tree)


def test_a_dict_that_holds_itself_is_refused():
    tree = {}
    tree["a"] = tree["b"] = ["word", tree]
    message = "categories must be nested at most 32 deep, got more in 'a'"
    with pytest.raises(hs.ParameterError, match=message):
        hs.Dictionary(tree)


def test_what_is_no_entry_is_told_in_short_however_deep_it_is():
    entry = []
    for _ in range(5000):
        entry = [entry]
    with pytest.raises(hs.InputTypeError, match=r"must be str, got \[{7}\.{3}\]{7};"):
        hs.Dictionary({"a": [entry]})


@pytest.mark.parametrize(
    ("path", "encoding", "exception", "message"),
    [
        (None, "utf-8", hs.InputTypeError, "path must be a str or a path, got NoneType"),
        (b"a.dic", "utf-8", hs.InputTypeError, "path must be a str or a path, got bytes"),
        (3, "utf-8", hs.InputTypeError, "path must be a str or a path, got int"),
        ("a\0.dic", "utf-8", hs.ParameterError, "path must be that of a file, got 'a\\x00.dic'"),
        ("a.lc3", None, hs.InputTypeError, "encoding must be a str, got NoneType"),
        ("a.lc3", "a\0", hs.ParameterError, "encoding must be one that Python knows, got 'a\\x00'"),
        ("a.lc3", "hex", hs.ParameterError, "encoding must be one that Python knows, got 'hex'"),
        ("a.lc3", "utf-7", hs.ParameterError, "a.lc3: not valid utf-7; pass the file's encoding="),
    ],
)
def test_what_is_no_path_or_encoding_is_refused(
    tmp_path, monkeypatch, path, encoding, exception, message
):
    monkeypatch.chdir(tmp_path)
    # A surrogate, in UTF-7.
    Path("a.lc3").write_bytes(b"a\n+2AA-\n")
    with pytest.raises(exception) as raised:
        hs.Dictionary.read(path, encoding=encoding)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("nothing", [[], (), {}, set(), [{}]])
def test_a_category_that_holds_nothing_has_a_row(nothing):
    dictionary = hs.Dictionary({"pos": nothing, "neg": ["bad"]})
    table = hs.Corpus.from_texts(["Bad weather."]).lookup(dictionary, negation="no")
    columns = ["category", "frequency", "documents", "negated"]
    assert [table[name] for name in columns] == [["pos", "neg"], [0, 1], [0, 1], [0, 0]]
    assert table.manifest()["dictionary"] == {"pos": [], "neg": ["bad"]}
    assert hs.Dictionary(dictionary.to_dict()) == dictionary
    assert (dictionary.entries("pos"), dictionary.entries(), len(dictionary)) == ([], ["bad"], 1)


@pytest.mark.parametrize(
    ("tree", "categories"),
    [
        ({"war": {"arms": [], "army": "troops"}}, ["war.arms", "war.army"]),
        ({"war": ["war", {"arms": []}]}, ["war", "war.arms"]),
        ({"war": [{"arms": []}, {"arms": "bomb"}], "war ": []}, ["war.arms"]),
        ({"war": [{"arms": []}, {"arms": {"air": {}}}]}, ["war.arms.air"]),
    ],
)
def test_only_what_nothing_stands_in_is_an_empty_category(tree, categories):
    dictionary = hs.Dictionary(tree)
    assert dictionary.categories == categories
    assert hs.Dictionary(dictionary.to_dict()) == dictionary
    assert dictionary.at_depth(1).categories == ["war"]
    assert dictionary.at_depth(1).entries() == dictionary.entries()


def test_yaml_without_its_library_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    path = Path(tmp_path / "a.yml")
    path.write_text("a: b\n", "utf-8")
    with pytest.raises(hs.MissingLibraryError, match="needs PyYAML; install it with: pip install"):
        hs.Dictionary.read(path)
